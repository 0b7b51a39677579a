/* build_lists.c - what names mean, gathered by name: CAND. */
#include "kb/builder.h"
#include "kb/popularity.h"

#include <stdlib.h>

/* The lists of one base hold so many at most: past them nothing is told apart
 * by a name alone. */
enum { MAX_CANDIDATES = 256 };

bool
ng_grow(void **at, size_t *cap, size_t n, size_t size)
{
  if (n < *cap)
    return true;
  size_t more = *cap ? *cap * 2 : 4096;
  void *bigger = more > SIZE_MAX / size ? NULL : realloc(*at, more * size);
  if (!bigger)
    return false;
  *at = bigger;
  *cap = more;
  return true;
}

bool
ng_put_item(ng_items *items, uint64_t key, uint32_t payload)
{
  void *at = items->at;
  if (!ng_grow(&at, &items->cap, items->n, sizeof *items->at))
    return false;
  items->at = at;
  items->at[items->n++] = (ng_table_item){ng_table_hash(key), payload};
  return true;
}

/* --- candidates ----------------------------------------------------------- */

/* Stable, by key: pairs come by entity, and stay so. */
static bool
sort_pairs(ng_pairs *p)
{
  ng_table_item *order = malloc((p->n + 1) * sizeof *order);
  ng_pair *sorted = malloc((p->n + 1) * sizeof *sorted);
  bool enough = order && sorted && p->n <= UINT32_MAX;
  for (size_t i = 0; enough && i < p->n; i++)
    order[i] = (ng_table_item){p->at[i].key, (uint32_t)i};
  enough = enough && ng_table_sort(order, p->n);
  for (size_t i = 0; enough && i < p->n; i++)
    sorted[i] = p->at[order[i].payload];
  free(order);
  if (!enough) {
    free(sorted);
    return false;
  }
  free(p->at);
  p->at = sorted;
  return true;
}

/* Unite two forms of one name of one entity. */
static void
unite(ng_pair *into, const ng_pair *p)
{
  bool was_ban = !into->kinds, is_ban = !p->kinds;
  uint8_t forced = (into->flags | p->flags) & NG_DRAFT_FORCED;
  uint8_t weak = into->flags & p->flags & NG_CANDIDATE_WEAK;
  if (was_ban || is_ban) /* what is no name says nothing of weakness */
    weak = (was_ban ? p->flags : into->flags) & NG_CANDIDATE_WEAK;
  into->flags = (uint8_t)(forced | weak);
  into->banned |= p->banned;
  into->count =
      into->count > UINT32_MAX - p->count ? UINT32_MAX : into->count + p->count;
  into->kinds |= p->kinds;
  into->cases |= p->cases;
  if (!p->validity)
    into->validity = 0;
}

/* How much a kind of name counts: a surname names a person less surely than
 * the label. */
static uint64_t
kind_weight(uint32_t kinds, uint32_t flags)
{
  static const uint8_t weights[] = {
      16 /* label */,   16 /* title */,   10 /* alias */,
      6 /* short */,    3 /* surname */,  1 /* given */,
      4 /* initial */,  10 /* acronym */, 2 /* team */,
      12 /* demonym */, 8 /* no the */,   8 /* plural */,
      6 /* metonym */,  4 /* variant */,  1 /* code */};
  uint64_t best = 1;
  for (unsigned i = 0; i < sizeof weights; i++)
    if (kinds >> i & 1 && weights[i] > best)
      best = weights[i];
  return flags & NG_CANDIDATE_WEAK ? (best + 2) / 3 : best;
}

typedef struct {
  ng_candidate c;
  uint32_t count;
  uint64_t weight;
} weighed;

static int
compare_weighed(const void *pa, const void *pb)
{
  const weighed *a = pa, *b = pb;
  if (a->c.prior != b->c.prior)
    return a->c.prior > b->c.prior ? -1 : 1;
  if (a->weight != b->weight)
    return a->weight > b->weight ? -1 : 1;
  return a->c.entity < b->c.entity ? -1 : a->c.entity > b->c.entity;
}

static weighed
weigh(const ng_builder *b, const ng_pair *p)
{
  uint32_t flags = p->flags;
  if (flags & NG_DRAFT_FORCED)
    flags |= NG_CANDIDATE_WEAK;
  flags &= NG_CANDIDATE_WEAK;
  uint8_t cases = (uint8_t)(p->cases & ~p->banned);
  if (!cases || !p->kinds) {
    flags = NG_CANDIDATE_NEVER;
    cases = p->banned;
  }
  uint64_t weight = ng_popularity_weight(b->records[p->entity].popularity) *
                    kind_weight(p->kinds, flags);
  return (weighed){{p->entity, 0, p->kinds, cases, (uint8_t)flags, p->validity},
                   flags & NG_CANDIDATE_NEVER ? 0 : p->count,
                   flags & NG_CANDIDATE_NEVER ? 0 : weight};
}

/* Shares of the weights; where the name was counted, of the counts, to which
 * the weights add like SMOOTH more. */
static void
set_priors(weighed *w, size_t n)
{
  enum { SMOOTH = 5 };
  uint64_t sum = 1, counted = 0;
  for (size_t i = 0; i < n; i++) {
    sum += w[i].weight;
    counted += w[i].count;
  }
  unsigned shift = 0; /* so that 65535 times a weight fits */
  while (sum >> shift >> 47)
    shift++;
  for (size_t i = 0; i < n; i++) {
    uint64_t prior = (w[i].weight >> shift) * 65535 / ((sum >> shift) + 1);
    if (counted)
      prior = (prior * SMOOTH + w[i].count * 65535ULL) / (counted + SMOOTH);
    w[i].c.prior = (uint16_t)prior;
  }
}

/* Write the list of w[0, n); where it is, in units of 4 bytes. */
static uint32_t
put_list(ng_builder *b, uint64_t key, weighed *w, size_t n)
{
  ng_buf *cand = &b->section[NG_SECTION_CAND];
  set_priors(w, n);
  qsort(w, n, sizeof *w, compare_weighed);
  n = n < MAX_CANDIDATES ? n : MAX_CANDIDATES;
  if (!cand->len)
    ng_buf_put(cand, "\0\0\0", 4); /* offset 0 is no list */
  size_t at = cand->len / 4;
  uint16_t head[2] = {(uint16_t)n, ng_table_check(ng_table_hash(key))};
  ng_buf_put(cand, head, sizeof head);
  for (size_t i = 0; i < n; i++)
    ng_buf_put(cand, &w[i].c, sizeof w[i].c);
  b->n_pairs += n;
  return at > NG_LIST_MASK ? 0 : (uint32_t)at;
}

/* Unite the pairs of each key and entity, then write the list of each key. */
bool
ng_build_lists(ng_builder *b, ng_pairs *pairs, ng_items *items)
{
  weighed *list = NULL;
  size_t cap = 0;
  if (!sort_pairs(pairs))
    return false;
  const ng_pair *p = pairs->at;
  for (size_t i = 0; i < pairs->n;) {
    uint64_t key = p[i].key;
    size_t found = 0;
    while (i < pairs->n && p[i].key == key) {
      ng_pair one = p[i++];
      for (; i < pairs->n && p[i].key == key && p[i].entity == one.entity; i++)
        unite(&one, &p[i]);
      void *at = list;
      bool room = ng_grow(&at, &cap, found, sizeof *list);
      list = at;
      if (!room) {
        free(list);
        return false;
      }
      list[found++] = weigh(b, &one);
    }
    uint32_t at = put_list(b, key, list, found);
    if (at && !ng_put_item(items, key, at)) {
      free(list);
      return false;
    }
    b->n_names++;
  }
  free(list);
  return true;
}
