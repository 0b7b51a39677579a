#include "core/fail.h"
#include "kb/import.h"

ng_status
ng_import_tsv(ng_draft *draft, const char *path, ng_error *err)
{
  (void)draft;
  return ng_fail(err, NG_ERR_USAGE, 0, "'%s': tables are not read yet", path);
}
