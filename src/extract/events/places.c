/* places.c - where a common noun is. */
#include "extract/events/fillers.h"

/* What is named by what is in it or near it. */
static const char places[] =
    "city town village province region district island capital port area state "
    "country republic valley suburb county municipality settlement peninsula "
    "territory neighbourhood neighborhood airport base prison jail camp square "
    "hospital university school market headquarters border coast embassy "
    "consulate parliament outskirts part south north east west centre center";

static bool
tells_place(const ng_syntax *s, uint32_t child, bool known)
{
  ng_relation r = ng_unit_relation(s, child);
  uint32_t preposition = ng_preposition(s, child);
  if (preposition == NG_NONE)
    return known && (r == NG_REL_APPOS || r == NG_REL_FLAT ||
                     r == NG_REL_COMPOUND || r == NG_REL_NMOD);
  return (r == NG_REL_NMOD || r == NG_REL_OBL) &&
         ng_unit_is(s, preposition, known ? "of in at near" : "in near");
}

/* The place that a name at the noun tells: one behind it rather than one
 * before, "the US capital city of Washington"; *next: a noun that may tell it.
 */
static bool
add_named_place(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                uint32_t noun, uint32_t *next)
{
  const ng_syntax *s = &m->syntax;
  bool known = ng_unit_is(s, noun, places);
  for (int behind = 1; behind >= 0; behind--)
    for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
      if ((c > noun) != behind || !tells_place(s, c, known))
        continue;
      if (!ng_is_named(m, c))
        *next = c;
      else if (ng_match_add_mention(m, match, slot, s->mention[c]))
        return true;
    }
  return false;
}

bool
ng_match_add_place_of(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                      uint32_t unit)
{
  enum { DEPTH = 2 };
  uint32_t next = unit;
  for (int i = 0; i < DEPTH && next != NG_NONE; i++) {
    unit = next;
    next = NG_NONE;
    if (add_named_place(m, match, slot, unit, &next))
      return true;
  }
  return false;
}
