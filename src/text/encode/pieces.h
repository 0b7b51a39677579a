/* pieces.h - words to word pieces, as in training (models/train/pieces.py).
 *
 * A word is parted at spaces and underscores; a part is folded (lower case, no
 * accents); in it, each character that is no letter or digit is a piece of its
 * own, and runs of the others are covered by pieces of the vocabulary, the
 * longest first.  Wu et al., "Google's neural machine translation system",
 * 2016.
 */
#ifndef NG_PIECES_H
#define NG_PIECES_H

#include "text/encode/deep.h"

/* Of a word with more pieces, the first 12 and the last 4 are kept: it is known
 * by its first and its last. */
enum { NG_WORD_PIECES = 16, NG_WORD_FIRST = 12 };

typedef struct {
  uint32_t n;       /* at least 1 */
  uint32_t n_parts; /* between spaces and underscores */
  uint16_t ids[NG_WORD_PIECES];
  uint8_t shapes[NG_WORD_PIECES]; /* casing of the part, 0 to 19 */
} ng_word_pieces;

/* Takes time linear in the word's length. */
void ng_pieces_cut(const ng_encoder *e, ng_str word, ng_word_pieces *out);

/* The piece of these bytes, `inside` a word or at its start; its number + 1, or
 * 0 if there is none. */
uint32_t ng_piece_find(const ng_encoder *e, ng_str bytes, bool inside);

#endif /* NG_PIECES_H */
