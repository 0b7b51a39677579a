/* nominal.c - "the president" and pronouns: who is meant without a name. */
#include "link/linker.h"

bool
ng_linker_nominals(ng_linker *l)
{
  (void)l;
  return true;
}
