/* mend_parts.h - what the files that mend parses share. */
#ifndef NG_MEND_PARTS_H
#define NG_MEND_PARTS_H

#include "text/mend.h"

/* The first unit of [from, to) that hangs on `head` by `label`, or NG_NONE. */
static inline uint32_t
ng_child_of(const ng_doc *doc, uint32_t head, uint8_t label, uint32_t from,
            uint32_t to)
{
  for (uint32_t i = from; i < to; i++)
    if (doc->units.at[i].head == head && doc->units.at[i].label == label)
      return i;
  return NG_NONE;
}

/* Each mends one mistake, where it is made: of a sentence, or of its unit `i`,
 * which is a verb for those of clauses. */
void ng_mend_not_only(ng_doc *doc, const ng_sentence *s);
void ng_mend_behind_preposition(ng_doc *doc, uint32_t i);
void ng_mend_beside(ng_doc *doc, uint32_t i);
void ng_mend_beside_title(ng_doc *doc, const ng_sentence *s, uint32_t i);
void ng_mend_office(ng_doc *doc, const ng_sentence *s, uint32_t i);
void ng_mend_gerund(ng_doc *doc, const ng_sentence *s, uint32_t i);
void ng_mend_joined(ng_doc *doc, const ng_sentence *s, uint32_t i);

/* "She is the chair of X, NAME said": what is said is no subject of the verb,
 * and NAME no other name for it. */
void ng_mend_said_behind(ng_doc *doc, const ng_sentence *s, uint32_t verb);

/* "They plan to meet, officials said": who plans nothing of the sort. */
void ng_mend_said_aside(ng_doc *doc, const ng_sentence *s, uint32_t verb);

#endif /* NG_MEND_PARTS_H */
