#include "pipeline.h"
#include "core/crew.h"
#include "core/fail.h"
#include "link/names.h"
#include "text/read.h"

#include <stdlib.h>

const ng_stage_entry ng_stages[] = {
    {"segment", ng_segment},
    {"spot", ng_spot_names},
    {"link", ng_link},
    {"roles", ng_roles},
    {"time", ng_find_times},
    {"quiet", ng_mark_quiet},
    {"merge", ng_merge},
    {"tag", ng_tag},
    {"parse", ng_parse},
    {"refer", ng_refer},
    {"speech", ng_find_speeches},
    {"events", ng_find_events},
    {"claims", ng_find_claims},
    {"bodies", ng_name_bodies},
};

const size_t ng_n_stages = sizeof ng_stages / sizeof *ng_stages;

/* --- stages --------------------------------------------------------------- */

static void
run_stage(const ng_context *context, const ng_in_work *a, size_t stage,
          const ng_stages_until *until)
{
  if (stage >= until->n)
    return;
  if (*a->status == NG_OK)
    *a->status = ng_stages[stage].run(context, a->doc, a->err);
  if (until->done)
    until->done(until->to, stage);
}

void
ng_stages_run(const ng_context *context, const ng_in_work *at, size_t n,
              const ng_stages_until *until)
{
  size_t k = 0;
  for (; k < until->n && ng_stages[k].run != ng_spot_names; k++)
    for (size_t i = 0; i < n; i++)
      run_stage(context, &at[i], k, until);
  /* what a worker remembers of names is good for the article being linked */
  for (size_t i = 0; i < n; i++) {
    run_stage(context, &at[i], k, until);
    run_stage(context, &at[i], k + 1, until);
  }
  for (k += 2; k < until->n; k++)
    for (size_t i = 0; i < n; i++)
      run_stage(context, &at[i], k, until);
}

/* --- slots ---------------------------------------------------------------- */

/* A slot is handed over when it has so many articles or bytes: enough to make
 * the handing over cheap and each stage's code and lists worth fetching, few
 * enough to share out evenly among several threads. */
enum {
  SLOT_ARTICLES = NG_SLOT_ARTICLES,
  SLOT_SHARED = 8,
  SLOT_BYTES = NG_SLOT_BYTES
};

/* No more is read while so much is waiting, and buffers that grew beyond are
 * given back: a stream of long articles takes no more memory than this and
 * a slot of articles a thread. */
enum { WAITING_BYTES = 16 << 20, KEEP_BYTES = 1 << 20 };

/* An article, or what went wrong in its place. */
typedef struct {
  ng_record record; /* its bytes are at bytes.at + begin */
  size_t begin;
  size_t name;  /* of the input, in slot.names */
  size_t n_out; /* bytes rendered */
  size_t text;  /* bytes of its text */
  ng_error error, note;
} item;

typedef struct {
  item items[SLOT_ARTICLES];
  size_t n;
  ng_buf bytes, names, out;
} slot;

/* What a thread keeps from article to article. */
typedef struct {
  ng_names *names; /* or NULL, if there is no memory */
} worker_state;

typedef struct {
  const ng_job *job;
  ng_job_result *result;
  slot *slots;
  size_t n_slots;
  worker_state *workers; /* one a thread */
  unsigned threads;
  ng_crew *crew;
  const char *path; /* of the input being read */
  size_t waiting;   /* bytes of records handed over and not emitted */
  ng_error fatal;   /* why the job must end, if its status is not NG_OK */
} pipeline;

/* --- on the workers ------------------------------------------------------- */

/* An article in work. */
typedef struct {
  ng_reading reading; /* .note is also why it failed */
  ng_status status;
  bool read; /* reading.doc is there */
} article;

static void
read_article(const pipeline *p, unsigned worker, slot *s, item *it, article *a)
{
  a->read = false;
  if (it->error.status != NG_OK)
    return;
  it->record.bytes = (ng_str){s->bytes.at + it->begin, it->record.bytes.len};
  ng_record_source source = {s->names.at + it->name,
                             &p->job->annotator->options};
  if (ng_record_read(&a->reading, &it->record, &source, &it->error) != NG_OK)
    return;
  a->read = true;
  a->status = NG_OK;
  it->note = a->reading.note;
  it->text = a->reading.doc->text.len;
  a->reading.doc->names = p->workers[worker].names;
  if (p->job->prepare)
    a->status = p->job->prepare(p->job->to, a->reading.doc, &a->reading.note);
}

static ng_status
render(const pipeline *p, unsigned worker, ng_buf *out, article *a)
{
  ng_error *err = &a->reading.note;
  NG_TRY(p->job->render(p->job->to, worker, a->reading.doc, out, err));
  if (out->failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  return NG_OK;
}

static void
end_article(const pipeline *p, unsigned worker, slot *s, item *it, article *a)
{
  size_t before = s->out.len;
  if (!a->read)
    return;
  if (a->status == NG_OK)
    a->status = render(p, worker, &s->out, a);
  if (a->status != NG_OK) {
    it->error = a->reading.note;
    it->error.status = a->status;
    it->error.offset = it->record.offset;
    s->out.len = before;
    s->out.failed = false;
  }
  it->n_out = s->out.len - before;
  ng_doc_free(a->reading.doc);
}

static void
work(void *to, unsigned worker, size_t at)
{
  const pipeline *p = to;
  slot *s = &p->slots[at];
  article articles[SLOT_ARTICLES];
  ng_in_work in_work[SLOT_ARTICLES];
  size_t n = 0;
  for (size_t i = 0; i < s->n; i++) {
    article *a = &articles[i];
    read_article(p, worker, s, &s->items[i], a);
    if (a->read && a->status == NG_OK)
      in_work[n++] = (ng_in_work){a->reading.doc, &a->status, &a->reading.note};
  }
  ng_stages_run(&p->job->annotator->context, in_work, n,
                &(ng_stages_until){ng_n_stages, NULL, NULL});
  for (size_t i = 0; i < s->n; i++)
    end_article(p, worker, s, &s->items[i], &articles[i]);
}

/* --- out, in order -------------------------------------------------------- */

static void
complain(pipeline *p, const slot *s, const item *it)
{
  const char *name = s->names.at + it->name;
  if (it->error.status != NG_OK) {
    p->result->failed++;
    p->job->complain(p->job->to, name, &it->error);
    return;
  }
  p->result->articles++;
  p->result->bytes += it->text;
  if (it->note.text[0])
    p->job->complain(p->job->to, name, &it->note);
}

static void
clear(ng_buf *buf)
{
  buf->len = 0;
  if (buf->cap > KEEP_BYTES)
    ng_buf_release(buf);
}

/* Emit the oldest slot. */
static void
emit_one(pipeline *p)
{
  slot *s = &p->slots[ng_crew_take(p->crew)];
  size_t from = 0;
  for (size_t i = 0; i < s->n; i++) {
    complain(p, s, &s->items[i]);
    ng_str bytes = {s->out.at + from, s->items[i].n_out};
    from += bytes.len;
    if (bytes.len && p->fatal.status == NG_OK)
      (void)p->job->emit(p->job->to, bytes, false, &p->fatal);
  }
  if (p->job->progress)
    p->job->progress(p->job->to, p->result->articles, p->result->bytes);
  p->waiting -= s->bytes.len;
  s->n = 0;
  clear(&s->bytes);
  clear(&s->names);
  clear(&s->out);
}

static void
hand_over(pipeline *p)
{
  p->waiting += p->slots[ng_crew_next(p->crew)].bytes.len;
  ng_crew_submit(p->crew);
  while (ng_crew_full(p->crew) || ng_crew_ready(p->crew) ||
         (p->waiting > WAITING_BYTES && ng_crew_pending(p->crew)))
    emit_one(p);
}

/* Emit all that has been read: it may take long until there is more. */
static void
drain(void *to)
{
  pipeline *p = to;
  if (p->slots[ng_crew_next(p->crew)].n)
    hand_over(p);
  while (ng_crew_pending(p->crew))
    emit_one(p);
  if (p->fatal.status == NG_OK)
    (void)p->job->emit(p->job->to, (ng_str){"", 0}, true, &p->fatal);
}

/* --- in ------------------------------------------------------------------- */

/* Put an article, or a failure, into the slot being filled. */
static void
take_in(pipeline *p, const ng_record *record, const ng_error *error)
{
  slot *s = &p->slots[ng_crew_next(p->crew)];
  item *it = &s->items[s->n++];
  *it = (item){.record = *record, .begin = s->bytes.len, .name = s->names.len};
  it->error = *error;
  ng_buf_put(&s->bytes, record->bytes.at, record->bytes.len);
  ng_buf_put(&s->names, p->path, strlen(p->path) + 1);
  size_t most = p->threads > 1 ? SLOT_SHARED : SLOT_ARTICLES;
  if (s->bytes.failed || s->names.failed) {
    (void)ng_fail(&p->fatal, NG_ERR_LIMIT, 0, "out of memory");
    s->n--;
  } else if (s->n == most || s->bytes.len >= SLOT_BYTES) {
    hand_over(p);
  }
}

static void
take_failure(pipeline *p, const ng_error *error)
{
  take_in(p, &(ng_record){.bytes = {"", 0}}, error);
}

/* May the reader go on after this? */
static bool
goes_on(ng_status st)
{
  return st == NG_OK || st == NG_ERR_SYNTAX || st == NG_ERR_LIMIT;
}

static void
read_input(pipeline *p)
{
  ng_error err = {0};
  ng_reader *reader;
  if (ng_reader_open(&reader, p->path, &p->job->annotator->options, &err)) {
    take_failure(p, &err);
    return;
  }
  ng_reader_on_wait(reader, drain, p);
  ng_status st = NG_OK;
  while (goes_on(st) && p->fatal.status == NG_OK) {
    ng_record record;
    err = (ng_error){0};
    st = ng_reader_record(reader, &record, &err);
    if (st == NG_OK)
      take_in(p, &record, &err);
    else if (st != NG_END)
      take_failure(p, &err);
  }
  ng_reader_close(reader);
}

static void
read_inputs(pipeline *p)
{
  ng_walk *walk;
  if (ng_walk_new(&walk, &p->job->inputs, &p->fatal))
    return;
  ng_status st = NG_OK;
  while (st != NG_END && p->fatal.status == NG_OK) {
    ng_error err = {0};
    st = ng_walk_next(walk, &p->path, &err);
    if (st == NG_OK)
      read_input(p);
    else if (st != NG_END)
      take_failure(p, &err);
  }
  drain(p);
  ng_walk_free(walk);
}

unsigned
ng_pipeline_threads(const ng_options *options)
{
  return options->threads ? options->threads : ng_crew_cores();
}

static void
release(pipeline *p)
{
  ng_crew_free(p->crew);
  for (unsigned i = 0; p->workers && i < p->threads; i++)
    ng_names_free(p->workers[i].names);
  free(p->workers);
  for (size_t i = 0; p->slots && i < p->n_slots; i++) {
    ng_buf_release(&p->slots[i].bytes);
    ng_buf_release(&p->slots[i].names);
    ng_buf_release(&p->slots[i].out);
  }
  free(p->slots);
}

ng_status
ng_pipeline_run(const ng_job *job, ng_job_result *result, ng_error *err)
{
  *result = (ng_job_result){0};
  unsigned threads = ng_pipeline_threads(&job->annotator->options);
  pipeline p = {.job = job, .result = result, .threads = threads};
  p.n_slots = threads > 1 ? 4 * (size_t)threads : 1;
  p.slots = calloc(p.n_slots, sizeof *p.slots);
  p.workers = calloc(threads, sizeof *p.workers);
  for (unsigned i = 0; p.workers && i < threads; i++)
    p.workers[i].names = ng_names_new();
  ng_crew_plan plan = {threads, p.n_slots, work, &p};
  ng_status st = p.slots && p.workers
                     ? ng_crew_new(&p.crew, &plan, err)
                     : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (st == NG_OK) {
    read_inputs(&p);
    st = p.fatal.status;
    if (err)
      *err = p.fatal;
  }
  release(&p);
  return st;
}
