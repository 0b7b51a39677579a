/* actor.h - which entities a noun phrase means. */
#ifndef NG_ACTOR_H
#define NG_ACTOR_H

#include "extract/syntax/branch.h"

/* Indices into doc->entities. */
typedef NG_VEC(uint32_t) ng_members;

/* The reference of `unit` (its head word), or NULL. */
const ng_reference *ng_reference_at(const ng_doc *doc, uint32_t unit);

/* Append to `out` whom the phrase around `head` means when it acts or speaks:
 * its name ("French President Emmanuel Macron"), what it refers to ("the two
 * sides"), whose body or statement it is ("a German government statement",
 * "a spokesman for the ministry"), and the same of what is joined to it by
 * "and".  Metonyms are whom they denote.  Nothing for phrases that name nobody;
 * false if the arena is spent. */
bool ng_actor_find(const ng_branches *b, ng_arena *arena, uint32_t head,
                   ng_members *out);

/* Is the entity a person, as far as is known? */
bool ng_is_person(const ng_doc *doc, uint32_t entity);

/* Is it a ministry, an army that no base knows, "the Defence Ministry"?  Who
 * has it speaks and acts through it. */
bool ng_is_unlinked_body(const ng_doc *doc, uint32_t mention);

/* Is it what acts: a person, a people, a state, a city, a body, or a building
 * that stands for who sits in it?  Teams and leagues only speak. */
static inline bool
ng_type_acts(ng_type type)
{
  return type >= NG_PERSON && type <= NG_SCHOOL && type != NG_PLACE;
}

/* Can the entity act or speak: a person, a state, a body? */
bool ng_is_actor(const ng_doc *doc, uint32_t entity);

#endif /* NG_ACTOR_H */
