/* hidden.c - sums of hidden units. */
#include "link/hidden.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(__SSE2__)

/* Add the weights of two values to units[0 .. 8), which multiplying by one and
 * adding neighbours does at once. */
static inline void
add_eight(const int16_t *a, const int16_t *b, __m128i *units)
{
  __m128i x = _mm_loadu_si128((const __m128i *)a);
  __m128i y = _mm_loadu_si128((const __m128i *)b);
  __m128i one = _mm_set1_epi16(1);
  units[0] =
      _mm_add_epi32(units[0], _mm_madd_epi16(_mm_unpacklo_epi16(x, y), one));
  units[1] =
      _mm_add_epi32(units[1], _mm_madd_epi16(_mm_unpackhi_epi16(x, y), one));
}

/* In blocks of 16 units, which stay in registers. */
void
ng_hidden_add(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
              int32_t *units)
{
  enum { BLOCK = 16 };
  static const ng_hidden_units nothing = {{0}};
  const ng_hidden_units *deep = ranking->deep;
  for (size_t k = 0; k < NG_N_UNITS; k += BLOCK) {
    __m128i sums[BLOCK / 4];
    for (size_t i = 0; i < BLOCK / 4; i++)
      sums[i] = _mm_loadu_si128((const __m128i *)(units + k + 4 * i));
    for (uint32_t i = 0; i < n; i += 2) {
      const int16_t *a = deep[values[i] - NG_FIRST_DEEP].unit + k;
      const int16_t *b =
          (i + 1 < n ? &deep[values[i + 1] - NG_FIRST_DEEP] : &nothing)->unit +
          k;
      add_eight(a, b, sums);
      add_eight(a + 8, b + 8, sums + 2);
    }
    for (size_t i = 0; i < BLOCK / 4; i++)
      _mm_storeu_si128((__m128i *)(units + k + 4 * i), sums[i]);
  }
}

#else

void
ng_hidden_add(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
              int32_t *units)
{
  for (uint32_t i = 0; i < n; i++) {
    const ng_hidden_units *w = &ranking->deep[values[i] - NG_FIRST_DEEP];
    for (int k = 0; k < NG_N_UNITS; k++)
      units[k] += w->unit[k];
  }
}

#endif

int32_t
ng_hidden_score(const ng_ranking *ranking, const int32_t *units)
{
  int64_t sum = 0;
  for (int k = 0; k < NG_N_UNITS; k++)
    sum += (int64_t)(units[k] > 0 ? units[k] : 0) * ranking->out.unit[k];
  return (int32_t)(sum / 1000);
}
