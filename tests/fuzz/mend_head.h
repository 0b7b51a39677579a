/* mend_head.h - a model file's length and checksum put right, so that what they
 * protect is tried too. */
#ifndef MEND_HEAD_H
#define MEND_HEAD_H

#include "text/model.h"

#include <stdlib.h>

/* A copy of the input, aligned as a model wants it; the caller frees.  HEAD:
 * the type of the file's head, which has `size` and `checksum`. */
#define MENDED(HEAD, data, n) \
  mended(data, n, offsetof(HEAD, size), offsetof(HEAD, checksum), sizeof(HEAD))

static inline char *
mended(const uint8_t *data, size_t n, size_t size_at, size_t checksum_at,
       size_t head)
{
  uint64_t size = n;
  char *bytes = aligned_alloc(64, n / 64 * 64 + 64);
  if (!bytes)
    return NULL;
  memcpy(bytes, data, n);
  if (n < head)
    return bytes;
  memcpy(bytes + size_at, &size, sizeof size);
  uint64_t checksum = ng_model_checksum((ng_str){bytes, n});
  memcpy(bytes + checksum_at, &checksum, sizeof checksum);
  return bytes;
}

#endif /* MEND_HEAD_H */
