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
ng_str_listed(ng_str word, const char *list)
{
  if (!word.len)
    return false;
  size_t n = strlen(list), i = 1;
  unsigned char first = lower(word.at[0]);
  if ((unsigned char)list[0] == first && is_here(list, word))
    return true;
  for (; n > STEP && i < n; i += STEP) {
    size_t at = i + STEP <= n ? i : n - STEP;
    for (uint64_t found = places(list + at, first); found; found &= found - 1)
      if (is_here(list + at + __builtin_ctzll(found), word))
        return true;
  }
  for (; i < n; i++)
    if (list[i - 1] == ' ' && (unsigned char)list[i] == first &&
        is_here(list + i, word))
      return true;
  return false;
}
