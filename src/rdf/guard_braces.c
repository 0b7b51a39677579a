/* guard_braces.c - what rasqal 0.9.33 gets wrong of groups in groups.  Found on
 * random queries against another engine: with these refused, none was wrong. */
#include "core/fail.h"
#include "core/str.h"
#include "rdf/sparql.h"

/* The "{" of the group that token `i` stands in. */
static uint32_t
opening(const ng_sparql *s, uint32_t i)
{
  uint16_t braces = ng_sparql_at(s, i)->braces;
  while (i && !(ng_token_marks(ng_sparql_at(s, i), "{") &&
                ng_sparql_at(s, i)->braces == braces))
    i--;
  return i;
}

/* A group that no OPTIONAL or UNION has is joined wrongly with what is beside
 * it. */
static ng_status
check_group_alone(const ng_sparql *s, uint32_t i, ng_error *err)
{
  const ng_sparql_token *before = ng_sparql_at(s, i - 1);
  const ng_sparql_token *behind = ng_sparql_at(s, ng_sparql_closing(s, i) + 1);
  if (i <= s->pattern.begin || ng_token_is(ng_sparql_at(s, i + 1), "select") ||
      ng_token_is(before, "optional") || ng_token_is(before, "union") ||
      ng_token_is(behind, "union"))
    return NG_OK;
  return ng_sparql_distrust(ng_sparql_at(s, i),
                            "braces of no OPTIONAL or UNION",
                            "take these braces away", err);
}

/* Does the group bind the variable, in triples or as what BIND makes? */
static bool
binds(const ng_sparql *s, ng_token_range group, ng_str name)
{
  for (uint32_t i = group.begin; i < group.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind == NG_TOKEN_VARIABLE && ng_str_equal(t->text, name) &&
        (!t->parens || ng_token_is(ng_sparql_at(s, i - 1), "as")))
      return true;
  }
  return false;
}

/* An OPTIONAL in braces may share with what is outside these only what their
 * own triples bind: else rasqal joins too early. */
static ng_status
check_optional(const ng_sparql *s, uint32_t i, ng_error *err)
{
  uint16_t braces = ng_sparql_at(s, i)->braces;
  uint32_t open = opening(s, i);
  ng_token_range own = {i + 1, ng_sparql_closing(s, i + 1)};
  ng_token_range around = {open, ng_sparql_closing(s, open)};
  for (uint32_t k = own.begin; braces > 1 && k < own.end; k++) {
    const ng_sparql_token *t = ng_sparql_at(s, k);
    bool known = t->kind != NG_TOKEN_VARIABLE;
    for (uint32_t at = around.begin; at < around.end && !known; at++)
      known = ng_sparql_at(s, at)->kind == NG_TOKEN_VARIABLE &&
              ng_sparql_at(s, at)->braces == braces &&
              ng_str_equal(ng_sparql_at(s, at)->text, t->text);
    if (!known &&
        (binds(s, (ng_token_range){s->pattern.begin, around.begin}, t->text) ||
         binds(s, (ng_token_range){around.end, s->pattern.end}, t->text)))
      return ng_sparql_distrust(
          t, "an OPTIONAL in braces, of a variable from outside them", NULL,
          err);
  }
  return NG_OK;
}

/* A FILTER sees what its own group binds, and that of an OPTIONAL what is
 * before it; rasqal looks everywhere, in what other groups left behind, too. */
static ng_status
check_filter(const ng_sparql *s, uint32_t i, ng_error *err)
{
  uint32_t open = opening(s, i);
  uint16_t braces = ng_sparql_at(s, i)->braces;
  if (braces < 2 ||
      (braces == 2 && ng_token_is(ng_sparql_at(s, open - 1), "optional")))
    return NG_OK;
  ng_token_range group = {open, ng_sparql_closing(s, open)};
  while (i < group.end && !ng_sparql_at(s, i)->parens)
    i++;
  for (; i < group.end && ng_sparql_at(s, i)->parens; i++)
    if (ng_sparql_at(s, i)->kind == NG_TOKEN_VARIABLE &&
        !binds(s, group, ng_sparql_at(s, i)->text))
      return ng_sparql_distrust(
          ng_sparql_at(s, i),
          "a FILTER of a variable that its own braces do not bind", NULL, err);
  return NG_OK;
}

ng_status
ng_sparql_check_braces(const ng_sparql *s, uint32_t i, ng_error *err)
{
  const ng_sparql_token *t = ng_sparql_at(s, i);
  if (ng_token_marks(t, "{"))
    return check_group_alone(s, i, err);
  return ng_token_is(t, "optional") ? check_optional(s, i, err)
                                    : check_filter(s, i, err);
}
