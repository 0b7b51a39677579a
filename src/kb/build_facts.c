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

/* China, North Korea, South Korea, Taiwan, Vietnam. */
static bool
puts_family_first(uint32_t qid)
{
  return qid == 148 || qid == 423 || qid == 884 || qid == 865 || qid == 881;
}

/* States of Spanish names but for Argentina, where few use both surnames. */
static bool
has_two_surnames(uint32_t qid)
{
  static const uint32_t states[] = {29,  77,  96,  241, 298, 419,
                                    717, 733, 736, 739, 750, 774,
                                    783, 786, 792, 800, 804, 811};
  for (size_t i = 0; i < sizeof states / sizeof *states; i++)
    if (states[i] == qid)
      return true;
  return false;
}

/* How names of people of that state are put together. */
static void
note_state(const ng_builder *b, uint32_t person, uint32_t state)
{
  uint32_t qid = b->draft->entities.at[state].qid;
  b->family_first[person] |= puts_family_first(qid);
  b->two_surnames[person] |= has_two_surnames(qid);
}

/* What a relation says beside being one: the jurisdiction of an office
 * (P1001), and how names are put together. */
static void
look_at(ng_builder *b, const ng_draft_relation *r)
{
  if (r->rel == NG_REL_JURISDICTION && !b->jurisdiction_of[r->subject])
    b->jurisdiction_of[r->subject] = r->object + 1;
  if (r->rel == NG_REL_CITIZEN)
    note_state(b, r->subject, r->object);
}

/* Both directions of a relation whose ends are kept. */
static bool
put_both(ng_builder *b, ng_sorter *edges, const ng_draft_relation *r)
{
  uint64_t s = b->file_of[r->subject], o = b->file_of[r->object];
  uint32_t code = r->rel * 2, inverse = r->rel * 2 + 1;
  if (s == NG_NO_ENTITY || o == NG_NO_ENTITY) {
    b->draft->n_no_entity++;
    return true;
  }
  return ng_sorter_put(edges, s << 32 | o, &code, sizeof code) &&
         ng_sorter_put(edges, o << 32 | s, &inverse, sizeof inverse);
}

static bool
collect_edges(ng_builder *b, ng_sorter *edges)
{
  ng_spool_reader r;
  ng_draft_relation one;
  bool done = true;
  ng_spool_read_all(&r, &b->draft->relations);
  while (done && ng_spool_take(&r, &one, sizeof one)) {
    look_at(b, &one);
    done = put_both(b, edges, &one);
  }
  ng_spool_read_end(&r);
  ng_spool_release(&b->draft->relations);
  return done;
}

/* The relations of one entity, as they are written. */
typedef struct {
  ng_builder *b;
  ng_buf ends, kinds; /* u32 and u8 each */
  uint32_t n, entity, other;
  bool codes[2 * NG_N_RELS]; /* of the entity with `other` */
} edge_writer;

/* Write what ties the entity to w->other. */
static void
end_other(edge_writer *w)
{
  for (uint32_t code = 0; code < 2 * NG_N_RELS; code++) {
    if (!w->codes[code])
      continue;
    ng_buf_put(&w->ends, &w->other, sizeof w->other);
    ng_buf_char(&w->kinds, (char)code);
    w->n++;
    w->codes[code] = false;
  }
}

static bool
end_entity(edge_writer *w)
{
  static const char zeros[4] = {0};
  ng_spool *rels = &w->b->section[NG_SECTION_RELS];
  ng_entity_facts f = {w->n ? (uint32_t)(ng_spool_size(rels) / 4) : 0, w->n};
  if (w->n) {
    (void)ng_spool_put(rels, &w->n, sizeof w->n);
    (void)ng_spool_put(rels, w->kinds.at, w->kinds.len);
    (void)ng_spool_put(rels, zeros, -w->n & 3);
    (void)ng_spool_put(rels, w->ends.at, w->ends.len);
  }
  w->ends.len = w->kinds.len = w->n = 0;
  w->entity++;
  return !w->ends.failed && !w->kinds.failed &&
         ng_spool_put(&w->b->facts, &f, sizeof f);
}

static bool
write_edges(edge_writer *w, ng_sorter *edges)
{
  uint64_t key;
  ng_str record;
  bool done = ng_sorter_start(edges);
  while (done && ng_sorter_next(edges, &key, &record)) {
    uint32_t entity = (uint32_t)(key >> 32), other = (uint32_t)key, code;
    if (other != w->other || entity != w->entity)
      end_other(w);
    while (done && w->entity < entity)
      done = end_entity(w);
    w->other = other;
    memcpy(&code, record.at, sizeof code);
    w->codes[code] = true;
  }
  end_other(w);
  while (done && w->entity < w->b->n)
    done = end_entity(w);
  return done;
}

ng_status
ng_build_relations(ng_builder *b, ng_error *err)
{
  size_t n = (size_t)b->draft->entities.n + 1;
  edge_writer w = {.b = b};
  ng_sorter edges;
  b->family_first = NG_NEW(&b->arena, bool, n);
  b->two_surnames = NG_NEW(&b->arena, bool, n);
  b->jurisdiction_of = NG_NEW(&b->arena, uint32_t, n);
  if (!b->family_first || !b->two_surnames || !b->jurisdiction_of)
    return no_memory(err);
  ng_sorter_init(&edges, b->draft->place);
  (void)ng_spool_put(&b->section[NG_SECTION_RELS], "\0\0\0", 4); /* none */
  ng_status status = NG_OK;
  if (!collect_edges(b, &edges) || !write_edges(&w, &edges))
    status = ng_sorter_check(&edges, err);
  ng_sorter_release(&edges);
  ng_buf_release(&w.ends);
  ng_buf_release(&w.kinds);
  if (status == NG_OK &&
      ng_spool_size(&b->section[NG_SECTION_RELS]) / 4 > UINT32_MAX)
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many relations for one file");
  return status;
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

/* `h` with the file's indices and its office's own jurisdiction; false if
 * person or office is not kept. */
static bool
translate(const ng_builder *b, ng_holding *h)
{
  uint32_t own = b->jurisdiction_of[h->office];
  if (h->jurisdiction != NG_NO_ENTITY)
    note_state(b, h->person, h->jurisdiction);
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
put_order(ng_spool *out, const order_key *order, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    (void)ng_spool_put(out, &order[i].index, sizeof order[i].index);
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
  ng_holding *h = NG_NEW(&b->arena, ng_holding, (size_t)d->holdings.n + 1);
  if (!h)
    return no_memory(err);
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->holdings.n; i++) {
    h[n] = d->holdings.at[i];
    if (translate(b, &h[n]))
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
  (void)ng_spool_put(&b->section[NG_SECTION_HOLD], h, n * sizeof *h);
  b->first_held = NG_NEW(&b->arena, uint32_t, (size_t)b->n + 1);
  if (!b->first_held)
    return no_memory(err);
  for (uint32_t i = n; i-- > 0;)
    b->first_held[h[i].person] = i + 1;
  put_order(&b->section[NG_SECTION_HOFF], by_office, n);
  put_order(&b->section[NG_SECTION_HJUR], by_jurisdiction, n);
  return NG_OK;
}
