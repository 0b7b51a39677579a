/* readings.c - which entities a spot may mean: what the language rules out is
 * left out, and of very many readings the best are kept. */
#include "link/readings.h"
#include "core/str.h"
#include "link/found_name.h"
#include "link/rank.h"

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
bool
ng_may_grow(const ng_candidate *c, const ng_entity *entity)
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

/* And may they, its entity being this one? */
bool
ng_may_mean(const ng_readings *r, const ng_spot *spot, ng_ref ref,
            const ng_entity *entity)
{
  if ((entity->flags & NG_ENTITY_NO_LINK) ||
      !(ng_types_of(spot) >> entity->type & 1))
    return false;
  return !ng_starts_with_the(r->doc, spot) || may_have_the(r, spot, ref);
}

/* The entity as all bases together know it. */
static ng_ref
canonical(const ng_bases *bases, ng_ref ref, const ng_entity *entity)
{
  if (bases->n < 2 || ref.base == 0)
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
      if (!(list[i].flags & NG_CANDIDATE_NEVER) || !(list[i].cases & cases))
        continue;
      ng_entity entity = ng_bases_entity(bases, other);
      if (ng_ref_equal(canonical(bases, other, &entity), ref))
        return true;
    }
  }
  return false;
}

/* --- the best of many ----------------------------------------------------- */

static void
add_full(ng_readings *r, ng_ref ref)
{
  if (ng_is_full(r, ref))
    return;
  r->full[ng_full_slot(r, ref)] = ng_full_key(ref);
  ng_ref_filter_add(&r->may_be_full, ref);
  r->n_full++;
}

void
ng_readings_note(ng_readings *r, const ng_hit *hit)
{
  size_t n;
  const ng_bases *bases = &r->context->bases;
  const ng_candidate *list = ng_kb_list(bases->at[hit->base], hit->list, &n);
  for (size_t i = 0; i < n; i++) {
    ng_ref ref = {list[i].entity, hit->base};
    if (!(list[i].kinds & (NG_FULL_KINDS | NG_NAME_INITIAL)))
      continue;
    if (ref.base > 0) {
      ng_entity entity = ng_bases_entity(bases, ref);
      ref = canonical(bases, ref, &entity);
    }
    add_full(r, ref);
  }
}

/* Keep the NG_MAX_READINGS worthiest of the `n` choices from `first` on. */
static void
keep_best(const ng_readings *r, uint32_t first, uint32_t n)
{
  int32_t worths[NG_MAX_SEEN];
  uint16_t best[NG_MAX_READINGS];
  ng_choice *choices = r->doc->choices.at + first;
  for (uint32_t i = 0; i < n; i++) {
    ng_candidate c = {.kinds = choices[i].kinds,
                      .popularity = choices[i].popularity,
                      .type = choices[i].type};
    worths[i] = ng_reading_worth(r, &c, choices[i].entity);
  }
  ng_find_best(worths, n, best);
  for (uint32_t i = 0; i < NG_MAX_READINGS; i++)
    choices[i] = choices[best[i]];
  r->doc->choices.n = first + NG_MAX_READINGS;
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
  if (doc->choices.n - spot->choice >= NG_MAX_SEEN)
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
  ng_demand d = ng_demand_of(r->doc, spot);
  for (size_t i = 0; i < n; i++) {
    ng_ref ref = {list[i].entity, hit->base};
    if (!hit->grown && !ng_may_be_read(d, &list[i]))
      continue;
    ng_entity entity = ng_bases_figures(bases, ref);
    if (!(hit->grown ? ng_may_grow(&list[i], &entity)
                     : ng_may_mean(r, spot, ref, &entity)) ||
        !ng_kb_holds(kb, list[i].validity, r->doc->date))
      continue;
    ref = canonical(bases, ref, &entity);
    if (!is_banned(r, at, hit, ref) &&
        !add_choice(r, spot, &list[i], &entity, ref))
      return false;
  }
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

/* Of the readings, keep those of that kind or case; false, and all, if there
 * are none. */
static bool
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
  return kept;
}

static void
drop_all(const ng_readings *r, ng_spot *spot)
{
  spot->n = 0;
  r->doc->choices.n = spot->choice;
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
  if (ng_is_plural_acronym(r->doc, spot->word) &&
      !keep_those(r, spot, 0, NG_CASE_CAPITAL))
    drop_all(r, spot); /* "MPs" is no MPS and no mps */
  if (is_behind_article(r->doc, spot))
    (void)keep_those(r, spot, NG_NAME_DEMONYM, 0);
  if ((flags & SHOUT) == NG_WORD_UPPER &&
      spot->span.end - spot->span.begin <= SHORT)
    (void)keep_those(r, spot, NG_NAME_LABEL | NG_NAME_TITLE, NG_CASE_UPPER);
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
  if (spot->n > NG_MAX_READINGS)
    keep_best(r, spot->choice, spot->n);
  return true;
}

bool
ng_readings_add(ng_readings *r, const ng_hit *at, const ng_hit *end,
                ng_spot *spot)
{
  bool alone = r->context->bases.n == 1;
  if (alone ? !ng_readings_add_one(r, at, spot) : !add_hits(r, at, end, spot))
    return false;
  uint32_t n = r->doc->choices.n - spot->choice;
  spot->n = n;
  keep_likely(r, spot);
  if (spot->n != n)
    spot->name = NULL;
  return true;
}
