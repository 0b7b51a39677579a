/* default.c - where the built-in knowledge base is. */
#include "newsgraph.h"

#include <stdlib.h>
#include <unistd.h>

const char *
ng_kb_default_path(void)
{
  static const char installed[] = NG_DATADIR "/newsgraph.kb";
  const char *given = getenv("NEWSGRAPH_KB");
  if (given && *given)
    return given;
  return access(installed, R_OK) == 0 ? installed : "newsgraph.kb";
}
