/* hidden.h - the second pass's hidden units: see rank.h. */
#ifndef NG_LINK_HIDDEN_H
#define NG_LINK_HIDDEN_H

#include "link/rank.h"

/* Values are NG_FIRST_DEEP or more. All ways to add them up give the same. */
typedef struct {
  const char *name;
  /* Add what values[0 .. n) put into each of the NG_N_UNITS units. */
  void (*add)(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
              int32_t *units);
  /* What the units add to a score once values[0 .. n) are in them, too. */
  int32_t (*score)(const ng_ranking *ranking, const int32_t *units,
                   const uint16_t *values, uint32_t n);
} ng_hidden;

/* Way `i` of those that this processor has, the slowest first; NULL past the
 * last.  And the fastest. */
const ng_hidden *ng_hidden_at(unsigned i);
const ng_hidden *ng_hidden_best(void);

#endif /* NG_LINK_HIDDEN_H */
