/* random.h - the same random numbers everywhere: splitmix64. */
#ifndef NG_RANDOM_H
#define NG_RANDOM_H

#include <stdint.h>

typedef struct {
  uint64_t state; /* the seed, at first */
} ng_random;

/* 0 to n - 1; n is not 0.  The bias of the multiplication is below 2^-32. */
static inline uint32_t
ng_random_below(ng_random *r, uint32_t n)
{
  uint64_t h = r->state += 0x9E3779B97F4A7C15U;
  h = (h ^ h >> 30) * 0xBF58476D1CE4E5B9U;
  h = (h ^ h >> 27) * 0x94D049BB133111EBU;
  return (uint32_t)((h >> 32) * n >> 32);
}

#endif /* NG_RANDOM_H */
