/* scan.h - what token.c and word.c share. */
#ifndef NG_SCAN_H
#define NG_SCAN_H

#include "core/str.h"
#include "text/chars.h"
#include "text/token.h"

#if defined __SSE2__

#include <emmintrin.h>

/* The bytes of `v` that are from `first` to `last`, which are ASCII. */
static inline unsigned
ng_bytes_between(__m128i v, char first, char last)
{
  /* signed compares: the range is moved to begin at -128 */
  __m128i low = _mm_add_epi8(v, _mm_set1_epi8((char)(-128 - first)));
  __m128i fits =
      _mm_cmplt_epi8(low, _mm_set1_epi8((char)(-127 + last - first)));
  return (unsigned)_mm_movemask_epi8(fits);
}

/* Move *i on over ASCII letters and digits, 16 at a time; their classes. */
static inline uint8_t
ng_run_ascii(const uint8_t *s, uint32_t *i)
{
  enum { STEP = 16 };
  unsigned seen = 0, n;
  do {
    __m128i v = _mm_loadu_si128((const __m128i *)(s + *i));
    unsigned lower = ng_bytes_between(v, 'a', 'z');
    unsigned upper = ng_bytes_between(v, 'A', 'Z');
    unsigned digit = ng_bytes_between(v, '0', '9');
    n = (unsigned)__builtin_ctz(~(lower | upper | digit));
    unsigned own = (1U << n) - 1;
    seen |= (lower & own ? NG_CH_LOWER : 0) | (upper & own ? NG_CH_UPPER : 0) |
            (digit & own ? NG_CH_DIGIT : 0);
    *i += n;
  } while (n == STEP);
  return (uint8_t)seen;
}

#else

static inline uint8_t
ng_run_ascii(const uint8_t *s, uint32_t *i)
{
  unsigned seen = 0;
  for (uint8_t c; (c = ng_char_class[s[*i]]) & NG_CH_WORD; ++*i)
    seen |= c;
  return (uint8_t)seen;
}

#endif

/* Do `n` letters at `s` begin like "cannot", or "gonna"? */
static inline bool
ng_may_contract(const uint8_t *s, uint32_t n)
{
  uint8_t c = *s | 0x20;
  return (c == 'c' || c == 'g' || c == 'w') && (n == 5 || n == 6);
}

/* Append [begin, end) as a token of `kind`. */
static inline void
ng_scan_push(ng_scan *sc, ng_span span, unsigned kind, unsigned flags)
{
  if (sc->last == span.begin)
    flags |= NG_TOKEN_GLUED;
  ng_token t = {span.begin, span.end, (uint8_t)kind, (uint8_t)flags, 0};
  if (!NG_PUSH(&sc->doc->arena, &sc->doc->tokens, t))
    sc->full = true;
  sc->last = span.end;
  sc->first = false;
}

/* The bytes from `begin` to `end`. */
static inline ng_str
ng_scan_slice(const ng_scan *sc, uint32_t begin, uint32_t end)
{
  return ng_str_slice(sc->doc->text, begin, end);
}

/* Is the character at `i` a letter or digit? */
static inline bool
ng_is_word_at(const ng_scan *sc, uint32_t i)
{
  uint32_t len;
  return i < sc->end && (ng_char_at(sc->s + i, &len) & NG_CH_WORD);
}

static inline bool
ng_is_digit_at(const ng_scan *sc, uint32_t i)
{
  return ng_char_class[sc->s[i]] & NG_CH_DIGIT;
}

static inline bool
ng_is_ascii_at(const ng_scan *sc, uint32_t i)
{
  return ng_char_class[sc->s[i]] & NG_CH_LETTER;
}

/* Append the word at `i`, whose first character is of class `first`. A sign or
 * a full stop may come before a number's first digit. */
void ng_scan_word(ng_scan *scan, uint8_t first);

/* Move on over letters and digits; the classes of those that are ASCII, and
 * NG_CH_HIGH if there are others. */
uint8_t ng_scan_run(ng_scan *scan);

#endif /* NG_SCAN_H */
