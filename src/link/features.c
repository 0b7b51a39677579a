/* features.c - the first pass: every reading by what its span, its name and
 * its entity look like. */
#include "link/adder.h"

static inline int32_t
max_score(int32_t a, int32_t b)
{
  return a > b ? a : b;
}

/* --- the pass ------------------------------------------------------------- */

static void
note_best(ng_linker *l, uint32_t spot, uint32_t row)
{
  int32_t score = l->rows[row].first;
  if (score > l->best[spot]) {
    l->best[spot] = score;
    l->best_row[spot] = row;
  }
  if (l->rows[row].referent == NG_NOBODY)
    return;
  ng_referent *r = &l->referents.at[l->rows[row].referent];
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

/* Room in `out` for the values of one reading with its span, or NULL if the
 * arena is spent. */
INLINE uint16_t *
room_for_values(const ng_linker *l, ng_values *out)
{
  return NG_ROOM(l->work, out, MOST_VALUES) ? out->at + out->n : NULL;
}

/* All that is added of a reading. */
INLINE void
add_reading(adder *a, const ng_span_view *v, const name_view *name,
            uint32_t index)
{
  const ng_choice *c = &a->l->doc->choices.at[index];
  ng_known w = view_reading(c);
  add_name(a, name, &w, c, index - v->spot->choice);
  add_full(a, &w, ng_referent_of(a->l, index)->n_full, v->spot->n_words > 1);
  add_place(a, v, &w, index);
  add_entity(a, v, w.kind, index);
}

INLINE name_view
view_spot(const ng_linker *l, const ng_spot *spot)
{
  return view_name(l->doc->choices.at + spot->choice, spot->n);
}

/* All values of the reading `index`, kept for each with those of the span. */
static bool
keep_row(ng_linker *l, const ng_span_view *v, const name_view *name,
         uint32_t index)
{
  adder a = {.weights = l->ranking->weights,
             .l = l,
             .purpose = KEEP,
             .values = room_for_values(l, &l->values)};
  ng_row *row = &l->rows[index];
  if (!a.values)
    return false;
  row->values = l->values.n;
  add_span(&a, v, v->index);
  add_reading(&a, v, name, index);
  l->values.n += row->n = a.n;
  row->first = a.first;
  return true;
}

/* Score the readings, and keep all values. */
static bool
keep_rows(ng_linker *l, const ng_span_view *v)
{
  name_view name = view_spot(l, v->spot);
  for (uint32_t i = 0; i < v->spot->n; i++)
    if (!keep_row(l, v, &name, v->spot->choice + i))
      return false;
  return true;
}

/* List what hidden units see of the span; what it weighs is in *second. */
static bool
list_span(ng_linker *l, const ng_span_view *v, int32_t *second)
{
  adder a = {.weights = l->ranking->weights,
             .l = l,
             .purpose = LIST,
             .values = room_for_values(l, &l->deep)};
  if (!a.values)
    return false;
  add_span(&a, v, v->index);
  l->spans[v->index].deep = l->deep.n;
  l->deep.n += l->spans[v->index].n_deep = a.n;
  *second = a.second;
  return true;
}

/* The same of a reading. */
static bool
list_row(ng_linker *l, const ng_span_view *v, const name_view *name,
         uint32_t index)
{
  adder a = {.weights = l->ranking->weights,
             .l = l,
             .purpose = LIST,
             .values = room_for_values(l, &l->deep)};
  ng_row *row = &l->rows[index];
  if (!a.values)
    return false;
  add_reading(&a, v, name, index);
  row->deep = l->deep.n;
  l->deep.n += row->n_deep = a.n;
  row->second = a.second;
  return true;
}

/* Add up again, for the second pass, the features of the readings that it looks
 * at, and list what hidden units see: they are few. */
static bool
list_rows(ng_linker *l, const ng_span_view *v)
{
  int32_t second = 0;
  name_view name = {0};
  for (uint32_t i = v->spot->choice; i < v->spot->choice + v->spot->n; i++) {
    l->rows[i].second = l->rows[i].first;
    if (l->rows[i].first < ng_hopeless(v->spot))
      continue;
    if (!l->spans[v->index].n_deep) {
      name = view_spot(l, v->spot);
      if (!list_span(l, v, &second))
        return false;
    }
    if (!list_row(l, v, &name, i))
      return false;
    l->rows[i].second += second;
  }
  return true;
}

/* --- reach ---------------------------------------------------------------- */

/* Looking an entity up costs more than all that is known without.  A reading is
 * out of reach if, without what the base has of its entity, it scores this much
 * less than the best of its span or "none": the base's part is -1700 to 500 for
 * all but 2 in 100 readings, UNSEEN for the typical one, and the second pass
 * looks at nothing that is hopeless. */
enum { REACH = 4500, REACH_LOWER = 3000, UNSEEN = NG_UNSEEN };

static void
reach(ng_linker *l, uint32_t row)
{
  if (l->rows[row].referent == NG_NONE)
    ng_linker_number(l, row);
  l->referents.at[l->rows[row].referent].in_reach = true;
}

/* Which of the spot's readings are in reach, as bits. */
static uint32_t
sift(ng_linker *l, const ng_span_view *v)
{
  const ng_spot *spot = v->spot;
  const ng_row *rows = l->rows + spot->choice;
  uint32_t found = v->sure;
  int32_t least = max_score(l->best[v->index], 0) -
                  (spot->flags & NG_SPOT_LOWER ? REACH_LOWER : REACH);
  for (uint32_t i = 0; i < spot->n; i++)
    found |= (uint32_t)(rows[i].first >= least) << i;
  for (uint32_t left = found; left; left &= left - 1)
    reach(l, spot->choice + (uint32_t)__builtin_ctz(left));
  return found;
}

/* What the article may name by other names, too. */
static void
find_referents(ng_linker *l, const ng_spot *spot)
{
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    ng_ref ref = l->doc->choices.at[i].entity;
    if (l->rows[i].referent == NG_NONE && ng_ref_filter_may_have(&l->all, ref))
      l->rows[i].referent = ng_linker_find(l, ref);
  }
}

/* Where all values are kept, all readings are in reach. */
static uint32_t
reach_all(ng_linker *l, const ng_spot *spot)
{
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    reach(l, i);
  return UINT32_MAX;
}

/* View the spans, and look up the entities in reach. */
static bool
start(ng_linker *l)
{
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    ng_span_view *v = &l->views[i];
    bool begun = v->spot != NULL; /* when others were left out */
    if (!begun)
      *v = ng_view_span(l, i);
    if (!begun && !l->keep_values)
      ng_start_spot(l, v);
    l->spans[i].reach = l->keep_values ? reach_all(l, v->spot) : sift(l, v);
  }
  if (!ng_linker_look_up(l))
    return false;
  for (uint32_t i = 0; i < l->referents.n; i++)
    if (l->referents.at[i].in_reach)
      ng_view_referent(l, &l->referents.at[i]);
  return true;
}

/* --- scores --------------------------------------------------------------- */

/* No reading of the spot is in reach: it has no part in what follows. */
static void
give_up(ng_linker *l, const ng_spot *spot, uint32_t index)
{
  l->best[index] = NG_NO_SCORE;
  find_referents(l, spot);
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    ng_row *row = &l->rows[i];
    row->referent = row->referent == NG_NONE ? NG_NOBODY : row->referent;
    row->second = row->first += UNSEEN;
    if (row->first > l->best[index]) {
      l->best[index] = row->first;
      l->best_row[index] = i;
    }
  }
}

/* Add what the base has of the entities in reach, and of others what is
 * typical. */
static void
end_rows(ng_linker *l, const ng_span_view *v, uint32_t in_reach)
{
  uint32_t from = v->spot->choice;
  find_referents(l, v->spot);
  for (uint32_t i = from; i < from + v->spot->n; i++) {
    ng_row *row = &l->rows[i];
    row->first += UNSEEN;
    row->referent = row->referent == NG_NONE ? NG_NOBODY : row->referent;
  }
  for (uint32_t left = in_reach; left; left &= left - 1) {
    uint32_t i = from + (uint32_t)__builtin_ctz(left);
    adder a = {.weights = l->ranking->weights, .l = l, .purpose = SCORE};
    add_entity(&a, v, main_kind(l->doc->choices.at[i].kinds), i);
    l->rows[i].first += a.first - UNSEEN;
  }
}

/* Turn the scores of the spot's readings, which are against "none" alone, into
 * scores against each other, if any is likely enough to be looked at again:
 * that makes none likelier.  Those below FAINT take nothing from others. */
static void
compete(ng_linker *l, const ng_spot *spot)
{
  enum { FAINT = -7000 };
  int32_t scores[NG_MAX_READINGS], best = NG_NO_SCORE;
  uint32_t rows[NG_MAX_READINGS], n = 0;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    rows[n] = i;
    scores[n] = l->rows[i].first;
    best = max_score(best, scores[n]);
    n += scores[n] >= FAINT;
  }
  if (best < ng_hopeless(spot) && !l->keep_values)
    return;
  ng_scores_compete(scores, n);
  for (uint32_t i = 0; i < n; i++)
    l->rows[rows[i]].first = scores[i];
}

/* Note the best reading of the spot, and the best names of referents.  What is
 * out of reach is hopeless. */
static void
note_rows(ng_linker *l, const ng_span_view *v, uint32_t in_reach)
{
  uint32_t from = v->spot->choice;
  l->best[v->index] = NG_NO_SCORE;
  for (uint32_t i = 0; i < v->spot->n; i++) {
    ng_row *row = &l->rows[from + i];
    int32_t most = in_reach >> i & 1 ? INT32_MAX : NG_HOPELESS - 1;
    row->first = row->first < most ? row->first : most;
    note_best(l, v->index, from + i);
  }
}

static bool
score_spot(ng_linker *l, const ng_span_view *v)
{
  uint32_t in_reach = l->spans[v->index].reach;
  if (!in_reach) {
    give_up(l, v->spot, v->index);
    return true;
  }
  if (!l->keep_values)
    end_rows(l, v, in_reach);
  else if (!keep_rows(l, v))
    return false;
  compete(l, v->spot);
  note_rows(l, v, in_reach);
  return list_rows(l, v);
}

bool
ng_linker_first(ng_linker *l)
{
  if (!l->views)
    l->views = NG_NEW(l->work, ng_span_view, l->doc->spots.n + 1);
  if (!l->views || !start(l))
    return false;
  for (uint32_t i = 0; i < l->doc->spots.n; i++)
    if (!score_spot(l, &l->views[i]))
      return false;
  return true;
}
