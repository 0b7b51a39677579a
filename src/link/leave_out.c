/* leave_out.c - words in lower case that are no mention: most of an article's
 * spots, and known for it before anything is looked up. */
#include "link/features.h"

static inline int32_t
max_score(int32_t a, int32_t b)
{
  return a > b ? a : b;
}

/* A reading of words in lower case that scores less, without what the base has
 * of its entity, becomes no mention: none of 30,000 did that scored a thousand
 * less, and one mention in a thousand is another for what lies between. */
enum { NO_CONCEPT = -2500 };

/* Does the name, of which `first` is the first spot, mean something of the base
 * at one of its places? */
static bool
may_be_concept(ng_linker *l, uint32_t first)
{
  bool may = false;
  for (uint32_t i = first; i != NG_NONE; i = l->again[i]) {
    l->views[i] = ng_view_span(l, i);
    ng_start_spot(l, &l->views[i]);
    may = may || l->best[i] >= NO_CONCEPT;
  }
  return may;
}

/* The spot `from` is the spot `to` from now on. */
static void
move_spot(ng_linker *l, uint32_t from, uint32_t to, const uint32_t *moved)
{
  l->at_whole[to] = from;
  l->doc->spots.at[to] = l->whole.at[from];
  l->keys[to] = l->keys[from];
  l->times[to] = l->times[from];
  l->best[to] = l->best[from];
  l->same[to] = moved[l->same[from]];
  l->again[to] = l->again[from];
  l->views[to] = l->views[from];
  l->views[to].index = to;
  if (l->views[to].spot)
    l->views[to].spot = &l->doc->spots.at[to];
  if (l->doc->spots.at[to].n_words == 1)
    l->alone[l->doc->spots.at[to].word] = to;
}

/* A spot that is left out has no reading that is likely. */
static void
drop_spot(ng_linker *l, const ng_spot *spot, int32_t best, int32_t *dropped)
{
  if (spot->n_words == 1)
    l->alone[spot->word] = NG_NONE;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++) {
    l->rows[k].referent = NG_NOBODY;
    l->rows[k].first = l->rows[k].second = NG_HOPELESS - 1;
  }
  for (uint32_t i = spot->word; i < spot->word + spot->n_words; i++)
    dropped[i] = max_score(dropped[i], best);
}

bool
ng_linker_leave_out(ng_linker *l)
{
  ng_doc *doc = l->doc;
  uint32_t n = doc->spots.n, kept = 0;
  uint32_t *moved = NG_NEW(l->work, uint32_t, n + 1);
  int32_t *dropped = NG_NEW(l->work, int32_t, doc->words.n + 1);
  ng_spot *spots = ng_arena_room(l->work, n + 1, sizeof *spots);
  l->at_whole = ng_arena_room(l->work, n + 1, sizeof *l->at_whole);
  l->views = NG_NEW(l->work, ng_span_view, n + 1);
  if (!moved || !dropped || !spots || !l->at_whole || !l->views)
    return false;
  for (uint32_t i = 0; i < n; i++) {
    bool lower = doc->spots.at[i].flags & NG_SPOT_LOWER;
    bool keep = !lower || (l->same[i] < i ? moved[l->same[i]] != NG_NONE
                                          : may_be_concept(l, i));
    moved[i] = keep ? kept++ : NG_NONE;
  }
  for (uint32_t i = 0; i < doc->words.n; i++)
    dropped[i] = NG_NO_SCORE;
  memcpy(&l->whole, &doc->spots, sizeof l->whole);
  doc->spots.at = spots;
  doc->spots.n = kept;
  doc->spots.cap = n + 1;
  for (uint32_t i = 0; i < n; i++)
    if (moved[i] != NG_NONE)
      move_spot(l, i, moved[i], moved);
    else
      drop_spot(l, &l->whole.at[i], l->best[i] + NG_UNSEEN, dropped);
  for (uint32_t i = 0; i < kept; i++) {
    const ng_spot *spot = &spots[i];
    if (l->again[i] != NG_NONE)
      l->again[i] = moved[l->again[i]];
    l->spans[i].over = NG_NO_SCORE;
    for (uint32_t w = spot->word; w < spot->word + spot->n_words; w++)
      l->spans[i].over = max_score(l->spans[i].over, dropped[w]);
  }
  return true;
}

void
ng_linker_give_back(ng_linker *l)
{
  ng_doc *doc = l->doc;
  if (!l->whole.at)
    return;
  for (uint32_t i = 0; i < doc->spots.n; i++)
    l->whole.at[l->at_whole[i]].entity = doc->spots.at[i].entity;
  for (uint32_t i = 0; i < doc->mentions.n; i++)
    if (doc->mentions.at[i].spot != NG_NONE)
      doc->mentions.at[i].spot = l->at_whole[doc->mentions.at[i].spot];
  memcpy(&doc->spots, &l->whole, sizeof l->whole);
}
