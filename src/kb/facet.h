/* facet.h - what the words of a label and a description tell of an entity
 * beyond its type: its sport, its trade.
 *
 * Guesses for linking, kept in the upper bits of an entity's record's flags;
 * nothing of them is ever written out as a fact. */
#ifndef NG_FACET_H
#define NG_FACET_H

#include "kb/type.h"

typedef enum {
  NG_SPORT_NONE = 0,
  NG_SPORT_FOOTBALL, /* association football */
  NG_SPORT_BASEBALL,
  NG_SPORT_BASKETBALL,
  NG_SPORT_CRICKET,
  NG_SPORT_TENNIS,
  NG_SPORT_RUGBY,
  NG_SPORT_GRIDIRON, /* American football */
  NG_SPORT_HOCKEY,
  NG_SPORT_GOLF,
  NG_SPORT_CYCLING,
  NG_SPORT_ATHLETICS,
  NG_SPORT_MOTOR,
  NG_SPORT_BOXING,
  NG_N_SPORTS
} ng_sport;

/* A finer type. Stored: append, never renumber. */
typedef enum {
  NG_FACET_NONE = 0,
  NG_FACET_ATHLETE,
  NG_FACET_POLITICIAN,
  NG_FACET_ARTIST, /* also writers and entertainers */
  NG_FACET_SCHOLAR,
  NG_FACET_NATIONAL, /* a national team of men */
  NG_FACET_LESSER,   /* a team of women, of youths, of the second row */
  NG_N_FACETS
} ng_facet;

/* The bits of facets, above those of flags in a file:
 *
 *   15 .. 11 | 10  9  8 | 7  6  5  4 | 3 .. 0
 *            | facet    | sport      | NG_ENTITY_...
 */
static inline ng_sport
ng_sport_of_facets(uint16_t facets)
{
  unsigned sport = facets >> 4 & 15;
  return sport < NG_N_SPORTS ? (ng_sport)sport : NG_SPORT_NONE;
}

static inline ng_facet
ng_facet_of_facets(uint16_t facets)
{
  unsigned facet = facets >> 8 & 7;
  return facet < NG_N_FACETS ? (ng_facet)facet : NG_FACET_NONE;
}

/* The bits for an entity of that type, label and description. */
uint16_t ng_facets(ng_type type, ng_str label, ng_str words);

/* The sport that a word in lower case belongs to. */
ng_sport ng_sport_of_word(ng_str word);

/* The sport that the Wikidata item is. */
ng_sport ng_sport_of_item(uint32_t qid);

#endif /* NG_FACET_H */
