/* ends.c - what the lexicon cannot say of the two ends of a claim. */
#include "extract/claims/claims.h"
#include "extract/events/fillers.h"
#include "extract/refer/known.h"

/* Is the nearest name of the entity a ticker: "(NYSE: LVS)"? */
static bool
is_ticker(const ng_matcher *m, uint32_t unit)
{
  return unit != NG_NONE && unit > 0 && unit + 1 < m->doc->units.n &&
         ng_unit_is(&m->syntax, unit - 1, "( :") &&
         ng_unit_is(&m->syntax, unit + 1, ": )") &&
         (ng_unit_is(&m->syntax, unit - 1, ":") ||
          ng_unit_is(&m->syntax, unit + 1, ":"));
}

/* "his widow and daughter Natalie": whose name it is, who knows. */
static bool
is_one_of_several(const ng_syntax *s, uint32_t noun)
{
  uint32_t conjunct = ng_child(s, noun, NG_REL_CONJ);
  if (ng_is_verb(s, noun))
    return false;
  return (conjunct != NG_NONE && s->mention[conjunct] == NG_NONE) ||
         (ng_unit_relation(s, noun) == NG_REL_CONJ &&
          s->mention[ng_unit_at(s, noun)->head] == NG_NONE);
}

/* "Spanish La Liga player Lionel Messi": it is the league that is Spanish. */
static bool
has_name_between(const ng_matcher *m, uint32_t a, uint32_t b)
{
  for (uint32_t u = a + 1; u < b; u++)
    if (m->syntax.mention[u] != NG_NONE)
      return true;
  return false;
}

/* "efforts on leaving the European Union", "hopes of reforming it": what is
 * tried is not to join. */
static bool
is_to_join(const ng_matcher *m, uint32_t noun, uint32_t body)
{
  const ng_syntax *s = &m->syntax;
  for (int i = 0; i < 6 && body != NG_NONE && body != noun; i++) {
    if (ng_is_verb(s, body) &&
        !ng_unit_is(s, body, "join rejoin enter accede become"))
      return ng_is_verb(s, noun);
    body = ng_unit_at(s, body)->head;
  }
  return true;
}

/* "recognises Moldovan stamps", "Taiwan passports": only where the noun is what
 * makes a state. */
static bool
is_state_itself(const ng_matcher *m, uint32_t name)
{
  const ng_syntax *s = &m->syntax;
  if (name == NG_NONE)
    return true;
  uint32_t head = ng_unit_at(s, name)->head;
  switch (ng_unit_relation(s, name)) {
  case NG_REL_AMOD:
  case NG_REL_COMPOUND:
  case NG_REL_NMOD_POSS:
    return head == NG_NONE ||
           ng_unit_is(s, head,
                      "independence statehood state sovereignty republic "
                      "nation territory secession");
  default:
    return true;
  }
}

/* "Chinese University" says nothing of the scientist there. */
static bool
has_capital_behind(const ng_matcher *m, uint32_t demonym, uint32_t noun)
{
  ng_str text = ng_unit_text(&m->syntax, demonym + 1);
  return demonym + 1 < noun && text.len && text.at[0] >= 'A' &&
         text.at[0] <= 'Z' &&
         ng_unit_at(&m->syntax, demonym + 1)->upos == NG_PROPN;
}

/* "a US economist", "the BBC's China correspondent": whose subject is the
 * country, and not his own, as "a Chinese economist" may be. */
static bool
is_field(const ng_matcher *m, uint32_t country, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  const ng_mention *name = &m->doc->mentions.at[s->mention[country]];
  if (name->kind == NG_KIND_DEMONYM)
    return false;
  return ng_unit_is(s, noun,
                    "economist analyst strategist correspondent reporter "
                    "editor manager head chief expert specialist researcher "
                    "adviser advisor officer representative envoy ambassador "
                    "historian scholar") ||
         (country + 1 < noun && ng_unit_is(s, noun, "director"));
}

/* A suburb of a city lies outside it, unless a base says otherwise. */
static bool
is_suburb(const ng_matcher *m, const ng_finding *f)
{
  const ng_doc *doc = m->doc;
  ng_ref place = doc->entities.at[f->subject].ref;
  ng_ref where = doc->entities.at[f->object].ref;
  return ng_unit_is(&m->syntax, f->unit, "suburb") &&
         doc->entities.at[f->object].type == NG_CITY &&
         (ng_ref_none(place) || ng_ref_none(where) ||
          !ng_known_inside(&m->context->bases, place, where));
}

bool
ng_claim_fits(const ng_matcher *m, const ng_finding *f)
{
  const ng_doc *doc = m->doc;
  uint32_t ends[2] = {ng_nearest_name(m, f->subject, f->unit),
                      ng_nearest_name(m, f->object, f->unit)};
  ng_type types[2] = {doc->entities.at[f->subject].type,
                      doc->entities.at[f->object].type};
  if (is_ticker(m, ends[0]) || is_ticker(m, ends[1]))
    return false;
  if (f->predicate == NG_PREDICATE_spouse &&
      is_one_of_several(&m->syntax, f->unit))
    return false;
  if (f->predicate == NG_PREDICATE_spouse)
    return ng_may_fill(types[0], NG_FILL_PERSON, NG_ROLE_agent) &&
           ng_may_fill(types[1], NG_FILL_PERSON, NG_ROLE_patient);
  /* "a German-born Australian" is not German: the name is no unit */
  if (f->predicate == NG_PREDICATE_citizenOf)
    return ends[1] != NG_NONE && !has_name_between(m, ends[1], f->unit) &&
           !has_capital_behind(m, ends[1], f->unit) &&
           !is_field(m, ends[1], f->unit);
  if (f->predicate == NG_PREDICATE_aspiresToJoin)
    return is_to_join(m, f->unit, ends[1]);
  if (f->predicate == NG_PREDICATE_recognizes)
    return is_state_itself(m, ends[1]);
  return f->predicate != NG_PREDICATE_locatedIn || !is_suburb(m, f);
}
