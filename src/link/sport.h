/* sport.h - which sport an article, a team or a player is of. */
#ifndef NG_SPORT_H
#define NG_SPORT_H

#include "doc.h"

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

/* The sport that a folded ASCII word belongs to. */
ng_sport ng_sport_of_word(const char *folded);

/* The sports that the words of a label or description name: 1 << ng_sport. */
uint32_t ng_sports_of_text(ng_str text);

/* The sport that the Wikidata item is. */
ng_sport ng_sport_of_item(uint32_t qid);

/* What the article's words are mostly of, if it is on sport. */
ng_sport ng_sport_of_article(const ng_doc *doc);

#endif /* NG_SPORT_H */
