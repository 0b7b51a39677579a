/* class.h - what type an entity is, by its Wikidata classes or the words of its
 * description. */
#ifndef NG_KB_CLASS_H
#define NG_KB_CLASS_H

#include "kb/type.h"

/* The type of the instances of class Q`qid`; NG_N_TYPES if it is not in the
 * table. */
ng_type ng_class_type(uint32_t qid);

/* The type that the words of a short description show ("Serbian politician",
 * "city in Okinawa prefecture, Japan"), by its head noun; NG_N_TYPES if they
 * show none. */
ng_type ng_description_type(ng_str words);

/* The same of a class's label: its head is its last word, and "cardinal
 * direction" no cardinal. */
ng_type ng_class_label_type(ng_str label);

/* The type that a label of several words shows by its own head noun ("Ellis
 * Park Stadium"), if it is one of those that name their kind; else
 * NG_N_TYPES. */
ng_type ng_label_type(ng_str label);

/* Of two types that a base gives an entity, the one to keep: the more specific
 * (a country that is also an "organization" is a country). */
ng_type ng_type_choose(ng_type a, ng_type b);

#endif /* NG_KB_CLASS_H */
