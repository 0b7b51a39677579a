/* cmd_graph.c - newsgraph graph: articles in, RDF out. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/graph_table.h"
#include "core/fail.h"
#include "render.h"
#include "report/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const cli_command command = {
    CLI_GRAPH, "graph", "[options] [INPUT...]",
    "Read articles, write their knowledge graph as RDF. An INPUT is a file or "
    "a\n"
    "folder; '-' or none is standard input. Plain text is one article a file,\n"
    "and may begin with ' date YYYY-MM-DD '; JSON lines are an article a line\n"
    "(\"id\", \"url\", \"title\", \"date\", \"text\", or as ninjs and "
    "schema.org\n"
    "name them). Both also compressed by gzip, zstd, bzip2 or xz.\n"};

/* One renderer a thread, and one more for what comes first and last. */
typedef struct {
  ng_renderer *at;
  unsigned n;
} renderers;

static void
release(renderers *r)
{
  for (unsigned i = 0; i < r->n; i++)
    ng_renderer_release(&r->at[i]);
  free(r->at);
}

static ng_status
open_renderers(renderers *r, const cli_run *run, ng_format format,
               ng_error *err)
{
  unsigned n = ng_pipeline_threads(&run->request->options) + 1;
  *r = (renderers){.at = calloc(n, sizeof *r->at)};
  if (!r->at)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  for (; r->n < n; r->n++)
    NG_TRY(ng_renderer_init(&r->at[r->n], run->annotator, format, err));
  return NG_OK;
}

static ng_status
render(void *to, unsigned worker, ng_doc *doc, ng_buf *out, ng_error *err)
{
  const cli_run *run = to;
  const renderers *r = run->own;
  return ng_render_article(&r->at[worker], doc, out, err);
}

typedef ng_status edge(ng_renderer *renderer, ng_buf *out, ng_error *err);

/* Write what comes first, or last. */
static int
write_edge(cli_run *run, edge *write)
{
  const renderers *r = run->own;
  ng_error err = {0};
  ng_buf out = {0};
  ng_status st = write(&r->at[r->n - 1], &out, &err);
  if (st == NG_OK)
    st = cli_parts_write(&run->parts, (ng_str){out.at, out.len}, &err);
  ng_buf_release(&out);
  return st == NG_OK ? 0 : (cli_complain(NULL, &err), 2);
}

/* How much the format could not carry. */
static size_t
replaced(const renderers *r)
{
  size_t n = 0;
  for (unsigned i = 0; i < r->n; i++)
    n += r->at[i].writer.replaced;
  return n;
}

static int
run_all(cli_run *run, ng_format format)
{
  renderers r;
  ng_error err = {0};
  int status = 0;
  if (open_renderers(&r, run, format, &err) != NG_OK)
    status = (cli_complain(NULL, &err), 2);
  run->own = &r;
  run->render = render;
  if (status == 0)
    status = write_edge(run, ng_render_begin);
  if (status == 0)
    status = cli_run_articles(run);
  if (status != 2 && write_edge(run, ng_render_end) != 0)
    status = 2;
  cli_tell_replaced(replaced(&r));
  release(&r);
  run->own = NULL;
  return status;
}

/* What is asked for that cannot be: -1 if nothing is, or the exit status. */
static int
check(const cli_request *r)
{
  ng_profile profile = r->options.profile;
  bool lines = r->format == NG_NQUADS || r->format == NG_NTRIPLES;
  if ((r->split || r->void_path) && (r->rows || !lines))
    return cli_wrong(&command, "--split and --void are for -f nquads and "
                               "-f ntriples");
  if (r->table && !r->rows)
    return cli_wrong(&command, "--table is for -f tsv and -f csv");
  if (r->table && !ng_table_find(r->table))
    return cli_wrong(&command, "no table '%s'", r->table);
  if (r->rows && profile != NG_PROFILE_FACTS && profile != NG_PROFILE_FULL)
    return cli_wrong(&command, "a table is of what profile facts has");
  return -1;
}

int
cmd_graph(int argc, char **argv)
{
  cli_request request;
  int status = cli_parse(&request, &command, argc, argv);
  if (status >= 0)
    return status;
  if (!request.has_format) {
    const char *path = request.output ? request.output : "";
    request.rows = cli_rows_of_file(path);
    request.format = NG_TURTLE;
    (void)ng_format_of_file((ng_str){path, strlen(path)}, &request.format);
  }
  status = check(&request);
  if (status >= 0)
    return status;
  cli_run run;
  status = cli_run_open(&run, &request, &command);
  if (status != 0)
    return status;
  if (!run.annotator->model && !request.options.model && !request.quiet)
    (void)fputs("newsgraph: no model is installed: no events and claims are "
                "looked for\n",
                stderr);
  status = request.rows ? cli_graph_table(&run) : run_all(&run, request.format);
  return cli_run_close(&run, status);
}
