#include "core/walk.h"
#include "core/fail.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct ng_walk {
  ng_walk_from from;
  size_t next; /* of from.paths */
  FILE *list;
  bool list_done;  /* to its end, or as far as it could be read */
  bool stdin_used; /* by an input or the list */
  char *line;
  bool any;  /* line of the list has been read */
  FTS *tree; /* the folder being walked, or NULL */
};

static bool
is_stdin(const char *path)
{
  return strcmp(path, "-") == 0;
}

ng_status
ng_walk_new(ng_walk **out, const ng_walk_from *from, ng_error *err)
{
  *out = NULL;
  ng_walk *walk = calloc(1, sizeof *walk);
  if (!walk)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  walk->from = *from;
  walk->stdin_used = from->list && is_stdin(from->list);
  *out = walk;
  return NG_OK;
}

void
ng_walk_free(ng_walk *walk)
{
  if (!walk)
    return;
  if (walk->tree)
    (void)fts_close(walk->tree);
  if (walk->list && walk->list != stdin)
    (void)fclose(walk->list);
  free(walk->line);
  free(walk);
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
  return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* The next file of the folder; NG_END when it is done. */
static ng_status
next_in_tree(ng_walk *walk, const char **path, ng_error *err)
{
  FTSENT *e;
  while (errno = 0, (e = fts_read(walk->tree))) {
    bool hidden = e->fts_level > 0 && e->fts_name[0] == '.';
    *path = e->fts_path;
    switch (e->fts_info) {
    case FTS_F:
      if (!hidden)
        return NG_OK;
      break;
    case FTS_D:
      if (hidden)
        (void)fts_set(walk->tree, e, FTS_SKIP);
      break;
    case FTS_DC:
      return ng_fail(err, NG_ERR_IO, 0, "folder contains itself; not followed");
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
    case FTS_SLNONE:
      errno = e->fts_info == FTS_SLNONE ? ENOENT : e->fts_errno;
      return ng_fail(err, NG_ERR_IO, 0, "cannot read: %m");
    default: /* a folder left, a socket, a device */
      break;
    }
  }
  (void)fts_close(walk->tree);
  walk->tree = NULL;
  return NG_END;
}

/* Read up to `end`, as getdelim() does, into walk->line; 0 at the end, -1 and
 * errno if that fails or the name is longer than any. */
static ssize_t
read_name(ng_walk *walk, int end)
{
  enum { LONGEST = 1 << 16 };
  if (!walk->line && !(walk->line = malloc(LONGEST + 1)))
    return -1;
  ssize_t n = 0;
  int c = 0;
  while (n < LONGEST && (c = getc(walk->list)) != EOF) {
    walk->line[n++] = (char)c;
    if (c == end)
      break;
  }
  walk->line[n] = '\0';
  if (n < LONGEST || c == end)
    return ferror(walk->list) ? -1 : n;
  errno = ENAMETOOLONG;
  return -1;
}

/* The next name in the list; NG_END behind the last. */
static ng_status
next_in_list(ng_walk *walk, const char **path, ng_error *err)
{
  int end = walk->from.nul ? '\0' : '\n';
  ssize_t n = 0;
  errno = 0;
  if (!walk->list)
    walk->list =
        is_stdin(walk->from.list) ? stdin : fopen(walk->from.list, "re");
  while (walk->list && (n = read_name(walk, end)) > 0) {
    char *name = walk->line;
    if (name[n - 1] == (char)end)
      name[--n] = '\0';
    if (!walk->from.nul && n > 0 && name[n - 1] == '\r')
      name[--n] = '\0';
    if (!walk->any && strncmp(name, "\xef\xbb\xbf", 3) == 0)
      name += 3, n -= 3;
    walk->any = true;
    *path = name;
    if (n > 0)
      return NG_OK;
  }
  walk->list_done = true;
  *path = walk->from.list;
  if (!walk->list)
    return ng_fail(err, NG_ERR_IO, 0, "cannot open: %m");
  return n < 0 ? ng_fail(err, NG_ERR_IO, 0, "cannot read: %m") : NG_END;
}

/* The next name given; NG_END behind the last. */
static ng_status
next_name(ng_walk *walk, const char **path, ng_error *err)
{
  ng_status st = NG_OK;
  if (walk->next < walk->from.n_paths)
    *path = walk->from.paths[walk->next++];
  else if (walk->from.list)
    st = walk->list_done ? NG_END : next_in_list(walk, path, err);
  else if (walk->next++ == 0)
    *path = "-";
  else
    st = NG_END;
  if (st != NG_OK || !is_stdin(*path))
    return st;
  if (walk->stdin_used)
    return ng_fail(err, NG_ERR_IO, 0, "is in use already");
  walk->stdin_used = true;
  return NG_OK;
}

static bool
is_folder(const char *path)
{
  struct stat st;
  return !is_stdin(path) && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

ng_status
ng_walk_next(ng_walk *walk, const char **path, ng_error *err)
{
  for (;;) {
    if (walk->tree) {
      ng_status st = next_in_tree(walk, path, err);
      if (st != NG_END)
        return st;
    }
    ng_status st = next_name(walk, path, err);
    if (st != NG_OK)
      return st;
    if (!is_folder(*path))
      return NG_OK;
    char *const roots[] = {(char *)(uintptr_t)*path, NULL};
    walk->tree = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, by_name);
    if (!walk->tree)
      return ng_fail(err, NG_ERR_IO, 0, "cannot read: %m");
  }
}
