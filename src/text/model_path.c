/* model_path.c - where the built-in models are. */
#include "core/shipped.h"
#include "text/model.h"

#include <string.h>
#include <unistd.h>

const char *
ng_model_path(const char *name)
{
  if (strcmp(name, "fast") == 0)
    return ng_shipped_path(NG_SHIPPED_FAST);
  if (strcmp(name, "deep") == 0)
    return ng_shipped_path(NG_SHIPPED_DEEP);
  return name;
}

bool
ng_model_has_deep(void)
{
#ifdef NG_NO_DEEP
  return false;
#else
  return access(ng_model_path("deep"), R_OK) == 0;
#endif
}

const char *
ng_model_default(void)
{
  return ng_model_has_deep() ? "deep" : "fast";
}
