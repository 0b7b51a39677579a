/* reading.c - a text through the whole pipeline. */
#include "cli/reading.h"
#include "core/fail.h"
#include "emit/emit.h"

#include <stdio.h>

int
reading_open(reading_job *job, const cli_command *command, int argc,
             char **argv)
{
  *job = (reading_job){0};
  int status = cli_parse(&job->request, command, argc, argv);
  if (status >= 0)
    return status;
  job->request.options.profile = NG_PROFILE_FULL;
  job->errors = job->request.errors;
  if (job->request.inputs.n_paths == 0)
    return cli_wrong(command, "no file given");
  status = cli_run_open(&job->run, &job->request, command);
  return status == 0 ? -1 : status;
}

int
reading_close(reading_job *job, int status)
{
  int closed = cli_run_close(&job->run, status);
  return closed ? 1 : status;
}

ng_status
reading_make(const reading_job *job, const ng_article *article, reading *out,
             ng_error *err)
{
  const ng_annotator *annotator = job->run.annotator;
  *out = (reading){0};
  NG_TRY(
      ng_doc_new_article(&out->doc, article, job->request.options.budget, err));
  NG_TRY(ng_annotate(annotator, out->doc, err));
  ng_graph_init(&out->graph, &out->doc->arena);
  NG_TRY(ng_emit_article(&annotator->context, out->doc, &out->graph, err));
  NG_TRY(ng_graph_arrange(&out->graph, err));
  return facts_read(&out->facts, &out->graph, &annotator->options, err);
}

void
reading_release(reading *r)
{
  facts_release(&r->facts);
  ng_doc_free(r->doc);
  *r = (reading){0};
}
