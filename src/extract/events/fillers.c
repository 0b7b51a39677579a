/* fillers.c - words to entities: names, what refers to one, quantities
 * and lists. */
#include "extract/events/fillers.h"

static const char quantities[] =
    "some many several most all both third quarter hundred thousand million "
    "one two three four five six seven eight "
    "nine ten dozen dozens number group member members majority part half "
    "none each either neither";

/* The name that stands in apposition or flat beside a noun: "the president,
 * Aleksandar Vucic". */
static bool
add_beside(const ng_matcher *m, ng_match *match, const ng_slot *slot,
           uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  bool any = false;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (c < unit || (r != NG_REL_APPOS && r != NG_REL_FLAT))
      continue;
    uint32_t titled = ng_is_named(m, c) || ng_unit_at(s, c)->upos != NG_PROPN
                          ? NG_NONE
                          : ng_titled(m, c);
    if (titled != NG_NONE) /* "his host, Prime Minister NAME" */
      any |= ng_match_add_mention(m, match, slot, s->mention[titled]);
    if (!ng_is_named(m, c) ||
        ng_child_word(s, c, NG_REL_DET, "a an") != NG_NONE)
      continue; /* "of Ohio, a US state" */
    ng_units all;
    ng_units_clear(&all);
    ng_conjuncts(s, c, &all);
    for (uint32_t i = 0; i < all.n; i++)
      if (ng_is_named(m, all.at[i]))
        any |= ng_match_add_mention(m, match, slot, s->mention[all.at[i]]);
  }
  return any;
}

/* "Five of the EU's 27 countries - Romania, Cyprus ...": the list, not the EU.
 */
static bool
add_listed(const ng_matcher *m, ng_match *match, const ng_slot *slot,
           uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  if (add_beside(m, match, slot, unit))
    return true;
  uint32_t of = ng_child(s, unit, NG_REL_NMOD);
  return of != NG_NONE && add_beside(m, match, slot, of);
}

static bool
is_people(const ng_matcher *m, uint32_t unit)
{
  uint32_t mention = m->syntax.mention[unit];
  return m->doc->entities.at[m->doc->mentions.at[mention].entity].type ==
         NG_GROUP;
}

static bool
is_quantity(const ng_syntax *s, uint32_t unit)
{
  return ng_unit_at(s, unit)->upos == NG_NUM || ng_unit_is(s, unit, quantities);
}

/* "joined the opposition": what one joins is a body with a name; "the Dutch
 * government collapsed": the Netherlands did not. */
static bool
wants_name(const ng_match *match, const ng_slot *slot)
{
  return match->pattern->evokes == NG_EVOKES_EVENT &&
         (match->pattern->class == NG_EVENT_JoiningOrganization ||
          match->pattern->class == NG_EVENT_Breakdown) &&
         slot->slot == NG_ROLE_patient;
}

/* "the Britons were detained": some of them, and not the state. */
static bool
suffer(const ng_matcher *m, const ng_match *match, const ng_slot *slot,
       uint32_t unit)
{
  return slot->slot == NG_ROLE_patient &&
         match->pattern->evokes == NG_EVOKES_EVENT &&
         ng_is_grave((ng_event_class)match->pattern->class) &&
         ng_is_folk(m, unit);
}

static bool
add_described(const ng_matcher *m, ng_match *match, const ng_slot *slot,
              uint32_t unit)
{
  bool acts = slot->slot == NG_ROLE_agent || slot->slot == NG_ROLE_speaker;
  if (!(ng_is_described(m, unit) || suffer(m, match, slot, unit)) ||
      match->n == NG_MAX_FILLERS ||
      (!acts && ng_unit_is(&m->syntax, unit, "campaign")) ||
      wants_name(match, slot) ||
      !ng_may_fill(ng_described_type(m, unit), slot->fill, slot->slot))
    return false;
  uint32_t rest, state = ng_state_beside(m, unit, &rest);
  if (state != NG_NONE)
    (void)ng_match_add_mention(m, match, slot, m->syntax.mention[state]);
  if (match->n == NG_MAX_FILLERS)
    return true;
  match->fillers[match->n++] =
      (ng_filler){.entity = NG_DESCRIBED | unit,
                  .confidence = NG_DESCRIBED_CONFIDENCE,
                  .role = slot->slot};
  match->roles |= (uint16_t)(1U << slot->slot);
  return true;
}

/* What "thousands", "one third" are of. */
static uint32_t
what_of(const ng_syntax *s, uint32_t unit)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    if (c > unit && ng_unit_relation(s, c) == NG_REL_NMOD &&
        ng_is_behind(s, c, "of"))
      return c;
  }
  return NG_NONE;
}

/* The names inside a hyphenated word: "EU-backed", "Belgrade-Pristina". */
static bool
add_inside(const ng_matcher *m, ng_match *match, const ng_slot *slot,
           uint32_t unit)
{
  ng_span span = ng_unit_at(&m->syntax, unit)->span;
  uint32_t low = 0, high = m->doc->mentions.n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (m->doc->mentions.at[middle].span.begin < span.begin)
      low = middle + 1;
    else
      high = middle;
  }
  bool any = false;
  for (; low < m->doc->mentions.n &&
         m->doc->mentions.at[low].span.begin < span.end;
       low++)
    if (m->doc->mentions.at[low].span.end <= span.end)
      any |= ng_match_add_mention(m, match, slot, low);
  return any;
}

/* Quantities: the list that follows, else go on with what they are of. */
static bool
add_counted(const ng_matcher *m, ng_match *match, const ng_slot *slot,
            uint32_t *unit)
{
  enum { DEPTH = 3 };
  const ng_syntax *s = &m->syntax;
  for (int i = 0; i < DEPTH; i++) {
    if (!is_quantity(s, *unit))
      return false;
    if (add_listed(m, match, slot, *unit))
      return true;
    uint32_t of = what_of(s, *unit);
    if (of == NG_NONE)
      return false;
    if (ng_is_named(m, of) && !is_people(m, of))
      return add_described(m, match, slot, of) ||
             !ng_unit_is(s, *unit, "member");
    *unit = of;
  }
  return true;
}

/* "its rivals, such as Israel and Saudi Arabia": those who are named. */
static bool
add_instances(const ng_matcher *m, ng_match *match, const ng_slot *slot,
              uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  bool any = false;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    uint32_t preposition = ng_preposition(s, c);
    if (ng_unit_relation(s, c) != NG_REL_NMOD || preposition == NG_NONE ||
        !ng_unit_is(s, preposition, "such including like"))
      continue;
    ng_units all;
    ng_units_clear(&all);
    ng_conjuncts(s, c, &all);
    for (uint32_t i = 0; i < all.n; i++)
      if (ng_is_named(m, all.at[i]) && /* not "including 12 Americans" */
          !ng_is_described(m, all.at[i]))
        any |= ng_match_add_mention(m, match, slot, s->mention[all.at[i]]);
  }
  return any;
}

/* Does the text have a base's name as a common noun: "the parliament"? */
static bool
is_common(const ng_syntax *s, uint32_t unit)
{
  char c = ng_unit_text(s, unit).at[0];
  return c >= 'a' && c <= 'z' && ng_unit_at(s, unit)->upos == NG_NOUN;
}

/* A name.  "Iran's parliament" is Iran rather than what a base knows by
 * "parliament", which is no place either; beside the name of an office or what
 * somebody is stands who it is, "the Prime Minister of India, NAME", "Chinese
 * spokesperson NAME". */
static void
add_named(const ng_matcher *m, ng_match *match, const ng_slot *slot,
          uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  bool common = is_common(s, unit);
  uint32_t state = ng_state_named(s, unit);
  if (state != NG_NONE) {
    (void)ng_match_add_mention(m, match, slot, s->mention[state]);
    return;
  }
  if (common &&
      (slot->slot == NG_ROLE_place || add_beside(m, match, slot, unit)))
    return;
  if (((common && ng_acts_for_owner(m, unit, slot->slot)) ||
       ng_is_unlinked_body(m->doc, s->mention[unit])) &&
      slot->slot != NG_ROLE_place && ng_match_add_owner(m, match, slot, unit))
    return;
  if (!ng_match_add_mention(m, match, slot, s->mention[unit]) &&
      slot->slot != NG_ROLE_place)
    (void)add_beside(m, match, slot, unit);
}

/* What "it" means: a name, or a noun that acts for whose it is. */
static void
add_body(const ng_matcher *m, ng_match *match, const ng_slot *slot,
         uint32_t unit)
{
  if (ng_is_named(m, unit))
    add_named(m, match, slot, unit);
  else if (!ng_match_add_reference(m, match, slot, unit) &&
           ng_acts_for_owner(m, unit, slot->slot))
    (void)ng_match_add_owner(m, match, slot, unit);
}

/* Whom a pronoun or a noun that refers means; false: it is neither. */
static bool
add_meant(const ng_matcher *m, ng_match *match, const ng_slot *slot,
          uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  if (ng_unit_is(s, unit, "those"))
    return true; /* "those arrested": told of elsewhere */
  ng_units both;
  ng_units_clear(&both);
  ng_they_mean(s, unit, &both);
  for (uint32_t i = 0; i < both.n; i++)
    (void)ng_match_add_mention(m, match, slot, s->mention[both.at[i]]);
  if (both.n || ng_match_add_reference(m, match, slot, unit))
    return true;
  uint32_t possessor = ng_possessor(s, unit), body = NG_NONE;
  if (possessor != NG_NONE)
    (void)ng_match_add_mention(m, match, slot, s->mention[possessor]);
  else
    body = ng_it_means(s, unit);
  if (body != NG_NONE)
    add_body(m, match, slot, body);
  return possessor != NG_NONE || body != NG_NONE;
}

/* A person named behind a title, and whom the name is joined to: "Minister NAME
 * and King NAME". */
static void
add_titled(const ng_matcher *m, ng_match *match, const ng_slot *slot,
           uint32_t name)
{
  ng_units all;
  ng_units_clear(&all);
  ng_conjuncts(&m->syntax, name, &all);
  for (uint32_t i = 0; i < all.n; i++) {
    uint32_t person =
        ng_is_named(m, all.at[i]) ? all.at[i] : ng_titled(m, all.at[i]);
    if (person != NG_NONE)
      (void)ng_match_add_mention(m, match, slot, m->syntax.mention[person]);
  }
}

/* "killing 12", "at least 20 were killed" */
static bool
is_toll(const ng_matcher *m, const ng_match *match, const ng_slot *slot,
        uint32_t unit)
{
  ng_relation r = ng_unit_relation(&m->syntax, unit);
  return match->pattern->evokes == NG_EVOKES_EVENT &&
         match->pattern->class == NG_EVENT_Killing &&
         slot->slot == NG_ROLE_patient &&
         ng_unit_at(&m->syntax, unit)->upos == NG_NUM &&
         (r == NG_REL_OBJ || r == NG_REL_NSUBJ);
}

/* "killed his sister", "the suspect's wife was arrested": without the name,
 * which would be told with it. */
static bool
is_kin(const ng_matcher *m, const ng_match *match, const ng_slot *slot,
       uint32_t unit)
{
  return slot->slot == NG_ROLE_patient &&
         match->pattern->evokes == NG_EVOKES_EVENT &&
         ng_is_grave((ng_event_class)match->pattern->class) &&
         ng_unit_is(&m->syntax, unit,
                    "mother father son daughter brother sister wife husband") &&
         ng_child_label(&m->syntax, unit, NG_REL_NMOD_POSS) != NG_NONE &&
         ng_child_word(&m->syntax, unit, NG_REL_NMOD_POSS, "whose") ==
             NG_NONE &&
         (unit + 1 >= m->doc->units.n || !ng_is_named(m, unit + 1));
}

/* A common noun: whom it counts, whose it is, whom it describes, or people
 * without a name. */
static void
add_noun(const ng_matcher *m, ng_match *match, const ng_slot *slot,
         uint32_t unit)
{
  bool itself =
      wants_name(match, slot) && match->pattern->class == NG_EVENT_Breakdown;
  if (add_counted(m, match, slot, &unit) || add_instances(m, match, slot, unit))
    return;
  if (ng_is_named(m, unit))
    (void)ng_match_add_mention(m, match, slot, m->syntax.mention[unit]);
  else if ((!itself && ng_acts_for_owner(m, unit, slot->slot) &&
            ng_match_add_owner(m, match, slot, unit)) ||
           add_described(m, match, slot, unit))
    return;
  if ((ng_is_plain(m, match, slot->slot, unit) ||
       is_kin(m, match, slot, unit) || is_toll(m, match, slot, unit)) &&
      !wants_name(match, slot) &&
      ng_may_fill(ng_described_type(m, unit), slot->fill, slot->slot) &&
      match->n_plain < NG_MAX_PLAIN) {
    match->plain[match->n_plain].unit = unit;
    match->plain[match->n_plain++].slot = slot;
  }
}

/* "accused each other": there is somebody whom they accuse, but nobody who is
 * not named as doing it. */
static bool
is_each_other(const ng_syntax *s, uint32_t unit)
{
  return unit + 1 < s->doc->units.n &&
         ((ng_unit_is(s, unit, "each") && ng_unit_is(s, unit + 1, "other")) ||
          (ng_unit_is(s, unit, "one") && ng_unit_is(s, unit + 1, "another")));
}

void
ng_match_add(const ng_matcher *m, ng_match *match, const ng_slot *slot,
             uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  slot = ng_part_of(m, match, slot, unit);
  bool actor = slot->slot != NG_ROLE_place && slot->slot != NG_ROLE_topic;
  if (is_each_other(s, unit)) {
    match->roles |= (uint16_t)(actor << slot->slot);
    return;
  }
  if (ng_is_named(m, unit) && actor &&
      (ng_is_described(m, unit) || suffer(m, match, slot, unit))) {
    if (!is_common(s, unit) || !add_beside(m, match, slot, unit))
      (void)add_described(m, match, slot, unit);
    return;
  }
  if (ng_is_named(m, unit)) {
    add_named(m, match, slot, unit);
    return;
  }
  if (ng_match_add_quoted(m, match, slot, unit) ||
      ng_is_title_before_name(s, unit) || add_meant(m, match, slot, unit))
    return;
  uint32_t name = slot->slot == NG_ROLE_place ? NG_NONE : ng_titled(m, unit);
  if (name != NG_NONE) {
    add_titled(m, match, slot, name);
    return;
  }
  if (ng_unit_at(s, unit)->kind == NG_UNIT_HYPHENATED &&
      add_inside(m, match, slot, unit))
    return;
  if (slot->slot == NG_ROLE_place)
    (void)ng_match_add_place_of(m, match, slot, unit);
  if (slot->slot == NG_ROLE_place || slot->slot == NG_ROLE_topic)
    return;
  if (add_beside(m, match, slot, unit))
    return;
  if (match->pattern->evokes == NG_EVOKES_PREDICATE) {
    /* "A Fortune 500 company based in Houston": what is so of a company is not
     * so of whose it is. */
    if (is_quantity(s, unit))
      (void)add_listed(m, match, slot, unit);
    return;
  }
  add_noun(m, match, slot, unit);
}

void
ng_match_add_entity(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                    uint32_t entity)
{
  enum { SURE = 800 };
  (void)ng_match_put(m, match, slot, entity, SURE);
}

static void
add_members(const ng_matcher *m, ng_match *match, uint8_t role,
            const uint32_t *at, uint32_t n)
{
  ng_slot slot = {.slot = role};
  if (ng_match_has(match, role))
    return;
  for (uint32_t i = 0; i < n; i++)
    ng_match_add_entity(m, match, &slot, at[i]);
}

void
ng_match_drop(ng_match *match, uint8_t role)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < match->n; i++)
    if (match->fillers[i].role != role)
      match->fillers[n++] = match->fillers[i];
  match->n = n;
  match->roles &= (uint16_t) ~(1U << role);
}

void
ng_match_add_speech(const ng_matcher *m, ng_match *match)
{
  uint32_t index = m->speech[match->trigger];
  if (!index)
    return;
  const ng_speech *s = &m->doc->speeches.at[index - 1];
  const uint32_t *members = m->doc->members.at;
  uint8_t role = NG_ROLE_agent;
  for (uint32_t i = 0; i < match->pattern->n_slots; i++)
    if (m->lexicon->slots.at[match->pattern->slot + i].slot == NG_ROLE_speaker)
      role = NG_ROLE_speaker;
  /* who speaks is read with more care than any path does: "First Minister of
   * Scotland NAME" is one speaker */
  if (s->n > 0)
    ng_match_drop(match, role);
  add_members(m, match, role, members + s->speaker, s->n);
  if (role == NG_ROLE_speaker)
    add_members(m, match, NG_ROLE_addressee, members + s->addressee,
                s->n_addressees);
}
