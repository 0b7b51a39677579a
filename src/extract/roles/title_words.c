/* title_words.c - which words the titles of offices have. */
#include "core/str.h"
#include "extract/roles/roles.h"

/* --- words ---------------------------------------------------------------- */

ng_word_class
ng_role_class(const ng_role_finder *f, uint32_t word)
{
  return word < f->doc->notes.n ? (ng_word_class)f->doc->notes.at[word].class
                                : NG_WORD_EDGE;
}

bool
ng_role_is(const ng_role_finder *f, uint32_t word, const char *const *list)
{
  char text[NG_WORD_ROOM];
  if (word >= f->doc->words.n ||
      !ng_word_ascii(ng_word_text(f->doc, word), text))
    return false;
  for (; *list; list++)
    if (text[0] == (*list)[0] && strcmp(text, *list) == 0)
      return true;
  return false;
}

static const char *const heads[] = {"president",
                                    "minister",
                                    "premier",
                                    "chancellor",
                                    "king",
                                    "queen",
                                    "prince",
                                    "princess",
                                    "emir",
                                    "sultan",
                                    "pope",
                                    "secretary",
                                    "governor",
                                    "mayor",
                                    "senator",
                                    "ambassador",
                                    "envoy",
                                    "spokesman",
                                    "spokeswoman",
                                    "spokesperson",
                                    "chairman",
                                    "chairwoman",
                                    "chairperson",
                                    "chair",
                                    "ceo",
                                    "director",
                                    "commander",
                                    "prosecutor",
                                    "chief",
                                    "leader",
                                    "head",
                                    "commissioner",
                                    "speaker",
                                    "undersecretary",
                                    "treasurer",
                                    "ayatollah",
                                    "emperor",
                                    "tsar",
                                    "shah",
                                    "sheriff",
                                    "superintendent",
                                    "taoiseach",
                                    "premiers",
                                    "negotiator",
                                    "representative",
                                    "founder",
                                    "co-founder",
                                    "pm",
                                    "adviser",
                                    "advisor",
                                    "counsellor",
                                    "counselor",
                                    "coordinator",
                                    "rapporteur",
                                    "administrator",
                                    "ombudsman",
                                    "consul",
                                    "whip",
                                    "archbishop",
                                    "patriarch",
                                    "congressman",
                                    "congresswoman",
                                    NULL};

static const char *const modifiers[] = {"prime",
                                        "foreign",
                                        "defence",
                                        "defense",
                                        "finance",
                                        "interior",
                                        "justice",
                                        "economy",
                                        "energy",
                                        "trade",
                                        "health",
                                        "education",
                                        "agriculture",
                                        "transport",
                                        "culture",
                                        "labour",
                                        "labor",
                                        "environment",
                                        "home",
                                        "vice",
                                        "deputy",
                                        "first",
                                        "second",
                                        "attorney",
                                        "presidential",
                                        "government",
                                        "special",
                                        "chief",
                                        "high",
                                        "supreme",
                                        "general",
                                        "party",
                                        "opposition",
                                        "executive",
                                        "managing",
                                        "press",
                                        "state",
                                        "crown",
                                        "co",
                                        "police",
                                        "army",
                                        "military",
                                        "national",
                                        "security",
                                        "intelligence",
                                        "oil",
                                        "industry",
                                        "information",
                                        "development",
                                        "cabinet",
                                        "ministry",
                                        "parliament",
                                        "parliamentary",
                                        "permanent",
                                        "assistant",
                                        "under",
                                        "senior",
                                        "economic",
                                        "external",
                                        "affairs",
                                        "policy",
                                        "and",
                                        "of",
                                        "peace",
                                        "spiritual",
                                        "shadow",
                                        "local",
                                        "affairs",
                                        "commerce",
                                        "emergency",
                                        "emergencies",
                                        "work",
                                        "works",
                                        "pensions",
                                        "treasury",
                                        "tourism",
                                        "sport",
                                        "sports",
                                        "immigration",
                                        "water",
                                        "science",
                                        "technology",
                                        "religious",
                                        "women",
                                        "youth",
                                        "housing",
                                        "planning",
                                        "digital",
                                        "social",
                                        "welfare",
                                        "veterans",
                                        "climate",
                                        "infrastructure",
                                        "investment",
                                        "mining",
                                        "mines",
                                        "petroleum",
                                        "fisheries",
                                        "homeland",
                                        "transportation",
                                        "civil",
                                        "aviation",
                                        "human",
                                        "rights",
                                        "budget",
                                        "international",
                                        "majority",
                                        "minority",
                                        "house",
                                        "senate",
                                        "assembly",
                                        "council",
                                        "commission",
                                        "committee",
                                        "court",
                                        "union",
                                        "board",
                                        NULL};

/* "head chef", "head coach": no head of anything. */
static bool
is_head_of_trade(const ng_role_finder *f, uint32_t word)
{
  return ng_role_is(f, word, (const char *const[]){"head", NULL}) &&
         ng_role_is_beside(f, word + 1) &&
         ng_role_is(f, word + 1,
                    (const char *const[]){"chef", "coach", "teacher", "trainer",
                                          "referee", "nurse", "writer", NULL});
}

/* The last word of an office's title. */
bool
ng_role_is_head(const ng_role_finder *f, uint32_t word)
{
  return (ng_role_is(f, word, heads) && !is_head_of_trade(f, word)) ||
         ng_title_is_charge(f, word) ||
         (ng_role_is(f, word, (const char *const[]){"general", NULL}) &&
          word > 0 &&
          ng_role_is(f, word - 1,
                     (const char *const[]){"secretary", "attorney", "director",
                                           "prosecutor", "surveyor", NULL}));
}

/* Who runs for an office has it not. */
static bool
is_runner(const ng_role_finder *f, uint32_t word)
{
  return ng_role_is(f, word,
                    (const char *const[]){"candidate", "nominee", NULL});
}

/* A word that goes before the head: "prime", "deputy foreign", "chief". */
bool
ng_role_is_modifier(const ng_role_finder *f, uint32_t word)
{
  if (word > 0 && ng_role_is(f, word - 1, (const char *const[]){"white", NULL}))
    return false; /* "White House Press Secretary" */
  return ng_role_is(f, word, modifiers) || ng_role_is_head(f, word) ||
         (ng_role_class(f, word) == NG_WORD_TITLE && !is_runner(f, word));
}

bool
ng_role_is_honorific(const ng_role_finder *f, uint32_t word)
{
  static const char *const words[] = {
      "mr",         "mrs",    "ms",      "dr",   "miss",      "sir",
      "dame",       "lord",   "lady",    "prof", "professor", "gen",
      "general",    "col",    "colonel", "maj",  "major",     "lt",
      "lieutenant", "adm",    "admiral", "capt", "captain",   "rev",
      "imam",       "sheikh", "sheik",   "mp",   NULL};
  return ng_role_is(f, word, words);
}

/* Do words i - 1 and i stand beside each other, with a space or a hyphen? */
bool
ng_role_is_beside(const ng_role_finder *f, uint32_t word)
{
  const ng_doc *doc = f->doc;
  if (word == 0 || word >= doc->words.n ||
      doc->notes.at[word].sentence != doc->notes.at[word - 1].sentence)
    return false;
  ng_gap gap = (ng_gap)doc->notes.at[word].gap;
  return gap == NG_GAP_SPACE || gap == NG_GAP_HYPHEN || gap == NG_GAP_NONE ||
         gap == NG_GAP_STOP;
}

bool
ng_role_is_comma(const ng_role_finder *f, uint32_t word)
{
  return word > 0 && word < f->doc->words.n &&
         f->doc->notes.at[word].sentence ==
             f->doc->notes.at[word - 1].sentence &&
         f->doc->notes.at[word].gap == NG_GAP_COMMA;
}

/* --- mentions ------------------------------------------------------------- */

bool
ng_role_map_words(ng_role_finder *f)
{
  ng_doc *doc = f->doc;
  f->mention_at = NG_NEW(&doc->arena, uint32_t, doc->words.n + 1);
  if (!f->mention_at)
    return false;
  memset(f->mention_at, 0xFF, (doc->words.n + 1) * sizeof *f->mention_at);
  for (uint32_t i = 0, w = 0; i < doc->mentions.n; i++) {
    ng_span span = doc->mentions.at[i].span;
    while (w < doc->words.n && doc->words.at[w].end <= span.begin)
      w++;
    ng_type type = doc->entities.at[doc->mentions.at[i].entity].type;
    if (type == NG_OFFICE || type == NG_OCCUPATION)
      continue; /* its words are a title's */
    for (uint32_t k = w; k < doc->words.n && doc->words.at[k].begin < span.end;
         k++)
      if (doc->mentions.at[i].kind <= NG_KIND_METONYM)
        f->mention_at[k] = i;
  }
  return true;
}

const ng_mention *
ng_role_mention(const ng_role_finder *f, uint32_t word)
{
  return word < f->doc->words.n && f->mention_at[word] != NG_NONE
             ? &f->doc->mentions.at[f->mention_at[word]]
             : NULL;
}

uint32_t
ng_role_first_word(const ng_role_finder *f, uint32_t word)
{
  while (word > 0 && f->mention_at[word - 1] == f->mention_at[word])
    word--;
  return word;
}

uint32_t
ng_role_word_behind(const ng_role_finder *f, uint32_t word)
{
  uint32_t m = f->mention_at[word];
  while (word < f->doc->words.n && f->mention_at[word] == m)
    word++;
  return word;
}

/* Can the entity have offices: a state, a region, a city, a body? */
bool
ng_role_has_offices(const ng_doc *doc, uint32_t entity)
{
  ng_type type = doc->entities.at[entity].type;
  return type != NG_PERSON && type != NG_BUILDING && ng_is_actor(doc, entity);
}

bool
ng_role_is_person(const ng_doc *doc, const ng_mention *m)
{
  ng_type type = doc->entities.at[m->entity].type;
  bool unknown = ng_ref_none(doc->entities.at[m->entity].ref);
  return m->kind == NG_KIND_NAME &&
         (type == NG_PERSON || (unknown && type == NG_ENTITY));
}
