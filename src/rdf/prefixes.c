#include "rdf/prefixes.h"

#define SPACE(prefix, iri)    \
  {                           \
    (prefix),                 \
    {                         \
      "" iri, sizeof(iri) - 1 \
    }                         \
  }

static const ng_namespace well_known[] = {
    SPACE("", ""),
    SPACE("ng", "https://w3id.org/newsgraph/ns#"),
    SPACE("id", "https://w3id.org/newsgraph/id/"),
    SPACE("wd", "http://www.wikidata.org/entity/"),
    SPACE("wdt", "http://www.wikidata.org/prop/direct/"),
    SPACE("schema", "https://schema.org/"),
    SPACE("nif", "http://persistence.uni-leipzig.org/nlp2rdf/"
                 "ontologies/nif-core#"),
    SPACE("itsrdf", "http://www.w3.org/2005/11/its/rdf#"),
    SPACE("prov", "http://www.w3.org/ns/prov#"),
    SPACE("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
    SPACE("gaf", "http://groundedannotationframework.org/gaf#"),
    SPACE("skos", "http://www.w3.org/2004/02/skos/core#"),
    SPACE("dct", "http://purl.org/dc/terms/"),
    SPACE("owl", "http://www.w3.org/2002/07/owl#"),
    SPACE("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    SPACE("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    SPACE("xsd", "http://www.w3.org/2001/XMLSchema#"),
};

ng_namespaces
ng_well_known_prefixes(void)
{
  return (ng_namespaces){well_known, sizeof well_known / sizeof *well_known};
}

/* The longest namespace that `iri` starts with, or 0. */
static uint8_t
find(ng_namespaces spaces, ng_str iri)
{
  size_t best = 0;
  for (size_t i = 1; i < spaces.n; i++) {
    ng_str space = spaces.at[i].iri;
    if (space.len <= iri.len && space.len > spaces.at[best].iri.len &&
        memcmp(space.at, iri.at, space.len) == 0)
      best = i;
  }
  return (uint8_t)best;
}

ng_term
ng_term_shorten(ng_namespaces spaces, ng_term term)
{
  bool typed = term.kind == NG_TERM_TYPED;
  if (term.space || (term.kind != NG_TERM_IRI && !typed))
    return term;
  ng_str *iri = typed ? &term.type : &term.value;
  term.space = find(spaces, *iri);
  *iri = ng_str_slice(*iri, spaces.at[term.space].iri.len, iri->len);
  return term;
}
