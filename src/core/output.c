#include "core/output.h"
#include "core/buf.h"
#include "core/fail.h"
#include "core/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { CHUNK = 64 * 1024 };

typedef enum { PLAIN, GZIP, ZSTD } packing;

/* How a piece of input ends. */
typedef enum { GOES_ON, IS_FLUSHED, IS_LAST } ending;

struct ng_output {
  int fd;
  char *path;          /* NULL for standard output */
  ng_replacement file; /* none if written in place */
  packing packing;
  z_stream gzip;
  ZSTD_CCtx *zstd;
  ng_buf in; /* not compressed yet */
  char room[CHUNK];
};

static ng_status
failed(const ng_output *out, ng_error *err)
{
  return ng_fail(err, NG_ERR_IO, 0, "cannot write '%s': %m",
                 out->path ? out->path : "standard output");
}

static bool
ends_in(const char *s, const char *suffix)
{
  size_t n = strlen(s), m = strlen(suffix);
  return n > m && strcmp(s + n - m, suffix) == 0;
}

static ng_status
start_packing(ng_output *out, ng_error *err)
{
  static const char *const others[] = {".xz", ".bz2", ".zip"};
  bool fine = true;
  for (size_t i = 0; out->path && i < sizeof others / sizeof *others; i++)
    if (ends_in(out->path, others[i]))
      return ng_fail(err, NG_ERR_USAGE, 0,
                     "cannot compress for '%s': .gz and .zst can be written",
                     out->path);
  if (out->path && ends_in(out->path, ".gz")) {
    out->packing = GZIP;
    fine = deflateInit2(&out->gzip, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
                        16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK;
  } else if (out->path && ends_in(out->path, ".zst")) {
    out->packing = ZSTD;
    out->zstd = ZSTD_createCCtx();
    fine = out->zstd != NULL;
  }
  return fine ? NG_OK : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

/* Does `path` name something that must be written in place? */
static bool
in_place(const char *path)
{
  struct stat st;
  return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static ng_status
open_file(ng_output *out, const char *path, ng_error *err)
{
  if (!(out->path = strdup(path)))
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (!in_place(path)) {
    NG_TRY(ng_replacement_open(&out->file, path, err));
    out->fd = out->file.file;
    return NG_OK;
  }
  out->fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
  return out->fd < 0 ? failed(out, err) : NG_OK;
}

ng_status
ng_output_open(ng_output **result, const char *path, ng_error *err)
{
  *result = NULL;
  ng_output *out = calloc(1, sizeof *out);
  if (!out)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  out->fd = STDOUT_FILENO;
  out->file.file = -1;
  ng_status st = NG_OK;
  if (path && strcmp(path, "-") != 0)
    st = open_file(out, path, err);
  if (st == NG_OK)
    st = start_packing(out, err);
  if (st != NG_OK) {
    (void)ng_output_close(out, false, NULL);
    return st;
  }
  *result = out;
  return NG_OK;
}

static ng_status
write_all(ng_output *out, const char *at, size_t len, ng_error *err)
{
  while (len) {
    ssize_t n = write(out->fd, at, len);
    if (n < 0 && errno != EINTR)
      return failed(out, err);
    at += n > 0 ? n : 0;
    len -= n > 0 ? (size_t)n : 0;
  }
  return NG_OK;
}

static ng_status
put_gzip(ng_output *out, ending how, ng_error *err)
{
  static const int modes[] = {Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FINISH};
  z_stream *z = &out->gzip;
  z->next_in = (Bytef *)out->in.at;
  z->avail_in = (unsigned)out->in.len;
  do {
    z->next_out = (Bytef *)out->room;
    z->avail_out = CHUNK;
    (void)deflate(z, modes[how]);
    NG_TRY(write_all(out, out->room, CHUNK - z->avail_out, err));
  } while (z->avail_out == 0);
  return NG_OK;
}

static ng_status
put_zstd(ng_output *out, ending how, ng_error *err)
{
  static const ZSTD_EndDirective modes[] = {ZSTD_e_continue, ZSTD_e_flush,
                                            ZSTD_e_end};
  ZSTD_inBuffer in = {out->in.at, out->in.len, 0};
  size_t left = 1;
  while (left && (how != GOES_ON || in.pos < in.size)) {
    ZSTD_outBuffer to = {out->room, CHUNK, 0};
    left = ZSTD_compressStream2(out->zstd, &to, &in, modes[how]);
    if (ZSTD_isError(left))
      return ng_fail(err, NG_ERR_LIMIT, 0, "cannot compress: %s",
                     ZSTD_getErrorName(left));
    NG_TRY(write_all(out, out->room, to.pos, err));
  }
  return NG_OK;
}

/* Pass the buffer on. */
static ng_status
put(ng_output *out, ending how, ng_error *err)
{
  ng_status st = out->packing == GZIP ? put_gzip(out, how, err)
                 : out->packing == ZSTD
                     ? put_zstd(out, how, err)
                     : write_all(out, out->in.at, out->in.len, err);
  out->in.len = 0;
  return st;
}

ng_status
ng_output_write(ng_output *out, ng_str bytes, ng_error *err)
{
  while (bytes.len) {
    size_t n =
        CHUNK - out->in.len < bytes.len ? CHUNK - out->in.len : bytes.len;
    ng_buf_put(&out->in, bytes.at, n);
    if (out->in.failed)
      return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
    bytes = ng_str_slice(bytes, n, bytes.len);
    if (out->in.len == CHUNK)
      NG_TRY(put(out, GOES_ON, err));
  }
  return NG_OK;
}

ng_status
ng_output_flush(ng_output *out, ng_error *err)
{
  return out->in.len ? put(out, IS_FLUSHED, err) : NG_OK;
}

/* The file takes its name. */
static ng_status
commit(ng_output *out, ng_error *err)
{
  NG_TRY(put(out, IS_LAST, err));
  if (!out->path)
    return NG_OK;
  int fd = out->fd;
  out->fd = -1;
  if (out->file.file >= 0)
    return ng_replacement_keep(&out->file, err);
  return close(fd) == 0 ? NG_OK : failed(out, err);
}

ng_status
ng_output_close(ng_output *out, bool keep, ng_error *err)
{
  if (!out)
    return NG_OK;
  ng_status st = keep ? commit(out, err) : NG_OK;
  if (out->file.file >= 0)
    ng_replacement_drop(&out->file);
  else if (out->path && out->fd >= 0)
    (void)close(out->fd);
  if (out->packing == GZIP)
    (void)deflateEnd(&out->gzip);
  (void)ZSTD_freeCCtx(out->zstd);
  ng_buf_release(&out->in);
  free(out->path);
  free(out);
  return st;
}
