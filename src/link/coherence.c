/* coherence.c - the second pass: every reading in the light of what the first
 * makes of the article.
 *
 * Entities that are related to the article's likely ones gain, readings of a
 * type that the article is full of gain, and a name tends to mean one thing.
 */
#include "link/linker.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef struct {
  const ng_weight *weights;
  ng_linker *l;
  int32_t sum;
  bool failed;
} adder;

static void
add(adder *a, uint32_t value)
{
  ng_arena *arena = &a->l->doc->arena;
  a->sum += a->weights[value].second;
  if ((value >= NG_FIRST_DEEP &&
       !NG_PUSH(arena, &a->l->deep, (uint16_t)value)) ||
      (a->l->keep_values && !NG_PUSH(arena, &a->l->values, (uint16_t)value)))
    a->failed = true;
}

/* A score as one of `n` values, of `step` thousandths each, 0 in the middle. */
static uint32_t
score_bucket(int32_t score, int32_t step, uint32_t n)
{
  int32_t half = (int32_t)n / 2, at = score / step - (score < 0) + half;
  return at < 0 ? 0 : at >= (int32_t)n ? n - 1 : (uint32_t)at;
}

/* A probability mass in thousandths: 0, and then by doublings. */
static uint32_t
mass_bucket(uint32_t mass, uint32_t n)
{
  uint32_t i = 0;
  for (uint32_t bound = 60; i + 1 < n && mass >= bound; bound = bound * 2)
    i++;
  return i;
}

/* --- the article in the light of the first pass --------------------------- */

/* A spot's best reading, if likely enough to count. */
typedef struct {
  uint32_t word, referent;
  uint8_t class, group, sport;
  uint32_t p; /* thousandths */
} likely;

typedef struct {
  ng_linker *l;
  int32_t *over;         /* of each spot: best overlapping score */
  NG_VEC(likely) likely; /* by word */
  uint32_t *linked;      /* of each referent: its probability, thousandths */
  uint32_t *shared;      /* of each referent: mass of likely neighbours' ties */
  uint32_t share[NG_N_CLASSES], total;
  uint32_t sports[NG_N_SPORTS], sporting;
  uint32_t window; /* the first of `likely` within REACH words of the spot */
  uint32_t tied[NG_MAX_RELATIONS], n_tied; /* see direct_mass() */
} article_view;

/* Words to each side that a span keeps company with. */
enum { REACH = 25 };

/* The best score of the spots that overlap each spot. */
static bool
find_overlaps(article_view *v)
{
  ng_linker *l = v->l;
  const ng_doc *doc = l->doc;
  v->over = NG_NEW(&l->doc->arena, int32_t, doc->spots.n + 1);
  if (!v->over)
    return false;
  for (uint32_t i = 0; i < doc->spots.n; i++)
    v->over[i] = NG_NO_SCORE;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    const ng_spot *a = &doc->spots.at[i];
    for (uint32_t k = i + 1; k < doc->spots.n; k++) {
      if (doc->spots.at[k].word >= a->word + a->n_words)
        break;
      if (l->best[k] > v->over[i])
        v->over[i] = l->best[k];
      if (l->best[i] > v->over[k])
        v->over[k] = l->best[i];
    }
  }
  return true;
}

/* Likelier than this, a best reading counts for others. */
enum { COUNTS = 150 };

static bool
find_likely(article_view *v)
{
  ng_linker *l = v->l;
  const ng_doc *doc = l->doc;
  v->linked = NG_NEW(&l->doc->arena, uint32_t, l->referents.n + 1);
  v->shared = NG_NEW(&l->doc->arena, uint32_t, l->referents.n + 1);
  if (!v->linked || !v->shared)
    return false;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    uint32_t p = ng_probability(l->best[i]);
    if (p < COUNTS || v->over[i] > l->best[i])
      continue;
    uint32_t referent = l->rows[l->best_row[i]].referent;
    const ng_referent *r = &l->referents.at[referent];
    likely one = {
        doc->spots.at[i].word, referent, r->class, r->group, r->sport, p};
    if (!NG_PUSH(&l->doc->arena, &v->likely, one))
      return false;
    if (p > v->linked[referent])
      v->linked[referent] = p;
    v->share[one.class] += p;
    v->total += p;
    if (one.sport) {
      v->sports[one.sport] += p;
      v->sporting += p;
    }
  }
  return true;
}

/* Spread the likely entities over their relations: what they are tied to. */
static void
find_shared(article_view *v)
{
  ng_linker *l = v->l;
  for (uint32_t i = 0; i < l->referents.n; i++) {
    const ng_referent *r = &l->referents.at[i];
    if (!v->linked[i] || !r->relations)
      continue;
    for (uint32_t k = 0; k < r->n_relations; k++) {
      uint32_t other =
          ng_linker_find(l, (ng_ref){r->relations[k].entity, r->ref.base});
      if (other != NG_NONE)
        v->shared[other] += v->linked[i];
    }
  }
}

/* --- features ------------------------------------------------------------- */

/* Probability mass of the likely entities that the referent has a relation
 * with, who they are in v->tied, and how many in v->n_tied. */
static uint32_t
direct_mass(article_view *v, uint32_t referent)
{
  const ng_referent *r = &v->l->referents.at[referent];
  uint32_t mass = 0;
  v->n_tied = 0;
  if (!r->relations)
    return v->shared[referent];
  for (uint32_t i = 0; i < r->n_relations; i++) {
    uint32_t other =
        ng_linker_find(v->l, (ng_ref){r->relations[i].entity, r->ref.base});
    if (other == NG_NONE || !v->linked[other])
      continue;
    if (other != referent)
      mass += v->linked[other];
    v->tied[v->n_tied++] = other;
  }
  return mass;
}

/* The same within 12 words of `word`. */
static uint32_t
near_mass(const article_view *v, uint32_t word)
{
  uint32_t mass = 0;
  for (uint32_t i = v->window; v->n_tied && i < v->likely.n; i++) {
    const likely *one = &v->likely.at[i];
    if (one->word + 12 < word)
      continue;
    if (one->word > word + 12)
      break;
    for (uint32_t k = 0; k < v->n_tied; k++)
      if (v->tied[k] == one->referent) {
        mass += one->p;
        break;
      }
  }
  return mass;
}

/* Of the likely entities within REACH words of `word`: in a hundred, those of
 * this class; and of the teams and places those that are teams. */
typedef struct {
  uint32_t same, teams;
} company;

static company
find_company(const article_view *v, uint32_t word, uint32_t class)
{
  uint32_t same = 0, all = 500, teams = 0, places = 300;
  for (uint32_t i = v->window; i < v->likely.n; i++) {
    const likely *one = &v->likely.at[i];
    if (one->word == word)
      continue;
    if (one->word > word + REACH)
      break;
    all += one->p;
    same += one->class == class ? one->p : 0;
    teams += one->group == NG_GROUP_TEAM ? one->p : 0;
    places += one->group == NG_GROUP_PLACE ? one->p : 0;
  }
  return (company){same * 100 / all, teams * 100 / (teams + places)};
}

static uint32_t
share_bucket(uint32_t percent)
{
  static const uint8_t FROM[] = {3, 8, 15, 25, 40, 60, 80};
  uint32_t bucket = 0;
  while (bucket < sizeof FROM && percent >= FROM[bucket])
    bucket++;
  return bucket;
}

static uint32_t
chance_bucket(int32_t score)
{
  uint32_t p = ng_probability(score);
  return score == NG_NO_SCORE ? 0
         : p < 20             ? 1
         : p < 100            ? 2
         : p < 300            ? 3
         : p < 600            ? 4
         : p < 850            ? 5
                              : 6;
}

/* The best score of a reading of the same words, elsewhere or here: of this
 * referent and of any other. */
static void
same_name(const article_view *v, uint32_t spot, uint32_t row, int32_t out[2])
{
  const ng_linker *l = v->l;
  const ng_spot *s = &l->doc->spots.at[spot];
  out[0] = out[1] = NG_NO_SCORE;
  for (uint32_t i = s->choice; i < s->choice + s->n; i++)
    if (i != row && l->rows[i].first > out[1])
      out[1] = l->rows[i].first;
  if (l->times[l->same[spot]] < 2)
    return;
  uint32_t seen = 0;
  for (uint32_t k = l->same[spot]; k < l->doc->spots.n && seen < 20; k++) {
    if (l->same[k] != l->same[spot] || k == spot)
      continue;
    seen++;
    bool mine = l->rows[l->best_row[k]].referent == l->rows[row].referent;
    if (l->best[k] > out[!mine])
      out[!mine] = l->best[k];
  }
}

/* The best score of the referent under a name other than the spot's. */
static int32_t
other_name(const ng_linker *l, uint32_t spot, const ng_referent *r)
{
  return r->best_key == l->same[spot] ? r->second_best : r->best;
}

static void
add_article(adder *a, article_view *v, uint32_t spot, uint32_t row)
{
  ng_linker *l = a->l;
  uint32_t referent = l->rows[row].referent;
  const ng_referent *r = &l->referents.at[referent];
  uint32_t type = r->class;
  uint32_t word = l->doc->spots.at[spot].word;
  uint32_t mine = l->best_row[spot] == row ? ng_probability(l->best[spot]) : 0;
  uint32_t total = v->total + 500;
  uint32_t same = v->share[type] > mine ? v->share[type] - mine : 0;
  uint32_t share = share_bucket(same * 100 / total);
  int32_t names[2];
  same_name(v, spot, row, names);
  add(a, NG_F_DIRECT + mass_bucket(direct_mass(v, referent), 8));
  add(a, NG_F_NEAR + mass_bucket(near_mass(v, word), 6));
  add(a, NG_F_COMMON + mass_bucket(v->shared[referent], 8));
  add(a, NG_F_SHARE + share);
  add(a, NG_F_SHARE_TYPE + type * 8 + share);
  company near = find_company(v, word, type);
  add(a, NG_F_CLOSE_SHARE + share_bucket(near.same));
  add(a, NG_F_CLOSE_CLASS + type * 8 + share_bucket(near.same));
  add(a, NG_F_TEAMS + type * 8 + share_bucket(near.teams));
  add(a, NG_F_TEAM_SHARE + share_bucket(near.teams));
  if (r->sport) {
    uint32_t own = mine < v->sports[r->sport] ? mine : v->sports[r->sport];
    uint32_t sport = share_bucket((v->sports[r->sport] - own) * 100 /
                                  (v->sporting - own + 500));
    add(a, NG_F_SPORTS + type * 8 + sport);
    add(a, NG_F_SPORT_SHARE + sport);
  }
  add(a,
      NG_F_ALLIED +
          mass_bucket(v->shared[referent] * 8 /
                          (8 + (r->n_relations < 1000 ? r->n_relations : 1000)),
                      8));
  add(a, NG_F_OTHER_NAME + chance_bucket(other_name(l, spot, r)));
  add(a, NG_F_SAME_NAME + chance_bucket(names[0]));
  add(a, NG_F_RIVAL + chance_bucket(names[1]));
}

/* The best score of the span's other readings. */
static int32_t
rival(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  int32_t best = NG_NO_SCORE;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    if (i != row && l->rows[i].first > best)
      best = l->rows[i].first;
  return best;
}

static void
add_first(adder *a, const article_view *v, uint32_t spot, uint32_t row)
{
  const ng_linker *l = a->l;
  const ng_spot *s = &l->doc->spots.at[spot];
  int32_t score = l->rows[row].first, other = rival(l, s, row);
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  uint32_t type = r->kb.type == NG_PERSON ? NG_PERSON : r->class;
  add(a, NG_F_P1 + score_bucket(score, 500, 28));
  add(a, NG_F_P1_BEST + (l->best_row[spot] == row ? 1 : 0));
  add(a,
      NG_F_P1_MARGIN +
          (other == NG_NO_SCORE ? 13 : score_bucket(score - other, 700, 13)));
  add(a, NG_F_P1_OVER + (v->over[spot] == NG_NO_SCORE
                             ? 13
                             : score_bucket(score - v->over[spot], 700, 13)));
  add(a, NG_F_P1_TYPE + type * 8 + score_bucket(score, 1200, 8));
}

/* --- hidden units --------------------------------------------------------- */

#if defined(__SSE2__)

/* Add the weights of two values to units[0 .. 8), which multiplying by one and
 * adding neighbours does at once. */
static inline void
add_eight(const int16_t *a, const int16_t *b, __m128i *units)
{
  __m128i x = _mm_loadu_si128((const __m128i *)a);
  __m128i y = _mm_loadu_si128((const __m128i *)b);
  __m128i one = _mm_set1_epi16(1);
  units[0] =
      _mm_add_epi32(units[0], _mm_madd_epi16(_mm_unpacklo_epi16(x, y), one));
  units[1] =
      _mm_add_epi32(units[1], _mm_madd_epi16(_mm_unpackhi_epi16(x, y), one));
}

/* Add the weights of values[0 .. n) to the units, in blocks of 16 that stay in
 * registers. */
static void
add_units(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
          int32_t *units)
{
  enum { BLOCK = 16 };
  static const ng_hidden_units nothing = {{0}};
  const ng_hidden_units *deep = ranking->deep;
  for (size_t k = 0; k < NG_N_UNITS; k += BLOCK) {
    __m128i sums[BLOCK / 4];
    for (size_t i = 0; i < BLOCK / 4; i++)
      sums[i] = _mm_loadu_si128((const __m128i *)(units + k + 4 * i));
    for (uint32_t i = 0; i < n; i += 2) {
      const int16_t *a = deep[values[i] - NG_FIRST_DEEP].unit + k;
      const int16_t *b =
          (i + 1 < n ? &deep[values[i + 1] - NG_FIRST_DEEP] : &nothing)->unit +
          k;
      add_eight(a, b, sums);
      add_eight(a + 8, b + 8, sums + 2);
    }
    for (size_t i = 0; i < BLOCK / 4; i++)
      _mm_storeu_si128((__m128i *)(units + k + 4 * i), sums[i]);
  }
}

#else

/* Add the weights of values[0 .. n) to the units. */
static void
add_units(const ng_ranking *ranking, const uint16_t *values, uint32_t n,
          int32_t *units)
{
  for (uint32_t i = 0; i < n; i++) {
    const ng_hidden_units *w = &ranking->deep[values[i] - NG_FIRST_DEEP];
    for (int k = 0; k < NG_N_UNITS; k++)
      units[k] += w->unit[k];
  }
}

#endif

/* What the units add to the score. */
static int32_t
units_score(const ng_ranking *ranking, const int32_t *units)
{
  int64_t sum = 0;
  for (int k = 0; k < NG_N_UNITS; k++)
    if (units[k] > 0)
      sum += (int64_t)units[k] * ranking->out.unit[k];
  return (int32_t)(sum / 1000);
}

/* --- the pass ------------------------------------------------------------- */

/* The first pass's values again, so that they lie together with the second's.
 */
static bool
repeat_values(ng_linker *l, ng_row *row)
{
  uint32_t from = l->values.n;
  for (uint32_t i = 0; i < row->n; i++)
    if (!NG_PUSH(&l->doc->arena, &l->values, l->values.at[row->values + i]))
      return false;
  row->values = from;
  return true;
}

/* The score of a reading against "none", with the units of its span. */
static bool
score_row(article_view *v, uint32_t spot, uint32_t row,
          const int32_t *span_units)
{
  ng_linker *l = v->l;
  ng_row *r = &l->rows[row];
  adder a = {.weights = l->ranking->weights, .l = l, .sum = r->second};
  int32_t units[NG_N_UNITS];
  uint32_t deep = l->deep.n;
  if (l->keep_values && !repeat_values(l, r))
    return false;
  add_first(&a, v, spot, row);
  add_article(&a, v, spot, row);
  if (l->keep_values)
    r->n = l->values.n - r->values;
  memcpy(units, span_units, sizeof units);
  const uint16_t *values = l->deep.at;
  add_units(l->ranking, values + r->deep, r->n_deep, units);
  add_units(l->ranking, values + deep, l->deep.n - deep, units);
  l->deep.n = deep;
  r->second = a.sum + units_score(l->ranking, units);
  return !a.failed;
}

static bool
score_spot(article_view *v, uint32_t index)
{
  ng_linker *l = v->l;
  const ng_spot *spot = &l->doc->spots.at[index];
  const ng_span_row *span = &l->spans[index];
  int32_t scores[NG_MAX_READINGS], units[NG_N_UNITS];
  uint32_t rows[NG_MAX_READINGS], n = 0;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    if (l->rows[i].first < NG_HOPELESS)
      l->rows[i].second = l->rows[i].first;
    else
      rows[n++] = i;
  if (n == 0)
    return true;
  while (v->window < v->likely.n &&
         v->likely.at[v->window].word + REACH < spot->word)
    v->window++;
  for (int k = 0; k < NG_N_UNITS; k++)
    units[k] = l->ranking->bias.unit[k];
  add_units(l->ranking, l->deep.at + span->deep, span->n_deep, units);
  for (uint32_t i = 0; i < n; i++) {
    if (!score_row(v, index, rows[i], units))
      return false;
    scores[i] = l->rows[rows[i]].second;
  }
  ng_scores_compete(scores, n);
  for (uint32_t i = 0; i < n; i++)
    l->rows[rows[i]].second = scores[i];
  return true;
}

bool
ng_linker_second(ng_linker *l)
{
  article_view v = {.l = l};
  if (!find_overlaps(&v) || !find_likely(&v))
    return false;
  find_shared(&v);
  for (uint32_t i = 0; i < l->doc->spots.n; i++)
    if (!score_spot(&v, i))
      return false;
  return true;
}
