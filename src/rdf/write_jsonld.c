/* JSON-LD 1.1, flat: one object a subject and line, in one array; a named graph
 * is {"@id": its name, "@graph": its subjects}.  Names are compact IRIs. */
#include "rdf/escape.h"
#include "rdf/syntax.h"

/* A prefix is one by itself if its IRI ends like a gen-delim of RFC 3986
 * (JSON-LD 1.1, 4.1.5); others must say so. */
static void
put_prefix(const ng_namespace *space, ng_buf *out)
{
  ng_str iri = space->iri;
  bool simple = iri.len && iri.at[iri.len - 1] &&
                strchr(":/?#[]@", iri.at[iri.len - 1]) != NULL;
  ng_buf_printf(out,
                simple ? "\"%s\":\"" : "\"%s\":{\"@prefix\":true,\"@id\":\"",
                space->prefix);
  ng_escape_iri(out, space->iri);
  ng_buf_put(out, "\"}", simple ? 1 : 2);
}

void
ng_jsonld_begin(ng_writer *w, ng_buf *out)
{
  ng_buf_str(out, NG_LIT("{\"@context\":{"));
  for (size_t i = 1; i < w->spaces.n; i++) {
    ng_buf_str(out, i > 1 ? NG_LIT(",\n") : NG_LIT("\n"));
    put_prefix(&w->spaces.at[i], out);
  }
  ng_buf_str(out, NG_LIT("},\n\"@graph\":[\n"));
}

void
ng_jsonld_end(ng_buf *out)
{
  ng_buf_str(out, NG_LIT("\n]}\n"));
}

/* A name as a JSON string.  "id://x" would be read as an absolute IRI. */
static void
put_name(const ng_writer *w, uint8_t space, ng_str local, ng_buf *out)
{
  ng_buf_char(out, '"');
  if (space && !(local.len > 1 && local.at[0] == '/' && local.at[1] == '/')) {
    const char *prefix = w->spaces.at[space].prefix;
    ng_buf_put(out, prefix, strlen(prefix));
    ng_buf_char(out, ':');
  } else
    ng_escape_iri(out, w->spaces.at[space].iri);
  ng_escape_iri(out, local);
  ng_buf_char(out, '"');
}

static void
put_node_name(const ng_writer *w, const ng_term *t, ng_buf *out)
{
  if (t->kind == NG_TERM_BLANK) {
    ng_buf_char(out, '"');
    ng_put_blank(t->value, out);
    ng_buf_char(out, '"');
  } else
    put_name(w, t->space, t->value, out);
}

static void
put_text(ng_writer *w, ng_str s, ng_buf *out)
{
  ng_buf_char(out, '"');
  ng_escape_text(out, s, &w->replaced);
  ng_buf_char(out, '"');
}

static void
put_value(ng_writer *w, const ng_term *t, ng_buf *out)
{
  ng_suffix suffix = ng_literal_suffix(w, t);
  if (suffix == NG_SUFFIX_NONE) {
    put_text(w, t->value, out);
    return;
  }
  ng_buf_str(out, NG_LIT("{\"@value\":"));
  put_text(w, t->value, out);
  if (suffix == NG_SUFFIX_TYPE) {
    ng_buf_str(out, NG_LIT(",\"@type\":"));
    put_name(w, t->space, t->type, out);
  } else
    ng_buf_printf(out, ",\"@language\":\"%.*s\"", NG_ARG(t->type));
  ng_buf_char(out, '}');
}

static bool
is_node(const ng_term *t)
{
  return t->kind == NG_TERM_IRI || t->kind == NG_TERM_BLANK;
}

static void
put_object(ng_writer *w, const ng_term *t, ng_buf *out)
{
  if (!is_node(t)) {
    put_value(w, t, out);
    return;
  }
  ng_buf_str(out, NG_LIT("{\"@id\":"));
  put_node_name(w, t, out);
  ng_buf_char(out, '}');
}

/* Write the predicate that begins with at[0] and its `n` objects. */
static void
put_predicate(ng_writer *w, const ng_quad *at, uint32_t n, ng_buf *out)
{
  bool type = ng_term_is_type(w, &at->predicate);
  for (uint32_t i = 0; i < n; i++)
    type &= is_node(&at[i].object);
  ng_buf_char(out, ',');
  if (type)
    ng_buf_str(out, NG_LIT("\"@type\""));
  else
    put_node_name(w, &at->predicate, out);
  ng_buf_str(out, n > 1 ? NG_LIT(":[") : NG_LIT(":"));
  for (uint32_t i = 0; i < n; i++) {
    if (i)
      ng_buf_char(out, ',');
    if (type)
      put_node_name(w, &at[i].object, out);
    else
      put_object(w, &at[i].object, out);
  }
  if (n > 1)
    ng_buf_char(out, ']');
}

/* Write the subject that begins with at[0]; how many of the `n` quads it
 * takes. */
static uint32_t
put_subject(ng_writer *w, const ng_quad *at, uint32_t n, ng_buf *out)
{
  uint32_t i = 0;
  ng_buf_str(out, NG_LIT("{\"@id\":"));
  put_node_name(w, &at->subject, out);
  while (i < n && ng_term_same(&at[i].subject, &at->subject) &&
         ng_term_same(&at[i].graph, &at->graph)) {
    uint32_t end = i + 1;
    while (end < n && ng_term_same(&at[end].predicate, &at[i].predicate) &&
           ng_term_same(&at[end].subject, &at->subject) &&
           ng_term_same(&at[end].graph, &at->graph))
      end++;
    put_predicate(w, at + i, end - i, out);
    i = end;
  }
  ng_buf_char(out, '}');
  return i;
}

void
ng_jsonld_graph(ng_writer *w, const ng_graph *graph, ng_buf *out)
{
  const ng_quad *at = graph->quads.at;
  const ng_term *name = NULL;
  for (uint32_t i = 0; i < graph->quads.n;) {
    bool same = name && ng_term_same(&at[i].graph, name);
    if (name && !same && name->kind != NG_TERM_NONE)
      ng_buf_str(out, NG_LIT("]}"));
    if (name)
      ng_buf_str(out, NG_LIT(NG_WRITE_SEPARATOR));
    if (!same && at[i].graph.kind != NG_TERM_NONE) {
      ng_buf_str(out, NG_LIT("{\"@id\":"));
      put_node_name(w, &at[i].graph, out);
      ng_buf_str(out, NG_LIT(",\"@graph\":[\n"));
    }
    name = &at[i].graph;
    i += put_subject(w, at + i, graph->quads.n - i, out);
  }
  if (name && name->kind != NG_TERM_NONE)
    ng_buf_str(out, NG_LIT("]}"));
}
