#define NG_REDLAND_NAMES_ONLY
#include "rdf/redland.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

ng_redland_functions ng_redland;

/* Where a function's address goes. */
typedef struct {
  const char *name;
  void *to;
} wanted;

static const wanted raptor_functions[] = {
#define ROW(name) {#name, &ng_redland.name##_},
    NG_RAPTOR_FUNCTIONS(ROW)};

static const wanted librdf_functions[] = {NG_LIBRDF_FUNCTIONS(ROW)
#undef ROW
};

static bool
load(const char *library, const wanted *functions, size_t n)
{
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  for (size_t i = 0; handle && i < n; i++) {
    void *found = dlsym(handle, functions[i].name);
    if (!found)
      return false;
    /* C has no cast from an object's address to a function's; POSIX has. */
    memcpy(functions[i].to, &found, sizeof found);
  }
  return handle != NULL;
}

static pthread_once_t raptor_once = PTHREAD_ONCE_INIT;
static pthread_once_t librdf_once = PTHREAD_ONCE_INIT;
static bool raptor_loaded, librdf_loaded;

static void
load_raptor(void)
{
  raptor_loaded = load("libraptor2.so.0", raptor_functions,
                       sizeof raptor_functions / sizeof *raptor_functions);
}

static void
load_librdf(void)
{
  librdf_loaded = load("librdf.so.0", librdf_functions,
                       sizeof librdf_functions / sizeof *librdf_functions);
}

bool
ng_raptor_load(void)
{
  return pthread_once(&raptor_once, load_raptor) == 0 && raptor_loaded;
}

bool
ng_librdf_load(void)
{
  return ng_raptor_load() && pthread_once(&librdf_once, load_librdf) == 0 &&
         librdf_loaded;
}
