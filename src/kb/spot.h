/* spot.h - spotting with a choice of which words may start a name. */
#ifndef NG_KB_SPOT_H
#define NG_KB_SPOT_H

#include "kb/kb.h"

typedef enum {
  NG_START_ANY,
  NG_START_CAPITAL /* only words that start with a capital */
} ng_starts;

/* Room that a caller may keep from text to text, zeroed at first: then an
 * arena is asked only where a text is larger than all before it. */
typedef struct {
  void *at[4];
  size_t words, hits; /* it is for so many */
  bool as_found;      /* hits come by length, not by first word: no sorting */
} ng_spot_room;

/* What ng_kb_spot() takes, in one. */
typedef struct {
  uint32_t base;
  const ng_words *words;
  const uint32_t *stops;
  size_t n_stops;
  ng_arena *arena;
  ng_spot_room *room; /* may be NULL */
  /* Of each word, 0 or 1: is it a little one, which neither is a name nor
   * starts one that goes on with a small letter?  May be NULL: none is. */
  const uint8_t *little;
} ng_spot_text;

/* As ng_kb_spot(). */
bool ng_kb_spot_starts(const ng_kb *kb, ng_starts starts,
                       const ng_spot_text *text, ng_hits *hits);

#endif /* NG_KB_SPOT_H */
