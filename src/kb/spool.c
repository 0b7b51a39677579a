#include "kb/spool.h"
#include "core/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Once there is a file, so much is written to it at a time. */
enum { WRITE_STEP = 1 << 20, READ_STEP = 1 << 18 };

void
ng_spool_init(ng_spool *spool, ng_spool_place place)
{
  *spool = (ng_spool){.place = place};
}

void
ng_spool_release(ng_spool *spool)
{
  if (spool->file)
    (void)close(spool->file - 1);
  ng_buf_release(&spool->buf);
  ng_spool_init(spool, spool->place);
}

/* Where the system knows no nameless file: one that loses its name at once. */
static int
named_file(const char *folder)
{
  char path[PATH_MAX];
  int n = snprintf(path, sizeof path, "%s/newsgraph-XXXXXX", folder);
  if (n < 0 || n >= PATH_MAX) {
    errno = ENAMETOOLONG;
    return -1;
  }
  int file = mkstemp(path);
  if (file >= 0)
    (void)unlink(path);
  return file;
}

int
ng_spool_file(const char *folder)
{
#ifdef O_TMPFILE
  int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return file;
#endif
  return named_file(folder);
}

static bool
write_all(ng_spool *s, const char *at, size_t len)
{
  while (len) {
    ssize_t n = write(s->file - 1, at, len);
    if (n < 0 && errno != EINTR) {
      s->failure = errno;
      return false;
    }
    at += n > 0 ? n : 0;
    len -= n > 0 ? (size_t)n : 0;
  }
  return true;
}

/* Move the buffer to the file. */
static bool
to_file(ng_spool *s)
{
  if (!s->file) {
    s->file = ng_spool_file(s->place.folder) + 1;
    if (!s->file) {
      s->failure = errno;
      return false;
    }
  }
  if (!write_all(s, s->buf.at, s->buf.len))
    return false;
  s->filed += s->buf.len;
  s->buf.len = 0;
  if (s->buf.cap > (size_t)2 * WRITE_STEP)
    ng_buf_release(&s->buf);
  return true;
}

bool
ng_spool_put(ng_spool *s, const void *at, size_t len)
{
  if (s->failure)
    return false;
  ng_buf_put(&s->buf, at, len);
  size_t room =
      s->file && s->place.room > WRITE_STEP ? WRITE_STEP : s->place.room;
  if (s->place.folder && s->buf.len > room && !to_file(s))
    return false;
  return !s->buf.failed;
}

ng_status
ng_spool_check(const ng_spool *s, ng_error *err)
{
  if (s->buf.failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to build a knowledge base");
  if (!s->failure)
    return NG_OK;
  errno = s->failure;
  return ng_fail(err, NG_ERR_IO, 0, "temporary file in '%s': %m",
                 s->place.folder);
}

/* --- reading -------------------------------------------------------------- */

void
ng_spool_read_from(ng_spool_reader *r, ng_spool *spool, uint64_t begin,
                   uint64_t end, size_t step)
{
  *r = (ng_spool_reader){.spool = spool, .at = begin, .end = end, .step = step};
  if (spool->file && spool->buf.len && !spool->failure)
    (void)to_file(spool);
}

void
ng_spool_read_all(ng_spool_reader *r, ng_spool *spool)
{
  ng_spool_read_from(r, spool, 0, ng_spool_size(spool), READ_STEP);
}

/* Read on, so that at least `n` bytes are in the buffer. */
static bool
read_on(ng_spool_reader *r, size_t n)
{
  ng_spool *s = r->spool;
  size_t have = r->buf.len - r->begin;
  if (r->begin && have)
    memmove(r->buf.at, r->buf.at + r->begin, have);
  r->begin = 0;
  r->buf.len = have;
  while (r->buf.len < n) {
    size_t want = n - r->buf.len > r->step ? n - r->buf.len : r->step;
    want = want < r->end - r->at ? want : (size_t)(r->end - r->at);
    char *to = want ? ng_buf_room(&r->buf, want) : NULL;
    if (want && !to)
      s->failure = ENOMEM;
    if (!to)
      return false;
    ssize_t got = pread(s->file - 1, to, want, (off_t)r->at);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0) {
      s->failure = got < 0 ? errno : EIO;
      return false;
    }
    r->buf.len += (size_t)got;
    r->at += (uint64_t)got;
  }
  return true;
}

const char *
ng_spool_read(ng_spool_reader *r, size_t n)
{
  ng_spool *s = r->spool;
  if (s->failure || n > r->end - r->at + (r->buf.len - r->begin))
    return NULL;
  if (!s->file) {
    r->at += n;
    return s->buf.at + (r->at - n);
  }
  if (r->buf.len - r->begin < n && !read_on(r, n))
    return NULL;
  r->begin += n;
  return r->buf.at + (r->begin - n);
}

bool
ng_spool_take(ng_spool_reader *r, void *to, size_t n)
{
  const char *at = ng_spool_read(r, n);
  if (at)
    memcpy(to, at, n);
  return at != NULL;
}

void
ng_spool_read_end(ng_spool_reader *r)
{
  ng_buf_release(&r->buf);
}
