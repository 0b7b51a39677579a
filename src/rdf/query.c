#include "rdf/query.h"

#include "core/buf.h"
#include "core/fail.h"
#include "core/str.h"
#include "rdf/outer.h"
#include "rdf/prefixes.h"
#include "rdf/rows.h"
#include "rdf/sparql.h"
#include "rdf/store.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ng_status
too_large(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
}

/* Ask whether the pattern has any solution. */
static ng_status
has_solution(ng_store *store, const ng_sparql *s, bool *out, ng_error *err)
{
  ng_buf text = {0};
  ng_answer answer = {0};
  ng_sparql_write_ask(s, ng_well_known_prefixes(), &text);
  ng_buf_char(&text, '\0');
  ng_status st = text.failed
                     ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                     : ng_store_execute(store, text.at, NULL, &answer, err);
  ng_buf_release(&text);
  *out = answer.truth;
  return st;
}

/* The row that aggregates make of nothing: COUNT and SUM are 0, others open. */
static ng_status
add_empty_row(const ng_sparql *s, ng_arena *arena, ng_answer *out,
              ng_error *err)
{
  static const ng_term zero = {
      NG_TERM_TYPED,
      0,
      {"0", 1},
      {"http://www.w3.org/2001/XMLSchema#integer", 40}};
  ng_str *names = NG_NEW(arena, ng_str, s->tokens.n);
  if (!names)
    return too_large(err);
  out->names = names;
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    if (!ng_token_is(t, "as"))
      continue;
    /* "(COUNT(?x) AS ?n)": before AS only the one function */
    const ng_sparql_token *first = t;
    while (!ng_token_marks(first, "(") || first->parens != t->parens)
      first--;
    bool number =
        ng_token_is(first + 1, "count") || ng_token_is(first + 1, "sum");
    names[out->n_names++] = ng_str_slice(t[1].text, 1, t[1].text.len);
    if (!NG_PUSH(arena, &out->cells, number ? zero : (ng_term){0}))
      return too_large(err);
  }
  return NG_OK;
}

/* Is token `i` a variable that is a column: one of SELECT's, or with "*" one
 * that the pattern binds? */
static bool
is_column(const ng_sparql *s, uint32_t i)
{
  const ng_sparql_token *t = &s->tokens.at[i];
  return t->kind == NG_TOKEN_VARIABLE &&
         (!t->parens || ng_token_is(t - 1, "as"));
}

/* What "*" stands for, by the names that the query gave. */
static ng_status
name_star(const ng_sparql *s, ng_arena *arena, ng_answer *out, ng_error *err)
{
  ng_str *names = NG_NEW(arena, ng_str, s->n_star + 1);
  if (!names)
    return too_large(err);
  for (uint32_t i = 0; i < s->n_star; i++)
    names[i] = ng_str_slice(s->at_star[i], 1, s->at_star[i].len);
  out->names = names;
  out->n_names = s->n_star;
  return NG_OK;
}

/* rasqal does not tell the columns of an answer without rows. */
static ng_status
name_columns(const ng_sparql *s, ng_arena *arena, ng_answer *out, ng_error *err)
{
  if (s->star && s->renamed)
    return name_star(s, arena, out, err);
  ng_token_range in = s->star ? s->pattern : s->projection;
  ng_str *names = NG_NEW(arena, ng_str, in.end - in.begin + 1);
  if (!names)
    return too_large(err);
  out->names = names;
  for (uint32_t i = in.begin; i < in.end; i++) {
    ng_str text = s->tokens.at[i].text;
    uint32_t k = 0;
    if (!is_column(s, i))
      continue;
    names[out->n_names] = ng_str_slice(text, 1, text.len);
    while (!ng_str_equal(names[k], names[out->n_names]))
      k++;
    out->n_names += k == out->n_names;
  }
  return NG_OK;
}

/* Text to be written before tokens `at` and `end` of the aggregate that is
 * number `n`. */
static bool
put_number(ng_str *at, ng_str *end, unsigned n, ng_arena *arena)
{
  char text[48];
  int len = snprintf(text, sizeof text, "IF(%u = %u, ", n, n);
  *at = (ng_str){text, (size_t)len};
  if (!ng_str_keep(arena, at))
    return false;
  *end = NG_LIT(", 0)");
  return true;
}

/* rasqal takes aggregates that differ only in their variables for one: of
 * MIN(?a) and MIN(?b) it gives the first twice.  So each is asked of what is
 * its own: MIN(IF(1 = 1, ?a, 0)) and MIN(IF(2 = 2, ?b, 0)). */
static bool
tell_apart(ng_sparql *s, ng_arena *arena)
{
  unsigned n = 0;
  ng_str *before = NG_NEW(arena, ng_str, s->tokens.n + 1);
  if (!before)
    return false;
  if (s->before)
    memcpy(before, s->before, s->tokens.n * sizeof *before);
  for (uint32_t i = s->projection.begin; i + 2 < s->projection.end; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    if (!ng_token_aggregates(t) || ng_token_marks(t + 2, "*"))
      continue;
    uint32_t close = i + 2;
    while (close < s->projection.end &&
           !(ng_token_marks(&s->tokens.at[close], ")") &&
             s->tokens.at[close].parens == t[1].parens))
      close++;
    if (!put_number(&before[i + 2], &before[close], ++n, arena))
      return false;
    i = close;
  }
  if (n > 1)
    s->before = before;
  return true;
}

/* rasqal puts what has no value first in either direction: have it sort by
 * whether there is one, before each DESC(...) that is left to it. */
static bool
sort_open_last(ng_sparql *s, ng_arena *arena)
{
  if (s->sorted_by_us || s->order.begin == s->order.end)
    return true;
  ng_str *before = NG_NEW(arena, ng_str, s->tokens.n + 1);
  if (!before)
    return false;
  if (s->before)
    memcpy(before, s->before, s->tokens.n * sizeof *before);
  s->before = before;
  for (uint32_t i = s->order.begin; i + 1 < s->order.end; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    uint32_t end = i + 1;
    if (!ng_token_is(t, "desc") || !ng_token_marks(t + 1, "("))
      continue;
    while (end + 1 < s->order.end &&
           !(ng_token_marks(&s->tokens.at[end], ")") &&
             s->tokens.at[end].parens == t[1].parens))
      end++;
    ng_buf text = {0};
    ng_buf_str(&text, NG_LIT(" DESC(COALESCE("));
    ng_sparql_put(s, (ng_token_range){i + 1, end + 1}, &text);
    ng_buf_str(&text, NG_LIT(" ="));
    ng_sparql_put(s, (ng_token_range){i + 1, end + 1}, &text);
    ng_buf_str(&text, NG_LIT(", false)) "));
    before[i] = (ng_str){text.at, text.len};
    bool kept = !text.failed && ng_str_keep(arena, &before[i]);
    ng_buf_release(&text);
    if (!kept)
      return false;
  }
  return true;
}

static ng_status
ask(ng_store *store, const ng_sparql *query, ng_arena *arena, ng_answer *out,
    ng_error *err)
{
  bool some = true;
  ng_sparql own = *query;
  const ng_sparql *s = &own;
  if ((s->aggregates && !tell_apart(&own, arena)) ||
      !sort_open_last(&own, arena))
    return too_large(err);
  /* rasqal makes a group of nothing, and no row of no groups */
  if (s->aggregates)
    NG_TRY(has_solution(store, s, &some, err));
  if (!some && s->group.begin == s->group.end)
    return add_empty_row(s, arena, out, err);
  ng_buf text = {0};
  ng_sparql_write(s, ng_well_known_prefixes(), &text);
  ng_buf_char(&text, '\0');
  ng_status st = text.failed
                     ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                     : ng_store_execute(store, text.at, arena, out, err);
  ng_buf_release(&text);
  if (!some)
    out->cells.n = 0;
  return st;
}

/* POSIX's regular expressions, which rasqal uses, match characters and not
 * bytes only under a locale that says so. */
static locale_t
use_utf8(locale_t *old)
{
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  *old = utf8 ? uselocale(utf8) : (locale_t)0;
  return utf8;
}

ng_status
ng_query_check(ng_str text, ng_error *err)
{
  ng_arena arena;
  ng_sparql s;
  ng_arena_init(&arena, (size_t)1 << 28);
  ng_status st = ng_sparql_parse(text, &arena, &s, err);
  if (st == NG_OK)
    st = ng_sparql_check(&s, err);
  if (st == NG_OK)
    st = ng_sparql_rename(&s, &arena, err);
  ng_arena_release(&arena);
  return st;
}

/* --- OPTIONAL ---------------------------------------------------------------
 */

/* Does SELECT compute, not only name, columns? */
static bool
computes(const ng_sparql *s)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++)
    if (s->tokens.at[i].parens)
      return true;
  return s->aggregates || s->group.begin != s->group.end;
}

/* Of all columns those that SELECT names, then those to sort by. */
static ng_status
project(const ng_sparql *s, const ng_answer *rows, ng_arena *arena,
        ng_answer *out, ng_error *err)
{
  NG_TRY(name_columns(s, arena, out, err));
  ng_str *names = NG_NEW(arena, ng_str, out->n_names + NG_MAX_SORT_KEYS);
  if (!names)
    return too_large(err);
  memcpy(names, out->names, out->n_names * sizeof *names);
  out->names = names;
  for (uint32_t k = 0; k < s->n_keys; k++)
    if (ng_column_of(out, s->keys[k].name) == out->n_names)
      names[out->n_names++] = s->keys[k].name;
  for (uint32_t r = 0; r < ng_row_count(rows); r++)
    for (uint32_t i = 0; i < out->n_names; i++) {
      uint32_t at = ng_column_of(rows, names[i]);
      const ng_term *row = ng_row_of(rows, r);
      if (!NG_PUSH(arena, &out->cells,
                   at < rows->n_names ? row[at] : (ng_term){0}))
        return too_large(err);
    }
  return NG_OK;
}

/* What SELECT makes of the solutions `rows`. */
static ng_status
select_of(const ng_sparql *s, const ng_answer *rows, ng_arena *arena,
          ng_answer *out, ng_error *err)
{
  bool none = !rows->cells.n;
  if (none && s->aggregates && s->group.begin == s->group.end)
    return add_empty_row(s, arena, out, err);
  if (none)
    return name_columns(s, arena, out, err);
  if (ng_keys_computed(s))
    return ng_keys_compute(rows, s, ask, arena, out, err);
  if (computes(s))
    return ng_outer_compute(rows, s, ask, arena, out, err);
  return project(s, rows, arena, out, err);
}

/* The solutions of a whole pattern, of all its variables, by rasqal. */
static ng_status
whole_rows(ng_store *store, const ng_sparql *s, ng_arena *arena, ng_answer *out,
           ng_error *err)
{
  ng_sparql all = *s;
  NG_TRY(ng_sparql_rename(&all, arena, err));
  all.renamed = all.star = true; /* "*" is written out */
  all.aggregates = all.sorted_by_us = false;
  all.group = all.order = (ng_token_range){0, 0};
  *out = (ng_answer){0};
  return ask(store, &all, arena, out, err);
}

/* Answer by parts what can be; NG_END if it cannot, or rasqal does not take
 * one: of the whole it tells better why. */
static ng_status
ask_parts(ng_store *store, const ng_sparql *s, ng_arena *arena, ng_answer *out,
          ng_error *err)
{
  ng_answer rows;
  ng_error why = {0};
  ng_status st = ng_outer_rows(store, s, arena, &rows, &why);
  bool ours = s->sorted_by_us || s->order.begin == s->order.end;
  bool of_rows = s->group.begin != s->group.end || ng_outer_needs_rows(s) ||
                 ng_keys_computed(s);
  if (st == NG_END && of_rows && ours)
    st = whole_rows(store, s, arena, &rows, &why);
  if (st == NG_OK)
    st = select_of(s, &rows, arena, out, &why);
  if (st == NG_ERR_LIMIT && err)
    *err = why;
  return st == NG_OK || st == NG_ERR_LIMIT ? st : NG_END;
}

/* --- numbers -----------------------------------------------------------------
 */

/* Does the query compute numbers that its data need not have? */
static bool
has_arithmetic(const ng_sparql *s)
{
  static const char *const marks[] = {"+", "-", "*", "/"};
  static const char *const words[] = {"abs",   "ceil", "floor",
                                      "round", "sum",  "avg"};
  for (uint32_t i = 0; i < s->tokens.n; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    if (ng_str_equal(t->text, NG_LIT("xsd:double")) ||
        ng_str_equal(t->text, NG_LIT("xsd:float")))
      return true;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
      if (t->parens && ng_token_marks(t, marks[k]))
        return true;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
      if (ng_token_is(t, words[k]))
        return true;
  }
  return false;
}

/* rasqal writes a double in 19 bytes: a negative one, -19, comes out as
 * "-1.9E0", without its exponent; and INF as "INFE" and what stood in memory.
 */
static bool
is_cut_double(const ng_term *t)
{
  bool is_double = t->kind == NG_TERM_TYPED &&
                   (ng_str_equal(t->type, NG_LIT(XSD "double")) ||
                    ng_str_equal(t->type, NG_LIT(XSD "float")));
  if (!is_double || t->value.len < 5)
    return false;
  bool negative = t->value.at[0] == '-';
  ng_str end = ng_str_slice(t->value, t->value.len - 2, t->value.len);
  ng_str digits = ng_str_slice(t->value, negative, negative + 4U);
  return ng_str_equal(digits, NG_LIT("INFE")) ||
         ng_str_equal(digits, NG_LIT("NANE")) ||
         (negative &&
          (ng_str_equal(end, NG_LIT("E0")) || ng_str_equal(end, NG_LIT("-0"))));
}

static ng_status
check_doubles(const ng_sparql *s, const ng_answer *answer, ng_error *err)
{
  bool cut = false;
  for (uint32_t i = 0; i < answer->cells.n && !cut; i++)
    cut = is_cut_double(&answer->cells.at[i]);
  if (!cut || !has_arithmetic(s))
    return NG_OK;
  return ng_fail(err, NG_ERR_SYNTAX, 0,
                 "query: an xsd:double below 0, or infinite, was computed: "
                 "rasqal does not write it right; load the graph into "
                 "Oxigraph, Jena Fuseki or Virtuoso");
}

ng_status
ng_query(ng_store *store, ng_str text, ng_arena *arena, ng_answer *out,
         ng_error *err)
{
  ng_sparql s;
  *out = (ng_answer){0};
  NG_TRY(ng_sparql_parse(text, arena, &s, err));
  NG_TRY(ng_sparql_check(&s, err));
  locale_t old, utf8 = use_utf8(&old);
  ng_status st = ask_parts(store, &s, arena, out, err);
  if (st == NG_END) {
    *out = (ng_answer){0};
    st = ng_sparql_rename(&s, arena, err);
    if (st == NG_OK)
      st = ask(store, &s, arena, out, err);
    if (st == NG_OK && (ng_keys_computed(&s) || ng_outer_needs_rows(&s)))
      st =
          ng_fail(err, NG_ERR_SYNTAX, 0,
                  "query: ORDER BY an expression, beside MIN, MAX, DISTINCT or "
                  "what is computed of a key of GROUP BY: name it in SELECT, "
                  "(... AS ?k), and ORDER BY ?k");
  }
  if (utf8) {
    (void)uselocale(old);
    freelocale(utf8);
  }
  if (st == NG_OK && out->kind == NG_ANSWER_ROWS)
    st = check_doubles(&s, out, err);
  if (st == NG_OK && out->kind == NG_ANSWER_ROWS)
    st = ng_rows_finish(out, &s, arena, err);
  if (st == NG_OK && out->kind == NG_ANSWER_ROWS && !out->n_names)
    st = name_columns(&s, arena, out, err);
  return st;
}
