/* lines.h - the lines of a gold file, plain or gzipped. */
#ifndef NG_LINES_H
#define NG_LINES_H

#include "core/buf.h"

#include <zlib.h>

typedef struct {
  gzFile file;
  const char *path;
  ng_buf buf; /* the current line */
  size_t n;   /* its number, from 1 */
} cli_lines;

/* Open `path`; false, with a message on stderr, if it cannot be. */
bool cli_lines_open(cli_lines *lines, const char *path);

/* The next line in *out, without its end, valid until the next call; false at
 * the end of the file. */
bool cli_lines_next(cli_lines *lines, ng_str *out);

/* Close; false, with a message on stderr, if the file could not be read to its
 * end. */
bool cli_lines_close(cli_lines *lines);

#endif /* NG_LINES_H */
