#include "train/perceptron.h"

#include <string.h>

bool
ng_perceptron_init(ng_perceptron *p, unsigned width, unsigned bits,
                   ng_arena *arena)
{
  size_t n = (size_t)width << bits;
  *p = (ng_perceptron){.width = width, .bits = bits, .time = 1};
  p->weight = NG_NEW(arena, int16_t, n);
  p->total = NG_NEW(arena, int64_t, n);
  return p->weight && p->total;
}

void
ng_perceptron_reset(ng_perceptron *p)
{
  size_t n = (size_t)p->width << p->bits;
  memset(p->weight, 0, n * sizeof *p->weight);
  memset(p->total, 0, n * sizeof *p->total);
  p->time = 1;
}

/* As in use, all rows are asked for before the first is read: training waits
 * for memory. */
static void
ask_for(const ng_perceptron *p, const uint32_t *rows, uint32_t n)
{
  enum { LINE = 64 / sizeof(int16_t) };
  for (uint32_t i = 0; i < n; i++)
    for (unsigned k = 0; k < p->width; k += LINE)
      __builtin_prefetch(p->weight + (size_t)rows[i] * p->width + k);
}

static void
score_wide(const int16_t *weight, const uint32_t *rows, uint32_t n,
           int32_t sums[NG_WIDE])
{
  memset(sums, 0, NG_WIDE * sizeof *sums);
  for (uint32_t i = 0; i < n; i++) {
    const int16_t *row = weight + (size_t)rows[i] * NG_WIDE;
    for (int k = 0; k < NG_WIDE; k++)
      sums[k] += row[k];
  }
}

void
ng_perceptron_score(const ng_perceptron *p, const uint32_t *rows, uint32_t n,
                    int32_t *sums)
{
  ask_for(p, rows, n);
  if (p->width == NG_WIDE) {
    score_wide(p->weight, rows, n, sums);
    return;
  }
  memset(sums, 0, p->width * sizeof *sums);
  for (uint32_t i = 0; i < n; i++)
    for (unsigned k = 0; k < p->width; k++)
      sums[k] += p->weight[(size_t)rows[i] * p->width + k];
}

/* A weight that has gone as far as it can stays there. */
static void
change(ng_perceptron *p, size_t at, int by)
{
  int weight = p->weight[at] + by;
  if (weight > INT16_MAX || weight < INT16_MIN)
    return;
  p->weight[at] = (int16_t)weight;
  p->total[at] += by * p->time;
}

void
ng_perceptron_update(ng_perceptron *p, const uint32_t *rows, uint32_t n,
                     unsigned good, unsigned bad)
{
  for (uint32_t i = 0; i < n; i++) {
    size_t at = (size_t)rows[i] * p->width;
    change(p, at + good, 1);
    change(p, at + bad, -1);
  }
}

/* To the nearest, halves away from zero. */
static int64_t
divided(int64_t x, int64_t by)
{
  return (x >= 0 ? x + by / 2 : x - by / 2) / by;
}

static int
cut(int64_t x, int least, int most)
{
  if (x < least && x > -least)
    return 0;
  return x > most ? most : x < -most ? -most : (int)x;
}

/* The averaged weight at `at`, `scale` units to one. */
static int64_t
averaged(const ng_perceptron *p, size_t at, int scale)
{
  return divided((p->weight[at] * p->time - p->total[at]) * scale, p->time);
}

void
ng_perceptron_wide(const ng_perceptron *p, int scale, int least,
                   ng_wide_row *out)
{
  for (size_t row = 0; row < (size_t)1 << p->bits; row++)
    for (unsigned k = 0; k < NG_WIDE; k++)
      out[row][k] =
          (int8_t)cut(averaged(p, row * NG_WIDE + k, scale), least, INT8_MAX);
}

enum { THOUSAND = 1000 };

bool
ng_mean_init(ng_mean *mean, const ng_perceptron *p, ng_arena *arena)
{
  *mean = (ng_mean){.width = p->width, .bits = p->bits};
  mean->sum = NG_NEW(arena, int32_t, (size_t)p->width << p->bits);
  return mean->sum != NULL;
}

void
ng_mean_add(ng_mean *mean, const ng_perceptron *p)
{
  size_t n = (size_t)p->width << p->bits;
  for (size_t i = 0; i < n; i++)
    mean->sum[i] += (int32_t)averaged(p, i, THOUSAND);
  mean->n++;
}

/* The mean of what `sum` adds up, `scale` units to `unit`. */
static int64_t
scaled(const ng_mean *mean, int64_t sum, int scale, int unit)
{
  return divided(sum * scale, (int64_t)mean->n * THOUSAND * unit);
}

void
ng_mean_wide(const ng_mean *mean, int scale, int least, ng_wide_row *out)
{
  for (size_t row = 0; row < (size_t)1 << mean->bits; row++)
    for (unsigned k = 0; k < NG_WIDE; k++) {
      int64_t x = scaled(mean, mean->sum[row * NG_WIDE + k], scale, 1);
      out[row][k] = (int8_t)cut(x, least, INT8_MAX);
    }
}

void
ng_mean_pairs(const ng_mean *mean, int scale, int least, ng_pair_row *out)
{
  for (size_t row = 0; row < (size_t)1 << mean->bits; row++) {
    const int32_t *sum = mean->sum + row * mean->width;
    for (unsigned k = 0; k < 2; k++) {
      int64_t over = (int64_t)sum[k + 1] - sum[0];
      int64_t x = scaled(mean, over, scale, NG_PAIR_UNIT);
      out[row][k] = (int8_t)cut(x, least, INT8_MAX);
    }
  }
}
