#include "kb/popularity.h"

/* The logarithm by squaring: each squaring of the mantissa yields one bit. */
uint32_t
ng_log_64(uint64_t n, unsigned scale)
{
  uint64_t x = n + (1ULL << scale);
  if (x < n)
    x = UINT64_MAX;
  unsigned whole = 63U - (unsigned)__builtin_clzll(x);
  /* the mantissa, 1 to 2, in 1/2^31 */
  uint64_t m = whole > 31 ? x >> (whole - 31) : x << (31 - whole);
  uint32_t log = (whole - scale) * 64;
  for (uint32_t bit = 32; bit; bit /= 2) {
    m = m * m >> 31;
    if (m >> 32) {
      m >>= 1;
      log += bit;
    }
  }
  return log;
}

uint64_t
ng_popularity_weight(uint32_t popularity)
{
  /* 32768 * 2^(i / 32) */
  static const uint16_t fraction[32] = {
      32768, 33486, 34219, 34968, 35734, 36516, 37316, 38133,
      38968, 39821, 40693, 41584, 42495, 43425, 44376, 45348,
      46341, 47356, 48393, 49452, 50535, 51642, 52773, 53928,
      55109, 56316, 57549, 58809, 60097, 61413, 62757, 64132};
  uint32_t p = popularity < NG_POPULARITY_MAX ? popularity : NG_POPULARITY_MAX;
  return (uint64_t)fraction[p % 32] << (p / 32);
}
