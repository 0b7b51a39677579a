/* events_order.c - what comes of what, and after what. */
#include "extract/events.h"

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

static bool
tie_clause(ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  ng_relation r = ng_unit_relation(s, unit);
  uint32_t head = ng_unit_at(s, unit)->head;
  if (head == NG_NONE || (r != NG_REL_ADVCL && r != NG_REL_OBL &&
                          r != NG_REL_NMOD && r != NG_REL_CONJ))
    return true;
  if (is_marked(s, unit, "after following"))
    return tie(m, ng_event_told(m, head), ng_event_told(m, unit), NG_TIE_AFTER);
  if (is_marked(s, unit, "because over"))
    return tie(m, ng_event_told(m, head), ng_event_told(m, unit),
               is_phase(m, head) ? NG_TIE_STATUS_CAUSED_BY : NG_TIE_CAUSED_BY);
  return true;
}

/* "..., leading to the postponement of the summit": what the clause before it
 * tells is why. */
static bool
tie_result(ng_matcher *m, uint32_t verb)
{
  const ng_syntax *s = &m->syntax;
  uint32_t head = ng_unit_at(s, verb)->head;
  ng_relation r = ng_unit_relation(s, verb);
  if (head == NG_NONE || !ng_is_verb(s, verb) ||
      (r != NG_REL_ADVCL && r != NG_REL_ACL && r != NG_REL_CONJ) ||
      !ng_unit_is(s, verb, "lead cause prompt trigger spark provoke"))
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c]) {
    ng_relation to = ng_unit_relation(s, c);
    if (to != NG_REL_OBJ && to != NG_REL_OBL)
      continue;
    if (!tie(m, ng_event_told(m, c), ng_event_told(m, head),
             is_phase(m, c) ? NG_TIE_STATUS_CAUSED_BY : NG_TIE_CAUSED_BY))
      return false;
  }
  return true;
}

bool
ng_event_order(ng_matcher *m, uint32_t sentence)
{
  const ng_sentence *s = &m->doc->sentences.at[sentence];
  for (uint32_t u = s->unit; u < s->unit_end; u++)
    if (!tie_clause(m, u) || !tie_result(m, u))
      return false;
  return true;
}
