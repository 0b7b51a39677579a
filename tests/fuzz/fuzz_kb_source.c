/* Any bytes as a source, of the kind that the first byte chooses: read, or
 * refused; what they make is a base that can be opened and looked into. */
#include "core/json_scan.h"
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

/* A table, or Wikidata's JSON. */
static ng_status
read_lines(ng_draft *draft, ng_str text, bool table)
{
  ng_lines lines;
  if (ng_lines_memory(&lines, text, "fuzz", NULL))
    return NG_ERR_LIMIT;
  ng_status status = table ? ng_import_tsv_lines(draft, &lines, NULL)
                           : ng_import_wikidata_lines(draft, &lines, NULL);
  ng_lines_close(&lines);
  return status;
}

/* The rows of a SELECT: behind them bytes may be read. */
static ng_status
read_select(ng_draft *draft, ng_str text, ng_select_format format)
{
  char *copy = calloc(1, text.len + NG_SCAN_PAD);
  if (!copy)
    return NG_ERR_LIMIT;
  memcpy(copy, text.at, text.len);
  ng_status status = ng_import_select_text(draft, (ng_str){copy, text.len},
                                           format, "fuzz", NULL);
  free(copy);
  return status;
}

/* N-Triples stand for all RDF: of the others the reader is the same, and its
 * parser's bytes are fuzz_rdf_read's matter. */
static ng_status
read_source(ng_draft *draft, unsigned kind, ng_str text)
{
  switch (kind) {
  case 0:
  case 1:
    return read_lines(draft, text, kind == 1);
  case 2:
    return ng_import_rdf_text(draft, text, NG_NTRIPLES, "fuzz", NULL);
  default:
    return read_select(draft, text, (ng_select_format)(kind - 3));
  }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  enum { KINDS = 6 };
  ng_draft draft;
  if (!size || data[0] % 8 >= KINDS || ng_draft_init(&draft, 1 << 26, NULL))
    return 0;
  ng_str text = {(const char *)data + 1, size - 1};
  if (read_source(&draft, data[0] % 8, text) == NG_OK)
    build_and_open(&draft);
  ng_draft_release(&draft);
  return 0;
}
