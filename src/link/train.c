/* train.c - the rows of annotated articles, and which articles each of the two
 * passes is fitted to. */
#include "link/train.h"
#include "core/fail.h"
#include "link/fit.h"

#include <stdlib.h>

/* --- rows of an article --------------------------------------------------- */

/* The span grown to whole words, as the gold's is: a byte beyond ASCII counts
 * as a letter. */
static bool
is_letter(const ng_doc *doc, uint32_t i)
{
  unsigned char c = (unsigned char)doc->text.at[i];
  return c >= 0x80 || (c >= '0' && c <= '9') ||
         ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static const ng_gold_link *
gold_at(const ng_example *e, ng_span span)
{
  for (size_t i = 0; i < e->n_links; i++) {
    ng_span g = e->links[i].span;
    if (g.begin == span.begin && g.end == span.end)
      return &e->links[i];
    /* "U.S" and "U.S." */
    if (g.begin == span.begin && g.end + 1 == span.end &&
        !is_letter(e->doc, g.end))
      return &e->links[i];
  }
  return NULL;
}

/* A row of the values that are not switched off. */
static bool
add_row(ng_samples *s, const ng_linker *l, const ng_row *row, const bool *off,
        bool right)
{
  enum { MAX_VALUES = 256 };
  uint16_t values[MAX_VALUES];
  size_t n = 0;
  for (uint32_t i = 0; i < row->n && n < MAX_VALUES; i++) {
    uint16_t value = l->values.at[row->values + i];
    if (!off || !off[value])
      values[n++] = value;
  }
  return ng_samples_add(s, values, n, right);
}

/* The rows of a spot, of the second pass without those that it does not look
 * at. */
static bool
add_spot_rows(ng_samples *s, const ng_linker *l, const ng_example *e,
              const ng_spot *spot, const bool *off, bool second)
{
  const ng_gold_link *g = gold_at(e, spot->span);
  if (spot->span.begin < e->annotated.begin ||
      spot->span.end > e->annotated.end || (g && g->kind == NG_GOLD_FREE) ||
      (!g && e->partial) || ((spot->flags & NG_SPOT_LOWER) && !e->concepts))
    return true;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    const ng_entity *kb = &l->referents.at[l->rows[i].referent].kb;
    bool right = g && g->kind == NG_GOLD_LINK && kb->qid == g->qid;
    if ((!second || l->rows[i].first >= ng_hopeless(spot)) &&
        !add_row(s, l, &l->rows[i], off, right))
      return false;
  }
  return ng_samples_end(s);
}

/* The rows of one article, of the first pass or, with `ranking` for the first,
 * of both. */
static bool
add_article(ng_samples *s, const ng_training *t, const ng_example *e,
            const ng_ranking *ranking)
{
  static const ng_ranking nothing;
  ng_linker l = {.context = e->context,
                 .ranking = ranking ? ranking : &nothing,
                 .keep_values = true};
  s->weight = e->weight;
  ng_doc doc = *e->doc; /* with an arena that is given back at once */
  ng_arena_init(&doc.arena, (size_t)1 << 30);
  l.doc = &doc;
  l.work = &doc.arena;
  bool ok = ng_spot_names(e->context, &doc, NULL) == NG_OK &&
            ng_linker_prepare(&l) && ng_linker_first(&l) &&
            (!ranking || ng_linker_second(&l));
  for (uint32_t i = 0; ok && i < doc.spots.n; i++)
    ok = add_spot_rows(s, &l, e, &doc.spots.at[i], t->off, ranking != NULL);
  ng_arena_release(&doc.arena);
  return ok;
}

/* --- both passes ---------------------------------------------------------- */

typedef struct {
  const ng_training *t;
  ng_samples *samples; /* of each article */
  uint8_t *use;
  ng_ranking *ranking;
} trainer;

static void
clear(trainer *r)
{
  for (size_t i = 0; i < r->t->n; i++)
    ng_samples_release(&r->samples[i]);
}

/* Use the articles of all folds but these two. */
static void
use_all_but(trainer *r, uint32_t a, uint32_t b)
{
  for (size_t i = 0; i < r->t->n; i++) {
    uint32_t fold = r->t->examples[i].fold;
    r->use[i] = fold != a && fold != b;
  }
}

static bool
fit_first(trainer *r, uint32_t but, ng_ranking *out)
{
  use_all_but(r, r->t->left_out, but);
  return ng_fit(r->samples, r->use, r->t->n, NG_FIRST_PASS, out);
}

/* The first pass on everything; for each fold one that has not seen it, and
 * the fold's rows for the second pass with it. */
static bool
train(trainer *r, ng_ranking *out)
{
  const ng_training *t = r->t;
  ng_samples *second = calloc(t->n + 1, sizeof *second);
  bool ok = second != NULL;
  for (size_t i = 0; ok && i < t->n; i++)
    if (t->examples[i].fold != t->left_out)
      ok = add_article(&r->samples[i], t, &t->examples[i], NULL);
  for (uint32_t f = 0; ok && f < t->n_folds; f++) {
    ok = f == t->left_out || fit_first(r, f, r->ranking);
    for (size_t i = 0; ok && i < t->n; i++)
      if (t->examples[i].fold == f && f != t->left_out)
        ok = add_article(&second[i], t, &t->examples[i], r->ranking);
  }
  ok = ok && fit_first(r, NG_NONE, out);
  if (ok) {
    use_all_but(r, t->left_out, NG_NONE);
    ok = ng_fit(second, r->use, t->n, NG_SECOND_PASS, out);
  }
  for (size_t i = 0; second && i < t->n; i++)
    ng_samples_release(&second[i]);
  free(second);
  return ok;
}

ng_status
ng_train_ranking(const ng_training *training, ng_ranking *out, ng_error *err)
{
  trainer r = {.t = training};
  r.samples = calloc(training->n + 1, sizeof *r.samples);
  r.use = calloc(training->n + 1, sizeof *r.use);
  r.ranking = calloc(1, sizeof *r.ranking);
  memset(out, 0, sizeof *out);
  bool ok = r.samples && r.use && r.ranking && train(&r, out);
  if (r.samples)
    clear(&r);
  free(r.samples);
  free(r.use);
  free(r.ranking);
  return ok ? NG_OK
            : ng_fail(err, NG_ERR_LIMIT, 0, "no memory to train the ranking");
}
