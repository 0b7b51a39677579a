#include "load/journal.h"
#include "core/fail.h"
#include "core/str.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD "newsgraph-load 1\n"

static ng_status
failed(const ng_journal *j, const char *what, ng_error *err)
{
  return ng_fail(err, NG_ERR_IO, 0, "cannot %s '%s': %m", what, j->path);
}

static ng_status
read_all(ng_journal *j, ng_error *err)
{
  for (;;) {
    char *room = ng_buf_room(&j->old, BUFSIZ);
    if (!room)
      return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
    ssize_t n = read(j->fd, room, BUFSIZ);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return failed(j, "read", err);
    if (n == 0)
      return NG_OK;
    j->old.len += (size_t)n;
  }
}

/* Append a line, and see it to the disk. */
static ng_status
put_line(ng_journal *j, ng_buf *line, ng_error *err)
{
  ng_status st = NG_OK;
  for (size_t at = 0; st == NG_OK && at < line->len;) {
    ssize_t n = write(j->fd, line->at + at, line->len - at);
    if (n > 0)
      at += (size_t)n;
    else if (errno != EINTR)
      st = failed(j, "write", err);
  }
  if (st == NG_OK && line->failed)
    st = ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (st == NG_OK && fdatasync(j->fd) != 0 && errno != EINVAL)
    st = failed(j, "write", err);
  ng_buf_release(line);
  return st;
}

/* The next whole line at *at; false at the end. */
static bool
next_line(const ng_journal *j, size_t *at, ng_str *line)
{
  if (*at >= j->old.len)
    return false;
  const char *from = j->old.at + *at;
  const char *newline = memchr(from, '\n', j->old.len - *at);
  if (!newline)
    return false;
  *line = (ng_str){from, (size_t)(newline - from)};
  *at += line->len + 1;
  return true;
}

static bool
starts(ng_str line, const char *with)
{
  size_t n = strlen(with);
  return line.len >= n && memcmp(line.at, with, n) == 0;
}

static ng_status
begin(ng_journal *j, ng_str job, ng_error *err)
{
  ng_buf line = {0};
  ng_buf_printf(&line, HEAD "job %.*s\n", NG_ARG(job));
  return put_line(j, &line, err);
}

/* Does the journal, read and not empty, tell of this job? */
static ng_status
check(ng_journal *j, ng_str job, ng_error *err)
{
  ng_str line;
  size_t at = 0;
  if (!next_line(j, &at, &line) ||
      !ng_str_equal(line, NG_LIT("newsgraph-load 1")))
    return ng_fail(err, NG_ERR_USAGE, 0, "'%s' is no journal of a load",
                   j->path);
  if (!next_line(j, &at, &line) || !starts(line, "job ") ||
      !ng_str_equal(ng_str_slice(line, 4, line.len), job))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "'%s' is of another load (endpoint, graph, mode or chunk): "
                   "take another journal",
                   j->path);
  j->next = at;
  while (next_line(j, &at, &line))
    j->done |= ng_str_equal(line, NG_LIT("done"));
  j->old.len = at; /* what has no newline was cut off */
  if (ftruncate(j->fd, (off_t)at) != 0 || lseek(j->fd, 0, SEEK_END) < 0)
    return failed(j, "write", err);
  return NG_OK;
}

ng_status
ng_journal_open(ng_journal *j, const char *path, ng_str job, ng_error *err)
{
  *j = (ng_journal){.fd = -1, .path = path};
  if (!path)
    return NG_OK;
  j->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (j->fd < 0)
    return failed(j, "open", err);
  struct stat st; /* of a device there is no end to read to */
  if (fstat(j->fd, &st) != 0 || !S_ISREG(st.st_mode))
    return ng_fail(err, NG_ERR_USAGE, 0, "'%s' is no regular file", path);
  /* not flock(): the process that reads the input would inherit it, and may
   * outlive this one for a moment */
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  if (fcntl(j->fd, F_SETLK, &lock) != 0)
    return ng_fail(err, NG_ERR_USAGE, 0, "another load is writing '%s'", path);
  NG_TRY(read_all(j, err));
  /* shorter than its head: cut off at birth */
  if (j->old.len < sizeof HEAD - 1 &&
      memcmp(j->old.len ? j->old.at : HEAD, HEAD, j->old.len) == 0) {
    j->old.len = 0;
    if (ftruncate(j->fd, 0) != 0 || lseek(j->fd, 0, SEEK_SET) < 0)
      return failed(j, "write", err);
    return begin(j, job, err);
  }
  return check(j, job, err);
}

void
ng_journal_close(ng_journal *j)
{
  if (j->fd >= 0)
    (void)close(j->fd);
  ng_buf_release(&j->old);
  j->fd = -1;
}

/* --- lines ---------------------------------------------------------------- */

bool
ng_journal_before(const ng_journal *j, ng_str graph, uint64_t *n)
{
  ng_str line;
  for (size_t at = 0; next_line(j, &at, &line);) {
    int used = 0;
    char text[64];
    (void)snprintf(text, sizeof text, "%.*s", NG_ARG(line));
    if (sscanf(text, "before %" SCNu64 " <%n", n, &used) == 1 && used &&
        line.len == (size_t)used + graph.len + 1 &&
        memcmp(line.at + used, graph.at, graph.len) == 0)
      return true;
  }
  return false;
}

ng_status
ng_journal_put_before(ng_journal *j, ng_str graph, uint64_t n, ng_error *err)
{
  if (j->fd < 0)
    return NG_OK;
  ng_buf line = {0};
  ng_buf_printf(&line, "before %" PRIu64 " <%.*s>\n", n, NG_ARG(graph));
  return put_line(j, &line, err);
}

/* The next line that tells of a chunk. */
static bool
next_chunk(ng_journal *j, ng_str *line)
{
  while (next_line(j, &j->next, line))
    if (starts(*line, "chunk "))
      return true;
  return false;
}

ng_status
ng_journal_has(ng_journal *j, uint64_t number, const char *hash, bool *stored,
               ng_error *err)
{
  ng_str line;
  char wanted[128];
  (void)snprintf(wanted, sizeof wanted, "chunk %" PRIu64 " %s", number, hash);
  *stored = next_chunk(j, &line);
  if (*stored && !ng_str_equal(line, (ng_str){wanted, strlen(wanted)}))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "the input is not what '%s' tells of: begin a new journal",
                   j->path);
  return NG_OK;
}

ng_status
ng_journal_put(ng_journal *j, uint64_t number, const char *hash, ng_error *err)
{
  if (j->fd < 0)
    return NG_OK;
  ng_buf line = {0};
  ng_buf_printf(&line, "chunk %" PRIu64 " %s\n", number, hash);
  return put_line(j, &line, err);
}

ng_status
ng_journal_put_done(ng_journal *j, ng_error *err)
{
  if (j->fd < 0 || j->done)
    return NG_OK;
  ng_buf line = {0};
  ng_buf_printf(&line, "done\n");
  return put_line(j, &line, err);
}
