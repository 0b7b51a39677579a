/* voice.c - who tells of an event: not who is said, in the same breath, to have
 * spoken otherwise. */
#include "extract/events/events.h"

/* Is whoever speaks or acts in the match the one who speaks? */
static bool
is_by_speaker(const ng_matcher *m, const ng_match *match,
              const ng_speech *speech)
{
  bool any = false;
  for (uint32_t i = 0; i < match->n; i++) {
    const ng_filler *f = &match->fillers[i];
    if (f->role != NG_ROLE_speaker && f->role != NG_ROLE_agent)
      continue;
    bool same = false;
    for (uint32_t k = 0; k < speech->n; k++)
      same |= m->doc->members.at[speech->speaker + k] == f->entity;
    if (!same)
      return false;
    any = true;
  }
  return any;
}

/* "Saying that it is late, X urged Y to leave": the verb that "saying" hangs
 * on, and what is joined to that, are not said. */
static bool
is_over(const ng_syntax *s, uint32_t verb, uint32_t said)
{
  const ng_unit *say = ng_unit_at(s, said);
  return say->xpos == NG_XPOS_VBG && say->label == NG_REL_ADVCL &&
         say->head != NG_NONE &&
         ng_first_conjunct(s, verb) == ng_first_conjunct(s, say->head) &&
         ng_unit_at(s, verb)->xpos == NG_XPOS_VBD;
}

/* "It is so," said X; he called it an act and urged Y to leave: the article
 * says that he did.  So it does in "X denied it, saying that". */
static bool
is_beside(const ng_syntax *s, uint32_t verb, uint32_t said)
{
  uint32_t first = ng_first_conjunct(s, verb);
  const ng_unit *u = ng_unit_at(s, first);
  return verb > said &&
         (first == said || (u->label == NG_REL_PARATAXIS && u->head == said));
}

void
ng_event_untell(const ng_matcher *m, const ng_match *match, ng_event *e)
{
  if (e->speech == NG_NONE)
    return;
  const ng_syntax *s = &m->syntax;
  const ng_speech *speech = &m->doc->speeches.at[e->speech];
  if (speech->unit == NG_NONE || speech->sentence != e->sentence ||
      !(is_over(s, match->trigger, speech->unit) ||
        (ng_is_speech_act(e->class) && is_by_speaker(m, match, speech) &&
         is_beside(s, match->trigger, speech->unit))))
    return;
  e->speech = speech->outer;
  e->footing.voiced = e->speech != NG_NONE;
}
