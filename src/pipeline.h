/* pipeline.h - articles through the stages, in order, on threads.
 *
 *   reader ->  [record record ...]  a slot of the ring: a few articles
 *                |     |            parse, stages and `render` on N threads
 *              [bytes      ]
 *                \___________
 *   `emit` in input order, on the caller's thread
 *
 * Memory is bounded by the ring, however long the stream.
 */
#ifndef NG_PIPELINE_H
#define NG_PIPELINE_H

#include "core/buf.h"
#include "core/walk.h"
#include "doc.h"

/* What an annotator is: the stages' shared context. */
struct ng_annotator {
  ng_context context;
  ng_options options;
  ng_model *model;     /* owned, as is */
  ng_lexicon *lexicon; /* both are NULL if events are not asked for */
};

/* The stages as data: name (for `bench` and messages) and function. */
typedef struct {
  const char *name;
  ng_stage *run;
} ng_stage_entry;

extern const ng_stage_entry ng_stages[];
extern const size_t ng_n_stages;

/* Articles go through the stages in slots of at most so many, or so many bytes.
 */
enum { NG_SLOT_ARTICLES = 16, NG_SLOT_BYTES = 64 * 1024 };

/* An article in work: one whose status is not NG_OK takes part no more. */
typedef struct {
  ng_doc *doc;
  ng_status *status;
  ng_error *err; /* why it failed */
} ng_in_work;

/* How far: through the first `n` stages; `done`, unless NULL, hears that an
 * article is through a stage. */
typedef struct {
  size_t n;
  void (*done)(void *to, size_t stage);
  void *to;
} ng_stages_until;

/* A stage goes over all `n` articles before the next does: its code and lists
 * are then in the caches, where one article's way through all stages finds
 * nothing that it left there an article before.  Only linking takes one article
 * after the other: a worker's names are those of one article. */
void ng_stages_run(const ng_context *context, const ng_in_work *at, size_t n,
                   const ng_stages_until *until);

/* One job: where articles come from and what becomes of each. */
typedef struct {
  const ng_annotator *annotator; /* its options' threads: how many */
  ng_walk_from inputs;
  void *to; /* handed to the functions below */

  /* Called with an article before its stages run, as `render` after; may be
   * NULL. */
  ng_status (*prepare)(void *to, ng_doc *doc, ng_error *err);
  /* Append what is to be said of an annotated article to `out`; on any thread,
   * so it may touch only `worker`'s own state (0 .. threads - 1), `doc` and
   * `out`. */
  ng_status (*render)(void *to, unsigned worker, ng_doc *doc, ng_buf *out,
                      ng_error *err);
  /* Take the bytes, in input order, on the caller's thread. An error ends the
   * job (a full disk). `flush`: nothing more may come for a while. */
  ng_status (*emit)(void *to, ng_str bytes, bool flush, ng_error *err);
  /* Hear that an input or an article failed, with where; the rest goes on. With
   * status NG_OK nothing failed, but something is odd. */
  void (*complain)(void *to, const char *input, const ng_error *err);
  /* Called now and then with what is done; may be NULL. */
  void (*progress)(void *to, uint64_t articles, uint64_t bytes);
} ng_job;

typedef struct {
  uint64_t articles, bytes; /* done; bytes of text */
  uint64_t failed;          /* articles and inputs that failed */
} ng_job_result;

/* How many threads a job with these options runs on. */
unsigned ng_pipeline_threads(const ng_options *options);

/* Run the job.  Failures of inputs and articles are complained of and counted,
 * not returned; an error is one of `emit` or of the machine (no threads, no
 * memory). */
ng_status ng_pipeline_run(const ng_job *job, ng_job_result *result,
                          ng_error *err);

#endif /* NG_PIPELINE_H */
