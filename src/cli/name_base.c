/* name_base.c - a base of nothing but names. */
#include "cli/name_base.h"
#include "cli/name_maker.h"
#include "core/str.h"
#include "kb/spot.h"
#include "kb/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* So many names are of the text. */
enum { N_MINED = 21000 };

/* Of this thread's processor time. */
static double
seconds(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

typedef struct {
  ng_table_item *names, *items; /* names: payload is the entity */
  size_t n_names, n_items, items_cap;
  uint32_t max_words;
  ng_arena arena;
  ng_words words;
} maker;

static bool
put_item(maker *m, uint64_t key, uint32_t payload)
{
  if (m->n_items == m->items_cap) {
    size_t cap = m->items_cap ? m->items_cap * 2 : 1 << 20;
    ng_table_item *at = realloc(m->items, cap * sizeof *at);
    if (!at)
      return false;
    m->items = at;
    m->items_cap = cap;
  }
  m->items[m->n_items++] = (ng_table_item){ng_table_hash(key), payload};
  return true;
}

/* Add the name in room[0, len), which is followed by NG_WORD_PAD bytes. */
static bool
put_name(maker *m, const char *room, size_t len)
{
  m->words.n = 0;
  if (!ng_words_find(&m->arena, (ng_str){room, len},
                     (ng_span){0, (uint32_t)len}, &m->words))
    return false;
  const ng_words *w = &m->words;
  if (!w->n || w->n > NG_NAME_WORDS)
    return true;
  uint64_t key = ng_key_first(&w->at[0]);
  for (uint32_t i = 1; i < w->n; i++) {
    if (!put_item(m, key,
                  w->at[i].cases == NG_CASE_LOWER ? NG_GOES_ON_LOWER
                                                  : NG_GOES_ON_CAPITAL))
      return false;
    key = ng_key_next(key, &w->at[i]);
  }
  m->max_words = w->n > m->max_words ? w->n : m->max_words;
  m->names[m->n_names] =
      (ng_table_item){ng_table_hash(key), (uint32_t)m->n_names};
  m->n_names++;
  return true;
}

static bool
put_names(maker *m, size_t n, ng_str text)
{
  char room[NAME_ROOM + NG_WORD_PAD] = {0};
  size_t at = 0;
  for (size_t i = 0; i < N_MINED && i < n && at < text.len; i++) {
    ng_str mined = mine_name(text, &at);
    if (!mined.len || mined.len > NAME_ROOM)
      continue;
    memcpy(room, mined.at, mined.len);
    if (!put_name(m, room, mined.len))
      return false;
  }
  for (uint64_t i = 0; m->n_names < n; i++)
    if (!put_name(m, room, make_name(i, room)))
      return false;
  return true;
}

/* A list of one candidate for each distinct name; how many. */
static size_t
put_lists(maker *m, ng_spool *cand)
{
  size_t n = 0;
  (void)ng_spool_put(cand, "\0\0\0", 4);
  for (size_t i = 0; i < m->n_names; i++) {
    uint64_t hash = m->names[i].hash;
    if (i && m->names[i - 1].hash == hash)
      continue;
    uint16_t head[2] = {1, ng_table_check(hash)};
    ng_candidate one = {.entity = m->names[i].payload,
                        .prior = 65535,
                        .kinds = NG_NAME_LABEL,
                        .cases = 7};
    m->names[i].payload = (uint32_t)(ng_spool_size(cand) / 4);
    (void)ng_spool_put(cand, head, sizeof head);
    (void)ng_spool_put(cand, &one, sizeof one);
    m->names[n++] = m->names[i];
  }
  return n;
}

/* Fill the builder's sections. */
static ng_status
fill(maker *m, ng_builder *b, ng_error *err)
{
  ng_table table;
  if (!ng_table_sort(m->names, m->n_names))
    return NG_ERR_LIMIT;
  m->n_names = put_lists(m, &b->section[NG_SECTION_CAND]);
  ng_table_item *all =
      realloc(m->items, (m->n_items + m->n_names) * sizeof *all);
  if (!all)
    return NG_ERR_LIMIT;
  memcpy(all + m->n_items, m->names, m->n_names * sizeof *all);
  m->items = all;
  ng_status status = ng_table_build(&table, all, m->n_items + m->n_names, err);
  if (status)
    return status;
  b->max_words = m->max_words;
  b->max_probe = table.max_probe;
  bool done = ng_spool_put(&b->section[NG_SECTION_NAME], table.buckets,
                           table.n_buckets * sizeof *table.buckets) &&
              ng_spool_put(&b->section[NG_SECTION_STRS], "", 1);
  free(table.buckets);
  return done ? NG_OK : NG_ERR_LIMIT;
}

bool
make_base(size_t n, ng_str text, ng_kb_image *out)
{
  maker m = {.names = malloc((n + 1) * sizeof *m.names)};
  ng_draft none = {.place = {NULL, 0}};
  ng_builder b;
  ng_arena_init(&m.arena, SIZE_MAX / 2);
  ng_builder_init(&b, &none);
  double start = seconds();
  bool done = m.names && put_names(&m, n, text) &&
              fill(&m, &b, NULL) == NG_OK &&
              ng_builder_assemble(&b, out, NULL) == NG_OK;
  if (done)
    (void)printf("names\t%zu\nbytes_per_name\t%.2f\nbuild_s\t%.2f\n", m.n_names,
                 (double)ng_spool_size(&b.section[NG_SECTION_NAME]) /
                     (double)m.n_names,
                 seconds() - start);
  ng_builder_release(&b);
  ng_arena_release(&m.arena);
  free(m.names);
  free(m.items);
  return done;
}
