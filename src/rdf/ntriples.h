/* ntriples.h - reading N-Triples and N-Quads, line by line.
 *
 * Not by raptor: these are what corpora are stored in, and a line at a time is
 * ten times as fast; raptor's reader of them also leaks and has an overflow.
 */
#ifndef NG_NTRIPLES_H
#define NG_NTRIPLES_H

#include "core/buf.h"
#include "rdf/read.h"

typedef struct {
  const char *name; /* of the file, in messages */
  bool quads;       /* N-Quads: a line may name a graph */
  ng_rdf_sink sink;
  uint64_t line;  /* from 1, the one being read */
  ng_buf carry;   /* the start of a line whose end has not come */
  ng_buf scratch; /* terms of the line without their escapes */
} ng_ntriples;

/* The next bytes; `end`: the last ones.  After a failure feed no more. */
ng_status ng_ntriples_feed(ng_ntriples *reader, ng_str bytes, bool end,
                           ng_error *err);

void ng_ntriples_release(ng_ntriples *reader);

#endif /* NG_NTRIPLES_H */
