/* statement.c - events in the words of others, and the statements that these
 * are told in.
 */
#include "extract/events/events.h"
#include "extract/syntax/branch.h"

/* What one only thinks, nobody stated. */
static const char thoughts[] = "believe think hope fear doubt worry expect "
                               "estimate suspect feel evidence proof sign "
                               "indication anger worry conviction view "
                               "opinion judgment judgement assessment "
                               "estimation eye";

uint32_t
ng_speech_at(const ng_doc *doc, uint32_t unit)
{
  return unit < doc->voices.n ? doc->voices.at[unit] : NG_NONE;
}

/* "falsely claimed", "wrongly said" */
static bool
is_wrongly_said(const ng_doc *doc, uint32_t verb)
{
  static const char wrongly[] = " falsely wrongly mistakenly erroneously "
                                "incorrectly untruthfully baselessly ";
  return verb != NG_NONE && verb > 0 && ng_unit_in(doc, verb - 1, wrongly);
}

uint32_t
ng_footing_hear(const ng_doc *doc, uint32_t unit, ng_footing *footing)
{
  uint32_t speech = ng_speech_at(doc, unit);
  footing->voiced = speech != NG_NONE;
  if (speech == NG_NONE)
    return speech;
  const ng_speech *s = &doc->speeches.at[speech];
  if (s->hearsay && footing->certainty < NG_ALLEGED)
    footing->certainty = NG_ALLEGED;
  if (is_wrongly_said(doc, s->unit) && footing->certainty < NG_DOUBTFUL)
    footing->certainty = NG_DOUBTFUL;
  if (s->unsaid && footing->course <= NG_ONGOING)
    footing->course = NG_POSSIBLE;
  /* "denied the attack": there may have been one; "denied reports of one" */
  if (s->denied && !s->unsaid &&
      (doc->units.at[unit].upos == NG_VERB || s->of_talk))
    footing->negative = true;
  return speech;
}

/* "According to officials", "according to the statement": a mere reference, no
 * act of saying of its own. */
static bool
is_reference(const ng_syntax *s, uint32_t unit)
{
  static const char sources[] =
      "official source statement figure data report document record list poll "
      "survey study estimate witness law constitution rule treaty agreement "
      "investigator police authority law media account indictment";
  uint32_t noun = ng_unit_at(s, unit)->head;
  return ng_unit_is(s, unit, "according accord") && noun != NG_NONE &&
         noun > unit && s->mention[noun] == NG_NONE &&
         ng_unit_is(s, noun, sources);
}

/* Is an event told in its words? */
static bool
tells_event(const ng_doc *doc, const ng_speech *s)
{
  enum { LATE = 32 };
  uint32_t speech = (uint32_t)(s - doc->speeches.at);
  for (uint32_t i = doc->events.n, seen = 0; i-- > 0 && seen < LATE; seen++)
    if (doc->events.at[i].speech == speech)
      return true;
  return false;
}

/* Does the verb of saying tell of something that may be an event? */
static bool
tells_match(const ng_matcher *m, uint32_t verb)
{
  uint32_t speech = m->speech[verb];
  for (uint32_t i = 0; speech && i < m->matches.n; i++)
    if (m->matches.at[i].trigger != verb &&
        ng_speech_at(m->doc, m->matches.at[i].trigger) == speech - 1)
      return true;
  return false;
}

bool
ng_is_said_in_passing(const ng_matcher *m, uint32_t verb)
{
  const ng_syntax *s = &m->syntax;
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  return ng_unit_at(s, verb)->label == NG_REL_ACL_RELCL && subject != NG_NONE &&
         !ng_is_relative(s, subject) && !tells_match(m, verb);
}

bool
ng_is_own_word(const ng_matcher *m, uint32_t verb)
{
  static const char saying[] =
      "think believe say add note stress argue maintain emphasize emphasise "
      "insist suggest admit predict guess reiterate repeat underline point";
  const ng_syntax *s = &m->syntax;
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  uint8_t xpos = ng_unit_at(s, verb)->xpos;
  return (xpos == NG_XPOS_VBP || xpos == NG_XPOS_VB) && subject != NG_NONE &&
         ng_unit_is(s, subject, "i we") && ng_unit_is(s, verb, saying) &&
         ng_speech_at(m->doc, verb) != NG_NONE && !tells_match(m, verb);
}

bool
ng_is_statement(const ng_matcher *m, const ng_speech *s)
{
  return s->n > 0 && !s->unsaid && !s->hearsay &&
         (!is_reference(&m->syntax, s->unit) || tells_event(m->doc, s)) &&
         !ng_unit_is(&m->syntax, s->unit, thoughts) &&
         !ng_is_said_in_passing(m, s->unit) && !ng_is_own_word(m, s->unit);
}

/* The event that tells of `event`, or NG_NONE. */
static uint32_t
teller(const ng_doc *doc, uint32_t event)
{
  uint32_t speech = doc->events.at[event].speech;
  return speech == NG_NONE ? NG_NONE : doc->speeches.at[speech].event;
}

/* An act of speaking is told in what is around its own words; what is no act of
 * speaking told nothing. */
static void
untell_itself(ng_doc *doc, uint32_t event)
{
  ng_event *e = &doc->events.at[event];
  if (!ng_is_speech_act(e->class)) {
    doc->speeches.at[e->speech].event = NG_NONE;
    return;
  }
  while (e->speech != NG_NONE && teller(doc, event) == event)
    e->speech = doc->speeches.at[e->speech].outer;
  e->footing.voiced = e->speech != NG_NONE;
}

/* Does `a` rather hold `b` than be held by it? */
static bool
is_wider(const ng_event *a, const ng_event *b)
{
  bool report = a->class == NG_EVENT_Report;
  if (report != (b->class == NG_EVENT_Report))
    return report;
  return a->evidence.end - a->evidence.begin >
         b->evidence.end - b->evidence.begin;
}

/* "The FSA added that the firms were admitting ...": of two acts that seem to
 * tell each other, the one with the wider words is the article's own. */
static void
break_circle(ng_doc *doc, uint32_t event)
{
  enum { DEPTH = 8 };
  uint32_t widest = event, up = teller(doc, event);
  for (int i = 0; i < DEPTH && up != NG_NONE && up != event; i++) {
    if (is_wider(&doc->events.at[up], &doc->events.at[widest]))
      widest = up;
    up = teller(doc, up);
  }
  if (up != event)
    return;
  doc->events.at[widest].speech = NG_NONE;
  doc->events.at[widest].footing.voiced = false;
}

void
ng_settle_voices(ng_doc *doc)
{
  for (uint32_t i = 0; i < doc->events.n; i++)
    if (teller(doc, i) == i)
      untell_itself(doc, i);
  for (uint32_t i = 0; i < doc->events.n; i++)
    break_circle(doc, i);
}

/* --- runs of statements ----------------------------------------------------
 */

/* Does the phrase say where, when or to whom it was said: another occasion? */
static bool
has_occasion(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = s->child[match->trigger]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_OBL && c > match->trigger) || r == NG_REL_IOBJ ||
        r == NG_REL_OBJ)
      return true;
  }
  return ng_match_has(match, NG_ROLE_addressee);
}

/* A paragraph that begins with the speaker, named anew by what he is ("The
 * minister explained"), turns to another matter. */
static bool
turns_to_another(const ng_matcher *m, const ng_match *match)
{
  const ng_doc *doc = m->doc;
  uint32_t who = ng_child(&m->syntax, match->trigger, NG_REL_NSUBJ);
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  uint32_t begin = doc->tokens.at[doc->sentences.at[sentence].token].begin;
  return who != NG_NONE && ng_unit_at(&m->syntax, who)->upos == NG_NOUN &&
         !ng_unit_is(&m->syntax, who, /* goes on */
                     "statement communique letter declaration report release "
                     "message document text") &&
         begin > 0 && doc->text.at[begin - 1] == '\n';
}

/* Have event and match the same speakers? */
static bool
same_speakers(const ng_doc *doc, const ng_event *e, const ng_match *match)
{
  uint32_t common = 0, of_event = 0, of_match = 0;
  for (uint32_t i = 0; i < match->n; i++)
    of_match += match->fillers[i].role == NG_ROLE_speaker;
  for (uint32_t k = 0; k < e->n; k++) {
    const ng_filler *f = &doc->fillers.at[e->filler + k];
    if (f->role != NG_ROLE_speaker)
      continue;
    of_event++;
    for (uint32_t i = 0; i < match->n; i++)
      common += match->fillers[i].role == NG_ROLE_speaker &&
                match->fillers[i].entity == f->entity;
  }
  return common > 0 && common == of_event && common == of_match;
}

uint32_t
ng_statement_again(const ng_matcher *m, const ng_match *match)
{
  enum { REACH = 3 };
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  if (match->pattern->class != NG_EVENT_Statement || has_occasion(m, match) ||
      turns_to_another(m, match))
    return NG_NONE;
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + REACH < sentence)
      break;
    if (e->class != NG_EVENT_Statement)
      continue;
    bool same = same_speakers(doc, e, match) && !e->footing.negative &&
                e->footing.course == NG_OCCURRED &&
                e->speech == ng_speech_at(doc, match->trigger);
    return same ? i : NG_NONE;
  }
  return NG_NONE;
}

bool
ng_is_needed(const ng_matcher *m, uint32_t speech)
{
  const ng_speech *s = &m->doc->speeches.at[speech];
  if (s->n > 0 || s->unsaid || s->hearsay || !ng_is_verb(&m->syntax, s->unit) ||
      ng_unit_is(&m->syntax, s->unit, thoughts))
    return false;
  return tells_event(m->doc, s);
}

bool
ng_is_report(const ng_matcher *m, const ng_speech *s)
{
  return s->n > 0 &&
         m->doc->entities.at[m->doc->members.at[s->speaker]].type == NG_MEDIA &&
         ng_unit_is(&m->syntax, s->unit, "report according accord write quote");
}
