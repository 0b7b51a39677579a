/* claims.h - what the files of the stage `claims` share.
 *
 *   claims.c   facts worded by the lexicon; what stands between words
 *   ends.c     which ends a fact may not have
 *   known.c    facts that offices, places and lists of names show
 *   near.c     facts that names tell by standing next to each other
 *   members.c  facts that "and other EU members" tells
 *   inner.c    what a statement presupposes
 *   said.c     what is said and fits no class
 */
#ifndef NG_CLAIMS_H
#define NG_CLAIMS_H

#include "extract/events/events.h"

/* Two entities, and the words that say what ties them. */
typedef struct {
  ng_predicate predicate;
  uint32_t subject, object; /* indices into doc->entities */
  uint32_t unit;            /* the word that says it */
  ng_footing footing;
  bool ended;
  bool stated; /* by a predicate, not in passing: a denial denies it */
  ng_span evidence;
} ng_finding;

/* Add a claim, in the voice that its words are in, unless it says nothing or is
 * there already; false if the arena is spent. */
bool ng_claim_add(ng_matcher *m, const ng_finding *finding);

/* May it be so, by what its ends are and how they are named? */
bool ng_claim_fits(const ng_matcher *m, const ng_finding *finding);

/* Add the office that a match for ng:holdsOffice found, of each pair, unless it
 * is known; false if the arena is spent. */
bool ng_office_add(ng_matcher *m, const ng_match *match,
                   const ng_finding *finding);

/* The word that states what a noun describes: itself with a copula, the verb of
 * "became a member"; NG_NONE in passing: "EU member Croatia", which is so
 * whatever the sentence says of Croatia. */
uint32_t ng_stating_word(const ng_syntax *s, uint32_t noun);

/* Is it asked or made up that what a noun describes is so: "Is NAME the ..."?
 */
bool ng_is_asked(const ng_matcher *m, uint32_t noun);

/* Forget offices that roles found stated by a verb, "NAME is the president",
 * where the sentence only asks, denies or supposes it, or somebody says so. */
void ng_offices_forget_unsure(ng_matcher *m);

/* Add the offices of "his Irish counterpart NAME"; false if the arena is
 * spent. */
bool ng_offices_of_counterparts(ng_matcher *m);

/* The unit of the sentence of `unit` that names the entity, nearest to it; or
 * NG_NONE. */
uint32_t ng_nearest_name(const ng_matcher *m, uint32_t entity, uint32_t unit);

/* The larger place that follows a place with a comma, "Lyon, France", if they
 * read so, and the base says that the one lies in the other: a unit, or
 * NG_NONE.  If not `sure`, the parse may say so instead. */
uint32_t ng_larger_place(const ng_matcher *m, uint32_t unit, bool sure);

/* The first unit that ends behind the byte at `offset`, or NG_NONE. */
uint32_t ng_unit_from(const ng_doc *doc, uint32_t offset);

/* From the first byte of one unit to the last of another, in either order. */
ng_span ng_span_between(const ng_syntax *s, uint32_t a, uint32_t b);

/* Add what a claim just found presupposes of others: that a state which
 * rejected a declaration of independence does not recognise it, of "they do not
 * either"; false if the arena is spent. */
bool ng_claim_presupposed(ng_matcher *m, const ng_finding *finding);

/* Each adds claims, or propositions, of the whole document; false if the arena
 * is spent. */
bool ng_claims_of_offices(ng_matcher *m);
bool ng_claims_of_places(ng_matcher *m);
bool ng_claims_of_neighbours(ng_matcher *m);
bool ng_claims_of_others(ng_matcher *m);
bool ng_propositions_find(ng_matcher *m);

#endif /* NG_CLAIMS_H */
