/* order.c - what comes of what, and after what. */
#include "extract/events/events.h"
#include "extract/refer/actor.h"

uint32_t
ng_event_told(const ng_matcher *m, uint32_t unit)
{
  const ng_doc *doc = m->doc;
  if (m->event[unit])
    return m->event[unit] - 1;
  for (uint32_t e = doc->events.n; e-- > 0;) {
    if (doc->events.at[e].sentence != ng_unit_sentence(doc, unit))
      break;
    if (m->lights.at[e] == unit)
      return e;
  }
  for (uint32_t i = 0; i < m->phases.n; i++)
    for (uint32_t k = 0;
         m->phases.at[i].trigger == unit && k < m->phases.at[i].events.n; k++)
      if (m->event[m->phases.at[i].events.at[k]])
        return m->event[m->phases.at[i].events.at[k]] - 1;
  return NG_NONE;
}

static bool
is_phase(const ng_matcher *m, uint32_t unit)
{
  for (uint32_t i = 0; i < m->phases.n; i++)
    if (m->phases.at[i].trigger == unit)
      return true;
  return false;
}

/* Both in the article's own voice. */
static bool
tie(ng_matcher *m, uint32_t from, uint32_t to, ng_tie_kind kind)
{
  const ng_event *at = m->doc->events.at;
  ng_tie t = {from, to, kind};
  if (from == NG_NONE || to == NG_NONE || from == to ||
      at[from].speech != NG_NONE || at[to].speech != NG_NONE)
    return true;
  return NG_PUSH(&m->doc->arena, &m->doc->ties, t);
}

/* "after Kosovo imposed a tax", "following the talks": the word that says so,
 * or NG_NONE. */
static bool
is_marked(const ng_syntax *s, uint32_t unit, const char *words)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_MARK || r == NG_REL_CASE) && ng_unit_is(s, c, words))
      return true;
  }
  return false;
}

/* The words of `unit` and what hangs on it, but for the preposition before it
 * and what is joined to it. */
static ng_span
bare_words(const ng_syntax *s, uint32_t unit)
{
  ng_span span = ng_subtree(s, unit);
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    ng_span own = ng_subtree(s, c);
    if (c < unit && (r == NG_REL_MARK || r == NG_REL_CASE))
      span.begin = own.end + 1;
    bool joined = r == NG_REL_CONJ || (r == NG_REL_ADVCL && c > unit);
    if (joined && own.begin > span.begin && own.begin < span.end)
      span.end = own.begin;
  }
  const char *text = s->doc->text.at;
  while (span.end > span.begin &&
         (text[span.end - 1] == ' ' || text[span.end - 1] == ','))
    span.end--;
  return span;
}

/* "broke down over reports of a land swap": a reason that is no event. */
static void
give_reason(ng_matcher *m, uint32_t event, uint32_t unit)
{
  if (event == NG_NONE || !ng_unit_is_nominal(m->doc, unit))
    return;
  ng_event *e = &m->doc->events.at[event];
  bool failed = e->footing.course == NG_BROKEN_DOWN ||
                e->footing.course == NG_POSTPONED ||
                e->footing.course == NG_CANCELLED ||
                e->footing.course == NG_STALLED;
  ng_span words = bare_words(&m->syntax, unit);
  if (failed && e->reason.begin == e->reason.end && words.begin < words.end)
    e->reason = words;
}

static bool
tie_clause(ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  ng_relation r = ng_unit_relation(s, unit);
  uint32_t head = ng_unit_at(s, unit)->head;
  if (head == NG_NONE ||
      (r != NG_REL_ADVCL && r != NG_REL_OBL && r != NG_REL_NMOD &&
       r != NG_REL_CONJ) ||
      ng_event_told(m, head) == NG_NONE)
    return true;
  if (is_marked(s, unit, "after following"))
    return tie(m, ng_event_told(m, head), ng_event_told(m, unit), NG_TIE_AFTER);
  if (is_marked(s, unit, "because over") && ng_event_told(m, unit) == NG_NONE)
    give_reason(m, ng_event_told(m, head), unit);
  if (is_marked(s, unit, "because over"))
    return tie(m, ng_event_told(m, head), ng_event_told(m, unit),
               is_phase(m, head) ? NG_TIE_STATUS_CAUSED_BY : NG_TIE_CAUSED_BY);
  return true;
}

/* The one event of the sentence before that the article tells as a fact and
 * that is no speech: what "It led to ..." means; or NG_NONE. */
static uint32_t
told_before(const ng_matcher *m, uint32_t verb)
{
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, verb), found = NG_NONE;
  uint32_t it = ng_child(&m->syntax, verb, NG_REL_NSUBJ);
  if (it == NG_NONE || it != doc->sentences.at[sentence].unit ||
      !ng_unit_is(&m->syntax, it, "it this that"))
    return NG_NONE;
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + 1 < sentence)
      break;
    if (e->sentence + 1 != sentence || ng_is_speech_act(e->class))
      continue;
    if (found != NG_NONE || e->footing.course != NG_OCCURRED ||
        e->footing.negative || e->speech != NG_NONE)
      return NG_NONE;
    found = i;
  }
  return found;
}

/* "..., leading to the postponement of the summit": what the clause before it
 * tells is why; of "It led to ...", what the sentence before tells. */
static bool
tie_result(ng_matcher *m, uint32_t verb)
{
  const ng_syntax *s = &m->syntax;
  uint32_t head = ng_unit_at(s, verb)->head;
  ng_relation r = ng_unit_relation(s, verb);
  if (!ng_is_verb(s, verb) ||
      !ng_unit_is(s, verb, "lead cause prompt trigger spark provoke"))
    return true;
  bool clause = r == NG_REL_ADVCL || r == NG_REL_ACL || r == NG_REL_CONJ;
  if (head != NG_NONE && !clause)
    return true;
  uint32_t cause =
      head == NG_NONE ? told_before(m, verb) : ng_event_told(m, head);
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c]) {
    ng_relation to = ng_unit_relation(s, c);
    if (to != NG_REL_OBJ && to != NG_REL_OBL)
      continue;
    if (!tie(m, ng_event_told(m, c), cause,
             is_phase(m, c) ? NG_TIE_STATUS_CAUSED_BY : NG_TIE_CAUSED_BY))
      return false;
  }
  return true;
}

/* Is an event told in the sentence, of it or again? */
static bool
tells(const ng_matcher *m, const ng_sentence *s)
{
  for (uint32_t u = s->unit; u < s->unit_end; u++)
    if (m->event[u])
      return true;
  return false;
}

bool
ng_event_order(ng_matcher *m, uint32_t sentence)
{
  const ng_sentence *s = &m->doc->sentences.at[sentence];
  if (!tells(m, s))
    return true;
  for (uint32_t u = s->unit; u < s->unit_end; u++)
    if (!tie_clause(m, u) || !tie_result(m, u))
      return false;
  return true;
}
