/* sort.h - records sorted by a key, more of them than memory holds.
 *
 * Records are gathered until the room is full, sorted and put aside as a run;
 * the runs are merged as they are read.  Records of equal keys come as they
 * were put, whatever the room.
 */
#ifndef NG_KB_SORT_H
#define NG_KB_SORT_H

#include "kb/spool.h"
#include "kb/table.h"

typedef struct ng_run ng_run;
typedef struct ng_run_head ng_run_head;

typedef struct {
  size_t room;    /* bytes for records and their order */
  ng_buf buf;     /* of the records that are in no run */
  size_t n;       /* how many these are */
  ng_spool runs;  /* one after the other */
  uint64_t *ends; /* where each run ends */
  size_t n_runs, cap;

  /* reading */
  ng_table_item *order; /* of those in memory; payload: place in `buf` / 4 */
  size_t at;
  ng_run *reading;
  ng_run_head *heads; /* of the runs, the least record's first */
  bool failed;        /* memory ran out */
} ng_sorter;

void ng_sorter_init(ng_sorter *s, ng_spool_place place);
void ng_sorter_release(ng_sorter *s);

/* Add a record; false if that fails. */
bool ng_sorter_put(ng_sorter *s, uint64_t key, const void *at, uint32_t len);

/* After the last record: make ready to read.  False if that fails. */
bool ng_sorter_start(ng_sorter *s);

/* The next record, valid until the next call and aligned for nothing; false
 * after the last, or if that fails. */
bool ng_sorter_next(ng_sorter *s, uint64_t *key, ng_str *record);

/* NG_OK, or what has gone wrong so far. */
ng_status ng_sorter_check(const ng_sorter *s, ng_error *err);

#endif /* NG_KB_SORT_H */
