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

/* Does the word begin and end like one that sport_of_pair() asks for, the
 * second of a pair?  One word in fifteen does. */
static inline bool
may_end_pair(const ng_doc *doc, uint32_t i)
{
#define LETTER(c) (1u << ((c)&31))
  enum {
    BEGINS =
        LETTER('n') | LETTER('b') | LETTER('h') | LETTER('c') | LETTER('l'),
    ENDS = LETTER('s') | LETTER('f') | LETTER('p') | LETTER('e') | LETTER('l')
  };
#undef LETTER
  const ng_word *word = &doc->words.at[i];
  unsigned first = (unsigned char)doc->text.at[word->begin] & 31;
  unsigned last = (unsigned char)doc->text.at[word->end - 1] & 31;
  return (BEGINS >> first) & (ENDS >> last) & 1;
}

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

/* The sport that is told of most. */
static uint32_t
commonest(const uint32_t counts[NG_N_SPORTS])
{
  uint32_t best = 0;
  for (uint32_t i = 1; i < NG_N_SPORTS; i++)
    if (counts[i] > counts[best] || best == 0)
      best = i;
  return best;
}

ng_sport
ng_sport_of_article(const ng_doc *doc)
{
  enum { SAYS = 1 << NG_WORD_GAME | 1 << NG_WORD_SPORT | 1 << NG_WORD_TITLE };
  uint32_t counts[NG_N_SPORTS] = {0}, total = 0;
  char word[NG_WORD_ROOM];
  for (uint32_t i = 0; i < doc->words.n; i++) {
    uint8_t class = doc->notes.at[i].class;
    if (i + 1 < doc->words.n && may_end_pair(doc, i + 1)) {
      ng_sport pair = sport_of_pair(doc, i);
      counts[pair] += pair ? PER_PAIR : 0;
      total += pair ? PER_PAIR : 0;
    }
    if (!(SAYS >> class & 1) || !ng_word_ascii(ng_word_text(doc, i), word))
      continue;
    ng_sport sport = ng_sport_of_word((ng_str){word, strlen(word)});
    /* agencies head their sports news "SOCCER - ..." */
    uint32_t weight =
        i < 2 && (doc->notes.at[i].flags & NG_WORD_UPPER) ? 30 : 1;
    counts[sport] += sport ? weight : 0;
    total += sport ? weight : 0;
  }
  uint32_t best = commonest(counts);
  bool enough = total >= 2 && counts[best] * 2 >= total &&
                counts[best] * 120 >= doc->words.n;
  return enough ? (ng_sport)best : NG_SPORT_NONE;
}
