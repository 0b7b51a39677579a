#include "cli/name_maker.h"

#include <stdio.h>

/* A number that looks random, the same for the same `i` (splitmix64). */
static uint64_t
scramble(uint64_t i)
{
  i += 0x9E3779B97F4A7C15ULL;
  i = (i ^ i >> 30) * 0xBF58476D1CE4E5B9ULL;
  i = (i ^ i >> 27) * 0x94D049BB133111EBULL;
  return i ^ i >> 31;
}

/* Word number `n` of a vocabulary, two to five syllables, some with marks. */
static size_t
make_word(uint64_t n, unsigned syllables, char *out)
{
  static const char *const begins[] = {
      "b", "br", "ch", "d",  "f", "g",  "h", "j", "k", "l", "m", "n",
      "p", "r",  "s",  "st", "t", "tr", "v", "z", "š", "c", "w", "y"};
  static const char *const ends[] = {"a",  "an", "e",  "en", "er", "i",
                                     "in", "o",  "on", "or", "u",  "ić",
                                     "ar", "el", "és", "os"};
  char *p = out;
  for (unsigned k = 0; k < syllables; k++) {
    const char *begin = begins[n % 24], *end = ends[n / 24 % 16];
    n = n / 384 + k + 1;
    while (*begin)
      *p++ = *begin++;
    while (*end)
      *p++ = *end++;
  }
  return (size_t)(p - out);
}

static size_t
make_capital(uint64_t n, unsigned syllables, char *out)
{
  size_t len = make_word(n, syllables, out);
  if ((unsigned char)out[0] < 0x80)
    out[0] = (char)(out[0] & ~32);
  return len;
}

static size_t
append(char *out, size_t n, const char *text)
{
  size_t len = strlen(text);
  memcpy(out + n, text, len + 1); /* NUL: there is room, and it is next */
  return n + len;
}

size_t
make_name(uint64_t i, char room[NAME_ROOM])
{
  static const char *const bodies[] = {
      " Group",   " University", " Institute", " Bank",     " Party",
      " Council", " FC",         " Energy",    " Airlines", " Museum"};
  static const char *const places[] = {" County",   " River",  " District",
                                       " Province", " Island", " Station"};
  uint64_t r = scramble(i);
  uint64_t a = r >> 8 & 0xffffff, b = r >> 32 & 0xffffff;
  size_t n;
  switch (r % 20) {
  case 0:
    return make_word(a * 131 + i % 977, 3, room);
  case 1:
  case 2:
    return make_capital(a * 7 + i % 31, 3, room);
  case 3:
  case 4:
  case 5:
    n = make_capital(a, 3, room);
    return append(room, n, places[b % 6]);
  case 6:
  case 7:
  case 8:
    n = append(room, make_capital(a, 3, room), " ");
    n += make_capital(b % 20000, 2, room + n);
    return append(room, n, bodies[r >> 56 & 7]);
  case 9:
    n = append(room, 0, "The ");
    n += make_capital(a % 50000, 2, room + n);
    n = append(room, n, " of ");
    return n + make_capital(b, 3, room + n);
  default:
    n = append(room, make_capital(a % 3000, 2, room), " ");
    return n + make_capital(b % 600000, 3, room + n);
  }
}

static bool
is_letter(char c)
{
  return ng_is_upper((char)(c & ~32)) || (unsigned char)c >= 0x80;
}

ng_str
mine_name(ng_str text, size_t *at)
{
  size_t i = *at;
  while (i < text.len && !ng_is_upper(text.at[i])) {
    while (i < text.len && is_letter(text.at[i]))
      i++; /* not inside a word */
    while (i < text.len && !is_letter(text.at[i]))
      i++;
  }
  size_t begin = i, end = i;
  for (unsigned words = 0; words < 4 && i < text.len && ng_is_upper(text.at[i]);
       words++) {
    while (i < text.len && is_letter(text.at[i]))
      i++;
    end = i;
    if (i < text.len && text.at[i] == ' ')
      i++;
  }
  *at = end > begin ? end : text.len;
  return ng_str_slice(text, begin, end);
}
