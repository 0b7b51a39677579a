/* events_standing.c - plan, demand, denial, doubt: what bears on a trigger.
 *
 * From the trigger outward, each word that governs it may lower what is told.
 */
#include "extract/standing.h"

static bool
is_question(const ng_matcher *m, uint32_t unit)
{
  ng_span span = m->doc->sentences.at[ng_unit_sentence(m->doc, unit)].span;
  uint32_t end = span.end;
  while (end > span.begin && (m->doc->text.at[end - 1] == '"' ||
                              (unsigned char)m->doc->text.at[end - 1] <= ' ' ||
                              (unsigned char)m->doc->text.at[end - 1] >= 0x80))
    end--;
  return end > span.begin && m->doc->text.at[end - 1] == '?';
}

/* X said: "What is this?": the question is his. */
static bool
reports_quotation(const ng_matcher *m, uint32_t unit)
{
  return m->speech[unit] && m->doc->speeches.at[m->speech[unit] - 1].quoted;
}

/* Headlines tell in the present what happened. */
static bool
is_headline(const ng_matcher *m, uint32_t unit)
{
  return m->doc->sentences.at[ng_unit_sentence(m->doc, unit)].flags &
         (NG_SENTENCE_HEADLINE | NG_SENTENCE_CAPS);
}

/* Does the relation carry the governor's effect inward? */
static bool
carries(ng_relation r)
{
  return r == NG_REL_XCOMP || r == NG_REL_CCOMP || r == NG_REL_OBJ ||
         r == NG_REL_ACL || r == NG_REL_NMOD || r == NG_REL_OBL ||
         r == NG_REL_NSUBJ || r == NG_REL_CONJ || r == NG_REL_ADVCL ||
         r == NG_REL_CSUBJ || r == NG_REL_APPOS || r == NG_REL_IOBJ;
}

/* "called for talks", "plan for a summit", "refrain from attacks": what hangs
 * on the governor by one of these is what it governs. */
static bool
governs(const ng_syntax *s, uint32_t unit, uint32_t head, ng_relation r)
{
  if (r == NG_REL_OBL || r == NG_REL_NMOD)
    return ng_is_behind(s, unit,
                        "for of to from against about on into over toward "
                        "towards");
  if (r == NG_REL_NSUBJ)
    return ng_unit_at(s, unit)->label == NG_REL_NSUBJ_PASS ||
           ng_unit_at(s, head)->upos == NG_ADJ;
  return true;
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
  return ng_unit_is(s, head, "tell remind convince persuade ask instruct") ||
         (ng_unit_is(s, head, "insist suggest agree decide press offer") &&
          is_told_as_past(s, unit));
}

/* "It would have been the first time that they met": as far as that is. */
static bool
is_time_of(const ng_syntax *s, uint32_t head, bool noun, ng_footing *f)
{
  if (noun || !ng_unit_is(s, head, "time"))
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
  if (!ng_is_verb(s, head))
    return ng_unit_is(s, head, words);
  if (!ng_unit_is(s, head,
                  "issue release publish post make deliver write "
                  "send hold give use take sign"))
    return false;
  for (uint32_t c = s->child[head]; c != NG_NONE; c = s->next[c])
    if (c > head && (ng_unit_is(s, c, words) ||
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
                    "adopt ratify pass impeach acquit override");
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
  if (but != NG_NONE && ng_unit_is(s, but, "but yet"))
    f->negative = negative; /* "did not meet but spoke" */
  return true;
}

/* "would help by sending troops": as far off as what it helps. */
static bool
is_means(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_at(s, verb)->xpos == NG_XPOS_VBG &&
         (ng_child_word(s, verb, NG_REL_MARK, "by in while when") != NG_NONE ||
          ng_child_word(s, verb, NG_REL_CASE, "by in while when") != NG_NONE);
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
  const ng_lexicon *lexicon;
  const ng_syntax *s;
  uint32_t at, head;
  ng_relation r;
  bool noun;       /* is it a noun? */
  bool is_said;    /* is it an act of speaking? */
  bool infinitive; /* has it a "to"? */
} step;

/* "not true that X attacked", which may be taken for an adverbial clause. */
static bool
is_that_clause(const ng_syntax *s, uint32_t verb)
{
  return ng_child_word(s, verb, NG_REL_MARK, "that") != NG_NONE;
}

/* What the word above does to it; false: nothing, nor does any beyond. */
static bool
find_effect(const step *t, ng_effect *e)
{
  const ng_syntax *s = t->s;
  *e = governs(s, t->at, t->head, t->r) ? ng_effect_of(t->lexicon, s, t->head)
                                        : NG_SAYS_NOTHING;
  if (!t->infinitive && ((t->r == NG_REL_ADVCL && !is_that_clause(s, t->at)) ||
                         is_only_said(s, t->at, t->head)))
    return false;
  if (t->infinitive)
    *e =
        (t->is_said && is_uttering(s, t->head)) || is_by_vote(s, t->at, t->head)
            ? NG_KEEPS
            : effect_on_purpose(s, t->r, t->head, *e);
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

/* One word out.  False at the end of what bears on the trigger. */
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
      is_time_of(s, t->head, t->noun, f) ||
      (t->noun && is_occasion(s, t->at, t->head)))
    return false;
  if (t->r == NG_REL_CONJ)
    return step_aside(s, &t->at, t->noun, f);
  if (u->label == NG_REL_ACL_RELCL)
    return false;
  t->infinitive = ng_is_infinitive(s, t->at);
  if (t->r == NG_REL_ACL && !t->infinitive &&
      (u->xpos == NG_XPOS_VBN || u->xpos == NG_XPOS_VBD)) {
    if (ng_unit_is(s, t->at, "broker mediate"))
      return false; /* "agreed to a truce brokered by": that was before */
    /* "a summit hosted by": hosted if and when there is a summit */
    ng_own_cues(s, t->head, f);
    t->at = t->head;
    return !ng_is_determined(s, t->head);
  }
  if (t->r == NG_REL_ADVCL && is_means(s, t->at))
    share_modality(s, t->head, f);
  if (!find_effect(t, &e))
    return false;
  ng_footing_apply(f, e);
  ng_own_cues(s, t->head, f);
  t->at = t->head;
  return true;
}

/* "agreed on further sanctions": what more there is to be. */
static void
more_cue(const ng_syntax *s, const ng_pattern *p, uint32_t noun, ng_footing *f)
{
  if (p->evokes != NG_EVOKES_EVENT || ng_is_determined(s, noun) ||
      (p->class != NG_EVENT_SanctionImposition &&
       p->class != NG_EVENT_TariffImposition && p->class != NG_EVENT_Attack))
    return;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_is(s, c, "further additional more tougher stricter harsher"))
      ng_footing_combine(f, NG_POSSIBLE);
}

/* "two weeks before the election": one that is to come, as far as is told. */
static void
before_cue(const ng_syntax *s, const ng_pattern *p, uint32_t unit,
           ng_footing *f)
{
  if (p->evokes == NG_EVOKES_EVENT && ng_is_behind(s, unit, "before until") &&
      (p->class <= NG_EVENT_PhoneCall || p->class == NG_EVENT_Election ||
       p->class == NG_EVENT_Appointment))
    ng_footing_combine(f, NG_SCHEDULED);
}

/* "arrived in Moscow for talks": they are to come, as far as is told. */
static void
for_cue(const ng_syntax *s, const ng_pattern *p, uint32_t unit, ng_footing *f)
{
  uint32_t head = ng_unit_at(s, unit)->head;
  if (p->evokes == NG_EVOKES_EVENT && p->class <= NG_EVENT_PhoneCall &&
      head != NG_NONE && ng_is_behind(s, unit, "for") &&
      ng_unit_is(s, head,
                 "arrive travel fly go head come leave depart land set "
                 "invite summon return"))
    ng_footing_combine(f, NG_SCHEDULED);
}

/* "The talks will resolve it": what is yet to act is yet to come. */
static void
subject_cues(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  uint32_t head = ng_unit_at(s, unit)->head;
  if (head == NG_NONE || ng_unit_relation(s, unit) != NG_REL_NSUBJ)
    return;
  if (ng_is_yet_to(s, head))
    ng_footing_combine(f, NG_SCHEDULED);
  for (uint32_t c = s->child[head]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_AUX &&
        (!ng_is_determined(s, unit) ||
         ng_unit_is(s, head, "take bring gather unite assemble")))
      ng_auxiliary_cue(s, c, f);
}

/* "the election to be held in May", "talks scheduled for Monday" */
static void
behind_cue(const ng_syntax *s, uint32_t noun, ng_footing *f)
{
  static const char fixed[] = "schedule plan slate set due";
  const ng_sentence *sentence =
      &s->doc->sentences.at[ng_unit_sentence(s->doc, noun)];
  bool ahead = noun + 2 < sentence->unit_end && ng_unit_is(s, noun + 1, "to") &&
               ng_unit_is(s, noun + 2, "be");
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (ng_unit_at(s, c)->label == NG_REL_ACL && c > noun)
      ahead |= ng_unit_is(s, c, fixed) ||
               (ng_unit_is(s, c, "hold take start begin open host") &&
                ng_is_infinitive(s, c));
  if (ahead)
    ng_footing_combine(f, NG_SCHEDULED);
}

/* Again and again: "Iran often accuses". */
static bool
is_habit(const ng_syntax *s, uint32_t verb)
{
  return ng_child_word(s, verb, NG_REL_ADVMOD,
                       "often regularly frequently repeatedly routinely "
                       "usually always constantly") != NG_NONE;
}

/* States last: "Algeria supports the movement". */
static void
present_tense(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  uint32_t cop = ng_child(s, unit, NG_REL_COP);
  if (cop == NG_NONE)
    cop = ng_child_label(s, unit, NG_REL_AUX_PASS); /* "are elected" */
  uint8_t xpos = ng_unit_at(s, cop == NG_NONE ? unit : cop)->xpos;
  if ((xpos == NG_XPOS_VBZ || xpos == NG_XPOS_VBP) && f->course == NG_OCCURRED)
    f->course = NG_ONGOING;
}

/* "neither X nor Y" */
static bool
is_neither(const ng_syntax *s, uint32_t unit)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE && c < unit; c = s->next[c])
    if (ng_unit_is(s, c, "neither"))
      return true;
  return false;
}

/* "No charges were filed", "arrested nobody". */
static bool
has_no_argument(const ng_syntax *s, uint32_t verb)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (r != NG_REL_OBJ && r != NG_REL_NSUBJ)
      continue;
    uint32_t det = ng_child(s, c, NG_REL_DET);
    if ((det != NG_NONE && ng_unit_is(s, det, "no neither")) ||
        is_neither(s, c) || ng_unit_is(s, c, "nobody nothing none neither"))
      return true;
  }
  return false;
}

ng_footing
ng_footing_of(const ng_matcher *m, const ng_pattern *p, uint32_t unit,
              uint32_t light)
{
  enum { STEPS = 6 };
  const ng_syntax *s = &m->syntax;
  ng_footing f = {.negative = p->negative,
                  .certainty = (ng_certainty)p->certainty};
  if (p->course != NG_NO_COURSE)
    f.course = (ng_course)p->course;
  bool noun = !ng_is_verb(s, unit);
  bool said = p->evokes == NG_EVOKES_EVENT &&
              ng_is_speech_act((ng_event_class)p->class) &&
              p->class != NG_EVENT_Support;
  ng_own_cues(s, unit, &f);
  if (!noun && has_no_argument(s, unit))
    f.negative = !f.negative;
  if (ng_is_idea(s, unit) && f.course == NG_OCCURRED)
    f.course = NG_POSSIBLE;
  uint32_t at = unit;
  if (light != NG_NONE) {
    ng_effect e = ng_effect_of(m->lexicon, s, light);
    ng_footing_apply(&f,
                     e == NG_DENIES || e == NG_ALLEGES ? NG_SAYS_NOTHING : e);
    ng_own_cues(s, light, &f);
    at = light;
    noun = false;
  }
  if (noun) {
    subject_cues(s, unit, &f);
    before_cue(s, p, unit, &f);
    for_cue(s, p, unit, &f);
    more_cue(s, p, unit, &f);
    if (ng_unit_at(s, unit)->upos == NG_NOUN)
      behind_cue(s, unit, &f);
  }
  step out = {.lexicon = m->lexicon, .s = s, .at = at, .is_said = said};
  for (int i = 0; i < STEPS && step_out(&out, &f);)
    i++;
  if (light == NG_NONE && f.course == NG_OCCURRED &&
      ng_unit_at(s, unit)->upos == NG_NOUN &&
      ng_unit_is(s, unit,
                 "invasion war conflict partnership cooperation "
                 "alliance relationship negotiation negotiations "
                 "dialogue occupation siege blockade"))
    f.course = NG_ONGOING; /* until a date says otherwise */
  if ((!said || is_habit(s, unit)) && !is_headline(m, unit))
    present_tense(s, unit, &f);
  if (is_question(m, unit) && !(said && reports_quotation(m, unit))) {
    f.conditional = true;
    ng_footing_combine(&f, NG_POSSIBLE);
  }
  return f;
}
