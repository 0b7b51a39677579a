/* events_merge.c - one event told twice: "the talks", "the summit". */
#include "extract/events.h"

/* How many sentences back "the talks" may mean. */
enum { REACH = 8 };

bool
ng_is_speech_act(ng_event_class class)
{
  switch (class) {
  case NG_EVENT_Statement:
  case NG_EVENT_Report:
  case NG_EVENT_Demand:
  case NG_EVENT_Accusation:
  case NG_EVENT_Condemnation:
  case NG_EVENT_Denial:
  case NG_EVENT_Rejection:
  case NG_EVENT_Threat:
  case NG_EVENT_Encouragement:
  case NG_EVENT_Support:
    return true;
  default:
    return false;
  }
}

static bool
is_definite(const ng_syntax *s, uint32_t unit)
{
  uint32_t det = ng_child(s, unit, NG_REL_DET);
  return det != NG_NONE && ng_unit_is(s, det, "the this that these those both");
}

static bool
has_filler(const ng_doc *doc, const ng_event *e, uint32_t entity)
{
  for (uint32_t i = 0; i < e->n; i++)
    if (doc->fillers.at[e->filler + i].entity == entity)
      return true;
  return false;
}

/* Is whoever takes part now among those who did then?  Then it may be the same;
 * of nobody, it is. */
static bool
is_part(const ng_doc *doc, const ng_event *e, const ng_match *match)
{
  for (uint32_t i = 0; i < match->n; i++)
    if (match->fillers[i].role != NG_ROLE_place &&
        !has_filler(doc, e, match->fillers[i].entity))
      return false;
  return true;
}

static bool
is_encounter(ng_event_class class)
{
  return class <= NG_EVENT_PhoneCall;
}

/* Were all there who take part now? */
static bool
are_those(const ng_doc *doc, const ng_event *e, const ng_match *match)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < match->n; i++) {
    if (match->fillers[i].role != NG_ROLE_participant)
      continue;
    if (!has_filler(doc, e, match->fillers[i].entity))
      return false;
    n++;
  }
  return n > 0;
}

/* "X met Y ... The two discussed trade": what they did when they met. */
static uint32_t
occasion(const ng_matcher *m, const ng_match *match)
{
  enum { NEAR = 3 };
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  if (match->pattern->class != NG_EVENT_Negotiation ||
      !ng_unit_is(&m->syntax, match->trigger, "discuss talk exchange consult"))
    return NG_NONE;
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + NEAR < sentence)
      break;
    if (is_encounter(e->class) && !e->footing.negative &&
        e->footing.course <= NG_ONGOING && are_those(doc, e, match))
      return i;
  }
  return NG_NONE;
}

/* "the next election", "a second meeting": not the one told of before. */
static bool
is_another(const ng_syntax *s, uint32_t noun)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_is(s, c,
                   "next new another other second third fourth upcoming "
                   "forthcoming future further previous earlier fresh separate "
                   "subsequent"))
      return true;
  return false;
}

uint32_t
ng_event_again(const ng_matcher *m, const ng_match *match)
{
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  ng_event_class class = (ng_event_class)match->pattern->class;
  bool definite = is_definite(&m->syntax, match->trigger);
  if (match->pattern->trigger == NG_TRIGGER_VERB)
    return occasion(m, match);
  uint32_t actors = 0;
  for (uint32_t i = 0; i < match->n; i++)
    actors += match->fillers[i].role != NG_ROLE_place;
  if (match->pattern->trigger != NG_TRIGGER_NOUN ||
      (actors == 0 && !definite) || is_another(&m->syntax, match->trigger))
    return NG_NONE;
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + REACH < sentence)
      break;
    if (e->class == class && !e->footing.presupposed &&
        is_part(doc, e, match) &&
        (actors > 1 || definite || e->sentence == sentence))
      return i;
  }
  return NG_NONE;
}
