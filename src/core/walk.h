/* walk.h - the files to read: named ones, those in folders, those in a list.
 *
 * A folder stands for the files in it and below, sorted by name, without those
 * that start with a dot.  Memory does not depend on how many files there are.
 */
#ifndef NG_WALK_H
#define NG_WALK_H

#include "newsgraph.h"

/* Where to find them. All borrowed; nothing at all is standard input. */
typedef struct {
  const char *const *paths; /* files and folders; "-": standard input */
  size_t n_paths;
  const char *list; /* a file that names more, "-": standard input; or NULL */
  bool nul;         /* names in the list end with NUL, not with a newline */
} ng_walk_from;

typedef struct ng_walk ng_walk;

/* Fails with NG_ERR_LIMIT if there is no memory. */
ng_status ng_walk_new(ng_walk **out, const ng_walk_from *from, ng_error *err);
void ng_walk_free(ng_walk *walk);

/* The next file in *path, borrowed until the next call; NG_END after the last.
 * NG_ERR_IO tells of a folder or list that cannot be read, or of standard input
 * that is named twice, named by *path; the next call goes on behind it. */
ng_status ng_walk_next(ng_walk *walk, const char **path, ng_error *err);

#endif /* NG_WALK_H */
