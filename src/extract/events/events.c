/* events.c - what happens, by the lexicon: triggers and their best patterns. */
#include "extract/events/events.h"
#include "core/fail.h"
#include "extract/events/sense.h"
#include "extract/events/starts.h"

/* --- one trigger
 * ------------------------------------------------------------------ */

/* Is `a` the better reading of a trigger?  A theme makes sure, and so do a
 * subject asked for and several words; then the more roles are filled the
 * better; then what was added to the built-in patterns; then what the lexicon
 * has first. */
static bool
is_better(const ng_matcher *m, const ng_match *a, const ng_match *b)
{
  int sure = (a->theme != NG_NONE) + (a->pattern->subject.n > 0) + a->several;
  sure -= (b->theme != NG_NONE) + (b->pattern->subject.n > 0) + b->several;
  if (sure)
    return sure > 0;
  int roles = __builtin_popcount(a->roles) - __builtin_popcount(b->roles);
  if (roles)
    return roles > 0;
  const ng_pattern *added = m->lexicon->patterns.at + m->lexicon->n_builtin;
  if ((a->pattern >= added) != (b->pattern >= added))
    return a->pattern >= added;
  return a->pattern < b->pattern;
}

/* Is there enough to speak of an event? */
static bool
is_enough(const ng_matcher *m, const ng_match *match)
{
  uint16_t needs = match->pattern->needs;
  uint16_t roles = (uint16_t)(match->roles | ng_match_plain_roles(m, match));
  if (match->pattern->evokes == NG_EVOKES_PHASE)
    return match->events.n > 0;
  uint32_t participants = 0;
  for (uint32_t i = 0; i < match->n; i++)
    participants += match->fillers[i].role == NG_ROLE_participant;
  if (match->pattern->needs_two && participants < 2)
    return false;
  if (match->pattern->needs_any && !(roles & match->pattern->needs_any))
    return false;
  if (needs || match->pattern->needs_any)
    return (roles & needs) == needs;
  unsigned own = (1U << NG_N_ROLES) - 1;
  own &= ~(1U << NG_ROLE_place | 1U << NG_ROLE_topic);
  return (roles & own) != 0;
}

enum { MAX_PHASES = 4 };

/* Patterns at a trigger: the best that makes an event, the best that has
 * nobody in it yet (for nouns that tell of an event again), and phases ("talks
 * began" and "they began talks" look alike until events are known). */
typedef struct {
  ng_match event, again, phases[MAX_PHASES];
  uint32_t n_phases;
  bool has_event, has_again;
} reading;

static void
take_reading(const ng_matcher *m, reading *r, const ng_match *match)
{
  bool enough = is_enough(m, match);
  if (match->pattern->evokes == NG_EVOKES_PHASE) {
    if (enough && r->n_phases < MAX_PHASES)
      r->phases[r->n_phases++] = *match;
  } else if (enough && (!r->has_event || is_better(m, match, &r->event))) {
    r->event = *match;
    r->has_event = true;
  } else if (!enough && !r->has_again &&
             (match->pattern->trigger == NG_TRIGGER_NOUN ||
              ng_wants_parties(match))) {
    r->again = *match;
    r->has_again = true;
  }
}

static void
read_patterns(const ng_matcher *m, const ng_start *start, reading *r)
{
  unsigned kinds = ng_trigger_kinds(ng_unit_at(&m->syntax, start->unit));
  r->has_event = r->has_again = false;
  r->n_phases = 0;
  for (const ng_trigger *t = &m->lexicon->triggers.at[start->trigger]; t;
       t = ng_lexicon_next(m->lexicon, t)) {
    ng_match match;
    if (t->evokes == NG_EVOKES_PREDICATE ||
        !ng_may_trigger(m, kinds, t, start->unit) ||
        !ng_may_have_theme(m, t, start->unit) ||
        !ng_match_trigger(m, t, start->unit, &match))
      continue;
    ng_match_fill(m, &match);
    if (ng_match_is_other_sense(m, &match))
      continue;
    if (match.pattern->evokes == NG_EVOKES_EVENT &&
        ng_is_speech_act((ng_event_class)match.pattern->class))
      ng_match_add_speech(m, &match);
    take_reading(m, r, &match);
  }
}

/* --- one event
 * ---------------------------------------------------------------------- */

static ng_span
evidence_of(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t clause = match->trigger;
  if (match->light != NG_NONE)
    clause = match->light;
  else if (!ng_is_verb(s, clause)) {
    clause = ng_clause(s, clause);
  }
  ng_span span = ng_subtree(s, clause);
  const ng_unit *trigger = ng_unit_at(s, match->trigger);
  /* the clause of a passive participle that modifies a noun lacks the noun */
  if (span.begin > trigger->span.begin)
    span.begin = trigger->span.begin;
  if (span.end < trigger->span.end)
    span.end = trigger->span.end;
  return span;
}

static bool
push_event(ng_matcher *m, const ng_match *match)
{
  ng_doc *doc = m->doc;
  ng_event e = {.class = (ng_event_class)match->pattern->class,
                .own = match->pattern->own,
                .sentence = ng_unit_sentence(doc, match->trigger),
                .unit = match->trigger,
                .trigger = ng_unit_at(&m->syntax, match->trigger)->span,
                .evidence = evidence_of(m, match),
                .filler = doc->fillers.n,
                .n = match->n,
                .time = NG_NONE,
                .mode = ng_event_mode(m, match)};
  e.footing = ng_footing_of(m, match->pattern, match->trigger, match->light);
  e.speech = ng_footing_hear(doc, match->trigger, &e.footing);
  ng_event_untell(m, match, &e);
  for (uint32_t i = 0; i < match->n; i++)
    if (!NG_PUSH(&doc->arena, &doc->fillers, match->fillers[i]))
      return false;
  if (!NG_PUSH(&doc->arena, &doc->events, e))
    return false;
  m->event[match->trigger] = doc->events.n;
  return ng_event_theme(m, match);
}

/* --- the stage
 * ---------------------------------------------------------------------------
 */

/* Keep what is found at a trigger for when all triggers have been seen. */
static bool
read_trigger(ng_matcher *m, const ng_start *start)
{
  ng_arena *arena = &m->doc->arena;
  reading r;
  read_patterns(m, start, &r);
  for (uint32_t i = 0; i < r.n_phases; i++)
    if (!NG_PUSH(arena, &m->phases, r.phases[i]))
      return false;
  if (r.has_event)
    ng_match_add_plain(m, &r.event);
  if (r.has_event) {
    if (r.event.theme != NG_NONE)
      m->taken[r.event.theme] = (uint8_t)(r.event.pattern->class + 1);
    if (r.event.subject != NG_NONE)
      m->taken[r.event.subject] = (uint8_t)(r.event.pattern->class + 1);
    return NG_PUSH(arena, &m->matches, r.event);
  }
  return !r.has_again || NG_PUSH(arena, &m->matches, r.again);
}

/* Make those who are but described entities of the article. */
static bool
describe_all(ng_matcher *m, ng_match *match)
{
  for (uint32_t i = 0; i < match->n; i++) {
    uint32_t *entity = &match->fillers[i].entity;
    if (*entity & NG_DESCRIBED &&
        !ng_describe(m, *entity & ~NG_DESCRIBED, entity))
      return false;
  }
  return true;
}

static bool
has_filler(const ng_doc *doc, const ng_event *e, const ng_filler *filler)
{
  for (uint32_t i = 0; i < e->n; i++) {
    const ng_filler *f = &doc->fillers.at[e->filler + i];
    if (f->entity == filler->entity ||
        (filler->role == NG_ROLE_place && f->role == NG_ROLE_place))
      return true;
  }
  return false;
}

/* Where it is and who else was there, if only now that is told.  Fillers of an
 * event stand together, so they are written anew. */
static bool
add_told(ng_matcher *m, uint32_t event, ng_match *match)
{
  ng_doc *doc = m->doc;
  ng_event *e = &doc->events.at[event];
  uint32_t filler = doc->fillers.n, n = 0;
  ng_footing now =
      ng_footing_of(m, match->pattern, match->trigger, match->light);
  if (e->footing.course == NG_OCCURRED && now.course >= NG_SCHEDULED)
    return true; /* "had been slated to take place in Geneva": did it? */
  if (e->footing.course == NG_OCCURRED && !e->footing.negative)
    ng_match_add_speakers(m, match);
  for (uint32_t i = 0; i < match->n; i++)
    n += (match->fillers[i].role == NG_ROLE_place ||
          match->fillers[i].role == NG_ROLE_participant) &&
         !has_filler(doc, e, &match->fillers[i]);
  if (n == 0)
    return true;
  for (uint32_t i = 0; i < e->n; i++) {
    ng_filler f = doc->fillers.at[e->filler + i];
    if (!NG_PUSH(&doc->arena, &doc->fillers, f))
      return false;
  }
  for (uint32_t i = 0; i < match->n; i++)
    if ((match->fillers[i].role == NG_ROLE_place ||
         match->fillers[i].role == NG_ROLE_participant) &&
        !has_filler(doc, e, &match->fillers[i]) &&
        !NG_PUSH(&doc->arena, &doc->fillers, match->fillers[i]))
      return false;
  e->filler = filler;
  e->n += n;
  return true;
}

/* Make an event of a match, unless it is told of already. */
static bool
use_match(ng_matcher *m, ng_match *match)
{
  ng_arena *arena = &m->doc->arena;
  if (ng_match_is_none(m, match))
    return true;
  ng_match_drop_own(m, match);
  if (is_enough(m, match) && !describe_all(m, match))
    return false;
  if (ng_match_is_generic(m, match))
    return true;
  uint32_t again = ng_event_again(m, match);
  if (again != NG_NONE) {
    m->event[match->trigger] = again + 1;
    return add_told(m, again, match);
  }
  if (!is_enough(m, match)) {
    ng_match_go_on(m, match);
    ng_match_add_parties(m, match);
  }
  if (!is_enough(m, match))
    return true;
  again = ng_statement_again(m, match);
  if (again != NG_NONE) {
    m->event[match->trigger] = again + 1;
    return match->content.n == 0 || NG_PUSH(arena, &m->contents, *match);
  }
  if (match->content.n && !NG_PUSH(arena, &m->contents, *match))
    return false;
  if (!NG_PUSH(arena, &m->lights, match->light) || !push_event(m, match))
    return false;
  ng_event_amount(m, match);
  return true;
}

/* Whoever says it without a name: "officials said", "according to witnesses".
 */
static bool
describe_speaker(ng_matcher *m, ng_match *match, const ng_slot *slot)
{
  const ng_syntax *s = &m->syntax;
  ng_units subjects;
  ng_units_clear(&subjects);
  uint32_t head = ng_unit_at(s, match->trigger)->head;
  if (ng_is_verb(s, match->trigger) &&
      ng_unit_relation(s, match->trigger) != NG_REL_CASE)
    ng_deep_subjects(s, match->trigger, &subjects);
  else if (ng_unit_is(s, match->trigger, "according accord") && head != NG_NONE)
    ng_units_add(&subjects, head);
  for (uint32_t i = 0; i < subjects.n; i++)
    ng_match_add(m, match, slot, subjects.at[i]);
  ng_match_name_plain(m, match);
  return describe_all(m, match);
}

/* A speech whose verb no pattern knows is a statement. */
static bool
state(ng_matcher *m, ng_speech *speech)
{
  static const ng_pattern statement = {.evokes = NG_EVOKES_EVENT,
                                       .class = NG_EVENT_Statement,
                                       .course = NG_NO_COURSE,
                                       .content_course = NG_NO_COURSE};
  static const ng_pattern report = {.evokes = NG_EVOKES_EVENT,
                                    .class = NG_EVENT_Report,
                                    .course = NG_NO_COURSE,
                                    .content_course = NG_NO_COURSE};
  static const ng_slot slot = {.slot = NG_ROLE_speaker};
  static const char documents[] =
      "it statement letter text document resolution communique";
  ng_match match = {.pattern = ng_is_report(m, speech) ? &report : &statement,
                    .trigger = speech->unit,
                    .theme = NG_NONE,
                    .light = NG_NONE,
                    .subject = NG_NONE};
  for (uint32_t i = 0; i < speech->n; i++)
    ng_match_add_entity(m, &match, &slot,
                        m->doc->members.at[speech->speaker + i]);
  ng_match_add_speech(m, &match);
  if (!ng_match_has(&match, NG_ROLE_speaker) && speech->n > 0)
    return true;
  if (speech->n == 0 && !describe_speaker(m, &match, &slot))
    return false;
  if (ng_child_word(&m->syntax, speech->unit, NG_REL_COMPOUND_PRT, "off") !=
      NG_NONE)
    return true; /* "called off a meeting" */
  if (match.n == 0 && !ng_has_in_subject(&m->syntax, speech->unit, documents))
    return true; /* "they said": who?  "Asked about it" */
  speech->event = ng_statement_again(m, &match);
  if (speech->event != NG_NONE) {
    m->event[speech->unit] = speech->event + 1;
    return true;
  }
  if (!NG_PUSH(&m->doc->arena, &m->lights, NG_NONE) || !push_event(m, &match))
    return false;
  speech->event = m->doc->events.n - 1;
  m->doc->events.at[speech->event].evidence = speech->frame;
  return true;
}

/* "according to a statement released by the army": who released it is told. */
static uint32_t
released(const ng_matcher *m, const ng_speech *speech)
{
  const ng_doc *doc = m->doc;
  bool to = ng_unit_is(&m->syntax, speech->unit, "according accord");
  for (uint32_t e = doc->events.n; (speech->n == 0 || to) && e-- > 0;) {
    const ng_event *o = &doc->events.at[e];
    if (o->sentence != speech->sentence)
      break;
    uint32_t head = doc->units.at[o->unit].head;
    if (o->class == NG_EVENT_Statement && head != NG_NONE &&
        (o->unit < head || !ng_is_verb(&m->syntax, head)) &&
        (!to || doc->units.at[o->unit].label == NG_REL_ACL) &&
        doc->units.at[head].span.begin >= speech->frame.begin &&
        doc->units.at[head].span.end <= speech->frame.end)
      return e;
  }
  return NG_NONE;
}

/* The same; it is then not told in its own words. */
static uint32_t
use_released(ng_matcher *m, const ng_speech *speech)
{
  uint32_t e = released(m, speech);
  if (e == NG_NONE)
    return e;
  ng_event *o = &m->doc->events.at[e];
  if (o->speech == (uint32_t)(speech - m->doc->speeches.at)) {
    o->speech = NG_NONE;
    o->footing.voiced = false;
  }
  return e;
}

/* "The minister clarified": who is told, though not by name. */
static bool
is_by_somebody(const ng_matcher *m, const ng_speech *speech)
{
  ng_units subjects;
  ng_units_clear(&subjects);
  if (speech->n > 0 || speech->unsaid || speech->hearsay ||
      ng_unit_at(&m->syntax, speech->unit)->xpos != NG_XPOS_VBD)
    return false;
  ng_deep_subjects(&m->syntax, speech->unit, &subjects);
  return subjects.n == 1 && ng_is_somebody(m, subjects.at[0]);
}

/* The events that the sentence's speeches are. */
static bool
name_speeches(ng_matcher *m, uint32_t sentence)
{
  uint32_t first = m->next_speech;
  for (; m->next_speech < m->doc->speeches.n &&
         m->doc->speeches.at[m->next_speech].sentence <= sentence;
       m->next_speech++) {
    ng_speech *speech = &m->doc->speeches.at[m->next_speech];
    speech->event = NG_NONE;
    if (speech->unit == NG_NONE)
      continue;
    if (m->event[speech->unit])
      speech->event = m->event[speech->unit] - 1;
    else
      speech->event = use_released(m, speech);
    if (speech->event != NG_NONE || ng_same_act(m, speech->unit) != NG_NONE)
      continue;
    if ((ng_is_statement(m, speech) || ng_is_needed(m, m->next_speech) ||
         is_by_somebody(m, speech)) &&
        !state(m, speech))
      return false;
  }
  for (; first < m->next_speech; first++) {
    ng_speech *speech = &m->doc->speeches.at[first];
    uint32_t act = speech->event == NG_NONE && speech->unit != NG_NONE
                       ? ng_same_act(m, speech->unit)
                       : NG_NONE;
    if (act != NG_NONE)
      speech->event = m->event[act] - 1;
  }
  return true;
}

static bool
read_sentence(ng_matcher *m, uint32_t index)
{
  const ng_sentence *s = &m->doc->sentences.at[index];
  uint32_t first = m->doc->events.n;
  m->phases.n = m->contents.n = m->matches.n = 0;
  for (const ng_start *t; (t = ng_next_start(m, s));)
    if (!read_trigger(m, t))
      return false;
  ng_matches_drop_doubles(m);
  for (uint32_t i = 0; i < m->matches.n; i++)
    if (!use_match(m, &m->matches.at[i]))
      return false;
  if (!name_speeches(m, index))
    return false;
  if (!ng_event_times(m, index, first))
    return false;
  return ng_event_ties(m) && ng_event_order(m, index);
}

static ng_status
read_sentences(ng_matcher *m, ng_error *err)
{
  const ng_doc *doc = m->doc;
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    if (s->unit_end - s->unit > NG_MAX_SENTENCE)
      continue;
    if (!read_sentence(m, i))
      return ng_fail(err, NG_ERR_LIMIT, s->span.begin, "too many events");
  }
  return NG_OK;
}

ng_status
ng_find_events(const ng_context *context, ng_doc *doc, ng_error *err)
{
  ng_matcher m = {.context = context, .lexicon = context->lexicon, .doc = doc};
  doc->fillers.n = 0;
  doc->events.n = 0;
  doc->ties.n = 0;
  if (!m.lexicon || !context->model)
    return NG_OK;
  while (m.first_described < doc->entities.n &&
         doc->entities.at[m.first_described].n_mentions)
    m.first_described++;
  m.of = ng_lexicon_preposition(m.lexicon, NG_LIT("of"));
  m.event = NG_NEW(&doc->arena, uint32_t, doc->units.n + 1);
  m.speech = NG_NEW(&doc->arena, uint32_t, doc->units.n + 1);
  m.taken = NG_NEW(&doc->arena, uint8_t, doc->units.n + 1);
  if (!m.event || !m.speech || !m.taken || !ng_matcher_read(&m))
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many words for their events");
  for (uint32_t i = 0; i < doc->speeches.n; i++)
    if (doc->speeches.at[i].unit != NG_NONE)
      m.speech[doc->speeches.at[i].unit] = i + 1;
  NG_TRY(read_sentences(&m, err));
  ng_event_occasions(&m);
  ng_settle_voices(doc);
  return NG_OK;
}
