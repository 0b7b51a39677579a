/* triples.h - a set of triples, and what it says of each node.
 *
 *   quads -> (graphs' names dropped, each triple once) -> triples by subject
 *                                                      -> and by object
 *
 * Terms are numbered, from 1, in the order in which they are first met, so
 * that two are the same if their numbers are.  All is in one arena; numbers
 * and strings are valid until ng_triples_release().
 */
#ifndef NG_TRIPLES_H
#define NG_TRIPLES_H

#include "core/keys.h"
#include "rdf/read.h"

/* A term, as a subject and as an object: its first and last triple. */
typedef struct {
  ng_term term; /* namespace 0; xsd:string is plain */
  uint32_t first, last, first_in, last_in; /* 0: none */
} ng_triples_node;

typedef struct {
  uint32_t subject, predicate, object; /* numbers of nodes */
  uint32_t next, next_in; /* with that subject, with that object; 0: the last */
} ng_triple;

typedef struct {
  ng_arena arena;
  NG_VEC(ng_triples_node) nodes; /* [0] is none */
  NG_VEC(ng_triple) triples;     /* [0] is none */
  ng_keys terms, seen;
} ng_triples;

/* Start an empty set that may use `budget` bytes, besides 40 a term and a
 * triple. */
void ng_triples_init(ng_triples *triples, size_t budget);
void ng_triples_release(ng_triples *triples);

/* Where quads go, from any number of files. Blank nodes of one label are one
 * node: of two files, only one may have any. */
ng_rdf_sink ng_triples_sink(ng_triples *triples);

/* Add the quads of a graph of ours, whose IRIs are in `spaces`. */
ng_status ng_triples_add(ng_triples *triples, const ng_graph *graph,
                         ng_namespaces spaces, ng_error *err);

/* The number of a term, or of an IRI; 0 if no triple has it. */
uint32_t ng_triples_find(const ng_triples *triples, const ng_term *term);
uint32_t ng_triples_iri(const ng_triples *triples, const char *iri);

/* The first object of `predicate` that the node has; 0: none. */
uint32_t ng_triples_object(const ng_triples *triples, uint32_t node,
                           uint32_t predicate);

/* Walk over what is said of a node. */
static inline const ng_triple *
ng_triples_first(const ng_triples *t, uint32_t node)
{
  uint32_t at = node ? t->nodes.at[node].first : 0;
  return at ? &t->triples.at[at] : NULL;
}

static inline const ng_triple *
ng_triples_next(const ng_triples *t, const ng_triple *triple)
{
  return triple->next ? &t->triples.at[triple->next] : NULL;
}

#endif /* NG_TRIPLES_H */
