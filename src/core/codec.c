#include "core/codec.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* What one member may want: xz -9 and zstd --ultra -22 fit, `--long=31` does
 * not. */
enum { MEMORY = 192 * 1024 * 1024, ZSTD_WINDOW_LOG = 27 };

/* The libraries count in unsigned int; what does not fit is left for the next
 * step. */
static unsigned
at_most(size_t n)
{
  return n < INT_MAX ? (unsigned)n : INT_MAX;
}

/* --- gzip ----------------------------------------------------------------- */

static bool
gzip_is_member(const unsigned char *at)
{
  return at[0] == 0x1f && at[1] == 0x8b && at[2] == 8;
}

#ifdef HAVE_ISAL

/* Four times as fast as zlib. */
static bool
gzip_start(ng_codec_state *state)
{
  state->isal = malloc(sizeof *state->isal);
  if (!state->isal)
    return false;
  isal_inflate_init(state->isal);
  state->isal->crc_flag = ISAL_GZIP;
  return true;
}

static ng_codec_result
gzip_step(ng_codec_state *state, ng_codec_io *io)
{
  struct inflate_state *z = state->isal;
  unsigned n_in = at_most(io->n_in), n_out = at_most(io->n_out);
  memcpy(&z->next_in, &io->in, sizeof z->next_in); /* not written through */
  z->avail_in = n_in;
  z->next_out = (uint8_t *)io->out;
  z->avail_out = n_out;
  int r = isal_inflate(z);
  io->in += n_in - z->avail_in;
  io->n_in -= n_in - z->avail_in;
  io->out += n_out - z->avail_out;
  io->n_out -= n_out - z->avail_out;
  if (r < 0)
    return NG_CODEC_BAD;
  return z->block_state == ISAL_BLOCK_FINISH ? NG_CODEC_END : NG_CODEC_MORE;
}

static void
gzip_stop(ng_codec_state *state)
{
  free(state->isal);
}

#else

static bool
gzip_start(ng_codec_state *state)
{
  memset(&state->gzip, 0, sizeof state->gzip);
  return inflateInit2(&state->gzip, 16 + MAX_WBITS) == Z_OK;
}

static ng_codec_result
gzip_step(ng_codec_state *state, ng_codec_io *io)
{
  z_stream *z = &state->gzip;
  unsigned n_in = at_most(io->n_in), n_out = at_most(io->n_out);
  /* zlib takes a pointer to non-const and does not write through it */
  memcpy(&z->next_in, &io->in, sizeof z->next_in);
  z->avail_in = n_in;
  z->next_out = (Bytef *)io->out;
  z->avail_out = n_out;
  int r = inflate(z, Z_NO_FLUSH);
  io->in += n_in - z->avail_in;
  io->n_in -= n_in - z->avail_in;
  io->out += n_out - z->avail_out;
  io->n_out -= n_out - z->avail_out;
  if (r == Z_STREAM_END)
    return NG_CODEC_END;
  return r == Z_OK || r == Z_BUF_ERROR ? NG_CODEC_MORE : NG_CODEC_BAD;
}

static void
gzip_stop(ng_codec_state *state)
{
  (void)inflateEnd(&state->gzip);
}

#endif

/* --- bzip2 ---------------------------------------------------------------- */

static bool
bzip2_is_member(const unsigned char *at)
{
  /* "BZh", a level, and the start of a block or of the end */
  return at[0] == 'B' && at[1] == 'Z' && at[2] == 'h' && at[3] >= '1' &&
         at[3] <= '9' && (at[4] == 0x31 || at[4] == 0x17);
}

static bool
bzip2_start(ng_codec_state *state)
{
  memset(&state->bzip2, 0, sizeof state->bzip2);
  return BZ2_bzDecompressInit(&state->bzip2, 0, 0) == BZ_OK;
}

static ng_codec_result
bzip2_step(ng_codec_state *state, ng_codec_io *io)
{
  bz_stream *b = &state->bzip2;
  unsigned n_in = at_most(io->n_in), n_out = at_most(io->n_out);
  memcpy(&b->next_in, &io->in, sizeof b->next_in);
  b->avail_in = n_in;
  b->next_out = io->out;
  b->avail_out = n_out;
  int r = BZ2_bzDecompress(b);
  io->in += n_in - b->avail_in;
  io->n_in -= n_in - b->avail_in;
  io->out += n_out - b->avail_out;
  io->n_out -= n_out - b->avail_out;
  if (r == BZ_STREAM_END)
    return NG_CODEC_END;
  return r == BZ_OK ? NG_CODEC_MORE : NG_CODEC_BAD;
}

static void
bzip2_stop(ng_codec_state *state)
{
  (void)BZ2_bzDecompressEnd(&state->bzip2);
}

/* --- xz ------------------------------------------------------------------- */

static bool
xz_is_member(const unsigned char *at)
{
  return memcmp(at,
                "\xfd"
                "7zXZ",
                6) == 0;
}

static bool
xz_start(ng_codec_state *state)
{
  state->xz = (lzma_stream)LZMA_STREAM_INIT;
  return lzma_stream_decoder(&state->xz, MEMORY, 0) == LZMA_OK;
}

static ng_codec_result
xz_step(ng_codec_state *state, ng_codec_io *io)
{
  lzma_stream *x = &state->xz;
  x->next_in = (const uint8_t *)io->in;
  x->avail_in = io->n_in;
  x->next_out = (uint8_t *)io->out;
  x->avail_out = io->n_out;
  lzma_ret r = lzma_code(x, LZMA_RUN);
  io->in += io->n_in - x->avail_in;
  io->n_in = x->avail_in;
  io->out += io->n_out - x->avail_out;
  io->n_out = x->avail_out;
  if (r == LZMA_STREAM_END)
    return NG_CODEC_END;
  if (r == LZMA_MEMLIMIT_ERROR || r == LZMA_MEM_ERROR)
    return NG_CODEC_LARGE;
  return r == LZMA_OK || r == LZMA_BUF_ERROR ? NG_CODEC_MORE : NG_CODEC_BAD;
}

static void
xz_stop(ng_codec_state *state)
{
  lzma_end(&state->xz);
}

/* --- zstd ----------------------------------------------------------------- */

static bool
zstd_is_member(const unsigned char *at)
{
  bool frame = memcmp(at, "\x28\xb5\x2f\xfd", 4) == 0;
  bool skippable =
      at[0] >= 0x50 && at[0] <= 0x5f && memcmp(at + 1, "\x2a\x4d\x18", 3) == 0;
  return frame || skippable;
}

static bool
zstd_start(ng_codec_state *state)
{
  state->zstd = ZSTD_createDCtx();
  return state->zstd && !ZSTD_isError(ZSTD_DCtx_setParameter(
                            state->zstd, ZSTD_d_windowLogMax, ZSTD_WINDOW_LOG));
}

static ng_codec_result
zstd_step(ng_codec_state *state, ng_codec_io *io)
{
  ZSTD_inBuffer in = {io->in, io->n_in, 0};
  ZSTD_outBuffer out = {io->out, io->n_out, 0};
  size_t r = ZSTD_decompressStream(state->zstd, &out, &in);
  io->in += in.pos;
  io->n_in -= in.pos;
  io->out += out.pos;
  io->n_out -= out.pos;
  if (ZSTD_isError(r))
    return ZSTD_getErrorCode(r) == ZSTD_error_frameParameter_windowTooLarge
               ? NG_CODEC_LARGE
               : NG_CODEC_BAD;
  return r == 0 ? NG_CODEC_END : NG_CODEC_MORE;
}

static void
zstd_stop(ng_codec_state *state)
{
  (void)ZSTD_freeDCtx(state->zstd);
}

static const ng_codec codecs[] = {
    {"gzip", gzip_is_member, gzip_start, gzip_step, gzip_stop},
    {"zstd", zstd_is_member, zstd_start, zstd_step, zstd_stop},
    {"bzip2", bzip2_is_member, bzip2_start, bzip2_step, bzip2_stop},
    {"xz", xz_is_member, xz_start, xz_step, xz_stop},
};

const ng_codec *
ng_codec_find(const unsigned char at[NG_CODEC_MAGIC])
{
  for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
    if (codecs[i].is_member(at))
      return &codecs[i];
  return NULL;
}
