/* post.c - who is meant by an office: "the Serbian president", "the foreign
 * minister", "his Kosovar counterpart".
 *
 * Whom the article itself gives the office, else whom the bases know to hold it
 * on the article's date, if that is one person.
 */
#include "extract/refer/post.h"
#include "core/str.h"
#include "kb/kb.h"
#include "link/linker.h"

enum {
  BY_ARTICLE = 800,       /* the article says who holds it, and where */
  BY_ARTICLE_ALONE = 650, /* the only one of the article with that title */
  BY_BASE = 700,
  MOST_OFFICES = 200 /* of an article, looked at for each reference */
};

static const char heads[] = " president minister premier chancellor king queen"
                            " pope prince emir sultan leader governor mayor"
                            " secretary ambassador chairman pm ";
static const char modifiers[] =
    " prime foreign defence defense interior finance justice trade energy"
    " health education agriculture transport economy environment home state"
    " supreme deputy vice crown first labour labor intelligence security"
    " culture general ";
static const char below[] = " deputy vice assistant first ";

static inline __attribute__((always_inline)) bool
is(const ng_referrer *r, uint32_t unit, const char *list)
{
  return ng_unit_in(r->doc, unit, list);
}

bool
ng_is_definite(const ng_branches *b, uint32_t unit)
{
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE; c = b->next[c]) {
    if (c > unit || --left == 0)
      break;
    if (b->doc->units.at[c].label == NG_REL_DET)
      return ng_unit_in(b->doc, c, " the this these those that ");
  }
  return false;
}

/* --- whose ---------------------------------------------------------------- */

static uint32_t
named(const ng_branches *b, uint32_t unit)
{
  if (b->mention[unit] == NG_NONE)
    return NG_NONE;
  return b->doc->mentions.at[b->mention[unit]].entity;
}

uint32_t
ng_owner_of(const ng_branches *b, uint32_t unit, bool *owned)
{
  int left = NG_CHILDREN;
  *owned = false;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    const ng_unit *u = &b->doc->units.at[c];
    bool before = (u->label == NG_REL_AMOD || u->label == NG_REL_COMPOUND ||
                   u->label == NG_REL_NMOD_POSS) &&
                  c < unit;
    bool behind = u->label == NG_REL_NMOD && c > unit &&
                  b->first[c] != NG_NONE &&
                  ng_unit_in(b->doc, b->first[c], " of ");
    if (!before && !behind)
      continue;
    uint32_t entity = named(b, c);
    if (entity != NG_NONE && !ng_is_person(b->doc, entity)) {
      *owned = true;
      return entity;
    }
    *owned |= behind || (u->label == NG_REL_NMOD_POSS);
  }
  return NG_NONE;
}

/* --- the words -------------------------------------------------------------
 */

/* "Citizens do not elect the prime minister", "the president is appointed by
 * the king": the office, not its holder. */
static bool
is_filled(const ng_referrer *r, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  return (u->label == NG_REL_OBJ || u->label == NG_REL_NSUBJ_PASS) &&
         u->head != NG_NONE &&
         is(r, u->head, " elect appoint choose nominate select pick ");
}

/* A title before its name ("President NAME"), or behind it ("NAME, the
 * president"), or what somebody is called: these mean nobody else. */
static bool
is_titular(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  const ng_unit *u = &r->doc->units.at[unit];
  if (u->label == NG_REL_NMOD_DESC || u->label == NG_REL_APPOS ||
      u->label == NG_REL_COMPOUND || u->label == NG_REL_FLAT ||
      u->label == NG_REL_XCOMP)
    return true;
  if (is_filled(r, unit))
    return true;
  if (u->label == NG_REL_NMOD_POSS && u->head != NG_NONE &&
      is(r, u->head, " office house residence "))
    return true; /* "the Prime Minister's Office" is a body */
  uint32_t next = unit + 1;
  if (next < r->doc->units.n && r->doc->units.at[next].kind == NG_UNIT_NAME &&
      b->sentence[next] == b->sentence[unit])
    return true;
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    uint8_t label = r->doc->units.at[c].label;
    if (label == NG_REL_COP || label == NG_REL_APPOS || label == NG_REL_FLAT ||
        (label == NG_REL_CASE && is(r, c, " as ")))
      return true;
  }
  return false;
}

/* The office of the base that the unit names, "US Secretary of State", or
 * NG_NO_REF. */
static ng_ref
named_office(const ng_referrer *r, uint32_t unit)
{
  const ng_doc *doc = r->doc;
  uint32_t mention = doc->units.at[unit].mention;
  if (doc->units.at[unit].kind != NG_UNIT_NAME || mention == NG_NONE ||
      !ng_mention_is_office(doc, mention))
    return NG_NO_REF;
  return doc->entities.at[doc->mentions.at[mention].entity].ref;
}

/* Whose it is, as the base says: an entity of the article, or NG_NONE. */
static uint32_t
place_of(const ng_referrer *r, ng_ref office)
{
  enum { MOST_ENTITIES = 300 };
  ng_ref place =
      ng_bases_related(&r->context->bases, office, NG_REL_JURISDICTION, false);
  for (uint32_t i = 0; i < r->doc->entities.n && i < MOST_ENTITIES; i++)
    if (!ng_ref_none(place) && ng_ref_equal(r->doc->entities.at[i].ref, place))
      return i;
  return NG_NONE;
}

/* The words of a name of the office, "Prime Minister", "PM", "US Secretary of
 * State"; false if it is no title, or tells whose, and that is not known. */
static bool
read_name(const ng_referrer *r, uint32_t unit, ng_ref office, ng_post *p)
{
  ng_str text = ng_branch_text(r->doc, unit), word = NG_LIT("");
  uint32_t place = place_of(r, office);
  bool whose = false;
  p->place = p->place == NG_NONE ? place : p->place;
  while (text.len && p->n < NG_POST_WORDS) {
    ng_str next = ng_str_cut(&text, ' ');
    if (ng_listed(next, " of "))
      break;
    word = next;
    if (ng_listed(word, heads) || ng_listed(word, modifiers))
      p->word[p->n++] = word;
    else if (p->n > 0)
      return false;
    else
      whose = true;
  }
  return ng_listed(word, heads) &&
         (p->place != NG_NONE || (!whose && !text.len));
}

/* Read the title whose head is `unit`; false if it is none, or means none in
 * particular. */
static bool
read_post(const ng_referrer *r, uint32_t unit, ng_post *p)
{
  const ng_branches *b = &r->branches;
  bool definite = ng_is_definite(b, unit);
  *p = (ng_post){.unit = unit};
  p->place = ng_owner_of(b, unit, &p->owned);
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    uint8_t label = r->doc->units.at[c].label;
    if (c > unit || p->n + 2 >= NG_POST_WORDS)
      break;
    bool other = (label == NG_REL_AMOD || label == NG_REL_COMPOUND) &&
                 named(b, c) == NG_NONE;
    if (label == NG_REL_DET && !definite)
      return false; /* "a president" */
    if (is(r, c, " former ex-president late then "))
      p->former = true;
    else if (is(r, c, modifiers))
      p->word[p->n++] = r->doc->units.at[c].lemma;
    else if (other || is(r, c, " new next future another other own "))
      return false; /* "the party president", "the next president" */
  }
  ng_ref office = named_office(r, unit);
  if (is(r, unit, " pm ")) {
    p->word[p->n++] = NG_LIT("prime");
    p->word[p->n++] = NG_LIT("minister");
  } else if (ng_ref_none(office)) {
    p->word[p->n++] = r->doc->units.at[unit].lemma;
  } else if (!read_name(r, unit, office, p)) {
    return false;
  }
  return definite || p->place != NG_NONE;
}

/* --- the article's offices -------------------------------------------------
 */

/* Does the title say as much as the words do? */
static bool
fits_title(const ng_post *p, ng_str title)
{
  bool low = false, prime = false;
  for (uint32_t i = 0; i < p->n; i++) {
    low |= ng_listed(p->word[i], below);
    prime |= ng_listed(p->word[i], " prime ");
    if (!ng_title_has(title, p->word[i]))
      return false;
  }
  return low == ng_title_is_below(title) &&
         (prime == ng_title_has(title, NG_LIT("prime")) ||
          !ng_listed(p->word[p->n - 1], " minister "));
}

static bool
fits(const ng_referrer *r, const ng_post *p, const ng_office *o)
{
  ng_str title = ng_doc_text(r->doc, o->title);
  bool leader = p->n == 1 && ng_listed(p->word[0], " leader ");
  if ((o->status == NG_OFFICE_FORMER) != p->former ||
      o->status == NG_OFFICE_ELECT)
    return false;
  if (p->place != NG_NONE && o->jurisdiction != p->place)
    return false;
  return (leader && p->place != NG_NONE && ng_title_leads(title)) ||
         fits_title(p, title);
}

/* Is the office told only behind the words: of somebody else, then? */
static bool
comes_later(const ng_referrer *r, const ng_post *p, const ng_office *o)
{
  return o->evidence.begin > r->doc->units.at[p->unit].span.begin;
}

/* The one person with such an office in the article; NG_NONE if there is none,
 * or several. */
static uint32_t
holder_in_article(const ng_referrer *r, const ng_post *p, bool *several)
{
  uint32_t found = NG_NONE;
  *several = false;
  for (uint32_t i = 0; i < r->doc->offices.n && i < MOST_OFFICES; i++) {
    const ng_office *o = &r->doc->offices.at[i];
    if (!fits(r, p, o) || (p->place == NG_NONE && comes_later(r, p, o)))
      continue;
    *several |= found != NG_NONE && found != o->person;
    found = o->person;
  }
  return *several ? NG_NONE : found;
}

/* The office is told, though not of whom. */
static void
add_office(ng_referrer *r, const ng_post *p, uint32_t person)
{
  ng_doc *doc = r->doc;
  ng_span title = doc->units.at[p->unit].span;
  for (uint32_t i = p->unit; p->n > 1 && i-- > 0 && is(r, i, modifiers);)
    title.begin = doc->units.at[i].span.begin;
  ng_office o = {.person = person,
                 .jurisdiction = p->place,
                 .title = title,
                 .office = NG_NO_REF,
                 .evidence = title};
  r->spent |= !NG_PUSH(&doc->arena, &doc->offices, o);
}

static void
resolve(ng_referrer *r, const ng_post *p)
{
  bool several;
  uint32_t person = holder_in_article(r, p, &several);
  uint16_t confidence = p->place != NG_NONE ? BY_ARTICLE : BY_ARTICLE_ALONE;
  if (person == NG_NONE && p->place != NG_NONE && !several) {
    person = ng_post_in_bases(r, p);
    confidence = BY_BASE;
    if (person == NG_NONE) {
      person = ng_post_elsewhere(r, p);
      if (person != NG_NONE)
        add_office(r, p, person);
    }
  }
  if (person == NG_NONE && p->place == NG_NONE && !several)
    person = ng_post_anywhere(r, p);
  if (person != NG_NONE)
    ng_refer_add(r, p->unit, &person, 1, confidence);
}

/* --- counterparts -----------------------------------------------------------
 */

/* The person before `unit` in its sentence that the article gives an office:
 * "Thaci and his Serbian counterpart". */
static const ng_office *
office_before(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  uint32_t from = r->doc->sentences.at[b->sentence[unit]].unit;
  for (uint32_t i = unit; i > from && unit - i < 60;) {
    uint32_t entity = named(b, --i);
    if (entity == NG_NONE || !ng_is_person(r->doc, entity))
      continue;
    for (uint32_t k = 0; k < r->doc->offices.n && k < MOST_OFFICES; k++) {
      const ng_office *o = &r->doc->offices.at[k];
      if (o->person == entity &&
          (o->status == NG_OFFICE_CURRENT || o->status == NG_OFFICE_ACTING))
        return o;
    }
    return NULL; /* whose office is not known */
  }
  return NULL;
}

/* The same office of another state. */
static void
resolve_counterpart(ng_referrer *r, uint32_t unit)
{
  ng_post p = {.unit = unit};
  const ng_office *o = office_before(r, unit);
  p.place = ng_owner_of(&r->branches, unit, &p.owned);
  if (!o || p.place == NG_NONE)
    return;
  ng_str title = ng_doc_text(r->doc, o->title);
  for (size_t i = 0, end; i < title.len && p.n < NG_POST_WORDS; i = end + 1) {
    for (end = i; end < title.len && title.at[end] != ' ';)
      end++;
    p.word[p.n++] = ng_str_slice(title, i, end);
  }
  resolve(r, &p);
}

/* "The British Prime Minister": who holds it by the base on the article's date,
 * if it says. */
static void
resolve_named(ng_referrer *r, uint32_t unit)
{
  ng_doc *doc = r->doc;
  ng_ref office = named_office(r, unit);
  size_t n = 0;
  if (ng_ref_none(office) || !doc->date || r->look_ups == 0)
    return;
  r->look_ups--;
  ng_ref holder = ng_bases_holder(&r->context->bases, office, doc->date, &n);
  if (n != 1)
    return;
  uint32_t person =
      ng_doc_add_entity(r->context, doc, holder, doc->units.at[unit].span);
  r->spent |= person == NG_NONE;
  if (person != NG_NONE)
    ng_refer_add(r, unit, &person, 1, BY_BASE);
}

bool
ng_refer_post(ng_referrer *r, uint32_t unit)
{
  ng_post p;
  if (r->doc->units.at[unit].xpos == NG_XPOS_NNS ||
      r->doc->units.at[unit].xpos == NG_XPOS_NNPS)
    return false;
  if (is(r, unit, " counterpart ")) {
    if (!is_titular(r, unit))
      resolve_counterpart(r, unit);
    return true;
  }
  if (!is(r, unit, heads) && r->doc->units.at[unit].kind != NG_UNIT_NAME)
    return false;
  if (is_titular(r, unit))
    return true;
  uint32_t before = r->doc->references.n;
  if (read_post(r, unit, &p))
    resolve(r, &p);
  if (r->doc->references.n == before)
    resolve_named(r, unit);
  return true;
}
