/* mend.h - mistakes of parsers that are easy to see. */
#ifndef NG_MEND_H
#define NG_MEND_H

#include "doc.h"
#include "text/ud.h"

/* Put right the heads and labels of a parsed sentence where the words beside
 * each other show them to be wrong. */
void ng_mend_sentence(ng_doc *doc, const ng_sentence *s);

#endif /* NG_MEND_H */
