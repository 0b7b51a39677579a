/* starts.h - from which words of an article patterns start, and which patterns
 * need not be looked at: most, and they are far away in memory.
 */
#ifndef NG_STARTS_H
#define NG_STARTS_H

#include "extract/events/events.h"

/* A word that patterns start from, and its first trigger. */
typedef struct {
  uint32_t unit;
  uint32_t trigger; /* lexicon->triggers */
} ng_start;

/* All of an article's, in text order. */
typedef struct ng_starts {
  ng_start *at;
  uint32_t n;
} ng_starts;

/* --- keys.c -------------------------------------------------------- */

/* The next word of the sentence that patterns start from, or NULL: sentences
 * are asked for in their order. */
static inline const ng_start *
ng_next_start(ng_matcher *m, const ng_sentence *s)
{
  const ng_start *at = m->starts->at;
  uint32_t n = m->starts->n;
  while (m->next_start < n && at[m->next_start].unit < s->unit)
    m->next_start++;
  return m->next_start < n && at[m->next_start].unit < s->unit_end
             ? &at[m->next_start++]
             : NULL;
}

/* --- trigger.c ----------------------------------------------------- */

/* The kinds of trigger that a unit may be by its word class: bits of
 * ng_trigger_kind. */
unsigned ng_trigger_kinds(const ng_unit *unit);

/* May it be this one, as far as is known without the pattern, which is far away
 * in memory?  Most are not. */
static inline bool
ng_may_trigger(const ng_matcher *m, unsigned kinds, const ng_trigger *trigger,
               uint32_t unit)
{
  return (kinds >> trigger->kind & 1) &&
         (!trigger->several || ng_key_near(m, unit, trigger->other));
}

/* --- trigger_words.c ----------------------------------------------- */

/* The words of which one must be the theme, of a trigger of that kind. */
const ng_themes *ng_themes_of(const ng_matcher *m, uint8_t kind, uint32_t unit);

/* May one of them be, likewise? */
static inline bool
ng_may_have_theme(const ng_matcher *m, const ng_trigger *trigger, uint32_t unit)
{
  return !trigger->themes ||
         (trigger->themes & ng_themes_of(m, trigger->kind, unit)->bits);
}

#endif /* NG_STARTS_H */
