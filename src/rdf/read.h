/* read.h - RDF in any of our formats, quad by quad.
 *
 * Turtle, TriG and RDF/XML are parsed by raptor, N-Triples and N-Quads by
 * ourselves, JSON-LD (of the kind we write) over jansson.  Nothing is fetched
 * from the network.
 *
 * A file is parsed in a child process with limits on memory and time, since
 * raptor 2.0.15 has known overflows: where the parser dies, the caller gets an
 * error.  Text in memory is parsed here and must be trusted.
 */
#ifndef NG_READ_H
#define NG_READ_H

#include "rdf/graph.h"

/* Take one quad.  Its IRIs are whole (namespace 0) and absolute, its strings
 * valid UTF-8 and gone after the call, language tags lower-cased; a blank
 * node's value is its label, unique within the file.  Any other result than
 * NG_OK ends the reading with it. */
typedef ng_status ng_rdf_fn(void *to, const ng_quad *quad, ng_error *err);

typedef struct {
  ng_rdf_fn *take;
  void *to;
} ng_rdf_sink;

/* Read the file at `path` ("-": standard input), plain or compressed.
 * `format` may be NULL: the file's name decides, else its first bytes.  A
 * relative IRI is resolved against file:/// and the file's own name.
 *
 * What is wrong in the file is NG_ERR_SYNTAX, with file and line in err->text;
 * the quads before it have then been taken. */
ng_status ng_rdf_read_file(const char *path, const ng_format *format,
                           ng_rdf_sink sink, ng_error *err);

/* Read `text`, which we made ourselves; `name` is its name in messages. */
ng_status ng_rdf_read_memory(ng_str text, ng_format format, const char *name,
                             ng_rdf_sink sink, ng_error *err);

/* A sink's function: add the quad to the graph `to`, with its strings copied
 * into the graph's arena. */
ng_status ng_rdf_collect(void *to, const ng_quad *quad, ng_error *err);

/* The format that `head`, the first bytes of a file, looks like. */
ng_format ng_rdf_guess(ng_str head);

#endif /* NG_READ_H */
