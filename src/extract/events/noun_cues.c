/* noun_cues.c - what is said of a happening that a noun names, named as it may
 * be with "the": that it would be, that it did not come, that it is close.
 */
#include "extract/events/standing.h"

/* "would", "may", of the word: not "would have been". */
static void
auxiliaries(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (ng_child_word(s, unit, NG_REL_AUX, "have 've ’ve") != NG_NONE)
    return;
  for (uint32_t c = s->child[unit]; c != NG_NONE && c < unit; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_AUX)
      ng_auxiliary_cue(s, c, f);
}

/* "The arrest did not take place", "... never came": there was none. */
static void
happens(const ng_syntax *s, uint32_t noun, uint32_t verb, ng_footing *f)
{
  if (!ng_unit_is(s, verb,
                  "take happen occur come materialise materialize proceed "
                  "follow eventuate"))
    return;
  if (ng_is_denied(s, verb) &&
      ng_is_determined(s, noun)) /* else heard already */
    f->negative = !f->negative;
  auxiliaries(s, verb, f);
}

/* "The arrest would be a mistake", "... is out of the question". */
static void
is_called(const ng_syntax *s, uint32_t predicate, ng_footing *f)
{
  auxiliaries(s, predicate, f);
  if (ng_unit_is(s, predicate,
                 "unthinkable impossible inconceivable improbable unlikely") ||
      (ng_unit_is(s, predicate, "question") &&
       ng_is_behind(s, predicate, "out of")))
    ng_footing_apply(f, NG_DOUBTS);
}

/* What is said of the noun as a subject. */
static void
subject(const ng_syntax *s, uint32_t noun, uint32_t head, ng_footing *f)
{
  uint32_t what = ng_child(s, head, NG_REL_XCOMP);
  if (ng_child(s, head, NG_REL_COP) != NG_NONE)
    is_called(s, head, f);
  else if (ng_child(s, head, NG_REL_EXPL) != NG_NONE)
    ng_own_cues(s, head, f); /* "if there is" */
  else
    happens(s, noun, head, f);
  if (what != NG_NONE && ng_unit_is(s, head, "remain be stay") &&
      ng_unit_is(s, what,
                 "possibility option threat danger risk dream goal aim "
                 "prospect hope"))
    ng_footing_combine(f, NG_POSSIBLE);
}

/* "in the event of an attack", "talk of an attack", "close to a deal". */
static void
behind(const ng_syntax *s, uint32_t noun, uint32_t head, ng_footing *f)
{
  bool in_case = ng_is_behind(s, noun, "of") &&
                 ng_unit_is(s, head, "event case") &&
                 ng_is_behind(s, head, "in");
  if (in_case)
    f->conditional = true;
  if (in_case ||
      (ng_is_behind(s, noun, "of") &&
       ng_str_equal(ng_unit_text(s, head), NG_LIT("talk"))) ||
      (ng_is_behind(s, noun, "to") && ng_unit_is(s, head, "close near")) ||
      (ng_is_behind(s, noun, "for") &&
       ng_unit_is(s, head, "money fund means resource power authority")))
    ng_footing_combine(f, NG_POSSIBLE);
  if ((ng_is_behind(s, noun, "towards toward") &&
       ng_unit_is(s, head, "work strive move push progress step path road")) ||
      (ng_unit_relation(s, noun) == NG_REL_OBJ &&
       ng_unit_is(s, head, "negotiate") &&
       ng_unit_at(s, head)->xpos == NG_XPOS_VBG))
    ng_footing_combine(f, NG_DESIRED);
}

void
ng_noun_cues(const ng_syntax *s, uint32_t noun, ng_footing *f)
{
  uint32_t head = ng_unit_at(s, noun)->head;
  if (ng_child(s, noun, NG_REL_COP) != NG_NONE &&
      ng_is_behind(s, noun, "against towards toward near"))
    ng_footing_combine(f, NG_POSSIBLE); /* "is against a deal" */
  if (head == NG_NONE)
    return;
  if (ng_unit_relation(s, noun) == NG_REL_NSUBJ)
    subject(s, noun, head, f);
  else
    behind(s, noun, head, f);
}
