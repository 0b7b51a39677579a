#include "rdf/escape.h"

#include "core/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Long strings go through in pieces, so that the room for the worst case, in
 * which every byte is escaped, stays small. */
enum { PIECE = 4096, WORST = 6, WIDE = 16 };

static const char hex[] = "0123456789ABCDEF";

/* What follows the backslash: 0 none, 'u' a number. */
static const char text_escapes[256] = {
    'u', 'u', 'u', 'u', 'u', 'u',         'u',           'u',         'b',
    't', 'n', 'u', 'f', 'r', 'u',         'u',           'u',         'u',
    'u', 'u', 'u', 'u', 'u', 'u',         'u',           'u',         'u',
    'u', 'u', 'u', 'u', 'u', ['"'] = '"', ['\\'] = '\\', [0x7f] = 'u'};

static const char iri_escapes[256] = {
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         ['<'] = 1, ['>'] = 1, ['"'] = 1,
    ['{'] = 1, ['}'] = 1, ['|'] = 1, ['^'] = 1, ['`'] = 1, ['\\'] = 1,
    [0x7f] = 1};

/* Copy the bytes before the first that `escapes` has; how many. */
static inline size_t
copy_plain(char *to, ng_str s, const char escapes[256])
{
  size_t i = 0;
  while (i < s.len && !escapes[(unsigned char)s.at[i]]) {
    to[i] = s.at[i];
    i++;
  }
  return i;
}

#ifdef __SSE2__
static inline __m128i
equal(__m128i v, char c)
{
  return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

static inline __m128i
at_most(__m128i v, char c)
{
  return _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(c)), v);
}

static inline unsigned
text_mask(__m128i v)
{
  __m128i bad = _mm_or_si128(_mm_or_si128(at_most(v, 0x1f), equal(v, 0x7f)),
                             _mm_or_si128(equal(v, '"'), equal(v, '\\')));
  return (unsigned)_mm_movemask_epi8(bad);
}

/* One of two characters that differ in one bit. */
static inline __m128i
either(__m128i v, char a, char b)
{
  __m128i same = _mm_set1_epi8((char)~(a ^ b));
  return _mm_cmpeq_epi8(_mm_and_si128(v, same), _mm_set1_epi8((char)(a & b)));
}

static inline unsigned
iri_mask(__m128i v)
{
  __m128i bad = _mm_or_si128(at_most(v, 0x20), equal(v, '"'));
  bad = _mm_or_si128(bad, either(v, '<', '>'));
  bad = _mm_or_si128(bad, either(v, '\\', '^'));
  bad = _mm_or_si128(bad, either(v, '{', 0x7f));
  bad = _mm_or_si128(bad, either(v, '|', '}'));
  bad = _mm_or_si128(bad, equal(v, '`'));
  return (unsigned)_mm_movemask_epi8(bad);
}
#endif

/* The same, of an IRI or a literal, 16 bytes at a time; `to` has 16 bytes to
 * spare. */
static inline __attribute__((always_inline)) size_t
copy_unescaped(char *to, ng_str s, bool iri)
{
  size_t i = 0;
#ifdef __SSE2__
  for (; i + WIDE <= s.len; i += WIDE) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.at + i));
    _mm_storeu_si128((__m128i *)(void *)(to + i), v);
    unsigned mask = iri ? iri_mask(v) : text_mask(v);
    if (mask)
      return i + (size_t)__builtin_ctz(mask);
  }
#endif
  return i + copy_plain(to + i, ng_str_slice(s, i, s.len),
                        iri ? iri_escapes : text_escapes);
}

#ifdef __SSE2__
/* Copy 16 bytes; are all of them ASCII, and none to be escaped? */
static inline bool
copy_wide(char *to, const char *from, bool iri)
{
  __m128i v = _mm_loadu_si128((const __m128i *)(const void *)from);
  _mm_storeu_si128((__m128i *)(void *)to, v);
  return !((iri ? iri_mask(v) : text_mask(v)) | (unsigned)_mm_movemask_epi8(v));
}

/* The same of 4 to 15, of which the first and the last ones are all. */
static inline bool
copy_ends(char *to, ng_str s, bool iri)
{
  uint64_t first, last;
  uint32_t four[2];
  if (s.len >= sizeof first) {
    memcpy(&first, s.at, sizeof first);
    memcpy(&last, s.at + s.len - sizeof last, sizeof last);
    memcpy(to, &first, sizeof first);
    memcpy(to + s.len - sizeof last, &last, sizeof last);
  } else {
    memcpy(&four[0], s.at, sizeof *four);
    memcpy(&four[1], s.at + s.len - sizeof *four, sizeof *four);
    memcpy(to, &four[0], sizeof *four);
    memcpy(to + s.len - sizeof *four, &four[1], sizeof *four);
    first = last = four[0] | (uint64_t)four[1] << 32;
  }
  __m128i v = _mm_set_epi64x((long long)last, (long long)first);
  return !((iri ? iri_mask(v) : text_mask(v)) | (unsigned)_mm_movemask_epi8(v));
}
#endif

/* Copy all of `s` if it is ASCII and nothing of it is to be escaped, as nearly
 * everything is; `to` has room for it. */
static inline __attribute__((always_inline)) bool
copy_clean(char *to, ng_str s, bool iri)
{
  const char *escapes = iri ? iri_escapes : text_escapes;
  size_t i = 0;
#ifdef __SSE2__
  if (s.len >= WIDE) {
    for (; i + WIDE < s.len; i += WIDE)
      if (!copy_wide(to + i, s.at + i, iri))
        return false;
    return copy_wide(to + s.len - WIDE, s.at + s.len - WIDE, iri);
  }
  if (s.len >= WIDE / 4)
    return copy_ends(to, s, iri);
#endif
  for (; i < s.len; i++) {
    unsigned char c = (unsigned char)s.at[i];
    if (c >= 0x80 || escapes[c])
      return false;
    to[i] = s.at[i];
  }
  return true;
}

/* Append it so, or not at all. */
static inline __attribute__((always_inline)) bool
put_clean(ng_buf *out, ng_str s, bool iri)
{
  char *to = ng_buf_room(out, s.len + WIDE);
  if (!to || !copy_clean(to, s, iri))
    return false;
  out->len += s.len;
  return true;
}

static char *
put_escape(char *to, unsigned char c)
{
  *to++ = '\\';
  *to++ = text_escapes[c];
  if (text_escapes[c] == 'u') {
    *to++ = '0';
    *to++ = '0';
    *to++ = hex[c >> 4];
    *to++ = hex[c & 15];
  }
  return to;
}

/* Escape text that is valid UTF-8. */
static void
put_text(ng_buf *out, ng_str s)
{
  for (size_t from = 0; from < s.len; from += PIECE) {
    ng_str piece = ng_str_slice(s, from, s.len);
    if (piece.len > PIECE)
      piece.len = PIECE;
    char *to = ng_buf_room(out, piece.len * WORST + WIDE);
    if (!to)
      return;
    for (;;) {
      size_t n = copy_unescaped(to, piece, false);
      to += n;
      if (n == piece.len)
        break;
      to = put_escape(to, (unsigned char)piece.at[n]);
      piece = ng_str_slice(piece, n + 1, piece.len);
    }
    out->len = (size_t)(to - out->at);
  }
}

void
ng_escape_text(ng_buf *out, ng_str s, size_t *replaced)
{
  size_t valid;
  if (put_clean(out, s, false))
    return;
  while ((valid = ng_utf8_valid(s)) < s.len) {
    put_text(out, ng_str_slice(s, 0, valid));
    s = ng_str_slice(s, valid, s.len);
    s = ng_str_slice(s, ng_utf8_bad(s), s.len);
    ng_buf_put(out, "\xef\xbf\xbd", 3);
    ++*replaced;
  }
  put_text(out, s);
}

static char *
put_percent(char *to, unsigned char c)
{
  *to++ = '%';
  *to++ = hex[c >> 4];
  *to++ = hex[c & 15];
  return to;
}

/* Escape an IRI that is valid UTF-8. */
static void
put_iri(ng_buf *out, ng_str s)
{
  char *to = ng_buf_room(out, s.len * 3 + WIDE);
  if (!to)
    return;
  for (;;) {
    size_t n = copy_unescaped(to, s, true);
    to += n;
    if (n == s.len)
      break;
    to = put_percent(to, (unsigned char)s.at[n]);
    s = ng_str_slice(s, n + 1, s.len);
  }
  out->len = (size_t)(to - out->at);
}

void
ng_escape_iri(ng_buf *out, ng_str s)
{
  size_t valid;
  if (put_clean(out, s, true))
    return;
  while ((valid = ng_utf8_valid(s)) < s.len) {
    put_iri(out, ng_str_slice(s, 0, valid));
    char *to = ng_buf_room(out, 3);
    if (to)
      out->len =
          (size_t)(put_percent(to, (unsigned char)s.at[valid]) - out->at);
    s = ng_str_slice(s, valid + 1, s.len);
  }
  put_iri(out, s);
}
