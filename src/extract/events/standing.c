/* standing.c - plan, demand, denial, doubt: what bears on a trigger.
 *
 * From the trigger outward, each word that governs it may lower what is told.
 */
#include "extract/events/standing.h"

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

static bool
is_quote(const char *at, const char *end)
{
  return *at == '"' ||
         (end - at > 2 && (unsigned char)at[0] == 0xE2 &&
          (unsigned char)at[1] == 0x80 && (unsigned char)at[2] >= 0x98 &&
          (unsigned char)at[2] <= 0x9D);
}

/* X answered with "What is this?": the question is within. */
static bool
has_quoted_question(const ng_matcher *m, uint32_t unit)
{
  ng_span span = m->doc->sentences.at[ng_unit_sentence(m->doc, unit)].span;
  const char *at = m->doc->text.at + m->doc->units.at[unit].span.end;
  const char *end = m->doc->text.at + span.end, *mark = end;
  while (mark > at && mark[-1] != '?')
    mark--;
  if (mark == end || !is_quote(mark, end))
    return false;
  for (; at < mark; at++)
    if (is_quote(at, end))
      return true;
  return false;
}

/* Headlines tell in the present what happened. */
static bool
is_headline(const ng_matcher *m, uint32_t unit)
{
  return m->doc->sentences.at[ng_unit_sentence(m->doc, unit)].flags &
         (NG_SENTENCE_HEADLINE | NG_SENTENCE_CAPS);
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
      (ng_is_encounter((ng_event_class)p->class) ||
       p->class == NG_EVENT_Election || p->class == NG_EVENT_Appointment))
    ng_footing_combine(f, NG_SCHEDULED);
}

/* "information leading to the arrest": if there is any. */
static void
tip_cue(const ng_syntax *s, uint32_t unit, ng_footing *f)
{
  unit = ng_first_conjunct(s, unit);
  uint32_t verb = ng_unit_at(s, unit)->head;
  if (verb == NG_NONE || ng_unit_at(s, verb)->xpos != NG_XPOS_VBG ||
      !ng_unit_is(s, verb, "lead") || !ng_is_behind(s, unit, "to"))
    return;
  uint32_t noun = ng_unit_at(s, verb)->head;
  if (noun != NG_NONE &&
      ng_unit_is(s, noun, "information tip evidence clue detail intelligence"))
    ng_footing_combine(f, NG_POSSIBLE);
}

/* "is to run in the elections", "will vote in the referendum": it is as far
 * off. */
static void
contest_cue(const ng_syntax *s, const ng_pattern *p, uint32_t unit,
            ng_footing *f)
{
  uint32_t verb = ng_unit_at(s, unit)->head;
  if (p->evokes != NG_EVOKES_EVENT || p->class != NG_EVENT_Election ||
      !ng_is_behind(s, unit, "in at for"))
    return;
  for (int i = 0; i < 2 && verb != NG_NONE && !ng_is_verb(s, verb); i++)
    verb = ng_unit_at(s, verb)->head;
  if (verb == NG_NONE || !ng_is_verb(s, verb))
    return;
  if (ng_is_yet_to(s, verb) ||
      ng_child_word(s, verb, NG_REL_AUX, "will shall 'll ’ll") != NG_NONE)
    ng_footing_combine(f, NG_SCHEDULED);
}

/* "ratified its accession": that is yet to come. */
static void
approved_cue(const ng_syntax *s, const ng_pattern *p, uint32_t unit,
             ng_footing *f)
{
  uint32_t head = ng_unit_at(s, unit)->head;
  ng_relation r = ng_unit_relation(s, unit);
  if (p->evokes == NG_EVOKES_EVENT && head != NG_NONE &&
      (r == NG_REL_OBJ || ng_unit_at(s, unit)->label == NG_REL_NSUBJ_PASS) &&
      (p->class == NG_EVENT_JoiningOrganization ||
       p->class == NG_EVENT_LeavingOrganization ||
       p->class == NG_EVENT_Appointment || p->class == NG_EVENT_Mobilization ||
       p->class == NG_EVENT_Withdrawal || p->class == NG_EVENT_Expulsion ||
       p->class == NG_EVENT_Cooperation) &&
      ng_unit_is(s, head,
                 "ratify approve back support endorse favour favor welcome "
                 "oppose block recommend"))
    ng_footing_combine(f, NG_SCHEDULED);
}

/* "announced a visit", "announced the withdrawal of its troops": what is to
 * come.  Who announces an agreement or a resignation has made it so. */
static void
announced_cue(const ng_syntax *s, const ng_pattern *p, uint32_t verb,
              ng_footing *f)
{
  bool ahead =
      p->evokes == NG_EVOKES_EVENT &&
      (ng_is_encounter((ng_event_class)p->class) ||
       p->class == NG_EVENT_Withdrawal || p->class == NG_EVENT_Mobilization ||
       p->class == NG_EVENT_Election || p->class == NG_EVENT_Aid);
  if (ahead && verb != NG_NONE && ng_unit_is(s, verb, "announce unveil"))
    ng_footing_combine(f, NG_SCHEDULED);
}

/* The verb whose object, or subject if passive, the noun is; or NG_NONE. */
static uint32_t
verb_over(const ng_syntax *s, uint32_t noun)
{
  bool object = ng_unit_relation(s, noun) == NG_REL_OBJ ||
                ng_unit_at(s, noun)->label == NG_REL_NSUBJ_PASS;
  return object ? ng_unit_at(s, noun)->head : NG_NONE;
}

/* "arrived in Moscow for talks": they are to come, as far as is told; "gave
 * permission for the entry", "support for talks": whatever the parser hangs
 * that on. */
static void
for_cue(const ng_syntax *s, const ng_pattern *p, uint32_t unit, ng_footing *f)
{
  uint32_t head = ng_unit_at(s, unit)->head, by = ng_preposition(s, unit);
  if (p->evokes == NG_EVOKES_EVENT && by != NG_NONE && by > 0 &&
      ng_unit_is(s, by, "for") &&
      ng_unit_is(s, by - 1,
                 "authorization authorisation permission clearance approval "
                 "permit request mandate way path"))
    ng_footing_combine(f, NG_POSSIBLE);
  if (p->evokes == NG_EVOKES_EVENT &&
      ng_is_encounter((ng_event_class)p->class) && by != NG_NONE && by > 0 &&
      ng_unit_is(s, by, "for") && !ng_is_determined(s, unit) &&
      ng_unit_is(s, by - 1,
                 "support backing hope pressure need desire appetite condition "
                 "basis framework prospect venue preparation readiness"))
    ng_footing_combine(f, NG_POSSIBLE);
  if (p->evokes == NG_EVOKES_EVENT &&
      ng_is_encounter((ng_event_class)p->class) && by != NG_NONE && by > 1 &&
      ng_unit_is(s, by, "for") && ng_unit_is(s, by - 1, "time") &&
      ng_unit_is(s, by - 2, "in"))
    ng_footing_combine(f, NG_SCHEDULED); /* "in time for his visit" */
  if (p->evokes == NG_EVOKES_EVENT && p->class == NG_EVENT_Trial &&
      head != NG_NONE && ng_is_verb(s, head) && ng_is_behind(s, unit, "for"))
    ng_footing_combine(f, NG_SCHEDULED); /* "handed over for trial" */
  if (p->evokes == NG_EVOKES_EVENT &&
      ng_is_encounter((ng_event_class)p->class) && head != NG_NONE &&
      ng_is_behind(s, unit, "for") &&
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

/* "The summit, chaired by X, will use it": what is told of it in passing is yet
 * to come, too. */
static void
participle_cues(const ng_syntax *s, const ng_pattern *p, uint32_t verb,
                ng_footing *f)
{
  uint32_t noun = ng_unit_at(s, verb)->head;
  if (p->evokes != NG_EVOKES_EVENT || noun == NG_NONE ||
      !ng_is_encounter((ng_event_class)p->class) ||
      ng_unit_at(s, verb)->label != NG_REL_ACL ||
      ng_unit_relation(s, noun) != NG_REL_NSUBJ ||
      !ng_unit_is(s, verb, "chaired hosted attended"))
    return;
  if (ng_child_word(s, ng_unit_at(s, noun)->head, NG_REL_AUX,
                    "will shall 'll") != NG_NONE)
    ng_footing_combine(f, NG_SCHEDULED);
}

/* "There will be a stream of lawsuits": what counts them is the subject. */
static uint32_t
counting(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head;
  return head != NG_NONE && ng_unit_relation(s, noun) == NG_REL_NMOD &&
                 ng_is_behind(s, noun, "of") &&
                 ng_unit_is(s, head,
                            "stream series wave number string spate round raft "
                            "lot hundred thousand dozen flood")
             ? head
             : noun;
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

/* "a bill banning it", "proposals to ban it": if they become law. */
static void
draft_cue(const ng_syntax *s, const ng_pattern *p, uint32_t verb, ng_footing *f)
{
  const ng_unit *u = ng_unit_at(s, verb);
  if (p->evokes == NG_EVOKES_EVENT && u->label == NG_REL_ACL &&
      u->head != NG_NONE && u->xpos == NG_XPOS_VBG &&
      !ng_is_speech_act((ng_event_class)p->class) &&
      ng_unit_is(s, u->head,
                 "bill amendment motion proposal draft petition plan"))
    ng_footing_combine(f, NG_PROPOSED);
}

/* Again and again: "Iran often accuses". */
static bool
is_habit(const ng_syntax *s, uint32_t verb)
{
  return ng_child_word(s, verb, NG_REL_ADVMOD,
                       "often regularly frequently repeatedly routinely "
                       "usually always constantly") != NG_NONE;
}

/* Is it done in a moment, so that its present tells what was: "Dean replaces
 * him as chairman"? */
static bool
is_of_a_moment(const ng_syntax *s, const ng_pattern *p, uint32_t unit)
{
  if (p->evokes != NG_EVOKES_EVENT)
    return false;
  if (p->class == NG_EVENT_Attack)
    return ng_unit_is(s, unit, "open shoot stab bomb kidnap ambush explode");
  switch ((ng_event_class)p->class) {
  case NG_EVENT_Appointment:
  case NG_EVENT_Dismissal:
  case NG_EVENT_Resignation:
  case NG_EVENT_Election:
  case NG_EVENT_Killing:
  case NG_EVENT_Arrest:
  case NG_EVENT_Release:
  case NG_EVENT_Expulsion:
  case NG_EVENT_TreatySigning:
    return true;
  default:
    return false;
  }
}

/* "protested", "met": forms of the past, whatever a tagger takes them for. */
static bool
is_past_form(const ng_syntax *s, uint32_t verb)
{
  ng_str text = ng_unit_text(s, verb);
  if (ng_unit_is(s, verb, "embed shed wed"))
    return false;
  return (text.len > 4 && memcmp(text.at + text.len - 2, "ed", 2) == 0 &&
          text.at[text.len - 3] != 'e') ||
         ng_unit_is(s, verb, "met held went came took made gave left won");
}

/* States last: "Algeria supports the movement". */
static void
present_tense(const ng_syntax *s, const ng_pattern *p, uint32_t unit,
              ng_footing *f)
{
  if (is_of_a_moment(s, p, unit))
    return;
  uint32_t cop = ng_child(s, unit, NG_REL_COP);
  if (cop == NG_NONE)
    cop = ng_child_label(s, unit, NG_REL_AUX_PASS); /* "are elected" */
  if (cop == NG_NONE && is_past_form(s, unit))
    return;
  uint8_t xpos = ng_unit_at(s, cop == NG_NONE ? unit : cop)->xpos;
  if ((xpos == NG_XPOS_VBZ || xpos == NG_XPOS_VBP) && f->course == NG_OCCURRED)
    f->course = NG_ONGOING;
}

/* Who "is serving a sentence" was convicted before; who "plans an attack" has
 * no date for it. */
static void
settle_class(const ng_pattern *p, ng_footing *f)
{
  if (p->evokes != NG_EVOKES_EVENT)
    return;
  if (p->class == NG_EVENT_Conviction && f->course == NG_ONGOING)
    f->course = NG_OCCURRED;
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

static bool
is_bare(const ng_syntax *s, uint32_t verb)
{
  uint8_t xpos = ng_unit_at(s, verb)->xpos;
  return xpos == NG_XPOS_VB || xpos == NG_XPOS_VBP;
}

/* "Take your guns and attack them": told to do it.  A bare verb without a
 * subject that begins a clause. */
static bool
is_command(const ng_syntax *s, uint32_t verb)
{
  if (!is_bare(s, verb))
    return false;
  verb = ng_first_conjunct(s, verb);
  ng_relation r = ng_unit_relation(s, verb);
  return is_bare(s, verb) &&
         (r == NG_REL_ROOT || r == NG_REL_CCOMP || r == NG_REL_PARATAXIS) &&
         ng_child(s, verb, NG_REL_NSUBJ) == NG_NONE &&
         ng_child(s, verb, NG_REL_AUX) == NG_NONE && !ng_is_infinitive(s, verb);
}

/* What the verb that carries a noun says of it: "did not hold talks". */
static void
light_cues(const ng_matcher *m, uint32_t light, ng_footing *f)
{
  const ng_syntax *s = &m->syntax;
  ng_effect e = ng_effect_of(m->lexicon, s, light);
  ng_footing_apply(f, e == NG_DENIES || e == NG_ALLEGES ? NG_SAYS_NOTHING : e);
  bool negative = f->negative;
  ng_own_cues(s, light, f);
  if (f->negative != negative && ng_unit_is(s, light, "announce")) {
    f->negative = negative; /* "did not announce the talks" */
    ng_footing_combine(f, NG_POSSIBLE);
  }
}

/* What stands around a noun that no light verb has for its object. */
static void
noun_cues(const ng_syntax *s, const ng_pattern *p, uint32_t unit, ng_footing *f)
{
  subject_cues(s, counting(s, unit), f);
  before_cue(s, p, unit, f);
  for_cue(s, p, unit, f);
  contest_cue(s, p, unit, f);
  tip_cue(s, unit, f);
  approved_cue(s, p, unit, f);
  more_cue(s, p, unit, f);
  ng_noun_cues(s, counting(s, unit), f);
  if (ng_unit_at(s, unit)->upos == NG_NOUN)
    behind_cue(s, unit, f);
}

ng_footing
ng_footing_of(const ng_matcher *m, const ng_pattern *p, uint32_t unit,
              uint32_t light)
{
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
  participle_cues(s, p, unit, &f);
  draft_cue(s, p, unit, &f);
  if (ng_is_idea(s, unit) && f.course == NG_OCCURRED)
    f.course = NG_POSSIBLE;
  if (is_command(s, light == NG_NONE ? unit : light) && !is_headline(m, unit))
    ng_footing_combine(&f, NG_DESIRED);
  uint32_t at = unit;
  if (!ng_is_verb(s, unit))
    announced_cue(s, p, light != NG_NONE ? light : verb_over(s, unit), &f);
  if (light != NG_NONE) {
    light_cues(m, light, &f);
    at = light;
    noun = false;
  }
  if (noun)
    noun_cues(s, p, unit, &f);
  ng_footing_outward(m, noun ? counting(s, at) : at, said, &f);
  if (light == NG_NONE && f.course == NG_OCCURRED &&
      ng_unit_at(s, unit)->upos == NG_NOUN &&
      ng_unit_is(s, unit,
                 "invasion war conflict partnership cooperation "
                 "alliance relationship negotiation negotiations "
                 "dialogue occupation siege blockade"))
    f.course = NG_ONGOING; /* until a date says otherwise */
  if ((!said || is_habit(s, unit)) && !is_headline(m, unit))
    present_tense(s, p, unit, &f);
  settle_class(p, &f);
  if (!noun && light == NG_NONE && ng_is_infinitive(s, unit) &&
      ng_unit_at(s, unit)->head == NG_NONE)
    ng_footing_combine(&f, NG_SCHEDULED); /* "had been due to attack" */
  if (is_question(m, unit) &&
      !(said && (reports_quotation(m, unit) || has_quoted_question(m, unit)))) {
    ng_footing_suppose(&f);
  }
  return f;
}
