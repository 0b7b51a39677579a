/* occasion.c - days that the occasion gives: of what was said, and when
 * is not told. */
#include "extract/events/events.h"

static bool
acts(uint8_t role)
{
  return role == NG_ROLE_agent || role == NG_ROLE_participant ||
         role == NG_ROLE_speaker || role == NG_ROLE_host;
}

/* Does one who acts in `a` act in `b`? */
static bool
shares_actor(const ng_doc *doc, const ng_event *a, const ng_event *b)
{
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (doc->fillers.at[a->filler + i].entity ==
              doc->fillers.at[b->filler + k].entity &&
          acts(doc->fillers.at[a->filler + i].role) &&
          acts(doc->fillers.at[b->filler + k].role))
        return true;
  return false;
}

/* Is it a day of the article's news? */
static bool
is_news(const ng_doc *doc, const ng_event *e)
{
  enum { WEEK = 7 };
  return !e->bound && e->earliest && e->earliest == e->latest &&
         e->footing.course == NG_OCCURRED && !e->footing.negative &&
         e->earliest <= ng_date_last(doc->date) &&
         ng_date_days(e->earliest) + WEEK >= ng_date_days(doc->date);
}

/* A day of the last week that the article speaks of, other than `day`? */
static bool
has_other_day(const ng_doc *doc, ng_date day)
{
  enum { WEEK = 7 };
  ng_date today = ng_date_last(doc->date);
  for (uint32_t i = 0; i < doc->times.n; i++) {
    const ng_time *t = &doc->times.at[i];
    if (ng_time_may_date(t) && t->earliest == t->latest && t->earliest != day &&
        t->earliest < today && t->relation == NG_TIME_AT &&
        ng_date_days(t->earliest) + WEEK >= ng_date_days(today))
      return true;
  }
  return false;
}

/* The one day that all dated news of the article is of, or 0. */
static ng_date
only_day(const ng_doc *doc)
{
  ng_date day = 0;
  for (uint32_t i = 0; i < doc->events.n; i++) {
    const ng_event *e = &doc->events.at[i];
    if (!is_news(doc, e))
      continue;
    if (day && day != e->earliest)
      return 0;
    day = e->earliest;
  }
  return day && has_other_day(doc, day) ? 0 : day;
}

/* "the deal in which they agreed", "before he announced it": some other day. */
static bool
is_of_another_time(const ng_syntax *s, uint32_t verb)
{
  if (ng_child_word(s, verb, NG_REL_MARK, "before since until") != NG_NONE)
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE && c < verb; c = s->next[c])
    if (ng_unit_is(s, c, "which") && ng_preposition(s, c) != NG_NONE)
      return true;
  return false;
}

/* Is the time that of the clause of `verb`, or of one around it?  Not of what
 * is only said there, "said that it fell in 2016". */
static bool
tells_when(const ng_syntax *s, uint32_t time, uint32_t verb)
{
  uint32_t head = ng_unit_at(s, time)->head, child = time;
  if (head != NG_NONE && ng_is_below(s, verb, head))
    return true;
  if (time > verb) /* parsers hang on it what is said */
    return false;
  while (head != NG_NONE && head != verb) {
    child = head;
    head = ng_unit_at(s, child)->head;
  }
  ng_relation r = ng_unit_relation(s, child);
  return head == verb && (r == NG_REL_OBL || r == NG_REL_ADVCL ||
                          r == NG_REL_ADVMOD || r == NG_REL_NMOD);
}

/* "In August, they tried to", "after his conviction last summer, he agreed": of
 * days long past; "shortly before her death", "at the time": of some other. */
static bool
is_long_past(const ng_matcher *m, const ng_event *e)
{
  enum { WEEK = 7 };
  const ng_syntax *s = &m->syntax;
  const ng_doc *doc = m->doc;
  int32_t today = ng_date_days(ng_date_last(doc->date));
  for (uint32_t i = ng_times_of(doc, e->sentence);
       i < doc->times.n && doc->times.at[i].sentence == e->sentence; i++) {
    const ng_time *t = &doc->times.at[i];
    uint32_t unit;
    if (ng_time_may_date(t) && t->latest &&
        ng_date_days(t->latest) + WEEK < today &&
        (unit = ng_time_unit(m, t)) != NG_NONE && tells_when(s, unit, e->unit))
      return true;
  }
  if (ng_child_word(s, e->unit, NG_REL_ADVMOD,
                    "previously once originally formerly initially already "
                    "long then ago") != NG_NONE)
    return true;
  for (uint32_t c = s->child[e->unit]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_OBL &&
        (ng_is_behind(s, c, "before until since") ||
         (ng_is_behind(s, c, "at") && ng_unit_is(s, c, "time"))))
      return true;
  return false;
}

/* Told in the past tense: "welcomed", "mentioned his support". */
static bool
is_past(const ng_matcher *m, const ng_event *e)
{
  const ng_unit *u = ng_unit_at(&m->syntax, e->unit);
  if (u->upos == NG_NOUN && u->label == NG_REL_OBJ && u->head != NG_NONE)
    u = ng_unit_at(&m->syntax, u->head);
  return u->xpos == NG_XPOS_VBD && !is_of_another_time(&m->syntax, e->unit) &&
         !is_long_past(m, e);
}

/* Did it happen, on a day that is not given? */
static bool
is_undated(const ng_event *e)
{
  return e->time == NG_NONE && !e->earliest && !e->latest &&
         !e->footing.negative && e->footing.course == NG_OCCURRED;
}

static bool
is_said(const ng_event *e)
{
  return ng_is_speech_act(e->class) || e->class == NG_EVENT_Agreement;
}

/* "said on Monday after a meeting": of that day. */
static bool
is_occasion(const ng_matcher *m, const ng_event *e)
{
  return (e->class == NG_EVENT_Meeting || e->class == NG_EVENT_Negotiation) &&
         ng_is_behind(&m->syntax, e->unit, "after during following");
}

/* The first event of the sentence of `event`, looking back no further than so
 * many. */
static uint32_t
first_beside(const ng_doc *doc, uint32_t event)
{
  enum { MOST = 50 };
  uint32_t first = event;
  while (first > 0 && event - first < MOST &&
         doc->events.at[first - 1].sentence == doc->events.at[event].sentence)
    first--;
  return first;
}

/* The day of the statement that it was done in: "condemned it, they said on
 * Monday"; or 0. */
static ng_date
day_of_statement(const ng_doc *doc, uint32_t event)
{
  enum { MOST = 100 };
  const ng_event *e = &doc->events.at[event];
  uint32_t first = first_beside(doc, event);
  for (uint32_t k = first; k < doc->events.n && k < first + MOST; k++) {
    const ng_event *o = &doc->events.at[k];
    if (o->sentence != e->sentence)
      break;
    if (k != event &&
        (o->class == NG_EVENT_Statement || o->class == NG_EVENT_Report) &&
        is_news(doc, o) && shares_actor(doc, e, o))
      return o->earliest;
  }
  return 0;
}

/* Who tells on the day of the article of what happened that day, tells it
 * then. */
static ng_date
day_of_content(const ng_doc *doc, uint32_t event)
{
  enum { MOST = 100 };
  ng_date today = ng_date_last(doc->date);
  uint32_t first = first_beside(doc, event);
  for (uint32_t k = first; k < doc->events.n && k < first + MOST; k++) {
    const ng_event *o = &doc->events.at[k];
    if (o->sentence != doc->events.at[event].sentence)
      break;
    if (o->speech != NG_NONE && doc->speeches.at[o->speech].event == event &&
        o->earliest == today && is_news(doc, o))
      return today;
  }
  return 0;
}

/* The day of the last event of the week that the actor of `event` took part in;
 * or 0. */
static ng_date
day_of_actor(const ng_doc *doc, uint32_t event)
{
  enum { REACH = 10 };
  const ng_event *at = doc->events.at;
  for (uint32_t k = event;
       k-- > 0 && at[k].sentence + REACH >= at[event].sentence;)
    if (is_news(doc, &at[k]) && shares_actor(doc, &at[event], &at[k]))
      return at[k].earliest;
  return 0;
}

/* What began on a day and takes no longer is over the next: "the rally
 * started"; what is dated ahead is to come, whatever began it. */
static void
end_the_past(ng_doc *doc)
{
  ng_date today = ng_date_last(doc->date);
  for (uint32_t i = 0; doc->date && i < doc->events.n; i++) {
    ng_event *e = &doc->events.at[i];
    if (e->footing.course == NG_OCCURRED && e->earliest > today)
      e->footing.course = NG_SCHEDULED;
    if (e->footing.course == NG_ONGOING && e->earliest == e->latest &&
        !e->bound && e->latest && e->latest < today &&
        ((ng_is_encounter(e->class) && e->class != NG_EVENT_Negotiation) ||
         e->class == NG_EVENT_Protest || ng_is_speech_act(e->class)))
      e->footing.course = NG_OCCURRED;
  }
}

void
ng_event_occasions(ng_matcher *m)
{
  ng_doc *doc = m->doc;
  end_the_past(doc);
  ng_date only = doc->date ? only_day(doc) : 0;
  for (uint32_t i = 0; doc->date && i < doc->events.n; i++) {
    ng_event *e = &doc->events.at[i];
    if (!is_undated(e) || !is_said(e))
      continue;
    ng_date day = day_of_content(doc, i);
    if (!day && e->speech == NG_NONE && is_past(m, e)) {
      day = only ? only : day_of_actor(doc, i);
    }
    e->earliest = e->latest = day;
    e->lent = day != 0;
  }
  for (uint32_t i = 0; doc->date && i < doc->events.n; i++) {
    ng_event *e = &doc->events.at[i];
    if (!is_undated(e) || !(is_said(e) || is_occasion(m, e)))
      continue;
    e->earliest = e->latest = day_of_statement(doc, i);
    e->lent = e->earliest != 0;
  }
}
