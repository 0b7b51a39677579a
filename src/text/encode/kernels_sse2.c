/* kernels_sse2.c - for every x86-64 processor. */
#include "text/encode/kernels.h"

#if defined __x86_64__

#include <emmintrin.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Wpsabi" /* all that takes vectors is inline \
                                          */

typedef int16_t kernel_act;

#define KERNEL_TARGET
#define KERNEL_LANES 4
#define KERNEL_ROWS 6
#define KERNEL_NAME "sse2"
#define KERNEL_TABLE ng_kernels_sse2
#define KERNEL_LARGER(a, b) ((vf)_mm_max_ps((__m128)(a), (__m128)(b)))
#define KERNEL_SMALLER(a, b) ((vf)_mm_min_ps((__m128)(a), (__m128)(b)))

/* Four outputs of two rows: each 32-bit lane has the sum of two of an output's
 * four products. */
static inline void
pair(const kernel_act *a, size_t stride, const int8_t *w, uint32_t n_in,
     int32_t *out0, int32_t *out1)
{
  __m128i s[2][2] = {{_mm_setzero_si128(), _mm_setzero_si128()},
                     {_mm_setzero_si128(), _mm_setzero_si128()}};
  for (uint32_t k = 0; k < n_in; k += 4, w += NG_TILE_STEP) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)w);
    __m128i low = _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
    __m128i high = _mm_srai_epi16(_mm_unpackhi_epi8(bytes, bytes), 8);
    NG_UNROLL
    for (int r = 0; r < 2; r++) {
      __m128i x =
          _mm_loadl_epi64((const __m128i *)(a + (size_t)r * stride + k));
      x = _mm_unpacklo_epi64(x, x);
      s[r][0] = _mm_add_epi32(s[r][0], _mm_madd_epi16(x, low));
      s[r][1] = _mm_add_epi32(s[r][1], _mm_madd_epi16(x, high));
    }
  }
  NG_UNROLL
  for (int r = 0; r < 2; r++) {
    int32_t lanes[8];
    _mm_storeu_si128((__m128i *)lanes, s[r][0]);
    _mm_storeu_si128((__m128i *)(lanes + 4), s[r][1]);
    for (size_t o = 0; o < 4; o++)
      (r ? out1 : out0)[o] = lanes[2 * o] + lanes[2 * o + 1];
  }
}

static inline void
tile(const kernel_act *a, size_t stride, const int8_t *w, uint32_t n_in,
     int rows, int32_t out[KERNEL_ROWS][NG_TILE_OUTPUTS])
{
  for (uint32_t o = 0; o < NG_TILE_OUTPUTS; o += 4)
    for (int r = 0; r < rows; r += 2)
      pair(a + (size_t)r * stride, stride, w + (size_t)o * 4, n_in, out[r] + o,
           out[r + 1] + o);
}

#include "text/encode/kernel.inc"

#endif
