/* query.h - SPARQL over RDF in memory, by librdf and rasqal.
 *
 * The data is one set of triples: graphs' names are dropped, so that the
 * default graph is the union of all.  rasqal 0.9.33 answers part of SPARQL 1.1
 * wrongly; a query that uses that part is refused (sparql.h), never answered.
 */
#ifndef NG_QUERY_H
#define NG_QUERY_H

#include "rdf/graph.h"

typedef struct ng_store ng_store;

/* An empty store, which the caller ends with ng_store_free().  One thread at a
 * time. */
ng_status ng_store_new(ng_store **out, ng_error *err);
void ng_store_free(ng_store *store);

/* A sink's function (read.h): add the quad's triple to the store
 * `to`. */
ng_status ng_store_add(void *to, const ng_quad *quad, ng_error *err);

typedef enum {
  NG_ANSWER_ROWS,  /* SELECT */
  NG_ANSWER_TRUTH, /* ASK */
  NG_ANSWER_GRAPH, /* CONSTRUCT */
} ng_answer_kind;

/* An answer; all of it is in the arena it was made in.  IRIs are whole. */
typedef struct {
  ng_answer_kind kind;
  bool truth;
  ng_graph graph;      /* arranged */
  const ng_str *names; /* of variables, without '?' */
  uint32_t n_names;
  NG_VEC(ng_term) cells; /* row by row; NG_TERM_NONE: unbound */
} ng_answer;

/* Whether ng_query() would take `text`: NG_OK, or why not. */
ng_status ng_query_check(ng_str text, ng_error *err);

/* Ask `store` the SPARQL query `text`.  Well-known prefixes (prefixes.h) need
 * no declaration.  A query that is malformed, or that rasqal cannot be trusted
 * with, is NG_ERR_SYNTAX; an answer too large for `arena` is NG_ERR_LIMIT. */
ng_status ng_query(ng_store *store, ng_str text, ng_arena *arena,
                   ng_answer *out, ng_error *err);

#endif /* NG_QUERY_H */
