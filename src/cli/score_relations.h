/* score_relations.h - claims and offices against facts given as two spans of a
 * text and what ties them.
 *
 * A claim is one of the gold's if a mention of its subject overlaps the gold's
 * first span and one of its object the second.
 */
#ifndef NG_SCORE_RELATIONS_H
#define NG_SCORE_RELATIONS_H

#include "cli/reading.h"

enum { SCORE_MAX_RELATIONS = 64 };

/* A relation, in counts of facts; a fact is said once, whatever number of
 * mentions say it. */
typedef struct {
  char name[40];           /* "SPOUSE", "P26" */
  uint64_t gold;           /* facts of the gold between names */
  uint64_t found;          /* those that were found */
  uint64_t all, all_found; /* likewise, between names and pronouns */
  uint64_t made;           /* facts that we state */
  uint64_t right;          /* those that are in the gold */
} score_relation;

typedef struct {
  score_relation at[SCORE_MAX_RELATIONS];
  size_t n;
} score_relations;

/* The relation of that name, made if there is none; NULL: too many. */
score_relation *score_relation_of(score_relations *all, const char *name);

/* A fact of the gold: spans in bytes of the document's text. Spans of one
 * entity may be several. */
typedef struct {
  const ng_span *at;
  size_t n;
} score_spans;

/* Is one of `spans` where `entity` is mentioned or referred to? */
bool score_mentioned(const ng_doc *doc, uint32_t entity, score_spans spans);

/* A fact that we state: entities of the document. */
typedef struct {
  uint32_t subject, object;
  ng_span evidence;
} score_fact;

typedef NG_VEC(score_fact) score_facts;

/* What `doc` states that answers to `relation` (KnowledgeNet's name of a
 * property), each once; false if memory ran out. */
bool score_facts_of(const reading *r, const char *relation, score_facts *out);

#endif /* NG_SCORE_RELATIONS_H */
