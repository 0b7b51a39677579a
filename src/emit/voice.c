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

/* The event that tells the speech, or NULL. */
static const ng_event *
telling(const ng_emitter *e, const ng_speech *s)
{
  return s->event < e->doc->events.n ? &e->doc->events.at[s->event] : NULL;
}

/* The speech that this one is told in: as its event has it, so that whoever
 * follows ng:attributedTo meets every ng:voice. */
static const ng_speech *
outer_of(const ng_emitter *e, const ng_speech *s)
{
  const ng_event *event = telling(e, s);
  return speech_at(e, event ? event->speech : s->outer);
}

static bool
is_member(const ng_emitter *e, const ng_speech *s, uint32_t entity)
{
  for (uint32_t i = 0; i < s->n; i++)
    if (e->doc->members.at[s->speaker + i] == entity)
      return true;
  return false;
}

/* The speakers of one speech, one a call: those that it names, and those that
 * only its event knows; NG_NONE behind the last. */
static uint32_t
next_speaker(const ng_emitter *e, const ng_speech *s, uint32_t *i)
{
  const ng_event *event = telling(e, s);
  if (*i < s->n)
    return e->doc->members.at[s->speaker + (*i)++];
  for (; event && *i - s->n < event->n; (*i)++) {
    const ng_filler *f = &e->doc->fillers.at[event->filler + *i - s->n];
    if (f->role == NG_ROLE_speaker && !is_member(e, s, f->entity)) {
      (*i)++;
      return f->entity;
    }
  }
  return NG_NONE;
}

void
ng_emit_voice(ng_emitter *e, ng_term iri, uint32_t speech)
{
  const ng_speech *s = speech_at(e, speech);
  if (s && s->event != NG_NONE && e->events)
    ng_emit_triple(e, iri, NG_TERM_NG("attributedTo"), e->events[s->event]);
  for (int depth = 0; s && depth < DEPTH; depth++) {
    uint32_t i = 0, by;
    while ((by = next_speaker(e, s, &i)) != NG_NONE)
      ng_emit_triple(e, iri, NG_TERM_NG("voice"), e->iris[by]);
    s = outer_of(e, s);
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
    uint32_t i = 0, by;
    while ((by = next_speaker(e, s, &i)) != NG_NONE)
      ng_hash_term(&voices, e->spaces, e->iris[by]);
    ng_hash_str(&voices, NG_LIT("<"));
    s = outer_of(e, s);
  }
  ng_hash_end(&voices, digits);
  ng_hash_str(hash, (ng_str){digits, sizeof digits});
}
