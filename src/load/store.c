#include "load/store.h"
#include "core/fail.h"

#include <stdio.h>
#include <strings.h>

static const char *const fuseki_tails[] = {"/data",   "/query", "/sparql",
                                           "/update", "/get",   NULL};
static const char *const oxigraph_tails[] = {"/store", "/query", "/update",
                                             NULL};
static const char *const rdf4j_tails[] = {"/statements", "/rdf-graphs/service",
                                          NULL};
static const char *const virtuoso_tails[] = {"/sparql-graph-crud-auth",
                                             "/sparql-graph-crud",
                                             "/sparql-auth", "/sparql", NULL};
static const char *const no_tails[] = {NULL};

static const ng_store_kind kinds[] = {
    {.name = "fuseki",
     .quads = "/data",
     .graphs = "/data",
     .graph_key = "graph",
     .query = "/query",
     .tails = fuseki_tails,
     .gzip = true},
    {.name = "oxigraph",
     .quads = "/store",
     .graphs = "/store",
     .graph_key = "graph",
     .query = "/query",
     .tails = oxigraph_tails,
     .gzip = true},
    {.name = "rdf4j",
     .quads = "/statements",
     .graphs = "/rdf-graphs/service",
     .graph_key = "graph",
     .query = "",
     .tails = rdf4j_tails,
     .gzip = true},
    {.name = "graphdb",
     .quads = "/statements",
     .graphs = "/rdf-graphs/service",
     .graph_key = "graph",
     .query = "",
     .tails = rdf4j_tails,
     .gzip = true},
    {.name = "virtuoso",
     .graphs = "/sparql-graph-crud-auth",
     .graph_key = "graph-uri",
     .query = "/sparql",
     .tails = virtuoso_tails,
     .auth = NG_AUTH_DIGEST,
     .html = true,
     .count_alone = true},
    {.name = "qlever",
     .graphs = "",
     .graph_key = "graph",
     .query = "",
     .tails = no_tails,
     .auth = NG_AUTH_BEARER},
    {.name = "graphstore",
     .graphs = "",
     .graph_key = "graph",
     .tails = no_tails},
    {.name = "sparql", .update = "", .tails = no_tails},
};

enum { N_KINDS = sizeof kinds / sizeof *kinds };

const ng_store_kind *
ng_store_kind_find(const char *name)
{
  for (size_t i = 0; i < N_KINDS; i++)
    if (strcmp(kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

const char *
ng_store_kind_names(void)
{
  return "auto, fuseki, oxigraph, rdf4j, graphdb, virtuoso, qlever, "
         "graphstore, sparql";
}

/* --- addresses ------------------------------------------------------------ */

static bool
is_web(const char *url)
{
  return strncasecmp(url, "http://", 7) == 0 ||
         strncasecmp(url, "https://", 8) == 0;
}

static ng_status
check_address(const char *url, ng_error *err)
{
  if (!is_web(url))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "an endpoint begins with http:// or https://, not '%s'",
                   url);
  const char *host = strstr(url, "//") + 2;
  size_t n = strcspn(host, "/?#");
  if (!n)
    return ng_fail(err, NG_ERR_USAGE, 0, "'%s' names no machine", url);
  if (memchr(host, '@', n))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "no password in the endpoint, where others can read it: "
                   "use ~/.netrc, or NEWSGRAPH_USER and NEWSGRAPH_PASSWORD");
  if (strpbrk(host, "?#"))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "an endpoint has no '?' and no '#': '%s'", url);
  for (const char *c = url; *c; c++)
    if ((unsigned char)*c <= ' ' || *c == 0x7f)
      return ng_fail(err, NG_ERR_USAGE, 0, "white space in the endpoint");
  return NG_OK;
}

/* Cut `tail` off the end of the address, if it is there. */
static bool
cut(ng_buf *base, const char *tail)
{
  size_t n = strlen(tail);
  if (base->len <= n || memcmp(base->at + base->len - n, tail, n) != 0)
    return false;
  base->len -= n;
  return true;
}

static void
cut_tails(ng_store_site *site)
{
  while (cut(&site->base, "/")) {
  }
  for (size_t i = 0; site->kind && site->kind->tails[i]; i++)
    if (cut(&site->base, site->kind->tails[i]))
      break;
}

ng_status
ng_store_site_init(ng_store_site *site, const ng_store_kind *kind,
                   const char *endpoint, ng_error *err)
{
  *site = (ng_store_site){.kind = kind};
  NG_TRY(check_address(endpoint, err));
  ng_buf_put(&site->base, endpoint, strlen(endpoint));
  cut_tails(site);
  ng_buf_char(&site->base, '\0');
  if (site->base.failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  site->base.len--;
  return NG_OK;
}

void
ng_store_site_release(ng_store_site *site)
{
  ng_buf_release(&site->base);
  *site = (ng_store_site){0};
}

static void
put_url(const ng_store_site *site, const char *path, ng_buf *out)
{
  out->len = 0;
  ng_buf_put(out, site->base.at, site->base.len);
  ng_buf_put(out, path, strlen(path));
}

void
ng_store_quads_url(const ng_store_site *site, ng_buf *out)
{
  put_url(site, site->kind->quads, out);
  ng_buf_char(out, '\0');
}

void
ng_store_graph_url(const ng_store_site *site, ng_str graph, ng_buf *out)
{
  put_url(site, site->kind->graphs, out);
  ng_buf_printf(out, "?%s=", site->kind->graph_key);
  ng_url_escape(out, graph);
  ng_buf_char(out, '\0');
}

void
ng_store_update_url(const ng_store_site *site, ng_buf *out)
{
  put_url(site, site->kind->update, out);
  ng_buf_char(out, '\0');
}

bool
ng_store_query_url(const ng_store_site *site, ng_buf *out)
{
  if (!site->query_given && !site->kind->query)
    return false;
  if (site->query_given) {
    out->len = 0;
    ng_buf_put(out, site->query_given, strlen(site->query_given));
  } else {
    put_url(site, site->kind->query, out);
  }
  ng_buf_char(out, '\0');
  return true;
}

/* --- what is it? ---------------------------------------------------------- */

static const char *
kind_of(const ng_http_reply *reply, const char *endpoint)
{
  static const struct {
    const char *says, *kind;
  } servers[] = {{"oxigraph", "oxigraph"}, {"virtuoso", "virtuoso"},
                 {"graphdb", "graphdb"},   {"fuseki", "fuseki"},
                 {"rdf4j", "rdf4j"},       {"qlever", "qlever"}};
  for (size_t i = 0; i < sizeof servers / sizeof *servers; i++)
    if (strcasestr(reply->server, servers[i].says))
      return servers[i].kind;
  if (reply->fuseki)
    return "fuseki";
  return strstr(endpoint, "/repositories/") ? "rdf4j" : NULL;
}

ng_status
ng_store_site_detect(ng_store_site *site, ng_http *http, const char *endpoint,
                     ng_error *err)
{
  ng_http_request request = {
      .method = "GET", .url = site->base.at, .accept = "*/*"};
  ng_http_reply reply = {0};
  ng_status st = ng_http_send(http, &request, &reply, err);
  const char *kind = st == NG_OK ? kind_of(&reply, endpoint) : NULL;
  ng_http_reply_release(&reply);
  if (st != NG_OK)
    return st;
  if (!kind)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "cannot tell what kind of store this is: say --store KIND");
  const char *given = site->query_given;
  ng_store_site_release(site);
  NG_TRY(ng_store_site_init(site, ng_store_kind_find(kind), endpoint, err));
  site->query_given = given;
  return NG_OK;
}

/* --- harm ----------------------------------------------------------------- */

/* The value of the parameter that names a graph; empty if there is none. */
static ng_str
graph_parameter(const char *url)
{
  static const char *const keys[] = {"?graph=", "?graph-uri="};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const char *at = strstr(url, keys[i]);
    if (at) {
      at += strlen(keys[i]);
      return (ng_str){at, strcspn(at, "&#")};
    }
  }
  return (ng_str){"", 0};
}

/* An absolute IRI, escaped: "http%3A%2F%2F..." */
static bool
names_a_graph(const char *url)
{
  ng_str graph = graph_parameter(url);
  const char *colon = graph.len ? memmem(graph.at, graph.len, "%3A", 3) : NULL;
  return colon && colon > graph.at && colon + 3 < graph.at + graph.len;
}

/* What ends the text that `c` begins; 0 if it begins none. */
static char
closing(char c)
{
  if (c == '<')
    return '>';
  return c == '"' ? '"' : '\0';
}

/* Of what updates of ours say, is there only DROP SILENT GRAPH <...> and
 * INSERT DATA? What is inside of <> and "" is not looked at. */
static bool
update_is_harmless(ng_str body)
{
  static const char *const bad[] = {"CLEAR", "DELETE",  "LOAD",
                                    "MOVE",  "COPY",    "CREATE",
                                    "ALL",   "DEFAULT", "NAMED"};
  char close = '\0';
  size_t word = 0;
  for (size_t i = 0; i <= body.len; i++) {
    char c = ' ';
    if (i < body.len)
      c = body.at[i];
    if (close) {
      i += close == '"' && c == '\\';
      if (c == close)
        close = '\0', word = i + 1;
      continue;
    }
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
      continue;
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
      if (i - word == strlen(bad[k]) &&
          strncasecmp(body.at + word, bad[k], i - word) == 0)
        return false;
    word = i + 1;
    close = closing(c);
  }
  return !close;
}

bool
ng_store_harmless(const ng_http_request *request)
{
  const char *type = request->type ? request->type : "";
  if (strcmp(request->method, "GET") == 0)
    return true;
  if (strcmp(request->method, "DELETE") == 0)
    return names_a_graph(request->url);
  if (strcmp(request->method, "PUT") == 0)
    return names_a_graph(request->url) &&
           strcmp(type, "application/n-triples") == 0;
  if (strcmp(request->method, "POST") != 0)
    return false;
  if (strcmp(type, "application/n-triples") == 0) /* else: a random new graph */
    return names_a_graph(request->url);
  if (strcmp(type, "application/sparql-update") == 0)
    return update_is_harmless(request->body);
  return true;
}

/* --- answers -------------------------------------------------------------- */

/* What the store said, on one line, without tags. */
static void
words_of(const ng_http_reply *reply, char *out, size_t size)
{
  size_t n = 0;
  bool tag = false, space = true;
  for (size_t i = 0; i < reply->body.len && n + 1 < size; i++) {
    unsigned char c = (unsigned char)reply->body.at[i];
    tag = tag ? c != '>' : c == '<' && strstr(reply->type, "html");
    bool blank = tag || c <= ' ' || c == 0x7f || c == '>';
    if (!blank)
      out[n++] = (char)c;
    else if (!space)
      out[n++] = ' ';
    space = blank;
  }
  out[n] = '\0';
}

static const char *
hint(long status)
{
  switch (status) {
  case 401:
    return " (who are you? ~/.netrc, NEWSGRAPH_USER and NEWSGRAPH_PASSWORD, "
           "or NEWSGRAPH_TOKEN)";
  case 403:
    return " (you may not write there)";
  case 404:
    return " (no such store: look at --endpoint and --store)";
  case 405:
  case 415:
    return " (is --store right?)";
  case 413:
    return " (too large: take a smaller --chunk)";
  case 429:
    return " (too many requests, or a quota)";
  case 507:
    return " (the store is full)";
  default:
    return "";
  }
}

ng_status
ng_store_check(const ng_store_site *site, const ng_http_reply *reply,
               ng_error *err)
{
  char words[120];
  words_of(reply, words, sizeof words);
  if (reply->status >= 300 && reply->status < 400)
    return ng_fail(err, NG_ERR_IO, 0,
                   "the store sends us elsewhere (%ld) and nothing was stored: "
                   "%s",
                   reply->status, reply->location);
  if (reply->status < 200 || reply->status >= 300)
    return ng_fail(err, NG_ERR_IO, 0, "the store answered %ld%s%s%s",
                   reply->status, hint(reply->status), *words ? ": " : "",
                   words);
  if (!site->kind->html && strncmp(reply->type, "text/html", 9) == 0)
    return ng_fail(err, NG_ERR_IO, 0, "a web page answered, no store (%ld): %s",
                   reply->status, words);
  return NG_OK;
}
