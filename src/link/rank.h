/* rank.h - the ranking model: a logistic model over bucketed features.
 *
 * A reading's score is the sum of the weights of its features, in thousandths
 * of a natural-log unit; its probability is the logistic function of it.  A
 * first pass scores every reading by itself; a second adds features of what
 * the first makes of the whole article.  All features are yes-or-no, all
 * weights integers, so every machine ranks alike.
 *
 * Logistic regression over buckets with classes crossed with the neighbouring
 * words does better than small tree ensembles here, at some 60 look-ups a
 * reading (measured on news-fair, wiki-fair, AIDA, MSNBC, KORE50).
 */
#ifndef NG_RANK_H
#define NG_RANK_H

#include "kb/facet.h"
#include "link/words.h"

/* Types, and the facets of people and teams: see ng_linker_prepare(). */
enum { NG_N_CLASSES = NG_N_TYPES + NG_N_FACETS - 1 };

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
#undef NG_SECOND_PASS

/* A value's weight in each pass. */
typedef struct {
  int16_t first, second;
} ng_weight;

struct ng_ranking {
  ng_weight weights[NG_N_FEATURES];
};

/* The built-in model: models/ranking.txt, compiled in. */
extern const ng_ranking ng_ranking_builtin;

/* Name and number of values of the feature that value `i` belongs to, and which
 * of its values it is. */
typedef struct {
  const char *name;
  uint32_t first, size;
} ng_feature;

extern const ng_feature ng_features[];
extern const size_t ng_n_feature_names;
const ng_feature *ng_feature_of(uint32_t value);

/* The probability of `score`, in thousandths, and back. */
uint16_t ng_probability(int32_t score);

/* The values of one reading, for training and explaining; and scores. */
typedef NG_VEC(uint16_t) ng_values;

#endif /* NG_RANK_H */
