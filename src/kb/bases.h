/* bases.h - one entity in several bases. */
#ifndef NG_KB_BASES_H
#define NG_KB_BASES_H

#include "kb/kb.h"

/* `ref`, referred to by the last base that has the same entity. */
ng_ref ng_bases_newest(const ng_bases *bases, ng_ref ref);

/* The index that base `b` has for the entity, or UINT32_MAX. */
uint32_t ng_bases_index(const ng_bases *bases, ng_ref ref, uint32_t b);

#endif /* NG_KB_BASES_H */
