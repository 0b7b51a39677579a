#include "core/replace.h"
#include "core/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static ng_status
failed(const char *path, ng_error *err)
{
  return ng_fail(err, NG_ERR_IO, 0, "cannot write '%s': %s", path,
                 strerror(errno));
}

/* The folder of `path`, in `out`; false if it is too long. */
static bool
folder_of(const char *path, char out[PATH_MAX])
{
  const char *slash = strrchr(path, '/');
  size_t n = slash ? (size_t)(slash - path) : 1;
  n = n ? n : 1; /* "/x" is in "/" */
  if (n >= PATH_MAX)
    return false;
  memcpy(out, slash ? path : ".", n);
  out[n] = '\0';
  return true;
}

/* Give the nameless `file` the name `temporary`. */
static bool
give_name(int file, const char *temporary)
{
  char self[64];
  (void)snprintf(self, sizeof self, "/proc/self/fd/%d", file);
  (void)unlink(temporary); /* left by a run that was killed */
  return linkat(AT_FDCWD, self, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0;
}

/* Open a file in `folder` for writing: without a name, or, if the system has
 * none such, as `temporary`; *named tells which. */
static int
open_new(const char *folder, const char *temporary, bool *named)
{
  *named = false;
#ifdef O_TMPFILE
  bool nameable = access("/proc/self/fd", X_OK) == 0; /* by give_name() */
  int file =
      nameable ? open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666) : -1;
  if (file >= 0 ||
      (nameable && errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return file;
#else
  (void)folder;
#endif
  *named = true;
  return open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

/* The rename itself must reach the disk, too. */
static void
sync_folder(const char *folder)
{
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0)
    return;
  (void)fsync(file);
  (void)close(file);
}

/* Where `path` leads, by whatever links: they stay, what they name is
 * replaced. */
static char *
target_of(const char *path)
{
  char *target = realpath(path, NULL);
  return target || errno == ENOMEM ? target : strdup(path);
}

ng_status
ng_replacement_open(ng_replacement *r, const char *path, ng_error *err)
{
  char folder[PATH_MAX];
  struct stat old;
  *r = (ng_replacement){.file = -1, .path = strdup(path)};
  r->target = target_of(path);
  size_t room = r->target ? strlen(r->target) + sizeof ".new" : 0;
  r->temporary = room ? malloc(room) : NULL;
  if (!r->path || !r->temporary) {
    ng_replacement_drop(r);
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  }
  (void)snprintf(r->temporary, room, "%s.new", r->target);
  ng_status status = NG_OK;
  if (!folder_of(r->target, folder))
    status = ng_fail(err, NG_ERR_IO, 0, "cannot write: the path is too long");
  else if ((r->file = open_new(folder, r->temporary, &r->named)) < 0)
    status = failed(path, err);
  else if (stat(r->target, &old) == 0) /* who may read it, may as before */
    (void)fchmod(r->file, old.st_mode & 0777);
  if (status != NG_OK)
    ng_replacement_drop(r);
  return status;
}

ng_status
ng_replacement_keep(ng_replacement *r, ng_error *err)
{
  char folder[PATH_MAX];
  bool done =
      fsync(r->file) == 0 && (r->named || give_name(r->file, r->temporary));
  r->named |= done; /* there is a file to remove, if it fails now */
  done = close(r->file) == 0 && done;
  r->file = -1;
  ng_status status = NG_OK;
  if (!done || rename(r->temporary, r->target) != 0)
    status = failed(r->path, err);
  else
    r->named = false;
  if (status == NG_OK && folder_of(r->target, folder))
    sync_folder(folder);
  ng_replacement_drop(r);
  return status;
}

void
ng_replacement_drop(ng_replacement *r)
{
  if (r->file >= 0)
    (void)close(r->file);
  if (r->named)
    (void)unlink(r->temporary);
  free(r->path);
  free(r->target);
  free(r->temporary);
  *r = (ng_replacement){.file = -1};
}

static ng_status
take(void *to, ng_str bytes, ng_error *err)
{
  const ng_replacement *r = to;
  for (size_t done = 0; done < bytes.len;) {
    size_t part = bytes.len - done < (1U << 30) ? bytes.len - done : 1U << 30;
    ssize_t n = write(r->file, bytes.at + done, part);
    if (n < 0 && errno != EINTR)
      return failed(r->path, err);
    done += n > 0 ? (size_t)n : 0;
  }
  return NG_OK;
}

ng_status
ng_replace_from(const char *path, ng_replace_fn *make, void *from,
                ng_error *err)
{
  struct stat st;
  ng_replacement r;
  if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
    return ng_fail(err, NG_ERR_IO, 0,
                   "cannot write '%s': it is not a regular file", path);
  NG_TRY(ng_replacement_open(&r, path, err));
  ng_status status = make(from, (ng_sink){take, &r}, err);
  if (status == NG_OK)
    return ng_replacement_keep(&r, err);
  ng_replacement_drop(&r);
  return status;
}

static ng_status
give_bytes(void *from, ng_sink sink, ng_error *err)
{
  const ng_str *bytes = from;
  return sink.take(sink.to, *bytes, err);
}

ng_status
ng_replace_file(const char *path, ng_str bytes, ng_error *err)
{
  return ng_replace_from(path, give_bytes, &bytes, err);
}
