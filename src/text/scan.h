/* scan.h - what token.c and word.c share. */
#ifndef NG_SCAN_H
#define NG_SCAN_H

#include "core/str.h"
#include "text/chars.h"
#include "text/token.h"

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
