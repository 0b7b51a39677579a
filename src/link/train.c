/* train.c - logistic regression by AdaGrad (Duchi, Hazan, Singer 2011) over
 * sparse yes-or-no features. */
#include "link/train.h"
#include "core/fail.h"

#include <math.h>
#include <stdlib.h>

/* How long, how fast and how tamed; chosen on held-out folds. */
enum { EPOCHS = 8 };
static const double RATE = 0.1, DECAY = 3e-4;

/* Rows as they are fitted to: values[ends[i - 1] .. ends[i]). */
typedef struct {
  uint16_t *values;
  uint32_t *ends;
  float *weights;
  uint8_t *right;
  const bool *off;
  size_t n, n_values, cap, cap_values;
} samples;

static void
samples_release(samples *s)
{
  free(s->values);
  free(s->ends);
  free(s->weights);
  free(s->right);
}

/* Room for one more row of `n` values. */
static bool
samples_room(samples *s, size_t n)
{
  if (s->n_values + n > s->cap_values) {
    size_t cap = (s->n_values + n) * 2;
    uint16_t *values = realloc(s->values, cap * sizeof *values);
    if (!values)
      return false;
    s->values = values;
    s->cap_values = cap;
  }
  if (s->n < s->cap)
    return true;
  size_t cap = s->cap ? s->cap * 2 : 1024;
  uint32_t *ends = realloc(s->ends, cap * sizeof *ends);
  if (!ends)
    return false;
  s->ends = ends;
  float *weights = realloc(s->weights, cap * sizeof *weights);
  if (!weights)
    return false;
  s->weights = weights;
  uint8_t *right = realloc(s->right, cap * sizeof *right);
  if (!right)
    return false;
  s->right = right;
  s->cap = cap;
  return true;
}

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

static bool
add_row(samples *s, const ng_linker *l, const ng_row *row, bool right,
        double weight)
{
  if (!samples_room(s, row->n))
    return false;
  for (uint32_t i = 0; i < row->n; i++) {
    uint16_t value = l->values.at[row->values + i];
    if (!s->off || !s->off[value])
      s->values[s->n_values++] = value;
  }
  s->ends[s->n] = (uint32_t)s->n_values;
  s->weights[s->n] = (float)weight;
  s->right[s->n++] = right;
  return true;
}

static bool
add_spot_rows(samples *s, const ng_linker *l, const ng_example *e,
              const ng_spot *spot)
{
  const ng_gold_link *g = gold_at(e, spot->span);
  if (spot->span.begin < e->annotated.begin ||
      spot->span.end > e->annotated.end || (g && g->kind == NG_GOLD_FREE) ||
      (!g && e->partial) || ((spot->flags & NG_SPOT_LOWER) && !e->concepts))
    return true;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    const ng_entity *kb = &l->referents.at[l->rows[i].referent].kb;
    bool right = g && g->kind == NG_GOLD_LINK && kb->qid == g->qid;
    if (!add_row(s, l, &l->rows[i], right, e->weight))
      return false;
  }
  return true;
}

/* The rows of one article, of the first pass or, with `ranking` for the first,
 * of both. */
static bool
add_article(samples *s, const ng_training *t, const ng_example *e,
            const ng_ranking *ranking)
{
  static const ng_ranking nothing;
  ng_linker l = {.context = t->context,
                 .ranking = ranking ? ranking : &nothing,
                 .keep_values = true};
  s->off = t->off;
  ng_doc doc = *e->doc; /* with an arena that is given back at once */
  ng_arena_init(&doc.arena, (size_t)1 << 30);
  l.doc = &doc;
  bool ok = ng_spot_names(t->context, &doc, NULL) == NG_OK &&
            ng_linker_prepare(&l) && ng_linker_first(&l) &&
            (!ranking || ng_linker_second(&l));
  for (uint32_t i = 0; ok && i < doc.spots.n; i++)
    ok = add_spot_rows(s, &l, e, &doc.spots.at[i]);
  ng_arena_release(&doc.arena);
  return ok;
}

/* --- fitting -------------------------------------------------------------- */

typedef struct {
  double weight[NG_N_FEATURES], square[NG_N_FEATURES];
} model;

static void
learn(model *m, const samples *s, uint32_t row)
{
  uint32_t from = row ? s->ends[row - 1] : 0, to = s->ends[row];
  double sum = 0;
  for (uint32_t i = from; i < to; i++)
    sum += m->weight[s->values[i]];
  double p = 1 / (1 + exp(-sum));
  double error = (p - s->right[row]) * (double)s->weights[row];
  if (fabs(error) < 1e-4)
    return;
  for (uint32_t i = from; i < to; i++) {
    uint16_t v = s->values[i];
    double g = error + DECAY * m->weight[v];
    m->square[v] += g * g;
    m->weight[v] -= RATE * g / (1e-3 + sqrt(m->square[v]));
  }
}

static int16_t
thousandths(double weight)
{
  double w = weight * 1000;
  return (int16_t)(w > 30000 ? 30000 : w < -30000 ? -30000 : lrint(w));
}

/* Fit a model to the samples of all articles that `use` marks. */
static bool
fit(const samples *all, const uint8_t *use, size_t n, model *m)
{
  size_t total = 0, k = 0;
  for (size_t i = 0; i < n; i++)
    total += use[i] ? all[i].n : 0;
  uint32_t(*order)[2] = malloc((total + 1) * sizeof *order);
  if (!order)
    return false;
  for (size_t i = 0; i < n; i++)
    for (size_t r = 0; use[i] && r < all[i].n; r++, k++) {
      order[k][0] = (uint32_t)i;
      order[k][1] = (uint32_t)r;
    }
  memset(m, 0, sizeof *m);
  uint64_t state = 1;
  for (int epoch = 0; epoch < EPOCHS; epoch++) {
    for (size_t i = total; i > 1; i--) { /* the same shuffle every time */
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      size_t j = (size_t)(state >> 33) % i;
      uint32_t a = order[i - 1][0], b = order[i - 1][1];
      order[i - 1][0] = order[j][0];
      order[i - 1][1] = order[j][1];
      order[j][0] = a;
      order[j][1] = b;
    }
    for (size_t i = 0; i < total; i++)
      learn(m, &all[order[i][0]], order[i][1]);
  }
  free(order);
  return true;
}

/* --- both passes ---------------------------------------------------------- */

typedef struct {
  const ng_training *t;
  samples *samples; /* of each article */
  uint8_t *use;
  model *model;
  ng_ranking *ranking;
} trainer;

static void
clear(trainer *r)
{
  for (size_t i = 0; i < r->t->n; i++) {
    samples_release(&r->samples[i]);
    memset(&r->samples[i], 0, sizeof r->samples[i]);
  }
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
  if (!fit(r->samples, r->use, r->t->n, r->model))
    return false;
  for (size_t i = 0; i < NG_N_FEATURES; i++)
    out->weights[i].first = thousandths(r->model->weight[i]);
  return true;
}

/* The first pass on everything; for each fold one that has not seen it, and
 * the fold's rows for the second pass with it. */
static bool
train(trainer *r, ng_ranking *out)
{
  const ng_training *t = r->t;
  samples *second = calloc(t->n + 1, sizeof *second);
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
    ok = fit(second, r->use, t->n, r->model);
  }
  for (size_t i = 0; ok && i < NG_N_FEATURES; i++)
    out->weights[i].second = thousandths(r->model->weight[i]);
  for (size_t i = 0; second && i < t->n; i++)
    samples_release(&second[i]);
  free(second);
  return ok;
}

ng_status
ng_train_ranking(const ng_training *training, ng_ranking *out, ng_error *err)
{
  trainer r = {.t = training};
  r.samples = calloc(training->n + 1, sizeof *r.samples);
  r.use = calloc(training->n + 1, sizeof *r.use);
  r.model = calloc(1, sizeof *r.model);
  r.ranking = calloc(1, sizeof *r.ranking);
  memset(out, 0, sizeof *out);
  bool ok = r.samples && r.use && r.model && r.ranking && train(&r, out);
  if (r.samples)
    clear(&r);
  free(r.samples);
  free(r.use);
  free(r.model);
  free(r.ranking);
  return ok ? NG_OK
            : ng_fail(err, NG_ERR_LIMIT, 0, "no memory to train the ranking");
}
