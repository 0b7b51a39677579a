/* keys.c - what SELECT computes of the keys of GROUP BY, beside aggregates, and
 * of these by their names.
 *
 * rasqal computes it of the keys of the next group, and the least of a column
 * is a rank until compute.c has put it back.  So rasqal is asked for keys and
 * aggregates alone, and then for the rest, of the rows that come of that:
 *
 *   SELECT ?t (STR(?t) AS ?x) (COUNT(?s) AS ?n) { ... } GROUP BY ?t
 *   SELECT ?t                 (COUNT(?s) AS ?n) { ... } GROUP BY ?t
 *   SELECT ?t (STR(?t) AS ?x) ?n                { rows }
 */
#include "core/fail.h"
#include "core/str.h"
#include "rdf/outer.h"

/* The AS of the "(... AS ?x)" that token `open` begins; 0 if it begins none. */
static uint32_t
as_of(const ng_sparql *s, uint32_t open)
{
  const ng_sparql_token *t = &s->tokens.at[open];
  if (t->parens != 1 || !ng_token_marks(t, "("))
    return 0;
  for (uint32_t i = open + 1; i < s->projection.end; i++)
    if (ng_token_is(&s->tokens.at[i], "as") && s->tokens.at[i].parens == 1)
      return i;
  return 0;
}

/* Is that, up to its AS, computed of keys and what is named alone? */
static bool
is_of_keys(const ng_sparql *s, uint32_t open, uint32_t as)
{
  bool some = false;
  for (uint32_t i = open; i < as; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    if (ng_token_aggregates(t) ||
        (t->kind == NG_TOKEN_VARIABLE && !ng_sparql_is_key(s, t->text) &&
         !ng_sparql_is_named(s, t->text)))
      return false;
    some |= t->kind == NG_TOKEN_VARIABLE;
  }
  return some;
}

bool
ng_keys_computed(const ng_sparql *s)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    uint32_t as = s->aggregates ? as_of(s, i) : 0;
    if (as && is_of_keys(s, i, as))
      return true;
  }
  return false;
}

static ng_status
copy_tokens(ng_sparql *s, ng_arena *arena, ng_error *err)
{
  ng_sparql_token *tokens = NG_NEW(arena, ng_sparql_token, s->tokens.n);
  if (!tokens)
    return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
  memcpy(tokens, s->tokens.at, s->tokens.n * sizeof *tokens);
  s->tokens.at = tokens;
  return NG_OK;
}

/* Make tokens [begin, end) nothing but `text`, a variable or empty. */
static void
replace(ng_sparql *s, uint32_t begin, uint32_t end, ng_str text)
{
  for (uint32_t i = begin; i < end; i++) {
    s->tokens.at[i].kind = NG_TOKEN_MARK;
    s->tokens.at[i].text = (ng_str){"", 0};
  }
  s->tokens.at[begin].text = text;
  if (text.len) {
    s->tokens.at[begin].kind = NG_TOKEN_VARIABLE;
    s->tokens.at[begin].parens = 0;
  }
}

/* Does SELECT name the variable as it is? */
static bool
is_shown(const ng_sparql *s, ng_str name)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++)
    if (!s->tokens.at[i].parens && ng_str_equal(s->tokens.at[i].text, name))
      return true;
  return false;
}

/* The keys that are computed with, in the place of what is computed of them. */
static void
ask_for_keys(ng_sparql *s, const ng_sparql *given)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    uint32_t as = as_of(given, i), at = i;
    if (!as || !is_of_keys(given, i, as))
      continue;
    ng_sparql_token names[NG_MAX_SORT_KEYS];
    uint32_t n = 0;
    for (uint32_t k = i; k < as && n < NG_MAX_SORT_KEYS; k++)
      if (s->tokens.at[k].kind == NG_TOKEN_VARIABLE &&
          ng_sparql_is_key(s, s->tokens.at[k].text))
        names[n++] = s->tokens.at[k];
    replace(s, i, as + 3, (ng_str){"", 0});
    for (uint32_t k = 0; k < n; k++)
      if (!is_shown(s, names[k].text))
        replace(s, at, at + 1, names[k].text), at++;
  }
}

/* What is named by an AS and not computed of keys is there already. */
static void
take_as_there(ng_sparql *s, const ng_sparql *given)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    uint32_t as = as_of(given, i);
    if (as && !is_of_keys(given, i, as))
      replace(s, i, as + 3, s->tokens.at[as + 1].text);
  }
}

ng_status
ng_keys_compute(const ng_answer *rows, const ng_sparql *s, ng_outer_ask *ask,
                ng_arena *arena, ng_answer *out, ng_error *err)
{
  ng_sparql groups = *s, rest = *s;
  ng_answer grouped = {0};
  NG_TRY(copy_tokens(&groups, arena, err));
  NG_TRY(copy_tokens(&rest, arena, err));
  ask_for_keys(&groups, s);
  groups.order = (ng_token_range){0, 0};
  groups.sorted_by_us = false;
  NG_TRY(ng_outer_compute(rows, &groups, ask, arena, &grouped, err));
  take_as_there(&rest, s);
  rest.group = (ng_token_range){0, 0};
  rest.aggregates = false;
  return ng_outer_compute(&grouped, &rest, ask, arena, out, err);
}
