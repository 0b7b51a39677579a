/* bench_write.c - newsgraph bench write GRAPH...: triples a second into each
 * format, on one core, into memory; an article's worth of triples at a time. */
#include "cli/bench.h"
#include "cli/choose.h"

#include "core/fail.h"
#include "core/str.h"
#include "rdf/prefixes.h"
#include "rdf/read.h"
#include "rdf/write.h"

#include <getopt.h>
#include <stdio.h>

enum { ARTICLE = 500, RUN_MS = 500 };

static const size_t BUDGET = (size_t)8 << 30;

static void
print_rate(const char *what, uint64_t triples, uint64_t bytes, double seconds)
{
  (void)printf("%s.triples_per_s\t%.0f\n", what, (double)triples / seconds);
  if (bytes)
    (void)printf("%s.mb_per_s\t%.1f\n", what, (double)bytes / seconds / 1e6);
}

static ng_graph
slice(const ng_graph *graph, uint32_t from)
{
  uint32_t n =
      graph->quads.n - from < ARTICLE ? graph->quads.n - from : ARTICLE;
  ng_graph part = *graph;
  part.quads.at += from;
  part.quads.n = part.quads.cap = n;
  return part;
}

static ng_status
run_format(ng_writer *w, const ng_graph *graph, ng_error *err)
{
  ng_buf out = {0};
  uint64_t triples = 0, bytes = 0;
  ng_status st = NG_OK;
  double start = bench_seconds(), now = start;
  while (st == NG_OK && now - start < RUN_MS / 1e3) {
    for (uint32_t i = 0; st == NG_OK && i < graph->quads.n; i += ARTICLE) {
      ng_graph part = slice(graph, i);
      out.len = 0;
      st = ng_write_graph(w, &part, i == 0, &out, err);
      bytes += out.len;
    }
    triples += graph->quads.n;
    now = bench_seconds();
  }
  ng_buf_release(&out);
  if (st == NG_OK)
    print_rate(ng_format_name(w->format), triples, bytes, now - start);
  return st;
}

static ng_status
run_formats(const ng_graph *graph, ng_error *err)
{
  for (int f = NG_TURTLE; f <= NG_RDFXML; f++) {
    ng_writer w;
    NG_TRY(ng_writer_init(&w, (ng_format)f, ng_well_known_prefixes(), err));
    ng_status st = run_format(&w, graph, err);
    ng_writer_release(&w);
    NG_TRY(st);
  }
  return NG_OK;
}

/* Read the files and shorten every IRI. */
static ng_status
load(int n, char **paths, ng_graph *graph, ng_error *err)
{
  ng_namespaces spaces = ng_well_known_prefixes();
  for (int i = 0; i < n; i++)
    NG_TRY(ng_rdf_read_file(paths[i], NULL,
                            (ng_rdf_sink){ng_rdf_collect, graph}, err));
  for (uint32_t i = 0; i < graph->quads.n; i++) {
    ng_quad *q = &graph->quads.at[i];
    q->subject = ng_term_shorten(spaces, q->subject);
    q->predicate = ng_term_shorten(spaces, q->predicate);
    q->object = ng_term_shorten(spaces, q->object);
    q->graph = ng_term_shorten(spaces, q->graph);
  }
  return NG_OK;
}

/* Arrange an article's worth at a time, each in an arena of its own. */
static ng_status
run_arrange(const ng_graph *graph, ng_error *err)
{
  uint64_t triples = 0;
  ng_status st = NG_OK;
  double start = bench_seconds(), now = start;
  while (st == NG_OK && now - start < RUN_MS / 1e3) {
    for (uint32_t i = 0; st == NG_OK && i < graph->quads.n; i += ARTICLE) {
      ng_arena arena;
      ng_graph part = slice(graph, i);
      ng_arena_init(&arena, BUDGET);
      part.arena = &arena;
      st = ng_graph_arrange(&part, err);
      ng_arena_release(&arena);
    }
    triples += graph->quads.n;
    now = bench_seconds();
  }
  if (st == NG_OK)
    print_rate("arrange", triples, 0, now - start);
  return st;
}

int
bench_write(int argc, char **argv)
{
  static const char usage[] =
      "Usage: newsgraph bench write GRAPH...\n\n"
      "Read graphs, arrange them and write them in memory in each format of "
      "RDF;\n"
      "print triples and speed.\n";
  int status = cli_only_files("bench", usage, argc, argv);
  if (status >= 0)
    return status;
  ng_arena arena;
  ng_graph graph;
  ng_error err = {0};
  ng_arena_init(&arena, BUDGET);
  ng_graph_init(&graph, &arena);
  ng_status st = load(argc - optind, argv + optind, &graph, &err);
  if (st == NG_OK)
    st = run_arrange(&graph, &err);
  if (st == NG_OK)
    st = ng_graph_arrange(&graph, &err);
  if (st == NG_OK)
    st = run_formats(&graph, &err);
  ng_arena_release(&arena);
  if (st != NG_OK)
    (void)fprintf(stderr, "newsgraph: %s\n", err.text);
  return st == NG_OK ? 0 : 1;
}
