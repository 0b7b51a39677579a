/* slots.c - which words fill the roles of a pattern. */
#include "extract/events/events.h"

static bool
is_step(const ng_matcher *m, const ng_path *path, ng_step_kind kind)
{
  return path->n == 1 && m->lexicon->steps.at[path->step].kind == kind;
}

static void
fill_slot(const ng_matcher *m, ng_match *match, const ng_slot *slot)
{
  uint32_t before = match->n;
  bool filled = false, seen = false;
  for (uint32_t i = 0; i < slot->n; i++) {
    const ng_path *path = &m->lexicon->paths.at[slot->path + i];
    ng_units found;
    ng_units_clear(&found);
    if (seen && is_step(m, path, NG_STEP_POSS))
      continue; /* "Russia's killing of sailors": not of Russia */
    ng_follow(m, match, path, &found);
    seen |= found.n > 0 && is_step(m, path, NG_STEP_TO);
    for (uint32_t k = 0; k < found.n; k++)
      if (slot->slot == NG_SLOT_CONTENT)
        ng_units_add(&match->content, found.at[k]);
      else if (slot->slot == NG_SLOT_EVENT)
        ng_units_add(&match->events, found.at[k]);
      else if (slot->slot == NG_SLOT_UNLESS)
        match->refused = true;
      else
        ng_match_add(m, match, slot, found.at[k]);
    if (slot->slot == NG_SLOT_CONTENT)
      filled = match->content.n > 0;
    else if (slot->slot == NG_SLOT_EVENT)
      filled = match->events.n > 0;
    else
      filled = match->n > before;
    if (filled && slot->slot >= NG_N_ROLES)
      match->roles |= (uint16_t)(1U << slot->slot);
    if (!path->more && filled)
      return;
  }
}

/* "announced an agreement of the leaders": who announces it made none. */
static bool
is_told_by_other(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (!ng_unit_is(s, match->light, "announce"))
    return false;
  for (uint32_t c = s->child[match->trigger]; c != NG_NONE; c = s->next[c])
    if (c > match->trigger && ng_is_behind(s, c, "of between among by"))
      return true;
  return false;
}

static const char host_verbs[] = "host organize organise convene arrange";

/* "a summit hosted by Macron", "the summit that Macron hosted": the verb, or
 * NG_NONE. */
static uint32_t
hosting_of(const ng_syntax *s, uint32_t noun)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (c > noun && ng_unit_relation(s, c) == NG_REL_ACL && ng_is_verb(s, c) &&
        ng_unit_is(s, c, host_verbs))
      return c;
  return NG_NONE;
}

static void
add_subjects(const ng_matcher *m, ng_match *match, uint32_t verb,
             const ng_slot *slot)
{
  ng_units all;
  ng_units_clear(&all);
  ng_all_subjects(&m->syntax, verb, &all);
  for (uint32_t i = 0; i < all.n; i++)
    ng_match_add(m, match, slot, all.at[i]);
}

/* The pattern's slot of that role, or NULL. */
static const ng_slot *
slot_of(const ng_matcher *m, const ng_match *match, uint8_t role)
{
  const ng_pattern *p = match->pattern;
  for (uint32_t i = 0; i < p->n_slots; i++) {
    const ng_slot *slot = &m->lexicon->slots.at[p->slot + i];
    if (slot->slot == role)
      return slot;
  }
  return NULL;
}

/* Who hosts is no party, unless the noun has no host. */
static void
fill_host(const ng_matcher *m, ng_match *match, uint32_t verb)
{
  static const ng_slot hosts = {.slot = NG_ROLE_host, .fill = NG_FILL_ACTOR};
  const ng_pattern *p = match->pattern;
  bool parley = p->evokes == NG_EVOKES_EVENT &&
                p->class == NG_EVENT_Negotiation &&
                ng_match_has(match, NG_ROLE_participant);
  const ng_slot *slot = parley ? &hosts : slot_of(m, match, NG_ROLE_host);
  if (slot && (parley || !ng_match_has(match, NG_ROLE_host)))
    add_subjects(m, match, verb, slot);
}

/* The subject of the light verb does what the noun says, unless the noun says
 * itself who does: "Serbia held talks with Kosovo". */
static void
fill_light(const ng_matcher *m, ng_match *match)
{
  static const uint8_t actors[] = {NG_ROLE_speaker, NG_ROLE_agent,
                                   NG_ROLE_participant};
  const ng_syntax *s = &m->syntax;
  if (match->light == NG_NONE || is_told_by_other(m, match))
    return;
  if (ng_unit_is(s, match->light, host_verbs)) {
    fill_host(m, match, match->light);
    return;
  }
  for (size_t k = 0; k < sizeof actors; k++) {
    const ng_slot *slot = slot_of(m, match, actors[k]);
    if (slot && (slot->slot == NG_ROLE_participant ||
                 !ng_match_has(match, slot->slot))) {
      add_subjects(m, match, match->light, slot);
      return;
    }
  }
}

/* The verb of which the encounter is the occasion: "said after a meeting", "met
 * during a visit"; or NG_NONE. */
static uint32_t
occasion_of(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head, p = ng_preposition(s, noun);
  ng_relation r = ng_unit_relation(s, noun);
  if (p == NG_NONE || head == NG_NONE)
    return NG_NONE;
  if (r == NG_REL_NMOD && ng_unit_is(s, p, "after during following") &&
      ng_unit_is(s, head, "statement conference remark interview comment")) {
    /* "said in a statement after a meeting" */
    r = ng_unit_relation(s, head);
    head = ng_unit_at(s, head)->head;
  }
  if (r != NG_REL_OBL || head == NG_NONE || !ng_is_verb(s, head))
    return NG_NONE;
  /* "flew to Moscow for talks with" */
  bool comes =
      ng_unit_is(s, p, "for") &&
      ng_unit_is(s, head, "arrive travel fly go head come leave depart return");
  return comes || ng_unit_is(s, p, "after during following before in on at")
             ? head
             : NG_NONE;
}

static bool
speaks_for_others(const ng_syntax *s, uint32_t unit)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE && c < unit; c = s->next[c])
    if (ng_unit_is(s, c,
                   "spokesman spokeswoman spokesperson official aide "
                   "reporter"))
      return true;
  return ng_unit_is(s, unit,
                    "spokesman spokeswoman spokesperson official "
                    "aide source reporter agency");
}

/* Does the noun say itself whom it was with, as "a meeting with X" does and
 * "talks between X and Y" does not? */
static bool
is_open(const ng_match *match, const ng_syntax *s)
{
  for (uint32_t c = s->child[match->trigger]; c != NG_NONE; c = s->next[c]) {
    if (ng_is_behind(s, c, "between of among"))
      return false;
    if (ng_unit_at(s, c)->label == NG_REL_NMOD_POSS)
      return false;
  }
  return ng_match_has(match, NG_ROLE_participant);
}

/* States speak after meetings that others held, "France and Germany said after
 * the talks", but agree after their own. */
static bool
may_have_been_there(const ng_syntax *s, uint32_t verb, uint32_t unit)
{
  uint32_t over = ng_unit_relation(s, verb) == NG_REL_XCOMP
                      ? ng_unit_at(s, verb)->head
                      : verb;
  return s->mention[unit] == NG_NONE || ng_unit_is_person(s, unit) ||
         ng_unit_is(s, over, "agree");
}

/* "X said after a meeting with Y", "they said after a meeting", "X said during
 * a visit": those who say so were there. */
static void
fill_occasion(const ng_matcher *m, ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  ng_slot slot = {.slot = NG_ROLE_participant, .fill = NG_FILL_ACTOR};
  ng_units all;
  ng_units_clear(&all);
  uint32_t verb = occasion_of(s, match->trigger), before = match->n;
  if (match->pattern->evokes != NG_EVOKES_EVENT || verb == NG_NONE ||
      (match->pattern->class != NG_EVENT_Meeting &&
       match->pattern->class != NG_EVENT_Negotiation))
    return;
  bool open = is_open(match, s);
  bool later = ng_is_behind(s, match->trigger, "after following");
  if (!open && ng_match_has(match, NG_ROLE_participant))
    return;
  ng_all_subjects(s, verb, &all);
  for (uint32_t i = 0; i < all.n; i++)
    if (!speaks_for_others(s, all.at[i]) &&
        (open || !later || may_have_been_there(s, verb, all.at[i])))
      ng_match_add(m, match, &slot, all.at[i]);
  if (!open && match->n < before + 2) { /* nobody meets alone */
    match->n = before;
    match->roles &= (uint16_t) ~(1U << NG_ROLE_participant);
  }
}

/* Add the persons at `all` who may have taken part. */
static void
add_persons(const ng_matcher *m, ng_match *match, const ng_units *all)
{
  static const ng_slot slot = {.slot = NG_ROLE_participant,
                               .fill = NG_FILL_ACTOR};
  for (uint32_t i = 0; i < all->n; i++)
    if (ng_unit_is_person(&m->syntax, all->at[i]) &&
        !speaks_for_others(&m->syntax, all->at[i]))
      ng_match_add(m, match, &slot, all->at[i]);
}

/* The noun that a participle tells of, "statements from X issued": parsers hang
 * it on the nearest one. */
static uint32_t
statement_over(const ng_syntax *s, uint32_t verb)
{
  enum { STEPS = 4 };
  uint32_t at = verb;
  for (int i = 0; i < STEPS; i++) {
    at = ng_unit_at(s, at)->head;
    if (at == NG_NONE || ng_is_verb(s, at))
      return NG_NONE;
    if (ng_unit_is(s, at, "statement remark comment"))
      return at;
  }
  return NG_NONE;
}

void
ng_match_add_speakers(const ng_matcher *m, ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t verb = occasion_of(s, match->trigger);
  ng_units all;
  ng_units_clear(&all);
  if (match->pattern->evokes != NG_EVOKES_EVENT || verb == NG_NONE ||
      match->pattern->class > NG_EVENT_Negotiation ||
      !ng_is_behind(s, match->trigger, "after following"))
    return;
  if (ng_unit_is(s, verb, "say tell add announce declare state"))
    ng_all_subjects(s, verb, &all);
  else if (ng_unit_is(s, verb, "issue make release give")) {
    uint32_t noun = statement_over(s, verb);
    if (noun == NG_NONE)
      return;
    for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
      if (ng_is_behind(s, c, "from by of"))
        ng_conjuncts(s, c, &all);
  }
  add_persons(m, match, &all);
}

/* Classes that are aimed at somebody, and the role of whom. */
static uint8_t
aimed_role(const ng_match *match)
{
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->trigger != NG_TRIGGER_VERB)
    return NG_N_ROLES;
  switch (match->pattern->class) {
  case NG_EVENT_Rejection:
  case NG_EVENT_Threat:
  case NG_EVENT_SanctionImposition:
  case NG_EVENT_Mobilization:
  case NG_EVENT_Protest:
    return NG_ROLE_target;
  case NG_EVENT_Concession:
    return NG_ROLE_patient;
  default:
    return NG_N_ROLES;
  }
}

/* "demanded that the Sudanese government": whom the words right behind "that"
 * name, whatever the parse makes of them. */
static uint32_t
named_behind_that(const ng_matcher *m, uint32_t verb)
{
  enum { NEAR = 7 };
  const ng_syntax *s = &m->syntax;
  uint32_t end = s->doc->sentences.at[ng_unit_sentence(s->doc, verb)].unit_end;
  if (verb + 1 >= end || !ng_unit_is(s, verb + 1, "that"))
    return NG_NONE;
  for (uint32_t u = verb + 2; u < end && u < verb + NEAR; u++) {
    uint8_t upos = ng_unit_at(s, u)->upos;
    if (s->mention[u] != NG_NONE)
      return u;
    if (upos != NG_DET && upos != NG_ADJ && upos != NG_PRON &&
        upos != NG_NOUN && upos != NG_PROPN)
      return NG_NONE;
  }
  return NG_NONE;
}

static void
fill_demanded(const ng_matcher *m, ng_match *match)
{
  ng_slot slot = {.slot = NG_ROLE_target, .fill = NG_FILL_ACTOR};
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class != NG_EVENT_Demand ||
      match->pattern->trigger != NG_TRIGGER_VERB ||
      ng_match_has(match, NG_ROLE_target) ||
      !ng_match_has(match, NG_ROLE_agent))
    return;
  uint32_t name = named_behind_that(m, match->trigger);
  if (name != NG_NONE)
    ng_match_add(m, match, &slot, name);
}

static bool
leads_on(ng_relation r)
{
  return r == NG_REL_OBJ || r == NG_REL_XCOMP || r == NG_REL_CCOMP ||
         r == NG_REL_NMOD || r == NG_REL_OBL || r == NG_REL_AMOD ||
         r == NG_REL_COMPOUND || r == NG_REL_ACL;
}

/* Whom a protest is aimed at stands in what it demands: "demonstrated, calling
 * for independence from Iraq"; whom an army, also in what it is for. */
static bool
may_tell_aim(const ng_syntax *s, const ng_match *match, uint32_t unit)
{
  ng_relation r = ng_unit_relation(s, unit);
  bool first = ng_unit_at(s, unit)->head == match->trigger;
  if (match->pattern->class == NG_EVENT_Protest && first)
    return r == NG_REL_ADVCL || r == NG_REL_XCOMP;
  return leads_on(r) ||
         (r == NG_REL_ADVCL && match->pattern->class == NG_EVENT_Mobilization);
}

/* "opposed the invasion of Iraq" is not aimed at Iraq; "rejected changes to the
 * deal with Iraq" is. */
static bool
is_other_matter(const ng_syntax *s, const ng_match *match, uint32_t unit)
{
  return match->pattern->class == NG_EVENT_Rejection &&
         ng_unit_at(s, unit)->head == match->trigger &&
         ng_unit_relation(s, unit) == NG_REL_OBJ &&
         !ng_unit_is(s, unit,
                     "change proposal plan offer demand idea request role "
                     "involvement help assistance interference presence call "
                     "claim bid appeal invitation pressure ultimatum");
}

/* "declared an emergency to build a wall on the border of Mexico": at home, and
 * aimed at nobody. */
static bool
is_at_home(const ng_syntax *s, const ng_match *match)
{
  return match->pattern->class == NG_EVENT_Mobilization &&
         match->theme != NG_NONE &&
         ng_unit_is(s, match->theme, "emergency curfew lockdown state");
}

/* No path found whom it is aimed at: then the first name of what is rejected,
 * threatened or lifted, "threatened to resume attacks in Israel". */
static void
fill_aimed(const ng_matcher *m, ng_match *match)
{
  enum { FAR = 24, SURE = 400 };
  const ng_syntax *s = &m->syntax;
  ng_slot slot = {.slot = aimed_role(match), .fill = NG_FILL_POWER};
  if (slot.slot == NG_N_ROLES || match->n == 0 || is_at_home(s, match) ||
      ng_unit_is(s, match->trigger, "warn") || /* of what others may do */
      ng_match_has(match, slot.slot) ||
      (!ng_match_has(match, NG_ROLE_agent) && slot.slot == NG_ROLE_target &&
       match->pattern->class != NG_EVENT_Protest))
    return;
  ng_units way = {{match->trigger}, 1};
  for (uint32_t i = 0; i < way.n; i++)
    for (uint32_t c = s->child[way.at[i]]; c != NG_NONE; c = s->next[c]) {
      if (c < match->trigger || c - match->trigger > FAR ||
          is_other_matter(s, match, c) ||
          ng_is_behind(s, c, "near outside around with alongside") ||
          /* "sent US troops": against whom is another matter */
          (way.at[i] == match->theme && c < match->theme) ||
          ng_unit_at(s, c)->label == NG_REL_ACL_RELCL ||
          !may_tell_aim(s, match, c))
        continue;
      ng_units_add(&way, c);
    }
  for (uint32_t c = match->trigger + 1;
       c < match->trigger + FAR && c < s->doc->units.n; c++)
    if (ng_units_have(&way, c) && s->mention[c] != NG_NONE) {
      uint32_t before = match->n;
      uint32_t entity = m->doc->mentions.at[s->mention[c]].entity;
      if (match->fillers[0].entity != entity)
        ng_match_add(m, match, &slot, c);
      for (uint32_t k = before; k < match->n; k++)
        match->fillers[k].confidence = SURE;
      if (match->n > before)
        return;
    }
}

/* Is the content said with one of the pattern's auxiliaries: "must"? */
static bool
has_auxiliary(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  char words[64];
  ng_str wanted = match->pattern->auxiliary;
  if (wanted.len >= sizeof words)
    return false;
  memcpy(words, wanted.at, wanted.len);
  words[wanted.len] = '\0';
  for (uint32_t i = 0; i < match->content.n; i++)
    for (uint32_t c = s->child[match->content.at[i]]; c != NG_NONE;
         c = s->next[c])
      if (ng_unit_relation(s, c) == NG_REL_AUX && ng_unit_is(s, c, words) &&
          ng_child_word(s, match->content.at[i], NG_REL_AUX, "have") == NG_NONE)
        return true; /* not "must have written it" */
  return false;
}

void
ng_match_fill(const ng_matcher *m, ng_match *match)
{
  const ng_pattern *p = match->pattern;
  for (uint32_t i = 0; i < p->n_slots; i++)
    fill_slot(m, match, &m->lexicon->slots.at[p->slot + i]);
  if (p->trigger == NG_TRIGGER_NOUN) {
    uint32_t hosting = hosting_of(&m->syntax, match->trigger);
    fill_light(m, match);
    if (hosting != NG_NONE)
      fill_host(m, match, hosting);
    fill_occasion(m, match);
  }
  ng_match_add_attending(m, match);
  fill_aimed(m, match);
  fill_demanded(m, match);
  if (match->refused || (p->auxiliary.len && !has_auxiliary(m, match))) {
    match->roles = 0;
    match->n = match->n_plain = match->events.n = 0;
  }
}
