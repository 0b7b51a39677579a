#include "load/chunk.h"
#include "core/fail.h"
#include "rdf/syntax.h"

#include <stdlib.h>

ng_status
ng_chunk_init(ng_chunk *chunk, ng_error *err)
{
  *chunk = (ng_chunk){.whole = {"", {"", 0}}};
  return ng_writer_init(&chunk->writer, NG_NTRIPLES,
                        (ng_namespaces){&chunk->whole, 1}, err);
}

static void
release_graphs(ng_chunk *chunk)
{
  for (size_t i = 0; i < chunk->n; i++) {
    ng_buf_release(&chunk->graphs[i].name);
    ng_buf_release(&chunk->graphs[i].lines);
  }
  chunk->n = 0;
}

void
ng_chunk_clear(ng_chunk *chunk)
{
  release_graphs(chunk);
  ng_keys_clear(&chunk->names);
  ng_keys_clear(&chunk->triples);
  chunk->bytes = 0;
}

void
ng_chunk_release(ng_chunk *chunk)
{
  release_graphs(chunk);
  free(chunk->graphs);
  ng_keys_release(&chunk->names);
  ng_keys_release(&chunk->triples);
  ng_buf_release(&chunk->line);
  ng_writer_release(&chunk->writer);
}

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

static ng_status
append_graph(ng_chunk *chunk, ng_str name, ng_key key, ng_error *err)
{
  if (chunk->n == chunk->cap) {
    size_t cap = chunk->cap ? chunk->cap * 2 : 64;
    ng_chunk_graph *graphs =
        realloc(chunk->graphs, cap * sizeof *chunk->graphs);
    if (!graphs)
      return no_memory(err);
    chunk->graphs = graphs;
    chunk->cap = cap;
  }
  ng_chunk_graph *graph = &chunk->graphs[chunk->n++];
  *graph = (ng_chunk_graph){.key = key};
  ng_buf_str(&graph->name, name);
  ng_buf_char(&graph->name, '\0');
  return graph->name.failed ? no_memory(err) : NG_OK;
}

/* The graph of that name: mostly the one before. */
static ng_status
find_graph(ng_chunk *chunk, ng_str name, ng_error *err)
{
  if (chunk->n &&
      ng_str_equal(ng_chunk_name(&chunk->graphs[chunk->last]), name))
    return NG_OK;
  bool fresh;
  ng_key key = ng_key_of(name);
  uint64_t *index = ng_keys_put(&chunk->names, key, &fresh);
  if (!index)
    return no_memory(err);
  if (fresh) {
    *index = chunk->n;
    NG_TRY(append_graph(chunk, name, key, err));
  }
  chunk->last = (size_t)*index;
  return NG_OK;
}

static bool
tells_of_an_article(const ng_quad *quad)
{
  ng_str type = NG_LIT("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  return ng_str_equal(quad->predicate.value, type) &&
         (ng_str_equal(quad->object.value,
                       NG_LIT("https://schema.org/NewsArticle")) ||
          ng_str_equal(quad->object.value,
                       NG_LIT("http://schema.org/NewsArticle")));
}

ng_status
ng_chunk_add(ng_chunk *chunk, const ng_quad *quad, ng_key *distinct,
             ng_error *err)
{
  NG_TRY(find_graph(chunk, quad->graph.value, err));
  ng_chunk_graph *graph = &chunk->graphs[chunk->last];
  ng_buf *line = &chunk->line;
  line->len = 0;
  ng_put_term(&chunk->writer, &quad->subject, line);
  ng_buf_char(line, ' ');
  ng_put_term(&chunk->writer, &quad->predicate, line);
  ng_buf_char(line, ' ');
  ng_put_term(&chunk->writer, &quad->object, line);
  ng_buf_put(line, " .\n", 3);
  ng_buf_put(&graph->lines, line->at, line->len);
  if (line->failed || graph->lines.failed)
    return no_memory(err);
  *distinct = ng_key_of((ng_str){line->at, line->len});
  bool fresh;
  ng_key inside = {distinct->a ^ graph->key.b, distinct->b ^ graph->key.a};
  if (!ng_keys_put(&chunk->triples, inside, &fresh))
    return no_memory(err);
  graph->n_lines++;
  graph->n_distinct += fresh;
  graph->article |= tells_of_an_article(quad);
  chunk->bytes += line->len;
  return NG_OK;
}

void
ng_chunk_quads(const ng_chunk_graph *graph, ng_buf *out)
{
  const char *at = graph->lines.at, *end = at + graph->lines.len;
  while (at < end) {
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    size_t n = (size_t)(newline - at) - 1; /* without its '.' */
    ng_buf_put(out, at, n);
    ng_buf_char(out, '<');
    ng_buf_put(out, graph->name.at, graph->name.len - 1);
    ng_buf_put(out, "> .\n", 4);
    at = newline + 1;
  }
}
