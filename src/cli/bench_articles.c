/* bench_articles.c - newsgraph bench graph|link: articles a second on one core,
 * from text to triples, and where the time goes.
 *
 * The texts are in memory, the triples go to memory.  'link' is 'graph' without
 * a model, so without events.  Rounds over all articles are timed whole, and
 * every second one stage by stage; the fastest counts. */
#include "cli/articles.h"
#include "cli/bench.h"
#include "cli/common.h"
#include "core/arena.h"
#include "core/fail.h"
#include "core/str.h"
#include "emit/emit.h"
#include "link/names.h"
#include "render.h"

#include <stdio.h>
#include <stdlib.h>

static const cli_command link_command = {
    CLI_BENCH_LINK, "bench link", "[options] INPUT...",
    "Link the first 2,000 articles of the inputs over and over for some three\n"
    "seconds on one core, from text in memory to N-Triples in memory, without "
    "a\n"
    "model: no events, no times. A line a metric: articles a second "
    "(processor\n"
    "time, the fastest round), the same as articles of 2,500 bytes, and each\n"
    "stage's microseconds an article and share. INPUT is as for 'newsgraph\n"
    "graph'.\n"};

static const cli_command graph_command = {
    CLI_BENCH_GRAPH, "bench graph", "[options] INPUT...",
    "As 'bench link', but with a model, through all stages: the whole work of\n"
    "'newsgraph graph'. At least one round, however long it takes.\n"};

enum { MOST_ARTICLES = 2000, SECONDS = 3, TYPICAL_BYTES = 2500 };

/* What is timed: the stages of the pipeline between reading and three more. */
enum { READ, STAGES, MOST_STEPS = 32 };

typedef struct {
  double at[MOST_STEPS], all; /* seconds of CPU */
} laps;

typedef struct {
  cli_request request;
  cli_run run;
  ng_arena arena; /* of the texts */
  NG_VEC(ng_article) articles;
  uint64_t bytes, mentions, written, failed;
  ng_renderer renderer;
  ng_buf out;
  ng_names *names; /* of a worker, new in each round */
  size_t n_stages;
  laps now;
  bool lapping; /* the round is timed stage by stage, too */
  double since; /* the clock at the last lap */
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
take_article(void *to, ng_doc *doc, ng_error *err)
{
  job *j = to;
  if (!keep(j, doc))
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  return j->articles.n < MOST_ARTICLES ? NG_OK : NG_END;
}

/* --- running -------------------------------------------------------------- */

/* The time since the last lap belongs to step `s`. */
static void
lap(job *j, size_t s)
{
  if (!j->lapping)
    return;
  double t = bench_seconds();
  j->now.at[s] += t - j->since;
  j->since = t;
}

static ng_status
render(job *j, ng_doc *doc, ng_error *err)
{
  const ng_context *context = &j->run.annotator->context;
  size_t step = STAGES + j->n_stages;
  ng_graph graph;
  ng_graph_init(&graph, &doc->arena);
  NG_TRY(ng_emit_article(context, doc, &graph, err));
  lap(j, step);
  NG_TRY(ng_graph_arrange(&graph, err));
  lap(j, step + 1);
  j->out.len = 0;
  NG_TRY(ng_write_graph(&j->renderer.writer, &graph, false, &j->out, err));
  lap(j, step + 2);
  j->written += j->out.len;
  return NG_OK;
}

static void
stage_done(void *to, size_t stage)
{
  lap(to, STAGES + stage);
}

/* Articles that are in work at once, as on a thread of 'newsgraph graph'. */
typedef struct {
  ng_doc *docs[NG_SLOT_ARTICLES];
  ng_status status[NG_SLOT_ARTICLES];
  size_t n;
} slot;

/* Make documents of articles from `first` on. */
static void
fill(job *j, slot *s, uint32_t first, ng_error *err)
{
  size_t bytes = 0;
  s->n = 0;
  while (s->n < NG_SLOT_ARTICLES && first + s->n < j->articles.n &&
         bytes < NG_SLOT_BYTES) {
    const ng_article *article = &j->articles.at[first + s->n];
    ng_doc **doc = &s->docs[s->n];
    *doc = NULL;
    s->status[s->n++] =
        ng_doc_new_article(doc, article, j->request.options.budget, err);
    if (*doc)
      (*doc)->names = j->names;
    bytes += article->text.len;
    lap(j, READ);
  }
}

/* Annotate the articles, render and free them. */
static void
work(job *j, slot *s, ng_error *err)
{
  ng_in_work at[NG_SLOT_ARTICLES];
  size_t n = 0;
  for (size_t i = 0; i < s->n; i++)
    if (s->status[i] == NG_OK)
      at[n++] = (ng_in_work){s->docs[i], &s->status[i], err};
  ng_stages_run(&j->run.annotator->context, at, n,
                &(ng_stages_until){j->n_stages, stage_done, j});
  for (size_t i = 0; i < s->n; i++) {
    if (s->status[i] == NG_OK) {
      j->mentions += s->docs[i]->mentions.n;
      s->status[i] = render(j, s->docs[i], err);
    }
    ng_doc_free(s->docs[i]);
    lap(j, READ);
  }
}

/* An article too long for the budget is counted, the rest goes on. */
static ng_status
run_once(job *j, ng_error *err)
{
  ng_names_free(j->names);
  j->names = ng_names_new();
  double begin = j->since = bench_seconds();
  j->now = (laps){.all = 0};
  j->mentions = j->written = j->failed = 0;
  slot s;
  for (uint32_t i = 0; i < j->articles.n; i += (uint32_t)s.n) {
    fill(j, &s, i, err);
    work(j, &s, err);
    for (size_t k = 0; k < s.n; k++) {
      if (s.status[k] != NG_OK && s.status[k] != NG_ERR_LIMIT)
        return s.status[k];
      j->failed += s.status[k] != NG_OK;
    }
  }
  j->now.all = bench_seconds() - begin;
  return NG_OK;
}

/* The times of the fastest round, and of the fastest of every second one, in
 * which looking at the clock costs one part in a hundred. */
static ng_status
run_rounds(job *j, laps *best, laps *stages, ng_error *err)
{
  double end = bench_seconds() + SECONDS;
  for (j->lapping = true;; j->lapping = !j->lapping) {
    NG_TRY(run_once(j, err));
    if (j->lapping && (stages->all <= 0 || j->now.all < stages->all))
      *stages = j->now;
    if (best->all <= 0 || j->now.all < best->all)
      *best = j->now;
    if (bench_seconds() >= end)
      return NG_OK;
  }
}

static const char *
step_name(const job *j, size_t step)
{
  static const char *const last[] = {"emit", "arrange", "write"};
  if (step == READ)
    return "read";
  step -= STAGES;
  return step < j->n_stages ? ng_stages[step].name : last[step - j->n_stages];
}

static void
print(const job *j, const laps *best, const laps *stages)
{
  double n = j->articles.n, all = best->all > 0 ? best->all : 1e-9;
  (void)printf("articles\t%.0f\nfailed\t%.0f\nbytes an article\t%.0f\n"
               "mentions an article\t%.1f\ntriples, bytes an article\t%.0f\n",
               n, (double)j->failed, (double)j->bytes / n,
               (double)j->mentions / n, (double)j->written / n);
  (void)printf("articles/s\t%.1f\narticles of %d bytes/s\t%.1f\n"
               "MB/s\t%.3f\n",
               n / all, TYPICAL_BYTES, (double)j->bytes / all / TYPICAL_BYTES,
               (double)j->bytes / all * 1e-6);
  for (size_t i = 0; i < STAGES + j->n_stages + 3; i++)
    (void)printf("stage %s\t%.1f\t%.1f%%\n", step_name(j, i),
                 stages->at[i] / n * 1e6, 100 * stages->at[i] / stages->all);
}

static int
run(job *j, const char *name)
{
  ng_error err = {0};
  laps best = {.all = 0}, stages = {.all = 0};
  int status = cli_each_article(&j->request, take_article, j);
  if (!j->articles.n) {
    (void)fprintf(stderr, "newsgraph: %s: the inputs have no article\n", name);
    return 1;
  }
  if (ng_renderer_init(&j->renderer, j->run.annotator, NG_NTRIPLES, &err) !=
          NG_OK ||
      run_rounds(j, &best, &stages, &err) != NG_OK)
    status = cli_complain(NULL, &err);
  else
    print(j, &best, &stages);
  ng_renderer_release(&j->renderer);
  return status;
}

static int
bench(job *j, const cli_command *command)
{
  if (STAGES + j->n_stages + 3 > MOST_STEPS)
    abort(); /* a stage too many: laps must grow */
  int status = cli_run_open(&j->run, &j->request, command);
  if (status != 0)
    return status;
  ng_arena_init(&j->arena, SIZE_MAX / 2);
  status = run(j, command->name);
  ng_buf_release(&j->out);
  ng_names_free(j->names);
  ng_arena_release(&j->arena);
  int closed = cli_run_close(&j->run, status);
  return closed > status ? closed : status;
}

/* The exit status, or -1 to go on. */
static int
read_options(job *j, const cli_command *command, int argc, char **argv)
{
  int status = cli_parse(&j->request, command, argc, argv);
  if (status < 0 && !j->request.inputs.n_paths && !j->request.inputs.list)
    status = cli_wrong(command, "no file given");
  return status;
}

int
bench_graph(int argc, char **argv)
{
  job j = {.n_stages = ng_n_stages};
  int status = read_options(&j, &graph_command, argc, argv);
  return status >= 0 ? status : bench(&j, &graph_command);
}

int
bench_link(int argc, char **argv)
{
  job j = {.n_stages = 0};
  int status = read_options(&j, &link_command, argc, argv);
  if (status >= 0)
    return status;
  j.request.options.model = "none";
  while (j.n_stages < ng_n_stages && ng_stages[j.n_stages].run != ng_roles)
    j.n_stages++; /* from there on, all is for events */
  return bench(&j, &link_command);
}
