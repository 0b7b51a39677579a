#include "rdf/parse.h"

#include "core/fail.h"
#include "core/utf8.h"
#include "rdf/ntriples.h"
#include "rdf/world.h"
#include "rdf/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

struct ng_rdf_parser {
  bool by_line; /* N-Triples, N-Quads: `reader`, not raptor */
  bool trig;
  ng_ntriples reader;
  raptor_world *world;
  raptor_parser *raptor;
  const char *name;
  ng_rdf_sink sink;
  ng_status status; /* of the first failure, in `err` */
  ng_error err;
  uint64_t lines; /* whole ones fed */
  char carry[4];  /* a sequence that the last bytes cut in two */
  size_t n_carry;
  bool escapes;    /* Turtle, TriG: backslashes are looked at */
  char escape[10]; /* an escape, as far as it is that of U+0000 */
  size_t n_escape;
  ng_buf unescaped; /* what raptor gets */
};

static const char *
raptor_name(ng_format format)
{
  switch (format) {
  case NG_TURTLE:
    return "turtle";
  case NG_TRIG:
    return "trig";
  case NG_RDFXML:
    return "rdfxml";
  case NG_NTRIPLES:
  case NG_NQUADS:
  case NG_JSONLD:
    break;
  }
  return "none";
}

/* Remember the first failure, with where it is. */
static ng_status
fail_at(ng_rdf_parser *p, ng_status status, uint64_t line, const char *text)
{
  if (p->status == NG_OK)
    p->status = ng_fail(&p->err, status, 0, "%s:%llu: %s", p->name,
                        (unsigned long long)line, text);
  return p->status;
}

/* Raptor goes on after many an error, having changed or dropped a term: for us
 * the first one ends the file. */
static void
hear(void *user, raptor_log_message *message)
{
  ng_rdf_parser *p = user;
  if (message->level < RAPTOR_LOG_LEVEL_ERROR)
    return;
  int line = message->locator ? message->locator->line : 0;
  const char *text = message->text ? message->text : "malformed RDF";
  if (p->trig && strncasecmp(text, "syntax error at 'g'", 19) == 0)
    text = "the keyword GRAPH is not understood here: leave it out";
  (void)fail_at(p, NG_ERR_SYNTAX, line > 0 ? (uint64_t)line : p->lines + 1,
                text);
}

static ng_str
uri_text(raptor_uri *uri)
{
  size_t len;
  const char *at = (const char *)raptor_uri_as_counted_string(uri, &len);
  return (ng_str){at, len};
}

static ng_term
literal_of(const raptor_term_literal_value *from)
{
  ng_term term = {.kind = NG_TERM_LITERAL,
                  .value = {(const char *)from->string, from->string_len}};
  if (from->language) {
    term.kind = NG_TERM_LANG;
    term.type = (ng_str){(const char *)from->language, from->language_len};
  } else if (from->datatype) {
    term.kind = NG_TERM_TYPED;
    term.type = uri_text(from->datatype);
  }
  return term;
}

static ng_term
term_of(const raptor_term *from)
{
  if (!from)
    return (ng_term){.kind = NG_TERM_NONE};
  switch (from->type) {
  case RAPTOR_TERM_TYPE_URI:
    return ng_iri(0, uri_text(from->value.uri));
  case RAPTOR_TERM_TYPE_LITERAL:
    return literal_of(&from->value.literal);
  case RAPTOR_TERM_TYPE_BLANK:
    return (ng_term){.kind = NG_TERM_BLANK,
                     .value = {(const char *)from->value.blank.string,
                               from->value.blank.string_len}};
  case RAPTOR_TERM_TYPE_UNKNOWN:
    break;
  }
  return (ng_term){.kind = NG_TERM_NONE};
}

static void
take(void *user, raptor_statement *s)
{
  ng_rdf_parser *p = user;
  if (p->status != NG_OK)
    return;
  ng_quad quad = {term_of(s->subject), term_of(s->predicate),
                  term_of(s->object), term_of(s->graph)};
  p->status = p->sink.take(p->sink.to, &quad, &p->err);
  if (p->status != NG_OK)
    raptor_parser_parse_abort(p->raptor);
}

static bool
open_parser(ng_rdf_parser *p, ng_format format)
{
  const char *slash = strrchr(p->name, '/');
  char base[512];
  (void)snprintf(base, sizeof base, "file:///%s", slash ? slash + 1 : p->name);

  raptor_world_set_log_handler(p->world, p, hear);
  p->raptor = raptor_new_parser(p->world, raptor_name(format));
  raptor_uri *uri = raptor_new_uri(p->world, (const unsigned char *)base);
  bool ok = p->raptor && uri;
  if (ok) {
    (void)raptor_parser_set_option(p->raptor, RAPTOR_OPTION_NO_NET, NULL, 1);
    (void)raptor_parser_set_option(p->raptor, RAPTOR_OPTION_NO_FILE, NULL, 1);
    (void)raptor_parser_set_option(
        p->raptor, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, NULL, 0);
    raptor_parser_set_statement_handler(p->raptor, p, take);
    ok = raptor_parser_parse_start(p->raptor, uri) == 0;
  }
  if (uri)
    raptor_free_uri(uri);
  return ok;
}

ng_status
ng_rdf_parser_new(ng_rdf_parser **out, ng_format format, const char *name,
                  ng_rdf_sink sink, ng_error *err)
{
  *out = NULL;
  ng_rdf_parser *p = calloc(1, sizeof *p);
  if (!p)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  p->name = name;
  p->sink = sink;
  p->trig = format == NG_TRIG;
  p->escapes = format == NG_TURTLE || format == NG_TRIG;
  p->by_line = format == NG_NTRIPLES || format == NG_NQUADS;
  p->reader =
      (ng_ntriples){.name = name, .quads = format == NG_NQUADS, .sink = sink};
  if (p->by_line) {
    *out = p;
    return NG_OK;
  }
  p->world = ng_world_open();
  if (!p->world || !open_parser(p, format)) {
    ng_rdf_parser_free(p);
    return ng_fail(err, NG_ERR_LIMIT, 0, "cannot start a parser for %s",
                   ng_format_name(format));
  }
  *out = p;
  return NG_OK;
}

void
ng_rdf_parser_free(ng_rdf_parser *p)
{
  if (!p)
    return;
  if (p->raptor)
    raptor_free_parser(p->raptor);
  ng_world_close(p->world);
  ng_ntriples_release(&p->reader);
  ng_buf_release(&p->unescaped);
  free(p);
}

static uint64_t
count_lines(ng_str s)
{
  uint64_t n = 0;
  for (size_t i = 0; i < s.len; i++)
    n += s.at[i] == '\n';
  return n;
}

/* Take in a byte of an escape; what it turns out to be goes out. */
static void
put_escape(ng_rdf_parser *p, char c)
{
  enum { SHORT = 6, LONG = 10 }; /* \uXXXX, \UXXXXXXXX */
  size_t n = p->n_escape;
  bool goes_on = n == 0 || (n == 1 ? c == 'u' || c == 'U' : c == '0');
  p->escape[p->n_escape++] = c;
  if (goes_on && p->n_escape < (p->escape[1] == 'U' ? LONG : SHORT))
    return;
  if (goes_on)
    ng_buf_str(&p->unescaped, NG_LIT("\xef\xbf\xbd"));
  else
    ng_buf_put(&p->unescaped, p->escape, p->n_escape);
  p->n_escape = 0;
}

/* Raptor ends a literal at an escaped U+0000, without a word: `s` with U+FFFD
 * for it. */
static ng_str
without_nul(ng_rdf_parser *p, ng_str s, bool end)
{
  p->unescaped.len = 0;
  while (s.len) {
    const char *next = p->n_escape ? s.at : memchr(s.at, '\\', s.len);
    size_t n = next ? (size_t)(next - s.at) : s.len;
    ng_buf_put(&p->unescaped, s.at, n);
    if (next)
      put_escape(p, *next);
    s = ng_str_slice(s, next ? n + 1 : n, s.len);
  }
  if (end)
    ng_buf_put(&p->unescaped, p->escape, p->n_escape);
  return (ng_str){p->unescaped.at, p->unescaped.len};
}

/* Hand `s` to raptor, if it is text: raptor stops at a NUL byte and cuts a
 * literal short at an invalid sequence, without a word. */
static ng_status
give(ng_rdf_parser *p, ng_str s, bool end)
{
  size_t valid = ng_utf8_valid(s);
  const char *nul = valid ? memchr(s.at, 0, valid) : NULL;
  if (nul)
    valid = (size_t)(nul - s.at);
  if (valid < s.len) {
    uint64_t line = p->lines + count_lines(ng_str_slice(s, 0, valid)) + 1;
    return fail_at(p, NG_ERR_SYNTAX, line, nul ? "NUL byte" : "invalid UTF-8");
  }
  p->lines += count_lines(s);
  if (p->escapes)
    s = without_nul(p, s, end);
  if (p->unescaped.failed)
    return fail_at(p, NG_ERR_LIMIT, p->lines, "out of memory");
  int rc = raptor_parser_parse_chunk(
      p->raptor, (const unsigned char *)(s.len ? s.at : ""), s.len, end);
  if (rc)
    return fail_at(p, NG_ERR_SYNTAX, p->lines, "malformed RDF");
  return p->status;
}

/* How many bytes at the end of `s` may be the start of a sequence whose rest is
 * still to come. */
static size_t
cut_off(ng_str s)
{
  for (size_t n = 1; n <= 3 && n <= s.len; n++) {
    ng_str tail = ng_str_slice(s, s.len - n, s.len);
    if (((unsigned char)tail.at[0] & 0xc0) == 0x80)
      continue;
    uint32_t c;
    bool whole = ng_utf8_decode(tail, &c) != 0;
    return !whole && ng_utf8_bad(tail) == n ? n : 0;
  }
  return 0;
}

/* Complete the carried sequence with the first bytes of *s. */
static ng_status
give_carry(ng_rdf_parser *p, ng_str *s)
{
  uint32_t c;
  while (p->n_carry && s->len && p->n_carry < sizeof p->carry) {
    p->carry[p->n_carry++] = *s->at;
    *s = ng_str_slice(*s, 1, s->len);
    ng_str whole = {p->carry, p->n_carry};
    if (ng_utf8_decode(whole, &c)) {
      p->n_carry = 0;
      return give(p, whole, false);
    }
  }
  if (p->n_carry == sizeof p->carry)
    return fail_at(p, NG_ERR_SYNTAX, p->lines + 1, "invalid UTF-8");
  return p->status;
}

static ng_status
feed(ng_rdf_parser *p, ng_str s, bool end)
{
  NG_TRY(give_carry(p, &s));
  if (p->n_carry)
    return end ? fail_at(p, NG_ERR_SYNTAX, p->lines + 1, "invalid UTF-8")
               : NG_OK;
  size_t n = end ? 0 : cut_off(s);
  if (n)
    memcpy(p->carry, s.at + s.len - n, n);
  p->n_carry = n;
  s.len -= n;
  return s.len || end ? give(p, s, end) : NG_OK;
}

ng_status
ng_rdf_parser_feed(ng_rdf_parser *p, ng_str bytes, bool end, ng_error *err)
{
  if (p->by_line)
    return ng_ntriples_feed(&p->reader, bytes, end, err);
  if (p->status == NG_OK && feed(p, bytes, end) == NG_OK)
    return NG_OK;
  if (err)
    *err = p->err;
  return p->status;
}
