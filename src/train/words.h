/* words.h - the dictionary of a model while it is made: which tags each form
 * takes, how often, and its cluster. */
#ifndef NG_TRAIN_WORDS_H
#define NG_TRAIN_WORDS_H

#include "train/corpus.h"

typedef struct {
  uint32_t form; /* hash */
  uint32_t total;
  uint32_t tags[NG_WIDE];
  uint16_t cluster;
} ng_word_count;

typedef struct {
  ng_arena *arena;
  NG_VEC(ng_word_count) words; /* by first sight */
  uint32_t *slots;             /* index + 1 into `words`, 0: empty */
  uint32_t mask;
} ng_word_counts;

/* Room for the words of `corpus` and of a list of clusters. */
ng_status ng_words_init(ng_word_counts *words, const ng_corpus *corpus,
                        ng_str clusters, ng_error *err);

/* Count the tags of all sentences but those of fold `without` (NG_NONE: none).
 */
ng_status ng_words_count(ng_word_counts *words, const ng_corpus *corpus,
                         uint32_t without, ng_error *err);

/* Read lines `BITS<TAB>WORD`; the path of a word is its bits, after a 1. */
ng_status ng_words_clusters(ng_word_counts *words, ng_str clusters,
                            ng_error *err);

/* Tell `form` what the dictionary says, as ng_model_form() does. */
void ng_words_look_up(const ng_word_counts *words, ng_form *form);

/* The dictionary as a model has it: 2^*bits slots, in `arena`, or NULL. */
ng_model_word *ng_words_pack(const ng_word_counts *words, unsigned *bits,
                             ng_arena *arena);

#endif /* NG_TRAIN_WORDS_H */
