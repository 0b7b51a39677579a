/* url.c - addresses as the input gives them, as the IRIs of RFC 3987. */
#include "core/str.h"
#include "core/utf8.h"
#include "emit/emit.h"

static bool
is_any(char c, const char *of)
{
  return c && strchr(of, c);
}

static bool
is_hex(char c)
{
  return ng_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* The length of the scheme, without its colon; 0 if there is none. */
static size_t
scheme_of(ng_str s)
{
  size_t i = 0;
  while (i < s.len && (ng_is_letter(s.at[i]) || ng_is_digit(s.at[i]) ||
                       is_any(s.at[i], "+-.")))
    i++;
  /* A one-letter scheme is a drive: "C:\articles". */
  return i > 1 && ng_is_letter(s.at[0]) && i + 1 < s.len && s.at[i] == ':' ? i
                                                                           : 0;
}

/* Where the authority, "//host:port" or nothing, ends that begins at `from`. */
static size_t
authority_end(ng_str s, size_t from)
{
  size_t i = from + 2;
  if (i > s.len || memcmp(s.at + from, "//", 2) != 0)
    return from;
  while (i < s.len && !is_any(s.at[i], "/?#"))
    i++;
  return i;
}

/* Is "user@host:port" one whose port is a number, and whose brackets are those
 * of an IPv6 address? */
static bool
is_authority(ng_str s)
{
  const char *at = s.len ? memrchr(s.at, '@', s.len) : NULL;
  size_t i = at ? (size_t)(at - s.at) + 1 : 0;
  if (i < s.len && s.at[i] == '[') {
    for (i++; i < s.len && (is_hex(s.at[i]) || is_any(s.at[i], ":.")); i++) {
    }
    if (i == s.len || s.at[i++] != ']')
      return false;
  } else {
    while (i < s.len && !is_any(s.at[i], ":[]"))
      i++;
  }
  if (i < s.len && s.at[i++] != ':')
    return false;
  while (i < s.len && ng_is_digit(s.at[i]))
    i++;
  return i == s.len;
}

bool
ng_is_iri(ng_str s)
{
  size_t scheme = scheme_of(s);
  if (!scheme)
    return false;
  size_t begin = scheme + 1, end = authority_end(s, begin);
  return end == begin || is_authority(ng_str_slice(s, begin + 2, end));
}

/* RFC 3987, 2.2: what no IRI has unescaped, beyond ASCII. */
static bool
is_outside(uint32_t c)
{
  return c < 0xA0 || (c >= 0xE000 && c < 0xF900) ||
         (c >= 0xFDD0 && c < 0xFDF0) || (c >= 0xFFF0 && c < 0x10000) ||
         (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c < 0xE1000) ||
         c >= 0xF0000;
}

/* Must the character at `i`, `len` bytes, behind the authority, be escaped? */
static bool
is_foreign(ng_str s, size_t i, uint32_t c, bool in_fragment)
{
  if (c >= 0x80)
    return is_outside(c);
  if (c == '%')
    return i + 2 >= s.len || !is_hex(s.at[i + 1]) || !is_hex(s.at[i + 2]);
  return c <= ' ' || c == 0x7F || (c == '#' && in_fragment) ||
         strchr("<>\"{}|^`\\[]", (int)c);
}

static char *
put_escaped(char *to, ng_str bytes)
{
  static const char hex[] = "0123456789ABCDEF";
  for (size_t i = 0; i < bytes.len; i++) {
    unsigned char byte = (unsigned char)bytes.at[i];
    *to++ = '%';
    *to++ = hex[byte >> 4];
    *to++ = hex[byte & 15];
  }
  return to;
}

ng_str
ng_url_iri(ng_arena *arena, ng_str url)
{
  char *at = NG_NEW(arena, char, 3 * url.len + 1), *to = at;
  if (!at)
    return (ng_str){0};
  size_t scheme = scheme_of(url);
  size_t authority = authority_end(url, scheme + 1);
  bool in_fragment = false;
  for (size_t i = 0, len; i < url.len; i += len) {
    uint32_t c = 0xFFFD; /* what is no UTF-8 is escaped */
    len = ng_utf8_decode(ng_str_slice(url, i, url.len), &c);
    len = len ? len : 1;
    bool bracket = i < authority && (c == '[' || c == ']');
    if (is_foreign(url, i, c, in_fragment) && !bracket) {
      to = put_escaped(to, ng_str_slice(url, i, i + len));
    } else {
      memcpy(to, url.at + i, len);
      to += len;
    }
    in_fragment |= c == '#';
  }
  return (ng_str){at, (size_t)(to - at)};
}

bool
ng_is_base(ng_str s)
{
  ng_arena arena;
  ng_arena_init(&arena, SIZE_MAX / 4);
  ng_str legal = ng_url_iri(&arena, s);
  bool is = ng_is_iri(s) && !memchr(s.at, '#', s.len) && legal.at &&
            ng_str_equal(legal, s);
  ng_arena_release(&arena);
  return is;
}
