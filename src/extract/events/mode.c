/* mode.c - how people meet: "by video link", "face to face". */
#include "extract/events/events.h"

/* Before the noun: "an online summit", "the first face-to-face meeting". */
static ng_mode
mode_before(const ng_syntax *s, uint32_t unit)
{
  ng_relation r = ng_unit_relation(s, unit);
  if (r != NG_REL_AMOD && r != NG_REL_COMPOUND)
    return NG_MODE_NONE;
  if (ng_unit_is(s, unit, "video online virtual"))
    return NG_VIDEO;
  return ng_unit_is(s, unit, "face-to-face in-person") ? NG_IN_PERSON
                                                       : NG_MODE_NONE;
}

/* "by video link", "via videoconference", "in person", "face to face". */
static ng_mode
mode_behind(const ng_syntax *s, uint32_t unit)
{
  static const char video[] = "video videoconference videolink video-link";
  uint32_t preposition = ng_preposition(s, unit);
  uint32_t before = ng_child(s, unit, NG_REL_COMPOUND);
  if (ng_unit_is(s, unit, "face") && unit + 2 < s->doc->units.n &&
      ng_unit_is(s, unit + 1, "to") && ng_unit_is(s, unit + 2, "face"))
    return NG_IN_PERSON;
  if (preposition == NG_NONE)
    return NG_MODE_NONE;
  if (ng_unit_is(s, preposition, "in"))
    return ng_unit_is(s, unit, "person") ? NG_IN_PERSON : NG_MODE_NONE;
  if (ng_unit_is(s, preposition, "by via over through") &&
      (ng_unit_is(s, unit, video) ||
       (before != NG_NONE && ng_unit_is(s, before, video) &&
        ng_unit_is(s, unit, "link conference call"))))
    return NG_VIDEO;
  return NG_MODE_NONE;
}

ng_mode
ng_event_mode(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  const uint32_t words[] = {match->trigger, match->light};
  ng_mode mode = (ng_mode)match->pattern->mode;
  ng_event_class class = (ng_event_class)match->pattern->class;
  if (class != NG_EVENT_Meeting && class != NG_EVENT_Negotiation)
    return mode;
  for (int i = 0; i < 2 && words[i] != NG_NONE; i++)
    for (uint32_t c = s->child[words[i]]; c != NG_NONE && !mode; c = s->next[c])
      mode = c < match->trigger ? mode_before(s, c) : mode_behind(s, c);
  return mode;
}

ng_mode
ng_noun_mode(const ng_syntax *s, uint32_t noun)
{
  ng_mode mode = NG_MODE_NONE;
  if (ng_unit_is(s, noun,
                 "videoconference videolink video-link teleconference"))
    return NG_VIDEO;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun && !mode;
       c = s->next[c])
    mode = mode_before(s, c);
  return mode;
}
