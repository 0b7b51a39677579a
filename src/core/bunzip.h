/* bunzip.h - bzip2 decompressed block by block, on several threads.
 *
 * Blocks begin with 48 bits that mark them, anywhere in a byte.  Each is given
 * to the library as a stream of its own, and they come out in order.  What
 * looks like a mark within a block (once in 2^48 bits) makes a block that
 * cannot be read: then it is read together with what follows.
 */
#ifndef NG_BUNZIP_H
#define NG_BUNZIP_H

#include "newsgraph.h"

typedef struct ng_bunzip ng_bunzip;

/* Gives the compressed bytes: up to `cap` of them to `at`, *n is how many; 0 at
 * the end. */
typedef ng_status ng_bunzip_source(void *from, char *at, size_t cap, size_t *n,
                                   ng_error *err);

ng_status ng_bunzip_new(ng_bunzip **out, ng_bunzip_source *source, void *from,
                        unsigned threads, ng_error *err);
void ng_bunzip_free(ng_bunzip *b);

/* The next bytes, at least one, until the next call; NG_END after the last.
 * NG_ERR_CORRUPT, after all that comes before: err->text is what is wrong with
 * the data ("is damaged"). */
ng_status ng_bunzip_next(ng_bunzip *b, ng_str *out, ng_error *err);

#endif /* NG_BUNZIP_H */
