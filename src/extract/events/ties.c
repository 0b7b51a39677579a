/* ties.c - phases and contents: what one event does to another. */
#include "extract/events/events.h"

static bool
tie(ng_matcher *m, uint32_t from, uint32_t to, ng_tie_kind kind)
{
  ng_tie t = {from, to, kind};
  return from == to || NG_PUSH(&m->doc->arena, &m->doc->ties, t);
}

/* "with no reason given": that much is told. */
static void
give_reason(ng_matcher *m, const ng_match *match, uint32_t event)
{
  static const char *const none[] = {
      "no reason given",        "no reason was given", "no reason",
      "nobody gave a reason",   "without explanation", "did not give a reason",
      "without giving a reason"};
  ng_span span =
      m->doc->sentences.at[ng_unit_sentence(m->doc, match->trigger)].span;
  ng_str text = ng_doc_text(m->doc, span);
  for (size_t k = 0; k < sizeof none / sizeof *none; k++) {
    size_t n = strlen(none[k]);
    for (size_t i = 0; i + n <= text.len; i++)
      if (memcmp(text.at + i, none[k], n) == 0) {
        m->doc->events.at[event].reason =
            (ng_span){span.begin + (uint32_t)i, span.begin + (uint32_t)(i + n)};
        return;
      }
  }
}

/* Is it told as having happened, on a day that is over? */
static bool
is_past(const ng_doc *doc, const ng_event *e)
{
  return doc->date && e->latest && e->latest < ng_date_last(doc->date) &&
         e->footing.course == NG_OCCURRED;
}

/* "downgraded to a video conference": the meeting of that day which is held so.
 */
static bool
replace(ng_matcher *m, const ng_match *match, uint32_t event)
{
  const ng_syntax *s = &m->syntax;
  const ng_doc *doc = m->doc;
  const ng_event *old = &doc->events.at[event];
  ng_mode mode = NG_MODE_NONE;
  for (uint32_t c = s->child[match->trigger]; c != NG_NONE; c = s->next[c])
    if (c > match->trigger && ng_is_behind(s, c, "to by with"))
      mode = ng_noun_mode(s, c);
  for (uint32_t i = doc->events.n; mode && old->earliest && i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (i != event && e->class <= NG_EVENT_Negotiation && e->mode == mode &&
        e->earliest == old->earliest && e->latest == old->latest)
      return tie(m, event, i, NG_TIE_REPLACED_BY);
  }
  return true;
}

/* "postponed the summit": the summit's course.  Of a phase that is itself only
 * planned or denied, nothing is known of the event. */
static bool
apply_phase(ng_matcher *m, const ng_match *match, uint32_t event)
{
  const ng_pattern *p = match->pattern;
  ng_footing phase = ng_footing_of(m, p, match->trigger, NG_NONE);
  ng_footing *f = &m->doc->events.at[event].footing;
  if (phase.negative != p->negative)
    return true; /* "did not postpone": nothing new */
  if (is_past(m->doc, &m->doc->events.at[event]) &&
      phase.course >= NG_SCHEDULED && phase.course <= NG_DESIRED)
    return true; /* "had been scheduled": it was held all the same */
  if (p->course != NG_NO_COURSE)
    f->course = phase.course;
  if (p->negative)
    f->negative = true;
  if (p->certainty > f->certainty)
    f->certainty = (ng_certainty)p->certainty;
  if (f->course == NG_POSTPONED || f->course == NG_CANCELLED ||
      f->course == NG_DOWNGRADED)
    give_reason(m, match, event);
  return p->course != NG_DOWNGRADED || replace(m, match, event);
}

/* "The meeting had been slated for Monday, but it was cancelled": the last
 * meeting told of in the sentence. */
static uint32_t
meant_by_it(const ng_matcher *m, uint32_t it)
{
  const ng_doc *doc = m->doc;
  uint32_t first = doc->sentences.at[ng_unit_sentence(doc, it)].unit;
  for (uint32_t u = it; u-- > first;)
    if (m->event[u] && ng_is_encounter(doc->events.at[m->event[u] - 1].class))
      return m->event[u] - 1;
  return NG_NONE;
}

static uint32_t
event_of(const ng_matcher *m, uint32_t unit)
{
  uint32_t e = m->event[unit];
  return e ? e - 1 : NG_NONE;
}

/* Does the phase's word stand before the noun, "planned", "long-stalled", or in
 * a clause that only describes it, "which X had planned to attend"? */
static bool
modifies(const ng_syntax *s, const ng_match *match)
{
  return match->pattern->trigger == NG_TRIGGER_ADJ ||
         ng_unit_relation(s, match->trigger) == NG_REL_AMOD ||
         ng_unit_at(s, match->trigger)->label == NG_REL_ACL_RELCL;
}

/* "said it was possible": that is not of the saying. */
static bool
is_said(const ng_syntax *s, const ng_match *match)
{
  return match->pattern->trigger == NG_TRIGGER_ADJ &&
         ng_unit_relation(s, match->trigger) == NG_REL_CCOMP;
}

static bool
apply_phases(ng_matcher *m, const ng_match *match, bool modifier)
{
  if (is_said(&m->syntax, match))
    return true;
  for (uint32_t k = 0; k < match->events.n; k++) {
    uint32_t e = event_of(m, match->events.at[k]);
    if (e == NG_NONE && ng_unit_is(&m->syntax, match->events.at[k], "it"))
      e = meant_by_it(m, match->events.at[k]);
    /* An adjective tells of the noun's own event, not of one that it
     * recalls: "to resume the long-stalled talks". */
    if (e != NG_NONE &&
        !(modifier && m->doc->events.at[e].unit != match->events.at[k]) &&
        !apply_phase(m, match, e))
      return false;
  }
  return true;
}

/* "declared independence, a step that Serbia rejected", "in a move rejected by
 * Serbia": the step is what the clause tells of. */
static uint32_t
content_of(const ng_matcher *m, uint32_t unit)
{
  enum { NEAR = 3 };
  const ng_syntax *s = &m->syntax;
  uint32_t e = event_of(m, unit);
  if (e != NG_NONE || ng_is_verb(s, unit) ||
      !ng_unit_is(s, unit, "step move decision action act"))
    return e; /* not "agreed to move forward" */
  for (int i = 0; i < NEAR && e == NG_NONE; i++) {
    unit = ng_unit_at(s, unit)->head;
    if (unit == NG_NONE)
      return NG_NONE;
    e = event_of(m, unit);
  }
  return e;
}

static bool
add_content(ng_matcher *m, const ng_match *match)
{
  uint32_t from = event_of(m, match->trigger);
  for (uint32_t k = 0; from != NG_NONE && k < match->content.n; k++) {
    uint32_t to = content_of(m, match->content.at[k]);
    if (to == NG_NONE || to == from)
      continue;
    ng_footing *f = &m->doc->events.at[to].footing;
    if (match->pattern->content_course != NG_NO_COURSE &&
        (f->course == NG_OCCURRED || f->course == NG_ONGOING))
      f->course = (ng_course)match->pattern->content_course;
    if (!tie(m, from, to, NG_TIE_CONTENT))
      return false;
  }
  return true;
}

bool
ng_event_ties(ng_matcher *m)
{
  /* "the postponement of a planned summit": what modifies it comes first. */
  for (int modifier = 1; modifier >= 0; modifier--)
    for (uint32_t i = 0; i < m->phases.n; i++)
      if (modifies(&m->syntax, &m->phases.at[i]) == (modifier == 1) &&
          !apply_phases(m, &m->phases.at[i], modifier))
        return false;
  for (uint32_t i = 0; i < m->contents.n; i++)
    if (!add_content(m, &m->contents.at[i]))
      return false;
  return true;
}
