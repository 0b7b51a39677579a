/* popularity.h - how likely an entity is spoken of, in whole numbers.
 *
 * Interest is a sum of weighted logarithms of counts (links, page views, ...),
 * in 1/64 of a doubling: 64 more means twice as likely.  Popularity is half of
 * it, 0 to 1000, 32 to a doubling.  Logarithms are taken in integers: every
 * machine builds the same bytes.
 */
#ifndef NG_KB_POPULARITY_H
#define NG_KB_POPULARITY_H

#include "newsgraph.h"

enum { NG_POPULARITY_MAX = 1000 };

/* 64 * log2(1 + n / 2^scale), rounded down. */
uint32_t ng_log_64(uint64_t n, unsigned scale);

/* 2^(popularity / 32), in 1/32768: 2^15 to 2^47. */
uint64_t ng_popularity_weight(uint32_t popularity);

#endif /* NG_KB_POPULARITY_H */
