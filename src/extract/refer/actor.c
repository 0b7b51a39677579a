#include "extract/refer/actor.h"

/* Phrases joined to phrases joined to ...: no reader follows further. */
enum { DEPTH = 4, MOST = 32, LOOKED_AT = 64 };

const ng_reference *
ng_reference_at(const ng_doc *doc, uint32_t unit)
{
  uint32_t begin = 0, end = doc->references.n;
  while (begin < end) {
    uint32_t mid = begin + (end - begin) / 2;
    if (doc->references.at[mid].unit < unit)
      begin = mid + 1;
    else
      end = mid;
  }
  return begin < doc->references.n && doc->references.at[begin].unit == unit
             ? &doc->references.at[begin]
             : NULL;
}

bool
ng_is_person(const ng_doc *doc, uint32_t entity)
{
  const ng_doc_entity *e = &doc->entities.at[entity];
  return e->type == NG_PERSON || (e->type == NG_ENTITY && ng_ref_none(e->ref));
}

bool
ng_is_unlinked_body(const ng_doc *doc, uint32_t mention)
{
  const ng_mention *m = &doc->mentions.at[mention];
  ng_str name = ng_doc_text(doc, m->span);
  size_t i = name.len;
  while (i > 0 && name.at[i - 1] != ' ')
    i--;
  return ng_ref_none(doc->entities.at[m->entity].ref) && i > 0 &&
         ng_listed(ng_str_slice(name, i, name.len),
                   " ministry government parliament police army navy embassy"
                   " cabinet military ");
}

bool
ng_is_actor(const ng_doc *doc, uint32_t entity)
{
  const ng_doc_entity *e = &doc->entities.at[entity];
  return ng_type_acts(e->type) || e->type == NG_TEAM || e->type == NG_LEAGUE ||
         (e->type == NG_ENTITY && ng_ref_none(e->ref));
}

static bool
add(ng_arena *arena, ng_members *out, uint32_t entity)
{
  for (uint32_t i = 0; i < out->n; i++)
    if (out->at[i] == entity)
      return true;
  return out->n >= MOST || NG_PUSH(arena, out, entity);
}

/* The entity that the name or demonym `unit` means when it acts, or NG_NONE. */
static uint32_t
entity_of(const ng_branches *b, uint32_t unit)
{
  if (b->mention[unit] == NG_NONE)
    return NG_NONE;
  const ng_mention *m = &b->doc->mentions.at[b->mention[unit]];
  uint32_t entity = m->denotes != NG_NONE ? m->denotes : m->entity;
  return ng_is_actor(b->doc, entity) ? entity : NG_NONE;
}

/* Does a preposition stand before the phrase? Which, or "". */
static ng_str
preposition(const ng_branches *b, uint32_t unit)
{
  for (uint32_t c = b->first[unit]; c != NG_NONE; c = b->next[c])
    if (c < unit && b->doc->units.at[c].label == NG_REL_CASE)
      return b->doc->units.at[c].lemma;
  return (ng_str){"", 0};
}

/* The person's name behind a title: "minister of intelligence NAME", "said
 * Costa Rican President NAME".  In one run without a comma or verb. */
static uint32_t
titled_name(const ng_branches *b, uint32_t head)
{
  const ng_doc *doc = b->doc;
  uint32_t end = doc->sentences.at[b->sentence[head]].unit_end;
  uint32_t found = NG_NONE;
  for (uint32_t i = head + 1; i < end && i < head + 10; i++) {
    uint8_t upos = doc->units.at[i].upos;
    if (upos == NG_PUNCT || upos == NG_VERB || upos == NG_AUX ||
        upos == NG_SCONJ || upos == NG_PRON || upos == NG_CCONJ ||
        (upos == NG_ADP && !ng_unit_in(doc, i, " of for to ")))
      break;
    if (b->mention[i] != NG_NONE &&
        ng_is_person(doc, doc->mentions.at[b->mention[i]].entity) &&
        doc->units.at[i].kind == NG_UNIT_NAME &&
        doc->units.at[i].label != NG_REL_NMOD_POSS &&
        preposition(b, i).len == 0)
      found = i;
  }
  return found;
}

/* A person's name beside a title, a body's beside what it is: "the militant
 * organisation, NAME, claimed". */
static bool
may_be_beside(const ng_doc *doc, uint32_t head, uint32_t entity)
{
  ng_type type = doc->entities.at[entity].type;
  return ng_is_person(doc, entity) ||
         (type >= NG_ORGANIZATION && type < NG_TEAM &&
          ng_unit_in(doc, head,
                     " organisation organization group movement party company"
                     " agency union militia network firm newspaper body "));
}

/* "FECSA's manager, NAME, ...": the name set beside a title. */
static uint32_t
name_beside(const ng_branches *b, uint32_t head)
{
  int left = LOOKED_AT;
  /* "an aide to the president, NAME": the president's name */
  if (ng_unit_in(b->doc, head,
                 " aide adviser advisor assistant lawyer son"
                 " daughter wife relative ally associate "))
    return NG_NONE;
  for (uint32_t c = b->first[head]; c != NG_NONE && --left; c = b->next[c])
    if (b->doc->units.at[c].label == NG_REL_APPOS && b->mention[c] != NG_NONE &&
        may_be_beside(b->doc, head, b->doc->mentions.at[b->mention[c]].entity))
      return c;
  return NG_NONE;
}

/* Bodies that speak for who has them, but not for the state that they are in:
 * "a Barclays company", "a Swiss company". */
static bool
is_private(const ng_doc *doc, uint32_t unit)
{
  return ng_unit_in(doc, unit,
                    " bank newspaper channel station broadcaster television tv"
                    " network website agency service party union federation"
                    " group company firm team organization organisation"
                    " institute unit outlet media press ");
}

/* Nouns whose owner speaks through them; not those of people who only come
 * from there. */
static bool
is_body(const ng_doc *doc, uint32_t unit)
{
  return ng_unit_in(
             doc, unit,
             " government administration authority authorities ministry "
             "ministries"
             " department office agency parliament cabinet army military "
             "police force"
             " forces court judiciary prosecutor prosecutors embassy consulate"
             " presidency leadership official officials spokesman spokeswoman"
             " spokesperson spokespeople delegation diplomat diplomats council"
             " commission committee side regime navy coastguard mission ") ||
         is_private(doc, unit);
}

static bool
is_statement(const ng_doc *doc, uint32_t unit)
{
  return ng_unit_in(doc, unit,
                    " statement communique communiqué declaration report letter"
                    " announcement release tweet post memo note resolution"
                    " ruling verdict message speech poll survey study document"
                    " review article editorial account figure figures data"
                    " statistics ");
}

/* Whose it is: "Serbia's", "Serbian", "of Serbia", "by Serbia". */
static bool
is_owner(const ng_branches *b, uint32_t child, bool statement)
{
  switch (b->doc->units.at[child].label) {
  case NG_REL_NMOD_POSS:
  case NG_REL_COMPOUND:
  case NG_REL_AMOD:
  case NG_REL_NMOD_DESC:
  case NG_REL_FLAT:
    return true;
  case NG_REL_APPOS:
    return !statement;
  case NG_REL_NMOD:
  case NG_REL_OBL_AGENT: {
    ng_str of = preposition(b, child);
    return of.len == 0 ||
           ng_listed(of, statement ? " by from of " : " of for from at ");
  }
  default:
    return false;
  }
}

/* Is there an "and" or "or" among what is joined to `head`?  A comma alone
 * joins only by a mistake of the parse: "according to X, Y believes". */
static bool
is_joined(const ng_branches *b, uint32_t head)
{
  int left = LOOKED_AT;
  for (uint32_t c = b->first[head]; c != NG_NONE && --left; c = b->next[c])
    if (b->doc->units.at[c].label == NG_REL_CONJ &&
        ng_branch_child(b, c, NG_REL_CC) != NG_NONE)
      return true;
  return ng_branch_child(b, head, NG_REL_CC) != NG_NONE;
}

static bool find(const ng_branches *b, ng_arena *arena, uint32_t head,
                 ng_members *out, int depth);

/* Whoever issued a statement: "issued by the ministry", "a Twitter post by
 * NAME"; or NG_NONE. */
static uint32_t
issuer(const ng_branches *b, uint32_t statement)
{
  uint32_t issued = ng_branch_child(b, statement, NG_REL_ACL);
  uint32_t by = issued == NG_NONE
                    ? NG_NONE
                    : ng_branch_child(b, issued, NG_REL_OBL_AGENT);
  for (uint32_t c = b->first[statement]; by == NG_NONE && c != NG_NONE;
       c = b->next[c])
    if (c > statement && ng_listed(preposition(b, c), " by "))
      by = c;
  return by;
}

/* "Chicago police", "a Paris court", "Chad's Paris embassy", "Ohio police":
 * they sit in the city, or guard the region, and do not speak for it. */
static bool
only_sits_there(const ng_branches *b, uint32_t head, uint32_t child,
                ng_type place)
{
  if (place == NG_REGION)
    return ng_unit_in(b->doc, head, " police ");
  return place == NG_CITY &&
         (ng_unit_in(b->doc, head, " police court prosecutor prosecutors ") ||
          (b->doc->units.at[child].label == NG_REL_COMPOUND &&
           ng_unit_in(b->doc, head, " embassy consulate ")));
}

/* Is it where the body is, and not whose; or a person, for whom "her party"
 * does not speak? */
static bool
is_no_owner(const ng_branches *b, uint32_t head, uint32_t child)
{
  uint32_t entity = entity_of(b, child);
  ng_type type =
      entity == NG_NONE ? NG_ENTITY : b->doc->entities.at[entity].type;
  if (only_sits_there(b, head, child, type))
    return true;
  bool has =
      type == NG_PERSON && (b->doc->units.at[child].label == NG_REL_NMOD_POSS ||
                            b->doc->units.at[child].label == NG_REL_NMOD);
  return is_private(b->doc, head) &&
         (has || type == NG_COUNTRY || type == NG_REGION || type == NG_CITY);
}

/* A name of its own before whose it is: "Turkey's Sabah newspaper". */
static bool
find_owner(const ng_branches *b, ng_arena *arena, uint32_t head,
           ng_members *out, int depth)
{
  bool statement = is_statement(b->doc, head);
  uint32_t by = statement ? issuer(b, head) : NG_NONE;
  if (by != NG_NONE)
    return find(b, arena, by, out, depth + 1);
  for (int names = 1; names >= 0; names--) {
    int left = LOOKED_AT;
    for (uint32_t c = b->first[head]; c != NG_NONE; c = b->next[c]) {
      uint32_t before = out->n;
      uint8_t label = b->doc->units.at[c].label;
      bool name = label == NG_REL_COMPOUND || label == NG_REL_FLAT;
      if (--left == 0)
        break;
      if (!is_owner(b, c, statement) || (names && !name) ||
          is_no_owner(b, head, c))
        continue;
      if (!find(b, arena, c, out, depth + 1))
        return false;
      if (out->n > before)
        return true;
    }
  }
  return true;
}

/* A name; of a body that no base knows, whose it is. */
static bool
add_body(const ng_branches *b, ng_arena *arena, uint32_t head, uint32_t entity,
         ng_members *out)
{
  uint32_t before = out->n;
  if (ng_is_unlinked_body(b->doc, b->mention[head]) &&
      !find_owner(b, arena, head, out, DEPTH - 1))
    return false;
  return out->n > before || add(arena, out, entity);
}

/* "Some Germans", "most Poles", "Russians": people, and not their state, as
 * "the Russians" may be. */
static bool
are_people(const ng_branches *b, uint32_t head)
{
  const ng_doc *doc = b->doc;
  const ng_mention *m = &doc->mentions.at[b->mention[head]];
  ng_str text = ng_doc_text(doc, m->span);
  if (m->kind != NG_KIND_DEMONYM ||
      doc->entities.at[m->entity].type != NG_COUNTRY ||
      text.at[text.len - 1] != 's' ||
      (doc->units.at[head].xpos != NG_XPOS_NNPS &&
       doc->units.at[head].xpos != NG_XPOS_NNS))
    return false;
  for (uint32_t c = b->first[head]; c != NG_NONE && c < head; c = b->next[c])
    if (ng_unit_in(doc, c, " the both these those "))
      return false;
  return true;
}

/* `head` alone, without what is joined to it. */
static bool
find_one(const ng_branches *b, ng_arena *arena, uint32_t head, ng_members *out,
         int depth)
{
  const ng_doc *doc = b->doc;
  const ng_reference *r = ng_reference_at(doc, head);
  uint32_t entity = entity_of(b, head);
  bool plain = doc->units.at[head].kind == NG_UNIT_NAME && entity != NG_NONE;
  if (plain && ng_is_person(doc, entity))
    return add(arena, out, entity);
  for (uint32_t i = 0; r && i < r->n; i++)
    if (!add(arena, out, doc->members.at[r->member + i]))
      return false;
  if (r)
    return true;
  uint32_t name = titled_name(b, head);
  if (name == NG_NONE && entity == NG_NONE)
    name = name_beside(b, head);
  bool titled = name != NG_NONE && name > head + 1 &&
                doc->units.at[head + 1].kind != NG_UNIT_NAME;
  if (name != NG_NONE &&
      (!plain || titled || b->doc->units.at[name].head == head))
    return add(arena, out, doc->mentions.at[b->mention[name]].entity);
  if (entity != NG_NONE)
    return are_people(b, head) || add_body(b, arena, head, entity, out);
  if ((is_body(doc, head) && !ng_is_body_name(doc, head)) ||
      is_statement(doc, head))
    return find_owner(b, arena, head, out, depth);
  return true;
}

/* "X but not Y", "X rather than Y": see ng_is_left_out(). */
static bool
is_left_out(const ng_branches *b, uint32_t unit)
{
  for (uint32_t c = b->first[unit]; c != NG_NONE && c < unit; c = b->next[c])
    if (ng_unit_in(b->doc, c, " not n't rather instead except excluding "))
      return true;
  return false;
}

static bool
find(const ng_branches *b, ng_arena *arena, uint32_t head, ng_members *out,
     int depth)
{
  if (depth > DEPTH)
    return true;
  if (!find_one(b, arena, head, out, depth))
    return false;
  if (!is_joined(b, head))
    return true;
  int looked_at = 0;
  for (uint32_t c = b->first[head]; c != NG_NONE; c = b->next[c]) {
    if (out->n >= MOST || ++looked_at > LOOKED_AT)
      break;
    if (b->doc->units.at[c].label == NG_REL_CONJ && !is_left_out(b, c) &&
        (ng_unit_is_nominal(b->doc, c) || b->mention[c] != NG_NONE) &&
        !find(b, arena, c, out, depth + 1))
      return false;
  }
  return true;
}

bool
ng_actor_find(const ng_branches *b, ng_arena *arena, uint32_t head,
              ng_members *out)
{
  return find(b, arena, head, out, 0);
}
