/* score.h - sums of rows of a table of weights, the inner loop of everything.
 *
 * All ways of summing give the same sums, to the bit: they are of integers and
 * cannot overflow.  Which one runs is chosen when a model is opened.
 */
#ifndef NG_SCORE_H
#define NG_SCORE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Columns of a wide row: 64 classes, a cache line of int8. */
enum { NG_WIDE = 64 };

/* At most so many rows are summed: 127 * 200 fits an int16. */
enum { NG_MOST_ROWS = 200 };

typedef int8_t ng_wide_row[NG_WIDE];
typedef int8_t ng_pair_row[2];

/* The sums of `n` rows, column by column. */
typedef void ng_wide_sum(const ng_wide_row *table, const uint32_t *rows,
                         uint32_t n, int16_t sums[NG_WIDE]);

/* The fastest one for this processor. */
ng_wide_sum *ng_wide_sum_choose(void);

/* The one that runs everywhere. */
ng_wide_sum ng_wide_sum_portable;

/* The first of the largest of `n` sums, at least one. */
static inline unsigned
ng_wide_best_portable(const int16_t *sums, unsigned n)
{
  unsigned best = 0;
  for (unsigned i = 1; i < n; i++)
    best = sums[i] > sums[best] ? i : best;
  return best;
}

#if defined __SSE2__

#include <emmintrin.h>

static inline __m128i
ng_eight_sums(const int16_t *sums)
{
  return _mm_loadu_si128((const __m128i *)sums);
}

/* The same, eight at a time, the last eight wherever they begin: first the
 * largest, then where it is. */
static inline unsigned
ng_wide_best(const int16_t *sums, unsigned n)
{
  if (n < 8)
    return ng_wide_best_portable(sums, n);
  __m128i most = ng_eight_sums(sums + n - 8);
  for (unsigned i = 0; i + 8 <= n; i += 8)
    most = _mm_max_epi16(most, ng_eight_sums(sums + i));
  most = _mm_max_epi16(most, _mm_shuffle_epi32(most, _MM_SHUFFLE(1, 0, 3, 2)));
  most = _mm_max_epi16(most, _mm_shuffle_epi32(most, _MM_SHUFFLE(2, 3, 0, 1)));
  most =
      _mm_max_epi16(most, _mm_shufflelo_epi16(most, _MM_SHUFFLE(2, 3, 0, 1)));
  most = _mm_set1_epi16((int16_t)_mm_extract_epi16(most, 0));
  for (unsigned i = 0;; i = i + 16 <= n ? i + 8 : n - 8) {
    __m128i equal = _mm_cmpeq_epi16(ng_eight_sums(sums + i), most);
    unsigned where = (unsigned)_mm_movemask_epi8(equal);
    if (where)
      return i + (unsigned)__builtin_ctz(where) / 2;
  }
}

#else

static inline unsigned
ng_wide_best(const int16_t *sums, unsigned n)
{
  return ng_wide_best_portable(sums, n);
}

#endif

/* The sums of `n` rows of pairs. */
static inline void
ng_pair_sum_portable(const ng_pair_row *table, const uint32_t *rows, uint32_t n,
                     int32_t sums[2])
{
  int32_t a = 0, b = 0;
  for (uint32_t i = 0; i < n; i++) {
    a += table[rows[i]][0];
    b += table[rows[i]][1];
  }
  sums[0] = a;
  sums[1] = b;
}

#if defined __SSE2__

static inline int
ng_both(const ng_pair_row *row)
{
  int16_t both;
  memcpy(&both, row, sizeof both);
  return both;
}

static inline __m128i
ng_eight_pairs(const ng_pair_row *t, const uint32_t *r)
{
  __m128i x = _mm_cvtsi32_si128(ng_both(t + r[0]));
  x = _mm_insert_epi16(x, ng_both(t + r[1]), 1);
  x = _mm_insert_epi16(x, ng_both(t + r[2]), 2);
  x = _mm_insert_epi16(x, ng_both(t + r[3]), 3);
  x = _mm_insert_epi16(x, ng_both(t + r[4]), 4);
  x = _mm_insert_epi16(x, ng_both(t + r[5]), 5);
  x = _mm_insert_epi16(x, ng_both(t + r[6]), 6);
  return _mm_insert_epi16(x, ng_both(t + r[7]), 7);
}

static inline __m128i
ng_four_pairs(const ng_pair_row *t, const uint32_t *r)
{
  __m128i x = _mm_cvtsi32_si128(ng_both(t + r[0]) & 0xffff);
  x = _mm_insert_epi16(x, ng_both(t + r[1]), 1);
  x = _mm_insert_epi16(x, ng_both(t + r[2]), 2);
  return _mm_insert_epi16(x, ng_both(t + r[3]), 3);
}

/* The eight numbers of `a` added up, and those of `b`. */
static inline void
ng_eights_added(__m128i a, __m128i b, int32_t sums[2])
{
  a = _mm_madd_epi16(a, _mm_set1_epi16(1));
  b = _mm_madd_epi16(b, _mm_set1_epi16(1));
  a = _mm_add_epi32(_mm_unpacklo_epi32(a, b), _mm_unpackhi_epi32(a, b));
  a = _mm_add_epi32(a, _mm_shuffle_epi32(a, _MM_SHUFFLE(1, 0, 3, 2)));
  sums[0] = _mm_cvtsi128_si32(a);
  sums[1] = _mm_cvtsi128_si32(_mm_srli_si128(a, 4));
}

/* The same, eight rows at a time, which no sum of 16 bits overflows.  Callers
 * know how many rows they have: inlined, so that no loop asks. */
static inline __attribute__((always_inline)) void
ng_pair_sum(const ng_pair_row *table, const uint32_t *rows, uint32_t n,
            int32_t sums[2])
{
  __m128i a = _mm_setzero_si128(), b = a, pairs;
  uint32_t i = 0;
  int32_t rest[2];
  for (; i + 8 <= n; i += 8) {
    pairs = ng_eight_pairs(table, rows + i);
    a = _mm_add_epi16(a, _mm_srai_epi16(_mm_slli_epi16(pairs, 8), 8));
    b = _mm_add_epi16(b, _mm_srai_epi16(pairs, 8));
  }
  if (i + 4 <= n) {
    pairs = ng_four_pairs(table, rows + i);
    a = _mm_add_epi16(a, _mm_srai_epi16(_mm_slli_epi16(pairs, 8), 8));
    b = _mm_add_epi16(b, _mm_srai_epi16(pairs, 8));
    i += 4;
  }
  ng_eights_added(a, b, sums);
  ng_pair_sum_portable(table, rows + i, n - i, rest);
  sums[0] += rest[0];
  sums[1] += rest[1];
}

#else

static inline void
ng_pair_sum(const ng_pair_row *table, const uint32_t *rows, uint32_t n,
            int32_t sums[2])
{
  ng_pair_sum_portable(table, rows, n, sums);
}

#endif

#endif /* NG_SCORE_H */
