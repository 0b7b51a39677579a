#include "kb/compile.h"
#include "core/fail.h"
#include "kb/build.h"
#include "kb/import.h"

#include <stdlib.h>
#include <strings.h>

/* A source of more than this is for `kb build`. */
enum { BUDGET = 1 << 30 };

bool
ng_kb_is_source(const char *path)
{
  static const char *const suffixes[] = {
      ".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".jsonld", ".tsv", ".csv"};
  static const char *const packed[] = {"", ".gz", ".zst", ".bz2", ".xz"};
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  size_t len = strlen(name);
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
    for (size_t k = 0; k < sizeof packed / sizeof *packed; k++) {
      size_t n = strlen(suffixes[i]), m = strlen(packed[k]);
      if (len > n + m && strcasecmp(name + len - m, packed[k]) == 0 &&
          strncasecmp(name + len - m - n, suffixes[i], n) == 0)
        return true;
    }
  return false;
}

/* Take over the bytes of `image`. */
static ng_status
open_image(ng_kb **out, ng_kb_image image, ng_error *err)
{
  ng_status status = ng_kb_open_memory(out, image.at, image.size, err);
  if (status)
    free(image.at);
  else
    (*out)->owned = image.at;
  return status;
}

ng_status
ng_kb_compile(ng_kb **out, const char *path, ng_error *err)
{
  ng_draft draft;
  ng_kb_image image;
  *out = NULL;
  NG_TRY(ng_draft_init(&draft, BUDGET, err));
  draft.is_overlay = true;
  ng_status status = ng_import(&draft, path, err);
  if (status == NG_OK)
    status = ng_kb_build(&draft, &image, err);
  ng_draft_release(&draft);
  return status ? status : open_image(out, image, err);
}
