/* base.h - what every stage may know of a knowledge base: how an entity is
 * referred to, and which bases there are.  The lookups are in kb.h. */
#ifndef NG_BASE_H
#define NG_BASE_H

#include "kb/type.h"
#include "newsgraph.h"

/* An entity: which base, and its index there.  Several bases can be given at
 * once; the same Wikidata entity in two of them is one entity, and is referred
 * to by the first of them; what later ones say of it overrules. */
typedef struct {
  uint32_t index;
  uint32_t base;
} ng_ref;

#define NG_NO_REF ((ng_ref){UINT32_MAX, UINT32_MAX})

static inline bool
ng_ref_equal(ng_ref a, ng_ref b)
{
  return !((a.index ^ b.index) | (a.base ^ b.base)); /* one branch */
}

static inline bool
ng_ref_none(ng_ref r)
{
  return r.base == UINT32_MAX;
}

enum { NG_MAX_BASES = 8 };

/* The bases given, the last overruling those before it. */
typedef struct {
  const ng_kb *at[NG_MAX_BASES];
  uint32_t n;
} ng_bases;

#endif /* NG_BASE_H */
