#include "cli/overwrite.h"

#include <string.h>
#include <sys/stat.h>

const char *
cli_overwritten(const char *output, const char *const *inputs, size_t n)
{
  struct stat out, in;
  if (!output || strcmp(output, "-") == 0 || stat(output, &out) != 0 ||
      !S_ISREG(out.st_mode))
    return NULL;
  for (size_t i = 0; i < n; i++)
    if (strcmp(inputs[i], "-") != 0 && stat(inputs[i], &in) == 0 &&
        in.st_dev == out.st_dev && in.st_ino == out.st_ino)
      return inputs[i];
  return NULL;
}
