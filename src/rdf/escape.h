/* escape.h - strings as the text formats want them. */
#ifndef NG_ESCAPE_H
#define NG_ESCAPE_H

#include "core/buf.h"

/* Append a literal's text without its quotes: the escapes are those of
 * canonical N-Triples (RDF 1.1 N-Triples, section 4; RDFC-1.0, section 5.1),
 * which are right in Turtle and JSON too.  An invalid sequence becomes U+FFFD;
 * *replaced grows by their number. */
void ng_escape_text(ng_buf *out, ng_str s, size_t *replaced);

/* Append an IRI's text without its brackets.  What IRIREF forbids, U+007F and
 * bytes that are no UTF-8 are percent-encoded, so that it is also right inside
 * a JSON string. */
void ng_escape_iri(ng_buf *out, ng_str s);

#endif /* NG_ESCAPE_H */
