/* send.c - a chunk as requests: how depends on the kind of store. */
#include "core/fail.h"
#include "load/job.h"

#include <inttypes.h>
#include <stdio.h>

/* Triples to one INSERT DATA: Virtuoso's compiler fails between 2,000 and
 * 5,000. */
enum { INSERT_TRIPLES = 1000 };

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

/* The request as a curl command that would do the same. */
static ng_status
show(ng_load *load, const ng_http_request *r, const char *what, ng_error *err)
{
  ng_buf line = {0};
  ng_buf_printf(&line, "curl -f --netrc%s -X %s",
                load->http_options.auth == NG_AUTH_DIGEST ? " --digest" : "",
                r->method);
  if (r->type)
    ng_buf_printf(&line, " -H 'Content-Type: %s' --data-binary @%s", r->type,
                  what);
  ng_buf_printf(&line, " '%s'", r->url);
  ng_buf_char(&line, '\0');
  bool fine = !line.failed;
  if (fine)
    load->options->show(load->options->to, line.at);
  ng_buf_release(&line);
  return fine ? NG_OK : no_memory(err);
}

ng_status
ng_load_request(ng_load *load, const ng_http_request *request, const char *what,
                ng_error *err)
{
  if (!ng_store_harmless(request))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "not sent, as it could erase more than one graph: %s %s",
                   request->method, request->url);
  load->result.requests++;
  if (load->options->doing == NG_LOAD_SHOW)
    return show(load, request, what, err);
  if (load->options->doing == NG_LOAD_DRY)
    return NG_OK;
  ng_http_reply reply = {0};
  ng_status st = ng_http_send(load->http, request, &reply, err);
  bool gone = strcmp(request->method, "DELETE") == 0 && reply.status == 404;
  if (st == NG_OK && !gone)
    st = ng_store_check(&load->site, &reply, err);
  ng_http_reply_release(&reply);
  return st;
}

/* --- one graph ------------------------------------------------------------ */

static ng_status
send_graph(ng_load *load, const ng_chunk_graph *graph, const char *method,
           ng_error *err)
{
  char what[80];
  ng_store_graph_url(&load->site, ng_chunk_name(graph), &load->url);
  if (load->url.failed)
    return no_memory(err);
  bool body = strcmp(method, "DELETE") != 0;
  ng_http_request request = {
      .method = method,
      .url = load->url.at,
      .type = body ? "application/n-triples" : NULL,
      .body = {graph->lines.at, body ? graph->lines.len : 0},
      .gzip = load->gzip,
  };
  (void)snprintf(what, sizeof what, "chunk-%" PRIu64 "-graph-%zu.nt",
                 load->result.chunks, (size_t)(graph - load->chunk.graphs) + 1);
  return ng_load_request(load, &request, what, err);
}

/* --- many graphs in one POST ---------------------------------------------- */

static ng_status
send_quads(ng_load *load, ng_error *err)
{
  char what[40];
  if (!load->body.len)
    return NG_OK;
  ng_store_quads_url(&load->site, &load->url);
  if (load->body.failed || load->url.failed)
    return no_memory(err);
  ng_http_request request = {
      .method = "POST",
      .url = load->url.at,
      .type = "application/n-quads",
      .body = {load->body.at, load->body.len},
      .gzip = load->gzip,
  };
  (void)snprintf(what, sizeof what, "chunk-%" PRIu64 ".nq",
                 load->result.chunks);
  return ng_load_request(load, &request, what, err);
}

/* --- by SPARQL update ----------------------------------------------------- */

static ng_status
send_update(ng_load *load, ng_error *err)
{
  ng_store_update_url(&load->site, &load->url);
  if (load->body.failed || load->url.failed)
    return no_memory(err);
  ng_http_request request = {
      .method = "POST",
      .url = load->url.at,
      .type = "application/sparql-update",
      .body = {load->body.at, load->body.len},
  };
  ng_status st = ng_load_request(load, &request, "update.ru", err);
  load->body.len = 0;
  return st;
}

/* The first INSERT_TRIPLES lines, or all. */
static ng_str
some_lines(ng_str lines)
{
  size_t end = 0;
  for (size_t n = 0; n < INSERT_TRIPLES && end < lines.len; n++) {
    const char *from = lines.at + end;
    const char *newline = memchr(from, '\n', lines.len - end);
    end += (size_t)(newline - from) + 1;
  }
  return ng_str_slice(lines, 0, end);
}

static ng_status
insert_graph(ng_load *load, const ng_chunk_graph *graph, bool empty_it,
             ng_error *err)
{
  ng_buf *body = &load->body;
  body->len = 0;
  if (empty_it)
    ng_buf_printf(body, "DROP SILENT GRAPH <%s> ;\n", graph->name.at);
  ng_str lines = {graph->lines.at, graph->lines.len};
  if (load->options->mode == NG_LOAD_DELETE)
    return send_update(load, err);
  while (lines.len) {
    ng_str some = some_lines(lines);
    ng_buf_printf(body, "INSERT DATA { GRAPH <%s> {\n", graph->name.at);
    ng_buf_str(body, some);
    ng_buf_put(body, "} }", 3);
    NG_TRY(send_update(load, err));
    lines = ng_str_slice(lines, some.len, lines.len);
  }
  return NG_OK;
}

/* --- the chunk ------------------------------------------------------------ */

static ng_status
send_one(ng_load *load, const ng_chunk_graph *graph, ng_error *err)
{
  const ng_store_kind *kind = load->site.kind;
  ng_load_mode mode = load->options->mode;
  bool own = ng_load_is_own(load, graph);
  bool first = !ng_load_is_known(load, graph);
  if (mode == NG_LOAD_DELETE && (!own || !first))
    return NG_OK;
  bool empty_it = mode != NG_LOAD_ADD && own && first;
  if (!kind->graphs)
    return insert_graph(load, graph, empty_it, err);
  if (mode == NG_LOAD_DELETE)
    return send_graph(load, graph, "DELETE", err);
  if (empty_it)
    return send_graph(load, graph, "PUT", err);
  if (!kind->quads)
    return send_graph(load, graph, "POST", err);
  ng_chunk_quads(graph, &load->body); /* for one request at the end */
  return NG_OK;
}

ng_status
ng_load_send(ng_load *load, ng_error *err)
{
  load->body.len = 0;
  for (size_t i = 0; i < load->chunk.n; i++)
    NG_TRY(send_one(load, &load->chunk.graphs[i], err));
  return load->site.kind->quads ? send_quads(load, err) : NG_OK;
}
