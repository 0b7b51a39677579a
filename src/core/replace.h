/* replace.h - writing a file so that whoever looks finds the old one or the
 * new one, whole. */
#ifndef NG_REPLACE_H
#define NG_REPLACE_H

#include "newsgraph.h"

/* A file that is to take the place of another: without a name in the same
 * folder (where the system can; else PATH.new), then synced and put there.
 * Whatever happens before that, the old file stays, and where the system can,
 * nothing else is left behind, nor seen by who reads the folder.  Links are
 * followed; the file's permissions stay as they were. */
typedef struct {
  int file;     /* to be written; -1: none */
  char *path;   /* as given */
  char *target; /* where it leads */
  char *temporary;
  bool named; /* `temporary` is in the folder */
} ng_replacement;

/* `path` must be a regular file, or nothing yet.  After NG_OK, end with keep
 * or drop; both close and free. */
ng_status ng_replacement_open(ng_replacement *r, const char *path,
                              ng_error *err);
ng_status ng_replacement_keep(ng_replacement *r, ng_error *err);
void ng_replacement_drop(ng_replacement *r);

/* Make `bytes` the content of the file at `path`, so. */
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
