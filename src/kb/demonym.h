/* demonym.h - demonyms for sources that lack them.
 *
 * Wikidata's aliases mix "Serbian" with "Republic of Serbia", and its P1549 is
 * not in every table; a demonym must be known as one, since it says who
 * somebody belongs to. */
#ifndef NG_DEMONYM_H
#define NG_DEMONYM_H

#include "kb/draft.h"

/* Name `entity` of `draft`, which is Q`qid`, by its demonyms, if it has any.
 * False if memory is spent. */
bool ng_demonyms_add(ng_draft *draft, uint32_t entity, uint32_t qid);

/* Is `name` a demonym of anything?  Looks through all of them. */
bool ng_is_demonym(ng_str name);

#endif /* NG_DEMONYM_H */
