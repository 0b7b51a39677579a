/* graph.h - a set of triples, in memory, for one article.
 *
 * Terms are views, not copies: an IRI is a namespace (by index into a table
 * that the program gives) and the rest, so that building one costs nothing and
 * Turtle needs no search for a prefix.  Strings must outlive the graph; make
 * them in its arena.  No blank nodes: our output has none.
 */
#ifndef NG_GRAPH_H
#define NG_GRAPH_H

#include "core/arena.h"
#include "core/str.h"
#include "core/vec.h"
#include "newsgraph.h"

/* Prefixes, in the order in which they are declared.  Namespace 0 is the empty
 * one: a term with it holds a whole IRI. */
typedef struct {
  const char *prefix; /* "schema" */
  ng_str iri;         /* "https://schema.org/" */
} ng_namespace;

typedef struct {
  const ng_namespace *at;
  size_t n;
} ng_namespaces;

typedef enum {
  NG_TERM_NONE, /* no graph name: the default graph */
  NG_TERM_IRI,
  NG_TERM_LITERAL, /* plain: xsd:string */
  NG_TERM_TYPED,   /* with a datatype, an IRI of the namespaces */
  NG_TERM_LANG,    /* with a language tag */
  NG_TERM_BLANK,   /* value: its label; only read, never made by us */
} ng_term_kind;

typedef struct {
  uint8_t kind;  /* ng_term_kind */
  uint8_t space; /* namespace of an IRI, or of the datatype; 0: whole */
  ng_str value;  /* IRI without its namespace; or the literal's text, UTF-8 */
  ng_str type;   /* datatype without its namespace; or language tag */
} ng_term;

static inline ng_term
ng_iri(uint8_t space, ng_str local)
{
  return (ng_term){.kind = NG_TERM_IRI, .space = space, .value = local};
}

static inline ng_term
ng_literal(ng_str text)
{
  return (ng_term){.kind = NG_TERM_LITERAL, .value = text};
}

static inline ng_term
ng_typed(ng_str text, uint8_t space, ng_str type)
{
  return (ng_term){NG_TERM_TYPED, space, text, type};
}

/* Whether both are one term.  Their strings are mostly one string, of the
 * program or the arena, and then cost no look at their bytes. */
static inline bool
ng_term_same(const ng_term *a, const ng_term *b)
{
  return a->kind == b->kind && a->space == b->space &&
         a->value.len == b->value.len && a->type.len == b->type.len &&
         (a->value.at == b->value.at || ng_str_equal(a->value, b->value)) &&
         (a->type.at == b->type.at || ng_str_equal(a->type, b->type));
}

/* A hash of the term; the same in every run. */
uint64_t ng_term_hash(uint64_t seed, const ng_term *term);

typedef struct {
  ng_term subject, predicate, object;
  ng_term graph; /* NG_TERM_NONE: the default graph */
} ng_quad;

typedef struct {
  ng_arena *arena;
  NG_VEC(ng_quad) quads;
  ng_term name; /* graph that ng_graph_add() puts quads into */
} ng_graph;

/* Start an empty graph whose memory comes from `arena`. */
void ng_graph_init(ng_graph *graph, ng_arena *arena);

/* Add a triple to the graph named graph->name; false if the arena is spent. */
static inline bool
ng_graph_add(ng_graph *graph, ng_term subject, ng_term predicate,
             ng_term object)
{
  if (!NG_ROOM(graph->arena, &graph->quads, 1))
    return false;
  ng_quad *quad = &graph->quads.at[graph->quads.n++];
  quad->subject = subject;
  quad->predicate = predicate;
  quad->object = object;
  quad->graph = graph->name;
  return true;
}

/* Bring the quads into the order in which they are written, and drop
 * duplicates: by graph and subject in order of first appearance; of a subject,
 * rdf:type first, then the predicates and objects in order of appearance. */
ng_status ng_graph_arrange(ng_graph *graph, ng_error *err);

#endif /* NG_GRAPH_H */
