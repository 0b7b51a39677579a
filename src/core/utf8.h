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

/* Write `c`, a code point that is no surrogate; its length, 1 to 4. */
size_t ng_utf8_encode(uint32_t c, char out[4]);

#endif /* NG_UTF8_H */
