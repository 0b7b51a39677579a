#include "report/curate.h"
#include "core/fail.h"
#include "emit/iri.h"
#include "kb/type.h"

#include <stdio.h>
#include <stdlib.h>

#define NG "https://w3id.org/newsgraph/ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define WD "http://www.wikidata.org/entity/"
#define HEADER "decision\tname\tkind\tarticles\tabout\tcandidates\texample\n"

/* A name, whatever articles it is in: an unlinked entity is its article's. */
typedef struct {
  ng_str name;
  ng_str entity;  /* one of them */
  ng_str example; /* an article */
  uint32_t articles, about;
} row;

static bool
ends_in(ng_str s, const char *with)
{
  size_t n = strlen(with);
  return s.len >= n && memcmp(s.at + s.len - n, with, n) == 0;
}

static uint32_t
weight(const row *r)
{
  return r->articles + 2 * r->about;
}

static int
compare_rows(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (weight(x) != weight(y))
    return weight(x) > weight(y) ? -1 : 1;
  return ng_str_compare(x->name, y->name);
}

/* A triple's terms as text. */
typedef struct {
  ng_str subject, predicate, object;
} spo;

static spo
spo_at(const ng_facts *facts, uint32_t i)
{
  const ng_triple *t = &facts->triples.triples.at[i];
  const ng_triples_node *nodes = facts->triples.nodes.at;
  return (spo){nodes[t->subject].term.value, nodes[t->predicate].term.value,
               nodes[t->object].term.value};
}

/* --- names ---------------------------------------------------------------- */

/* "person" for <https://schema.org/Person>; empty if we know no such kind. */
static const char *
kind_of(ng_str class)
{
  ng_str local = ng_str_local(class);
  for (int t = 0; t < NG_N_TYPES; t++) {
    const char *own = ng_type_class((ng_type)t);
    if (own && ng_str_equal(local, (ng_str){own, strlen(own)}))
      return ng_type_name((ng_type)t);
  }
  return "";
}

static void
put_cell(ng_buf *out, ng_str s)
{
  for (size_t i = 0; i < s.len; i++)
    ng_buf_put(out, (unsigned char)s.at[i] < ' ' ? " " : s.at + i, 1);
}

/* What the run called the article: a file's name, an id, an address. */
static ng_str
called(ng_facts *facts, ng_str article)
{
  static const char *const predicates[] = {
      "https://schema.org/identifier", "http://schema.org/identifier",
      "https://schema.org/url", "http://schema.org/url"};
  for (size_t i = 0; i < sizeof predicates / sizeof *predicates; i++) {
    ng_str name = ng_facts_object(facts, article, predicates[i]);
    if (name.len)
      return name;
  }
  return article;
}

/* "Q17478000 Bolivian presidency; ..." of all entities of that name. */
static void
put_candidates(ng_buf *out, ng_facts *facts, ng_str name)
{
  ng_keys seen = {0};
  uint32_t candidate = ng_triples_iri(&facts->triples, NG "candidate");
  for (uint32_t i = 1; i < facts->triples.triples.n; i++) {
    spo t = spo_at(facts, i);
    bool fresh = false;
    if (facts->triples.triples.at[i].predicate != candidate ||
        !ng_str_equal(ng_facts_label(facts, t.subject), name))
      continue;
    ng_str iri = t.object;
    out->failed |= !ng_keys_put(&seen, ng_key_of(iri), &fresh);
    if (!fresh)
      continue;
    if (seen.n > 1)
      ng_buf_put(out, "; ", 2);
    size_t wd = sizeof WD - 1;
    bool is_wd = iri.len > wd && memcmp(iri.at, WD, wd) == 0;
    put_cell(out, ng_str_slice(iri, is_wd ? wd : 0, iri.len));
    ng_buf_char(out, ' ');
    put_cell(out, ng_facts_label(facts, iri));
  }
  ng_keys_release(&seen);
}

static void
put_row(ng_buf *out, ng_facts *facts, const row *r, bool doubtful)
{
  ng_buf_char(out, '\t');
  put_cell(out, r->name);
  ng_buf_printf(out, "\t%s\t%u\t%u\t",
                kind_of(ng_facts_object(facts, r->entity, RDF "type")),
                r->articles, r->about);
  if (doubtful)
    put_candidates(out, facts, r->name);
  ng_buf_char(out, '\t');
  put_cell(out, called(facts, r->example));
  ng_buf_char(out, '\n');
}

/* The row of a name, made where there is none. */
static row *
find_row(row *rows, size_t *n, ng_keys *index, ng_str name)
{
  bool fresh;
  uint64_t *place = ng_keys_put(index, ng_key_of(name), &fresh);
  if (place && fresh) {
    *place = *n;
    rows[(*n)++] = (row){.name = name};
  }
  return place ? &rows[*place] : NULL;
}

static bool
is_unlinked(ng_facts *facts, ng_str iri)
{
  return ends_in(ng_facts_object(facts, iri, NG "linkStatus"), "#Unlinked");
}

/* Count the articles that mention, or are about, each unlinked name. */
static bool
count(ng_facts *facts, row *rows, size_t *n)
{
  ng_keys index = {0};
  bool fine = true;
  for (uint32_t i = 1; fine && i < facts->triples.triples.n; i++) {
    spo t = spo_at(facts, i);
    bool mentions = ends_in(t.predicate, "schema.org/mentions");
    bool about = ends_in(t.predicate, "schema.org/about");
    if ((!mentions && !about) || !is_unlinked(facts, t.object))
      continue;
    row *r = find_row(rows, n, &index, ng_facts_label(facts, t.object));
    fine = r != NULL;
    if (!fine)
      break;
    r->articles += mentions;
    r->about += about;
    if (!r->example.len || ng_str_compare(t.subject, r->example) < 0) {
      r->example = t.subject;
      r->entity = t.object;
    }
  }
  ng_keys_release(&index);
  return fine;
}

ng_status
ng_curate_names(ng_buf *out, ng_facts *facts, ng_error *err)
{
  size_t n = 0;
  row *rows = calloc((size_t)facts->triples.triples.n + 1, sizeof *rows);
  bool fine = rows && count(facts, rows, &n);
  bool doubtful = ng_triples_iri(&facts->triples, NG "candidate") != 0;
  ng_buf_printf(out, HEADER);
  if (fine)
    qsort(rows, n, sizeof *rows, compare_rows);
  for (size_t i = 0; fine && i < n; i++)
    put_row(out, facts, &rows[i], doubtful);
  free(rows);
  return fine ? NG_OK : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

/* --- decisions ------------------------------------------------------------ */

/* The first cell of what is left of a line. */
static ng_str
take_cell(ng_str *line)
{
  const char *tab = line->len ? memchr(line->at, '\t', line->len) : NULL;
  size_t n = tab ? (size_t)(tab - line->at) : line->len;
  ng_str cell = ng_str_slice(*line, 0, n);
  *line = ng_str_slice(*line, n + (tab != NULL), line->len);
  while (cell.len && strchr(" \r", cell.at[cell.len - 1]))
    cell.len--;
  while (cell.len && *cell.at == ' ')
    cell = ng_str_slice(cell, 1, cell.len);
  return cell;
}

typedef struct {
  ng_str decision, name, kind;
} choice;

/* The next line that decides something; false at the end. */
static bool
next_choice(ng_str *table, uint64_t *line_number, choice *out)
{
  while (table->len) {
    const char *newline = memchr(table->at, '\n', table->len);
    size_t n = newline ? (size_t)(newline - table->at) : table->len;
    ng_str line = ng_str_slice(*table, 0, n);
    *table = ng_str_slice(*table, n + (newline != NULL), table->len);
    ++*line_number;
    out->decision = take_cell(&line);
    out->name = take_cell(&line);
    out->kind = take_cell(&line);
    if (out->decision.len && !ng_str_equal(out->decision, NG_LIT("decision")) &&
        !ng_str_equal(out->decision, NG_LIT("-")) && *out->decision.at != '#')
      return true;
  }
  return false;
}

static bool
is_qid(ng_str s)
{
  if (s.len < 2 || s.len > 12 || s.at[0] != 'Q' || s.at[1] == '0')
    return false;
  for (size_t i = 1; i < s.len; i++)
    if (s.at[i] < '0' || s.at[i] > '9')
      return false;
  return true;
}

static bool
is_web_iri(ng_str s)
{
  for (size_t i = 0; i < s.len; i++)
    if ((unsigned char)s.at[i] <= ' ' || strchr("<>\"{}|^`\\", s.at[i]))
      return false;
  return s.len > 8 && memcmp(s.at, "http", 4) == 0 && memchr(s.at, ':', s.len);
}

static bool
is_kind(ng_str s)
{
  for (int t = 0; t < NG_N_TYPES; t++)
    if (ng_str_equal(s, (ng_str){ng_type_name((ng_type)t),
                                 strlen(ng_type_name((ng_type)t))}))
      return true;
  return false;
}

static void
put_string(ng_buf *out, ng_str s)
{
  ng_buf_char(out, '"');
  for (size_t i = 0; i < s.len; i++) {
    if (s.at[i] == '"' || s.at[i] == '\\')
      ng_buf_char(out, '\\');
    ng_buf_char(out, s.at[i]);
  }
  ng_buf_char(out, '"');
}

static void
put_new(ng_buf *out, const choice *c, ng_str base)
{
  ng_hash hash;
  char text[NG_HASH_TEXT];
  ng_hash_init(&hash);
  ng_hash_str(&hash, c->kind);
  ng_hash_str(&hash, c->name);
  ng_hash_end(&hash, text);
  ng_buf_printf(out, "<%.*scurated/%.*s> ng:kind \"%.*s\" ; rdfs:label ",
                NG_ARG(base), NG_HASH_TEXT, text, NG_ARG(c->kind));
  put_string(out, c->name);
  ng_buf_put(out, " .\n", 3);
}

static ng_status
put_choice(ng_buf *out, const choice *c, ng_str base, uint64_t line,
           ng_error *err)
{
  bool is_new = ng_str_equal(c->decision, NG_LIT("new"));
  if (!c->name.len)
    return ng_fail(err, NG_ERR_SYNTAX, line, "a decision without a name");
  if (is_new && !is_kind(c->kind))
    return ng_fail(err, NG_ERR_SYNTAX, line,
                   "'%.*s' is new, but of no kind that we know: '%.*s'",
                   NG_ARG(c->name), NG_ARG(c->kind));
  if (!is_new && !is_qid(c->decision) && !is_web_iri(c->decision))
    return ng_fail(err, NG_ERR_SYNTAX, line,
                   "a decision is Q123, an IRI, 'new' or '-', not '%.*s'",
                   NG_ARG(c->decision));
  if (is_new) {
    put_new(out, c, base);
    return NG_OK;
  }
  ng_buf_printf(out, is_qid(c->decision) ? "wd:%.*s" : "<%.*s>",
                NG_ARG(c->decision));
  ng_buf_printf(out, " schema:alternateName ");
  put_string(out, c->name);
  ng_buf_put(out, " .\n", 3);
  return NG_OK;
}

ng_status
ng_curate_overlay(ng_buf *out, ng_str table, ng_str base, size_t *decided,
                  ng_error *err)
{
  choice c;
  uint64_t line = 0;
  *decided = 0;
  ng_buf_printf(out, "@prefix ng: <" NG "> .\n@prefix wd: <" WD "> .\n"
                     "@prefix rdfs: <" RDFS "> .\n"
                     "@prefix schema: <https://schema.org/> .\n\n");
  for (; next_choice(&table, &line, &c); ++*decided)
    NG_TRY(put_choice(out, &c, base, line, err));
  return NG_OK;
}

/* --- articles ------------------------------------------------------------- */

static int
compare_str(const void *a, const void *b)
{
  return ng_str_compare(*(const ng_str *)a, *(const ng_str *)b);
}

/* The names of the articles that mention an entity with a label in `names`. */
static size_t
list_affected(ng_facts *facts, ng_keys *names, ng_str *out, bool *fine)
{
  size_t n = 0;
  for (uint32_t i = 1; i < facts->triples.triples.n; i++) {
    spo t = spo_at(facts, i);
    bool fresh;
    if (!ends_in(t.predicate, "schema.org/mentions") ||
        !is_unlinked(facts, t.object))
      continue;
    uint64_t *decided =
        ng_keys_put(names, ng_key_of(ng_facts_label(facts, t.object)), &fresh);
    *fine &= decided != NULL;
    if (decided && *decided)
      out[n++] = called(facts, t.subject);
  }
  return n;
}

ng_status
ng_curate_affected(ng_buf *out, ng_facts *facts, ng_str table, ng_error *err)
{
  choice c;
  uint64_t line = 0;
  ng_keys names = {0};
  ng_str *at = calloc((size_t)facts->triples.triples.n + 1, sizeof *at);
  bool fresh, fine = at != NULL;
  while (fine && next_choice(&table, &line, &c)) {
    uint64_t *decided = ng_keys_put(&names, ng_key_of(c.name), &fresh);
    fine = decided != NULL;
    if (decided)
      *decided = 1;
  }
  size_t n = fine ? list_affected(facts, &names, at, &fine) : 0;
  if (n)
    qsort(at, n, sizeof *at, compare_str);
  for (size_t i = 0; i < n; i++)
    if (!i || !ng_str_equal(at[i], at[i - 1])) {
      ng_buf_str(out, at[i]);
      ng_buf_char(out, '\n');
    }
  ng_keys_release(&names);
  free(at);
  return fine && !out->failed ? NG_OK
                              : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}
