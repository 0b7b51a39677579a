/* rank.c - the ranking model's tables. */
#include "link/rank.h"

const ng_feature ng_features[] = {
#define F(name, size) {#name, NG_F_##name, (size)},
#include "link/features.def"
#undef F
};

const size_t ng_n_feature_names = sizeof ng_features / sizeof *ng_features;

const ng_ranking ng_ranking_builtin = {{
#include "ranking.inc"
}};

const ng_feature *
ng_feature_of(uint32_t value)
{
  size_t i = ng_n_feature_names;
  while (i > 1 && ng_features[i - 1].first > value)
    i--;
  return &ng_features[i - 1];
}

/* 1000 / (1 + exp(-x)) for x = 0, 0.25, ... 8, rounded. */
static const uint16_t logistic[] = {
    500, 562, 622, 679, 731, 777, 818, 852, 881, 905,  924,
    940, 953, 963, 971, 977, 982, 986, 989, 991, 993,  995,
    996, 997, 998, 998, 998, 999, 999, 999, 999, 1000, 1000};

uint16_t
ng_probability(int32_t score)
{
  uint32_t x = score < 0 ? 0u - (uint32_t)score : (uint32_t)score;
  uint32_t step = x / 250;
  uint32_t p = 1000;
  if (step < 32)
    p = logistic[step] +
        (uint32_t)(logistic[step + 1] - logistic[step]) * (x % 250) / 250;
  return (uint16_t)(score < 0 ? 1000 - p : p);
}
