/* voice.c - who says it, where the article does not say it itself. */
#include "emit/emitter.h"

/* No reader follows further who told whom that somebody said: and nested
 * quotations must not cost more. */
enum { DEPTH = 8 };

static const ng_speech *
speech_at(const ng_emitter *e, uint32_t speech)
{
  return speech < e->doc->speeches.n ? &e->doc->speeches.at[speech] : NULL;
}

void
ng_emit_voice(ng_emitter *e, ng_term iri, uint32_t speech)
{
  const ng_speech *s = speech_at(e, speech);
  if (s && s->event != NG_NONE && e->events)
    ng_emit_triple(e, iri, NG_TERM_NG("attributedTo"), e->events[s->event]);
  for (int depth = 0; s && depth < DEPTH; depth++) {
    for (uint32_t i = 0; i < s->n; i++)
      ng_emit_triple(e, iri, NG_TERM_NG("voice"),
                     e->iris[e->doc->members.at[s->speaker + i]]);
    s = speech_at(e, s->outer);
  }
}

void
ng_hash_voice(const ng_emitter *e, ng_hash *hash, uint32_t speech)
{
  const ng_speech *s = speech_at(e, speech);
  char digits[NG_HASH_TEXT];
  ng_hash voices;
  ng_hash_init(&voices);
  if (!s) {
    ng_hash_str(hash, (ng_str){"", 0});
    return;
  }
  for (int depth = 0; s && depth < DEPTH; depth++) {
    for (uint32_t i = 0; i < s->n; i++)
      ng_hash_term(&voices, e->spaces,
                   e->iris[e->doc->members.at[s->speaker + i]]);
    ng_hash_str(&voices, NG_LIT("<"));
    s = speech_at(e, s->outer);
  }
  ng_hash_end(&voices, digits);
  ng_hash_str(hash, (ng_str){digits, sizeof digits});
}
