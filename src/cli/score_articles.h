/* score_articles.h - a graph against an article annotated by hand: events,
 * claims, offices, and what must not be asserted.
 *
 * An event is found if one of its class (or of a class hard to tell from it)
 * overlaps its evidence and shares an agent, patient, participant or host, if
 * it has any; the best such one is taken, and counts once.
 */
#ifndef NG_SCORE_ARTICLES_H
#define NG_SCORE_ARTICLES_H

#include "cli/reading.h"
#include "cli/score_match.h"

/* How many of how many. */
typedef struct {
  uint64_t part, whole;
} score_share;

/* One class of events: in the gold, in the graph, found. */
typedef struct {
  uint64_t gold, made, found;
} score_class;

typedef struct {
  uint64_t gold, made, found;
  score_share core;      /* core events found, of all core events */
  score_share exact;     /* of the class itself, of those found */
  score_share arguments; /* found, of those of events found */
  score_share status, polarity, date; /* right, of those found */
  score_share attributed;             /* of those found that are in the gold */
  score_share wrongly;   /* attributed, of those found that are not */
  score_share hedged;    /* stated as fact, of those found that are none */
  score_share forbidden; /* asserted, of those listed */
  score_share claims, offices; /* found, of the gold */
  uint64_t claims_made, claims_right, offices_made;
  score_class classes[NG_N_EVENT_CLASSES];
} score_articles;

/* Add `gold`, an object of the form that our annotated articles have, whose
 * text became `r`. Print errors if asked to.  False if memory ran out. */
bool score_article(score_articles *sum, const json_t *gold, reading *r,
                   bool errors);

/* The same for claims alone. */
bool score_article_claims(score_articles *sum, const json_t *gold, reading *r,
                          bool errors);

#endif /* NG_SCORE_ARTICLES_H */
