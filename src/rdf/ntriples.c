/* The grammar is that of RDF 1.1 N-Triples, section 7, and N-Quads, section 4;
 * IRIs must be absolute. */
#include "rdf/ntriples.h"

#include "core/fail.h"
#include "core/str.h"
#include "core/utf8.h"

/* What is left of a line, and what is wrong with it. */
typedef struct {
  const char *at, *end;
  char *spare;     /* room for as many bytes as the line has */
  const char *why; /* NULL: nothing is wrong */
} cursor;

static bool
fail(cursor *c, const char *why)
{
  if (!c->why)
    c->why = why;
  return false;
}

static void
skip_space(cursor *c)
{
  while (c->at < c->end && (*c->at == ' ' || *c->at == '\t'))
    c->at++;
}

/* The byte at the cursor; 0 at the end, as no line has one. */
static char
peek(const cursor *c)
{
  if (c->at < c->end)
    return *c->at;
  return '\0';
}

static bool
take(cursor *c, char expected)
{
  if (c->at == c->end || *c->at != expected)
    return false;
  c->at++;
  return true;
}

/* --- escapes -------------------------------------------------------------- */

static int
hex_value(char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Read `n` hexadecimal digits as a code point. */
static bool
read_code(cursor *c, int n, uint32_t *out)
{
  *out = 0;
  for (; n; n--) {
    int digit = c->at < c->end ? hex_value(*c->at) : -1;
    if (digit < 0)
      return fail(c, "a bad \\u escape");
    *out = *out << 4 | (uint32_t)digit;
    c->at++;
  }
  if (*out > 0x10ffff || (*out >= 0xd800 && *out < 0xe000))
    return fail(c, "an escape of what is no character");
  return true;
}

/* Read what follows a backslash and write what it means. */
static bool
read_escape(cursor *c, bool literal, char **to)
{
  static const char names[] = "tbnrf\"'\\", values[] = "\t\b\n\r\f\"'\\";
  char name = peek(c);
  uint32_t code;
  c->at += c->at < c->end;
  if (name == 'u' || name == 'U') {
    if (!read_code(c, name == 'u' ? 4 : 8, &code))
      return false;
    *to += ng_utf8_encode(code, *to);
    return true;
  }
  for (size_t i = 0; literal && i < sizeof names - 1; i++)
    if (name == names[i]) {
      *(*to)++ = values[i];
      return true;
    }
  return fail(c, "an unknown escape");
}

/* --- terms ---------------------------------------------------------------- */

/* Bytes that end the plain part of an IRI, and of a literal. */
static const char iri_stops[256] = {
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         ['<'] = 1, ['>'] = 1, ['"'] = 1,
    ['{'] = 1, ['}'] = 1, ['|'] = 1, ['^'] = 1, ['`'] = 1, ['\\'] = 1};

static const char literal_stops[256] = {['"'] = 1, ['\\'] = 1, ['\r'] = 1};

/* Read up to `close`, the stop that ends the text; into spare room only if
 * there are escapes in it. */
static bool
read_text(cursor *c, char close, ng_str *out)
{
  const char *stops = close == '"' ? literal_stops : iri_stops;
  char *to = NULL; /* where the next byte goes, once something is unescaped */
  out->at = c->at;
  for (;;) {
    const char *from = c->at;
    while (c->at < c->end && !stops[(unsigned char)*c->at])
      c->at++;
    size_t n = (size_t)(c->at - from);
    if (to) {
      memmove(to, from, n);
      to += n;
    }
    if (take(c, close))
      break;
    if (c->at == c->end || *c->at != '\\')
      return fail(c, close == '"' ? "a literal has no end" : "a bad IRI");
    if (!to) {
      memcpy(c->spare, out->at, (size_t)(c->at - out->at));
      to = c->spare + (c->at - out->at);
      out->at = c->spare;
    }
    c->at++;
    if (!read_escape(c, close == '"', &to))
      return false;
  }
  out->len = (size_t)((to ? to : c->at - 1) - out->at);
  if (to)
    c->spare = to;
  return true;
}

/* "scheme:" begins an absolute IRI. */
static bool
is_absolute(ng_str iri)
{
  size_t i = 0;
  while (i < iri.len) {
    char c = iri.at[i];
    bool later = ng_is_digit(c) || c == '+' || c == '-' || c == '.';
    if (!ng_is_letter(c) && !(i && later))
      break;
    i++;
  }
  return i && i < iri.len && iri.at[i] == ':';
}

static bool
read_iri(cursor *c, ng_str *out)
{
  if (!take(c, '<'))
    return fail(c, "an IRI is missing");
  if (!read_text(c, '>', out))
    return false;
  for (size_t i = 0; out->at == c->spare - out->len && i < out->len; i++)
    if (iri_stops[(unsigned char)out->at[i]])
      return fail(c, "an escape of what no IRI may hold");
  return is_absolute(*out) || fail(c, "an IRI is not absolute");
}

static bool
is_label(char c)
{
  return ng_is_letter(c) || ng_is_digit(c) || c == '_' || c == ':' ||
         (unsigned char)c >= 0x80;
}

static bool
read_blank(cursor *c, ng_str *out)
{
  c->at++; /* '_' */
  if (!take(c, ':') || c->at == c->end || !is_label(*c->at))
    return fail(c, "a bad blank node");
  out->at = c->at;
  while (c->at < c->end && (is_label(*c->at) || *c->at == '-' || *c->at == '.'))
    c->at++;
  while (c->at[-1] == '.')
    c->at--;
  out->len = (size_t)(c->at - out->at);
  return true;
}

static bool
read_language(cursor *c, ng_str *out)
{
  *out = (ng_str){c->spare, 0};
  for (; c->at < c->end; c->at++) {
    bool later = *c->at == '-' || ng_is_digit(*c->at);
    if (*c->at >= 'A' && *c->at <= 'Z')
      *c->spare++ = (char)(*c->at - 'A' + 'a');
    else if (ng_is_letter(*c->at) || (later && c->spare > out->at))
      *c->spare++ = *c->at;
    else
      break;
  }
  out->len = (size_t)(c->spare - out->at);
  return out->len ? true : fail(c, "a language is missing");
}

static bool
read_literal(cursor *c, ng_term *out)
{
  c->at++; /* '"' */
  out->kind = NG_TERM_LITERAL;
  if (!read_text(c, '"', &out->value))
    return false;
  if (take(c, '@')) {
    out->kind = NG_TERM_LANG;
    return read_language(c, &out->type);
  }
  if (!take(c, '^'))
    return true;
  out->kind = NG_TERM_TYPED;
  return take(c, '^') ? read_iri(c, &out->type)
                      : fail(c, "a datatype is missing");
}

/* Read the term at the cursor, and the space after it. */
static bool
read_term(cursor *c, ng_term *out)
{
  char first = peek(c);
  *out = (ng_term){.kind = NG_TERM_IRI};
  bool ok;
  if (first == '_') {
    out->kind = NG_TERM_BLANK;
    ok = read_blank(c, &out->value);
  } else if (first == '"')
    ok = read_literal(c, out);
  else
    ok = read_iri(c, &out->value);
  if (ok)
    skip_space(c);
  return ok;
}

/* --- lines ---------------------------------------------------------------- */

static bool
read_quad(cursor *c, bool quads, ng_quad *out)
{
  out->graph = (ng_term){0};
  if (!read_term(c, &out->subject) || !read_term(c, &out->predicate) ||
      !read_term(c, &out->object))
    return false;
  if (quads && c->at < c->end && *c->at != '.' && !read_term(c, &out->graph))
    return false;
  if (out->subject.kind != NG_TERM_IRI && out->subject.kind != NG_TERM_BLANK)
    return fail(c, "a literal cannot be a subject");
  if (out->predicate.kind != NG_TERM_IRI)
    return fail(c, "only an IRI can be a predicate");
  if (out->graph.kind >= NG_TERM_LITERAL && out->graph.kind != NG_TERM_BLANK)
    return fail(c, "a literal cannot name a graph");
  if (!take(c, '.'))
    return fail(c, "no '.' ends the statement");
  skip_space(c);
  return c->at == c->end || *c->at == '#' || fail(c, "more follows the '.'");
}

static ng_status
wrong(const ng_ntriples *r, const char *why, ng_error *err)
{
  return ng_fail(err, NG_ERR_SYNTAX, 0, "%s:%llu: %s", r->name,
                 (unsigned long long)r->line, why);
}

static ng_status
read_line(ng_ntriples *r, ng_str line, ng_error *err)
{
  r->line++;
  if (line.len && line.at[line.len - 1] == '\r')
    line.len--;
  if (ng_utf8_valid(line) != line.len)
    return wrong(r, "invalid UTF-8", err);
  if (line.len && memchr(line.at, 0, line.len))
    return wrong(r, "NUL byte", err);
  cursor c = {.at = line.at, .end = line.at + line.len};
  skip_space(&c);
  if (c.at == c.end || *c.at == '#')
    return NG_OK;
  c.spare = ng_buf_room(&r->scratch, line.len);
  ng_quad quad;
  if (!c.spare)
    return ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", r->name);
  if (!read_quad(&c, r->quads, &quad))
    return wrong(r, c.why, err);
  return r->sink.take(r->sink.to, &quad, err);
}

static ng_status
keep(ng_ntriples *r, ng_str rest, ng_error *err)
{
  ng_buf_str(&r->carry, rest);
  return r->carry.failed
             ? ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", r->name)
             : NG_OK;
}

ng_status
ng_ntriples_feed(ng_ntriples *r, ng_str bytes, bool end, ng_error *err)
{
  while (bytes.len) {
    const char *newline = memchr(bytes.at, '\n', bytes.len);
    size_t n = newline ? (size_t)(newline - bytes.at) : bytes.len;
    ng_str line = ng_str_slice(bytes, 0, n);
    bytes = ng_str_slice(bytes, n + (newline != NULL), bytes.len);
    if (r->carry.len || !newline) {
      NG_TRY(keep(r, line, err));
      line = (ng_str){r->carry.at, r->carry.len};
    }
    if (!newline)
      break;
    NG_TRY(read_line(r, line, err));
    r->carry.len = 0;
  }
  return end && r->carry.len
             ? read_line(r, (ng_str){r->carry.at, r->carry.len}, err)
             : NG_OK;
}

void
ng_ntriples_release(ng_ntriples *r)
{
  ng_buf_release(&r->carry);
  ng_buf_release(&r->scratch);
}
