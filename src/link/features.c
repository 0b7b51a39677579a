/* features.c - the first pass: every reading by what its span, its name and
 * its entity look like. */
#include "link/adder.h"

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
