/* collapse.h - make a treebank look like linked text: names, dates, amounts and
 * hyphenated words become one word each.
 *
 * In use, linking comes first and what it finds is one unit (see text/merge.h);
 * a parser must have seen such units to parse them.  Trained on both, with four
 * of five merged, it parses either.
 */
#ifndef NG_COLLAPSE_H
#define NG_COLLAPSE_H

#include "text/conllu.h"
#include "train/random.h"

/* Merge each group of `tree` that is a subtree of its own, with a chance of
 * `percent` in 100 (hyphenated words always, unless 0).  New forms go to
 * `arena`; false if it is spent. */
bool ng_collapse(ng_tree *tree, unsigned percent, ng_random *random,
                 ng_arena *arena);

#endif /* NG_COLLAPSE_H */
