/* events_attend.c - who attends: "a summit which X and Y had been planning to
 * attend". */
#include "extract/events.h"

/* The verb of the relative clause that tells, itself or by its infinitive, of
 * coming there; or NG_NONE. */
static uint32_t
attending(const ng_syntax *s, uint32_t noun)
{
  static const char verbs[] = "attend join hold";
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    if (ng_unit_at(s, c)->label != NG_REL_ACL_RELCL || !ng_is_verb(s, c))
      continue;
    uint32_t to = ng_child(s, c, NG_REL_XCOMP);
    uint32_t verb = to == NG_NONE ? c : to;
    if (ng_unit_is(s, verb, verbs))
      return c;
  }
  return NG_NONE;
}

void
ng_match_add_attending(const ng_matcher *m, ng_match *match)
{
  static const ng_slot slot = {.slot = NG_ROLE_participant,
                               .fill = NG_FILL_ACTOR};
  ng_units all = {0};
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class != NG_EVENT_Meeting ||
      match->pattern->trigger != NG_TRIGGER_NOUN)
    return;
  uint32_t verb = attending(&m->syntax, match->trigger);
  if (verb == NG_NONE)
    return;
  ng_all_subjects(&m->syntax, verb, &all);
  for (uint32_t i = 0; i < all.n; i++)
    ng_match_add(m, match, &slot, all.at[i]);
}
