/* events_sense.c - words that mean another thing than their pattern's, as those
 * who fill its roles and what stands beside it show: products are released,
 * politicians attack each other in words, candidates hold rallies. */
#include "extract/fillers.h"

/* --- who fills a role ----------------------------------------------------- */

#define TYPE(type) ((uint64_t)1 << (type))

static const uint64_t politicians = TYPE(NG_PERSON) | TYPE(NG_PARTY);

static ng_type
filler_type(const ng_matcher *m, const ng_filler *f)
{
  return f->entity & NG_DESCRIBED
             ? ng_described_type(m, f->entity & ~NG_DESCRIBED)
             : (ng_type)m->doc->entities.at[f->entity].type;
}

/* Is somebody in the role, and everybody of one of the types? */
static bool
are_all(const ng_matcher *m, const ng_match *match, uint8_t role,
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

static bool
is_nobody(const ng_match *match, uint8_t role)
{
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (match->plain[i].slot->slot == role)
      return false;
  return !ng_match_has(match, role);
}

/* --- words beside it ------------------------------------------------------ */

/* What hangs on the word by one of the prepositions, and is one of the words;
 * or NG_NONE. */
static uint32_t
beside(const ng_syntax *s, uint32_t unit, const char *prepositions,
       const char *words)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c > unit && ng_is_behind(s, c, prepositions) &&
        (!words || ng_unit_is(s, c, words)))
      return c;
  return NG_NONE;
}

/* Does one of the words stand before the noun, as a part of it? */
static bool
has_before(const ng_syntax *s, uint32_t noun, const char *words)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_COMPOUND || r == NG_REL_AMOD || r == NG_REL_NMOD) &&
        ng_unit_is(s, c, words))
      return true;
  }
  return false;
}

static bool
has_object(const ng_syntax *s, uint32_t verb, const char *words)
{
  ng_units objects = {0};
  ng_deep_objects(s, verb, &objects);
  for (uint32_t i = 0; i < objects.n; i++)
    if (ng_unit_is(s, objects.at[i], words))
      return true;
  return false;
}

static bool
has_in_sentence(const ng_matcher *m, uint32_t unit, const char *words)
{
  const ng_sentence *s = &m->doc->sentences.at[ng_unit_sentence(m->doc, unit)];
  for (uint32_t u = s->unit; u < s->unit_end; u++)
    if (ng_unit_is(&m->syntax, u, words))
      return true;
  return false;
}

static bool
theme_is(const ng_syntax *s, const ng_match *match, const char *words)
{
  return match->theme != NG_NONE && ng_unit_is(s, match->theme, words);
}

/* The noun itself, or the verb's theme, if it is one of the words; or NG_NONE.
 */
static uint32_t
noun_is(const ng_syntax *s, const ng_match *match, const char *words)
{
  uint32_t noun = match->pattern->trigger == NG_TRIGGER_NOUN ? match->trigger
                                                             : match->theme;
  return noun != NG_NONE && ng_unit_is(s, noun, words) ? noun : NG_NONE;
}

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
                     (ng_is_behind(s, c, "on for") && is_matter(s, c))))
      return true;
  return false;
}

/* "Labour attacked over poster", "Mr X will attack the Liberals", "the parties
 * clashed over tax", "declared war on each other". */
static bool
is_war_of_words(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  bool by = are_all(m, match, NG_ROLE_agent, politicians);
  if (ng_unit_is(s, at, "bombard") && beside(s, at, "with", NULL) != NG_NONE)
    return beside(s, at, "with",
                  "missile rocket shell artillery mortar bomb drone fire "
                  "stone projectile cannon howitzer gunfire") == NG_NONE;
  if (are_all(m, match, NG_ROLE_participant,
              TYPE(NG_PARTY) | TYPE(NG_GOVERNMENT)))
    return is_on_matter(s, at) || !ng_match_has(match, NG_ROLE_place);
  if (theme_is(s, match, "war"))
    return by && !are_all(m, match, NG_ROLE_target,
                          TYPE(NG_COUNTRY) | TYPE(NG_REGION) | TYPE(NG_GROUP) |
                              TYPE(NG_MILITARY));
  if (!ng_is_verb(s, at) || !ng_unit_is(s, at, "attack assault"))
    return false;
  by |= is_nobody(match, NG_ROLE_agent); /* no power: persons are none */
  if (ng_is_passive(s, at))
    return by && is_on_matter(s, at) &&
           are_all(m, match, NG_ROLE_target, politicians);
  return (by && are_all(m, match, NG_ROLE_target, TYPE(NG_PARTY))) ||
         has_object(s, at, "party record policy plan idea");
}

/* --- justice -------------------------------------------------------------- */

/* "released a book", "the game's release", "released from hospital". */
static bool
is_of_things(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (ng_match_has(match, NG_ROLE_participant) || match->theme != NG_NONE)
    return false;
  if (beside(s, at, "from",
             "hospital clinic ward hospice quarantine isolation contract club "
             "team side deal obligation duty") != NG_NONE ||
      has_object(s, at,
                 "book album song film movie record single game figure report "
                 "datum data statement document video version product title "
                 "image photo photograph picture detail name list letter "
                 "footage recording transcript text result survey study"))
    return true;
  if (ng_unit_is(s, at, "set"))
    return are_all(m, match, NG_ROLE_agent, TYPE(NG_PERSON));
  for (uint32_t c = s->child[at]; c != NG_NONE; c = s->next[c])
    if (c > at && ng_unit_at(s, c)->upos == NG_PROPN &&
        (ng_unit_relation(s, c) == NG_REL_APPOS ||
         ng_unit_relation(s, c) == NG_REL_FLAT))
      return true; /* "his 2009 release NAME" */
  return are_all(m, match, NG_ROLE_patient, TYPE(NG_ENTITY)) &&
         !are_all(m, match, NG_ROLE_agent,
                  TYPE(NG_COUNTRY) | TYPE(NG_GOVERNMENT) | TYPE(NG_MILITARY) |
                      TYPE(NG_COURT)) &&
         beside(s, at, "from on",
                "prison jail custody detention captivity bail parole camp "
                "arrest imprisonment") == NG_NONE;
}

/* "cleared the square of protesters", "his conviction in self-rule". */
static bool
is_other_conviction(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (ng_unit_is(s, at, "clear"))
    return beside(s, at, "from", NULL) != NG_NONE ||
           are_all(m, match, NG_ROLE_patient,
                   ~(TYPE(NG_PERSON) | TYPE(NG_GROUP)));
  if (!ng_unit_is(s, at, "conviction"))
    return false;
  for (uint32_t c = s->child[at]; c != NG_NONE; c = s->next[c])
    if (c > at &&
        ((ng_is_behind(s, c, "in") && s->mention[c] == NG_NONE &&
          ng_unit_at(s, c)->kind != NG_UNIT_DATE &&
          !ng_unit_is(s, c, "case court trial connection absentia state")) ||
         ng_child_word(s, c, NG_REL_MARK, "that") != NG_NONE))
      return true;
  return false;
}

/* "took charge of the club", "in charge of" */
static bool
is_in_charge(const ng_syntax *s, const ng_match *match)
{
  uint32_t at = match->trigger, verb = ng_unit_at(s, at)->head;
  return ng_str_equal(ng_unit_text(s, at), NG_LIT("charge")) &&
         (ng_is_behind(s, at, "in") ||
          (verb != NG_NONE && ng_unit_relation(s, at) == NG_REL_OBJ &&
           ng_child(s, at, NG_REL_DET) == NG_NONE &&
           ng_unit_is(s, verb, "take assume have retake give")));
}

/* "investigated the murder of X", "the inquiry into X's death": not X is
 * investigated.  Takes X out again. */
static void
forget_victims(const ng_matcher *m, ng_match *match)
{
  static const char fates[] =
      "death murder killing assassination disappearance shooting poisoning "
      "kidnapping abduction suicide rape stabbing drowning injury beating "
      "treatment torture loss";
  const ng_syntax *s = &m->syntax;
  uint32_t from[] = {match->trigger, match->theme, match->light};
  bool fate =
      ng_is_verb(s, match->trigger) && has_object(s, match->trigger, fates);
  for (size_t i = 0; i < sizeof from / sizeof *from; i++)
    fate |= from[i] != NG_NONE &&
            beside(s, from[i], "into of on", fates) != NG_NONE;
  if (fate)
    ng_match_drop(match, NG_ROLE_target);
}

/* --- politics ------------------------------------------------------------- */

/* "the government won Wednesday's vote in the Commons" */
static bool
is_vote_of_house(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (!ng_unit_is(s, match->trigger, "win") ||
      !theme_is(s, match, "vote majority mandate"))
    return false;
  if (beside(s, match->theme, "in", "commons lords house parliament senate") !=
          NG_NONE ||
      beside(s, match->trigger, "in",
             "commons lords house parliament senate") != NG_NONE)
    return true;
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (ng_unit_is(s, match->plain[i].unit, "government"))
      return true;
  return are_all(m, match, NG_ROLE_agent, TYPE(NG_GOVERNMENT));
}

/* "a bill legalising it": if it becomes law.  "The party voted to", "backed
 * the plan": no parliament.  "orders issued by the courts": no laws. */
static bool
is_no_law(const ng_matcher *m, const ng_match *match)
{
  static const char drafts[] =
      "bill legislation amendment motion proposal plan resolution draft "
      "petition referendum initiative manifesto campaign call demand";
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  const ng_unit *u = ng_unit_at(s, at);
  if (u->xpos == NG_XPOS_VBG && u->label == NG_REL_ACL && u->head != NG_NONE &&
      ng_unit_is(s, u->head, drafts))
    return true;
  if (ng_unit_is(s, at, "vote approve authorize authorise endorse back"))
    return are_all(m, match, NG_ROLE_agent, TYPE(NG_PARTY));
  if (!theme_is(s, match, "order"))
    return false;
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (ng_unit_is(s, match->plain[i].unit, "court judge tribunal police"))
      return true;
  return are_all(m, match, NG_ROLE_agent, TYPE(NG_COURT));
}

/* "a campaign rally", "Trump's rally in Ohio": supporters gather.  A rally is a
 * protest only where something tells so. */
static bool
is_campaign(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger, noun = noun_is(s, match, "rally");
  bool by = are_all(m, match, NG_ROLE_agent, politicians);
  if (ng_is_verb(s, at) &&
      ng_unit_is(s, at, "rally walk stay strike stop down"))
    return by;
  if (noun == NG_NONE || ng_match_has(match, NG_ROLE_target))
    return false;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_is_person(s, c))
      return true;
  return by ||
         has_before(s, noun,
                    "campaign election electoral presidential political "
                    "victory reelection re-election party") ||
         (at == noun &&
          !has_in_sentence(m, at,
                           "protest protester demonstrate demonstrator "
                           "demonstration march anti-government against"));
}

/* "nomination for best actor", "choose it because it is cheap" */
static bool
is_mere_choice(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (!ng_is_verb(s, at) || match->theme != NG_NONE ||
      !ng_unit_is(s, at, "choose pick select tap"))
    return false;
  return (are_all(m, match, NG_ROLE_patient, TYPE(NG_ENTITY)) &&
          beside(s, at, "as for to", NULL) == NG_NONE) ||
         beside(s, at, "for in",
                "final match game team squad side series tour clash") !=
             NG_NONE;
}

/* --- force, help ---------------------------------------------------------- */

/* "carried out a test", on an athlete */
static bool
is_other_test(const ng_syntax *s, const ng_match *match)
{
  return theme_is(s, match, "test") &&
         !has_before(s, match->theme,
                     "nuclear missile weapon ballistic rocket bomb atomic "
                     "hydrogen warhead underground flight");
}

/* "gives support to the coalition", "provide the network with a licence" */
static bool
is_no_aid(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (theme_is(s, match, "support"))
    return are_all(m, match, NG_ROLE_agent, politicians);
  return match->theme == NG_NONE &&
         ng_unit_is(s, at, "provide supply furnish") &&
         beside(s, at, "with",
                "license licence permit permission opportunity chance "
                "information evidence detail list name answer explanation "
                "reason plan way access update basis platform proof version "
                "report example excuse") != NG_NONE;
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

static bool
kills_a_bill(const ng_syntax *s, uint32_t verb)
{
  ng_units objects = {0};
  if (!ng_is_verb(s, verb))
    return false;
  ng_deep_objects(s, verb, &objects);
  return objects.n > 0 && is_bill(s, objects.at[0]);
}

bool
ng_match_is_other_sense(const ng_matcher *m, ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (match->pattern->evokes != NG_EVOKES_EVENT)
    return false;
  switch ((ng_event_class)match->pattern->class) {
  case NG_EVENT_Attack:
    return is_war_of_words(m, match);
  case NG_EVENT_Release:
    return is_of_things(m, match);
  case NG_EVENT_Conviction:
    return is_other_conviction(m, match);
  case NG_EVENT_CriminalCharge:
    return is_in_charge(s, match);
  case NG_EVENT_Investigation:
    forget_victims(m, match);
    return false;
  case NG_EVENT_Election:
    return is_vote_of_house(m, match);
  case NG_EVENT_Legislation:
    return is_no_law(m, match);
  case NG_EVENT_Protest:
    return is_campaign(m, match);
  case NG_EVENT_Appointment:
    return is_mere_choice(m, match);
  case NG_EVENT_Mobilization:
    return is_other_test(s, match);
  case NG_EVENT_Aid:
    return is_no_aid(m, match);
  case NG_EVENT_Killing:
    return kills_a_bill(s, match->trigger);
  default:
    return false;
  }
}
