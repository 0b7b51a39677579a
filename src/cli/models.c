#include "cli/models.h"
#include "cli/common.h"
#include "core/str.h"

#include <stdio.h>

const char *
cli_model_name(const char *name)
{
  if (strcmp(name, "deep") != 0 || ng_model_has_deep())
    return name;
  (void)fputs("newsgraph: the deep model is not installed: using 'fast'\n",
              stderr);
  return "fast";
}

ng_model *
cli_model_open(const char *name)
{
  ng_error err = {0};
  ng_model *model;
  const char *path =
      ng_model_path(cli_model_name(name ? name : ng_model_default()));
  if (ng_model_open(&model, path, &err) == NG_OK)
    return model;
  (void)cli_complain(strstr(err.text, path) ? NULL : path, &err);
  return NULL;
}
