#include "cli/verify.h"
#include "cli/common.h"
#include "core/fail.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/walk.h"
#include "emit/emit.h"
#include "rdf/read.h"

#include <stdarg.h>

#include <stdio.h>
#include <stdlib.h>

#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define NG "https://w3id.org/newsgraph/ns#"
#define OA "http://www.w3.org/ns/oa#"
#define FISE "http://fise.iks-project.eu/ontology/"

/* What is kept of a graph. */
typedef enum {
  FACT_BEGIN,
  FACT_END,
  FACT_ANCHOR,
  FACT_STRING,   /* the whole text */
  FACT_EVIDENCE, /* something is shown by this span */
  N_FACTS
} fact_kind;

struct cli_fact {
  ng_str subject, value;
  fact_kind kind;
};

typedef struct cli_fact fact;

#define PREDICATE(iri)   \
  {                      \
    iri, sizeof(iri) - 1 \
  }

static const struct {
  ng_str predicate;
  fact_kind kind;
  bool renamed; /* of profile oa or fise: see span_iri() */
} predicates[] = {
    {PREDICATE(NIF "beginIndex"), FACT_BEGIN, false},
    {PREDICATE(NIF "endIndex"), FACT_END, false},
    {PREDICATE(NIF "anchorOf"), FACT_ANCHOR, false},
    {PREDICATE(NIF "isString"), FACT_STRING, false},
    {PREDICATE(NG "evidence"), FACT_EVIDENCE, false},
    {PREDICATE(OA "start"), FACT_BEGIN, true},
    {PREDICATE(OA "end"), FACT_END, true},
    {PREDICATE(OA "exact"), FACT_ANCHOR, true},
    {PREDICATE(FISE "start"), FACT_BEGIN, true},
    {PREDICATE(FISE "end"), FACT_END, true},
    {PREDICATE(FISE "selected-text"), FACT_ANCHOR, true},
};

void
cli_verifier_init(cli_verifier *v)
{
  *v = (cli_verifier){0};
  ng_arena_init(&v->arena, SIZE_MAX / 4);
}

void
cli_verifier_release(cli_verifier *v)
{
  for (uint32_t i = 0; i < v->texts.n; i++)
    ng_doc_free(v->texts.at[i].doc);
  free(v->facts);
  ng_arena_release(&v->arena);
}

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

/* --- articles ------------------------------------------------------------- */

static ng_status
add_text(cli_verifier *v, ng_doc *doc, ng_error *err)
{
  ng_article_key key = {doc->url.len ? doc->url : doc->id, doc->date,
                        doc->text};
  size_t n = ng_utf8_count(doc->text);
  cli_text text = {.doc = doc, .n = (uint32_t)n};
  text.iri = ng_article_iri(&v->arena, &key);
  text.places = NG_NEW(&v->arena, uint32_t, n + 1);
  if (!text.iri.at || !text.places || !NG_PUSH(&v->arena, &v->texts, text)) {
    ng_doc_free(doc);
    return no_memory(err);
  }
  uint32_t at = 0;
  for (size_t i = 0; i < doc->text.len; i++)
    if ((doc->text.at[i] & 0xc0) != 0x80)
      text.places[at++] = (uint32_t)i;
  text.places[at] = (uint32_t)doc->text.len;
  return NG_OK;
}

/* The articles of one file; whoever is missing has been told of. */
static bool
read_articles(cli_verifier *v, const char *path, const ng_options *options)
{
  ng_error err = {0};
  ng_reader *reader;
  bool all = true;
  ng_status st = ng_reader_open(&reader, path, options, &err);
  while (st == NG_OK) {
    ng_doc *doc;
    st = ng_reader_next(reader, &doc, &err);
    if (st == NG_OK)
      st = add_text(v, doc, &err);
    else if (st == NG_ERR_SYNTAX || st == NG_ERR_LIMIT) {
      all = cli_complain(path, &err) == 0;
      st = NG_OK; /* one article is lost */
    }
  }
  ng_reader_close(reader);
  return st == NG_END ? all : cli_complain(path, &err) == 0;
}

bool
cli_verifier_text(cli_verifier *v, const char *path, const ng_options *options)
{
  ng_error err = {0};
  ng_walk *walk;
  ng_walk_from from = {.paths = &path, .n_paths = 1};
  if (ng_walk_new(&walk, &from, &err) != NG_OK)
    return cli_complain(path, &err) == 0;
  bool all = true;
  const char *file;
  for (ng_status st; (st = ng_walk_next(walk, &file, &err)) != NG_END;)
    all &= st == NG_OK ? read_articles(v, file, options)
                       : cli_complain(file, &err) == 0;
  ng_walk_free(walk);
  return all;
}

static bool
is_of(const cli_text *text, ng_str article)
{
  ng_str own = text->iri;
  return article.len >= own.len &&
         memcmp(article.at + article.len - own.len, own.at, own.len) == 0;
}

/* The article that `iri` is part of: the one whose IRI it starts with (under
 * any base), or NULL.  Spans come article by article. */
static const cli_text *
find_text(cli_verifier *v, ng_str iri)
{
  const char *hash = memchr(iri.at, '#', iri.len);
  ng_str article = {iri.at, hash ? (size_t)(hash - iri.at) : iri.len};
  if (v->last < v->texts.n && is_of(&v->texts.at[v->last], article))
    return &v->texts.at[v->last];
  for (v->last = 0; v->last < v->texts.n; v->last++)
    if (is_of(&v->texts.at[v->last], article))
      return &v->texts.at[v->last];
  return NULL;
}

/* --- the graph ------------------------------------------------------------ */

static ng_str
keep(cli_verifier *v, ng_str s)
{
  char *at = NG_NEW(&v->arena, char, s.len + 1);
  if (at && s.len)
    memcpy(at, s.at, s.len);
  return (ng_str){at, s.len};
}

static ng_status
add_fact(cli_verifier *v, fact f, ng_error *err)
{
  f.subject = keep(v, f.subject);
  f.value = keep(v, f.value);
  if (v->n_facts == v->cap) {
    uint32_t cap = v->cap ? 2 * v->cap : 1024;
    fact *at = realloc(v->facts, cap * sizeof *at);
    if (!at)
      return no_memory(err);
    v->facts = at;
    v->cap = cap;
  }
  if (!f.subject.at || !f.value.at)
    return no_memory(err);
  v->facts[v->n_facts++] = f;
  return NG_OK;
}

/* The span that a selector (profile oa) or an annotation (fise) speaks of:
 * article + "#char=B,E" for "#position-B,E"; empty if it is none of ours. */
static ng_str
span_iri(cli_verifier *v, ng_str iri)
{
  static const char *const names[] = {"position-", "quote-",
                                      "text-annotation-"};
  static const char title[] = "title-";
  const char *hash = memchr(iri.at, '#', iri.len);
  size_t at = hash ? (size_t)(hash + 1 - iri.at) : iri.len;
  if (iri.len - at > sizeof title - 1 &&
      memcmp(iri.at + at, title, sizeof title - 1) == 0)
    at += sizeof title - 1;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t n = strlen(names[i]);
    if (iri.len - at <= n || memcmp(iri.at + at, names[i], n) != 0)
      continue;
    size_t room = iri.len + sizeof "char=";
    char *out = NG_NEW(&v->arena, char, room);
    int len = out ? snprintf(out, room, "%.*schar=%.*s", (int)at, iri.at,
                             (int)(iri.len - at - n), iri.at + at + n)
                  : 0;
    return (ng_str){out, (size_t)len};
  }
  return (ng_str){"", 0};
}

static ng_status
take_quad(void *to, const ng_quad *quad, ng_error *err)
{
  for (size_t i = 0; i < sizeof predicates / sizeof *predicates; i++) {
    if (!ng_str_equal(quad->predicate.value, predicates[i].predicate))
      continue;
    fact f = {quad->subject.value, quad->object.value, predicates[i].kind};
    if (f.kind == FACT_EVIDENCE)
      f.subject = quad->object.value;
    if (predicates[i].renamed)
      f.subject = span_iri(to, f.subject);
    if (!f.subject.at)
      return no_memory(err);
    if (!f.subject.len)
      return NG_OK;
    return add_fact(to, f, err);
  }
  return NG_OK;
}

static int
compare(const void *a, const void *b)
{
  const fact *x = a, *y = b;
  size_t n = x->subject.len < y->subject.len ? x->subject.len : y->subject.len;
  int order = memcmp(x->subject.at, y->subject.at, n);
  if (order)
    return order;
  if (x->subject.len != y->subject.len)
    return x->subject.len < y->subject.len ? -1 : 1;
  return (x->kind > y->kind) - (x->kind < y->kind);
}

/* --- checking ------------------------------------------------------------- */

/* What the graph says of one span. */
typedef struct {
  ng_str iri;
  ng_str is[N_FACTS]; /* .at is NULL where it says nothing */
} span;

__attribute__((format(printf, 3, 4))) static void
wrong(cli_verifier *v, const span *s, const char *fmt, ...)
{
  va_list ap;
  va_start(ap, fmt);
  (void)fprintf(stderr, "newsgraph: <%.*s>: ", NG_ARG(s->iri));
  (void)vfprintf(stderr, fmt, ap);
  (void)fputc('\n', stderr);
  va_end(ap);
  v->wrong++;
}

/* A number of code points; UINT32_MAX if `s` is none. */
static uint32_t
number(ng_str s)
{
  uint64_t n = 0;
  for (size_t i = 0; i < s.len; i++) {
    if (s.at[i] < '0' || s.at[i] > '9')
      return UINT32_MAX;
    n = n * 10 + (uint64_t)(s.at[i] - '0');
    if (n > UINT32_MAX)
      return UINT32_MAX;
  }
  return s.len ? (uint32_t)n : UINT32_MAX;
}

/* The part of the text that the IRI speaks of. */
static ng_span
part_of(const cli_text *text, ng_str iri)
{
  const ng_doc *doc = text->doc;
  bool title = memmem(iri.at, iri.len, "#title-char=", 12) != NULL;
  return doc->parts.at[title ? 0 : doc->parts.n - 1].span;
}

/* Code points [begin, end) of the part; false if it has not so many. */
static bool
slice(const cli_text *text, ng_span part, ng_span range, ng_str *out)
{
  uint32_t first = 0;
  while (first < text->n && text->places[first] < part.begin)
    first++;
  if (range.begin > range.end || range.end > text->n - first)
    return false;
  uint32_t begin = text->places[first + range.begin];
  uint32_t end = text->places[first + range.end];
  *out = ng_doc_text(text->doc, (ng_span){begin, end});
  return end <= part.end;
}

/* Does "...char=B,E" at the IRI's end, if that is there, say the same? */
static bool
iri_agrees(ng_str iri, ng_span range)
{
  char want[48];
  if (!memmem(iri.at, iri.len, "char=", 5))
    return true;
  int n = snprintf(want, sizeof want, "char=%u,%u", range.begin, range.end);
  return iri.len >= (size_t)n &&
         memcmp(iri.at + iri.len - (size_t)n, want, (size_t)n) == 0;
}

/* Are the words of a graph those of the text?  What a format cannot carry, or a
 * parser not read, such as NUL, is U+FFFD in the graph. */
static bool
says(ng_str graph, ng_str text)
{
  while (graph.len && text.len) {
    uint32_t a, b;
    size_t n = ng_utf8_decode(graph, &a), m = ng_utf8_decode(text, &b);
    bool control = b < ' ' || b == 0x7F || b == 0xFFFE || b == 0xFFFF;
    if (!n || !m || (a != b && !(a == 0xFFFD && control)))
      return false;
    graph = ng_str_slice(graph, n, graph.len);
    text = ng_str_slice(text, m, text.len);
  }
  return graph.len == text.len;
}

static void
check_anchor(cli_verifier *v, const span *s, const cli_text *text)
{
  enum { SHOWN = 60 };
  ng_span part = part_of(text, s->iri);
  ng_span range = {number(s->is[FACT_BEGIN]), number(s->is[FACT_END])};
  ng_str anchor = s->is[FACT_ANCHOR], found;
  if (range.begin == UINT32_MAX || range.end == UINT32_MAX)
    wrong(v, s, "no beginIndex and endIndex");
  else if (!iri_agrees(s->iri, range))
    wrong(v, s, "its IRI and its offsets %u to %u differ", range.begin,
          range.end);
  else if (!slice(text, part, range, &found))
    wrong(v, s, "offsets %u to %u are not in the text", range.begin, range.end);
  else if (!anchor.at)
    wrong(v, s, "no anchorOf");
  else if (!says(anchor, found))
    wrong(v, s, "the text has '%.*s', not '%.*s'",
          (int)(found.len < SHOWN ? found.len : SHOWN), found.at,
          (int)(anchor.len < SHOWN ? anchor.len : SHOWN), anchor.at);
}

/* Say once an article that it cannot be checked: spans come article by article.
 */
static void
miss_text(cli_verifier *v, const span *s)
{
  const char *hash = memchr(s->iri.at, '#', s->iri.len);
  span article = {
      .iri = {s->iri.at, hash ? (size_t)(hash - s->iri.at) : s->iri.len}};
  if (v->missed.at && ng_str_equal(v->missed, article.iri)) {
    v->wrong++;
    return;
  }
  v->missed = article.iri;
  wrong(v, &article,
        "no text of this article is given, with the date and URL that it had");
}

static void
check_span(cli_verifier *v, const span *s, bool twice)
{
  bool context = s->is[FACT_STRING].at != NULL;
  bool described = s->is[FACT_BEGIN].at || s->is[FACT_ANCHOR].at;
  v->spans++;
  const cli_text *text = find_text(v, s->iri);
  if (!text)
    miss_text(v, s);
  else if (twice)
    wrong(v, s, "its offsets or its words are said twice, in two ways");
  else if (!described && !context)
    wrong(v, s, "is evidence, and nothing says where it is");
  else if (!context)
    check_anchor(v, s, text);
  else if (!says(s->is[FACT_STRING],
                 ng_doc_text(text->doc, part_of(text, s->iri))) &&
           !says(s->is[FACT_STRING], text->doc->title))
    wrong(v, s, "its isString is not the text");
}

static void
check_all(cli_verifier *v)
{
  for (uint32_t i = 0; i < v->n_facts;) {
    span s = {.iri = v->facts[i].subject};
    bool twice = false;
    for (; i < v->n_facts && ng_str_equal(v->facts[i].subject, s.iri); i++) {
      ng_str *is = &s.is[v->facts[i].kind];
      twice |= is->at && !ng_str_equal(*is, v->facts[i].value);
      *is = v->facts[i].value;
    }
    check_span(v, &s, twice);
  }
}

ng_status
cli_verifier_graph(cli_verifier *v, const char *path, ng_error *err)
{
  v->n_facts = 0;
  NG_TRY(ng_rdf_read_file(path, NULL, (ng_rdf_sink){take_quad, v}, err));
  if (v->n_facts)
    qsort(v->facts, v->n_facts, sizeof *v->facts, compare);
  check_all(v);
  return NG_OK;
}
