/* train_ranking.c - newsgraph train ranking GOLD...: fit a model. */
#include "cli/ablate.h"
#include "cli/linking.h"
#include "cli/train.h"
#include "cli/write_ranking.h"
#include "core/buf.h"
#include "core/str.h"
#include "link/train.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 5, MAX_LINKS = 20000 };

/* What a span of links that no person made counts beside others; chosen on
 * held-out folds. */
static const double SILVER = 0.6;

static const char usage[] =
    "Usage: newsgraph train ranking [options] GOLD...\n"
    "Fit the ranking model to annotated articles (ELEVANT JSON lines or our\n"
    "annotated articles) and write it.\n\n"
    "  -k, --kb FILE         knowledge base (several: the last overrules)\n"
    "      --also FILE       learn from the names of this base, too\n"
    "  -o, --output FILE     the model; default: only measure\n"
    "      --partial WORDS   files with one of WORDS (with commas between) in\n"
    "                        their name leave names unmarked\n"
    "      --silver WORDS    the same: files whose links no person made, "
    "which\n"
    "                        count less\n"
    "      --links PREFIX    write the links found while measuring, for each\n"
    "                        file of gold one named PREFIX and its name\n"
    "      --cross-validate  measure on 5 folds of contiguous articles, each\n"
    "                        with a model of the other four\n"
    "      --ablate          the same without each group of features, the "
    "rest\n"
    "                        fitted again: SET, what is left out, F1, the "
    "change;\n"
    "                        fifteen times as long\n"
    "      --without LIST    leave out these features: names of "
    "src/link/features.def,\n"
    "                        with commas between\n"
    "      --help            print this\n";

typedef struct {
  linking_job job;
  linking_job also; /* its bases only */
  const char *output, *partial, *silver, *links;
  bool cross_validate, ablate;
  bool off[NG_N_FEATURES];
  ng_example *examples;
  size_t n_examples;
} train_job;

/* --- examples ------------------------------------------------------------- */

/* Where code points begin: bytes of each, and the end. */
static uint32_t *
byte_offsets(const gold_article *a)
{
  uint32_t *at = calloc(a->n_chars + 2, sizeof *at);
  uint32_t k = 0;
  for (uint32_t i = 0; at && i < a->text.len; i++)
    if (((unsigned char)a->text.at[i] & 0xC0) != 0x80)
      at[k++] = i;
  if (at)
    at[k] = (uint32_t)a->text.len;
  return at;
}

static ng_gold_kind
kind_of(const ng_context *context, const gold_article *a, const gold_label *l)
{
  if (l->optional || l->coref || l->span.begin < a->evaluated.begin ||
      l->span.end > a->evaluated.end)
    return NG_GOLD_FREE;
  return l->qid && linking_in_base(&context->bases, l->qid) ? NG_GOLD_LINK
                                                            : NG_GOLD_UNKNOWN;
}

static bool
fill(const train_job *t, const gold_article *a, ng_example *e)
{
  uint32_t *bytes = byte_offsets(a);
  ng_gold_link *links = calloc(a->n_labels + 1, sizeof *links);
  e->doc = linking_doc(&t->job, a);
  e->links = links;
  if (bytes && a->evaluated.end <= a->n_chars)
    e->annotated =
        (ng_span){bytes[a->evaluated.begin], bytes[a->evaluated.end]};
  for (size_t i = 0; bytes && links && i < a->n_labels; i++) {
    const gold_label *l = &a->labels[i];
    if (l->grown.end > a->n_chars || l->grown.begin >= l->grown.end)
      continue;
    links[e->n_links++] =
        (ng_gold_link){{bytes[l->grown.begin], bytes[l->grown.end]},
                       l->qid,
                       kind_of(e->context, a, l)};
  }
  free(bytes);
  return bytes && links && e->doc;
}

/* Is one of `words`, with commas between, in the path? */
static bool
has_word(const char *path, const char *words)
{
  size_t len = strlen(path);
  for (const char *at = words; at && *at;) {
    size_t n = strcspn(at, ",");
    for (size_t i = 0; n && i + n <= len; i++)
      if (memcmp(path + i, at, n) == 0)
        return true;
    at += n + (at[n] == ',');
  }
  return false;
}

static bool
make_examples(train_job *t, const ng_context *context)
{
  const gold *g = &t->job.gold;
  ng_example *examples = t->examples + t->n_examples;
  bool ok = true;
  t->n_examples += g->articles.n;
  for (uint32_t s = 0; ok && s < g->sets.n; s++) {
    const gold_set *set = &g->sets.at[s];
    size_t chars = 0;
    for (uint32_t i = set->first; i < set->first + set->n; i++)
      chars +=
          g->articles.at[i].evaluated.end - g->articles.at[i].evaluated.begin;
    for (uint32_t i = set->first; ok && i < set->first + set->n; i++) {
      ng_example *e = &examples[i];
      e->context = context;
      e->concepts = set->concepts;
      e->partial = has_word(set->path, t->partial);
      e->fold = set->n > 1 ? (i - set->first) * FOLDS / set->n : s % FOLDS;
      /* small sets count more a reading, but far from as much as large ones */
      e->weight = set->n > 1 ? pow(3e4 / (double)(chars + 4000), 0.3) : 1;
      e->weight *= has_word(set->path, t->silver) ? SILVER : 1;
      ok = fill(t, &g->articles.at[i], e);
    }
  }
  return ok;
}

/* Examples with the names of our bases, and then with those of the others. */
static bool
make_all_examples(train_job *t)
{
  t->examples = calloc(t->job.gold.articles.n * 2 + 1, sizeof *t->examples);
  return t->examples && make_examples(t, &t->job.context) &&
         (!t->also.context.bases.n || make_examples(t, &t->also.context));
}

/* --- measuring ------------------------------------------------------------ */

/* One line of JSON: the links of an article, appended to its set's file. */
static bool
write_links(const train_job *t, const gold_article *a, found_links found)
{
  char path[4096];
  const gold_set *set = &t->job.gold.sets.at[a->set];
  ng_str name = linking_set_name(set->path);
  int n = snprintf(path, sizeof path, "%s%.*s.jsonl", t->links, NG_ARG(name));
  FILE *file = n > 0 && (size_t)n < sizeof path ? fopen(path, "a") : NULL;
  if (!file) {
    (void)fprintf(stderr, "newsgraph: %s: %s\n", path, strerror(errno));
    return false;
  }
  ng_buf line = {0};
  ng_buf_printf(&line, "{\"id\":");
  ng_buf_json(&line, a->id);
  ng_buf_printf(&line, ",\"mentions\":[");
  for (size_t i = 0; i < found.n; i++)
    ng_buf_printf(&line, "%s{\"span\":[%u,%u],\"id\":\"Q%u\"}", i ? "," : "",
                  found.at[i].span.begin, found.at[i].span.end,
                  found.at[i].qid);
  ng_buf_printf(&line, "]}\n");
  bool ok = !line.failed && fwrite(line.at, line.len, 1, file) == 1;
  ng_buf_release(&line);
  return fclose(file) == 0 && ok;
}

static void
measure_fold(train_job *t, uint32_t fold, score_counts *sums,
             linking_funnel *funnels)
{
  static found_link found[MAX_LINKS];
  const gold *g = &t->job.gold;
  for (uint32_t i = 0; i < g->articles.n; i++) {
    const gold_article *a = &g->articles.at[i];
    const gold_set *set = &g->sets.at[a->set];
    if (t->examples[i].fold != fold)
      continue;
    t->job.options.mentions =
        set->concepts ? NG_MENTIONS_ALL : NG_MENTIONS_NAMES;
    ng_doc *doc = linking_doc(&t->job, a);
    size_t n = doc ? linking_run(&t->job.context, doc, found, MAX_LINKS) : 0;
    score_same_base(a, (found_links){found, n}, linking_in_base,
                    &t->job.context.bases, &sums[a->set]);
    if (t->links && !write_links(t, a, (found_links){found, n}))
      t->job.status = 1;
    if (doc)
      linking_follow(&t->job.context, a, doc, &funnels[a->set]);
    ng_doc_free(doc);
  }
  t->job.options.mentions = NG_MENTIONS_ALL;
}

static void
print_scores(const train_job *t, const score_counts *sums,
             const linking_funnel *funnels)
{
  const gold *g = &t->job.gold;
  (void)printf("set\tprecision\trecall\tf1\thonest_f1\ttp\tfp\tfn\t"
               "gold\tnamed\tamong\tfirst\tkept\n");
  for (uint32_t s = 0; s < g->sets.n; s++) {
    score_counts honest = sums[s];
    honest.fp += honest.outside;
    ng_str name = linking_set_name(g->sets.at[s].path);
    (void)printf("%.*s\t%.3f\t%.3f\t%.3f\t%.3f\t%llu\t%llu\t%llu\t%llu\t%llu"
                 "\t%llu\t%llu\t%llu\n",
                 NG_ARG(name), score_precision(&sums[s]),
                 score_recall(&sums[s]), score_f1(&sums[s]), score_f1(&honest),
                 (unsigned long long)sums[s].tp, (unsigned long long)sums[s].fp,
                 (unsigned long long)sums[s].fn,
                 (unsigned long long)funnels[s].gold,
                 (unsigned long long)funnels[s].named,
                 (unsigned long long)funnels[s].among,
                 (unsigned long long)funnels[s].first,
                 (unsigned long long)funnels[s].kept);
  }
}

/* Scores of every fold by a model of the others. */
static bool
measure(train_job *t, ng_ranking *ranking, score_counts *sums,
        linking_funnel *funnels)
{
  ng_error err = {0};
  bool ok = true;
  for (uint32_t fold = 0; ok && fold < FOLDS; fold++) {
    ng_training training = {t->examples, t->n_examples, FOLDS, fold, t->off};
    t->job.context.ranking = NULL;
    ok = ng_train_ranking(&training, ranking, &err) == NG_OK;
    t->job.context.ranking = ranking;
    if (ok)
      measure_fold(t, fold, sums, funnels);
  }
  return ok;
}

static bool
cross_validate(train_job *t, ng_ranking *ranking)
{
  score_counts *sums = calloc(t->job.gold.sets.n + 1, sizeof *sums);
  linking_funnel *funnels = calloc(t->job.gold.sets.n + 1, sizeof *funnels);
  bool ok = sums && funnels && measure(t, ranking, sums, funnels);
  if (ok)
    print_scores(t, sums, funnels);
  free(funnels);
  free(sums);
  return ok;
}

/* F1 of each set, then of all together, and by how much it differs from
 * `before`, which takes their place if `what` is NULL. */
static void
print_worth(const train_job *t, const char *what, const score_counts *sums,
            double *before)
{
  const gold *g = &t->job.gold;
  score_counts all = {0};
  for (uint32_t s = 0; s <= g->sets.n; s++) {
    bool pooled = s == g->sets.n;
    double f1 = score_f1(pooled ? &all : &sums[s]);
    ng_str name =
        pooled ? NG_LIT("pooled") : linking_set_name(g->sets.at[s].path);
    if (!what)
      before[s] = f1;
    (void)printf("%.*s\t%s\t%.4f\t%+.4f\n", NG_ARG(name),
                 what ? what : "nothing", f1, f1 - before[s]);
    all.tp += pooled ? 0 : sums[s].tp;
    all.fp += pooled ? 0 : sums[s].fp;
    all.fn += pooled ? 0 : sums[s].fn;
  }
}

/* Cross-validate with each group of features left out and the rest fitted
 * again. */
static bool
ablate(train_job *t, ng_ranking *ranking)
{
  uint32_t n = t->job.gold.sets.n + 1;
  score_counts *sums = calloc(n, sizeof *sums);
  linking_funnel *funnels = calloc(n, sizeof *funnels);
  double *before = calloc(n, sizeof *before);
  bool off[NG_N_FEATURES];
  bool ok = sums && funnels && before && measure(t, ranking, sums, funnels);
  memcpy(off, t->off, sizeof off);
  if (ok)
    print_worth(t, NULL, sums, before);
  for (size_t i = 0; ok && i < ablate_n_groups(); i++) {
    memset(sums, 0, n * sizeof *sums);
    ablate_mark(i, t->off);
    ok = measure(t, ranking, sums, funnels);
    if (ok)
      print_worth(t, ablate_name(i), sums, before);
    memcpy(t->off, off, sizeof off);
    (void)fflush(stdout); /* it takes minutes */
  }
  free(before);
  free(funnels);
  free(sums);
  return ok;
}

/* --- leaving features out ------------------------------------------------- */

/* Mark the values of the features that `list`, names with commas between,
 * names. */
static bool
switch_off(bool *off, const char *list)
{
  for (const char *at = list; *at;) {
    size_t n = strcspn(at, ",");
    bool known = false;
    for (size_t i = 0; i < ng_n_feature_names; i++)
      if (strlen(ng_features[i].name) == n &&
          strncmp(ng_features[i].name, at, n) == 0) {
        memset(off + ng_features[i].first, 1, ng_features[i].size);
        known = true;
      }
    if (!known) {
      (void)fprintf(stderr, "newsgraph: no feature '%.*s'\n", (int)n, at);
      return false;
    }
    at += n + (at[n] == ',');
  }
  return true;
}

/* --- the command ---------------------------------------------------------- */

static const struct option options[] = {
    {"kb", required_argument, NULL, 'k'},
    {"also", required_argument, NULL, 'a'},
    {"output", required_argument, NULL, 'o'},
    {"partial", required_argument, NULL, 'p'},
    {"silver", required_argument, NULL, 's'},
    {"links", required_argument, NULL, 'l'},
    {"cross-validate", no_argument, NULL, 'c'},
    {"ablate", no_argument, NULL, 'b'},
    {"without", required_argument, NULL, 'w'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0}};

static int
parse(train_job *t, int argc, char **argv)
{
  optind = 1;
  for (int c; (c = getopt_long(argc, argv, "k:o:", options, NULL)) != -1;) {
    switch (c) {
    case 'k':
      if (!linking_open(&t->job, optarg))
        return 2;
      break;
    case 'a':
      if (!linking_open(&t->also, optarg))
        return 2;
      break;
    case 'o':
      t->output = optarg;
      break;
    case 'p':
      t->partial = optarg;
      break;
    case 's':
      t->silver = optarg;
      break;
    case 'l':
      t->links = optarg;
      break;
    case 'w':
      if (!switch_off(t->off, optarg))
        return 2;
      break;
    case 'c':
      t->cross_validate = true;
      break;
    case 'b':
      t->ablate = true;
      break;
    case 'h':
      (void)fputs(usage, stdout);
      return 0;
    default:
      (void)fputs(usage, stderr);
      return 2;
    }
  }
  if (optind == argc) {
    (void)fputs(usage, stderr);
    return 2;
  }
  for (; optind < argc; optind++)
    if (!linking_read(&t->job, argv[optind]))
      return 1;
  return linking_open_default(&t->job) ? -1 : 2;
}

static int
run(train_job *t)
{
  ng_error err = {0};
  ng_ranking *ranking = calloc(1, sizeof *ranking);
  bool ok = ranking && make_all_examples(t);
  if (ok && t->cross_validate)
    ok = cross_validate(t, ranking);
  if (ok && t->ablate)
    ok = ablate(t, ranking);
  if (ok && t->output) {
    ng_training training = {t->examples, t->n_examples, FOLDS, NG_NONE, t->off};
    ok = ng_train_ranking(&training, ranking, &err) == NG_OK &&
         write_ranking(t->output, ranking);
  }
  if (!ok && err.text[0])
    (void)fprintf(stderr, "newsgraph: %s\n", err.text);
  free(ranking);
  return ok ? t->job.status : 1;
}

int
train_ranking(int argc, char **argv)
{
  static train_job t; /* large */
  linking_init(&t.job);
  linking_init(&t.also);
  int status = parse(&t, argc, argv);
  if (status < 0)
    status = run(&t);
  for (uint32_t i = 0; t.examples && i < t.n_examples; i++) {
    ng_doc_free(t.examples[i].doc);
    free((void *)(uintptr_t)t.examples[i].links);
  }
  free(t.examples);
  linking_release(&t.job);
  linking_release(&t.also);
  return status;
}
