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

/* The high bit of each byte of `x` that is `c`, and perhaps of bytes after
 * such a one. */
static inline uint64_t
bytes_that_are(uint64_t x, unsigned char c)
{
  const uint64_t ones = 0x0101010101010101U;
  x ^= ones * c;
  return (x - ones) & ~x & ones << 7;
}

/* Eight places at a time: a word of the list may begin only behind a space and
 * with its first letter. */
bool
ng_str_listed(ng_str word, const char *list)
{
  if (!word.len)
    return false;
  size_t n = strlen(list), i = 1;
  unsigned char first = lower(word.at[0]);
  if ((unsigned char)list[0] == first && is_here(list, word))
    return true;
  for (; i + 8 <= n; i += 8) {
    uint64_t here, before;
    memcpy(&here, list + i, 8);
    memcpy(&before, list + i - 1, 8);
    if ((bytes_that_are(here, first) & bytes_that_are(before, ' ')) == 0)
      continue;
    for (size_t k = i; k < i + 8; k++)
      if (list[k - 1] == ' ' && (unsigned char)list[k] == first &&
          is_here(list + k, word))
        return true;
  }
  for (; i < n; i++)
    if (list[i - 1] == ' ' && (unsigned char)list[i] == first &&
        is_here(list + i, word))
      return true;
  return false;
}
