/* mere.c - words that name a kind of event and tell of none: in a title or the
 * name of a body, before a noun, of what is done again and again. */
#include "extract/events/events.h"

/* "the criminal investigation department", "an election commission": the body's
 * matter. */
static bool
is_of_body(const ng_syntax *s, uint32_t noun)
{
  static const char bodies[] =
      "department bureau agency unit committee commission ministry office "
      "directorate division court board panel team official officer minister "
      "chief expert specialist adviser advisor";
  uint32_t head = ng_unit_at(s, noun)->head;
  if (head != NG_NONE && head > noun &&
      ng_unit_relation(s, noun) == NG_REL_COMPOUND)
    return ng_unit_is(s, head, bodies);
  /* "investigation and immigration departments", as parsers have it */
  return noun + 3 < s->doc->units.n && ng_unit_is(s, noun + 1, "and") &&
         ng_unit_is(s, noun + 3, bodies) &&
         ng_unit_at(s, noun + 3)->xpos == NG_XPOS_NNS &&
         ng_unit_at(s, noun + 2)->head == noun + 3 &&
         ng_unit_relation(s, noun + 2) == NG_REL_COMPOUND;
}

/* "the envoy for Ukraine negotiations": what somebody is in charge of. */
static bool
is_of_office(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head;
  return head != NG_NONE && head < noun && ng_is_behind(s, noun, "for of on") &&
         ng_unit_relation(s, noun) == NG_REL_NMOD &&
         ng_child(s, noun, NG_REL_DET) == NG_NONE &&
         ng_unit_is(s, head,
                    "envoy representative adviser advisor secretary "
                    "commissioner coordinator minister spokesman spokeswoman "
                    "spokesperson committee commission ministry department "
                    "office institute centre center");
}

/* "Under the French system, the cabinet tenders its resignation" */
static bool
is_by_rule(const ng_syntax *s, uint32_t verb)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_OBL && ng_is_behind(s, c, "under") &&
        ng_unit_is(s, c, "system constitution law rule procedure convention"))
      return true;
  return false;
}

/* "meetings usually focus on", "is rarely hit by": so it goes. */
static bool
is_of_habit(const ng_syntax *s, uint32_t unit)
{
  uint32_t verb = unit;
  if (!ng_is_verb(s, unit)) {
    verb = ng_unit_at(s, unit)->head;
    if (verb == NG_NONE || ng_unit_at(s, unit)->xpos != NG_XPOS_NNS ||
        ng_child(s, unit, NG_REL_DET) != NG_NONE ||
        ng_unit_relation(s, unit) != NG_REL_NSUBJ)
      return false;
  } else if (ng_child_word(s, verb, NG_REL_ADVMOD, "rarely seldom") != NG_NONE)
    return true;
  uint8_t xpos = ng_unit_at(s, verb)->xpos;
  if (xpos != NG_XPOS_VBZ && xpos != NG_XPOS_VBP)
    return false;
  return (verb == unit && is_by_rule(s, verb)) ||
         ng_child_word(s, verb, NG_REL_ADVMOD,
                       "usually typically generally normally traditionally "
                       "always often sometimes rarely seldom regularly") !=
             NG_NONE;
}

/* "suspected militants": that they are is told in passing; "has alleged ties":
 * nobody has alleged them. */
static bool
is_attribute(const ng_syntax *s, uint32_t verb)
{
  uint32_t object = ng_child(s, verb, NG_REL_OBJ);
  if (ng_unit_relation(s, verb) == NG_REL_AMOD)
    return ng_unit_is(s, verb, "suspect allege accuse");
  return object == verb + 1 && ng_unit_is(s, verb, "allege") &&
         ng_unit_is(s, object, "tie link connection affiliation crime");
}

/* "opinion polls showed support": figures, and nobody's act. */
static bool
is_measured(const ng_syntax *s, uint32_t unit)
{
  uint32_t verb = ng_is_verb(s, unit) ? unit : ng_unit_at(s, unit)->head;
  uint32_t by = verb == NG_NONE ? NG_NONE : ng_child(s, verb, NG_REL_NSUBJ);
  return by != NG_NONE &&
         ng_unit_is(s, by, "poll survey average figure datum data rating");
}

bool
ng_match_is_mere(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  const ng_pattern *p = match->pattern;
  uint32_t at = match->trigger;
  if (p->evokes != NG_EVOKES_EVENT)
    return false;
  if (p->trigger == NG_TRIGGER_NOUN &&
      (is_of_body(s, at) || is_of_office(s, at)))
    return true;
  if (p->class == NG_EVENT_Accusation)
    return is_attribute(s, at);
  if (p->class == NG_EVENT_Cooperation && ng_is_verb(s, at) &&
      ng_unit_relation(s, at) == NG_REL_AMOD)
    return true; /* "set targets for increased trade" */
  if (p->class == NG_EVENT_Support)
    return is_measured(s, at);
  return !ng_is_speech_act((ng_event_class)p->class) && is_of_habit(s, at);
}
