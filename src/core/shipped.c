/* shipped.c - where the files that come with the program are. */
#include "core/shipped.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
  const char *variable, *name, *installed;
} files[] = {
    [NG_SHIPPED_KB] = {"NEWSGRAPH_KB", "newsgraph.kb",
                       NG_DATADIR "/newsgraph.kb"},
    [NG_SHIPPED_FAST] = {"NEWSGRAPH_FAST", "fast.ngm", NG_DATADIR "/fast.ngm"},
    [NG_SHIPPED_DEEP] = {"NEWSGRAPH_DEEP", "deep.ngm", NG_DATADIR "/deep.ngm"},
};

/* The paths beside the program, found once: they are the same for the whole
 * life of the process. */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static char beside[NG_N_SHIPPED][PATH_MAX];

static void
find_beside(void)
{
  char program[PATH_MAX];
  ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
  if (n <= 0)
    return;
  program[n] = '\0';
  char *slash = strrchr(program, '/');
  if (!slash)
    return;
  slash[1] = '\0';
  for (int i = 0; i < NG_N_SHIPPED; i++) {
    int len = snprintf(beside[i], PATH_MAX, "%s%s", program, files[i].name);
    if (len < 0 || len >= PATH_MAX || access(beside[i], R_OK) != 0)
      beside[i][0] = '\0';
  }
}

const char *
ng_shipped_path(ng_shipped file)
{
  const char *given = getenv(files[file].variable);
  if (given && *given)
    return given;
  (void)pthread_once(&once, find_beside);
  if (beside[file][0])
    return beside[file];
  if (access(files[file].installed, R_OK) == 0)
    return files[file].installed;
  return files[file].name;
}
