#include "train/corpus.h"
#include "core/fail.h"
#include "doc.h"
#include "train/collapse.h"

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the training data");
}

static bool
has_tree(const ng_tree *tree)
{
  for (uint32_t i = 0; i < tree->words.n; i++) {
    const ng_tree_word *w = &tree->words.at[i];
    if (w->upos >= NG_N_UPOS || w->label >= NG_N_RELATIONS || w->head == i)
      return false;
  }
  return tree->words.n > 0 && tree->words.n <= NG_SENTENCE_MOST;
}

static ng_status
add_sentence(ng_corpus *c, const ng_tree *tree, const ng_corpus_part *part,
             ng_error *err)
{
  ng_sample s = {
      .word = c->words.n, .n = tree->words.n, .weight = (uint16_t)part->weight};
  for (uint32_t i = 0; i < tree->words.n; i++) {
    ng_tree_word word = tree->words.at[i];
    ng_form form;
    ng_form_read(&form, word.form);
    form.kind = word.kind;
    if (!part->lemmas)
      word.lemma = (ng_str){"_", 1};
    if (!NG_PUSH(c->arena, &c->words, word) ||
        !NG_PUSH(c->arena, &c->forms, form))
      return no_memory(err);
  }
  return NG_PUSH(c->arena, &c->samples, s) ? NG_OK : no_memory(err);
}

ng_status
ng_corpus_add(ng_corpus *c, const ng_corpus_part *part, ng_random *random,
              ng_error *err)
{
  ng_conllu in = {.file = part->text};
  for (;;) {
    ng_tree tree;
    ng_status status = ng_conllu_next(&in, c->arena, &tree, err);
    if (status == NG_END)
      return NG_OK;
    NG_TRY(status);
    if (!has_tree(&tree))
      continue;
    if (!ng_collapse(&tree, part->merge, random, c->arena))
      return no_memory(err);
    NG_TRY(add_sentence(c, &tree, part, err));
  }
}

/* The pairs by frequency; of the same frequency the first by number. */
static void
choose_pairs(ng_corpus *c)
{
  uint32_t counts[NG_N_UPOS][NG_N_XPOS] = {{0}};
  for (uint32_t i = 0; i < c->words.n; i++)
    counts[c->words.at[i].upos][c->words.at[i].xpos]++;
  for (c->n_pairs = 0; c->n_pairs < NG_WIDE; c->n_pairs++) {
    uint32_t most = 0;
    ng_tag_pair best = {0, 0};
    for (unsigned u = 0; u < NG_N_UPOS; u++)
      for (unsigned x = 0; x < NG_N_XPOS; x++)
        if (counts[u][x] > most) {
          most = counts[u][x];
          best = (ng_tag_pair){(uint8_t)u, (uint8_t)x};
        }
    if (most == 0)
      return;
    counts[best.upos][best.xpos] = 0;
    c->pairs[c->n_pairs] = best;
  }
}

/* A pair that was not chosen: the commonest of its upos, else of its xpos. */
static uint8_t
pair_index(const ng_corpus *c, const ng_tree_word *w)
{
  for (uint32_t i = 0; i < c->n_pairs; i++)
    if (c->pairs[i].upos == w->upos && c->pairs[i].xpos == w->xpos)
      return (uint8_t)i;
  for (uint32_t i = 0; i < c->n_pairs; i++)
    if (c->pairs[i].upos == w->upos)
      return (uint8_t)i;
  return 0;
}

static void
choose_relations(ng_corpus *c)
{
  bool seen[NG_N_RELATIONS] = {[NG_REL_ROOT] = true};
  for (uint32_t i = 0; i < c->words.n; i++)
    seen[c->words.at[i].label] = true;
  c->n_relations = 0;
  for (unsigned i = 0; i < NG_N_RELATIONS && c->n_relations < NG_WIDE; i++)
    if (seen[i])
      c->relations[c->n_relations++] = (uint8_t)i;
}

static uint8_t
relation_index(const ng_corpus *c, uint8_t relation)
{
  for (uint32_t i = 0; i < c->n_relations; i++)
    if (c->relations[i] == relation)
      return (uint8_t)i;
  return 0;
}

static uint8_t
fold_of(const ng_corpus *c, const ng_sample *s, unsigned folds)
{
  uint32_t h = 7;
  for (uint32_t i = 0; i < s->n; i++)
    h = (h ^ c->forms.at[s->word + i].form) * 16777619U;
  h ^= h >> 13;
  return (uint8_t)((h >> 3) % folds);
}

ng_status
ng_corpus_finish(ng_corpus *c, unsigned folds, ng_error *err)
{
  c->gold = NG_NEW(c->arena, uint8_t, c->words.n + 1);
  c->tags = NG_NEW(c->arena, uint8_t, c->words.n + 1);
  c->labels = NG_NEW(c->arena, uint8_t, c->words.n + 1);
  if (!c->gold || !c->tags || !c->labels)
    return no_memory(err);
  if (c->words.n == 0)
    return ng_fail(err, NG_ERR_USAGE, 0, "no sentences to learn from");
  choose_pairs(c);
  choose_relations(c);
  for (uint32_t i = 0; i < c->words.n; i++) {
    c->gold[i] = c->tags[i] = pair_index(c, &c->words.at[i]);
    c->labels[i] = relation_index(c, c->words.at[i].label);
  }
  for (uint32_t i = 0; i < c->samples.n; i++)
    c->samples.at[i].fold = fold_of(c, &c->samples.at[i], folds);
  return NG_OK;
}

unsigned
ng_sample_passes(const ng_sample *s, ng_random *random)
{
  unsigned rest = s->weight % 100;
  return s->weight / 100U + (rest && ng_random_below(random, 100) < rest);
}

void
ng_shuffle(uint32_t *order, uint32_t n, ng_random *random)
{
  for (uint32_t i = 0; i < n; i++)
    order[i] = i;
  for (uint32_t i = n; i > 1; i--) {
    uint32_t j = ng_random_below(random, i), last = order[i - 1];
    order[i - 1] = order[j];
    order[j] = last;
  }
}
