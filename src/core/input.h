/* input.h - the bytes of a file, decompressed.
 *
 * gzip (several members), zstd (several frames), bzip2 and xz (several streams)
 * are known by their first bytes; anything else is passed on as it is.  Memory
 * does not depend on the size of the file.
 */
#ifndef NG_INPUT_H
#define NG_INPUT_H

#include "core/buf.h"

typedef struct ng_input ng_input;

/* Open `path` ("-": standard input, which ng_input_close() leaves open). */
ng_status ng_input_open(ng_input **out, const char *path, ng_error *err);

/* Close the file.  `in` may be NULL. */
void ng_input_close(ng_input *in);

/* Before the first read: decompress bzip2 on so many threads. The offset of an
 * error is then only near it. */
void ng_input_threads(ng_input *in, unsigned threads);

/* Before the first read: it is a text, whose byte-order mark, if it has one, is
 * left out. */
void ng_input_text(ng_input *in);

/* Have `wait` called whenever the next byte must be waited for: the input is a
 * pipe, a socket or a terminal with nothing in it. */
typedef void ng_input_wait(void *to);
void ng_input_on_wait(ng_input *in, ng_input_wait *wait, void *to);

/* Append the next bytes, at least one and about 64 KiB at most, to `out`;
 * NG_END after the last.  Damaged or truncated data is NG_ERR_CORRUPT, with
 * its offset in the file, after all bytes before it.  After an error, and after
 * NG_END, the input stays where it is. */
ng_status ng_input_read(ng_input *in, ng_buf *out, ng_error *err);

/* How many bytes of the file have been read. */
uint64_t ng_input_consumed(const ng_input *in);

/* "gzip", "zstd", "bzip2", "xz", or NULL for a file that is not compressed.
 * Known after the first ng_input_read(). */
const char *ng_input_compression(const ng_input *in);

#endif /* NG_INPUT_H */
