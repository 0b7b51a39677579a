#include "core/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

char *
ng_buf_grow(ng_buf *buf, size_t n)
{
  if (buf->failed || n > SIZE_MAX / 4 - buf->len) {
    buf->failed = true;
    return NULL;
  }
  if (buf->len + n > buf->cap) {
    size_t cap = buf->cap ? buf->cap : 4096;
    while (cap < buf->len + n)
      cap *= 2;
    char *at = realloc(buf->at, cap);
    if (!at) {
      buf->failed = true;
      return NULL;
    }
    buf->at = at;
    buf->cap = cap;
  }
  return buf->at + buf->len;
}

void
ng_buf_printf(ng_buf *buf, const char *fmt, ...)
{
  va_list ap;
  va_start(ap, fmt);
  va_list again;
  va_copy(again, ap);
  int n = vsnprintf(NULL, 0, fmt, ap);
  va_end(ap);
  char *to = n < 0 ? NULL : ng_buf_room(buf, (size_t)n + 1);
  if (to) {
    (void)vsnprintf(to, (size_t)n + 1, fmt, again);
    buf->len += (size_t)n;
  }
  va_end(again);
}

void
ng_buf_json(ng_buf *buf, ng_str s)
{
  ng_buf_char(buf, '"');
  size_t from = 0;
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.at[i];
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
      continue;
    ng_buf_put(buf, s.at + from, i - from);
    from = i + 1;
    if (c == '"' || c == '\\')
      ng_buf_printf(buf, "\\%c", c);
    else if (c == '\n')
      ng_buf_put(buf, "\\n", 2);
    else if (c == '\t')
      ng_buf_put(buf, "\\t", 2);
    else
      ng_buf_printf(buf, "\\u%04x", c);
  }
  ng_buf_put(buf, s.at + from, s.len - from);
  ng_buf_char(buf, '"');
}

void
ng_buf_release(ng_buf *buf)
{
  free(buf->at);
  *buf = (ng_buf){0};
}
