/* What rasqal 0.9.33 is trusted with: the words below, each of which was
 * compared with another engine's answers, and none of the constructs that the
 * other checks know to be wrong.  doc/query.md lists both. */
#include "core/fail.h"
#include "core/str.h"
#include "rdf/sparql.h"

#include <stdio.h>

#define STORES "Oxigraph, Jena Fuseki or Virtuoso"

static const char *const trusted[] = {
    "a",         "abs",       "as",           "asc",         "ask",
    "avg",       "base",      "bind",         "bound",       "by",
    "ceil",      "coalesce",  "construct",    "contains",    "count",
    "datatype",  "desc",      "distinct",     "false",       "filter",
    "floor",     "group",     "group_concat", "hours",       "if",
    "in",        "iri",       "isblank",      "isiri",       "isliteral",
    "isnumeric", "isuri",     "lang",         "langmatches", "limit",
    "max",       "md5",       "min",          "minutes",     "not",
    "now",       "offset",    "optional",     "order",       "prefix",
    "rand",      "reduced",   "regex",        "replace",     "round",
    "sameterm",  "sample",    "seconds",      "select",      "sha1",
    "sha256",    "str",       "strdt",        "strends",     "strlang",
    "strlen",    "strstarts", "substr",       "sum",         "true",
    "tz",        "union",     "uri",          "where",
};

/* SPARQL's other words: refused, but no mistake. */
static const char *const others[] = {
    "add",    "all",           "bnode",     "clear",   "concat",   "copy",
    "create", "data",          "day",       "default", "delete",   "describe",
    "drop",   "exists",        "from",      "graph",   "having",   "insert",
    "into",   "isbnode",       "lcase",     "load",    "minus",    "month",
    "move",   "named",         "separator", "service", "sha384",   "sha512",
    "silent", "strafter",      "strbefore", "struuid", "timezone", "to",
    "ucase",  "undef",         "using",     "uuid",    "values",   "with",
    "year",   "encode_for_uri"};

/* What to do instead, where there is something. */
static const struct {
  const char *word, *hint;
} hints[] = {
    {"year", "compare the date: ?d >= \"2020-01-01\"^^xsd:date"},
    {"month", "compare the date: ?d >= \"2020-07-01\"^^xsd:date"},
    {"day", "compare the date: ?d = \"2020-07-12\"^^xsd:date"},
    {"ucase", "use regex(?x, \"...\", \"i\")"},
    {"lcase", "use regex(?x, \"...\", \"i\")"},
    {"values", "use FILTER (?x IN (...))"},
    {"graph", "all graphs are one here; leave GRAPH out"},
    {"from", "name the files on the command line"},
    {"describe", "use CONSTRUCT WHERE { wd:Q403 ?p ?o }"},
};

ng_status
ng_sparql_distrust(const ng_sparql_token *t, const char *what, const char *hint,
                   ng_error *err)
{
  return ng_fail(err, NG_ERR_SYNTAX, 0,
                 "query, line %u: %s: rasqal does not answer this right; %s",
                 t->line, what, hint ? hint : "load the graph into " STORES);
}

static bool
is_among(const ng_sparql_token *t, const char *const *words, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (ng_token_is(t, words[i]))
      return true;
  return false;
}

#define IS_AMONG(t, words) is_among(t, words, sizeof(words) / sizeof *(words))

ng_status
ng_sparql_refuse(const ng_sparql_token *t, ng_error *err)
{
  char what[40];
  const char *hint = NULL;
  for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
    if (ng_token_is(t, hints[i].word))
      hint = hints[i].hint;
  (void)snprintf(what, sizeof what, "%.*s", NG_ARG(t->text));
  if (t->kind == NG_TOKEN_WORD && !IS_AMONG(t, trusted) && !IS_AMONG(t, others))
    return ng_fail(err, NG_ERR_SYNTAX, 0,
                   "query, line %u: '%s' is no word of SPARQL", t->line, what);
  return ng_sparql_distrust(t, what, hint, err);
}

static ng_status
check_word(const ng_sparql *s, uint32_t i, ng_error *err)
{
  const ng_sparql_token *t = ng_sparql_at(s, i);
  if (!IS_AMONG(t, trusted) ||
      (ng_token_is(t, "not") && !ng_token_is(ng_sparql_at(s, i + 1), "in")))
    return ng_sparql_refuse(ng_token_is(t, "not") ? ng_sparql_at(s, i + 1) : t,
                            err);
  if (ng_token_is(t, "select") && t->braces)
    return ng_sparql_distrust(t, "a SELECT inside the query", NULL, err);
  /* of one variable we count ourselves */
  bool counts = i > 1 && ng_token_is(ng_sparql_at(s, i - 2), "count") &&
                ng_sparql_at(s, i + 1)->kind == NG_TOKEN_VARIABLE &&
                ng_token_marks(ng_sparql_at(s, i + 2), ")") &&
                i < s->projection.end;
  if (ng_token_is(t, "distinct") && i && !counts &&
      ng_token_marks(ng_sparql_at(s, i - 1), "("))
    return ng_sparql_distrust(t, "DISTINCT in an aggregate",
                              "use SELECT DISTINCT", err);
  return NG_OK;
}

/* --- property paths and lists --------------------------------------------- */

/* Whether the "(" at `i` begins an expression and not a path or list. */
static bool
begins_expression(const ng_sparql *s, uint32_t i)
{
  const ng_sparql_token *t = ng_sparql_at(s, i),
                        *before = ng_sparql_at(s, i - 1);
  if (!t->braces || t->parens > 1)
    return true;
  if (before->kind == NG_TOKEN_WORD)
    return !ng_token_is(before, "a");
  return i > 1 && ng_token_is(ng_sparql_at(s, i - 2), "filter");
}

static bool
is_signed_number(const ng_sparql *s, uint32_t i)
{
  const ng_sparql_token *t = ng_sparql_at(s, i), *next = ng_sparql_at(s, i + 1);
  return ng_token_marks(t, "+") && next->kind == NG_TOKEN_LITERAL &&
         next->text.at == t->text.at + 1;
}

static ng_status
check_mark(const ng_sparql *s, uint32_t i, ng_error *err)
{
  const ng_sparql_token *t = ng_sparql_at(s, i);
  if (ng_token_marks(t, "(") && i && !begins_expression(s, i))
    return ng_sparql_distrust(t, "a property path or list", NULL, err);
  if (ng_token_marks(t, "{") && t->braces > 1)
    return ng_sparql_check_braces(s, i, err);
  if (!t->braces || t->parens || is_signed_number(s, i))
    return NG_OK;
  static const char *const operators[] = {"/", "*", "+", "?", "|", "^", "!"};
  for (size_t k = 0; k < sizeof operators / sizeof *operators; k++)
    if (ng_token_marks(t, operators[k]))
      return ng_sparql_distrust(t, "a property path", NULL, err);
  return NG_OK;
}

/* --- functions ------------------------------------------------------------ */

/* A function named by an IRI: of the casts, those that are right.  Of a decimal
 * xsd:integer makes nothing, and xsd:boolean of any number. */
static ng_status
check_function(const ng_sparql *s, uint32_t i, ng_error *err)
{
  static const char *const casts[] = {"xsd:decimal", "xsd:double", "xsd:float",
                                      "xsd:dateTime", "xsd:date"};
  static const struct {
    const char *name, *hint;
  } others_than[] = {{"xsd:string", "use STR()"},
                     {"xsd:integer", "use xsd:decimal, FLOOR() or ROUND()"},
                     {"xsd:boolean", "compare: ?x != 0"}};
  const char *hint = NULL;
  const ng_sparql_token *t = ng_sparql_at(s, i);
  if (!ng_token_marks(ng_sparql_at(s, i + 1), "(") ||
      !begins_expression(s, i + 1))
    return NG_OK;
  for (size_t k = 0; k < sizeof casts / sizeof *casts; k++)
    if (ng_str_equal(t->text, (ng_str){casts[k], strlen(casts[k])}))
      return NG_OK;
  for (size_t k = 0; k < sizeof others_than / sizeof *others_than; k++)
    if (ng_str_equal(t->text, (ng_str){others_than[k].name,
                                       strlen(others_than[k].name)}))
      hint = others_than[k].hint;
  return ng_sparql_distrust(t, "a function named by an IRI", hint, err);
}

/* What kind of constant token `i` is, for IN: constants of one kind have one
 * text here; empty if it is none. */
static ng_str
kind_of(const ng_sparql *s, uint32_t i)
{
  const ng_sparql_token *t = ng_sparql_at(s, i);
  if (t->kind == NG_TOKEN_NAME || t->kind == NG_TOKEN_IRI)
    return ng_token_marks(ng_sparql_at(s, i + 1), "(") ? (ng_str){"", 0}
                                                       : NG_LIT("<");
  if (ng_token_is(t, "true") || ng_token_is(t, "false"))
    return NG_LIT("true");
  if (t->kind != NG_TOKEN_LITERAL)
    return (ng_str){"", 0};
  if (ng_token_marks(ng_sparql_at(s, i + 1), "^^"))
    return ng_sparql_at(s, i + 2)->text;
  return t->text.at[0] == '"' || t->text.at[0] == '\'' ? NG_LIT("\"")
                                                       : NG_LIT("0");
}

/* Of a list with strings, numbers and names, rasqal finds only some. */
static ng_status
check_in(const ng_sparql *s, uint32_t i, ng_error *err)
{
  uint16_t depth = ng_sparql_at(s, i + 1)->parens;
  ng_str first = {"", 0};
  for (i++; ng_sparql_at(s, i)->kind != NG_TOKEN_END; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (ng_token_marks(t, ")") && t->parens == depth)
      break;
    if (t->parens != depth ||
        !(ng_token_marks(t, "(") || ng_token_marks(t, ",")))
      continue;
    ng_str kind = kind_of(s, i + 1);
    if (first.len && kind.len && !ng_str_equal(first, kind))
      return ng_sparql_distrust(
          ng_sparql_at(s, i + 1), "IN a list of several kinds",
          "write ?x IN (...) || ?x IN (...), a list a kind", err);
    first = kind.len ? kind : first;
  }
  return NG_OK;
}

/* A gYear or gYearMonth is never less or greater than another. */
static ng_status
check_datatype(const ng_sparql *s, uint32_t i, ng_error *err)
{
  static const char *const orders[] = {"<", ">", "<=", ">="};
  const ng_sparql_token *t = ng_sparql_at(s, i);
  if (i < 3 || !ng_token_marks(ng_sparql_at(s, i - 1), "^^") ||
      !(ng_str_equal(t->text, NG_LIT("xsd:gYear")) ||
        ng_str_equal(t->text, NG_LIT("xsd:gYearMonth"))))
    return NG_OK;
  for (size_t k = 0; k < sizeof orders / sizeof *orders; k++)
    if (ng_token_marks(ng_sparql_at(s, i - 3), orders[k]) ||
        ng_token_marks(ng_sparql_at(s, i + 1), orders[k]))
      return ng_sparql_distrust(
          t, "a year that is compared",
          "compare dates: ng:earliest >= \"2020-01-01\"^^xsd:date", err);
  return NG_OK;
}

/* rasqal's regular expressions are POSIX's: what SPARQL adds means something
 * else there. */
static bool
is_posix(ng_str pattern)
{
  for (size_t i = 1; i < pattern.len; i++) {
    char c = pattern.at[i], before = pattern.at[i - 1];
    if (before == '\\' && strchr("dDpPcCiI", c))
      return false;
    if (c == '?' && strchr("?*+}(", before))
      return false;
  }
  return true;
}

/* The token after the `n`th comma of the call whose "(" is at `i`. */
static const ng_sparql_token *
argument(const ng_sparql *s, uint32_t i, unsigned n)
{
  uint16_t depth = ng_sparql_at(s, i)->parens;
  for (i++; n; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind == NG_TOKEN_END ||
        (ng_token_marks(t, ")") && t->parens == depth))
      return ng_sparql_at(s, s->tokens.n);
    n -= ng_token_marks(t, ",") && t->parens == depth;
  }
  return ng_sparql_at(s, i);
}

static ng_status
check_regex(const ng_sparql *s, uint32_t i, ng_error *err)
{
  bool replace = ng_token_is(ng_sparql_at(s, i), "replace");
  const ng_sparql_token *pattern = argument(s, i + 1, 1),
                        *flags = argument(s, i + 1, replace ? 3 : 2);
  if (!is_posix(pattern->text))
    return ng_sparql_distrust(pattern, "\\d, \\p or a lazy match in a pattern",
                              "write [0-9], or a class of characters", err);
  if (flags->kind != NG_TOKEN_END &&
      !(ng_str_equal(flags->text, NG_LIT("\"i\"")) ||
        ng_str_equal(flags->text, NG_LIT("'i'"))))
    return ng_sparql_distrust(flags, "a flag other than \"i\"", NULL, err);
  if (replace && memchr(argument(s, i + 1, 2)->text.at, '$',
                        argument(s, i + 1, 2)->text.len))
    return ng_sparql_distrust(ng_sparql_at(s, i), "$1 in a replacement", NULL,
                              err);
  return NG_OK;
}

/* --- grouping ------------------------------------------------------------- */

/* Whether every solution binds the variable: it stands in the pattern's own
 * braces, outside OPTIONAL, UNION and FILTER. */
bool
ng_sparql_binds(const ng_sparql *s, ng_str name)
{
  for (uint32_t i = s->pattern.begin; i < s->pattern.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    bool bound_here = !t->parens || ng_token_is(ng_sparql_at(s, i - 1), "as");
    if (t->kind == NG_TOKEN_VARIABLE && t->braces == 1 && bound_here &&
        ng_str_equal(ng_str_slice(t->text, 1, t->text.len),
                     ng_str_slice(name, 1, name.len)))
      return true;
  }
  return false;
}

/* MIN and MAX are right of a variable, where nothing is computed of them at
 * once, and of what is text or whole numbers throughout. */
static bool
is_fit_extreme(const ng_sparql *s, uint32_t i)
{
  static const char *const even[] = {"str", "strlen", "substr", "lang"};
  const ng_sparql_token *of = ng_sparql_at(s, i + 2);
  if (IS_AMONG(of, even))
    return true;
  return of->kind == NG_TOKEN_VARIABLE &&
         ng_token_marks(ng_sparql_at(s, i + 3), ")") &&
         ng_token_marks(ng_sparql_at(s, i - 1), "(") &&
         ng_sparql_at(s, i - 1)->parens == 1 &&
         ng_token_is(ng_sparql_at(s, i + 4), "as");
}

static ng_status
check_aggregate(const ng_sparql *s, uint32_t i, ng_error *err)
{
  uint16_t depth = ng_sparql_at(s, i + 1)->parens;
  bool counts = ng_token_is(ng_sparql_at(s, i), "count");
  if (!ng_token_marks(ng_sparql_at(s, i + 1), "("))
    return ng_fail(err, NG_ERR_SYNTAX, 0, "query, line %u: no '(' after %.*s",
                   ng_sparql_at(s, i)->line, NG_ARG(ng_sparql_at(s, i)->text));
  if (ng_sparql_at(s, i)->braces || i >= s->projection.end)
    return ng_sparql_distrust(ng_sparql_at(s, i), "an aggregate outside SELECT",
                              "name it there: (COUNT(?x) AS ?n)", err);
  if ((ng_token_is(ng_sparql_at(s, i), "min") ||
       ng_token_is(ng_sparql_at(s, i), "max")) &&
      !is_fit_extreme(s, i))
    return ng_sparql_distrust(
        ng_sparql_at(s, i), "MIN or MAX of an expression, or in one",
        "BIND it, and name the aggregate: (MIN(?x) AS ?m) "
        "(?m + 1 AS ?n)",
        err);
  i += 2;
  if (counts && ng_token_is(ng_sparql_at(s, i), "distinct"))
    i++;
  if (counts && ng_sparql_at(s, i)->kind == NG_TOKEN_VARIABLE &&
      ng_token_marks(ng_sparql_at(s, i + 1), ")")) /* see compute.c */
    return NG_OK;
  for (; ng_sparql_at(s, i)->parens >= depth &&
         ng_sparql_at(s, i)->kind != NG_TOKEN_END;
       i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind == NG_TOKEN_VARIABLE && !ng_sparql_binds(s, t->text))
      return ng_sparql_distrust(
          t, "an aggregate of what OPTIONAL or UNION may leave open", NULL,
          err);
    if (ng_token_marks(t, ")") && t->parens == depth)
      break;
  }
  return NG_OK;
}

/* Is what SELECT computes around token `i` of keys of GROUP BY and of what it
 * names alone, so that ng_query() mends it? */
static bool
is_of_keys(const ng_sparql *s, uint32_t i)
{
  while (ng_sparql_at(s, i)->parens > 1 ||
         !ng_token_marks(ng_sparql_at(s, i), "("))
    i--;
  for (i++; i < s->projection.end && !ng_token_is(ng_sparql_at(s, i), "as");
       i++)
    if (ng_token_aggregates(ng_sparql_at(s, i)) ||
        (ng_sparql_at(s, i)->kind == NG_TOKEN_VARIABLE &&
         !ng_sparql_is_key(s, ng_sparql_at(s, i)->text) &&
         !ng_sparql_is_named(s, ng_sparql_at(s, i)->text)))
      return false;
  return true;
}

/* What SELECT names beside an aggregate must be one a group: of others rasqal
 * takes any. */
static ng_status
check_projection(const ng_sparql *s, ng_error *err)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (ng_token_aggregates(t)) { /* on to its ")" */
      uint16_t depth = ng_sparql_at(s, ++i)->parens;
      while (i < s->projection.end &&
             !(ng_token_marks(ng_sparql_at(s, i), ")") &&
               ng_sparql_at(s, i)->parens == depth))
        i++;
    } else if (t->kind == NG_TOKEN_VARIABLE && t->parens &&
               !ng_token_is(ng_sparql_at(s, i - 1), "as") &&
               (ng_sparql_is_key(s, t->text) ||
                ng_sparql_is_named(s, t->text)) &&
               !is_of_keys(s, i)) {
      return ng_sparql_distrust(
          t, "a key of GROUP BY, or a column, computed with an aggregate",
          "name the aggregate first: (COUNT(?x) AS ?n)", err);
    } else if (t->kind == NG_TOKEN_VARIABLE && !ng_sparql_is_key(s, t->text) &&
               !ng_sparql_is_named(s, t->text)) {
      return ng_fail(err, NG_ERR_SYNTAX, 0,
                     "query, line %u: %.*s is neither in GROUP BY nor in an "
                     "aggregate such as COUNT or SAMPLE",
                     t->line, NG_ARG(t->text));
    }
  }
  return NG_OK;
}

static ng_status
check_group(const ng_sparql *s, ng_error *err)
{
  if (s->aggregates)
    NG_TRY(check_projection(s, err));
  if (s->group.begin == s->group.end)
    return NG_OK;
  if (!s->aggregates)
    return ng_sparql_distrust(ng_sparql_at(s, s->group.begin),
                              "GROUP BY without COUNT or the like",
                              "use SELECT DISTINCT", err);
  for (uint32_t i = s->group.begin + 2; i < s->group.end; i++)
    if (ng_sparql_at(s, i)->kind != NG_TOKEN_VARIABLE)
      return ng_sparql_distrust(ng_sparql_at(s, i), "GROUP BY an expression",
                                "BIND it to a variable", err);
  return NG_OK;
}

/* -------------------------------------------------------------------------- */

/* What must hold around a word that is trusted. */
static ng_status
check_use(const ng_sparql *s, uint32_t i, ng_error *err)
{
  const ng_sparql_token *t = ng_sparql_at(s, i);
  if (ng_token_is(t, "regex") || ng_token_is(t, "replace"))
    return check_regex(s, i, err);
  if (ng_token_is(t, "filter") || ng_token_is(t, "optional"))
    return ng_sparql_check_braces(s, i, err);
  if (ng_token_is(t, "in"))
    return check_in(s, i, err);
  return ng_token_aggregates(t) ? check_aggregate(s, i, err) : NG_OK;
}

static ng_status
check_token(const ng_sparql *s, uint32_t i, ng_error *err)
{
  const ng_sparql_token *t = ng_sparql_at(s, i);
  switch (t->kind) {
  case NG_TOKEN_WORD:
    NG_TRY(check_word(s, i, err));
    return check_use(s, i, err);
  case NG_TOKEN_NAME:
  case NG_TOKEN_IRI:
    NG_TRY(check_datatype(s, i, err));
    return check_function(s, i, err);
  case NG_TOKEN_MARK:
    return check_mark(s, i, err);
  case NG_TOKEN_END:
  case NG_TOKEN_VARIABLE:
  case NG_TOKEN_LITERAL:
  case NG_TOKEN_BAD:
    break;
  }
  return NG_OK;
}

ng_status
ng_sparql_check(const ng_sparql *s, ng_error *err)
{
  for (uint32_t i = 0; i < s->tokens.n; i++)
    NG_TRY(check_token(s, i, err));
  return check_group(s, err);
}
