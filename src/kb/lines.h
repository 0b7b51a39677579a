/* lines.h - a source line by line, plain or compressed, in bounded memory. */
#ifndef NG_KB_LINES_H
#define NG_KB_LINES_H

#include "core/buf.h"
#include "core/input.h"

/* Longer lines are skipped. */
enum { NG_LINE_MAX = 128 << 20 };

/* So many bytes behind a line can be read, whatever they are. */
enum { NG_LINE_PAD = 64 };

typedef struct {
  const char *path; /* for messages; borrowed */
  ng_input *input;
  ng_buf buf;
  size_t at;       /* of the next line in `buf` */
  size_t searched; /* no line ends before it */
  uint64_t number; /* of the line last given, from 1 */
  bool ended;      /* the input is */
  bool overlong;   /* inside a line that is being skipped */
} ng_lines;

/* Open `path` ("-": standard input); the caller ends it with ng_lines_close().
 */
ng_status ng_lines_open(ng_lines *lines, const char *path, ng_error *err);
/* The lines of `text`, copied; `name` is its name in messages. */
ng_status ng_lines_memory(ng_lines *lines, ng_str text, const char *name,
                          ng_error *err);

void ng_lines_close(ng_lines *lines);

/* How many bytes of the file have been read. */
uint64_t ng_lines_consumed(const ng_lines *lines);

/* The next line, without its end (LF or CRLF), valid until the next call;
 * NG_END after the last.  NG_ERR_LIMIT: a line was longer than NG_LINE_MAX; the
 * next call goes on behind it.  Other errors end the source. */
ng_status ng_lines_next(ng_lines *lines, ng_str *out, ng_error *err);

#endif /* NG_KB_LINES_H */
