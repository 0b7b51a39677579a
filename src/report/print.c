#include "report/print.h"

#include <stdio.h>

static ng_str
name_of(const ng_facts *facts, uint32_t article)
{
  return ng_facts_article_name(facts, article);
}

static uint32_t
count_sources(const ng_facts *facts)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < facts->articles.n; i++)
    n += facts->articles.at[i].source == i;
  return n;
}

void
ng_print_findings(ng_buf *out, const ng_findings *findings, ng_facts *facts)
{
  ng_buf_printf(out, "%u articles, %u of them copies of others\n",
                facts->articles.n, facts->articles.n - count_sources(facts));
  for (uint32_t i = 0; i < findings->at.n; i++) {
    const ng_finding *f = &findings->at.at[i];
    ng_buf_printf(out, "\n%s", ng_finding_kind_name(f->kind));
    if (f->kind != NG_FINDING_COPIES && f->kind != NG_FINDING_AGREEMENT)
      ng_buf_printf(out, " (%s)", f->aspect);
    ng_buf_printf(out, ", %u source%s: ", f->sources,
                  f->sources == 1 ? "" : "s");
    ng_buf_str(out, f->topic);
    ng_buf_char(out, '\n');
    for (uint32_t k = 0; k < f->values.n; k++) {
      const ng_finding_value *v = &f->values.at[k];
      ng_str name = name_of(facts, v->article);
      ng_buf_printf(out, "  %-10.*s  %.*s  (%.*s", NG_ARG(v->date),
                    NG_ARG(v->value), NG_ARG(name));
      if (v->n > 1)
        ng_buf_printf(out, " and %u more", v->n - 1);
      ng_buf_put(out, ")\n", 2);
    }
  }
}

/* --- tables --------------------------------------------------------------- */

/* A cell and what follows it. */
static void
cell(ng_buf *out, ng_cells cells, ng_str s, char after)
{
  bool csv = cells == NG_CELLS_CSV, quoted = false;
  for (size_t i = 0; csv && i < s.len; i++)
    quoted |=
        s.at[i] == ',' || s.at[i] == '"' || s.at[i] == '\n' || s.at[i] == '\r';
  if (quoted)
    ng_buf_char(out, '"');
  for (size_t i = 0; i < s.len; i++) {
    char c = s.at[i];
    if (!csv && (c == '\t' || c == '\n' || c == '\r'))
      c = ' ';
    if (quoted && c == '"')
      ng_buf_char(out, '"');
    ng_buf_char(out, c);
  }
  if (quoted)
    ng_buf_char(out, '"');
  if (after == '\t' && csv)
    after = ',';
  ng_buf_char(out, after);
}

static void
header(ng_buf *out, ng_cells cells, const char *names)
{
  const char *between = cells == NG_CELLS_CSV ? "," : "\t";
  for (; *names; names++)
    ng_buf_put(out, *names == ' ' ? between : names, 1);
  ng_buf_char(out, '\n');
}

static void
number(ng_buf *out, ng_cells cells, uint32_t n)
{
  char text[16];
  int len = snprintf(text, sizeof text, "%u", n);
  cell(out, cells, (ng_str){text, (size_t)len}, '\t');
}

static ng_str
text_of(const char *s)
{
  return (ng_str){s, strlen(s)};
}

void
ng_print_findings_table(ng_buf *out, const ng_findings *findings,
                        ng_facts *facts, ng_cells cells)
{
  header(out, cells,
         "n finding aspect sources topic value articles date "
         "article node");
  for (uint32_t i = 0; i < findings->at.n; i++) {
    const ng_finding *f = &findings->at.at[i];
    for (uint32_t k = 0; k < f->values.n; k++) {
      const ng_finding_value *v = &f->values.at[k];
      number(out, cells, i + 1);
      cell(out, cells, text_of(ng_finding_kind_name(f->kind)), '\t');
      cell(out, cells, text_of(f->aspect), '\t');
      number(out, cells, f->sources);
      cell(out, cells, f->topic, '\t');
      cell(out, cells, v->value, '\t');
      number(out, cells, v->n);
      cell(out, cells, v->date, '\t');
      cell(out, cells, name_of(facts, v->article), '\t');
      cell(out, cells, v->node, '\n');
    }
  }
}

static void
date_cells(ng_buf *out, ng_cells cells, const ng_fact_event *e)
{
  cell(out, cells, e->date, '\t');
  cell(out, cells, e->earliest, '\t');
  cell(out, cells, e->latest, '\t');
}

static void
actors_cell(ng_buf *out, ng_facts *facts, ng_cells cells,
            const ng_fact_event *e)
{
  ng_buf text = {0};
  for (uint32_t i = 0; i < e->actors.n; i++) {
    ng_buf_printf(&text, "%s%.*s=", i ? "; " : "",
                  NG_ARG(e->actors.at[i].role));
    ng_buf_str(&text, ng_facts_label(facts, e->actors.at[i].iri));
  }
  cell(out, cells, (ng_str){text.at, text.len}, '\t');
  out->failed |= text.failed;
  ng_buf_release(&text);
}

static ng_str
label(ng_facts *facts, ng_str iri)
{
  return iri.len ? ng_facts_label(facts, iri) : iri;
}

/* Whose word it is. */
static void
voice_cell(ng_buf *out, ng_facts *facts, ng_cells cells, uint32_t node)
{
  ng_buf text = {0};
  const ng_triple *at = NULL;
  for (const ng_term *o;
       (o = ng_facts_each(facts, node, "https://w3id.org/newsgraph/ns#voice",
                          &at));) {
    if (text.len)
      ng_buf_put(&text, "; ", 2);
    ng_buf_str(&text, ng_facts_label(facts, o->value));
  }
  cell(out, cells, (ng_str){text.at, text.len}, '\t');
  out->failed |= text.failed;
  ng_buf_release(&text);
}

static void
articles(ng_buf *out, ng_facts *facts, ng_cells cells)
{
  for (uint32_t i = 0; i < facts->articles.n; i++) {
    const ng_fact_article *a = &facts->articles.at[i];
    cell(out, cells, a->iri, '\t');
    cell(out, cells, a->date, '\t');
    cell(out, cells, a->title, '\t');
    cell(out, cells, a->url, '\t');
    cell(out, cells,
         a->source == i ? (ng_str){"", 0} : facts->articles.at[a->source].iri,
         '\n');
  }
}

static void
events(ng_buf *out, ng_facts *facts, ng_cells cells)
{
  for (uint32_t i = 0; i < facts->events.n; i++) {
    const ng_fact_event *e = &facts->events.at[i];
    date_cells(out, cells, e);
    cell(out, cells, e->class, '\t');
    cell(out, cells, e->status, '\t');
    cell(out, cells, e->standing, '\t');
    cell(out, cells, e->polarity, '\t');
    voice_cell(out, facts, cells, e->node);
    actors_cell(out, facts, cells, e);
    cell(out, cells, label(facts, e->place), '\t');
    cell(out, cells, e->mode, '\t');
    cell(out, cells, e->amount, '\t');
    cell(out, cells, e->unit, '\t');
    cell(out, cells, e->label, '\t');
    cell(out, cells, e->evidence, '\t');
    cell(out, cells, name_of(facts, e->article), '\t');
    cell(out, cells, e->iri, '\n');
  }
}

static void
claims(ng_buf *out, ng_facts *facts, ng_cells cells)
{
  for (uint32_t i = 0; i < facts->claims.n; i++) {
    const ng_fact_claim *c = &facts->claims.at[i];
    cell(out, cells, label(facts, c->subject), '\t');
    cell(out, cells, c->predicate, '\t');
    cell(out, cells, label(facts, c->object), '\t');
    cell(out, cells, c->polarity, '\t');
    cell(out, cells, c->standing, '\t');
    voice_cell(out, facts, cells, c->node);
    cell(out, cells, c->date, '\t');
    cell(out, cells, c->evidence, '\t');
    cell(out, cells, name_of(facts, c->article), '\t');
    cell(out, cells, c->subject, '\t');
    cell(out, cells, c->object, '\t');
    cell(out, cells, c->iri, '\t');
    cell(out, cells, c->until, '\n');
  }
}

static void
offices(ng_buf *out, ng_facts *facts, ng_cells cells)
{
  for (uint32_t i = 0; i < facts->offices.n; i++) {
    const ng_fact_office *o = &facts->offices.at[i];
    cell(out, cells, label(facts, o->person), '\t');
    cell(out, cells, o->title, '\t');
    cell(out, cells, label(facts, o->jurisdiction), '\t');
    cell(out, cells, o->status, '\t');
    cell(out, cells, o->standing, '\t');
    voice_cell(out, facts, cells, o->node);
    cell(out, cells, o->date, '\t');
    cell(out, cells, o->evidence, '\t');
    cell(out, cells, name_of(facts, o->article), '\t');
    cell(out, cells, o->person, '\t');
    cell(out, cells, o->office, '\t');
    cell(out, cells, o->iri, '\n');
  }
}

/* --- nodes and edges ------------------------------------------------------ */

/* A node's row, once. */
static void
node(ng_buf *out, ng_facts *facts, ng_cells cells, ng_keys *seen, ng_str iri,
     const char *type)
{
  bool fresh;
  if (!iri.len)
    return;
  out->failed |= !ng_keys_put(seen, ng_key_of(iri), &fresh);
  if (out->failed || !fresh)
    return;
  static const char rdf_type[] =
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  ng_str class = ng_facts_object(facts, iri, rdf_type);
  cell(out, cells, iri, '\t');
  cell(out, cells, label(facts, iri), '\t');
  cell(out, cells, type ? text_of(type) : ng_str_local(class), '\n');
}

static void
nodes(ng_buf *out, ng_facts *facts, ng_cells cells)
{
  ng_keys seen = {0};
  for (uint32_t i = 0; i < facts->events.n; i++) {
    const ng_fact_event *e = &facts->events.at[i];
    char class[40];
    (void)snprintf(class, sizeof class, "%.*s", NG_ARG(e->class));
    node(out, facts, cells, &seen, e->iri, class);
    for (uint32_t k = 0; k < e->actors.n; k++)
      node(out, facts, cells, &seen, e->actors.at[k].iri, NULL);
    node(out, facts, cells, &seen, e->place, NULL);
  }
  for (uint32_t i = 0; i < facts->claims.n; i++) {
    node(out, facts, cells, &seen, facts->claims.at[i].subject, NULL);
    node(out, facts, cells, &seen, facts->claims.at[i].object, NULL);
  }
  for (uint32_t i = 0; i < facts->offices.n; i++) {
    node(out, facts, cells, &seen, facts->offices.at[i].person, NULL);
    node(out, facts, cells, &seen, facts->offices.at[i].jurisdiction, NULL);
  }
  ng_keys_release(&seen);
}

/* What an edge says of itself. */
typedef struct {
  ng_str from, to, type, standing, date;
  uint32_t article;
} edge;

static void
put_edge(ng_buf *out, ng_facts *facts, ng_cells cells, const edge *e)
{
  if (!e->from.len || !e->to.len)
    return;
  cell(out, cells, e->from, '\t');
  cell(out, cells, e->to, '\t');
  cell(out, cells, e->type, '\t');
  cell(out, cells, e->standing, '\t');
  cell(out, cells, e->date, '\t');
  cell(out, cells, name_of(facts, e->article), '\n');
}

static void
edges(ng_buf *out, ng_facts *facts, ng_cells cells)
{
  for (uint32_t i = 0; i < facts->events.n; i++) {
    const ng_fact_event *e = &facts->events.at[i];
    for (uint32_t k = 0; k < e->actors.n; k++) {
      const ng_fact_actor *a = &e->actors.at[k];
      edge role = {e->iri, a->iri, a->role, e->standing, e->date, e->article};
      put_edge(out, facts, cells, &role);
    }
    edge place = {e->iri,      e->place, NG_LIT("place"),
                  e->standing, e->date,  e->article};
    put_edge(out, facts, cells, &place);
  }
  for (uint32_t i = 0; i < facts->claims.n; i++) {
    const ng_fact_claim *c = &facts->claims.at[i];
    /* an edge has no sign and no end: what is denied, or was so once, is not
     * drawn as if it were so */
    edge said = {c->subject,  c->object, c->predicate,
                 c->standing, c->date,   c->article};
    if (!ng_str_equal(c->polarity, NG_LIT("Negative")) && !c->until.len)
      put_edge(out, facts, cells, &said);
  }
  for (uint32_t i = 0; i < facts->offices.n; i++) {
    const ng_fact_office *o = &facts->offices.at[i];
    edge holds = {o->person,   o->jurisdiction, o->title,
                  o->standing, o->date,         o->article};
    if (!ng_str_equal(o->status, NG_LIT("Former")))
      put_edge(out, facts, cells, &holds);
  }
}

struct ng_table {
  const char *name;
  const char *columns;
  void (*rows)(ng_buf *out, ng_facts *facts, ng_cells cells);
};

static const ng_table tables[] = {
    {"articles", "article date title url copy_of", articles},
    {"events",
     "date earliest latest class status standing polarity voice participants "
     "place mode amount unit label sentence article event",
     events},
    {"claims",
     "subject predicate object polarity standing voice date sentence article "
     "subject_iri object_iri claim until",
     claims},
    {"offices",
     "person title jurisdiction status standing voice date sentence article "
     "person_iri office_iri holding",
     offices},
    {"nodes", "id label type", nodes},
    {"edges", "source target type standing date article", edges}};

const ng_table *
ng_table_find(const char *name)
{
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    if (strcmp(tables[i].name, name) == 0)
      return &tables[i];
  return NULL;
}

void
ng_print_table_head(ng_buf *out, const ng_table *table, ng_cells cells)
{
  header(out, cells, table->columns);
}

void
ng_print_table_rows(ng_buf *out, const ng_table *table, ng_facts *facts,
                    ng_cells cells)
{
  table->rows(out, facts, cells);
}
