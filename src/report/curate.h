/* curate.h - names that no base knew, for a person to decide; and what was
 * decided, as an overlay.
 *
 *   graphs -> names.tsv -> (a person) -> overlay.ttl -> newsgraph graph -k ...
 *
 * A line of the table:
 *   decision  name  kind  articles  about  candidates  example
 * decision: empty (not yet), "-" (leave it), a Wikidata identifier or an IRI
 * (it is that), "new" (an entity of its own, of that kind).
 */
#ifndef NG_REPORT_CURATE_H
#define NG_REPORT_CURATE_H

#include "core/buf.h"
#include "report/facts.h"

/* Append the table of unlinked names: those in most articles first; articles
 * that are about them count three times. */
ng_status ng_curate_names(ng_buf *out, ng_facts *facts, ng_error *err);

/* Append an overlay of the table's decisions; a line that cannot be is
 * NG_ERR_SYNTAX, err->offset its number.  *decided: how many there were. */
ng_status ng_curate_overlay(ng_buf *out, ng_str table, ng_str base,
                            size_t *decided, ng_error *err);

/* Append the articles that hold a name that the table decides, a line each: by
 * what the run called them, a file's name or an address. */
ng_status ng_curate_affected(ng_buf *out, ng_facts *facts, ng_str table,
                             ng_error *err);

#endif /* NG_REPORT_CURATE_H */
