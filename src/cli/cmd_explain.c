/* cmd_explain.c - newsgraph explain: why each mention was linked as it was. */
#include "cli/articles.h"
#include "cli/cmd.h"
#include "cli/common.h"
#include "core/fail.h"
#include "core/str.h"
#include "link/linker.h"

#include <stdio.h>
#include <stdlib.h>

enum { READINGS = 5, SHARES = 8 };

static const cli_command command = {
    CLI_EXPLAIN, "explain", "[options] [ARTICLE...]",
    "Print every span that is a name in a base, with its likeliest readings,\n"
    "their probabilities, and what each feature adds to their scores.\n"};

typedef struct {
  cli_request request;
  cli_run run;
  uint64_t printed; /* spans and names */
} explain_job;

/* --- printing ------------------------------------------------------------- */

typedef struct {
  const ng_feature *feature;
  uint32_t value;
  int32_t weight;
} share;

static int
compare_shares(const void *a, const void *b)
{
  const share *x = a, *y = b;
  int32_t p = abs(x->weight), q = abs(y->weight);
  return p > q ? -1 : p < q;
}

/* What the features add to a reading's score, the largest first. */
static void
print_shares(const explain_job *job, const ng_linker *l, const ng_row *row)
{
  share shares[256] = {0};
  size_t n = 0;
  for (uint32_t i = row->values; i < row->values + row->n && n < 256; i++) {
    uint16_t v = l->values.at[i];
    const ng_feature *f = ng_feature_of(v);
    shares[n++] = (share){f, v - f->first, l->ranking->weights[v].second};
  }
  qsort(shares, n, sizeof *shares, compare_shares);
  for (size_t i = 0; i < n && (job->request.all || i < SHARES); i++)
    if (shares[i].weight)
      (void)printf("%s%s:%u%+.2f", i ? " " : "      ", shares[i].feature->name,
                   shares[i].value, shares[i].weight / 1000.0);
  (void)putchar('\n');
}

static void
print_reading(const explain_job *job, const ng_linker *l, uint32_t i)
{
  const ng_choice *c = &l->doc->choices.at[i];
  const ng_row *row = &l->rows[i];
  const ng_entity *e = &l->referents.at[row->referent].kb;
  char room[NG_IRI_ROOM];
  ng_str iri = ng_entity_iri(e, room);
  (void)printf("    %.3f  %-28.*s %-13s prior %.3f  kinds %#x  first %.3f  "
               "%.*s\n",
               ng_probability(row->second) / 1000.0, NG_ARG(e->label),
               ng_type_name(e->type), c->prior / 65535.0, c->kinds,
               ng_probability(row->first) / 1000.0, NG_ARG(iri));
  print_shares(job, l, row);
}

/* The mention that a spot became, or NULL. */
static const ng_mention *
mention_of(const ng_doc *doc, uint32_t spot)
{
  for (uint32_t i = 0; i < doc->mentions.n; i++)
    if (doc->mentions.at[i].spot == spot)
      return &doc->mentions.at[i];
  return NULL;
}

static void
print_fate(const ng_linker *l, uint32_t index)
{
  const ng_doc *doc = l->doc;
  const ng_mention *m = mention_of(doc, index);
  ng_span span = doc->spots.at[index].span;
  if (m) {
    (void)printf("kept as %s, %.3f\n",
                 ng_mention_kind_text((ng_mention_kind)m->kind),
                 m->confidence / 1000.0);
    return;
  }
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *other = &doc->mentions.at[i];
    if (other->span.begin < span.end && span.begin < other->span.end) {
      (void)printf("dropped: its words went to '%.*s'\n",
                   NG_ARG(ng_doc_text(doc, other->span)));
      return;
    }
  }
  (void)printf("dropped: no reading is likely enough\n");
}

static int
compare_rows(const void *a, const void *b)
{
  const int32_t *x = a, *y = b; /* score, index */
  if (x[0] != y[0])
    return x[0] > y[0] ? -1 : 1;
  return x[1] < y[1] ? -1 : x[1] > y[1];
}

/* False if there is no room to sort the readings. */
static bool
print_spot(explain_job *job, const ng_linker *l, uint32_t index, ng_span chars)
{
  const ng_spot *spot = &l->doc->spots.at[index];
  int32_t(*order)[2] = malloc((spot->n + 1) * sizeof *order);
  if (!order)
    return false;
  for (uint32_t i = 0; i < spot->n; i++) {
    order[i][0] = l->rows[spot->choice + i].second;
    order[i][1] = (int32_t)(spot->choice + i);
  }
  qsort(order, spot->n, sizeof *order, compare_rows);
  (void)printf("[%u,%u) '%.*s', %u reading%s: ", chars.begin, chars.end,
               NG_ARG(ng_doc_text(l->doc, spot->span)), spot->n,
               spot->n == 1 ? "" : "s");
  print_fate(l, index);
  for (uint32_t i = 0; i < spot->n && (job->request.all || i < READINGS); i++)
    print_reading(job, l, (uint32_t)order[i][1]);
  free(order);
  job->printed++;
  return true;
}

/* --- the article ---------------------------------------------------------- */

static bool
is_asked(const explain_job *job, ng_span chars)
{
  int64_t at = job->request.at;
  return at < 0 || (chars.begin <= at && at < chars.end);
}

/* Names that no base knows have no spot. */
static void
print_unknown(explain_job *job, const ng_doc *doc, ng_offsets *offsets)
{
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    const ng_doc_entity *e = &doc->entities.at[m->entity];
    ng_span chars = ng_span_in(offsets, m->span);
    if (m->spot != NG_NONE || !is_asked(job, chars))
      continue;
    (void)printf("[%u,%u) '%.*s': %s, %s of '%.*s'\n", chars.begin, chars.end,
                 NG_ARG(ng_doc_text(doc, m->span)),
                 ng_ref_none(e->ref) ? "in no base" : "linked by its article",
                 ng_type_name(e->type), NG_ARG(ng_doc_text(doc, e->name)));
    job->printed++;
  }
}

static ng_status
explain(void *to, ng_doc *doc, ng_error *err)
{
  explain_job *job = to;
  const ng_context *context = &job->run.annotator->context;
  ng_linker l = {.context = context,
                 .doc = doc,
                 .work = &doc->arena,
                 .ranking = &ng_ranking_builtin,
                 .keep_values = true};
  NG_TRY(ng_segment(context, doc, err));
  NG_TRY(ng_spot_names(context, doc, err));
  NG_TRY(ng_link(context, doc, err));
  if (!ng_linker_prepare(&l) || !ng_linker_first(&l) || !ng_linker_second(&l))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room to explain the article");
  ng_offsets offsets = {.doc = doc, .unit = NG_CODEPOINTS};
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    ng_span chars = ng_span_in(&offsets, doc->spots.at[i].span);
    if (is_asked(job, chars) && !print_spot(job, &l, i, chars))
      return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  }
  print_unknown(job, doc, &offsets);
  return NG_OK;
}

/* --- the command ---------------------------------------------------------- */

static int
run(explain_job *job)
{
  ng_error err;
  ng_buf rest = {0}; /* all is printed: written, that is */
  int status = cli_each_article(&job->request, explain, job);
  if (cli_put_out(NULL, &rest, &err) != NG_OK)
    return cli_complain(NULL, &err);
  if (status || job->printed || job->request.at < 0)
    return status;
  (void)fprintf(stderr, "newsgraph: no name is over code point %lld\n",
                (long long)job->request.at);
  return 1;
}

int
cmd_explain(int argc, char **argv)
{
  explain_job job = {.printed = 0};
  int status = cli_parse(&job.request, &command, argc, argv);
  if (status >= 0)
    return status;
  job.request.options.model = "none";
  status = cli_run_open(&job.run, &job.request, &command);
  return status ? status : cli_run_close(&job.run, run(&job));
}
