/* score.h - how right links are, by two published measures.
 *
 * same base: strict micro precision and recall over the gold mentions whose
 *   entity a base has, the same rule for every system; answers on other gold
 *   mentions are set aside (and counted for the honest figure);
 * ELEVANT: the measure of Bast, Hertel and Prange (EMNLP 2022), with unknown
 *   answers ignored, by kind of mention.
 */
#ifndef NG_SCORE_H
#define NG_SCORE_H

#include "cli/gold.h"

/* A link found: code points, and Q`qid`; 0: an entity that is said to be
 * unknown, which only ELEVANT's measure looks at. */
typedef struct {
  ng_span span;
  uint32_t qid;
} found_link;

typedef struct {
  const found_link *at;
  size_t n;
} found_links;

typedef struct {
  uint64_t tp, fp, fn;
  uint64_t
      outside; /* answers on mentions that are unknown or not in the base */
} score_counts;

/* Is Q`qid` in the base? */
typedef bool in_base_fn(const void *base, uint32_t qid);

void score_same_base(const gold_article *a, found_links found,
                     in_base_fn *in_base, const void *base, score_counts *sum);

/* The same by the type of what the gold means, or else of what was answered:
 * sums[of_type(base, qid)]. */
typedef unsigned score_type_fn(const void *base, uint32_t qid);
void score_by_type(const gold_article *a, found_links found,
                   in_base_fn *in_base, const void *base,
                   score_type_fn *of_type, score_counts *sums);

typedef enum {
  SCORE_ALL,    /* every mention */
  SCORE_ENTITY, /* all but pronouns and "the X" */
  SCORE_NAMED,
  SCORE_CONCEPT, /* lower case */
  SCORE_UNKNOWN,
  SCORE_COREF,
  SCORE_N
} score_kind;

/* False if memory ran out. */
bool score_elevant(const gold_article *a, found_links found,
                   score_counts sum[SCORE_N]);

/* Precision, recall and F1, 0 to 1; 0 where undefined. */
double score_precision(const score_counts *c);
double score_recall(const score_counts *c);
double score_f1(const score_counts *c);

#endif /* NG_SCORE_H */
