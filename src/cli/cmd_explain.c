/* cmd_explain.c - newsgraph explain: why each mention was linked as it was. */
#include "cli/cmd.h"
#include "core/fail.h"
#include "core/str.h"
#include "link/linker.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

enum { READINGS = 5, SHARES = 8 };

static const char usage[] =
    "Usage: newsgraph explain [options] [ARTICLE]\n"
    "Print every span that is a name in a base, with its likeliest readings,\n"
    "their probabilities, and what each feature adds to their scores.\n\n"
    "  -k, --kb FILE        knowledge base (several: the last overrules)\n"
    "      --at OFFSET      only spans over this code point\n"
    "      --mentions WHAT  names, concepts (default) or all\n"
    "      --date DATE      YYYY-MM-DD, for an article without\n"
    "      --all            every reading, and every feature\n"
    "      --help           print this\n";

typedef struct {
  ng_kb *kbs[NG_MAX_BASES];
  ng_context context;
  ng_options options;
  int64_t at; /* code point, or -1 */
  bool all;
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
  for (size_t i = 0; i < n && (job->all || i < SHARES); i++)
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

static void
print_spot(const explain_job *job, const ng_linker *l, uint32_t index,
           ng_span chars)
{
  const ng_spot *spot = &l->doc->spots.at[index];
  int32_t(*order)[2] = malloc((spot->n + 1) * sizeof *order);
  if (!order)
    return;
  for (uint32_t i = 0; i < spot->n; i++) {
    order[i][0] = l->rows[spot->choice + i].second;
    order[i][1] = (int32_t)(spot->choice + i);
  }
  qsort(order, spot->n, sizeof *order, compare_rows);
  (void)printf("[%u,%u) '%.*s', %u reading%s: ", chars.begin, chars.end,
               NG_ARG(ng_doc_text(l->doc, spot->span)), spot->n,
               spot->n == 1 ? "" : "s");
  print_fate(l, index);
  for (uint32_t i = 0; i < spot->n && (job->all || i < READINGS); i++)
    print_reading(job, l, (uint32_t)order[i][1]);
  free(order);
}

/* --- the article ---------------------------------------------------------- */

/* Names that no base knows have no spot. */
static void
print_unknown(const ng_doc *doc)
{
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    const ng_doc_entity *e = &doc->entities.at[m->entity];
    if (m->spot == NG_NONE)
      (void)printf("'%.*s': %s, %s of '%.*s'\n",
                   NG_ARG(ng_doc_text(doc, m->span)),
                   ng_ref_none(e->ref) ? "in no base" : "linked by its article",
                   ng_type_name(e->type), NG_ARG(ng_doc_text(doc, e->name)));
  }
}

static ng_status
explain(const explain_job *job, ng_doc *doc, ng_error *err)
{
  ng_linker l = {.context = &job->context,
                 .doc = doc,
                 .ranking = &ng_ranking_builtin,
                 .keep_values = true};
  NG_TRY(ng_segment(&job->context, doc, err));
  NG_TRY(ng_spot_names(&job->context, doc, err));
  NG_TRY(ng_link(&job->context, doc, err));
  if (!ng_linker_prepare(&l) || !ng_linker_first(&l) || !ng_linker_second(&l))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room to explain the article");
  ng_offsets offsets = {.doc = doc, .unit = NG_CODEPOINTS};
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    ng_span span = doc->spots.at[i].span;
    ng_span chars = {ng_offset_in(&offsets, span.begin),
                     ng_offset_in(&offsets, span.end)};
    if (job->at < 0 || (chars.begin <= job->at && job->at < chars.end))
      print_spot(job, &l, i, chars);
  }
  if (job->at < 0)
    print_unknown(doc);
  return NG_OK;
}

static int
run(const explain_job *job, const char *path)
{
  ng_error err = {0};
  ng_reader *reader;
  ng_doc *doc;
  ng_status status = ng_reader_open(&reader, path, &job->options, &err);
  while (status == NG_OK &&
         (status = ng_reader_next(reader, &doc, &err)) == NG_OK) {
    status = explain(job, doc, &err);
    ng_doc_free(doc);
  }
  ng_reader_close(reader);
  if (status == NG_END)
    return 0;
  (void)fprintf(stderr, "newsgraph: %s: %s\n", path, err.text);
  return 1;
}

/* --- the command ---------------------------------------------------------- */

static bool
open_kb(explain_job *job, const char *path)
{
  ng_error err = {0};
  ng_bases *bases = &job->context.bases;
  if (bases->n < NG_MAX_BASES &&
      ng_kb_open(&job->kbs[bases->n], path, &err) == NG_OK) {
    bases->at[bases->n] = job->kbs[bases->n];
    bases->n++;
    return true;
  }
  (void)fprintf(stderr, "newsgraph: %s: %s\n", path,
                err.text[0] ? err.text : "too many bases");
  return false;
}

static bool
choose_mentions(ng_options *options, const char *word)
{
  static const char *const words[] = {"names", "concepts", "all"};
  for (int i = 0; i < 3; i++)
    if (strcmp(word, words[i]) == 0) {
      options->mentions = (ng_mention_choice)i;
      return true;
    }
  (void)fprintf(stderr, "newsgraph: --mentions is names, concepts or all\n");
  return false;
}

/* An exit status, or -1 to go on. */
static int
parse(explain_job *job, int argc, char **argv)
{
  static const struct option options[] = {
      {"kb", required_argument, NULL, 'k'},
      {"at", required_argument, NULL, 'a'},
      {"mentions", required_argument, NULL, 'm'},
      {"date", required_argument, NULL, 'd'},
      {"all", no_argument, NULL, 'A'},
      {"help", no_argument, NULL, 'h'},
      {NULL, 0, NULL, 0}};
  for (int c; (c = getopt_long(argc, argv, "k:", options, NULL)) != -1;) {
    switch (c) {
    case 'k':
      if (!open_kb(job, optarg))
        return 1;
      break;
    case 'a':
      job->at = strtoll(optarg, NULL, 10);
      break;
    case 'm':
      if (!choose_mentions(&job->options, optarg))
        return 2;
      break;
    case 'd':
      job->options.date = optarg;
      break;
    case 'A':
      job->all = true;
      break;
    case 'h':
      (void)fputs(usage, stdout);
      return 0;
    default:
      (void)fputs(usage, stderr);
      return 2;
    }
  }
  if (job->context.bases.n == 0 && !open_kb(job, ng_kb_default_path()))
    return 1;
  return -1;
}

int
cmd_explain(int argc, char **argv)
{
  explain_job job = {.at = -1};
  ng_options_init(&job.options);
  job.context.options = &job.options;
  int status = parse(&job, argc, argv);
  if (status < 0)
    status = run(&job, optind < argc ? argv[optind] : "-");
  for (uint32_t i = 0; i < job.context.bases.n; i++)
    ng_kb_close(job.kbs[i]);
  return status;
}
