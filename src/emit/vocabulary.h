/* vocabulary.h - the namespaces of what newsgraph writes.
 *
 * The terms themselves are named where they are emitted, as
 * NG_TERM_NG("title"): tests/ontology.sh checks that ontology/newsgraph.ttl
 * defines each of ours.
 */
#ifndef NG_VOCABULARY_H
#define NG_VOCABULARY_H

#include "core/str.h"
#include "rdf/graph.h"

/* Indexes into the table of namespaces, in the order of declaration. */
enum {
  NG_NS_WHOLE, /* none: the term holds a whole IRI */
  NG_NS_NG,
  NG_NS_ID, /* --base: what we mint */
  NG_NS_WD,
  NG_NS_SCHEMA,
  NG_NS_NIF,
  NG_NS_ITSRDF,
  NG_NS_PROV,
  NG_NS_SEM,
  NG_NS_RDF,
  NG_NS_RDFS,
  NG_NS_XSD,
  NG_N_NS
};

/* The namespaces under `options`, written into `room`; they borrow
 * options->base. */
ng_namespaces ng_vocabulary(const ng_options *options,
                            ng_namespace room[NG_N_NS]);

#define NG_TERM_NG(s) ng_iri(NG_NS_NG, NG_LIT(s))
#define NG_TERM_SCHEMA(s) ng_iri(NG_NS_SCHEMA, NG_LIT(s))
#define NG_TERM_NIF(s) ng_iri(NG_NS_NIF, NG_LIT(s))
#define NG_TERM_ITSRDF(s) ng_iri(NG_NS_ITSRDF, NG_LIT(s))
#define NG_TERM_PROV(s) ng_iri(NG_NS_PROV, NG_LIT(s))
#define NG_TERM_SEM(s) ng_iri(NG_NS_SEM, NG_LIT(s))
#define NG_TERM_RDF(s) ng_iri(NG_NS_RDF, NG_LIT(s))
#define NG_TERM_RDFS(s) ng_iri(NG_NS_RDFS, NG_LIT(s))

#endif /* NG_VOCABULARY_H */
