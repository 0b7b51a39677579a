/* standing.h - what the files that find an event's footing share.
 *
 *   governors.c  words, and what each does to what it governs
 *   cues.c       what hangs on a word and lowers what it tells
 *   clause_cues.c  what stands around its clause
 *   noun_cues.c  what is said of what a noun names
 *   outward.c    from the trigger outward
 *   standing.c   all of it together
 */
#ifndef NG_STANDING_H
#define NG_STANDING_H

#include "extract/events/events.h"

/* What a word does to what it governs. */
typedef enum {
  NG_SAYS_NOTHING, /* go no farther out */
  NG_KEEPS,        /* managed to: as the governor itself */
  NG_SCHEDULES,
  NG_PROPOSES,
  NG_DESIRES,
  NG_MAKES_POSSIBLE,
  NG_ALLEGES,
  NG_DENIES, /* refuse to: it does not happen */
  NG_STOPS,  /* cancel, call off */
  NG_POSTPONES,
  NG_DOUBTS
} ng_effect;

/* --- governors.c ---------------------------------------------------------- */

/* What the word does to what it governs. */
ng_effect ng_effect_of(const ng_lexicon *l, const ng_syntax *s, uint32_t unit);

/* "The raid is not linked to it": is the word said of what there was? */
bool ng_tells_about(const ng_syntax *s, uint32_t word);

/* "called for talks", "plan for a summit", "refrain from attacks": does what
 * hangs on the word `head` by that relation suffer what it does? */
bool ng_governs(const ng_syntax *s, uint32_t unit, uint32_t head,
                ng_relation r);

/* Of two courses, keep the one that is farther from having happened. */
void ng_footing_combine(ng_footing *f, ng_course course);
void ng_footing_apply(ng_footing *f, ng_effect e);

/* It is told as what would be, "if" it were. */
void ng_footing_suppose(ng_footing *f);

/* Is it so or going on, without doubt, denial or condition? */
bool ng_footing_is_plain(const ng_footing *f);

/* --- clause_cues.c ------------------------------------------------- */

/* What the words around the verb's clause make of it: "provided that X
 * attacked". */
void ng_clause_cues(const ng_syntax *s, uint32_t verb, ng_footing *f);

/* --- noun_cues.c --------------------------------------------------- */

/* What is said of the happening that the noun names, as a subject or behind a
 * preposition: "The arrest would be a mistake", "close to a deal". */
void ng_noun_cues(const ng_syntax *s, uint32_t noun, ng_footing *f);

/* --- outward.c ----------------------------------------------------- */

/* Lower `f` by all that governs the word `at`, which is an act of speaking if
 * it is `said`. */
void ng_footing_outward(const ng_matcher *m, uint32_t at, bool said,
                        ng_footing *f);

/* --- cues.c -------------------------------------------------------- */

/* "will", "may", "should". */
void ng_auxiliary_cue(const ng_syntax *s, uint32_t unit, ng_footing *f);

/* All that hangs on the word and lowers what it tells. */
void ng_own_cues(const ng_syntax *s, uint32_t unit, ng_footing *f);

/* Does a relative clause end what bears on its verb?  Not "doubts that it
 * attacked", taken for one.  Adds what a cleft says: "It was not Russia that".
 */
bool ng_ends_clause(const ng_syntax *s, uint32_t verb, ng_footing *f);

/* "has nothing to do with killing": but an idea. */
bool ng_is_idea(const ng_syntax *s, uint32_t unit);

bool ng_is_determined(const ng_syntax *s, uint32_t unit); /* "the", "its" */
bool ng_is_infinitive(const ng_syntax *s, uint32_t unit);

/* "is to meet", "are due to be held": not yet; not "wants to be elected". */
bool ng_is_yet_to(const ng_syntax *s, uint32_t verb);

#endif /* NG_STANDING_H */
