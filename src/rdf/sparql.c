#include "rdf/sparql.h"

#include "core/fail.h"
#include "core/str.h"

#include <strings.h>

bool
ng_token_is(const ng_sparql_token *t, const char *word)
{
  return t->kind == NG_TOKEN_WORD && strlen(word) == t->text.len &&
         strncasecmp(t->text.at, word, t->text.len) == 0;
}

bool
ng_token_marks(const ng_sparql_token *t, const char *mark)
{
  return t->kind == NG_TOKEN_MARK && strlen(mark) == t->text.len &&
         memcmp(t->text.at, mark, t->text.len) == 0;
}

bool
ng_token_aggregates(const ng_sparql_token *t)
{
  static const char *const names[] = {"count", "sum",    "avg",         "min",
                                      "max",   "sample", "group_concat"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (ng_token_is(t, names[i]))
      return true;
  return false;
}

/* --- taking apart --------------------------------------------------------- */

static ng_status
malformed(const ng_sparql_token *t, const char *what, ng_error *err)
{
  return ng_fail(err, NG_ERR_SYNTAX, 0, "query, line %u: %s", t->line, what);
}

static ng_status
read_tokens(ng_sparql *s, ng_arena *arena, ng_error *err)
{
  size_t at = 0;
  uint32_t line = 1;
  int braces = 0, parens = 0;
  for (;;) {
    ng_sparql_token t = ng_sparql_next(s->query, &at, &line);
    braces += ng_token_marks(&t, "{");
    parens += ng_token_marks(&t, "(");
    if (t.kind == NG_TOKEN_BAD)
      return malformed(&t, "a string or an IRI has no end", err);
    if (braces > UINT16_MAX || parens > UINT16_MAX)
      return malformed(&t, "nested too deeply", err);
    t.braces = (uint16_t)braces;
    t.parens = (uint16_t)parens;
    if (!NG_PUSH(arena, &s->tokens, t))
      return ng_fail(err, NG_ERR_LIMIT, 0, "the query is too long");
    if (t.kind == NG_TOKEN_END)
      break;
    braces -= ng_token_marks(&t, "}");
    parens -= ng_token_marks(&t, ")");
    if (braces < 0 || parens < 0)
      return malformed(&t, "a bracket closes nothing", err);
  }
  if (braces || parens)
    return malformed(&s->tokens.at[s->tokens.n - 1], "a bracket is not closed",
                     err);
  return NG_OK;
}

static ng_status
read_form(ng_sparql *s, ng_error *err)
{
  uint32_t i = 0;
  for (;; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (ng_token_is(t, "prefix"))
      i += 2;
    else if (ng_token_is(t, "base"))
      i++;
    else
      break;
  }
  const ng_sparql_token *t = ng_sparql_at(s, i);
  s->prologue = (ng_token_range){0, i};
  s->projection.begin = i + 1;
  if (ng_token_is(t, "select"))
    s->form = NG_FORM_SELECT;
  else if (ng_token_is(t, "ask"))
    s->form = NG_FORM_ASK;
  else if (ng_token_is(t, "construct"))
    s->form = NG_FORM_CONSTRUCT;
  else if (t->kind == NG_TOKEN_WORD)
    return ng_sparql_refuse(t, err);
  else
    return ng_fail(err, NG_ERR_SYNTAX, 0,
                   "query, line %u: SELECT, ASK or CONSTRUCT must come here, "
                   "not '%.*s'",
                   t->line, NG_ARG(t->text));
  return NG_OK;
}

uint32_t
ng_sparql_closing(const ng_sparql *s, uint32_t i)
{
  uint16_t braces = ng_sparql_at(s, i)->braces;
  while (i + 1 < s->tokens.n && !(ng_token_marks(ng_sparql_at(s, i), "}") &&
                                  ng_sparql_at(s, i)->braces == braces))
    i++;
  return i;
}

static bool
is_modifier(const ng_sparql_token *t)
{
  return !t->parens && (ng_token_is(t, "group") || ng_token_is(t, "order") ||
                        ng_token_is(t, "limit") || ng_token_is(t, "offset"));
}

static ng_status
read_number(const ng_sparql_token *t, uint64_t *out, ng_error *err)
{
  *out = 0;
  for (size_t i = 0; i < t->text.len; i++) {
    if (t->text.at[i] < '0' || t->text.at[i] > '9' || i > 17)
      return malformed(t, "LIMIT and OFFSET need a number", err);
    *out = *out * 10 + (uint64_t)(t->text.at[i] - '0');
  }
  return t->text.len ? NG_OK : malformed(t, "a number is missing", err);
}

/* Read one key of ORDER BY at *i; false if it is not just a variable. */
static bool
read_key(ng_sparql *s, uint32_t *i)
{
  const ng_sparql_token *t = ng_sparql_at(s, *i);
  bool down = ng_token_is(t, "desc");
  if (down || ng_token_is(t, "asc"))
    t = ng_sparql_at(s, ++*i);
  bool paren = ng_token_marks(t, "(");
  if (paren)
    t = ng_sparql_at(s, ++*i);
  if (t->kind != NG_TOKEN_VARIABLE || s->n_keys == NG_MAX_SORT_KEYS ||
      (paren && !ng_token_marks(ng_sparql_at(s, ++*i), ")")))
    return false;
  ++*i;
  s->keys[s->n_keys++] =
      (ng_sort_key){ng_str_slice(t->text, 1, t->text.len), down};
  return true;
}

static void
read_keys(ng_sparql *s)
{
  uint32_t i = s->order.begin + 2; /* ORDER BY */
  s->sorted_by_us = true;
  while (s->sorted_by_us && i < s->order.end)
    s->sorted_by_us = read_key(s, &i);
}

static ng_status
read_modifiers(ng_sparql *s, ng_error *err)
{
  uint32_t i = s->pattern.end;
  s->limit = UINT64_MAX;
  while (ng_sparql_at(s, i)->kind != NG_TOKEN_END) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (!is_modifier(t) && t->kind == NG_TOKEN_WORD)
      return ng_sparql_refuse(t, err);
    if (!is_modifier(t))
      return ng_fail(err, NG_ERR_SYNTAX, 0,
                     "query, line %u: '%.*s' is not expected here", t->line,
                     NG_ARG(t->text));
    uint32_t begin = i++;
    while (ng_sparql_at(s, i)->kind != NG_TOKEN_END &&
           !is_modifier(ng_sparql_at(s, i)))
      i++;
    ng_token_range range = {begin, i};
    if (ng_token_is(t, "limit"))
      NG_TRY(read_number(ng_sparql_at(s, begin + 1), &s->limit, err));
    else if (ng_token_is(t, "offset"))
      NG_TRY(read_number(ng_sparql_at(s, begin + 1), &s->skip, err));
    else
      *(ng_token_is(t, "group") ? &s->group : &s->order) = range;
  }
  return NG_OK;
}

static void
read_projection(ng_sparql *s)
{
  const ng_sparql_token *first = ng_sparql_at(s, s->projection.begin);
  if (ng_token_is(first, "distinct") || ng_token_is(first, "reduced")) {
    s->distinct = ng_token_is(first, "distinct");
    first = ng_sparql_at(s, ++s->projection.begin);
  }
  s->star = ng_token_marks(first, "*");
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++)
    s->aggregates |= ng_token_aggregates(ng_sparql_at(s, i));
}

ng_status
ng_sparql_parse(ng_str query, ng_arena *arena, ng_sparql *out, ng_error *err)
{
  *out = (ng_sparql){.query = query};
  NG_TRY(read_tokens(out, arena, err));
  NG_TRY(read_form(out, err));
  uint32_t i = out->projection.begin;
  bool where = false, template = out->form == NG_FORM_CONSTRUCT;
  for (;; i++) {
    const ng_sparql_token *t = ng_sparql_at(out, i);
    if (t->kind == NG_TOKEN_END)
      return malformed(t, "no { ... } says what to look for", err);
    where |= ng_token_is(t, "where");
    if (ng_token_marks(t, "{") && template && !where)
      i = ng_sparql_closing(out, i); /* the template comes first */
    else if (ng_token_marks(t, "{"))
      break;
    if (ng_token_marks(t, "{"))
      template = false;
  }
  out->pattern = (ng_token_range){i, ng_sparql_closing(out, i) + 1};
  out->projection.end = where ? i - 1 : i;
  NG_TRY(read_modifiers(out, err));
  if (out->form == NG_FORM_SELECT)
    read_projection(out);
  if (out->form == NG_FORM_SELECT && out->order.end)
    read_keys(out);
  return NG_OK;
}

/* --- putting together ----------------------------------------------------- */

/* The namespace of the prefix that `name`, "prefix:local", begins with; 0 if we
 * do not know it. */
static size_t
space_of(ng_namespaces spaces, ng_str name)
{
  const char *colon = memchr(name.at, ':', name.len);
  size_t len = colon ? (size_t)(colon - name.at) : 0;
  for (size_t i = 1; len && i < spaces.n; i++)
    if (strlen(spaces.at[i].prefix) == len &&
        memcmp(spaces.at[i].prefix, name.at, len) == 0)
      return i;
  return 0;
}

static void
put_prefixes(const ng_sparql *s, ng_namespaces spaces, ng_buf *out)
{
  uint64_t used = 0, declared = 0; /* a bit a namespace */
  for (uint32_t i = 0; i < s->tokens.n; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind != NG_TOKEN_NAME)
      continue;
    bool declares = i > 0 && ng_token_is(ng_sparql_at(s, i - 1), "prefix");
    *(declares ? &declared : &used) |= (uint64_t)1 << space_of(spaces, t->text);
  }
  for (size_t i = 1; i < spaces.n && i < 64; i++)
    if ((used & ~declared) >> i & 1)
      ng_buf_printf(out, "PREFIX %s: <%.*s> ", spaces.at[i].prefix,
                    NG_ARG(spaces.at[i].iri));
}

/* What may stand before a binary operator. */
static bool
is_operand(const ng_sparql_token *t)
{
  return t->kind == NG_TOKEN_VARIABLE || t->kind == NG_TOKEN_LITERAL ||
         t->kind == NG_TOKEN_NAME || t->kind == NG_TOKEN_IRI ||
         ng_token_marks(t, ")");
}

/* Write tokens with their line breaks.  "?a -1" is a difference, but rasqal
 * takes "-1" for a number and then adds it with the wrong sign; "?a - 1" it
 * gets right. */
static void
put_tokens(const ng_sparql *s, ng_token_range range, ng_buf *out)
{
  for (uint32_t i = range.begin; i < range.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    uint32_t line = i ? ng_sparql_at(s, i - 1)->line : 1;
    const char *before = i ? ng_sparql_at(s, i - 1)->text.at : s->query.at;
    size_t gap = i ? ng_sparql_at(s, i - 1)->text.len : 0;
    for (; line < t->line; line++)
      ng_buf_char(out, '\n');
    if (s->before)
      ng_buf_str(out, s->before[i]);
    bool apart = before + gap != t->text.at;
    bool sign = i && t->parens && t->kind == NG_TOKEN_LITERAL &&
                (ng_token_marks(ng_sparql_at(s, i - 1), "-") ||
                 ng_token_marks(ng_sparql_at(s, i - 1), "+"));
    if (apart || (sign && i > 1 && is_operand(ng_sparql_at(s, i - 2))))
      ng_buf_char(out, ' ');
    ng_buf_str(out, t->text);
  }
}

/* Is the variable among those that SELECT names? */
static bool
is_projected(const ng_sparql *s, ng_str name)
{
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind == NG_TOKEN_VARIABLE &&
        (!t->parens || ng_token_is(ng_sparql_at(s, i - 1), "as")) &&
        ng_str_equal(ng_str_slice(t->text, 1, t->text.len), name))
      return true;
  }
  return s->star;
}

/* What "*" means, with the names that the query gave. */
static void
put_star(const ng_sparql *s, ng_buf *out)
{
  for (uint32_t i = 0; i < s->n_star; i++) {
    ng_buf_char(out, ' ');
    ng_buf_str(out, s->at_star[i]);
  }
}

static void
put_pattern(const ng_sparql *s, ng_buf *out)
{
  if (s->instead.len)
    ng_buf_str(out, s->instead);
  else
    put_tokens(s, s->pattern, out);
}

void
ng_sparql_put(const ng_sparql *s, ng_token_range range, ng_buf *out)
{
  ng_buf_char(out, ' ');
  put_tokens(s, range, out);
}

void
ng_sparql_put_prologue(const ng_sparql *s, ng_namespaces spaces, ng_buf *out)
{
  put_prefixes(s, spaces, out);
  put_tokens(s, s->prologue, out);
}

void
ng_sparql_write(const ng_sparql *s, ng_namespaces spaces, ng_buf *out)
{
  ng_token_range all = {0, s->tokens.n - 1};
  put_prefixes(s, spaces, out);
  if (s->form != NG_FORM_SELECT) {
    put_tokens(s, all, out);
    return;
  }
  put_tokens(s, s->prologue, out);
  ng_buf_str(out, NG_LIT(" SELECT "));
  if (s->star && s->renamed)
    put_star(s, out);
  else
    put_tokens(s, s->projection, out);
  for (uint32_t i = 0; s->sorted_by_us && i < s->n_keys; i++)
    if (!is_projected(s, s->keys[i].name))
      ng_buf_printf(out, " ?%.*s", NG_ARG(s->keys[i].name));
  ng_buf_str(out, NG_LIT(" WHERE "));
  put_pattern(s, out);
  ng_buf_char(out, ' ');
  put_tokens(s, s->group, out);
  ng_buf_char(out, ' ');
  if (!s->sorted_by_us)
    put_tokens(s, s->order, out);
}

void
ng_sparql_write_ask(const ng_sparql *s, ng_namespaces spaces, ng_buf *out)
{
  put_prefixes(s, spaces, out);
  put_tokens(s, s->prologue, out);
  ng_buf_str(out, NG_LIT(" ASK "));
  put_pattern(s, out);
}

bool
ng_sparql_is_key(const ng_sparql *s, ng_str name)
{
  for (uint32_t i = s->group.begin; i < s->group.end; i++)
    if (ng_str_equal(s->tokens.at[i].text, name))
      return true;
  return false;
}

bool
ng_sparql_is_named(const ng_sparql *s, ng_str name)
{
  for (uint32_t i = s->projection.begin; i + 1 < s->projection.end; i++)
    if (ng_token_is(&s->tokens.at[i], "as") &&
        ng_str_equal(s->tokens.at[i + 1].text, name))
      return true;
  return false;
}
