/* kernels.h - the arithmetic of the deep model, for each kind of processor.
 *
 * All of them give the same bytes: products of integers are exact, and floating
 * point is done in vectors of 16 lanes in one order, whatever a register holds.
 * No kernel may use fused multiply-add, which rounds once where two operations
 * round twice.
 */
#ifndef NG_KERNELS_H
#define NG_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Weights of a linear map; see deep.h for their order. */
typedef struct {
  uint32_t n_in, n_out; /* a multiple of 16; outputs in use */
  const int8_t *weights;
  const float *scales, *biases; /* an output each, filled up to 32 */
  const int32_t *sums;
} ng_matrix;

/* Outputs of a matrix, those that fill its last block up included. */
static inline uint32_t
ng_matrix_width(const ng_matrix *m)
{
  return (m->n_out + 31) / 32 * 32;
}

/* Rows of floats, `stride` floats apart. */
typedef struct {
  float *at;
  size_t stride;
} ng_rows;

/* Before a loop over a tile's rows, which must stay in registers, or another
 * short one. */
#if defined __clang__
#define NG_UNROLL _Pragma("unroll")
#else
#define NG_UNROLL _Pragma("GCC unroll 8")
#endif

/* Most rows of a tile; its outputs; the bytes of their weights for four inputs.
 */
enum { NG_TILE_ROWS = 6, NG_TILE_OUTPUTS = 32, NG_TILE_STEP = 128 };

/* Most inputs of a matrix, and most rows at a time. */
enum { NG_MOST_INPUTS = 4096, NG_MOST_PIECES = 252 };

/* Room for multiply(): for so many rows and inputs. */
static inline size_t
ng_multiply_room(uint32_t rows, uint32_t n_in)
{
  return (rows + NG_TILE_ROWS) * (2 * (size_t)n_in + 2 * sizeof(float));
}

typedef struct {
  const char *name;

  /* out = in * m + biases, for `n` rows. `out` has the matrix's width. `room`
   * is aligned to 64 bytes. */
  void (*multiply)(const ng_matrix *m, ng_rows in, uint32_t n, ng_rows out,
                   void *room);

  /* x = normalised(x + add), with gains and then biases in `norm`; `size`
   * floats, a multiple of 16.  `add` may be NULL. */
  void (*normalise)(float *x, const float *add, const float *norm,
                    uint32_t size);

  /* Gaussian error linear unit of `n` floats, a multiple of 16. */
  void (*gelu)(float *x, size_t n);

  /* One head's attention over a sentence of `n` pieces, at most
   * NG_MOST_PIECES: `in` is at its queries; keys and values are `size` and
   * 2 * size floats behind. `width` is a multiple of 16, at most 128; `room`
   * has NG_ATTEND_ROOM floats. */
  void (*attend)(ng_rows in, uint32_t size, uint32_t width, uint32_t n,
                 ng_rows out, float *room);

  /* The product of two vectors of `n` floats, a multiple of 16. */
  float (*dot)(const float *a, const float *b, uint32_t n);
} ng_kernels;

enum {
  NG_MOST_WIDTH = 128,
  NG_ATTEND_ROWS = 4, /* queries at a time */
  NG_ATTEND_ROOM = (NG_MOST_WIDTH + NG_ATTEND_ROWS) * 256
};

extern const ng_kernels ng_kernels_portable;
#if defined __x86_64__
extern const ng_kernels ng_kernels_sse2, ng_kernels_avx2, ng_kernels_vnni;
#endif

/* Kernel `i` of those that run here, the slowest first; NULL past the last. */
const ng_kernels *ng_kernels_at(unsigned i);

/* The fastest one, or that which $NEWSGRAPH_KERNELS names if it runs here. */
const ng_kernels *ng_kernels_choose(void);

#endif /* NG_KERNELS_H */
