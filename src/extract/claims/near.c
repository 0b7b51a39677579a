/* near.c - facts that names tell by standing next to each other.
 *
 *   "the palace in Paris", "Arzew (Oran)"            where it lies
 *   "Harvard University's Kennedy School"            what it is part of
 *   "the Russian state news agency TASS"             whose it is
 *   "the two South Caucasus states"                  where those lie
 */
#include "extract/claims/claims.h"
#include "extract/refer/known.h"

/* How many words may stand between a state and the name of what it owns. */
enum { FAR = 6 };

typedef struct {
  ng_matcher *m;
  uint32_t end; /* the sentence's last unit, + 1 */
} reader;

static const ng_doc_entity *
entity_at(const reader *r, uint32_t unit)
{
  if (unit >= r->end || r->m->syntax.mention[unit] == NG_NONE)
    return NULL;
  const ng_doc *doc = r->m->doc;
  return &doc->entities.at[doc->mentions.at[r->m->syntax.mention[unit]].entity];
}

/* The entity named at `unit`, if it is by a name of its own: no demonym. */
static const ng_doc_entity *
name_at(const reader *r, uint32_t unit)
{
  const ng_doc_entity *e = entity_at(r, unit);
  return e && r->m->doc->mentions.at[r->m->syntax.mention[unit]].kind ==
                     NG_KIND_NAME
             ? e
             : NULL;
}

static uint32_t
index_of(const reader *r, const ng_doc_entity *e)
{
  return (uint32_t)(e - r->m->doc->entities.at);
}

static bool
add(const reader *r, ng_predicate predicate, uint32_t subject, uint32_t object)
{
  ng_finding f = {.predicate = predicate,
                  .subject = index_of(r, entity_at(r, subject)),
                  .object = index_of(r, entity_at(r, object)),
                  .unit = subject,
                  .evidence = ng_span_between(&r->m->syntax, subject, object)};
  return ng_claim_add(r->m, &f);
}

/* --- where it lies -------------------------------------------------------- */

static bool
holds_places(ng_type type)
{
  return type == NG_CITY || type == NG_REGION || type == NG_COUNTRY;
}

/* By the base; or, where that knows nothing of the smaller one, by the parse:
 * a building and a court stand where the text has them. */
static bool
lies_in(const reader *r, uint32_t unit, uint32_t where, bool told)
{
  const ng_doc_entity *e = name_at(r, unit), *in = name_at(r, where);
  if (!e || !in || e == in || !holds_places(in->type) || ng_ref_none(in->ref) ||
      e->type == NG_COUNTRY)
    return false;
  bool place = holds_places(e->type) || e->type == NG_PLACE ||
               e->type == NG_BUILDING || e->type == NG_COURT ||
               e->type == NG_SCHOOL;
  if (place && !ng_ref_none(e->ref) &&
      ng_known_inside(&r->m->context->bases, e->ref, in->ref))
    return true;
  bool fixed = e->type == NG_BUILDING || e->type == NG_COURT ||
               (e->type == NG_PLACE && ng_ref_none(e->ref));
  return told && fixed;
}

/* "World Championships": held in a place, and not fixed to it. */
static bool
is_gathering(const reader *r, uint32_t unit)
{
  static const char *const words[] = {"Championships",
                                      "Championship",
                                      "Games",
                                      "Cup",
                                      "Open",
                                      "Festival",
                                      "Conference",
                                      "Summit",
                                      "Tournament",
                                      "Fair",
                                      "Convention",
                                      "Forum",
                                      "Congress",
                                      "Hunt",
                                      "Awards",
                                      "Prix",
                                      NULL};
  ng_str text = ng_unit_text(&r->m->syntax, unit);
  size_t i = text.len;
  while (i > 0 && text.at[i - 1] != ' ')
    i--;
  text = ng_str_slice(text, i, text.len);
  for (const char *const *w = words; *w; w++)
    if (ng_str_equal(text, (ng_str){*w, strlen(*w)}))
      return true;
  return false;
}

/* "clashes in Arzew (Oran)", "in Arzew, Algeria": a name that no base knows,
 * behind "in", is a place.  A list, "in Arzew, Algeria and Libya", tells
 * nothing. */
static bool
stands_in(const reader *r, uint32_t u)
{
  const ng_syntax *s = &r->m->syntax;
  const ng_doc_entity *e = name_at(r, u), *in = name_at(r, u + 2);
  uint32_t before = u;
  if (!e || !in || e == in || !ng_ref_none(e->ref) || ng_ref_none(in->ref) ||
      (e->type != NG_ENTITY && e->type != NG_PLACE) || !holds_places(in->type))
    return false;
  if (before > 0 && ng_unit_is(s, before - 1, "the"))
    before--;
  /* "at the Elysee in Paris" */
  if (before > 0 && ng_unit_is(s, before - 1, "at"))
    return ng_unit_is(s, u + 1, "in") && ng_unit_at(s, u + 2)->head == u &&
           !is_gathering(r, u);
  if (before == 0 || !ng_unit_is(s, before - 1, "in near"))
    return false;
  if (ng_unit_is(s, u + 1, "("))
    return true;
  bool ends = u + 3 >= r->end || ng_unit_is(s, u + 3, ". ; :");
  return ends && ng_unit_is(s, u + 1, ",") && in->type == NG_COUNTRY;
}

/* "Brest, in France, ..." */
static bool
read_apart(const reader *r, uint32_t u)
{
  const ng_syntax *s = &r->m->syntax;
  if (u + 4 >= r->end || !ng_unit_is(s, u + 1, ",") ||
      !ng_unit_is(s, u + 2, "in"))
    return true;
  uint32_t in = u + 3 + ng_unit_is(s, u + 3, "the");
  return !lies_in(r, u, in, false) || add(r, NG_PREDICATE_locatedIn, u, in);
}

/* "the Krambo court in Arzew": what is fixed to the ground. */
static bool
read_building(const reader *r, uint32_t u)
{
  const ng_syntax *s = &r->m->syntax;
  uint32_t where = u + 3 + (u + 3 < r->end && ng_unit_is(s, u + 3, "the"));
  const ng_doc_entity *e = name_at(r, u);
  const ng_doc_entity *in = where < r->end ? name_at(r, where) : NULL;
  if (!e || !in || e == in || ng_ref_none(in->ref) || !holds_places(in->type) ||
      ng_unit_at(s, u)->head != u + 1 || ng_unit_at(s, where)->head != u + 1 ||
      !ng_unit_is(s, u + 2, "in") ||
      !ng_unit_is(s, u + 1,
                  "court prison jail airport hospital cathedral mosque church "
                  "stadium palace hotel barracks monastery university"))
    return true;
  bool inside = !ng_ref_none(e->ref) && holds_places(e->type) &&
                ng_known_inside(&r->m->context->bases, e->ref, in->ref);
  return !(inside || (ng_ref_none(e->ref) && e->type != NG_PERSON)) ||
         add(r, NG_PREDICATE_locatedIn, u, where);
}

static bool
read_place(const reader *r, uint32_t u)
{
  const ng_syntax *s = &r->m->syntax;
  if (u + 2 >= r->end)
    return true;
  if (!read_building(r, u))
    return false;
  if (stands_in(r, u))
    return add(r, NG_PREDICATE_locatedIn, u, u + 2);
  const ng_unit *where = ng_unit_at(s, u + 2);
  bool told = (where->head == u && ng_unit_relation(s, u + 2) == NG_REL_NMOD) ||
              (where->head == ng_unit_at(s, u)->head &&
               ng_unit_relation(s, u + 2) == NG_REL_OBL);
  bool near = ng_unit_is(s, u + 1, "in (");
  if (near && lies_in(r, u, u + 2, told))
    return add(r, NG_PREDICATE_locatedIn, u, u + 2);
  return read_apart(r, u);
}

/* A region, or a name that no base knows but that begins like one's. */
static bool
is_region(const reader *r, uint32_t unit)
{
  static const char *const quarters[] = {
      "North ",   "South ",     "East ",      "West ",
      "Central ", "Northern ",  "Southern ",  "Eastern ",
      "Western ", "Southeast ", "Southwest ", NULL};
  const ng_doc_entity *e = entity_at(r, unit);
  ng_str text = ng_unit_text(&r->m->syntax, unit);
  if (!e)
    return false;
  if (!ng_ref_none(e->ref))
    return e->type == NG_REGION || e->type == NG_PLACE;
  for (const char *const *q = quarters; *q && e->type == NG_ENTITY; q++)
    if (text.len > strlen(*q) && memcmp(text.at, *q, strlen(*q)) == 0)
      return true;
  return false;
}

/* "the two South Caucasus states": each of those meant. */
static bool
read_group(const reader *r, const ng_reference *ref)
{
  const ng_syntax *s = &r->m->syntax;
  const ng_doc *doc = r->m->doc;
  uint32_t where = NG_NONE;
  if (!ng_unit_is(s, ref->unit, "country state nation republic"))
    return true;
  for (uint32_t c = s->child[ref->unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation rel = ng_unit_relation(s, c);
    if (c < ref->unit && is_region(r, c) &&
        (rel == NG_REL_COMPOUND || rel == NG_REL_AMOD || rel == NG_REL_NMOD))
      where = c;
  }
  for (uint32_t i = 0; where != NG_NONE && i < ref->n; i++) {
    uint32_t member = doc->members.at[ref->member + i];
    ng_finding f = {.predicate = NG_PREDICATE_locatedIn,
                    .subject = member,
                    .object = index_of(r, entity_at(r, where)),
                    .unit = ref->unit,
                    .evidence = ng_span_between(s, where, ref->unit)};
    if (doc->entities.at[member].type == NG_COUNTRY && !ng_claim_add(r->m, &f))
      return false;
  }
  return true;
}

/* --- what it is part of --------------------------------------------------- */

static bool
is_body(ng_type type)
{
  return type == NG_ORGANIZATION || type == NG_GOVERNMENT ||
         type == NG_INTERNATIONAL || type == NG_COMPANY || type == NG_SCHOOL ||
         type == NG_PARTY || type == NG_MILITARY;
}

/* "House of Representatives", though no base knows which. */
static bool
is_house(const reader *r, uint32_t unit)
{
  static const char *const houses[] = {"House of ",         "Senate",
                                       "Parliament",        "Congress",
                                       "National Assembly", NULL};
  ng_str text = ng_unit_text(&r->m->syntax, unit);
  for (const char *const *h = houses; *h; h++)
    if (text.len >= strlen(*h) && memcmp(text.at, *h, strlen(*h)) == 0)
      return true;
  return false;
}

/* Is a word of the name one for a part: "Kennedy School of Government"? */
static bool
is_part(const reader *r, uint32_t unit)
{
  static const char *const parts[] = {
      "School",   "College",   "Faculty",  "Institute",   "Department",
      "Council",  "Committee", "Division", "Directorate", "Commission",
      "Bureau",   "Branch",    "Wing",     "Secretariat", "Subcommittee",
      "Assembly", "Office",    "Center",   "Centre",      NULL};
  ng_str text = ng_unit_text(&r->m->syntax, unit);
  for (size_t i = 0, end; i < text.len; i = end + 1) {
    for (end = i; end < text.len && text.at[end] != ' ';)
      end++;
    for (const char *const *p = parts; *p; p++)
      if (ng_str_equal(ng_str_slice(text, i, end), (ng_str){*p, strlen(*p)}))
        return true;
  }
  return false;
}

static bool
is_genitive(const ng_syntax *s, uint32_t unit)
{
  return ng_unit_is(s, unit, "'s ’s ' ’");
}

/* "the Human Rights Council of the United Nations" */
static bool
is_part_of(const reader *r, uint32_t u)
{
  const ng_syntax *s = &r->m->syntax;
  if (u + 3 >= r->end || !ng_unit_is(s, u + 1, "of"))
    return false;
  uint32_t of = u + 2 + ng_unit_is(s, u + 2, "the");
  const ng_doc_entity *part = name_at(r, u), *whole = name_at(r, of);
  return whole && part && whole != part && is_body(whole->type) &&
         (is_body(part->type) || part->type == NG_ENTITY) && is_part(r, u);
}

/* "NAME, chair of the Senate's Judiciary Committee": who sits on a committee
 * sits in the house, too. */
static bool
read_chair(const reader *r, uint32_t house, uint32_t committee)
{
  const ng_syntax *s = &r->m->syntax;
  uint32_t chair = ng_unit_at(s, committee)->head;
  ng_units who;
  ng_units_clear(&who);
  if (!is_house(r, house) || chair == NG_NONE ||
      !ng_is_behind(s, committee, "of") ||
      !ng_unit_is(s, chair,
                  "chair chairman chairwoman chairperson member head "
                  "vice-chair co-chair"))
    return true;
  ng_described(s, chair, &who);
  for (uint32_t i = 0; i < who.n; i++) {
    const ng_doc_entity *e = name_at(r, who.at[i]);
    if (e && e->type == NG_PERSON &&
        ng_child_word(s, chair, NG_REL_AMOD, "former ex then") == NG_NONE &&
        ng_child(s, chair, NG_REL_COP) == NG_NONE &&
        !add(r, NG_PREDICATE_memberOf, who.at[i], house))
      return false;
  }
  return true;
}

static bool
read_part(const reader *r, uint32_t u)
{
  const ng_doc_entity *whole = name_at(r, u), *part = name_at(r, u + 2);
  if (is_part_of(r, u))
    return add(r, NG_PREDICATE_partOf, u,
               u + 2 + ng_unit_is(&r->m->syntax, u + 2, "the"));
  if (!whole || !part || whole == part ||
      !(is_body(whole->type) || (whole->type == NG_ENTITY && is_house(r, u))) ||
      !(is_body(part->type) || part->type == NG_ENTITY) ||
      !is_genitive(&r->m->syntax, u + 1) || !is_part(r, u + 2))
    return true;
  return add(r, NG_PREDICATE_partOf, u + 2, u) && read_chair(r, u, u + 2);
}

/* --- whose member it is --------------------------------------------------- */

/* The article's entity of which `name` is a name, or NG_NONE. */
static uint32_t
entity_named(const reader *r, ng_str name)
{
  const ng_doc *doc = r->m->doc;
  for (uint32_t i = 0; i < doc->mentions.n; i++)
    if (ng_str_equal(ng_doc_text(doc, doc->mentions.at[i].span), name))
      return doc->mentions.at[i].entity;
  return NG_NONE;
}

/* "EU member Hungary", where a base has a name "EU member" of its own. */
static bool
read_member(const reader *r, uint32_t u)
{
  static const char member[] = " member";
  const ng_doc_entity *state = entity_at(r, u + 1);
  ng_str text = ng_unit_text(&r->m->syntax, u);
  size_t n = sizeof member - 1;
  if (!name_at(r, u) || !state || state->type != NG_COUNTRY || text.len <= n ||
      memcmp(text.at + text.len - n, member, n) != 0)
    return true;
  uint32_t body = entity_named(r, ng_str_slice(text, 0, text.len - n));
  if (body == NG_NONE || r->m->doc->entities.at[body].type != NG_INTERNATIONAL)
    return true;
  ng_finding f = {.predicate = NG_PREDICATE_memberOf,
                  .subject = index_of(r, state),
                  .object = body,
                  .unit = u + 1,
                  .evidence = ng_span_between(&r->m->syntax, u, u + 1)};
  return ng_claim_add(r->m, &f);
}

/* --- whose it is ---------------------------------------------------------- */

static const char owned[] =
    "state state-run state-owned state-controlled state-funded state-backed "
    "government-run government-owned government-controlled state-linked";

static const char things[] =
    "agency network channel television tv broadcaster newspaper daily media "
    "radio company giant firm bank oil gas energy airline corporation utility "
    "group website outlet monopoly producer news telecom power railway "
    "railways international";

/* May a state own it: a company, a newspaper, an unknown thing behind "news
 * agency"? */
static bool
may_be_owned(const ng_doc_entity *e)
{
  return e && (e->type == NG_MEDIA || e->type == NG_COMPANY ||
               e->type == NG_ORGANIZATION || e->type == NG_ENTITY);
}

/* The name behind "state news agency", `unit` being the first of these words;
 * or NG_NONE. */
static uint32_t
owned_behind(const reader *r, uint32_t unit)
{
  bool thing = false;
  for (uint32_t u = unit; u < r->end && u <= unit + FAR; u++) {
    if (entity_at(r, u))
      return thing && may_be_owned(name_at(r, u)) ? u : NG_NONE;
    uint8_t upos = ng_unit_at(&r->m->syntax, u)->upos;
    if (upos != NG_NOUN && upos != NG_ADJ && upos != NG_PROPN)
      return NG_NONE;
    thing |= ng_unit_is(&r->m->syntax, u, things);
  }
  return NG_NONE;
}

/* "the Italian oil giant Eni": where it is at home. */
static bool
read_home(const reader *r, uint32_t u)
{
  const ng_doc *doc = r->m->doc;
  uint32_t thing = owned_behind(r, u + 1);
  if (thing == NG_NONE ||
      doc->mentions.at[r->m->syntax.mention[u]].kind != NG_KIND_DEMONYM)
    return true;
  ng_type type = name_at(r, thing)->type;
  return (type != NG_COMPANY && type != NG_MEDIA) ||
         add(r, NG_PREDICATE_locatedIn, thing, u);
}

/* `u` is a state, and "state-run" behind it. */
static bool
read_owner(const reader *r, uint32_t u)
{
  const ng_syntax *s = &r->m->syntax;
  const ng_doc_entity *state = entity_at(r, u);
  uint32_t word = u + 1;
  if (!state || state->type != NG_COUNTRY || word >= r->end)
    return true;
  if (is_genitive(s, word))
    word++;
  if (word >= r->end || !ng_unit_is(s, word, owned))
    return read_home(r, u);
  uint32_t thing = owned_behind(r, word + 1);
  /* "RT, a Russian state-controlled network" */
  if (thing == NG_NONE && u >= 3 && ng_unit_is(s, u - 1, "a the") &&
      ng_unit_is(s, u - 2, ",") && may_be_owned(name_at(r, u - 3)))
    thing = u - 3;
  return thing == NG_NONE || add(r, NG_PREDICATE_affiliation, thing, u);
}

/* -------------------------------------------------------------------------- */

static bool
read_sentence(const reader *r, uint32_t from)
{
  for (uint32_t u = from; u < r->end; u++)
    if (r->m->syntax.mention[u] != NG_NONE && /* all start from a name */
        (!read_place(r, u) || !read_part(r, u) || !read_owner(r, u) ||
         !read_member(r, u)))
      return false;
  return true;
}

bool
ng_claims_of_neighbours(ng_matcher *m)
{
  const ng_doc *doc = m->doc;
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    reader r = {m, s->unit_end};
    if (!read_sentence(&r, s->unit))
      return false;
  }
  for (uint32_t i = 0; i < doc->references.n; i++) {
    reader r = {m, doc->units.n};
    if (!read_group(&r, &doc->references.at[i]))
      return false;
  }
  return true;
}
