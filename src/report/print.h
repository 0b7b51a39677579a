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

/* A table of what graphs say: articles, events, claims, offices, nodes,
 * edges. */
typedef struct ng_table ng_table;

/* The table called `name`; NULL if there is none. */
const ng_table *ng_table_find(const char *name);

/* Its first line, the names of its columns; and its rows. */
void ng_print_table_head(ng_buf *out, const ng_table *table, ng_cells cells);
void ng_print_table_rows(ng_buf *out, const ng_table *table, ng_facts *facts,
                         ng_cells cells);

#endif /* NG_REPORT_PRINT_H */
