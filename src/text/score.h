/* score.h - sums of rows of a table of weights, the inner loop of everything.
 *
 * All ways of summing give the same sums, to the bit: they are of integers and
 * cannot overflow.  Which one runs is chosen when a model is opened.
 */
#ifndef NG_SCORE_H
#define NG_SCORE_H

#include <stddef.h>
#include <stdint.h>

/* Columns of a wide row: 64 classes, a cache line of int8. */
enum { NG_WIDE = 64 };

/* At most so many rows are summed: 127 * 200 fits an int16. */
enum { NG_MOST_ROWS = 200 };

typedef int8_t ng_wide_row[NG_WIDE];
typedef int16_t ng_pair_row[2];

/* The sums of `n` rows, column by column. */
typedef void ng_wide_sum(const ng_wide_row *table, const uint32_t *rows,
                         uint32_t n, int16_t sums[NG_WIDE]);

/* The fastest one for this processor. */
ng_wide_sum *ng_wide_sum_choose(void);

/* The one that runs everywhere. */
ng_wide_sum ng_wide_sum_portable;

/* The first of the largest of `n` sums, at least one. */
static inline unsigned
ng_wide_best(const int16_t *sums, unsigned n)
{
  unsigned best = 0;
  for (unsigned i = 1; i < n; i++)
    best = sums[i] > sums[best] ? i : best;
  return best;
}

/* Asks for all rows before it reads the first, as most are far away. */
static inline void
ng_pair_sum(const ng_pair_row *table, const uint32_t *rows, uint32_t n,
            int32_t sums[2])
{
  int32_t a = 0, b = 0;
  for (uint32_t i = 0; i < n; i++)
    __builtin_prefetch(table[rows[i]]);
  for (uint32_t i = 0; i < n; i++) {
    a += table[rows[i]][0];
    b += table[rows[i]][1];
  }
  sums[0] = a;
  sums[1] = b;
}

#endif /* NG_SCORE_H */
