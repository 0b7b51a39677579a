/* journal.h - what has reached the store, on disk, so that a load that was
 * interrupted goes on where it was.
 *
 *   newsgraph-load 1
 *   job <hash of endpoint, mode and chunk size>
 *   before 12 <https://w3id.org/newsgraph/id/entities>
 *   chunk 1 <hash of its bytes>
 *   chunk 2 <hash>
 *   done
 *
 * A line is synced to disk before the next chunk is sent; one without its
 * newline was cut off and does not count.
 */
#ifndef NG_JOURNAL_H
#define NG_JOURNAL_H

#include "core/buf.h"
#include "newsgraph.h"

typedef struct {
  int fd; /* -1: no journal */
  const char *path;
  ng_buf old;  /* what stood in the file */
  size_t next; /* where the next of its chunk lines may be */
  bool done;   /* the load that it tells of came to its end */
} ng_journal;

/* Open or begin the journal; `path` NULL: keep none.  A journal of another job,
 * or one that another process writes, is NG_ERR_USAGE. */
ng_status ng_journal_open(ng_journal *journal, const char *path, ng_str job,
                          ng_error *err);
void ng_journal_close(ng_journal *journal);

/* How large a graph was before the first load: true if the journal knows. */
bool ng_journal_before(const ng_journal *journal, ng_str graph, uint64_t *n);
ng_status ng_journal_put_before(ng_journal *journal, ng_str graph, uint64_t n,
                                ng_error *err);

/* Whether chunk `number` (from 1; asked in order) has been stored.  One with
 * another hash is NG_ERR_USAGE: the input has changed. */
ng_status ng_journal_has(ng_journal *journal, uint64_t number, const char *hash,
                         bool *stored, ng_error *err);
ng_status ng_journal_put(ng_journal *journal, uint64_t number, const char *hash,
                         ng_error *err);
ng_status ng_journal_put_done(ng_journal *journal, ng_error *err);

#endif /* NG_JOURNAL_H */
