/* RDF/XML, by raptor.  Raptor writes whole documents: each graph is written as
 * one, and of that only what is inside the root element goes out, so that many
 * graphs, from many threads, are one document.  What raptor would drop, change
 * or choke on is replaced first. */
#include "rdf/syntax.h"

#include "core/fail.h"
#include "core/utf8.h"
#include "rdf/escape.h"
#include "rdf/world.h"

#include <stdlib.h>

typedef struct {
  raptor_world *world;
  raptor_iostream_handler stream;
  ng_buf document; /* of one graph */
  ng_buf text;     /* of one term */
  char complaint[160];
} engine;

static const char root[] = "<rdf:RDF";
static const char root_end[] = "</rdf:RDF>";
static const char rdf_space[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/* --- raptor's output ------------------------------------------------------ */

static int
write_byte(void *context, const int byte)
{
  ng_buf *to = context;
  ng_buf_char(to, (char)byte);
  return to->failed;
}

static int
write_bytes(void *context, const void *at, size_t size, size_t n)
{
  ng_buf *to = context;
  ng_buf_put(to, at, size * n);
  return to->failed ? 0 : (int)(size * n);
}

static void
hear(void *user, raptor_log_message *message)
{
  engine *e = user;
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR && message->text)
    (void)snprintf(e->complaint, sizeof e->complaint, "%s", message->text);
}

ng_status
ng_rdfxml_init(ng_writer *w, ng_error *err)
{
  engine *e = calloc(1, sizeof *e);
  if (e)
    e->world = ng_world_open();
  if (!e || !e->world) {
    free(e);
    return ng_fail(err, NG_ERR_LIMIT, 0, "cannot start raptor");
  }
  raptor_world_set_log_handler(e->world, e, hear);
  e->stream = (raptor_iostream_handler){
      .version = 2, .write_byte = write_byte, .write_bytes = write_bytes};
  w->raptor = e;
  return NG_OK;
}

void
ng_rdfxml_release(ng_writer *w)
{
  engine *e = w->raptor;
  if (!e)
    return;
  ng_world_close(e->world);
  ng_buf_release(&e->document);
  ng_buf_release(&e->text);
  free(e);
  w->raptor = NULL;
}

/* --- terms ---------------------------------------------------------------- */

/* Whether XML 1.0 can carry the character, and raptor does: it drops DEL. */
static bool
is_xml(uint32_t c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';
  return c != 0x7f && c != 0xfffe && c != 0xffff;
}

/* `s` with what XML cannot carry replaced; in e->text. */
static ng_str
xml_text(ng_writer *w, ng_str s)
{
  ng_buf *to = &((engine *)w->raptor)->text;
  to->len = 0;
  while (s.len) {
    uint32_t c;
    size_t n = ng_utf8_decode(s, &c);
    if (n && is_xml(c))
      ng_buf_put(to, s.at, n);
    else {
      ng_buf_put(to, "\xef\xbf\xbd", 3);
      w->replaced++;
    }
    n = n ? n : ng_utf8_bad(s);
    s = ng_str_slice(s, n, s.len);
  }
  ng_buf_char(to, '\0');
  return (ng_str){to->at, to->len - 1};
}

static raptor_uri *
new_uri(ng_writer *w, uint8_t space, ng_str local)
{
  engine *e = w->raptor;
  e->text.len = 0;
  ng_escape_iri(&e->text, w->spaces.at[space].iri);
  ng_escape_iri(&e->text, local);
  if (e->text.failed)
    return NULL;
  return raptor_new_uri_from_counted_string(
      e->world, (const unsigned char *)e->text.at, e->text.len);
}

static raptor_term *
new_literal(ng_writer *w, const ng_term *t)
{
  engine *e = w->raptor;
  ng_suffix suffix = ng_literal_suffix(w, t);
  raptor_uri *type =
      suffix == NG_SUFFIX_TYPE ? new_uri(w, t->space, t->type) : NULL;
  ng_str text = xml_text(w, t->value);
  if (e->text.failed || (suffix == NG_SUFFIX_TYPE && !type))
    return NULL;
  raptor_term *term = raptor_new_term_from_counted_literal(
      e->world, (const unsigned char *)text.at, text.len, type,
      suffix == NG_SUFFIX_LANG ? (const unsigned char *)t->type.at : NULL,
      suffix == NG_SUFFIX_LANG ? (unsigned char)t->type.len : 0);
  if (type)
    raptor_free_uri(type);
  return term;
}

static raptor_term *
new_term(ng_writer *w, const ng_term *t)
{
  engine *e = w->raptor;
  if (t->kind == NG_TERM_BLANK) {
    e->text.len = 0;
    ng_put_blank(t->value, &e->text);
    return e->text.failed ? NULL
                          : raptor_new_term_from_counted_blank(
                                e->world, (unsigned char *)e->text.at + 2,
                                e->text.len - 2);
  }
  if (t->kind != NG_TERM_IRI)
    return new_literal(w, t);
  raptor_uri *uri = new_uri(w, t->space, t->value);
  raptor_term *term = uri ? raptor_new_term_from_uri(e->world, uri) : NULL;
  if (uri)
    raptor_free_uri(uri);
  return term;
}

/* A predicate is an element's name: after its namespace it must end in an XML
 * name (here: an ASCII one). */
static bool
is_element(const ng_term *predicate)
{
  ng_str s = predicate->value;
  for (size_t i = s.len; i > 0; i--) {
    char c = s.at[i - 1];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_')
      return true;
    if (!(c >= '0' && c <= '9') && c != '-' && c != '.')
      return false;
  }
  return false;
}

/* --- documents ------------------------------------------------------------ */

void
ng_rdfxml_begin(ng_writer *w, ng_buf *out)
{
  bool has_rdf = false; /* which the root's own name needs */
  for (size_t i = 1; i < w->spaces.n; i++)
    has_rdf |= strcmp(w->spaces.at[i].prefix, "rdf") == 0;
  ng_buf_printf(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n%s", root);
  if (!has_rdf)
    ng_buf_printf(out, "\n  xmlns:rdf=\"%s\"", rdf_space);
  for (size_t i = 1; i < w->spaces.n; i++) {
    ng_buf_printf(out, "\n  xmlns:%s=\"", w->spaces.at[i].prefix);
    ng_escape_iri(out, w->spaces.at[i].iri);
    ng_buf_char(out, '"');
  }
  ng_buf_put(out, ">\n", 2);
}

void
ng_rdfxml_end(ng_buf *out)
{
  ng_buf_printf(out, "%s\n", root_end);
}

static raptor_serializer *
new_serializer(ng_writer *w, raptor_iostream *stream)
{
  engine *e = w->raptor;
  raptor_serializer *s = raptor_new_serializer(e->world, "rdfxml-abbrev");
  for (size_t i = 1; s && i < w->spaces.n; i++) {
    raptor_uri *uri = new_uri(w, (uint8_t)i, NG_LIT(""));
    if (uri) {
      (void)raptor_serializer_set_namespace(
          s, uri, (const unsigned char *)w->spaces.at[i].prefix);
      raptor_free_uri(uri);
    }
  }
  if (s && raptor_serializer_start_to_iostream(s, NULL, stream)) {
    raptor_free_serializer(s);
    s = NULL;
  }
  return s;
}

static int
put_quad(ng_writer *w, raptor_serializer *s, const ng_quad *quad)
{
  if (!is_element(&quad->predicate)) {
    w->replaced++;
    return 0;
  }
  raptor_statement statement;
  raptor_statement_init(&statement, ((engine *)w->raptor)->world);
  statement.subject = new_term(w, &quad->subject);
  statement.predicate = new_term(w, &quad->predicate);
  statement.object = new_term(w, &quad->object);
  int rc = !statement.subject || !statement.predicate || !statement.object ||
           raptor_serializer_serialize_statement(s, &statement);
  raptor_statement_clear(&statement);
  return rc;
}

/* What is inside the document's root element. */
static ng_str
inside(ng_buf *document)
{
  const size_t n = sizeof root_end - 1;
  size_t end = document->len;
  while (end > n && memcmp(document->at + end - n, root_end, n) != 0)
    end--;
  ng_buf_char(document, '\0');
  const char *begin = document->failed ? NULL : strstr(document->at, root);
  begin = begin ? strchr(begin, '>') : NULL;
  if (!begin || begin + 1 + n > document->at + end)
    return (ng_str){0};
  begin += begin[1] == '\n' ? 2 : 1;
  return (ng_str){begin, (size_t)(document->at + end - n - begin)};
}

static int
put_graph(ng_writer *w, const ng_graph *graph, raptor_iostream *stream)
{
  raptor_serializer *s = new_serializer(w, stream);
  if (!s)
    return 1;
  int rc = 0;
  for (uint32_t i = 0; !rc && i < graph->quads.n; i++)
    rc = put_quad(w, s, &graph->quads.at[i]);
  rc |= raptor_serializer_serialize_end(s);
  raptor_free_serializer(s);
  return rc;
}

ng_status
ng_rdfxml_graph(ng_writer *w, const ng_graph *graph, ng_buf *out, ng_error *err)
{
  engine *e = w->raptor;
  e->document.len = 0;
  e->complaint[0] = '\0';
  raptor_iostream *stream =
      raptor_new_iostream_from_handler(e->world, &e->document, &e->stream);
  int rc = stream ? put_graph(w, graph, stream) : 1;
  if (stream)
    raptor_free_iostream(stream);
  if (rc || e->complaint[0])
    return ng_fail(err, NG_ERR_LIMIT, 0, "raptor cannot write RDF/XML: %s",
                   e->complaint[0] ? e->complaint : "out of memory");
  ng_buf_str(out, inside(&e->document));
  return NG_OK;
}
