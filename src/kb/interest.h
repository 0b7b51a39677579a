/* interest.h - counts of how much the world looks at an entity, as interest:
 * see popularity.h. */
#ifndef NG_KB_INTEREST_H
#define NG_KB_INTEREST_H

#include "newsgraph.h"

/* What `number` of the count named `key` ("sitelinks") is worth; 0 of one that
 * is not known. */
uint32_t ng_interest_of(ng_str key, double number);

/* The sum over {"key": number, ...}. */
uint32_t ng_interest_in(ng_str json);

#endif /* NG_KB_INTEREST_H */
