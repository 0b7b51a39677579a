#include "kb/table.h"
#include "core/fail.h"

#include <stdlib.h>
#include <string.h>

/* Sort by hash, least significant digit first, in digits of `bits` bits; their
 * number is even, so that the result is in `items`.  `counts` has room for one
 * more than there are digits. */
static void
sort_items(ng_table_item *items, ng_table_item *spare, size_t n, size_t *counts,
           unsigned bits)
{
  const size_t n_digits = (size_t)1 << bits;
  for (unsigned shift = 0; shift < 64; shift += bits) {
    memset(counts, 0, (n_digits + 1) * sizeof *counts);
    for (size_t i = 0; i < n; i++)
      counts[(items[i].hash >> shift & (n_digits - 1)) + 1]++;
    for (size_t d = 0; d < n_digits; d++)
      counts[d + 1] += counts[d];
    for (size_t i = 0; i < n; i++)
      spare[counts[items[i].hash >> shift & (n_digits - 1)]++] = items[i];
    ng_table_item *swap = items;
    items = spare;
    spare = swap;
  }
}

bool
ng_table_sort(ng_table_item *items, size_t n)
{
  unsigned bits = n < 100000 ? 8 : 16; /* small ones must take no time */
  ng_table_item *spare = malloc((n ? n : 1) * sizeof *spare);
  size_t *counts = malloc((((size_t)1 << bits) + 1) * sizeof *counts);
  bool enough = spare && counts;
  if (enough)
    sort_items(items, spare, n, counts, bits);
  free(spare);
  free(counts);
  return enough;
}

/* Unite neighbours with the same hash; how many are left. */
static size_t
merge_items(ng_table_item *items, size_t n)
{
  size_t out = 0;
  for (size_t i = 0; i < n; i++) {
    if (out && items[out - 1].hash == items[i].hash)
      items[out - 1].payload |= items[i].payload;
    else
      items[out++] = items[i];
  }
  return out;
}

/* Put one key where it belongs; how many buckets it passed. */
static uint32_t
put(ng_table *table, const ng_table_item *item)
{
  uint32_t passed = 0;
  uint32_t at = ng_table_bucket(item->hash, table->n_buckets);
  for (;; passed++) {
    ng_bucket *b = &table->buckets[at];
    unsigned slot = 0;
    while (slot < NG_BUCKET_SLOTS && b->print[slot])
      slot++;
    if (slot < NG_BUCKET_SLOTS) {
      b->print[slot] = ng_table_print(item->hash);
      b->payload[slot] = item->payload;
      return passed;
    }
    b->overflow |= ng_table_bit(item->hash);
    at = at + 1 == table->n_buckets ? 0 : at + 1;
  }
}

void
ng_table_add(ng_table *table, const ng_table_item *item)
{
  uint32_t passed = put(table, item);
  table->n_keys++;
  table->max_probe = passed > table->max_probe ? passed : table->max_probe;
}

uint32_t
ng_table_size(uint64_t n_keys)
{
  /* load 0.85: 0.92 would save a byte a name and cost a quarter of the speed
   * (newsgraph bench names) */
  uint64_t n = n_keys * 20 / (17 * (uint64_t)NG_BUCKET_SLOTS) + 1;
  return n < UINT32_MAX ? (uint32_t)n : 0;
}

ng_status
ng_table_build(ng_table *out, ng_table_item *items, size_t n, ng_error *err)
{
  *out = (ng_table){0};
  if (!ng_table_sort(items, n))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to sort %zu names", n);

  size_t n_keys = merge_items(items, n);
  out->n_buckets = ng_table_size(n_keys);
  if (out->n_buckets)
    out->buckets = calloc(out->n_buckets, sizeof(ng_bucket));
  if (!out->buckets)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for %zu names", n_keys);
  for (size_t i = 0; i < n_keys; i++)
    ng_table_add(out, &items[i]);
  return NG_OK;
}
