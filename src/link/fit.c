/* fit.c - a conditional logit model with a hidden layer, by AdaGrad (Duchi,
 * Hazan, Singer 2011) over sparse yes-or-no features.
 *
 * What hidden units find depends on the numbers that they start from: the
 * second pass is the mean of several nets, each with units of its own, which
 * are no more than as many units in one. */
#include "link/fit.h"

#include <math.h>
#include <stdlib.h>

/* How long, how fast and how tamed; chosen on held-out folds.  The model is the
 * mean of where it stood from epoch MEAN_FROM on, MEANS times an epoch: where
 * it stands last depends on what it saw last (Polyak and Juditsky 1992). */
enum { EPOCHS = 8, MEAN_FROM = 2, MEANS = 10 };
static const double RATE = 0.1, UNIT_RATE = 0.04, DECAY = 1e-3;

/* --- samples -------------------------------------------------------------- */

void
ng_samples_release(ng_samples *s)
{
  free(s->values);
  free(s->ends);
  free(s->spans);
  free(s->right);
  memset(s, 0, sizeof *s);
}

/* Make room in *at for n + more elements. */
static bool
grow(void *at, size_t *cap, size_t n, size_t size)
{
  void **array = at;
  if (n <= *cap)
    return true;
  void *larger = realloc(*array, n * 2 * size);
  if (!larger)
    return false;
  *array = larger;
  *cap = n * 2;
  return true;
}

bool
ng_samples_add(ng_samples *s, const uint16_t *values, size_t n, bool right)
{
  size_t cap = s->cap;
  if (!grow(&s->values, &s->cap_values, s->n_values + n, sizeof *s->values) ||
      !grow(&s->ends, &cap, s->n + 1, sizeof *s->ends) ||
      !grow(&s->right, &s->cap, s->n + 1, sizeof *s->right))
    return false;
  memcpy(s->values + s->n_values, values, n * sizeof *values);
  s->n_values += n;
  s->ends[s->n] = (uint32_t)s->n_values;
  s->right[s->n++] = right;
  return true;
}

bool
ng_samples_end(ng_samples *s)
{
  if (s->n_spans ? s->spans[s->n_spans - 1] == s->n : s->n == 0)
    return true;
  if (!grow(&s->spans, &s->cap_spans, s->n_spans + 1, sizeof *s->spans))
    return false;
  s->spans[s->n_spans++] = (uint32_t)s->n;
  return true;
}

/* --- the model ------------------------------------------------------------ */

enum { NET_UNITS = NG_N_UNITS / NG_N_NETS };

typedef struct {
  double unit[NET_UNITS];
} units;

/* Numbers of one kind: what they are, the sums of their squared gradients, and
 * the gradient of the span at hand. */
typedef struct {
  double weight[NG_N_FEATURES], square[NG_N_FEATURES], slope[NG_N_FEATURES];
  units deep[NG_N_DEEP], deep_square[NG_N_DEEP], deep_slope[NG_N_DEEP];
  units bias, bias_square, bias_slope;
  units out, out_square, out_slope;
  struct {
    double weight[NG_N_FEATURES];
    units deep[NG_N_DEEP], bias, out;
    size_t n;
  } mean; /* of the last epochs */
  bool touched[NG_N_FEATURES];
  uint16_t values[NG_N_FEATURES]; /* those touched */
  size_t n_touched;
  bool hidden;
  uint64_t state; /* of the random numbers */
} model;

static double
random_below_one(model *m)
{
  m->state = m->state * 6364136223846793005ULL + 1442695040888963407ULL;
  return (double)(m->state >> 40) / (double)(1 << 24);
}

static void
start(model *m, ng_pass pass, int net)
{
  memset(m, 0, sizeof *m);
  m->state = 1 + (uint64_t)net;
  m->hidden = pass == NG_SECOND_PASS;
  for (size_t k = 0; k < NET_UNITS; k++)
    m->out.unit[k] = k % 2 ? -0.3 : 0.3;
  for (size_t i = 0; i < NG_N_DEEP; i++)
    for (size_t k = 0; k < NET_UNITS; k++)
      m->deep[i].unit[k] = 0.2 * random_below_one(m) - 0.1;
}

/* One reading of a span as the model sees it. */
typedef struct {
  uint32_t from, to; /* values */
  double score;
  units units; /* before the rectifier */
  double slope;
} seen;

static void
see(const model *m, const ng_samples *s, uint32_t row, seen *out)
{
  out->from = row ? s->ends[row - 1] : 0;
  out->to = s->ends[row];
  out->score = 0;
  out->units = m->bias;
  for (uint32_t i = out->from; i < out->to; i++)
    out->score += m->weight[s->values[i]];
  if (!m->hidden)
    return;
  for (uint32_t i = out->from; i < out->to; i++)
    if (s->values[i] >= NG_FIRST_DEEP)
      for (size_t k = 0; k < NET_UNITS; k++)
        out->units.unit[k] += m->deep[s->values[i] - NG_FIRST_DEEP].unit[k];
  for (size_t k = 0; k < NET_UNITS; k++)
    if (out->units.unit[k] > 0)
      out->score += m->out.unit[k] * out->units.unit[k];
}

/* Add a reading's part to the gradient. */
static void
blame(model *m, const ng_samples *s, const seen *row)
{
  units slope = {{0}};
  for (size_t k = 0; m->hidden && k < NET_UNITS; k++)
    if (row->units.unit[k] > 0) {
      slope.unit[k] = row->slope * m->out.unit[k];
      m->out_slope.unit[k] += row->slope * row->units.unit[k];
      m->bias_slope.unit[k] += slope.unit[k];
    }
  for (uint32_t i = row->from; i < row->to; i++) {
    uint16_t v = s->values[i];
    if (!m->touched[v]) {
      m->touched[v] = true;
      m->values[m->n_touched++] = v;
    }
    m->slope[v] += row->slope;
    for (size_t k = 0; m->hidden && v >= NG_FIRST_DEEP && k < NET_UNITS; k++)
      m->deep_slope[v - NG_FIRST_DEEP].unit[k] += slope.unit[k];
  }
}

static void
step_units(units *at, units *square, units *slope)
{
  for (size_t k = 0; k < NET_UNITS; k++) {
    double g = slope->unit[k] + DECAY * at->unit[k];
    square->unit[k] += g * g;
    at->unit[k] -= UNIT_RATE * g / (1e-3 + sqrt(square->unit[k]));
    slope->unit[k] = 0;
  }
}

static void
step(model *m)
{
  for (size_t i = 0; i < m->n_touched; i++) {
    uint16_t v = m->values[i];
    double g = m->slope[v] + DECAY * m->weight[v];
    m->square[v] += g * g;
    m->weight[v] -= RATE * g / (1e-3 + sqrt(m->square[v]));
    m->slope[v] = 0;
    m->touched[v] = false;
    if (m->hidden && v >= NG_FIRST_DEEP) {
      size_t d = v - NG_FIRST_DEEP;
      step_units(&m->deep[d], &m->deep_square[d], &m->deep_slope[d]);
    }
  }
  m->n_touched = 0;
  if (!m->hidden)
    return;
  step_units(&m->bias, &m->bias_square, &m->bias_slope);
  step_units(&m->out, &m->out_square, &m->out_slope);
}

/* Learn from one span: its readings and "none", whose score is 0. */
static void
learn(model *m, const ng_samples *s, uint32_t span)
{
  seen rows[NG_MAX_READINGS];
  uint32_t from = span ? s->spans[span - 1] : 0, n = s->spans[span] - from;
  double most = 0, sum, surprise = 0;
  for (uint32_t i = 0; i < n; i++) {
    see(m, s, from + i, &rows[i]);
    most = rows[i].score > most ? rows[i].score : most;
  }
  sum = exp(-most);
  for (uint32_t i = 0; i < n; i++)
    sum += exp(rows[i].score - most);
  for (uint32_t i = 0; i < n; i++) {
    double p = exp(rows[i].score - most) / sum;
    rows[i].slope = (p - s->right[from + i]) * s->weight;
    surprise += fabs(rows[i].slope);
  }
  if (surprise < 1e-3)
    return;
  for (uint32_t i = 0; i < n; i++)
    if (fabs(rows[i].slope) > 1e-5)
      blame(m, s, &rows[i]);
  step(m);
}

/* --- fitting -------------------------------------------------------------- */

/* A span: article and number in it. */
typedef struct {
  uint32_t article, span;
} place;

static void
shuffle(model *m, place *order, size_t n)
{
  for (size_t i = n; i > 1; i--) { /* the same every time */
    m->state = m->state * 6364136223846793005ULL + 1442695040888963407ULL;
    size_t k = (size_t)(m->state >> 33) % i;
    place a = order[i - 1];
    order[i - 1] = order[k];
    order[k] = a;
  }
}

static int16_t
thousandths(double weight)
{
  double w = weight * 1000;
  return (int16_t)(w > 30000 ? 30000 : w < -30000 ? -30000 : lrint(w));
}

/* What net `net` of several has for its units, which are some of all. */
static void
store_units(const units *u, int net, double share, ng_hidden_units *out)
{
  for (int k = 0; k < NET_UNITS; k++)
    out->unit[net * NET_UNITS + k] = thousandths(u->unit[k] * share);
}

/* Add one net of the second pass to the sums of the others. */
static void
store_net(const model *m, int net, double *sums, ng_ranking *out)
{
  for (size_t i = 0; i < NG_N_FEATURES; i++)
    sums[i] += m->weight[i] / NG_N_NETS;
  for (size_t i = 0; i < NG_N_DEEP; i++) /* those never met stay as random */
    store_units(&m->deep[i], net, m->square[i + NG_FIRST_DEEP] > 0,
                &out->deep[i]);
  store_units(&m->bias, net, 1, &out->bias);
  store_units(&m->out, net, 1.0 / NG_N_NETS, &out->out);
}

static void
add_units(units *sum, const units *u)
{
  for (size_t k = 0; k < NET_UNITS; k++)
    sum->unit[k] += u->unit[k];
}

/* Where the model stands now, into the mean. */
static void
note_mean(model *m)
{
  m->mean.n++;
  for (size_t i = 0; i < NG_N_FEATURES; i++)
    m->mean.weight[i] += m->weight[i];
  for (size_t i = 0; m->hidden && i < NG_N_DEEP; i++)
    add_units(&m->mean.deep[i], &m->deep[i]);
  add_units(&m->mean.bias, &m->bias);
  add_units(&m->mean.out, &m->out);
}

static void
divide_units(units *u, const units *sum, size_t n)
{
  for (size_t k = 0; k < NET_UNITS; k++)
    u->unit[k] = sum->unit[k] / (double)n;
}

static void
take_mean(model *m)
{
  size_t n = m->mean.n;
  for (size_t i = 0; i < NG_N_FEATURES; i++)
    m->weight[i] = m->mean.weight[i] / (double)n;
  for (size_t i = 0; m->hidden && i < NG_N_DEEP; i++)
    divide_units(&m->deep[i], &m->mean.deep[i], n);
  divide_units(&m->bias, &m->mean.bias, n);
  divide_units(&m->out, &m->mean.out, n);
}

static void
descend(model *m, const ng_samples *all, place *order, size_t n)
{
  for (int epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(m, order, n);
    for (size_t i = 0; i < n; i++) {
      learn(m, &all[order[i].article], order[i].span);
      if (epoch >= MEAN_FROM && i % (n / MEANS + 1) == n / MEANS)
        note_mean(m);
    }
  }
  if (m->mean.n)
    take_mean(m);
}

/* All spans of the articles that `use` marks; NULL if memory runs out. */
static place *
list_places(const ng_samples *all, const uint8_t *use, size_t n, size_t *total)
{
  size_t k = 0;
  *total = 0;
  for (size_t i = 0; i < n; i++)
    *total += use[i] ? all[i].n_spans : 0;
  place *order = malloc((*total + 1) * sizeof *order);
  for (size_t i = 0; order && i < n; i++)
    for (size_t r = 0; use[i] && r < all[i].n_spans; r++)
      order[k++] = (place){(uint32_t)i, (uint32_t)r};
  return order;
}

bool
ng_fit(const ng_samples *all, const uint8_t *use, size_t n, ng_pass pass,
       ng_ranking *out)
{
  size_t total;
  place *order = list_places(all, use, n, &total);
  model *m = malloc(sizeof *m);
  double *sums = calloc(NG_N_FEATURES, sizeof *sums);
  bool ok = order && m && sums;
  for (int net = 0; ok && net < (pass == NG_FIRST_PASS ? 1 : NG_N_NETS);
       net++) {
    start(m, pass, net);
    descend(m, all, order, total);
    if (pass == NG_SECOND_PASS)
      store_net(m, net, sums, out);
  }
  for (size_t i = 0; ok && i < NG_N_FEATURES; i++)
    if (pass == NG_FIRST_PASS)
      out->weights[i].first = thousandths(m->weight[i]);
    else
      out->weights[i].second = thousandths(sums[i]);
  free(order);
  free(m);
  free(sums);
  return ok;
}
