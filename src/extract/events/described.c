/* described.c - people whom the text describes by somebody's name but
 * does not name: "Sudanese rebels", "two Iranian citizens", "the deputy chief
 * of the militia".  They are not the state that they come from.
 *
 * An event's filler that is described is NG_DESCRIBED and the noun's unit until
 * the event is kept; then the description becomes an entity of the article.
 */
#include "extract/events/events.h"

/* Of the people who may come from a state without acting for it, see people.c,
 * bodies. */
static const char bodies[] =
    "opposition group movement newspaper militia company firm party crew "
    "delegation business team government parliament court police ministry "
    "office agency army force authority administration military navy "
    "organization organisation watchdog commission council coalition "
    "association institute bank union network jury faction wing legislature "
    "congress assembly senate cabinet regime tribunal campaign";

static bool
is_name(const ng_matcher *m, uint32_t unit)
{
  return m->syntax.mention[unit] != NG_NONE;
}

/* Does the child tell which they are?  0: no; 1: yes; 2: by a name. */
static int
tells(const ng_matcher *m, uint32_t child, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  ng_relation r = ng_unit_relation(s, child);
  uint32_t preposition = ng_preposition(s, child);
  bool bare = preposition == NG_NONE;
  bool owned = ng_unit_at(s, child)->label == NG_REL_NMOD_POSS;
  if (child < noun && (r == NG_REL_AMOD || r == NG_REL_COMPOUND ||
                       r == NG_REL_NUMMOD || (r == NG_REL_NMOD && bare)))
    return is_name(m, child) ? 2 : !owned;
  if (owned)
    return is_name(m, child) ? 2 : 0;
  bool to =
      ng_unit_is(s, noun, "aide adviser advisor envoy ambassador assistant");
  if (child > noun && r == NG_REL_NMOD && !bare &&
      (ng_unit_is(s, preposition, "of in from for throughout across") ||
       (to && ng_unit_is(s, preposition, "to"))) &&
      is_name(m, child))
    return 2;
  return 0;
}

/* The quantity that people are counted by: "thousands" of "thousands of
 * Palestinians"; or NG_NONE. */
static uint32_t
quantity_of(const ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  uint32_t head = ng_unit_at(s, unit)->head, of = ng_preposition(s, unit);
  ng_str text = ng_unit_text(s, unit);
  return head != NG_NONE && head < unit && of != NG_NONE &&
                 ng_unit_is(s, of, "of") && text.len > 3 &&
                 text.at[text.len - 1] == 's' &&
                 ng_unit_relation(s, unit) == NG_REL_NMOD &&
                 ng_unit_is(s, head,
                            "thousand hundred dozen score million number group "
                            "crowd ten")
             ? head
             : NG_NONE;
}

static bool
is_state(const ng_matcher *m, uint32_t unit)
{
  uint32_t mention = m->syntax.mention[unit];
  return mention != NG_NONE &&
         m->doc->entities.at[m->doc->mentions.at[mention].entity].type ==
             NG_COUNTRY;
}

/* Is `d` joined to `c`, both before the noun? */
static bool
is_joined_to(const ng_syntax *s, uint32_t d, uint32_t c, uint32_t noun)
{
  const ng_unit *u = ng_unit_at(s, d);
  return (u->head == c && u->label == NG_REL_CONJ) ||
         (u->head == noun && ng_child(s, d, NG_REL_CC) != NG_NONE);
}

uint32_t
ng_state_beside(const ng_matcher *m, uint32_t noun, uint32_t *rest)
{
  const ng_syntax *s = &m->syntax;
  if (!ng_unit_is(s, noun,
                  "rebel militant insurgent separatist guerrilla fighter "
                  "gunman gunmen force faction militia group movement"))
    return NG_NONE;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (is_state(m, c) &&
        m->doc->mentions.at[s->mention[c]].kind != NG_KIND_DEMONYM)
      for (uint32_t d = c + 1; d < noun; d++)
        if (is_joined_to(s, d, c, noun) && is_name(m, d) && !is_state(m, d)) {
          *rest = d;
          return c;
        }
  return NG_NONE;
}

/* The words of the description, or empty if it names nobody. */
static ng_span
description(const ng_matcher *m, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  ng_span span = ng_unit_at(s, noun)->span;
  bool named = is_name(m, noun), before = named;
  uint32_t quantity = named ? quantity_of(m, noun) : NG_NONE, rest = NG_NONE;
  if (ng_state_beside(m, noun, &rest) != NG_NONE) {
    span.begin = ng_unit_at(s, rest)->span.begin;
    return span;
  }
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    int told = tells(m, c, noun);
    ng_span other = ng_unit_at(s, c)->span;
    if (told == 0)
      continue;
    if (c < noun && other.begin < span.begin)
      span.begin = other.begin;
    before |= c < noun && told == 2;
    if (c > noun && !before && !named)
      span.end = other.end;
    named |= told == 2;
  }
  for (uint32_t c = s->child[noun]; is_name(m, noun) && c < noun;
       c = s->next[c])
    if (ng_unit_is(s, c, "some many most several few") &&
        ng_unit_at(s, c)->span.begin < span.begin)
      span.begin = ng_unit_at(s, c)->span.begin;
  if (quantity != NG_NONE)
    span.begin = ng_unit_at(s, quantity)->span.begin;
  return named ? span : (ng_span){0, 0};
}

/* Taggers take "Germans" for a name in the singular. */
static bool
is_plural(const ng_matcher *m, uint32_t name)
{
  uint8_t xpos = ng_unit_at(&m->syntax, name)->xpos;
  ng_str text = ng_unit_text(&m->syntax, name);
  uint32_t entity = m->doc->mentions.at[m->syntax.mention[name]].entity;
  return xpos == NG_XPOS_NNS || xpos == NG_XPOS_NNPS ||
         ((m->doc->entities.at[entity].type == NG_GROUP ||
           m->doc->entities.at[entity].type == NG_PARTY) &&
          text.at[text.len - 1] == 's');
}

/* "a Turk", "one German": who is of it, and not the state. */
static bool
is_one_of_them(const ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  return is_name(m, unit) &&
         m->doc->mentions.at[s->mention[unit]].kind == NG_KIND_DEMONYM &&
         (ng_child_word(s, unit, NG_REL_DET, "a an") != NG_NONE ||
          ng_child_word(s, unit, NG_REL_NUMMOD, "one") != NG_NONE);
}

/* "three Republicans", "some Russians": not the party, not the state. */
static bool
is_counted_name(const ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  if (is_one_of_them(m, unit))
    return true;
  if (is_name(m, unit) && quantity_of(m, unit) != NG_NONE)
    return true;
  if (!is_name(m, unit) || !is_plural(m, unit))
    return false;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c < unit && (ng_unit_relation(s, c) == NG_REL_NUMMOD ||
                     (ng_unit_relation(s, c) == NG_REL_AMOD &&
                      ng_unit_is(s, c, "young angry ethnic armed")) ||
                     ng_unit_is(s, c, "some many most several few other")))
      return true;
  return false;
}

bool
ng_is_folk(const ng_matcher *m, uint32_t unit)
{
  return is_name(m, unit) && is_plural(m, unit) && is_state(m, unit) &&
         m->doc->mentions.at[m->syntax.mention[unit]].kind == NG_KIND_DEMONYM;
}

bool
ng_is_described(const ng_matcher *m, uint32_t noun)
{
  ng_span span;
  if (is_counted_name(m, noun))
    return true;
  if (!ng_is_among_people(m, noun, NG_PEOPLE_DESCRIBED))
    return false;
  span = description(m, noun);
  return span.begin < span.end;
}

ng_type
ng_described_type(const ng_matcher *m, uint32_t noun)
{
  if (is_name(m, noun))
    return NG_GROUP;
  if (ng_unit_is(&m->syntax, noun, bodies))
    return NG_ORGANIZATION;
  return ng_unit_at(&m->syntax, noun)->xpos == NG_XPOS_NNS ||
                 ng_unit_is(&m->syntax, noun, "people police troops")
             ? NG_GROUP
             : NG_PERSON;
}

/* --- becoming an entity ----------------------------------------------------
 */

static bool
is_same_text(ng_str a, ng_str b)
{
  return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

/* What else reads the document finds the entity by its noun. */
static bool
refer(ng_matcher *m, uint32_t noun, uint32_t entity)
{
  ng_doc *doc = m->doc;
  ng_reference r = {.unit = noun,
                    .member = doc->members.n,
                    .n = 1,
                    .confidence = NG_DESCRIBED_CONFIDENCE};
  if (!NG_PUSH(&doc->arena, &doc->members, entity) ||
      !NG_PUSH(&doc->arena, &doc->references, r))
    return false;
  uint32_t i = doc->references.n - 1;
  for (; i > 0 && doc->references.at[i - 1].unit > noun; i--)
    doc->references.at[i] = doc->references.at[i - 1];
  doc->references.at[i] = r;
  return true;
}

bool
ng_describe(ng_matcher *m, uint32_t noun, uint32_t *entity)
{
  ng_doc *doc = m->doc;
  ng_doc_entity e = {.ref = NG_NO_REF,
                     .name = description(m, noun),
                     .type = ng_described_type(m, noun),
                     .confidence = NG_DESCRIBED_CONFIDENCE};
  ng_str text = ng_doc_text(doc, e.name);
  for (*entity = 0; *entity < doc->entities.n; ++*entity) {
    const ng_doc_entity *o = &doc->entities.at[*entity];
    if (ng_ref_none(o->ref) && is_same_text(ng_doc_text(doc, o->name), text))
      break;
  }
  if (*entity == doc->entities.n && !NG_PUSH(&doc->arena, &doc->entities, e))
    return false;
  return refer(m, noun, *entity);
}
