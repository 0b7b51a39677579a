/* titles.c - names behind titles, as parsers hang them. */
#include "extract/events/fillers.h"

/* "appointed NAME prime minister", which parsers take for NAME's minister; or
 * NG_NONE. */
static uint32_t
name_before_title(const ng_syntax *s, uint32_t unit)
{
  uint32_t name = ng_child_label(s, unit, NG_REL_NMOD_POSS);
  return name != NG_NONE && name < unit && ng_unit_is_person(s, name) &&
                 ng_child(s, name, NG_REL_CASE) == NG_NONE &&
                 ng_unit_is(s, unit,
                            "minister president chancellor premier secretary "
                            "governor ambassador director head chairman")
             ? name
             : NG_NONE;
}

uint32_t
ng_titled(const ng_matcher *m, uint32_t unit)
{
  enum { DEPTH = 3 };
  const ng_syntax *s = &m->syntax;
  if (ng_unit_at(s, unit)->upos != NG_PROPN)
    return name_before_title(s, unit);
  for (int i = 0; i < DEPTH && unit != NG_NONE; i++) {
    uint32_t next = NG_NONE;
    for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
      ng_relation r = ng_unit_relation(s, c);
      if (c < unit || ng_preposition(s, c) != NG_NONE ||
          (r != NG_REL_NMOD && r != NG_REL_APPOS && r != NG_REL_FLAT))
        continue;
      if (ng_unit_is_person(s, c))
        return c;
      next = ng_unit_at(s, c)->upos == NG_PROPN ? c : next;
    }
    unit = next;
  }
  return NG_NONE;
}

/* The first unit behind `unit` and what hangs on it: behind "president of the
 * United States". */
static uint32_t
behind_phrase(const ng_syntax *s, uint32_t unit)
{
  enum { FAR = 8 };
  uint32_t next = unit + 1, n = s->doc->units.n;
  while (next < n && next < unit + FAR &&
         ng_unit_at(s, next)->upos != NG_PUNCT) {
    uint32_t up = next;
    while (up != NG_NONE && up > unit)
      up = ng_unit_at(s, up)->head;
    if (up != unit)
      break;
    next++;
  }
  return next;
}

bool
ng_is_title_before_name(const ng_syntax *s, uint32_t unit)
{
  uint32_t n = s->doc->units.n, next = behind_phrase(s, unit);
  while (next < n && (ng_unit_is(s, next, "mr mrs ms dr sir lord lady dame") ||
                      ng_unit_at(s, next)->label == NG_REL_NMOD_DESC))
    next++;
  return next < n &&
         (ng_unit_at(s, unit)->upos == NG_PROPN ||
          ng_unit_is(s, unit,
                     "minister president chancellor premier leader "
                     "king secretary chief director spokesman spokeswoman "
                     "spokesperson governor ambassador envoy commander")) &&
         ng_unit_is_person(s, next) &&
         ng_unit_at(s, next)->head == ng_unit_at(s, unit)->head &&
         ng_unit_at(s, next)->label == ng_unit_at(s, unit)->label;
}
