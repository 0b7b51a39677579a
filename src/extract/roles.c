/* roles.c - stage: who holds which office, as the text says.
 *
 *   [former] [Serbian | Serbia's | EU] TITLE+ NAME      before the name
 *   [Serbia's] TITLE of X NAME                          with its body
 *   NAME, [former] [the] [Serbian] TITLE [of X],        behind it
 *   NAME is | was | became the TITLE of X               as a statement
 *
 * 14.6 % of all mentions of persons in newswire are introduced by a title, and
 * the run of capitals behind one is a person's name in 86 % of the cases
 * (measured on 16,841 sentences).
 */
#include "core/fail.h"
#include "core/str.h"
#include "extract/actor.h"
#include "kb/kb.h"
#include "link/words.h"

#include <stdlib.h>

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  uint32_t *mention_at; /* of each word: the mention it is in, or NG_NONE */
  bool spent;           /* the arena is */
} finder;

/* A title as found: words [from, to), and what it needs to be an office. */
typedef struct {
  uint32_t from, to;
  uint32_t begin;        /* first word of the evidence */
  uint32_t end;          /* behind its last word */
  uint32_t jurisdiction; /* entity, or NG_NONE */
  ng_office_status status;
} title;

/* --- words ---------------------------------------------------------------- */

static ng_word_class
class_of(const finder *f, uint32_t i)
{
  return i < f->doc->notes.n ? (ng_word_class)f->doc->notes.at[i].class
                             : NG_WORD_EDGE;
}

static bool
is_in(const finder *f, uint32_t i, const char *const *list)
{
  char word[NG_WORD_ROOM];
  if (i >= f->doc->words.n || !ng_word_ascii(ng_word_text(f->doc, i), word))
    return false;
  for (; *list; list++)
    if (strcmp(word, *list) == 0)
      return true;
  return false;
}

/* The last word of an office's title. */
static bool
is_head(const finder *f, uint32_t i)
{
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
                                      NULL};
  return is_in(f, i, heads) ||
         (is_in(f, i, (const char *const[]){"general", NULL}) && i > 0 &&
          is_in(f, i - 1,
                (const char *const[]){"secretary", "attorney", "director",
                                      "prosecutor", "surveyor", NULL}));
}

/* A word that goes before the head: "prime", "deputy foreign", "chief". */
static bool
is_modifier(const finder *f, uint32_t i)
{
  static const char *const words[] = {
      "prime",         "foreign",     "defence",   "defense",
      "finance",       "interior",    "justice",   "economy",
      "energy",        "trade",       "health",    "education",
      "agriculture",   "transport",   "culture",   "labour",
      "labor",         "environment", "home",      "vice",
      "deputy",        "first",       "second",    "attorney",
      "presidential",  "government",  "special",   "chief",
      "high",          "supreme",     "general",   "party",
      "opposition",    "executive",   "managing",  "press",
      "state",         "crown",       "co",        "police",
      "army",          "military",    "national",  "security",
      "intelligence",  "oil",         "industry",  "information",
      "development",   "cabinet",     "ministry",  "parliament",
      "parliamentary", "permanent",   "assistant", "under",
      "senior",        "economic",    "external",  "affairs",
      "policy",        "and",         "of",        "peace",
      "spiritual",     NULL};
  return is_in(f, i, words) || is_head(f, i) || class_of(f, i) == NG_WORD_TITLE;
}

static bool
is_honorific(const finder *f, uint32_t i)
{
  static const char *const words[] = {
      "mr",         "mrs",    "ms",      "dr",   "miss",      "sir",
      "dame",       "lord",   "lady",    "prof", "professor", "gen",
      "general",    "col",    "colonel", "maj",  "major",     "lt",
      "lieutenant", "adm",    "admiral", "capt", "captain",   "rev",
      "imam",       "sheikh", "sheik",   "mp",   NULL};
  return is_in(f, i, words);
}

/* Do words i - 1 and i stand beside each other, with a space or a hyphen? */
static bool
is_beside(const finder *f, uint32_t i)
{
  const ng_doc *doc = f->doc;
  if (i == 0 || i >= doc->words.n ||
      doc->notes.at[i].sentence != doc->notes.at[i - 1].sentence)
    return false;
  ng_gap gap = (ng_gap)doc->notes.at[i].gap;
  return gap == NG_GAP_SPACE || gap == NG_GAP_HYPHEN || gap == NG_GAP_NONE ||
         gap == NG_GAP_STOP;
}

static bool
is_comma(const finder *f, uint32_t i)
{
  return i > 0 && i < f->doc->words.n &&
         f->doc->notes.at[i].sentence == f->doc->notes.at[i - 1].sentence &&
         f->doc->notes.at[i].gap == NG_GAP_COMMA;
}

/* --- mentions ------------------------------------------------------------- */

static bool
map_words(finder *f)
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
    for (uint32_t k = w; k < doc->words.n && doc->words.at[k].begin < span.end;
         k++)
      if (doc->mentions.at[i].kind <= NG_KIND_METONYM)
        f->mention_at[k] = i;
  }
  return true;
}

static const ng_mention *
mention_of(const finder *f, uint32_t word)
{
  return word < f->doc->words.n && f->mention_at[word] != NG_NONE
             ? &f->doc->mentions.at[f->mention_at[word]]
             : NULL;
}

static uint32_t
first_word(const finder *f, uint32_t word)
{
  while (word > 0 && f->mention_at[word - 1] == f->mention_at[word])
    word--;
  return word;
}

static uint32_t
word_behind(const finder *f, uint32_t word)
{
  uint32_t m = f->mention_at[word];
  while (word < f->doc->words.n && f->mention_at[word] == m)
    word++;
  return word;
}

/* Can the entity have offices: a state, a region, a city, a body? */
static bool
has_offices(const ng_doc *doc, uint32_t entity)
{
  ng_type type = doc->entities.at[entity].type;
  return type != NG_PERSON && type != NG_BUILDING && ng_is_actor(doc, entity);
}

static bool
is_person(const ng_doc *doc, const ng_mention *m)
{
  ng_type type = doc->entities.at[m->entity].type;
  bool unknown = ng_ref_none(doc->entities.at[m->entity].ref);
  return m->kind == NG_KIND_NAME &&
         (type == NG_PERSON || (unknown && type == NG_ENTITY));
}

/* --- around the title ----------------------------------------------------- */

/* Take the words before the title: "former", "Serbia's", "South Korean". */
static void
take_before(finder *f, title *t)
{
  static const char *const former[] = {"former", "ex",      "late",    "then",
                                       "ousted", "deposed", "onetime", NULL};
  static const char *const acting[] = {"acting", "interim", "caretaker", NULL};
  static const char *const coming[] = {"incoming", "designate", "elect", NULL};
  for (uint32_t i = t->from; i > 0 && is_beside(f, i); i = t->begin) {
    const ng_mention *m = mention_of(f, i - 1);
    if (m && t->jurisdiction == NG_NONE && has_offices(f->doc, m->entity)) {
      t->jurisdiction = m->entity;
      t->begin = first_word(f, i - 1);
    } else if (is_in(f, i - 1, former)) {
      t->status = NG_OFFICE_FORMER;
      t->begin = i - 1;
    } else if (is_in(f, i - 1, acting)) {
      t->status = NG_OFFICE_ACTING;
      t->begin = i - 1;
    } else if (is_in(f, i - 1, coming)) {
      t->status = NG_OFFICE_ELECT;
      t->begin = i - 1;
    } else {
      break;
    }
  }
  /* "Serbia's president": the clitic is a word of its own */
  uint32_t i = t->begin;
  const ng_mention *m =
      i >= 2 && class_of(f, i - 1) == NG_WORD_GENITIVE &&
              f->doc->notes.at[i - 1].gap == NG_GAP_APOSTROPHE &&
              is_beside(f, i)
          ? mention_of(f, i - 2)
          : NULL;
  if (m && t->jurisdiction == NG_NONE && has_offices(f->doc, m->entity)) {
    t->jurisdiction = m->entity;
    t->begin = first_word(f, i - 2);
  }
}

/* Take "of Serbia", "of the European Commission", "of intelligence", "to the
 * United Nations" behind the title; where it ends. */
static uint32_t
take_behind(finder *f, title *t)
{
  uint32_t i = t->to;
  if (!is_beside(f, i) ||
      (class_of(f, i) != NG_WORD_OF &&
       !is_in(f, i, (const char *const[]){"for", "to", NULL})))
    return i;
  i++;
  if (class_of(f, i) == NG_WORD_THE)
    i++;
  const ng_mention *m = mention_of(f, i);
  if (m && has_offices(f->doc, m->entity)) {
    if (t->jurisdiction == NG_NONE)
      t->jurisdiction = m->entity;
    return word_behind(f, i);
  }
  uint32_t from = i;
  while (i < f->doc->words.n && is_beside(f, i) && i < from + 4 &&
         !mention_of(f, i) &&
         (class_of(f, i) == NG_WORD_OTHER || class_of(f, i) == NG_WORD_AND ||
          class_of(f, i) == NG_WORD_CAPITALISED ||
          class_of(f, i) == NG_WORD_PEOPLE || class_of(f, i) == NG_WORD_BODY))
    i++;
  if (i == from)
    return t->to;
  t->to = i;
  return i;
}

/* The same for a long title that must end at `limit`, where a name follows:
 * "head of the state-owned energy giant X, NAME". */
static bool
take_up_to(finder *f, title *t, uint32_t limit)
{
  uint32_t where = NG_NONE, i = t->to;
  if (class_of(f, i) != NG_WORD_OF || limit > i + 10)
    return false;
  while (i < limit) {
    const ng_mention *m = mention_of(f, i);
    ng_word_class class = class_of(f, i);
    if (!is_beside(f, i) || (m && is_person(f->doc, m)) ||
        (!m && (class == NG_WORD_SPEECH || class == NG_WORD_BE ||
                class == NG_WORD_PRONOUN || is_head(f, i))))
      return false;
    if (m && where == NG_NONE && has_offices(f->doc, m->entity))
      where = m->entity;
    i = m ? word_behind(f, i) : i + 1;
  }
  if (t->jurisdiction == NG_NONE)
    t->jurisdiction = where;
  t->to = limit;
  return i == limit && where != NG_NONE;
}

/* The title whose head is word `head`: its modifiers before it. */
static title
title_at(const finder *f, uint32_t head)
{
  title t = {head, head + 1, head, head + 1, NG_NONE, NG_OFFICE_CURRENT};
  while (t.from > 0 && is_beside(f, t.from) && is_modifier(f, t.from - 1) &&
         !mention_of(f, t.from - 1))
    t.from--;
  while (t.from < head && (class_of(f, t.from) == NG_WORD_AND ||
                           class_of(f, t.from) == NG_WORD_OF))
    t.from++;
  t.begin = t.from;
  return t;
}

/* "president-elect", "minister-designate": the word behind the head. */
static void
take_elect(const finder *f, title *t)
{
  if (is_beside(f, t->to) &&
      is_in(f, t->to, (const char *const[]){"elect", "designate", NULL})) {
    t->status = NG_OFFICE_ELECT;
    t->to++;
    t->end = t->to;
  }
}

/* --- the base's office ---------------------------------------------------- */

/* How well an office's label fits a title: words of the title that it has, less
 * a little for others; 0 if the head is missing, or a "vice" or "deputy" is one
 * side's only. */
static int
label_fit(const finder *f, const title *t, ng_str label)
{
  int fit = 0, others = 0;
  bool head = false, below = false, title_below = false;
  char word[NG_WORD_ROOM], own[NG_WORD_ROOM];
  for (uint32_t i = t->from; i < t->to; i++)
    title_below |=
        is_in(f, i,
              (const char *const[]){"vice", "deputy", "assistant", "under",
                                    "undersecretary", NULL});
  for (size_t i = 0, end; i < label.len; i = end + 1) {
    for (end = i; end < label.len && label.at[end] != ' ';)
      end++;
    if (!ng_word_ascii(ng_str_slice(label, i, end), word))
      continue;
    bool found = false;
    for (uint32_t k = t->from; k < t->to && !found; k++) {
      found =
          ng_word_ascii(ng_word_text(f->doc, k), own) && strcmp(own, word) == 0;
      head |= found && is_head(f, k);
    }
    fit += found ? 4 : 0;
    others += !found;
    below |= strcmp(word, "vice") == 0 || strcmp(word, "deputy") == 0;
  }
  return !head || below != title_below ? 0 : 1 + fit * 4 - others;
}

static bool
holds_at(const ng_holding *h, ng_date now)
{
  return now && h->from && ng_date_first(h->from) <= now &&
         (!h->until || ng_date_last(h->until) >= now);
}

static bool
ended_before(const ng_holding *h, ng_date now)
{
  return now && h->until && ng_date_last(h->until) < now;
}

/* The jurisdiction of an office held, as an entity of the document. */
static uint32_t
jurisdiction_entity(finder *f, const ng_holding *h, uint32_t base)
{
  ng_ref ref = {h->jurisdiction, base};
  if (h->jurisdiction == UINT32_MAX)
    ref = ng_bases_related(&f->context->bases, (ng_ref){h->office, base},
                           NG_REL_JURISDICTION, false);
  if (ng_ref_none(ref))
    return NG_NONE;
  for (uint32_t i = 0; i < f->doc->entities.n; i++)
    if (ng_ref_equal(f->doc->entities.at[i].ref, ref))
      return i;
  return NG_NONE;
}

/* Find the office that the person holds, or held, under that title. */
static void
find_held(finder *f, const title *t, ng_office *o)
{
  enum { CAP = 32 };
  ng_holding held[CAP];
  ng_ref person = f->doc->entities.at[o->person].ref;
  int best = 0;
  bool past = false;
  uint32_t found = NG_NONE;
  if (ng_ref_none(person))
    return;
  const ng_kb *kb = f->context->bases.at[person.base];
  size_t n = ng_kb_holdings(kb, NG_BY_PERSON, person.index, held, CAP);
  for (size_t i = 0; i < n && i < CAP; i++) {
    ng_str label = ng_kb_entity(kb, held[i].office).label;
    int fit = label_fit(f, t, label);
    bool then = holds_at(&held[i], f->doc->date);
    bool over = ended_before(&held[i], f->doc->date);
    if (!fit ||
        (o->status == NG_OFFICE_CURRENT && f->doc->date && !then && !over))
      continue;
    uint32_t where = jurisdiction_entity(f, &held[i], person.base);
    if (o->jurisdiction != NG_NONE && where != NG_NONE &&
        where != o->jurisdiction)
      continue;
    fit += then ? 40 : 0;
    if (fit > best) {
      best = fit;
      past = over && !then;
      o->office = (ng_ref){held[i].office, person.base};
      found = where;
    }
  }
  if (o->jurisdiction == NG_NONE)
    o->jurisdiction = found;
  /* "under President X": he was, when the base knows of no such office now */
  if (past && o->status == NG_OFFICE_CURRENT)
    o->status = NG_OFFICE_FORMER;
}

/* The office of a jurisdiction by its title, whoever holds it. */
static void
find_office(finder *f, const title *t, ng_office *o)
{
  enum { CAP = 400 };
  ng_ref where = o->jurisdiction != NG_NONE
                     ? f->doc->entities.at[o->jurisdiction].ref
                     : NG_NO_REF;
  if (ng_ref_none(where) || !ng_ref_none(o->office))
    return;
  const ng_kb *kb = f->context->bases.at[where.base];
  ng_holding *held = NG_NEW(&f->doc->arena, ng_holding, CAP);
  if (!held) {
    f->spent = true;
    return;
  }
  size_t n = ng_kb_holdings(kb, NG_BY_JURISDICTION, where.index, held, CAP);
  int best = 0;
  for (size_t i = 0; i < n && i < CAP; i++) {
    int fit = label_fit(f, t, ng_kb_entity(kb, held[i].office).label);
    if (fit > best) {
      best = fit;
      o->office = (ng_ref){held[i].office, where.base};
    }
  }
}

/* --- offices -------------------------------------------------------------- */

static bool
is_known(const ng_doc *doc, const ng_office *o)
{
  for (uint32_t i = 0; i < doc->offices.n; i++) {
    const ng_office *p = &doc->offices.at[i];
    if (p->person != o->person || p->status != o->status)
      continue;
    bool same_office =
        !ng_ref_none(o->office) && ng_ref_equal(p->office, o->office);
    bool same_title =
        ng_str_equal(ng_doc_text(doc, p->title), ng_doc_text(doc, o->title)) &&
        (p->jurisdiction == o->jurisdiction || o->jurisdiction == NG_NONE);
    if (same_office || same_title)
      return true;
  }
  return false;
}

/* `person` holds the office of title `t`; the evidence takes in both. */
static void
add_office(finder *f, const ng_mention *person, title *t)
{
  ng_doc *doc = f->doc;
  uint32_t begin = doc->words.at[t->begin].begin;
  uint32_t end = doc->words.at[t->end - 1].end;
  ng_office o = {
      .person = person->entity,
      .jurisdiction = t->jurisdiction,
      .title = {doc->words.at[t->from].begin, doc->words.at[t->to - 1].end},
      .office = NG_NO_REF,
      .status = t->status};
  o.evidence.begin = begin < person->span.begin ? begin : person->span.begin;
  o.evidence.end = end > person->span.end ? end : person->span.end;
  if (o.jurisdiction == o.person)
    return;
  find_held(f, t, &o);
  find_office(f, t, &o);
  if (!is_known(doc, &o) && !NG_PUSH(&doc->arena, &doc->offices, o))
    f->spent = true;
}

/* "Serbian President NAME", "Iran's minister of intelligence NAME", "Foreign
 * Minister, NAME" */
static void
find_before(finder *f, const ng_mention *m, uint32_t first)
{
  uint32_t i = first;
  while (i > 0 && is_beside(f, i) && is_honorific(f, i - 1) &&
         !is_head(f, i - 1))
    i--;
  if (i == 0 || !(is_beside(f, i) || is_comma(f, i)))
    return;
  /* the head is the word before, or stands before "of X" */
  for (uint32_t head = i; head-- > 0 && head + 11 > i;) {
    if (!is_beside(f, head + 1) && head + 1 != i)
      return;
    bool elect =
        head + 2 == i &&
        is_in(f, head + 1, (const char *const[]){"elect", "designate", NULL});
    if (!is_head(f, head) || mention_of(f, head))
      continue;
    title t = title_at(f, head);
    take_elect(f, &t);
    uint32_t behind = elect ? i : take_behind(f, &t);
    if (behind != i && !take_up_to(f, &t, i))
      return;
    take_before(f, &t);
    if (is_comma(f, i) && t.jurisdiction == NG_NONE)
      return;
    t.end = i;
    add_office(f, m, &t);
    return;
  }
}

/* The title that starts at `i`: "the", "former", jurisdiction and modifiers may
 * come before its head. */
static bool
find_title_from(finder *f, uint32_t i, title *t)
{
  uint32_t start = i;
  for (; i < f->doc->words.n && i < start + 9; i++) {
    if (i > start && !is_beside(f, i) &&
        f->doc->notes.at[i].gap != NG_GAP_APOSTROPHE)
      return false;
    if (is_head(f, i) && !mention_of(f, i) &&
        !(is_beside(f, i + 1) && is_head(f, i + 1))) {
      *t = title_at(f, i);
      if (t->from < start)
        t->from = t->begin = start;
      take_elect(f, t);
      t->end = take_behind(f, t);
      take_before(f, t);
      return true;
    }
    ng_word_class class = class_of(f, i);
    if (!mention_of(f, i) && !is_modifier(f, i) && class != NG_WORD_THE &&
        class != NG_WORD_DETERMINER && class != NG_WORD_FORMER &&
        class != NG_WORD_GENITIVE && class != NG_WORD_POSSESSIVE)
      return false;
  }
  return false;
}

/* "NAME, president of Serbia,", "NAME is the president of Serbia" */
static void
find_after(finder *f, const ng_mention *m, uint32_t behind)
{
  static const char *const copulas[] = {"is", "was", "became", "as", NULL};
  title t;
  uint32_t i = behind;
  bool past = false;
  if (!is_comma(f, i)) {
    if (!is_beside(f, i) || !is_in(f, i, copulas))
      return;
    past = is_in(f, i, (const char *const[]){"was", NULL});
    i++;
  } else if (is_in(f, i, (const char *const[]){"who", NULL}) &&
             is_in(f, i + 1, copulas)) {
    past = is_in(f, i + 1, (const char *const[]){"was", NULL});
    i += 2;
  }
  if (!find_title_from(f, i, &t))
    return;
  /* a bare "director" behind a comma opens a list as often as it is a title */
  if (t.jurisdiction == NG_NONE && class_of(f, i) != NG_WORD_THE)
    return;
  if (past && t.status == NG_OFFICE_CURRENT)
    t.status = NG_OFFICE_FORMER;
  if (is_comma(f, t.end) || past || !is_beside(f, t.end) ||
      !is_comma(f, behind) || !mention_of(f, t.end))
    add_office(f, m, &t);
}

static int
compare_offices(const void *a, const void *b)
{
  const ng_office *x = a, *y = b;
  if (x->evidence.begin != y->evidence.begin)
    return x->evidence.begin < y->evidence.begin ? -1 : 1;
  return x->title.begin < y->title.begin ? -1 : x->title.begin > y->title.begin;
}

ng_status
ng_roles(const ng_context *context, ng_doc *doc, ng_error *err)
{
  finder f = {.context = context, .doc = doc};
  doc->offices.n = 0;
  if (!map_words(&f))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room to find offices");
  for (uint32_t w = 0; w < doc->words.n;) {
    const ng_mention *m = mention_of(&f, w);
    uint32_t behind = m ? word_behind(&f, w) : w + 1;
    if (m && is_person(doc, m)) {
      find_before(&f, m, w);
      find_after(&f, m, behind);
    }
    w = behind;
  }
  if (f.spent)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room to find offices");
  if (doc->offices.n)
    qsort(doc->offices.at, doc->offices.n, sizeof *doc->offices.at,
          compare_offices);
  return NG_OK;
}
