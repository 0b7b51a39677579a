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
  ng_graph_init(&facts->graph, &facts->arena);
}

void
ng_facts_release(ng_facts *facts)
{
  ng_keys_release(&facts->index);
  ng_arena_release(&facts->arena);
}

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "the graphs are too large to compare");
}

/* --- nodes ---------------------------------------------------------------- */

static ng_status
take_quad(void *to, const ng_quad *quad, ng_error *err)
{
  ng_facts *f = to;
  bool fresh;
  NG_TRY(ng_rdf_collect(&f->graph, quad, err));
  const ng_quad *own = &f->graph.quads.at[f->graph.quads.n - 1];
  uint64_t *place =
      ng_keys_put(&f->index, ng_key_of(own->subject.value), &fresh);
  ng_fact_node node = {.iri = own->subject.value};
  if (!place || (fresh && !NG_PUSH(&f->arena, &f->nodes, node)))
    return no_memory(err);
  if (fresh)
    *place = f->nodes.n;
  ng_fact_node *at = &f->nodes.at[*place - 1];
  if (!NG_PUSH(&f->arena, &f->next, at->first))
    return no_memory(err);
  at->first = f->graph.quads.n;
  return NG_OK;
}

ng_rdf_sink
ng_facts_sink(ng_facts *facts)
{
  return (ng_rdf_sink){take_quad, facts};
}

static ng_fact_node *
find(ng_facts *f, ng_str iri)
{
  bool fresh;
  uint64_t *place = ng_keys_put(&f->index, ng_key_of(iri), &fresh);
  return place && *place ? &f->nodes.at[*place - 1] : NULL;
}

/* The next quad of a node with this predicate; *at begins with node->first. */
static const ng_quad *
next_of(const ng_facts *f, uint32_t *at, const char *predicate)
{
  ng_str wanted = {predicate, strlen(predicate)};
  while (*at) {
    const ng_quad *quad = &f->graph.quads.at[*at - 1];
    *at = f->next.at[*at - 1];
    if (ng_str_equal(quad->predicate.value, wanted))
      return quad;
  }
  return NULL;
}

/* Of several objects the least, so that the order of quads does not matter. */
static ng_str
object(const ng_facts *f, const ng_fact_node *node, const char *predicate)
{
  uint32_t at = node->first;
  ng_str least = {"", 0};
  for (const ng_quad *q; (q = next_of(f, &at, predicate));)
    if (!least.len || ng_str_compare(q->object.value, least) < 0)
      least = q->object.value;
  return least;
}

ng_str
ng_facts_object(ng_facts *facts, ng_str iri, const char *predicate)
{
  const ng_fact_node *node = find(facts, iri);
  return node ? object(facts, node, predicate) : (ng_str){"", 0};
}

static ng_str
local(ng_str iri)
{
  size_t from = iri.len;
  while (from && iri.at[from - 1] != '#' && iri.at[from - 1] != '/')
    from--;
  return ng_str_slice(iri, from, iri.len);
}

static bool
is_a(const ng_facts *f, const ng_fact_node *node, const char *class)
{
  uint32_t at = node->first;
  for (const ng_quad *q; (q = next_of(f, &at, RDF "type"));)
    if (ng_str_equal(q->object.value, (ng_str){class, strlen(class)}))
      return true;
  return false;
}

ng_str
ng_facts_label(ng_facts *facts, ng_str iri)
{
  ng_str label = ng_facts_object(facts, iri, RDFS "label");
  return label.len ? label : local(iri);
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

static int
compare_nodes(const void *a, const void *b)
{
  return ng_str_compare((*(const ng_fact_node *const *)a)->iri,
                        (*(const ng_fact_node *const *)b)->iri);
}

/* The words of a node's evidence; of several spans, the first by IRI. */
static ng_str
words_of(ng_facts *f, const ng_fact_node *node)
{
  ng_str span = object(f, node, NG "evidence");
  return span.len ? ng_facts_object(f, span, NIF "anchorOf") : span;
}

/* "schema:" is https or http. */
static ng_str
schema(const ng_facts *f, const ng_fact_node *node, const char *name)
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
article_of(const ng_facts *f, const ng_fact_node *node)
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
add_article(ng_facts *f, const ng_fact_node *n)
{
  ng_fact_article a = {.iri = n->iri,
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
add_actors(ng_facts *f, const ng_fact_node *n, ng_fact_event *e)
{
  static const char *const roles[] = {
      NG "agent",    NG "patient", NG "participant", NG "host",
      NG "mediator", NG "speaker", NG "addressee",   NG "target"};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    uint32_t at = n->first;
    ng_str role = local((ng_str){roles[i], strlen(roles[i])});
    for (const ng_quad *q; (q = next_of(f, &at, roles[i]));) {
      ng_fact_actor actor = {role, q->object.value};
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
event_class(const ng_facts *f, const ng_fact_node *n)
{
  uint32_t at = n->first;
  ng_str best = {"", 0};
  for (const ng_quad *q; (q = next_of(f, &at, RDF "type"));) {
    bool ours = q->object.value.len > sizeof NG - 1 &&
                memcmp(q->object.value.at, NG, sizeof NG - 1) == 0;
    if (ours && (!best.len || ng_str_compare(q->object.value, best) < 0))
      best = q->object.value;
  }
  return local(best);
}

static bool
add_event(ng_facts *f, const ng_fact_node *n)
{
  ng_fact_event e = {.iri = n->iri,
                     .class = event_class(f, n),
                     .label = object(f, n, RDFS "label"),
                     .status = local(object(f, n, NG "status")),
                     .standing = local(object(f, n, NG "standing")),
                     .polarity = local(object(f, n, NG "polarity")),
                     .identity = object(f, n, NG "identity"),
                     .date = object(f, n, NG "date"),
                     .earliest = object(f, n, NG "earliest"),
                     .latest = object(f, n, NG "latest"),
                     .place = object(f, n, SEM "hasPlace"),
                     .mode = local(object(f, n, NG "mode")),
                     .amount = object(f, n, NG "amount"),
                     .unit = object(f, n, NG "unit"),
                     .evidence = words_of(f, n),
                     .quote = object(f, n, NG "quote"),
                     .article = article_of(f, n),
                     .happening = f->events.n};
  return add_actors(f, n, &e) && NG_PUSH(&f->arena, &f->events, e);
}

static bool
add_claim(ng_facts *f, const ng_fact_node *n)
{
  ng_fact_claim c = {.iri = n->iri,
                     .subject = object(f, n, RDF "subject"),
                     .predicate = local(object(f, n, RDF "predicate")),
                     .object = object(f, n, RDF "object"),
                     .polarity = local(object(f, n, NG "polarity")),
                     .standing = local(object(f, n, NG "standing")),
                     .date = object(f, n, NG "validAt"),
                     .evidence = words_of(f, n),
                     .article = article_of(f, n)};
  return NG_PUSH(&f->arena, &f->claims, c);
}

static bool
add_office(ng_facts *f, const ng_fact_node *n)
{
  ng_fact_office o = {.iri = n->iri,
                      .person = object(f, n, NG "person"),
                      .title = object(f, n, NG "title"),
                      .office = object(f, n, NG "office"),
                      .jurisdiction = object(f, n, NG "jurisdiction"),
                      .status = local(object(f, n, NG "officeStatus")),
                      .standing = local(object(f, n, NG "standing")),
                      .date = object(f, n, NG "validAt"),
                      .evidence = words_of(f, n),
                      .article = article_of(f, n)};
  return NG_PUSH(&f->arena, &f->offices, o);
}

/* What the article's spans are worded like, for telling copies. */
static bool
add_words(ng_facts *f)
{
  for (uint32_t i = 0; i < f->nodes.n; i++) {
    const ng_fact_node *n = &f->nodes.at[i];
    ng_str words = object(f, n, NIF "anchorOf");
    /* papers give one text titles of their own */
    if (!words.len || memmem(n->iri.at, n->iri.len, "#title-", 7))
      continue;
    const char *hash = memchr(n->iri.at, '#', n->iri.len);
    ng_str iri = {n->iri.at, hash ? (size_t)(hash - n->iri.at) : 0};
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

static bool
add_rows(ng_facts *f, const ng_fact_node **sorted)
{
  for (uint32_t i = 0; i < f->nodes.n; i++)
    if ((is_a(f, sorted[i], "https://schema.org/NewsArticle") ||
         is_a(f, sorted[i], "http://schema.org/NewsArticle")) &&
        !add_article(f, sorted[i]))
      return false;
  for (uint32_t i = 0; i < f->nodes.n; i++) {
    const ng_fact_node *n = sorted[i];
    if ((is_a(f, n, SEM "Event") && !add_event(f, n)) ||
        (is_a(f, n, NG "Claim") && !add_claim(f, n)) ||
        (is_a(f, n, NG "OfficeHolding") && !add_office(f, n)))
      return false;
  }
  return add_words(f);
}

ng_status
ng_facts_fill(ng_facts *facts, ng_error *err)
{
  ng_facts *f = facts;
  const ng_fact_node **sorted = calloc((size_t)f->nodes.n + 1, sizeof(void *));
  if (!sorted)
    return no_memory(err);
  for (uint32_t i = 0; i < f->nodes.n; i++)
    sorted[i] = &f->nodes.at[i];
  qsort(sorted, f->nodes.n, sizeof(void *), compare_nodes);
  bool done = add_rows(f, sorted);
  free(sorted);
  return done ? NG_OK : no_memory(err);
}
