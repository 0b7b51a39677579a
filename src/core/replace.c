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

static bool
write_all(int file, ng_str bytes)
{
  for (size_t done = 0; done < bytes.len;) {
    size_t part = bytes.len - done < (1U << 30) ? bytes.len - done : 1U << 30;
    ssize_t n = write(file, bytes.at + done, part);
    if (n < 0 && errno != EINTR)
      return false;
    done += n > 0 ? (size_t)n : 0;
  }
  return fsync(file) == 0;
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

static bool
write_nameless(const char *folder, const char *temporary, ng_str bytes)
{
#ifdef O_TMPFILE
  int file = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0)
    return false;
  bool done = write_all(file, bytes) && give_name(file, temporary);
  int why = errno;
  (void)close(file);
  errno = why;
  return done;
#else
  (void)folder, (void)temporary, (void)bytes;
  errno = EOPNOTSUPP;
  return false;
#endif
}

static bool
write_named(const char *temporary, ng_str bytes)
{
  int file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0)
    return false;
  bool done = write_all(file, bytes);
  int why = errno;
  done = close(file) == 0 && done;
  if (!done)
    (void)unlink(temporary);
  errno = why;
  return done;
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

ng_status
ng_replace_file(const char *path, ng_str bytes, ng_error *err)
{
  char folder[PATH_MAX], temporary[PATH_MAX];
  struct stat st;
  if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
    return ng_fail(err, NG_ERR_IO, 0,
                   "cannot write '%s': it is not a regular file", path);
  int n = snprintf(temporary, sizeof temporary, "%s.new", path);
  if (n < 0 || n >= PATH_MAX || !folder_of(path, folder))
    return ng_fail(err, NG_ERR_IO, 0, "cannot write: the path is too long");
  bool done = write_nameless(folder, temporary, bytes);
  if (!done && (errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT))
    done = write_named(temporary, bytes);
  if (!done)
    return failed(path, err);
  if (rename(temporary, path)) {
    ng_status status = failed(path, err);
    (void)unlink(temporary);
    return status;
  }
  sync_folder(folder);
  return NG_OK;
}
