/* claims.h - what the files of the stage `claims` share.
 *
 *   claims.c         facts worded by the lexicon; what stands between words
 *   claims_known.c   facts that offices, places and lists of names show
 *   claims_inner.c   what a statement presupposes
 *   claims_said.c    what is said and fits no class
 */
#ifndef NG_CLAIMS_H
#define NG_CLAIMS_H

#include "extract/events.h"

/* Two entities, and the words that say what ties them. */
typedef struct {
  ng_predicate predicate;
  uint32_t subject, object; /* indices into doc->entities */
  uint32_t unit;            /* the word that says it */
  ng_footing footing;
  bool ended;
  ng_span evidence;
} ng_finding;

/* Add a claim, in the voice that its words are in, unless it says nothing or is
 * there already; false if the arena is spent. */
bool ng_claim_add(ng_matcher *m, const ng_finding *finding);

/* From the first byte of one unit to the last of another, in either order. */
ng_span ng_span_between(const ng_syntax *s, uint32_t a, uint32_t b);

/* Each adds claims, or propositions, of the whole document; false if the arena
 * is spent. */
bool ng_claims_of_offices(ng_matcher *m);
bool ng_claims_of_places(ng_matcher *m);
bool ng_claims_presupposed(ng_matcher *m);
bool ng_propositions_find(ng_matcher *m);

#endif /* NG_CLAIMS_H */
