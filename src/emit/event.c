/* event.c - what happens, as nodes of the graph. */
#include "emit/emitter.h"

void
ng_emit_events(ng_emitter *e)
{
  (void)e;
}
