/* events.c - what happens, by the lexicon: triggers and their best patterns. */
#include "extract/events.h"
#include "core/fail.h"

/* --- one trigger
 * ------------------------------------------------------------------ */

/* Is `a` the better reading of a trigger?  A theme makes sure; then the more
 * roles are filled the better; then what the lexicon has first. */
static bool
is_better(const ng_match *a, const ng_match *b)
{
  bool theme = a->theme != NG_NONE;
  if (theme != (b->theme != NG_NONE))
    return theme;
  int roles = __builtin_popcount(a->roles) - __builtin_popcount(b->roles);
  if (roles)
    return roles > 0;
  return a->pattern < b->pattern;
}

/* Is there enough to speak of an event? */
static bool
is_enough(const ng_match *match)
{
  uint16_t needs = match->pattern->needs;
  if (match->pattern->evokes == NG_EVOKES_PHASE)
    return match->events.n > 0;
  if (needs)
    return (match->roles & needs) == needs;
  return (match->roles & ~(1U << NG_ROLE_place | 1U << NG_ROLE_topic)) != 0;
}

/* The best pattern whose trigger `unit` is; false if none fits. */
static bool
best_match(ng_matcher *m, uint32_t unit, ng_match *best, bool *phase,
           ng_match *phase_match)
{
  ng_str text = ng_unit_text(&m->syntax, unit);
  if (ng_unit_at(&m->syntax, unit)->kind == NG_UNIT_HYPHENATED) {
    size_t i = text.len;
    while (i > 0 && text.at[i - 1] != '-')
      i--;
    text = ng_str_slice(text, i, text.len);
  }
  bool found = false;
  *phase = false;
  for (const ng_trigger *t = ng_lexicon_find(m->lexicon, ng_form_key(text)); t;
       t = ng_lexicon_next(m->lexicon, t)) {
    ng_match match;
    if (m->lexicon->patterns.at[t->pattern].evokes == NG_EVOKES_PREDICATE ||
        !ng_match_trigger(m, t, unit, &match))
      continue;
    ng_match_fill(m, &match);
    if (!is_enough(&match))
      continue;
    if (match.pattern->evokes == NG_EVOKES_PHASE) {
      *phase_match = match;
      *phase = true;
    } else if (!found || is_better(&match, best)) {
      *best = match;
      found = true;
    }
  }
  return found;
}

/* --- one event
 * ---------------------------------------------------------------------- */

/* The innermost speech whose words the trigger is among. */
static uint32_t
speech_at(const ng_doc *doc, uint32_t offset, uint32_t unit)
{
  uint32_t best = NG_NONE;
  for (uint32_t i = 0; i < doc->speeches.n; i++) {
    const ng_speech *s = &doc->speeches.at[i];
    if (s->content.begin > offset || s->content.end <= offset ||
        s->unit == unit)
      continue;
    if (best == NG_NONE || s->content.end - s->content.begin <
                               doc->speeches.at[best].content.end -
                                   doc->speeches.at[best].content.begin)
      best = i;
  }
  return best;
}

static ng_span
evidence_of(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t clause = match->trigger;
  if (match->light != NG_NONE)
    clause = match->light;
  else if (!ng_is_verb(s, clause)) {
    clause = ng_clause(s, clause);
  }
  ng_span span = ng_subtree(s, clause);
  const ng_unit *trigger = ng_unit_at(s, match->trigger);
  /* the clause of a passive participle that modifies a noun lacks the noun */
  if (span.begin > trigger->span.begin)
    span.begin = trigger->span.begin;
  if (span.end < trigger->span.end)
    span.end = trigger->span.end;
  return span;
}

static bool
push_event(ng_matcher *m, const ng_match *match)
{
  ng_doc *doc = m->doc;
  ng_event e = {.class = (ng_event_class)match->pattern->class,
                .sentence = ng_unit_sentence(doc, match->trigger),
                .unit = match->trigger,
                .trigger = ng_unit_at(&m->syntax, match->trigger)->span,
                .evidence = evidence_of(m, match),
                .filler = doc->fillers.n,
                .n = match->n,
                .time = NG_NONE,
                .mode = (ng_mode)match->pattern->mode};
  e.footing = ng_footing_of(m, match->pattern, match->trigger, match->light);
  e.speech = speech_at(doc, e.trigger.begin, match->trigger);
  e.footing.voiced = e.speech != NG_NONE;
  if (e.speech != NG_NONE && doc->speeches.at[e.speech].hearsay &&
      e.footing.certainty < NG_ALLEGED)
    e.footing.certainty = NG_ALLEGED;
  for (uint32_t i = 0; i < match->n; i++)
    if (!NG_PUSH(&doc->arena, &doc->fillers, match->fillers[i]))
      return false;
  if (!NG_PUSH(&doc->arena, &doc->events, e))
    return false;
  m->event[match->trigger] = doc->events.n;
  return true;
}

/* --- the stage
 * ---------------------------------------------------------------------------
 */

static bool
read_trigger(ng_matcher *m, uint32_t unit, uint32_t *cap)
{
  ng_match best, phase;
  bool has_phase;
  bool found = best_match(m, unit, &best, &has_phase, &phase);
  if (has_phase && !NG_PUSH(&m->doc->arena, &m->phases, phase))
    return false;
  if (!found)
    return true;
  if (m->doc->events.n == *cap) {
    uint32_t *more = NG_NEW(&m->doc->arena, uint32_t, *cap * 2 + 16);
    if (!more)
      return false;
    if (*cap)
      memcpy(more, m->light, *cap * sizeof *more);
    m->light = more;
    *cap = *cap * 2 + 16;
  }
  m->light[m->doc->events.n] = best.light;
  if (best.content.n && !NG_PUSH(&m->doc->arena, &m->contents, best))
    return false;
  return push_event(m, &best);
}

static ng_status
read_sentences(ng_matcher *m, ng_error *err)
{
  ng_doc *doc = m->doc;
  uint32_t cap = 0;
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    if (s->unit_end - s->unit > NG_MAX_SENTENCE)
      continue;
    uint32_t first = doc->events.n;
    m->phases.n = m->contents.n = 0;
    for (uint32_t u = s->unit; u < s->unit_end; u++)
      if (!read_trigger(m, u, &cap))
        return ng_fail(err, NG_ERR_LIMIT, s->span.begin, "too many events");
    ng_event_times(m, i, first);
    if (!ng_event_ties(m, first))
      return ng_fail(err, NG_ERR_LIMIT, s->span.begin, "too many events");
  }
  return NG_OK;
}

/* Whose statements they are: the event that a speech's verb became. */
static void
name_speeches(const ng_matcher *m)
{
  ng_doc *doc = m->doc;
  for (uint32_t i = 0; i < doc->speeches.n; i++) {
    ng_speech *s = &doc->speeches.at[i];
    s->event = s->unit != NG_NONE && m->event[s->unit] ? m->event[s->unit] - 1
                                                       : NG_NONE;
  }
}

ng_status
ng_find_events(const ng_context *context, ng_doc *doc, ng_error *err)
{
  ng_matcher m = {.context = context, .lexicon = context->lexicon, .doc = doc};
  doc->fillers.n = 0;
  doc->events.n = 0;
  doc->ties.n = 0;
  if (!m.lexicon || !context->model)
    return NG_OK;
  m.event = NG_NEW(&doc->arena, uint32_t, doc->units.n + 1);
  if (!m.event || !ng_syntax_init(&m.syntax, doc))
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many words for their events");
  NG_TRY(read_sentences(&m, err));
  name_speeches(&m);
  return NG_OK;
}
