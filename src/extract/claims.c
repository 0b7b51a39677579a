/* claims.c - binary facts, and what is said and fits no class. */
#include "doc.h"

ng_status
ng_find_claims(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)context;
  (void)err;
  doc->claims.n = 0;
  doc->propositions.n = 0;
  return NG_OK;
}
