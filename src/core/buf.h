/* buf.h - bytes that grow, on the heap: output on its way to a file.
 *
 * A failed append is remembered: check `failed` once, at the end.
 */
#ifndef NG_BUF_H
#define NG_BUF_H

#include "core/str.h"

typedef struct {
  char *at;
  size_t len, cap;
  bool failed; /* memory ran out; what was appended since is lost */
} ng_buf;

/* ng_buf_room() where there is none yet. */
char *ng_buf_grow(ng_buf *buf, size_t n);

/* Make room for `n` more bytes; where they go, or NULL. Does not change len. */
static inline char *
ng_buf_room(ng_buf *buf, size_t n)
{
  return n <= buf->cap - buf->len && n && !buf->failed ? buf->at + buf->len
                                                       : ng_buf_grow(buf, n);
}

/* Append. */
static inline void
ng_buf_put(ng_buf *buf, const void *at, size_t len)
{
  char *to = len ? ng_buf_room(buf, len) : NULL;
  if (!to)
    return;
  memcpy(to, at, len);
  buf->len += len;
}

void ng_buf_printf(ng_buf *buf, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static inline void
ng_buf_str(ng_buf *buf, ng_str s)
{
  ng_buf_put(buf, s.at, s.len);
}

static inline void
ng_buf_char(ng_buf *buf, char c)
{
  char *to = ng_buf_room(buf, 1);
  if (!to)
    return;
  *to = c;
  buf->len++;
}

/* Append `s` as a JSON string with its quotes.  `s` must be UTF-8. */
void ng_buf_json(ng_buf *buf, ng_str s);

/* Free the bytes; the buffer is then empty and usable. */
void ng_buf_release(ng_buf *buf);

#endif /* NG_BUF_H */
