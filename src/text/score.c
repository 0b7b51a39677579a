#include "text/score.h"

#include <string.h>

void
ng_wide_sum_portable(const ng_wide_row *table, const uint32_t *rows, uint32_t n,
                     int16_t sums[NG_WIDE])
{
  memset(sums, 0, NG_WIDE * sizeof *sums);
  for (uint32_t i = 0; i < n; i++) {
    const int8_t *row = table[rows[i]];
    for (int k = 0; k < NG_WIDE; k++)
      sums[k] = (int16_t)(sums[k] + row[k]);
  }
}

#if defined __x86_64__

#include <immintrin.h>

__attribute__((target("avx2"))) static void
sum_avx2(const ng_wide_row *table, const uint32_t *rows, uint32_t n,
         int16_t sums[NG_WIDE])
{
  __m256i s[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(),
                  _mm256_setzero_si256(), _mm256_setzero_si256()};
  for (uint32_t i = 0; i < n; i++) {
    const int8_t *row = table[rows[i]];
    for (size_t k = 0; k < 4; k++) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(row + 16 * k));
      s[k] = _mm256_add_epi16(s[k], _mm256_cvtepi8_epi16(bytes));
    }
  }
  for (size_t k = 0; k < 4; k++)
    _mm256_storeu_si256((__m256i *)(sums + 16 * k), s[k]);
}

__attribute__((target("avx512bw"))) static void
sum_avx512(const ng_wide_row *table, const uint32_t *rows, uint32_t n,
           int16_t sums[NG_WIDE])
{
  __m512i low = _mm512_setzero_si512(), high = _mm512_setzero_si512();
  for (uint32_t i = 0; i < n; i++) {
    const int8_t *row = table[rows[i]];
    __m256i a = _mm256_loadu_si256((const __m256i *)row);
    __m256i b = _mm256_loadu_si256((const __m256i *)(row + 32));
    low = _mm512_add_epi16(low, _mm512_cvtepi8_epi16(a));
    high = _mm512_add_epi16(high, _mm512_cvtepi8_epi16(b));
  }
  _mm512_storeu_si512(sums, low);
  _mm512_storeu_si512(sums + 32, high);
}

ng_wide_sum *
ng_wide_sum_choose(void)
{
  if (__builtin_cpu_supports("avx512bw"))
    return sum_avx512;
  if (__builtin_cpu_supports("avx2"))
    return sum_avx2;
  return ng_wide_sum_portable;
}

#else

ng_wide_sum *
ng_wide_sum_choose(void)
{
  return ng_wide_sum_portable;
}

#endif
