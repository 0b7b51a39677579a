#include "core/utf8.h"

static const char REPLACEMENT[3] = {'\xef', '\xbf', '\xbd'};

/* What may follow a lead byte: the sequence's length, and the range of its
 * second byte (Unicode 15, table 3-7); further bytes are 80..BF. */
typedef struct {
  unsigned char len, low, high;
} shape;

static shape
shape_of(unsigned char lead)
{
  if (lead < 0xc2 || lead > 0xf4)
    return (shape){0, 0, 0};
  if (lead < 0xe0)
    return (shape){2, 0x80, 0xbf};
  if (lead < 0xf0)
    return (shape){3, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf};
  return (shape){4, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf};
}

/* How many bytes at `at`, a lead byte that is not ASCII, begin a sequence; all
 * of it if the result is *len. */
static size_t
sequence(const unsigned char *at, size_t left, size_t *len)
{
  shape s = shape_of(at[0]);
  *len = s.len;
  if (!s.len)
    return 0;
  if (left < 2 || at[1] < s.low || at[1] > s.high)
    return 1;
  size_t n = 2;
  while (n < s.len && n < left && (at[n] & 0xc0) == 0x80)
    n++;
  return n;
}

/* How many bytes of `s` from `i` on are surely ASCII, 16 at a time. */
static size_t
plain_bytes(ng_str s, size_t i)
{
  size_t from = i;
  for (uint64_t words[2]; i + sizeof words <= s.len; i += sizeof words) {
    memcpy(words, s.at + i, sizeof words);
    if ((words[0] | words[1]) & 0x8080808080808080U)
      break;
  }
  return i - from;
}

size_t
ng_utf8_valid(ng_str s)
{
  const unsigned char *at = (const unsigned char *)s.at;
  size_t i = 0;
  while (i < s.len) {
    i += plain_bytes(s, i);
    while (i < s.len && at[i] < 0x80)
      i++;
    while (i < s.len && at[i] >= 0x80) {
      size_t len, n = sequence(at + i, s.len - i, &len);
      if (!len || n != len)
        return i;
      i += len;
    }
  }
  return i;
}

size_t
ng_utf8_decode(ng_str s, uint32_t *out)
{
  const unsigned char *at = (const unsigned char *)s.at;
  if (!s.len)
    return 0;
  if (at[0] < 0x80) {
    *out = at[0];
    return 1;
  }
  size_t len, n = sequence(at, s.len, &len);
  if (!len || n != len)
    return 0;
  uint32_t c = at[0] & (0xffU >> (len + 1));
  for (size_t i = 1; i < len; i++)
    c = c << 6 | (at[i] & 0x3fU);
  *out = c;
  return len;
}

size_t
ng_utf8_bad(ng_str s)
{
  size_t len, n = sequence((const unsigned char *)s.at, s.len, &len);
  return n ? n : 1;
}

/* The first invalid place at or after `i`, and how many bytes one U+FFFD
 * replaces there; s.len and 0 if there is none. */
static size_t
next_invalid(ng_str s, size_t i, size_t *len)
{
  *len = 0;
  if (i == s.len)
    return i; /* an empty string may be at NULL */
  i += ng_utf8_valid(ng_str_slice(s, i, s.len));
  *len = i < s.len ? ng_utf8_bad(ng_str_slice(s, i, s.len)) : 0;
  return i;
}

ng_utf8_plan
ng_utf8_measure(ng_str s)
{
  size_t len, at = next_invalid(s, 0, &len);
  ng_utf8_plan plan = {.len = s.len, .first = at};
  while (at < s.len) {
    plan.n_invalid++;
    plan.len += sizeof REPLACEMENT - len;
    at = next_invalid(s, at + len, &len);
  }
  return plan;
}

void
ng_utf8_repair(ng_str s, char *out)
{
  for (size_t i = 0; i < s.len;) {
    size_t len, at = next_invalid(s, i, &len);
    memcpy(out, s.at + i, at - i);
    out += at - i;
    if (at < s.len) {
      memcpy(out, REPLACEMENT, sizeof REPLACEMENT);
      out += sizeof REPLACEMENT;
    }
    i = at + len;
  }
}

/* Eight bytes at a time: of a byte 10xxxxxx, which begins no character, one bit
 * is left. */
size_t
ng_utf8_count(ng_str s)
{
  const uint64_t ones = 0x0101010101010101U;
  size_t i = 0, n = s.len;
  for (uint64_t word; i + sizeof word <= s.len; i += sizeof word) {
    memcpy(&word, s.at + i, sizeof word);
    n -= ((word >> 7 & ~(word >> 6) & ones) * ones) >> 56;
  }
  for (; i < s.len; i++)
    n -= (s.at[i] & 0xc0) == 0x80;
  return n;
}

size_t
ng_utf16_count(ng_str s)
{
  size_t n = ng_utf8_count(s);
  for (size_t i = 0; i < s.len; i++)
    n += (unsigned char)s.at[i] >= 0xf0;
  return n;
}

size_t
ng_utf8_encode(uint32_t c, char out[4])
{
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = len - 1; i > 0; i--, c >>= 6)
    out[i] = (char)(0x80 | (c & 0x3f));
  out[0] = (char)((0xf00U >> len & 0xf0U) | c);
  return len;
}

ng_look
ng_utf8_look(uint32_t c)
{
  static const struct {
    uint32_t first, last;
    ng_look look;
  } rows[] = {
      {0x9, 0xD, NG_LOOK_SPACE},         {0x20, 0x20, NG_LOOK_SPACE},
      {0xA0, 0xA0, NG_LOOK_SPACE},       {0xAD, 0xAD, NG_LOOK_NOTHING},
      {0x1680, 0x1680, NG_LOOK_SPACE},   {0x2000, 0x200A, NG_LOOK_SPACE},
      {0x200B, 0x200F, NG_LOOK_NOTHING}, {0x2028, 0x2029, NG_LOOK_SPACE},
      {0x202A, 0x202E, NG_LOOK_NOTHING}, {0x202F, 0x202F, NG_LOOK_SPACE},
      {0x205F, 0x205F, NG_LOOK_SPACE},   {0x2060, 0x2069, NG_LOOK_NOTHING},
      {0x3000, 0x3000, NG_LOOK_SPACE},   {0xFEFF, 0xFEFF, NG_LOOK_NOTHING},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (c <= rows[i].last)
      return c >= rows[i].first ? rows[i].look : NG_LOOK_INK;
  return NG_LOOK_INK;
}
