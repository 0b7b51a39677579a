/* relative.c - what "who" and "which" mean. */
#include "extract/syntax/syntax.h"

bool
ng_is_relative(const ng_syntax *s, uint32_t unit)
{
  uint8_t xpos = ng_unit_at(s, unit)->xpos;
  return xpos == NG_XPOS_WDT || xpos == NG_XPOS_WP ||
         ng_unit_is(s, unit, "that who which whom");
}

bool
ng_is_cleft(const ng_syntax *s, uint32_t noun)
{
  uint32_t it = ng_child(s, noun, NG_REL_EXPL);
  if (it == NG_NONE)
    it = ng_child(s, noun, NG_REL_NSUBJ);
  return it != NG_NONE && ng_unit_is(s, it, "it") &&
         ng_child(s, noun, NG_REL_COP) != NG_NONE;
}

/* What the relative clause of `verb` says something about, or NG_NONE. */
static uint32_t
antecedent(const ng_syntax *s, uint32_t verb)
{
  enum { DEPTH = 6 };
  for (int i = 0; i < DEPTH && verb != NG_NONE; i++) {
    const ng_unit *u = ng_unit_at(s, verb);
    if (u->label == NG_REL_ACL_RELCL ||
        (u->label == NG_REL_ADVCL_RELCL && ng_is_cleft(s, u->head)))
      return u->head;
    if (u->label != NG_REL_CONJ && u->label != NG_REL_XCOMP)
      return NG_NONE;
    verb = u->head;
  }
  return NG_NONE;
}

/* "the head of the company, NAME, who is on trial", which parsers hang on the
 * company: the person right before "who". */
static uint32_t
person_before(const ng_syntax *s, uint32_t who, uint32_t noun)
{
  uint32_t name = who;
  /* "states fighting Maoists who": no state is "who" */
  if (who > noun + 1 && ng_unit_is(s, who, "who") &&
      ng_unit_is(s, noun,
                 "state country nation region province city town village") &&
      (ng_unit_at(s, who - 1)->upos == NG_NOUN ||
       ng_unit_at(s, who - 1)->upos == NG_PROPN))
    return who - 1;
  if (s->mention[noun] == NG_NONE || ng_unit_is_person(s, noun) ||
      !ng_unit_is(s, who, "who"))
    return noun;
  while (name > noun + 1 && ng_unit_at(s, name - 1)->upos == NG_PUNCT)
    name--;
  return name > noun + 1 && ng_unit_is_person(s, name - 1) ? name - 1 : noun;
}

/* "an adviser for Labour, which denies it": no person is "which". */
static uint32_t
thing_below(const ng_syntax *s, uint32_t which, uint32_t noun)
{
  if (!ng_unit_is(s, which, "which") ||
      !ng_unit_is(s, noun,
                  "adviser advisor leader minister president member official "
                  "spokesman spokeswoman chairman director head founder "
                  "candidate ambassador envoy representative secretary chief"))
    return noun;
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (c > noun && c < which && ng_unit_relation(s, c) == NG_REL_NMOD)
      return c;
  return noun;
}

uint32_t
ng_relative_means(const ng_syntax *s, uint32_t verb, uint32_t unit)
{
  uint32_t noun = ng_is_relative(s, unit) ? antecedent(s, verb) : NG_NONE;
  return noun == NG_NONE ? NG_NONE
                         : thing_below(s, unit, person_before(s, unit, noun));
}
