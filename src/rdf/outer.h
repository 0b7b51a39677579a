/* outer.h - OPTIONAL, joined by ourselves.
 *
 * rasqal 0.9.33 looks at every row of an OPTIONAL for every row before it: of
 * 25,000 mentions and 60,000 types that is a day.  Where a SELECT is triples,
 * then OPTIONALs that share variables with these triples alone, then filters,
 * each part is asked for by itself and the rows are joined by a hash table.
 * Aggregates over such rows, or over triples alone, are computed of rows as
 * well: rasqal takes a number and a name for one key of GROUP BY.
 */
#ifndef NG_OUTER_H
#define NG_OUTER_H

#include "core/str.h"
#include "rdf/query.h"
#include "rdf/sparql.h"

/* How many rows there are; one of them; the column of a name, or n_names. */
static inline uint32_t
ng_row_count(const ng_answer *a)
{
  return a->n_names ? a->cells.n / a->n_names : 0;
}

static inline const ng_term *
ng_row_of(const ng_answer *a, uint32_t row)
{
  return a->cells.at + (size_t)row * a->n_names;
}

static inline uint32_t
ng_column_of(const ng_answer *a, ng_str name)
{
  uint32_t i = 0;
  while (i < a->n_names && !ng_str_equal(a->names[i], name))
    i++;
  return i;
}

/* The solutions of the pattern of `s` in `store`, a column a variable; NG_END,
 * and nothing done, if it is none of those. */
ng_status ng_outer_rows(ng_store *store, const ng_sparql *s, ng_arena *arena,
                        ng_answer *out, ng_error *err);

/* The rows of `left`, each with every row of `right` that has the same terms in
 * the columns they share, or with nothing; all of these are bound. */
ng_status ng_outer_join(const ng_answer *left, const ng_answer *right,
                        ng_arena *arena, ng_answer *out, ng_error *err);

/* Does SELECT ask for MIN, MAX or COUNT(DISTINCT ?x), which rasqal does right
 * only of rows, with what ng_outer_compute() puts beside them? */
bool ng_outer_needs_rows(const ng_sparql *s);

/* Have rasqal compute of those rows what SELECT wants of them, by `ask`. */
typedef ng_status ng_outer_ask(ng_store *store, const ng_sparql *s,
                               ng_arena *arena, ng_answer *out, ng_error *err);
ng_status ng_outer_compute(const ng_answer *rows, const ng_sparql *s,
                           ng_outer_ask *ask, ng_arena *arena, ng_answer *out,
                           ng_error *err);

/* Does SELECT compute anything of keys of GROUP BY, beside aggregates?  Then
 * this takes the place of ng_outer_compute(). */
bool ng_keys_computed(const ng_sparql *s);
ng_status ng_keys_compute(const ng_answer *rows, const ng_sparql *s,
                          ng_outer_ask *ask, ng_arena *arena, ng_answer *out,
                          ng_error *err);

#endif /* NG_OUTER_H */
