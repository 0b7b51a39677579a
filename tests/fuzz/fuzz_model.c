/* Any bytes as a model: refused, or used without reading out of bounds.  The
 * length and the checksum are put right first, so that what they protect is
 * tried too. */
#include "text/annotate.h"
#include "text/lemma.h"

#include "mend_head.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
use(const ng_model *model)
{
  static const ng_tree_word words[] = {{.form = NG_LIT("Mary_Hill"), .kind = 1},
                                       {.form = NG_LIT("walked")},
                                       {.form = NG_LIT("home")},
                                       {.form = NG_LIT(".")}};
  ng_arena arena;
  ng_annotation room = {0};
  ng_tree tree = {.line = 1};
  char lemma[NG_LEMMA_ROOM];
  ng_arena_init(&arena, 1 << 20);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!NG_PUSH(&arena, &tree.words, words[i]))
      abort();
  if (ng_tree_tag(&room, model, &tree, &arena, NULL) != NG_OK)
    abort();
  ng_tree_parse(&room, model, &tree);
  for (uint32_t i = 0; i < tree.words.n; i++) {
    const ng_tree_word *w = &tree.words.at[i];
    if (w->head > tree.words.n || w->label >= NG_N_RELATIONS ||
        ng_lemma(model, w->form, w->xpos, lemma) > NG_LEMMA_ROOM)
      abort();
  }
  (void)ng_model_info(model, "name");
  ng_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_model *model;
  char *bytes = MENDED(ng_model_head, data, size);
  if (!bytes)
    return 0;
  if (ng_model_open_memory(&model, (ng_str){bytes, size}, NULL) == NG_OK)
    use(model);
  ng_model_close(model);
  free(bytes);
  return 0;
}
