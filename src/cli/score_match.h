/* score_match.h - when a graph's entity, class or evidence is the one that the
 * gold means. */
#ifndef NG_SCORE_MATCH_H
#define NG_SCORE_MATCH_H

#include "cli/facts.h"

#include <jansson.h>

/* A string of an object, empty if it has none. */
ng_str gold_field(const json_t *object, const char *name);

static inline bool
score_is(ng_str s, const char *text)
{
  return s.len == strlen(text) && memcmp(s.at, text, s.len) == 0;
}

/* An entity as the gold names it: what an entity of the graph may be called to
 * be it. */
enum { SCORE_KEYS = 3 };
typedef struct {
  ng_str keys[SCORE_KEYS]; /* identifier, folded label, folded name as given */
  ng_str folded;           /* name as given */
} gold_thing;

/* The entity of `article` with that label or identifier; its strings are in
 * `arena`. A name without a string means that the arena is spent. */
gold_thing gold_thing_of(ng_arena *arena, const json_t *article, ng_str name);

/* Is `thing` what the gold means? By identifier or label; or one's label holds
 * the other's. */
bool score_same_thing(const gold_thing *gold, const fact_thing *thing);

/* Are classes `a` and `b` the same, or hard to tell apart? */
bool score_same_class(ng_str a, ng_str b);

/* A place in a text, in code points; from -1 if it is none. */
typedef struct {
  int64_t begin, end;
} score_place;

/* Where `part`, which a NUL ends, first is in `text`. */
score_place score_find(const char *text, ng_str part);

/* Does evidence overlap it? */
bool score_touches(const fact_basis *basis, score_place where);

/* The first words of the first span of evidence, for a person to find it. */
ng_str score_words(const char *text, const fact_basis *basis);

#endif /* NG_SCORE_MATCH_H */
