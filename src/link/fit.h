/* fit.h - fitting the ranking model's numbers: gradient descent over the spans
 * of annotated articles, each with its readings.
 */
#ifndef NG_FIT_H
#define NG_FIT_H

#include "link/rank.h"

/* The spans of an article: span i has rows [i ? spans[i - 1] : 0, spans[i]), a
 * row one reading, with values[ends[row - 1] .. ends[row]). */
typedef struct {
  uint16_t *values;
  uint32_t *ends, *spans;
  uint8_t *right;
  size_t n_values, cap_values;
  size_t n, cap; /* rows */
  size_t n_spans, cap_spans;
  double weight; /* of each span */
} ng_samples;

void ng_samples_release(ng_samples *samples);

/* Add a row, or end the span of the rows since the last; false if memory runs
 * out. A span without rows is none. */
bool ng_samples_add(ng_samples *samples, const uint16_t *values, size_t n,
                    bool right);
bool ng_samples_end(ng_samples *samples);

/* Fit a pass, the second with hidden units, to the samples of all articles that
 * use[0 .. n) marks, and store it in *out.  Deterministic.  False if memory
 * runs out. */
typedef enum { NG_FIRST_PASS, NG_SECOND_PASS } ng_pass;
bool ng_fit(const ng_samples *all, const uint8_t *use, size_t n, ng_pass pass,
            ng_ranking *out);

#endif /* NG_FIT_H */
