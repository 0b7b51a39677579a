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

enum { NG_TAG_ROWS = 64 }; /* room for the rows of one decision */

/* The tags before the one to decide: index + 1, 0 where there is none. */
typedef struct {
  unsigned last, last_but_one;
} ng_tag_history;

/* The rows of word `i` in a table of 2^bits; how many. */
uint32_t ng_tag_rows(const ng_form *forms, uint32_t n, uint32_t i,
                     ng_tag_history history, unsigned bits,
                     uint32_t rows[NG_TAG_ROWS]);

/* Tag a sentence of `n` words, as ng_model_form() gives them; `tags` gets
 * indices of the model's tags. */
void ng_tag_words(const ng_model *model, const ng_form *forms, uint32_t n,
                  uint8_t *tags);

#endif /* NG_TAG_H */
