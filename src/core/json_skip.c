/* json_skip.c - past a JSON object or array that nobody wants, 64 bytes at a
 * time: most of a dump is skipped so. */
#include "core/json_skip.h"

#include <stdint.h>

#if defined __x86_64__
#include <immintrin.h>
#endif

/* Bit i of each: what byte i of a block of 64 is. */
typedef struct {
  uint64_t quote, backslash, opens, closes;
} block;

/* Where in the nesting a block begins. */
typedef struct {
  int64_t depth;
  uint64_t inside; /* all bits: in a string */
  uint64_t carry;  /* bit 0: escaped by the block before */
} nesting;

/* Which bytes a backslash escapes; *carry: the first one, from the last block
 * and for the next (after simdjson: G. Langdale and D. Lemire, "Parsing
 * gigabytes of JSON per second", 3.1.1). */
static inline uint64_t
escaped(uint64_t backslash, uint64_t *carry)
{
  const uint64_t even = 0x5555555555555555ULL;
  backslash &= ~*carry;
  uint64_t follows = backslash << 1 | *carry;
  uint64_t odd_starts = backslash & ~even & ~follows;
  uint64_t sum = odd_starts + backslash;
  *carry = sum < odd_starts;
  return (even ^ sum << 1) & follows;
}

static inline void
drop_escaped(block *b, nesting *n)
{
  if (b->backslash | n->carry)
    b->quote &= ~escaped(b->backslash, &n->carry);
}

/* Forget the brackets in strings; `odd`: the prefix sum of b->quote, mod 2. */
static inline void
drop_strings(block *b, nesting *n, uint64_t odd)
{
  uint64_t string = odd ^ n->inside;
  n->inside = 0 - (string >> 63);
  b->opens &= ~string;
  b->closes &= ~string;
}

/* The bracket that brings n->depth to 0: its index + 1, or 0. */
static size_t
close_in(const block *b, nesting *n)
{
  for (uint64_t both = b->opens | b->closes; both; both &= both - 1) {
    unsigned i = (unsigned)__builtin_ctzll(both);
    n->depth += b->closes >> i & 1 ? -1 : 1;
    if (n->depth == 0)
      return i + 1;
  }
  return 0;
}

/* --- on any processor ----------------------------------------------------- */

/* Bit i: byte i of the 64 at `p` is `c`. */
static inline uint64_t
bytes_equal(const char *p, char c)
{
  uint64_t mask = 0;
#if defined __x86_64__
  for (size_t k = 0; k < 4; k++) {
    __m128i v = _mm_loadu_si128((const __m128i *)(p + 16 * k));
    __m128i same = _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(same) << (16 * k);
  }
#else
  for (unsigned i = 0; i < 64; i++)
    mask |= (uint64_t)(p[i] == c) << i;
#endif
  return mask;
}

/* How many bits are set; inline, since without -mpopcnt the compiler calls a
 * function, which cost a seventh of the reading of a dump. */
static inline int
count_bits(uint64_t x)
{
  x -= x >> 1 & 0x5555555555555555ULL;
  x = (x & 0x3333333333333333ULL) + (x >> 2 & 0x3333333333333333ULL);
  x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0FULL;
  return (int)(x * 0x0101010101010101ULL >> 56);
}

/* Bit i: an odd number of bits up to i is set. */
static inline uint64_t
prefix_xor(uint64_t x)
{
  for (unsigned shift = 1; shift < 64; shift *= 2)
    x ^= x << shift;
  return x;
}

static const char *
skip_portable(const char *at, const char *end)
{
  const char open = *at, close = open == '{' ? '}' : ']';
  nesting n = {0};
  for (; at < end; at += 64) {
    block b = {bytes_equal(at, '"'), bytes_equal(at, '\\'),
               bytes_equal(at, open), bytes_equal(at, close)};
    drop_escaped(&b, &n);
    drop_strings(&b, &n, prefix_xor(b.quote));
    int n_closes = count_bits(b.closes);
    if (n_closes < n.depth) {
      n.depth += count_bits(b.opens) - n_closes;
      continue;
    }
    size_t used = close_in(&b, &n);
    if (used)
      return at + used;
  }
  return NULL;
}

/* --- with AVX2 and carry-less products ------------------------------------ */

#if defined __x86_64__

#define WIDE __attribute__((target("avx2,pclmul,popcnt")))

WIDE static inline uint64_t
wide_equal(__m256i low, __m256i high, char c)
{
  __m256i wanted = _mm256_set1_epi8(c);
  int a = _mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
  int b = _mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
  return (uint32_t)a | (uint64_t)(uint32_t)b << 32;
}

/* prefix_xor() is a product without carries by all ones. */
WIDE static inline uint64_t
wide_prefix_xor(uint64_t x)
{
  __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)x),
                                         _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

WIDE static const char *
skip_wide(const char *at, const char *end)
{
  const char open = *at, close = open == '{' ? '}' : ']';
  nesting n = {0};
  for (; at < end; at += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)at);
    __m256i high = _mm256_loadu_si256((const __m256i *)(at + 32));
    block b = {wide_equal(low, high, '"'), wide_equal(low, high, '\\'),
               wide_equal(low, high, open), wide_equal(low, high, close)};
    drop_escaped(&b, &n);
    drop_strings(&b, &n, wide_prefix_xor(b.quote));
    int64_t n_closes = _mm_popcnt_u64(b.closes);
    if (n_closes < n.depth) {
      n.depth += _mm_popcnt_u64(b.opens) - n_closes;
      continue;
    }
    size_t used = close_in(&b, &n);
    if (used)
      return at + used;
  }
  return NULL;
}

static bool
is_wide(void)
{
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
         __builtin_cpu_supports("popcnt");
}

#endif

const char *
ng_json_skip(const char *at, const char *end, bool wide)
{
  const char *past;
#if defined __x86_64__
  if (wide && is_wide())
    past = skip_wide(at, end);
  else
#else
  (void)wide;
#endif
    past = skip_portable(at, end);
  return past && past <= end ? past : NULL;
}
