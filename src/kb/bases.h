/* bases.h - one entity in several bases. */
#ifndef NG_KB_BASES_H
#define NG_KB_BASES_H

#include "kb/kb.h"

/* The index of an entity in one base, or UINT32_MAX. */
uint32_t ng_kb_find_qid(const ng_kb *kb, uint32_t qid);
uint32_t ng_kb_find_iri(const ng_kb *kb, ng_str iri);

/* `ref`, referred to by the first base that has the same entity, as everywhere
 * in a document. */
ng_ref ng_bases_canonical(const ng_bases *bases, ng_ref ref);

/* Overrule `e` by what a later base says. */
void ng_entity_overrule(ng_entity *e, const ng_entity *by);

/* The index that base `b` has for the entity, or UINT32_MAX. */
uint32_t ng_bases_index(const ng_bases *bases, ng_ref ref, uint32_t b);

#endif /* NG_KB_BASES_H */
