/* kernels_portable.c - in plain C, for any processor. */
#include "text/encode/kernels.h"

#include <string.h>

#pragma GCC diagnostic ignored "-Wpsabi" /* all that takes vectors is inline \
                                          */

typedef uint8_t kernel_act;

#define KERNEL_TARGET
#define KERNEL_LANES 4
#define KERNEL_ROWS 6
#define KERNEL_NAME "portable"
#define KERNEL_TABLE ng_kernels_portable

static inline void
tile(const kernel_act *a, size_t stride, const int8_t *w, uint32_t n_in,
     int rows, int32_t out[KERNEL_ROWS][NG_TILE_OUTPUTS])
{
  memset(out, 0, (size_t)rows * sizeof *out);
  for (uint32_t k = 0; k < n_in; k += 4, w += NG_TILE_STEP)
    for (int r = 0; r < rows; r++)
      for (uint32_t o = 0; o < NG_TILE_OUTPUTS; o++)
        for (uint32_t i = 0; i < 4; i++)
          out[r][o] += a[(size_t)r * stride + k + i] * w[4 * o + i];
}

#include "text/encode/kernel.inc"
