/* clean.h - names from tables, as they are and as they should be. */
#ifndef NG_KB_CLEAN_H
#define NG_KB_CLEAN_H

#include "newsgraph.h"

/* `text` with \u00FC and the like decoded, and without white space around it,
 * in `room`, which has space for text.len bytes. */
ng_str ng_clean_text(ng_str text, char *room);

/* Whether an alias of `label` may be a name: not an emoji, a code ("DE -
 * Germany", two lower-case letters), a handle, a possessive, or the label again
 * in lower case. */
bool ng_clean_alias(ng_str alias, ng_str label);

#endif /* NG_KB_CLEAN_H */
