/* tag.h - word classes: a greedy averaged perceptron over joint tags.
 *
 * From left to right; what a word always is, the dictionary says without
 * scoring.  Collins, "Discriminative training methods for hidden Markov
 * models", EMNLP 2002; features after Giménez and Màrquez, LREC 2004.
 */
#ifndef NG_TAG_H
#define NG_TAG_H

#include "text/model.h"
#include "text/template.h"

/* Room for the rows of one decision, and for the atoms they are made of. */
enum { NG_TAG_ROWS = 64, NG_TAG_ATOMS = 48 };

/* The tags before the one to decide: index + 1, 0 where there is none. */
typedef struct {
  unsigned last, last_but_one;
} ng_tag_history;

/* The rows of word `i` in a table of 2^bits; how many. */
uint32_t ng_tag_rows(const ng_form *forms, uint32_t n, uint32_t i,
                     ng_tag_history history, unsigned bits,
                     uint32_t rows[NG_TAG_ROWS]);

/* A word whose tag must be weighed; its rows. */
typedef struct {
  uint64_t atoms[NG_TAG_ATOMS];
  uint32_t rows[NG_TAG_ROWS];
  uint32_t word;
} ng_glimpse;

/* A sentence being tagged. */
typedef struct {
  const ng_form *forms;
  uint8_t *tags;
  uint32_t n, next; /* words; the first without a tag */
  ng_tag_history history;
  ng_glimpse two[2]; /* the next such word, two[now], and the one after it, of
                      * which the rows that no tags before it tell are asked for
                      * in time */
  unsigned now;
  bool asked; /* for all rows of two[now] */
} ng_tagging;

/* Start to tag a sentence of `n` words, as ng_model_know() leaves them; `tags`
 * gets indices of the model's tags. */
void ng_tagging_start(ng_tagging *tagging, const ng_model *model,
                      const ng_form *forms, uint32_t n, uint8_t *tags);

/* Go on to the next word that must be weighed, and ask for the weights, which
 * are far away in memory: meanwhile other sentences can go on.  False when all
 * words have their tags. */
bool ng_tagging_step(ng_tagging *tagging, const ng_model *model);

/* All steps. */
void ng_tag_words(const ng_model *model, const ng_form *forms, uint32_t n,
                  uint8_t *tags);

#endif /* NG_TAG_H */
