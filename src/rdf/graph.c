/* Arranging is filling a trie, whose levels are graph, subject, predicate and
 * object: a node's children are in order of appearance, and an object that is
 * there already is a duplicate.  Nodes are found by a hash of (parent, term),
 * so the cost does not depend on how the quads come; the order does not depend
 * on the hash. */
#include "rdf/graph.h"

#include "core/fail.h"
#include "core/str.h"

enum { ROOT, LEVELS = 4, NONE = 0 };

typedef struct {
  const ng_term *term;
  uint32_t parent, next, first, last; /* indexes of nodes; NONE */
  uint32_t eldest;                    /* the child that came first */
  uint32_t quad;                      /* of an object: index */
} node;

typedef struct {
  node *nodes; /* nodes[ROOT] is the root */
  uint32_t n;
  uint32_t *slots; /* indexes of nodes, NONE: free */
  uint32_t mask;   /* how many slots - 1 */
} trie;

void
ng_graph_init(ng_graph *graph, ng_arena *arena)
{
  *graph = (ng_graph){.arena = arena};
}

static uint64_t
mix(uint64_t h, uint64_t word)
{
  h = (h ^ word) * 0x9e3779b97f4a7c15U; /* 2^64 / golden ratio */
  return h ^ h >> 32;
}

static uint64_t
hash_text(uint64_t h, ng_str s)
{
  uint64_t word;
  h = mix(h, s.len);
  for (; s.len >= sizeof word; s = ng_str_slice(s, sizeof word, s.len)) {
    memcpy(&word, s.at, sizeof word);
    h = mix(h, word);
  }
  word = 0;
  if (s.len)
    memcpy(&word, s.at, s.len);
  return mix(h, word);
}

uint64_t
ng_term_hash(uint64_t seed, const ng_term *t)
{
  uint64_t h = mix(seed, (uint64_t)t->kind << 8 | t->space);
  h = hash_text(h, t->value);
  return t->type.len ? hash_text(h, t->type) : h;
}

static bool
is_type(const ng_term *t)
{
  /* In a namespace we only see the local name.  Another vocabulary's "type"
   * would come first as well, which hurts nobody. */
  return ng_str_equal(t->value, t->space ? NG_LIT("type")
                                         : NG_LIT("http://www.w3.org/1999/02/"
                                                  "22-rdf-syntax-ns#type"));
}

static uint32_t
add_child(trie *t, uint32_t parent, const ng_term *term, bool front)
{
  uint32_t at = t->n++;
  node *p = &t->nodes[parent];
  t->nodes[at] = (node){.term = term, .parent = parent};
  if (!p->first)
    p->first = p->last = p->eldest = at;
  else if (front) {
    t->nodes[at].next = p->first;
    p->first = at;
  } else {
    t->nodes[p->last].next = at;
    p->last = at;
  }
  return at;
}

/* The same where the last child is another. */
static uint32_t
find_child(trie *t, uint32_t parent, const ng_term *term, bool front)
{
  uint32_t eldest = t->nodes[parent].eldest;
  if (ng_term_same(t->nodes[eldest].term, term))
    return eldest;
  for (uint32_t i = (uint32_t)ng_term_hash(parent, term);; i++) {
    uint32_t at = t->slots[i & t->mask];
    if (at == NONE)
      return t->slots[i & t->mask] = add_child(t, parent, term, front);
    if (t->nodes[at].parent == parent && ng_term_same(t->nodes[at].term, term))
      return at;
  }
}

/* The child of `parent` for `term`, which is added if it is not there.  Most
 * quads go on where the last one was, and most nodes have one child: eldest
 * children are not in the table. */
static inline uint32_t
child(trie *t, uint32_t parent, const ng_term *term, bool front)
{
  uint32_t last = t->nodes[parent].last;
  if (!last)
    return add_child(t, parent, term, front);
  if (ng_term_same(t->nodes[last].term, term))
    return last;
  return find_child(t, parent, term, front);
}

/* A quad puts one node into the table at most: those below it are eldest. */
static bool
trie_init(trie *t, ng_arena *arena, uint32_t n_quads)
{
  size_t n = (size_t)n_quads * LEVELS + 1, n_slots = 16;
  while (n_slots < 2 * (size_t)n_quads)
    n_slots *= 2;
  if (n > UINT32_MAX / 4)
    return false;
  t->nodes = ng_arena_room(arena, n, sizeof *t->nodes);
  t->slots = NG_NEW(arena, uint32_t, n_slots);
  t->mask = (uint32_t)n_slots - 1;
  t->n = 1;
  if (t->nodes)
    t->nodes[ROOT] = (node){0};
  return t->nodes && t->slots;
}

static void
insert(trie *t, const ng_quad *quad, uint32_t index)
{
  uint32_t at = child(t, ROOT, &quad->graph, false);
  at = child(t, at, &quad->subject, false);
  at = child(t, at, &quad->predicate, is_type(&quad->predicate));
  uint32_t n = t->n;
  at = child(t, at, &quad->object, false);
  if (at >= n) /* it was not there */
    t->nodes[at].quad = index;
}

/* Copy the quads in the order of the trie; how many. */
static uint32_t
collect(const trie *t, const ng_quad *from, ng_quad *to)
{
  const node *at = t->nodes;
  uint32_t n = 0;
  for (uint32_t g = at[ROOT].first; g; g = at[g].next)
    for (uint32_t s = at[g].first; s; s = at[s].next)
      for (uint32_t p = at[s].first; p; p = at[p].next)
        for (uint32_t o = at[p].first; o; o = at[o].next)
          to[n++] = from[at[o].quad];
  return n;
}

ng_status
ng_graph_arrange(ng_graph *graph, ng_error *err)
{
  uint32_t n = graph->quads.n;
  trie t;
  if (!n)
    return NG_OK;
  ng_quad *to = ng_arena_room(graph->arena, n, sizeof *to);
  if (!to || !trie_init(&t, graph->arena, n))
    return ng_fail(err, NG_ERR_LIMIT, 0, "graph of %u triples is too large", n);
  for (uint32_t i = 0; i < n; i++)
    insert(&t, &graph->quads.at[i], i);
  graph->quads.n = collect(&t, graph->quads.at, to);
  graph->quads.at = to;
  graph->quads.cap = n;
  return NG_OK;
}
