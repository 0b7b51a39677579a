/* common.h - what every command that reads articles does: open the bases, run
 * the pipeline, complain, write, and end with the right exit status. */
#ifndef NG_CLI_COMMON_H
#define NG_CLI_COMMON_H

#include "cli/options.h"
#include "cli/parts.h"
#include "cli/progress.h"
#include "pipeline.h"

/* A run of a command, from its request to its exit status. */
typedef struct {
  const cli_request *request;
  ng_kb *kbs[NG_MAX_BASES];
  size_t n_kbs;
  ng_annotator *annotator;
  cli_parts parts; /* the output */
  cli_progress progress;
  void *own; /* the command's */

  /* Look at an article before it is annotated, or NULL; see ng_job. */
  ng_status (*prepare)(void *to, ng_doc *doc, ng_error *err);

  /* Turn an article into bytes: see ng_job.  `to` is the run. */
  ng_status (*render)(void *to, unsigned worker, ng_doc *doc, ng_buf *out,
                      ng_error *err);

  /* What of the bytes of an article is written, in the order of the input; may
   * be NULL: all. */
  ng_status (*filter)(void *to, ng_str *bytes, ng_error *err);
} cli_run;

/* Open bases, annotator and output; 0, or the exit status, having said why. */
int cli_run_open(cli_run *run, const cli_request *request,
                 const cli_command *command);

/* Read the inputs, write what `render` makes of them; the exit status. */
int cli_run_articles(cli_run *run);

/* Close all; the file that was written takes its name if `status` is not 2 and
 * nothing went wrong with writing it. The exit status. */
int cli_run_close(cli_run *run, int status);

/* Print "newsgraph: ..." to stderr; 1. */
int cli_complain(const char *input, const ng_error *err);

/* The same of what an article lacks: where it is memory, --budget gives more.
 */
int cli_complain_article(const char *input, const ng_error *err);

/* What to say behind such an error: " (see --budget)", or nothing. */
const char *cli_budget_hint(const ng_error *err);

/* Write `out` to the file at `path`, whole or not at all; to standard output if
 * it is NULL or "-". */
ng_status cli_put_out(const char *path, const ng_buf *out, ng_error *err);

/* Say on stderr how many characters or terms an output format could not carry;
 * nothing if none. */
void cli_tell_replaced(size_t n);

#endif /* NG_CLI_COMMON_H */
