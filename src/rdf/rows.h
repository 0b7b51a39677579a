/* rows.h - ORDER BY, DISTINCT, LIMIT and OFFSET, which rasqal 0.9.33 gets
 * wrong: with DISTINCT it sorts numbers as text, and it puts what is unbound
 * first whichever way it sorts. */
#ifndef NG_ROWS_H
#define NG_ROWS_H

#include "rdf/query.h"
#include "rdf/sparql.h"

/* Bring the rows that rasqal found for `s` into order, drop the columns that
 * were only for that, duplicates, and rows past the limit. */
ng_status ng_rows_finish(ng_answer *answer, const ng_sparql *s, ng_arena *arena,
                         ng_error *err);

/* The order of ORDER BY: less than, equal to or greater than 0.  Unbound, blank
 * nodes, IRIs, literals; of these, numbers by value, then booleans, then dates
 * and times by their text, which sorts as time does, then the rest by code
 * points.  Total: terms that are not the same never compare as equal. */
int ng_term_order(const ng_term *a, const ng_term *b);

#endif /* NG_ROWS_H */
