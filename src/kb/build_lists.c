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
ng_put_item(ng_sorter *items, uint64_t key, uint32_t payload)
{
  return ng_sorter_put(items, ng_table_hash(key), &payload, sizeof payload);
}

/* --- candidates ----------------------------------------------------------- */

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

/* Letters that we made of a name weigh this much less than those that a source
 * gives: few schools of the arts are called CIA. */
enum { RARELY_SAID = 32 };

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
  const ng_entity_traits *e = &b->traits[p->entity];
  uint64_t weight =
      ng_popularity_weight(e->popularity) * kind_weight(p->kinds, flags);
  if (flags & NG_CANDIDATE_WEAK && p->kinds == NG_NAME_ACRONYM)
    weight /= RARELY_SAID;
  bool never = flags & NG_CANDIDATE_NEVER;
  flags |= e->flags & NG_ENTITY_NO_LINK ? NG_CANDIDATE_NO_LINK : 0;
  return (weighed){{.entity = p->entity,
                    .kinds = p->kinds,
                    .cases = cases,
                    .flags = (uint8_t)flags,
                    .validity = p->validity,
                    .popularity = e->popularity,
                    .type = e->type,
                    .facet = e->facet},
                   never ? 0 : p->count,
                   never ? 0 : weight};
}

/* Who has a name as the title of an article is who it means first of all: what
 * has it with something in brackets, "Eric Clapton (album)", weighs no more
 * than half of that, however much more the sources tell of it. */
static void
prefer_titles(weighed *w, size_t n)
{
  enum { BRACKETED = NG_NAME_LABEL | NG_NAME_SHORT };
  uint64_t title = 0;
  for (size_t i = 0; i < n; i++)
    if ((w[i].c.kinds & NG_NAME_TITLE) && w[i].weight > title)
      title = w[i].weight;
  for (size_t i = 0; title && i < n; i++)
    if ((w[i].c.kinds & BRACKETED) == BRACKETED &&
        !(w[i].c.kinds & NG_NAME_TITLE) && w[i].weight > title / 2)
      w[i].weight = title / 2;
}

/* What has the name as its own: as an article's title, perhaps with something
 * behind it, "Victoria (state)"; of towns the label will do. */
static bool
owns(const weighed *w, ng_type type)
{
  enum { BRACKETED = NG_NAME_LABEL | NG_NAME_SHORT };
  return (w->c.kinds & NG_NAME_TITLE) ||
         (w->c.kinds & BRACKETED) == BRACKETED ||
         (type == NG_CITY && (w->c.kinds & NG_NAME_LABEL));
}

/* Sources give the region, and others around it, as other names of a town:
 * "West Yorkshire" of Leeds.  Whose own the name is comes first; and a town
 * before the region that is called like it for short: "Tyumen". */
static void
prefer_own_places(weighed *w, size_t n)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE, RARELY = 16 };
  uint64_t region = 0, town = 0;
  for (size_t i = 0; i < n; i++) {
    ng_type type = (ng_type)w[i].c.type;
    uint64_t *best = type == NG_CITY ? &town : &region;
    if ((type == NG_CITY || type == NG_REGION || type == NG_COUNTRY ||
         type == NG_PLACE) &&
        owns(&w[i], type) && w[i].weight > *best)
      *best = w[i].weight;
  }
  for (size_t i = 0; i < n; i++) {
    ng_type type = (ng_type)w[i].c.type;
    if (region && type == NG_CITY && w[i].c.kinds == NG_NAME_ALIAS &&
        w[i].weight > region / RARELY)
      w[i].weight = region / RARELY;
    if (town && type == NG_REGION && !(w[i].c.kinds & OWN) &&
        w[i].weight > town / 2)
      w[i].weight = town / 2;
  }
}

/* Likewise the state of its parts: "United States" is no name of Texas.  How
 * many are left. */
static size_t
drop_parts(weighed *w, size_t n)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE };
  uint64_t state = 0;
  size_t kept = 0;
  for (size_t i = 0; i < n; i++)
    if ((ng_type)w[i].c.type == NG_COUNTRY && (w[i].c.kinds & OWN) &&
        w[i].weight > state)
      state = w[i].weight;
  for (size_t i = 0; i < n; i++) {
    ng_type type = (ng_type)w[i].c.type;
    bool part = (type == NG_REGION || type == NG_CITY) &&
                w[i].c.kinds == NG_NAME_ALIAS && w[i].weight < state &&
                w[i].weight;
    if (!part)
      w[kept++] = w[i];
  }
  return kept;
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
  ng_spool *cand = &b->section[NG_SECTION_CAND];
  prefer_titles(w, n);
  prefer_own_places(w, n);
  n = drop_parts(w, n);
  set_priors(w, n);
  qsort(w, n, sizeof *w, compare_weighed);
  n = n < MAX_CANDIDATES ? n : MAX_CANDIDATES;
  uint64_t at = ng_spool_size(cand) / 4;
  uint16_t head[2] = {(uint16_t)n, ng_table_check(ng_table_hash(key))};
  (void)ng_spool_put(cand, head, sizeof head);
  for (size_t i = 0; i < n; i++)
    (void)ng_spool_put(cand, &w[i].c, sizeof w[i].c);
  b->n_pairs += n;
  return at > NG_LIST_MASK ? 0 : (uint32_t)at;
}

/* The readings of one name that are gathered. */
typedef struct {
  ng_builder *b;
  ng_sorter *items;
  uint64_t key;
  weighed *list;
  size_t n, cap;
  ng_pair last; /* of the last entity, not in the list yet */
  bool any;     /* there is one */
} gatherer;

static bool
end_pair(gatherer *g)
{
  void *at = g->list;
  bool room = ng_grow(&at, &g->cap, g->n, sizeof *g->list);
  g->list = at;
  if (room)
    g->list[g->n++] = weigh(g->b, &g->last);
  return room;
}

/* The last pair of the key is gathered. */
static bool
end_key(gatherer *g)
{
  if (!g->any)
    return true;
  if (!end_pair(g))
    return false;
  uint32_t at = put_list(g->b, g->key, g->list, g->n);
  g->n = 0;
  g->any = false;
  g->b->n_names++;
  return !at || ng_put_item(g->items, g->key, at);
}

/* Pairs come by key, and those of one key by entity: each entity's are united,
 * then the list of the key is written. */
bool
ng_build_lists(ng_builder *b, ng_sorter *pairs, ng_sorter *items)
{
  gatherer g = {.b = b, .items = items};
  uint64_t key;
  ng_str record;
  (void)ng_spool_put(&b->section[NG_SECTION_CAND], "\0\0\0", 4); /* no list */
  bool done = ng_sorter_start(pairs);
  while (done && ng_sorter_next(pairs, &key, &record)) {
    ng_pair p;
    memcpy(&p, record.at, sizeof p);
    if (g.any && g.key == key && g.last.entity == p.entity) {
      unite(&g.last, &p);
      continue;
    }
    if (g.any && g.key == key)
      done = end_pair(&g);
    else
      done = end_key(&g);
    g.key = key;
    g.last = p;
    g.any = true;
  }
  done = done && end_key(&g);
  free(g.list);
  return done;
}
