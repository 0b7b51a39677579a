/* events_standing.c - plan, demand, denial, doubt: how cues combine.
 *
 * From the trigger outward, each word that governs it may lower what is told.
 * The table `governors` is the one place that says which word does what; cues
 * combine by the rule of combine(): of two courses the one that is farther from
 * having happened stays, negations cancel one another out, the lowest certainty
 * stays.
 */
#include "extract/events.h"

/* What a word does to what it governs. */
typedef enum {
  SAYS_NOTHING, /* go no farther out */
  KEEPS,        /* managed to: as the governor itself */
  SCHEDULES,
  PROPOSES,
  DESIRES,
  MAKES_POSSIBLE,
  ALLEGES,
  DENIES, /* refuse to: it does not happen */
  STOPS,  /* cancel, call off */
  POSTPONES,
  DOUBTS
} effect;

typedef struct {
  effect effect;
  const char *words; /* lemmas of verbs, nouns and adjectives */
} governor;

static const governor governors[] = {
    {KEEPS, "manage begin start continue keep proceed help succeed force get "
            "have hold conduct launch stage make take give issue lead cause "
            "prompt use go come see witness follow resume rush move serve "
            "join attend host remain be confirm announce achieve secure ensure "
            "obtain reach promote facilitate organize organise finalize "
            "finalise strengthen deepen boost expand enhance bolster forge "
            "improve complete mediate broker pursue contribute participate "
            "involve"},
    {SCHEDULES, "plan schedule set expect slate due prepare intend agree "
                "arrange decide will pledge vow promise commit undertake "
                "resolve determine ready poise poised program book"},
    {PROPOSES, "propose suggest offer recommend nominate table draft advocate "
               "proposal suggestion offer recommendation bill draft motion"},
    {DESIRES, "want hope wish seek aim aspire desire urge demand call ask "
              "request encourage appeal press push need insist order require "
              "call_for strive attempt try struggle fight campaign lobby "
              "pressure beg plead invite tell instruct convince persuade "
              "advise implore exhort like love look yearn strive prefer "
              "demand desire hope wish aim bid effort attempt appeal "
              "request goal ambition pressure necessary essential "
              "important eager keen hopeful"},
    {MAKES_POSSIBLE, "consider mull weigh threaten warn fear risk discuss "
                     "debate contemplate allow enable permit let authorize "
                     "authorise appear seem likely possible able may might "
                     "could can prepared willing explore think believe "
                     "threat warning fear risk possibility prospect chance "
                     "likelihood danger option question whether bet "
                     "capable possibility potential predict forecast "
                     "anticipate speculate ponder study"},
    {ALLEGES, "accuse allege suspect claim blame charge accusation allegation "
              "suspicion claim indict convict try"},
    {DENIES, "refuse decline fail reject deny avoid prevent prohibit forbid "
             "ban block stop rule_out rule oppose resist veto refrain "
             "abstain neglect forget lack refusal failure rejection absence "
             "unable unwilling reluctant decry exclude bar halt dismiss"},
    {STOPS, "cancel scrap abandon call_off shelve axe cancellation"},
    {POSTPONES, "postpone delay defer suspend reschedule postponement delay"},
    {DOUBTS, "doubt question unlikely dubious questionable uncertain unclear"},
};

/* The table of governors by form: 16 bits of its hash and the effect. */
enum { GOVERNORS = 2048 };

bool
ng_governors_init(ng_lexicon *l)
{
  l->governors = NG_NEW(&l->arena, uint32_t, GOVERNORS);
  for (size_t i = 0; l->governors && i < sizeof governors / sizeof *governors;
       i++)
    for (const char *at = governors[i].words; *at; at += *at == ' ') {
      size_t n = strcspn(at, " ");
      uint32_t key = ng_form_key((ng_str){at, n});
      uint32_t slot = key % GOVERNORS;
      while (l->governors[slot] && l->governors[slot] >> 8 != key >> 8)
        slot = (slot + 1) % GOVERNORS;
      if (!l->governors[slot])
        l->governors[slot] = (key & ~255U) | (uint32_t)governors[i].effect;
      at += n;
    }
  return l->governors != NULL;
}

static effect
listed_effect(const ng_lexicon *l, ng_str form)
{
  uint32_t key = ng_form_key(form), slot = key % GOVERNORS;
  for (; l->governors[slot]; slot = (slot + 1) % GOVERNORS)
    if (l->governors[slot] >> 8 == key >> 8)
      return (effect)(l->governors[slot] & 255);
  return SAYS_NOTHING;
}

static effect
effect_of(const ng_lexicon *l, const ng_syntax *s, uint32_t unit)
{
  if (ng_unit_is(s, unit, "call") &&
      ng_child_word(s, unit, NG_REL_COMPOUND_PRT, "off") != NG_NONE)
    return STOPS;
  if (ng_unit_is(s, unit, "rule") &&
      ng_child_word(s, unit, NG_REL_COMPOUND_PRT, "out") == NG_NONE &&
      ng_child_word(s, unit, NG_REL_ADVMOD, "out") == NG_NONE)
    return SAYS_NOTHING;
  uint32_t name = ng_child(s, unit, NG_REL_XCOMP);
  if (ng_unit_is(s, unit, "call") && name != NG_NONE && !ng_is_verb(s, name))
    return SAYS_NOTHING; /* "called the talks a failure" */
  effect e = listed_effect(l, ng_unit_at(s, unit)->lemma);
  return e != SAYS_NOTHING ? e : listed_effect(l, ng_unit_text(s, unit));
}

/* How far a course is from having happened. */
static int
distance(uint8_t course)
{
  static const int by_course[NG_N_COURSES] = {
      [NG_OCCURRED] = 0,  [NG_ONGOING] = 0,    [NG_SCHEDULED] = 2,
      [NG_PROPOSED] = 3,  [NG_DESIRED] = 4,    [NG_POSSIBLE] = 5,
      [NG_POSTPONED] = 6, [NG_DOWNGRADED] = 6, [NG_CANCELLED] = 7,
      [NG_STALLED] = 1,   [NG_BROKEN_DOWN] = 1};
  return by_course[course];
}

static void
combine(ng_footing *f, ng_course course)
{
  if (distance((uint8_t)course) > distance((uint8_t)f->course))
    f->course = course;
}

static void
apply(ng_footing *f, effect e)
{
  switch (e) {
  case SCHEDULES:
    combine(f, NG_SCHEDULED);
    break;
  case PROPOSES:
    combine(f, NG_PROPOSED);
    break;
  case DESIRES:
    combine(f, NG_DESIRED);
    break;
  case MAKES_POSSIBLE:
    combine(f, NG_POSSIBLE);
    break;
  case ALLEGES:
    if (f->certainty < NG_ALLEGED)
      f->certainty = NG_ALLEGED;
    break;
  case DENIES:
    f->negative = !f->negative;
    break;
  case STOPS:
    combine(f, NG_CANCELLED);
    break;
  case POSTPONES:
    combine(f, NG_POSTPONED);
    break;
  case DOUBTS:
    if (f->certainty < NG_DOUBTFUL)
      f->certainty = NG_DOUBTFUL;
    combine(f, NG_POSSIBLE);
    break;
  default:
    break;
  }
}

/* --- cues on a word itself
 * --------------------------------------------------------- */

static void
auxiliary(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (ng_unit_is(s, unit, "will shall 'll ’ll wo sha"))
    combine(f, NG_SCHEDULED);
  else if (ng_unit_is(s, unit, "may might could can would 'd"))
    combine(f, NG_POSSIBLE);
  else if (ng_unit_is(s, unit, "should must ought"))
    combine(f, NG_DESIRED);
}

static void
adverb(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (ng_unit_is(s, unit, "not n't n’t never no neither nor hardly scarcely"))
    f->negative = !f->negative;
  else if (ng_unit_is(s, unit,
                      "reportedly allegedly purportedly supposedly "
                      "apparently ostensibly"))
    f->certainty = NG_ALLEGED;
  else if (ng_unit_is(s, unit,
                      "possibly perhaps maybe potentially "
                      "conceivably probably likely presumably"))
    combine(f, NG_POSSIBLE);
}

static void
adjective(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (ng_unit_is(s, unit,
                 "planned scheduled upcoming forthcoming coming "
                 "future next expected anticipated imminent"))
    combine(f, NG_SCHEDULED);
  else if (ng_unit_is(s, unit, "proposed draft"))
    combine(f, NG_PROPOSED);
  else if (ng_unit_is(s, unit,
                      "possible potential prospective hypothetical "
                      "threatened feared likely further new"))
    combine(f, ng_unit_is(s, unit, "further new") ? NG_OCCURRED : NG_POSSIBLE);
  else if (ng_unit_is(s, unit,
                      "alleged suspected reported supposed purported "
                      "accused"))
    f->certainty = NG_ALLEGED;
  else if (ng_unit_is(s, unit, "cancelled canceled aborted scrapped"))
    combine(f, NG_CANCELLED);
  else if (ng_unit_is(s, unit, "postponed delayed"))
    combine(f, NG_POSTPONED);
  else if (ng_unit_is(s, unit, "ongoing current continuing"))
    f->course = f->course == NG_OCCURRED ? NG_ONGOING : f->course;
  else if (ng_unit_is(s, unit, "stalled frozen deadlocked suspended"))
    f->course = f->course == NG_OCCURRED ? NG_STALLED : f->course;
  else if (ng_unit_is(s, unit, "attempted failed"))
    f->negative = true;
}

static void
marker(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  if (ng_unit_is(s, unit, "if unless whether provided lest")) {
    f->conditional = true;
    combine(f, NG_POSSIBLE);
  } else if (ng_unit_is(s, unit, "without")) {
    f->negative = !f->negative;
  } else if (ng_unit_is(s, unit, "ahead"))
    combine(f, NG_SCHEDULED);
}

/* "has nothing to do with killing": an -ing form behind such a preposition, or
 * as a subject, is but an idea. */
static bool
is_idea(const ng_syntax *s, uint32_t unit)
{
  if (ng_unit_at(s, unit)->xpos != NG_XPOS_VBG)
    return false;
  if (ng_unit_relation(s, unit) == NG_REL_CSUBJ)
    return true;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c < unit &&
        (ng_unit_relation(s, c) == NG_REL_MARK ||
         ng_unit_relation(s, c) == NG_REL_CASE) &&
        ng_unit_is(s, c, "of with about to against from at on"))
      return true;
  return false;
}

static bool
is_determined(const ng_syntax *s, uint32_t unit)
{
  uint32_t det = ng_child(s, unit, NG_REL_DET);
  return (det != NG_NONE && ng_unit_is(s, det, "the this that these those")) ||
         ng_child_label(s, unit, NG_REL_NMOD_POSS) != NG_NONE;
}

static bool
is_infinitive(const ng_syntax *s, uint32_t unit)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c < unit && ng_unit_is(s, c, "to") &&
        (ng_unit_relation(s, c) == NG_REL_MARK ||
         ng_unit_at(s, c)->upos == NG_PART))
      return true;
  return false;
}

/* "is to meet": not yet; not "wants to be elected". */
static bool
is_to(const ng_syntax *s, uint32_t verb)
{
  bool be = false;
  for (uint32_t c = s->child[verb]; c != NG_NONE && c < verb; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_AUX || r == NG_REL_COP) &&
        ng_unit_at(s, c)->label != NG_REL_AUX_PASS)
      be |= ng_unit_is(s, c, "is are was were 's 're");
    else if (be && r == NG_REL_MARK && ng_unit_is(s, c, "to"))
      return true;
  }
  return false;
}

/* All that hangs on the word and lowers what it tells. */
static void
own_cues(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  bool progressive = false, be = false, being = false, was = false;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    switch (ng_unit_relation(s, c)) {
    case NG_REL_AUX:
      auxiliary(s, c, f);
      be |= ng_unit_is(s, c, "be is are 's 're") && !ng_unit_is(s, c, "being");
      was |= ng_unit_is(s, c, "was were");
      being |= ng_unit_is(s, c, "being");
      break;
    case NG_REL_COP:
      break;
    case NG_REL_ADVMOD:
      adverb(s, c, f);
      break;
    case NG_REL_DET:
      if (ng_unit_is(s, c, "no neither"))
        f->negative = !f->negative;
      break;
    case NG_REL_CC:
      if (ng_unit_is(s, c, "nor neither"))
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
    default:
      break;
    }
  if (ng_is_verb(s, unit) && is_to(s, unit))
    combine(f, NG_SCHEDULED);
  progressive =
      be && ng_unit_at(s, unit)->xpos == NG_XPOS_VBG && !ng_is_passive(s, unit);
  progressive |= be && being;
  /* "was visiting" is over, but for "said that it was" */
  if (progressive && f->course == NG_OCCURRED &&
      !(was && !being && ng_unit_relation(s, unit) != NG_REL_CCOMP))
    f->course = NG_ONGOING;
  if (progressive && ng_unit_is(s, unit, "go"))
    combine(f, NG_SCHEDULED);
}

/* --- outward
 * ---------------------------------------------------------------------------
 */

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
  if (r == NG_REL_OBL || r == NG_REL_NMOD) {
    uint32_t preposition = ng_preposition(s, unit);
    return preposition != NG_NONE &&
           ng_unit_is(s, preposition,
                      "for of to from against about on into "
                      "over toward towards");
  }
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
static effect
effect_of_denial(const ng_syntax *s, uint32_t unit, uint32_t head, bool is_said)
{
  if (is_said)
    return SAYS_NOTHING; /* "rejected the accusation": it was made */
  if (ng_unit_is(s, head, "deny dismiss refute"))
    return ALLEGES; /* "denied the attack": somebody says that there was one */
  if (!ng_unit_is(s, head, "oppose reject resist decry protest veto"))
    return DENIES;
  /* "opposed the invasion": there was one */
  return is_determined(s, unit) ? SAYS_NOTHING : MAKES_POSSIBLE;
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
  own_cues(s, head, f);
  return true;
}

/* What a verb does to an infinitive that tells what it is for. */
static effect
effect_on_purpose(const ng_syntax *s, ng_relation r, uint32_t head, effect e)
{
  if (e == SAYS_NOTHING)
    return DESIRES; /* "flew to Brussels to sign": not yet signed */
  if (r != NG_REL_ADVCL)
    return e;
  /* "came to Iraq to fight" */
  bool comes = e == KEEPS && ng_unit_is(s, head, "come go move") &&
               ng_child(s, head, NG_REL_OBL) != NG_NONE;
  /* "blocked the road to press their demands" */
  bool denies = (e == DENIES || e == STOPS || e == POSTPONES) &&
                ng_child(s, head, NG_REL_OBJ) != NG_NONE;
  return comes || denies ? DESIRES : e;
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
  *at = ng_unit_at(s, *at)->head;
  if (!noun)
    own_cues(s, *at, f);
  if (but != NG_NONE && ng_unit_is(s, but, "but yet"))
    f->negative = negative; /* "did not meet but spoke" */
  return true;
}

/* One word out.  False at the end of what bears on the trigger. */
static bool
step_out(const ng_lexicon *l, const ng_syntax *s, uint32_t *at, bool noun,
         bool is_said, ng_footing *f)
{
  const ng_unit *u = ng_unit_at(s, *at);
  ng_relation r = ng_unit_relation(s, *at);
  uint32_t head = u->head;
  if (head == NG_NONE || !carries(r) || is_time_of(s, head, noun, f))
    return false;
  if (r == NG_REL_CONJ)
    return step_aside(s, at, noun, f);
  if (u->label == NG_REL_ACL_RELCL)
    return false;
  bool infinitive = is_infinitive(s, *at);
  if (r == NG_REL_ACL && !infinitive &&
      (u->xpos == NG_XPOS_VBN || u->xpos == NG_XPOS_VBD)) {
    /* "a summit hosted by": hosted if and when there is a summit */
    own_cues(s, head, f);
    *at = head;
    return !is_determined(s, head);
  }
  effect e = governs(s, *at, head, r) ? effect_of(l, s, head) : SAYS_NOTHING;
  if ((r == NG_REL_ADVCL && !infinitive) ||
      (!infinitive && is_only_said(s, *at, head)))
    return false;
  if (infinitive)
    e = effect_on_purpose(s, r, head, e);
  bool stands = is_determined(s, *at) && !brings_about(s, head);
  if (e == SAYS_NOTHING && (!noun || stands || !ng_is_verb(s, head)))
    return false;
  if (e == DENIES && noun) {
    e = effect_of_denial(s, *at, head, is_said);
    if (e == SAYS_NOTHING)
      return false;
  }
  apply(f, e);
  own_cues(s, head, f);
  *at = head;
  return true;
}

/* "agreed on further sanctions": what more there is to be. */
static void
more_cue(const ng_syntax *s, const ng_pattern *p, uint32_t noun, ng_footing *f)
{
  if (p->evokes != NG_EVOKES_EVENT || is_determined(s, noun) ||
      (p->class != NG_EVENT_SanctionImposition &&
       p->class != NG_EVENT_TariffImposition && p->class != NG_EVENT_Attack))
    return;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_is(s, c, "further additional more tougher stricter harsher"))
      combine(f, NG_POSSIBLE);
}

/* "two weeks before the election": one that is to come, as far as is told. */
static void
before_cue(const ng_syntax *s, const ng_pattern *p, uint32_t unit,
           ng_footing *f)
{
  uint32_t preposition = ng_preposition(s, unit);
  if (p->evokes == NG_EVOKES_EVENT && preposition != NG_NONE &&
      ng_unit_is(s, preposition, "before until") &&
      (p->class <= NG_EVENT_PhoneCall || p->class == NG_EVENT_Election ||
       p->class == NG_EVENT_Appointment))
    combine(f, NG_SCHEDULED);
}

/* "The talks will resolve it": what is yet to act is yet to come. */
static void
subject_cues(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  uint32_t head = ng_unit_at(s, unit)->head;
  if (head == NG_NONE || ng_unit_relation(s, unit) != NG_REL_NSUBJ)
    return;
  for (uint32_t c = s->child[head]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_AUX && !is_determined(s, unit))
      auxiliary(s, c, f);
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
                is_infinitive(s, c));
  if (ahead)
    combine(f, NG_SCHEDULED);
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
        ng_unit_is(s, c, "nobody nothing none"))
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
  own_cues(s, unit, &f);
  if (!noun && has_no_argument(s, unit))
    f.negative = !f.negative;
  if (is_idea(s, unit) && f.course == NG_OCCURRED)
    f.course = NG_POSSIBLE;
  uint32_t at = unit;
  if (light != NG_NONE) {
    effect e = effect_of(m->lexicon, s, light);
    apply(&f, e == DENIES || e == ALLEGES ? SAYS_NOTHING : e);
    own_cues(s, light, &f);
    at = light;
    noun = false;
  }
  if (noun) {
    subject_cues(s, unit, &f);
    before_cue(s, p, unit, &f);
    more_cue(s, p, unit, &f);
    if (ng_unit_at(s, unit)->upos == NG_NOUN)
      behind_cue(s, unit, &f);
  }
  for (int i = 0; i < STEPS && step_out(m->lexicon, s, &at, noun, said, &f);
       i++)
    noun = !ng_is_verb(s, at);
  if (light == NG_NONE && f.course == NG_OCCURRED &&
      ng_unit_at(s, unit)->upos == NG_NOUN &&
      ng_unit_is(s, unit,
                 "invasion war conflict partnership cooperation "
                 "alliance relationship negotiation negotiations "
                 "dialogue occupation siege blockade"))
    f.course = NG_ONGOING; /* until a date says otherwise */
  if (!said || is_habit(s, unit))
    present_tense(s, unit, &f);
  if (is_question(m, unit)) {
    f.conditional = true;
    combine(&f, NG_POSSIBLE);
  }
  return f;
}
