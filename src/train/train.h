/* train.h - a `fast` model from treebanks.
 *
 * The same input, options and seed give the same bytes, anywhere: all is done
 * in integers, on one thread.  Memory: about 1 GB.
 */
#ifndef NG_TRAIN_FAST_H
#define NG_TRAIN_FAST_H

#include "core/buf.h"
#include "train/corpus.h"
#include "train/perceptron.h"
#include "train/words.h"

typedef struct {
  uint64_t seed;
  unsigned folds;                    /* to tag the training text with */
  unsigned fold_epochs;              /* 0: the tagger's */
  unsigned tag_epochs, parse_epochs; /* passes over the text */
  unsigned parsers;                  /* whose mean the parser is */
  unsigned tag_bits, action_bits, label_bits; /* rows: 2 to this */
  unsigned hunch_bits; /* of what learns to foretell actions */
  unsigned sure_bits;
  unsigned sure_least; /* arcs that got a label that is sure */
  int scale;           /* units of a weight of 1 */
  int action_scale;    /* units of a weight of NG_PAIR_UNIT */
  int least;           /* smaller weights, in units, are 0 */
  void (*say)(void *to, const char *line); /* progress; may be NULL */
  void *to;
} ng_train_options;

void ng_train_options_init(ng_train_options *options);

/* All that is learnt, before it is a file. */
typedef struct {
  ng_corpus *corpus;
  ng_train_options options;
  ng_random random;
  ng_word_counts words;
  ng_form *forms; /* those of the corpus, with what the dictionary says */
  ng_perceptron tag, action, label, hunch;
  ng_model model; /* as far as it is learnt, to be used while training */
  ng_wide_row *tagger, *labels;
  ng_pair_row *actions, *hunches;
  uint32_t *sure;
  ng_lemma_rule *rules;
  ng_lemma_word *lemmas;
  uint32_t n_rules, n_lemmas;
  ng_buf strings;
} ng_trainer;

typedef struct {
  ng_corpus *corpus; /* finished */
  ng_str clusters;   /* see ng_words_clusters(); may be empty */
  ng_str info;       /* "key NUL value NUL ...": goes into the model */
} ng_train_input;

/* Learn a model and append it, as a file, to `out`. */
ng_status ng_train(const ng_train_input *input, const ng_train_options *options,
                   ng_buf *out, ng_error *err);

/* The model `from` with hunches and sure labels that are learnt anew, by what
 * it does when it weighs all: appended likewise.  NG_ERR_USAGE if it is no fast
 * one. */
ng_status ng_train_from(const ng_model *from, const ng_train_input *input,
                        const ng_train_options *options, ng_buf *out,
                        ng_error *err);

/* The steps, in order.  Tags of the training text by taggers that have not seen
 * it; the tagger; the parser; its hunches; the labels it is sure of; lemmas;
 * the file. */
ng_status ng_train_tagger(ng_trainer *t, uint32_t without, unsigned epochs,
                          ng_error *err);
ng_status ng_train_jackknife(ng_trainer *t, ng_error *err);
ng_status ng_train_parser(ng_trainer *t, ng_error *err);
ng_status ng_train_hunches(ng_trainer *t, ng_error *err);
ng_status ng_train_sure(ng_trainer *t, ng_error *err);
ng_status ng_train_lemmas(ng_trainer *t, ng_error *err);
ng_status ng_train_write(const ng_trainer *t, ng_str info, ng_buf *out,
                         ng_error *err);

/* Append the file of those sections to `out`. */
ng_status ng_model_put(const ng_str sections[NG_MODEL_SECTIONS], ng_buf *out,
                       ng_error *err);

/* Append `model`, a fast one, to `out` with `info` in the place of what it said
 * of itself.  NG_ERR_USAGE if it is no fast one. */
ng_status ng_model_describe(const ng_model *model, ng_str info, ng_buf *out,
                            ng_error *err);

__attribute__((format(printf, 2, 3))) void ng_train_say(const ng_trainer *t,
                                                        const char *fmt, ...);

#endif /* NG_TRAIN_FAST_H */
