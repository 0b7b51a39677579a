/* slurp.h - whole files, decompressed, in memory. */
#ifndef NG_SLURP_H
#define NG_SLURP_H

#include "core/buf.h"

/* Append the text in the file at `path` ("-": standard input) to `out`, without
 * its byte-order mark. */
ng_status cli_read_text(const char *path, ng_buf *out, ng_error *err);

/* The same; false, with a message on stderr, if it cannot be read to its end.
 */
bool cli_slurp(const char *path, ng_buf *out);

#endif /* NG_SLURP_H */
