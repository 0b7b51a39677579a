/* Any bytes as a file, plain or compressed: text, parts and offsets hold, and
 * the reader comes to an end. */
#include "core/utf8.h"
#include "doc.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool holds)
{
  if (!holds)
    abort();
}

static void
check_doc(const ng_doc *doc)
{
  require(ng_utf8_valid(doc->text) == doc->text.len);
  require(ng_utf8_valid(doc->id) == doc->id.len && doc->id.len > 0);
  require(doc->parts.n == 1 || doc->parts.n == 2);
  uint32_t last = 0;
  for (uint32_t i = 0; i < doc->parts.n; i++) {
    const ng_part *p = &doc->parts.at[i];
    require(p->span.begin >= last && p->span.end >= p->span.begin);
    require(p->kind == NG_PART_TITLE ||
            (p->prose >= p->span.begin && p->prose <= p->span.end));
    last = p->span.end;
  }
  require(last == doc->text.len);
  ng_offsets bytes = {.doc = doc, .unit = NG_BYTES};
  const ng_part *body = &doc->parts.at[doc->parts.n - 1];
  require(ng_offset_in(&bytes, body->span.end) ==
          body->span.end - body->span.begin);
}

/* A file in memory that holds the bytes, as a path in `path`. */
static int
file_of(const uint8_t *data, size_t size, char path[64])
{
  int fd = memfd_create("input", MFD_CLOEXEC);
  require(fd >= 0 && write(fd, data, size) == (ssize_t)size);
  (void)snprintf(path, 64, "/proc/self/fd/%d", fd);
  return fd;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char path[64];
  ng_options options;
  ng_options_init(&options);
  options.budget = 1 << 16; /* small, so that limits are met */
  options.input = size ? (ng_input_choice)(data[0] % 3) : NG_INPUT_AUTO;
  int fd = file_of(data + (size > 0), size - (size > 0), path);
  ng_reader *reader;
  require(ng_reader_open(&reader, path, &options, NULL) == NG_OK);
  ng_status st = NG_OK;
  for (size_t n = 0; st != NG_END; n++) {
    ng_doc *doc;
    ng_error err = {0};
    st = ng_reader_next(reader, &doc, &err);
    require(n <= 64 * (size + 64)); /* bytes decompress to more of them */
    require((st == NG_OK) == (doc != NULL));
    require(st == NG_OK || st == NG_END || err.text[0]);
    if (doc)
      check_doc(doc);
    ng_doc_free(doc);
  }
  ng_reader_close(reader);
  (void)close(fd);
  return 0;
}
