/* refer.c - what "the two sides", "he" and "the Serbian president" mean. */
#include "doc.h"

ng_status
ng_refer(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)context;
  (void)err;
  doc->members.n = 0;
  doc->references.n = 0;
  return NG_OK;
}
