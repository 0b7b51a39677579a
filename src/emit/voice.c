/* voice.c - who says it, where the article does not say it itself. */
#include "emit/emitter.h"

void
ng_emit_voice(ng_emitter *e, ng_term iri, uint32_t speech)
{
  (void)e;
  (void)iri;
  (void)speech;
}

void
ng_hash_voice(const ng_emitter *e, ng_hash *hash, uint32_t speech)
{
  (void)e;
  (void)hash;
  (void)speech;
}
