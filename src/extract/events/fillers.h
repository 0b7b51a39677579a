/* fillers.h - what the files that turn words into an event's fillers share.
 *
 *   fits.c     which entity may fill which role
 *   owners.c   nouns that act for whom they belong to
 *   part.c     another part than that of those who meet
 *   places.c   where a common noun is
 *   titles.c   names behind titles
 *   fillers.c  names, what refers to one, quantities and lists
 */
#ifndef NG_FILLERS_H
#define NG_FILLERS_H

#include "extract/events/events.h"
#include "extract/refer/actor.h"

static inline bool
ng_is_named(const ng_matcher *m, uint32_t unit)
{
  return m->syntax.mention[unit] != NG_NONE;
}

/* --- fits.c -------------------------------------------------------- */

/* May an entity of that type fill a slot of that role, which asks for `fill`
 * (ng_fill)? */
bool ng_may_fill(ng_type type, uint8_t fill, uint8_t role);

/* Add whom the mention names, or stands for; whom the word refers to. */
bool ng_match_add_mention(const ng_matcher *m, ng_match *match,
                          const ng_slot *slot, uint32_t mention);
bool ng_match_add_reference(const ng_matcher *m, ng_match *match,
                            const ng_slot *slot, uint32_t unit);

/* --- owners.c ------------------------------------------------------ */

/* Is what the noun does in the role done by whose it is? */
bool ng_acts_for_owner(const ng_matcher *m, uint32_t unit, uint8_t role);

/* Add the state or body that the noun belongs to. */
bool ng_match_add_owner(const ng_matcher *m, ng_match *match,
                        const ng_slot *slot, uint32_t unit);

/* "the US state of Montana": the one that is named, and not the other; or
 * NG_NONE. */
uint32_t ng_state_named(const ng_syntax *s, uint32_t unit);

/* --- places.c ------------------------------------------------------ */

/* Where a common noun is: "a jail in Dili", "the city of Kirkuk", "the capital,
 * Juba", "Baghdad airport". */
bool ng_match_add_place_of(const ng_matcher *m, ng_match *match,
                           const ng_slot *slot, uint32_t unit);

/* --- part.c -------------------------------------------------------- */

/* The slot of `unit`, which a path found for `slot`: "talks between X and Y,
 * with Z as host" has Z in another part.  `slot` itself where nothing tells so.
 */
const ng_slot *ng_part_of(const ng_matcher *m, const ng_match *match,
                          const ng_slot *slot, uint32_t unit);

/* --- titles.c ------------------------------------------------------ */

/* The person's name that a title in capitals ends with, whatever stands
 * between: "Special Envoy to the Horn of Africa Ambassador NAME"; or NG_NONE.
 */
uint32_t ng_titled(const ng_matcher *m, uint32_t unit);

/* "Deputy Prime Minister Mr NAME", which parsers take for two subjects. */
bool ng_is_title_before_name(const ng_syntax *s, uint32_t unit);

#endif /* NG_FILLERS_H */
