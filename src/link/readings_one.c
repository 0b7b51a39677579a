/* readings_one.c - with one base, all that is asked of an entity is in the list
 * of candidates, and what a name may mean is remembered. */
#include "link/readings.h"

/* So many candidates of a list are fetched from memory before it is read; the
 * processor sees for itself that a long one goes on. */
enum { FETCHED = 16, CACHE_LINE = 64 };

void
ng_readings_expect(const ng_readings *r, const ng_hit *hit, const ng_hit *later)
{
  size_t n;
  if (r->doc->names) {
    ng_names_expect(r->doc->names, hit->list, later->list);
    return;
  }
  const ng_kb *kb = r->context->bases.at[hit->base];
  const ng_candidate *list = ng_kb_list(kb, hit->list, &n);
  for (size_t i = 0; i < n && i < FETCHED; i += CACHE_LINE / sizeof *list)
    __builtin_prefetch(&list[i]);
}

/* --- what the list says --------------------------------------------------- */

/* What the list repeats of the candidate's entity. */
static ng_entity
listed_entity(const ng_candidate *c)
{
  return (ng_entity){
      .type = c->type < NG_N_TYPES ? (ng_type)c->type : NG_ENTITY,
      .popularity = c->popularity,
      .flags = c->flags & NG_CANDIDATE_NO_LINK ? NG_ENTITY_NO_LINK : 0};
}

/* May the candidate be read where "The" or "Inc." is added or in question? */
static bool
may_be_meant(const ng_readings *r, const ng_hit *hit, const ng_spot *spot,
             const ng_candidate *c)
{
  ng_entity entity = listed_entity(c);
  return hit->grown ? ng_may_grow(c, &entity)
                    : ng_may_mean(r, spot, (ng_ref){c->entity, 0}, &entity);
}

/* The candidates that the spot may be read as, by index into at[]; how many. */
static uint32_t
find_readings(const ng_readings *r, const ng_hit *hit, const ng_spot *spot,
              uint16_t at[NG_MAX_SEEN + 1])
{
  size_t n;
  uint32_t found = 0;
  const ng_kb *kb = r->context->bases.at[0];
  const ng_candidate *list = ng_kb_list(kb, hit->list, &n);
  bool special = hit->grown || ng_starts_with_the(r->doc, spot);
  uint64_t types = ng_types_of(spot);
  ng_demand d = ng_demand_of(r->doc, spot);
  for (size_t i = 0; i < n && found < NG_MAX_SEEN; i++) {
    const ng_candidate *c = &list[i];
    bool may =
        hit->grown || (ng_may_be_read(d, c) && (types >> (c->type & 63) & 1));
    may = may && !(c->flags & NG_CANDIDATE_NO_LINK) &&
          (!special || may_be_meant(r, hit, spot, c)) &&
          (!c->validity || ng_kb_holds(kb, c->validity, r->doc->date));
    at[found] = (uint16_t)i;
    found += may;
  }
  return found;
}

static ng_choice
choice_of(const ng_candidate *c)
{
  ng_type type = c->type < NG_N_TYPES ? (ng_type)c->type : NG_ENTITY;
  return (ng_choice){.entity = {c->entity, 0},
                     .prior = c->prior,
                     .kinds = c->kinds,
                     .cases = c->cases,
                     .flags = c->flags,
                     .type = (uint8_t)type,
                     .class = ng_class_of_facet(type, c->facet),
                     .popularity = c->popularity};
}

/* Add the readings of the one hit of the spot. */
static bool
add_hit(ng_readings *r, const ng_hit *hit, const ng_spot *spot)
{
  ng_doc *doc = r->doc;
  uint16_t at[NG_MAX_SEEN + 1], best[NG_MAX_READINGS];
  int32_t worths[NG_MAX_SEEN];
  size_t n_list;
  const ng_candidate *list =
      ng_kb_list(r->context->bases.at[0], hit->list, &n_list);
  uint32_t n = find_readings(r, hit, spot, at);
  if (n > NG_MAX_READINGS) {
    for (uint32_t i = 0; i < n; i++)
      worths[i] =
          ng_reading_worth(r, &list[at[i]], (ng_ref){list[at[i]].entity, 0});
    ng_find_best(worths, n, best);
    n = NG_MAX_READINGS;
    for (uint32_t i = 0; i < n; i++)
      at[i] = at[best[i]];
  }
  if (!NG_ROOM(&doc->arena, &doc->choices, n))
    return false;
  for (uint32_t i = 0; i < n; i++) {
    doc->choices.at[doc->choices.n++] = choice_of(&list[at[i]]);
  }
  return true;
}

/* --- what is remembered --------------------------------------------------- */

static uint32_t
lately_slot(uint32_t list, ng_style style)
{
  return ((list * 4 + (uint32_t)style) * 0x9E3779B1u >> 16) % NG_LATELY;
}

static const ng_known_name *
find_name(const ng_readings *r, uint32_t list, ng_style style)
{
  if (r->doc->names)
    return ng_names_find(r->doc->names, list, style);
  const ng_known_name *name = r->lately[lately_slot(list, style)];
  return name && name->list == list && name->style == style ? name : NULL;
}

/* What there is room for once the worthiest of the candidates at[0 .. n) are
 * known: their numbers first, in their order, then the others'. */
static uint32_t
sort_out(const ng_readings *r, const ng_candidate *list, uint32_t n,
         uint16_t *at)
{
  int32_t worths[NG_MAX_SEEN];
  uint16_t best[NG_MAX_READINGS], rest[NG_MAX_SEEN];
  uint32_t n_rest = 0, k = 0;
  if (n <= NG_MAX_READINGS)
    return n;
  for (uint32_t i = 0; i < n; i++)
    worths[i] = ng_reading_worth(r, &list[at[i]], NG_NO_REF);
  ng_find_best(worths, n, best);
  for (uint32_t i = 0; i < n; i++)
    if (k < NG_MAX_READINGS && best[k] == i)
      k++;
    else
      rest[n_rest++] = at[i];
  for (uint32_t i = 0; i < NG_MAX_READINGS; i++)
    at[i] = at[best[i]]; /* these rise */
  /* cppcheck-suppress uninitvar ; n_rest of them are set */
  memcpy(at + NG_MAX_READINGS, rest, n_rest * sizeof *at);
  return NG_MAX_READINGS;
}

/* Memory for a name of `n` readings and `n_rest` more, and where its parts are;
 * NULL if there is none.  What a worker has no room for is not taken from the
 * article's budget: what that suffices for must not depend on what was read
 * before. */
static ng_known_name *
new_name(ng_readings *r, uint32_t n, uint32_t n_rest)
{
  size_t size = sizeof(ng_known_name) +
                n * (sizeof(ng_choice) + sizeof(ng_known)) +
                n_rest * sizeof(uint32_t);
  ng_known_name *name = r->doc->names ? ng_names_room(r->doc->names, size)
                                      : ng_arena_room(&r->doc->arena, size, 1);
  if (!name)
    return NULL;
  *name = (ng_known_name){.n = n, .n_rest = n_rest};
  name->choices = (void *)(name + 1);
  name->known = (void *)(name->choices + n);
  name->rest = (void *)(name->known + n);
  return name;
}

/* Read the list; NULL if what the name means depends on the article's day, or
 * if there is no room. */
static const ng_known_name *
learn_name(ng_readings *r, uint32_t at_list, const ng_spot *spot, ng_demand d)
{
  size_t n_list;
  uint16_t at[NG_MAX_SEEN + 1];
  uint32_t n = 0;
  uint64_t types = ng_types_of(spot);
  if (r->doc->names && ng_names_full(r->doc->names))
    return NULL;
  const ng_candidate *list =
      ng_kb_list(r->context->bases.at[0], at_list, &n_list);
  for (size_t i = 0; i < n_list && n < NG_MAX_SEEN; i++) {
    const ng_candidate *c = &list[i];
    bool may = ng_may_be_read(d, c) && (types >> (c->type & 63) & 1) &&
               !(c->flags & NG_CANDIDATE_NO_LINK);
    if (may && c->validity)
      return NULL;
    at[n] = (uint16_t)i;
    n += may;
  }
  uint32_t n_best = sort_out(r, list, n, at);
  ng_known_name *name = new_name(r, n_best, n - n_best);
  if (!name)
    return NULL;
  name->list = at_list;
  name->style = d.style;
  for (uint32_t i = 0; i < n_best; i++)
    name->choices[i] = choice_of(&list[at[i]]);
  for (uint32_t i = n_best; i < n; i++)
    name->rest[i - n_best] = list[at[i]].entity;
  ng_know_readings(ng_ranking_of(r->context), name->choices, n_best,
                   name->known, &name->alike);
  if (r->doc->names)
    ng_names_keep(r->doc->names, name);
  else
    r->lately[lately_slot(at_list, d.style)] = name;
  return name;
}

/* Does the article name in full what there is no room for? */
static bool
has_full_rest(const ng_readings *r, const ng_known_name *name)
{
  bool has = false;
  for (uint32_t i = 0; i < name->n_rest && !has; i++)
    has = ng_is_full(r, (ng_ref){name->rest[i], 0});
  return has;
}

bool
ng_readings_add_one(ng_readings *r, const ng_hit *hit, ng_spot *spot)
{
  ng_doc *doc = r->doc;
  ng_demand d = ng_demand_of(doc, spot);
  if (hit->grown || ng_starts_with_the(doc, spot))
    return add_hit(r, hit, spot);
  const ng_known_name *name = find_name(r, hit->list, d.style);
  if (!name)
    name = learn_name(r, hit->list, spot, d);
  if (!name || has_full_rest(r, name))
    return add_hit(r, hit, spot);
  if (name->n == 0)
    return true;
  if (!NG_ROOM(&doc->arena, &doc->choices, name->n))
    return false;
  memcpy(doc->choices.at + doc->choices.n, name->choices,
         name->n * sizeof *name->choices);
  doc->choices.n += name->n;
  spot->name = name;
  return true;
}
