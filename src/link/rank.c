/* rank.c - the ranking model's tables. */
#include "link/rank.h"

const ng_feature ng_features[] = {
#define F(name, size) {#name, NG_F_##name, (size)},
#include "link/features.def"
#undef F
};

const size_t ng_n_feature_names = sizeof ng_features / sizeof *ng_features;

const ng_ranking ng_ranking_builtin = {
#include "ranking.inc"
};

const ng_feature *
ng_feature_of(uint32_t value)
{
  size_t i = ng_n_feature_names;
  while (i > 1 && ng_features[i - 1].first > value)
    i--;
  return &ng_features[i - 1];
}

/* How far the values of the tables below are apart, in thousandths, and where
 * the tables end: beyond, all values are the last. */
enum { STEP = 250, END = 32 * STEP };

/* 1000 / (1 + exp(-x)) for x = 0, 0.25, ... 8, rounded. */
static const uint16_t logistic[] = {
    500, 562, 622, 679, 731, 777, 818, 852, 881, 905,  924,
    940, 953, 963, 971, 977, 982, 986, 989, 991, 993,  995,
    996, 997, 998, 998, 998, 999, 999, 999, 999, 1000, 1000};

uint16_t
ng_probability(int32_t score)
{
  uint32_t x = score < 0 ? 0u - (uint32_t)score : (uint32_t)score;
  x = x < END ? x : END - 1;
  uint32_t step = x / STEP;
  uint32_t p =
      logistic[step] +
      (uint32_t)(logistic[step + 1] - logistic[step]) * (x % STEP) / STEP;
  return (uint16_t)(score < 0 ? 1000 - p : p);
}

/* 1000 * log(1 + exp(-x)) for x = 0, 0.25, ... 8, rounded. */
static const uint16_t log_of_both[] = {
    693, 576, 474, 387, 313, 252, 201, 160, 127, 100, 79,
    62,  49,  38,  30,  23,  18,  14,  11,  9,   7,   5,
    4,   3,   2,   2,   2,   1,   1,   1,   1,   0,   0};

int32_t
ng_score_of_both(int32_t a, int32_t b)
{
  int32_t more = a > b ? a : b, less = a > b ? b : a;
  uint32_t x = (uint32_t)more - (uint32_t)less;
  x = x < END ? x : END - 1;
  uint32_t step = x / STEP;
  uint32_t from = log_of_both[step], to = log_of_both[step + 1];
  return more + (int32_t)(from - (from - to) * (x % STEP) / STEP);
}

void
ng_scores_compete(int32_t *scores, uint32_t n)
{
  int32_t before = 0, behind[NG_MAX_READINGS + 1];
  if (n < 2)
    return; /* nothing but "none" is against it */
  behind[n - 1] = scores[n - 1];
  for (uint32_t i = n - 1; i-- > 1;)
    behind[i] = ng_score_of_both(behind[i + 1], scores[i]);
  for (uint32_t i = 0; i + 1 < n; i++) {
    int32_t score = scores[i];
    scores[i] = score - ng_score_of_both(before, behind[i + 1]);
    before = ng_score_of_both(before, score);
  }
  scores[n - 1] -= before;
}

void
ng_find_best(const int32_t *worths, uint32_t n, uint16_t at[NG_MAX_READINGS])
{
  int32_t best[NG_MAX_READINGS] = {0};
  uint32_t n_best = 0, kept = 0, ties = 0;
  for (uint32_t i = 0; i < n; i++) {
    int32_t w = worths[i];
    uint32_t k = n_best < NG_MAX_READINGS ? n_best++ : NG_MAX_READINGS - 1;
    if (i >= NG_MAX_READINGS && w <= best[k])
      continue;
    for (; k > 0 && best[k - 1] < w; k--)
      best[k] = best[k - 1];
    best[k] = w;
  }
  int32_t least = best[NG_MAX_READINGS - 1];
  for (uint32_t i = 0; i < NG_MAX_READINGS; i++)
    ties += best[i] == least;
  for (uint32_t i = 0; i < n && kept < NG_MAX_READINGS; i++)
    if (worths[i] > least || (worths[i] == least && ties)) {
      ties -= worths[i] == least;
      at[kept++] = (uint16_t)i;
    }
}
