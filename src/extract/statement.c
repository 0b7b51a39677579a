/* statement.c - events in the words of others, and the statements that these
 * are told in.
 */
#include "extract/events.h"

/* What one only thinks, nobody stated. */
static const char thoughts[] = "believe think hope fear doubt worry expect "
                               "estimate suspect feel";

uint32_t
ng_speech_at(const ng_doc *doc, uint32_t unit)
{
  return unit < doc->voices.n ? doc->voices.at[unit] : NG_NONE;
}

uint32_t
ng_footing_hear(const ng_doc *doc, uint32_t unit, ng_footing *footing)
{
  uint32_t speech = ng_speech_at(doc, unit);
  footing->voiced = speech != NG_NONE;
  if (speech == NG_NONE)
    return speech;
  const ng_speech *s = &doc->speeches.at[speech];
  if (s->hearsay && footing->certainty < NG_ALLEGED)
    footing->certainty = NG_ALLEGED;
  if (s->unsaid && footing->course <= NG_ONGOING)
    footing->course = NG_POSSIBLE;
  if (s->denied && doc->units.at[unit].upos == NG_VERB)
    footing->negative = true;
  return speech;
}

bool
ng_is_statement(const ng_matcher *m, const ng_speech *s)
{
  return s->n > 0 && !s->unsaid && !s->hearsay &&
         !ng_unit_is(&m->syntax, s->unit, thoughts);
}

bool
ng_is_report(const ng_matcher *m, const ng_speech *s)
{
  return s->n > 0 &&
         m->doc->entities.at[m->doc->members.at[s->speaker]].type == NG_MEDIA &&
         ng_unit_is(&m->syntax, s->unit, "report according accord write quote");
}
