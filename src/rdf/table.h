/* table.h - rows as people read them. */
#ifndef NG_TABLE_H
#define NG_TABLE_H

#include "core/buf.h"
#include "rdf/query.h"

/* Append the rows as aligned columns under their names, IRIs by their
 * well-known prefixes. `colour` sets names and IRIs off. */
void ng_table_write(const ng_answer *answer, bool colour, ng_buf *out);

#endif /* NG_TABLE_H */
