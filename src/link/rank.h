/* rank.h - the ranking model: which reading of a span is right, if any.
 *
 * The readings of a span compete with each other and with "none": each has a
 * score, in thousandths of a natural-log unit, "none" has 0, and probabilities
 * are the soft-max of these (McFadden 1974: a conditional logit model).
 *
 * In a first pass the score is the sum of the weights of the reading's
 * features.  A second pass adds features of what the first makes of the whole
 * article, and a layer of hidden units over all features but the crosses:
 *
 *   score = sum of weights + sum over units of out * max(0, bias + sum of the
 *                                              values' weights in the unit)
 *
 * All features are yes-or-no, all weights integers, so every machine ranks
 * alike.
 */
#ifndef NG_RANK_H
#define NG_RANK_H

#include "kb/facet.h"
#include "link/words.h"

/* Types, and the facets of people and teams. */
enum { NG_N_CLASSES = NG_N_TYPES + NG_N_FACETS - 1 };

static inline uint8_t
ng_class_of_facet(ng_type type, unsigned facet)
{
  return (uint8_t)(facet && facet < NG_N_FACETS ? NG_N_TYPES + facet - 1
                   : type < NG_N_TYPES          ? type
                                                : NG_ENTITY);
}

static inline uint8_t
ng_class_of(ng_type type, uint16_t facets)
{
  return ng_class_of_facet(type, ng_facet_of_facets(facets));
}

/* Types that are written and spoken of alike. */
typedef enum {
  NG_GROUP_OTHER,
  NG_GROUP_PERSON,
  NG_GROUP_PLACE,
  NG_GROUP_BODY, /* organisations, companies */
  NG_GROUP_TEAM,
  NG_GROUP_EVENT,
  NG_GROUP_ROLE, /* offices, occupations */
  NG_GROUP_WORK,
  NG_N_GROUPS
} ng_group;

/* Feature values are numbered through: the first of NAME is NG_F_NAME. */
enum {
#define F(name, size) NG_F_##name, NG_F_LAST_##name = NG_F_##name + (size)-1,
#include "link/features.def"
#undef F
  NG_N_FEATURES
};

/* The values that the hidden units see come last. Units of NG_N_NETS nets. */
enum {
  NG_FIRST_DEEP = NG_F_BIAS,
  NG_N_DEEP = NG_N_FEATURES - NG_FIRST_DEEP,
  NG_N_NETS = 3,
  NG_N_UNITS = NG_N_NETS * 16
};

/* A value's weight in each pass. */
typedef struct {
  int16_t first, second;
} ng_weight;

/* What goes into each hidden unit, or comes out of it. */
typedef struct {
  int16_t unit[NG_N_UNITS];
} ng_hidden_units;

struct ng_ranking {
  ng_weight weights[NG_N_FEATURES];
  ng_hidden_units deep[NG_N_DEEP]; /* of value NG_FIRST_DEEP + i */
  ng_hidden_units bias, out;
};

/* The built-in model: models/ranking.txt, compiled in. */
extern const ng_ranking ng_ranking_builtin;

/* The model that the context's names are ranked by. */
static inline const ng_ranking *
ng_ranking_of(const ng_context *context)
{
  return context->ranking ? context->ranking : &ng_ranking_builtin;
}

/* Name and number of values of the feature that value `i` belongs to, and which
 * of its values it is. */
typedef struct {
  const char *name;
  uint32_t first, size;
} ng_feature;

extern const ng_feature ng_features[];
extern const size_t ng_n_feature_names;
const ng_feature *ng_feature_of(uint32_t value);

/* The probability of what has `score` for it and 0 against it, in
 * thousandths. */
uint16_t ng_probability(int32_t score);

/* The score of two that share what they have: log(exp(a) + exp(b)). */
int32_t ng_score_of_both(int32_t a, int32_t b);

/* Turn scores[0 .. n) of a span's readings, which are against "none" alone,
 * into scores against all others and "none". At most NG_MAX_READINGS. */
enum { NG_MAX_READINGS = 30 };
void ng_scores_compete(int32_t *scores, uint32_t n);

/* Of `n` readings of these worths, NG_MAX_READINGS or more: the worthiest, in
 * their order, of equals the first, by index into at[]. */
void ng_find_best(const int32_t *worths, uint32_t n,
                  uint16_t at[NG_MAX_READINGS]);

/* Less than this adds nothing to a score beside it. */
enum { NG_NO_SCORE = INT32_MIN / 2 };

/* The values of one reading, for training and explaining; and scores. */
typedef NG_VEC(uint16_t) ng_values;

#endif /* NG_RANK_H */
