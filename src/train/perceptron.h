/* perceptron.h - a table of weights while it is learnt, in integers throughout.
 *
 * The averaged weight is w - t / time, where t sums every change times when it
 * was made (Daumé, "Practical structured learning techniques", 2006, fig. 2.3).
 */
#ifndef NG_PERCEPTRON_H
#define NG_PERCEPTRON_H

#include "core/arena.h"
#include "text/score.h"

#include <stdbool.h>

typedef struct {
  int16_t *weight;
  int64_t *total;
  unsigned width; /* columns of a row: NG_WIDE, or 4 for actions */
  unsigned bits;
  int64_t time; /* decisions so far, from 1 */
} ng_perceptron;

/* All zero; false if `arena` is spent. */
bool ng_perceptron_init(ng_perceptron *p, unsigned width, unsigned bits,
                        ng_arena *arena);

/* Forget everything, keep the memory. */
void ng_perceptron_reset(ng_perceptron *p);

/* The sums of the rows, `width` of them. */
void ng_perceptron_score(const ng_perceptron *p, const uint32_t *rows,
                         uint32_t n, int32_t *sums);

/* Reward class `good`, punish `bad`. */
void ng_perceptron_update(ng_perceptron *p, const uint32_t *rows, uint32_t n,
                          unsigned good, unsigned bad);

/* The averaged weights, `scale` units to one, rounded and cut to int8.
 * Weights below `least` units become 0. */
void ng_perceptron_wide(const ng_perceptron *p, int scale, int least,
                        ng_wide_row *out);

/* Averaged weights of one or more perceptrons over the same rows, added up:
 * half a thousandth of a weight of 1 is lost at the most. */
typedef struct {
  int32_t *sum; /* thousandths */
  unsigned width, bits;
  unsigned n; /* perceptrons added */
} ng_mean;

/* Of none yet; false if `arena` is spent. */
bool ng_mean_init(ng_mean *mean, const ng_perceptron *p, ng_arena *arena);

void ng_mean_add(ng_mean *mean, const ng_perceptron *p);

/* The mean of those that were added, as ng_perceptron_wide() has it of one. */
void ng_mean_wide(const ng_mean *mean, int scale, int least, ng_wide_row *out);

/* The same of a table of actions, columns 1 and 2 over column 0, but `scale`
 * units to NG_PAIR_UNIT: of many weights the few large ones must not be cut,
 * and what is lost by rounding evens out. */
enum { NG_PAIR_UNIT = 4 };
void ng_mean_pairs(const ng_mean *mean, int scale, int least, ng_pair_row *out);

#endif /* NG_PERCEPTRON_H */
