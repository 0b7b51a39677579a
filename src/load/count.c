/* count.c - how much of each graph a store holds: what an answer of "204" is
 * worth is only known after asking (Virtuoso takes quads with 200 and stores
 * nothing). */
#include "core/fail.h"
#include "load/job.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Graphs to one question.  Each is named where it is counted: with VALUES ?g,
 * Oxigraph reads the whole store for every question. */
enum { ASK_AT_ONCE = 64 };

static void
put_question(ng_buf *out, const ng_str *names, size_t n, bool alone)
{
  out->len = 0;
  if (alone) {
    ng_buf_printf(out,
                  "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <%.*s> "
                  "{ ?s ?p ?o } }",
                  NG_ARG(names[0]));
    return;
  }
  ng_buf_printf(out, "SELECT ?g (COUNT(*) AS ?n) WHERE {");
  for (size_t i = 0; i < n; i++)
    ng_buf_printf(out, "%s { GRAPH <%.*s> { ?s ?p ?o } BIND (<%.*s> AS ?g) }",
                  i ? " UNION" : "", NG_ARG(names[i]), NG_ARG(names[i]));
  ng_buf_printf(out, " } GROUP BY ?g");
}

/* Ask; the answer, as CSV, is in reply->body. */
static ng_status
ask(ng_load *load, ng_str question, ng_http_reply *reply, ng_error *err)
{
  ng_buf form = {0};
  ng_buf_printf(&form, "query=");
  ng_url_escape(&form, question);
  if (!ng_store_query_url(&load->site, &load->url)) {
    ng_buf_release(&form);
    return NG_END;
  }
  if (form.failed || load->url.failed) {
    ng_buf_release(&form);
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  }
  ng_http_request request = {.method = "POST",
                             .url = load->url.at,
                             .type = "application/x-www-form-urlencoded",
                             .accept = "text/csv",
                             .body = {form.at, form.len},
                             .open = load->site.kind->auth == NG_AUTH_DIGEST};
  ng_status st = ng_http_send(load->http, &request, reply, err);
  ng_buf_release(&form);
  return st == NG_OK ? ng_store_check(&load->site, reply, err) : st;
}

static ng_str
unquoted(ng_str s)
{
  while (s.len && strchr("\r \"", s.at[s.len - 1]))
    s.len--;
  while (s.len && strchr(" \"", *s.at))
    s = ng_str_slice(s, 1, s.len);
  return s;
}

static bool
read_number(ng_str s, uint64_t *out)
{
  *out = 0;
  for (size_t i = 0; i < s.len; i++) {
    if (s.at[i] < '0' || s.at[i] > '9')
      return false;
    *out = *out * 10 + (uint64_t)(s.at[i] - '0');
  }
  return s.len && s.len < 19;
}

/* Take a row "graph,number", or "number" alone. */
static bool
take_row(ng_str row, const ng_str *names, size_t n, uint64_t *counts)
{
  const char *comma = row.len ? memrchr(row.at, ',', row.len) : NULL;
  size_t split = comma ? (size_t)(comma - row.at) : 0;
  ng_str name = unquoted(ng_str_slice(row, 0, split));
  ng_str number = unquoted(ng_str_slice(row, comma ? split + 1 : 0, row.len));
  if (!comma)
    return n == 1 && read_number(number, &counts[0]);
  for (size_t i = 0; i < n; i++)
    if (ng_str_equal(names[i], name))
      return read_number(number, &counts[i]);
  return true; /* a row of no graph: none was found */
}

static ng_status
take_answer(const ng_http_reply *reply, const ng_str *names, size_t n,
            uint64_t *counts, ng_error *err)
{
  ng_str rest = {reply->body.at, reply->body.len};
  bool fine = rest.len && strncmp(reply->type, "text/csv", 8) == 0;
  for (size_t line = 0; fine && rest.len; line++) {
    const char *newline = memchr(rest.at, '\n', rest.len);
    size_t end = newline ? (size_t)(newline - rest.at) : rest.len;
    ng_str row = ng_str_slice(rest, 0, end);
    if (line && unquoted(row).len) /* the first has the names */
      fine = take_row(row, names, n, counts);
    rest = ng_str_slice(rest, end + (newline != NULL), rest.len);
  }
  return fine
             ? NG_OK
             : ng_fail(err, NG_ERR_IO, 0,
                       "the store's count is not understood (%s)", reply->type);
}

/* A graph's size by fetching it: lines of N-Triples. */
static ng_status
fetch(ng_load *load, ng_str name, uint64_t *count, ng_error *err)
{
  ng_store_graph_url(&load->site, name, &load->url);
  if (load->url.failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_http_request request = {
      .method = "GET", .url = load->url.at, .accept = "application/n-triples"};
  ng_http_reply reply = {0};
  ng_status st = ng_http_send(load->http, &request, &reply, err);
  if (st == NG_OK && reply.status != 404) {
    st = ng_store_check(&load->site, &reply, err);
    if (st == NG_OK && strncmp(reply.type, "application/n-triples", 21) != 0)
      st = ng_fail(err, NG_ERR_IO, 0, "the store gave %s, no N-Triples",
                   reply.type);
  }
  *count = reply.status == 404 ? 0 : reply.lines;
  ng_http_reply_release(&reply);
  return st;
}

static ng_status
ask_sizes(ng_load *load, const ng_str *names, size_t n, uint64_t *counts,
          ng_error *err)
{
  ng_buf question = {0};
  ng_http_reply reply = {0};
  put_question(&question, names, n, load->site.kind->count_alone);
  ng_status st =
      question.failed
          ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
          : ask(load, (ng_str){question.at, question.len}, &reply, err);
  if (st == NG_OK)
    st = take_answer(&reply, names, n, counts, err);
  ng_buf_release(&question);
  ng_http_reply_release(&reply);
  return st;
}

ng_status
ng_load_count(ng_load *load, const ng_str *names, size_t n, uint64_t *counts,
              ng_error *err)
{
  size_t most = load->site.kind->count_alone ? 1 : ASK_AT_ONCE;
  bool by_query = load->site.query_given || load->site.kind->query;
  memset(counts, 0, n * sizeof *counts);
  if (!by_query && !load->site.kind->graphs)
    return NG_END;
  for (size_t i = 0; !by_query && i < n; i++)
    NG_TRY(fetch(load, names[i], &counts[i], err));
  for (size_t i = 0; by_query && i < n; i += most)
    NG_TRY(ask_sizes(load, names + i, n - i < most ? n - i : most, counts + i,
                     err));
  return NG_OK;
}
