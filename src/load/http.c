#include "load/http.h"
#include "core/fail.h"
#include "load/curl.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <time.h>
#include <zlib.h>

enum { KEEP_BODY = 1 << 20, CONNECT_SECONDS = 30 };
enum { LONGEST_PAUSE_MS = 60 * 1000, LONGEST_WAIT_S = 600 };

struct ng_http {
  CURL *easy;
  const ng_http_options *options;
  ng_buf packed; /* the body, compressed */
  char why[CURL_ERROR_SIZE];
};

ng_status
ng_http_new(ng_http **out, const ng_http_options *options, ng_error *err)
{
  *out = NULL;
  if (!ng_curl_load())
    return ng_fail(err, NG_ERR_IO, 0,
                   "libcurl is not installed: install libcurl3-gnutls");
  ng_http *http = calloc(1, sizeof *http);
  CURL *easy = curl_easy_init();
  if (!http || !easy) {
    curl_easy_cleanup(easy);
    free(http);
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  }
  http->easy = easy;
  http->options = options;
  *out = http;
  return NG_OK;
}

void
ng_http_free(ng_http *http)
{
  if (!http)
    return;
  curl_easy_cleanup(http->easy);
  ng_buf_release(&http->packed);
  free(http);
}

void
ng_http_reply_release(ng_http_reply *reply)
{
  ng_buf_release(&reply->body);
  *reply = (ng_http_reply){0};
}

void
ng_url_escape(ng_buf *out, ng_str s)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  for (size_t i = 0; i < s.len; i++)
    if (s.at[i] && strchr(plain, s.at[i]))
      ng_buf_char(out, s.at[i]);
    else
      ng_buf_printf(out, "%%%02X", (unsigned char)s.at[i]);
}

/* --- the answer ----------------------------------------------------------- */

/* The value of the header `name` in `line`, without what surrounds it. */
static bool
header(ng_str line, const char *name, char *out, size_t size)
{
  size_t n = strlen(name);
  if (line.len <= n || strncasecmp(line.at, name, n) != 0 || line.at[n] != ':')
    return false;
  ng_str value = ng_str_slice(line, n + 1, line.len);
  while (value.len && strchr(" \t", *value.at))
    value = ng_str_slice(value, 1, value.len);
  while (value.len && strchr(" \t\r\n", value.at[value.len - 1]))
    value.len--;
  (void)snprintf(out, size, "%.*s", NG_ARG(value));
  return true;
}

static size_t
/* NOLINTNEXTLINE(readability-non-const-parameter): curl's signature */
take_header(char *at, size_t size, size_t n, void *to)
{
  ng_http_reply *reply = to;
  ng_str line = {at, size * n};
  if (line.len > 5 && strncmp(line.at, "HTTP/", 5) == 0) {
    /* the head of another answer: after 100, or 401 */
    reply->fuseki = false;
    reply->type[0] = reply->location[0] = reply->server[0] = '\0';
  }
  (void)header(line, "Location", reply->location, sizeof reply->location);
  (void)header(line, "Server", reply->server, sizeof reply->server);
  if (line.len > 18 && strncasecmp(line.at, "Fuseki-Request-Id:", 18) == 0)
    reply->fuseki = true;
  if (header(line, "Content-Type", reply->type, sizeof reply->type))
    for (char *c = reply->type; *c; c++)
      *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
  return line.len;
}

static size_t
/* NOLINTNEXTLINE(readability-non-const-parameter): curl's signature */
take_body(char *at, size_t size, size_t n, void *to)
{
  ng_http_reply *reply = to;
  size_t len = size * n;
  for (const char *c = at; (c = memchr(c, '\n', len - (size_t)(c - at))); c++)
    reply->lines++;
  if (reply->body.len < KEEP_BODY)
    ng_buf_put(&reply->body, at, len);
  return reply->body.failed ? 0 : len;
}

/* --- the request ---------------------------------------------------------- */

static bool
pack(ng_buf *out, ng_str body)
{
  z_stream z = {0};
  out->len = 0;
  if (deflateInit2(&z, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY))
    return false;
  size_t bound = deflateBound(&z, (uLong)body.len);
  char *room = bound <= UINT32_MAX && body.len <= UINT32_MAX
                   ? ng_buf_room(out, bound)
                   : NULL;
  z.next_in = (Bytef *)(uintptr_t)body.at;
  z.avail_in = (uInt)body.len;
  z.next_out = (Bytef *)room;
  z.avail_out = (uInt)bound;
  bool done = room && deflate(&z, Z_FINISH) == Z_STREAM_END;
  out->len = done ? z.total_out : 0;
  (void)deflateEnd(&z);
  return done;
}

static bool
add(struct curl_slist **list, const char *name, const char *value)
{
  char line[300];
  (void)snprintf(line, sizeof line, "%s:%s%s", name, value ? " " : "",
                 value ? value : "");
  struct curl_slist *longer = curl_slist_append(*list, line);
  if (longer)
    *list = longer;
  return longer != NULL;
}

/* The headers; NULL without memory. */
static struct curl_slist *
make_headers(const ng_http_request *request, bool packed)
{
  struct curl_slist *list = NULL;
  /* no "Expect: 100-continue": servers that do not know it cost a second */
  bool ok = add(&list, "Expect", NULL);
  if (request->type)
    ok = ok && add(&list, "Content-Type", request->type);
  if (request->accept)
    ok = ok && add(&list, "Accept", request->accept);
  if (packed)
    ok = ok && add(&list, "Content-Encoding", "gzip");
  if (ok)
    return list;
  curl_slist_free_all(list);
  return NULL;
}

static void
set_credentials(ng_http *http)
{
  const ng_http_options *o = http->options;
  CURL *easy = http->easy;
  if (o->auth == NG_AUTH_BEARER && o->token) {
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, (long)CURLAUTH_BEARER);
    curl_easy_setopt(easy, CURLOPT_XOAUTH2_BEARER, o->token);
    return;
  }
  curl_easy_setopt(easy, CURLOPT_HTTPAUTH,
                   o->auth == NG_AUTH_DIGEST ? (long)CURLAUTH_DIGEST
                                             : (long)CURLAUTH_BASIC);
  if (o->user) {
    curl_easy_setopt(easy, CURLOPT_USERNAME, o->user);
    curl_easy_setopt(easy, CURLOPT_PASSWORD, o->password ? o->password : "");
    return;
  }
  curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
  if (o->netrc)
    curl_easy_setopt(easy, CURLOPT_NETRC_FILE, o->netrc);
}

static void
set_up(ng_http *http, const ng_http_request *request, bool named,
       ng_http_reply *reply)
{
  CURL *easy = http->easy;
  curl_easy_reset(easy);
  http->why[0] = '\0';
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, http->why);
  curl_easy_setopt(easy, CURLOPT_URL, request->url);
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "newsgraph/" NG_VERSION);
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)http->options->timeout);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, reply);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, reply);
  if (http->options->ca)
    curl_easy_setopt(easy, CURLOPT_CAINFO, http->options->ca);
  if (named)
    set_credentials(http);
}

static ng_status
set_body(ng_http *http, const ng_http_request *request, ng_error *err)
{
  ng_str body = request->body;
  if (request->gzip) {
    if (!pack(&http->packed, body))
      return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
    body = (ng_str){http->packed.at, http->packed.len};
  }
  curl_easy_setopt(http->easy, CURLOPT_POST, 1L);
  curl_easy_setopt(http->easy, CURLOPT_POSTFIELDS, body.at ? body.at : "");
  curl_easy_setopt(http->easy, CURLOPT_POSTFIELDSIZE_LARGE,
                   (curl_off_t)body.len);
  return NG_OK;
}

/* One try; why it did not come to an answer is in *err. */
static ng_status
try_as(ng_http *http, const ng_http_request *request, bool named,
       ng_http_reply *reply, ng_error *err)
{
  ng_http_reply_release(reply);
  set_up(http, request, named, reply);
  if (request->type)
    NG_TRY(set_body(http, request, err));
  curl_easy_setopt(http->easy, CURLOPT_CUSTOMREQUEST, request->method);
  struct curl_slist *headers =
      make_headers(request, request->type && request->gzip);
  if (!headers)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  curl_easy_setopt(http->easy, CURLOPT_HTTPHEADER, headers);
  CURLcode code = curl_easy_perform(http->easy);
  curl_slist_free_all(headers);
  if (reply->body.failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (code != CURLE_OK)
    return ng_fail(err, NG_ERR_IO, 0, "%s",
                   http->why[0] ? http->why : curl_easy_strerror(code));
  curl_easy_getinfo(http->easy, CURLINFO_RESPONSE_CODE, &reply->status);
  curl_off_t seconds = 0; /* Retry-After may also be a date */
  curl_easy_getinfo(http->easy, CURLINFO_RETRY_AFTER, &seconds);
  reply->retry_after = seconds < LONG_MAX ? (long)seconds : LONG_MAX;
  return NG_OK;
}

static ng_status
try_once(ng_http *http, const ng_http_request *request, ng_http_reply *reply,
         ng_error *err)
{
  ng_status st = try_as(http, request, !request->open, reply, err);
  if (st == NG_OK && request->open && reply->status == 401)
    st = try_as(http, request, true, reply, err);
  return st;
}

/* --- again ---------------------------------------------------------------- */

static bool
holds(const ng_buf *body, const char *text)
{
  return body->len && memmem(body->at, body->len, text, strlen(text));
}

/* Is this an answer that another try may better? */
static bool
may_pass(const ng_http_reply *reply)
{
  switch (reply->status) {
  case 408:
  case 429:
  case 502:
  case 503:
  case 504:
    return true;
  case 500: /* Virtuoso's SR172 */
    return holds(&reply->body, "eadlock");
  default:
    return false;
  }
}

static void
pause_ms(uint64_t ms)
{
  struct timespec t = {(time_t)(ms / 1000), (long)(ms % 1000) * 1000000};
  while (nanosleep(&t, &t) != 0) {
  }
}

static void
tell(const ng_http *http, ng_status st, const ng_http_reply *reply,
     const ng_error *err, uint64_t ms)
{
  char text[400];
  if (!http->options->notice)
    return;
  if (st == NG_OK)
    (void)snprintf(text, sizeof text, "the store answered %ld", reply->status);
  else
    (void)snprintf(text, sizeof text, "%s", err->text);
  size_t n = strlen(text);
  (void)snprintf(text + n, sizeof text - n, "; again in %.1f s",
                 (double)ms / 1000);
  http->options->notice(http->options->to, text);
}

ng_status
ng_http_send(ng_http *http, const ng_http_request *request,
             ng_http_reply *reply, ng_error *err)
{
  uint64_t wait = http->options->backoff;
  for (unsigned tried = 0;; tried++) {
    ng_status st = try_once(http, request, reply, err);
    bool again = st == NG_OK ? may_pass(reply) : st == NG_ERR_IO;
    if (!again || tried == http->options->retries)
      return st;
    uint64_t ms = wait;
    if (st == NG_OK && reply->retry_after > 0 &&
        reply->retry_after <= LONGEST_WAIT_S)
      ms = (uint64_t)reply->retry_after * 1000;
    tell(http, st, reply, err, ms);
    pause_ms(ms);
    wait = wait * 2 < LONGEST_PAUSE_MS ? wait * 2 : LONGEST_PAUSE_MS;
  }
}
