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

uint32_t
ng_event_again(const ng_matcher *m, const ng_match *match)
{
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  ng_event_class class = (ng_event_class)match->pattern->class;
  bool definite = is_definite(&m->syntax, match->trigger);
  if (match->pattern->trigger != NG_TRIGGER_NOUN ||
      (match->n == 0 && !definite))
    return NG_NONE;
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + REACH < sentence)
      break;
    if (e->class == class && !e->footing.presupposed &&
        is_part(doc, e, match) &&
        (match->n > 1 || definite || e->sentence == sentence))
      return i;
  }
  return NG_NONE;
}
