#include "core/fail.h"
#include "doc.h"
#include "text/tag.h"
#include "train/train.h"

/* A word of `count` sightings is forgotten with the chance 1 / (1 + 4 count):
 * a / (a + count) with a = 1/4, as Kiperwasser and Goldberg (TACL 2016) do.
 * Half of the forgotten lose their cluster too. */
static void
drop_words(const ng_trainer *t, const ng_sample *s, ng_random *random,
           ng_form *forms)
{
  memcpy(forms, t->forms + s->word, s->n * sizeof *forms);
  for (uint32_t i = 0; i < s->n; i++) {
    if (ng_random_below(random, 1 + 4U * forms[i].count) != 0)
      continue;
    uint8_t tag = forms[i].kind ? forms[i].tag : NG_NO_TAG;
    ng_form_forget(&forms[i]);
    forms[i].tag = tag;
    if (ng_random_below(random, 2) == 0)
      forms[i].cluster = 0;
  }
}

static unsigned
best_of(const int32_t *sums, unsigned n)
{
  unsigned best = 0;
  for (unsigned k = 1; k < n; k++)
    best = sums[k] > sums[best] ? k : best;
  return best;
}

static void
learn_sentence(ng_trainer *t, const ng_sample *s, const ng_form *forms)
{
  const uint8_t *gold = t->corpus->gold + s->word;
  ng_tag_history history = {0, 0};
  for (uint32_t i = 0; i < s->n; i++) {
    unsigned tag = forms[i].tag;
    if (tag == NG_NO_TAG) {
      uint32_t rows[NG_TAG_ROWS];
      int32_t sums[NG_WIDE];
      uint32_t n = ng_tag_rows(forms, s->n, i, history, t->tag.bits, rows);
      ng_perceptron_score(&t->tag, rows, n, sums);
      tag = best_of(sums, t->corpus->n_pairs);
      if (tag != gold[i])
        ng_perceptron_update(&t->tag, rows, n, gold[i], tag);
      t->tag.time++;
    }
    history = (ng_tag_history){tag + 1, history.last};
  }
}

/* Names and dates that were merged are proper nouns by their making, as they
 * are in use. */
static void
look_words_up(ng_trainer *t)
{
  uint8_t name = t->model.name_tag;
  memcpy(t->forms, t->corpus->forms.at, t->corpus->words.n * sizeof *t->forms);
  for (uint32_t i = 0; i < t->corpus->words.n; i++) {
    ng_form *f = &t->forms[i];
    ng_words_look_up(&t->words, f);
    if (f->kind == NG_UNIT_NAME || f->kind == NG_UNIT_DATE)
      f->tag = name;
  }
}

ng_status
ng_train_tagger(ng_trainer *t, uint32_t without, unsigned epochs, ng_error *err)
{
  const ng_corpus *c = t->corpus;
  uint32_t *order = NG_NEW(c->arena, uint32_t, c->samples.n + 1);
  if (!order)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to train");
  NG_TRY(ng_words_count(&t->words, c, without, err));
  look_words_up(t);
  ng_perceptron_reset(&t->tag);
  for (unsigned epoch = 0; epoch < epochs; epoch++) {
    ng_shuffle(order, c->samples.n, &t->random);
    for (uint32_t i = 0; i < c->samples.n; i++) {
      const ng_sample *s = &c->samples.at[order[i]];
      ng_form forms[NG_SENTENCE_MOST];
      unsigned passes =
          s->fold == without ? 0 : ng_sample_passes(s, &t->random);
      for (; passes; passes--) {
        drop_words(t, s, &t->random, forms);
        learn_sentence(t, s, forms);
      }
    }
  }
  ng_perceptron_wide(&t->tag, t->options.scale, t->options.least, t->tagger);
  return NG_OK;
}

/* Tag fold `fold` with what was learnt without it; how many are right. */
static uint32_t
tag_fold(ng_trainer *t, uint32_t fold)
{
  const ng_corpus *c = t->corpus;
  uint32_t right = 0;
  for (uint32_t i = 0; i < c->samples.n; i++) {
    const ng_sample *s = &c->samples.at[i];
    if (s->fold != fold)
      continue;
    ng_tag_words(&t->model, t->forms + s->word, s->n, c->tags + s->word);
    for (uint32_t k = s->word; k < s->word + s->n; k++)
      right += c->tags[k] == c->gold[k];
  }
  return right;
}

ng_status
ng_train_jackknife(ng_trainer *t, ng_error *err)
{
  uint64_t right = 0;
  unsigned epochs = t->options.fold_epochs;
  for (uint32_t fold = 0; fold < t->options.folds; fold++) {
    NG_TRY(ng_train_tagger(t, fold, epochs, err));
    right += tag_fold(t, fold);
    ng_train_say(t, "jackknife: fold %u of %u", fold + 1, t->options.folds);
  }
  ng_train_say(t, "jackknifed tags right: %.2f %%",
               100.0 * (double)right / t->corpus->words.n);
  return NG_OK;
}
