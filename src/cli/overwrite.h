/* overwrite.h - an output that would replace an input. */
#ifndef NG_OVERWRITE_H
#define NG_OVERWRITE_H

#include "cli/options.h"

#include <limits.h>
#include <stddef.h>

/* The one of `n` inputs that is the same file as `output`, by whatever name
 * ("-": standard input); NULL if none is, or `output` is NULL or no file
 * yet. */
const char *cli_overwritten(const char *output, const char *const *inputs,
                            size_t n);

/* Would what `r` writes replace anything that it reads: an article, also in a
 * folder or a list, a base, a lexicon, spans?  If so, its name is in `name`.
 * A list that can be read but once is not looked into. */
bool cli_request_overwrites(const cli_request *r, char name[PATH_MAX]);

#endif /* NG_OVERWRITE_H */
