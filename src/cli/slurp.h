/* slurp.h - whole files, decompressed, in memory. */
#ifndef NG_SLURP_H
#define NG_SLURP_H

#include "core/buf.h"

/* Append what is in the file at `path` ("-": standard input) to `out`; false,
 * with a message on stderr, if it cannot be read to its end. */
bool cli_slurp(const char *path, ng_buf *out);

#endif /* NG_SLURP_H */
