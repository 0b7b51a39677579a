/* findings_events.c - what several articles tell of one happening. */
#include "report/group.h"
#include "report/maker.h"

#include <stdlib.h>

/* The events of one happening, by article's date. */
typedef struct {
  const ng_fact_event **at;
  uint32_t n, sources;
} happening;

static ng_str
topic_of_event(ng_maker *m, const ng_fact_event *e)
{
  ng_buf text = {0};
  ng_str last = {"", 0};
  ng_buf_str(&text, e->class);
  for (uint32_t i = 0; i < e->actors.n; i++) {
    if (ng_str_equal(e->actors.at[i].iri, last))
      continue;
    last = e->actors.at[i].iri;
    ng_buf_put(&text, i ? ", " : ": ", 2);
    ng_buf_str(&text, ng_facts_label(m->facts, last));
  }
  return ng_maker_keep(m, &text);
}

static bool
happened(const ng_fact_event *e)
{
  return (ng_maker_is(e->status, "Occurred") ||
          ng_maker_is(e->status, "Ongoing")) &&
         !ng_maker_is(e->polarity, "Negative");
}

/* It is off, or was never on. */
static bool
is_off(const ng_fact_event *e)
{
  return ng_maker_is(e->status, "Cancelled") ||
         ng_maker_is(e->status, "Postponed") ||
         ng_maker_is(e->status, "Downgraded") ||
         ng_maker_is(e->polarity, "Negative") ||
         ng_maker_is(e->standing, "Negated") ||
         ng_maker_is(e->standing, "Denied");
}

static bool
are_apart(const ng_maker *m, const ng_fact_event *a, const ng_fact_event *b)
{
  uint32_t x = ng_maker_source(m, a->article),
           y = ng_maker_source(m, b->article);
  return x != y || x == NG_FACT_NONE;
}

static bool
dates_differ(const ng_maker *m, const ng_fact_event *a, const ng_fact_event *b)
{
  ng_report_range x, y;
  if (is_off(a) || is_off(b) || !ng_report_range_of(a, &x) ||
      !ng_report_range_of(b, &y))
    return false;
  if (x.first <= y.last && y.first <= x.last)
    return false;
  /* a plan may move between two articles; what happened does not */
  int32_t apart =
      ng_maker_days(ng_maker_date(m, a->article), ng_maker_date(m, b->article));
  return happened(a) == happened(b) &&
         (happened(a) || (apart <= NG_SAME_TIME && apart >= -NG_SAME_TIME));
}

static bool
amounts_differ(const ng_maker *m, const ng_fact_event *a,
               const ng_fact_event *b)
{
  (void)m;
  return a->amount.len && b->amount.len && ng_str_equal(a->unit, b->unit) &&
         strtod(a->amount.at, NULL) != strtod(b->amount.at, NULL);
}

/* What happened by one article has not happened by another of the same day or
 * a later one. */
static bool
statuses_differ(const ng_maker *m, const ng_fact_event *a,
                const ng_fact_event *b)
{
  if (happened(a) == happened(b) || is_off(a) == is_off(b))
    return false;
  const ng_fact_event *yes = happened(a) ? a : b, *no = happened(a) ? b : a;
  return ng_maker_days(ng_maker_date(m, yes->article),
                       ng_maker_date(m, no->article)) >= 0;
}

static bool
has_role(const ng_fact_event *e, ng_str iri, const char *role)
{
  for (uint32_t i = 0; i < e->actors.n; i++)
    if (ng_str_equal(e->actors.at[i].iri, iri) &&
        ng_maker_is(e->actors.at[i].role, role))
      return true;
  return false;
}

/* Who did it by one is whom it was done to by the other. */
static bool
roles_differ(const ng_maker *m, const ng_fact_event *a, const ng_fact_event *b)
{
  (void)m;
  static const char *const others[] = {"patient", "target", "addressee"};
  for (uint32_t i = 0; i < a->actors.n; i++) {
    ng_str iri = a->actors.at[i].iri;
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
      if ((has_role(a, iri, "agent") && has_role(b, iri, others[k]) &&
           !has_role(b, iri, "agent")) ||
          (has_role(b, iri, "agent") && has_role(a, iri, others[k]) &&
           !has_role(a, iri, "agent")))
        return true;
  }
  return false;
}

static ng_str
date_value(ng_maker *m, const ng_fact_event *e)
{
  if (e->date.len)
    return e->date;
  ng_buf text = {0};
  ng_buf_str(&text, e->earliest);
  ng_buf_put(&text, "..", 2);
  ng_buf_str(&text, e->latest);
  return ng_maker_keep(m, &text);
}

static ng_str
amount_value(ng_maker *m, const ng_fact_event *e)
{
  ng_buf text = {0};
  ng_buf_str(&text, e->amount);
  if (e->unit.len) {
    ng_buf_char(&text, ' ');
    ng_buf_str(&text, e->unit);
  }
  return ng_maker_keep(m, &text);
}

static ng_str
status_value(ng_maker *m, const ng_fact_event *e)
{
  ng_buf text = {0};
  if (ng_maker_is(e->polarity, "Negative"))
    ng_buf_printf(&text, "not ");
  ng_buf_str(&text, e->status);
  return ng_maker_keep(m, &text);
}

static ng_str
role_value(ng_maker *m, const ng_fact_event *e)
{
  ng_buf text = {0};
  for (uint32_t i = 0; i < e->actors.n; i++) {
    ng_buf_printf(&text, "%s%.*s ", i ? "; " : "",
                  NG_ARG(e->actors.at[i].role));
    ng_buf_str(&text, ng_facts_label(m->facts, e->actors.at[i].iri));
  }
  return ng_maker_keep(m, &text);
}

typedef struct {
  const char *aspect;
  bool (*differ)(const ng_maker *m, const ng_fact_event *a,
                 const ng_fact_event *b);
  ng_str (*value)(ng_maker *m, const ng_fact_event *e);
} comparison;

/* Those that contradict another one, with their values. */
static void
compare_events(ng_maker *m, const happening *h, const comparison *c)
{
  ng_finding *finding = NULL;
  for (uint32_t i = 0; i < h->n; i++) {
    bool differs = false;
    for (uint32_t k = 0; k < h->n && !differs; k++)
      differs =
          are_apart(m, h->at[i], h->at[k]) && c->differ(m, h->at[i], h->at[k]);
    if (!differs)
      continue;
    if (!finding)
      finding = ng_maker_begin(m, NG_FINDING_CONTRADICTION, c->aspect,
                               topic_of_event(m, h->at[0]));
    ng_maker_add(m, finding, c->value(m, h->at[i]), h->at[i]->article,
                 h->at[i]->iri);
  }
  if (finding)
    finding->sources = h->sources;
}

/* How its status changed from article to article. */
static void
course(ng_maker *m, const happening *h)
{
  ng_finding *finding = ng_maker_begin(m, NG_FINDING_COURSE, "status",
                                       topic_of_event(m, h->at[0]));
  ng_str last = {"", 0};
  for (uint32_t i = 0; finding && i < h->n; i++) {
    ng_str now = status_value(m, h->at[i]);
    if (!now.len || ng_str_equal(now, last))
      continue;
    ng_finding_value v = {now, ng_maker_date(m, h->at[i]->article), 1,
                          h->at[i]->article, h->at[i]->iri};
    m->spent |= !NG_PUSH(&m->facts->arena, &finding->values, v);
    last = now;
  }
  if (!finding)
    return;
  finding->sources = h->sources;
  if (finding->values.n < 2)
    ng_maker_drop(m);
}

/* Sources that say that it happened, or all that say that it is planned. */
static void
agreement(ng_maker *m, const happening *h)
{
  ng_finding *finding = ng_maker_begin(m, NG_FINDING_AGREEMENT, "all",
                                       topic_of_event(m, h->at[0]));
  for (uint32_t i = 0; finding && i < h->n; i++)
    ng_maker_add(m, finding, status_value(m, h->at[i]), h->at[i]->article,
                 h->at[i]->iri);
  if (!finding)
    return;
  finding->sources = h->sources;
  if (finding->values.n != 1)
    ng_maker_drop(m);
}

static void
look_at_happening(ng_maker *m, const happening *h)
{
  static const comparison comparisons[] = {
      {"date", dates_differ, date_value},
      {"amount", amounts_differ, amount_value},
      {"status", statuses_differ, status_value},
      {"role", roles_differ, role_value}};
  uint32_t before = m->out->at.n;
  for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
    compare_events(m, h, &comparisons[i]);
  course(m, h);
  if (m->out->at.n == before)
    agreement(m, h);
}

static int
compare_by_date(const void *a, const void *b)
{
  const ng_fact_event *x = *(const ng_fact_event *const *)a;
  const ng_fact_event *y = *(const ng_fact_event *const *)b;
  return x < y ? -1 : x > y;
}

/* By article's date, then in the order of the table. */
static void
sort_by_date(const ng_maker *m, const ng_fact_event **at, uint32_t n)
{
  qsort(at, n, sizeof(void *), compare_by_date);
  for (uint32_t i = 1; i < n; i++) { /* stable, and few */
    const ng_fact_event *e = at[i];
    uint32_t k = i;
    for (; k && ng_str_compare(ng_maker_date(m, at[k - 1]->article),
                               ng_maker_date(m, e->article)) > 0;
         k--)
      at[k] = at[k - 1];
    at[k] = e;
  }
}

static uint32_t
count_sources(const ng_maker *m, const ng_fact_event **at, uint32_t n)
{
  uint32_t sources = 0;
  for (uint32_t i = 0; i < n; i++) {
    bool seen = false;
    for (uint32_t k = 0; k < i; k++)
      seen |= !are_apart(m, at[i], at[k]);
    sources += !seen;
  }
  return sources;
}

static int
by_happening(const void *a, const void *b)
{
  const ng_fact_event *x = *(const ng_fact_event *const *)a;
  const ng_fact_event *y = *(const ng_fact_event *const *)b;
  if (x->happening != y->happening)
    return x->happening < y->happening ? -1 : 1;
  return x < y ? -1 : x > y;
}

void
ng_maker_events(ng_maker *m)
{
  const ng_facts *f = m->facts;
  const ng_fact_event **at = calloc((size_t)f->events.n + 1, sizeof(void *));
  m->spent |= !at;
  for (uint32_t i = 0; at && i < f->events.n; i++)
    at[i] = &f->events.at[i];
  if (at)
    qsort(at, f->events.n, sizeof(void *), by_happening);
  for (uint32_t i = 0, end; at && i < f->events.n; i = end) {
    for (end = i + 1;
         end < f->events.n && at[end]->happening == at[i]->happening;)
      end++;
    happening h = {at + i, end - i, count_sources(m, at + i, end - i)};
    if (h.sources < 2)
      continue;
    sort_by_date(m, h.at, h.n);
    look_at_happening(m, &h);
  }
  free(at);
}
