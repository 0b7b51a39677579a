/* Any bytes as a deep model: refused, or used without reading out of bounds.
 * The length and the checksum are put right first, so that what they protect is
 * tried too. */
#include "text/encode.h"
#include "text/encode/deep.h"
#include "text/lemma.h"
#include "text/model.h"

#include "mend_head.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
use(const ng_model *m)
{
  static const ng_str words[] = {NG_LIT("The"), NG_LIT("meeting_20"),
                                 NG_LIT("m\xC3\xA9\xFF-e"), NG_LIT(""),
                                 NG_LIT(".")};
  enum { N = sizeof words / sizeof *words };
  ng_encoded out[N];
  ng_encoding *e;
  char lemma[NG_LEMMA_ROOM];
  if (ng_encoding_new(&e, m->encoder, NULL, NULL) != NG_OK)
    return;
  ng_encoding_add(e, words, N, out);
  ng_encoding_finish(e);
  ng_encoding_free(e);
  for (int i = 0; i < N; i++) {
    bool head = out[i].head == NG_NONE || out[i].head < N;
    if (!head || out[i].tag >= m->n_tags || out[i].label >= m->n_relations ||
        out[i].name >= NG_NAME_MARKS)
      abort();
    (void)ng_lemma(m, words[i], m->tags[out[i].tag].xpos, lemma);
  }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_model *model;
  char *bytes = MENDED(ng_deep_head, data, size);
  if (!bytes)
    return 0;
  if (ng_model_open_memory(&model, (ng_str){bytes, size}, NULL) == NG_OK &&
      model->encoder)
    use(model);
  ng_model_close(model);
  free(bytes);
  return 0;
}
