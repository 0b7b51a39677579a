#include "text/encode/tree.h"

#include <string.h>

/* Eisner, "Three new probabilistic models for dependency parsing", COLING 1996:
 * spans that are headed at one end, complete or wanting the half of their
 * farther end, by growing width.  Of the root's children the first to be found
 * best alone is kept, see one_root().
 *
 * In the tables, [s][t] with s < t is a span headed at its left end, [t][s] the
 * same span headed at its right. */
typedef struct {
  const float *scores; /* [child][head] */
  size_t n;            /* words and the root */
  float *whole, *half;
  uint16_t *whole_at, *half_at; /* where it is best divided */
  uint32_t only; /* the one child that the root may have, or 0: any */
} chart;

static const float never = -1e30F;

static float
arc(const chart *c, size_t head, size_t child)
{
  if (head == 0 && c->only && child != c->only)
    return never;
  return c->scores[child * c->n + head];
}

/* Both halves of a span that is joined by an arc between its ends. */
static void
join(chart *c, size_t s, size_t t)
{
  size_t n = c->n, at = s;
  float best = never;
  for (size_t k = s; k < t; k++) {
    float v = c->whole[s * n + k] + c->whole[t * n + k + 1];
    if (v > best) {
      best = v;
      at = k;
    }
  }
  c->half[s * n + t] = best + arc(c, s, t);
  c->half[t * n + s] = s ? best + arc(c, t, s) : never;
  c->half_at[s * n + t] = c->half_at[t * n + s] = (uint16_t)at;
}

static void
complete(chart *c, size_t s, size_t t)
{
  size_t n = c->n, at = s + 1;
  float best = never;
  for (size_t k = s + 1; k <= t; k++) {
    float v = c->half[s * n + k] + c->whole[k * n + t];
    if (v > best) {
      best = v;
      at = k;
    }
  }
  c->whole[s * n + t] = best;
  c->whole_at[s * n + t] = (uint16_t)at;
  best = never;
  at = s;
  for (size_t k = s; k < t; k++) {
    float v = c->whole[k * n + s] + c->half[t * n + k];
    if (v > best) {
      best = v;
      at = k;
    }
  }
  c->whole[t * n + s] = best;
  c->whole_at[t * n + s] = (uint16_t)at;
}

/* Read the heads off the chart.  Spans wait on a stack of at most n: each is
 * divided into two that together are no wider. */
static void
read_heads(const chart *c, uint32_t *heads)
{
  struct {
    uint16_t from, to;
    bool half;
  } stack[2 * NG_TREE_WORDS + 8];
  size_t depth = 0, n = c->n;
#define PUSH(a, b, h)                                                  \
  (stack[depth].from = (uint16_t)(a), stack[depth].to = (uint16_t)(b), \
   stack[depth++].half = (h))
  PUSH(0, n - 1, false);
  while (depth) {
    size_t from = stack[--depth].from, to = stack[depth].to;
    if (from == to)
      continue;
    if (!stack[depth].half) {
      size_t k = c->whole_at[from * n + to];
      PUSH(from, k, true);
      PUSH(k, to, false);
      continue;
    }
    size_t k = c->half_at[from * n + to];
    heads[to] = (uint32_t)from;
    PUSH(from, from < to ? k : k + 1, false);
    PUSH(to, from < to ? k + 1 : k, false);
  }
#undef PUSH
}

static void
solve(chart *c, uint32_t *heads)
{
  size_t n = c->n;
  for (size_t i = 0; i < n; i++)
    c->whole[i * n + i] = 0;
  for (size_t width = 1; width < n; width++)
    for (size_t s = 0; s + width < n; s++) {
      join(c, s, s + width);
      complete(c, s, s + width);
    }
  read_heads(c, heads);
}

/* Of several children of the root, the one that likes it best. */
static uint32_t
one_root(const chart *c, const uint32_t *heads)
{
  uint32_t best = 0, count = 0;
  for (uint32_t i = 1; i < c->n; i++) {
    if (heads[i] != 0)
      continue;
    count++;
    if (!best || c->scores[i * c->n] > c->scores[best * c->n])
      best = i;
  }
  return count > 1 ? best : 0;
}

void
ng_tree_find(const float *scores, uint32_t n, uint32_t *heads, float *room)
{
  size_t cells = ((size_t)n + 1) * (n + 1);
  chart c = {.scores = scores, .n = (size_t)n + 1, .whole = room};
  c.half = room + cells;
  c.whole_at = (void *)(room + 2 * cells);
  c.half_at = c.whole_at + cells;
  memset(heads, 0, ((size_t)n + 1) * sizeof *heads);
  solve(&c, heads);
  c.only = one_root(&c, heads);
  if (c.only)
    solve(&c, heads);
}
