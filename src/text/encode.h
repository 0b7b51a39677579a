/* encode.h - the deep model: a small transformer that tags, parses and finds
 * names in sentences that it reads as a whole.
 *
 * Integers do the heavy work: weights of eight bits with a scale for each
 * output, activations of eight bits with a scale for each word piece.  What is
 * left in floating point is done in one fixed order, whatever the processor, so
 * that every machine finds the same.  Devlin et al., NAACL 2019; Dozat and
 * Manning, ICLR 2017; Eisner, COLING 1996.
 *
 * A ng_encoder is read-only and shared by threads; a ng_encoding is one
 * thread's.
 */
#ifndef NG_ENCODE_H
#define NG_ENCODE_H

#include "core/arena.h"
#include "core/str.h"
#include "text/ud.h"

typedef struct ng_encoder ng_encoder;
typedef struct ng_encoding ng_encoding;

/* What a span of words names, as far as the words show. */
typedef enum {
  NG_SPAN_PERSON,
  NG_SPAN_PLACE,
  NG_SPAN_ORGANISATION,
  NG_SPAN_EVENT,
  NG_SPAN_OTHER,
  NG_N_SPANS
} ng_span_type;

/* What is found of a word. */
typedef struct {
  uint32_t head;  /* index in the sentence, or NG_NONE: the root */
  uint8_t tag;    /* index of the model's tags */
  uint8_t label;  /* index of the model's relations */
  uint8_t name;   /* 0: in none; 1 + 2 * ng_span_type: begins one; 2 + 2 * the
                   * same: goes on */
  uint8_t surety; /* of `name`: how far its score is above the next one's, in
                   * sixteenths of a natural-log unit; 255: as far or farther */
} ng_encoded;

/* Room to encode sentences in, some 8 MB, in `arena`, or of its own if that is
 * NULL: then ended with ng_encoding_free(). */
ng_status ng_encoding_new(ng_encoding **out, const ng_encoder *encoder,
                          ng_arena *arena, ng_error *err);
void ng_encoding_free(ng_encoding *encoding);

/* Take in a sentence of `n` words; spaces and underscores part the words of
 * one that was merged.  `out` has room for n and is written no later than
 * ng_encoding_finish(); the texts are not needed beyond this call.  Sentences
 * are done together, which changes nothing but the speed.  One of more than
 * some 200 words is read in stretches, cut at commas and the like where it can
 * be; the roots of the later ones depend on that of the first, as parataxis. */
void ng_encoding_add(ng_encoding *encoding, const ng_str *words, uint32_t n,
                     ng_encoded *out);
void ng_encoding_finish(ng_encoding *encoding);

/* The name of the kernels in use: "portable", "sse2", "avx2", "avx512vnni". */
const char *ng_encoder_kernels(const ng_encoder *encoder);

#endif /* NG_ENCODE_H */
