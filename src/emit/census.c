#include "emit/census.h"

#include <inttypes.h>
#include <stdlib.h>

#define RDF_TYPE "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

/* Of classes and predicates. */
typedef enum { PREDICATE = 'p', CLASS = 'c' } part_kind;

static bool
ends_in(ng_str s, const char *with)
{
  size_t n = strlen(with);
  return s.len >= n && memcmp(s.at + s.len - n, with, n) == 0;
}

/* The term that ends at the next space. */
static ng_str
take_term(ng_str *line)
{
  const char *space = line->len ? memchr(line->at, ' ', line->len) : NULL;
  size_t n = space ? (size_t)(space - line->at) : line->len;
  ng_str term = ng_str_slice(*line, 0, n);
  *line = ng_str_slice(*line, n + (space != NULL), line->len);
  return term;
}

static ng_census_part *
new_part(ng_census *c)
{
  if (c->n_parts == c->cap_parts) {
    size_t cap = c->cap_parts ? c->cap_parts * 2 : 64;
    ng_census_part *parts = realloc(c->parts, cap * sizeof *parts);
    if (!parts)
      return NULL;
    c->parts = parts;
    c->cap_parts = cap;
  }
  ng_census_part *part = &c->parts[c->n_parts++];
  *part = (ng_census_part){0};
  return part;
}

static void
count_part(ng_census *c, part_kind kind, ng_str iri)
{
  bool fresh;
  ng_key key = ng_key_of(iri);
  key.b ^= kind;
  uint64_t *place = ng_keys_put(&c->index, key, &fresh);
  ng_census_part *part = NULL;
  if (place && fresh && (part = new_part(c))) {
    *place = c->n_parts - 1;
    ng_buf_char(&part->iri, (char)kind);
    ng_buf_str(&part->iri, iri);
  }
  if (place && !fresh)
    part = &c->parts[*place];
  c->failed |= !part || part->iri.failed;
  if (part)
    part->n++;
}

/* A statement that is in the graph of entities or of runs: has it been there
 * before? */
static bool
is_repeated(ng_census *c, ng_str line)
{
  bool fresh = true;
  if (!ends_in(line, "/entities> .") && !ends_in(line, "/runs> ."))
    return false;
  c->failed |= !ng_keys_put(&c->shared, ng_key_of(line), &fresh);
  return !fresh;
}

static void
take_line(ng_census *c, ng_str line)
{
  if (!line.len || *line.at == '#' || is_repeated(c, line))
    return;
  c->triples++;
  (void)take_term(&line);
  ng_str predicate = take_term(&line);
  count_part(c, PREDICATE, predicate);
  if (!ng_str_equal(predicate, NG_LIT(RDF_TYPE)))
    return;
  ng_str class = take_term(&line);
  count_part(c, CLASS, class);
  c->articles += ends_in(class, "://schema.org/NewsArticle>");
}

void
ng_census_take(ng_census *census, ng_str lines)
{
  while (lines.len) {
    const char *newline = memchr(lines.at, '\n', lines.len);
    size_t n = newline ? (size_t)(newline - lines.at) : lines.len;
    take_line(census, ng_str_slice(lines, 0, n));
    lines = ng_str_slice(lines, n + (newline != NULL), lines.len);
  }
}

/* --- out ------------------------------------------------------------------ */

static int
compare_parts(const void *a, const void *b)
{
  const ng_census_part *x = a, *y = b;
  return ng_str_compare((ng_str){x->iri.at, x->iri.len},
                        (ng_str){y->iri.at, y->iri.len});
}

static void
put_parts(const ng_census *c, part_kind kind, ng_buf *out)
{
  for (size_t i = 0; i < c->n_parts; i++) {
    const ng_census_part *part = &c->parts[i];
    if (part->iri.at[0] != (char)kind)
      continue;
    ng_buf_printf(out, kind == CLASS
                           ? " ;\n  void:classPartition [ void:class "
                           : " ;\n  void:propertyPartition [ void:property ");
    ng_buf_put(out, part->iri.at + 1, part->iri.len - 1);
    ng_buf_printf(out, " ; void:%s %" PRIu64 " ]",
                  kind == CLASS ? "entities" : "triples", part->n);
  }
}

static void
put_file(const ng_census_file *f, ng_buf *out)
{
  const char *slash = strrchr(f->path, '/');
  const char *name = slash ? slash + 1 : f->path;
  ng_str all = {name, strlen(name)};
  ng_buf_printf(out, " ;\n  dcat:distribution [ a dcat:Distribution ; "
                     "dct:title ");
  ng_buf_json(out, all);
  ng_buf_printf(out, " ; dcat:mediaType \"%s\"", f->media);
  if (ends_in(all, ".gz"))
    ng_buf_printf(out, " ; dcat:compressFormat \"application/gzip\"");
  if (ends_in(all, ".zst"))
    ng_buf_printf(out, " ; dcat:compressFormat \"application/zstd\"");
  if (f->size)
    ng_buf_printf(out, " ; dcat:byteSize %" PRIu64, f->size);
  ng_buf_printf(out, " ]");
}

void
ng_census_write(const ng_census *census, const ng_census_file *files,
                size_t n_files, const char *date, ng_buf *out)
{
  const ng_census *c = census;
  if (c->n_parts)
    qsort(c->parts, c->n_parts, sizeof *c->parts, compare_parts);
  ng_buf_printf(
      out,
      "@prefix void: <http://rdfs.org/ns/void#> .\n"
      "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n"
      "@prefix dct: <http://purl.org/dc/terms/> .\n"
      "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n"
      "<#dataset> a void:Dataset , dcat:Dataset ;\n"
      "  dct:title \"News as a knowledge graph\" ;\n"
      "  dct:creator \"newsgraph " NG_VERSION "\" ;\n"
      "  void:triples %" PRIu64 " ;\n"
      "  void:documents %" PRIu64 " ;\n"
      "  void:vocabulary <https://w3id.org/newsgraph/ns#> , "
      "<https://schema.org/> , "
      "<http://semanticweb.cs.vu.nl/2009/11/sem/> ,\n"
      "    <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> , "
      "<http://www.w3.org/ns/prov#>",
      c->triples, c->articles);
  if (date)
    ng_buf_printf(out, " ;\n  dct:created \"%s\"^^xsd:date", date);
  put_parts(c, CLASS, out);
  put_parts(c, PREDICATE, out);
  for (size_t i = 0; i < n_files; i++)
    put_file(&files[i], out);
  ng_buf_printf(out, " .\n");
}

void
ng_census_release(ng_census *census)
{
  for (size_t i = 0; i < census->n_parts; i++)
    ng_buf_release(&census->parts[i].iri);
  free(census->parts);
  ng_keys_release(&census->shared);
  ng_keys_release(&census->index);
  *census = (ng_census){0};
}
