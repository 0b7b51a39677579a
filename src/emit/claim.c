/* claim.c - binary facts and their standing; propositions. */
#include "emit/emitter.h"

void
ng_emit_claims(ng_emitter *e)
{
  (void)e;
}
