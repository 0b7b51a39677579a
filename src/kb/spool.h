/* spool.h - bytes put aside in order and read back in order: in memory, or,
 * where they are more than the room for them, in a temporary file.
 *
 * The file has no name, so that nothing is left of it however the program
 * ends.  A failure is remembered: check once, at the end, with
 * ng_spool_check().
 */
#ifndef NG_KB_SPOOL_H
#define NG_KB_SPOOL_H

#include "core/buf.h"

/* How much may stay in memory, and where the rest goes. */
typedef struct {
  const char *folder; /* borrowed; NULL: everything stays in memory */
  size_t room;        /* bytes */
} ng_spool_place;

typedef struct {
  ng_spool_place place;
  ng_buf buf;     /* the last bytes, not in the file */
  uint64_t filed; /* bytes in the file */
  int file;       /* its descriptor + 1; 0: none */
  int failure;    /* errno of the file; 0: none */
} ng_spool;

void ng_spool_init(ng_spool *spool, ng_spool_place place);

/* Free bytes and file; the spool is then empty and usable. */
void ng_spool_release(ng_spool *spool);

/* Append; false if that fails. */
bool ng_spool_put(ng_spool *spool, const void *at, size_t len);

/* How many bytes have been put. */
static inline uint64_t
ng_spool_size(const ng_spool *spool)
{
  return spool->filed + spool->buf.len;
}

/* NG_OK, or what has gone wrong with the spool so far. */
ng_status ng_spool_check(const ng_spool *spool, ng_error *err);

/* A temporary file without a name in `folder`; -1, with errno, if there can be
 * none. */
int ng_spool_file(const char *folder);

/* --- reading -------------------------------------------------------------- */

/* Reads part of a spool, to which nothing is put meanwhile. */
typedef struct {
  ng_spool *spool;
  uint64_t at, end; /* bytes of the spool that are to be read */
  ng_buf buf;       /* buf[begin..] is read from the file and not used */
  size_t begin, step;
} ng_spool_reader;

/* Read bytes [begin, end), about `step` at a time from the file. */
void ng_spool_read_from(ng_spool_reader *r, ng_spool *spool, uint64_t begin,
                        uint64_t end, size_t step);

/* All of it. */
void ng_spool_read_all(ng_spool_reader *r, ng_spool *spool);

/* The next `n` bytes, valid until the next call and aligned for nothing; NULL
 * past the end, or if the file cannot be read, which the spool remembers. */
const char *ng_spool_read(ng_spool_reader *r, size_t n);

/* Like it, copied to `to`. */
bool ng_spool_take(ng_spool_reader *r, void *to, size_t n);

void ng_spool_read_end(ng_spool_reader *r);

#endif /* NG_KB_SPOOL_H */
