/* governors.c - words that lower what they govern: plan, demand, denial, doubt.
 *
 * The table `governors` is the one place that says which word does what; cues
 * combine by the rule of ng_footing_combine(): of two courses the one that is
 * farther from having happened stays, negations cancel one another out, the
 * lowest certainty stays.
 */
#include "extract/events/standing.h"

typedef struct {
  ng_effect effect;
  const char *words; /* lemmas of verbs, nouns and adjectives */
} governor;

static const governor governors[] = {
    {NG_KEEPS,
     "manage begin start continue keep proceed help succeed force get "
     "have hold conduct launch stage make take give issue lead cause "
     "prompt use go come see witness follow resume rush move serve "
     "join attend host remain be confirm announce achieve secure ensure "
     "obtain reach promote facilitate organize organise finalize "
     "finalise strengthen deepen boost expand enhance bolster forge "
     "improve complete mediate broker pursue contribute participate "
     "involve successful true correct accurate show prove demonstrate "
     "establish"},
    {NG_SCHEDULES, "plan schedule set expect slate due prepare intend agree "
                   "arrange decide will pledge vow promise commit undertake "
                   "resolve determine ready poise poised program book"},
    {NG_PROPOSES,
     "propose suggest offer recommend nominate table draft advocate "
     "proposal suggestion offer recommendation bill draft motion "
     "vote"},
    {NG_DESIRES,
     "want hope wish seek aim aspire desire urge demand call ask "
     "request encourage appeal press push need insist order require "
     "call_for strive attempt try struggle fight campaign lobby "
     "pressure beg plead invite tell instruct convince persuade "
     "advise implore exhort like love look yearn strive prefer "
     "demand desire hope wish aim bid effort attempt appeal "
     "request goal ambition pressure plot conspire necessary essential "
     "important eager keen hopeful interested incite importance "
     "necessity"},
    {NG_MAKES_POSSIBLE,
     "consider mull weigh threaten warn fear risk discuss "
     "debate contemplate allow enable permit let authorize "
     "authorise appear seem likely possible able may might "
     "could can prepared willing explore think believe "
     "threat warning fear risk possibility prospect chance "
     "likelihood danger option question whether bet "
     "capable possibility potential predict forecast "
     "anticipate speculate ponder study imagine suppose assume presume "
     "pretend dream wonder hypothesis assumption convinced certain sure "
     "confident adamant persuaded authorization authorisation permission "
     "clearance readiness willingness openness"},
    {NG_ALLEGES,
     "accuse allege suspect claim blame charge accusation allegation "
     "suspicion claim indict convict try"},
    {NG_DENIES,
     "refuse decline fail reject deny avoid prevent prohibit forbid "
     "ban block stop rule_out rule oppose resist veto refrain "
     "abstain unsuccessful waive forgo neglect forget lack refusal failure "
     "rejection "
     "absence "
     "unable unwilling reluctant decry exclude bar halt dismiss false untrue "
     "short lie hoax fabrication myth nonsense untruth falsehood"},
    {NG_STOPS, "cancel scrap abandon call_off shelve axe cancellation"},
    {NG_POSTPONES,
     "postpone delay defer suspend reschedule postponement delay"},
    {NG_DOUBTS,
     "doubt question unlikely dubious questionable uncertain unclear"},
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

static ng_effect
listed_effect(const ng_lexicon *l, ng_str form)
{
  uint32_t key = ng_form_key(form), slot = key % GOVERNORS;
  for (; l->governors[slot]; slot = (slot + 1) % GOVERNORS)
    if (l->governors[slot] >> 8 == key >> 8)
      return (ng_effect)(l->governors[slot] & 255);
  return NG_SAYS_NOTHING;
}

ng_effect
ng_effect_of(const ng_lexicon *l, const ng_syntax *s, uint32_t unit)
{
  if (ng_unit_is(s, unit, "call") &&
      ng_child_word(s, unit, NG_REL_COMPOUND_PRT, "off") != NG_NONE)
    return NG_STOPS;
  if (ng_unit_is(s, unit, "rule") &&
      ng_child_word(s, unit, NG_REL_COMPOUND_PRT, "out") == NG_NONE &&
      ng_child_word(s, unit, NG_REL_ADVMOD, "out") == NG_NONE)
    return NG_SAYS_NOTHING;
  if (ng_unit_is(s, unit, "stop fall") &&
      ng_child_word(s, unit, NG_REL_ADVMOD, "short") != NG_NONE)
    return NG_KEEPS; /* "stopped short of accusing it": "short" says it all */
  uint32_t cop = ng_child(s, unit, NG_REL_COP);
  if (ng_unit_is(s, unit, "short") && cop != NG_NONE)
    return NG_SAYS_NOTHING; /* "the visit was short" */
  if (ng_unit_is(s, unit, "able") && cop != NG_NONE &&
      ng_unit_is(s, cop, "was were"))
    return NG_KEEPS; /* "were able to oust him": they did */
  if (ng_unit_is(s, unit, "convince persuade") &&
      ng_child(s, unit, NG_REL_CCOMP) != NG_NONE)
    return NG_MAKES_POSSIBLE; /* "is convinced that it attacked" */
  uint32_t what = ng_child(s, unit, NG_REL_XCOMP);
  if (ng_unit_is(s, unit, "call") && what != NG_NONE && !ng_is_verb(s, what))
    return NG_SAYS_NOTHING; /* "called the talks a failure" */
  if (ng_unit_is(s, unit, "tell") && what == NG_NONE)
    return NG_KEEPS; /* "told him of it"; not "told him to go" */
  ng_effect e = listed_effect(l, ng_unit_at(s, unit)->lemma);
  return e != NG_SAYS_NOTHING ? e : listed_effect(l, ng_unit_text(s, unit));
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

void
ng_footing_combine(ng_footing *f, ng_course course)
{
  if (distance((uint8_t)course) > distance((uint8_t)f->course))
    f->course = course;
}

void
ng_footing_suppose(ng_footing *f)
{
  f->conditional = true;
  ng_footing_combine(f, NG_POSSIBLE);
}

bool
ng_footing_is_plain(const ng_footing *f)
{
  return !f->negative && f->course <= NG_ONGOING &&
         f->certainty == NG_CERTAIN && !f->conditional;
}

void
ng_footing_apply(ng_footing *f, ng_effect e)
{
  switch (e) {
  case NG_SCHEDULES:
    ng_footing_combine(f, NG_SCHEDULED);
    break;
  case NG_PROPOSES:
    ng_footing_combine(f, NG_PROPOSED);
    break;
  case NG_DESIRES:
    ng_footing_combine(f, NG_DESIRED);
    break;
  case NG_MAKES_POSSIBLE:
    ng_footing_combine(f, NG_POSSIBLE);
    break;
  case NG_ALLEGES:
    if (f->certainty < NG_ALLEGED)
      f->certainty = NG_ALLEGED;
    break;
  case NG_DENIES:
    f->negative = !f->negative;
    break;
  case NG_STOPS:
    ng_footing_combine(f, NG_CANCELLED);
    break;
  case NG_POSTPONES:
    ng_footing_combine(f, NG_POSTPONED);
    break;
  case NG_DOUBTS:
    if (f->certainty < NG_DOUBTFUL)
      f->certainty = NG_DOUBTFUL;
    ng_footing_combine(f, NG_POSSIBLE);
    break;
  default:
    break;
  }
}

bool
ng_tells_about(const ng_syntax *s, uint32_t word)
{
  return ng_unit_is(s, word,
                    "link linked connect connected relate related associate "
                    "tie blame investigate probe solve mention describe "
                    "compare responsible surprising unusual new isolated "
                    "unrelated legal illegal lawful justified");
}

bool
ng_is_of_later(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_is(s, verb,
                    "throw quash overturn reinstate reverse vacate uphold "
                    "commute annul rescind lift investigate decry mark "
                    "commemorate remember recall precede");
}

bool
ng_governs(const ng_syntax *s, uint32_t unit, uint32_t head, ng_relation r)
{
  /* "appealed against the sentence", "fought against the ban": they want none
   */
  if (r == NG_REL_OBL && ng_is_behind(s, unit, "against"))
    return !ng_unit_is(
        s, head, "appeal fight struggle campaign lobby plead call press push");
  if (r == NG_REL_OBL && ng_is_behind(s, unit, "of about") &&
      ng_unit_is(s, head, "tell ask"))
    return false; /* "was not told of the attack" */
  if (r == NG_REL_OBL || r == NG_REL_NMOD)
    return ng_is_behind(s, unit,
                        "for of to from against about on into over toward "
                        "towards");
  if (r == NG_REL_NSUBJ)
    return ng_unit_at(s, unit)->label == NG_REL_NSUBJ_PASS ||
           ng_unit_at(s, head)->upos == NG_ADJ;
  return true;
}
