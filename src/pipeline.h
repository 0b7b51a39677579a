/* pipeline.h - articles through the stages, in order, on threads.
 *
 *   reader ->  [doc doc doc ...]   a batch, cut by count and bytes
 *                |   |   |         stages and `render` on N threads
 *              [buf buf buf ...]
 *                \___|___/
 *   `emit` in input order, on the caller's thread
 *
 * Memory is two batches at most, however long the stream.
 */
#ifndef NG_PIPELINE_H
#define NG_PIPELINE_H

#include "core/buf.h"
#include "doc.h"

/* What an annotator is: the stages' shared context. */
struct ng_annotator {
  ng_context context;
  ng_options options;
};

/* The stages as data: name (for `bench` and messages) and function. */
typedef struct {
  const char *name;
  ng_stage *run;
} ng_stage_entry;

extern const ng_stage_entry ng_stages[];
extern const size_t ng_n_stages;

/* One job: where articles come from and what becomes of each. */
typedef struct {
  const ng_annotator *annotator;
  const char *const *inputs; /* paths; "-" is standard input */
  size_t n_inputs;
  void *to; /* handed to the functions below */

  /* Turn an annotated article into bytes; on any thread, so it may touch only
   * `worker`'s own state (0 .. threads - 1), `doc` and `out`. `index` counts
   * articles of the whole job from 0. */
  ng_status (*render)(void *to, unsigned worker, uint64_t index, ng_doc *doc,
                      ng_buf *out, ng_error *err);
  /* Take the bytes, in input order, on the caller's thread. An error ends the
   * job (a full disk). `flush`: the input is a pipe that may pause here. */
  ng_status (*emit)(void *to, const ng_buf *out, bool flush, ng_error *err);
  /* Hear that an input or an article failed, with where; the rest goes on. */
  void (*complain)(void *to, const char *input, const ng_error *err);
  /* Called now and then with what is done; may be NULL. */
  void (*progress)(void *to, uint64_t articles, uint64_t bytes);
} ng_job;

typedef struct {
  uint64_t articles, bytes; /* done; text bytes */
  uint64_t failed;          /* articles and inputs complained of */
} ng_job_result;

/* Run the job.  Failures of inputs and articles are complained of and counted,
 * not returned; an error is one of `emit` or of the machine (no threads, no
 * memory). */
ng_status ng_pipeline_run(const ng_job *job, ng_job_result *result,
                          ng_error *err);

#endif /* NG_PIPELINE_H */
