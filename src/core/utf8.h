/* utf8.h - checking, reading and writing UTF-8.
 *
 * Valid is what RFC 3629 says: no surrogates, no overlong forms, nothing above
 * U+10FFFF.
 */
#ifndef NG_UTF8_H
#define NG_UTF8_H

#include "core/str.h"

/* How many bytes at the start of `s` are valid UTF-8: s.len if all are. */
size_t ng_utf8_valid(ng_str s);

/* The code point at the start of `s` in *out; its length in bytes, or 0 if `s`
 * is empty or does not start with a valid sequence. */
size_t ng_utf8_decode(ng_str s, uint32_t *out);

/* At an invalid place: how many bytes one U+FFFD replaces, which is the longest
 * start of a valid sequence, or one byte (Unicode 15, 3.9, "substitution of
 * maximal subparts"; Python and the WHATWG do the same). `s` is not empty. */
size_t ng_utf8_bad(ng_str s);

/* What repairing a text takes: every invalid sequence becomes U+FFFD. */
typedef struct {
  size_t len;       /* bytes of the repaired text: at most 3 * s.len */
  size_t n_invalid; /* sequences to replace; 0: the text is valid as it is */
  size_t first;     /* offset of the first of them, s.len if none */
} ng_utf8_plan;

ng_utf8_plan ng_utf8_measure(ng_str s);

/* Write `s`, repaired, to `out`, which has room for the plan's `len` bytes. */
void ng_utf8_repair(ng_str s, char *out);

/* Code points, and UTF-16 units, of valid UTF-8.  `s` may start or end inside
 * a character: one is counted where it starts. */
size_t ng_utf8_count(ng_str s);
size_t ng_utf16_count(ng_str s);

/* Write `c`, a code point that is no surrogate; its length, 1 to 4. */
size_t ng_utf8_encode(uint32_t c, char out[4]);

/* What of a character is seen on a page. */
typedef enum {
  NG_LOOK_INK,
  NG_LOOK_SPACE,
  NG_LOOK_NOTHING, /* soft hyphens, joiners, direction marks */
} ng_look;

ng_look ng_utf8_look(uint32_t c);

#endif /* NG_UTF8_H */
