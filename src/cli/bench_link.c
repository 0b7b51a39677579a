/* bench_link.c - newsgraph bench link: articles a second on one core, from text
 * to triples, linking only.
 *
 * The texts are in memory, the triples go to memory, no model tags or parses,
 * and nothing is looked for but whom an article names.  Rounds over all
 * articles are timed whole, the fastest counts; one more round reads the clock
 * at every stage, which costs a little, so its times are scaled to the fastest.
 */
#include "cli/bench.h"
#include "cli/common.h"
#include "core/arena.h"
#include "core/fail.h"
#include "core/str.h"
#include "emit/emit.h"
#include "render.h"

#include <stdio.h>

static const cli_command command = {
    CLI_BENCH, "bench link", "[options] INPUT...",
    "Link the first 2,000 articles of the inputs over and over for some three\n"
    "seconds on one core, from text in memory to N-Triples in memory, without "
    "a\n"
    "model: no events, no times. A line a metric: articles a second "
    "(processor\n"
    "time, the fastest round), the same as articles of 2,500 bytes, and each\n"
    "stage's microseconds an article and share. INPUT is as for 'newsgraph\n"
    "graph'.\n"};

enum { MOST_ARTICLES = 2000, SECONDS = 3, TYPICAL_BYTES = 2500 };

/* What is timed.  The stages have the names of ng_stages[]. */
typedef enum { READ, SEGMENT, SPOT, LINK, EMIT, ARRANGE, WRITE, N_STEPS } step;

static const char *const step_names[N_STEPS] = {
    "read", "segment", "spot", "link", "emit", "arrange", "write"};

typedef struct {
  cli_request request;
  cli_run run;
  ng_arena arena; /* of the texts */
  NG_VEC(ng_article) articles;
  uint64_t bytes, mentions, written;
  ng_renderer renderer;
  ng_buf out;
  bool profile; /* read the clock at every step */
  double spent[N_STEPS];
} job;

/* --- articles ------------------------------------------------------------- */

/* Keep what the document was made of. */
static bool
keep(job *j, const ng_doc *doc)
{
  char date[NG_DATE_ROOM];
  ng_article a = {.text =
                      ng_doc_text(doc, doc->parts.at[doc->parts.n - 1].span),
                  .title = doc->title,
                  .id = doc->id,
                  .url = doc->url,
                  .date = {date, ng_doc_date(doc, date)},
                  .lang = doc->lang};
  j->bytes += a.text.len;
  return ng_str_keep(&j->arena, &a.text) && ng_str_keep(&j->arena, &a.title) &&
         ng_str_keep(&j->arena, &a.id) && ng_str_keep(&j->arena, &a.url) &&
         ng_str_keep(&j->arena, &a.date) && ng_str_keep(&j->arena, &a.lang) &&
         NG_PUSH(&j->arena, &j->articles, a);
}

static ng_status
read_file(job *j, const char *path, ng_error *err)
{
  ng_reader *reader;
  NG_TRY(ng_reader_open(&reader, path, &j->request.options, err));
  ng_status st = NG_OK;
  while (st == NG_OK && j->articles.n < MOST_ARTICLES) {
    ng_doc *doc = NULL;
    st = ng_reader_next(reader, &doc, err);
    if (st == NG_OK && !keep(j, doc))
      st = ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
    ng_doc_free(doc);
  }
  ng_reader_close(reader);
  return st == NG_END ? NG_OK : st;
}

/* Read the inputs; the exit status. */
static int
read_all(job *j)
{
  ng_error err = {0};
  ng_walk *walk;
  const char *path = NULL;
  if (ng_walk_new(&walk, &j->request.inputs, &err) != NG_OK)
    return cli_complain(NULL, &err);
  ng_status st = NG_OK;
  int status = 0;
  while (st == NG_OK && j->articles.n < MOST_ARTICLES && status == 0) {
    st = ng_walk_next(walk, &path, &err);
    if (st != NG_END && (st != NG_OK || read_file(j, path, &err) != NG_OK))
      status = cli_complain(path, &err);
  }
  ng_walk_free(walk);
  return status;
}

/* --- running -------------------------------------------------------------- */

/* The time since `*since`, which becomes now, belongs to `s`. */
static void
lap(job *j, step s, double *since)
{
  if (!j->profile)
    return;
  double t = bench_seconds();
  j->spent[s] += t - *since;
  *since = t;
}

/* The same, if all is well. */
static ng_status
done(job *j, step s, double *since, ng_status st)
{
  lap(j, s, since);
  return st;
}

static ng_status
render(job *j, ng_doc *doc, double *since, ng_error *err)
{
  const ng_context *context = &j->run.annotator->context;
  ng_graph graph;
  ng_graph_init(&graph, &doc->arena);
  NG_TRY(done(j, EMIT, since, ng_emit_article(context, doc, &graph, err)));
  NG_TRY(done(j, ARRANGE, since, ng_graph_arrange(&graph, err)));
  j->out.len = 0;
  NG_TRY(
      done(j, WRITE, since,
           ng_write_graph(&j->renderer.writer, &graph, false, &j->out, err)));
  j->written += j->out.len;
  return NG_OK;
}

static ng_status
link_article(job *j, ng_doc *doc, double *since, ng_error *err)
{
  const ng_context *context = &j->run.annotator->context;
  NG_TRY(done(j, SEGMENT, since, ng_segment(context, doc, err)));
  NG_TRY(done(j, SPOT, since, ng_spot_names(context, doc, err)));
  NG_TRY(done(j, LINK, since, ng_link(context, doc, err)));
  j->mentions += doc->mentions.n;
  return render(j, doc, since, err);
}

static ng_status
run_once(job *j, ng_error *err)
{
  double since = j->profile ? bench_seconds() : 0;
  j->mentions = j->written = 0;
  for (uint32_t i = 0; i < j->articles.n; i++) {
    ng_doc *doc;
    NG_TRY(ng_doc_new_article(&doc, &j->articles.at[i],
                              j->request.options.budget, err));
    lap(j, READ, &since);
    ng_status st = link_article(j, doc, &since, err);
    ng_doc_free(doc);
    lap(j, READ, &since);
    NG_TRY(st);
  }
  return NG_OK;
}

/* Seconds of the fastest round in *best. */
static ng_status
run_rounds(job *j, double *best, ng_error *err)
{
  *best = 0;
  for (double start = bench_seconds(), begin = start;
       begin - start < SECONDS;) {
    NG_TRY(run_once(j, err));
    double end = bench_seconds();
    if (*best <= 0 || end - begin < *best)
      *best = end - begin;
    begin = end;
  }
  j->profile = true;
  return run_once(j, err);
}

static void
print(const job *j, double best)
{
  double n = j->articles.n, rate = best > 0 ? n / best : 0, sum = 0;
  (void)printf("articles\t%.0f\nbytes an article\t%.0f\n"
               "mentions an article\t%.1f\ntriples, bytes an article\t%.0f\n",
               n, (double)j->bytes / n, (double)j->mentions / n,
               (double)j->written / n);
  (void)printf("articles/s\t%.0f\narticles of %d bytes/s\t%.0f\nMB/s\t%.2f\n",
               rate, TYPICAL_BYTES,
               best > 0 ? (double)j->bytes / best / TYPICAL_BYTES : 0,
               best > 0 ? (double)j->bytes / best * 1e-6 : 0);
  for (int i = 0; i < N_STEPS; i++)
    sum += j->spent[i];
  for (int i = 0; i < N_STEPS && sum > 0; i++)
    (void)printf("stage %s\t%.1f\t%.1f%%\n", step_names[i],
                 j->spent[i] / sum * best / n * 1e6, 100 * j->spent[i] / sum);
}

static int
run(job *j)
{
  ng_error err = {0};
  double best = 0;
  int status = read_all(j);
  if (status == 0 && !j->articles.n) {
    (void)fputs("newsgraph: bench link: the inputs have no article\n", stderr);
    return 1;
  }
  if (status == 0 && (ng_renderer_init(&j->renderer, j->run.annotator,
                                       NG_NTRIPLES, &err) != NG_OK ||
                      run_rounds(j, &best, &err) != NG_OK))
    status = cli_complain(NULL, &err);
  ng_renderer_release(&j->renderer);
  if (status == 0)
    print(j, best);
  return status;
}

int
bench_link(int argc, char **argv)
{
  job j = {.renderer = {0}};
  int status = cli_parse(&j.request, &command, argc, argv);
  if (status >= 0)
    return status;
  if (!j.request.inputs.n_paths)
    return cli_wrong(&command, "no file given");
  j.request.options.model = "none";
  status = cli_run_open(&j.run, &j.request, &command);
  if (status != 0)
    return status;
  ng_arena_init(&j.arena, SIZE_MAX / 2);
  status = run(&j);
  ng_buf_release(&j.out);
  ng_arena_release(&j.arena);
  if (fflush(stdout) != 0 || ferror(stdout))
    status = 1;
  int closed = cli_run_close(&j.run, status);
  return closed > status ? closed : status;
}
