/* child.h - reading RDF in a process of its own, so that a parser that crashes
 * or runs away is an error message and not the end of the program. */
#ifndef NG_CHILD_H
#define NG_CHILD_H

#include "rdf/read.h"

/* Reads something and gives its quads to `sink`. */
typedef ng_status ng_rdf_work(void *with, ng_rdf_sink sink, ng_error *err);

/* Run `work` in a child process and hand its quads to `sink` in this one; its
 * result is the result.  The child may use as much memory again as this process
 * does, and 4 GiB, and an hour of processor time; `name` is what it reads, for
 * messages. */
ng_status ng_rdf_in_child(ng_rdf_work *work, void *with, const char *name,
                          ng_rdf_sink sink, ng_error *err);

#endif /* NG_CHILD_H */
