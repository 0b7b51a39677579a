/* outward.c - from a trigger outward: what each word that governs it
 * does to what it tells. */
#include "extract/events/standing.h"

/* Does the relation carry the governor's effect inward? */
static bool
carries(ng_relation r)
{
  return r == NG_REL_XCOMP || r == NG_REL_CCOMP || r == NG_REL_OBJ ||
         r == NG_REL_ACL || r == NG_REL_NMOD || r == NG_REL_OBL ||
         r == NG_REL_NSUBJ || r == NG_REL_CONJ || r == NG_REL_ADVCL ||
         r == NG_REL_CSUBJ || r == NG_REL_APPOS || r == NG_REL_IOBJ;
}

/* "To attend the summit": whoever has yet to attend it speaks of one to come,
 * named though it is; "to protest the invasion" speaks of one that was. */
static bool
brings_about(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_is(s, verb,
                    "attend hold host organize organise arrange convene stage "
                    "chair join");
}

/* What the denial `head` does to the noun `unit`; nothing where it leaves no
 * doubt that there was what it names. */
static ng_effect
effect_of_denial(const ng_syntax *s, uint32_t unit, uint32_t head, bool is_said)
{
  if (is_said)
    return NG_SAYS_NOTHING; /* "rejected the accusation": it was made */
  if (ng_unit_is(s, head, "stop halt") && ng_is_infinitive(s, head) &&
      ng_is_determined(s, unit))
    return NG_SAYS_NOTHING; /* "did nothing to stop the attack" */
  if (ng_unit_is(s, head, "deny dismiss refute"))
    return NG_ALLEGES; /* "denied the attack": somebody says that there was one
                        */
  if (!ng_unit_is(s, head, "oppose reject resist decry protest veto"))
    return NG_DENIES;
  /* "opposed the invasion": there was one */
  return ng_is_determined(s, unit) ? NG_SAYS_NOTHING : NG_MAKES_POSSIBLE;
}

/* "had killed", "was seized": told as a fact. */
static bool
is_told_as_past(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_at(s, verb)->xpos == NG_XPOS_VBD ||
         ng_child_word(s, verb, NG_REL_AUX, "had has have did was were") !=
             NG_NONE ||
         ng_child_word(s, verb, NG_REL_AUX_PASS, "was were been") != NG_NONE;
}

/* "Officials told AFP that ...", "insisted that they had left": said, neither
 * wanted nor proposed as "told them to leave" is. */
static bool
is_only_said(const ng_syntax *s, uint32_t unit, uint32_t head)
{
  if (ng_unit_relation(s, unit) != NG_REL_CCOMP)
    return false;
  return ng_unit_is(s, head, "tell remind ask instruct") ||
         (ng_unit_is(s, head, "insist suggest agree decide press offer") &&
          is_told_as_past(s, unit));
}

/* "It would have been the first time that they met": as far as that is. */
static bool
is_time_of(const ng_syntax *s, uint32_t at, uint32_t head, ng_footing *f)
{
  if (!ng_is_verb(s, at) || ng_is_infinitive(s, at) ||
      !ng_unit_is(s, head, "time"))
    return false;
  ng_own_cues(s, head, f);
  return true;
}

/* "issued a statement to condemn", "took to Twitter to say": the words are it.
 */
static bool
is_uttering(const ng_syntax *s, uint32_t head)
{
  static const char words[] =
      "statement message letter tweet speech communique declaration conference "
      "resolution post note video address";
  static const char shows[] = "protest demonstration rally march strike street "
                              "sit-in vigil";
  if (!ng_is_verb(s, head))
    return ng_unit_is(s, head, words);
  if (ng_unit_is(s, head, "march rally demonstrate protest strike"))
    return true; /* "marched to demand it" */
  if (!ng_unit_is(s, head,
                  "issue release publish post make deliver write "
                  "send hold give use take sign stage organise organize"))
    return false;
  for (uint32_t c = s->child[head]; c != NG_NONE; c = s->next[c])
    if (c > head && (ng_unit_is(s, c, words) || ng_unit_is(s, c, shows) ||
                     ng_unit_is(s, c, "twitter telegram facebook")))
      return true;
  return false;
}

/* "voted to elect X": by the vote itself. */
static bool
is_by_vote(const ng_syntax *s, uint32_t verb, uint32_t head)
{
  return ng_unit_is(s, head, "vote") &&
         ng_unit_is(s, verb,
                    "elect re-elect reelect reject condemn approve "
                    "adopt ratify pass impeach acquit override impose "
                    "extend renew");
}

/* What a verb does to an infinitive that tells what it is for. */
static ng_effect
effect_on_purpose(const ng_syntax *s, ng_relation r, uint32_t head, ng_effect e)
{
  if (e == NG_SAYS_NOTHING)
    return NG_DESIRES; /* "flew to Brussels to sign": not yet signed */
  /* "gave them until Monday to withdraw", "has to leave": not yet */
  if (e == NG_KEEPS && ng_is_verb(s, head) &&
      ng_unit_is(s, head,
                 "have hold conduct launch stage make take give issue "
                 "see reach secure ensure forge pursue organize "
                 "organise join attend host announce"))
    return NG_DESIRES;
  if (r != NG_REL_ADVCL)
    return e;
  /* "came to Iraq to fight" */
  bool comes = e == NG_KEEPS && ng_unit_is(s, head, "come go move") &&
               ng_child(s, head, NG_REL_OBL) != NG_NONE;
  /* "blocked the road to press their demands" */
  bool denies = (e == NG_DENIES || e == NG_STOPS || e == NG_POSTPONES) &&
                ng_child(s, head, NG_REL_OBJ) != NG_NONE;
  return comes || denies ? NG_DESIRES : e;
}

/* "did not concede and vowed to fight": auxiliaries of a form that the verb
 * joined to theirs has not are not its own. */
static bool
has_own_tense(const ng_syntax *s, uint32_t conjunct, uint32_t first)
{
  uint8_t xpos = ng_unit_at(s, conjunct)->xpos;
  return (xpos == NG_XPOS_VBD || xpos == NG_XPOS_VBZ) &&
         ng_unit_at(s, first)->xpos != xpos;
}

/* To the first of what is joined.  A conjunct shares what stands before the
 * first, if it has none. */
static bool
step_aside(const ng_syntax *s, uint32_t *at, bool noun, ng_footing *f)
{
  bool negative = f->negative;
  uint32_t but = ng_child(s, *at, NG_REL_CC);
  if (!noun && ng_child(s, *at, NG_REL_NSUBJ) != NG_NONE)
    return false;
  uint32_t conjunct = *at;
  *at = ng_unit_at(s, *at)->head;
  if (!noun && !has_own_tense(s, conjunct, *at))
    ng_own_cues(s, *at, f);
  if (but != NG_NONE && ng_unit_is(s, but, "but yet nor"))
    f->negative = negative; /* "did not meet but spoke", "neither ... nor" */
  return true;
}

/* "would help by sending troops": as far off as what it helps. */
static bool
is_means(const ng_syntax *s, uint32_t verb)
{
  static const char marks[] = "by in while when with";
  return ng_unit_at(s, verb)->xpos == NG_XPOS_VBG &&
         (ng_child_word(s, verb, NG_REL_MARK, marks) != NG_NONE ||
          ng_child_word(s, verb, NG_REL_CASE, marks) != NG_NONE);
}

/* The auxiliaries of the verb that a gerund hangs on bear on it, too. */
static void
share_modality(const ng_syntax *s, uint32_t verb, ng_footing *f)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_AUX)
      ng_auxiliary_cue(s, c, f);
}
static const char after[] = "after following";

/* "agreed to resume the talks after a summit": who so decided had met; "will
 * resume them after a summit" says nothing of the kind. */
static bool
is_occasion(const ng_syntax *s, uint32_t noun, uint32_t head)
{
  uint32_t verb = ng_is_verb(s, head) ? head : ng_unit_at(s, head)->head;
  ng_relation r = verb == NG_NONE ? NG_REL_ROOT : ng_unit_relation(s, verb);
  if ((r != NG_REL_XCOMP && r != NG_REL_ADVCL) ||
      !ng_is_behind(s, noun, after) || !ng_is_infinitive(s, verb))
    return false;
  uint32_t decided = ng_unit_at(s, verb)->head;
  return decided != NG_NONE && is_told_as_past(s, decided) &&
         ng_unit_is(s, decided,
                    "agree decide vow pledge promise refuse decline begin "
                    "start resolve");
}

/* A step from a word to the one that it hangs on. */
typedef struct {
  const ng_matcher *m;
  const ng_syntax *s;
  uint32_t at, head;
  ng_relation r;
  bool noun;       /* is it a noun? */
  bool is_said;    /* is it an act of speaking? */
  bool infinitive; /* has it a "to"? */
  bool shown;      /* is it what somebody or something shows? */
} step;

/* "ruled out sending troops", "refrained from sending any", "is interested in
 * sending them": a gerund right behind the verb and its particle, or "from", is
 * its object, which parsers may take for an adverbial clause. */
static bool
is_gerund_object(const ng_syntax *s, uint32_t verb, uint32_t head)
{
  if (ng_unit_at(s, verb)->xpos != NG_XPOS_VBG || verb <= head)
    return false;
  if (ng_child_word(s, verb, NG_REL_MARK, "from") != NG_NONE ||
      ng_child_word(s, verb, NG_REL_CASE, "from") != NG_NONE ||
      ng_unit_is(s, head, "interested successful unsuccessful"))
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c < verb)
      return false;
  return verb == head + 1 ||
         (verb == head + 2 &&
          ng_unit_at(s, head + 1)->label == NG_REL_COMPOUND_PRT);
}

/* "not true that X attacked", which may be taken for an adverbial clause. */
static bool
is_that_clause(const ng_syntax *s, uint32_t verb)
{
  return ng_child_word(s, verb, NG_REL_MARK, "that") != NG_NONE;
}

/* Of some verbs the effect depends on whether a gerund or a noun is their
 * object. */
static ng_effect
effect_on_object(const step *t, ng_effect e)
{
  const ng_syntax *s = t->s;
  if (t->r == NG_REL_OBJ && t->noun && !t->is_said &&
      ng_unit_is(s, t->head, "withdraw rescind retract revoke"))
    return NG_STOPS; /* "withdrew his resignation" */
  if (t->r != NG_REL_XCOMP || t->noun || t->infinitive)
    return e;
  if (ng_unit_is(s, t->head, "support back favour favor endorse champion"))
    return NG_DESIRES; /* "supported sending troops" */
  if (ng_unit_is(s, t->head, "oppose resist decry protest"))
    return NG_MAKES_POSSIBLE; /* "opposes sending troops": whether or not */
  if (ng_unit_is(s, t->head, "escape evade dodge miss"))
    return NG_DENIES; /* "escaped being arrested" */
  return e;
}

/* "the first leader to visit it", "became the first leader to visit it": who
 * did so. */
static bool
is_first_to(const step *t)
{
  if (!t->infinitive)
    return false;
  if (t->r == NG_REL_ADVCL && ng_unit_is(t->s, t->head, "become")) {
    uint32_t what = ng_child(t->s, t->head, NG_REL_XCOMP);
    return what != NG_NONE && what < t->at && ng_is_singled_out(t->s, what);
  }
  return (t->r == NG_REL_ACL ||
          (t->r == NG_REL_XCOMP && !ng_is_verb(t->s, t->head))) &&
         ng_is_singled_out(t->s, t->head);
}

/* What the word above does to it; false: nothing, nor does any beyond. */
static bool
find_effect(const step *t, ng_effect *e)
{
  const ng_syntax *s = t->s;
  if ((t->r == NG_REL_NSUBJ && ng_tells_about(s, t->head)) ||
      (t->r == NG_REL_OBL && ng_is_behind(s, t->at, "into at") &&
       ng_unit_is(s, t->head, "look probe delve")))
    return false; /* "look into the attack": there was one */
  *e = ng_governs(s, t->at, t->head, t->r)
           ? ng_effect_of(t->m->lexicon, s, t->head)
           : NG_SAYS_NOTHING;
  if (!t->infinitive && ((t->r == NG_REL_ADVCL && !is_that_clause(s, t->at) &&
                          !ng_unit_is(s, t->head, "short")) ||
                         is_only_said(s, t->at, t->head)))
    return false;
  if (is_first_to(t)) {
    *e = NG_KEEPS;
    return true;
  }
  if (t->infinitive)
    *e =
        (t->is_said && is_uttering(s, t->head)) || is_by_vote(s, t->at, t->head)
            ? NG_KEEPS
            : effect_on_purpose(s, t->r, t->head, *e);
  *e = effect_on_object(t, *e);
  bool stands = ng_is_determined(s, t->at) && !brings_about(s, t->head);
  bool leads = t->noun && !stands &&
               (ng_is_verb(s, t->head) || ng_is_behind(s, t->at, after));
  if (*e == NG_SAYS_NOTHING && !leads)
    return false;
  if (t->noun && t->r == NG_REL_OBJ && ng_unit_is(s, t->head, "call"))
    return false; /* "called the election of X a victory" */
  if (*e != NG_DENIES || !t->noun)
    return true;
  *e = effect_of_denial(s, t->at, t->head, t->is_said);
  return *e != NG_SAYS_NOTHING;
}

/* "may show that it attacked", "did not confirm the attack": whatever becomes
 * of the proof, there may have been one. */
static bool
is_proof(const ng_syntax *s, uint32_t verb, uint32_t shown)
{
  ng_relation r = ng_unit_relation(s, shown);
  if (!ng_is_verb(s, shown) && ng_unit_is(s, verb, "deny dismiss refute"))
    return true;
  return (r == NG_REL_CCOMP || r == NG_REL_OBJ) &&
         ng_unit_is(s, verb,
                    r == NG_REL_OBJ
                        ? "confirm prove"
                        : "show prove demonstrate establish confirm announce");
}

/* "did not expect the attack": it came. */
static bool
is_surprise(const ng_syntax *s, uint32_t verb, uint32_t noun)
{
  return !ng_is_verb(s, noun) && ng_is_determined(s, noun) &&
         ng_unit_is(s, verb, "expect anticipate foresee predict") &&
         ng_is_denied(s, verb);
}

/* "had no choice but to impose it": it had to. */
static bool
is_only_way(const ng_syntax *s, const step *t)
{
  return t->infinitive && ng_unit_is(s, t->head, "choice option alternative") &&
         ng_child_word(s, t->head, NG_REL_DET, "no little") != NG_NONE &&
         t->at > t->head + 2 && ng_unit_is(s, t->head + 1, "but except");
}

/* What the word above does, and all that hangs on it.  Who "did not rule it
 * out" leaves it open; but who "did not fail to" has done it. */
static void
apply_above(step *t, ng_effect e, ng_footing *f)
{
  ng_footing above = *f;
  if (is_only_way(t->s, t)) {
    ng_footing_combine(f, NG_DESIRED);
    return;
  }
  t->shown |= is_proof(t->s, t->head, t->at);
  if (is_surprise(t->s, t->head, t->at))
    return;
  ng_footing_apply(&above, e);
  ng_own_cues(t->s, t->head, &above);
  if (t->shown) {
    if (above.negative != f->negative || above.course != f->course)
      ng_footing_combine(f, NG_POSSIBLE);
    f->certainty = above.certainty;
    return;
  }
  if (e == NG_DENIES && above.negative == f->negative && !f->negative &&
      !ng_unit_is(t->s, t->head, "fail neglect forget avoid lack failure"))
    ng_footing_combine(&above, NG_POSSIBLE);
  *f = above;
}

/* "failed to pass a resolution condemning it": what a document does is as far
 * off as the document. */
static bool
is_by_document(const ng_syntax *s, const step *t)
{
  return t->r == NG_REL_ACL && !t->infinitive &&
         ng_unit_at(s, t->at)->xpos == NG_XPOS_VBG &&
         ng_unit_is(s, t->head,
                    "resolution bill law motion decree amendment legislation "
                    "declaration proclamation statement petition letter "
                    "proposal draft "
                    "measure order act text document communique agreement "
                    "treaty deal accord ultimatum");
}

/* "dismissed reports of it": that they are denied tells all. */
static bool
is_denied_talk(const ng_matcher *m, uint32_t noun)
{
  uint32_t verb = ng_unit_at(&m->syntax, noun)->head;
  return m->speech && verb != NG_NONE && m->speech[verb] &&
         ng_unit_at(&m->syntax, noun)->label == NG_REL_OBJ &&
         m->doc->speeches.at[m->speech[verb] - 1].of_talk;
}

/* "a summit hosted by": hosted if and when there is a summit; "a lie that it
 * attacked": it did not. */
static bool
step_off_participle(step *t, ng_footing *f)
{
  const ng_syntax *s = t->s;
  if (ng_unit_is(s, t->at, "broker mediate") || ng_unit_is_person(s, t->head))
    return false; /* "agreed to a truce brokered by", "NAME, appointed in" */
  ng_effect e = ng_effect_of(t->m->lexicon, s, t->head);
  if (ng_child(s, t->at, NG_REL_NSUBJ) != NG_NONE &&
      (e == NG_DENIES || e == NG_DOUBTS || e == NG_ALLEGES))
    ng_footing_apply(f, e);
  ng_own_cues(s, t->head, f);
  t->at = t->head;
  return !ng_is_determined(s, t->head);
}

/* "is due to meet X before holding talks with Y": as far off as that. */
static void
share_plan(const step *t, ng_footing *f)
{
  const ng_syntax *s = t->s;
  bool before = ng_child_word(s, t->at, NG_REL_MARK, "before") != NG_NONE &&
                ng_unit_at(s, t->at)->xpos == NG_XPOS_VBG;
  if (before || is_means(s, t->at)) {
    share_modality(s, t->head, f);
    if (ng_is_yet_to(s, t->head))
      ng_footing_combine(f, NG_SCHEDULED);
  }
  if (!before || !ng_is_infinitive(s, t->head))
    return;
  uint32_t over = ng_unit_at(s, t->head)->head;
  bool due = over == NG_NONE || ng_is_yet_to(s, t->head);
  ng_effect e = due ? NG_SCHEDULES : ng_effect_of(t->m->lexicon, s, over);
  ng_footing_apply(f, e >= NG_DENIES ? NG_MAKES_POSSIBLE : e);
}

/* One word out; false at the end of what bears on the trigger. */
static bool
step_out(step *t, ng_footing *f)
{
  const ng_syntax *s = t->s;
  const ng_unit *u = ng_unit_at(s, t->at);
  ng_effect e;
  t->r = ng_unit_relation(s, t->at);
  t->head = u->head;
  t->noun = !ng_is_verb(s, t->at);
  if (t->head == NG_NONE || !carries(t->r) ||
      is_time_of(s, t->at, t->head, f) || is_denied_talk(t->m, t->head) ||
      ng_is_behind(s, t->at, "according") ||
      (t->noun && is_occasion(s, t->at, t->head)))
    return false;
  if (t->r == NG_REL_CONJ)
    return step_aside(s, &t->at, t->noun, f);
  if (t->r == NG_REL_ADVCL && is_gerund_object(s, t->at, t->head))
    t->r = NG_REL_XCOMP;
  if (ng_ends_clause(s, t->at, f))
    return false;
  t->infinitive = ng_is_infinitive(s, t->at);
  if (t->r == NG_REL_ACL && !t->infinitive &&
      (u->xpos == NG_XPOS_VBN || u->xpos == NG_XPOS_VBD))
    return step_off_participle(t, f);
  if (is_by_document(s, t)) {
    ng_own_cues(s, t->head, f);
    t->at = t->head;
    return true;
  }
  if (t->r == NG_REL_ADVCL)
    share_plan(t, f);
  if (!find_effect(t, &e))
    return false;
  apply_above(t, e, f);
  t->at = t->head;
  return true;
}

void
ng_footing_outward(const ng_matcher *m, uint32_t at, bool said, ng_footing *f)
{
  enum { STEPS = 6 };
  step out = {.m = m, .s = &m->syntax, .at = at, .is_said = said};
  for (int i = 0; i < STEPS && step_out(&out, f);)
    i++;
}
