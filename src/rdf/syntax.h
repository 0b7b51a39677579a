/* syntax.h - what the writers share, and what each of them is. */
#ifndef NG_SYNTAX_H
#define NG_SYNTAX_H

#include "core/str.h"
#include "rdf/write.h"

/* What follows a literal's closing quote. */
typedef enum {
  NG_SUFFIX_NONE, /* xsd:string */
  NG_SUFFIX_TYPE,
  NG_SUFFIX_LANG,
} ng_suffix;

/* A literal's suffix; counts a language tag that is none, and leaves it out. */
ng_suffix ng_literal_suffix(ng_writer *writer, const ng_term *term);

/* Is this IRI, or literal's datatype, the namespace's with that name? */
bool ng_term_names(const ng_writer *writer, const ng_term *term, uint8_t space,
                   ng_str local);
bool ng_term_is_type(const ng_writer *writer, const ng_term *predicate);

/* "<...>" of a namespace and the rest. */
void ng_put_iri(const ng_writer *writer, uint8_t space, ng_str local,
                ng_buf *out);
void ng_put_blank(ng_str label, ng_buf *out);

/* A term of N-Triples. */
void ng_put_term(ng_writer *writer, const ng_term *term, ng_buf *out);

/* The formats. */
void ng_ntriples_graph(ng_writer *writer, const ng_graph *graph, ng_buf *out);
void ng_turtle_begin(ng_writer *writer, ng_buf *out);
void ng_turtle_graph(ng_writer *writer, const ng_graph *graph, ng_buf *out);
void ng_jsonld_begin(ng_writer *writer, ng_buf *out);
void ng_jsonld_graph(ng_writer *writer, const ng_graph *graph, ng_buf *out);
void ng_jsonld_end(ng_buf *out);
ng_status ng_rdfxml_init(ng_writer *writer, ng_error *err);
void ng_rdfxml_release(ng_writer *writer);
void ng_rdfxml_begin(ng_writer *writer, ng_buf *out);
ng_status ng_rdfxml_graph(ng_writer *writer, const ng_graph *graph, ng_buf *out,
                          ng_error *err);
void ng_rdfxml_end(ng_buf *out);

#endif /* NG_SYNTAX_H */
