/* map.h - a file mapped into memory, read-only. */
#ifndef NG_MAP_H
#define NG_MAP_H

#include "newsgraph.h"

/* Map the regular file at `path`; NG_ERR_IO if the system refuses or it is no
 * regular file.  An empty file gives {NULL, 0}. The caller ends it with
 * ng_map_close(). The file must not be cut short while it is mapped: writers
 * of ours make a new file and rename it. */
ng_status ng_map_open(ng_str *out, const char *path, ng_error *err);

void ng_map_close(ng_str map);

#endif /* NG_MAP_H */
