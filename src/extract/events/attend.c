/* attend.c - who attends: "a summit which X and Y had been planning to
 * attend", "a summit that will bring X and Y together"; whose ties an encounter
 * is to strengthen. */
#include "extract/events/events.h"

/* The verb of the relative clause that tells, itself or by its infinitive, of
 * coming there; or NG_NONE. */
static uint32_t
attending(const ng_syntax *s, uint32_t noun)
{
  static const char verbs[] = "attend join hold";
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    if (ng_unit_at(s, c)->label != NG_REL_ACL_RELCL || !ng_is_verb(s, c))
      continue;
    uint32_t to = ng_child(s, c, NG_REL_XCOMP);
    uint32_t verb = to == NG_NONE ? c : to;
    if (ng_unit_is(s, verb, verbs))
      return c;
  }
  return NG_NONE;
}

/* The verb by which the encounter, its subject, is said to bring those together
 * who are its objects; or NG_NONE. */
static uint32_t
gathering(const ng_syntax *s, uint32_t noun)
{
  uint32_t verb = ng_verb_about(s, noun);
  if (verb == NG_NONE)
    return NG_NONE;
  bool brings =
      ng_unit_is(s, verb, "bring") &&
      (ng_child_word(s, verb, NG_REL_ADVMOD, "together back") != NG_NONE ||
       ng_child_word(s, verb, NG_REL_COMPOUND_PRT, "together back") != NG_NONE);
  return brings || ng_unit_is(s, verb, "gather unite assemble") ? verb
                                                                : NG_NONE;
}

/* "X is ready for talks with Y": the word that tells of X; or NG_NONE. */
static uint32_t
readiness(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head;
  return head != NG_NONE && ng_is_behind(s, noun, "for to") &&
                 ng_unit_is(s, head, "ready open willing prepared")
             ? head
             : NG_NONE;
}

static void
add_gathered(const ng_syntax *s, uint32_t verb, ng_units *all)
{
  ng_units objects;
  ng_units_clear(&objects);
  ng_deep_objects(s, verb, &objects);
  for (uint32_t i = 0; i < objects.n; i++)
    ng_conjuncts(s, objects.at[i], all);
}

void
ng_match_add_attending(const ng_matcher *m, ng_match *match)
{
  static const ng_slot slot = {.slot = NG_ROLE_participant,
                               .fill = NG_FILL_ACTOR};
  ng_units all;
  ng_units_clear(&all);
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class > NG_EVENT_Negotiation ||
      match->pattern->trigger != NG_TRIGGER_NOUN)
    return;
  uint32_t verb = attending(&m->syntax, match->trigger);
  uint32_t gathers = gathering(&m->syntax, match->trigger);
  uint32_t ready = readiness(&m->syntax, match->trigger);
  if (verb != NG_NONE && match->pattern->class == NG_EVENT_Meeting)
    ng_all_subjects(&m->syntax, verb, &all);
  else if (gathers != NG_NONE)
    add_gathered(&m->syntax, gathers, &all);
  else if (ready != NG_NONE)
    ng_all_subjects(&m->syntax, ready, &all);
  for (uint32_t i = 0; i < all.n; i++)
    ng_match_add(m, match, &slot, all.at[i]);
}

/* --- "the talks between X and Y focused on ways to boost trade" ------------
 */

/* The encounter that the verb or one above it has as its subject: an event, or
 * NG_NONE. */
static uint32_t
encounter_about(const ng_matcher *m, uint32_t unit)
{
  enum { STEPS = 6 };
  const ng_syntax *s = &m->syntax;
  for (int i = 0; i < STEPS && unit != NG_NONE; i++) {
    ng_units subjects;
    ng_units_clear(&subjects);
    if (ng_is_verb(s, unit))
      ng_deep_subjects(s, unit, &subjects);
    for (uint32_t k = 0; k < subjects.n; k++) {
      uint32_t e = m->event[subjects.at[k]];
      if (e && ng_is_encounter(m->doc->events.at[e - 1].class))
        return e - 1;
    }
    unit = ng_unit_at(s, unit)->head;
  }
  return NG_NONE;
}

/* Is it one of those who meet?  Who hosts the talks of others is none. */
static bool
is_party(const ng_doc *doc, const ng_event *e, const ng_filler *f)
{
  return f->role == NG_ROLE_participant || f->role == NG_ROLE_agent ||
         f->role == NG_ROLE_patient ||
         (f->role == NG_ROLE_host &&
          (e->class == NG_EVENT_Hosting || e->class == NG_EVENT_Visit)) ||
         (f->role == NG_ROLE_place &&
          doc->entities.at[f->entity].type == NG_COUNTRY &&
          e->class == NG_EVENT_Visit);
}

bool
ng_wants_parties(const ng_match *match)
{
  return match->pattern->evokes == NG_EVOKES_EVENT && match->n == 0 &&
         match->n_plain == 0 && match->theme != NG_NONE &&
         match->pattern->trigger == NG_TRIGGER_VERB &&
         (match->pattern->class == NG_EVENT_Cooperation ||
          match->pattern->class == NG_EVENT_Normalization);
}

void
ng_match_add_parties(const ng_matcher *m, ng_match *match)
{
  enum { LENT = 450 };
  static const ng_slot slot = {.slot = NG_ROLE_participant,
                               .fill = NG_FILL_ACTOR};
  const ng_doc *doc = m->doc;
  if (!ng_wants_parties(match))
    return;
  uint32_t about = encounter_about(m, match->trigger), n = 0;
  if (about == NG_NONE)
    return;
  const ng_event *e = &doc->events.at[about];
  for (uint32_t i = 0; i < e->n; i++)
    n += is_party(doc, e, &doc->fillers.at[e->filler + i]);
  for (uint32_t i = 0; n > 1 && i < e->n; i++) {
    const ng_filler *f = &doc->fillers.at[e->filler + i];
    if (is_party(doc, e, f))
      (void)ng_match_put(m, match, &slot, f->entity, LENT);
  }
}
