/* scan.c - characters and terms of a lexicon file: prefixed names,
 * IRIs, literals. */
#include "extract/lexicon/reader.h"

#include <stdarg.h>
#include <stdio.h>

static const char ng_space[] = "https://w3id.org/newsgraph/ns#";
static const char lex_space[] = "https://w3id.org/newsgraph/lexicon#";

ng_status
ng_lexer_wrong(ng_lexer *r, const char *fmt, ...)
{
  char why[120];
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(why, sizeof why, fmt, args);
  va_end(args);
  return ng_fail(r->err, NG_ERR_SYNTAX, r->at, "%.*s:%u: %s", NG_ARG(r->name),
                 r->line, why);
}

ng_status
ng_lexer_spent(ng_lexer *r)
{
  return ng_fail(r->err, NG_ERR_LIMIT, r->at, "%.*s: the lexicon is too large",
                 NG_ARG(r->name));
}

/* --- characters ------------------------------------------------------------
 */

char
ng_lexer_peek(const ng_lexer *r)
{
  return (char)(r->at < r->text.len ? r->text.at[r->at] : '\0');
}

void
ng_lexer_skip(ng_lexer *r)
{
  for (; r->at < r->text.len; r->at++) {
    char c = r->text.at[r->at];
    if (c == '#') {
      while (r->at < r->text.len && r->text.at[r->at] != '\n')
        r->at++;
      c = ng_lexer_peek(r);
    }
    if (c == '\n')
      r->line++;
    else if (c != ' ' && c != '\t' && c != '\r')
      return;
  }
}

bool
ng_lexer_take(ng_lexer *r, char c)
{
  ng_lexer_skip(r);
  if (ng_lexer_peek(r) != c)
    return false;
  r->at++;
  return true;
}

static bool
is_name_char(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static ng_str
take_name(ng_lexer *r)
{
  size_t begin = r->at;
  while (r->at < r->text.len && is_name_char(r->text.at[r->at]))
    r->at++;
  return ng_str_slice(r->text, begin, r->at);
}

/* --- terms ------------------------------------------------------------------
 */

static ng_namespace
space_of(ng_str iri)
{
  if (ng_str_equal(iri, (ng_str){ng_space, sizeof ng_space - 1}))
    return SPACE_NG;
  return ng_str_equal(iri, (ng_str){lex_space, sizeof lex_space - 1})
             ? SPACE_LEX
             : SPACE_OTHER;
}

static ng_status
take_iri(ng_lexer *r, ng_str *out)
{
  if (!ng_lexer_take(r, '<'))
    return ng_lexer_wrong(r, "no '<' where an IRI must start");
  size_t begin = r->at;
  while (r->at < r->text.len && ng_lexer_peek(r) != '>' &&
         (unsigned char)ng_lexer_peek(r) > ' ')
    r->at++;
  *out = ng_str_slice(r->text, begin, r->at);
  return ng_lexer_take(r, '>')
             ? NG_OK
             : ng_lexer_wrong(r, "no '>' where the IRI must end");
}

/* Our own terms by their whole IRIs are what they are by a prefix. */
static void
split(ng_lexeme *term)
{
  size_t at = term->text.len;
  while (at > 0 && term->text.at[at - 1] != '#')
    at--;
  ng_str head = ng_str_slice(term->text, 0, at);
  if (space_of(head) == SPACE_OTHER)
    return;
  term->space = space_of(head);
  term->head = head;
  term->text = ng_str_slice(term->text, at, term->text.len);
}

static ng_status
take_literal(ng_lexer *r, ng_str *out)
{
  size_t begin = ++r->at;
  while (r->at < r->text.len && ng_lexer_peek(r) != '"') {
    if (ng_lexer_peek(r) == '\n')
      return ng_lexer_wrong(r, "the text is not closed on its line");
    r->at += ng_lexer_peek(r) == '\\' && r->at + 1 < r->text.len ? 2 : 1;
  }
  if (r->at >= r->text.len)
    return r->at = r->text.len, ng_lexer_wrong(r, "the text is not closed");
  *out = ng_str_slice(r->text, begin, r->at++);
  if (ng_lexer_peek(r) == '@') {
    r->at++;
    (void)take_name(r);
  }
  return NG_OK;
}

static ng_status
take_prefixed(ng_lexer *r, ng_lexeme *out)
{
  ng_str name = take_name(r);
  if (name.len == 1 && name.at[0] == 'a' && ng_lexer_peek(r) != ':') {
    *out = (ng_lexeme){.space = SPACE_OTHER, .text = name};
    return NG_OK;
  }
  if (ng_lexer_peek(r) != ':')
    return ng_lexer_wrong(r, "no term where one must be");
  r->at++;
  for (size_t i = 0; i < r->n_prefixes; i++)
    if (ng_str_equal(r->prefixes[i].name, name)) {
      *out = (ng_lexeme){.space = r->prefixes[i].space,
                         .head = r->prefixes[i].iri,
                         .text = take_name(r)};
      return NG_OK;
    }
  return ng_lexer_wrong(r, "prefix '%.*s:' is not declared", NG_ARG(name));
}

ng_status
ng_lexer_term(ng_lexer *r, ng_lexeme *out)
{
  ng_lexer_skip(r);
  *out = (ng_lexeme){.space = SPACE_OTHER};
  if (ng_lexer_peek(r) == '"') {
    out->literal = true;
    return take_literal(r, &out->text);
  }
  if (ng_lexer_peek(r) == '<') {
    NG_TRY(take_iri(r, &out->text));
    split(out);
    return NG_OK;
  }
  return take_prefixed(r, out);
}

ng_status
ng_lexer_prefix(ng_lexer *r)
{
  r->at++; /* @ */
  if (!ng_str_equal(take_name(r), NG_LIT("prefix")))
    return ng_lexer_wrong(r, "only '@prefix' may start with '@'");
  if (r->n_prefixes == NG_MAX_PREFIXES)
    return ng_lexer_wrong(r, "more than %d prefixes", NG_MAX_PREFIXES);
  ng_lexer_skip(r);
  ng_lexer_space *p = &r->prefixes[r->n_prefixes];
  p->name = take_name(r);
  if (!ng_lexer_take(r, ':'))
    return ng_lexer_wrong(r, "no ':' after the prefix");
  NG_TRY(take_iri(r, &p->iri));
  p->space = space_of(p->iri);
  r->n_prefixes++;
  return ng_lexer_take(r, '.') ? NG_OK
                               : ng_lexer_wrong(r, "no '.' after '@prefix'");
}

/* --- words -------------------------------------------------------------- */

bool
ng_keyword_find(const ng_keyword *from, ng_str name, uint8_t *out)
{
  for (; from->name; from++)
    if (ng_str_equal(name, (ng_str){from->name, strlen(from->name)})) {
      *out = from->value;
      return true;
    }
  return false;
}

/* The next word of `rest`, up to one of `stops`; empty past the last. */
ng_str
ng_next_word(ng_str *rest, const char *stops)
{
  size_t i = 0, n;
  while (i < rest->len && strchr(stops, rest->at[i]))
    i++;
  for (n = i; n < rest->len && !strchr(stops, rest->at[n]);)
    n++;
  ng_str word = ng_str_slice(*rest, i, n);
  *rest = ng_str_slice(*rest, n, rest->len);
  return word;
}
