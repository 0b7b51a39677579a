#include "report/group.h"
#include "core/buf.h"
#include "core/date.h"
#include "core/fail.h"

#include <stdlib.h>

/* Copies share so many of a hundred spans, of at least so many; or all of them,
 * with so many bytes: a sentence of that length nobody writes twice. */
enum { COPY_PERCENT = 80, COPY_SPANS = 3, COPY_BYTES = 40 };

/* Days between what may be one happening. */
enum { NEAR = 10 };

/* --- articles ------------------------------------------------------------- */

/* How many strings two sorted lists share, and their bytes in *bytes. */
static uint32_t
shared(const ng_fact_article *a, const ng_fact_article *b, size_t *bytes)
{
  uint32_t n = 0;
  *bytes = 0;
  for (uint32_t i = 0, k = 0; i < a->words.n && k < b->words.n;) {
    int order = ng_str_compare(a->words.at[i], b->words.at[k]);
    n += order == 0;
    *bytes += order == 0 ? a->words.at[i].len : 0;
    i += order <= 0;
    k += order >= 0;
  }
  return n;
}

static bool
are_copies(const ng_fact_article *a, const ng_fact_article *b)
{
  size_t bytes;
  uint64_t common = shared(a, b, &bytes);
  uint64_t all = a->words.n + b->words.n - common;
  return (common >= COPY_SPANS && common * 100 >= all * COPY_PERCENT) ||
         (common == all && bytes >= COPY_BYTES);
}

void
ng_group_copies(ng_facts *facts)
{
  for (uint32_t i = 0; i < facts->articles.n; i++) {
    ng_fact_article *a = &facts->articles.at[i];
    for (uint32_t k = 0; k < i; k++)
      if (facts->articles.at[k].source == k &&
          are_copies(a, &facts->articles.at[k])) {
        a->source = k;
        break;
      }
  }
}

/* --- dates ---------------------------------------------------------------- */

bool
ng_report_days(ng_str date, bool last, int32_t *days)
{
  ng_date d = 0;
  if (!ng_date_parse(date, &d))
    return false;
  *days = ng_date_days(last ? ng_date_last(d) : ng_date_first(d));
  return true;
}

bool
ng_report_range_of(const ng_fact_event *e, ng_report_range *out)
{
  *out = (ng_report_range){0};
  bool first = ng_report_days(e->earliest, false, &out->first) ||
               ng_report_days(e->date, false, &out->first);
  bool last = ng_report_days(e->latest, true, &out->last) ||
              ng_report_days(e->date, true, &out->last);
  if (!first)
    out->first = out->last;
  if (!last)
    out->last = out->first;
  return first || last;
}

bool
ng_report_is_linked(ng_str iri)
{
  return !memmem(iri.at, iri.len, "#entity-", 8);
}

/* --- events --------------------------------------------------------------- */

/* What two events of one happening share: class and linked actors. */
static bool
put_key(ng_buf *key, const ng_fact_event *e)
{
  uint32_t n = 0;
  ng_str last = {"", 0};
  key->len = 0;
  ng_buf_str(key, e->class);
  for (uint32_t i = 0; i < e->actors.n; i++) {
    const ng_fact_actor *a = &e->actors.at[i];
    bool core = !ng_str_equal(a->role, NG_LIT("host")) &&
                !ng_str_equal(a->role, NG_LIT("mediator"));
    if (!core || !ng_report_is_linked(a->iri) || ng_str_equal(a->iri, last))
      continue;
    ng_buf_char(key, ' ');
    ng_buf_str(key, a->iri);
    last = a->iri;
    n++;
  }
  return n >= 2;
}

typedef struct {
  uint32_t event;
  ng_key key;
  int32_t day; /* its first; without a date, its article's */
} candidate;

static int
compare_candidates(const void *a, const void *b)
{
  const candidate *x = a, *y = b;
  if (x->key.a != y->key.a)
    return x->key.a < y->key.a ? -1 : 1;
  if (x->key.b != y->key.b)
    return x->key.b < y->key.b ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->event < y->event ? -1 : x->event > y->event;
}

static uint32_t
root(const ng_facts *f, uint32_t i)
{
  while (f->events.at[i].happening != i)
    i = f->events.at[i].happening;
  return i;
}

/* The first of both is the happening's. */
static void
unite(ng_facts *f, uint32_t a, uint32_t b)
{
  uint32_t x = root(f, a), y = root(f, b);
  f->events.at[x > y ? x : y].happening = x < y ? x : y;
}

/* Of one key, a chain of days. */
static void
unite_near(ng_facts *f, const candidate *at, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (at[i].key.a == at[i - 1].key.a && at[i].key.b == at[i - 1].key.b &&
        at[i].day - at[i - 1].day <= NEAR)
      unite(f, at[i - 1].event, at[i].event);
}

static size_t
list(ng_facts *f, candidate *at, ng_buf *key)
{
  size_t n = 0;
  for (uint32_t i = 0; i < f->events.n; i++) {
    const ng_fact_event *e = &f->events.at[i];
    ng_report_range range;
    int32_t day = 0;
    if (!put_key(key, e))
      continue;
    if (ng_report_range_of(e, &range))
      day = range.first;
    else if (e->article == NG_FACT_NONE ||
             !ng_report_days(f->articles.at[e->article].date, false, &day))
      continue;
    at[n++] = (candidate){i, ng_key_of((ng_str){key->at, key->len}), day};
  }
  return n;
}

/* By ng:identity, which is the same in all articles. */
static bool
unite_identical(ng_facts *f)
{
  ng_keys seen = {0};
  bool fresh, fine = true;
  for (uint32_t i = 0; fine && i < f->events.n; i++) {
    ng_str identity = f->events.at[i].identity;
    if (!identity.len)
      continue;
    uint64_t *first = ng_keys_put(&seen, ng_key_of(identity), &fresh);
    fine = first != NULL;
    if (fine && fresh)
      *first = i;
    else if (fine)
      unite(f, (uint32_t)*first, i);
  }
  ng_keys_release(&seen);
  return fine;
}

ng_status
ng_group_happenings(ng_facts *facts, ng_error *err)
{
  ng_buf key = {0};
  candidate *at = calloc((size_t)facts->events.n + 1, sizeof *at);
  bool fine = at && unite_identical(facts);
  if (fine) {
    size_t n = list(facts, at, &key);
    qsort(at, n, sizeof *at, compare_candidates);
    unite_near(facts, at, n);
  }
  for (uint32_t i = 0; fine && i < facts->events.n; i++)
    facts->events.at[i].happening = root(facts, i);
  fine = fine && !key.failed;
  ng_buf_release(&key);
  free(at);
  return fine ? NG_OK : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}
