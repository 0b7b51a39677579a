/* inner.c - what a statement presupposes: "Spain does not recognize it
 * either" says that somebody told of before does not. */
#include "extract/claims/claims.h"
#include "extract/refer/known.h"

/* How many sentences back "also" may point. */
enum { BACK = 2 };

static bool
says_also(const ng_syntax *s, uint32_t verb)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_is(s, c, "also either too likewise"))
      return true;
  return false;
}

/* The entity of the article that is `ref`, or NG_NONE. */
static uint32_t
entity_of(const ng_doc *doc, ng_ref ref)
{
  for (uint32_t i = 0; i < doc->entities.n && !ng_ref_none(ref); i++)
    if (ng_ref_equal(doc->entities.at[i].ref, ref))
      return i;
  return NG_NONE;
}

/* The state that acts, itself or by its government; or NG_NONE. */
static uint32_t
acting_state(const ng_matcher *m, const ng_event *event)
{
  const ng_doc *doc = m->doc;
  for (uint32_t i = event->filler; i < event->filler + event->n; i++) {
    const ng_filler *f = &doc->fillers.at[i];
    if (f->role != NG_ROLE_agent)
      continue;
    if (doc->entities.at[f->entity].type == NG_COUNTRY)
      return f->entity;
    return entity_of(doc, ng_known_state(&m->context->bases,
                                         doc->entities.at[f->entity].ref));
  }
  return NG_NONE;
}

static bool
has_filler(const ng_doc *doc, const ng_event *event, uint32_t entity)
{
  for (uint32_t i = event->filler; i < event->filler + event->n; i++)
    if (doc->fillers.at[i].entity == entity)
      return true;
  return false;
}

/* Is it the article's own word that it was so? */
static bool
is_fact(const ng_event *event)
{
  return event->footing.course == NG_OCCURRED && !event->footing.negative &&
         event->footing.certainty == NG_CERTAIN && event->speech == NG_NONE;
}

/* Does the sentence tell that `state` declared its independence? */
static bool
declares(const ng_doc *doc, uint32_t sentence, uint32_t state)
{
  for (uint32_t i = 0; i < doc->events.n; i++)
    if (doc->events.at[i].sentence == sentence &&
        doc->events.at[i].class == NG_EVENT_DeclarationOfIndependence &&
        has_filler(doc, &doc->events.at[i], state))
      return true;
  return false;
}

bool
ng_claim_presupposed(ng_matcher *m, const ng_finding *f)
{
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, f->unit);
  if (f->predicate != NG_PREDICATE_recognizes || !f->footing.negative ||
      !says_also(&m->syntax, f->unit))
    return true;
  for (uint32_t i = 0; i < doc->events.n; i++) {
    const ng_event *event = &doc->events.at[i];
    uint32_t state = acting_state(m, event);
    if (event->class != NG_EVENT_Rejection || !is_fact(event) ||
        event->sentence > sentence || event->sentence + BACK < sentence ||
        state == NG_NONE || !declares(doc, event->sentence, f->object))
      continue;
    ng_finding other = *f;
    other.subject = state;
    other.footing.presupposed = true;
    return ng_claim_add(m, &other);
  }
  return true;
}
