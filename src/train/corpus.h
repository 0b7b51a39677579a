/* corpus.h - the sentences that a model learns from. */
#ifndef NG_CORPUS_H
#define NG_CORPUS_H

#include "text/conllu.h"
#include "text/model.h"
#include "text/wordform.h"
#include "train/random.h"

typedef struct {
  uint32_t word, n; /* its words: [word, word + n) */
  uint16_t weight;  /* passes in 100 epochs */
  uint8_t fold;     /* by its text, so that copies share it */
} ng_sample;

/* Each word in arrays side by side. */
typedef struct {
  ng_arena *arena;
  NG_VEC(ng_sample) samples;
  NG_VEC(ng_form) forms;
  NG_VEC(ng_tree_word) words; /* as read, merged; heads in the sentence */
  uint8_t *gold;              /* tags: indices of `tags` */
  uint8_t *tags;              /* as the tagger gives them: jackknifed */
  uint8_t *labels;            /* indices of `relations` */

  ng_tag_pair pairs[NG_WIDE]; /* the commonest, by frequency */
  uint8_t relations[NG_WIDE]; /* root first */
  uint32_t n_pairs, n_relations;
} ng_corpus;

typedef struct {
  const char *name; /* for messages */
  ng_str text;      /* CoNLL-U, which must outlive the corpus */
  unsigned weight;  /* passes in 100 epochs */
  unsigned merge;   /* percent, see collapse.h */
  bool lemmas;      /* its lemmas are worth learning */
} ng_corpus_part;

enum { NG_FOLDS_MOST = 16, NG_SENTENCE_MOST = 400 };

/* Add the sentences of `part`; longer ones than NG_SENTENCE_MOST words, and
 * those without a tree, are left out. */
ng_status ng_corpus_add(ng_corpus *corpus, const ng_corpus_part *part,
                        ng_random *random, ng_error *err);

/* Settle tags, labels and folds once all is added. */
ng_status ng_corpus_finish(ng_corpus *corpus, unsigned folds, ng_error *err);

/* How often sentence `s` is to be used in this epoch. */
unsigned ng_sample_passes(const ng_sample *s, ng_random *random);

/* Put indices 0 to n - 1 into a random order. */
void ng_shuffle(uint32_t *order, uint32_t n, ng_random *random);

#endif /* NG_CORPUS_H */
