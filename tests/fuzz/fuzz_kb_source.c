/* Any bytes as a table or as Wikidata's JSON, by their first byte: read, or
 * refused; what they make is a base that can be opened and looked into. */
#include "kb/build.h"
#include "kb/import.h"

#include "../kb_exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
build_and_open(ng_draft *draft)
{
  ng_kb_image image;
  ng_kb *kb;
  if (ng_kb_build(draft, &image, NULL))
    return;
  if (ng_kb_open_memory(&kb, image.at, image.size, NULL) != NG_OK)
    abort();
  (void)exercise(kb);
  for (uint32_t i = 0; i < ng_kb_n_entities(kb); i++)
    if (!ng_kb_entity(kb, i).label.len)
      abort();
  ng_kb_close(kb);
  free(image.at);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_draft draft;
  ng_lines lines;
  ng_status status;
  if (!size || ng_draft_init(&draft, 1 << 26, NULL))
    return 0;
  ng_str text = {(const char *)data + 1, size - 1};
  if (ng_lines_memory(&lines, text, "fuzz", NULL) == NG_OK) {
    if (data[0] & 1)
      status = ng_import_tsv_lines(&draft, &lines, NULL);
    else
      status = ng_import_wikidata_lines(&draft, &lines, NULL);
    ng_lines_close(&lines);
    if (status == NG_OK)
      build_and_open(&draft);
  }
  ng_draft_release(&draft);
  return 0;
}
