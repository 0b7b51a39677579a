/* progress.h - how far a long job is, on stderr. */
#ifndef NG_CLI_PROGRESS_H
#define NG_CLI_PROGRESS_H

#include "cli/options.h"

typedef struct {
  bool on;
  bool shown;
  int64_t started, last; /* milliseconds */
} cli_progress;

void cli_progress_init(cli_progress *progress, const cli_request *request);

/* Show what is done, now and then, once the job has lasted a second. */
void cli_progress_show(cli_progress *progress, uint64_t articles,
                       uint64_t bytes);

/* Take the line away, so that a message can be printed. */
void cli_progress_clear(cli_progress *progress);

/* The line that --verbose ends with. */
void cli_progress_summary(const cli_progress *progress, uint64_t articles,
                          uint64_t bytes);

#endif /* NG_CLI_PROGRESS_H */
