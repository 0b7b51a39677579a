/* import_details.h - holdings, and names that hold for a time: what RDF says of
 * a blank node or a statement node is kept until the file ends, since its
 * statements come in any order.
 */
#ifndef NG_IMPORT_DETAILS_H
#define NG_IMPORT_DETAILS_H

#include "kb/draft.h"
#include "rdf/graph.h"

/* The node of one, and what is said of it so far. */
typedef struct {
  ng_str node;
  uint32_t entity; /* whose it is, once said */
  bool is_holding;
  ng_str name;
  uint32_t office, jurisdiction;
  ng_date from, until;
} ng_detail;

/* In the draft's arena; begins as {draft, path}. */
typedef struct {
  ng_draft *draft;
  const char *path;
  NG_VEC(ng_detail) at;
  uint32_t *slots; /* hash table by node: index + 1 */
  uint32_t n_slots;
} ng_details;

/* "X ng:held [...]", or "X ng:named [...]": the node is one of the entity's. */
ng_status ng_details_own(ng_details *x, ng_str node, uint32_t entity,
                         bool is_holding, ng_error *err);

/* A statement about such a node. */
ng_status ng_details_take(ng_details *x, const ng_quad *quad, ng_error *err);

/* Give the draft what has an owner. */
ng_status ng_details_finish(ng_details *x, ng_error *err);

/* The part of an IRI after its last '#' or '/'. */
ng_str ng_local_name(ng_str iri);

#endif /* NG_IMPORT_DETAILS_H */
