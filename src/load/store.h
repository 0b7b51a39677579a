/* store.h - what each kind of triple store wants its requests to look like.
 *
 * The differences, as they were met (see doc/stores.md):
 *
 *   kind        quads in one POST     a graph's triples by POST or PUT
 *   fuseki      BASE/data             BASE/data?graph=
 *   oxigraph    BASE/store            BASE/store?graph=
 *   rdf4j       BASE/statements       BASE/rdf-graphs/service?graph=
 *   graphdb     as rdf4j
 *   virtuoso    loses them: never     BASE/sparql-graph-crud-auth?graph-uri=
 *   qlever      refuses them          BASE?graph=
 *   graphstore  not in the standard   BASE?graph=
 *   sparql      INSERT DATA by update
 *
 * A PUT without a graph, or of quads, replaces the whole store in most of them:
 * ng_store_harmless() is asked about every request before it is sent.
 */
#ifndef NG_STORE_KIND_H
#define NG_STORE_KIND_H

#include "load/http.h"

typedef struct {
  const char *name;
  const char *quads;     /* path behind the base that takes N-Quads; or NULL */
  const char *graphs;    /* path that takes one graph; NULL: by update */
  const char *graph_key; /* the parameter that names it */
  const char *query;     /* path that answers SPARQL; NULL: none is known */
  const char *update;    /* path that takes updates; where graphs is NULL */
  const char *const *tails; /* what users put behind the base, NULL ends */
  ng_http_auth auth;
  bool gzip;        /* unpacks compressed bodies */
  bool html;        /* answers with a page even when all is well */
  bool count_alone; /* has to be asked for one graph's size at a time */
} ng_store_kind;

/* The kind called `name`; NULL if there is none. */
const ng_store_kind *ng_store_kind_find(const char *name);

/* Their names, "fuseki, oxigraph, ...". */
const char *ng_store_kind_names(void);

/* A store that can be spoken to. */
typedef struct {
  const ng_store_kind *kind;
  ng_buf base;             /* zero-terminated, without a slash at its end */
  const char *query_given; /* the user's, or NULL */
} ng_store_site;

/* Check the address and cut it to what all paths hang on.  An address with a
 * password in it is refused: others could read it.  `kind` NULL: not known
 * yet. */
ng_status ng_store_site_init(ng_store_site *site, const ng_store_kind *kind,
                             const char *endpoint, ng_error *err);
void ng_store_site_release(ng_store_site *site);

/* Ask the store what it is. */
ng_status ng_store_site_detect(ng_store_site *site, ng_http *http,
                               const char *endpoint, ng_error *err);

/* Addresses, zero-terminated, into `out`, which is emptied first. */
void ng_store_quads_url(const ng_store_site *site, ng_buf *out);
void ng_store_graph_url(const ng_store_site *site, ng_str graph, ng_buf *out);
void ng_store_update_url(const ng_store_site *site, ng_buf *out);
bool ng_store_query_url(const ng_store_site *site, ng_buf *out);

/* False for a request that could take away more than one named graph. */
bool ng_store_harmless(const ng_http_request *request);

/* NG_OK if `reply` says that the request was done, else why it was not. */
ng_status ng_store_check(const ng_store_site *site, const ng_http_reply *reply,
                         ng_error *err);

#endif /* NG_STORE_KIND_H */
