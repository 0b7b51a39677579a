#include "kb/import.h"
#include "core/str.h"

static bool
has_part(ng_str s, const char *part)
{
  size_t n = strlen(part);
  for (size_t i = 0; i + n <= s.len; i++)
    if (memcmp(s.at + i, part, n) == 0)
      return true;
  return false;
}

ng_status
ng_import(ng_draft *draft, const char *path, ng_error *err)
{
  /* .tsv, .tsv.gz: all else is RDF, whose reader knows formats by content */
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  if (has_part((ng_str){name, strlen(name)}, ".tsv"))
    return ng_import_tsv(draft, path, err);
  return ng_import_rdf(draft, path, err);
}
