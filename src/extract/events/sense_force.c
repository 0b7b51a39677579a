/* sense_force.c - what is no attack, no killing, no protest and no show of
 * force. */
#include "extract/events/sense.h"

/* --- attacks -------------------------------------------------------------- */

/* "attacked on China arms": a matter, neither a day nor a place. */
static bool
is_matter(const ng_syntax *s, uint32_t unit)
{
  return ng_unit_at(s, unit)->kind != NG_UNIT_DATE &&
         ng_unit_at(s, unit)->upos == NG_NOUN &&
         !ng_unit_is(s, unit,
                     "street road way bus train plane ship boat board campus "
                     "day night morning evening afternoon occasion weekend "
                     "beach border duty ground front side foot holiday trip "
                     "visit patrol path bridge platform tube doorstep");
}

static bool
is_on_matter(const ng_syntax *s, uint32_t verb)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > verb && (ng_is_behind(s, c, "over as") ||
                     ng_child_word(s, c, NG_REL_MARK, "for") != NG_NONE ||
                     (ng_is_behind(s, c, "on for") && is_matter(s, c))))
      return true;
  return false;
}

/* "fought him for custody" */
static bool
is_for_title(const ng_syntax *s, uint32_t at)
{
  static const char prizes[] =
      "custody right rights life seat title crown place job survival future "
      "control share justice freedom";
  uint32_t object = ng_child(s, at, NG_REL_OBJ);
  return ng_unit_is(s, at, "fight battle fighting") &&
         (ng_beside(s, at, "for over", prizes) != NG_NONE ||
          (object != NG_NONE &&
           ng_beside(s, object, "for over", prizes) != NG_NONE));
}

/* "bombarded with adverts", "police raided the office", "teachers carried out
 * strikes", "came under fire over it" */
static bool
is_no_force(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (ng_unit_is(s, at, "bombard"))
    return ng_beside(s, at, "with", NULL) != NG_NONE &&
           ng_beside(s, at, "with",
                     "missile rocket shell artillery mortar bomb drone fire "
                     "stone projectile cannon howitzer gunfire") == NG_NONE;
  if (ng_unit_is(s, at, "raid storm search"))
    return ng_theme_is(s, match,
                       "home office house apartment flat headquarters premise "
                       "building property") &&
           ng_has_in_subject(s, at,
                             "police detective agent investigator prosecutor");
  if (match->pattern->trigger == NG_TRIGGER_NOUN &&
      ng_has_before(s, at, "ddos denial-of-service virus phishing worm spam"))
    return true;
  if (ng_unit_is(s, at, "shoot")) /* a film */
    return ng_are_all(m, match, NG_ROLE_target, NG_TYPE_BIT(NG_ENTITY)) &&
           ng_has_in_sentence(m, at, "film movie audience scene print hindi");
  if (ng_unit_is(s, at, "fight battle combat"))
    return is_for_title(s, at) ||
           ng_has_object(s, at, "opposition competition");
  if (ng_theme_is(s, match, "strike"))
    return ng_has_in_subject(s, at,
                             "union worker teacher nurse driver doctor staff "
                             "employee crew miner student farmer lecturer");
  return ng_unit_is(s, at, "come") && match->several &&
         (is_on_matter(s, at) ||
          ng_are_all(m, match, NG_ROLE_agent, NG_POLITICIANS));
}

/* Is it a place by its name, as "Kenya" of "the Kenya bombing" and "Paris" of
 * "the Paris attacks", where forces strike by their states' names? */
static bool
is_scene(const ng_matcher *m, uint32_t noun, uint32_t name)
{
  const ng_syntax *s = &m->syntax;
  ng_type type = ng_unit_type(s, name);
  if (ng_unit_relation(s, name) != NG_REL_COMPOUND ||
      s->mention[name] == NG_NONE ||
      m->doc->mentions.at[s->mention[name]].kind == NG_KIND_DEMONYM)
    return false;
  return type == NG_CITY || type == NG_BUILDING ||
         ((type == NG_COUNTRY || type == NG_REGION) &&
          ng_unit_is(s, noun,
                     "bombing bomb blast explosion shooting stabbing massacre "
                     "siege hijacking kidnapping"));
}

/* "the US terror attacks", "the Kenya bombing": there, and not by it.  Takes
 * the state out again. */
static void
forget_scene(const ng_matcher *m, ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (match->pattern->trigger != NG_TRIGGER_NOUN)
    return;
  bool scene = ng_has_before(s, match->trigger, "terror terrorist suicide") &&
               ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_COUNTRY));
  if (!ng_match_has(match, NG_ROLE_target))
    for (uint32_t c = s->child[match->trigger];
         c != NG_NONE && c < match->trigger; c = s->next[c])
      scene |= is_scene(m, match->trigger, c);
  if (scene)
    ng_match_drop(match, NG_ROLE_agent);
}

/* "Labour attacked over poster", "Mr X will attack the Liberals", "his attack
 * on Labour", "the parties clashed over tax", "declared war on each other". */
static bool
is_war_of_words(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  bool by = ng_are_all(m, match, NG_ROLE_agent, NG_POLITICIANS);
  if (ng_are_all(m, match, NG_ROLE_participant,
                 NG_TYPE_BIT(NG_PARTY) | NG_TYPE_BIT(NG_GOVERNMENT) |
                     NG_TYPE_BIT(NG_INTERNATIONAL)))
    return is_on_matter(s, at) || !ng_match_has(match, NG_ROLE_place);
  if (ng_theme_is(s, match, "war") &&
      ng_has_before(s, match->theme, "trade price tariff bidding propaganda"))
    return true;
  if (ng_theme_is(s, match, "war"))
    return by &&
           !ng_are_all(m, match, NG_ROLE_target,
                       NG_TYPE_BIT(NG_COUNTRY) | NG_TYPE_BIT(NG_REGION) |
                           NG_TYPE_BIT(NG_GROUP) | NG_TYPE_BIT(NG_MILITARY));
  if (!ng_unit_is(s, at, "attack assault"))
    return false;
  by |= ng_is_nobody(match, NG_ROLE_agent); /* no power: persons are none */
  if (ng_is_verb(s, at) && !ng_is_passive(s, at) &&
      ng_are_all(m, match, NG_ROLE_agent, NG_POLITICIANS) &&
      is_on_matter(s, at))
    return true;
  if (!ng_is_verb(s, at))
    return by && ng_are_all(m, match, NG_ROLE_target, NG_TYPE_BIT(NG_PARTY)) &&
           ng_child(s, at, NG_REL_COMPOUND) == NG_NONE;
  if (ng_is_passive(s, at))
    return by && is_on_matter(s, at) &&
           ng_are_all(m, match, NG_ROLE_target, NG_POLITICIANS);
  return (by && ng_are_all(m, match, NG_ROLE_target, NG_TYPE_BIT(NG_PARTY))) ||
         ng_has_object(s, at, "party record policy plan idea");
}

/* "bombings of US embassies that killed twelve": the bombings did, and not
 * those whom they were aimed at. */
static bool
is_of_attack(const ng_syntax *s, uint32_t verb)
{
  enum { STEPS = 4 };
  static const char attacks[] =
      "attack bombing bomb blast explosion strike airstrike raid shooting "
      "assault shelling ambush offensive massacre violence clash fighting "
      "unrest riot war conflict crash fire";
  uint32_t at = ng_unit_at(s, verb)->head;
  uint32_t subject = ng_child_label(s, verb, NG_REL_NSUBJ);
  if (ng_unit_at(s, verb)->label != NG_REL_ACL_RELCL || subject == NG_NONE ||
      !ng_unit_is(s, subject, "that which"))
    return false;
  for (int i = 0; i < STEPS && at != NG_NONE; i++) {
    ng_relation r = ng_unit_relation(s, at);
    if (r != NG_REL_NMOD && r != NG_REL_CONJ && r != NG_REL_APPOS)
      return false;
    at = ng_unit_at(s, at)->head;
    if (at != NG_NONE && ng_unit_is(s, at, attacks))
      return true;
  }
  return false;
}

bool
ng_is_other_attack(const ng_matcher *m, ng_match *match)
{
  forget_scene(m, match);
  if (is_of_attack(&m->syntax, match->trigger))
    ng_match_drop(match, NG_ROLE_agent);
  return is_no_force(m, match) || is_war_of_words(m, match);
}

/* --- shows of force, killings --------------------------------------------- */

/* Only states and their forces do it: a minister's crackdown on truants, the
 * deployment of a technology are none. */
static bool
are_powers(const ng_matcher *m, const ng_match *match)
{
  return ng_are_all(m, match, NG_ROLE_agent,
                    NG_TYPE_BIT(NG_COUNTRY) | NG_TYPE_BIT(NG_REGION) |
                        NG_TYPE_BIT(NG_CITY) | NG_TYPE_BIT(NG_GROUP) |
                        NG_TYPE_BIT(NG_GOVERNMENT) | NG_TYPE_BIT(NG_MILITARY) |
                        NG_TYPE_BIT(NG_INTERNATIONAL));
}

/* "carried out a test", on an athlete; "a crackdown on truants" */
bool
ng_is_other_show(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (ng_unit_is(s, match->trigger, "crackdown crack deployment"))
    return !ng_is_nobody(match, NG_ROLE_agent) && match->n_plain == 0 &&
           !are_powers(m, match);
  return ng_theme_is(s, match, "test") &&
         !ng_has_before(s, match->theme,
                        "nuclear missile weapon ballistic rocket bomb atomic "
                        "hydrogen warhead underground flight");
}

/* "to kill the Planning Bill" */
static bool
is_bill(const ng_syntax *s, uint32_t unit)
{
  static const char *const ends[] = {"bill", "Bill", "act",  "Act",
                                     "plan", "Plan", "deal", "Deal"};
  ng_str text = ng_unit_text(s, unit);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t n = strlen(ends[i]);
    if (text.len >= n && memcmp(text.at + text.len - n, ends[i], n) == 0 &&
        (text.len == n || text.at[text.len - n - 1] == ' '))
      return true;
  }
  return false;
}

/* "killed in a plane crash", "the flood killed twelve", "crashed, killing its
 * crew": a disaster, and nobody's deed. */
static bool
is_accident(const ng_syntax *s, uint32_t verb)
{
  static const char accidents[] =
      "crash accident collision earthquake quake flood floods flooding tsunami "
      "hurricane typhoon cyclone storm tornado avalanche landslide mudslide "
      "eruption wildfire derailment stampede outbreak pandemic epidemic virus "
      "coronavirus disease flu pileup shipwreck heatwave cholera ebola blaze "
      "inferno";
  const ng_unit *u = ng_unit_at(s, verb);
  return ng_beside(s, verb, "in by after during from due following",
                   accidents) != NG_NONE ||
         ng_has_in_subject(s, verb, accidents) ||
         ng_has_in_subject(s, verb, "fire") ||
         (u->xpos == NG_XPOS_VBG && u->label == NG_REL_ADVCL &&
          u->head != NG_NONE &&
          ng_unit_is(s, u->head,
                     "crash collide sink derail capsize overturn collapse"));
}

bool
ng_is_other_killing(const ng_syntax *s, ng_match *match)
{
  ng_units objects;
  ng_units_clear(&objects);
  uint32_t verb = match->trigger;
  if (!ng_is_verb(s, verb))
    return false;
  if (is_of_attack(s, verb))
    ng_match_drop(match, NG_ROLE_agent);
  ng_deep_objects(s, verb, &objects);
  return (objects.n > 0 && is_bill(s, objects.at[0])) || is_accident(s, verb);
}

/* "Israel closed the crossings" */
static bool
is_done_by_state(const ng_matcher *m, uint32_t verb)
{
  const ng_syntax *s = &m->syntax;
  ng_units subjects;
  ng_units_clear(&subjects);
  ng_all_subjects(s, verb, &subjects);
  for (uint32_t i = 0; i < subjects.n; i++)
    if (ng_unit_is(s, subjects.at[i],
                   "government authority police army troops force landslide "
                   "mudslide avalanche flood snow debris tree storm lorry "
                   "accident crash") ||
        (s->mention[subjects.at[i]] != NG_NONE &&
         !ng_is_described(m, subjects.at[i]) &&
         m->doc->entities
                 .at[m->doc->mentions.at[s->mention[subjects.at[i]]].entity]
                 .type != NG_GROUP))
      return true;
  return false;
}

/* "gather to dance", "protested that", "marched to celebrate", "took to the
 * streets to protest", where the verb above tells of it. */
static bool
is_no_protest(const ng_matcher *m, uint32_t verb)
{
  const ng_syntax *s = &m->syntax;
  uint32_t what = ng_child(s, verb, NG_REL_XCOMP);
  uint32_t over = ng_unit_at(s, verb)->head;
  if (what == NG_NONE)
    what = ng_child(s, verb, NG_REL_ADVCL);
  if (what != NG_NONE && ng_unit_is(s, what, "celebrate mark welcome greet"))
    return true;
  if (ng_unit_is(s, verb, "gather converge assemble flock"))
    return !ng_has_in_subject(s, verb,
                              "protester demonstrator rioter marcher") &&
           !ng_has_in_sentence(m, verb,
                               "protest protester demonstrate demonstration "
                               "demonstrator demand against oppose condemn "
                               "denounce rally chant slogan banner march call");
  if (!ng_unit_is(s, verb, "protest demonstrate"))
    return false;
  return ng_child(s, verb, NG_REL_CCOMP) != NG_NONE ||
         (ng_unit_at(s, verb)->xpos == NG_XPOS_VB && over != NG_NONE &&
          ng_unit_is(s, over,
                     "take gather rally march turn assemble block occupy storm "
                     "burn walk strike go begin join stage hold"));
}

/* "a campaign rally", "Trump's rally in Ohio": supporters gather.  A rally is a
 * protest only where something tells so. */
static bool
is_rally(const ng_matcher *m, const ng_match *match, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_is_person(s, c))
      return true;
  return ng_has_before(s, noun,
                       "campaign election electoral presidential political "
                       "victory reelection re-election party") ||
         (match->trigger == noun &&
          !ng_has_in_sentence(m, noun,
                              "protest protester demonstrate demonstrator "
                              "demonstration march anti-government against"));
}

/* "launched cruise missile strikes": by forces and states, not by workers. */
static bool
is_military_strike(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  return ng_theme_is(s, match, "strike") &&
         (ng_has_before(s, match->theme,
                        "missile cruise drone air military retaliatory "
                        "precision rocket artillery") ||
          ng_has_in_subject(s, match->trigger,
                            "force troop army military navy") ||
          ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_COUNTRY)));
}

bool
ng_is_campaign(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger, noun = ng_noun_is(s, match, "rally");
  bool by = ng_are_all(m, match, NG_ROLE_agent, NG_POLITICIANS);
  if (ng_is_verb(s, at)) {
    if (is_no_protest(m, at) || is_military_strike(m, match))
      return true;
    if (ng_unit_is(s, at, "strike call") && ng_is_passive(s, at))
      return true; /* "struck by a missile"; "a rally called by the party" */
    if (ng_unit_is(s, at, "rally walk stay strike stop down protest"))
      return by;
    if (ng_unit_is(s, at, "block blockade close barricade obstruct"))
      return is_done_by_state(m, at);
  }
  return noun != NG_NONE && !ng_match_has(match, NG_ROLE_target) &&
         (by || is_rally(m, match, noun));
}

/* --- sport ---------------------------------------------------------------- */

/* "clashed at Anfield", "a series of attacks", "conceded a penalty", "laid
 * siege to the line", "on trial with a club": in an article on sport. */
bool
ng_is_play(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  switch ((ng_event_class)match->pattern->class) {
  case NG_EVENT_Attack:
    return !ng_are_all(m, match, NG_ROLE_target, NG_TYPE_BIT(NG_PERSON)) &&
           !ng_unit_is(s, at,
                       "bomb bombing kidnap abduct shoot stab murder invade "
                       "invasion shell airstrike explode");
  case NG_EVENT_Concession:
  case NG_EVENT_Withdrawal:
  case NG_EVENT_Mobilization:
    return true;
  case NG_EVENT_SanctionImposition:
    return ng_unit_is(s, at, "penalise penalize punish lay besiege siege") ||
           ng_theme_is(s, match, "siege");
  case NG_EVENT_Trial:
    return !ng_has_in_sentence(m, at,
                               "court judge jury face charge fraud murder "
                               "prosecutor lawyer crime criminal");
  default:
    return false;
  }
}
