/* Any text over a small base: mentions are in order, do not overlap, are inside
 * the text, and mention entities that are there. */
#include "core/buf.h"
#include "doc.h"
#include "kb/build.h"
#include "kb/import.h"
#include "kb/kb.h"

#include "../link_base.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char turtle[] =
    "@prefix ng: <https://w3id.org/newsgraph/ns#> .\n"
    "@prefix k: <https://w3id.org/newsgraph/kb/> .\n"
    "@prefix wd: <http://www.wikidata.org/entity/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix schema: <https://schema.org/> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" LINK_BASE;

static void
check(const ng_doc *doc)
{
  uint32_t last = 0;
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if (m->span.begin < last || m->span.end <= m->span.begin ||
        m->span.end > doc->text.len || m->entity >= doc->entities.n ||
        (m->denotes != NG_NONE && m->denotes >= doc->entities.n))
      abort();
    last = m->span.end;
  }
  for (uint32_t i = 0; i < doc->offices.n; i++) {
    const ng_office *o = &doc->offices.at[i];
    if (o->person >= doc->entities.n || o->evidence.end > doc->text.len ||
        (o->jurisdiction != NG_NONE && o->jurisdiction >= doc->entities.n))
      abort();
  }
}

/* The base, made once. */
static ng_kb *
base(void)
{
  static ng_kb *kb;
  static ng_kb_image image;
  ng_draft draft;
  if (kb)
    return kb;
  if (ng_draft_init(&draft, SIZE_MAX / 2, NULL) != NG_OK ||
      ng_import_turtle(&draft, (ng_str){turtle, sizeof turtle - 1}, "base",
                       NULL) != NG_OK ||
      ng_kb_build(&draft, &image, NULL) != NG_OK ||
      ng_kb_open_memory(&kb, image.at, image.size, NULL) != NG_OK)
    abort();
  ng_draft_release(&draft);
  return kb;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_options options;
  ng_doc *doc;
  ng_options_init(&options);
  options.mentions = NG_MENTIONS_ALL;
  ng_context context = {.bases = {{base()}, 1}, .options = &options};
  if (ng_doc_new(&doc, (ng_str){(const char *)data, size}, 1 << 24, NULL))
    return 0;
  if (ng_segment(&context, doc, NULL) == NG_OK &&
      ng_spot_names(&context, doc, NULL) == NG_OK &&
      ng_link(&context, doc, NULL) == NG_OK &&
      ng_roles(&context, doc, NULL) == NG_OK)
    check(doc);
  ng_doc_free(doc);
  return 0;
}
