/* features.c - the first pass: every reading by what its span, its name and
 * its entity look like. */
#include "link/features.h"

/* --- adding up ------------------------------------------------------------ */

/* What a group of features weighs that many readings of a span share. */
typedef struct {
  uint32_t span; /* its spot + 1; of another one, the sum is an old one */
  int32_t first;
} shared_sum;

/* Such sums of one span: of features that depend on the span and, beyond it, on
 * no more than the type, the kind or the prior of a reading. */
typedef struct {
  shared_sum types[2][NG_N_CLASSES]; /* as the class says; of persons */
  shared_sum kinds[16], priors[14];
} shared_sums;

/* What features are added up for: all readings for their scores in the first
 * pass; those that are left for what the second pass starts from; and where all
 * values are kept, both at once. */
typedef enum { SCORE, LIST, KEEP } purpose;

typedef struct {
  const ng_weight *weights;
  int32_t first, second;
  ng_linker *l;
  shared_sums *shared;
  uint32_t span; /* of `shared`: the spot + 1 */
  purpose purpose;
  bool failed;
} adder;

/* Most of linking's time goes by here, so that each purpose gets its own copy
 * of the functions below, which keeps sums in registers. */
#define INLINE static inline __attribute__((always_inline))

static void
note_value(adder *a, uint32_t value)
{
  ng_arena *arena = &a->l->doc->arena;
  a->second += a->weights[value].second;
  if (a->purpose == KEEP ? !NG_PUSH(arena, &a->l->values, (uint16_t)value)
                         : value >= NG_FIRST_DEEP &&
                               !NG_PUSH(arena, &a->l->deep, (uint16_t)value))
    a->failed = true;
}

INLINE void
add(adder *a, uint32_t value)
{
  a->first += a->weights[value].first;
  if (a->purpose != SCORE)
    note_value(a, value);
}

/* Add what is known of a group of features; false if they must be added one by
 * one. */
INLINE bool
add_known(adder *a, const shared_sum *sum)
{
  if (a->purpose != SCORE || sum->span != a->span)
    return false;
  a->first += sum->first;
  return true;
}

/* What was added since `before` is the group's sum. */
INLINE void
learn(const adder *a, int32_t before, shared_sum *sum)
{
  if (a->purpose == SCORE)
    *sum = (shared_sum){a->span, a->first - before};
}

/* --- the span ------------------------------------------------------------- */

INLINE void
add_span(adder *a, const ng_span_view *v, uint32_t index)
{
  const ng_linker *l = a->l;
  const ng_doc *doc = l->doc;
  const ng_spot *spot = v->spot;
  uint32_t chars = spot->span.end - spot->span.begin;
  add(a, NG_F_BIAS);
  add(a, NG_F_SHAPE + v->shape);
  add(a, NG_F_WORDS + v->words);
  if (spot->n_words == 1) {
    add(a, NG_F_LENGTH + BUCKET(chars, 3, 4, 5, 6, 7, 9, 12));
    add(a, NG_F_CASES + v->cases);
  }
  add(a, NG_F_PREVIOUS + v->previous);
  add(a, NG_F_PREVIOUS_2 +
             (v->previous ? ng_word_class_at(doc, spot->word, -2) : 0));
  add(a, NG_F_NEXT + v->next);
  add(a, NG_F_AROUND + v->previous * NG_N_WORD_CLASSES + v->next);
  add(a,
      NG_F_GAPS + (uint32_t)doc->notes.at[spot->word].gap * NG_N_GAPS + v->gap);
  add(a, NG_F_RUN + v->run);
  add(a, NG_F_COVERED + (spot->flags & NG_SPOT_COVERED ? 1 : 0));
  add(a, NG_F_LONGER + v->longer);
  add(a, NG_F_READINGS + BUCKET(spot->n, 2, 3, 5, 8, 15, 30));
  add(a, NG_F_TIMES + BUCKET(l->times[l->same[index]], 2, 3, 4, 6));
  add(a, NG_F_NUMBERS + v->numbers);
  add(a, NG_F_POSITION + BUCKET(spot->sentence, 1, 2, 5));
  add(a,
      NG_F_QUOTED + (doc->notes.at[spot->word].flags & NG_WORD_QUOTED ? 1 : 0));
  add(a, NG_F_ENDS + v->ends);
  add(a, NG_F_SPORTY + v->sporty);
  add(a, NG_F_SIZE + BUCKET(doc->words.n, 30, 120, 300, 700));
  add(a, NG_F_INNER + v->inner);
}

/* --- the reading ---------------------------------------------------------- */

/* The likeliest kind first: the one that crosses go by. */
static uint32_t
main_kind(uint32_t kinds)
{
  static const uint8_t order[] = {0,  1,  9, 2, 7, 3, 12, 10,
                                  11, 13, 6, 4, 5, 8, 14, 15};
  for (uint32_t i = 0; i < sizeof order; i++)
    if (kinds & (1u << order[i]))
      return order[i];
  return 15;
}

static bool
same_but_case(ng_str a, ng_str b)
{
  if (a.len != b.len)
    return false;
  for (size_t i = 0; i < a.len; i++)
    if ((a.at[i] ^ b.at[i]) & ~0x20)
      return false;
  return true;
}

/* Is a longer run with the span a full name of this referent? 0: no such run,
 * 1: no, 2: yes. */
static uint32_t
same_run(const ng_span_view *v, const ng_referent *r)
{
  if (!v->longer)
    return 0;
  return r->n_full && v->spot->n_words <= 2 ? 2 : 1;
}

/* Facts about a reading that its features share. */
typedef struct {
  uint32_t type, class, kind, case_form, popularity, behind, prior;
} reading_view;

INLINE reading_view
view_reading(const ng_span_view *v, const ng_choice *c)
{
  reading_view w = {.type = c->type == NG_PERSON ? NG_PERSON : c->class,
                    .class = c->class,
                    .kind = main_kind(c->kinds),
                    .case_form = v->style * 8 + (c->cases & 7u)};
  w.popularity = least(c->popularity / 40u, 25);
  w.behind = BUCKET((uint32_t)(v->top - c->popularity), 1, 20, 40, 70, 100, 140,
                    190, 250, 330, 450, 600);
  w.prior = BUCKET(c->prior, 66, 200, 655, 1311, 3277, 6554, 13107, 22938,
                   32768, 45875, 58982, 64880, 65535);
  return w;
}

/* What is known of a reading without looking its entity up. */
INLINE void
add_reading(adder *a, const ng_span_view *v, const reading_view *w,
            uint32_t row)
{
  const ng_linker *l = a->l;
  const ng_choice *c = &l->doc->choices.at[row];
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  add(a, NG_F_TYPE + w->class);
  for (uint32_t kinds = c->kinds, i = 0; kinds; kinds >>= 1, i++)
    if (kinds & 1)
      add(a, NG_F_KIND + i);
  add(a, NG_F_CASE + w->case_form);
  add(a, NG_F_POPULARITY + w->popularity);
  add(a, NG_F_BEHIND + w->behind);
  add(a, NG_F_RANK + BUCKET(row - v->spot->choice, 1, 2, 3, 5, 9, 16));
  add(a, NG_F_PRIOR + w->prior);
  add(a, NG_F_WEAK + (c->flags & NG_CANDIDATE_WEAK ? 1 : 0));
  uint32_t others =
      v->spot->n_words > 1 && r->n_full ? r->n_full - 1u : r->n_full;
  add(a, NG_F_FULL + least(others, 3));
  add(a, NG_F_SAME_RUN + same_run(v, r));
  add(a, NG_F_EARLIER + (r->first_full < v->spot->word ? 1 : 0));
  add(a, NG_F_OWN_NAME + (ng_is_own_name(c) ? 0 : v->labelled ? 1 : 2));
  add(a, NG_F_KIND_FULL + w->kind * 4 + least(others, 3));
}

/* What the base has of its entity. */
INLINE void
add_entity(adder *a, const ng_span_view *v, uint32_t row)
{
  const ng_linker *l = a->l;
  const ng_choice *c = &l->doc->choices.at[row];
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  ng_str text = ng_doc_text(l->doc, v->spot->span);
  uint32_t sport = r->seen.sport;
  add(a, NG_F_EXACT + (ng_str_equal(text, r->kb.label)    ? 0
                       : same_but_case(text, r->kb.label) ? 1
                                                          : 2));
  add(a, NG_F_DEGREE + r->seen.degree);
  add(a, NG_F_COUNTRY + r->seen.country);
  add(a, NG_F_YEAR + r->seen.year);
  add(a, NG_F_TIED + r->seen.ties);
  add(a, NG_F_TITLED + ng_title_evidence(l, v, r));
  add(a, NG_F_SPORT + sport);
  add(a, NG_F_TYPE_SPORT + c->class * 4u + sport);
  add(a, NG_F_KIND_SPORT + main_kind(c->kinds) * 4 + sport);
}

/* Crosses of the span with the type. */
INLINE void
add_type(adder *a, const ng_span_view *v, uint32_t type, uint32_t class)
{
  shared_sum *sum = &a->shared->types[type != class][class];
  int32_t before = a->first;
  if (add_known(a, sum))
    return;
  add(a, NG_F_TYPE_PREVIOUS + type * NG_N_WORD_CLASSES + v->previous);
  add(a, NG_F_TYPE_NEXT + type * NG_N_WORD_CLASSES + v->next);
  add(a, NG_F_TYPE_SHAPE + type * 32 + (v->shape & 31));
  add(a, NG_F_TYPE_RUN + type * 16 + v->run);
  add(a, NG_F_TYPE_GAP + type * NG_N_GAPS + v->gap);
  add(a, NG_F_TYPE_SPORTY + class * 4 + v->sporty);
  add(a, NG_F_TYPE_WORDS + type * 3 + least(v->words, 2));
  add(a, NG_F_TYPE_LONGER + type * 9 + v->longer);
  add(a, NG_F_TYPE_COVERED + type * 2 +
             (v->spot->flags & NG_SPOT_COVERED ? 1 : 0));
  add(a, NG_F_TYPE_NUMBERS + type * 5 + v->numbers);
  add(a, NG_F_TYPE_INNER + type * 6 + v->inner);
  learn(a, before, sum);
}

/* The same with the kind of name. */
INLINE void
add_kind(adder *a, const ng_span_view *v, uint32_t kind)
{
  shared_sum *sum = &a->shared->kinds[kind];
  int32_t before = a->first;
  if (add_known(a, sum))
    return;
  add(a, NG_F_KIND_SHAPE + kind * 32 + (v->shape & 31));
  add(a, NG_F_KIND_LONGER + kind * 9 + v->longer);
  add(a, NG_F_KIND_RUN + kind * 16 + v->run);
  learn(a, before, sum);
}

/* The same with the prior. */
INLINE void
add_prior(adder *a, const ng_span_view *v, uint32_t prior)
{
  shared_sum *sum = &a->shared->priors[prior];
  int32_t before = a->first;
  if (add_known(a, sum))
    return;
  add(a, NG_F_PRIOR_WORDS + prior * 5 + v->words);
  add(a, NG_F_PRIOR_SHAPE + prior * 64 + v->shape);
  learn(a, before, sum);
}

INLINE void
add_crosses(adder *a, const ng_span_view *v, const reading_view *w)
{
  uint32_t t = w->type, k = w->kind;
  add_type(a, v, t, w->class);
  add_kind(a, v, k);
  add_prior(a, v, w->prior);
  add(a, NG_F_TYPE_KIND + t * 16 + k);
  add(a, NG_F_TYPE_POPULARITY + w->class * 13 + w->popularity / 2);
  add(a, NG_F_KIND_PRIOR + k * 14 + w->prior);
  add(a, NG_F_KIND_BEHIND + k * 12 + w->behind);
  add(a, NG_F_POPULARITY_SHAPE + w->popularity * 64 + v->shape);
}

/* --- the pass ------------------------------------------------------------- */

static void
note_best(ng_linker *l, uint32_t spot, uint32_t row)
{
  int32_t score = l->rows[row].first;
  ng_referent *r = &l->referents.at[l->rows[row].referent];
  if (score > l->best[spot]) {
    l->best[spot] = score;
    l->best_row[spot] = row;
  }
  uint32_t key = l->same[spot];
  if (r->best_key == key || r->best == NG_NO_SCORE) {
    r->best_key = key;
    r->best = score > r->best ? score : r->best;
  } else if (score > r->best) {
    r->second_best = r->best;
    r->best = score;
    r->best_key = key;
  } else if (score > r->second_best) {
    r->second_best = score;
  }
}

/* The values of the span, again for each of its rows. */
static bool
repeat_values(ng_linker *l, uint32_t from, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    if (!NG_PUSH(&l->doc->arena, &l->values, l->values.at[from + i]))
      return false;
  return true;
}

/* All values of the reading `row`, kept for each with those of the span, which
 * are values[from .. from + n). */
static bool
keep_row(const adder *base, const ng_span_view *v, uint32_t index, uint32_t n)
{
  adder a = *base;
  ng_linker *l = a.l;
  ng_row *row = &l->rows[index];
  reading_view w = view_reading(v, &l->doc->choices.at[index]);
  row->values = l->values.n;
  if (!repeat_values(l, l->spans[v->index].values, n))
    return false;
  add_reading(&a, v, &w, index);
  add_crosses(&a, v, &w);
  add_entity(&a, v, index);
  row->n = l->values.n - row->values;
  row->first = a.first;
  return !a.failed;
}

/* Score the readings, and keep all values. */
static bool
keep_rows(ng_linker *l, const ng_span_view *v)
{
  adder base = {.weights = l->ranking->weights, .l = l, .purpose = KEEP};
  shared_sums none;
  base.shared = &none;
  l->spans[v->index].values = l->values.n;
  add_span(&base, v, v->index);
  uint32_t n = l->values.n - l->spans[v->index].values;
  for (uint32_t i = 0; i < v->spot->n; i++)
    if (!keep_row(&base, v, v->spot->choice + i, n))
      return false;
  return !base.failed;
}

/* Add up again, for the second pass, the features of the readings that it looks
 * at, and list what hidden units see: they are few. */
static bool
list_rows(ng_linker *l, const ng_span_view *v)
{
  shared_sums none;
  adder base = {
      .weights = l->ranking->weights, .l = l, .shared = &none, .purpose = LIST};
  ng_span_row *span = &l->spans[v->index];
  for (uint32_t i = v->spot->choice; i < v->spot->choice + v->spot->n; i++) {
    ng_row *row = &l->rows[i];
    if (row->first < NG_HOPELESS)
      continue;
    if (!span->n_deep) {
      span->deep = l->deep.n;
      add_span(&base, v, v->index);
      span->n_deep = l->deep.n - span->deep;
    }
    adder a = base;
    reading_view w = view_reading(v, &l->doc->choices.at[i]);
    row->deep = l->deep.n;
    add_reading(&a, v, &w, i);
    add_crosses(&a, v, &w);
    add_entity(&a, v, i);
    row->n_deep = l->deep.n - row->deep;
    row->second = a.second;
    base.failed |= a.failed;
  }
  return !base.failed;
}

/* --- reach ---------------------------------------------------------------- */

/* Looking an entity up costs more than all that is known without.  A reading is
 * out of reach if, without what the base has of its entity, it scores this much
 * less than the best of its span or "none": the base's part is -1700 to 500 for
 * all but 2 in 100 readings, UNSEEN for the typical one, and the second pass
 * looks at nothing below NG_HOPELESS. */
enum { REACH = 6000, UNSEEN = -1000 };

/* By a prior like this, a reading may be kept whatever its score: link.c. */
enum { SURE_PRIOR = 32768 };

static void
sift(ng_linker *l, const ng_spot *spot)
{
  int32_t best = 0;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    best = l->rows[i].first > best ? l->rows[i].first : best;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    ng_row *row = &l->rows[i];
    ng_referent *r = &l->referents.at[row->referent];
    row->in_reach = row->first >= best - REACH || r->n_full ||
                    l->doc->choices.at[i].prior >= SURE_PRIOR;
    r->in_reach |= row->in_reach;
  }
}

/* Score the readings without what the base has of their entities, and sift
 * them. */
static void
start_spot(ng_linker *l, const ng_span_view *v, shared_sums *shared)
{
  const ng_spot *spot = v->spot;
  adder base = {.weights = l->ranking->weights,
                .l = l,
                .shared = shared,
                .span = v->index + 1,
                .purpose = SCORE};
  add_span(&base, v, v->index);
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    adder a = base;
    reading_view w = view_reading(v, &l->doc->choices.at[i]);
    add_reading(&a, v, &w, i);
    add_crosses(&a, v, &w);
    l->rows[i].first = a.first;
  }
  sift(l, spot);
}

/* Where all values are kept, all readings are in reach. */
static void
reach_all(ng_linker *l, const ng_spot *spot)
{
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    l->rows[i].in_reach = l->referents.at[l->rows[i].referent].in_reach = true;
}

/* View the spans, and look up the entities in reach. */
static bool
start(ng_linker *l, ng_span_view *views)
{
  shared_sums shared = {0};
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    views[i] = ng_view_span(l, i);
    if (l->keep_values)
      reach_all(l, views[i].spot);
    else
      start_spot(l, &views[i], &shared);
  }
  if (!ng_linker_look_up(l))
    return false;
  for (uint32_t i = 0; i < l->referents.n; i++)
    if (l->referents.at[i].in_reach)
      ng_view_referent(l, &l->referents.at[i]);
  return true;
}

/* --- scores --------------------------------------------------------------- */

/* Add what the base has of the entity. */
static void
end_row(ng_linker *l, const ng_span_view *v, uint32_t index)
{
  ng_row *row = &l->rows[index];
  adder a = {.weights = l->ranking->weights, .l = l, .purpose = SCORE};
  if (row->in_reach)
    add_entity(&a, v, index);
  row->first += row->in_reach ? a.first : UNSEEN;
}

static bool
score_spot(ng_linker *l, const ng_span_view *v)
{
  const ng_spot *spot = v->spot;
  int32_t scores[NG_MAX_READINGS];
  if (l->keep_values && !keep_rows(l, v))
    return false;
  for (uint32_t i = 0; i < spot->n; i++) {
    if (!l->keep_values)
      end_row(l, v, spot->choice + i);
    scores[i] = l->rows[spot->choice + i].first;
  }
  ng_scores_compete(scores, spot->n);
  l->best[v->index] = NG_NO_SCORE;
  for (uint32_t i = 0; i < spot->n; i++) {
    ng_row *row = &l->rows[spot->choice + i];
    row->first =
        row->in_reach || scores[i] < NG_HOPELESS ? scores[i] : NG_HOPELESS - 1;
    note_best(l, v->index, spot->choice + i);
  }
  return list_rows(l, v);
}

bool
ng_linker_first(ng_linker *l)
{
  ng_span_view *views =
      NG_NEW(&l->doc->arena, ng_span_view, l->doc->spots.n + 1);
  if (!views || !start(l, views))
    return false;
  for (uint32_t i = 0; i < l->doc->spots.n; i++)
    if (!score_spot(l, &views[i]))
      return false;
  return true;
}
