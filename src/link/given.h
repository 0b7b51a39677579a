/* given.h - whether a given name is a woman's or a man's. */
#ifndef NG_GIVEN_H
#define NG_GIVEN_H

#include "newsgraph.h"

#include <stdint.h>

/* NG_ENTITY_WOMAN or NG_ENTITY_MAN by the first word of a person's full name;
 * 0 for names that are both or not known. */
uint16_t ng_given_gender(ng_str full_name);

/* The same by the title before a name: "Mrs", "Sir". */
uint16_t ng_title_gender(ng_str title);

#endif /* NG_GIVEN_H */
