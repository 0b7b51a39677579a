/* print.h - findings and facts as tables, JSON and RDF. */
#ifndef NG_REPORT_PRINT_H
#define NG_REPORT_PRINT_H

#include "core/buf.h"
#include "report/findings.h"

/* How a table's cells are told apart. */
typedef enum { NG_CELLS_TSV, NG_CELLS_CSV } ng_cells;

/* For people: a paragraph a finding. */
void ng_print_findings(ng_buf *out, const ng_findings *findings,
                       ng_facts *facts);

/* A row for each value of each finding. */
void ng_print_findings_table(ng_buf *out, const ng_findings *findings,
                             ng_facts *facts, ng_cells cells);

/* One object: {"articles":...,"findings":[...]}. */
void ng_print_findings_json(ng_buf *out, const ng_findings *findings,
                            ng_facts *facts);

/* N-Triples: an ng:Finding each. */
void ng_print_findings_rdf(ng_buf *out, const ng_findings *findings,
                           ng_str base);

/* The table called `what`: articles, events, claims, offices, nodes, edges;
 * false if there is none. */
bool ng_print_table(ng_buf *out, ng_facts *facts, const char *what,
                    ng_cells cells);

#endif /* NG_REPORT_PRINT_H */
