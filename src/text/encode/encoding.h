/* encoding.h - the sentences being encoded, and where their numbers are. */
#ifndef NG_ENCODING_H
#define NG_ENCODING_H

#include "text/encode/deep.h"

enum {
  NG_BATCH_PIECES = 256,  /* encoded together */
  NG_FEED_ROWS = 96,      /* through the inner layer together */
  NG_LABEL_WORDS = 24,    /* labelled together */
  NG_STRETCH_PIECES = 248 /* most of a stretch, without start and stop */
};

/* A sentence, or a stretch of a long one. */
typedef struct {
  uint32_t row, n_rows;   /* its pieces: rows of the batch */
  uint32_t word, n_words; /* its words: of the batch's */
  ng_encoded *out;        /* where the sentence's words go */
  uint32_t first;         /* index in it of the stretch's first word */
} ng_stretch;

/* Where a word's pieces are, and its casing. */
typedef struct {
  uint16_t first, last; /* rows */
  uint8_t shape;
} ng_batch_word;

struct ng_encoding {
  const ng_encoder *encoder;
  uint32_t n_rows, n_words, n_stretches;
  ng_stretch stretches[NG_BATCH_PIECES];
  ng_batch_word words[NG_BATCH_PIECES];
  uint16_t ids[NG_BATCH_PIECES];
  uint8_t casing[NG_BATCH_PIECES];
  uint16_t place[NG_BATCH_PIECES]; /* of a row in its stretch */

  bool owned;       /* by itself, not by an arena */
  char *room;       /* all of the following */
  ng_rows x;        /* a row a piece: what the layers make of it */
  ng_rows wide;     /* queries, keys and values; then the inner layer */
  ng_rows narrow;   /* what is added to x */
  ng_rows features; /* a row a word: its first and last piece, its casing */
  ng_rows hidden, scores, tree, child; /* a row a word: see heads.c */
  float *arcs, *labels;
  float *free;     /* for attention, or a chart */
  void *quantised; /* for ng_kernels.multiply */
};

/* Run the layers over the batch; then find what is to be found of its words. */
void ng_encoding_layers(ng_encoding *e);
void ng_encoding_heads(ng_encoding *e);

#endif /* NG_ENCODING_H */
