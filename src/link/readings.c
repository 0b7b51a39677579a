/* readings.c - which entities a spot may mean: what the language rules out is
 * left out, and of very many readings the best are kept. */
#include "link/readings.h"
#include "core/str.h"
#include "link/rank.h"

/* Readings kept of one name: the right one is among 30 for 98 % of the names
 * that have it at all (AIDA, news); and the most that are looked at. */
enum { MAX_READINGS = NG_MAX_READINGS, MAX_SEEN = 1024 };

/* So many candidates of a list are fetched from memory before it is read; the
 * processor sees for itself that a long one goes on. */
enum { FETCHED = 16, CACHE_LINE = 64 };

/* Types that are never written without a capital. */
static const uint64_t PROPER = 1ULL << NG_PERSON | 1ULL << NG_COUNTRY |
                               1ULL << NG_TEAM | 1ULL << NG_LEAGUE |
                               1ULL << NG_MEDIA | 1ULL << NG_COMPANY;

/* The types of what a span may mean: bit i is type i. */
static uint64_t
types_of(const ng_spot *spot)
{
  uint64_t all = ~(1ULL << NG_NAME_ONLY);
  return spot->flags & NG_SPOT_LOWER ? all & ~PROPER : all;
}

/* The kinds of a full name. */
enum {
  FULL = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS | NG_NAME_SHORT |
         NG_NAME_PLURAL
};

/* "the" is part of a name only where the entity's label has it, or where the
 * rest is a direction ("the West"). */
static bool
may_have_the(const ng_readings *r, const ng_spot *spot, ng_ref ref)
{
  const ng_doc *doc = r->doc;
  ng_entity entity = ng_bases_entity(&r->context->bases, ref);
  ng_str label = entity.label;
  bool in_label = label.len > 4 && memcmp(label.at, "The ", 4) == 0;
  if (spot->n_words == 2 &&
      doc->notes.at[spot->word + 1].class == NG_WORD_HEADING)
    return doc->notes.at[spot->word + 1].flags & NG_WORD_CAPITAL;
  if (doc->notes.at[spot->word].flags & NG_WORD_CAPITAL)
    return in_label;
  return in_label && entity.type == NG_CITY;
}

/* May the name of `c` be said with "Inc." or "The", which it has not? */
static bool
may_grow(const ng_candidate *c, const ng_entity *entity)
{
  if ((c->flags & NG_CANDIDATE_NEVER) || (entity->flags & NG_ENTITY_NO_LINK) ||
      !(c->kinds &
        (NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS | NG_NAME_SHORT)))
    return false;
  switch (entity->type) {
  case NG_COMPANY:
  case NG_MEDIA:
  case NG_ORGANIZATION:
    return true;
  default:
    return false;
  }
}

/* What a candidate must have for words to be read as it, whatever entity it is.
 * Half of all candidates fall here, and looking an entity up costs more than
 * all that is asked. */
typedef struct {
  uint8_t cases;  /* one of these, if any are asked for */
  uint16_t kinds; /* one of these */
} demand;

static demand
demand_of(const ng_doc *doc, uint32_t word, uint32_t n, bool lower)
{
  ng_word_note first = doc->notes.at[word];
  if (lower)
    return (demand){NG_CASE_LOWER, FULL};
  bool joined = n > 1 && doc->notes.at[word + 1].gap == NG_GAP_HYPHEN &&
                (doc->notes.at[word + 1].flags & NG_WORD_CAPITAL);
  return (first.class == NG_WORD_THE && n > 1) || joined || /* "al-Shabaab" */
                 (first.flags & (NG_WORD_CAPITAL | NG_WORD_DIGIT))
             ? (demand){0, UINT16_MAX}
             : (demand){NG_CASE_LOWER, UINT16_MAX};
}

static inline bool
may_be_read(demand d, const ng_candidate *c)
{
  return !(c->flags & NG_CANDIDATE_NEVER) && c->kinds != NG_NAME_CODE &&
         (c->kinds & d.kinds) && (!d.cases || (c->cases & d.cases));
}

static bool
starts_with_the(const ng_readings *r, const ng_spot *spot)
{
  return spot->n_words > 1 && !(spot->flags & NG_SPOT_LOWER) &&
         r->doc->notes.at[spot->word].class == NG_WORD_THE;
}

/* And may they, its entity being this one? */
static bool
may_mean(const ng_readings *r, const ng_spot *spot, ng_ref ref,
         const ng_entity *entity)
{
  if ((entity->flags & NG_ENTITY_NO_LINK) ||
      !(types_of(spot) >> entity->type & 1))
    return false;
  return !starts_with_the(r, spot) || may_have_the(r, spot, ref);
}

/* The entity as all bases together know it. */
static ng_ref
canonical(const ng_bases *bases, ng_ref ref, const ng_entity *entity)
{
  if (bases->n < 2)
    return ref;
  ng_ref last = entity->qid       ? ng_bases_by_qid(bases, entity->qid)
                : entity->iri.len ? ng_bases_by_iri(bases, entity->iri)
                                  : ref;
  return ng_ref_none(last) ? ref : last;
}

/* Whether one of the hits [at, hit), which name the same words in later bases,
 * says that they never mean `ref` when written like this. */
static bool
is_banned(const ng_readings *r, const ng_hit *at, const ng_hit *hit, ng_ref ref)
{
  const ng_bases *bases = &r->context->bases;
  if (at == hit)
    return false;
  uint32_t cases = ng_words_case(r->doc->words.at + hit->word, hit->n);
  for (; at < hit; at++) {
    size_t n;
    const ng_candidate *list = ng_kb_list(bases->at[at->base], at->list, &n);
    for (size_t i = 0; i < n; i++) {
      ng_ref other = {list[i].entity, at->base};
      ng_entity entity = ng_bases_entity(bases, other);
      if ((list[i].flags & NG_CANDIDATE_NEVER) && (list[i].cases & cases) &&
          ng_ref_equal(canonical(bases, other, &entity), ref))
        return true;
    }
  }
  return false;
}

/* --- the best of many ----------------------------------------------------- */

void
ng_readings_note(ng_readings *r, const ng_hit *hit)
{
  size_t n;
  const ng_bases *bases = &r->context->bases;
  const ng_candidate *list = ng_kb_list(bases->at[hit->base], hit->list, &n);
  for (size_t i = 0; i < n; i++) {
    ng_ref ref = {list[i].entity, hit->base};
    if (!(list[i].kinds & (FULL | NG_NAME_INITIAL)))
      continue;
    if (bases->n > 1) {
      ng_entity entity = ng_bases_entity(bases, ref);
      ref = canonical(bases, ref, &entity);
    }
    ng_ref_filter_add(&r->full, ref);
  }
}

/* What speaks for keeping a reading, in units of popularity: a name of its own
 * weighs as much as being fifty times as popular, since towns have aliases
 * that belong to their state. */
static inline int32_t
worth(const ng_readings *r, const ng_candidate *c, ng_ref ref)
{
  enum {
    OWN = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_SHORT | NG_NAME_TEAM |
          NG_NAME_DEMONYM,
    BY_NAME = 190,
    BY_ALIAS = 95,
    IN_FULL = 2000
  };
  bool alias = (c->kinds & NG_NAME_ALIAS) && c->type != NG_CITY;
  return c->popularity +
         (c->kinds & OWN ? BY_NAME
          : alias        ? BY_ALIAS
                         : 0) +
         (ng_ref_filter_may_have(&r->full, ref) ? IN_FULL : 0);
}

/* Keep the MAX_READINGS worthiest of the `n` choices from `first` on. */
static void
keep_best(const ng_readings *r, uint32_t first, uint32_t n)
{
  int32_t worths[MAX_SEEN];
  uint16_t best[MAX_READINGS];
  ng_choice *choices = r->doc->choices.at + first;
  for (uint32_t i = 0; i < n; i++) {
    ng_candidate c = {.kinds = choices[i].kinds,
                      .popularity = choices[i].popularity,
                      .type = choices[i].type};
    worths[i] = worth(r, &c, choices[i].entity);
  }
  ng_find_best(worths, n, best);
  for (uint32_t i = 0; i < MAX_READINGS; i++)
    choices[i] = choices[best[i]];
  r->doc->choices.n = first + MAX_READINGS;
}

/* --- adding --------------------------------------------------------------- */

/* Add a reading of the last spot, or strengthen the same one. */
static bool
add_choice(ng_readings *r, const ng_spot *spot, const ng_candidate *c,
           const ng_entity *entity, ng_ref ref)
{
  ng_doc *doc = r->doc;
  for (uint32_t i = spot->choice; r->context->bases.n > 1 && i < doc->choices.n;
       i++) {
    ng_choice *old = &doc->choices.at[i];
    if (ng_ref_equal(old->entity, ref)) {
      old->prior = old->prior > c->prior ? old->prior : c->prior;
      old->kinds |= c->kinds;
      old->cases |= c->cases;
      return true;
    }
  }
  if (doc->choices.n - spot->choice >= MAX_SEEN)
    return true;
  ng_choice choice = {.entity = ref,
                      .prior = c->prior,
                      .kinds = c->kinds,
                      .cases = c->cases,
                      .flags = c->flags,
                      .type = (uint8_t)entity->type,
                      .class = ng_class_of(entity->type, entity->facets),
                      .popularity = entity->popularity};
  return NG_PUSH(&doc->arena, &doc->choices, choice);
}

void
ng_readings_expect(const ng_readings *r, const ng_hit *hit)
{
  size_t n;
  const ng_kb *kb = r->context->bases.at[hit->base];
  const ng_candidate *list = ng_kb_list(kb, hit->list, &n);
  for (size_t i = 0; i < n && i < FETCHED; i += CACHE_LINE / sizeof *list)
    __builtin_prefetch(&list[i]);
}

/* The readings that `hit` has; those before it, from `at`, are of the same
 * words in later bases. */
static bool
add_hit(ng_readings *r, const ng_hit *at, const ng_hit *hit,
        const ng_spot *spot)
{
  size_t n;
  const ng_bases *bases = &r->context->bases;
  const ng_kb *kb = bases->at[hit->base];
  const ng_candidate *list = ng_kb_list(kb, hit->list, &n);
  demand d =
      demand_of(r->doc, spot->word, spot->n_words, spot->flags & NG_SPOT_LOWER);
  for (size_t i = 0; i < n; i++) {
    ng_ref ref = {list[i].entity, hit->base};
    if (!hit->grown && !may_be_read(d, &list[i]))
      continue;
    ng_entity entity = ng_bases_figures(bases, ref);
    if (!(hit->grown ? may_grow(&list[i], &entity)
                     : may_mean(r, spot, ref, &entity)) ||
        !ng_kb_holds(kb, list[i].validity, r->doc->date))
      continue;
    ref = canonical(bases, ref, &entity);
    if (!is_banned(r, at, hit, ref) &&
        !add_choice(r, spot, &list[i], &entity, ref))
      return false;
  }
  return true;
}

/* --- one base -------------------------------------------------------------
 *
 * With one base all that is asked of an entity is in the list of candidates.
 */

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
  return hit->grown ? may_grow(c, &entity)
                    : may_mean(r, spot, (ng_ref){c->entity, 0}, &entity);
}

/* The candidates that the spot may be read as, by index into at[]; how many. */
static uint32_t
find_readings(const ng_readings *r, const ng_hit *hit, const ng_spot *spot,
              uint16_t at[MAX_SEEN + 1])
{
  size_t n;
  uint32_t found = 0;
  const ng_kb *kb = r->context->bases.at[0];
  const ng_candidate *list = ng_kb_list(kb, hit->list, &n);
  bool special = hit->grown || starts_with_the(r, spot);
  uint64_t types = types_of(spot);
  demand d =
      demand_of(r->doc, spot->word, spot->n_words, spot->flags & NG_SPOT_LOWER);
  for (size_t i = 0; i < n && found < MAX_SEEN; i++) {
    const ng_candidate *c = &list[i];
    bool may =
        hit->grown || (may_be_read(d, c) && (types >> (c->type & 63) & 1));
    may = may && !(c->flags & NG_CANDIDATE_NO_LINK) &&
          (!special || may_be_meant(r, hit, spot, c)) &&
          (!c->validity || ng_kb_holds(kb, c->validity, r->doc->date));
    at[found] = (uint16_t)i;
    found += may;
  }
  return found;
}

/* Add the readings of the one hit of the spot. */
static bool
add_only_hit(ng_readings *r, const ng_hit *hit, const ng_spot *spot)
{
  ng_doc *doc = r->doc;
  uint16_t at[MAX_SEEN + 1], best[MAX_READINGS];
  int32_t worths[MAX_SEEN];
  size_t n_list;
  const ng_candidate *list =
      ng_kb_list(r->context->bases.at[0], hit->list, &n_list);
  uint32_t n = find_readings(r, hit, spot, at);
  if (n > MAX_READINGS) {
    for (uint32_t i = 0; i < n; i++)
      worths[i] = worth(r, &list[at[i]], (ng_ref){list[at[i]].entity, 0});
    ng_find_best(worths, n, best);
    n = MAX_READINGS;
    for (uint32_t i = 0; i < n; i++)
      at[i] = at[best[i]];
  }
  if (!NG_ROOM(&doc->arena, &doc->choices, n))
    return false;
  for (uint32_t i = 0; i < n; i++) {
    const ng_candidate *c = &list[at[i]];
    ng_type type = c->type < NG_N_TYPES ? (ng_type)c->type : NG_ENTITY;
    doc->choices.at[doc->choices.n++] =
        (ng_choice){.entity = {c->entity, 0},
                    .prior = c->prior,
                    .kinds = c->kinds,
                    .cases = c->cases,
                    .flags = c->flags,
                    .type = (uint8_t)type,
                    .class = ng_class_of_facet(type, c->facet),
                    .popularity = c->popularity};
  }
  return true;
}

/* --- the same name again -------------------------------------------------- */

/* May what was found of one of these be taken of the other, if they are of the
 * same list? */
static bool
is_read_alike(const ng_readings *r, const ng_spot *a, const ng_spot *b)
{
  const ng_doc *doc = r->doc;
  demand x = demand_of(doc, a->word, a->n_words, a->flags & NG_SPOT_LOWER);
  demand y = demand_of(doc, b->word, b->n_words, b->flags & NG_SPOT_LOWER);
  return x.cases == y.cases && x.kinds == y.kinds &&
         !((a->flags ^ b->flags) & NG_SPOT_LOWER) && !starts_with_the(r, a) &&
         !starts_with_the(r, b);
}

static uint32_t
said_slot(const ng_readings *r, const ng_hit *hit)
{
  return (hit->list * 0x9E3779B1u >> 16) % (sizeof r->said / sizeof *r->said);
}

/* An earlier spot of the same name that is read alike, or NULL. */
static const ng_spot *
find_said(const ng_readings *r, const ng_hit *hit, const ng_spot *spot)
{
  uint32_t slot = said_slot(r, hit);
  if (r->said[slot].list != hit->list || hit->grown)
    return NULL;
  const ng_spot *before = &r->doc->spots.at[r->said[slot].spot];
  return is_read_alike(r, before, spot) ? before : NULL;
}

/* The spot, which will be the next of doc->spots, has all readings of its hit.
 */
static void
note_said(ng_readings *r, const ng_hit *hit)
{
  uint32_t slot = said_slot(r, hit);
  r->said[slot].list = hit->list;
  r->said[slot].spot = r->doc->spots.n;
}

/* Add the readings of the one hit of the spot, which may be those of an earlier
 * one. */
static bool
add_only_base(ng_readings *r, const ng_hit *hit, const ng_spot *spot)
{
  ng_doc *doc = r->doc;
  const ng_spot *before = find_said(r, hit, spot);
  if (!before)
    return add_only_hit(r, hit, spot);
  if (!NG_ROOM(&doc->arena, &doc->choices, before->n))
    return false;
  memcpy(doc->choices.at + doc->choices.n, doc->choices.at + before->choice,
         before->n * sizeof *doc->choices.at);
  doc->choices.n += before->n;
  return true;
}

/* "a", "an" right before the name. */
static bool
is_behind_article(const ng_doc *doc, const ng_spot *spot)
{
  if (spot->word == 0 || doc->notes.at[spot->word].gap != NG_GAP_SPACE)
    return false;
  const ng_word *before = &doc->words.at[spot->word - 1];
  const char *text = doc->text.at + before->begin;
  size_t n = before->end - before->begin;
  return (*text == 'a' || *text == 'A') &&
         (n == 1 || (n == 2 && text[1] == 'n'));
}

/* Of the readings, keep those of that kind or case, if there are any. */
static void
keep_those(const ng_readings *r, ng_spot *spot, uint16_t kinds, uint8_t cases)
{
  ng_doc *doc = r->doc;
  ng_choice *choices = doc->choices.at + spot->choice;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < spot->n; i++)
    if ((choices[i].kinds & kinds) || (choices[i].cases & cases))
      choices[kept++] = choices[i];
  if (kept)
    spot->n = kept;
  doc->choices.n = spot->choice + spot->n;
}

/* "a Norwegian engineer" is of Norway, not of an airline or a magazine: where a
 * word that is a demonym follows "a", it is nothing else.  Nor is "IRA" an
 * "Ira": three capitals or two are what is so written, if anything is, or what
 * is called so in full, as "ENI" is Eni. */
static void
keep_likely(const ng_readings *r, ng_spot *spot)
{
  enum { SHORT = 3, SHOUT = NG_WORD_UPPER | NG_WORD_SHOUTED };
  uint16_t flags = r->doc->notes.at[spot->word].flags;
  if (spot->n_words != 1)
    return;
  if (is_behind_article(r->doc, spot))
    keep_those(r, spot, NG_NAME_DEMONYM, 0);
  if ((flags & SHOUT) == NG_WORD_UPPER &&
      spot->span.end - spot->span.begin <= SHORT)
    keep_those(r, spot, NG_NAME_LABEL | NG_NAME_TITLE, NG_CASE_UPPER);
}

/* The readings of all hits, in all bases. */
static bool
add_hits(ng_readings *r, const ng_hit *at, const ng_hit *end, ng_spot *spot)
{
  for (const ng_hit *hit = at; hit < end; hit++)
    if (!(hit->grown && hit > at && hit[-1].base == hit->base) &&
        !add_hit(r, at, hit, spot))
      return false;
  spot->n = r->doc->choices.n - spot->choice;
  if (spot->n > MAX_READINGS)
    keep_best(r, spot->choice, spot->n);
  return true;
}

bool
ng_readings_add(ng_readings *r, const ng_hit *at, const ng_hit *end,
                ng_spot *spot)
{
  bool alone = r->context->bases.n == 1;
  if (alone ? !add_only_base(r, at, spot) : !add_hits(r, at, end, spot))
    return false;
  uint32_t n = r->doc->choices.n - spot->choice;
  spot->n = n;
  keep_likely(r, spot);
  if (alone && n && spot->n == n && !at->grown)
    note_said(r, at);
  return true;
}
