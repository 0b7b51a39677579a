#include "core/map.h"
#include "core/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static ng_status
map_file(ng_str *out, int file, const char *path, ng_error *err)
{
  struct stat st;
  if (fstat(file, &st))
    return ng_fail(err, NG_ERR_IO, 0, "cannot read '%s': %s", path,
                   strerror(errno));
  if (!S_ISREG(st.st_mode))
    return ng_fail(err, NG_ERR_IO, 0, "'%s' is not a regular file", path);
  *out = (ng_str){NULL, 0};
  if (!st.st_size)
    return NG_OK;
  size_t size = (size_t)st.st_size;
  void *at = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
  if (at == MAP_FAILED)
    return ng_fail(err, NG_ERR_IO, 0, "cannot map '%s': %s", path,
                   strerror(errno));
  *out = (ng_str){at, size};
  return NG_OK;
}

ng_status
ng_map_open(ng_str *out, const char *path, ng_error *err)
{
  /* not O_RDONLY alone: a FIFO would block */
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0)
    return ng_fail(err, NG_ERR_IO, 0, "cannot open '%s': %s", path,
                   strerror(errno));
  ng_status status = map_file(out, file, path, err);
  (void)close(file);
  return status;
}

void
ng_map_close(ng_str map)
{
  if (map.at) /* munmap() takes a pointer to what it may change */
    (void)munmap((void *)(uintptr_t)map.at, map.len);
}
