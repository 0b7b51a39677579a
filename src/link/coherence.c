/* coherence.c - the second pass: every reading in the light of what the first
 * makes of the article.
 *
 * Entities that are related to the article's likely ones gain, readings of a
 * type that the article is full of gain, and a name tends to mean one thing.
 */
#include "link/features.h"
#include "link/hidden.h"

/* The most values of the second pass, and of both, that hidden units see. */
enum { MOST_VALUES = 32, MOST_DEEP = 128 };

/* What the features of one reading weigh, and their values. */
typedef struct {
  const ng_weight *weights;
  int32_t sum;
  uint32_t n;
  uint16_t values[MOST_VALUES];
  uint16_t deep[MOST_DEEP + MOST_VALUES]; /* those that hidden units see */
  uint32_t n_deep;
} adder;

static inline void
add(adder *a, uint32_t value)
{
  a->sum += a->weights[value].second;
  a->values[a->n++] = (uint16_t)value;
  a->deep[a->n_deep] = (uint16_t)value;
  a->n_deep += value >= NG_FIRST_DEEP;
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
  enum { LEAST = 60 };
  uint32_t doublings = mass / LEAST;
  uint32_t i = doublings ? 32 - (uint32_t)__builtin_clz(doublings) : 0;
  return i < n ? i : n - 1;
}

/* --- the article in the light of the first pass --------------------------- */

/* A spot's best reading, if likely enough to count. */
typedef struct {
  uint32_t word, referent;
  uint8_t class, group, sport;
  uint32_t p; /* thousandths */
} likely;

/* The likely entities that a referent has a relation with: view.tied[begin ..
 * end), and their probability mass. */
typedef struct {
  uint32_t begin, end, mass;
  bool found;
} circle;

typedef struct {
  ng_linker *l;
  const ng_hidden *hidden;
  int32_t *over;         /* of each spot: best overlapping score */
  NG_VEC(likely) likely; /* by word */
  uint32_t *linked;      /* of each referent: its probability, thousandths */
  uint32_t *shared;      /* of each referent: mass of likely neighbours' ties */
  uint32_t share[NG_N_CLASSES], total;
  uint32_t sports[NG_N_SPORTS], sporting;
  int32_t second_best; /* of the spot's readings, by the first pass */
  uint32_t window; /* the first of `likely` within REACH words of the spot */
  ng_ref_filter known; /* the entities of `linked` that are not 0 */
  circle *circles;     /* of each referent, once it is asked for */
  NG_VEC(uint32_t) tied;
} article_view;

/* Words to each side that a span keeps company with. */
enum { REACH = 25 };

/* The best score of the spots that overlap each spot. */
static bool
find_overlaps(article_view *v)
{
  ng_linker *l = v->l;
  const ng_doc *doc = l->doc;
  v->over = NG_NEW(l->work, int32_t, doc->spots.n + 1);
  if (!v->over)
    return false;
  for (uint32_t i = 0; i < doc->spots.n; i++)
    v->over[i] = l->whole.at ? l->spans[i].over : NG_NO_SCORE;
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
  v->linked = NG_NEW(l->work, uint32_t, l->referents.n + 1);
  v->shared = NG_NEW(l->work, uint32_t, l->referents.n + 1);
  v->circles = NG_NEW(l->work, circle, l->referents.n + 1);
  if (!v->linked || !v->shared || !v->circles)
    return false;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    uint32_t p = ng_probability(l->best[i]);
    if (p < COUNTS || v->over[i] > l->best[i])
      continue;
    uint32_t referent = l->rows[l->best_row[i]].referent;
    const ng_referent *r = &l->referents.at[referent];
    likely one = {
        doc->spots.at[i].word, referent, r->class, r->group, r->sport, p};
    if (!NG_PUSH(l->work, &v->likely, one))
      return false;
    if (p > v->linked[referent])
      v->linked[referent] = p;
    ng_ref_filter_add(&v->known, r->ref);
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
    if (!v->linked[i])
      continue;
    for (uint32_t k = 0; k < r->ties.n; k++) {
      uint32_t other =
          ng_linker_find(l, (ng_ref){r->ties.entities[k], r->ref.base});
      if (other != NG_NONE)
        v->shared[other] += v->linked[i];
    }
  }
}

/* --- features ------------------------------------------------------------- */

/* Find the circle of a referent; false if the arena is spent. */
static bool
find_circle(article_view *v, uint32_t referent)
{
  const ng_referent *r = &v->l->referents.at[referent];
  circle *c = &v->circles[referent];
  if (c->found)
    return true;
  *c = (circle){.begin = v->tied.n,
                .mass = r->ties.n ? 0 : v->shared[referent],
                .found = true};
  for (uint32_t i = 0; i < r->ties.n; i++) {
    ng_ref ref = {r->ties.entities[i], r->ref.base};
    if (!ng_ref_filter_may_have(&v->known, ref))
      continue;
    uint32_t other = ng_linker_find(v->l, ref);
    if (other == NG_NONE || !v->linked[other])
      continue;
    if (other != referent)
      c->mass += v->linked[other];
    if (!NG_PUSH(v->l->work, &v->tied, other))
      return false;
  }
  c->end = v->tied.n;
  return true;
}

/* Probability mass of those of the circle within 12 words of `word`. */
static uint32_t
near_mass(const article_view *v, const circle *c, uint32_t word)
{
  uint32_t mass = 0;
  for (uint32_t i = v->window; c->end > c->begin && i < v->likely.n; i++) {
    const likely *one = &v->likely.at[i];
    if (one->word + 12 < word)
      continue;
    if (one->word > word + 12)
      break;
    for (uint32_t k = c->begin; k < c->end; k++)
      if (v->tied.at[k] == one->referent) {
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
  return BUCKET(percent, 3, 8, 15, 25, 40, 60, 80);
}

static uint32_t
chance_bucket(int32_t score)
{
  uint32_t p = ng_probability(score);
  return score == NG_NO_SCORE ? 0 : 1 + BUCKET(p, 20, 100, 300, 600, 850);
}

/* The best score of the span's other readings. */
static int32_t
rival(const article_view *v, uint32_t spot, uint32_t row)
{
  return v->l->best_row[spot] == row ? v->second_best : v->l->best[spot];
}

/* The best score of a reading of the same words, elsewhere or here: of this
 * referent and of any other. */
static void
same_name(const article_view *v, uint32_t spot, uint32_t row, int32_t out[2])
{
  const ng_linker *l = v->l;
  out[0] = NG_NO_SCORE;
  out[1] = rival(v, spot, row);
  if (l->times[l->same[spot]] < 2)
    return;
  uint32_t seen = 0;
  for (uint32_t k = l->same[spot]; k != NG_NONE && seen < 20; k = l->again[k]) {
    if (k == spot)
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
add_article(adder *a, const article_view *v, uint32_t spot, uint32_t row)
{
  const ng_linker *l = v->l;
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
  const circle *around = &v->circles[referent];
  add(a, NG_F_DIRECT + mass_bucket(around->mass, 8));
  add(a, NG_F_NEAR + mass_bucket(near_mass(v, around, word), 6));
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

static void
add_first(adder *a, const article_view *v, uint32_t spot, uint32_t row)
{
  const ng_linker *l = v->l;
  int32_t score = l->rows[row].first, other = rival(v, spot, row);
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

/* --- the pass ------------------------------------------------------------- */

/* Keep the first pass's values again, so that they lie together with the
 * second's. */
static bool
keep_values(ng_linker *l, ng_row *row, const adder *a)
{
  if (!NG_ROOM(l->work, &l->values, row->n + a->n))
    return false;
  uint16_t *out = l->values.at + l->values.n;
  memcpy(out, l->values.at + row->values, row->n * sizeof *out);
  memcpy(out + row->n, a->values, a->n * sizeof *out);
  row->values = l->values.n;
  l->values.n += row->n += a->n;
  return true;
}

/* The score of a reading against "none", with the units of its span. */
static bool
score_row(article_view *v, uint32_t spot, uint32_t row,
          const int32_t *span_units)
{
  ng_linker *l = v->l;
  ng_row *r = &l->rows[row];
  adder a;
  a.weights = l->ranking->weights;
  a.sum = r->second;
  a.n = 0;
  a.n_deep = r->n_deep < MOST_DEEP ? r->n_deep : MOST_DEEP;
  memcpy(a.deep, l->deep.at + r->deep, a.n_deep * sizeof *a.deep);
  if (!find_circle(v, r->referent))
    return false;
  add_first(&a, v, spot, row);
  add_article(&a, v, spot, row);
  if (l->keep_values && !keep_values(l, r, &a))
    return false;
  r->second =
      a.sum + v->hidden->score(l->ranking, span_units, a.deep, a.n_deep);
  return true;
}

static bool
score_spot(article_view *v, uint32_t index)
{
  ng_linker *l = v->l;
  const ng_spot *spot = &l->doc->spots.at[index];
  const ng_span_row *span = &l->spans[index];
  int32_t scores[NG_MAX_READINGS], units[NG_N_UNITS];
  uint32_t rows[NG_MAX_READINGS], n = 0;
  if (span->n_deep == 0)
    return true;
  v->second_best = NG_NO_SCORE;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    int32_t first = l->rows[i].first;
    if (i != l->best_row[index] && first > v->second_best)
      v->second_best = first;
    if (first >= ng_hopeless(spot))
      rows[n++] = i;
  }
  while (v->window < v->likely.n &&
         v->likely.at[v->window].word + REACH < spot->word)
    v->window++;
  for (int k = 0; k < NG_N_UNITS; k++)
    units[k] = l->ranking->bias.unit[k];
  v->hidden->add(l->ranking, l->deep.at + span->deep, span->n_deep, units);
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
  article_view v = {.l = l, .hidden = ng_hidden_best()};
  if (!find_overlaps(&v) || !find_likely(&v))
    return false;
  find_shared(&v);
  for (uint32_t i = 0; i < l->doc->spots.n; i++)
    if (!score_spot(&v, i))
      return false;
  return true;
}
