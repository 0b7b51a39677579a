#include "cli/common.h"
#include "core/fail.h"
#include "core/output.h"
#include "pipeline.h"
#include "text/model.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static int
complain_of(const char *input, const ng_error *err, const char *hint)
{
  /* the system's refusals are about the whole file */
  bool placed = err->status != NG_ERR_IO || err->offset;
  const char *name =
      input && strcmp(input, "-") == 0 ? "standard input" : input;
  if (input && placed)
    (void)fprintf(stderr, "newsgraph: %s:%llu: %s%s\n", name,
                  (unsigned long long)err->offset, err->text, hint);
  else
    (void)fprintf(stderr, "newsgraph: %s%s%s%s\n", input ? name : "",
                  input ? ": " : "", err->text, hint);
  return 1;
}

int
cli_complain(const char *input, const ng_error *err)
{
  return complain_of(input, err, "");
}

const char *
cli_budget_hint(const ng_error *err)
{
  bool spent = err->status == NG_ERR_LIMIT && !strstr(err->text, "of memory");
  return spent ? " (see --budget)" : "";
}

int
cli_complain_article(const char *input, const ng_error *err)
{
  return complain_of(input, err, cli_budget_hint(err));
}

void
cli_tell_replaced(size_t n)
{
  if (n)
    (void)fprintf(stderr,
                  "newsgraph: the format cannot carry %zu characters or terms: "
                  "replaced or left out\n",
                  n);
}

ng_status
cli_put_out(const char *path, const ng_buf *out, ng_error *err)
{
  if (out->failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (path && strcmp(path, "-") != 0) {
    ng_output *file;
    NG_TRY(ng_output_open(&file, path, err));
    ng_status st = ng_output_write(file, (ng_str){out->at, out->len}, err);
    ng_status closed =
        ng_output_close(file, st == NG_OK, st == NG_OK ? err : NULL);
    return st == NG_OK ? closed : st;
  }
  if (out->len)
    (void)fwrite(out->at, 1, out->len, stdout);
  if (fflush(stdout) != 0 || ferror(stdout))
    return ng_fail(err, NG_ERR_IO, 0, "cannot write to standard output: %m");
  return NG_OK;
}

/* Say which base it is, where the library could not know. */
static ng_status
name_base(const char *path, ng_status status, ng_error *err)
{
  char text[sizeof err->text];
  memcpy(text, err->text, sizeof text);
  if (!strstr(text, path))
    (void)ng_fail(err, status, 0, "%s: %s", path, text);
  return status;
}

static ng_status
open_bases(cli_run *run, ng_error *err)
{
  const cli_request *r = run->request;
  size_t n = r->n_kbs ? r->n_kbs : 1;
  for (size_t i = 0; i < n; i++) {
    const char *path = r->n_kbs ? r->kbs[i] : ng_kb_default_path();
    ng_status st = ng_kb_open(&run->kbs[i], path, err);
    if (st != NG_OK)
      return name_base(path, st, err);
    run->n_kbs++;
  }
  return NG_OK;
}

/* Is there so much to read that it pays to copy the model first?  Folders and
 * lists are taken to name much, standard input to be little unless it is a
 * file. */
static bool
is_corpus(const ng_walk_from *from)
{
  enum { MUCH = 256 * 1024 };
  struct stat st;
  long long size = 0;
  if (from->list)
    return true;
  if (from->n_paths == 0 && fstat(0, &st) == 0 && S_ISREG(st.st_mode))
    size = st.st_size;
  for (size_t i = 0; i < from->n_paths && size < MUCH; i++)
    if (stat(from->paths[i], &st) == 0)
      size += S_ISDIR(st.st_mode) ? MUCH : st.st_size;
  return size >= MUCH;
}

int
cli_run_open(cli_run *run, const cli_request *request,
             const cli_command *command)
{
  ng_error err = {0};
  *run = (cli_run){.request = request};
  run->parts = (cli_parts){.path = request->output,
                           .split = request->split,
                           .void_path = request->void_path,
                           .media = request->format == NG_NTRIPLES
                                        ? "application/n-triples"
                                        : "application/n-quads"};
  cli_progress_init(&run->progress, request);
  ng_status st = open_bases(run, &err);
  if (st == NG_OK)
    st = ng_annotator_new(&run->annotator, run->kbs, run->n_kbs,
                          &request->options, &err);
  if (st == NG_OK && run->annotator->model && is_corpus(&request->inputs))
    ng_model_spread(run->annotator->model);
  if (st == NG_OK)
    st = cli_parts_open(&run->parts, &err);
  if (st == NG_OK)
    return 0;
  int status = st == NG_ERR_USAGE ? cli_wrong(command, "%s", err.text)
                                  : cli_complain(NULL, &err);
  (void)cli_run_close(run, 2);
  return status;
}

static ng_status
render(void *to, unsigned worker, ng_doc *doc, ng_buf *out, ng_error *err)
{
  cli_run *run = to;
  return run->render(run, worker, doc, out, err);
}

static ng_status
emit(void *to, ng_str bytes, bool flush, ng_error *err)
{
  cli_run *run = to;
  if (run->filter)
    NG_TRY(run->filter(run, &bytes, err));
  NG_TRY(cli_parts_write(&run->parts, bytes, err));
  return flush ? cli_parts_flush(&run->parts, err) : NG_OK;
}

static void
complain(void *to, const char *input, const ng_error *err)
{
  cli_run *run = to;
  if (err->status == NG_OK && run->request->quiet)
    return;
  cli_progress_clear(&run->progress);
  (void)cli_complain_article(input, err);
}

static void
progress(void *to, uint64_t articles, uint64_t bytes)
{
  cli_run *run = to;
  cli_progress_show(&run->progress, articles, bytes);
}

int
cli_run_articles(cli_run *run)
{
  ng_job job = {
      .annotator = run->annotator,
      .inputs = run->request->inputs,
      .to = run,
      .prepare = run->prepare,
      .render = render,
      .emit = emit,
      .complain = complain,
      .progress = progress,
  };
  ng_error err = {0};
  ng_job_result result;
  ng_status st = ng_pipeline_run(&job, &result, &err);
  cli_progress_clear(&run->progress);
  if (st != NG_OK)
    return cli_complain(NULL, &err), 2;
  if (run->request->verbose)
    cli_progress_summary(&run->progress, result.articles, result.bytes);
  return result.failed ? 1 : 0;
}

int
cli_run_close(cli_run *run, int status)
{
  ng_error err = {0};
  if (cli_parts_close(&run->parts, status != 2, &err) != NG_OK)
    status = cli_complain(NULL, &err);
  ng_annotator_free(run->annotator);
  for (size_t i = 0; i < run->n_kbs; i++)
    ng_kb_close(run->kbs[i]);
  return status == 2 ? 1 : status;
}
