/* Copies of one text count as one source.  Nothing is a contradiction that time
 * explains: a plan that moved, an office that changed hands. */
#include "report/findings.h"
#include "core/buf.h"
#include "core/fail.h"
#include "report/group.h"

#include <stdlib.h>

/* Days between two articles within which an office is not thought to have
 * changed hands, nor a plan to have moved. */
enum { SAME_TIME = 1 };

typedef struct {
  ng_facts *facts;
  ng_findings *out;
  bool spent;
} maker;

const char *
ng_finding_kind_name(ng_finding_kind kind)
{
  static const char *const names[] = {"copies", "agreement", "contradiction",
                                      "course"};
  return names[kind];
}

/* --- findings ------------------------------------------------------------- */

static ng_finding *
begin(maker *m, ng_finding_kind kind, const char *aspect, ng_str topic)
{
  ng_finding finding = {.kind = kind, .aspect = aspect, .topic = topic};
  if (!NG_PUSH(&m->facts->arena, &m->out->at, finding)) {
    m->spent = true;
    return NULL;
  }
  return &m->out->at.at[m->out->at.n - 1];
}

static ng_str
date_of(const maker *m, uint32_t article)
{
  return article == NG_FACT_NONE ? (ng_str){"", 0}
                                 : m->facts->articles.at[article].date;
}

/* The text that an article has its own: itself, or what it copies. */
static uint32_t
source_of(const maker *m, uint32_t article)
{
  return article == NG_FACT_NONE ? NG_FACT_NONE
                                 : m->facts->articles.at[article].source;
}

static void
add_value(maker *m, ng_finding *finding, ng_str value, uint32_t article,
          ng_str node)
{
  for (uint32_t i = 0; finding && i < finding->values.n; i++) {
    ng_finding_value *v = &finding->values.at[i];
    if (!ng_str_equal(v->value, value))
      continue;
    v->n++;
    if (ng_str_compare(date_of(m, article), v->date) < 0) {
      v->date = date_of(m, article);
      v->article = article;
    }
    return;
  }
  ng_finding_value v = {value, date_of(m, article), 1, article, node};
  if (finding && !NG_PUSH(&m->facts->arena, &finding->values, v))
    m->spent = true;
}

static void
drop_last(maker *m)
{
  m->out->at.n--;
}

static ng_str
keep(maker *m, ng_buf *text)
{
  char *at = NG_NEW(&m->facts->arena, char, text->len + 1);
  size_t len = text->len;
  if (at && len)
    memcpy(at, text->at, len);
  m->spent |= !at || text->failed;
  ng_buf_release(text);
  return at ? (ng_str){at, len} : (ng_str){"", 0};
}

/* --- copies --------------------------------------------------------------- */

static void
copies(maker *m)
{
  const ng_facts *f = m->facts;
  for (uint32_t i = 0; i < f->articles.n; i++) {
    ng_finding *finding = NULL;
    for (uint32_t k = i + 1; k < f->articles.n; k++) {
      if (f->articles.at[k].source != i)
        continue;
      if (!finding) {
        finding =
            begin(m, NG_FINDING_COPIES, "all", ng_facts_article_name(f, i));
        add_value(m, finding, f->articles.at[i].iri, i, f->articles.at[i].iri);
      }
      add_value(m, finding, f->articles.at[k].iri, k, f->articles.at[k].iri);
    }
    if (finding)
      finding->sources = 1;
  }
}

/* --- events --------------------------------------------------------------- */

/* The events of one happening, by article's date. */
typedef struct {
  const ng_fact_event **at;
  uint32_t n, sources;
} happening;

static ng_str
topic_of_event(maker *m, const ng_fact_event *e)
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
  return keep(m, &text);
}

static bool
is(ng_str s, const char *word)
{
  return ng_str_equal(s, (ng_str){word, strlen(word)});
}

static bool
happened(const ng_fact_event *e)
{
  return (is(e->status, "Occurred") || is(e->status, "Ongoing")) &&
         !is(e->polarity, "Negative");
}

/* It is off, or was never on. */
static bool
is_off(const ng_fact_event *e)
{
  return is(e->status, "Cancelled") || is(e->status, "Postponed") ||
         is(e->status, "Downgraded") || is(e->polarity, "Negative") ||
         is(e->standing, "Negated") || is(e->standing, "Denied");
}

static bool
are_apart(const maker *m, const ng_fact_event *a, const ng_fact_event *b)
{
  uint32_t x = source_of(m, a->article), y = source_of(m, b->article);
  return x != y || x == NG_FACT_NONE;
}

static int32_t
days_between(ng_str a, ng_str b)
{
  int32_t x, y;
  if (!ng_report_days(a, false, &x) || !ng_report_days(b, false, &y))
    return 0;
  return y - x;
}

static bool
dates_differ(const maker *m, const ng_fact_event *a, const ng_fact_event *b)
{
  ng_report_range x, y;
  if (is_off(a) || is_off(b) || !ng_report_range_of(a, &x) ||
      !ng_report_range_of(b, &y))
    return false;
  if (x.first <= y.last && y.first <= x.last)
    return false;
  /* a plan may move between two articles; what happened does not */
  int32_t apart = days_between(date_of(m, a->article), date_of(m, b->article));
  return happened(a) == happened(b) &&
         (happened(a) || (apart <= SAME_TIME && apart >= -SAME_TIME));
}

static bool
amounts_differ(const maker *m, const ng_fact_event *a, const ng_fact_event *b)
{
  (void)m;
  return a->amount.len && b->amount.len && ng_str_equal(a->unit, b->unit) &&
         strtod(a->amount.at, NULL) != strtod(b->amount.at, NULL);
}

/* What happened by one article has not happened by another of the same day or
 * a later one. */
static bool
statuses_differ(const maker *m, const ng_fact_event *a, const ng_fact_event *b)
{
  if (happened(a) == happened(b) || is_off(a) == is_off(b))
    return false;
  const ng_fact_event *yes = happened(a) ? a : b, *no = happened(a) ? b : a;
  return days_between(date_of(m, yes->article), date_of(m, no->article)) >= 0;
}

static bool
has_role(const ng_fact_event *e, ng_str iri, const char *role)
{
  for (uint32_t i = 0; i < e->actors.n; i++)
    if (ng_str_equal(e->actors.at[i].iri, iri) &&
        is(e->actors.at[i].role, role))
      return true;
  return false;
}

/* Who did it by one is whom it was done to by the other. */
static bool
roles_differ(const maker *m, const ng_fact_event *a, const ng_fact_event *b)
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
date_value(maker *m, const ng_fact_event *e)
{
  if (e->date.len)
    return e->date;
  ng_buf text = {0};
  ng_buf_str(&text, e->earliest);
  ng_buf_put(&text, "..", 2);
  ng_buf_str(&text, e->latest);
  return keep(m, &text);
}

static ng_str
amount_value(maker *m, const ng_fact_event *e)
{
  ng_buf text = {0};
  ng_buf_str(&text, e->amount);
  if (e->unit.len) {
    ng_buf_char(&text, ' ');
    ng_buf_str(&text, e->unit);
  }
  return keep(m, &text);
}

static ng_str
status_value(maker *m, const ng_fact_event *e)
{
  ng_buf text = {0};
  if (is(e->polarity, "Negative"))
    ng_buf_printf(&text, "not ");
  ng_buf_str(&text, e->status);
  return keep(m, &text);
}

static ng_str
role_value(maker *m, const ng_fact_event *e)
{
  ng_buf text = {0};
  for (uint32_t i = 0; i < e->actors.n; i++) {
    ng_buf_printf(&text, "%s%.*s ", i ? "; " : "",
                  NG_ARG(e->actors.at[i].role));
    ng_buf_str(&text, ng_facts_label(m->facts, e->actors.at[i].iri));
  }
  return keep(m, &text);
}

typedef struct {
  const char *aspect;
  bool (*differ)(const maker *m, const ng_fact_event *a,
                 const ng_fact_event *b);
  ng_str (*value)(maker *m, const ng_fact_event *e);
} comparison;

/* Those that contradict another one, with their values. */
static void
compare_events(maker *m, const happening *h, const comparison *c)
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
      finding = begin(m, NG_FINDING_CONTRADICTION, c->aspect,
                      topic_of_event(m, h->at[0]));
    add_value(m, finding, c->value(m, h->at[i]), h->at[i]->article,
              h->at[i]->iri);
  }
  if (finding)
    finding->sources = h->sources;
}

/* How its status changed from article to article. */
static void
course(maker *m, const happening *h)
{
  ng_finding *finding =
      begin(m, NG_FINDING_COURSE, "status", topic_of_event(m, h->at[0]));
  ng_str last = {"", 0};
  for (uint32_t i = 0; finding && i < h->n; i++) {
    ng_str now = status_value(m, h->at[i]);
    if (!now.len || ng_str_equal(now, last))
      continue;
    ng_finding_value v = {now, date_of(m, h->at[i]->article), 1,
                          h->at[i]->article, h->at[i]->iri};
    m->spent |= !NG_PUSH(&m->facts->arena, &finding->values, v);
    last = now;
  }
  if (!finding)
    return;
  finding->sources = h->sources;
  if (finding->values.n < 2)
    drop_last(m);
}

/* Sources that say that it happened, or all that say that it is planned. */
static void
agreement(maker *m, const happening *h)
{
  ng_finding *finding =
      begin(m, NG_FINDING_AGREEMENT, "all", topic_of_event(m, h->at[0]));
  for (uint32_t i = 0; finding && i < h->n; i++)
    add_value(m, finding, status_value(m, h->at[i]), h->at[i]->article,
              h->at[i]->iri);
  if (!finding)
    return;
  finding->sources = h->sources;
  if (finding->values.n != 1)
    drop_last(m);
}

static void
look_at_happening(maker *m, const happening *h)
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
sort_by_date(const maker *m, const ng_fact_event **at, uint32_t n)
{
  qsort(at, n, sizeof(void *), compare_by_date);
  for (uint32_t i = 1; i < n; i++) { /* stable, and few */
    const ng_fact_event *e = at[i];
    uint32_t k = i;
    for (; k && ng_str_compare(date_of(m, at[k - 1]->article),
                               date_of(m, e->article)) > 0;
         k--)
      at[k] = at[k - 1];
    at[k] = e;
  }
}

static uint32_t
count_sources(const maker *m, const ng_fact_event **at, uint32_t n)
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

static void
events(maker *m)
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

/* --- claims and offices --------------------------------------------------- */

/* One thing said: of what, what of it, and what it is. */
typedef struct {
  ng_str key;   /* what must be equal to be about the same */
  ng_str topic; /* the same for people */
  ng_str value; /* what may differ */
  ng_str node;
  uint32_t article;
  const char *aspect;
  bool changes; /* with time: another value later is no contradiction */
} statement;

static int
compare_statements(const void *a, const void *b)
{
  const statement *x = a, *y = b;
  int order = ng_str_compare(x->key, y->key);
  return order ? order : ng_str_compare(x->node, y->node);
}

/* Do two of them differ that time does not explain? */
static ng_finding_kind
kind_of(const maker *m, const statement *at, uint32_t n)
{
  ng_finding_kind kind = NG_FINDING_AGREEMENT;
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < i; k++) {
      if (ng_str_equal(at[i].value, at[k].value))
        continue;
      int32_t apart =
          days_between(date_of(m, at[k].article), date_of(m, at[i].article));
      if (!at->changes || (apart <= SAME_TIME && apart >= -SAME_TIME))
        return NG_FINDING_CONTRADICTION;
      kind = NG_FINDING_COURSE;
    }
  return kind;
}

static void
sort_values(ng_finding *finding)
{
  for (uint32_t i = 1; i < finding->values.n; i++) {
    ng_finding_value v = finding->values.at[i];
    uint32_t k = i;
    for (; k && ng_str_compare(finding->values.at[k - 1].date, v.date) > 0; k--)
      finding->values.at[k] = finding->values.at[k - 1];
    finding->values.at[k] = v;
  }
}

static void
look_at_statements(maker *m, const statement *at, uint32_t n)
{
  uint32_t sources = 0;
  for (uint32_t i = 0; i < n; i++) {
    bool seen = false;
    for (uint32_t k = 0; k < i; k++)
      seen |= source_of(m, at[i].article) == source_of(m, at[k].article);
    sources += !seen;
  }
  if (sources < 2)
    return;
  ng_finding *finding = begin(m, kind_of(m, at, n), at->aspect, at->topic);
  for (uint32_t i = 0; finding && i < n; i++)
    add_value(m, finding, at[i].value, at[i].article, at[i].node);
  if (!finding)
    return;
  finding->sources = sources;
  sort_values(finding);
}

static void
look_at_all(maker *m, statement *at, uint32_t n)
{
  if (n)
    qsort(at, n, sizeof *at, compare_statements);
  for (uint32_t i = 0, end; i < n; i = end) {
    for (end = i + 1; end < n && ng_str_equal(at[end].key, at[i].key);)
      end++;
    look_at_statements(m, at + i, end - i);
  }
}

/* "doesNotRecognize" is "recognizes", negative. */
static ng_str
positive(ng_str predicate, bool *negative)
{
  if (is(predicate, "doesNotRecognize")) {
    *negative = !*negative;
    return NG_LIT("recognizes");
  }
  return predicate;
}

static statement
claim(maker *m, const ng_fact_claim *c)
{
  ng_facts *f = m->facts;
  bool negative = is(c->polarity, "Negative") || is(c->standing, "Negated") ||
                  is(c->standing, "Denied");
  ng_str predicate = positive(c->predicate, &negative);
  bool one = is(predicate, "capital") || is(predicate, "headOfState") ||
             is(predicate, "headOfGovernment") || is(predicate, "spouse");
  bool by_object = one && !negative;
  ng_buf key = {0}, topic = {0};
  ng_str name = ng_facts_label(f, c->subject),
         of = ng_facts_label(f, c->object);
  ng_buf_printf(&key, "%d %.*s %.*s %.*s", by_object, NG_ARG(c->subject),
                NG_ARG(predicate), by_object ? 0 : (int)c->object.len,
                c->object.at);
  ng_buf_printf(&topic, "%.*s %.*s%s%.*s", NG_ARG(name), NG_ARG(predicate),
                by_object ? "" : " ", by_object ? 0 : (int)of.len, of.at);
  return (statement){.key = keep(m, &key),
                     .topic = keep(m, &topic),
                     .value = by_object  ? of
                              : negative ? NG_LIT("no")
                                         : NG_LIT("yes"),
                     .node = c->iri,
                     .article = c->article,
                     .aspect = by_object ? "object" : "polarity",
                     .changes = by_object && !is(predicate, "capital")};
}

static statement
office(maker *m, const ng_fact_office *o)
{
  ng_facts *f = m->facts;
  ng_buf key = {0}, topic = {0};
  ng_str what = o->office.len ? o->office : o->title;
  ng_buf_printf(&key, "%.*s %.*s", NG_ARG(what), NG_ARG(o->jurisdiction));
  ng_buf_str(&topic, o->office.len ? ng_facts_label(f, o->office) : o->title);
  if (o->jurisdiction.len && !o->office.len) {
    ng_buf_put(&topic, " of ", 4);
    ng_buf_str(&topic, ng_facts_label(f, o->jurisdiction));
  }
  return (statement){.key = keep(m, &key),
                     .topic = keep(m, &topic),
                     .value = ng_facts_label(f, o->person),
                     .node = o->iri,
                     .article = o->article,
                     .aspect = "holder",
                     .changes = true};
}

/* Is the office one that a single person holds at a time: is its state known,
 * and is it held now? */
static bool
is_single(const ng_fact_office *o)
{
  return o->jurisdiction.len && is(o->standing, "Established") &&
         !is(o->status, "Former") && !is(o->status, "Elect");
}

/* What is said in an article's own voice, or denied in it. */
static bool
is_said(ng_str standing)
{
  return is(standing, "Established") || is(standing, "Negated") ||
         is(standing, "Reported") || is(standing, "Denied");
}

static void
statements(maker *m)
{
  ng_facts *f = m->facts;
  uint32_t n = 0;
  statement *at = calloc((size_t)f->claims.n + f->offices.n + 1, sizeof *at);
  m->spent |= !at;
  for (uint32_t i = 0; at && i < f->claims.n; i++)
    if (is_said(f->claims.at[i].standing))
      at[n++] = claim(m, &f->claims.at[i]);
  if (at)
    look_at_all(m, at, n);
  n = 0;
  for (uint32_t i = 0; at && i < f->offices.n; i++)
    if (is_single(&f->offices.at[i]))
      at[n++] = office(m, &f->offices.at[i]);
  if (at)
    look_at_all(m, at, n);
  free(at);
}

ng_status
ng_findings_make(ng_findings *out, ng_facts *facts, ng_error *err)
{
  *out = (ng_findings){0};
  maker m = {.facts = facts, .out = out};
  copies(&m);
  events(&m);
  statements(&m);
  return m.spent ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory") : NG_OK;
}
