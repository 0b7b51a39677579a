/* parse.h - bytes in, quads out, in this process: raptor behind a guard, and
 * our own reader of N-Triples and N-Quads. */
#ifndef NG_PARSE_H
#define NG_PARSE_H

#include "rdf/read.h"

typedef struct ng_rdf_parser ng_rdf_parser;

/* A parser of `format`, any but NG_JSONLD.  `name` is the file's in messages
 * and, without its folders, in the base IRI; borrowed.  The caller ends *out
 * with ng_rdf_parser_free(). */
ng_status ng_rdf_parser_new(ng_rdf_parser **out, ng_format format,
                            const char *name, ng_rdf_sink sink, ng_error *err);

/* The next bytes; `end`: the last ones.  After a failure feed no more. */
ng_status ng_rdf_parser_feed(ng_rdf_parser *parser, ng_str bytes, bool end,
                             ng_error *err);

void ng_rdf_parser_free(ng_rdf_parser *parser);

#endif /* NG_PARSE_H */
