#include "rdf/syntax.h"

#include "core/fail.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XSD "http://www.w3.org/2001/XMLSchema#"

static uint8_t
find_space(ng_namespaces spaces, ng_str iri)
{
  for (size_t i = 1; i < spaces.n; i++)
    if (ng_str_equal(spaces.at[i].iri, iri))
      return (uint8_t)i;
  return 0;
}

/* The namespace of what a program mints.  A relative IRI is appended to a base
 * as it is only if that is a folder. */
static uint8_t
find_base(ng_namespaces spaces)
{
  for (size_t i = 1; i < spaces.n; i++) {
    ng_str iri = spaces.at[i].iri;
    if (strcmp(spaces.at[i].prefix, "id") == 0)
      return iri.len && iri.at[iri.len - 1] == '/' &&
                     !memchr(iri.at, '?', iri.len) &&
                     !memchr(iri.at, '#', iri.len)
                 ? (uint8_t)i
                 : 0;
  }
  return 0;
}

ng_status
ng_writer_init(ng_writer *writer, ng_format format, ng_namespaces spaces,
               ng_error *err)
{
  if (spaces.n < 1 || spaces.n > UINT8_MAX)
    return ng_fail(err, NG_ERR_USAGE, 0, "%zu namespaces", spaces.n);
  *writer = (ng_writer){.format = format, .spaces = spaces};
  writer->rdf = find_space(spaces, NG_LIT(RDF));
  writer->xsd = find_space(spaces, NG_LIT(XSD));
  writer->base = find_base(spaces);
  return format == NG_RDFXML ? ng_rdfxml_init(writer, err) : NG_OK;
}

void
ng_writer_release(ng_writer *writer)
{
  if (writer->format == NG_RDFXML)
    ng_rdfxml_release(writer);
}

/* A buffer remembers that memory ran out. */
static ng_status
check(const ng_buf *out, ng_error *err)
{
  return out->failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory") : NG_OK;
}

ng_status
ng_write_begin(ng_writer *writer, ng_buf *out, ng_error *err)
{
  switch (writer->format) {
  case NG_TURTLE:
  case NG_TRIG:
    ng_turtle_begin(writer, out);
    break;
  case NG_JSONLD:
    ng_jsonld_begin(writer, out);
    break;
  case NG_RDFXML:
    ng_rdfxml_begin(writer, out);
    break;
  case NG_NTRIPLES:
  case NG_NQUADS:
    break;
  }
  return check(out, err);
}

ng_status
ng_write_graph(ng_writer *writer, const ng_graph *graph, bool first,
               ng_buf *out, ng_error *err)
{
  if (!graph->quads.n)
    return NG_OK;
  switch (writer->format) {
  case NG_NTRIPLES:
  case NG_NQUADS:
    ng_ntriples_graph(writer, graph, out);
    break;
  case NG_TURTLE:
  case NG_TRIG:
    ng_turtle_graph(writer, graph, out);
    break;
  case NG_JSONLD:
    if (!first)
      ng_buf_str(out, NG_LIT(NG_WRITE_SEPARATOR));
    ng_jsonld_graph(writer, graph, out);
    break;
  case NG_RDFXML:
    NG_TRY(ng_rdfxml_graph(writer, graph, out, err));
    break;
  }
  return check(out, err);
}

ng_status
ng_write_end(ng_writer *writer, ng_buf *out, ng_error *err)
{
  if (writer->format == NG_JSONLD)
    ng_jsonld_end(out);
  else if (writer->format == NG_RDFXML)
    ng_rdfxml_end(out);
  return check(out, err);
}
