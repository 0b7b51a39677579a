/* train.h - fitting the ranking model to annotated articles.
 *
 * The first pass is fitted to the articles as they are; the second to what a
 * first pass makes of them that has not seen them (the articles' folds take
 * turns), else it would trust the first too much.
 */
#ifndef NG_TRAIN_H
#define NG_TRAIN_H

#include "link/linker.h"

typedef enum {
  NG_GOLD_LINK,    /* this entity */
  NG_GOLD_UNKNOWN, /* a name of something that is not in the base */
  NG_GOLD_FREE,    /* says nothing: optional, a coreference, a date */
} ng_gold_kind;

/* What an annotator says of a span (bytes, grown to whole words). */
typedef struct {
  ng_span span;
  uint32_t qid;
  ng_gold_kind kind;
} ng_gold_link;

/* An annotated article. */
typedef struct {
  const ng_context *context; /* whose bases the names are looked up in */
  ng_doc *doc;               /* segmented */
  const ng_gold_link *links;
  size_t n_links;
  ng_span annotated; /* bytes: beyond it, names are not marked */
  uint32_t fold;     /* 0 to n_folds - 1 */
  double weight;     /* of each of its readings */
  bool concepts;     /* lower-case concepts are annotated, too */
  bool partial;      /* names without annotation may be names all the same */
} ng_example;

/* One fitting: the articles of all folds but `left_out`. */
typedef struct {
  const ng_example *examples;
  size_t n;
  uint32_t n_folds;
  uint32_t left_out; /* NG_NONE: none */
  const bool *off;   /* of each value: no weight is learnt; NULL: of all one */
} ng_training;

/* Fit both passes into *out.  Takes some seconds for a thousand articles;
 * deterministic.  Fails with NG_ERR_LIMIT if memory runs out. */
ng_status ng_train_ranking(const ng_training *training, ng_ranking *out,
                           ng_error *err);

#endif /* NG_TRAIN_H */
