/* standing.h - fact or talk: the one rule that tells them apart.
 *
 * Every claim, event, office and proposition has exactly one ng:standing, so
 * that one triple pattern separates what an article states from what is only
 * planned, denied, doubted or said by somebody.  The rule is the table in
 * standing.c; ontology/newsgraph.ttl documents it at ng:standing.
 */
#ifndef NG_STANDING_H
#define NG_STANDING_H

#include "rdf/graph.h"

typedef enum {
  NG_OCCURRED,
  NG_ONGOING,
  NG_SCHEDULED,
  NG_POSSIBLE,
  NG_PROPOSED,
  NG_DESIRED,
  NG_POSTPONED,
  NG_CANCELLED,
  NG_DOWNGRADED,
  NG_STALLED,
  NG_BROKEN_DOWN,
  NG_N_COURSES
} ng_course; /* ng:status: how far a happening has come */

typedef enum {
  NG_CERTAIN,
  NG_PROBABLE,
  NG_DOUBTFUL,
  NG_ALLEGED,
  NG_N_CERTAINTIES
} ng_certainty;

/* What is known of a statement. All zero: the article states as its own that
 * it is so. */
typedef struct {
  ng_course course;
  ng_certainty certainty;
  bool negative;    /* it did not or does not happen */
  bool voiced;      /* somebody else says so, not the article */
  bool conditional; /* under an "if" */
  bool presupposed; /* implied, not said */
} ng_footing;

typedef enum {
  NG_NEGATED,
  NG_DENIED,
  NG_PLANNED,
  NG_UNCERTAIN,
  NG_INTERRUPTED,
  NG_REPORTED,
  NG_ESTABLISHED,
  NG_N_STANDINGS
} ng_standing;

ng_standing ng_standing_of(const ng_footing *footing);

/* ng:Negated, ng:Denied, ... */
ng_term ng_standing_term(ng_standing standing);

#endif /* NG_STANDING_H */
