/* table.h - the hash table from names to lists of candidates.
 *
 * Buckets of one cache line, each with ten slots:
 *
 *   0          20         24                          64
 *   u16 print[10] | u32 overflow | u32 payload[10]
 *
 * A key's bucket is its upper bits scaled to their number, its print the lower
 * 16 bits.  A key that finds its bucket full goes to the next, and sets one bit
 * in the overflow filter of every bucket that it passes: a look-up goes on only
 * where that bit is set, so that nearly all take one cache line and no branch
 * that waits for memory.
 *
 * Payload: bit 31, a longer name goes on with a capitalised word; bit 30, with
 * a lower-case word (or number); the lower 30: 0, only the beginning of longer
 * names; else where the list is, in units of 4 bytes.
 */
#ifndef NG_KB_TABLE_H
#define NG_KB_TABLE_H

#include "newsgraph.h"

enum { NG_BUCKET_SLOTS = 10 };

typedef struct {
  uint16_t print[NG_BUCKET_SLOTS];
  uint32_t overflow;
  uint32_t payload[NG_BUCKET_SLOTS];
} ng_bucket;

_Static_assert(sizeof(ng_bucket) == 64, "one cache line");

#define NG_GOES_ON_CAPITAL 0x80000000U
#define NG_GOES_ON_LOWER 0x40000000U
#define NG_LIST_MASK 0x3FFFFFFFU

/* Spread the bits of a name's key over all 64. */
static inline uint64_t
ng_table_hash(uint64_t key)
{
  return key ^ (key >> 32) * 0xD6E8FEB86659FD93ULL;
}

static inline uint32_t
ng_table_bucket(uint64_t hash, uint32_t n_buckets)
{
  return (uint32_t)(((hash >> 32) * n_buckets) >> 32);
}

static inline uint16_t
ng_table_print(uint64_t hash)
{
  uint16_t print = (uint16_t)hash;
  return print ? print : 1; /* 0 is an empty slot */
}

static inline uint32_t
ng_table_bit(uint64_t hash)
{
  return 1U << (hash >> 16 & 31);
}

/* What a list repeats of its key, to tell a false match of the print. */
static inline uint16_t
ng_table_check(uint64_t hash)
{
  return (uint16_t)(hash >> 21);
}

/* --- building ------------------------------------------------------------- */

/* A key, or the beginning of one, and its payload. */
typedef struct {
  uint64_t hash; /* ng_table_hash() */
  uint32_t payload;
} ng_table_item;

/* Sort by hash, equals as they came; false if memory runs out. */
bool ng_table_sort(ng_table_item *items, size_t n);

/* The number of buckets for so many distinct keys; 0: too many keys. */
uint32_t ng_table_size(uint64_t n_keys);

typedef struct {
  ng_bucket *buckets; /* calloc'ed: free(), or the caller's */
  uint32_t n_buckets;
  uint32_t n_keys;    /* distinct */
  uint32_t max_probe; /* see ng_kb_header */
} ng_table;

/* Add a key to a table of which the caller has set zeroed buckets and their
 * number; keys are distinct and come by hash. */
void ng_table_add(ng_table *table, const ng_table_item *item);

/* Build the table of `n` items, which it sorts and merges in place: payloads
 * of one key are united; at most one of them may name a list.  Fails with
 * NG_ERR_LIMIT if memory runs out or there are more than about 30 thousand
 * million keys. */
ng_status ng_table_build(ng_table *out, ng_table_item *items, size_t n,
                         ng_error *err);

#endif /* NG_KB_TABLE_H */
