/* none.c - in place of the encoder in a program made with --disable-deep: no
 * deep model can be opened, so that nothing here is ever reached. */
#include "core/fail.h"
#include "text/encode.h"

ng_status
ng_encoding_new(ng_encoding **out, const ng_encoder *encoder, ng_arena *arena,
                ng_error *err)
{
  (void)encoder;
  (void)arena;
  *out = NULL;
  return ng_fail(err, NG_ERR_LIMIT, 0, "made without the deep model");
}

void
ng_encoding_free(ng_encoding *encoding)
{
  (void)encoding;
}

void
ng_encoding_add(ng_encoding *encoding, const ng_str *words, uint32_t n,
                ng_encoded *out)
{
  (void)encoding;
  (void)words;
  (void)n;
  (void)out;
}

void
ng_encoding_finish(ng_encoding *encoding)
{
  (void)encoding;
}

const char *
ng_encoder_kernels(const ng_encoder *encoder)
{
  (void)encoder;
  return "none";
}
