/* prefixes.h - the prefixes that everyone in this field means the same by. */
#ifndef NG_PREFIXES_H
#define NG_PREFIXES_H

#include "rdf/graph.h"

/* Ours and those of the vocabularies we write: what `query` declares for a
 * query that does not, and shortens its answers with. */
ng_namespaces ng_well_known_prefixes(void);

/* `term` with a whole IRI split by the longest namespace that fits; other
 * terms, and an IRI that none fits, as they are. */
ng_term ng_term_shorten(ng_namespaces spaces, ng_term term);

#endif /* NG_PREFIXES_H */
