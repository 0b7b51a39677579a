/* train_from.c - a model's short cuts, learnt anew: its hunches and the labels
 * that it is sure of.  All else stays as it is. */
#include "core/fail.h"
#include "text/annotate.h"
#include "text/tag.h"
#include "train/train.h"

static void
look_words_up(ng_trainer *t)
{
  uint32_t n = t->corpus->words.n;
  memcpy(t->forms, t->corpus->forms.at, n * sizeof *t->forms);
  for (uint32_t i = 0; i < n; i++)
    ng_know_word(&t->model, &t->forms[i]);
}

/* The texts as the model tags them. */
static void
tag_all(ng_trainer *t)
{
  const ng_corpus *c = t->corpus;
  for (uint32_t i = 0; i < c->samples.n; i++) {
    const ng_sample *s = &c->samples.at[i];
    ng_tag_words(&t->model, t->forms + s->word, s->n, c->tags + s->word);
  }
}

static ng_status
start(ng_trainer *t, const ng_model *from, ng_error *err)
{
  ng_train_options *o = &t->options;
  ng_arena *arena = t->corpus->arena;
  t->model = *from;
  t->model.hunches = NULL;
  t->model.sure = NULL;
  t->model.hunch_bits = o->hunch_bits;
  t->forms = NG_NEW(arena, ng_form, t->corpus->words.n + 1);
  t->hunches = NG_NEW(arena, ng_pair_row, (size_t)1 << o->hunch_bits);
  t->sure = NG_NEW(arena, uint32_t, (size_t)1 << o->sure_bits);
  return t->forms && t->hunches && t->sure &&
                 ng_perceptron_init(&t->hunch, 4, o->hunch_bits, arena)
             ? NG_OK
             : ng_fail(err, NG_ERR_LIMIT, 0, "no memory to train");
}

ng_status
ng_train_from(const ng_model *from, const ng_train_input *input,
              const ng_train_options *options, ng_buf *out, ng_error *err)
{
  ng_trainer t = {.corpus = input->corpus, .options = *options};
  ng_str s[NG_MODEL_SECTIONS];
  if (from->encoder)
    return ng_fail(err, NG_ERR_USAGE, 0, "a deep model takes no short cuts");
  NG_TRY(start(&t, from, err));
  look_words_up(&t);
  tag_all(&t);
  NG_TRY(ng_train_hunches(&t, err));
  NG_TRY(ng_train_sure(&t, err));
  memcpy(s, from->sections, sizeof s);
  s[NG_MODEL_INFO] = input->info;
  s[NG_MODEL_HUNCHES] = (ng_str){(const char *)t.hunches,
                                 sizeof(ng_pair_row) << options->hunch_bits};
  s[NG_MODEL_SURE] =
      (ng_str){(const char *)t.sure, sizeof *t.sure << options->sure_bits};
  return ng_model_put(s, out, err);
}
