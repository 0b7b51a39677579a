#include "cli/lines.h"

#include <errno.h>
#include <stdio.h>

bool
cli_lines_open(cli_lines *lines, const char *path)
{
  *lines = (cli_lines){.path = path, .file = gzopen(path, "rb")};
  if (!lines->file) {
    (void)fprintf(stderr, "newsgraph: %s: %s\n", path, strerror(errno));
    return false;
  }
  (void)gzbuffer(lines->file, 1 << 17);
  return true;
}

bool
cli_lines_next(cli_lines *lines, ng_str *out)
{
  ng_buf *buf = &lines->buf;
  buf->len = 0;
  for (;;) {
    char *room = ng_buf_room(buf, 1 << 12);
    if (!room || !gzgets(lines->file, room, 1 << 12))
      break;
    buf->len += strlen(room);
    if (buf->len && buf->at[buf->len - 1] == '\n')
      break;
  }
  if (buf->len == 0)
    return false;
  lines->n++;
  size_t len = buf->len;
  while (len && (buf->at[len - 1] == '\n' || buf->at[len - 1] == '\r'))
    len--;
  *out = (ng_str){buf->at, len};
  if (lines->n == 1)
    *out = ng_str_text(*out);
  return true;
}

bool
cli_lines_close(cli_lines *lines)
{
  int error = Z_OK;
  const char *why = gzerror(lines->file, &error);
  bool bad = lines->buf.failed || (error != Z_OK && error != Z_STREAM_END);
  size_t n = strlen(lines->path); /* zlib has it, too, and ": " */
  if (bad && !lines->buf.failed && strncmp(why, lines->path, n) == 0)
    why += n + 2;
  if (bad)
    (void)fprintf(stderr, "newsgraph: %s: %s\n", lines->path,
                  lines->buf.failed ? "out of memory" : why);
  (void)gzclose(lines->file);
  ng_buf_release(&lines->buf);
  return !bad;
}
