/* unknown_types.h - types of names that no base knows, by the deep model. */
#ifndef NG_UNKNOWN_TYPES_H
#define NG_UNKNOWN_TYPES_H

#include "doc.h"
#include "text/encode.h"

/* Give each unlinked entity that has no type yet the one that the model is sure
 * of wherever it names it, if that is one and the same; `found`, of each unit.
 * False if the arena is spent. */
bool ng_type_unknown(ng_doc *doc, const ng_encoded *found);

#endif /* NG_UNKNOWN_TYPES_H */
