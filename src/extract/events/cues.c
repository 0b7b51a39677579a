/* cues.c - what hangs on a word and lowers what it tells: auxiliaries,
 * adverbs, adjectives, markers. */
#include "extract/events/standing.h"

/* Has the clause a condition: "if", "unless"? */
static bool
is_conditional(const ng_syntax *s, uint32_t verb)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_ADVCL &&
        ng_child_word(s, c, NG_REL_MARK, "if unless") != NG_NONE)
      return true;
  return false;
}

/* "announced that he would resign", "said it would withdraw": told in the past,
 * "will" is "would".  What one says that others would do is but a guess. */
static bool
is_future_in_past(const ng_syntax *s, uint32_t would)
{
  uint32_t verb = ng_unit_at(s, would)->head;
  if (verb == NG_NONE || ng_unit_relation(s, verb) != NG_REL_CCOMP ||
      ng_child_word(s, verb, NG_REL_AUX, "have") != NG_NONE ||
      is_conditional(s, verb))
    return false;
  uint32_t told = ng_unit_at(s, verb)->head;
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  bool own = subject != NG_NONE && ng_unit_is(s, subject, "he she it they");
  if (told == NG_NONE || (ng_unit_at(s, told)->xpos != NG_XPOS_VBD &&
                          ng_unit_at(s, told)->xpos != NG_XPOS_VBN))
    return false;
  return ng_unit_is(s, told,
                    "announce promise pledge vow agree decide confirm swear") ||
         (own && ng_unit_is(s, told, "say tell add declare reveal insist"));
}

/* "She would later call it a mistake": she did. */
static bool
is_told_ahead(const ng_syntax *s, uint32_t would)
{
  uint32_t verb = ng_unit_at(s, would)->head;
  return verb != NG_NONE && ng_is_verb(s, verb) &&
         ng_unit_is(s, would, "would") &&
         ng_unit_at(s, verb)->head == NG_NONE &&
         ng_child_word(s, verb, NG_REL_ADVMOD,
                       "later subsequently eventually") != NG_NONE &&
         ng_child_word(s, verb, NG_REL_AUX, "have") == NG_NONE &&
         !is_conditional(s, verb);
}

void
ng_auxiliary_cue(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (is_told_ahead(s, unit))
    return;
  if (ng_unit_is(s, unit, "will shall 'll ’ll wo sha") ||
      (ng_unit_is(s, unit, "would 'd") && is_future_in_past(s, unit)))
    ng_footing_combine(f, NG_SCHEDULED);
  else if (ng_unit_is(s, unit, "may might could can would 'd"))
    ng_footing_combine(f, NG_POSSIBLE);
  else if (ng_unit_is(s, unit, "should must ought"))
    ng_footing_combine(f, NG_DESIRED);
}

/* "almost bombed": it did not; but "almost all bombed". */
static bool
falls_short(const ng_syntax *s, uint32_t unit)
{
  uint32_t head = ng_unit_at(s, unit)->head;
  return head == unit + 1 && ng_is_verb(s, head) &&
         ng_unit_is(s, unit, "almost nearly");
}

/* "not only attacked", "did not just attack": it did. */
static bool
is_not_only(const ng_syntax *s, uint32_t unit)
{
  return unit + 1 < s->doc->units.n && ng_unit_is(s, unit, "not n't n’t") &&
         ng_unit_is(s, unit + 1, "only just merely simply solely");
}

/* "did not attack until Friday": then it did. */
static bool
is_not_until(const ng_syntax *s, uint32_t unit)
{
  uint32_t verb = ng_unit_at(s, unit)->head;
  if (!ng_is_verb(s, verb) || !ng_unit_is(s, unit, "not n't n’t"))
    return false;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > verb && ng_is_behind(s, c, "until till"))
      return true;
  return false;
}

static void
adverb(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (is_not_only(s, unit))
    return;
  if (is_not_until(s, unit)) {
    ng_footing_combine(f, NG_POSSIBLE);
    return;
  }
  if (ng_unit_is(s, unit, "not n't n’t never no neither nor hardly scarcely") ||
      falls_short(s, unit))
    f->negative = !f->negative;
  else if (ng_unit_is(s, unit,
                      "reportedly allegedly purportedly supposedly "
                      "apparently ostensibly"))
    f->certainty = NG_ALLEGED;
  else if (ng_unit_is(s, unit,
                      "possibly perhaps maybe potentially "
                      "conceivably probably likely presumably"))
    ng_footing_combine(f, NG_POSSIBLE);
}

static void
adjective(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (ng_unit_is(s, unit,
                 "planned scheduled upcoming forthcoming coming "
                 "future next expected anticipated imminent pending "
                 "impending looming"))
    ng_footing_combine(f, NG_SCHEDULED);
  else if (ng_unit_is(s, unit, "proposed draft"))
    ng_footing_combine(f, NG_PROPOSED);
  else if (ng_unit_is(s, unit,
                      "possible potential prospective hypothetical mock "
                      "simulated fictional fictitious imaginary fake "
                      "threatened feared likely further new"))
    ng_footing_combine(f, ng_unit_is(s, unit, "further new") ? NG_OCCURRED
                                                             : NG_POSSIBLE);
  else if (ng_unit_is(s, unit,
                      "alleged suspected reported supposed purported "
                      "accused so-called"))
    f->certainty = NG_ALLEGED;
  else if (ng_unit_is(s, unit, "cancelled canceled aborted scrapped"))
    ng_footing_combine(f, NG_CANCELLED);
  else if (ng_unit_is(s, unit, "postponed delayed"))
    ng_footing_combine(f, NG_POSTPONED);
  else if (ng_unit_is(s, unit, "ongoing current continuing"))
    f->course = f->course == NG_OCCURRED ? NG_ONGOING : f->course;
  else if (ng_unit_is(s, unit, "stalled frozen deadlocked suspended"))
    f->course = f->course == NG_OCCURRED ? NG_STALLED : f->course;
  else if (ng_unit_is(s, unit, "attempted failed"))
    f->negative = true;
}

/* "until it attacks", "in case it attacks", "as long as it attacks": what is
 * told in the present is yet to come, if it ever does. */
static bool
is_awaited(const ng_syntax *s, uint32_t mark)
{
  uint32_t verb = ng_unit_at(s, mark)->head;
  if (verb == NG_NONE || ng_unit_relation(s, verb) != NG_REL_ADVCL)
    return false;
  uint8_t xpos = ng_unit_at(s, verb)->xpos;
  bool present = xpos == NG_XPOS_VBZ || xpos == NG_XPOS_VBP ||
                 ng_child_word(s, verb, NG_REL_AUX, "has have") != NG_NONE ||
                 ng_child_word(s, verb, NG_REL_AUX_PASS, "is are") != NG_NONE;
  uint32_t head = ng_unit_at(s, verb)->head;
  bool long_as = ng_unit_is(s, mark, "as") && head != NG_NONE &&
                 ng_unit_is(s, head, "long soon");
  return present && (ng_unit_is(s, mark, "until before once case") || long_as ||
                     ng_child_word(s, mark, NG_REL_FIXED, "case") != NG_NONE);
}

/* "instead of", "rather than" going; not "resisted, instead saying". */
static bool
is_in_place_of(const ng_syntax *s, uint32_t unit)
{
  return ng_unit_is(s, unit, "instead rather") && unit + 1 < s->doc->units.n &&
         ng_unit_is(s, unit + 1, "of than");
}

static void
marker(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (is_awaited(s, unit))
    ng_footing_combine(f, NG_POSSIBLE);
  if (ng_unit_is(s, unit, "if unless whether provided lest")) {
    ng_footing_suppose(f);
  } else if (ng_unit_is(s, unit, "without") || is_in_place_of(s, unit)) {
    f->negative = !f->negative;
  } else if (ng_unit_is(s, unit, "ahead"))
    ng_footing_combine(f, NG_SCHEDULED);
}

/* "its objection to Sweden joining NATO": not said to have happened. The name
 * is part of the objection, or the subject of what it is to. */
static bool
is_of_a_name(const ng_syntax *s, uint32_t verb)
{
  static const char *const behind = "to of about against on for";
  uint32_t noun = ng_unit_at(s, verb)->head;
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  uint8_t label = ng_unit_at(s, verb)->label;
  if (subject != NG_NONE && ng_is_behind(s, subject, behind))
    return true;
  if (label == NG_REL_ADVCL && verb > 0)
    noun = verb - 1; /* or so a parser has it */
  else if (label != NG_REL_ACL || noun == NG_NONE)
    return false;
  noun = ng_first_conjunct(s, noun);
  return s->mention[noun] != NG_NONE &&
         ng_unit_relation(s, noun) == NG_REL_NMOD &&
         ng_is_behind(s, noun, behind);
}

/* "has nothing to do with killing": an -ing form behind such a preposition, or
 * as a subject, is but an idea. */
bool
ng_is_idea(const ng_syntax *s, uint32_t unit)
{
  if (ng_unit_at(s, unit)->xpos != NG_XPOS_VBG)
    return false;
  if (ng_unit_relation(s, unit) == NG_REL_CSUBJ || is_of_a_name(s, unit))
    return true;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c < unit &&
        (ng_unit_relation(s, c) == NG_REL_MARK ||
         ng_unit_relation(s, c) == NG_REL_CASE) &&
        ng_unit_is(s, c, "of with about to against from at on") &&
        !(ng_unit_is(s, c, "with") && /* "with Britain saying that" */
          ng_child(s, unit, NG_REL_NSUBJ) != NG_NONE))
      return true;
  return false;
}

bool
ng_is_determined(const ng_syntax *s, uint32_t unit)
{
  uint32_t det = ng_child(s, unit, NG_REL_DET);
  return (det != NG_NONE && ng_unit_is(s, det, "the this that these those")) ||
         ng_child_label(s, unit, NG_REL_NMOD_POSS) != NG_NONE;
}

bool
ng_is_infinitive(const ng_syntax *s, uint32_t unit)
{
  /* "due to attack", "due to be attacked", whatever the parser hangs the "to"
   * on */
  if ((unit > 0 && ng_unit_at(s, unit)->xpos == NG_XPOS_VB &&
       ng_unit_is(s, unit - 1, "to")) ||
      (unit > 1 && ng_unit_at(s, unit)->xpos == NG_XPOS_VBN &&
       ng_str_equal(ng_unit_text(s, unit - 1), NG_LIT("be")) &&
       ng_unit_is(s, unit - 2, "to")))
    return true;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c < unit && ng_unit_is(s, c, "to") &&
        (ng_unit_relation(s, c) == NG_REL_MARK ||
         ng_unit_at(s, c)->upos == NG_PART))
      return true;
  return false;
}

/* "in a simulation", "in the film": nowhere else. */
static bool
is_made_up(const ng_syntax *s, uint32_t unit)
{
  return ng_is_behind(s, unit, "in during") &&
         ng_unit_is(s, unit,
                    "film movie novel simulation theory scenario dream drill "
                    "comedy sketch parody episode fiction rehearsal game");
}

/* "in case it attacks", "in the event that it attacks" */
static bool
is_in_case(const ng_syntax *s, uint32_t verb)
{
  enum { FAR = 6 };
  for (uint32_t u = verb; u-- > 1 && verb - u <= FAR;) {
    if (ng_unit_at(s, u)->upos == NG_PUNCT)
      return false;
    if (ng_unit_is(s, u, "case") && ng_unit_is(s, u - 1, "in"))
      return true;
    if (ng_unit_is(s, u, "event") && u > 1 && ng_unit_is(s, u - 1, "the") &&
        ng_unit_is(s, u - 2, "in"))
      return true;
  }
  return false;
}

/* "was not behind the attack", "was not the first attack": there was one; but
 * who "is not in talks" holds none. */
static bool
is_there(const ng_syntax *s, uint32_t noun)
{
  if (ng_is_verb(s, noun))
    return false;
  return (ng_child(s, noun, NG_REL_COP) != NG_NONE &&
          ng_is_behind(s, noun, "behind about")) ||
         ng_child_word(s, noun, NG_REL_AMOD,
                       "first second third last only latest worst") != NG_NONE;
}

/* "all but attacked it": it did not. */
static bool
is_all_but(const ng_syntax *s, uint32_t verb)
{
  return verb >= 2 && ng_is_verb(s, verb) && ng_unit_is(s, verb - 1, "but") &&
         ng_unit_is(s, verb - 2, "all");
}

bool
ng_is_yet_to(const ng_syntax *s, uint32_t verb)
{
  bool be = false;
  for (uint32_t c = s->child[verb]; c != NG_NONE && c < verb; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (r == NG_REL_AUX || r == NG_REL_COP)
      be |= ng_unit_is(s, c, "is are was were 's 're");
    else if (be && r == NG_REL_MARK && ng_unit_is(s, c, "to"))
      return true;
  }
  return false;
}

/* "had Serbia recognised it, the talks would have gone on": it did not. */
static bool
is_inverted(const ng_syntax *s, uint32_t verb)
{
  uint32_t aux = ng_child(s, verb, NG_REL_AUX);
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  ng_relation r = ng_unit_relation(s, verb);
  return aux != NG_NONE && subject != NG_NONE && aux < subject &&
         subject < verb && ng_unit_is(s, aux, "had should were") &&
         (r == NG_REL_ADVCL || r == NG_REL_CCOMP);
}

/* "It will be explained when X visits", "could begin after they meet": what is
 * told in the present with what is to come is to come, too. */
static bool
is_told_with_plan(const ng_syntax *s, uint32_t verb)
{
  static const char when[] = "when after once";
  const ng_unit *u = ng_unit_at(s, verb);
  uint32_t sentence = ng_unit_sentence(s->doc, verb);
  if (u->label != NG_REL_ADVCL ||
      (u->xpos != NG_XPOS_VBZ && u->xpos != NG_XPOS_VBP) ||
      s->doc->sentences.at[sentence].flags & NG_SENTENCE_HEADLINE)
    return false;
  return (ng_child_word(s, verb, NG_REL_MARK, when) != NG_NONE ||
          ng_child_word(s, verb, NG_REL_ADVMOD, when) != NG_NONE) &&
         (ng_is_yet_to(s, u->head) ||
          ng_child_word(s, u->head, NG_REL_AUX,
                        "will would could may might shall 'll ’ll") != NG_NONE);
}

/* "is visiting": it goes on; "was visiting" is over, but for "said that it
 * was".
 */
static void
progressive(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  bool be = false, being = false, was = false;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    if (ng_unit_relation(s, c) != NG_REL_AUX)
      continue;
    be |= ng_unit_is(s, c, "be is are 's 're") && !ng_unit_is(s, c, "being");
    was |= ng_unit_is(s, c, "was were");
    being |= ng_unit_is(s, c, "being");
  }
  bool active = ng_unit_at(s, unit)->xpos == NG_XPOS_VBG &&
                !ng_is_passive(s, unit) && !ng_is_idea(s, unit);
  if (!be || (!active && !being))
    return;
  if (f->course == NG_OCCURRED &&
      !(was && !being && ng_unit_relation(s, unit) != NG_REL_CCOMP))
    f->course = NG_ONGOING;
  if (ng_unit_is(s, unit, "go"))
    ng_footing_combine(f, NG_SCHEDULED);
}

/* What hangs on the word and lowers what it tells. */
static void
child_cue(const ng_syntax *s, uint32_t unit, uint32_t c, ng_footing *f)
{
  switch (ng_unit_relation(s, c)) {
  case NG_REL_AUX:
    ng_auxiliary_cue(s, c, f);
    break;
  case NG_REL_COP:
    break;
  case NG_REL_ADVMOD:
    if (!is_there(s, unit))
      adverb(s, c, f);
    break;
  case NG_REL_DET:
    if (ng_unit_is(s, c, "no neither"))
      f->negative = !f->negative;
    break;
  case NG_REL_CC:
    if (ng_unit_is(s, c, "nor neither") || (c < unit && is_in_place_of(s, c)))
      f->negative = !f->negative;
    break;
  case NG_REL_AMOD:
  case NG_REL_COMPOUND:
    adjective(s, c, f);
    break;
  case NG_REL_MARK:
  case NG_REL_CASE:
    marker(s, c, f);
    break;
  case NG_REL_NMOD: /* "In the film, X is a member" */
    if (c < unit && ng_child(s, unit, NG_REL_COP) != NG_NONE &&
        is_made_up(s, c))
      ng_footing_combine(f, NG_POSSIBLE);
    break;
  case NG_REL_OBL:
    if (is_made_up(s, c))
      ng_footing_combine(f, NG_POSSIBLE);
    break;
  default:
    break;
  }
}

/* All that hangs on the word and lowers what it tells, and how it stands. */
void
ng_own_cues(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    child_cue(s, unit, c, f);
  if (ng_is_verb(s, unit) &&
      (ng_is_yet_to(s, unit) || is_told_with_plan(s, unit)))
    ng_footing_combine(f, NG_SCHEDULED);
  if (is_all_but(s, unit))
    f->negative = !f->negative;
  if (is_inverted(s, unit) || (ng_is_verb(s, unit) && is_in_case(s, unit))) {
    ng_footing_suppose(f);
  }
  if (ng_is_verb(s, unit))
    ng_clause_cues(s, unit, f);
  progressive(s, unit, f);
}

/* "an allegation he attacked them": what is alleged, though parsers take it for
 * a relative clause.  That has a gap where this has all its arguments. */
static bool
is_alleged(const ng_syntax *s, uint32_t verb)
{
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  return subject != NG_NONE && !ng_is_relative(s, subject) &&
         ng_child(s, verb, NG_REL_OBJ) != NG_NONE &&
         ng_unit_is(s, ng_unit_at(s, verb)->head,
                    "allegation claim accusation report rumour rumor belief "
                    "suspicion fear suggestion speculation");
}

bool
ng_ends_clause(const ng_syntax *s, uint32_t verb, ng_footing *f)
{
  const ng_unit *u = ng_unit_at(s, verb);
  if (u->label == NG_REL_ADVCL && u->xpos == NG_XPOS_VBG && verb > 0 &&
      ng_unit_is(s, verb - 1, "while") &&
      ng_unit_is(
          s, verb,
          "deny condemn insist stress acknowledge admit reject criticise "
          "criticize express praise"))
    return true; /* "while denying it, will open" */
  if (u->label != NG_REL_ACL_RELCL && u->label != NG_REL_ADVCL_RELCL)
    return false;
  if (is_alleged(s, verb))
    return false;
  if (verb > 1 && ng_unit_is(s, verb - 1, "to") &&
      ng_unit_is(s, verb - 2, "due set scheduled"))
    ng_footing_combine(f, NG_SCHEDULED); /* "who is due to leave" */
  if (ng_is_cleft(s, u->head))
    ng_own_cues(s, u->head, f);
  return ng_child_word(s, verb, NG_REL_MARK, "that") == NG_NONE ||
         ng_child(s, verb, NG_REL_NSUBJ) == NG_NONE;
}
