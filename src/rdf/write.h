/* write.h - graphs as Turtle, N-Triples, N-Quads, TriG, JSON-LD, RDF/XML.
 *
 * A document is ng_write_begin(), ng_write_graph() for every article, and
 * ng_write_end().  Each appends bytes to a buffer; ng_write_graph() may run on
 * many threads, each with its own ng_writer and buffer, and the buffers are
 * put out in order.  What is written depends on the graph alone.
 *
 * Whatever the terms hold, the output is valid: literals are escaped; an IRI's
 * forbidden bytes are percent-encoded; what XML 1.0 cannot carry becomes
 * U+FFFD, and ng_writer.replaced counts it.
 */
#ifndef NG_WRITE_H
#define NG_WRITE_H

#include "core/buf.h"
#include "rdf/graph.h"

typedef struct {
  ng_format format;
  ng_namespaces spaces;
  size_t replaced;  /* characters and terms that the format cannot carry */
  uint8_t rdf, xsd; /* indexes of these namespaces; 0: not declared */
  uint8_t base;     /* the one with prefix "id": Turtle's @base, if it can be */
  void *raptor;     /* RDF/XML only */
} ng_writer;

/* Set up a writer; fails where raptor does. End it with ng_writer_release(). */
ng_status ng_writer_init(ng_writer *writer, ng_format format,
                         ng_namespaces spaces, ng_error *err);
void ng_writer_release(ng_writer *writer);

/* What comes before the first graph: prefixes, opening brackets. */
ng_status ng_write_begin(ng_writer *writer, ng_buf *out, ng_error *err);

/* One arranged graph. `first` tells whether it is the document's first: JSON-LD
 * puts NG_WRITE_SEPARATOR before every other one.  A graph without triples
 * writes nothing at all, and does not count. */
ng_status ng_write_graph(ng_writer *writer, const ng_graph *graph, bool first,
                         ng_buf *out, ng_error *err);

#define NG_WRITE_SEPARATOR ",\n"

/* What comes after the last graph. */
ng_status ng_write_end(ng_writer *writer, ng_buf *out, ng_error *err);

/* The format of that name ("turtle", "ttl", "text/turtle", any case), or of a
 * file name's suffix (out.nq.gz); false if there is none. */
bool ng_format_find(ng_str name, ng_format *out);
bool ng_format_of_file(ng_str path, ng_format *out);

/* "turtle", "ntriples", ...  Never NULL. */
const char *ng_format_name(ng_format format);

#endif /* NG_WRITE_H */
