/* vocabulary.c - the table of namespaces. */
#include "emit/vocabulary.h"

#define SPACE(prefix, iri)    \
  {                           \
    (prefix),                 \
    {                         \
      "" iri, sizeof(iri) - 1 \
    }                         \
  }

static const ng_namespace spaces[NG_N_NS] = {
    [NG_NS_WHOLE] = SPACE("", ""),
    [NG_NS_NG] = SPACE("ng", "https://w3id.org/newsgraph/ns#"),
    [NG_NS_ID] = SPACE("id", "https://w3id.org/newsgraph/id/"),
    [NG_NS_WD] = SPACE("wd", "http://www.wikidata.org/entity/"),
    [NG_NS_SCHEMA] = SPACE("schema", "https://schema.org/"),
    [NG_NS_NIF] = SPACE("nif", "http://persistence.uni-leipzig.org/nlp2rdf/"
                               "ontologies/nif-core#"),
    [NG_NS_ITSRDF] = SPACE("itsrdf", "http://www.w3.org/2005/11/its/rdf#"),
    [NG_NS_PROV] = SPACE("prov", "http://www.w3.org/ns/prov#"),
    [NG_NS_SEM] = SPACE("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
    [NG_NS_RDF] = SPACE("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    [NG_NS_RDFS] = SPACE("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    [NG_NS_XSD] = SPACE("xsd", "http://www.w3.org/2001/XMLSchema#"),
};

ng_namespaces
ng_vocabulary(const ng_options *options, ng_namespace room[NG_N_NS])
{
  memcpy(room, spaces, sizeof spaces);
  if (options->base)
    room[NG_NS_ID].iri = (ng_str){options->base, strlen(options->base)};
  if (options->schema_http)
    room[NG_NS_SCHEMA].iri = NG_LIT("http://schema.org/");
  return (ng_namespaces){room, NG_N_NS};
}
