/* graph_table.h - articles as a table: newsgraph graph -f tsv. */
#ifndef NG_CLI_GRAPH_TABLE_H
#define NG_CLI_GRAPH_TABLE_H

#include "cli/common.h"

/* Read the articles of the run and write the table that its request asks for
 * (there is one of that name), with its header, rows in the articles' order;
 * the exit status. */
int cli_graph_table(cli_run *run);

#endif /* NG_CLI_GRAPH_TABLE_H */
