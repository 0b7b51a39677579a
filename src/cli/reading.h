/* reading.h - an annotated text through the whole pipeline, for scoring what
 * its graph says. */
#ifndef NG_READING_H
#define NG_READING_H

#include "cli/common.h"
#include "cli/facts.h"

/* What the scorers of graphs share: the run and what to print. */
typedef struct {
  cli_request request;
  cli_run run;
  bool errors; /* list them */
} reading_job;

/* Read the command line, open bases and models: -1 to go on, or the exit
 * status. */
int reading_open(reading_job *job, const cli_command *command, int argc,
                 char **argv);

/* Close; the exit status, which is at least `status`. */
int reading_close(reading_job *job, int status);

/* A text, the document it became, and what its graph says. */
typedef struct {
  ng_doc *doc;
  ng_graph graph;
  facts facts;
} reading;

/* Read, annotate and emit `article`.  Release it even on failure. */
ng_status reading_make(const reading_job *job, const ng_article *article,
                       reading *out, ng_error *err);
void reading_release(reading *r);

#endif /* NG_READING_H */
