/* Any bytes as a knowledge base: refused, or every look-up stays inside them.
 * The header's checksum is made right first, or nothing would get past it. */
#include "../kb_exercise.h"
#include "kb/format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
repair(unsigned char *bytes, size_t size)
{
  ng_kb_header header;
  ng_kb_section sections[NG_KB_MAX_SECTIONS];
  if (size < sizeof header)
    return;
  memcpy(&header, bytes, sizeof header);
  if (header.n_sections > NG_KB_MAX_SECTIONS ||
      sizeof header + header.n_sections * sizeof *sections > size)
    return;
  header.size = size;
  memcpy(sections, bytes + sizeof header, header.n_sections * sizeof *sections);
  header.checksum = ng_kb_checksum(&header, sections);
  memcpy(bytes, &header, sizeof header);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  /* exactly `size` bytes at an aligned address, so that a sanitizer sees reads
   * past the end */
  void *bytes;
  ng_kb *kb;
  if (posix_memalign(&bytes, NG_KB_ALIGN, size ? size : 1))
    return 0;
  if (size)
    memcpy(bytes, data, size);
  repair(bytes, size);
  if (ng_kb_open_memory(&kb, bytes, size, NULL) == NG_OK) {
    (void)exercise(kb);
    ng_kb_close(kb);
  }
  free(bytes);
  return 0;
}
