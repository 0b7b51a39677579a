#include "core/input.h"
#include "core/bunzip.h"
#include "core/codec.h"
#include "core/fail.h"
#include "core/str.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

struct ng_input {
  int fd;
  bool own_fd;
  bool may_wait; /* a pipe, a socket, a terminal */
  bool at_end;   /* of the file */
  bool begun;    /* its first bytes have been looked at */
  bool member;   /* inside a compressed member */
  bool damaged;  /* in it, the codec has given up */
  bool marked;   /* a byte-order mark may come */

  const ng_codec *codec; /* NULL: not compressed */
  ng_codec_state state;
  unsigned threads; /* for bzip2 */
  ng_bunzip *bunzip;
  ng_str unzipped; /* what of its last bytes is not given yet */
  ng_input_wait *wait;
  void *to;

  uint64_t base; /* offset in the file of raw[0] */
  size_t pos, len;
  char raw[CHUNK]; /* raw[pos .. len) is read and not used */
};

ng_status
ng_input_open(ng_input **out, const char *path, ng_error *err)
{
  *out = NULL;
  bool standard = strcmp(path, "-") == 0;
  int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return ng_fail(err, NG_ERR_IO, 0, "cannot open: %m");
  struct stat st;
  ng_input *in = calloc(1, sizeof *in);
  if (!in || fstat(fd, &st) < 0) {
    ng_status status = ng_fail(err, NG_ERR_IO, 0, "cannot open: %m");
    free(in);
    if (!standard)
      (void)close(fd);
    return status;
  }
  in->fd = fd;
  in->own_fd = !standard;
  in->may_wait = !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
  if (S_ISREG(st.st_mode))
    (void)posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  *out = in;
  return NG_OK;
}

void
ng_input_close(ng_input *in)
{
  if (!in)
    return;
  if (in->member)
    in->codec->stop(&in->state);
  ng_bunzip_free(in->bunzip);
  if (in->own_fd)
    (void)close(in->fd);
  free(in);
}

void
ng_input_threads(ng_input *in, unsigned threads)
{
  in->threads = threads;
}

void
ng_input_on_wait(ng_input *in, ng_input_wait *wait, void *to)
{
  in->wait = wait;
  in->to = to;
}

/* Where bytes go, and how many have gone there. */
typedef struct {
  char *at;
  size_t cap, n;
} room;

static bool
would_wait(const ng_input *in)
{
  struct pollfd p = {.fd = in->fd, .events = POLLIN};
  return in->may_wait && poll(&p, 1, 0) == 0;
}

/* Read bytes of the file, at least one unless it has ended. */
static ng_status
read_some(ng_input *in, room *to, ng_error *err)
{
  if (in->wait && would_wait(in))
    in->wait(in->to);
  ssize_t got;
  do
    got = read(in->fd, to->at, to->cap);
  while (got < 0 && errno == EINTR);
  to->n = got > 0 ? (size_t)got : 0;
  in->at_end = got == 0;
  if (got < 0)
    return ng_fail(err, NG_ERR_IO, in->base + in->len, "cannot read: %m");
  return NG_OK;
}

/* Have at least `want` unused bytes in `raw`, unless the file ends first. */
static ng_status
fill(ng_input *in, size_t want, ng_error *err)
{
  if (in->len - in->pos >= want)
    return NG_OK;
  memmove(in->raw, in->raw + in->pos, in->len - in->pos);
  in->base += in->pos;
  in->len -= in->pos;
  in->pos = 0;
  while (in->len < want && !in->at_end) {
    room to = {in->raw + in->len, sizeof in->raw - in->len, 0};
    NG_TRY(read_some(in, &to, err));
    in->len += to.n;
  }
  return NG_OK;
}

/* The codec of the member that comes next in `raw`, or NULL. */
static const ng_codec *
next_codec(const ng_input *in)
{
  unsigned char magic[NG_CODEC_MAGIC] = {0};
  size_t n = in->len - in->pos;
  memcpy(magic, in->raw + in->pos, n < sizeof magic ? n : sizeof magic);
  return ng_codec_find(magic);
}

static ng_status
corrupt(const ng_input *in, const char *what, ng_error *err)
{
  return ng_fail(err, NG_ERR_CORRUPT, in->base + in->pos, "%s data %s",
                 in->codec->name, what);
}

/* Go to the start of the next member; NG_END if there is none.  Zeros between
 * members are padding, as tapes and xz have it. */
static ng_status
next_member(ng_input *in, ng_error *err)
{
  for (;;) {
    NG_TRY(fill(in, NG_CODEC_MAGIC, err));
    if (in->pos == in->len)
      return NG_END;
    if (in->raw[in->pos])
      break;
    in->pos++;
  }
  if (next_codec(in) != in->codec)
    return corrupt(in, "is followed by something else", err);
  in->member = true;
  if (!in->codec->start(&in->state))
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  return NG_OK;
}

/* One step of the codec from `raw` to `to`. */
static ng_codec_result
step(ng_input *in, room *to)
{
  ng_codec_io io = {in->raw + in->pos, in->len - in->pos, to->at, to->cap};
  ng_codec_result r = in->codec->step(&in->state, &io);
  to->n = to->cap - io.n_out;
  in->pos = in->len - io.n_in;
  return r;
}

static ng_status
decompress(ng_input *in, room *to, ng_error *err)
{
  while (to->n == 0) {
    if (!in->member)
      NG_TRY(next_member(in, err));
    NG_TRY(fill(in, 1, err));
    bool starved = in->pos == in->len; /* the file has ended */
    ng_codec_result r = in->damaged ? NG_CODEC_BAD : step(in, to);
    if (r == NG_CODEC_END) {
      in->codec->stop(&in->state);
      in->member = false;
    } else if (r == NG_CODEC_LARGE) {
      return corrupt(in, "needs too much memory", err);
    } else if (r == NG_CODEC_BAD) {
      in->damaged = true;
      if (to->n == 0)
        return corrupt(in, "is damaged", err);
    } else if (starved && to->n == 0) {
      return corrupt(in, "ends too early", err);
    }
  }
  return NG_OK;
}

static ng_status
read_plain(ng_input *in, room *to, ng_error *err)
{
  size_t left = in->len - in->pos;
  if (left) {
    to->n = left < to->cap ? left : to->cap;
    memcpy(to->at, in->raw + in->pos, to->n);
    in->pos += to->n;
    return NG_OK;
  }
  in->base += in->len;
  in->pos = in->len = 0;
  if (!in->at_end)
    NG_TRY(read_some(in, to, err));
  in->base += to->n;
  return to->n ? NG_OK : NG_END;
}

/* The file's bytes for ng_bunzip_new(). */
static ng_status
give_raw(void *from, char *at, size_t cap, size_t *n, ng_error *err)
{
  room to = {.cap = cap};
  to.at = at;
  ng_status status = read_plain(from, &to, err);
  *n = to.n;
  return status == NG_END ? NG_OK : status;
}

static ng_status
unzip(ng_input *in, room *to, ng_error *err)
{
  ng_error why = {0};
  if (!in->unzipped.len) {
    ng_status status = ng_bunzip_next(in->bunzip, &in->unzipped, &why);
    if (status == NG_ERR_CORRUPT)
      return corrupt(in, why.text, err);
    if (status && err)
      *err = why;
    if (status)
      return status;
  }
  to->n = in->unzipped.len < to->cap ? in->unzipped.len : to->cap;
  memcpy(to->at, in->unzipped.at, to->n);
  in->unzipped = ng_str_slice(in->unzipped, to->n, in->unzipped.len);
  return NG_OK;
}

/* Look at the first bytes. */
static ng_status
begin(ng_input *in, ng_error *err)
{
  NG_TRY(fill(in, NG_CODEC_MAGIC, err));
  in->codec = next_codec(in);
  in->begun = true;
  if (in->codec && in->threads > 1 && strcmp(in->codec->name, "bzip2") == 0)
    return ng_bunzip_new(&in->bunzip, give_raw, in, in->threads, err);
  return NG_OK;
}

void
ng_input_text(ng_input *in)
{
  in->marked = true;
}

static ng_status
read_on(ng_input *in, ng_buf *out, ng_error *err)
{
  if (!in->begun)
    NG_TRY(begin(in, err));
  room to = {ng_buf_room(out, CHUNK), CHUNK, 0};
  if (!to.at)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_status st = in->bunzip  ? unzip(in, &to, err)
                 : in->codec ? decompress(in, &to, err)
                             : read_plain(in, &to, err);
  out->len += to.n;
  return st;
}

/* The beginning of a text, without its byte-order mark.  What ends the input is
 * told by the next read, as it stays where it is. */
static ng_status
read_behind_mark(ng_input *in, ng_buf *out, ng_error *err)
{
  enum { MARK = 3 };
  size_t begin = out->len;
  ng_status st = NG_OK;
  while (st == NG_OK && out->len - begin < MARK)
    st = read_on(in, out, err);
  in->marked = false;
  ng_str text = {out->at + begin, out->len - begin};
  if (ng_str_text(text).len < text.len) {
    out->len -= MARK;
    memmove(out->at + begin, out->at + begin + MARK, out->len - begin);
  }
  if (out->len > begin)
    return NG_OK;
  return st == NG_OK ? read_on(in, out, err) : st;
}

ng_status
ng_input_read(ng_input *in, ng_buf *out, ng_error *err)
{
  return in->marked ? read_behind_mark(in, out, err) : read_on(in, out, err);
}

uint64_t
ng_input_consumed(const ng_input *in)
{
  return in->base + in->pos;
}

const char *
ng_input_compression(const ng_input *in)
{
  return in->codec ? in->codec->name : NULL;
}
