/* kernels_avx2.c - for processors with AVX2. */
#include "text/encode/kernels.h"

#if defined __x86_64__

#include <immintrin.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Wpsabi" /* all that takes vectors is inline \
                                          */

typedef int16_t kernel_act;

#define KERNEL_TARGET __attribute__((target("avx2")))
#define KERNEL_LANES 8
#define KERNEL_ROWS 4
#define KERNEL_NAME "avx2"
#define KERNEL_TABLE ng_kernels_avx2
#define KERNEL_LARGER(a, b) ((vf)_mm256_max_ps((__m256)(a), (__m256)(b)))
#define KERNEL_SMALLER(a, b) ((vf)_mm256_min_ps((__m256)(a), (__m256)(b)))

/* Eight outputs of four rows, in 8 of the 16 registers (with 12, gcc keeps them
 * in memory): each 32-bit lane has the sum of
 * two of an output's four products. (Products of bytes, vpmaddubsw, would
 * saturate.) */
KERNEL_TARGET static inline __attribute__((always_inline)) void
eight(const kernel_act *a, size_t stride, const int8_t *w, uint32_t n_in,
      int rows, __m256i s[KERNEL_ROWS][2])
{
  __m256i t[KERNEL_ROWS][2];
  NG_UNROLL
  for (int r = 0; r < rows; r++)
    t[r][0] = t[r][1] = _mm256_setzero_si256();
  for (uint32_t k = 0; k < n_in; k += 4, w += NG_TILE_STEP) {
    __m256i low = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)w));
    __m256i high =
        _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(w + 16)));
    NG_UNROLL
    for (int r = 0; r < rows; r++) {
      int64_t four;
      memcpy(&four, a + (size_t)r * stride + k, sizeof four);
      __m256i x = _mm256_set1_epi64x(four);
      t[r][0] = _mm256_add_epi32(t[r][0], _mm256_madd_epi16(x, low));
      t[r][1] = _mm256_add_epi32(t[r][1], _mm256_madd_epi16(x, high));
    }
  }
  NG_UNROLL
  for (int r = 0; r < rows; r++) {
    s[r][0] = t[r][0];
    s[r][1] = t[r][1];
  }
}

KERNEL_TARGET static inline __attribute__((always_inline)) void
tile(const kernel_act *a, size_t stride, const int8_t *w, uint32_t n_in,
     int rows, int32_t out[KERNEL_ROWS][NG_TILE_OUTPUTS])
{
  for (uint32_t o = 0; o < NG_TILE_OUTPUTS; o += 8) {
    __m256i s[KERNEL_ROWS][2];
    eight(a, stride, w + (size_t)o * 4, n_in, rows, s);
    NG_UNROLL
    for (int r = 0; r < rows; r++) {
      __m256i sums = _mm256_hadd_epi32(s[r][0], s[r][1]);
      sums = _mm256_permute4x64_epi64(sums, 0xD8); /* 0 2 1 3 */
      _mm256_storeu_si256((__m256i *)(out[r] + o), sums);
    }
  }
}

#include "text/encode/kernel.inc"

#endif
