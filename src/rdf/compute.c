/* compute.c - what SELECT computes of rows that rasqal did not find itself. */
#include "core/fail.h"
#include "core/str.h"
#include "rdf/outer.h"

#include <stdio.h>

#define SPACE "urn:x-newsgraph:"

enum { MOST_NAMES = 64 };

/* The rows as data.  A term that nothing is computed of stands for itself by
 * its number, so that rasqal compares no values; so does one that is unbound.
 */
typedef struct {
  const ng_answer *rows;
  bool plain[MOST_NAMES]; /* the column is computed with */
  bool wanted[MOST_NAMES];
  NG_VEC(ng_term) terms; /* by their numbers */
  uint32_t *slots, mask;
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

/* Which columns are named there, and which are computed with. */
static void
mark_columns(deputies *d, const ng_sparql *s, ng_token_range range)
{
  for (uint32_t i = range.begin; i < range.end; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    if (t->kind != NG_TOKEN_VARIABLE)
      continue;
    uint32_t at = ng_column_of(d->rows, ng_str_slice(t->text, 1, t->text.len));
    if (at == d->rows->n_names || at >= MOST_NAMES)
      continue;
    d->wanted[at] = true;
    d->plain[at] |= t->parens && range.begin == s->projection.begin;
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
  mark_columns(d, s, s->projection);
  mark_columns(d, s, s->group);
  mark_columns(d, s, s->order);
  d->wanted[0] = true; /* each row is somewhere */
  return d->slots && slots / 2 >= rows->cells.n && rows->n_names <= MOST_NAMES;
}

static ng_status
add_cell(deputies *d, ng_store *store, uint32_t r, uint32_t column,
         ng_error *err)
{
  char text[3][48];
  ng_str at[3];
  const ng_term *cell = &ng_row_of(d->rows, r)[column];
  uint32_t number = d->plain[column] ? 0 : number_of(d, cell);
  if (number == UINT32_MAX)
    return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
  const uint32_t numbers[3] = {r, column, number};
  static const char *const kinds[3] = {"row", "column", "term"};
  for (int k = 0; k < 3; k++) {
    int n =
        snprintf(text[k], sizeof text[k], SPACE "%s%u", kinds[k], numbers[k]);
    at[k] = (ng_str){text[k], (size_t)n};
  }
  ng_quad quad = {ng_iri(0, at[0]),
                  ng_iri(0, at[1]),
                  d->plain[column] ? *cell : ng_iri(0, at[2]),
                  {0}};
  return ng_store_add(store, &quad, err);
}

static ng_status
add_rows(deputies *d, ng_store *store, ng_error *err)
{
  for (uint32_t r = 0; r < ng_row_count(d->rows); r++)
    for (uint32_t i = 0; i < d->rows->n_names; i++)
      if (d->wanted[i])
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
  for (uint32_t i = 0; i < rows->n_names; i++)
    if (d->wanted[i])
      ng_buf_printf(out, " ?row__ <" SPACE "column%u> ?%.*s .", i,
                    NG_ARG(rows->names[i]));
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
  if (!deputies_init(&d, rows, s, arena))
    return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
  NG_TRY(ng_store_new(&store, err));
  put_columns(&d, &pattern);
  of_rows.instead = (ng_str){pattern.at, pattern.len};
  ng_status st = pattern.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                                : add_rows(&d, store, err);
  if (st == NG_OK)
    st = ask(store, &of_rows, arena, out, err);
  recall(&d, out);
  ng_store_free(store);
  ng_buf_release(&pattern);
  return st;
}
