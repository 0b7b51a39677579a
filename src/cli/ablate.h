/* ablate.h - what of the ranking to leave out, to see what it is worth: each
 * group of its features, then each feature. */
#ifndef NG_CLI_ABLATE_H
#define NG_CLI_ABLATE_H

#include "link/rank.h"

/* How many groups there are, and how many groups and features. */
size_t ablate_n_groups(void);
size_t ablate_n(void);

/* The name of group or feature `i`. */
const char *ablate_name(size_t i);

/* Mark the feature values of group or feature `i` in `off`. */
void ablate_mark(size_t i, bool off[NG_N_FEATURES]);

#endif /* NG_CLI_ABLATE_H */
