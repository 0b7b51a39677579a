/* office.c - who held which office when. */
#include "kb/bases.h"
#include "kb/format.h"

static uint32_t
key_of(const ng_holding *h, ng_holding_key by)
{
  switch (by) {
  case NG_BY_PERSON:
    return h->person;
  case NG_BY_OFFICE:
    return h->office;
  default:
    return h->jurisdiction;
  }
}

/* Holding `i` in the order of `by`; NULL past the last. */
static const ng_holding *
holding(const ng_kb *kb, ng_holding_key by, uint32_t i)
{
  if (by != NG_BY_PERSON) {
    ng_section order = by == NG_BY_OFFICE ? NG_SECTION_HOFF : NG_SECTION_HJUR;
    const uint32_t *at = ng_kb_record(kb, order, i);
    if (!at)
      return NULL;
    i = *at;
  }
  return ng_kb_record(kb, NG_SECTION_HOLD, i);
}

/* The first holding, in the order of `by`, that is not before `entity`. */
static uint32_t
first_of(const ng_kb *kb, ng_holding_key by, uint32_t entity)
{
  uint32_t begin = 0, end = (uint32_t)(kb->section[NG_SECTION_HOLD].len /
                                       sizeof(ng_holding));
  while (begin < end) {
    uint32_t mid = begin + (end - begin) / 2;
    const ng_holding *h = holding(kb, by, mid);
    if (h && key_of(h, by) < entity)
      begin = mid + 1;
    else
      end = mid;
  }
  return begin;
}

/* The first holding of a person; past the last if there is none. */
static uint32_t
first_held(const ng_kb *kb, uint32_t person)
{
  const ng_kb_entity_record *e = ng_kb_record(kb, NG_SECTION_ENTY, person);
  return e && e->qid ? e->iri - 1 : first_of(kb, NG_BY_PERSON, person);
}

size_t
ng_kb_holdings(const ng_kb *kb, ng_holding_key by, uint32_t entity,
               ng_holding *out, size_t cap)
{
  size_t n = 0;
  uint32_t first =
      by == NG_BY_PERSON ? first_held(kb, entity) : first_of(kb, by, entity);
  for (uint32_t i = first; entity != UINT32_MAX; i++, n++) {
    const ng_holding *h = holding(kb, by, i);
    if (!h || key_of(h, by) != entity)
      break;
    if (n < cap)
      out[n] = *h;
  }
  return n;
}

ng_date
ng_kb_last_start(const ng_kb *kb, ng_holding_key by, uint32_t entity)
{
  uint32_t end = first_of(kb, by, entity + 1);
  const ng_holding *h =
      end && entity != UINT32_MAX ? holding(kb, by, end - 1) : NULL;
  return h && key_of(h, by) == entity ? h->from : 0;
}

/* Whether `h` surely or possibly covers `date`.  A start that is known only to
 * the year covers the whole year: a holder that may be one is one, so that
 * doubt shows as ambiguity. */
static bool
covers(const ng_holding *h, ng_date date)
{
  if (!h->from || ng_date_last(date) < ng_date_first(h->from))
    return false; /* of no known start: answers nothing */
  return !h->until || ng_date_first(date) <= ng_date_last(h->until);
}

/* A day on which one leaves and the next begins has one holder: who begins. */
static bool
leaves_that_day(const ng_holding *h, ng_date date)
{
  return h->until && h->until == date;
}

/* Counting different persons who hold an office. */
typedef struct {
  ng_ref holder, leaving; /* of the first of each */
  size_t n, n_leaving;
} holders;

static void
count(ng_ref person, ng_ref *first, size_t *n)
{
  if (*n && ng_ref_equal(*first, person))
    return;
  if (!*n)
    *first = person;
  ++*n;
}

static void
count_holders(const ng_bases *bases, uint32_t b, uint32_t office, ng_date date,
              holders *found)
{
  const ng_kb *kb = bases->at[b];
  for (uint32_t i = first_of(kb, NG_BY_OFFICE, office);; i++) {
    const ng_holding *h = holding(kb, NG_BY_OFFICE, i);
    if (!h || h->office != office)
      break;
    if (!covers(h, date))
      continue;
    ng_ref person = ng_bases_canonical(bases, (ng_ref){h->person, b});
    if (leaves_that_day(h, date))
      count(person, &found->leaving, &found->n_leaving);
    else
      count(person, &found->holder, &found->n);
  }
}

ng_ref
ng_bases_holder(const ng_bases *bases, ng_ref office, ng_date date,
                size_t *n_holders)
{
  holders found = {.holder = NG_NO_REF, .leaving = NG_NO_REF};
  for (uint32_t b = bases->n;
       date && b-- > 0 && !found.n && !found.n_leaving;) {
    uint32_t index = ng_bases_index(bases, office, b);
    if (index != UINT32_MAX)
      count_holders(bases, b, index, date, &found);
  }
  if (!found.n) {
    found.n = found.n_leaving;
    found.holder = found.leaving;
  }
  *n_holders = found.n;
  return found.n == 1 ? found.holder : NG_NO_REF;
}
