#include "core/json_scan.h"
#include "core/json_skip.h"
#include "core/utf8.h"

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Give up: everything is behind. */
static void
fail(ng_scan *s)
{
  s->bad = true;
  s->at = s->end;
}

static inline void
skip_space(ng_scan *s)
{
  while (s->at < s->end && (unsigned char)*s->at <= ' ')
    s->at++;
}

/* The byte that comes next, '\0' at the end. */
static inline char
peek(ng_scan *s)
{
  skip_space(s);
  return (char)(s->at < s->end ? *s->at : '\0');
}

/* Past the object or array at s->at. */
static void
skip_container(ng_scan *s)
{
  const char *past = ng_json_skip(s->at, s->end, true);
  if (past)
    s->at = past;
  else
    fail(s);
}

/* Past the string whose opening quote is at s->at; its content. */
static ng_str
skip_string(ng_scan *s)
{
  const char *begin = ++s->at;
  while (s->at < s->end) {
#if defined(__SSE2__)
    __m128i v = _mm_loadu_si128((const __m128i *)s->at);
    __m128i stop = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
                                _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
    unsigned mask = (unsigned)_mm_movemask_epi8(stop);
    if (!mask) {
      s->at += 16;
      continue;
    }
    s->at += __builtin_ctz(mask);
    if (s->at >= s->end)
      break;
#endif
    if (*s->at == '"') {
      ng_str text = {begin, (size_t)(s->at - begin)};
      s->at++;
      return text;
    }
    s->at += *s->at == '\\' ? 2 : 1;
  }
  fail(s);
  return (ng_str){begin, 0};
}

/* --- the way through ------------------------------------------------------ */

ng_str
ng_scan_skip(ng_scan *s)
{
  char c = peek(s);
  const char *begin = s->at;
  if (c == '"')
    (void)skip_string(s);
  else if (c == '{' || c == '[')
    skip_container(s);
  else {
    while (s->at < s->end && *s->at != ',' && *s->at != '}' && *s->at != ']')
      s->at++;
    if (s->at == begin)
      fail(s); /* no value at all */
  }
  return (ng_str){begin, s->bad ? 0 : (size_t)(s->at - begin)};
}

bool
ng_scan_enter(ng_scan *s, char open)
{
  if (peek(s) != open) {
    (void)ng_scan_skip(s);
    return false;
  }
  s->at++;
  return true;
}

/* Step over a comma, or over `close`, which is told by false. */
static bool
next_item(ng_scan *s, char close)
{
  char c = peek(s);
  if (c == close) {
    s->at++;
    return false;
  }
  if (c == ',') {
    s->at++;
    c = peek(s);
  }
  if (c == '\0' || c == ',' || c == ']' || c == '}') {
    fail(s);
    return false;
  }
  return true;
}

bool
ng_scan_key(ng_scan *s, ng_str *key)
{
  if (!next_item(s, '}'))
    return false;
  if (peek(s) != '"') {
    fail(s);
    return false;
  }
  *key = skip_string(s);
  if (peek(s) != ':') {
    fail(s);
    return false;
  }
  s->at++;
  return true;
}

bool
ng_scan_more(ng_scan *s)
{
  return next_item(s, ']');
}

bool
ng_scan_string(ng_scan *s, ng_str *text)
{
  if (peek(s) != '"') {
    (void)ng_scan_skip(s);
    return false;
  }
  *text = skip_string(s);
  return !s->bad;
}

ng_str
ng_scan_member(ng_str object, const char *key)
{
  ng_scan s = ng_scan_of(object);
  ng_str wanted = {key, strlen(key)}, found;
  if (!object.len || *object.at != '{' || !ng_scan_enter(&s, '{'))
    return (ng_str){NULL, 0};
  while (ng_scan_key(&s, &found)) {
    ng_str value = ng_scan_skip(&s);
    if (ng_str_equal(found, wanted))
      return value;
  }
  return (ng_str){NULL, 0};
}

ng_str
ng_scan_member_text(ng_str object, const char *key)
{
  ng_str value = ng_scan_member(object, key);
  if (value.len < 2 || *value.at != '"')
    return (ng_str){NULL, 0};
  return ng_str_slice(value, 1, value.len - 1);
}

/* --- escapes -------------------------------------------------------------- */

static int
hex(char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  c = (char)(c | 32);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits at text.at[i], or -1. */
static int32_t
four_digits(ng_str text, size_t i)
{
  int32_t code = 0;
  if (i + 4 > text.len)
    return -1;
  for (size_t k = i; k < i + 4; k++) {
    int digit = hex(text.at[k]);
    if (digit < 0)
      return -1;
    code = code * 16 + digit;
  }
  return code;
}

/* The code point of the \u escape at `i`, and *used, the bytes it takes. */
static uint32_t
unicode_escape(ng_str text, size_t i, size_t *used)
{
  int32_t high = four_digits(text, i + 2);
  *used = high < 0 ? 2 : 6;
  if (high < 0)
    return 0xFFFD;
  if (high < 0xD800 || high > 0xDFFF)
    return (uint32_t)high;
  int32_t low =
      i + 7 < text.len && text.at[i + 6] == '\\' && text.at[i + 7] == 'u'
          ? four_digits(text, i + 8)
          : -1;
  if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
    return 0xFFFD;
  *used = 12;
  return 0x10000U + ((uint32_t)(high - 0xD800) << 10) +
         (uint32_t)(low - 0xDC00);
}

ng_str
ng_scan_decode(ng_str text, char *room)
{
  size_t n = 0;
  for (size_t i = 0; i < text.len;) {
    if (text.at[i] != '\\' || i + 1 == text.len) {
      room[n++] = text.at[i++];
      continue;
    }
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *simple = memchr(from, text.at[i + 1], sizeof from - 1);
    if (simple) {
      room[n++] = to[simple - from];
      i += 2;
    } else if (text.at[i + 1] == 'u' && i + 6 <= text.len) {
      size_t used; /* six bytes or twelve become three or four at most */
      uint32_t code = unicode_escape(text, i, &used);
      if (used == 2) { /* two bytes are too few for U+FFFD */
        room[n++] = '?';
      } else {
        n += ng_utf8_encode(code, room + n);
      }
      i += used;
    } else {
      room[n++] = '?';
      i += 2;
    }
  }
  return (ng_str){room, n};
}
