/* replace.h - writing a file so that whoever looks finds the old one or the
 * new one, whole. */
#ifndef NG_REPLACE_H
#define NG_REPLACE_H

#include "newsgraph.h"

/* Make `bytes` the content of the file at `path`: into a file without a name
 * in the same folder (where the system can; else PATH.new), synced, then put
 * in its place.  Whatever happens before that, the old file stays, and where
 * the system can, nothing else is left behind. */
ng_status ng_replace_file(const char *path, ng_str bytes, ng_error *err);

/* Where bytes go, a piece at a time. */
typedef struct {
  ng_status (*take)(void *to, ng_str bytes, ng_error *err);
  void *to;
} ng_sink;

/* The same with what `make` gives to the sink that it gets. */
typedef ng_status ng_replace_fn(void *from, ng_sink sink, ng_error *err);
ng_status ng_replace_from(const char *path, ng_replace_fn *make, void *from,
                          ng_error *err);

#endif /* NG_REPLACE_H */
