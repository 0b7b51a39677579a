/* compute.c - what SELECT computes of rows that rasqal did not find itself. */
#include "core/fail.h"
#include "core/str.h"
#include "rdf/outer.h"
#include "rdf/rows.h"

#include <stdio.h>
#include <stdlib.h>

#define SPACE "urn:x-newsgraph:"
#define XSD_INTEGER "http://www.w3.org/2001/XMLSchema#integer"

enum { MOST_NAMES = 64 };

/* The rows as data.  A term stands for itself by its number, so that rasqal
 * compares no values, and one that is unbound is one as well; what is computed
 * with has its value beside that.
 *
 *   <row4> <column0> <term7> ; <value0> "2020-07-12"^^xsd:date ; <rank0> 3
 */
typedef struct {
  const ng_answer *rows;
  bool plain[MOST_NAMES]; /* its values are computed with */
  bool wanted[MOST_NAMES];
  bool open[MOST_NAMES];   /* a row leaves it unbound */
  bool ranked[MOST_NAMES]; /* MIN or MAX is asked of it: see below */
  NG_VEC(ng_term) terms;   /* by their numbers */
  uint32_t *slots, mask;
  uint32_t *ranks;   /* of a term's number, in the order of ORDER BY */
  uint32_t *by_rank; /* numbers */
  uint32_t n_ranks;
  bool bound[MOST_NAMES];  /* COUNT is asked of it, and a row leaves it open */
  char *first[MOST_NAMES]; /* of each row, '1' if it is the first of its group
                              with this term, else '0'; NULL: not asked */
  ng_arena *arena;
} deputies;

/* The number of a term; UINT32_MAX if the arena is spent. */
static uint32_t
number_of(deputies *d, const ng_term *term)
{
  uint64_t hash = ng_term_hash(0, term);
  for (uint32_t slot = (uint32_t)(hash ^ hash >> 32);; slot++) {
    uint32_t *at = &d->slots[slot & d->mask];
    if (*at && ng_term_same(&d->terms.at[*at - 1], term))
      return *at - 1;
    if (*at)
      continue;
    if (!NG_PUSH(d->arena, &d->terms, *term))
      return UINT32_MAX;
    *at = d->terms.n;
    return *at - 1;
  }
}

/* The column of a variable, or n_names. */
static uint32_t
column_of(const ng_answer *rows, const ng_sparql_token *t)
{
  return t->kind == NG_TOKEN_VARIABLE
             ? ng_column_of(rows, ng_str_slice(t->text, 1, t->text.len))
             : rows->n_names;
}

static void
mark_open(deputies *d)
{
  for (uint32_t r = 0; r < ng_row_count(d->rows); r++)
    for (uint32_t i = 0; i < d->rows->n_names; i++)
      d->open[i] |= ng_row_of(d->rows, r)[i].kind == NG_TERM_NONE;
}

/* --- MIN and MAX ----------------------------------------------------------
 *
 * rasqal finds no least of names, and a wrong one of whole numbers among
 * others. So it is asked for the least rank, an integer, and the term put back.
 */

/* The column of "(MIN(?x) AS ?y)" at token `i`, its "("; or n_names. */
static uint32_t
extreme_at(const ng_answer *rows, const ng_sparql *s, uint32_t i)
{
  const ng_sparql_token *t = &s->tokens.at[i];
  if (i + 6 >= s->projection.end || !ng_token_marks(t, "(") ||
      !(ng_token_is(t + 1, "min") || ng_token_is(t + 1, "max")) ||
      t[3].kind != NG_TOKEN_VARIABLE || !ng_token_marks(t + 4, ")") ||
      !ng_token_is(t + 5, "as"))
    return rows->n_names;
  return ng_column_of(rows, ng_str_slice(t[3].text, 1, t[3].text.len));
}

bool
ng_outer_needs_rows(const ng_sparql *s)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    if (ng_token_is(t, "min") || ng_token_is(t, "max") ||
        ng_token_is(t, "distinct") ||
        (ng_token_is(t, "count") && t[2].kind == NG_TOKEN_VARIABLE &&
         !ng_sparql_binds(s, t[2].text)))
      return true;
  }
  return false;
}

static int
by_order(const void *left, const void *right, void *with)
{
  const deputies *d = with;
  const uint32_t *a = left, *b = right;
  return ng_term_order(&d->terms.at[*a], &d->terms.at[*b]);
}

/* Rank the terms of those columns. */
static bool
rank_terms(deputies *d)
{
  for (uint32_t r = 0; r < ng_row_count(d->rows); r++)
    for (uint32_t i = 0; i < d->rows->n_names; i++)
      if (d->ranked[i] && number_of(d, &ng_row_of(d->rows, r)[i]) == UINT32_MAX)
        return false;
  d->ranks = NG_NEW(d->arena, uint32_t, d->terms.n + 1);
  d->by_rank = NG_NEW(d->arena, uint32_t, d->terms.n + 1);
  if (!d->ranks || !d->by_rank)
    return false;
  for (uint32_t i = 0; i < d->terms.n; i++)
    d->by_rank[i] = i;
  qsort_r(d->by_rank, d->terms.n, sizeof *d->by_rank, by_order, d);
  for (uint32_t i = 0; i < d->terms.n; i++)
    d->ranks[d->by_rank[i]] = i;
  d->n_ranks = d->terms.n;
  return true;
}

/* --- COUNT(DISTINCT ?x) ----------------------------------------------------
 *
 * rasqal has been seen to count 39 of 38.  So each row says whether it is the
 * first of its group with that term, and these are summed up. */

/* Is token `i` the variable of "COUNT(DISTINCT ?x)"? */
static bool
is_counted(const ng_sparql *s, uint32_t i)
{
  const ng_sparql_token *t = &s->tokens.at[i];
  return i >= s->projection.begin + 3 && t->kind == NG_TOKEN_VARIABLE &&
         ng_token_is(t - 1, "distinct") && ng_token_marks(t - 2, "(") &&
         ng_token_is(t - 3, "count");
}

/* Or of "COUNT(?x)", of which rasqal counts what is not bound as well? */
static bool
is_counted_bound(const ng_sparql *s, uint32_t i)
{
  const ng_sparql_token *t = &s->tokens.at[i];
  return i >= s->projection.begin + 2 && t->kind == NG_TOKEN_VARIABLE &&
         ng_token_marks(t - 1, "(") && ng_token_is(t - 2, "count") &&
         ng_token_marks(t + 1, ")");
}

/* What tells groups and terms apart: the columns of keys, then `column`. */
static uint32_t
counted_columns(const deputies *d, const ng_sparql *s, uint32_t column,
                uint32_t out[MOST_NAMES])
{
  uint32_t n = 0;
  for (uint32_t i = s->group.begin; i < s->group.end; i++) {
    uint32_t at = column_of(d->rows, &s->tokens.at[i]);
    if (at < d->rows->n_names && n + 1 < MOST_NAMES)
      out[n++] = at;
  }
  out[n++] = column;
  return n;
}

static bool
mark_first(deputies *d, const ng_sparql *s, uint32_t column)
{
  uint32_t columns[MOST_NAMES], rows = ng_row_count(d->rows), mask = d->mask;
  uint32_t n = counted_columns(d, s, column, columns);
  uint32_t *seen = NG_NEW(d->arena, uint32_t, (size_t)mask + 1);
  char *first = d->first[column] = ng_arena_alloc(d->arena, rows + 1, 1);
  for (uint32_t r = 0; seen && first && r < rows; r++) {
    const ng_term *row = ng_row_of(d->rows, r);
    uint64_t hash = 0;
    bool fresh = row[column].kind != NG_TERM_NONE;
    for (uint32_t k = 0; k < n; k++)
      hash = ng_term_hash(hash, &row[columns[k]]);
    uint32_t slot = (uint32_t)(hash ^ hash >> 32);
    for (; fresh && seen[slot & mask]; slot++) {
      const ng_term *old = ng_row_of(d->rows, seen[slot & mask] - 1);
      uint32_t k = 0;
      while (k < n && ng_term_same(&old[columns[k]], &row[columns[k]]))
        k++;
      fresh = k < n;
    }
    first[r] = fresh ? '1' : '0';
    if (fresh)
      seen[slot & mask] = r + 1;
  }
  return seen && first;
}

static bool
mark_firsts(deputies *d, const ng_sparql *s)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    uint32_t at = column_of(d->rows, &s->tokens.at[i]);
    if (at < d->rows->n_names && is_counted(s, i) && !d->first[at] &&
        !mark_first(d, s, at))
      return false;
  }
  return true;
}

/* Have the query compute with values, and with ranks; false if the arena is
 * spent. */
static bool
ask_for_values(const deputies *d, ng_sparql *s)
{
  uint32_t none = d->rows->n_names;
  ng_sparql_token *tokens = NG_NEW(d->arena, ng_sparql_token, s->tokens.n);
  if (!tokens)
    return false;
  memcpy(tokens, s->tokens.at, s->tokens.n * sizeof *tokens);
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    ng_sparql_token *t = &tokens[i];
    uint32_t ranked = i < 3 ? none : extreme_at(d->rows, s, i - 3);
    uint32_t at = column_of(d->rows, t);
    char name[24];
    if (at == none || !t->parens || ng_token_is(t - 1, "as"))
      continue;
    bool counted = is_counted(s, i);
    bool bound = d->bound[at] && is_counted_bound(s, i);
    if (bound)
      tokens[i - 2].text = NG_LIT("SUM");
    if (counted) {
      tokens[i - 3].text = NG_LIT("SUM");
      tokens[i - 1].text = NG_LIT("");
      tokens[i - 1].kind = NG_TOKEN_MARK;
    }
    int n = snprintf(name, sizeof name, "?%s__%u",
                     counted         ? "first"
                     : bound         ? "bound"
                     : ranked < none ? "rank"
                                     : "value",
                     at);
    t->text = (ng_str){name, (size_t)n};
    if (!ng_str_keep(d->arena, &t->text))
      return false;
  }
  s->tokens.at = tokens;
  return true;
}

/* Put back what has those ranks. */
static void
recall_extremes(const deputies *d, const ng_sparql *s, ng_answer *answer)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    if (extreme_at(d->rows, s, i) == d->rows->n_names)
      continue;
    ng_str name = s->tokens.at[i + 6].text;
    uint32_t column = ng_column_of(answer, ng_str_slice(name, 1, name.len));
    for (uint32_t r = 0; r < ng_row_count(answer) && column < answer->n_names;
         r++) {
      ng_term *cell = answer->cells.at + (size_t)r * answer->n_names + column;
      uint32_t rank = 0;
      for (size_t k = 0; k < cell->value.len; k++)
        rank = rank * 10 + (uint32_t)(cell->value.at[k] - '0');
      *cell = cell->kind != NG_TERM_NONE && rank < d->n_ranks
                  ? d->terms.at[d->by_rank[rank]]
                  : (ng_term){0};
    }
  }
}

/* --- the rows as data ------------------------------------------------------
 */

/* Which columns are named there, and what of them is asked for. */
static void
mark_columns(deputies *d, const ng_sparql *s, ng_token_range range)
{
  for (uint32_t i = range.begin; i < range.end; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    uint32_t at = column_of(d->rows, t);
    if (at == d->rows->n_names || at >= MOST_NAMES)
      continue;
    d->wanted[at] = true;
    if (!t->parens || range.begin != s->projection.begin ||
        ng_token_is(t - 1, "as") || is_counted(s, i))
      continue;
    if (i >= 3 && extreme_at(d->rows, s, i - 3) == at)
      d->ranked[at] = true;
    else if (d->open[at] && is_counted_bound(s, i))
      d->bound[at] = true;
    else
      d->plain[at] = true;
  }
}

static bool
deputies_init(deputies *d, const ng_answer *rows, const ng_sparql *s,
              ng_arena *arena)
{
  uint32_t slots = 16;
  while (slots / 2 < rows->cells.n && slots < UINT32_MAX / 4)
    slots *= 2;
  *d = (deputies){.rows = rows, .mask = slots - 1, .arena = arena};
  d->slots = NG_NEW(arena, uint32_t, slots);
  if (!d->slots || slots / 2 < rows->cells.n || rows->n_names > MOST_NAMES)
    return false;
  mark_open(d);
  mark_columns(d, s, s->projection);
  mark_columns(d, s, s->group);
  mark_columns(d, s, s->order);
  d->wanted[0] = true; /* each row is somewhere */
  return rank_terms(d) && mark_firsts(d, s);
}

/* Add: row `r` has `object` in what is called `kind` and a number. */
static ng_status
add(ng_store *store, uint32_t r, const char *kind, uint32_t column,
    ng_term object, ng_error *err)
{
  char row[48], name[48];
  int n = snprintf(row, sizeof row, SPACE "row%u", r);
  int m = snprintf(name, sizeof name, SPACE "%s%u", kind, column);
  ng_quad quad = {ng_iri(0, (ng_str){row, (size_t)n}),
                  ng_iri(0, (ng_str){name, (size_t)m}),
                  object,
                  {0}};
  return ng_store_add(store, &quad, err);
}

static ng_status
add_deputy(deputies *d, ng_store *store, uint32_t r, uint32_t column,
           ng_error *err)
{
  char text[48];
  uint32_t number = number_of(d, &ng_row_of(d->rows, r)[column]);
  if (number == UINT32_MAX)
    return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
  int n = snprintf(text, sizeof text, SPACE "term%u", number);
  return add(store, r, "column", column, ng_iri(0, (ng_str){text, (size_t)n}),
             err);
}

static ng_status
add_rank(deputies *d, ng_store *store, uint32_t r, uint32_t column,
         ng_error *err)
{
  char text[24];
  uint32_t number = number_of(d, &ng_row_of(d->rows, r)[column]);
  int n = snprintf(text, sizeof text, "%u", d->ranks[number]);
  return add(store, r, "rank", column,
             ng_typed((ng_str){text, (size_t)n}, 0, NG_LIT(XSD_INTEGER)), err);
}

static ng_term
digit(bool one)
{
  return ng_typed(one ? NG_LIT("1") : NG_LIT("0"), 0, NG_LIT(XSD_INTEGER));
}

static ng_status
add_cell(deputies *d, ng_store *store, uint32_t r, uint32_t i, ng_error *err)
{
  const ng_term *cell = &ng_row_of(d->rows, r)[i];
  bool bound = cell->kind != NG_TERM_NONE;
  if (d->wanted[i])
    NG_TRY(add_deputy(d, store, r, i, err));
  if (d->plain[i] && bound)
    NG_TRY(add(store, r, "value", i, *cell, err));
  if (d->ranked[i])
    NG_TRY(add_rank(d, store, r, i, err));
  if (d->first[i])
    NG_TRY(add(store, r, "first", i, digit(d->first[i][r] == '1'), err));
  return d->bound[i] ? add(store, r, "bound", i, digit(bound), err) : NG_OK;
}

static ng_status
add_rows(deputies *d, ng_store *store, ng_error *err)
{
  for (uint32_t r = 0; r < ng_row_count(d->rows); r++)
    for (uint32_t i = 0; i < d->rows->n_names; i++)
      NG_TRY(add_cell(d, store, r, i, err));
  return NG_OK;
}

/* Put the terms back. */
static void
recall(const deputies *d, ng_answer *answer)
{
  static const ng_str space = {SPACE "term", sizeof SPACE "term" - 1};
  for (uint32_t i = 0; i < answer->cells.n; i++) {
    ng_term *cell = &answer->cells.at[i];
    if (cell->kind != NG_TERM_IRI || cell->value.len <= space.len ||
        memcmp(cell->value.at, space.at, space.len) != 0)
      continue;
    uint32_t number = 0;
    for (size_t k = space.len; k < cell->value.len; k++)
      number = number * 10 + (uint32_t)(cell->value.at[k] - '0');
    if (number < d->terms.n)
      *cell = d->terms.at[number];
  }
}

static void
put_columns(const deputies *d, ng_buf *out)
{
  const ng_answer *rows = d->rows;
  ng_buf_str(out, NG_LIT("{"));
  for (uint32_t i = 0; i < rows->n_names; i++) {
    if (d->wanted[i])
      ng_buf_printf(out, " ?row__ <" SPACE "column%u> ?%.*s .", i,
                    NG_ARG(rows->names[i]));
    if (d->ranked[i])
      ng_buf_printf(out, " ?row__ <" SPACE "rank%u> ?rank__%u .", i, i);
    if (d->first[i])
      ng_buf_printf(out, " ?row__ <" SPACE "first%u> ?first__%u .", i, i);
    if (d->bound[i])
      ng_buf_printf(out, " ?row__ <" SPACE "bound%u> ?bound__%u .", i, i);
    if (d->plain[i] && !d->open[i])
      ng_buf_printf(out, " ?row__ <" SPACE "value%u> ?value__%u .", i, i);
  }
  for (uint32_t i = 0; i < rows->n_names; i++)
    if (d->plain[i] && d->open[i])
      ng_buf_printf(out, " OPTIONAL { ?row__ <" SPACE "value%u> ?value__%u }",
                    i, i);
  ng_buf_str(out, NG_LIT(" }"));
}

ng_status
ng_outer_compute(const ng_answer *rows, const ng_sparql *s, ng_outer_ask *ask,
                 ng_arena *arena, ng_answer *out, ng_error *err)
{
  ng_sparql of_rows = *s;
  ng_store *store;
  ng_buf pattern = {0};
  deputies d;
  if (!deputies_init(&d, rows, s, arena) || !ask_for_values(&d, &of_rows))
    return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
  NG_TRY(ng_store_new(&store, err));
  put_columns(&d, &pattern);
  of_rows.instead = (ng_str){pattern.at, pattern.len};
  ng_status st = pattern.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                                : add_rows(&d, store, err);
  if (st == NG_OK)
    st = ask(store, &of_rows, arena, out, err);
  recall(&d, out);
  recall_extremes(&d, s, out);
  ng_store_free(store);
  ng_buf_release(&pattern);
  return st;
}
