/* sport.c - which sport an article, a team or a player is of.
 *
 * "England" on the cricket pages is England's cricket team: sport tells teams
 * and namesakes apart more often than anything else in newswire.
 */
#include "link/sport.h"
#include "core/str.h"
#include "link/words.h"

/* Sorted by word.  Only words that belong to one sport. */
static const struct {
  const char *word;
  ng_sport sport;
} table[] = {
    {"atp", NG_SPORT_TENNIS},
    {"baseball", NG_SPORT_BASEBALL},
    {"basketball", NG_SPORT_BASKETBALL},
    {"batsman", NG_SPORT_CRICKET},
    {"batting", NG_SPORT_CRICKET},
    {"birdie", NG_SPORT_GOLF},
    {"birdies", NG_SPORT_GOLF},
    {"bogey", NG_SPORT_GOLF},
    {"bowler", NG_SPORT_CRICKET},
    {"bowling", NG_SPORT_CRICKET},
    {"boxer", NG_SPORT_BOXING},
    {"boxing", NG_SPORT_BOXING},
    {"bullpen", NG_SPORT_BASEBALL},
    {"bundesliga", NG_SPORT_FOOTBALL},
    {"cricket", NG_SPORT_CRICKET},
    {"cricketer", NG_SPORT_CRICKET},
    {"cycling", NG_SPORT_CYCLING},
    {"cyclist", NG_SPORT_CYCLING},
    {"defender", NG_SPORT_FOOTBALL},
    {"driver", NG_SPORT_MOTOR},
    {"fc", NG_SPORT_FOOTBALL},
    {"fifa", NG_SPORT_FOOTBALL},
    {"football", NG_SPORT_FOOTBALL},
    {"footballer", NG_SPORT_FOOTBALL},
    {"formula", NG_SPORT_MOTOR},
    {"goal", NG_SPORT_FOOTBALL},
    {"goalkeeper", NG_SPORT_FOOTBALL},
    {"goals", NG_SPORT_FOOTBALL},
    {"goaltender", NG_SPORT_HOCKEY},
    {"golf", NG_SPORT_GOLF},
    {"golfer", NG_SPORT_GOLF},
    {"gridiron", NG_SPORT_GRIDIRON},
    {"halftime", NG_SPORT_FOOTBALL},
    {"hockey", NG_SPORT_HOCKEY},
    {"homer", NG_SPORT_BASEBALL},
    {"homered", NG_SPORT_BASEBALL},
    {"hurdles", NG_SPORT_ATHLETICS},
    {"inning", NG_SPORT_BASEBALL},
    {"innings", NG_SPORT_CRICKET},
    {"javelin", NG_SPORT_ATHLETICS},
    {"lap", NG_SPORT_MOTOR},
    {"laps", NG_SPORT_MOTOR},
    {"linebacker", NG_SPORT_GRIDIRON},
    {"marathon", NG_SPORT_ATHLETICS},
    {"metres", NG_SPORT_ATHLETICS},
    {"midfielder", NG_SPORT_FOOTBALL},
    {"mlb", NG_SPORT_BASEBALL},
    {"motor", NG_SPORT_MOTOR},
    {"motorcycling", NG_SPORT_MOTOR},
    {"nba", NG_SPORT_BASKETBALL},
    {"nfl", NG_SPORT_GRIDIRON},
    {"nhl", NG_SPORT_HOCKEY},
    {"odi", NG_SPORT_CRICKET},
    {"overs", NG_SPORT_CRICKET},
    {"par", NG_SPORT_GOLF},
    {"peloton", NG_SPORT_CYCLING},
    {"pga", NG_SPORT_GOLF},
    {"pitcher", NG_SPORT_BASEBALL},
    {"premiership", NG_SPORT_FOOTBALL},
    {"prix", NG_SPORT_MOTOR},
    {"puck", NG_SPORT_HOCKEY},
    {"quarterback", NG_SPORT_GRIDIRON},
    {"racing", NG_SPORT_MOTOR},
    {"rbi", NG_SPORT_BASEBALL},
    {"rebounds", NG_SPORT_BASKETBALL},
    {"relay", NG_SPORT_ATHLETICS},
    {"rugby", NG_SPORT_RUGBY},
    {"runner", NG_SPORT_ATHLETICS},
    {"scrum", NG_SPORT_RUGBY},
    {"seeded", NG_SPORT_TENNIS},
    {"sprinter", NG_SPORT_ATHLETICS},
    {"stage", NG_SPORT_CYCLING},
    {"striker", NG_SPORT_FOOTBALL},
    {"soccer", NG_SPORT_FOOTBALL},
    {"tennis", NG_SPORT_TENNIS},
    {"touchdown", NG_SPORT_GRIDIRON},
    {"touchdowns", NG_SPORT_GRIDIRON},
    {"tries", NG_SPORT_RUGBY},
    {"uefa", NG_SPORT_FOOTBALL},
    {"wicket", NG_SPORT_CRICKET},
    {"wickets", NG_SPORT_CRICKET},
    {"wimbledon", NG_SPORT_TENNIS},
    {"wta", NG_SPORT_TENNIS},
};

ng_sport
ng_sport_of_word(const char *folded)
{
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (table[i].word[0] == folded[0] && strcmp(table[i].word, folded) == 0)
      return table[i].sport;
  return NG_SPORT_NONE;
}

uint32_t
ng_sports_of_text(ng_str text)
{
  uint32_t sports = 0;
  char word[NG_WORD_ROOM];
  bool american = false;
  for (size_t i = 0, end; i < text.len; i = end + 1) {
    for (end = i; end < text.len && text.at[end] != ' ' &&
                  text.at[end] != ',' && text.at[end] != '-';)
      end++;
    if (!ng_word_ascii(ng_str_slice(text, i, end), word))
      continue;
    ng_sport sport = ng_sport_of_word(word);
    if (sport == NG_SPORT_FOOTBALL && american)
      sport = NG_SPORT_GRIDIRON; /* "American football player" */
    if (sport)
      sports |= 1u << sport;
    american = strcmp(word, "american") == 0 || strcmp(word, "gridiron") == 0;
  }
  return sports;
}

/* Wikidata's items of sports. */
ng_sport
ng_sport_of_item(uint32_t qid)
{
  switch (qid) {
  case 2736:
    return NG_SPORT_FOOTBALL; /* association football */
  case 5369:
    return NG_SPORT_BASEBALL;
  case 5372:
    return NG_SPORT_BASKETBALL;
  case 5375:
    return NG_SPORT_CRICKET;
  case 5377:
    return NG_SPORT_GOLF;
  case 847:
    return NG_SPORT_TENNIS;
  case 5849:
    return NG_SPORT_RUGBY; /* rugby union */
  case 41323:
    return NG_SPORT_GRIDIRON; /* American football */
  case 41466:
    return NG_SPORT_HOCKEY; /* ice hockey */
  case 542:
    return NG_SPORT_ATHLETICS;
  case 5386:
    return NG_SPORT_MOTOR; /* auto racing */
  case 32112:
    return NG_SPORT_BOXING;
  default:
    return NG_SPORT_NONE;
  }
}

ng_sport
ng_sport_of_article(const ng_doc *doc)
{
  uint32_t counts[NG_N_SPORTS] = {0}, best = 0, total = 0;
  char word[NG_WORD_ROOM];
  for (uint32_t i = 0; i < doc->words.n; i++) {
    uint8_t class = doc->notes.at[i].class;
    if (class != NG_WORD_GAME && class != NG_WORD_SPORT &&
        class != NG_WORD_TITLE)
      continue;
    if (!ng_word_ascii(ng_word_text(doc, i), word))
      continue;
    ng_sport sport = ng_sport_of_word(word);
    /* agencies head their sports news "SOCCER - ..." */
    uint32_t weight =
        i < 2 && (doc->notes.at[i].flags & NG_WORD_UPPER) ? 30 : 1;
    counts[sport] += sport ? weight : 0;
    total += sport ? weight : 0;
  }
  for (uint32_t i = 1; i < NG_N_SPORTS; i++)
    if (counts[i] > counts[best] || best == 0)
      best = i;
  bool enough = total >= 2 && counts[best] * 2 >= total &&
                counts[best] * 120 >= doc->words.n;
  return enough ? (ng_sport)best : NG_SPORT_NONE;
}
