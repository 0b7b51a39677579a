/* deep.h - the file of a deep model, and the encoder over it.
 *
 *   0    "NGDEEP\n\0"
 *   8    u32 version    u32 0x01020304, to tell the byte order
 *   16   u64 size of the file
 *   24   u64 checksum of all that follows byte 32, see ng_model_checksum()
 *   32   NG_DEEP_SECTIONS times {u64 offset, u64 length}
 *   ...  the sections, each at a multiple of 64:
 *
 *   INFO      key NUL value NUL ...
 *   SIZES     ng_deep_sizes
 *   CHARS     ng_deep_char, sorted by code
 *   SLOTS     2^n u16: a piece's number + 1, open addressing by its hash
 *   ENDS      u32 a piece: where its bytes end in PIECES
 *   PIECES    the bytes of all pieces
 *   TAGS      {u8 upos, u8 xpos} a tag
 *   RELATIONS u8 a label; the first is root
 *   RULES, LEMMAS, STRINGS   as in a fast model
 *   BYTES     int8: a row a piece, then the matrices
 *   SUMS      int32: of each output's weights, matrix by matrix
 *   FLOATS    float: see ng_encoder, in its order
 *
 * A matrix has its outputs in blocks of 32 (the last one is filled up with
 * zeros); in a block, for every four inputs, 32 times the four weights:
 *
 *   block 0: | out 0: in 0 1 2 3 | out 1: in 0 1 2 3 | ... out 31
 *            | out 0: in 4 5 6 7 | ...
 *
 * Any content of BYTES, SUMS and FLOATS is safe: it only makes wrong numbers.
 */
#ifndef NG_DEEP_H
#define NG_DEEP_H

#include "core/str.h"
#include "text/encode.h"
#include "text/encode/kernels.h"

enum { NG_DEEP_VERSION = 1 };

typedef enum {
  NG_DEEP_INFO,
  NG_DEEP_SIZES,
  NG_DEEP_CHARS,
  NG_DEEP_SLOTS,
  NG_DEEP_ENDS,
  NG_DEEP_PIECES,
  NG_DEEP_TAGS,
  NG_DEEP_RELATIONS,
  NG_DEEP_RULES,
  NG_DEEP_LEMMAS,
  NG_DEEP_STRINGS,
  NG_DEEP_BYTES,
  NG_DEEP_SUMS,
  NG_DEEP_FLOATS,
  NG_DEEP_SECTIONS
} ng_deep_section;

typedef struct {
  char magic[8];
  uint32_t version, order;
  uint64_t size, checksum;
  struct {
    uint64_t offset, length;
  } sections[NG_DEEP_SECTIONS];
} ng_deep_head;

/* How many of what. All but the counts of pieces, places, tags and labels are
 * multiples of 16. */
typedef struct {
  uint32_t layers, size, inner, heads; /* of the encoder */
  uint32_t pieces, places, tags, labels;
  uint32_t arc, label, hidden, shape; /* of the heads */
  uint32_t start, stop, unknown;      /* numbers of these pieces */
  uint32_t unused;
} ng_deep_sizes;

/* A character that the model knows. */
enum { NG_CHAR_WORD = 0, NG_CHAR_SINGLE = 1, NG_CHAR_SPACE = 2 };
enum { NG_CHAR_CLASS = 3, NG_CHAR_UPPER = 4, NG_CHAR_DIGIT = 8 };
typedef struct {
  uint32_t code;
  uint8_t flags; /* NG_CHAR_... */
  uint8_t n;
  char to[14]; /* lower case without accents: n bytes of UTF-8 */
} ng_deep_char;

/* Casings of a piece (0: none; 20 more at a sentence's first word), and of a
 * word (20 more at the first, 40 more of a merged one). */
enum { NG_PIECE_SHAPES = 41, NG_WORD_SHAPES = 80, NG_NAME_MARKS = 11 };

/* The constant weight of one more input, which is always 1, is in column
 * `label` of each label's outputs; they are filled up to a multiple of 16. */
static inline uint32_t
ng_label_width(const ng_deep_sizes *s)
{
  return s->label + 16;
}

typedef struct {
  ng_matrix qkv, out, up, down;
  const float *norm1, *norm2; /* gains, then biases */
} ng_layer;

enum { NG_MOST_LAYERS = 24 };

struct ng_encoder {
  ng_deep_sizes sizes;
  const ng_kernels *kernels;
  const ng_deep_char *chars;
  uint32_t n_chars;
  const uint16_t *slots;
  uint32_t slot_mask;
  const uint32_t *ends;
  ng_str piece_bytes;
  uint32_t longest; /* bytes of the longest piece */
  const int8_t *rows;
  const float *row_scales, *places, *casing, *norm;
  ng_layer layers[NG_MOST_LAYERS];
  const float *shapes;
  ng_matrix tag1, tag2, name1, name2, tree, arcs, labels;
  const float *root; /* what the root has for a word's `tree`: as a head of
                      * arcs, then of labels */
  uint8_t parataxis; /* index of that relation */
};

/* Check the sections of a deep model and set up an encoder over them, which
 * the caller frees with free().  `sections` has NG_DEEP_SECTIONS. */
ng_status ng_encoder_new(ng_encoder **out, const ng_str *sections,
                         ng_error *err);

#endif /* NG_DEEP_H */
