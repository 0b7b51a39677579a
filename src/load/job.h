/* job.h - what the files of a load share.
 *
 *   load.c   quads into chunks, and each chunk through the rest
 *   send.c   a chunk as requests
 *   count.c  what the store holds of it
 */
#ifndef NG_LOAD_JOB_H
#define NG_LOAD_JOB_H

#include "load/chunk.h"
#include "load/journal.h"
#include "load/load.h"

/* The graphs that every article adds to, and what was sent of each. */
typedef struct {
  ng_buf name;     /* zero-terminated; .len counts that zero */
  ng_keys triples; /* distinct, of the whole load */
  uint64_t before; /* triples it held before */
} ng_load_shared;

enum { NG_LOAD_N_SHARED = 2 };

/* What a graph must hold after the chunks so far. */
typedef struct {
  uint64_t least, most;
} ng_load_bounds;

struct ng_load {
  const ng_load_options *options;
  ng_http_options http_options;
  ng_http *http; /* NULL: nothing is sent */
  ng_store_site site;
  bool gzip; /* compress what is sent */
  ng_journal journal;
  ng_chunk chunk;
  ng_load_shared shared[NG_LOAD_N_SHARED];
  ng_keys known;          /* graphs of earlier chunks: index into bounds */
  ng_load_bounds *bounds; /* of every graph but the shared ones */
  size_t n_bounds, cap_bounds;
  ng_load_result result;
  ng_buf url, body;
};

/* The shared graph of that name, or NULL. */
ng_load_shared *ng_load_find_shared(ng_load *load, ng_str name);

/* May this graph be emptied or deleted?  Only an article's own, or the one that
 * the user named. */
bool ng_load_is_own(ng_load *load, const ng_chunk_graph *graph);

/* Has a chunk before this one held some of the graph? */
bool ng_load_is_known(ng_load *load, const ng_chunk_graph *graph);

/* Send the chunk. */
ng_status ng_load_send(ng_load *load, ng_error *err);

/* Send one request, or show it; and see that it was done.  `what` tells what
 * its body is in the shown command. */
ng_status ng_load_request(ng_load *load, const ng_http_request *request,
                          const char *what, ng_error *err);

/* How many triples each of `n` graphs holds.  NG_END: there is no way to ask.
 */
ng_status ng_load_count(ng_load *load, const ng_str *names, size_t n,
                        uint64_t *counts, ng_error *err);

#endif /* NG_LOAD_JOB_H */
