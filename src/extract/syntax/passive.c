/* passive.c - verbs whose subject suffers what they tell. */
#include "extract/syntax/syntax.h"

bool
ng_is_lost_root(const ng_syntax *s, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(s, unit);
  for (uint32_t i = unit; u->head != NG_NONE && i-- > u->head + 1;)
    if (unit - u->head > 6 || ng_unit_at(s, i)->upos == NG_PUNCT)
      return false;
  return (u->label == NG_REL_ACL || u->label == NG_REL_AMOD) &&
         u->head != NG_NONE && u->head < unit &&
         ng_unit_at(s, u->head)->head == NG_NONE &&
         s->mention[u->head] != NG_NONE &&
         ng_child(s, u->head, NG_REL_COP) == NG_NONE;
}

/* Verbs that want an object: without one they are passive. */
static const char done_to[] =
    "criticize criticise condemn arrest kill charge accuse convict sentence "
    "jail detain attack blame wound injure sack dismiss fire elect name "
    "appoint murder shoot stab kidnap abduct expel deport suspend ban fine "
    "slam denounce execute oust bomb release free extradite acquit imprison "
    "hospitalise hospitalize torture beat";

/* "NAME elected leader", "NAME named chief": an office without an article is
 * what somebody becomes. */
static bool
is_made_something(const ng_syntax *s, uint32_t verb)
{
  uint32_t object = ng_child(s, verb, NG_REL_OBJ);
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  if (object == NG_NONE || subject == NG_NONE || object < verb ||
      !ng_unit_is(s, verb, "elect re-elect name appoint nominate") ||
      !ng_unit_is_person(s, subject) || s->mention[object] != NG_NONE ||
      ng_unit_at(s, object)->xpos != NG_XPOS_NN)
    return false;
  return ng_child(s, object, NG_REL_DET) == NG_NONE &&
         (ng_child_label(s, object, NG_REL_NMOD_POSS) == NG_NONE ||
          ng_child_word(s, object, NG_REL_AMOD, "new next") != NG_NONE);
}

/* "Minister criticised after speech", "Two arrested in Paris": headlines leave
 * out "was". */
bool
ng_is_passive_headline(const ng_syntax *s, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(s, unit);
  return u->head == NG_NONE &&
         (u->xpos == NG_XPOS_VBD || u->xpos == NG_XPOS_VBN) &&
         (s->doc->sentences.at[u->sentence].flags & NG_SENTENCE_HEADLINE) &&
         (ng_child(s, unit, NG_REL_OBJ) == NG_NONE ||
          is_made_something(s, unit)) &&
         ng_child(s, unit, NG_REL_CCOMP) == NG_NONE &&
         ng_child(s, unit, NG_REL_AUX) == NG_NONE &&
         ng_unit_is(s, unit, done_to);
}

static bool
has_passive(const ng_syntax *s, uint32_t unit)
{
  return ng_child_label(s, unit, NG_REL_AUX_PASS) != NG_NONE ||
         ng_child_label(s, unit, NG_REL_NSUBJ_PASS) != NG_NONE;
}

/* "was arrested and charged": both. */
static bool
is_joined_passive(const ng_syntax *s, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(s, unit);
  return u->label == NG_REL_CONJ &&
         (u->xpos == NG_XPOS_VBN ||
          (u->xpos == NG_XPOS_VBD && ng_unit_is(s, unit, done_to))) &&
         u->head != NG_NONE && has_passive(s, u->head) &&
         ng_unit_at(s, u->head)->xpos == NG_XPOS_VBN &&
         ng_child(s, unit, NG_REL_AUX) == NG_NONE &&
         ng_child(s, unit, NG_REL_NSUBJ) == NG_NONE &&
         ng_child(s, unit, NG_REL_OBJ) == NG_NONE;
}

/* "when asked about it" */
static bool
is_bare_clause(const ng_syntax *s, uint32_t unit)
{
  static const char words[] = "when if once as though unless until";
  const ng_unit *u = ng_unit_at(s, unit);
  return u->label == NG_REL_ADVCL && u->xpos == NG_XPOS_VBN &&
         (ng_child_word(s, unit, NG_REL_MARK, words) != NG_NONE ||
          ng_child_word(s, unit, NG_REL_ADVMOD, words) != NG_NONE) &&
         ng_child(s, unit, NG_REL_OBJ) == NG_NONE &&
         ng_child(s, unit, NG_REL_AUX) == NG_NONE &&
         ng_child(s, unit, NG_REL_NSUBJ) == NG_NONE;
}

bool
ng_is_passive(const ng_syntax *s, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(s, unit);
  if (ng_is_passive_headline(s, unit) || has_passive(s, unit) ||
      is_joined_passive(s, unit))
    return true;
  if (is_bare_clause(s, unit))
    return true;
  /* "the man charged with ...": a participle that hangs on a noun, without an
   * object of its own. */
  return (u->label == NG_REL_ACL || u->label == NG_REL_AMOD) &&
         !ng_is_lost_root(s, unit) &&
         (u->xpos == NG_XPOS_VBN || u->xpos == NG_XPOS_VBD) &&
         ng_child(s, unit, NG_REL_OBJ) == NG_NONE &&
         ng_child(s, unit, NG_REL_NSUBJ) == NG_NONE;
}
