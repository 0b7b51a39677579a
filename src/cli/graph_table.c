/* graph_table.c - articles as a table: newsgraph graph -f tsv. */
#include "cli/graph_table.h"
#include "core/fail.h"
#include "emit/emit.h"
#include "report/print.h"

typedef struct {
  const ng_table *table;
  ng_cells cells;
  ng_keys seen; /* rows by their first cell, where each is to be there once */
  ng_buf fresh; /* rows not seen before */
} maker;

static ng_status
make_rows(const cli_run *run, ng_doc *doc, ng_facts *facts, ng_error *err)
{
  const ng_annotator *annotator = run->annotator;
  ng_namespace room[NG_N_NS];
  ng_namespaces spaces = ng_vocabulary(&annotator->options, room);
  ng_graph graph;
  ng_graph_init(&graph, &doc->arena);
  NG_TRY(ng_emit_article(&annotator->context, doc, &graph, err));
  NG_TRY(ng_graph_arrange(&graph, err));
  NG_TRY(ng_triples_add(&facts->triples, &graph, spaces, err));
  return ng_facts_fill(facts, err);
}

static ng_status
render(void *to, unsigned worker, ng_doc *doc, ng_buf *out, ng_error *err)
{
  const cli_run *run = to;
  const maker *m = run->own;
  ng_facts facts;
  (void)worker;
  ng_facts_init(&facts);
  facts.as_met = true;
  ng_status st = make_rows(run, doc, &facts, err);
  if (st == NG_OK)
    ng_print_table_rows(out, m->table, &facts, m->cells);
  if (st == NG_OK && out->failed)
    st = ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_facts_release(&facts);
  return st;
}

/* The end of the cell, or of the row, that begins at `at`. */
static size_t
end_of(const maker *m, ng_str rows, size_t at, bool cell)
{
  bool csv = m->cells == NG_CELLS_CSV, quoted = false;
  char between = csv ? ',' : '\t';
  for (; at < rows.len; at++) {
    char c = rows.at[at];
    if (!quoted && (c == '\n' || (cell && c == between)))
      break;
    quoted ^= csv && c == '"';
  }
  return at;
}

/* An entity is a node of many articles, and one row. */
static ng_status
drop_seen(void *to, ng_str *bytes, ng_error *err)
{
  const cli_run *run = to;
  maker *m = run->own;
  m->fresh.len = 0;
  for (size_t at = 0; at < bytes->len;) {
    bool fresh;
    size_t id = end_of(m, *bytes, at, true);
    size_t end = end_of(m, *bytes, at, false);
    if (!ng_keys_put(&m->seen, ng_key_of(ng_str_slice(*bytes, at, id)), &fresh))
      return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
    end += end < bytes->len;
    if (fresh)
      ng_buf_str(&m->fresh, ng_str_slice(*bytes, at, end));
    at = end;
  }
  *bytes = (ng_str){m->fresh.at, m->fresh.len};
  return m->fresh.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                         : NG_OK;
}

static ng_status
write_head(cli_run *run, ng_error *err)
{
  const maker *m = run->own;
  ng_buf out = {0};
  ng_print_table_head(&out, m->table, m->cells);
  ng_status st =
      out.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                 : cli_parts_write(&run->parts, (ng_str){out.at, out.len}, err);
  ng_buf_release(&out);
  return st;
}

int
cli_graph_table(cli_run *run)
{
  const char *name = run->request->table ? run->request->table : "events";
  maker m = {.table = ng_table_find(name),
             .cells =
                 run->request->rows == CLI_CSV ? NG_CELLS_CSV : NG_CELLS_TSV};
  ng_error err = {0};
  run->own = &m;
  run->render = render;
  run->filter = strcmp(name, "nodes") == 0 ? drop_seen : NULL;
  int status = write_head(run, &err) == NG_OK ? cli_run_articles(run)
                                              : (cli_complain(NULL, &err), 2);
  run->own = NULL;
  ng_keys_release(&m.seen);
  ng_buf_release(&m.fresh);
  return status;
}
