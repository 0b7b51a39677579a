/* hidden.h - the second pass's hidden units: see rank.h. */
#ifndef NG_LINK_HIDDEN_H
#define NG_LINK_HIDDEN_H

#include "link/rank.h"

/* Add what values[0 .. n), all of them NG_FIRST_DEEP or more, put into each of
 * the NG_N_UNITS units. */
void ng_hidden_add(const ng_ranking *ranking, const uint16_t *values,
                   uint32_t n, int32_t *units);

/* What the units add to a reading's score. */
int32_t ng_hidden_score(const ng_ranking *ranking, const int32_t *units);

#endif /* NG_LINK_HIDDEN_H */
