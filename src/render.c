#include "render.h"
#include "core/fail.h"
#include "emit/emit.h"

#include <stdlib.h>

/* What the run's description may take. */
enum { RUN_BUDGET = 1 << 20 };

ng_status
ng_renderer_init(ng_renderer *renderer, const ng_annotator *annotator,
                 ng_format format, ng_error *err)
{
  *renderer = (ng_renderer){.annotator = annotator};
  renderer->spaces = calloc(NG_N_NS, sizeof *renderer->spaces);
  if (!renderer->spaces)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_namespaces spaces = ng_vocabulary(&annotator->options, renderer->spaces);
  ng_status st = ng_writer_init(&renderer->writer, format, spaces, err);
  if (st != NG_OK) {
    free(renderer->spaces);
    renderer->spaces = NULL;
  }
  return st;
}

void
ng_renderer_release(ng_renderer *renderer)
{
  if (renderer->spaces)
    ng_writer_release(&renderer->writer);
  free(renderer->spaces);
  *renderer = (ng_renderer){0};
}

static ng_status
checked(const ng_buf *out, ng_status status, ng_error *err)
{
  if (status == NG_OK && out->failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  return status;
}

static ng_status
write_run(ng_renderer *r, ng_arena *arena, ng_buf *out, ng_error *err)
{
  ng_graph graph;
  ng_graph_init(&graph, arena);
  NG_TRY(ng_emit_run(&r->annotator->context, &graph, err));
  NG_TRY(ng_graph_arrange(&graph, err));
  return ng_write_graph(&r->writer, &graph, true, out, err);
}

ng_status
ng_render_begin(ng_renderer *r, ng_buf *out, ng_error *err)
{
  NG_TRY(ng_write_begin(&r->writer, out, err));
  ng_arena arena;
  ng_arena_init(&arena, RUN_BUDGET);
  ng_status st = write_run(r, &arena, out, err);
  ng_arena_release(&arena);
  return checked(out, st, err);
}

ng_status
ng_render_article(ng_renderer *r, ng_doc *doc, ng_buf *out, ng_error *err)
{
  ng_graph graph;
  ng_graph_init(&graph, &doc->arena);
  NG_TRY(ng_emit_article(&r->annotator->context, doc, &graph, err));
  NG_TRY(ng_graph_arrange(&graph, err));
  return checked(out, ng_write_graph(&r->writer, &graph, false, out, err), err);
}

ng_status
ng_render_end(ng_renderer *r, ng_buf *out, ng_error *err)
{
  return checked(out, ng_write_end(&r->writer, out, err), err);
}

/* --- for C programs ------------------------------------------------------- */

struct ng_graph_writer {
  ng_renderer renderer;
  ng_graph_sink sink;
  ng_buf out;
};

/* Hand over what is written so far. */
static ng_status
pass_on(ng_graph_writer *writer, ng_status status, ng_error *err)
{
  size_t len = writer->out.len;
  writer->out.len = 0;
  if (status == NG_OK && len &&
      !writer->sink.write(writer->sink.to, writer->out.at, len))
    return ng_fail(err, NG_ERR_IO, 0, "cannot write the graph");
  return status;
}

static void
writer_free(ng_graph_writer *writer)
{
  ng_renderer_release(&writer->renderer);
  ng_buf_release(&writer->out);
  free(writer);
}

ng_status
ng_graph_writer_new(ng_graph_writer **out, const ng_annotator *annotator,
                    const ng_graph_sink *sink, ng_error *err)
{
  *out = NULL;
  if (sink->format > NG_RDFXML)
    return ng_fail(err, NG_ERR_USAGE, 0, "no such format");
  ng_graph_writer *writer = calloc(1, sizeof *writer);
  if (!writer)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  writer->sink = *sink;
  ng_status st =
      ng_renderer_init(&writer->renderer, annotator, sink->format, err);
  if (st == NG_OK) {
    st = ng_render_begin(&writer->renderer, &writer->out, err);
    st = pass_on(writer, st, err);
  }
  if (st != NG_OK) {
    writer_free(writer);
    return st;
  }
  *out = writer;
  return NG_OK;
}

ng_status
ng_graph_write(ng_graph_writer *writer, ng_doc *doc, ng_error *err)
{
  ng_status st = ng_render_article(&writer->renderer, doc, &writer->out, err);
  return pass_on(writer, st, err);
}

ng_status
ng_graph_writer_end(ng_graph_writer *writer, ng_error *err)
{
  ng_status st = ng_render_end(&writer->renderer, &writer->out, err);
  st = pass_on(writer, st, err);
  writer_free(writer);
  return st;
}
