#include "cli/slurp.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>
#include <zlib.h>

static bool
read_all(gzFile file, const char *path, ng_buf *out)
{
  enum { CHUNK = 1 << 20 };
  int n = 0;
  do {
    char *room = ng_buf_room(out, CHUNK);
    n = room ? gzread(file, room, CHUNK) : -1;
    out->len += n > 0 ? (size_t)n : 0;
  } while (n > 0);
  int code = Z_OK;
  const char *why = gzerror(file, &code);
  if (n == 0 && (code == Z_OK || code == Z_STREAM_END))
    return true;
  (void)fprintf(stderr, "newsgraph: %s: %s\n", path,
                out->failed       ? "not enough memory"
                : code == Z_ERRNO ? strerror(errno)
                                  : why);
  return false;
}

bool
cli_slurp(const char *path, ng_buf *out)
{
  bool standard = strcmp(path, "-") == 0;
  gzFile file =
      standard ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(path, "rb");
  if (!file) {
    (void)fprintf(stderr, "newsgraph: %s: %s\n", path, strerror(errno));
    return false;
  }
  bool ok = read_all(file, path, out);
  (void)gzclose(file);
  return ok;
}
