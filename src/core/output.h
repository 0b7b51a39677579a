/* output.h - bytes to a file, compressed if its name says so.
 *
 * A file appears whole or not at all: it takes its name when all is well
 * (core/replace.h).  What is no regular file (a pipe, a device, standard
 * output) is written as it comes, since nobody could rename it.
 */
#ifndef NG_OUTPUT_H
#define NG_OUTPUT_H

#include "newsgraph.h"

typedef struct ng_output ng_output;

/* Open `path`, NULL or "-": standard output.  A name that ends in .gz is
 * written by gzip, .zst by zstd; other packers' names fail with NG_ERR_USAGE.
 */
ng_status ng_output_open(ng_output **result, const char *path, ng_error *err);

/* Write; the bytes may wait in a buffer until the next flush. */
ng_status ng_output_write(ng_output *out, ng_str bytes, ng_error *err);
ng_status ng_output_flush(ng_output *out, ng_error *err);

/* Finish and free `out`, which may be NULL.  With `keep`, the file takes its
 * name; without it, or after a failure, no file is left. */
ng_status ng_output_close(ng_output *out, bool keep, ng_error *err);

#endif /* NG_OUTPUT_H */
