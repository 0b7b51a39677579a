/* Any bytes as a treebank: each sentence is read or refused, merged, and what
 * comes out is a set of words whose heads are among them. */
#include "text/conllu.h"
#include "train/collapse.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_conllu in = {.file = {(const char *)data, size}};
  ng_random random = {1};
  for (ng_status status = NG_OK; status != NG_END;) {
    ng_arena arena;
    ng_tree tree;
    ng_arena_init(&arena, 1 << 24);
    size_t before = in.at;
    status = ng_conllu_next(&in, &arena, &tree, NULL);
    if (status != NG_END && in.at <= before)
      abort();
    if (status == NG_OK && ng_collapse(&tree, 100, &random, &arena))
      for (uint32_t i = 0; i < tree.words.n; i++)
        if (tree.words.at[i].head > tree.words.n)
          abort();
    ng_arena_release(&arena);
  }
  return 0;
}
