/* hidden.c - sums of hidden units, by what the processor has. */
#include "link/hidden.h"

#include <string.h>

#if defined __x86_64__
#include <immintrin.h>
#endif

/* --- any processor -------------------------------------------------------- */

static void
add_portable(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
             int32_t *units)
{
  for (uint32_t i = 0; i < n; i++) {
    const ng_hidden_units *w = &ranking->deep[values[i] - NG_FIRST_DEEP];
    for (int k = 0; k < NG_N_UNITS; k++)
      units[k] += w->unit[k];
  }
}

static int32_t
score_portable(const ng_ranking *ranking, const int32_t *units,
               const uint16_t *values, uint32_t n)
{
  int32_t all[NG_N_UNITS];
  int64_t sum = 0;
  memcpy(all, units, sizeof all);
  add_portable(ranking, values, n, all);
  for (int k = 0; k < NG_N_UNITS; k++)
    sum += (int64_t)(all[k] > 0 ? all[k] : 0) * ranking->out.unit[k];
  return (int32_t)(sum / 1000);
}

/* --- with wide registers, which hold all units ---------------------------- */

#if defined __x86_64__

#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512f")))
#define INLINE static inline __attribute__((always_inline))

enum { N_8 = NG_N_UNITS / 8, N_16 = NG_N_UNITS / 16 };

AVX2 INLINE __m256i
widen_8(const int16_t *at)
{
  return _mm256_cvtepi16_epi32(_mm_loadu_si128((const __m128i *)at));
}

AVX2 INLINE void
sum_8(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
      __m256i *sums)
{
  for (uint32_t i = 0; i < n; i++) {
    const int16_t *w = ranking->deep[values[i] - NG_FIRST_DEEP].unit;
#pragma GCC unroll 6
    for (size_t k = 0; k < N_8; k++)
      sums[k] = _mm256_add_epi32(sums[k], widen_8(w + 8 * k));
  }
}

AVX2 INLINE void
load_8(const int32_t *units, __m256i *sums)
{
#pragma GCC unroll 6
  for (size_t k = 0; k < N_8; k++)
    sums[k] = _mm256_loadu_si256((const __m256i *)(units + 8 * k));
}

AVX2 static void
add_avx2(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
         int32_t *units)
{
  __m256i sums[N_8];
  load_8(units, sums);
  sum_8(ranking, values, n, sums);
#pragma GCC unroll 6
  for (size_t k = 0; k < N_8; k++)
    _mm256_storeu_si256((__m256i *)(units + 8 * k), sums[k]);
}

/* The products of the even lanes, and of the odd ones, in 64 bits. */
AVX2 INLINE __m256i
products_8(__m256i a, __m256i b)
{
  __m256i even = _mm256_mul_epi32(a, b);
  __m256i odd =
      _mm256_mul_epi32(_mm256_srli_epi64(a, 32), _mm256_srli_epi64(b, 32));
  return _mm256_add_epi64(even, odd);
}

AVX2 static int32_t
score_avx2(const ng_ranking *ranking, const int32_t *units,
           const uint16_t *values, uint32_t n)
{
  __m256i sums[N_8], all = _mm256_setzero_si256();
  int64_t parts[4];
  load_8(units, sums);
  sum_8(ranking, values, n, sums);
#pragma GCC unroll 6
  for (size_t k = 0; k < N_8; k++) {
    __m256i on = _mm256_max_epi32(sums[k], _mm256_setzero_si256());
    all = _mm256_add_epi64(all,
                           products_8(on, widen_8(ranking->out.unit + 8 * k)));
  }
  _mm256_storeu_si256((__m256i *)parts, all);
  return (int32_t)((parts[0] + parts[1] + parts[2] + parts[3]) / 1000);
}

AVX512 INLINE __m512i
widen_16(const int16_t *at)
{
  return _mm512_cvtepi16_epi32(_mm256_loadu_si256((const __m256i *)at));
}

AVX512 INLINE void
sum_16(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
       const int32_t *units, __m512i *sums)
{
#pragma GCC unroll 3
  for (size_t k = 0; k < N_16; k++)
    sums[k] = _mm512_loadu_si512(units + 16 * k);
  for (uint32_t i = 0; i < n; i++) {
    const int16_t *w = ranking->deep[values[i] - NG_FIRST_DEEP].unit;
#pragma GCC unroll 3
    for (size_t k = 0; k < N_16; k++)
      sums[k] = _mm512_add_epi32(sums[k], widen_16(w + 16 * k));
  }
}

AVX512 static void
add_avx512(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
           int32_t *units)
{
  __m512i sums[N_16];
  sum_16(ranking, values, n, units, sums);
#pragma GCC unroll 3
  for (size_t k = 0; k < N_16; k++)
    _mm512_storeu_si512(units + 16 * k, sums[k]);
}

AVX512 static int32_t
score_avx512(const ng_ranking *ranking, const int32_t *units,
             const uint16_t *values, uint32_t n)
{
  __m512i sums[N_16], all = _mm512_setzero_si512();
  sum_16(ranking, values, n, units, sums);
#pragma GCC unroll 3
  for (size_t k = 0; k < N_16; k++) {
    __m512i on = _mm512_max_epi32(sums[k], _mm512_setzero_si512());
    __m512i out = widen_16(ranking->out.unit + 16 * k);
    __m512i odd =
        _mm512_mul_epi32(_mm512_srli_epi64(on, 32), _mm512_srli_epi64(out, 32));
    all =
        _mm512_add_epi64(all, _mm512_add_epi64(_mm512_mul_epi32(on, out), odd));
  }
  return (int32_t)(_mm512_reduce_add_epi64(all) / 1000);
}

#endif

/* --- which ---------------------------------------------------------------- */

const ng_hidden *
ng_hidden_at(unsigned i)
{
  static const ng_hidden portable = {"portable", add_portable, score_portable};
  const ng_hidden *known[3] = {&portable};
  unsigned n = 1;
#if defined __x86_64__
  static const ng_hidden avx2 = {"avx2", add_avx2, score_avx2};
  static const ng_hidden avx512 = {"avx512", add_avx512, score_avx512};
  if (__builtin_cpu_supports("avx2"))
    known[n++] = &avx2;
  if (__builtin_cpu_supports("avx512f"))
    known[n++] = &avx512;
#endif
  return i < n ? known[i] : NULL;
}

const ng_hidden *
ng_hidden_best(void)
{
  unsigned n = 0;
  while (ng_hidden_at(n + 1))
    n++;
  return ng_hidden_at(n);
}
