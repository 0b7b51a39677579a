/* default.c - where the built-in knowledge base is. */
#include "core/shipped.h"
#include "newsgraph.h"

const char *
ng_kb_default_path(void)
{
  return ng_shipped_path(NG_SHIPPED_KB);
}
