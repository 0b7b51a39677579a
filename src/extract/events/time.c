/* time.c - when: times to the events that they date. */
#include "extract/events/events.h"

uint32_t
ng_time_unit(const ng_matcher *m, const ng_time *t)
{
  const ng_sentence *s = &m->doc->sentences.at[t->sentence];
  uint32_t found = NG_NONE;
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    const ng_unit *u = &m->doc->units.at[i];
    if (u->span.end <= t->span.begin || u->span.begin >= t->span.end)
      continue;
    if (u->head == NG_NONE)
      return i;
    const ng_unit *h = &m->doc->units.at[u->head];
    if (h->span.end <= t->span.begin || h->span.begin >= t->span.end)
      found = i;
  }
  return found;
}

/* "visited Brest to attend a summit in May" */
static bool
is_purpose(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_relation(s, verb) == NG_REL_ADVCL &&
         ng_unit_at(s, verb)->xpos == NG_XPOS_VB &&
         ng_child_word(s, verb, NG_REL_MARK, "to") != NG_NONE;
}

/* "the talks scheduled for Monday", "the vote to be held in May" */
static bool
is_held(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_at(s, verb)->label == NG_REL_ACL &&
         ng_unit_is(s, verb, "schedule plan slate set hold host open");
}

/* "the Act of 1867", "the 2020 election": the time is that of the noun, and of
 * nothing beyond it. */
static bool
belongs_to_noun(const ng_syntax *s, uint32_t time)
{
  uint32_t head = ng_unit_at(s, time)->head, p = ng_preposition(s, time);
  ng_relation r = ng_unit_relation(s, time);
  if (head == NG_NONE || ng_is_verb(s, head))
    return false;
  if (ng_unit_at(s, time)->label == NG_REL_NMOD_POSS)
    return true;    /* "last Friday's hit" */
  if (p != NG_NONE) /* "in the early hours of Monday" is on Monday */
    return r == NG_REL_NMOD && ng_unit_is(s, p, "of") &&
           !ng_unit_is(s, head,
                       "hour morning afternoon evening night day dawn end "
                       "start beginning course week weekend half part");
  return time < head && (r == NG_REL_COMPOUND || r == NG_REL_AMOD ||
                         r == NG_REL_NUMMOD || r == NG_REL_NMOD);
}

/* "Speaking in Berlin today, X said": one act. */
static bool
is_speaking(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_relation(s, verb) == NG_REL_ADVCL &&
         ng_unit_at(s, verb)->xpos == NG_XPOS_VBG &&
         ng_unit_is(s, verb, "speak talk address write");
}

/* "The next round of talks is set for Monday", "The earliest prospect for a
 * meeting is May": what the subject is a round of or a day for. */
static uint32_t
event_below(const ng_matcher *m, uint32_t noun, uint32_t first)
{
  const ng_syntax *s = &m->syntax;
  if (!ng_is_occasion(s, noun))
    return NG_NONE;
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (c > noun && ng_is_behind(s, c, "of for")) {
      uint32_t e = ng_event_at(m, c, first);
      return e != NG_NONE && e >= first ? e : NG_NONE;
    }
  return NG_NONE;
}

/* The event of a word around the verb `unit`: "is to meet on Monday" may have
 * its date on "is"; or NG_NONE. */
static uint32_t
event_around(const ng_matcher *m, uint32_t unit, uint32_t first)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r != NG_REL_XCOMP && r != NG_REL_OBJ && r != NG_REL_NSUBJ) ||
        (r != NG_REL_XCOMP && ng_is_of_later(s, unit)))
      continue;
    uint32_t e = ng_event_at(m, c, first);
    /* one of an earlier sentence only as the meeting that the clause is about:
     * "The talks had been slated for Monday" */
    bool about = r == NG_REL_NSUBJ && e != NG_NONE &&
                 ng_is_encounter(m->doc->events.at[e].class);
    if (e != NG_NONE && (e >= first || about))
      return e;
    e = r == NG_REL_NSUBJ ? event_below(m, c, first) : NG_NONE;
    if (e != NG_NONE)
      return e;
  }
  return NG_NONE;
}

/* "a pact that took effect in 2019", "talks that began on Monday": the day is
 * theirs. */
static bool
is_beginning(const ng_syntax *s, uint32_t verb)
{
  if (ng_unit_at(s, verb)->label != NG_REL_ACL_RELCL ||
      ng_child(s, verb, NG_REL_NSUBJ) == NG_NONE ||
      !ng_is_relative(s, ng_child(s, verb, NG_REL_NSUBJ)))
    return false;
  uint32_t object = ng_child(s, verb, NG_REL_OBJ);
  return ng_unit_is(s, verb, "begin start open occur happen erupt") ||
         (ng_unit_is(s, verb, "hold sign conclude reach") &&
          ng_is_passive(s, verb)) ||
         (ng_unit_is(s, verb, "take") && object != NG_NONE &&
          ng_unit_is(s, object, "effect place"));
}

/* Is a time below the word that of nothing above it? */
static bool
keeps_time(const ng_syntax *s, uint32_t unit, bool itself)
{
  uint8_t label = ng_unit_at(s, unit)->label;
  if (is_beginning(s, unit))
    return false;
  if (ng_is_verb(s, unit))
    return label == NG_REL_ACL_RELCL ||
           (is_purpose(s, unit) && ng_unit_is(s, unit, "prepare plan")) ||
           (ng_unit_relation(s, unit) != NG_REL_XCOMP && !is_purpose(s, unit) &&
            !is_held(s, unit) && !is_speaking(s, unit));
  /* "the unrest and the closing on Monday": of the closing; "X, who was a
   * leader until 2001, went" */
  return label == NG_REL_CONJ || label == NG_REL_ACL_RELCL ||
         (!itself && ng_child(s, unit, NG_REL_COP) != NG_NONE);
}

/* "came ahead of the vote on May 5", "followed by a vote on May 5", taken for
 * when they came: the time is that of the noun right before it; or NG_NONE. */
static uint32_t
noun_before(const ng_matcher *m, uint32_t time)
{
  const ng_syntax *s = &m->syntax;
  uint32_t p = ng_preposition(s, time), over = ng_unit_at(s, time)->head;
  if (p == NG_NONE || p == 0 || p + 1 != time || over == NG_NONE)
    return NG_NONE;
  uint32_t noun = p - 1, head = ng_unit_at(s, noun)->head;
  if (head == NG_NONE || (over != noun && over != head))
    return NG_NONE;
  bool ahead = ng_is_behind(s, noun, "ahead before until") ||
               ng_unit_is(s, head, "ahead");
  bool order = ng_unit_at(s, noun)->label == NG_REL_OBL_AGENT &&
               ng_unit_is(s, head, "follow precede");
  bool occasion =
      m->event[noun] ||
      ng_unit_is(s, noun,
                 "election vote referendum poll primary caucus runoff summit "
                 "meeting talk visit deadline anniversary trial hearing "
                 "ceremony inauguration conference debate match final game "
                 "start opening launch release");
  return (ahead || order) && occasion ? noun : NG_NONE;
}

/* The event that a time which hangs on `unit` dates: the next one above. */
static uint32_t
dated(const ng_matcher *m, uint32_t unit, uint32_t first)
{
  uint32_t noun = noun_before(m, unit);
  if (noun != NG_NONE)
    return ng_event_at(m, noun, first);
  if (belongs_to_noun(&m->syntax, unit))
    return ng_event_at(m, ng_unit_at(&m->syntax, unit)->head, first);
  for (int i = 0; unit != NG_NONE && i < 4; i++) {
    uint32_t e = ng_event_at(m, unit, first);
    if (e == NG_NONE)
      e = event_around(m, unit, first);
    if (e != NG_NONE)
      return e; /* perhaps one of an earlier sentence: "the talks" */
    if (keeps_time(&m->syntax, unit, i == 0))
      return NG_NONE;
    unit = ng_unit_at(&m->syntax, unit)->head;
  }
  return NG_NONE;
}

static bool
is_within(ng_span inner, ng_span outer)
{
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

/* Is the time that of the verb, whatever phrases are between?  Not in "X, who
 * retires in May, said". */
static bool
hangs_on(const ng_syntax *s, uint32_t unit, uint32_t verb)
{
  for (int i = 0; i < 6 && unit != NG_NONE; i++) {
    if (unit == verb)
      return true;
    ng_relation r = ng_unit_relation(s, unit);
    if (r == NG_REL_NSUBJ || r == NG_REL_CCOMP ||
        (r == NG_REL_ADVCL && !is_speaking(s, unit)) ||
        ng_unit_at(s, unit)->label == NG_REL_ACL_RELCL)
      return false;
    unit = ng_unit_at(s, unit)->head;
  }
  return false;
}

/* "X met Y, Z said on Friday", "in remarks aired on Sunday, Z said that X met
 * Y": a time outside the words that are said is that of the saying, whatever it
 * hangs on. */
static uint32_t
said_then(const ng_matcher *m, const ng_time *t, uint32_t unit, uint32_t event)
{
  const ng_doc *doc = m->doc;
  for (uint32_t i = m->next_speech; i-- > 0;) {
    const ng_speech *s = &doc->speeches.at[i];
    if (s->sentence < t->sentence)
      break;
    if (s->sentence != t->sentence || s->event == NG_NONE ||
        s->unit == NG_NONE || is_within(t->span, s->content))
      continue;
    if (event == NG_NONE ? hangs_on(&m->syntax, unit, s->unit)
                         : is_within(doc->events.at[event].trigger, s->content))
      return s->event;
  }
  return event;
}

bool
ng_time_may_date(const ng_time *t)
{
  return (t->type == NG_TIME_DATE || t->type == NG_TIME_TIME) &&
         (t->earliest || t->latest);
}

/* "at 2am local time (0100 UTC) on Sunday": what is near behind tells of which
 * day the hour is. */
static bool
is_hour_of(const ng_doc *doc, uint32_t hour, const ng_time *day)
{
  enum { NEAR = 30 };
  const ng_time *t = &doc->times.at[hour];
  ng_str text = ng_doc_text(doc, t->span);
  for (size_t i = 1; i < text.len; i++)
    if (ng_is_upper(text.at[i - 1]) && text.at[i] >= 'a' && text.at[i] <= 'z')
      return false; /* "4:42 on Saturday" has its day */
  return t->type == NG_TIME_TIME && day->type == NG_TIME_DATE &&
         day->grain == NG_GRAIN_DAY && t->sentence == day->sentence &&
         t->span.end <= day->span.begin &&
         day->span.begin - t->span.end <= NEAR;
}

/* "from July 13 to July 16": does the time at `index` end what the one before
 * it begins? */
static bool
ends_range(const ng_doc *doc, uint32_t index)
{
  const ng_time *t = &doc->times.at[index];
  const ng_time *from = index > 0 ? t - 1 : t;
  return index > 0 && from->relation == NG_TIME_SINCE &&
         from->sentence == t->sentence && from->span.end < t->span.begin &&
         from->earliest && from->earliest < t->latest &&
         ng_str_equal(
             ng_doc_text(doc, (ng_span){from->span.end, t->span.begin}),
             NG_LIT(" to "));
}

/* "on the same day" */
static bool
is_same_day(const ng_doc *doc, const ng_time *t)
{
  ng_str text = ng_doc_text(doc, t->span);
  return text.len >= 8 && memcmp(text.at + text.len - 8, "same day", 8) == 0;
}

static void
set_time(const ng_doc *doc, ng_event *e, uint32_t index)
{
  const ng_time *t = &doc->times.at[index];
  if (is_same_day(doc, t) && t->earliest > ng_date_last(doc->date))
    return; /* the one told of before may be another */
  if ((e->time != NG_NONE && !is_hour_of(doc, e->time, t)) ||
      (t->relation == NG_TIME_SINCE && e->footing.course != NG_ONGOING))
    return; /* "the first since 2018" was not in 2018 */
  e->time = index;
  e->earliest = ends_range(doc, index) ? t[-1].earliest : t->earliest;
  e->latest = t->latest;
  e->bound = t->relation != NG_TIME_AT;
}

/* Date the event, and what the same verb tells of besides: "hosted a summit on
 * Monday". */
static void
set_times(ng_matcher *m, uint32_t event, uint32_t first, uint32_t index)
{
  ng_event *e = m->doc->events.at;
  set_time(m->doc, &e[event], index);
  for (uint32_t k = first; k < m->doc->events.n; k++)
    if (k != event && m->lights.at[k] == e[event].unit)
      set_time(m->doc, &e[k], index);
}

/* What is dated after the article has not happened; what is dated long before
 * it no longer goes on. */
static void
judge(ng_event *e, ng_date today, uint8_t xpos)
{
  enum { LONG = 60, WEEK = 7 };
  bool said = ng_is_speech_act(e->class);
  bool past = xpos == NG_XPOS_VBD || (said && xpos == NG_XPOS_VBN);
  /* "criticised it this Thursday", on a Sunday: not the Thursday to come;
   * "ordered him to stay until May 5": not ordered then */
  if (past && e->earliest > today && e->footing.course == NG_OCCURRED &&
      (ng_date_days(e->earliest) < ng_date_days(today) + WEEK || said)) {
    e->earliest = e->latest = 0;
    e->time = NG_NONE;
    e->bound = false;
  }
  if ((e->earliest > today &&
       (e->footing.course == NG_OCCURRED || e->footing.course == NG_ONGOING)) ||
      (e->earliest >= today && e->footing.course == NG_ONGOING &&
       ng_is_encounter(e->class)))
    e->footing.course = NG_SCHEDULED;
  if (e->latest && e->footing.course == NG_ONGOING &&
      ng_date_days(e->latest) + LONG < ng_date_days(today))
    e->footing.course = NG_OCCURRED;
}

/* "Three months ago," he said, "I ...": what he speaks of was then, not his
 * words. */
static bool
is_quoted_by(const ng_matcher *m, const ng_time *t, uint32_t event)
{
  const ng_doc *doc = m->doc;
  for (uint32_t i = m->next_speech; i-- > 0;) {
    const ng_speech *s = &doc->speeches.at[i];
    if (s->sentence < t->sentence)
      break;
    if (s->event == event && s->quoted && is_within(t->span, s->content) &&
        !is_within(t->span, s->frame))
      return true;
  }
  return false;
}

uint32_t
ng_times_of(const ng_doc *doc, uint32_t sentence)
{
  uint32_t low = 0, high = doc->times.n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->times.at[middle].sentence < sentence)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool
is_of(const ng_doc *doc, uint32_t time, uint32_t sentence)
{
  return time < doc->times.n && doc->times.at[time].sentence == sentence;
}

uint32_t
ng_time_beside(const ng_matcher *m, uint32_t trigger)
{
  const ng_doc *doc = m->doc;
  uint32_t sentence = ng_unit_sentence(doc, trigger);
  bool verb = ng_is_verb(&m->syntax, trigger);
  for (uint32_t i = ng_times_of(doc, sentence); is_of(doc, i, sentence); i++) {
    uint32_t unit = ng_time_unit(m, &doc->times.at[i]);
    if (unit != NG_NONE && doc->units.at[unit].head == trigger &&
        ng_time_may_date(&doc->times.at[i]) &&
        (verb || belongs_to_noun(&m->syntax, unit)))
      return i;
  }
  return NG_NONE;
}

bool
ng_is_ahead(const ng_matcher *m, uint32_t sentence)
{
  const ng_doc *doc = m->doc;
  for (uint32_t i = ng_times_of(doc, sentence); is_of(doc, i, sentence); i++)
    if (doc->date && ng_time_may_date(&doc->times.at[i]) &&
        doc->times.at[i].earliest >= ng_date_first(doc->date))
      return true;
  return false;
}

/* "following the closing of his office on Monday, X warned": the day is that of
 * the closing; who speaks after talks on Monday speaks that day. */
static bool
is_of_what_was_before(const ng_syntax *s, const ng_time *t, uint32_t time)
{
  enum { DEPTH = 3 };
  uint32_t at = ng_unit_at(s, time)->head;
  for (int i = 0; i < DEPTH && at != NG_NONE && t->grain == NG_GRAIN_DAY; i++) {
    if (ng_unit_at(s, at)->upos != NG_NOUN)
      return false;
    if (ng_is_behind(s, at, "after following since"))
      return !ng_unit_is(s, at,
                         "talk talks meeting summit visit conference briefing "
                         "hearing call session interview speech ceremony "
                         "debate vote event match game hour day week month "
                         "year dinner lunch");
    at = ng_unit_at(s, at)->head;
  }
  return false;
}

/* Give the time its event. */
static bool
use_time(ng_matcher *m, uint32_t index, uint32_t first)
{
  const ng_doc *doc = m->doc;
  const ng_time *t = &doc->times.at[index];
  uint32_t unit = ng_time_may_date(t) ? ng_time_unit(m, t) : NG_NONE;
  /* alone it is a dateline; not in "The earliest date for talks is May 5" */
  if (unit == NG_NONE || (doc->units.at[unit].head == NG_NONE &&
                          ng_child(&m->syntax, unit, NG_REL_COP) == NG_NONE))
    return true;
  uint32_t e = ng_first_since(m, t, unit, first);
  if (e != NG_NONE)
    return ng_push_last(m, e, index);
  e = said_then(m, t, unit, dated(m, unit, first));
  if (e == NG_NONE || is_quoted_by(m, t, e))
    return true;
  uint32_t head = doc->units.at[unit].head;
  /* "the July 10 election" is told apart by its day: not known to be the one of
   * before */
  if (e < first && head != NG_NONE && m->event[head] == e + 1 &&
      !ng_is_encounter(doc->events.at[e].class))
    return true;
  if (e >= first && doc->events.at[e].unit != head &&
      is_of_what_was_before(&m->syntax, t, unit))
    return true;
  set_times(m, e, first, index);
  return true;
}

/* "In 1980 X boycotted the games over Y's invasion of Z": what has no day of
 * its own, and is told of by the way under a verb that is dated long before the
 * article, no longer goes on. */
static void
judge_by_the_way(const ng_matcher *m, ng_event *e, ng_date today)
{
  enum { DEPTH = 6, LONG = 366 };
  const ng_doc *doc = m->doc;
  uint32_t unit = e->unit;
  if (e->footing.course != NG_ONGOING || e->earliest || e->latest ||
      doc->units.at[unit].upos != NG_NOUN)
    return;
  for (int i = 0; i < DEPTH && unit != NG_NONE; i++) {
    uint32_t t = doc->units.at[unit].xpos == NG_XPOS_VBD
                     ? ng_time_beside(m, unit)
                     : NG_NONE;
    if (t != NG_NONE && doc->times.at[t].relation == NG_TIME_AT &&
        doc->times.at[t].latest &&
        ng_date_days(doc->times.at[t].latest) + LONG < ng_date_days(today))
      e->footing.course = NG_OCCURRED;
    unit = doc->units.at[unit].head;
  }
}

bool
ng_event_times(ng_matcher *m, uint32_t sentence, uint32_t first)
{
  const ng_doc *doc = m->doc;
  for (uint32_t i = ng_times_of(doc, sentence); is_of(doc, i, sentence); i++)
    if (!use_time(m, i, first))
      return false;
  ng_date today = doc->date ? ng_date_last(doc->date) : 0;
  for (uint32_t e = first; today && e < doc->events.n; e++) {
    judge(&m->doc->events.at[e], today,
          doc->units.at[doc->events.at[e].unit].xpos);
    judge_by_the_way(m, &m->doc->events.at[e], today);
  }
  return true;
}
