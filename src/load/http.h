/* http.h - one request and its answer, asked again where that may help. */
#ifndef NG_HTTP_H
#define NG_HTTP_H

#include "core/buf.h"
#include "newsgraph.h"

typedef enum {
  NG_AUTH_BASIC,
  NG_AUTH_DIGEST,
  NG_AUTH_BEARER,
} ng_http_auth;

typedef struct {
  /* Credentials: what is NULL is looked up in `netrc`, NULL: ~/.netrc. */
  const char *user, *password, *token;
  const char *netrc;
  ng_http_auth auth;
  unsigned retries; /* after the first try */
  unsigned backoff; /* milliseconds before the first retry; then doubled */
  unsigned timeout; /* seconds for one request, 0: none */
  const char *ca;   /* a file of certificates to trust, or NULL */
  /* Hear that a request failed and will be tried again; may be NULL. */
  void (*notice)(void *to, const char *text);
  void *to;
} ng_http_options;

typedef struct {
  const char *method; /* GET, POST, PUT, DELETE */
  const char *url;
  const char *type;   /* the body's media type, NULL: no body */
  const char *accept; /* media type wanted */
  ng_str body;
  bool gzip; /* compress the body on its way */
  bool
      open; /* tell who we are only if asked: with digest, libcurl's first try
               has no body, which Virtuoso answers with 406 where all may ask */
} ng_http_request;

typedef struct {
  long status;        /* 200 ... */
  char type[96];      /* media type of the answer, lower case; or empty */
  char location[200]; /* where a redirect leads */
  char server[96];    /* what it says that it is */
  bool fuseki;        /* it sent a header that only Fuseki sends */
  long retry_after;   /* seconds, 0: it did not say */
  uint64_t lines;     /* newlines in the body */
  ng_buf body;        /* its first mebibyte */
} ng_http_reply;

typedef struct ng_http ng_http;

/* `options` is borrowed.  Fails where libcurl is not installed. */
ng_status ng_http_new(ng_http **out, const ng_http_options *options,
                      ng_error *err);
void ng_http_free(ng_http *http);

/* Send the request, and again, with growing pauses, while the answer is one
 * that may pass: no connection, a time-out, 408, 429, 502, 503, 504, a
 * deadlock.  Whatever the last answer was, it is in *reply with NG_OK; no
 * answer at all is NG_ERR_IO.  Redirects are not followed.  The caller ends
 * *reply with ng_http_reply_release(). */
ng_status ng_http_send(ng_http *http, const ng_http_request *request,
                       ng_http_reply *reply, ng_error *err);

void ng_http_reply_release(ng_http_reply *reply);

/* Append `s` with all but unreserved characters as %XX. */
void ng_url_escape(ng_buf *out, ng_str s);

#endif /* NG_HTTP_H */
