#include "kb/lines.h"
#include "core/crew.h"
#include "core/fail.h"

ng_status
ng_lines_open(ng_lines *lines, const char *path, ng_error *err)
{
  *lines = (ng_lines){.path = path};
  ng_error why = {0};
  ng_status status = ng_input_open(&lines->input, path, &why);
  if (status != NG_OK)
    return ng_fail(err, status, 0, "%s: %s", path, why.text);
  ng_input_text(lines->input);
  ng_input_threads(lines->input, ng_crew_cores());
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
  ng_input_close(lines->input);
  ng_buf_release(&lines->buf);
  *lines = (ng_lines){0};
}

/* Append the next bytes to the buffer. */
static ng_status
read_on(ng_lines *l, ng_error *err)
{
  ng_error why = {0};
  ng_status status = ng_input_read(l->input, &l->buf, &why);
  char *pad = ng_buf_room(&l->buf, NG_LINE_PAD);
  if (!pad)
    return ng_fail(err, NG_ERR_IO, 0, "%s:%llu: no memory for the line",
                   l->path, (unsigned long long)l->number + 1);
  memset(pad, 0, NG_LINE_PAD);
  l->ended = status == NG_END;
  if (status && status != NG_END)
    return ng_fail(err, status, why.offset, "%s:%llu: %s", l->path,
                   (unsigned long long)l->number + 1, why.text);
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

uint64_t
ng_lines_consumed(const ng_lines *l)
{
  return l->input ? ng_input_consumed(l->input) : l->at;
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
