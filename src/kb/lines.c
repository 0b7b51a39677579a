#include "kb/lines.h"
#include "core/fail.h"

#include <errno.h>
#include <unistd.h>
#include <zlib.h>

enum { CHUNK = 1 << 18 };

ng_status
ng_lines_open(ng_lines *lines, const char *path, ng_error *err)
{
  *lines = (ng_lines){.path = path};
  lines->input = strcmp(path, "-") == 0 ? gzdopen(dup(STDIN_FILENO), "rb")
                                        : gzopen(path, "rb");
  if (!lines->input)
    return ng_fail(err, NG_ERR_IO, 0, "cannot open '%s': %s", path,
                   strerror(errno));
  (void)gzbuffer(lines->input, CHUNK);
  return NG_OK;
}

ng_status
ng_lines_memory(ng_lines *lines, ng_str text, const char *name, ng_error *err)
{
  *lines = (ng_lines){.path = name, .ended = true};
  ng_buf_str(&lines->buf, text);
  char *pad = ng_buf_room(&lines->buf, NG_LINE_PAD);
  if (!pad)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for '%s'", name);
  memset(pad, 0, NG_LINE_PAD);
  return NG_OK;
}

void
ng_lines_close(ng_lines *lines)
{
  if (lines->input)
    (void)gzclose(lines->input);
  ng_buf_release(&lines->buf);
  *lines = (ng_lines){0};
}

/* Append the next bytes to the buffer. */
static ng_status
read_on(ng_lines *l, ng_error *err)
{
  char *room = ng_buf_room(&l->buf, CHUNK + NG_LINE_PAD);
  if (!room)
    return ng_fail(err, NG_ERR_IO, 0, "%s:%llu: no memory for the line",
                   l->path, (unsigned long long)l->number + 1);
  int n = gzread(l->input, room, CHUNK);
  l->buf.len += n > 0 ? (size_t)n : 0;
  l->ended = n <= 0;
  memset(l->buf.at + l->buf.len, 0, NG_LINE_PAD);
  int code;
  const char *why = gzerror(l->input, &code);
  if (n < 0 || (n == 0 && code == Z_BUF_ERROR))
    return ng_fail(err, NG_ERR_CORRUPT, 0, "%s:%llu: %s", l->path,
                   (unsigned long long)l->number + 1,
                   code == Z_BUF_ERROR ? "the file is truncated" : why);
  return NG_OK;
}

/* Move what is left of the buffer to its beginning, and read on. */
static ng_status
refill(ng_lines *l, ng_error *err)
{
  /* only when half of it is done, so that no byte is moved often */
  if (l->at && l->at >= l->buf.len / 2) {
    memmove(l->buf.at, l->buf.at + l->at, l->buf.len - l->at);
    l->buf.len -= l->at;
    l->searched -= l->at;
    l->at = 0;
  }
  return read_on(l, err);
}

/* Where the line at l->at ends, or NULL if it is not read yet. */
static const char *
line_end(ng_lines *l)
{
  const char *end =
      l->searched < l->buf.len
          ? memchr(l->buf.at + l->searched, '\n', l->buf.len - l->searched)
          : NULL;
  l->searched = end ? (size_t)(end - l->buf.at) : l->buf.len;
  return end;
}

/* Give buf[at, end) as a line, the next one from `next`. */
static ng_str
give(ng_lines *l, size_t end, size_t next)
{
  ng_str line = {l->buf.at + l->at, end - l->at};
  l->at = l->searched = next;
  l->number++;
  if (line.len && line.at[line.len - 1] == '\r')
    line.len--;
  return line;
}

ng_status
ng_lines_next(ng_lines *l, ng_str *out, ng_error *err)
{
  for (;;) {
    const char *end = line_end(l);
    if (!end && !l->ended) {
      if (l->buf.len - l->at > NG_LINE_MAX) {
        l->overlong = true;
        l->at = l->searched = l->buf.len;
      }
      NG_TRY(refill(l, err));
      continue;
    }
    if (!end && l->at == l->buf.len && !l->overlong)
      return NG_END;
    size_t stop = end ? (size_t)(end - l->buf.at) : l->buf.len;
    *out = give(l, stop, end ? stop + 1 : stop);
    if (!l->overlong)
      return NG_OK;
    l->overlong = false;
    return ng_fail(err, NG_ERR_LIMIT, 0,
                   "%s:%llu: the line is longer than %d MiB", l->path,
                   (unsigned long long)l->number, NG_LINE_MAX >> 20);
  }
}
