/* compile.h - a source as a base, without a file between: overlays. */
#ifndef NG_KB_COMPILE_H
#define NG_KB_COMPILE_H

#include "newsgraph.h"

/* Whether the name of the file at `path` is that of a source (mine.ttl,
 * people.tsv.gz), not of a base. */
bool ng_kb_is_source(const char *path);

/* Read the source at `path` and open what it makes. Entities without a label
 * stay: another base may have it.  Rows that cannot be used are skipped; `kb
 * build` tells of them. */
ng_status ng_kb_compile(ng_kb **out, const char *path, ng_error *err);

#endif /* NG_KB_COMPILE_H */
