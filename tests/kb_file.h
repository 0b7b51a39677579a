/* kb_file.h - a small knowledge base for tests, made from Turtle in memory. */
#ifndef TEST_KB_FILE_H
#define TEST_KB_FILE_H

#include "core/buf.h"
#include "core/str.h"
#include "kb/build.h"
#include "kb/import.h"

#include <stdlib.h>

#define KB_PREFIXES                                           \
  "@prefix ng: <https://w3id.org/newsgraph/ns#> .\n"          \
  "@prefix k: <https://w3id.org/newsgraph/kb/> .\n"           \
  "@prefix wd: <http://www.wikidata.org/entity/> .\n"         \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n" \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"  \
  "@prefix schema: <https://schema.org/> .\n"                 \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"

/* The file that `turtle`, with the prefixes above, makes, as an overlay or not.
 * The caller frees .at. */
static inline ng_kb_image
make_image(const char *turtle, bool is_overlay)
{
  ng_draft draft;
  ng_kb_image image;
  ng_buf text = {0};
  assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
  draft.is_overlay = is_overlay;
  ng_buf_put(&text, KB_PREFIXES, strlen(KB_PREFIXES));
  ng_buf_put(&text, turtle, strlen(turtle));
  ng_error err = {0};
  ng_status status =
      ng_import_turtle(&draft, (ng_str){text.at, text.len}, "test", &err);
  if (status)
    fail_msg("%s", err.text);
  assert_int_equal(ng_kb_build(&draft, &image, &err), NG_OK);
  ng_buf_release(&text);
  ng_draft_release(&draft);
  return image;
}

static inline ng_kb_image
image_of(const char *turtle)
{
  return make_image(turtle, false);
}

#endif /* TEST_KB_FILE_H */
