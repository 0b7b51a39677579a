/* start.c - what readings score without what the base has of their entities:
 * by their name, which may be remembered, and by where it stands. */
#include "link/adder.h"

/* --- by the name ---------------------------------------------------------- */

/* By a prior like this, of 65535, a reading may be kept whatever its score:
 * link.c. */
enum { SURE_PRIOR = 32768 };

/* The group of the reading `i` among `n`, whose numbers are in *group, by its
 * key, once 0xFF; a new one, which it is the first of, if it has none.  Which
 * it is is no branch: it would be guessed wrong. */
INLINE uint8_t
group_of(uint8_t *group, uint8_t *first, uint8_t *n, uint32_t i)
{
  bool new = *group == UINT8_MAX;
  first[*n] = (uint8_t)i;
  *group = new ? *n : *group;
  *n = (uint8_t)(*n + new);
  return *group;
}

/* Group the readings known[0 .. n). */
static void
find_alike(ng_known *known, uint32_t n, ng_alike *out)
{
  struct {
    uint8_t types[2 * NG_N_CLASSES], kinds[16], priors[14];
  } groups;
  memset(&groups, 0xFF, sizeof groups);
  uint8_t *first = out->first;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t type = 2u * known[i].class + (known[i].type != known[i].class);
    known[i].of_type = group_of(&groups.types[type], first, &out->n_types, i);
  }
  first += out->n_types;
  for (uint32_t i = 0; i < n; i++)
    known[i].of_kind =
        group_of(&groups.kinds[known[i].kind], first, &out->n_kinds, i);
  first += out->n_kinds;
  for (uint32_t i = 0; i < n; i++)
    known[i].of_prior =
        group_of(&groups.priors[known[i].prior], first, &out->n_priors, i);
}

void
ng_know_readings(const ng_ranking *ranking, const ng_choice *choices,
                 uint32_t n, ng_known *out, ng_alike *alike)
{
  name_view name = view_name(choices, n);
  *alike = (ng_alike){0};
  for (uint32_t i = 0; i < n; i++) {
    adder a = {.weights = ranking->weights, .purpose = SCORE};
    out[i] = view_reading(&choices[i]);
    add_name(&a, &name, &out[i], &choices[i], i);
    add_full(&a, &out[i], 0, false);
    out[i].sum = a.first;
    alike->sure |= (uint32_t)(choices[i].prior >= SURE_PRIOR) << i;
  }
  find_alike(out, n, alike);
}

/* --- by the place --------------------------------------------------------- */

/* What a place says of the readings of a name: of each group of those alike. */
typedef struct {
  int32_t types[NG_MAX_READINGS], kinds[16], priors[14];
} place_sums;

static void
sum_place(const ng_linker *l, const ng_span_view *v, const ng_known *known,
          const ng_alike *alike, place_sums *out)
{
  const ng_weight *weights = l->ranking->weights;
  const uint8_t *first = alike->first;
  for (uint32_t i = 0; i < alike->n_types; i++) {
    adder a = {.weights = weights, .purpose = SCORE};
    add_type(&a, v, known[first[i]].type, known[first[i]].class);
    out->types[i] = a.first;
  }
  first += alike->n_types;
  for (uint32_t i = 0; i < alike->n_kinds; i++) {
    adder a = {.weights = weights, .purpose = SCORE};
    add_kind(&a, v, known[first[i]].kind);
    out->kinds[i] = a.first;
  }
  first += alike->n_kinds;
  for (uint32_t i = 0; i < alike->n_priors; i++) {
    adder a = {.weights = weights, .purpose = SCORE};
    add_prior(&a, v, known[first[i]].prior);
    out->priors[i] = a.first;
  }
}

/* What the span weighs, and that no full name of a reading is elsewhere. */
static int32_t
sum_span(ng_linker *l, const ng_span_view *v)
{
  static const ng_referent unnamed = {.first_full = NG_NONE};
  adder a = {.weights = l->ranking->weights, .l = l, .purpose = SCORE};
  add_span(&a, v, v->index);
  add_elsewhere(&a, v, &unnamed);
  return a.first;
}

/* What it adds that there are such names. */
static int32_t
add_others(const ng_linker *l, const ng_span_view *v, const ng_known *known,
           const ng_referent *r)
{
  static const ng_referent unnamed = {.first_full = NG_NONE};
  adder with = {.weights = l->ranking->weights, .purpose = SCORE};
  adder without = {.weights = l->ranking->weights, .purpose = SCORE};
  add_elsewhere(&with, v, r);
  add_full(&with, known, r->n_full, v->spot->n_words > 1);
  add_elsewhere(&without, v, &unnamed);
  add_full(&without, known, 0, false);
  return with.first - without.first;
}

/* The referent that the reading `row` means, if the article names it in full;
 * else NULL. */
static const ng_referent *
find_full(ng_linker *l, uint32_t row)
{
  ng_ref ref = l->doc->choices.at[row].entity;
  if (!ng_ref_filter_may_have(&l->full, ref))
    return NULL;
  uint32_t at = ng_linker_find(l, ref);
  return at != NG_NONE && l->referents.at[at].n_full ? &l->referents.at[at]
                                                     : NULL;
}

/* Score the readings of which known[] tells. */
static void
score(ng_linker *l, ng_span_view *v, const ng_known *known,
      const ng_alike *alike)
{
  const ng_spot *spot = v->spot;
  const ng_weight *weights = l->ranking->weights;
  const ng_weight *cases = weights + NG_F_CASE + (size_t)v->style * 8;
  const ng_weight *popularities = weights + NG_F_POPULARITY_SHAPE + v->shape;
  ng_row *rows = l->rows + spot->choice;
  place_sums sums;
  int32_t span = sum_span(l, v), best = NG_NO_SCORE;
  sum_place(l, v, known, alike, &sums);
  v->sure = alike->sure;
  for (uint32_t i = 0; i < spot->n; i++) {
    const ng_known *k = &known[i];
    int32_t sum = span + k->sum + sums.types[k->of_type] +
                  sums.kinds[k->of_kind] + sums.priors[k->of_prior] +
                  cases[k->cases].first +
                  popularities[(size_t)k->popularity * 64].first;
    const ng_referent *full = find_full(l, spot->choice + i);
    if (full) {
      sum += add_others(l, v, k, full);
      v->sure |= 1u << i;
    }
    rows[i].first = sum;
    best = sum > best ? sum : best;
  }
  l->best[v->index] = best;
}

void
ng_start_spot(ng_linker *l, ng_span_view *v)
{
  const ng_spot *spot = v->spot;
  ng_known known[NG_MAX_READINGS];
  ng_alike alike;
  if (spot->name && l->ranking == ng_ranking_of(l->context)) {
    score(l, v, spot->name->known, &spot->name->alike);
    return;
  }
  ng_know_readings(l->ranking, l->doc->choices.at + spot->choice, spot->n,
                   known, &alike);
  score(l, v, known, &alike);
}
