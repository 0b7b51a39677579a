#include "kb/sort.h"
#include "core/fail.h"

#include <stdlib.h>

/* Of one record in memory: ng_table_sort() has it in two arrays. */
enum { ORDER = 2 * sizeof(ng_table_item), MAX_RUNS = 4096 };

typedef struct {
  uint64_t key;
  uint32_t len;
} head;

enum { HEAD = sizeof(uint64_t) + sizeof(uint32_t) };

/* A run that is being read, and the length of its next record. */
struct ng_run {
  ng_spool_reader reader;
  uint32_t len;
};

/* The next record's key, and the run's number; NO_RUN: it has ended. */
struct ng_run_head {
  uint64_t key;
  uint32_t number;
};

#define NO_RUN UINT32_MAX

void
ng_sorter_init(ng_sorter *s, ng_spool_place place)
{
  *s = (ng_sorter){.room = place.folder ? place.room : SIZE_MAX};
  /* runs are not read back from memory: they go to the file at once */
  ng_spool_init(&s->runs, (ng_spool_place){place.folder, 1 << 16});
}

void
ng_sorter_release(ng_sorter *s)
{
  for (size_t i = 0; s->reading && i < s->n_runs; i++)
    ng_spool_read_end(&s->reading[i].reader);
  free(s->reading);
  free(s->heads);
  free(s->order);
  free(s->ends);
  ng_buf_release(&s->buf);
  ng_spool_release(&s->runs);
  *s = (ng_sorter){0};
}

static bool
no_memory(ng_sorter *s)
{
  s->failed = true;
  return false;
}

static head
head_at(const char *at)
{
  head h;
  memcpy(&h.key, at, sizeof h.key);
  memcpy(&h.len, at + sizeof h.key, sizeof h.len);
  return h;
}

/* How many bytes a record of `len` takes. */
static size_t
padded(uint32_t len)
{
  return HEAD + (len + 3ULL) / 4 * 4;
}

/* The order of the records in memory. */
static bool
sort_buffer(ng_sorter *s)
{
  s->order = malloc((s->n + 1) * sizeof *s->order);
  if (!s->order || s->buf.len / 4 > UINT32_MAX)
    return no_memory(s);
  size_t at = 0;
  for (size_t i = 0; i < s->n; i++) {
    head h = head_at(s->buf.at + at);
    s->order[i] = (ng_table_item){h.key, (uint32_t)(at / 4)};
    at += padded(h.len);
  }
  return ng_table_sort(s->order, s->n) || no_memory(s);
}

/* Sort what is in memory and put it aside. */
static bool
end_run(ng_sorter *s)
{
  void *ends = s->ends;
  if (s->n_runs == MAX_RUNS)
    return no_memory(s);
  if (s->n_runs == s->cap) {
    s->cap = s->cap ? s->cap * 2 : 16;
    ends = realloc(ends, s->cap * sizeof *s->ends);
    if (!ends)
      return no_memory(s);
    s->ends = ends;
  }
  if (!sort_buffer(s))
    return false;
  for (size_t i = 0; i < s->n; i++) {
    const char *at = s->buf.at + (size_t)s->order[i].payload * 4;
    if (!ng_spool_put(&s->runs, at, padded(head_at(at).len)))
      return false;
  }
  s->ends[s->n_runs++] = ng_spool_size(&s->runs);
  free(s->order);
  s->order = NULL;
  s->buf.len = s->n = 0;
  return true;
}

bool
ng_sorter_put(ng_sorter *s, uint64_t key, const void *at, uint32_t len)
{
  size_t size = padded(len);
  if (s->n && s->room - size < s->buf.len + (s->n + 1) * ORDER && !end_run(s))
    return false;
  char *to = ng_buf_room(&s->buf, size);
  if (!to)
    return no_memory(s);
  memcpy(to, &key, sizeof key);
  memcpy(to + sizeof key, &len, sizeof len);
  memset(to + size - 4, 0, len ? 4 : 0);
  if (len)
    memcpy(to + HEAD, at, len);
  s->buf.len += size;
  s->n++;
  return true;
}

/* --- merging -------------------------------------------------------------- */

static bool
comes_before(ng_run_head a, ng_run_head b)
{
  return a.key != b.key ? a.key < b.key : a.number < b.number;
}

/* Let heads[i] sink to where it belongs. */
static void
sink(ng_run_head *heads, size_t n, size_t i)
{
  ng_run_head moved = heads[i];
  for (size_t k; (k = 2 * i + 1) < n; i = k) {
    if (k + 1 < n && comes_before(heads[k + 1], heads[k]))
      k++;
    if (!comes_before(heads[k], moved))
      break;
    heads[i] = heads[k];
  }
  heads[i] = moved;
}

/* Read the head of the next record of a run. */
static ng_run_head
advance(ng_sorter *s, uint32_t number)
{
  ng_run *run = &s->reading[number];
  const char *at = ng_spool_read(&run->reader, HEAD);
  if (!at)
    return (ng_run_head){UINT64_MAX, NO_RUN};
  head h = head_at(at);
  run->len = h.len;
  return (ng_run_head){h.key, number};
}

static bool
start_merge(ng_sorter *s)
{
  if (s->n && !end_run(s))
    return false;
  ng_buf_release(&s->buf);
  s->reading = calloc(s->n_runs, sizeof *s->reading);
  s->heads = calloc(s->n_runs, sizeof *s->heads);
  if (!s->reading || !s->heads)
    return no_memory(s);
  size_t step = s->room / s->n_runs;
  step = step < 4096 ? 4096 : step > 1 << 20 ? 1 << 20 : step;
  for (uint32_t i = 0; i < s->n_runs; i++) {
    ng_spool_read_from(&s->reading[i].reader, &s->runs, i ? s->ends[i - 1] : 0,
                       s->ends[i], step);
    s->heads[i] = advance(s, i);
  }
  for (size_t i = s->n_runs / 2 + 1; i-- > 0;)
    if (i < s->n_runs)
      sink(s->heads, s->n_runs, i);
  return !s->runs.failure;
}

bool
ng_sorter_start(ng_sorter *s)
{
  if (s->failed)
    return false;
  s->at = 0;
  return s->n_runs ? start_merge(s) : sort_buffer(s);
}

bool
ng_sorter_next(ng_sorter *s, uint64_t *key, ng_str *record)
{
  if (!s->n_runs) {
    if (s->at == s->n || s->failed)
      return false;
    const char *at = s->buf.at + (size_t)s->order[s->at++].payload * 4;
    *key = head_at(at).key;
    *record = (ng_str){at + HEAD, head_at(at).len};
    return true;
  }
  /* the record that was given last is still the first run's */
  if (s->at++ && s->heads[0].number != NO_RUN) {
    s->heads[0] = advance(s, s->heads[0].number);
    sink(s->heads, s->n_runs, 0);
  }
  if (s->heads[0].number == NO_RUN)
    return false;
  ng_run *run = &s->reading[s->heads[0].number];
  const char *at = ng_spool_read(&run->reader, padded(run->len) - HEAD);
  *key = s->heads[0].key;
  *record = (ng_str){at, run->len};
  return at != NULL;
}

ng_status
ng_sorter_check(const ng_sorter *s, ng_error *err)
{
  if (s->n_runs == MAX_RUNS)
    return ng_fail(err, NG_ERR_LIMIT, 0,
                   "too much to sort in so little memory: allow more");
  if (s->failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to build a knowledge base");
  return ng_spool_check(&s->runs, err);
}
