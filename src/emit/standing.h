/* standing.h - fact or talk: the one rule that tells them apart.
 *
 * Every claim, event, office and proposition has exactly one ng:standing, so
 * that one triple pattern separates what an article states from what is only
 * planned, denied, doubted or said by somebody.  The rule is the table in
 * standing.c; ontology/newsgraph.ttl documents it at ng:standing.
 */
#ifndef NG_STANDING_H
#define NG_STANDING_H

#include "event.h"
#include "rdf/graph.h"

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
