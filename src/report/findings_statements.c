/* findings_statements.c - what several articles claim of one thing, and who
 * they say holds an office. */
#include "report/maker.h"

#include <stdlib.h>

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
kind_of(const ng_maker *m, const statement *at, uint32_t n)
{
  ng_finding_kind kind = NG_FINDING_AGREEMENT;
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < i; k++) {
      if (ng_str_equal(at[i].value, at[k].value))
        continue;
      int32_t apart = ng_maker_days(ng_maker_date(m, at[k].article),
                                    ng_maker_date(m, at[i].article));
      if (!at->changes || (apart <= NG_SAME_TIME && apart >= -NG_SAME_TIME))
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
look_at_statements(ng_maker *m, const statement *at, uint32_t n)
{
  uint32_t sources = 0;
  for (uint32_t i = 0; i < n; i++) {
    bool seen = false;
    for (uint32_t k = 0; k < i; k++)
      seen |= ng_maker_source(m, at[i].article) ==
              ng_maker_source(m, at[k].article);
    sources += !seen;
  }
  if (sources < 2)
    return;
  ng_finding *finding =
      ng_maker_begin(m, kind_of(m, at, n), at->aspect, at->topic);
  for (uint32_t i = 0; finding && i < n; i++)
    ng_maker_add(m, finding, at[i].value, at[i].article, at[i].node);
  if (!finding)
    return;
  finding->sources = sources;
  sort_values(finding);
}

static void
look_at_all(ng_maker *m, statement *at, uint32_t n)
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
  if (ng_maker_is(predicate, "doesNotRecognize")) {
    *negative = !*negative;
    return NG_LIT("recognizes");
  }
  return predicate;
}

static statement
claim(ng_maker *m, const ng_fact_claim *c)
{
  ng_facts *f = m->facts;
  bool negative = ng_maker_is(c->polarity, "Negative") ||
                  ng_maker_is(c->standing, "Negated") ||
                  ng_maker_is(c->standing, "Denied");
  ng_str predicate = positive(c->predicate, &negative);
  bool one = ng_maker_is(predicate, "capital") ||
             ng_maker_is(predicate, "headOfState") ||
             ng_maker_is(predicate, "headOfGovernment") ||
             ng_maker_is(predicate, "spouse");
  bool by_object = one && !negative;
  ng_buf key = {0}, topic = {0};
  ng_str name = ng_facts_label(f, c->subject),
         of = ng_facts_label(f, c->object);
  ng_buf_printf(&key, "%d %.*s %.*s %.*s", by_object, NG_ARG(c->subject),
                NG_ARG(predicate), by_object ? 0 : (int)c->object.len,
                c->object.at);
  ng_buf_printf(&topic, "%.*s %.*s%s%.*s", NG_ARG(name), NG_ARG(predicate),
                by_object ? "" : " ", by_object ? 0 : (int)of.len, of.at);
  return (statement){.key = ng_maker_keep(m, &key),
                     .topic = ng_maker_keep(m, &topic),
                     .value = by_object  ? of
                              : negative ? NG_LIT("no")
                                         : NG_LIT("yes"),
                     .node = c->iri,
                     .article = c->article,
                     .aspect = by_object ? "object" : "polarity",
                     .changes =
                         by_object && !ng_maker_is(predicate, "capital")};
}

static statement
office(ng_maker *m, const ng_fact_office *o)
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
  return (statement){.key = ng_maker_keep(m, &key),
                     .topic = ng_maker_keep(m, &topic),
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
  return o->jurisdiction.len && ng_maker_is(o->standing, "Established") &&
         !ng_maker_is(o->status, "Former") && !ng_maker_is(o->status, "Elect");
}

/* What is said in an article's own voice, or denied in it. */
static bool
is_said(ng_str standing)
{
  return ng_maker_is(standing, "Established") ||
         ng_maker_is(standing, "Negated") ||
         ng_maker_is(standing, "Reported") || ng_maker_is(standing, "Denied");
}

void
ng_maker_statements(ng_maker *m)
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
