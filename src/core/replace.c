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

/* A file that is being written, and what it is written for. */
typedef struct {
  int file;
  const char *path;
} writing;

static ng_status
take(void *to, ng_str bytes, ng_error *err)
{
  const writing *w = to;
  for (size_t done = 0; done < bytes.len;) {
    size_t part = bytes.len - done < (1U << 30) ? bytes.len - done : 1U << 30;
    ssize_t n = write(w->file, bytes.at + done, part);
    if (n < 0 && errno != EINTR)
      return failed(w->path, err);
    done += n > 0 ? (size_t)n : 0;
  }
  return NG_OK;
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
  int file = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
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

/* All of it on the disk, under the name `temporary`. */
static ng_status
write_new(writing *w, ng_replace_fn *make, void *from, const char *temporary,
          ng_error *err)
{
  char folder[PATH_MAX];
  bool named;
  if (!folder_of(w->path, folder))
    return ng_fail(err, NG_ERR_IO, 0, "cannot write: the path is too long");
  w->file = open_new(folder, temporary, &named);
  if (w->file < 0)
    return failed(w->path, err);
  ng_status status = make(from, (ng_sink){take, w}, err);
  if (status == NG_OK &&
      (fsync(w->file) || (!named && !give_name(w->file, temporary))))
    status = failed(w->path, err);
  if (close(w->file) && status == NG_OK)
    status = failed(w->path, err);
  if (status && named)
    (void)unlink(temporary);
  return status;
}

ng_status
ng_replace_from(const char *path, ng_replace_fn *make, void *from,
                ng_error *err)
{
  char folder[PATH_MAX], temporary[PATH_MAX];
  struct stat st;
  writing w = {-1, path};
  if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
    return ng_fail(err, NG_ERR_IO, 0,
                   "cannot write '%s': it is not a regular file", path);
  int n = snprintf(temporary, sizeof temporary, "%s.new", path);
  if (n < 0 || n >= PATH_MAX)
    return ng_fail(err, NG_ERR_IO, 0, "cannot write: the path is too long");
  NG_TRY(write_new(&w, make, from, temporary, err));
  if (rename(temporary, path)) {
    ng_status status = failed(path, err);
    (void)unlink(temporary);
    return status;
  }
  if (folder_of(path, folder))
    sync_folder(folder);
  return NG_OK;
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
