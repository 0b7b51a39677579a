/* Turtle and TriG for reading: base and prefixes once at the top, a paragraph a
 * subject,
 *
 *   wd:Q403 a schema:Country ;
 *       rdfs:label "Serbia" ;
 *       schema:alternateName "Serb", "Serbian" .
 *
 * and in TriG, these indented inside <graph> { ... }.  A name is shortened only
 * where its local part needs no escape; no strings over several lines, which
 * tools that work by lines or in parallel stumble on. */
#include "rdf/escape.h"
#include "rdf/syntax.h"

/* Objects go to a new line after this column. */
enum { WIDTH = 80 };

typedef struct {
  ng_writer *w;
  ng_buf *out;
  ng_str indent; /* of subjects */
} printer;

void
ng_turtle_begin(ng_writer *w, ng_buf *out)
{
  if (w->base) {
    ng_buf_str(out, NG_LIT("@base <"));
    ng_escape_iri(out, w->spaces.at[w->base].iri);
    ng_buf_put(out, "> .\n", 4);
  }
  for (size_t i = 1; i < w->spaces.n; i++) {
    ng_buf_printf(out, "@prefix %s: <", w->spaces.at[i].prefix);
    ng_escape_iri(out, w->spaces.at[i].iri);
    ng_buf_put(out, "> .\n", 4);
  }
  if (w->spaces.n > 1)
    ng_buf_char(out, '\n');
}

static bool
is_word(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

/* Of PN_LOCAL what every parser agrees on: ASCII letters, digits, '_', and '-'
 * between. */
static bool
is_local(ng_str s)
{
  for (size_t i = 0; i < s.len; i++)
    if (!is_word(s.at[i]) && (s.at[i] != '-' || i == 0 || i + 1 == s.len))
      return false;
  return s.len > 0;
}

/* Whether the IRI may be written relative to the base: nothing in it that a
 * parser might resolve (RFC 3986, 5.2). */
static bool
is_relative(ng_str s)
{
  char before = '/';
  for (size_t i = 0; i < s.len; before = s.at[i++])
    if (!is_word(s.at[i]) && s.at[i] != '-' &&
        (before == '/' || !s.at[i] || !strchr("/#=,", s.at[i])))
      return false;
  return s.len > 0;
}

static void
put_name(printer *p, uint8_t space, ng_str local)
{
  if (!space || !is_local(local)) {
    if (space && space == p->w->base && is_relative(local))
      space = 0;
    ng_put_iri(p->w, space, local, p->out);
    return;
  }
  const char *prefix = p->w->spaces.at[space].prefix;
  ng_buf_put(p->out, prefix, strlen(prefix));
  ng_buf_char(p->out, ':');
  ng_buf_str(p->out, local);
}

static size_t
digits(ng_str s, size_t i)
{
  while (i < s.len && s.at[i] >= '0' && s.at[i] <= '9')
    i++;
  return i;
}

/* Whether the literal may be written bare, without losing its exact text: 12,
 * 0.98, true. */
static bool
is_bare(const ng_writer *w, const ng_term *t)
{
  ng_str s = t->value;
  if (t->kind != NG_TERM_TYPED || !s.len)
    return false;
  if (ng_term_names(w, t, w->xsd, NG_LIT("boolean")))
    return ng_str_equal(s, NG_LIT("true")) || ng_str_equal(s, NG_LIT("false"));
  size_t sign = s.at[0] == '-' || s.at[0] == '+';
  size_t point = digits(s, sign);
  if (ng_term_names(w, t, w->xsd, NG_LIT("integer")))
    return point > sign && point == s.len;
  if (ng_term_names(w, t, w->xsd, NG_LIT("decimal")))
    return point + 1 < s.len && s.at[point] == '.' &&
           digits(s, point + 1) == s.len;
  return false;
}

static void
put_literal(printer *p, const ng_term *t)
{
  if (is_bare(p->w, t)) {
    ng_buf_str(p->out, t->value);
    return;
  }
  if (t->kind != NG_TERM_TYPED ||
      ng_literal_suffix(p->w, t) != NG_SUFFIX_TYPE) {
    ng_put_term(p->w, t, p->out);
    return;
  }
  ng_buf_char(p->out, '"');
  ng_escape_text(p->out, t->value, &p->w->replaced);
  ng_buf_put(p->out, "\"^^", 3);
  put_name(p, t->space, t->type);
}

static void
put_term(printer *p, const ng_term *t)
{
  if (t->kind == NG_TERM_IRI)
    put_name(p, t->space, t->value);
  else if (t->kind == NG_TERM_BLANK)
    ng_put_blank(t->value, p->out);
  else
    put_literal(p, t);
}

static void
put_line(printer *p, ng_str end, size_t depth)
{
  ng_buf_str(p->out, end);
  ng_buf_char(p->out, '\n');
  ng_buf_str(p->out, p->indent);
  for (; depth; depth--)
    ng_buf_put(p->out, "    ", 4);
}

static void
put_predicate(printer *p, const ng_term *t)
{
  if (ng_term_is_type(p->w, t))
    ng_buf_char(p->out, 'a');
  else
    put_term(p, t);
  ng_buf_char(p->out, ' ');
}

/* Write the paragraph that begins with at[0]; how many of the `n` quads it
 * takes. */
static uint32_t
put_subject(printer *p, const ng_quad *at, uint32_t n)
{
  size_t line = p->out->len;
  ng_buf_str(p->out, p->indent);
  put_term(p, &at->subject);
  ng_buf_char(p->out, ' ');
  put_predicate(p, &at->predicate);
  put_term(p, &at->object);
  uint32_t i = 1;
  for (; i < n && ng_term_same(&at[i].subject, &at->subject) &&
         ng_term_same(&at[i].graph, &at->graph);
       i++) {
    bool same = ng_term_same(&at[i].predicate, &at[i - 1].predicate);
    if (same && p->out->len - line < WIDTH)
      ng_buf_put(p->out, ", ", 2);
    else {
      put_line(p, same ? NG_LIT(",") : NG_LIT(" ;"), same ? 2 : 1);
      line = p->out->len;
    }
    if (!same)
      put_predicate(p, &at[i].predicate);
    put_term(p, &at[i].object);
  }
  ng_buf_put(p->out, " .\n", 3);
  return i;
}

static void
open_block(printer *p, const ng_term *name)
{
  p->indent = NG_LIT("    ");
  put_term(p, name);
  ng_buf_put(p->out, " {\n", 3);
}

static void
close_block(printer *p)
{
  if (p->indent.len)
    ng_buf_put(p->out, "}\n\n", 3);
  p->indent = NG_LIT("");
}

void
ng_turtle_graph(ng_writer *w, const ng_graph *graph, ng_buf *out)
{
  static const ng_term none = {.kind = NG_TERM_NONE};
  const ng_quad *at = graph->quads.at;
  const ng_term *name = &none;
  printer p = {w, out, NG_LIT("")};
  for (uint32_t i = 0; i < graph->quads.n;) {
    if (w->format == NG_TRIG && !ng_term_same(&at[i].graph, name)) {
      close_block(&p);
      name = &at[i].graph;
      if (name->kind != NG_TERM_NONE)
        open_block(&p, name);
    } else if (p.indent.len && i)
      ng_buf_char(out, '\n');
    i += put_subject(&p, at + i, graph->quads.n - i);
    if (!p.indent.len)
      ng_buf_char(out, '\n');
  }
  close_block(&p);
}
