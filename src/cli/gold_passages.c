/* gold_passages.c - KnowledgeNet: passages, and facts as spans of them. */
#include "cli/eval_relations.h"
#include "core/fail.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>

/* The properties that we have predicates or offices for. PLACE_OF_BIRTH,
 * PLACE_OF_RESIDENCE, CHILD_OF, EDUCATED_AT and the dates have none. */
static bool
is_ours(const char *property)
{
  static const char *const ours[] = {
      "SPOUSE",       "NATIONALITY",   "POLITICAL_AFFILIATION", "FOUNDED_BY",
      "HEADQUARTERS", "SUBSIDIARY_OF", "EMPLOYEE_OR_MEMBER_OF", "CEO"};
  for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
    if (strcmp(property, ours[i]) == 0)
      return true;
  return false;
}

static const char *
text_of(const json_t *row, const char *name)
{
  const char *s = json_string_value(json_object_get(row, name));
  return s ? s : "";
}

bool
relations_keep(relations_job *job, const json_t *row)
{
  if (!is_ours(text_of(row, "property")))
    return true;
  if (job->n_rows == job->room) {
    size_t room = job->room ? job->room * 2 : 1024;
    json_t **rows = realloc(job->rows, room * sizeof(json_t *));
    if (!rows)
      return false;
    job->rows = rows;
    job->room = room;
  }
  job->rows[job->n_rows++] = json_deep_copy(row);
  return job->rows[job->n_rows - 1] != NULL;
}

void
relations_release(relations_job *job)
{
  for (size_t i = 0; i < job->n_rows; i++)
    json_decref(job->rows[i]);
  free(job->rows);
  job->rows = NULL;
  job->n_rows = job->room = 0;
}

/* Rows of one passage together, of one property within it. */
static int
by_passage(const void *a, const void *b)
{
  json_t *const *x = a, *const *y = b;
  int order = strcmp(text_of(*x, "doc"), text_of(*y, "doc"));
  if (order == 0)
    order = strcmp(text_of(*x, "passage"), text_of(*y, "passage"));
  return order ? order
               : strcmp(text_of(*x, "property"), text_of(*y, "property"));
}

/* --- spans ---------------------------------------------------------------- */

typedef struct {
  relations_job *job;
  reading *r;
  const char *text, *property;
  score_facts made;
  bool *right; /* of each fact made */
  score_relation *sum;
} scorer;

/* The byte of a code point. */
static uint32_t
byte_of(const char *text, json_int_t point)
{
  size_t i = 0;
  for (json_int_t n = 0; text[i]; i++)
    if (((unsigned char)text[i] & 0xC0) != 0x80 && n++ == point)
      break;
  return (uint32_t)i;
}

/* The span in `row`, of the passage; false if it has none. */
static bool
span_of(const json_t *row, const char *text, const char *name, ng_span *out)
{
  const json_t *span = json_object_get(row, name);
  const json_t *begin = json_array_get(span, 0), *end = json_array_get(span, 1);
  json_int_t start = json_integer_value(json_object_get(row, "pass_start"));
  if (!json_is_integer(begin) || !json_is_integer(end))
    return false;
  out->begin = byte_of(text, json_integer_value(begin) - start);
  out->end = byte_of(text, json_integer_value(end) - start);
  return out->begin < out->end;
}

static bool
is_pronoun(const char *text, ng_span span)
{
  static const char words[] =
      " he she they it his her its their him them who which we i my our that "
      "where us whose you your whom this me ";
  char word[12] = " ";
  size_t n = span.end - span.begin;
  if (n > 8)
    return false;
  for (size_t i = 0; i < n; i++) {
    char c = text[span.begin + i];
    word[i + 1] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  word[n + 1] = ' ';
  return strstr(words, word) != NULL;
}

/* --- one property of one passage ------------------------------------------ */

static void
print_error(const scorer *sc, const char *kind, ng_span s, ng_span o)
{
  (void)printf("# %s\t%s\t%.*s\t%.*s\t%s\n", kind, sc->property,
               (int)(s.end - s.begin), sc->text + s.begin,
               (int)(o.end - o.begin), sc->text + o.begin, sc->text);
}

static void
score_row(scorer *sc, const json_t *row)
{
  ng_span s, o;
  if (!span_of(row, sc->text, "sbj", &s) || !span_of(row, sc->text, "obj", &o))
    return;
  bool named = !is_pronoun(sc->text, s) && !is_pronoun(sc->text, o);
  bool found = false;
  for (uint32_t i = 0; i < sc->made.n; i++) {
    bool same = score_mentioned(sc->r->doc, sc->made.at[i].subject,
                                (score_spans){&s, 1}) &&
                score_mentioned(sc->r->doc, sc->made.at[i].object,
                                (score_spans){&o, 1});
    found |= same;
    sc->right[i] |= same;
  }
  sc->sum->all++;
  sc->sum->all_found += found;
  sc->sum->gold += named;
  sc->sum->found += named && found;
  if (named && !found && sc->job->job.errors)
    print_error(sc, "missed", s, o);
}

static ng_status
score_property(relations_job *job, reading *r, json_t **rows, size_t n,
               ng_error *err)
{
  scorer sc = {.job = job,
               .r = r,
               .text = text_of(rows[0], "passage"),
               .property = text_of(rows[0], "property")};
  sc.sum = score_relation_of(&job->relations, sc.property);
  if (!sc.sum || !score_facts_of(r, sc.property, &sc.made))
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  sc.right = NG_NEW(&r->doc->arena, bool, sc.made.n + 1);
  if (!sc.right)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  for (size_t i = 0; i < n; i++)
    score_row(&sc, rows[i]);
  for (uint32_t i = 0; i < sc.made.n; i++) {
    sc.sum->right += sc.right[i];
    if (!sc.right[i] && job->job.errors)
      print_error(&sc, "extra", r->doc->entities.at[sc.made.at[i].subject].name,
                  r->doc->entities.at[sc.made.at[i].object].name);
  }
  sc.sum->made += sc.made.n;
  return NG_OK;
}

static bool
same(json_t **rows, const char *name)
{
  return strcmp(text_of(rows[-1], name), text_of(rows[0], name)) == 0;
}

static ng_status
score_passage(relations_job *job, json_t **rows, size_t n, ng_error *err)
{
  const char *text = text_of(rows[0], "passage");
  ng_article article = {.text = {text, strlen(text)}};
  reading r;
  ng_status st = reading_make(&job->job, &article, &r, err);
  for (size_t i = 0, k; st == NG_OK && i < n; i = k) {
    for (k = i + 1; k < n && same(rows + k, "property");)
      k++;
    st = score_property(job, &r, rows + i, k - i, err);
  }
  reading_release(&r);
  return st;
}

ng_status
relations_passages(relations_job *job, ng_error *err)
{
  if (job->n_rows)
    qsort(job->rows, job->n_rows, sizeof(json_t *), by_passage);
  for (size_t i = 0, k; i < job->n_rows; i = k) {
    for (k = i + 1; k < job->n_rows && same(job->rows + k, "passage") &&
                    same(job->rows + k, "doc");)
      k++;
    NG_TRY(score_passage(job, job->rows + i, k - i, err));
  }
  relations_release(job);
  return NG_OK;
}
