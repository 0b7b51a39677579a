/* build_table.c - keys and where their lists are, as the table: NAME. */
#include "kb/builder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>

/* A key and its payload as they are put aside. */
enum { ITEM = sizeof(uint64_t) + sizeof(uint32_t) };

static bool
put_item(ng_spool *out, const ng_table_item *item)
{
  return ng_spool_put(out, &item->hash, sizeof item->hash) &&
         ng_spool_put(out, &item->payload, sizeof item->payload);
}

/* Unite the items of each key; how many keys there are, or UINT64_MAX. */
static uint64_t
unite_items(ng_sorter *items, ng_spool *out)
{
  ng_table_item last = {0, 0};
  uint64_t key, n = 0;
  ng_str record;
  bool done = ng_sorter_start(items);
  while (done && ng_sorter_next(items, &key, &record)) {
    uint32_t payload;
    memcpy(&payload, record.at, sizeof payload);
    if (n && key == last.hash) {
      last.payload |= payload;
      continue;
    }
    done = !n || put_item(out, &last);
    last = (ng_table_item){key, payload};
    n++;
  }
  done = done && (!n || put_item(out, &last));
  return done ? n : UINT64_MAX;
}

/* What is behind the keys that are added is not looked at again: let go of it
 * now and then, so that it does not count as ours. */
static void
let_go(const ng_table *table, uint32_t at, uint32_t *gone)
{
  enum { AT_A_TIME = 1 << 18, KEEP = NG_KB_MAX_PROBE };
  if (at < *gone + AT_A_TIME + KEEP)
    return;
  (void)madvise((char *)table->buckets + (size_t)*gone * sizeof(ng_bucket),
                (size_t)AT_A_TIME * sizeof(ng_bucket), MADV_DONTNEED);
  *gone += AT_A_TIME;
}

static bool
add_items(ng_table *table, ng_spool *items, bool in_file)
{
  ng_spool_reader r;
  ng_table_item item = {0, 0};
  const char *at;
  uint32_t gone = 0;
  ng_spool_read_all(&r, items);
  while ((at = ng_spool_read(&r, ITEM))) {
    memcpy(&item.hash, at, sizeof item.hash);
    memcpy(&item.payload, at + sizeof item.hash, sizeof item.payload);
    ng_table_add(table, &item);
    if (in_file)
      let_go(table, ng_table_bucket(item.hash, table->n_buckets), &gone);
  }
  ng_spool_read_end(&r);
  return !items->failure;
}

/* The buckets as the bytes of a spool: in memory. */
static bool
fill_memory(ng_table *table, ng_spool *items, ng_spool *out)
{
  size_t size = (size_t)table->n_buckets * sizeof(ng_bucket);
  table->buckets = calloc(1, size);
  if (!table->buckets)
    return false;
  ng_buf_release(&out->buf);
  out->buf = (ng_buf){(char *)table->buckets, size, size, false};
  return add_items(table, items, false);
}

/* The same as a file. */
static bool
fill_file(ng_table *table, ng_spool *items, ng_spool *out)
{
  size_t size = (size_t)table->n_buckets * sizeof(ng_bucket);
  out->file = ng_spool_file(out->place.folder) + 1;
  if (!out->file || posix_fallocate(out->file - 1, 0, (off_t)size)) {
    out->failure = out->file ? ENOSPC : errno;
    return false;
  }
  void *at =
      mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, out->file - 1, 0);
  if (at == MAP_FAILED) {
    out->failure = errno;
    return false;
  }
  table->buckets = at;
  bool done = add_items(table, items, true);
  (void)munmap(at, size);
  out->filed = size;
  return done;
}

bool
ng_build_table(ng_builder *b, ng_sorter *from)
{
  ng_spool items, *out = &b->section[NG_SECTION_NAME];
  ng_table table = {0};
  ng_spool_init(&items, b->draft->place);
  b->n_keys = unite_items(from, &items);
  table.n_buckets = b->n_keys < UINT64_MAX ? ng_table_size(b->n_keys) : 0;
  uint64_t size = (uint64_t)table.n_buckets * sizeof(ng_bucket);
  bool in_file = out->place.folder && size > out->place.room;
  bool done = size && (in_file ? fill_file(&table, &items, out)
                               : fill_memory(&table, &items, out));
  b->max_probe = table.max_probe;
  ng_spool_release(&items);
  return done;
}
