/* nif.c - NIF 2: quads to contexts and phrases. */
#include "cli/nif.h"
#include "core/fail.h"
#include "core/str.h"
#include "rdf/read.h"

#include <stdlib.h>

#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define ITSRDF "http://www.w3.org/2005/11/its/rdf#"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

/* What is said of one subject. */
typedef struct {
  ng_str iri, context, text, ident, class;
  uint32_t begin, end;
  bool has_begin, has_end, has_text, is_context, is_phrase, is_other;
} node;

static bool
is(ng_str s, const char *whole)
{
  return ng_str_equal(s, (ng_str){whole, strlen(whole)});
}

static bool
starts(ng_str s, const char *with)
{
  size_t n = strlen(with);
  return s.len >= n && memcmp(s.at, with, n) == 0;
}

bool
nif_is_name(const char *path)
{
  static const char *const ends[] = {".ttl", ".nt",  ".nq",    ".trig",
                                     ".rdf", ".nif", ".jsonld"};
  size_t n = strlen(path);
  static const char *const packs[] = {".gz", ".zst", ".bz2", ".xz"};
  for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
    size_t len = strlen(packs[i]);
    if (n > len && strcmp(path + n - len, packs[i]) == 0) {
      n -= len;
      break;
    }
  }
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t len = strlen(ends[i]);
    if (n > len && strncmp(path + n - len, ends[i], len) == 0)
      return true;
  }
  return false;
}

/* --- quads to nodes ------------------------------------------------------- */

/* Only what NIF says is kept: graphs of ours say much more. */
static ng_status
collect(void *to, const ng_quad *quad, ng_error *err)
{
  ng_str p = quad->predicate.value;
  if (starts(p, NIF) || starts(p, ITSRDF) || is(p, RDF_TYPE))
    return ng_rdf_collect(to, quad, err);
  return NG_OK;
}

typedef struct {
  const ng_quad *quad;
  uint32_t index; /* as read */
} sorted_quad;

/* By subject, what was read first first. */
static int
compare_quads(const void *a, const void *b)
{
  const sorted_quad *x = a, *y = b;
  int order = ng_str_compare(x->quad->subject.value, y->quad->subject.value);
  return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

static bool
read_index(ng_str digits, uint32_t *out)
{
  uint64_t n = 0;
  for (size_t i = 0; i < digits.len; i++) {
    if (digits.at[i] < '0' || digits.at[i] > '9' || n > UINT32_MAX / 10)
      return false;
    n = n * 10 + (uint64_t)(digits.at[i] - '0');
  }
  *out = (uint32_t)n;
  return digits.len > 0;
}

static void
take_type(node *n, ng_str type)
{
  static const char *const others[] = {NIF "Sentence", NIF "Paragraph",
                                       NIF "Title", NIF "Structure"};
  n->is_context |= is(type, NIF "Context");
  n->is_phrase |= is(type, NIF "Phrase") || is(type, NIF "EntityOccurrence") ||
                  is(type, NIF "TermOccurrence");
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    n->is_other |= is(type, others[i]);
}

/* False for an index that is no number. */
static bool
take(node *n, const ng_quad *q)
{
  ng_str p = q->predicate.value, o = q->object.value;
  if (is(p, RDF_TYPE))
    take_type(n, o);
  else if (is(p, NIF "beginIndex"))
    return n->has_begin = read_index(o, &n->begin);
  else if (is(p, NIF "endIndex"))
    return n->has_end = read_index(o, &n->end);
  else if (is(p, NIF "referenceContext"))
    n->context = o;
  else if (is(p, NIF "isString"))
    n->text = o, n->has_text = true;
  else if (is(p, ITSRDF "taClassRef"))
    n->class = o;
  else if (is(p, ITSRDF "taIdentRef") &&
           (!n->ident.len || starts(o, "http://www.wikidata")))
    n->ident = o;
  return true;
}

/* --- nodes to contexts and phrases ---------------------------------------- */

static nif_context *
find_context(const nif_file *f, ng_str iri)
{
  uint32_t low = 0, high = f->contexts.n;
  while (low < high) {
    uint32_t at = low + (high - low) / 2;
    int order = ng_str_compare(iri, f->contexts.at[at].iri);
    if (order == 0)
      return &f->contexts.at[at];
    if (order < 0)
      high = at;
    else
      low = at + 1;
  }
  return NULL;
}

static uint32_t
count_chars(ng_str s)
{
  uint32_t n = 0;
  for (size_t i = 0; i < s.len; i++)
    n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
  return n;
}

/* A phrase with the index of its context. */
typedef struct {
  uint32_t context;
  nif_phrase phrase;
} placed;

typedef struct {
  nif_file *file;
  ng_arena *arena;
  const char *path;
  NG_VEC(node) nodes;
  NG_VEC(placed) placed;
} reader;

static ng_status
wrong(const reader *r, const node *n, const char *what, ng_error *err)
{
  return ng_fail(err, NG_ERR_SYNTAX, 0, "%s: <%.*s>: %s", r->path,
                 (int)(n->iri.len < 90 ? n->iri.len : 90), n->iri.at, what);
}

static ng_status
spent(const reader *r, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", r->path);
}

static ng_status
read_nodes(reader *r, ng_error *err)
{
  ng_graph graph;
  ng_graph_init(&graph, r->arena);
  NG_TRY(ng_rdf_read_file(r->path, NULL, (ng_rdf_sink){collect, &graph}, err));
  uint32_t n = graph.quads.n;
  sorted_quad *sorted = NG_NEW(r->arena, sorted_quad, n + 1);
  if (!sorted)
    return spent(r, err);
  for (uint32_t i = 0; i < n; i++)
    sorted[i] = (sorted_quad){&graph.quads.at[i], i};
  qsort(sorted, n, sizeof *sorted, compare_quads);
  for (uint32_t i = 0; i < n; i++) {
    ng_str iri = sorted[i].quad->subject.value;
    if (i == 0 || ng_str_compare(iri, sorted[i - 1].quad->subject.value) != 0) {
      node fresh = {.iri = iri};
      if (!NG_PUSH(r->arena, &r->nodes, fresh))
        return spent(r, err);
    }
    node *last = &r->nodes.at[r->nodes.n - 1];
    if (!take(last, sorted[i].quad))
      return wrong(r, last, "an index is no number", err);
  }
  return NG_OK;
}

static ng_status
add_contexts(reader *r, ng_error *err)
{
  for (uint32_t i = 0; i < r->nodes.n; i++) {
    const node *n = &r->nodes.at[i];
    nif_context c = {.iri = n->iri,
                     .text = n->text,
                     .has_text = n->has_text,
                     .n_chars = count_chars(n->text)};
    if ((n->is_context || n->has_text) &&
        !NG_PUSH(r->arena, &r->file->contexts, c))
      return spent(r, err);
  }
  return NG_OK;
}

static bool
is_phrase(const node *n)
{
  return !n->is_context && !n->has_text && !n->is_other &&
         (n->is_phrase || n->ident.len);
}

static ng_status
place(reader *r, const node *n, ng_error *err)
{
  if (!n->has_begin || !n->has_end)
    return wrong(r, n, "a phrase without nif:beginIndex or nif:endIndex", err);
  nif_context *c = n->context.len ? find_context(r->file, n->context) : NULL;
  if (!c)
    return wrong(r, n, "a phrase whose nif:referenceContext is not there", err);
  if (n->begin >= n->end)
    return wrong(r, n, "a phrase that ends where it begins, or before", err);
  if (c->has_text && n->end > c->n_chars)
    return wrong(r, n, "a phrase that ends behind its text", err);
  placed p = {(uint32_t)(c - r->file->contexts.at),
              {n->iri, n->begin, n->end, n->ident, n->class}};
  return NG_PUSH(r->arena, &r->placed, p) ? NG_OK : spent(r, err);
}

static int
compare_placed(const void *a, const void *b)
{
  const placed *x = a, *y = b;
  if (x->context != y->context)
    return x->context < y->context ? -1 : 1;
  if (x->phrase.begin != y->phrase.begin)
    return x->phrase.begin < y->phrase.begin ? -1 : 1;
  if (x->phrase.end != y->phrase.end)
    return x->phrase.end > y->phrase.end ? -1 : 1;
  return ng_str_compare(x->phrase.iri, y->phrase.iri);
}

static ng_status
add_phrases(reader *r, ng_error *err)
{
  for (uint32_t i = 0; i < r->nodes.n; i++)
    if (is_phrase(&r->nodes.at[i]))
      NG_TRY(place(r, &r->nodes.at[i], err));
  if (r->placed.n)
    qsort(r->placed.at, r->placed.n, sizeof *r->placed.at, compare_placed);
  for (uint32_t i = 0; i < r->placed.n; i++) {
    nif_context *c = &r->file->contexts.at[r->placed.at[i].context];
    if (!c->n++)
      c->first = i;
    if (!NG_PUSH(r->arena, &r->file->phrases, r->placed.at[i].phrase))
      return spent(r, err);
  }
  return NG_OK;
}

ng_status
nif_read(nif_file *out, const char *path, ng_arena *arena, ng_error *err)
{
  *out = (nif_file){0};
  reader r = {.file = out, .arena = arena, .path = path};
  NG_TRY(read_nodes(&r, err));
  NG_TRY(add_contexts(&r, err));
  NG_TRY(add_phrases(&r, err));
  if (!out->contexts.n)
    return ng_fail(err, NG_ERR_SYNTAX, 0, "%s: no nif:Context in it", path);
  return NG_OK;
}
