/* Any bytes: sentences are in order, do not overlap, and are inside the text.
 */
#include "doc.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_doc *doc;
  if (ng_doc_new(&doc, (ng_str){(const char *)data, size}, 1 << 20, NULL))
    return 0;
  if (ng_segment(NULL, doc, NULL) == NG_OK) {
    size_t last = 0;
    for (size_t i = 0; i < doc->sentences.n; i++) {
      ng_span s = doc->sentences.at[i].span;
      if (s.begin < last || s.end <= s.begin || s.end > doc->text.len)
        abort();
      last = s.end;
    }
  }
  ng_doc_free(doc);
  return 0;
}
