/* tree.h - the best tree over a sentence's words. */
#ifndef NG_TREE_H
#define NG_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Words at most: time grows with their cube, room with their square. */
enum { NG_TREE_WORDS = 250 };

/* Room for `n` words, in floats. */
static inline size_t
ng_tree_room(size_t n)
{
  return 6 * (n + 1) * (n + 1);
}

/* The projective tree with one root whose arcs have the highest sum.  Word i of
 * n is 1 + i; `scores` has a row of n + 1 a word, the score of each head, 0 the
 * root; row 0 is not read.  `heads` gets n + 1 entries, the first unused.
 * Of equal trees, one and the same is found on every machine.  `room` has
 * ng_tree_room(n) floats. */
void ng_tree_find(const float *scores, uint32_t n, uint32_t *heads,
                  float *room);

#endif /* NG_TREE_H */
