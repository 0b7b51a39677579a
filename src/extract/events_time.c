/* events_time.c - when: times to the events that they date. */
#include "extract/events.h"

/* The unit of a time that hangs on something outside it. */
static uint32_t
time_head(const ng_matcher *m, const ng_time *t)
{
  const ng_sentence *s = &m->doc->sentences.at[t->sentence];
  uint32_t found = NG_NONE;
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    const ng_unit *u = &m->doc->units.at[i];
    if (u->span.end <= t->span.begin || u->span.begin >= t->span.end)
      continue;
    if (u->head == NG_NONE)
      return i;
    const ng_unit *h = &m->doc->units.at[u->head];
    if (h->span.end <= t->span.begin || h->span.begin >= t->span.end)
      found = i;
  }
  return found;
}

/* The event that a word is the trigger or the light verb of, or NG_NONE. */
static uint32_t
event_at(const ng_matcher *m, uint32_t unit, uint32_t first)
{
  if (m->event[unit])
    return m->event[unit] - 1;
  for (uint32_t e = first; e < m->doc->events.n; e++)
    if (m->lights.at[e] == unit)
      return e;
  return NG_NONE;
}

/* The event that a time which hangs on `unit` dates: the next one above. */
static uint32_t
dated(const ng_matcher *m, uint32_t unit, uint32_t first)
{
  for (int i = 0; unit != NG_NONE && i < 4; i++) {
    uint32_t e = event_at(m, unit, first);
    if (e != NG_NONE && e >= first)
      return e;
    /* "is to meet on Monday": the date may hang on a word around the verb */
    for (uint32_t c = m->syntax.child[unit]; c != NG_NONE;
         c = m->syntax.next[c]) {
      ng_relation r = ng_unit_relation(&m->syntax, c);
      if (r != NG_REL_XCOMP && r != NG_REL_OBJ && r != NG_REL_NSUBJ)
        continue;
      e = event_at(m, c, first);
      if (e != NG_NONE && e >= first)
        return e;
    }
    if (ng_is_verb(&m->syntax, unit) &&
        ng_unit_relation(&m->syntax, unit) != NG_REL_XCOMP)
      return NG_NONE;
    unit = ng_unit_at(&m->syntax, unit)->head;
  }
  return NG_NONE;
}

static bool
may_date(const ng_time *t)
{
  return (t->type == NG_TIME_DATE || t->type == NG_TIME_TIME) &&
         (t->earliest || t->latest);
}

static void
set_time(ng_event *e, uint32_t index, const ng_time *t)
{
  if (e->time != NG_NONE ||
      (t->relation == NG_TIME_SINCE && e->footing.course != NG_ONGOING))
    return; /* "the first since 2018" was not in 2018 */
  e->time = index;
  e->earliest = t->earliest;
  e->latest = t->latest;
  e->bound = t->relation != NG_TIME_AT;
}

void
ng_event_times(ng_matcher *m, uint32_t sentence, uint32_t first)
{
  const ng_doc *doc = m->doc;
  uint32_t low = 0, high = doc->times.n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->times.at[middle].sentence < sentence)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < doc->times.n && doc->times.at[low].sentence == sentence; low++) {
    const ng_time *t = &doc->times.at[low];
    uint32_t unit = may_date(t) ? time_head(m, t) : NG_NONE;
    if (unit == NG_NONE)
      continue;
    uint32_t e = dated(m, unit, first);
    if (e != NG_NONE)
      set_time(&m->doc->events.at[e], low, t);
  }
  /* What is dated after the article has not happened. */
  for (uint32_t e = first; doc->date && e < doc->events.n; e++) {
    ng_event *event = &m->doc->events.at[e];
    if (event->earliest > ng_date_last(doc->date) &&
        event->footing.course == NG_OCCURRED)
      event->footing.course = NG_SCHEDULED;
  }
}
