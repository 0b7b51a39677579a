/* curl.h - libcurl, loaded when it is first needed.
 *
 * It brings some thirty libraries with it, which take longer to load than an
 * article takes to read, and only `load` wants it; so the program is not linked
 * to it.  As rdf/redland.h does, its functions are called by their own names,
 * through the pointers below, once ng_curl_load() has said yes.
 */
#ifndef NG_CURL_H
#define NG_CURL_H

#include <curl/curl.h>
#include <stdbool.h>

#define NG_CURL_FUNCTIONS(X) \
  X(curl_easy_cleanup)       \
  X(curl_easy_getinfo)       \
  X(curl_easy_init)          \
  X(curl_easy_perform)       \
  X(curl_easy_reset)         \
  X(curl_easy_setopt)        \
  X(curl_easy_strerror)      \
  X(curl_global_init)        \
  X(curl_slist_append)       \
  X(curl_slist_free_all)

#define NG_POINTER(name) __typeof__(name) *name##_;
typedef struct {
  NG_CURL_FUNCTIONS(NG_POINTER)
} ng_curl_functions;
#undef NG_POINTER

/* Filled once, by the function below; the same for the whole process. */
extern ng_curl_functions ng_curl;

/* Load the library and find its functions; false if it is not installed. */
bool ng_curl_load(void);

#ifndef NG_CURL_NAMES_ONLY
/* curl's own headers wrap these two in macros that check types. */
#undef curl_easy_getinfo
#undef curl_easy_setopt
#define curl_easy_cleanup ng_curl.curl_easy_cleanup_
#define curl_easy_getinfo ng_curl.curl_easy_getinfo_
#define curl_easy_init ng_curl.curl_easy_init_
#define curl_easy_perform ng_curl.curl_easy_perform_
#define curl_easy_reset ng_curl.curl_easy_reset_
#define curl_easy_setopt ng_curl.curl_easy_setopt_
#define curl_easy_strerror ng_curl.curl_easy_strerror_
#define curl_slist_append ng_curl.curl_slist_append_
#define curl_slist_free_all ng_curl.curl_slist_free_all_
#endif

#endif /* NG_CURL_H */
