/* build_facts.c - relations and offices held: RELS, HOLD, HOFF, HJUR. */
#include "core/fail.h"
#include "kb/builder.h"

#include <stdlib.h>

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the relations");
}

/* --- relations ------------------------------------------------------------ */

typedef struct {
  uint32_t entity, other, code; /* rel * 2 + inverse */
} edge;

static int
compare_edge(const void *pa, const void *pb)
{
  const edge *a = pa, *b = pb;
  if (a->entity != b->entity)
    return a->entity < b->entity ? -1 : 1;
  if (a->other != b->other)
    return a->other < b->other ? -1 : 1;
  return (a->code > b->code) - (a->code < b->code);
}

/* Both directions of every relation whose ends are kept. */
static size_t
collect_edges(ng_builder *b, edge *out)
{
  size_t n = 0;
  for (uint32_t i = 0; i < b->draft->relations.n; i++) {
    const ng_draft_relation *r = &b->draft->relations.at[i];
    uint32_t s = b->file_of[r->subject], o = b->file_of[r->object];
    if (s == NG_NO_ENTITY || o == NG_NO_ENTITY) {
      b->draft->n_no_entity++;
      continue;
    }
    out[n++] = (edge){s, o, r->rel * 2};
    out[n++] = (edge){o, s, r->rel * 2 + 1};
  }
  return n;
}

static size_t
drop_repeated(edge *edges, size_t n)
{
  size_t out = 0;
  for (size_t i = 0; i < n; i++)
    if (!out || compare_edge(&edges[out - 1], &edges[i]) != 0)
      edges[out++] = edges[i];
  return out;
}

static void
put_edges(ng_builder *b, const edge *edges, size_t n)
{
  ng_buf *rels = &b->section[NG_SECTION_RELS];
  ng_kb_entity_record *r = &b->records[edges[0].entity];
  r->relations = (uint32_t)rels->len;
  b->degree[edges[0].entity] = (uint32_t)n;
  ng_builder_number(rels, n);
  uint32_t last = 0;
  for (size_t i = 0; i < n; i++) {
    ng_builder_number(rels, edges[i].other - last);
    ng_builder_number(rels, edges[i].code);
    last = edges[i].other;
  }
}

ng_status
ng_build_relations(ng_builder *b, ng_error *err)
{
  edge *edges = malloc(((size_t)b->draft->relations.n * 2 + 1) * sizeof *edges);
  if (!edges)
    return no_memory(err);
  size_t n = collect_edges(b, edges);
  qsort(edges, n, sizeof *edges, compare_edge);
  n = drop_repeated(edges, n);
  ng_buf_char(&b->section[NG_SECTION_RELS], 0); /* no relations */
  for (size_t i = 0, end; i < n; i = end) {
    for (end = i; end < n && edges[end].entity == edges[i].entity;)
      end++;
    put_edges(b, &edges[i], end - i);
  }
  free(edges);
  if (b->section[NG_SECTION_RELS].len > UINT32_MAX)
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many relations");
  return NG_OK;
}

/* --- offices held --------------------------------------------------------- */

static int
compare_number(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

/* By person, start, and then all else, so that the order is of content. */
static int
compare_holding(const void *pa, const void *pb)
{
  const ng_holding *a = pa, *b = pb;
  int order = compare_number(a->person, b->person);
  order = order ? order : compare_number(a->from, b->from);
  order = order ? order : compare_number(a->office, b->office);
  order = order ? order : compare_number(a->jurisdiction, b->jurisdiction);
  return order ? order : compare_number(a->until, b->until);
}

/* What an office or a jurisdiction index is sorted by. */
typedef struct {
  uint32_t key, from, index;
} order_key;

static int
compare_order(const void *pa, const void *pb)
{
  const order_key *a = pa, *b = pb;
  int order = compare_number(a->key, b->key);
  order = order ? order : compare_number(a->from, b->from);
  return order ? order : compare_number(a->index, b->index);
}

/* The jurisdiction that each entity of the draft, an office, has (P1001). */
static uint32_t *
jurisdictions(ng_builder *b)
{
  const ng_draft *d = b->draft;
  uint32_t *of = NG_NEW(&b->arena, uint32_t, (size_t)d->entities.n + 1);
  for (uint32_t i = 0; of && i < d->relations.n; i++) {
    const ng_draft_relation *r = &d->relations.at[i];
    if (r->rel == NG_REL_JURISDICTION && !of[r->subject])
      of[r->subject] = r->object + 1;
  }
  return of;
}

/* `h` with the file's indices and its office's own jurisdiction; false if
 * person or office is not kept. */
static bool
translate(const ng_builder *b, const uint32_t *jurisdiction_of, ng_holding *h)
{
  uint32_t own = jurisdiction_of[h->office];
  if (own &&
      (h->jurisdiction == NG_NO_ENTITY || h->flags & NG_HOLDING_OF_LIST)) {
    h->jurisdiction = own - 1;
    h->flags &= ~(uint32_t)NG_HOLDING_OF_LIST;
  }
  h->person = b->file_of[h->person];
  h->office = b->file_of[h->office];
  if (h->jurisdiction != NG_NO_ENTITY)
    h->jurisdiction = b->file_of[h->jurisdiction];
  if (h->jurisdiction == NG_NO_ENTITY)
    h->flags &= ~(uint32_t)NG_HOLDING_OF_LIST;
  return h->person != NG_NO_ENTITY && h->office != NG_NO_ENTITY;
}

/* The order of `n` holdings by office, or by jurisdiction. */
static order_key *
sorted_by(ng_builder *b, const ng_holding *h, uint32_t n, bool office)
{
  order_key *order = NG_NEW(&b->arena, order_key, (size_t)n + 1);
  for (uint32_t i = 0; order && i < n; i++)
    order[i] =
        (order_key){office ? h[i].office : h[i].jurisdiction, h[i].from, i};
  if (order)
    qsort(order, n, sizeof *order, compare_order);
  return order;
}

/* --- ends by successor ---------------------------------------------------- */

/* The holdings of one office in one jurisdiction that have a start, by it. */
typedef struct {
  ng_holding **at;
  size_t n;
} term_list;

/* More than a month of overlap is two holders, not a handover. */
enum { HANDOVER_DAYS = 31 };

/* Whether one person at a time holds the office: at most one in ten of its
 * rows says otherwise, by ending long after the next one began or by beginning
 * on the same day. */
static bool
is_of_one_person(const term_list *terms)
{
  size_t conflicts = 0;
  for (size_t i = 0; i + 1 < terms->n; i++) {
    const ng_holding *h = terms->at[i], *next = terms->at[i + 1];
    if (h->person == next->person)
      continue;
    bool same_day = h->from == next->from && h->from % 100 != 0;
    bool late =
        h->until && ng_date_days(ng_date_first(h->until)) >
                        ng_date_days(ng_date_last(next->from)) + HANDOVER_DAYS;
    conflicts += same_day || late;
  }
  return conflicts * 10 <= terms->n;
}

static void
close_terms(const term_list *terms)
{
  if (!is_of_one_person(terms))
    return;
  for (size_t i = 0; i < terms->n; i++) {
    ng_holding *h = terms->at[i];
    for (size_t k = i + 1; k < terms->n && !h->until; k++)
      if (terms->at[k]->person != h->person && terms->at[k]->from > h->from) {
        h->until = terms->at[k]->from;
        h->flags |= NG_HOLDING_ENDS_BY_SUCCESSOR;
      }
  }
}

/* By office, jurisdiction and start. */
static int
compare_term(const void *pa, const void *pb)
{
  const ng_holding *a = *(ng_holding *const *)pa, *b = *(ng_holding *const *)pb;
  int order = compare_number(a->office, b->office);
  order = order ? order : compare_number(a->jurisdiction, b->jurisdiction);
  order = order ? order : compare_number(a->from, b->from);
  order = order ? order : compare_number(a->person, b->person);
  return order ? order : compare_number(a->until, b->until);
}

/* Close the open holdings of every office that one person holds at a time. */
static bool
close_open(ng_builder *b, ng_holding *h, uint32_t n)
{
  ng_holding **terms = NG_NEW(&b->arena, ng_holding *, (size_t)n + 1);
  size_t n_terms = 0;
  if (!terms)
    return false;
  for (uint32_t i = 0; i < n; i++)
    if (h[i].from)
      terms[n_terms++] = &h[i];
  /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are sorted */
  qsort(terms, n_terms, sizeof *terms, compare_term);
  for (size_t i = 0, end; i < n_terms; i = end) {
    for (end = i; end < n_terms && terms[end]->office == terms[i]->office &&
                  terms[end]->jurisdiction == terms[i]->jurisdiction;)
      end++;
    close_terms(&(term_list){terms + i, end - i});
  }
  return true;
}

static void
put_order(ng_buf *out, const order_key *order, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    ng_buf_put(out, &order[i].index, sizeof order[i].index);
}

static uint32_t
drop_equal(ng_holding *h, uint32_t n)
{
  uint32_t out = 0;
  for (uint32_t i = 0; i < n; i++)
    if (!out || compare_holding(&h[out - 1], &h[i]) != 0)
      h[out++] = h[i];
  return out;
}

/* Whether `finer` says the same as `coarse` with a better date: person and
 * office are the same, and the year of both starts. */
static bool
refines(const ng_holding *finer, const ng_holding *coarse)
{
  return finer->person == coarse->person && finer->office == coarse->office &&
         finer->from / 10000 == coarse->from / 10000 && finer->from % 100 != 0;
}

/* Drop what another source says with a better date, keeping its end if that is
 * known nowhere else. Holdings are by person and start, so a coarse date comes
 * before the finer ones of its year. */
static uint32_t
drop_coarse(ng_holding *h, uint32_t n)
{
  uint32_t out = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t k = i + 1;
    bool coarse = h[i].from && h[i].from % 100 == 0;
    while (coarse && k < n && h[k].person == h[i].person &&
           !refines(&h[k], &h[i]))
      k++;
    if (!coarse || k == n || h[k].person != h[i].person)
      h[out++] = h[i];
    else if (!h[k].until)
      h[k].until = h[i].until;
  }
  return out;
}

ng_status
ng_build_holdings(ng_builder *b, ng_error *err)
{
  const ng_draft *d = b->draft;
  uint32_t *jurisdiction_of = jurisdictions(b);
  ng_holding *h = NG_NEW(&b->arena, ng_holding, (size_t)d->holdings.n + 1);
  if (!jurisdiction_of || !h)
    return no_memory(err);
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->holdings.n; i++) {
    h[n] = d->holdings.at[i];
    if (translate(b, jurisdiction_of, &h[n]))
      n++;
    else
      b->draft->n_no_entity++;
  }
  qsort(h, n, sizeof *h, compare_holding);
  n = drop_coarse(h, drop_equal(h, n));
  if (!close_open(b, h, n))
    return no_memory(err);
  order_key *by_office = sorted_by(b, h, n, true);
  order_key *by_jurisdiction = sorted_by(b, h, n, false);
  if (!by_office || !by_jurisdiction)
    return no_memory(err);
  ng_buf_put(&b->section[NG_SECTION_HOLD], h, n * sizeof *h);
  put_order(&b->section[NG_SECTION_HOFF], by_office, n);
  put_order(&b->section[NG_SECTION_HJUR], by_jurisdiction, n);
  return NG_OK;
}
