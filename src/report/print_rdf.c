/* print_rdf.c - findings for programs: JSON and N-Triples. */
#include "emit/iri.h"
#include "report/print.h"

static void
member(ng_buf *out, const char *name, ng_str value)
{
  ng_buf_printf(out, ",\"%s\":", name);
  ng_buf_json(out, value);
}

static void
put_values(ng_buf *out, const ng_finding *f, const ng_facts *facts)
{
  for (uint32_t k = 0; k < f->values.n; k++) {
    const ng_finding_value *v = &f->values.at[k];
    ng_buf_printf(out, "%s\n  {\"value\":", k ? "," : "");
    ng_buf_json(out, v->value);
    ng_buf_printf(out, ",\"articles\":%u", v->n);
    member(out, "date", v->date);
    member(out, "article",
           v->article == UINT32_MAX ? (ng_str){"", 0}
                                    : facts->articles.at[v->article].iri);
    member(out, "node", v->node);
    ng_buf_char(out, '}');
  }
}

void
ng_print_findings_json(ng_buf *out, const ng_findings *findings,
                       ng_facts *facts)
{
  ng_buf_printf(out, "{\"articles\":[");
  for (uint32_t i = 0; i < facts->articles.n; i++) {
    const ng_fact_article *a = &facts->articles.at[i];
    ng_buf_printf(out, "%s\n {\"iri\":", i ? "," : "");
    ng_buf_json(out, a->iri);
    member(out, "title", a->title);
    member(out, "url", a->url);
    member(out, "date", a->date);
    if (a->source != i)
      member(out, "copy_of", facts->articles.at[a->source].iri);
    ng_buf_char(out, '}');
  }
  ng_buf_printf(out, "],\"findings\":[");
  for (uint32_t i = 0; i < findings->at.n; i++) {
    const ng_finding *f = &findings->at.at[i];
    ng_buf_printf(out, "%s\n {\"finding\":\"%s\",\"aspect\":\"%s\"",
                  i ? "," : "", ng_finding_kind_name(f->kind), f->aspect);
    member(out, "topic", f->topic);
    ng_buf_printf(out, ",\"sources\":%u,\"values\":[", f->sources);
    put_values(out, f, facts);
    ng_buf_printf(out, "]}");
  }
  ng_buf_printf(out, "]}\n");
}

/* --- N-Triples ------------------------------------------------------------ */

#define NS "https://w3id.org/newsgraph/ns#"

/* A finding's IRI: of its kind, and the nodes that it is about. */
static void
put_iri(ng_buf *out, const ng_finding *f, ng_str base)
{
  ng_hash hash;
  char text[NG_HASH_TEXT];
  const char *kind = ng_finding_kind_name(f->kind);
  ng_hash_init(&hash);
  ng_hash_str(&hash, (ng_str){kind, strlen(kind)});
  ng_hash_str(&hash, (ng_str){f->aspect, strlen(f->aspect)});
  ng_hash_str(&hash, f->topic);
  for (uint32_t k = 0; k < f->values.n; k++)
    ng_hash_str(&hash, f->values.at[k].node);
  ng_hash_end(&hash, text);
  ng_buf_printf(out, "<%.*sfinding/%.*s> ", NG_ARG(base), NG_HASH_TEXT, text);
}

static void
put_literal(ng_buf *out, ng_str s)
{
  ng_buf_char(out, '"');
  for (size_t i = 0; i < s.len; i++) {
    char c = s.at[i];
    if (c == '"' || c == '\\')
      ng_buf_char(out, '\\');
    if (c == '\n' || c == '\r')
      ng_buf_printf(out, c == '\n' ? "\\n" : "\\r");
    else
      ng_buf_char(out, c);
  }
  ng_buf_put(out, "\" .\n", 4);
}

void
ng_print_findings_rdf(ng_buf *out, const ng_findings *findings, ng_str base)
{
  for (uint32_t i = 0; i < findings->at.n; i++) {
    const ng_finding *f = &findings->at.at[i];
    put_iri(out, f, base);
    ng_buf_printf(out, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <" NS
                       "Finding> .\n");
    put_iri(out, f, base);
    ng_buf_printf(out, "<" NS "finding> \"%s\" .\n",
                  ng_finding_kind_name(f->kind));
    put_iri(out, f, base);
    ng_buf_printf(out, "<http://www.w3.org/2000/01/rdf-schema#label> ");
    put_literal(out, f->topic);
    put_iri(out, f, base);
    ng_buf_printf(out, "<" NS "aspect> \"%s\" .\n", f->aspect);
    put_iri(out, f, base);
    ng_buf_printf(out,
                  "<" NS "sources> \"%u\"^^<http://www.w3.org/2001/"
                  "XMLSchema#integer> .\n",
                  f->sources);
    for (uint32_t k = 0; k < f->values.n; k++) {
      put_iri(out, f, base);
      ng_buf_printf(out, "<" NS "concerns> <%.*s> .\n",
                    NG_ARG(f->values.at[k].node));
    }
  }
}
