/* load.h - quads into a triple store over HTTP.
 *
 *   files -> quads -> chunk, cut between articles -> requests -> count
 *                                                            -> journal
 *
 * A graph that describes an article is that article's own: it may be replaced
 * and deleted.  All other graphs, and base + "entities" and base + "runs" above
 * all, are only added to.  Adding is idempotent, as there are no blank nodes.
 * After each chunk the store is asked how much it holds of every graph that was
 * sent, and only then the journal says that it is done.
 */
#ifndef NG_LOAD_H
#define NG_LOAD_H

#include "load/store.h"
#include "rdf/read.h"

typedef enum {
  NG_LOAD_ADD,
  NG_LOAD_REPLACE, /* an article's graph is first emptied */
  NG_LOAD_DELETE,  /* it is deleted; nothing is sent */
} ng_load_mode;

typedef enum {
  NG_LOAD_RUN,
  NG_LOAD_DRY,  /* read and cut, speak to no one */
  NG_LOAD_SHOW, /* the same, and show each request as a curl command */
} ng_load_doing;

typedef enum { NG_GZIP_AUTO, NG_GZIP_YES, NG_GZIP_NO } ng_load_gzip;

/* All borrowed. */
typedef struct {
  const char *endpoint;
  const char *query; /* where SPARQL is answered, or NULL: as the kind has it */
  const char *kind;  /* of store; NULL: ask it */
  const char *graph; /* of triples that name none, or NULL */
  const char *base;  /* of the shared graphs; ends in '/' or '#' */
  const char *journal; /* file, or NULL */
  size_t chunk;        /* bytes to a request, about */
  ng_load_mode mode;
  ng_load_doing doing;
  ng_load_gzip gzip;
  bool uncounted; /* do not ask how much arrived */
  int auth;       /* ng_http_auth, or -1: as the kind has it */
  ng_http_options http;

  void *to;
  /* Hear of what is odd, but no failure. */
  void (*notice)(void *to, const char *text);
  /* A request as a curl command. */
  void (*show)(void *to, const char *command);
  /* What has been done so far; now and then. */
  void (*progress)(void *to, uint64_t chunks, uint64_t quads);
} ng_load_options;

typedef struct {
  uint64_t quads, chunks, graphs; /* read; graphs: of articles and others */
  uint64_t stored;                /* chunks that the journal had */
  uint64_t requests;
  uint64_t larger; /* graphs that hold more than was sent */
  bool counted;    /* the store was asked */
} ng_load_result;

typedef struct ng_load ng_load;

/* Find the store and begin. `options` is borrowed and must stay. */
ng_status ng_load_new(ng_load **out, const ng_load_options *options,
                      ng_error *err);
void ng_load_free(ng_load *load);

/* Where quads go: into ng_rdf_read_file(). */
ng_rdf_sink ng_load_sink(ng_load *load);

/* Send what is left, count the shared graphs, close the journal. */
ng_status ng_load_end(ng_load *load, ng_load_result *result, ng_error *err);

/* What has been done, also after a failure. */
const ng_load_result *ng_load_so_far(const ng_load *load);

/* The store's kind, once known. */
const char *ng_load_kind(const ng_load *load);

#endif /* NG_LOAD_H */
