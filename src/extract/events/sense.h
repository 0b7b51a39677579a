/* sense.h - what the files that tell the senses of words share.
 *
 *   sense.c        who fills a role, what stands beside a word; all of it
 *   sense_force.c  attacks, killings, protests, shows of force
 *   sense_law.c    justice, politics, help
 */
#ifndef NG_SENSE_H
#define NG_SENSE_H

#include "extract/events/fillers.h"

#define NG_TYPE_BIT(type) ((uint64_t)1 << (type))
#define NG_POLITICIANS (NG_TYPE_BIT(NG_PERSON) | NG_TYPE_BIT(NG_PARTY))

/* --- sense.c ------------------------------------------------------- */

/* Is somebody in the role, and everybody of one of the types, whose bits
 * `types` has?  Who has no name is of none. */
bool ng_are_all(const ng_matcher *m, const ng_match *match, uint8_t role,
                uint64_t types);

/* Is nobody in it, not even without a name? */
bool ng_is_nobody(const ng_match *match, uint8_t role);

/* What hangs on the word, behind it, by one of the prepositions, and is one of
 * the words (NULL: any); or NG_NONE. */
uint32_t ng_beside(const ng_syntax *s, uint32_t unit, const char *prepositions,
                   const char *words);

/* Does one of the words stand before the noun, as a part of it?  Is one the
 * deep object, or subject, of the verb?  Is one in the sentence? */
bool ng_has_before(const ng_syntax *s, uint32_t noun, const char *words);
bool ng_has_object(const ng_syntax *s, uint32_t verb, const char *words);
bool ng_has_in_subject(const ng_syntax *s, uint32_t verb, const char *words);
bool ng_has_in_sentence(const ng_matcher *m, uint32_t unit, const char *words);

/* Is the theme one of the words? */
bool ng_theme_is(const ng_syntax *s, const ng_match *match, const char *words);

/* The trigger, if it is a noun, or else the theme, where that is one of the
 * words; or NG_NONE. */
uint32_t ng_noun_is(const ng_syntax *s, const ng_match *match,
                    const char *words);

/* --- sense_force.c: does a match of that class mean something else? ------- */

bool ng_is_other_attack(const ng_matcher *m, ng_match *match);
bool ng_is_other_killing(const ng_syntax *s, ng_match *match);
bool ng_is_other_show(const ng_matcher *m, const ng_match *match);
bool ng_is_play(const ng_matcher *m, const ng_match *match);
bool ng_is_campaign(const ng_matcher *m, const ng_match *match);

/* --- sense_law.c: likewise ------------------------------------------------ */

bool ng_is_of_things(const ng_matcher *m, const ng_match *match);
bool ng_is_other_conviction(const ng_matcher *m, const ng_match *match);
bool ng_is_no_capture(const ng_syntax *s, const ng_match *match);
bool ng_is_in_charge(const ng_syntax *s, const ng_match *match);
bool ng_is_study(const ng_matcher *m, ng_match *match);
bool ng_is_other_vote(const ng_matcher *m, const ng_match *match);
bool ng_is_no_law(const ng_matcher *m, const ng_match *match);
bool ng_is_no_measure(const ng_syntax *s, const ng_match *match);
bool ng_is_mere_choice(const ng_matcher *m, const ng_match *match);
bool ng_is_advice(const ng_syntax *s, uint32_t verb);
bool ng_is_injury(const ng_matcher *m, const ng_match *match);
bool ng_is_business(const ng_matcher *m, const ng_match *match);
bool ng_is_no_aid(const ng_matcher *m, const ng_match *match);
bool ng_is_legal_appeal(const ng_matcher *m, const ng_match *match);

#endif /* NG_SENSE_H */
