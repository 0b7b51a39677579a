#include "text/flat_json.h"
#include "core/utf8.h"

#include <stdlib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* --- what is next --------------------------------------------------------- */

static char
at(ng_str s, size_t i)
{
  if (i >= s.len)
    return '\0';
  return s.at[i];
}

static char
peek(const ng_flat *f)
{
  return at(f->bytes, f->i);
}

static void
skip_space(ng_flat *f)
{
  char c;
  while ((c = peek(f)) == ' ' || c == '\t' || c == '\n' || c == '\r')
    f->i++;
}

/* Move over `c` and the white space around it, if it is next. */
static bool
take(ng_flat *f, char c)
{
  skip_space(f);
  if (f->i >= f->bytes.len || f->bytes.at[f->i] != c)
    return false;
  f->i++;
  skip_space(f);
  return true;
}

static bool
take_word(ng_flat *f, ng_str word)
{
  if (f->bytes.len - f->i < word.len ||
      memcmp(f->bytes.at + f->i, word.at, word.len) != 0)
    return false;
  f->i += word.len;
  return true;
}

/* --- strings -------------------------------------------------------------- */

static bool
is_special(char c)
{
  return c == '"' || c == '\\' || (unsigned char)c < 0x20;
}

/* The first quote, backslash or control character at `i` or behind it, or the
 * end. */
static size_t
find_special(ng_str s, size_t i)
{
#ifdef __SSE2__
  for (; i + 16 <= s.len; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.at + i));
    __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1f)), v);
    __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
    __m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
    unsigned found = (unsigned)_mm_movemask_epi8(
        _mm_or_si128(low, _mm_or_si128(quote, slash)));
    if (found)
      return i + (size_t)__builtin_ctz(found);
  }
#endif
  while (i < s.len && !is_special(s.at[i]))
    i++;
  return i;
}

/* The four hexadecimal digits at `i`; more than 16 bits if there are none. */
static uint32_t
hex_at(ng_str s, size_t i)
{
  uint32_t n = 0;
  if (i + 4 > s.len)
    return UINT32_MAX;
  for (size_t k = i; k < i + 4; k++) {
    char c = s.at[k], low = (char)(c | 0x20);
    if (!ng_is_digit(c) && (low < 'a' || low > 'f'))
      return UINT32_MAX;
    n = n << 4 | (uint32_t)(ng_is_digit(c) ? c - '0' : low - 'a' + 10);
  }
  return n;
}

/* Decode the "\u" at `i`, with the other half of its character; the bytes it
 * takes, or 0: it is none, or half a character. */
static size_t
decode_number(ng_str s, size_t i, char **to)
{
  uint32_t c = hex_at(s, i + 2);
  size_t len = 6;
  if (c > 0xffff || (c >= 0xdc00 && c < 0xe000))
    return 0;
  if (c >= 0xd800 && c < 0xdc00) {
    bool pair = i + 8 < s.len && s.at[i + 6] == '\\' && s.at[i + 7] == 'u';
    uint32_t half = pair ? hex_at(s, i + 8) : UINT32_MAX;
    if (half < 0xdc00 || half >= 0xe000)
      return 0;
    c = 0x10000 + ((c - 0xd800) << 10) + (half - 0xdc00);
    len = 12;
  }
  *to += ng_utf8_encode(c, *to);
  return len;
}

/* The same of any escape. */
static size_t
decode_escape(ng_str s, size_t i, char **to)
{
  static const char named[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
  char c = at(s, i + 1);
  if (c == 'u')
    return decode_number(s, i, to);
  for (size_t k = 0; k < sizeof named - 1; k += 2)
    if (named[k] == c) {
      *(*to)++ = named[k + 1];
      return 2;
    }
  return 0;
}

/* No escape takes more bytes decoded than as it is written. */
static bool
make_room(ng_flat *f)
{
  if (!f->room)
    f->room = f->to = malloc(f->bytes.len);
  return f->room != NULL;
}

/* The string that is next. */
static bool
read_string(ng_flat *f, ng_str *out)
{
  ng_str s = f->bytes;
  if (peek(f) != '"')
    return false;
  size_t from = f->i + 1, stop = find_special(s, from);
  if (at(s, stop) == '"') {
    *out = ng_str_slice(s, from, stop);
    f->i = stop + 1;
    return true;
  }
  if (!make_room(f))
    return false;
  char *begin = f->to;
  for (; at(s, stop) != '"'; stop = find_special(s, from)) {
    memcpy(f->to, s.at + from, stop - from);
    f->to += stop - from;
    size_t n = at(s, stop) == '\\' ? decode_escape(s, stop, &f->to) : 0;
    if (!n)
      return false;
    from = stop + n;
  }
  memcpy(f->to, s.at + from, stop - from);
  f->to += stop - from;
  f->i = stop + 1;
  *out = (ng_str){begin, (size_t)(f->to - begin)};
  return true;
}

/* --- values --------------------------------------------------------------- */

static size_t
digits(ng_flat *f)
{
  size_t begin = f->i;
  while (ng_is_digit(peek(f)))
    f->i++;
  return f->i - begin;
}

/* A number that no way of keeping numbers changes: of few digits, without an
 * exponent. */
static ng_flat_kind
read_number(ng_flat *f, ng_str *value)
{
  enum { MOST = 15 };
  size_t begin = f->i;
  bool minus = peek(f) == '-';
  f->i += minus;
  bool zero = peek(f) == '0';
  size_t n = digits(f);
  if (n == 0 || n > MOST || (zero && n > 1))
    return NG_FLAT_CANNOT;
  *value = ng_str_slice(f->bytes, begin, f->i);
  bool real = peek(f) == '.';
  f->i += real;
  n = real ? digits(f) : 1;
  if (n == 0 || n > MOST || (peek(f) | 0x20) == 'e')
    return NG_FLAT_CANNOT;
  return real || minus ? NG_FLAT_OTHER : NG_FLAT_INTEGER;
}

static ng_flat_kind
read_value(ng_flat *f, ng_str *value)
{
  *value = (ng_str){"", 0};
  switch (peek(f)) {
  case '"':
    return read_string(f, value) ? NG_FLAT_STRING : NG_FLAT_CANNOT;
  case 't':
    return take_word(f, NG_LIT("true")) ? NG_FLAT_OTHER : NG_FLAT_CANNOT;
  case 'f':
    return take_word(f, NG_LIT("false")) ? NG_FLAT_OTHER : NG_FLAT_CANNOT;
  case 'n':
    return take_word(f, NG_LIT("null")) ? NG_FLAT_OTHER : NG_FLAT_CANNOT;
  default:
    return read_number(f, value);
  }
}

bool
ng_flat_begin(ng_flat *f, ng_str bytes)
{
  *f = (ng_flat){.bytes = bytes};
  return take(f, '{');
}

ng_flat_kind
ng_flat_next(ng_flat *f, ng_str *key, ng_str *value)
{
  if (take(f, '}'))
    return f->i == f->bytes.len ? NG_FLAT_END : NG_FLAT_CANNOT;
  if (f->any && !take(f, ','))
    return NG_FLAT_CANNOT;
  f->any = true;
  const char *decoded = f->to;
  if (!read_string(f, key) || f->to != decoded || !take(f, ':'))
    return NG_FLAT_CANNOT; /* a key with escapes may be cut by a NUL */
  return read_value(f, value);
}

void
ng_flat_end(ng_flat *f)
{
  free(f->room);
  *f = (ng_flat){.bytes = {"", 0}};
}
