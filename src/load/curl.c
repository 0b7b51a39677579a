#define NG_CURL_NAMES_ONLY
#include "load/curl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

ng_curl_functions ng_curl;

/* Where a function's address goes. */
typedef struct {
  const char *name;
  void *to;
} wanted;

static const wanted functions[] = {
#define ROW(name) {#name, &ng_curl.name##_},
    NG_CURL_FUNCTIONS(ROW)
#undef ROW
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool loaded;

static void
load(void)
{
  /* the flavour that raptor uses first: not two TLS libraries in one process */
  static const char *const names[] = {"libcurl-gnutls.so.4", "libcurl.so.4",
                                      "libcurl.4.dylib"};
  void *handle = NULL;
  for (size_t i = 0; !handle && i < sizeof names / sizeof *names; i++)
    handle = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  for (size_t i = 0; handle && i < sizeof functions / sizeof *functions; i++) {
    void *found = dlsym(handle, functions[i].name);
    if (!found)
      return;
    /* C has no cast from an object's address to a function's; POSIX has. */
    memcpy(functions[i].to, &found, sizeof found);
  }
  loaded = handle && ng_curl.curl_global_init_(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool
ng_curl_load(void)
{
  return pthread_once(&once, load) == 0 && loaded;
}
