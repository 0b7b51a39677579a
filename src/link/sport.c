/* sport.c - which sport an article is of.
 *
 * "England" on the cricket pages is England's cricket team: sport tells teams
 * and namesakes apart more often than anything else in newswire.
 */
#include "link/sport.h"
#include "link/words.h"

/* Two words that only one sport says, and how many words of sport they are
 * worth. */
enum { PER_PAIR = 3 };

static ng_sport
sport_of_pair(const ng_doc *doc, uint32_t i)
{
  static const struct {
    const char *first, *second;
    ng_sport sport;
  } pairs[] = {{"six", "nations", NG_SPORT_RUGBY},
               {"tri", "nations", NG_SPORT_RUGBY},
               {"all", "blacks", NG_SPORT_RUGBY},
               {"fly", "half", NG_SPORT_RUGBY},
               {"scrum", "half", NG_SPORT_RUGBY},
               {"heineken", "cup", NG_SPORT_RUGBY},
               {"davis", "cup", NG_SPORT_TENNIS},
               {"ryder", "cup", NG_SPORT_GOLF},
               {"champions", "league", NG_SPORT_FOOTBALL},
               {"premier", "league", NG_SPORT_FOOTBALL},
               {"stanley", "cup", NG_SPORT_HOCKEY},
               {"super", "bowl", NG_SPORT_GRIDIRON}};
  if (!ng_word_listed(doc, i + 1, "nations blacks half cup league bowl") ||
      (doc->notes.at[i + 1].gap != NG_GAP_SPACE &&
       doc->notes.at[i + 1].gap != NG_GAP_HYPHEN))
    return NG_SPORT_NONE;
  for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
    if (ng_word_is(doc, i, pairs[k].first) &&
        ng_word_is(doc, i + 1, pairs[k].second))
      return pairs[k].sport;
  return NG_SPORT_NONE;
}

ng_sport
ng_sport_of_article(const ng_doc *doc)
{
  uint32_t counts[NG_N_SPORTS] = {0}, best = 0, total = 0;
  char word[NG_WORD_ROOM];
  for (uint32_t i = 0; i < doc->words.n; i++) {
    uint8_t class = doc->notes.at[i].class;
    ng_sport pair = sport_of_pair(doc, i);
    counts[pair] += pair ? PER_PAIR : 0;
    total += pair ? PER_PAIR : 0;
    if (class != NG_WORD_GAME && class != NG_WORD_SPORT &&
        class != NG_WORD_TITLE)
      continue;
    if (!ng_word_ascii(ng_word_text(doc, i), word))
      continue;
    ng_sport sport = ng_sport_of_word((ng_str){word, strlen(word)});
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
