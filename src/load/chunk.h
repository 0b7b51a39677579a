/* chunk.h - quads on their way to a store, gathered graph by graph.
 *
 *   chunk   graph of article 1   <s> <p> <o> .\n ...
 *           graph of entities    <s> <p> <o> .\n ...
 *           graph of article 2   <s> <p> <o> .\n ...
 */
#ifndef NG_CHUNK_H
#define NG_CHUNK_H

#include "core/buf.h"
#include "core/keys.h"
#include "rdf/write.h"

typedef struct {
  ng_buf name;  /* its IRI, zero-terminated; .len counts that zero */
  ng_buf lines; /* its triples, as N-Triples */
  ng_key key;   /* of its name */
  uint64_t n_lines, n_distinct;
  bool article; /* it describes an article: may be replaced and deleted */
} ng_chunk_graph;

typedef struct {
  ng_chunk_graph *graphs; /* in order of appearance */
  size_t n, cap;
  size_t last; /* the graph that the last quad went to */
  ng_keys names, triples;
  ng_buf line;
  ng_namespace whole; /* IRIs come whole */
  ng_writer writer;
  size_t bytes; /* of all lines */
} ng_chunk;

ng_status ng_chunk_init(ng_chunk *chunk, ng_error *err);
void ng_chunk_release(ng_chunk *chunk);
void ng_chunk_clear(ng_chunk *chunk);

/* Add a quad that names its graph and has no blank nodes.  *distinct gets the
 * key of its triple. */
ng_status ng_chunk_add(ng_chunk *chunk, const ng_quad *quad, ng_key *distinct,
                       ng_error *err);

/* A graph's name as a string. */
static inline ng_str
ng_chunk_name(const ng_chunk_graph *graph)
{
  return (ng_str){graph->name.at, graph->name.len - 1};
}

/* Append the graph's triples as N-Quads. */
void ng_chunk_quads(const ng_chunk_graph *graph, ng_buf *out);

#endif /* NG_CHUNK_H */
