/* kernels_vnni.c - for processors with AVX-512 VNNI: four products of bytes
 * and their sum in each lane at once. */
#include "text/encode/kernels.h"

#if defined __x86_64__

#include <immintrin.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Wpsabi" /* all that takes vectors is inline \
                                          */

#define KERNEL_TARGET \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#define KERNEL_LANES 16
#define KERNEL_ROWS 6
#define KERNEL_NAME "avx512vnni"
#define KERNEL_TABLE ng_kernels_vnni
#define KERNEL_DOT(sum, a, w)                                       \
  ((four_products)_mm512_dpbusd_epi32((__m512i)(sum), (__m512i)(a), \
                                      (__m512i)(w)))

#define KERNEL_LARGER(a, b) ((vf)_mm512_max_ps((__m512)(a), (__m512)(b)))
#define KERNEL_SMALLER(a, b) ((vf)_mm512_min_ps((__m512)(a), (__m512)(b)))

#include "text/encode/kernel_vnni.inc"

#include "text/encode/kernel.inc"

#endif
