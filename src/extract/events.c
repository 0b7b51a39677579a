/* events.c - what happens, by the lexicon. */
#include "doc.h"

ng_status
ng_find_events(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)context;
  (void)err;
  doc->fillers.n = 0;
  doc->events.n = 0;
  doc->ties.n = 0;
  return NG_OK;
}
