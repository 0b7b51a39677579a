/* pronouns.c - whom "it", "its" and "they" mean within a sentence, "I"
 * and "we" in a quotation: "Hungary said it would support", "Russia faces
 * sanctions for its invasion", "X was received by Y in Paris, where they held
 * talks".
 *
 * "It" is whoever is the subject of the clause, or of the clauses around it, if
 * that is a state or body and stands before the pronoun; "they" the two persons
 * of the clause around it.  Nothing is said of other sentences.
 */
#include "extract/events/events.h"

/* Clauses around the pronoun's own. */
enum { CLAUSES = 4, WORDS = 6 };

static const char acting[] =
    "government authority authorities police military army navy administration "
    "regime parliament senate court ministry cabinet council commission "
    "congress assembly agency party union bloc alliance company group";

/* "vetoed a resolution condemning its invasion": not the resolution's. */
static const char documents[] =
    "resolution statement letter bill law order decree motion report article "
    "declaration petition message video post tweet plan proposal";

static bool
is_body(const ng_syntax *s, uint32_t unit)
{
  if (s->mention[unit] == NG_NONE)
    return ng_unit_is(s, unit, acting);
  const ng_mention *n = &s->doc->mentions.at[s->mention[unit]];
  uint32_t entity = n->denotes != NG_NONE ? n->denotes : n->entity;
  switch (s->doc->entities.at[entity].type) {
  case NG_COUNTRY:
  case NG_REGION:
  case NG_GROUP:
    return true;
  default:
    return s->doc->entities.at[entity].type >= NG_ORGANIZATION &&
           s->doc->entities.at[entity].type < NG_TEAM;
  }
}

/* The verb whose clause the word is in, or NG_NONE. */
static uint32_t
verb_over(const ng_syntax *s, uint32_t unit)
{
  for (int i = 0; i < WORDS && unit != NG_NONE; i++) {
    unit = ng_unit_at(s, unit)->head;
    if (unit != NG_NONE && ng_is_verb(s, unit))
      return unit;
  }
  return NG_NONE;
}

/* The one subject of the verb, if it may be what "it" means; NG_NONE if not;
 * *other: there is one, and it is something else. */
static uint32_t
subject_of(const ng_syntax *s, uint32_t verb, uint32_t pronoun, bool *other)
{
  ng_units all, joined;
  ng_units_clear(&all);
  ng_units_clear(&joined);
  ng_deep_subjects(s, verb, &all);
  if (ng_is_passive(s, verb)) {
    all.n = 0;
    ng_deep_objects(s, verb, &all);
  }
  *other = false;
  if (all.n != 1 || all.at[0] >= pronoun)
    return NG_NONE;
  ng_conjuncts(s, all.at[0], &joined);
  *other = joined.n > 1 || (ng_unit_at(s, all.at[0])->upos != NG_PRON &&
                            !ng_unit_is(s, all.at[0], documents));
  return joined.n == 1 && is_body(s, all.at[0]) ? all.at[0] : NG_NONE;
}

/* "vetoed a resolution condemning its invasion", "denied reports that it had
 * attacked": of whoever does so to what is written or said of it. */
static bool
is_of_subject(const ng_syntax *s, uint32_t noun)
{
  uint32_t verb = ng_unit_at(s, noun)->head;
  if (ng_unit_relation(s, noun) != NG_REL_OBJ || verb == NG_NONE)
    return false;
  return ng_unit_is(s, noun, documents) ||
         ng_unit_is(s, verb, "deny dismiss reject refute rebut dispute");
}

/* Is the pronoun part of what the verb's requital is for: "for its attack",
 * "because it attacked"?  *when: or of when it came, "after its plane fell". */
static bool
is_reason(const ng_syntax *s, uint32_t unit, uint32_t verb, bool *when)
{
  for (int i = 0; i < WORDS && unit != verb && unit != NG_NONE; i++) {
    uint32_t mark = ng_child(s, unit, NG_REL_MARK);
    *when |= ng_is_behind(s, unit, "after since following") ||
             (mark != NG_NONE && ng_unit_is(s, mark, "after since as"));
    if (ng_is_behind(s, unit, "for over about because due of") ||
        (mark != NG_NONE && ng_unit_is(s, mark, "for because of over")))
      return true;
    unit = ng_unit_at(s, unit)->head;
  }
  return false;
}

/* "condemned Russia for its attack": Russia's.  True if there is somebody whom
 * the verb requites, so that the subject is not meant; *who may be NG_NONE. */
static bool
is_requited(const ng_syntax *s, uint32_t unit, uint32_t verb, uint32_t *who)
{
  ng_units all;
  ng_units_clear(&all);
  bool when = false;
  *who = NG_NONE;
  ng_requited(s, verb, &all);
  if (all.n != 1 || all.at[0] >= unit || !is_body(s, all.at[0]))
    return false;
  if (is_reason(s, unit, verb, &when))
    *who = all.at[0];
  return *who != NG_NONE || when;
}

/* "said X had attacked it": who attacked is not who was. */
static bool
is_other_than_subject(const ng_syntax *s, uint32_t unit)
{
  ng_relation r = ng_unit_relation(s, unit);
  return r == NG_REL_OBJ || r == NG_REL_IOBJ ||
         (r == NG_REL_OBL && !ng_unit_is(s, unit, "its"));
}

uint32_t
ng_it_means(const ng_syntax *s, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(s, unit);
  bool its = ng_unit_is(s, unit, "its"), other = false;
  if (!its && !(ng_unit_is(s, unit, "it") && u->upos == NG_PRON))
    return NG_NONE;
  uint32_t verb = verb_over(s, unit), who;
  bool object = verb != NG_NONE && is_other_than_subject(s, unit);
  if (object)
    verb = ng_unit_at(s, verb)->head;
  for (int i = 0; i < CLAUSES && verb != NG_NONE; i++) {
    if (!object && is_requited(s, unit, verb, &who))
      return who;
    uint32_t subject = subject_of(s, verb, unit, &other);
    if (subject != NG_NONE)
      return subject;
    verb = other ? NG_NONE : ng_unit_at(s, verb)->head;
    if (verb != NG_NONE && !ng_is_verb(s, verb) && !is_of_subject(s, verb))
      return NG_NONE; /* "fears that it may": of whatever is feared */
  }
  return NG_NONE;
}

void
ng_they_mean(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  uint32_t own = ng_unit_at(s, unit)->head, verb;
  if (!ng_unit_is(s, unit, "they") ||
      ng_unit_relation(s, unit) != NG_REL_NSUBJ || own == NG_NONE)
    return;
  ng_relation r = ng_unit_relation(s, own);
  verb = verb_over(s, own);
  if (verb == NG_NONE || (r != NG_REL_ACL && r != NG_REL_ADVCL))
    return;
  for (uint32_t c = s->child[verb]; c != NG_NONE && c < unit; c = s->next[c]) {
    ng_relation role = ng_unit_relation(s, c);
    ng_units all;
    ng_units_clear(&all);
    if (role != NG_REL_NSUBJ && role != NG_REL_OBJ && role != NG_REL_OBL)
      continue;
    ng_conjuncts(s, c, &all);
    for (uint32_t i = 0; i < all.n; i++)
      if (ng_unit_is_person(s, all.at[i]))
        ng_units_add(out, all.at[i]);
  }
  if (out->n != 2)
    out->n = 0;
}

/* --- "I", "we"
 * ------------------------------------------------------------------ */

/* The state or body that the person governs or speaks for, if the article gives
 * them one such office; or NG_NONE. */
static uint32_t
spoken_for(const ng_doc *doc, uint32_t person)
{
  uint32_t found = NG_NONE;
  for (uint32_t i = 0; i < doc->offices.n; i++) {
    const ng_office *o = &doc->offices.at[i];
    if (o->person != person || o->jurisdiction == NG_NONE ||
        (o->status != NG_OFFICE_CURRENT && o->status != NG_OFFICE_ACTING))
      continue;
    if (found != NG_NONE && found != o->jurisdiction)
      return NG_NONE;
    found = o->jurisdiction;
  }
  return found;
}

/* Whom the speaker's "we" means: a body or state that speaks is itself, and who
 * governs one condemns by his own words but sends its aid; NG_NONE: whom it
 * means depends on who was there. */
static uint32_t
we_mean(const ng_doc *doc, const ng_match *match, uint32_t speaker)
{
  const ng_pattern *p = match->pattern;
  if (p->evokes != NG_EVOKES_EVENT || p->class <= NG_EVENT_Statement ||
      p->class == NG_EVENT_Report)
    return NG_NONE;
  if (doc->entities.at[speaker].type != NG_PERSON)
    return speaker;
  bool said = ng_is_speech_act((ng_event_class)p->class) &&
              p->class != NG_EVENT_Support;
  uint32_t body = spoken_for(doc, speaker);
  return said && body != NG_NONE ? speaker : body;
}

bool
ng_match_add_quoted(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                    uint32_t unit)
{
  enum { SURE = 600, FAIR = 500 };
  const ng_doc *doc = m->doc;
  uint32_t speech = ng_speech_at(doc, unit);
  bool we = ng_unit_is(&m->syntax, unit, "we us");
  if (speech == NG_NONE ||
      (!we && !ng_unit_is(&m->syntax, unit, "i me myself")))
    return false;
  const ng_speech *said = &doc->speeches.at[speech];
  uint32_t who = said->n == 1 ? doc->members.at[said->speaker] : NG_NONE;
  if (!said->quoted || who == NG_NONE)
    return !we;
  if (we)
    who = we_mean(doc, match, who);
  else if (doc->entities.at[who].type != NG_PERSON)
    who = NG_NONE;
  if (who != NG_NONE)
    (void)ng_match_put(m, match, slot, who, we ? FAIR : SURE);
  return who != NG_NONE || !we;
}
