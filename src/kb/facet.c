/* facet.c - sports and trades by words. */
#include "kb/facet.h"
#include "core/str.h"

typedef struct {
  const char *word;
  uint8_t is;
} entry;

/* Sorted by word. Only words that belong to one sport. */
static const entry sports[] = {
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
    {"soccer", NG_SPORT_FOOTBALL},
    {"sprinter", NG_SPORT_ATHLETICS},
    {"stage", NG_SPORT_CYCLING},
    {"striker", NG_SPORT_FOOTBALL},
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

/* Sorted by word. */
static const entry trades[] = {
    {"academic", NG_FACET_SCHOLAR},
    {"actor", NG_FACET_ARTIST},
    {"actress", NG_FACET_ARTIST},
    {"ambassador", NG_FACET_POLITICIAN},
    {"astronomer", NG_FACET_SCHOLAR},
    {"athlete", NG_FACET_ATHLETE},
    {"author", NG_FACET_ARTIST},
    {"bassist", NG_FACET_ARTIST},
    {"biologist", NG_FACET_SCHOLAR},
    {"chancellor", NG_FACET_POLITICIAN},
    {"chemist", NG_FACET_SCHOLAR},
    {"coach", NG_FACET_ATHLETE},
    {"comedian", NG_FACET_ARTIST},
    {"composer", NG_FACET_ARTIST},
    {"conductor", NG_FACET_ARTIST},
    {"congressman", NG_FACET_POLITICIAN},
    {"congresswoman", NG_FACET_POLITICIAN},
    {"dancer", NG_FACET_ARTIST},
    {"darts", NG_FACET_ATHLETE},
    {"diplomat", NG_FACET_POLITICIAN},
    {"director", NG_FACET_ARTIST},
    {"drummer", NG_FACET_ARTIST},
    {"economist", NG_FACET_SCHOLAR},
    {"emperor", NG_FACET_POLITICIAN},
    {"engineer", NG_FACET_SCHOLAR},
    {"fencer", NG_FACET_ATHLETE},
    {"filmmaker", NG_FACET_ARTIST},
    {"footballer", NG_FACET_ATHLETE},
    {"governor", NG_FACET_POLITICIAN},
    {"guitarist", NG_FACET_ARTIST},
    {"gymnast", NG_FACET_ATHLETE},
    {"historian", NG_FACET_SCHOLAR},
    {"inventor", NG_FACET_SCHOLAR},
    {"judoka", NG_FACET_ATHLETE},
    {"jumper", NG_FACET_ATHLETE},
    {"king", NG_FACET_POLITICIAN},
    {"lawmaker", NG_FACET_POLITICIAN},
    {"legislator", NG_FACET_POLITICIAN},
    {"linguist", NG_FACET_SCHOLAR},
    {"manager", NG_FACET_ATHLETE},
    {"mathematician", NG_FACET_SCHOLAR},
    {"mayor", NG_FACET_POLITICIAN},
    {"minister", NG_FACET_POLITICIAN},
    {"model", NG_FACET_ARTIST},
    {"monarch", NG_FACET_POLITICIAN},
    {"musician", NG_FACET_ARTIST},
    {"novelist", NG_FACET_ARTIST},
    {"painter", NG_FACET_ARTIST},
    {"philosopher", NG_FACET_SCHOLAR},
    {"photographer", NG_FACET_ARTIST},
    {"physicist", NG_FACET_SCHOLAR},
    {"pianist", NG_FACET_ARTIST},
    {"player", NG_FACET_ATHLETE},
    {"playwright", NG_FACET_ARTIST},
    {"poet", NG_FACET_ARTIST},
    {"politician", NG_FACET_POLITICIAN},
    {"pope", NG_FACET_POLITICIAN},
    {"premier", NG_FACET_POLITICIAN},
    {"presenter", NG_FACET_ARTIST},
    {"president", NG_FACET_POLITICIAN},
    {"prince", NG_FACET_POLITICIAN},
    {"princess", NG_FACET_POLITICIAN},
    {"producer", NG_FACET_ARTIST},
    {"professor", NG_FACET_SCHOLAR},
    {"psychologist", NG_FACET_SCHOLAR},
    {"queen", NG_FACET_POLITICIAN},
    {"rapper", NG_FACET_ARTIST},
    {"rower", NG_FACET_ATHLETE},
    {"scientist", NG_FACET_SCHOLAR},
    {"screenwriter", NG_FACET_ARTIST},
    {"sculptor", NG_FACET_ARTIST},
    {"senator", NG_FACET_POLITICIAN},
    {"singer", NG_FACET_ARTIST},
    {"skater", NG_FACET_ATHLETE},
    {"skier", NG_FACET_ATHLETE},
    {"snooker", NG_FACET_ATHLETE},
    {"sociologist", NG_FACET_SCHOLAR},
    {"songwriter", NG_FACET_ARTIST},
    {"sportsman", NG_FACET_ATHLETE},
    {"sportswoman", NG_FACET_ATHLETE},
    {"sprinter", NG_FACET_ATHLETE},
    {"statesman", NG_FACET_POLITICIAN},
    {"sultan", NG_FACET_POLITICIAN},
    {"swimmer", NG_FACET_ATHLETE},
    {"theologian", NG_FACET_SCHOLAR},
    {"violinist", NG_FACET_ARTIST},
    {"wrestler", NG_FACET_ATHLETE},
    {"writer", NG_FACET_ARTIST},
};

#define FIND(table, word) find((table), sizeof(table) / sizeof *(table), (word))

/* The entry of `word`, 0 if there is none. */
static uint8_t
find(const entry *table, size_t n, ng_str word)
{
  size_t low = 0;
  while (low < n) {
    size_t mid = (low + n) / 2;
    const char *other = table[mid].word;
    int order = strncmp(other, word.at, word.len);
    if (order == 0 && !other[word.len])
      return table[mid].is;
    if (order < 0)
      low = mid + 1;
    else
      n = mid;
  }
  return 0;
}

ng_sport
ng_sport_of_word(ng_str word)
{
  return (ng_sport)FIND(sports, word);
}

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

/* --- words of a text ------------------------------------------------------ */

enum { ROOM = 24 };

typedef struct {
  ng_str text;
  size_t at;
  char room[ROOM];
} cursor;

/* The next word, its ASCII letters in lower case, at most ROOM of them; false
 * past the last. */
static bool
next_word(cursor *c, ng_str *word)
{
  size_t n = 0;
  static const char between[] = " ,-()/;";
  while (c->at < c->text.len && strchr(between, c->text.at[c->at]))
    c->at++;
  if (c->at == c->text.len)
    return false;
  for (; c->at < c->text.len && !strchr(between, c->text.at[c->at]); c->at++) {
    char b = c->text.at[c->at];
    if (n < ROOM)
      c->room[n++] = (char)(b >= 'A' && b <= 'Z' ? b | 32 : b);
  }
  *word = (ng_str){c->room, n};
  return true;
}

/* "women's", "under", "u21", "ii", "b": a team that is not meant by its
 * country's or city's name alone. */
static bool
is_lesser(ng_str word)
{
  static const char *const list[] = {
      "women", "women's", "ladies", "under",    "u21",     "u23",
      "u20",   "u19",     "youth",  "reserves", "academy", "olympic",
      "ii",    "b",       "futsal", "beach",    "2"};
  for (size_t i = 0; i < sizeof list / sizeof *list; i++)
    if (ng_str_equal(word, (ng_str){list[i], strlen(list[i])}))
      return true;
  return false;
}

typedef struct {
  ng_sport sport;
  uint8_t trade;
  bool national, lesser, american;
} findings;

static void
look_at(findings *f, ng_str text, bool label)
{
  cursor c = {.text = text};
  for (ng_str word; next_word(&c, &word);) {
    ng_sport sport = ng_sport_of_word(word);
    if (sport == NG_SPORT_FOOTBALL && f->american)
      sport = NG_SPORT_GRIDIRON; /* "American football player" */
    f->sport = f->sport ? f->sport : sport;
    f->trade = f->trade || label ? f->trade : FIND(trades, word);
    f->national |= ng_str_equal(word, NG_LIT("national"));
    f->lesser |= label && is_lesser(word);
    f->american = ng_str_equal(word, NG_LIT("american")) ||
                  ng_str_equal(word, NG_LIT("gridiron"));
  }
}

uint16_t
ng_facets(ng_type type, ng_str label, ng_str words)
{
  findings f = {.sport = NG_SPORT_NONE};
  ng_facet facet = NG_FACET_NONE;
  bool sporty = type == NG_TEAM || type == NG_LEAGUE || type == NG_EVENT;
  if (!sporty && type != NG_PERSON)
    return 0;
  if (sporty)
    look_at(&f, label, true);
  look_at(&f, words, false);
  if (type == NG_TEAM)
    facet = f.lesser     ? NG_FACET_LESSER
            : f.national ? NG_FACET_NATIONAL
                         : NG_FACET_NONE;
  if (type == NG_PERSON)
    facet = f.sport ? NG_FACET_ATHLETE : (ng_facet)f.trade;
  return (uint16_t)((unsigned)f.sport << 4 | (unsigned)facet << 8);
}
