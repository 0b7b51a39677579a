/* spot.h - spotting with a choice of which words may start a name. */
#ifndef NG_KB_SPOT_H
#define NG_KB_SPOT_H

#include "kb/kb.h"

typedef enum {
  NG_START_ANY,
  NG_START_CAPITAL /* only words that start with a capital */
} ng_starts;

/* What ng_kb_spot() takes, in one. */
typedef struct {
  uint32_t base;
  const ng_words *words;
  const uint32_t *stops;
  size_t n_stops;
  ng_arena *arena;
} ng_spot_text;

/* As ng_kb_spot(). */
bool ng_kb_spot_starts(const ng_kb *kb, ng_starts starts,
                       const ng_spot_text *text, ng_hits *hits);

#endif /* NG_KB_SPOT_H */
