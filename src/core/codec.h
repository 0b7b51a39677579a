/* codec.h - one decompressor: four libraries behind one shape.
 *
 * A compressed file is a row of members, each complete in itself.
 */
#ifndef NG_CODEC_H
#define NG_CODEC_H

#include "newsgraph.h"

#include <bzlib.h>
#ifdef HAVE_ISAL
#include <isa-l/igzip_lib.h>
#endif
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

typedef union {
  z_stream gzip;
  struct inflate_state *isal; /* the same, where that library is */
  bz_stream bzip2;
  lzma_stream xz;
  ZSTD_DCtx *zstd;
} ng_codec_state;

/* Compressed bytes to take from, and room to put bytes in; a step moves both
 * forward. */
typedef struct {
  const char *in;
  size_t n_in;
  char *out;
  size_t n_out;
} ng_codec_io;

typedef enum {
  NG_CODEC_MORE,  /* the member goes on; no progress: it wants more input */
  NG_CODEC_END,   /* the member is complete */
  NG_CODEC_BAD,   /* the data is damaged */
  NG_CODEC_LARGE, /* it wants more memory than we give */
} ng_codec_result;

typedef struct {
  const char *name;
  bool (*is_member)(const unsigned char *at); /* NG_CODEC_MAGIC bytes */
  bool (*start)(ng_codec_state *state);       /* false: no memory */
  ng_codec_result (*step)(ng_codec_state *state, ng_codec_io *io);
  void (*stop)(ng_codec_state *state);
} ng_codec;

/* Bytes that is_member() looks at. */
enum { NG_CODEC_MAGIC = 6 };

/* The codec of a file that starts with `at`, or NULL. */
const ng_codec *ng_codec_find(const unsigned char at[NG_CODEC_MAGIC]);

#endif /* NG_CODEC_H */
