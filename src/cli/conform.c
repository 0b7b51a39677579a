/* conform.c - graphs against shapes: what does not conform, for people. */
#include "cli/conform.h"
#include "core/buf.h"
#include "rdf/prefixes.h"

#include <stdio.h>

typedef struct {
  const char *name;
  const unsigned char *at;
  size_t len;
} embedded;

#include "shapes.inc"

static const size_t BUDGET = (size_t)8 << 30;

void
cli_conformer_init(cli_conformer *c)
{
  *c = (cli_conformer){0};
  ng_triples_init(&c->shapes, BUDGET);
  ng_triples_init(&c->data, BUDGET);
}

void
cli_conformer_release(cli_conformer *c)
{
  ng_triples_release(&c->shapes);
  ng_triples_release(&c->data);
}

ng_status
cli_conformer_shapes(cli_conformer *c, const char *path, ng_error *err)
{
  ng_rdf_sink sink = ng_triples_sink(&c->shapes);
  if (path)
    return ng_rdf_read_file(path, NULL, sink, err);
  const embedded *built_in = &embedded_files[0];
  ng_str text = {(const char *)built_in->at, built_in->len};
  return ng_rdf_read_memory(text, NG_TURTLE, built_in->name, sink, err);
}

/* --- what does not conform ------------------------------------------------ */

/* A term as in Turtle, short enough for a line. */
static void
put_term(ng_buf *out, ng_term term)
{
  enum { SHOWN = 80 };
  static const char ours[] = "https://w3id.org/newsgraph/shapes#";
  ng_namespaces spaces = ng_well_known_prefixes();
  if (term.value.len > sizeof ours - 1 &&
      memcmp(term.value.at, ours, sizeof ours - 1) == 0) {
    ng_buf_printf(out, "shape:%s", term.value.at + sizeof ours - 1);
    return;
  }
  if (term.kind == NG_TERM_TYPED && term.value.len < SHOWN) {
    ng_buf_str(out, term.value);
    return;
  }
  ng_term shorter = ng_term_shorten(spaces, term);
  if (!memchr(shorter.value.at, '/', shorter.value.len))
    term = shorter; /* what has parts is no name of Turtle's */
  ng_str text = term.value;
  bool iri = term.kind == NG_TERM_IRI, whole = iri && !term.space;
  if (!iri && text.len > SHOWN)
    text.len = SHOWN;
  if (iri && term.space)
    ng_buf_printf(out, "%s:", spaces.at[term.space].prefix);
  if (term.kind == NG_TERM_BLANK)
    ng_buf_put(out, "_:", 2);
  else if (!iri || whole)
    ng_buf_char(out, iri ? '<' : '"');
  ng_buf_str(out, text);
  if (term.kind != NG_TERM_BLANK && (!iri || whole))
    ng_buf_char(out, iri ? '>' : '"');
}

static void
tell(void *to, const ng_violation *v)
{
  ng_buf out = {0};
  (void)to;
  ng_buf_put(&out, "newsgraph: ", 11);
  put_term(&out, v->focus);
  ng_buf_put(&out, ": ", 2);
  put_term(&out, v->shape);
  if (v->path.kind != NG_TERM_NONE) {
    ng_buf_printf(&out, ": %s", v->inverse ? "^" : "");
    put_term(&out, v->path);
  }
  if (v->value.kind != NG_TERM_NONE) {
    ng_buf_char(&out, ' ');
    put_term(&out, v->value);
  }
  ng_buf_printf(&out, ": sh:%s", v->constraint);
  if (v->argument.kind != NG_TERM_BLANK) {
    ng_buf_char(&out, ' ');
    put_term(&out, v->argument);
  }
  ng_buf_put(&out, " does not hold", 14);
  if (v->message.len)
    ng_buf_printf(&out, ": %.*s", NG_ARG(v->message));
  if (!out.failed)
    (void)fprintf(stderr, "%.*s\n", (int)out.len, out.at);
  ng_buf_release(&out);
}

ng_status
cli_conformer_check(cli_conformer *c, ng_error *err)
{
  ng_shapes_report report = {.tell = tell};
  ng_status st = ng_shapes_check(&c->shapes, &c->data, &report, err);
  c->nodes = report.nodes;
  c->violations = report.violations;
  return st;
}
