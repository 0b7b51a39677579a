#include "report/facts.h"
#include "core/fail.h"

#include <stdlib.h>

#define NG "https://w3id.org/newsgraph/ns#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define SEM "http://semanticweb.cs.vu.nl/2009/11/sem/"
#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"

static const size_t BUDGET = (size_t)8 << 30;

void
ng_facts_init(ng_facts *facts)
{
  *facts = (ng_facts){0};
  ng_arena_init(&facts->arena, BUDGET);
  ng_triples_init(&facts->triples, BUDGET);
}

void
ng_facts_release(ng_facts *facts)
{
  ng_triples_release(&facts->triples);
  ng_arena_release(&facts->arena);
}

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "the graphs are too large to compare");
}

ng_rdf_sink
ng_facts_sink(ng_facts *facts)
{
  return ng_triples_sink(&facts->triples);
}

/* --- nodes ---------------------------------------------------------------- */

static ng_str
iri_of(const ng_facts *f, uint32_t node)
{
  return f->triples.nodes.at[node].term.value;
}

const ng_term *
ng_facts_each(const ng_facts *f, uint32_t node, const char *predicate,
              const ng_triple **at)
{
  const ng_triples *t = &f->triples;
  uint32_t wanted = *at ? (*at)->predicate : ng_triples_iri(t, predicate);
  *at = *at ? ng_triples_next(t, *at) : ng_triples_first(t, node);
  while (*at && (*at)->predicate != wanted)
    *at = ng_triples_next(t, *at);
  return *at ? &t->nodes.at[(*at)->object].term : NULL;
}

/* Of several objects the least, so that the order of quads does not matter. */
static ng_str
object(const ng_facts *f, uint32_t node, const char *predicate)
{
  ng_str least = {"", 0};
  const ng_triple *at = NULL;
  for (const ng_term *o; (o = ng_facts_each(f, node, predicate, &at));)
    if (!least.len || ng_str_compare(o->value, least) < 0)
      least = o->value;
  return least;
}

ng_str
ng_facts_object(const ng_facts *facts, ng_str iri, const char *predicate)
{
  ng_term term = ng_iri(0, iri);
  return object(facts, ng_triples_find(&facts->triples, &term), predicate);
}

static bool
is_a(const ng_facts *f, uint32_t node, const char *class)
{
  const ng_triple *at = NULL;
  uint32_t wanted = ng_triples_iri(&f->triples, class);
  while (wanted && ng_facts_each(f, node, RDF "type", &at))
    if (at->object == wanted)
      return true;
  return false;
}

ng_str
ng_facts_label(const ng_facts *facts, ng_str iri)
{
  ng_str label = ng_facts_object(facts, iri, RDFS "label");
  return label.len ? label : ng_str_local(iri);
}

ng_str
ng_facts_article_name(const ng_facts *facts, uint32_t article)
{
  if (article == NG_FACT_NONE)
    return (ng_str){"", 0};
  const ng_fact_article *a = &facts->articles.at[article];
  return a->title.len ? a->title : a->url.len ? a->url : a->iri;
}

/* --- rows ----------------------------------------------------------------- */

static int
compare_str(const void *a, const void *b)
{
  return ng_str_compare(*(const ng_str *)a, *(const ng_str *)b);
}

/* The words of a node's evidence; of several spans, the first by IRI. */
static ng_str
words_of(const ng_facts *f, uint32_t node)
{
  ng_str span = object(f, node, NG "evidence");
  return span.len ? ng_facts_object(f, span, NIF "anchorOf") : span;
}

/* "schema:" is https or http. */
static ng_str
schema(const ng_facts *f, uint32_t node, const char *name)
{
  char iri[64] = "https://schema.org/";
  strncat(iri, name, sizeof iri - strlen(iri) - 1);
  ng_str found = object(f, node, iri);
  if (found.len)
    return found;
  memmove(iri + 4, iri + 5, strlen(iri + 5) + 1); /* without the 's' */
  return object(f, node, iri);
}

static uint32_t
article_of(const ng_facts *f, uint32_t node)
{
  ng_str iri = object(f, node, NG "source");
  for (uint32_t lo = 0, hi = f->articles.n; lo < hi;) {
    uint32_t middle = lo + (hi - lo) / 2;
    int order = ng_str_compare(f->articles.at[middle].iri, iri);
    if (order == 0)
      return middle;
    *(order < 0 ? &lo : &hi) = middle + (order < 0);
  }
  return NG_FACT_NONE;
}

static bool
add_article(ng_facts *f, uint32_t n)
{
  ng_fact_article a = {.iri = iri_of(f, n),
                       .title = schema(f, n, "headline"),
                       .url = schema(f, n, "url"),
                       .date = schema(f, n, "datePublished"),
                       .source = f->articles.n};
  if (!a.url.len)
    a.url = schema(f, n, "identifier");
  return NG_PUSH(&f->arena, &f->articles, a);
}

static int
compare_actors(const void *a, const void *b)
{
  const ng_fact_actor *x = a, *y = b;
  int order = ng_str_compare(x->iri, y->iri);
  return order ? order : ng_str_compare(x->role, y->role);
}

static bool
add_actors(ng_facts *f, uint32_t n, ng_fact_event *e)
{
  static const char *const roles[] = {
      NG "agent",    NG "patient", NG "participant", NG "host",
      NG "mediator", NG "speaker", NG "addressee",   NG "target"};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    const ng_triple *at = NULL;
    ng_str role = ng_str_local((ng_str){roles[i], strlen(roles[i])});
    for (const ng_term *o; (o = ng_facts_each(f, n, roles[i], &at));) {
      ng_fact_actor actor = {role, o->value};
      if (!NG_PUSH(&f->arena, &e->actors, actor))
        return false;
    }
  }
  if (e->actors.n)
    qsort(e->actors.at, e->actors.n, sizeof *e->actors.at, compare_actors);
  return true;
}

/* The class beside sem:Event. */
static ng_str
event_class(const ng_facts *f, uint32_t n)
{
  const ng_triple *at = NULL;
  ng_str best = {"", 0};
  for (const ng_term *o; (o = ng_facts_each(f, n, RDF "type", &at));) {
    bool ours = o->value.len > sizeof NG - 1 &&
                memcmp(o->value.at, NG, sizeof NG - 1) == 0;
    if (ours && (!best.len || ng_str_compare(o->value, best) < 0))
      best = o->value;
  }
  return ng_str_local(best);
}

static bool
add_event(ng_facts *f, uint32_t n)
{
  ng_fact_event e = {.node = n,
                     .iri = iri_of(f, n),
                     .class = event_class(f, n),
                     .label = object(f, n, RDFS "label"),
                     .status = ng_str_local(object(f, n, NG "status")),
                     .standing = ng_str_local(object(f, n, NG "standing")),
                     .polarity = ng_str_local(object(f, n, NG "polarity")),
                     .identity = object(f, n, NG "identity"),
                     .date = object(f, n, NG "date"),
                     .earliest = object(f, n, NG "earliest"),
                     .latest = object(f, n, NG "latest"),
                     .place = object(f, n, SEM "hasPlace"),
                     .mode = ng_str_local(object(f, n, NG "mode")),
                     .amount = object(f, n, NG "amount"),
                     .unit = object(f, n, NG "unit"),
                     .evidence = words_of(f, n),
                     .quote = object(f, n, NG "quote"),
                     .article = article_of(f, n),
                     .happening = f->events.n};
  return add_actors(f, n, &e) && NG_PUSH(&f->arena, &f->events, e);
}

static bool
add_claim(ng_facts *f, uint32_t n)
{
  ng_fact_claim c = {.node = n,
                     .iri = iri_of(f, n),
                     .subject = object(f, n, RDF "subject"),
                     .predicate = ng_str_local(object(f, n, RDF "predicate")),
                     .object = object(f, n, RDF "object"),
                     .polarity = ng_str_local(object(f, n, NG "polarity")),
                     .standing = ng_str_local(object(f, n, NG "standing")),
                     .date = object(f, n, NG "validAt"),
                     .until = object(f, n, NG "validUntil"),
                     .evidence = words_of(f, n),
                     .article = article_of(f, n)};
  return NG_PUSH(&f->arena, &f->claims, c);
}

static bool
add_office(ng_facts *f, uint32_t n)
{
  ng_fact_office o = {.node = n,
                      .iri = iri_of(f, n),
                      .person = object(f, n, NG "person"),
                      .title = object(f, n, NG "title"),
                      .office = object(f, n, NG "office"),
                      .jurisdiction = object(f, n, NG "jurisdiction"),
                      .status = ng_str_local(object(f, n, NG "officeStatus")),
                      .standing = ng_str_local(object(f, n, NG "standing")),
                      .date = object(f, n, NG "validAt"),
                      .evidence = words_of(f, n),
                      .article = article_of(f, n)};
  return NG_PUSH(&f->arena, &f->offices, o);
}

/* What the article's spans are worded like, for telling copies. */
static bool
add_words(ng_facts *f)
{
  for (uint32_t i = 1; i < f->triples.nodes.n; i++) {
    ng_str words = object(f, i, NIF "anchorOf"), iri = iri_of(f, i);
    /* papers give one text titles of their own */
    if (!words.len || memmem(iri.at, iri.len, "#title-", 7))
      continue;
    const char *hash = memchr(iri.at, '#', iri.len);
    iri.len = hash ? (size_t)(hash - iri.at) : 0;
    for (uint32_t lo = 0, hi = f->articles.n; lo < hi;) {
      uint32_t middle = lo + (hi - lo) / 2;
      ng_fact_article *a = &f->articles.at[middle];
      int order = ng_str_compare(a->iri, iri);
      if (order == 0 && !NG_PUSH(&f->arena, &a->words, words))
        return false;
      if (order == 0)
        break;
      *(order < 0 ? &lo : &hi) = middle + (order < 0);
    }
  }
  for (uint32_t i = 0; i < f->articles.n; i++) {
    ng_fact_article *a = &f->articles.at[i];
    if (a->words.n)
      qsort(a->words.at, a->words.n, sizeof *a->words.at, compare_str);
  }
  return true;
}

/* A subject. */
typedef struct {
  ng_str iri;
  uint32_t node;
} named_node;

static int
compare_nodes(const void *a, const void *b)
{
  return ng_str_compare(((const named_node *)a)->iri,
                        ((const named_node *)b)->iri);
}

static bool
add_row(ng_facts *f, uint32_t n)
{
  return (!is_a(f, n, SEM "Event") || add_event(f, n)) &&
         (!is_a(f, n, NG "Claim") || add_claim(f, n)) &&
         (!is_a(f, n, NG "OfficeHolding") || add_office(f, n));
}

static bool
is_article(const ng_facts *f, uint32_t n)
{
  return is_a(f, n, "https://schema.org/NewsArticle") ||
         is_a(f, n, "http://schema.org/NewsArticle");
}

/* Rows of the subjects, which are by_iri[0, n). */
static bool
add_rows(ng_facts *f, const named_node *by_iri, size_t n)
{
  const ng_triples *t = &f->triples;
  bool fine = true;
  for (size_t i = 0; fine && i < n; i++)
    fine = !is_article(f, by_iri[i].node) || add_article(f, by_iri[i].node);
  for (size_t i = 0; fine && !f->as_met && i < n; i++)
    fine = add_row(f, by_iri[i].node);
  for (uint32_t i = 1; fine && f->as_met && i < t->triples.n; i++) {
    uint32_t subject = t->triples.at[i].subject;
    fine = t->nodes.at[subject].first != i || add_row(f, subject);
  }
  return fine && add_words(f);
}

ng_status
ng_facts_fill(ng_facts *facts, ng_error *err)
{
  ng_facts *f = facts;
  const ng_triples *t = &f->triples;
  named_node *by_iri = calloc((size_t)t->nodes.n + 1, sizeof *by_iri);
  size_t n = 0;
  if (!by_iri)
    return no_memory(err);
  for (uint32_t i = 1; i < t->nodes.n; i++)
    if (t->nodes.at[i].first)
      by_iri[n++] = (named_node){iri_of(f, i), i};
  if (n)
    qsort(by_iri, n, sizeof *by_iri, compare_nodes);
  bool done = add_rows(f, by_iri, n);
  free(by_iri);
  return done ? NG_OK : no_memory(err);
}
