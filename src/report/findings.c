/* Copies of one text count as one source.  Nothing is a contradiction that time
 * explains: a plan that moved, an office that changed hands. */
#include "report/findings.h"
#include "core/fail.h"
#include "report/group.h"
#include "report/maker.h"

const char *
ng_finding_kind_name(ng_finding_kind kind)
{
  static const char *const names[] = {"copies", "agreement", "contradiction",
                                      "course"};
  return names[kind];
}

/* --- findings ------------------------------------------------------------- */

ng_finding *
ng_maker_begin(ng_maker *m, ng_finding_kind kind, const char *aspect,
               ng_str topic)
{
  ng_finding finding = {.kind = kind, .aspect = aspect, .topic = topic};
  if (!NG_PUSH(&m->facts->arena, &m->out->at, finding)) {
    m->spent = true;
    return NULL;
  }
  return &m->out->at.at[m->out->at.n - 1];
}

ng_str
ng_maker_date(const ng_maker *m, uint32_t article)
{
  return article == NG_FACT_NONE ? (ng_str){"", 0}
                                 : m->facts->articles.at[article].date;
}

uint32_t
ng_maker_source(const ng_maker *m, uint32_t article)
{
  return article == NG_FACT_NONE ? NG_FACT_NONE
                                 : m->facts->articles.at[article].source;
}

void
ng_maker_add(ng_maker *m, ng_finding *finding, ng_str value, uint32_t article,
             ng_str node)
{
  for (uint32_t i = 0; finding && i < finding->values.n; i++) {
    ng_finding_value *v = &finding->values.at[i];
    if (!ng_str_equal(v->value, value))
      continue;
    v->n++;
    if (ng_str_compare(ng_maker_date(m, article), v->date) < 0) {
      v->date = ng_maker_date(m, article);
      v->article = article;
    }
    return;
  }
  ng_finding_value v = {value, ng_maker_date(m, article), 1, article, node};
  if (finding && !NG_PUSH(&m->facts->arena, &finding->values, v))
    m->spent = true;
}

void
ng_maker_drop(ng_maker *m)
{
  m->out->at.n--;
}

ng_str
ng_maker_keep(ng_maker *m, ng_buf *text)
{
  char *at = NG_NEW(&m->facts->arena, char, text->len + 1);
  size_t len = text->len;
  if (at && len)
    memcpy(at, text->at, len);
  m->spent |= !at || text->failed;
  ng_buf_release(text);
  return at ? (ng_str){at, len} : (ng_str){"", 0};
}

int32_t
ng_maker_days(ng_str a, ng_str b)
{
  int32_t x, y;
  if (!ng_report_days(a, false, &x) || !ng_report_days(b, false, &y))
    return 0;
  return y - x;
}

/* --- copies --------------------------------------------------------------- */

static void
copies(ng_maker *m)
{
  const ng_facts *f = m->facts;
  for (uint32_t i = 0; i < f->articles.n; i++) {
    ng_finding *finding = NULL;
    for (uint32_t k = i + 1; k < f->articles.n; k++) {
      if (f->articles.at[k].source != i)
        continue;
      if (!finding) {
        finding = ng_maker_begin(m, NG_FINDING_COPIES, "all",
                                 ng_facts_article_name(f, i));
        ng_maker_add(m, finding, f->articles.at[i].iri, i,
                     f->articles.at[i].iri);
      }
      ng_maker_add(m, finding, f->articles.at[k].iri, k, f->articles.at[k].iri);
    }
    if (finding)
      finding->sources = 1;
  }
}

ng_status
ng_findings_make(ng_findings *out, ng_facts *facts, ng_error *err)
{
  *out = (ng_findings){0};
  ng_maker m = {.facts = facts, .out = out};
  copies(&m);
  ng_maker_events(&m);
  ng_maker_statements(&m);
  return m.spent ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory") : NG_OK;
}
