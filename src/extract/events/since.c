/* since.c - "the first meeting since 2018": there was one then. */
#include "extract/events/events.h"

uint32_t
ng_event_at(const ng_matcher *m, uint32_t unit, uint32_t first)
{
  if (m->event[unit])
    return m->event[unit] - 1;
  for (uint32_t e = first; e < m->doc->events.n; e++)
    if (m->lights.at[e] == unit)
      return e;
  return NG_NONE;
}

/* "The first meeting since November 2018": there was one then. */
static bool
is_first(const ng_matcher *m, uint32_t noun, const ng_event *e,
         const ng_time *t)
{
  ng_date date;
  const ng_syntax *s = &m->syntax;
  bool first = false;
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    first |= ng_unit_relation(s, c) == NG_REL_AMOD && ng_unit_is(s, c, "first");
  return first && t->relation == NG_TIME_SINCE && ng_is_encounter(e->class) &&
         ng_date_parse(t->value, &date) == t->value.len && date;
}

uint32_t
ng_first_since(const ng_matcher *m, const ng_time *t, uint32_t unit,
               uint32_t first)
{
  enum { FAR = 8 };
  const ng_doc *doc = m->doc;
  uint32_t begin = doc->sentences.at[t->sentence].unit;
  for (uint32_t i = unit; i-- > begin && unit - i <= FAR;) {
    uint32_t e = ng_event_at(m, i, first);
    if (ng_is_verb(&m->syntax, i))
      return NG_NONE;
    if (e != NG_NONE)
      return is_first(m, i, &doc->events.at[e], t) ? e : NG_NONE;
  }
  return NG_NONE;
}

/* Is the entity named in the sentence, not only meant? */
static bool
is_named_in(const ng_doc *doc, uint32_t entity, ng_span sentence)
{
  for (uint32_t i = 0; i < doc->mentions.n; i++)
    if (doc->mentions.at[i].entity == entity &&
        doc->mentions.at[i].span.begin >= sentence.begin &&
        doc->mentions.at[i].span.end <= sentence.end)
      return true;
  return false;
}

bool
ng_push_last(ng_matcher *m, uint32_t event, uint32_t index)
{
  ng_doc *doc = m->doc;
  ng_event e = doc->events.at[event];
  const ng_time *t = &doc->times.at[index];
  uint32_t filler = doc->fillers.n;
  ng_date date = 0;
  (void)ng_date_parse(t->value, &date);
  for (uint32_t i = 0; i < e.n; i++) {
    ng_filler f = doc->fillers.at[e.filler + i];
    bool known = doc->entities.at[f.entity].type != NG_PERSON ||
                 is_named_in(doc, f.entity, doc->sentences.at[e.sentence].span);
    if (known && !NG_PUSH(&doc->arena, &doc->fillers, f))
      return false;
  }
  e.filler = filler;
  e.n = doc->fillers.n - filler;
  e.footing = (ng_footing){.presupposed = true, .voiced = e.footing.voiced};
  e.time = index;
  e.earliest = ng_date_first(date);
  e.latest = ng_date_last(date);
  return NG_PUSH(&doc->arena, &m->lights, NG_NONE) &&
         NG_PUSH(&doc->arena, &doc->events, e);
}
