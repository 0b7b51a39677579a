/* title_joined.c - titles that another stands beside, and names that a title
 * only seems to be of.
 *
 *   party leader and prime minister NAME      two offices
 *   committee chairman Senator NAME           likewise
 *   leader of Britain's biggest union UNISON  the union's leader
 *   director of Sheffield-based MEPS          no director of the city
 *   head of the energy giant X, NAME          a long title, up to the name
 *   Presidents NAME and NAME                  each is one
 */
#include "core/str.h"
#include "extract/roles/roles.h"

/* A rank that stands right before a name, whatever title is before it. */
static bool
is_rank(const ng_role_finder *f, uint32_t word)
{
  return ng_role_is(
      f, word,
      "senator representative congressman congresswoman ambassador "
      "councillor");
}

/* May a rank follow this head: not in "chief representative"? */
static bool
ends_title(const ng_role_finder *f, uint32_t word)
{
  return ng_role_is_head(f, word) && !ng_role_mention(f, word) &&
         !ng_role_is(f, word, "chief vice");
}

bool
ng_title_stops(const ng_role_finder *f, uint32_t from)
{
  return from > 0 &&
         ((ng_role_class(f, from - 1) == NG_WORD_AND && from > 1 &&
           ends_title(f, from - 2) && ng_role_is_beside(f, from - 1)) ||
          (is_rank(f, from) && ends_title(f, from - 1)));
}

/* "the prime minister and Chancellor NAME" are two persons, by the capital. */
uint32_t
ng_title_joined(const ng_role_finder *f, const ng_title *t)
{
  if (!ng_role_is_beside(f, t->from) || !ng_title_stops(f, t->from))
    return NG_NONE;
  bool joined = ng_role_class(f, t->from - 1) == NG_WORD_AND;
  uint32_t head = t->from - (joined ? 2 : 1), first = head;
  while (first > 0 && ng_role_is_modifier(f, first - 1))
    first--;
  bool apart = joined && first > 0 &&
               ng_role_class(f, first - 1) == NG_WORD_THE &&
               !(f->doc->notes.at[head].flags & NG_WORD_CAPITAL) &&
               (f->doc->notes.at[t->from].flags & NG_WORD_CAPITAL);
  return apart ? NG_NONE : head;
}

bool
ng_title_goes_on(const ng_role_finder *f, uint32_t i)
{
  return ng_role_is_beside(f, i) && ng_role_is_beside(f, i + 1) &&
         ng_role_class(f, i) == NG_WORD_AND && !ng_role_mention(f, i + 1) &&
         (ng_role_is_head(f, i + 1) ||
          (ng_role_is_modifier(f, i + 1) && ng_role_is_beside(f, i + 2) &&
           ng_role_is_head(f, i + 2)));
}

/* The word behind the genitive or "-based" behind the mention at `word`, which
 * then only says where what follows is; or NG_NONE. */
static uint32_t
behind_owner(const ng_role_finder *f, uint32_t word)
{
  uint32_t i = ng_role_word_behind(f, word);
  if (i >= f->doc->words.n)
    return NG_NONE;
  bool genitive = ng_role_class(f, i) == NG_WORD_GENITIVE &&
                  f->doc->notes.at[i].gap == NG_GAP_APOSTROPHE;
  bool based = f->doc->notes.at[i].gap == NG_GAP_HYPHEN &&
               ng_role_is(f, i, "based backed led run owned controlled");
  /* "of the French accident agency" */
  bool from_there = ng_role_mention(f, word)->kind == NG_KIND_DEMONYM &&
                    ng_role_is_beside(f, i) &&
                    !(f->doc->notes.at[i].flags & NG_WORD_CAPITAL) &&
                    (ng_role_class(f, i) == NG_WORD_OTHER ||
                     ng_role_class(f, i) == NG_WORD_BODY);
  if (from_there)
    return i;
  return genitive || based ? i + 1 : NG_NONE;
}

/* May the word stand between an owner and the name of what it has, "biggest
 * union", or end what has no name? */
static bool
is_thing(const ng_role_finder *f, uint32_t word)
{
  switch (ng_role_class(f, word)) {
  case NG_WORD_OTHER:
  case NG_WORD_BODY:
  case NG_WORD_CAPITALISED:
  case NG_WORD_HEADING:
  case NG_WORD_NUMBER:
    return true;
  default:
    return false;
  }
}

uint32_t
ng_title_take_owned(const ng_role_finder *f, ng_title *t, uint32_t word)
{
  enum { FAR = 6 };
  uint32_t from = behind_owner(f, word), i = from;
  if (from == NG_NONE)
    return NG_NONE;
  while (i < from + FAR && ng_role_is_beside(f, i) && !ng_role_mention(f, i) &&
         is_thing(f, i))
    i++;
  const ng_mention *m = ng_role_is_beside(f, i) ? ng_role_mention(f, i) : NULL;
  if (m && ng_role_has_offices(f->doc, m->entity)) {
    if (t->jurisdiction == NG_NONE)
      t->jurisdiction = m->entity;
    return ng_role_word_behind(f, i);
  }
  bool own = ng_role_class(f, from - 1) == NG_WORD_GENITIVE ||
             from == ng_role_word_behind(f, word);
  if (own && i > from && t->jurisdiction == NG_NONE)
    t->jurisdiction = ng_role_mention(f, word)->entity;
  t->to = i > from ? i : t->to;
  return i;
}

/* What the mention at `word` is a name of; an unknown acronym is a body's. */
static ng_type
type_of_name(const ng_role_finder *f, uint32_t word)
{
  const ng_doc_entity *e =
      &f->doc->entities.at[ng_role_mention(f, word)->entity];
  bool acronym =
      ng_ref_none(e->ref) && (f->doc->notes.at[word].flags & NG_WORD_UPPER);
  return e->type == NG_ENTITY && acronym ? NG_ORGANIZATION : e->type;
}

uint32_t
ng_title_body_before(const ng_role_finder *f, uint32_t word)
{
  const ng_doc *doc = f->doc;
  const ng_mention *place = ng_role_mention(f, word);
  uint32_t first = ng_role_first_word(f, word);
  const ng_mention *body = first > 0 && doc->notes.at[first].gap == NG_GAP_SPACE
                               ? ng_role_mention(f, first - 1)
                               : NULL;
  ng_type type = doc->entities.at[place->entity].type;
  bool inside = type == NG_COUNTRY || type == NG_REGION || type == NG_CITY;
  if (!body || !inside || body->kind != NG_KIND_NAME)
    return NG_NONE;
  switch (type_of_name(f, first - 1)) {
  case NG_PARTY:
  case NG_ORGANIZATION:
  case NG_COMPANY:
  case NG_MEDIA:
  case NG_INTERNATIONAL:
    return first - 1;
  default:
    return NG_NONE;
  }
}

uint32_t
ng_title_body_behind(const ng_role_finder *f, uint32_t word)
{
  uint32_t i = ng_role_word_behind(f, word);
  ng_type type = f->doc->entities.at[ng_role_mention(f, word)->entity].type;
  bool inside = type == NG_COUNTRY || type == NG_REGION || type == NG_CITY;
  const ng_mention *m =
      inside && i < f->doc->words.n && f->doc->notes.at[i].gap == NG_GAP_SPACE
          ? ng_role_mention(f, i)
          : NULL;
  if (!m || m->kind != NG_KIND_NAME || ng_role_is_person(f->doc, m))
    return word;
  return ng_role_has_offices(f->doc, m->entity) ? i : word;
}

/* "chief executive", "chief justice", "chief operating officer": more words are
 * the head. */
void
ng_title_take_chief(const ng_role_finder *f, ng_title *t)
{
  static const char second[] =
      "executive justice officer whip minister economist scientist "
      "strategist engineer investigator inspector negotiator "
      "prosecutor adviser advisor operating financial medical "
      "technology marketing constable judge magistrate analyst";
  if (!ng_role_is(f, t->to - 1, "chief"))
    return;
  while (t->to < t->from + 6 && ng_role_is_beside(f, t->to) &&
         !ng_role_mention(f, t->to) && ng_role_is(f, t->to, second))
    t->to++;
  t->end = t->to > t->end ? t->to : t->end;
}

/* "Director NAME of the health institute": whose office it is, said behind the
 * name. */
void
ng_title_take_of_behind(const ng_role_finder *f, uint32_t behind, ng_title *t)
{
  uint32_t i = behind;
  if (t->jurisdiction != NG_NONE || is_rank(f, t->to - 1) ||
      !ng_role_is_beside(f, i) || ng_role_class(f, i) != NG_WORD_OF)
    return;
  i += ng_role_class(f, i + 1) == NG_WORD_THE ? 2 : 1;
  const ng_mention *m = ng_role_mention(f, i);
  if (!m || !ng_role_has_offices(f->doc, m->entity) ||
      behind_owner(f, i) != NG_NONE)
    return;
  i = ng_title_body_behind(f, i);
  m = ng_role_mention(f, i);
  t->jurisdiction = m->entity;
  t->end = ng_role_word_behind(f, i);
}

/* Take what a long title is of that must end at `limit`, where a name follows:
 * "head of the state-owned energy giant X, NAME". */
bool
ng_title_take_up_to(const ng_role_finder *f, ng_title *t, uint32_t limit)
{
  static const char bodies[] = "giant company firm group conglomerate agency";
  uint32_t where = NG_NONE, i = t->to;
  if (ng_role_class(f, i) != NG_WORD_OF || limit > i + 10)
    return false;
  while (i < limit) {
    const ng_mention *m = ng_role_mention(f, i);
    ng_word_class class = ng_role_class(f, i);
    bool body = m && i > t->to && ng_role_is(f, i - 1, bodies);
    if (!ng_role_is_beside(f, i) ||
        (m && !body && ng_role_is_person(f->doc, m)) ||
        (!m && (class == NG_WORD_SPEECH || class == NG_WORD_BE ||
                class == NG_WORD_PRONOUN || ng_role_is_head(f, i))))
      return false;
    /* "attorney of the state as well as a rival of NAME" */
    if (where != NG_NONE &&
        (class == NG_WORD_DETERMINER || class == NG_WORD_POSSESSIVE ||
         ng_role_is(f, i, "as")))
      return false;
    if (m && where == NG_NONE && ng_role_has_offices(f->doc, m->entity))
      where = m->entity;
    i = m ? ng_role_word_behind(f, i) : i + 1;
  }
  if (t->jurisdiction == NG_NONE)
    t->jurisdiction = where;
  t->to = limit;
  return i == limit && where != NG_NONE;
}

bool
ng_title_is_charge(const ng_role_finder *f, uint32_t head)
{
  return head >= 2 && head < f->doc->words.n &&
         ng_role_is(f, head, "affaires") && ng_role_is(f, head - 1, "d") &&
         f->doc->notes.at[head].gap == NG_GAP_APOSTROPHE &&
         ng_role_is_beside(f, head - 1) && !ng_role_mention(f, head - 2);
}

/* Is it a word that alone, and small, says as little as "director NAME"? */
bool
ng_title_is_of_films(const ng_role_finder *f, const ng_title *t)
{
  static const char films[] = "director writer actor co film";
  for (uint32_t i = t->from; i < t->to; i++)
    if (!ng_role_is(f, i, films))
      return false;
  if (!ng_ref_none(t->office) || t->jurisdiction == NG_NONE)
    return ng_ref_none(t->office);
  ng_type type = f->doc->entities.at[t->jurisdiction].type;
  return type == NG_COUNTRY || type == NG_REGION || type == NG_CITY;
}

bool
ng_title_is_vague(const ng_role_finder *f, const ng_title *t)
{
  return t->jurisdiction == NG_NONE && t->to == t->from + 1 &&
         (ng_role_is(f, t->from, "prince princess") ||
          (!(f->doc->notes.at[t->from].flags & NG_WORD_CAPITAL) &&
           ng_role_is(f, t->from, "director founder head chief leader")));
}

/* "Iranian Foreign Minister, NAME SURNAME, said": between commas, and who has
 * the minister is told. */
bool
ng_title_is_apposed(const ng_role_finder *f, uint32_t i, const ng_title *t)
{
  uint32_t behind = ng_role_word_behind(f, i);
  return t->jurisdiction != NG_NONE && behind > i + 1 &&
         ng_role_is_comma(f, behind);
}

/* --- what a title is of --------------------------------------------------- */

/* Is it an office whose "to" and "for" say where or for what it works, not
 * whose it is: "envoy to Libya", "minister for Europe"? */
static bool
is_sent(const ng_role_finder *f, uint32_t head)
{
  return ng_role_is(f, head,
                    "envoy ambassador minister representative negotiator "
                    "commissioner secretary");
}

uint32_t
ng_title_take_behind(ng_role_finder *f, ng_title *t)
{
  uint32_t i = t->to;
  if (!ng_role_is_beside(f, i) ||
      (ng_role_class(f, i) != NG_WORD_OF && !ng_role_is(f, i, "for to")))
    return i;
  bool sent = ng_role_class(f, i) != NG_WORD_OF && is_sent(f, t->to - 1);
  bool to = ng_role_is(f, i, "to");
  i++;
  if (ng_role_class(f, i) == NG_WORD_THE)
    i++;
  const ng_mention *m = ng_role_mention(f, i);
  if (m && sent) {
    t->to = ng_role_word_behind(f, i);
    return t->to;
  }
  if (m && ng_role_has_offices(f->doc, m->entity)) {
    uint32_t owned = ng_title_take_owned(f, t, i);
    if (owned != NG_NONE)
      return owned;
    i = ng_title_body_behind(f, i);
    m = ng_role_mention(f, i);
    if (t->jurisdiction == NG_NONE)
      t->jurisdiction = m->entity;
    return ng_role_word_behind(f, i);
  }
  if (to && !(f->doc->notes.at[i].flags & NG_WORD_CAPITAL))
    return t->to; /* "asked the Queen to see NAME" */
  uint32_t from = i;
  while (
      i < f->doc->words.n && ng_role_is_beside(f, i) && i < from + 4 &&
      !ng_role_mention(f, i) &&
      (ng_role_class(f, i) == NG_WORD_OTHER ||
       ng_role_class(f, i) == NG_WORD_AND ||
       ng_role_class(f, i) == NG_WORD_CAPITALISED ||
       ng_role_class(f, i) == NG_WORD_PEOPLE ||
       ng_role_class(f, i) == NG_WORD_BODY ||
       (i == from && /* "Secretary of State", not "of the state-owned giant" */
        (f->doc->notes.at[i].flags & NG_WORD_CAPITAL) &&
        ng_role_is(f, i, "state"))))
    i++;
  if (i == from)
    return t->to;
  t->to = i;
  return i;
}

/* --- several persons with one title --------------------------------------- */

bool
ng_title_is_plural(const ng_role_finder *f, uint32_t word)
{
  return ng_role_is(f, word,
                    "presidents ministers premiers chancellors kings senators "
                    "ambassadors governors secretaries");
}

uint32_t
ng_title_of_several(const ng_role_finder *f, uint32_t first)
{
  enum { MOST = 5 };
  uint32_t i = first;
  for (int k = 0; k < MOST && i > 0; k++) {
    if (ng_role_is_beside(f, i) && ng_title_is_plural(f, i - 1))
      return i - 1;
    bool list = ng_role_is_comma(f, i);
    if (ng_role_class(f, i - 1) == NG_WORD_AND && ng_role_is_beside(f, i))
      i--, list = i > 0;
    /* "NAME of Norway and NAME of Sweden" */
    const ng_mention *m = list ? ng_role_mention(f, i - 1) : NULL;
    uint32_t of = m ? ng_role_first_word(f, i - 1) : 0;
    if (of > 1 && !ng_role_is_person(f->doc, m) &&
        ng_role_class(f, of - 1) == NG_WORD_OF && ng_role_is_beside(f, of)) {
      i = of - 1;
      m = ng_role_is_beside(f, i) ? ng_role_mention(f, i - 1) : NULL;
    }
    if (!m || !ng_role_is_person(f->doc, m))
      return NG_NONE;
    i = ng_role_first_word(f, i - 1);
  }
  return NG_NONE;
}
