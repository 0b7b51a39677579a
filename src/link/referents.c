/* referents.c - the entities that an article may speak of, and what the base
 * has of them. */
#include "link/linker.h"
#include "link/names.h"

#include <stddef.h>
#include <string.h>

static uint32_t
slot_of(const ng_linker *l, ng_ref ref)
{
  uint64_t key = ((uint64_t)ref.base << 32) | ref.index;
  uint32_t at = (uint32_t)((key * 0x9E3779B97F4A7C15ULL) >> 32);
  at &= l->n_slots - 1;
  /* one branch: which of both ends the search would be guessed wrong */
  while ((l->slots[at] != 0) & !ng_ref_equal(l->refs[l->slots[at]], ref))
    at = (at + 1) & (l->n_slots - 1);
  return at;
}

uint32_t
ng_linker_find(const ng_linker *l, ng_ref ref)
{
  if (!ng_ref_filter_may_have(&l->all, ref))
    return NG_NONE;
  uint32_t at = slot_of(l, ref);
  return l->slots[at] ? l->slots[at] - 1 : NG_NONE;
}

static bool
add_referent(ng_linker *l, ng_ref ref)
{
  if (!NG_ROOM(l->work, &l->referents, 1))
    return false;
  ng_referent *r = &l->referents.at[l->referents.n++];
  /* in parts, which are faster to clear than the whole */
  memset(&r->kb, 0, sizeof r->kb);
  memset(&r->ties, 0, sizeof r->ties);
  memset(&r->n_relations, 0, sizeof *r - offsetof(ng_referent, n_relations));
  r->ref = ref;
  r->country = r->first_full = r->best_key = NG_NONE;
  r->best = r->second_best = r->linked = NG_NO_SCORE;
  l->refs[l->referents.n] = ref;
  ng_ref_filter_add(&l->all, ref);
  return true;
}

void
ng_linker_number(ng_linker *l, uint32_t row)
{
  ng_ref ref = l->doc->choices.at[row].entity;
  uint32_t at = slot_of(l, ref);
  if (!l->slots[at] && add_referent(l, ref))
    l->slots[at] = l->referents.n;
  l->crowded |= !l->slots[at];
  l->rows[row].referent = l->slots[at] ? l->slots[at] - 1 : NG_NOBODY;
}

bool
ng_linker_make_room(ng_linker *l)
{
  enum { USUAL = 512 }; /* of few articles are there more */
  ng_arena *arena = l->work;
  uint32_t n = l->doc->choices.n;
  for (l->n_slots = 16; l->n_slots < 2 * n; l->n_slots *= 2) {
  }
  l->slots = NG_NEW(arena, uint32_t, l->n_slots);
  l->refs = ng_arena_room(arena, n + 3, sizeof *l->refs);
  l->rows = ng_arena_room(arena, n + 1, sizeof *l->rows);
  l->spans = NG_NEW(arena, ng_span_row, l->doc->spots.n + 1);
  if (!l->slots || !l->refs || !l->rows || !l->spans ||
      !NG_ROOM(arena, &l->referents, n < USUAL ? n + 1 : USUAL))
    return false;
  l->refs[0] = NG_NO_REF;
  return add_referent(l, NG_NO_REF);
}

uint32_t
ng_linker_find_likely(const ng_linker *l, ng_ref ref)
{
  if (!ng_ref_filter_may_have(&l->likely, ref))
    return NG_NONE;
  uint32_t at = ng_linker_find(l, ref);
  return at != NG_NONE && l->referents.at[at].likely ? at : NG_NONE;
}

static uint8_t
group_of(ng_type type)
{
  switch (type) {
  case NG_PERSON:
    return NG_GROUP_PERSON;
  case NG_COUNTRY:
  case NG_REGION:
  case NG_CITY:
  case NG_PLACE:
  case NG_BUILDING:
    return NG_GROUP_PLACE;
  case NG_ORGANIZATION:
  case NG_GOVERNMENT:
  case NG_COURT:
  case NG_MILITARY:
  case NG_PARTY:
  case NG_INTERNATIONAL:
  case NG_COMPANY:
  case NG_MEDIA:
  case NG_SCHOOL:
    return NG_GROUP_BODY;
  case NG_TEAM:
  case NG_LEAGUE:
    return NG_GROUP_TEAM;
  case NG_EVENT:
  case NG_CONFLICT:
  case NG_TREATY:
    return NG_GROUP_EVENT;
  case NG_OFFICE:
  case NG_OCCUPATION:
    return NG_GROUP_ROLE;
  case NG_WORK:
  case NG_PRODUCT:
    return NG_GROUP_WORK;
  default:
    return NG_GROUP_OTHER;
  }
}

static void
classify(ng_referent *r)
{
  ng_type type = r->kb.type < NG_N_TYPES ? r->kb.type : NG_ENTITY;
  r->class = ng_class_of(type, r->kb.facets);
  r->group = group_of(type);
}

/* A person's offices: whether one was held at the article's date, and, where
 * the base does not say whose citizen this is, the state of the last one that
 * the article names. */
static void
look_at_offices(ng_linker *l, ng_referent *r)
{
  enum { CAP = 24 };
  ng_holding held[CAP];
  size_t n = ng_kb_holdings(l->context->bases.at[r->ref.base], NG_BY_PERSON,
                            r->ref.index, held, CAP);
  bool citizen = r->country != NG_NONE;
  r->seen.held = !n ? 0 : !l->doc->date ? 1 : 2;
  for (size_t i = 0; i < n && i < CAP; i++) {
    if (l->doc->date && ng_may_hold(&held[i], l->doc->date))
      r->seen.held = 3;
    uint32_t state =
        citizen || held[i].jurisdiction == UINT32_MAX
            ? NG_NONE
            : ng_linker_find(l, (ng_ref){held[i].jurisdiction, r->ref.base});
    r->country = state != NG_NONE ? state : r->country;
  }
}

/* Tie `i` is a relation of the entity, and not one to it. */
static inline bool
has_relation(ng_ties ties, uint32_t i, ng_rel rel)
{
  return ties.codes[i] == rel * 2;
}

static ng_sport
sport_of(const ng_kb *kb, ng_ties ties)
{
  ng_sport sport = NG_SPORT_NONE;
  for (uint32_t i = 0; i < ties.n && !sport; i++)
    if (has_relation(ties, i, NG_REL_SPORT))
      sport = ng_sport_of_item(ng_kb_entity(kb, ties.entities[i]).qid);
  return sport;
}

static bool
is_within(ng_ties ties, uint32_t self)
{
  for (uint32_t i = 0; i < ties.n; i++)
    if (has_relation(ties, i, NG_REL_COUNTRY) && ties.entities[i] != self)
      return true;
  return false;
}

static bool
tells_state(ng_ties ties, uint32_t i)
{
  return has_relation(ties, i, NG_REL_COUNTRY) ||
         has_relation(ties, i, NG_REL_CITIZEN);
}

/* At most so many relations are looked at. */
static ng_ties
some_of(ng_ties ties)
{
  ties.n = ties.n < NG_MAX_RELATIONS ? ties.n : NG_MAX_RELATIONS;
  return ties;
}

/* Read what the base has of an entity. */
static void
read_entity(const ng_bases *bases, ng_ref ref, ng_known_entity *e)
{
  const ng_kb *kb = bases->at[ref.base];
  ng_ties ties = ng_kb_ties(kb, ref.index), some = some_of(ties);
  e->ref = ref;
  e->kb = ng_bases_named(bases, ref);
  e->ties = ties.n < NG_MAX_RELATIONS ? ties : (ng_ties){.n = 0};
  e->relations = ties.n;
  e->n_states = 0;
  e->sport = (uint8_t)ng_sport_of_facets(e->kb.facets);
  if (!e->sport)
    e->sport = (uint8_t)sport_of(kb, some);
  e->within = e->kb.type == NG_COUNTRY && is_within(some, ref.index);
  for (uint32_t i = 0; i < some.n && e->n_states <= NG_MOST_STATES; i++)
    if (tells_state(some, i)) {
      if (e->n_states < NG_MOST_STATES)
        e->states[e->n_states] = some.entities[i];
      e->n_states++;
    }
}

/* The first state of the entity that is a referent, or NG_NONE. */
static uint32_t
country_of(const ng_linker *l, const ng_known_entity *e)
{
  uint32_t country = NG_NONE, base = e->ref.base;
  ng_ties ties = {.n = 0};
  if (e->n_states > NG_MOST_STATES)
    ties = some_of(ng_kb_ties(l->context->bases.at[base], e->ref.index));
  for (uint32_t i = 0; i < ties.n && country == NG_NONE; i++)
    if (tells_state(ties, i))
      country = ng_linker_find(l, (ng_ref){ties.entities[i], base});
  for (uint32_t i = 0; !ties.n && i < e->n_states && country == NG_NONE; i++)
    country = ng_linker_find(l, (ng_ref){e->states[i], base});
  return country;
}

/* What the base has of one referent, and its country among the referents. */
static void
look_up(ng_linker *l, ng_referent *r)
{
  ng_known_entity own; /* where nothing is remembered */
  ng_known_entity *e = &own;
  if (l->doc->names)
    e = ng_names_entity(l->doc->names, r->ref);
  else
    own = (ng_known_entity){.ref = NG_NO_REF};
  if (!ng_ref_equal(e->ref, r->ref))
    read_entity(&l->context->bases, r->ref, e);
  r->kb = e->kb;
  r->n_relations = e->relations;
  r->ties = e->ties;
  r->sport = e->sport;
  r->within = e->within;
  classify(r);
  if (r->country == NG_NONE)
    r->country = country_of(l, e);
  if (r->kb.type == NG_PERSON)
    look_at_offices(l, r);
}

/* So many referents ahead, what the base has of them is fetched from memory. */
enum { AHEAD = 12 };

/* A referent will be looked up: soon, later or after that. */
static void
expect(const ng_linker *l, const ng_referent *r, int when)
{
  const ng_kb *kb = l->context->bases.at[r->ref.base];
  const ng_known_entity *e =
      l->doc->names ? ng_names_entity(l->doc->names, r->ref) : NULL;
  if (!e)
    when--;
  if (when == 2)
    __builtin_prefetch(e);
  else if (e && ng_ref_equal(e->ref, r->ref) && when == 1)
    __builtin_prefetch(e->kb.label.at);
  else if (e && ng_ref_equal(e->ref, r->ref))
    __builtin_prefetch(e->ties.entities);
  else if (when == 1)
    ng_kb_expect(kb, r->ref.index);
  else if (when == 0)
    ng_kb_expect_more(kb, r->ref.index);
}

bool
ng_linker_look_up(ng_linker *l)
{
  uint32_t n = 0;
  uint32_t *at = ng_arena_room(l->work, l->referents.n + 1, sizeof *at);
  if (!at || l->crowded)
    return false;
  for (uint32_t i = 0; i < l->referents.n; i++) {
    at[n] = i;
    n += l->referents.at[i].in_reach;
  }
  for (uint32_t i = 0; i < n + 3 * AHEAD; i++) {
    for (uint32_t k = 0; k < 3; k++)
      if (i >= k * AHEAD && i - k * AHEAD < n)
        expect(l, &l->referents.at[at[i - k * AHEAD]], 2 - (int)k);
    if (i >= 3 * AHEAD)
      look_up(l, &l->referents.at[at[i - 3 * AHEAD]]);
  }
  return true;
}
