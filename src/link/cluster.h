/* cluster.h - which mention of an article, the first, a name may repeat: found
 * by its text, its last word, or its capitals.
 */
#ifndef NG_CLUSTER_H
#define NG_CLUSTER_H

#include "doc.h"

typedef struct {
  uint64_t key;     /* of what was seen */
  uint32_t mention; /* the first with it: index + 1; 0: the slot is free */
} ng_cluster_slot;

/* In the document's arena; all zero to begin with. */
typedef struct {
  ng_cluster_slot *at;
  uint32_t n, cap;  /* cap: a power of two, or 0 */
  uint32_t n_taken; /* of doc->mentions, which only grow meanwhile */
} ng_clusters;

/* Take in the mentions that have been added; false if the arena is spent. */
bool ng_clusters_update(ng_clusters *clusters, ng_doc *doc);

/* The first mention that the name of words [from, to), which is `span`,
 * repeats: of an entity that no base knows, with the same text; or, of a single
 * word or one of several parts ("Aynsley-Green"), of a name that ends with it,
 * of a person or of what no base knows; or, of a single word, whose words begin
 * with its capitals, or which began with it behind "Sir", too.  NG_NONE if
 * there is none. */
uint32_t ng_clusters_find(const ng_clusters *clusters, const ng_doc *doc,
                          uint32_t from, uint32_t to);

#endif /* NG_CLUSTER_H */
