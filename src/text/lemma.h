/* lemma.h - the form under which a dictionary lists a word.
 *
 * Exceptions first, then the rule of the longest ending that is known for the
 * word's tag: both learnt from a treebank and kept in the model.
 */
#ifndef NG_LEMMA_H
#define NG_LEMMA_H

#include "core/word_slots.h"
#include "text/model.h"

/* Room for any lemma: longer words are their own. */
enum { NG_LEMMA_ROOM = 64 };

/* Write the lemma of `form` with the tag `xpos` to `out`, in lower case but for
 * names; its length.  0 if the form is too long: it is its own lemma then. */
size_t ng_lemma(const ng_model *model, ng_str form, unsigned xpos,
                char out[NG_LEMMA_ROOM]);

/* A bit of 0 to NG_LEMMA_BITS - 1 for a form, which is not empty, with a tag.
 */
static inline unsigned
ng_lemma_bit(ng_str form, unsigned xpos)
{
  return ng_word_slot(form, NG_LEMMA_BITS - 1) ^ xpos << 6;
}

/* The rule for a lower-case form among `n` sorted ones, or NULL. */
const ng_lemma_rule *ng_lemma_rule_find(const ng_lemma_rule *rules, uint32_t n,
                                        ng_str form, unsigned xpos);

/* The ending of `form` of `n` bytes, as a rule has it. */
ng_lemma_rule ng_lemma_ending(ng_str form, unsigned xpos, size_t n);

#endif /* NG_LEMMA_H */
