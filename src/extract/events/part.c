/* part.c - which part one plays in a meeting or an agreement: those who
 * meet, its place, its host. */
#include "extract/events/fillers.h"

static bool
is_named_by_place(ng_event_class class)
{
  return class <= NG_EVENT_Negotiation || class == NG_EVENT_Agreement ||
         class == NG_EVENT_TreatySigning || class == NG_EVENT_Ceasefire;
}

/* "the Brussels meeting", "the Paris climate agreement": where it is, not
 * whose.
 */
static bool
is_seat(const ng_matcher *m, const ng_match *match, const ng_slot *slot,
        uint32_t unit)
{
  ng_relation r = ng_unit_relation(&m->syntax, unit);
  if (slot->slot != NG_ROLE_participant ||
      match->pattern->evokes != NG_EVOKES_EVENT ||
      !is_named_by_place((ng_event_class)match->pattern->class) ||
      unit > match->trigger || (r != NG_REL_COMPOUND && r != NG_REL_AMOD) ||
      !ng_is_named(m, unit) ||
      ng_unit_at(&m->syntax, unit)->kind != NG_UNIT_NAME)
    return false;
  uint32_t mention = m->syntax.mention[unit];
  return m->doc->entities.at[m->doc->mentions.at[mention].entity].type ==
         NG_CITY;
}

const ng_slot *
ng_part_of(const ng_matcher *m, const ng_match *match, const ng_slot *slot,
           uint32_t unit)
{
  static const ng_slot place = {.slot = NG_ROLE_place};
  static const ng_slot host = {.slot = NG_ROLE_host, .fill = NG_FILL_ACTOR};
  static const ng_slot mediator = {.slot = NG_ROLE_mediator,
                                   .fill = NG_FILL_ACTOR};
  const ng_syntax *s = &m->syntax;
  uint32_t end = m->doc->units.n, as = unit + 1, part = unit + 2;
  if (is_seat(m, match, slot, unit))
    return &place;
  if (slot->slot != NG_ROLE_participant || part >= end ||
      !ng_unit_is(s, as, "as"))
    return slot;
  if (part + 1 < end && ng_unit_is(s, part, "the a an its their"))
    part++;
  if (ng_unit_is(s, part, "mediator broker facilitator"))
    return &mediator;
  return ng_unit_is(s, part, "host") ? &host : slot;
}
