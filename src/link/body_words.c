/* body_words.c - see the header. */
#include "link/body_words.h"
#include "core/marks.h"
#include "core/str.h"
#include "link/name_words.h"
#include "link/words.h"

/* How long a body's own words may be, and its title: "prime minister". */
enum { MOST_WORDS = 4, MOST_TITLE = 2 };

/* What may stand between the state and the noun: from "a" to "k", and on. */
static const char modifiers[] =
    "administrative agency air anti-corruption anti-terrorism antitrust "
    "appeals armed"
    " army aviation border broadcasting capital central city civil coast"
    " competition constitutional counter-terrorism counterterrorism county"
    " criminal customs daily defence defense disaster district drug economic"
    " election electoral elite emergency energy enforcement environmental"
    " federal finance financial fire food force foreign free ground health high"
    " higher highest human independent intelligence interior interagency joint"
    " judicial justice";
static const char modifiers_from_l[] =
    "law local main media meteorological military municipal"
    " national naval navy news nuclear oil official parliamentary"
    " partnership peace peacekeeping permanent police presidential prison"
    " private public radio rapid reaction regional republican research rescue"
    " revolutionary rights riot science secret security semi-official service "
    "space"
    " special state state-owned state-run statistics supreme tax task"
    " television top trade traffic tv";

/* How a noun names a body. */
typedef enum {
  ALONE, /* "Iranian police" */
  /* the same, though people's titles follow: "police officers" */
  WITH_TITLES,
  MODIFIED, /* "security services", not "services" */
  SHARED    /* of several states alone: "a Franco-German pact" is none */
} naming;

/* Its nouns, how they name, what the body is, and what stands right before the
 * noun; NULL: anything. */
#define HEADS(ROW)                                                             \
  ROW("army navy", WITH_TITLES, NG_MILITARY, NULL)                             \
  ROW("police judiciary parliament embassy consulate", WITH_TITLES,            \
      NG_GOVERNMENT, NULL)                                                     \
  ROW("military forces troops", ALONE, NG_MILITARY, NULL)                      \
  ROW("court", ALONE, NG_COURT, NULL)                                          \
  ROW("coastguard legislature senate cabinet intelligence prosecutors", ALONE, \
      NG_GOVERNMENT, NULL)                                                     \
  ROW("media press", ALONE, NG_MEDIA, NULL)                                    \
  ROW("opposition", ALONE, NG_ORGANIZATION, NULL)                              \
  ROW("ministry agency service services unit guard guards", MODIFIED,          \
      NG_GOVERNMENT, NULL)                                                     \
  ROW("government", MODIFIED, NG_GOVERNMENT,                                   \
      "city county local municipal regional")                                  \
  ROW("outlet", MODIFIED, NG_MEDIA, "media news")                              \
  ROW("broadcaster channel newspaper radio station television tv", MODIFIED,   \
      NG_MEDIA, "national official public state state-owned state-run")        \
  ROW("bank", MODIFIED, NG_ORGANIZATION, "central")                            \
  ROW("force", MODIFIED, NG_MILITARY, "air defence defense naval")             \
  ROW("force commission committee council mission organisation organization",  \
      MODIFIED, NG_ORGANIZATION, NULL)                                         \
  ROW("agreement treaty pact accord deal", SHARED, NG_TREATY, NULL)
#define AS_ROW(nouns, naming, type, behind) {nouns, naming, type, behind},
#define AS_LIST(nouns, naming, type, behind) nouns " "

static const struct {
  const char *nouns;
  naming naming;
  ng_type type;
  const char *behind;
} heads[] = {HEADS(AS_ROW)};

static const char all_nouns[] = HEADS(AS_LIST);

enum { N_HEADS = sizeof heads / sizeof *heads };

static ng_word_note
note_at(const ng_doc *doc, uint32_t i)
{
  return doc->notes.at[i];
}

/* "forces operating in", "forces came": the noun ends, though the next word is
 * in no other list; "police training" goes on. */
static bool
is_verb(ng_str word)
{
  static const char nouns[] = "bombing briefing building funding hearing"
                              " housing killing meeting planning recording"
                              " ruling shooting spending training warning";
  static const char past[] =
      "began bought broke brought came caught chose did drove fell felt fought"
      " found fled flew gave got grew heard held kept knew laid lay left let "
      "made"
      " meant ran rose sat saw sent set shot shut stood struck swept"
      " swore took went withdrew wrote";
  return ng_str_listed(word, past) ||
         (word.len > 5 && memcmp(word.at + word.len - 3, "ing", 3) == 0 &&
          !ng_str_listed(word, nouns));
}

static bool
is_modifier(ng_str word, ng_mark mark)
{
  return word.len && (word.at[0] | 0x20) < 'l'
             ? ng_marked_among(word, mark, modifiers)
             : ng_marked_among(word, mark, modifiers_from_l);
}

/* Does a body's name end with word `i`? */
static bool
ends_at(const ng_doc *doc, uint32_t i, naming how)
{
  if (ng_is_last_noun(doc, i))
    return true;
  if (!ng_word_follows(doc, i + 1) ||
      (note_at(doc, i + 1).flags & NG_WORD_CAPITAL))
    return false;
  return (how == WITH_TITLES && (note_at(doc, i + 1).class == NG_WORD_TITLE ||
                                 ng_word_is(doc, i + 1, "officers"))) ||
         is_verb(ng_word_text(doc, i + 1));
}

/* The row of heads[] for the noun `i`, which is one of all_nouns, of a body
 * whose words begin at `from`, or -1. */
static int
head_of(const ng_doc *doc, uint32_t from, uint32_t i, bool shared)
{
  for (int k = 0; k < N_HEADS; k++)
    if (ng_str_listed(ng_word_text(doc, i), heads[k].nouns) &&
        (heads[k].naming < MODIFIED || i > from || shared) &&
        (heads[k].naming != SHARED || shared) &&
        (!heads[k].behind ||
         (i > from &&
          ng_str_listed(ng_word_text(doc, i - 1), heads[k].behind))) &&
        ends_at(doc, i, heads[k].naming))
      return k;
  return -1;
}

bool
ng_read_body(const ng_doc *doc, uint32_t from, bool shared, ng_body_words *p)
{
  bool found = false;
  for (uint32_t i = from; i < from + MOST_WORDS && i < doc->words.n; i++) {
    if (i > from && !ng_word_follows(doc, i))
      break;
    ng_str word = ng_word_text(doc, i);
    ng_mark mark = ng_mark_of(word);
    int head = ng_marked_among(word, mark, all_nouns)
                   ? head_of(doc, from, i, shared)
                   : -1;
    if (head >= 0) {
      *p = (ng_body_words){from, i + 1, heads[head].type};
      found = true;
    } else if (!is_modifier(word, mark)) {
      break;
    }
  }
  if (found && ng_word_is(doc, p->to - 1, "agency") && p->to > from + 1 &&
      ng_word_is(doc, p->to - 2, "news"))
    p->type = NG_MEDIA;
  return found;
}

bool
ng_read_office(const ng_doc *doc, uint32_t from, ng_body_words *p)
{
  static const char titles[] = "attorney chancellor coroner general governor"
                               " mayor minister ombudsman premier president"
                               " prosecutor sheriff";
  static const char parts[] = "attorney chief deputy federal foreign general"
                              " prime public state vice";
  uint32_t i = from;
  while (i < from + MOST_TITLE && ng_word_follows(doc, i + 1) &&
         ng_str_listed(ng_word_text(doc, i), parts))
    i++;
  *p = (ng_body_words){from, i + 3, NG_GOVERNMENT};
  return p->to <= doc->words.n && ng_str_listed(ng_word_text(doc, i), titles) &&
         note_at(doc, i + 1).class == NG_WORD_GENITIVE &&
         ng_word_follows(doc, i + 2) && ng_word_is(doc, i + 2, "office") &&
         ends_at(doc, i + 2, ALONE);
}
