/* rename.c - keep rasqal's joins right.
 *
 * rasqal 0.9.33 keeps the value of a variable in one place.  A pattern of two
 * triples or more reads there, for its next row, what an OPTIONAL or UNION
 * behind it has written since, if both have the variable: then rows come out
 * that do not hold.  So those get variables of their own, and a filter that
 * makes them the same:
 *
 *   { ?e a ng:Meeting ; ng:agent ?a OPTIONAL { ?e ng:date ?d } }
 *   { ?e a ng:Meeting ; ng:agent ?a
 *     OPTIONAL { ?e__1 ng:date ?d FILTER (sameTerm(?e__1, ?e)) } }
 *
 * Found and checked on random queries against another engine: of those with a
 * pattern of several triples, one in ten was answered wrongly, now none. */
#include "core/fail.h"
#include "core/str.h"
#include "rdf/sparql.h"

#include <stdio.h>
#include <stdlib.h>

/* Braces deeper than this are refused. */
enum { DEPTH = 16, MOST = 64 };

typedef struct {
  ng_sparql *s;
  ng_arena *arena;
  uint32_t n; /* groups whose variables were renamed */
  bool spent;
} renamer;

/* Names of variables, once each. */
typedef struct {
  ng_str at[MOST];
  uint32_t n;
} names;

static bool
has(const names *list, ng_str name)
{
  for (uint32_t i = 0; i < list->n; i++)
    if (ng_str_equal(list->at[i], name))
      return true;
  return false;
}

/* What does not fit is as if it were there twice: the query is refused. */
static void
add(names *list, ng_str name)
{
  if (list->n < MOST && !has(list, name))
    list->at[list->n++] = name;
}

/* Does the token stand in a triple, at `braces`? */
static bool
is_term(const ng_sparql_token *t, uint16_t braces)
{
  bool word = t->kind == NG_TOKEN_WORD &&
              (ng_token_is(t, "a") || ng_token_is(t, "true") ||
               ng_token_is(t, "false"));
  return t->braces == braces && !t->parens &&
         (word || t->kind == NG_TOKEN_NAME || t->kind == NG_TOKEN_IRI ||
          t->kind == NG_TOKEN_VARIABLE || t->kind == NG_TOKEN_LITERAL);
}

/* The variables of the triples in [begin, end), of one depth or, if 0, of any;
 * how many terms these have. */
static uint32_t
read_terms(const ng_sparql *s, ng_token_range range, uint16_t braces,
           names *out)
{
  uint32_t n = 0;
  for (uint32_t i = range.begin; i < range.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (!is_term(t, braces ? braces : t->braces))
      continue;
    n++;
    if (t->kind == NG_TOKEN_VARIABLE)
      add(out, t->text);
  }
  return n;
}

static ng_str
copy(renamer *r, const char *text, size_t n)
{
  char *at = ng_arena_alloc(r->arena, n + 1, 1);
  r->spent |= !at;
  if (!at)
    return (ng_str){"", 0};
  memcpy(at, text, n);
  at[n] = '\0';
  return (ng_str){at, n};
}

/* --- one group ------------------------------------------------------------ */

/* Give the variables of `shared` in the range another name. */
static void
rename_range(renamer *r, ng_token_range range, const names *shared,
             const names *renamed)
{
  for (uint32_t i = range.begin; i < range.end; i++)
    for (uint32_t k = 0; k < shared->n; k++)
      if (r->s->tokens.at[i].kind == NG_TOKEN_VARIABLE &&
          ng_str_equal(r->s->tokens.at[i].text, shared->at[k])) {
        r->s->tokens.at[i].text = renamed->at[k];
        break;
      }
}

/* Put a filter before token `at`: the variables are the same, or the new one is
 * left open. */
static void
put_filter(renamer *r, uint32_t at, const names *shared, const names *renamed)
{
  ng_buf text = {0};
  ng_buf_str(&text, r->s->before[at]);
  for (uint32_t i = 0; i < shared->n; i++)
    ng_buf_printf(&text, " FILTER (!bound(%.*s) || sameTerm(%.*s, %.*s))",
                  NG_ARG(renamed->at[i]), NG_ARG(renamed->at[i]),
                  NG_ARG(shared->at[i]));
  r->spent |= text.failed;
  if (!text.failed)
    r->s->before[at] = copy(r, text.at, text.len);
  ng_buf_release(&text);
}

/* Groups [range), of one OPTIONAL or UNION, behind triples with `left`. */
static void
part(renamer *r, ng_token_range range, bool optional, const names *left)
{
  names inner = {0}, shared = {0}, renamed = {0};
  char name[80];
  (void)read_terms(r->s, range, 0, &inner);
  for (uint32_t i = 0; i < inner.n; i++)
    if (has(left, inner.at[i]) && inner.at[i].len + 14 < sizeof name)
      add(&shared, inner.at[i]);
  if (!shared.n)
    return;
  r->n++;
  for (uint32_t i = 0; i < shared.n; i++) {
    int n = snprintf(name, sizeof name, "%.*s__%u", NG_ARG(shared.at[i]), r->n);
    renamed.at[renamed.n++] = copy(r, name, n > 0 ? (size_t)n : 0);
  }
  rename_range(r, range, &shared, &renamed);
  put_filter(r, optional ? range.end - 1 : range.end, &shared, &renamed);
}

/* Where the groups that "{" at `i` begins end: behind the last of a UNION. */
static uint32_t
end_of_union(const ng_sparql *s, uint32_t i)
{
  uint32_t end = ng_sparql_closing(s, i) + 1;
  while (ng_token_is(ng_sparql_at(s, end), "union") &&
         ng_token_marks(ng_sparql_at(s, end + 1), "{"))
    end = ng_sparql_closing(s, end + 1) + 1;
  return end;
}

/* Has one of the groups of a UNION two triples? */
static bool
has_several(const ng_sparql *s, ng_token_range range)
{
  names all = {0};
  for (uint32_t i = range.begin; i < range.end; i = ng_sparql_closing(s, i) + 2)
    if (read_terms(s, (ng_token_range){i, ng_sparql_closing(s, i)}, 0, &all) >
        3)
      return true;
  return false;
}

static ng_status
refuse(const ng_sparql_token *t, ng_error *err)
{
  return ng_fail(
      err, NG_ERR_SYNTAX, 0,
      "query, line %u: a variable that only OPTIONAL or UNION binds, "
      "in another of them or in triples behind: rasqal does not "
      "answer this right; put the triples first, or load the graph "
      "into Oxigraph, Jena Fuseki or Virtuoso",
      t->line);
}

static bool
share(const names *a, const names *b)
{
  for (uint32_t i = 0; i < b->n; i++)
    if (has(a, b->at[i]))
      return true;
  return a->n == MOST || b->n == MOST;
}

/* The group of "{" at `open`: its triples, then its groups. */
static ng_status
read_group(renamer *r, uint32_t open, ng_error *err)
{
  const ng_sparql *s = r->s;
  uint16_t braces = ng_sparql_at(s, open)->braces;
  uint32_t end = ng_sparql_closing(s, open), i = open + 1;
  names left = {0}, loose = {0};
  while (i < end && !ng_token_marks(ng_sparql_at(s, i), "{"))
    i++;
  bool several =
      read_terms(s, (ng_token_range){open + 1, i}, braces, &left) > 3;
  while (i < end) {
    uint32_t to = end_of_union(s, i), next = to;
    names inner = {0}, late = {0};
    bool many = has_several(s, (ng_token_range){i, to});
    (void)read_terms(s, (ng_token_range){i, to}, 0, &inner);
    while (next < end && !ng_token_marks(ng_sparql_at(s, next), "{"))
      next++;
    (void)read_terms(s, (ng_token_range){to, next}, braces, &late);
    if (share(&loose, &inner) || share(&loose, &late) ||
        (several && share(&left, &late)) || (many && share(&inner, &late)))
      return refuse(ng_sparql_at(s, i), err);
    if (several)
      part(r, (ng_token_range){i, to},
           ng_token_is(ng_sparql_at(s, i - 1), "optional"), &left);
    for (uint32_t k = 0; k < inner.n && many; k++)
      if (!has(&left, inner.at[k]))
        add(&loose, inner.at[k]);
    for (uint32_t k = 0; k < late.n; k++)
      add(&loose, late.at[k]);
    i = next;
  }
  return NG_OK;
}

/* What "*" stands for, by the names that the query has. */
static bool
name_star(ng_sparql *s, ng_arena *arena)
{
  names all = {0};
  for (uint32_t i = s->pattern.begin; i < s->pattern.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind == NG_TOKEN_VARIABLE &&
        (!t->parens || ng_token_is(ng_sparql_at(s, i - 1), "as")))
      add(&all, t->text);
  }
  s->at_star = NG_NEW(arena, ng_str, MOST);
  if (!s->at_star)
    return false;
  memcpy(s->at_star, all.at, all.n * sizeof *all.at);
  s->n_star = all.n;
  return true;
}

ng_status
ng_sparql_rename(ng_sparql *s, ng_arena *arena, ng_error *err)
{
  renamer r = {.s = s, .arena = arena};
  s->before = NG_NEW(arena, ng_str, s->tokens.n + 1);
  if (!s->before || !name_star(s, arena))
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  for (uint32_t i = s->pattern.begin; i < s->pattern.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (!ng_token_marks(t, "{"))
      continue;
    if (t->braces > DEPTH)
      return ng_fail(err, NG_ERR_SYNTAX, 0, "query, line %u: too many braces",
                     t->line);
    NG_TRY(read_group(&r, i, err));
  }
  /* "*" is written out as well for what only filters name: rasqal adds it */
  s->renamed = r.n > 0 || (s->star && s->n_star && s->n_star < MOST);
  return r.spent ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory") : NG_OK;
}
