#include "kb/import.h"
#include "core/str.h"

/* Whether the name has a suffix, maybe before that of a compressor. */
static bool
has_suffix(ng_str name, const char *suffix)
{
  static const char *const packed[] = {"", ".gz", ".zst", ".bz2", ".xz"};
  for (size_t i = 0; i < sizeof packed / sizeof *packed; i++) {
    size_t n = strlen(suffix), m = strlen(packed[i]);
    if (name.len > n + m && memcmp(name.at + name.len - m, packed[i], m) == 0 &&
        memcmp(name.at + name.len - m - n, suffix, n) == 0)
      return true;
  }
  return false;
}

ng_status
ng_import(ng_draft *draft, const char *path, ng_error *err)
{
  ng_str name = {path, strlen(path)};
  if (has_suffix(name, ".csv"))
    return ng_import_select(draft, path, NG_SELECT_CSV, err);
  if (has_suffix(name, ".srj") ||
      (has_suffix(name, ".json") && ng_is_select(path, NG_SELECT_JSON)))
    return ng_import_select(draft, path, NG_SELECT_JSON, err);
  if (has_suffix(name, ".tsv"))
    return ng_is_select(path, NG_SELECT_TSV)
               ? ng_import_select(draft, path, NG_SELECT_TSV, err)
               : ng_import_tsv(draft, path, err);
  if (has_suffix(name, ".json") || strcmp(path, "-") == 0)
    return ng_import_wikidata(draft, path, err);
  return ng_import_rdf(draft, path, err); /* knows formats by content */
}
