/* overwrite.h - an output that would replace an input. */
#ifndef NG_OVERWRITE_H
#define NG_OVERWRITE_H

#include <stddef.h>

/* The one of `n` inputs that is the same file as `output`, by whatever name;
 * NULL if none is, or `output` is NULL or no file yet. */
const char *cli_overwritten(const char *output, const char *const *inputs,
                            size_t n);

#endif /* NG_OVERWRITE_H */
