/* jsonld.h - reading JSON-LD of the kind we write. */
#ifndef NG_JSONLD_H
#define NG_JSONLD_H

#include "rdf/read.h"

/* Read a JSON-LD document: nodes in an array or in "@graph", flat or nested,
 * with a context of prefixes; values are strings, whole numbers, true, false,
 * {"@id"}, {"@value"}, and arrays of them.  What needs more of JSON-LD (terms,
 * lists, contexts from the web) is refused, not guessed at. */
ng_status ng_jsonld_read(ng_str text, const char *name, ng_rdf_sink sink,
                         ng_error *err);

#endif /* NG_JSONLD_H */
