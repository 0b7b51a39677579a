/* merge.c - one event told twice: "the talks", "the summit". */
#include "extract/events/events.h"

/* How many sentences back "the talks" may mean. */
enum { REACH = 8 };

/* How sure, in thousandths, that whoever met last meets again. */
enum { LENT = 450 };

bool
ng_is_speech_act(ng_event_class class)
{
  switch (class) {
  case NG_EVENT_Statement:
  case NG_EVENT_Report:
  case NG_EVENT_Demand:
  case NG_EVENT_Accusation:
  case NG_EVENT_Condemnation:
  case NG_EVENT_Denial:
  case NG_EVENT_Rejection:
  case NG_EVENT_Threat:
  case NG_EVENT_Encouragement:
  case NG_EVENT_Support:
    return true;
  default:
    return false;
  }
}

static bool
is_definite(const ng_syntax *s, uint32_t unit)
{
  uint32_t det = ng_child(s, unit, NG_REL_DET);
  return det != NG_NONE && ng_unit_is(s, det, "the this that these those both");
}

static bool
has_filler(const ng_doc *doc, const ng_event *e, uint32_t entity)
{
  for (uint32_t i = 0; i < e->n; i++)
    if (doc->fillers.at[e->filler + i].entity == entity)
      return true;
  return false;
}

/* Is whoever takes part now among those who did then?  Then it may be the same;
 * of nobody, it is. */
static bool
is_part(const ng_doc *doc, const ng_event *e, const ng_match *match)
{
  for (uint32_t i = 0; i < match->n; i++)
    if (match->fillers[i].role != NG_ROLE_place &&
        !has_filler(doc, e, match->fillers[i].entity))
      return false;
  return true;
}

bool
ng_is_encounter(ng_event_class class)
{
  return class <= NG_EVENT_PhoneCall;
}

/* Were all there who take part now? */
static bool
are_those(const ng_doc *doc, const ng_event *e, const ng_match *match)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < match->n; i++) {
    if (match->fillers[i].role != NG_ROLE_participant)
      continue;
    if (!has_filler(doc, e, match->fillers[i].entity))
      return false;
    n++;
  }
  return n > 0;
}

/* Did it get those who take part from other talks?  See ng_match_go_on(). */
static bool
is_lent(const ng_doc *doc, const ng_event *e)
{
  return e->n > 0 && doc->fillers.at[e->filler].confidence == LENT;
}

/* "who attended the ceremony": the one that they are said to attend already. */
static bool
attends_again(const ng_matcher *m, const ng_match *match)
{
  return match->pattern->class == NG_EVENT_Meeting && match->theme != NG_NONE &&
         ng_unit_is(&m->syntax, match->trigger, "attend") &&
         is_definite(&m->syntax, match->theme);
}

/* "X met Y ... The two discussed trade": what they did when they met. */
static uint32_t
occasion(const ng_matcher *m, const ng_match *match)
{
  enum { NEAR = 3 };
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  bool attends = attends_again(m, match);
  if (!attends && (match->pattern->class != NG_EVENT_Negotiation ||
                   !ng_unit_is(&m->syntax, match->trigger,
                               "discuss talk exchange consult")))
    return NG_NONE;
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + NEAR < sentence)
      break;
    if (attends && (e->class != NG_EVENT_Meeting ||
                    !ng_unit_is(&m->syntax, e->unit, "attend")))
      continue;
    if (ng_is_encounter(e->class) && !e->footing.negative &&
        e->footing.course <= NG_ONGOING && are_those(doc, e, match))
      return i;
  }
  return NG_NONE;
}

/* "the next election", "a second meeting": not the one told of before. */
static bool
is_another(const ng_syntax *s, uint32_t noun)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_is(s, c,
                   "next new another other second third fourth upcoming "
                   "forthcoming future further previous earlier fresh separate "
                   "subsequent"))
      return true;
  return false;
}

/* "when they meet on July 12": the meeting of that day; "the July 10 talks":
 * those of that day, or else the only ones told of that have been held and of
 * which no day is known yet. */
static uint32_t
of_day(const ng_matcher *m, const ng_match *match, const ng_time *t)
{
  const ng_doc *doc = m->doc;
  uint32_t sentence = t->sentence, found = NG_NONE, n = 0;
  bool over = match->pattern->trigger == NG_TRIGGER_NOUN && doc->date &&
              is_definite(&m->syntax, match->trigger) &&
              match->pattern->class <= NG_EVENT_Negotiation &&
              t->earliest == t->latest && t->latest &&
              t->latest <= ng_date_last(doc->date);
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + REACH < sentence)
      break;
    if (!ng_is_encounter(e->class) || e->footing.presupposed ||
        e->footing.negative || !is_part(doc, e, match))
      continue;
    if (e->earliest == t->earliest && e->latest == t->latest)
      return i;
    if (over && !e->earliest && !e->latest &&
        e->class <= NG_EVENT_Negotiation && e->footing.course == NG_OCCURRED) {
      found = i;
      n++;
    }
  }
  return n == 1 ? found : NG_NONE;
}

static bool
is_kind(const ng_event *e, const ng_match *match)
{
  return e->class == match->pattern->class && e->own == match->pattern->own;
}

/* "was shot and wounded": one attack in two words, if neither has an object of
 * its own. */
static uint32_t
joined_before(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  const ng_doc *doc = m->doc;
  uint32_t verb = match->trigger, first = ng_first_conjunct(s, verb);
  uint32_t e = m->event[first] ? m->event[first] - 1 : NG_NONE;
  if (first == verb || e == NG_NONE ||
      ng_is_speech_act((ng_event_class)match->pattern->class) ||
      ng_child(s, verb, NG_REL_NSUBJ) != NG_NONE ||
      (ng_child(s, verb, NG_REL_OBJ) != NG_NONE &&
       ng_child(s, first, NG_REL_OBJ) != NG_NONE))
    return NG_NONE;
  const ng_event *o = &doc->events.at[e];
  return is_kind(o, match) && o->unit == first && is_part(doc, o, match)
             ? e
             : NG_NONE;
}

/* "the 2008 attacks": not those of which that is not known. */
static bool
has_other_day(const ng_matcher *m, const ng_event *e, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  bool dated = false;
  if (ng_is_encounter(e->class))
    return false; /* see of_day() */
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    dated |= ng_unit_at(s, c)->kind == NG_UNIT_DATE;
  if (!dated)
    return false;
  uint32_t time = ng_time_beside(m, noun);
  const ng_time *t = time == NG_NONE ? NULL : &m->doc->times.at[time];
  return !t || e->earliest < t->earliest || e->latest > t->latest ||
         e->earliest == 0;
}

/* "met to prepare for the summit", "the raid has nothing to do with the August
 * 7 bombing": two of a sentence that tells them apart by their order or day. */
static bool
is_apart(const ng_matcher *m, const ng_event *e, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  uint32_t head = ng_unit_at(s, noun)->head;
  if (e->unit == noun || has_other_day(m, e, noun))
    return e->unit != noun;
  if (e->sentence != ng_unit_sentence(m->doc, noun))
    return false;
  return ng_is_below(s, noun, e->unit) &&
         (ng_is_behind(s, noun, "before ahead since until after following") ||
          (head != NG_NONE && ng_unit_is(s, head, "prepare preparation")));
}

uint32_t
ng_event_again(const ng_matcher *m, const ng_match *match)
{
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  ng_event_class class = (ng_event_class)match->pattern->class;
  bool definite = is_definite(&m->syntax, match->trigger);
  uint32_t time =
      ng_is_encounter(class) ? ng_time_beside(m, match->trigger) : NG_NONE;
  if (match->pattern->trigger == NG_TRIGGER_VERB) {
    uint32_t met = NG_NONE;
    if (time != NG_NONE && match->n > 1)
      met = of_day(m, match, &doc->times.at[time]);
    if (met == NG_NONE)
      met = joined_before(m, match);
    return met != NG_NONE ? met : occasion(m, match);
  }
  if (time != NG_NONE)
    return of_day(m, match, &doc->times.at[time]);
  ng_mode mode = ng_event_mode(m, match);
  uint32_t actors = 0;
  for (uint32_t i = 0; i < match->n; i++)
    actors += match->fillers[i].role != NG_ROLE_place;
  if (match->pattern->trigger != NG_TRIGGER_NOUN ||
      (actors == 0 && !definite) || is_another(&m->syntax, match->trigger))
    return NG_NONE;
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + REACH < sentence)
      break;
    if (is_kind(e, match) && !e->footing.presupposed && !is_lent(doc, e) &&
        is_part(doc, e, match) && !is_apart(m, e, match->trigger) &&
        (!mode || !e->mode || mode == e->mode) &&
        (actors > 1 || definite || e->sentence == sentence))
      return i;
  }
  return NG_NONE;
}

bool
ng_is_occasion(const ng_syntax *s, uint32_t noun)
{
  return ng_unit_is(s, noun,
                    "round session stage phase date day time prospect "
                    "opportunity chance slot");
}

/* Is it what the sentence says a day to come for: "The next round of talks is
 * set for Monday"? */
static bool
is_fixed(const ng_matcher *m, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  uint32_t head = ng_unit_at(s, noun)->head;
  if (head != NG_NONE && ng_is_occasion(s, head) &&
      ng_is_behind(s, noun, "of for"))
    noun = head;
  return ng_unit_relation(s, noun) == NG_REL_NSUBJ &&
         ng_is_ahead(m, ng_unit_sentence(m->doc, noun));
}

/* The last talks told of, with those who took part; or NG_NONE. */
static uint32_t
last_talks(const ng_doc *doc, uint32_t sentence)
{
  for (uint32_t i = doc->events.n; i-- > 0;) {
    const ng_event *e = &doc->events.at[i];
    if (e->sentence + REACH < sentence)
      break;
    uint32_t n = 0;
    for (uint32_t k = 0; k < e->n; k++)
      n += doc->fillers.at[e->filler + k].role == NG_ROLE_participant;
    if (n > 1 && e->class <= NG_EVENT_Negotiation)
      return i;
  }
  return NG_NONE;
}

void
ng_match_go_on(const ng_matcher *m, ng_match *match)
{
  static const ng_slot slot = {.slot = NG_ROLE_participant,
                               .fill = NG_FILL_ACTOR};
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, match->trigger);
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class > NG_EVENT_Negotiation ||
      match->pattern->trigger != NG_TRIGGER_NOUN || match->n > 0 ||
      match->n_plain > 0 || is_definite(&m->syntax, match->trigger) ||
      !is_fixed(m, match->trigger))
    return;
  uint32_t last = last_talks(doc, sentence);
  if (last == NG_NONE)
    return;
  const ng_event *e = &doc->events.at[last];
  for (uint32_t k = 0; k < e->n; k++)
    if (doc->fillers.at[e->filler + k].role == NG_ROLE_participant)
      (void)ng_match_put(m, match, &slot, doc->fillers.at[e->filler + k].entity,
                         LENT);
}
