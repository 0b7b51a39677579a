/* chars.h - what kind of character this is, without a locale.
 *
 * Bytes below 0x80 are looked up; the rest are decoded and found in a table of
 * ranges.  A letter is whatever no range says is something else, so that
 * scripts we do not name still make words.
 */
#ifndef NG_CHARS_H
#define NG_CHARS_H

#include <stdbool.h>
#include <stdint.h>

enum {
  NG_CH_SPACE = 1, /* white space and control characters, NUL too */
  NG_CH_LOWER = 2, /* also letters without case */
  NG_CH_UPPER = 4,
  NG_CH_DIGIT = 8,
  NG_CH_HIGH = 16, /* a byte of a longer sequence: decode */
  NG_CH_PUNCT = 32,
  NG_CH_SYMBOL = 64, /* $, %, emoji */
  NG_CH_JOIN = 128,  /* may hold a word together: . , ' - & ... */
};

enum {
  NG_CH_LETTER = NG_CH_LOWER | NG_CH_UPPER,
  NG_CH_WORD = NG_CH_LETTER | NG_CH_DIGIT
};

/* The class of each byte; NG_CH_HIGH for 0x80 and above. */
extern const uint8_t ng_char_class[256];

/* The code point at `s`, and its length in *len; a byte that starts no
 * sequence is U+FFFD of length 1.  Reads up to three bytes past `s`, but none
 * behind a zero byte. */
uint32_t ng_char_decode(const uint8_t *s, uint32_t *len);

/* The class of a code point of 0x80 or above. */
uint8_t ng_char_of(uint32_t cp);

/* The class of the character at `s`, and its length in *len. */
static inline uint8_t
ng_char_at(const uint8_t *s, uint32_t *len)
{
  uint8_t c = ng_char_class[*s];
  *len = 1;
  return c & NG_CH_HIGH ? ng_char_of(ng_char_decode(s, len)) : c;
}

#endif /* NG_CHARS_H */
