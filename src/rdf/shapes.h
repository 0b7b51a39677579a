/* shapes.h - does a graph conform to shapes? SHACL Core, the part of it that
 * ontology/shapes.ttl uses, and some more:
 *
 *   targets      sh:targetClass, sh:targetSubjectsOf, sh:targetObjectsOf
 *   paths        a predicate, or its inverse
 *   constraints  sh:minCount sh:maxCount sh:hasValue sh:lessThan
 *                sh:lessThanOrEquals; sh:datatype sh:nodeKind sh:class sh:in
 *                sh:pattern sh:minLength sh:maxLength sh:minInclusive
 *                sh:maxInclusive sh:minExclusive sh:maxExclusive; sh:node
 *                sh:property sh:not sh:and sh:or
 *
 * Shapes that say anything else are refused: what is not understood would be
 * taken for kept.  A graph that is checked is one set of triples, the union of
 * its graphs; rdfs:subClassOf holds where the graph itself says it.
 */
#ifndef NG_SHAPES_H
#define NG_SHAPES_H

#include "rdf/triples.h"

/* A node that does not conform, and why; all terms are borrowed. */
typedef struct {
  ng_term focus, shape;   /* shape: the nearest one that has an IRI */
  ng_term path;           /* NG_TERM_NONE: of the node itself */
  ng_term value;          /* NG_TERM_NONE: not of one value */
  bool inverse;           /* the path leads to who points to the node */
  const char *constraint; /* "minCount" */
  ng_term argument;       /* "1" */
  ng_str message;         /* sh:message, or empty */
} ng_violation;

typedef void ng_violation_fn(void *to, const ng_violation *violation);

typedef struct {
  ng_violation_fn *tell; /* for each violation; may be NULL */
  void *to;
  uint64_t nodes, violations; /* out: targets looked at; what was wrong */
} ng_shapes_report;

/* Check `data` against `shapes`, in the order of the shapes. What the shapes
 * say that is not understood is NG_ERR_SYNTAX. */
ng_status ng_shapes_check(const ng_triples *shapes, const ng_triples *data,
                          ng_shapes_report *report, ng_error *err);

#endif /* NG_SHAPES_H */
