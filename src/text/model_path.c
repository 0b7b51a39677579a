/* model_path.c - where the built-in model is. */
#include "text/model.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char file_name[] = "fast.ngm";

/* The path beside the program, found once: it is the same for the whole life of
 * the process. */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static char beside[PATH_MAX];

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
  int len = snprintf(beside, sizeof beside, "%s%s", program, file_name);
  if (len < 0 || (size_t)len >= sizeof beside || access(beside, R_OK) != 0)
    beside[0] = '\0';
}

const char *
ng_model_path(const char *name)
{
  static const char installed[] = NG_DATADIR "/fast.ngm";
  if (strcmp(name, "fast") != 0)
    return name;
  const char *given = getenv("NEWSGRAPH_FAST");
  if (given && *given)
    return given;
  if (access(installed, R_OK) == 0)
    return installed;
  (void)pthread_once(&once, find_beside);
  return beside[0] ? beside : file_name;
}
