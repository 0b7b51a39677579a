/* bench_graph.c - newsgraph bench graph: articles a second through the whole
 * pipeline to N-Triples on one core, and where the time goes. */
#include "cli/bench.h"
#include "cli/common.h"
#include "core/fail.h"
#include "render.h"

#include <stdio.h>
#include <stdlib.h>

static const cli_command command = {
    CLI_GRAPH, "bench graph", "[options] INPUT...",
    "Read articles as 'newsgraph graph' does, on one core, and throw the "
    "graph\n"
    "away. Print articles and megabytes of text a second, and of each stage "
    "the\n"
    "microseconds an article. '--model none' stops after linking.\n"};

enum { MOST_STAGES = 32 };

typedef struct {
  const cli_run *run;
  ng_renderer renderer;
  uint64_t articles, bytes, failed;
  double reading, writing, stages[MOST_STAGES]; /* seconds of CPU */
} timing;

/* Seconds since *from, which becomes now. */
static double
lap(double *from)
{
  double now = bench_seconds(), spent = now - *from;
  *from = now;
  return spent;
}

static ng_status
time_doc(timing *t, ng_doc *doc, double *clock, ng_error *err)
{
  const ng_context *context = &t->run->annotator->context;
  ng_buf out = {0};
  for (size_t i = 0; i < ng_n_stages; i++) {
    NG_TRY(ng_stages[i].run(context, doc, err));
    t->stages[i] += lap(clock);
  }
  ng_status st = ng_render_article(&t->renderer, doc, &out, err);
  ng_buf_release(&out);
  t->writing += lap(clock);
  t->articles++;
  t->bytes += doc->text.len;
  return st;
}

/* Every article of the input at `path`. */
static ng_status
time_input(timing *t, const char *path, ng_error *err)
{
  ng_reader *reader;
  ng_doc *doc;
  double clock = bench_seconds();
  NG_TRY(ng_reader_open(&reader, path, &t->run->request->options, err));
  ng_status st;
  while ((st = ng_reader_next(reader, &doc, err)) != NG_END) {
    t->reading += lap(&clock);
    if (st == NG_OK) {
      st = time_doc(t, doc, &clock, err);
      ng_doc_free(doc);
      (void)lap(&clock);
    }
    if (st != NG_OK && st != NG_ERR_SYNTAX && st != NG_ERR_LIMIT)
      break;
    t->failed += st != NG_OK;
  }
  ng_reader_close(reader);
  return st == NG_END ? NG_OK : st;
}

static void
print_row(const char *name, double seconds, uint64_t articles)
{
  (void)printf("%s.us_per_article\t%.0f\n", name,
               seconds * 1e6 / (double)articles);
}

static void
print(const timing *t)
{
  double all = t->reading + t->writing;
  for (size_t i = 0; i < ng_n_stages; i++)
    all += t->stages[i];
  (void)printf("articles\t%llu\nbytes\t%llu\nfailed\t%llu\n",
               (unsigned long long)t->articles, (unsigned long long)t->bytes,
               (unsigned long long)t->failed);
  if (t->articles == 0 || all <= 0)
    return;
  (void)printf("articles_per_s\t%.1f\nmb_per_s\t%.3f\n",
               (double)t->articles / all, (double)t->bytes / all / 1e6);
  print_row("read", t->reading, t->articles);
  for (size_t i = 0; i < ng_n_stages; i++)
    print_row(ng_stages[i].name, t->stages[i], t->articles);
  print_row("write", t->writing, t->articles);
}

static int
bench_run(const cli_run *run)
{
  timing t = {.run = run};
  ng_error err = {0};
  int status = 0;
  if (ng_renderer_init(&t.renderer, run->annotator, NG_NTRIPLES, &err) != NG_OK)
    status = cli_complain(NULL, &err);
  for (size_t i = 0; status == 0 && i < run->request->inputs.n_paths; i++)
    if (time_input(&t, run->request->inputs.paths[i], &err) != NG_OK)
      status = cli_complain(run->request->inputs.paths[i], &err);
  if (status == 0)
    print(&t);
  ng_renderer_release(&t.renderer);
  return status;
}

int
bench_graph(int argc, char **argv)
{
  cli_request request;
  cli_run run;
  int status = cli_parse(&request, &command, argc, argv);
  if (status >= 0)
    return status;
  if (request.inputs.n_paths == 0)
    return cli_wrong(&command, "no file given");
  if (ng_n_stages > MOST_STAGES)
    abort(); /* a stage too many: the table above must grow */
  status = cli_run_open(&run, &request, &command);
  return status ? status : cli_run_close(&run, bench_run(&run));
}
