/* sense.c - words that mean another thing than their pattern's, as those
 * who fill its roles and what stands beside it show: products are released,
 * politicians attack each other in words, candidates hold rallies. */
#include "extract/events/sense.h"
#include "link/sport.h"

/* --- who fills a role ----------------------------------------------------- */

static ng_type
filler_type(const ng_matcher *m, const ng_filler *f)
{
  return f->entity & NG_DESCRIBED
             ? ng_described_type(m, f->entity & ~NG_DESCRIBED)
             : (ng_type)m->doc->entities.at[f->entity].type;
}

bool
ng_are_all(const ng_matcher *m, const ng_match *match, uint8_t role,
           uint64_t types)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < match->n; i++) {
    if (match->fillers[i].role != role)
      continue;
    if (!(types >> filler_type(m, &match->fillers[i]) & 1))
      return false;
    n++;
  }
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (match->plain[i].slot->slot == role)
      return false;
  return n > 0;
}

bool
ng_is_nobody(const ng_match *match, uint8_t role)
{
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (match->plain[i].slot->slot == role)
      return false;
  return !ng_match_has(match, role);
}

/* --- words beside it ------------------------------------------------------ */

uint32_t
ng_beside(const ng_syntax *s, uint32_t unit, const char *prepositions,
          const char *words)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c > unit && ng_is_behind(s, c, prepositions) &&
        (!words || ng_unit_is(s, c, words)))
      return c;
  return NG_NONE;
}

bool
ng_has_before(const ng_syntax *s, uint32_t noun, const char *words)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_COMPOUND || r == NG_REL_AMOD || r == NG_REL_NMOD) &&
        ng_unit_is(s, c, words))
      return true;
  }
  return false;
}

bool
ng_has_object(const ng_syntax *s, uint32_t verb, const char *words)
{
  ng_units objects;
  ng_units_clear(&objects);
  ng_deep_objects(s, verb, &objects);
  for (uint32_t i = 0; i < objects.n; i++)
    if (ng_unit_is(s, objects.at[i], words))
      return true;
  return false;
}

bool
ng_has_in_subject(const ng_syntax *s, uint32_t verb, const char *words)
{
  ng_units subjects;
  ng_units_clear(&subjects);
  ng_all_subjects(s, verb, &subjects);
  for (uint32_t i = 0; i < subjects.n; i++)
    if (ng_unit_is(s, subjects.at[i], words))
      return true;
  return false;
}

bool
ng_has_in_sentence(const ng_matcher *m, uint32_t unit, const char *words)
{
  const ng_sentence *s = &m->doc->sentences.at[ng_unit_sentence(m->doc, unit)];
  for (uint32_t u = s->unit; u < s->unit_end; u++)
    if (ng_unit_is(&m->syntax, u, words))
      return true;
  return false;
}

bool
ng_theme_is(const ng_syntax *s, const ng_match *match, const char *words)
{
  return match->theme != NG_NONE && ng_unit_is(s, match->theme, words);
}

uint32_t
ng_noun_is(const ng_syntax *s, const ng_match *match, const char *words)
{
  uint32_t noun = match->pattern->trigger == NG_TRIGGER_NOUN ? match->trigger
                                                             : match->theme;
  return noun != NG_NONE && ng_unit_is(s, noun, words) ? noun : NG_NONE;
}

/* "X talked to the BBC": an interview. */
static bool
is_interview(const ng_matcher *m, const ng_match *match)
{
  for (uint32_t i = 0; i < match->n; i++)
    if (match->fillers[i].role == NG_ROLE_participant &&
        filler_type(m, &match->fillers[i]) == NG_MEDIA &&
        ng_is_verb(&m->syntax, match->trigger))
      return true;
  return false;
}

/* "X discussed the crisis", with nobody: X spoke of it.  Not so of who did so
 * at talks that are told of, nor of bodies, whose members discuss it. */
static bool
is_alone(const ng_matcher *m, const ng_match *match)
{
  uint8_t xpos = ng_unit_at(&m->syntax, match->trigger)->xpos;
  if (!ng_unit_is(&m->syntax, match->trigger, "discuss") ||
      (xpos != NG_XPOS_VBD && xpos != NG_XPOS_VBZ && xpos != NG_XPOS_VBP) ||
      match->n_plain > 0 ||
      !ng_are_all(m, match, NG_ROLE_participant,
                  NG_TYPE_BIT(NG_PERSON) | NG_TYPE_BIT(NG_COUNTRY) |
                      NG_TYPE_BIT(NG_GOVERNMENT) | NG_TYPE_BIT(NG_ENTITY)))
    return false;
  ng_units subjects;
  ng_units_clear(&subjects);
  uint32_t n = 0;
  for (uint32_t i = 0; i < match->n; i++)
    n += match->fillers[i].role == NG_ROLE_participant;
  ng_all_subjects(&m->syntax, match->trigger, &subjects);
  return n == 1 && subjects.n == 1 &&
         ng_unit_at(&m->syntax, subjects.at[0])->xpos != NG_XPOS_NNS &&
         ng_event_again(m, match) == NG_NONE;
}

/* "was brought to Serbia for trial": not yet "brought to trial". */
static bool
is_yet_to_try(const ng_syntax *s, const ng_match *match)
{
  return match->several && ng_unit_is(s, match->trigger, "bring") &&
         ng_beside(s, match->trigger, "for", "trial") != NG_NONE;
}

/* "reforms have been derailed": trains are. */
static bool
is_figure(const ng_syntax *s, uint32_t verb)
{
  return ng_is_verb(s, verb) && ng_unit_is(s, verb, "derail") &&
         !ng_has_object(s, verb, "train tram carriage locomotive wagon") &&
         !ng_has_in_subject(s, verb, "train tram carriage locomotive wagon");
}

/* "his talk at the conference", "the consultation on the bill": one speaks, the
 * others listen, or the other way round. */
static bool
is_talk(const ng_syntax *s, const ng_match *match)
{
  return match->pattern->trigger == NG_TRIGGER_NOUN &&
         (ng_str_equal(ng_unit_text(s, match->trigger), NG_LIT("talk")) ||
          ng_str_equal(ng_unit_text(s, match->trigger),
                       NG_LIT("consultation"))) &&
         ng_beside(s, match->trigger, "with between", NULL) == NG_NONE;
}

/* "X is cooperating with the government": with X unknown, nothing is told. */
static bool
is_one_sided(const ng_matcher *m, const ng_match *match)
{
  return match->n == 0 && match->n_plain == 1 &&
         ng_is_verb(&m->syntax, match->trigger) &&
         ng_beside(&m->syntax, match->trigger, "with", NULL) ==
             match->plain[0].unit;
}

/* "X agreed: 'Things are going well.'": X says so, too. */
static bool
is_said_too(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t speech = m->speech[match->trigger];
  uint32_t that = ng_child(s, match->trigger, NG_REL_CCOMP);
  if (ng_unit_is(s, match->trigger, "agree concur") && that != NG_NONE &&
      match->n + match->n_plain == 1 &&
      ng_are_all(m, match, NG_ROLE_participant, NG_TYPE_BIT(NG_PERSON)) &&
      ng_child(s, that, NG_REL_AUX) == NG_NONE)
    return true; /* "X agreed that it was so" */
  return ng_unit_is(s, match->trigger, "agree concur") && speech &&
         m->doc->speeches.at[speech - 1].quoted &&
         match->n + match->n_plain == 1;
}

/* "ready to attack", "prepared to test a missile": nothing to agree on. */
static bool
is_threat(const ng_syntax *s, uint32_t adjective)
{
  uint32_t what = ng_child(s, adjective, NG_REL_XCOMP);
  return what != NG_NONE &&
         ng_unit_is(s, adjective, "ready prepared willing") &&
         ng_unit_is(s, what,
                    "attack test fight fire launch strike invade retaliate "
                    "shoot bomb kill die defend resist");
}

/* "an official who declined to be named": in passing. */
static bool
is_unnamed(const ng_syntax *s, uint32_t verb)
{
  uint32_t what = ng_child(s, verb, NG_REL_XCOMP);
  return what != NG_NONE && ng_unit_is(s, verb, "decline refuse") &&
         ng_unit_at(s, what)->xpos == NG_XPOS_VBN &&
         ng_unit_is(s, what, "name identify quote");
}

/* Is the article on sport?  Where no linker asked, it is found out now. */
static bool
is_on_sport(const ng_matcher *m)
{
  ng_doc *doc = m->doc;
  if (!doc->sport)
    doc->sport = (uint8_t)(ng_sport_of_article(doc) + 1);
  return doc->sport != NG_SPORT_NONE + 1;
}

/* --- all of it ------------------------------------------------------------ */

bool
ng_match_is_other_sense(const ng_matcher *m, ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (match->pattern->evokes != NG_EVOKES_EVENT)
    return false;
  if (ng_is_play(m, match) && is_on_sport(m))
    return true;
  switch ((ng_event_class)match->pattern->class) {
  case NG_EVENT_Agreement:
    return is_said_too(m, match) || is_threat(s, match->trigger);
  case NG_EVENT_Rejection:
    return is_unnamed(s, match->trigger);
  case NG_EVENT_Cooperation:
    return is_one_sided(m, match);
  case NG_EVENT_Negotiation:
    return is_interview(m, match) || is_alone(m, match) || is_talk(s, match);
  case NG_EVENT_Attack:
    return ng_is_other_attack(m, match);
  case NG_EVENT_Release:
    return ng_is_of_things(m, match);
  case NG_EVENT_Conviction:
    return ng_is_other_conviction(m, match);
  case NG_EVENT_CriminalCharge:
    return ng_is_in_charge(s, match);
  case NG_EVENT_Investigation:
    return ng_is_study(m, match);
  case NG_EVENT_Election:
    return ng_is_other_vote(m, match);
  case NG_EVENT_Legislation:
    return ng_is_no_law(m, match);
  case NG_EVENT_TariffImposition:
  case NG_EVENT_Concession:
    return ng_is_no_measure(s, match);
  case NG_EVENT_Dismissal:
    return ng_is_injury(m, match);
  case NG_EVENT_Threat:
    return ng_is_advice(s, match->trigger);
  case NG_EVENT_Trial:
    return is_yet_to_try(s, match);
  case NG_EVENT_Disaster:
    return is_figure(s, match->trigger);
  case NG_EVENT_SanctionImposition:
    return ng_is_business(m, match);
  case NG_EVENT_Arrest:
    return ng_is_no_capture(s, match);
  case NG_EVENT_Protest:
    return ng_is_campaign(m, match);
  case NG_EVENT_Appointment:
    return ng_is_mere_choice(m, match);
  case NG_EVENT_Mobilization:
    return ng_is_other_show(m, match);
  case NG_EVENT_Aid:
    return ng_is_no_aid(m, match);
  case NG_EVENT_Demand:
    return ng_is_legal_appeal(m, match);
  case NG_EVENT_Killing:
    return ng_is_other_killing(s, match);
  default:
    return false;
  }
}
