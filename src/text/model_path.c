/* model_path.c - where the built-in models are. */
#include "text/model.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What comes with the program. */
typedef struct {
  const char *name, *variable, *file, *installed;
} built_in;

static const built_in models[] = {
    {"fast", "NEWSGRAPH_FAST", "fast.ngm", NG_DATADIR "/fast.ngm"},
    {"deep", "NEWSGRAPH_DEEP", "deep.ngm", NG_DATADIR "/deep.ngm"},
};

enum { N_MODELS = sizeof models / sizeof *models };

/* The paths beside the program, found once: they are the same for the whole
 * life of the process. */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static char beside[N_MODELS][PATH_MAX];

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
  for (size_t i = 0; i < N_MODELS; i++) {
    int len = snprintf(beside[i], PATH_MAX, "%s%s", program, models[i].file);
    if (len < 0 || len >= PATH_MAX || access(beside[i], R_OK) != 0)
      beside[i][0] = '\0';
  }
}

static const char *
path_of(size_t i)
{
  const char *given = getenv(models[i].variable);
  if (given && *given)
    return given;
  if (access(models[i].installed, R_OK) == 0)
    return models[i].installed;
  (void)pthread_once(&once, find_beside);
  return beside[i][0] ? beside[i] : models[i].file;
}

const char *
ng_model_path(const char *name)
{
  for (size_t i = 0; i < N_MODELS; i++)
    if (strcmp(name, models[i].name) == 0)
      return path_of(i);
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
