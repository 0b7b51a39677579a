#include "core/fail.h"
#include "load/job.h"

#include <inttypes.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>

enum { HASH_TEXT = 2 * SHA256_DIGEST_SIZE + 1 };

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

/* --- graphs --------------------------------------------------------------- */

ng_load_shared *
ng_load_find_shared(ng_load *load, ng_str name)
{
  for (size_t i = 0; i < NG_LOAD_N_SHARED; i++) {
    ng_load_shared *s = &load->shared[i];
    if (ng_str_equal((ng_str){s->name.at, s->name.len - 1}, name))
      return s;
  }
  return NULL;
}

bool
ng_load_is_own(ng_load *load, const ng_chunk_graph *graph)
{
  ng_str name = ng_chunk_name(graph);
  const char *given = load->options->graph;
  if (ng_load_find_shared(load, name))
    return false;
  return graph->article ||
         (given && ng_str_equal((ng_str){given, strlen(given)}, name));
}

/* The bounds of a graph, or NULL without memory. */
static ng_load_bounds *
bounds_of(ng_load *load, const ng_chunk_graph *graph, bool *fresh)
{
  if (load->n_bounds == load->cap_bounds) {
    size_t cap = load->cap_bounds ? load->cap_bounds * 2 : 256;
    ng_load_bounds *at = realloc(load->bounds, cap * sizeof *at);
    if (!at)
      return NULL;
    load->bounds = at;
    load->cap_bounds = cap;
  }
  uint64_t *index = ng_keys_put(&load->known, graph->key, fresh);
  if (!index)
    return NULL;
  if (*fresh) {
    *index = load->n_bounds++;
    load->bounds[*index] = (ng_load_bounds){0};
  }
  return &load->bounds[*index];
}

bool
ng_load_is_known(ng_load *load, const ng_chunk_graph *graph)
{
  bool fresh;
  const ng_load_bounds *b = bounds_of(load, graph, &fresh);
  return b && b->most > 0;
}

/* Take note of what the chunk adds to each of its graphs. */
static ng_status
note_graphs(ng_load *load, ng_error *err)
{
  for (size_t i = 0; i < load->chunk.n; i++) {
    const ng_chunk_graph *graph = &load->chunk.graphs[i];
    bool fresh;
    if (ng_load_find_shared(load, ng_chunk_name(graph)))
      continue;
    ng_load_bounds *b = bounds_of(load, graph, &fresh);
    if (!b)
      return no_memory(err);
    load->result.graphs += b->most == 0;
    b->most += graph->n_distinct;
    if (b->least < graph->n_distinct)
      b->least = graph->n_distinct;
  }
  return NG_OK;
}

/* --- after a chunk -------------------------------------------------------- */

static ng_status
compare(ng_load *load, const ng_chunk_graph *graph, uint64_t count,
        ng_error *err)
{
  bool fresh;
  const ng_load_bounds *b = bounds_of(load, graph, &fresh);
  if (load->options->mode == NG_LOAD_DELETE)
    return !count || !ng_load_is_own(load, graph)
               ? NG_OK
               : ng_fail(err, NG_ERR_IO, 0,
                         "the store still holds %" PRIu64 " triples of <%s>",
                         count, graph->name.at);
  if (!b)
    return no_memory(err);
  if (count < b->least)
    return ng_fail(err, NG_ERR_IO, 0,
                   "the store lost something: %" PRIu64 " triples of %" PRIu64
                   " are in <%s>",
                   count, b->least, graph->name.at);
  load->result.larger += count > b->most;
  return NG_OK;
}

/* What is asked of the graphs of a chunk: all but the shared ones. */
typedef struct {
  size_t *graphs; /* indexes into chunk.graphs */
  ng_str *names;
  uint64_t *counts;
  size_t n;
} inquiry;

static bool
begin_inquiry(ng_load *load, inquiry *q)
{
  const ng_chunk *chunk = &load->chunk;
  *q = (inquiry){.graphs = calloc(chunk->n, sizeof *q->graphs),
                 .names = calloc(chunk->n, sizeof *q->names),
                 .counts = calloc(chunk->n, sizeof *q->counts)};
  if (!q->graphs || !q->names || !q->counts)
    return false;
  for (size_t i = 0; i < chunk->n; i++) {
    ng_str name = ng_chunk_name(&chunk->graphs[i]);
    if (ng_load_find_shared(load, name))
      continue;
    q->graphs[q->n] = i;
    q->names[q->n++] = name;
  }
  return true;
}

/* Ask how much of the chunk's graphs is there. */
static ng_status
check_chunk(ng_load *load, ng_error *err)
{
  inquiry q;
  ng_status st = NG_OK;
  if (!begin_inquiry(load, &q))
    st = no_memory(err);
  else
    st = ng_load_count(load, q.names, q.n, q.counts, err);
  for (size_t i = 0; st == NG_OK && i < q.n; i++)
    st = compare(load, &load->chunk.graphs[q.graphs[i]], q.counts[i], err);
  load->result.counted |= st == NG_OK;
  free(q.graphs);
  free(q.names);
  free(q.counts);
  return st == NG_END ? NG_OK : st;
}

static void
hash_chunk(const ng_chunk *chunk, char out[HASH_TEXT])
{
  struct sha256_ctx sha;
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_init(&sha);
  for (size_t i = 0; i < chunk->n; i++) {
    const ng_chunk_graph *graph = &chunk->graphs[i];
    sha256_update(&sha, graph->name.len, (const uint8_t *)graph->name.at);
    sha256_update(&sha, graph->lines.len, (const uint8_t *)graph->lines.at);
  }
  sha256_digest(&sha, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++)
    (void)snprintf(out + 2 * i, 3, "%02x", digest[i]);
}

static ng_status
flush(ng_load *load, ng_error *err)
{
  char hash[HASH_TEXT];
  bool stored;
  if (!load->chunk.n)
    return NG_OK;
  uint64_t number = ++load->result.chunks;
  hash_chunk(&load->chunk, hash);
  NG_TRY(ng_journal_has(&load->journal, number, hash, &stored, err));
  load->result.stored += stored;
  if (!stored)
    NG_TRY(ng_load_send(load, err));
  NG_TRY(note_graphs(load, err));
  if (!stored && load->http && !load->options->uncounted)
    NG_TRY(check_chunk(load, err));
  if (!stored && load->http)
    NG_TRY(ng_journal_put(&load->journal, number, hash, err));
  ng_chunk_clear(&load->chunk);
  if (load->options->progress)
    load->options->progress(load->options->to, load->result.chunks,
                            load->result.quads);
  return NG_OK;
}

/* --- quads in ------------------------------------------------------------- */

/* May the chunk end before this quad? Between articles, once it is full; an
 * article of twice that size is cut. */
static bool
may_cut(ng_load *load, const ng_quad *quad)
{
  const ng_chunk *chunk = &load->chunk;
  if (chunk->bytes < load->options->chunk)
    return false;
  ng_str last = ng_chunk_name(&chunk->graphs[chunk->last]);
  return chunk->bytes >= 2 * load->options->chunk ||
         (!ng_str_equal(last, quad->graph.value) &&
          !ng_load_find_shared(load, quad->graph.value));
}

/* An IRI that was relative, or that only this machine can resolve. */
static bool
is_of_file(const ng_term *term)
{
  static const char file[] = "file:";
  return term->kind == NG_TERM_IRI && term->value.len >= sizeof file - 1 &&
         memcmp(term->value.at, file, sizeof file - 1) == 0;
}

/* What no store should be given. */
static ng_status
check_quad(const ng_quad *q, ng_error *err)
{
  const ng_term *odd = is_of_file(&q->subject)     ? &q->subject
                       : is_of_file(&q->predicate) ? &q->predicate
                       : is_of_file(&q->object)    ? &q->object
                       : is_of_file(&q->graph)     ? &q->graph
                                                   : NULL;
  if (odd)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "a relative IRI means nothing in a store: <%.*s>",
                   NG_ARG(odd->value));
  if (q->subject.kind == NG_TERM_BLANK || q->object.kind == NG_TERM_BLANK ||
      q->graph.kind != NG_TERM_IRI)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "a blank node: loading it twice would store it twice; give "
                   "it an IRI");
  return NG_OK;
}

static ng_status
take_quad(void *to, const ng_quad *given, ng_error *err)
{
  ng_load *load = to;
  ng_quad quad = *given;
  ng_key key;
  bool fresh;
  if (quad.graph.kind == NG_TERM_NONE && !load->options->graph)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "triples that are in no graph: say --graph IRI, or load "
                   "N-Quads or TriG");
  if (quad.graph.kind == NG_TERM_NONE)
    quad.graph =
        ng_iri(0, (ng_str){load->options->graph, strlen(load->options->graph)});
  NG_TRY(check_quad(&quad, err));
  if (load->chunk.n && may_cut(load, &quad))
    NG_TRY(flush(load, err));
  NG_TRY(ng_chunk_add(&load->chunk, &quad, &key, err));
  load->result.quads++;
  ng_load_shared *shared = ng_load_find_shared(load, quad.graph.value);
  if (shared && !ng_keys_put(&shared->triples, key, &fresh))
    return no_memory(err);
  return NG_OK;
}

ng_rdf_sink
ng_load_sink(ng_load *load)
{
  return (ng_rdf_sink){take_quad, load};
}

/* --- beginning ------------------------------------------------------------ */

static ng_status
name_shared(ng_load *load, ng_error *err)
{
  static const char *const names[NG_LOAD_N_SHARED] = {"entities", "runs"};
  for (size_t i = 0; i < NG_LOAD_N_SHARED; i++) {
    ng_buf *name = &load->shared[i].name;
    ng_buf_printf(name, "%s%s", load->options->base, names[i]);
    ng_buf_char(name, '\0');
    if (name->failed)
      return no_memory(err);
  }
  return NG_OK;
}

static bool
is_near(const char *url)
{
  const char *host = strstr(url, "//") + 2;
  return strncmp(host, "127.", 4) == 0 || strncmp(host, "localhost", 9) == 0 ||
         strncmp(host, "[::1]", 5) == 0;
}

/* Find out what store it is, and how it wants to be asked. */
static ng_status
find_store(ng_load *load, ng_error *err)
{
  const ng_load_options *o = load->options;
  const ng_store_kind *kind = o->kind ? ng_store_kind_find(o->kind) : NULL;
  if (o->kind && !kind)
    return ng_fail(err, NG_ERR_USAGE, 0, "unknown store '%s': %s", o->kind,
                   ng_store_kind_names());
  NG_TRY(ng_store_site_init(&load->site, kind, o->endpoint, err));
  load->site.query_given = o->query;
  load->http_options = o->http;
  if (o->doing == NG_LOAD_RUN)
    NG_TRY(ng_http_new(&load->http, &load->http_options, err));
  if (!kind && !load->http)
    return ng_fail(err, NG_ERR_USAGE, 0, "nobody is asked: say --store KIND");
  if (!kind)
    NG_TRY(ng_store_site_detect(&load->site, load->http, o->endpoint, err));
  kind = load->site.kind;
  load->http_options.auth = o->auth >= 0    ? (ng_http_auth)o->auth
                            : o->http.token ? NG_AUTH_BEARER
                                            : kind->auth;
  load->gzip =
      kind->gzip && (o->gzip == NG_GZIP_YES ||
                     (o->gzip == NG_GZIP_AUTO && !is_near(o->endpoint)));
  return NG_OK;
}

/* What makes two loads one: its journal may be used for no other. */
static ng_status
open_journal(ng_load *load, ng_error *err)
{
  const ng_load_options *o = load->options;
  ng_buf job = {0};
  static const char *const modes[] = {"add", "replace", "delete"};
  ng_buf_printf(&job, "%s %s %zu <%s> %s", load->site.kind->name,
                modes[o->mode], o->chunk, o->graph ? o->graph : "",
                load->site.base.at);
  ng_status st = job.failed ? no_memory(err)
                            : ng_journal_open(&load->journal,
                                              load->http ? o->journal : NULL,
                                              (ng_str){job.at, job.len}, err);
  ng_buf_release(&job);
  return st;
}

/* How large the shared graphs are before anything is sent. */
static ng_status
count_before(ng_load *load, ng_error *err)
{
  for (size_t i = 0; i < NG_LOAD_N_SHARED; i++) {
    ng_load_shared *s = &load->shared[i];
    ng_str name = {s->name.at, s->name.len - 1};
    if (ng_journal_before(&load->journal, name, &s->before))
      continue;
    ng_status st = ng_load_count(load, &name, 1, &s->before, err);
    if (st == NG_END)
      return NG_OK;
    NG_TRY(st);
    NG_TRY(ng_journal_put_before(&load->journal, name, s->before, err));
  }
  return NG_OK;
}

ng_status
ng_load_new(ng_load **out, const ng_load_options *options, ng_error *err)
{
  *out = NULL;
  ng_load *load = calloc(1, sizeof *load);
  if (!load)
    return no_memory(err);
  load->options = options;
  load->journal.fd = -1;
  ng_status st = ng_chunk_init(&load->chunk, err);
  if (st == NG_OK)
    st = name_shared(load, err);
  if (st == NG_OK)
    st = find_store(load, err);
  if (st == NG_OK)
    st = open_journal(load, err);
  if (st == NG_OK && load->http && !options->uncounted)
    st = count_before(load, err);
  if (st == NG_OK)
    *out = load;
  else
    ng_load_free(load);
  return st;
}

void
ng_load_free(ng_load *load)
{
  if (!load)
    return;
  for (size_t i = 0; i < NG_LOAD_N_SHARED; i++) {
    ng_buf_release(&load->shared[i].name);
    ng_keys_release(&load->shared[i].triples);
  }
  ng_http_free(load->http);
  ng_store_site_release(&load->site);
  ng_journal_close(&load->journal);
  ng_chunk_release(&load->chunk);
  ng_keys_release(&load->known);
  free(load->bounds);
  ng_buf_release(&load->url);
  ng_buf_release(&load->body);
  free(load);
}

/* --- the end -------------------------------------------------------------- */

/* A shared graph holds what it held before and what was sent; how much of that
 * is the same is only known where it was empty. */
static ng_status
check_shared(ng_load *load, const ng_load_shared *s, ng_error *err)
{
  ng_str name = {s->name.at, s->name.len - 1};
  uint64_t count, sent = s->triples.n;
  ng_status st = ng_load_count(load, &name, 1, &count, err);
  if (st != NG_OK)
    return st == NG_END ? NG_OK : st;
  uint64_t least = sent > s->before ? sent : s->before;
  if (count < least)
    return ng_fail(err, NG_ERR_IO, 0,
                   "the store lost something: %" PRIu64 " triples of %" PRIu64
                   " are in <%s>",
                   count, least, s->name.at);
  load->result.larger += count > s->before + sent;
  load->result.counted = true;
  return NG_OK;
}

ng_status
ng_load_end(ng_load *load, ng_load_result *result, ng_error *err)
{
  NG_TRY(flush(load, err));
  bool ask = load->http && !load->options->uncounted &&
             load->options->mode != NG_LOAD_DELETE;
  for (size_t i = 0; ask && i < NG_LOAD_N_SHARED; i++)
    if (load->shared[i].triples.n)
      NG_TRY(check_shared(load, &load->shared[i], err));
  NG_TRY(ng_journal_put_done(&load->journal, err));
  *result = load->result;
  return NG_OK;
}

const ng_load_result *
ng_load_so_far(const ng_load *load)
{
  return &load->result;
}

const char *
ng_load_kind(const ng_load *load)
{
  return load->site.kind->name;
}
