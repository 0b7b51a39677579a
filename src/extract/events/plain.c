/* plain.c - people without a name of their own or of anybody: "the
 * army", "two officials", "prosecutors in The Hague".
 */
#include "extract/events/events.h"

/* Who says something, or is told it; what else they do is no news. */
static const char speakers[] =
    "analyst analysts critic critics economist economists commentator "
    "commentators trader traders observer observers strategist strategists "
    "broker brokers media press television broadcaster newspaper newspapers "
    "paper";

/* "prosecutors in The Hague": from the first word before the noun to the last
 * of what hangs on it by a preposition; clauses are left out. */
static ng_span
describe(const ng_syntax *s, uint32_t unit)
{
  ng_span span = ng_unit_at(s, unit)->span;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    ng_span part = ng_subtree(s, c);
    if (r == NG_REL_DET)
      continue;
    if (c < unit && (r == NG_REL_AMOD || r == NG_REL_COMPOUND ||
                     r == NG_REL_NUMMOD || r == NG_REL_NMOD))
      span.begin = part.begin < span.begin ? part.begin : span.begin;
    else if (c > unit && r == NG_REL_NMOD &&
             ng_unit_at(s, c)->kind == NG_UNIT_NAME)
      span.end = part.end > span.end ? part.end : span.end;
  }
  return span;
}

/* The entity for the description at `unit`: one a span. */
static uint32_t
described(const ng_matcher *m, uint32_t unit)
{
  enum { LONGEST = 80 };
  ng_doc *doc = m->doc;
  ng_span span = describe(&m->syntax, unit);
  if (span.end - span.begin > LONGEST)
    span = ng_unit_at(&m->syntax, unit)->span;
  for (uint32_t i = m->first_described; i < doc->entities.n; i++)
    if (ng_str_equal(ng_doc_text(doc, doc->entities.at[i].name),
                     ng_doc_text(doc, span)))
      return i;
  ng_doc_entity e = {
      .ref = NG_NO_REF, .name = span, .type = ng_described_type(m, unit)};
  return NG_PUSH(&doc->arena, &doc->entities, e) ? doc->entities.n - 1
                                                 : NG_NONE;
}

/* "how many people", "which officials" */
static bool
is_asked(const ng_syntax *s, uint32_t noun)
{
  uint32_t first = noun;
  while (s->child[first] != NG_NONE && s->child[first] < first)
    first = s->child[first];
  return ng_unit_is(s, first, "how which what whose");
}

/* Does who fills that role of such an event speak or hear? */
static bool
is_of_speech(const ng_match *match, uint8_t role)
{
  return role == NG_ROLE_speaker || role == NG_ROLE_addressee ||
         (role == NG_ROLE_agent && match->pattern->evokes == NG_EVOKES_EVENT &&
          ng_is_speech_act((ng_event_class)match->pattern->class));
}

bool
ng_is_plain(const ng_matcher *m, const ng_match *match, uint8_t role,
            uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  uint8_t upos = ng_unit_at(s, unit)->upos;
  ng_relation r = ng_unit_relation(s, unit);
  if (r == NG_REL_AMOD || r == NG_REL_COMPOUND)
    return false; /* "an official statement" */
  return (upos == NG_NOUN || upos == NG_PROPN) && s->mention[unit] == NG_NONE &&
         (ng_is_among_people(m, unit, NG_PEOPLE_PLAIN) ||
          (is_of_speech(match, role) && ng_unit_is(s, unit, speakers))) &&
         !is_asked(s, unit);
}

/* Enough to tell of, with nobody named: who was arrested or killed, and by
 * whom, is news. */
bool
ng_is_grave(ng_event_class class)
{
  switch (class) {
  case NG_EVENT_Arrest:
  case NG_EVENT_Killing:
  case NG_EVENT_Attack:
  case NG_EVENT_Trial:
  case NG_EVENT_Conviction:
  case NG_EVENT_CriminalCharge:
  case NG_EVENT_Release:
  case NG_EVENT_Expulsion:
    return true;
  default:
    return false;
  }
}

/* Does somebody do it to somebody, though nobody has a name? */
static bool
is_told(const ng_match *match)
{
  uint32_t roles = 0;
  for (uint32_t i = 0; i < match->n_plain; i++)
    roles |= 1U << match->plain[i].slot->slot;
  return (roles & (roles - 1)) != 0;
}

/* Does the text say which they are: "the army", "two officials", "a Foreign
 * Ministry source"?  Not "officials". */
static bool
is_specific(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head;
  if (head != NG_NONE && head < noun && ng_is_behind(s, noun, "of") &&
      ng_unit_is(s, head, "thousand hundred dozen million score"))
    return true; /* "tens of thousands of students" */
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_DET &&
         ng_unit_is(s, c, "the these those this both all")) ||
        ng_unit_at(s, c)->label == NG_REL_NMOD_POSS || r == NG_REL_NUMMOD ||
        ((r == NG_REL_COMPOUND || r == NG_REL_AMOD || r == NG_REL_NMOD) &&
         (ng_unit_at(s, c)->upos == NG_PROPN || s->mention[c] != NG_NONE)))
      return true;
  }
  return false;
}

bool
ng_is_somebody(const ng_matcher *m, uint32_t noun)
{
  return m->syntax.mention[noun] == NG_NONE &&
         ng_unit_at(&m->syntax, noun)->upos == NG_NOUN &&
         (ng_is_among_people(m, noun, NG_PEOPLE_PLAIN) ||
          ng_unit_is(&m->syntax, noun, speakers)) &&
         is_specific(&m->syntax, noun);
}

static bool
are_specific(const ng_matcher *m, const ng_match *match)
{
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (!is_specific(&m->syntax, match->plain[i].unit))
      return false;
  return match->n_plain > 0;
}

/* "killing 12": that there are victims, but nobody to name. */
static bool
is_number(const ng_matcher *m, uint32_t unit)
{
  return ng_unit_at(&m->syntax, unit)->upos == NG_NUM;
}

static bool
are_numbers(const ng_matcher *m, const ng_match *match)
{
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (!is_number(m, match->plain[i].unit))
      return false;
  return true;
}

uint16_t
ng_match_plain_roles(const ng_matcher *m, const ng_match *match)
{
  uint16_t roles = 0;
  ng_event_class class = (ng_event_class)match->pattern->class;
  bool said = class == NG_EVENT_Statement || class == NG_EVENT_Report;
  if (match->n == 0 && are_numbers(m, match))
    return 0;
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      ((said || (match->n == 0 && !ng_is_grave(class) && !is_told(match))) &&
       !are_specific(m, match)))
    return 0;
  for (uint32_t i = 0; i < match->n_plain; i++)
    roles |= (uint16_t)(1U << match->plain[i].slot->slot);
  return roles;
}

/* Is the body already in the role by its name: Usdaw, of "the Usdaw trade
 * union"? */
static bool
is_named_too(const ng_matcher *m, const ng_match *match, uint32_t noun,
             uint8_t role)
{
  const ng_syntax *s = &m->syntax;
  if (!ng_unit_is(s, noun,
                  "union party company group bank firm agency newspaper "
                  "movement airline club network charity"))
    return false;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r != NG_REL_COMPOUND && r != NG_REL_NMOD) ||
        s->mention[c] == NG_NONE || ng_unit_type(s, c) == NG_COUNTRY)
      continue;
    uint32_t named = m->doc->mentions.at[s->mention[c]].entity;
    for (uint32_t k = 0; k < match->n; k++)
      if (match->fillers[k].entity == named && match->fillers[k].role == role)
        return true;
  }
  return false;
}

void
ng_match_name_plain(const ng_matcher *m, ng_match *match)
{
  enum { UNSURE = 500 };
  for (uint32_t i = 0; i < match->n_plain; i++) {
    if (is_number(m, match->plain[i].unit)) {
      match->roles |= (uint16_t)(1U << match->plain[i].slot->slot);
      continue;
    }
    if (is_named_too(m, match, match->plain[i].unit,
                     match->plain[i].slot->slot))
      continue;
    uint32_t entity = described(m, match->plain[i].unit);
    if (entity != NG_NONE)
      (void)ng_match_put(m, match, match->plain[i].slot, entity, UNSURE);
  }
}

void
ng_match_add_plain(const ng_matcher *m, ng_match *match)
{
  if (ng_match_plain_roles(m, match))
    ng_match_name_plain(m, match);
}
