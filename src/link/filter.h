/* filter.h - a set of entities that forgets none and may know too many: asked
 * before a search that mostly finds nothing. */
#ifndef NG_LINK_FILTER_H
#define NG_LINK_FILTER_H

#include "kb/base.h"

#include <stdbool.h>

typedef struct {
  uint64_t words[64];
} ng_ref_filter;

static inline uint32_t
ng_ref_filter_bit(ng_ref ref)
{
  return (uint32_t)((ref.index + ref.base) * 0x9E3779B1u) >> 20; /* 12 bits */
}

static inline void
ng_ref_filter_add(ng_ref_filter *f, ng_ref ref)
{
  uint32_t bit = ng_ref_filter_bit(ref);
  f->words[bit / 64] |= 1ULL << (bit % 64);
}

/* False: it was never added. */
static inline bool
ng_ref_filter_may_have(const ng_ref_filter *f, ng_ref ref)
{
  uint32_t bit = ng_ref_filter_bit(ref);
  return f->words[bit / 64] >> (bit % 64) & 1;
}

#endif /* NG_LINK_FILTER_H */
