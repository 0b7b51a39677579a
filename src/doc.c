#include "doc.h"
#include "core/fail.h"
#include "core/str.h"

#include <stdlib.h>

/* What follows the text, so that a reader of 64 bytes needs no bound. */
enum { PADDING = 64 };

static ng_status
set_text(ng_doc *doc, ng_str text, ng_error *err)
{
  char *copy = NG_NEW(&doc->arena, char, text.len + PADDING);
  if (!copy)
    return ng_fail(err, NG_ERR_LIMIT, 0,
                   "document of %zu bytes exceeds its budget", text.len);
  if (text.len)
    memcpy(copy, text.at, text.len);
  doc->text = (ng_str){copy, text.len};
  ng_part body = {{0, (uint32_t)text.len}, 0, NG_PART_BODY};
  if (!NG_PUSH(&doc->arena, &doc->parts, body))
    return ng_fail(err, NG_ERR_LIMIT, 0, "document exceeds its budget");
  return NG_OK;
}

ng_status
ng_doc_new(ng_doc **out, ng_str text, size_t budget, ng_error *err)
{
  *out = NULL;
  if (text.len >= UINT32_MAX - PADDING)
    return ng_fail(err, NG_ERR_LIMIT, 0, "document of %zu bytes is too long",
                   text.len);
  ng_doc *doc = calloc(1, sizeof *doc);
  if (!doc)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_arena_init(&doc->arena, budget);
  ng_status st = set_text(doc, text, err);
  if (st != NG_OK) {
    ng_doc_free(doc);
    return st;
  }
  *out = doc;
  return NG_OK;
}

void
ng_doc_free(ng_doc *doc)
{
  if (doc)
    ng_arena_release(&doc->arena);
  free(doc);
}

ng_str
ng_doc_text(const ng_doc *doc, ng_span span)
{
  return ng_str_slice(doc->text, span.begin, span.end);
}
