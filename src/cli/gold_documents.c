/* gold_documents.c - Re-DocRED: documents of tokens, entities by their
 * mentions, relations by their Wikidata properties; and our own articles. */
#include "cli/eval_relations.h"
#include "core/buf.h"
#include "core/fail.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>

/* What each predicate may be called there; the first is the nearest. */
typedef struct {
  ng_predicate predicate;
  const char *properties; /* between spaces */
} answer;

static const answer answers[] = {
    {NG_PREDICATE_memberOf, " P463 P54 P102 "},
    {NG_PREDICATE_partOf, " P361 P131 P749 P17 P527r P1001 "},
    {NG_PREDICATE_capital, " P36 P1376r "},
    {NG_PREDICATE_headOfState, " P35 "},
    {NG_PREDICATE_headOfGovernment, " P6 "},
    {NG_PREDICATE_memberOfParty, " P102 "},
    {NG_PREDICATE_affiliation, " P108 P463 P241 "},
    {NG_PREDICATE_locatedIn, " P131 P17 P159 P276 P706 P206 P30 P740 "},
    {NG_PREDICATE_citizenOf, " P27 "},
    {NG_PREDICATE_spouse, " P26 P26r "},
    {NG_PREDICATE_founderOf, " P112r "},
};

/* A document with where its tokens are in its text. */
typedef struct {
  relations_job *job;
  const json_t *json;
  ng_buf text;
  NG_VEC(uint32_t) begins;    /* of each token, in bytes */
  NG_VEC(uint32_t) sentences; /* first token of each */
  ng_arena arena;
  reading r;
} document;

static bool
read_text(document *d)
{
  const json_t *sentence, *token;
  size_t i, k;
  json_array_foreach(json_object_get(d->json, "sents"), i, sentence)
  {
    if (!NG_PUSH(&d->arena, &d->sentences, d->begins.n))
      return false;
    json_array_foreach(sentence, k, token)
    {
      if (!NG_PUSH(&d->arena, &d->begins, (uint32_t)d->text.len))
        return false;
      ng_buf_put(&d->text, json_string_value(token), json_string_length(token));
      ng_buf_char(&d->text, ' ');
    }
  }
  return NG_PUSH(&d->arena, &d->begins, (uint32_t)d->text.len) &&
         !d->text.failed && d->text.len > 0;
}

/* The spans of entity `index`. */
static score_spans
spans_of(document *d, size_t index)
{
  NG_VEC(ng_span) spans = {0};
  const json_t *mention;
  size_t i;
  json_array_foreach(
      json_array_get(json_object_get(d->json, "vertexSet"), index), i, mention)
  {
    size_t s = (size_t)json_integer_value(json_object_get(mention, "sent_id"));
    const json_t *pos = json_object_get(mention, "pos");
    size_t b = (size_t)json_integer_value(json_array_get(pos, 0));
    size_t e = (size_t)json_integer_value(json_array_get(pos, 1));
    if (s >= d->sentences.n || d->sentences.at[s] + e >= d->begins.n || b >= e)
      continue;
    ng_span span = {d->begins.at[d->sentences.at[s] + b],
                    d->begins.at[d->sentences.at[s] + e] - 1};
    (void)NG_PUSH(&d->arena, &spans, span);
  }
  return (score_spans){spans.at, spans.n};
}

/* Is the gold's label of that predicate? *turned: with its ends exchanged. */
static bool
answers_to(const answer *a, const char *property, bool *turned)
{
  char plain[16], reversed[16];
  (void)snprintf(plain, sizeof plain, " %.10s ", property);
  (void)snprintf(reversed, sizeof reversed, " %.10sr ", property);
  *turned = !strstr(a->properties, plain);
  return !*turned || strstr(a->properties, reversed) != NULL;
}

static bool
is_same(document *d, const ng_claim *claim, const json_t *label, bool turned)
{
  size_t h = (size_t)json_integer_value(json_object_get(label, "h"));
  size_t t = (size_t)json_integer_value(json_object_get(label, "t"));
  return score_mentioned(d->r.doc, claim->subject,
                         spans_of(d, turned ? t : h)) &&
         score_mentioned(d->r.doc, claim->object, spans_of(d, turned ? h : t));
}

static bool
in_gold(document *d, const answer *a, const ng_claim *claim)
{
  const json_t *label;
  size_t i;
  json_array_foreach(json_object_get(d->json, "labels"), i, label)
  {
    const char *p = json_string_value(json_object_get(label, "r"));
    bool turned;
    if (!p || !answers_to(a, p, &turned))
      continue;
    if (is_same(d, claim, label, turned) ||
        (a->predicate == NG_PREDICATE_spouse &&
         is_same(d, claim, label, !turned)))
      return true;
  }
  return false;
}

static bool
is_said(document *d, const answer *a, const json_t *label, bool turned)
{
  for (uint32_t i = 0; i < d->r.doc->claims.n; i++)
    if (d->r.doc->claims.at[i].predicate == a->predicate &&
        !d->r.doc->claims.at[i].footing.negative &&
        is_same(d, &d->r.doc->claims.at[i], label, turned))
      return true;
  return false;
}

static void
print_extra(const document *d, const ng_claim *claim)
{
  const ng_doc *doc = d->r.doc;
  (void)printf("# extra\t%s\t%.*s\t%.*s\t%.*s\n",
               ng_predicate_name(claim->predicate),
               NG_ARG(ng_doc_text(doc, doc->entities.at[claim->subject].name)),
               NG_ARG(ng_doc_text(doc, doc->entities.at[claim->object].name)),
               NG_ARG(ng_doc_text(doc, claim->evidence)));
}

static bool
score_answer(document *d, const answer *a)
{
  score_relation *sum =
      score_relation_of(&d->job->relations, ng_predicate_name(a->predicate));
  const json_t *label;
  size_t i;
  if (!sum)
    return false;
  json_array_foreach(json_object_get(d->json, "labels"), i, label)
  {
    const char *p = json_string_value(json_object_get(label, "r"));
    bool turned;
    if (!p || !answers_to(a, p, &turned))
      continue;
    bool said = is_said(d, a, label, turned);
    sum->gold++;
    sum->found += said;
    sum->all++;
    sum->all_found += said;
  }
  for (uint32_t k = 0; k < d->r.doc->claims.n; k++) {
    const ng_claim *claim = &d->r.doc->claims.at[k];
    if (claim->predicate != a->predicate || claim->footing.negative)
      continue;
    bool right = in_gold(d, a, claim);
    sum->made++;
    sum->right += right;
    if (!right && d->job->job.errors)
      print_extra(d, claim);
  }
  return true;
}

static ng_status
score_document(relations_job *job, const json_t *json, ng_error *err)
{
  enum { ROOM = 1 << 28 };
  document d = {.job = job, .json = json};
  ng_arena_init(&d.arena, ROOM);
  ng_status st = read_text(&d) ? NG_OK
                               : ng_fail(err, NG_ERR_SYNTAX, 0,
                                         "a document without \"sents\"");
  ng_article article = {.text = {d.text.at, d.text.len}};
  if (st == NG_OK)
    st = reading_make(&job->job, &article, &d.r, err);
  for (size_t i = 0; st == NG_OK && i < sizeof answers / sizeof *answers; i++)
    if (!score_answer(&d, &answers[i]))
      st = ng_fail(err, NG_ERR_LIMIT, 0, "too many relations");
  reading_release(&d.r);
  ng_arena_release(&d.arena);
  ng_buf_release(&d.text);
  return st;
}

ng_status
relations_documents(relations_job *job, const json_t *list, ng_error *err)
{
  const json_t *json;
  size_t i;
  json_array_foreach(list, i, json)
  {
    NG_TRY(score_document(job, json, err));
  }
  return NG_OK;
}

ng_status
relations_article(relations_job *job, const json_t *article, ng_error *err)
{
  score_relation *sum = score_relation_of(&job->relations, "claims");
  ng_article input = {.text = gold_field(article, "text"),
                      .id = gold_field(article, "id"),
                      .date = gold_field(article, "date")};
  score_articles *counts = calloc(1, sizeof *counts);
  reading r = {0};
  ng_status st = counts && sum ? reading_make(&job->job, &input, &r, err)
                               : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (st == NG_OK &&
      !score_article_claims(counts, article, &r, job->job.errors))
    st = ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (st == NG_OK) {
    sum->gold += counts->claims.whole;
    sum->found += counts->claims.part;
    sum->all += counts->claims.whole;
    sum->all_found += counts->claims.part;
    sum->made += counts->claims_made;
    sum->right += counts->claims_right;
  }
  reading_release(&r);
  free(counts);
  return st;
}
