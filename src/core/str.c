#include "core/str.h"

#include <stdint.h>

static unsigned char
lower(char c)
{
  return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* Is it `word` that begins at `at`, and ends with it? */
static bool
is_here(const char *at, ng_str word)
{
  size_t i = 1;
  while (i < word.len && at[i] && (unsigned char)at[i] == lower(word.at[i]))
    i++;
  return i == word.len && (at[i] == ' ' || !at[i]);
}

#if defined __SSE2__

#include <emmintrin.h>

enum { STEP = 16 };

/* A bit for each of the places list[0 .. STEP) that is `first` behind a space;
 * list[-1] can be read. */
static inline uint64_t
places(const char *list, unsigned char first)
{
  __m128i here = _mm_loadu_si128((const __m128i *)list);
  __m128i before = _mm_loadu_si128((const __m128i *)(list - 1));
  here = _mm_cmpeq_epi8(here, _mm_set1_epi8((char)first));
  before = _mm_cmpeq_epi8(before, _mm_set1_epi8(' '));
  return (unsigned)_mm_movemask_epi8(_mm_and_si128(here, before));
}

#else

enum { STEP = 8 };

static inline uint64_t
places(const char *list, unsigned char first)
{
  uint64_t found = 0;
  for (int k = 0; k < STEP; k++)
    found |= (uint64_t)(list[k - 1] == ' ' && (unsigned char)list[k] == first)
             << k;
  return found;
}

#endif

/* Several places at a time, the last ones wherever they begin: a word of the
 * list may begin only behind a space and with its first letter. */
bool
ng_str_among_portable(ng_str word, ng_str list)
{
  size_t n = list.len, i = 1;
  if (!word.len || !n)
    return false;
  unsigned char first = lower(word.at[0]);
  if ((unsigned char)list.at[0] == first && is_here(list.at, word))
    return true;
  for (; n > STEP && i < n; i += STEP) {
    size_t at = i + STEP <= n ? i : n - STEP;
    for (uint64_t found = places(list.at + at, first); found;
         found &= found - 1)
      if (is_here(list.at + at + __builtin_ctzll(found), word))
        return true;
  }
  for (; i < n; i++)
    if (list.at[i - 1] == ' ' && (unsigned char)list.at[i] == first &&
        is_here(list.at + i, word))
      return true;
  return false;
}

#if defined __x86_64__

#include <immintrin.h>

/* 64 places at a time, by the first two letters: few that begin so are another
 * word.  Nothing is read behind the list's NUL. */
__attribute__((target("avx512bw,bmi,bmi2"))) static bool
among_wide(ng_str word, ng_str list)
{
  if (!word.len)
    return false;
  bool one = word.len == 1;
  __m512i space = _mm512_set1_epi8(' ');
  __m512i first = _mm512_set1_epi8((char)lower(word.at[0]));
  __m512i second = one ? space : _mm512_set1_epi8((char)lower(word.at[1]));
  uint64_t start = 1; /* the place behind a space at the end of the last 64 */
  for (size_t i = 0; i < list.len; i += 64) {
    size_t left = list.len - i;
    uint64_t all = _bzhi_u64(~(uint64_t)0, left < 64 ? (unsigned)left : 64);
    __m512i here = _mm512_maskz_loadu_epi8(all, list.at + i);
    __m512i next = _mm512_maskz_loadu_epi8(all, list.at + i + 1);
    uint64_t spaces = _mm512_cmpeq_epi8_mask(here, space);
    uint64_t fits = _mm512_cmpeq_epi8_mask(next, second);
    uint64_t found = _mm512_cmpeq_epi8_mask(here, first) & all;
    if (one) /* the list's last */
      fits |= _mm512_testn_epi8_mask(next, next);
    found &= fits & (spaces << 1 | start);
    for (; found; found &= found - 1)
      if (is_here(list.at + i + __builtin_ctzll(found), word))
        return true;
    start = spaces >> 63;
  }
  return false;
}

#endif

bool
ng_str_among(ng_str word, ng_str list)
{
#if defined __x86_64__
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi2"))
    return among_wide(word, list);
#endif
  return ng_str_among_portable(word, list);
}

/* Eight bytes, the capitals of ASCII among them made small. */
static uint64_t
lower_8(uint64_t word)
{
  const uint64_t ones = 0x0101010101010101U, low = 0x7f * ones;
  uint64_t from_a = (word & low) + (0x80 - 'A') * ones; /* carry to bit 7 */
  uint64_t behind_z = (word & low) + (0x7f - 'Z') * ones;
  return word | ((from_a ^ behind_z) & ~word & ~low) >> 2;
}

/* 1 to 7 bytes, each at least once. */
static uint64_t
load_few(const char *at, size_t n)
{
  uint32_t first, last;
  if (n < sizeof first)
    return (unsigned char)at[0] | (uint64_t)(unsigned char)at[n / 2] << 8 |
           (uint64_t)(unsigned char)at[n - 1] << 16;
  memcpy(&first, at, sizeof first);
  memcpy(&last, at + n - sizeof last, sizeof last);
  return first | (uint64_t)last << 32;
}

uint32_t
ng_form_key(ng_str form)
{
  const uint64_t odd = 0x9e3779b97f4a7c15U; /* 2^64 / golden ratio */
  uint64_t h = form.len * odd, word;        /* "up" is not "tpp" */
  size_t i = 0;
  for (; i + sizeof word <= form.len; i += sizeof word) {
    memcpy(&word, form.at + i, sizeof word);
    h = (h ^ lower_8(word)) * odd;
    h ^= h >> 29;
  }
  if (i < form.len)
    h = (h ^ lower_8(load_few(form.at + i, form.len - i))) * odd;
  return (uint32_t)(h >> 32);
}
