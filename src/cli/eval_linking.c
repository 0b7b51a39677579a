/* eval_linking.c - newsgraph eval linking GOLD...: links against gold. */
#include "cli/ablate.h"
#include "cli/eval.h"
#include "cli/given.h"
#include "cli/link_errors.h"
#include "cli/linking.h"
#include "cli/options.h"
#include "core/str.h"
#include "kb/kb.h"

#include <getopt.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_LINKS = 20000, N_BINS = 10 };

static const char usage[] =
    "Usage: newsgraph eval linking [options] GOLD...\n"
    "Link annotated articles and print precision, recall and F1 for each "
    "file:\n"
    "ELEVANT's JSON lines, our annotated articles, or NIF (.ttl, .nt, ...: "
    "phrases\n"
    "with itsrdf:taIdentRef, to Wikidata).\n\n"
    "  -k, --kb FILE        knowledge base (several: the last overrules)\n"
    "      --mentions WHAT  names, concepts, all, or auto (default): all "
    "where\n"
    "                       the gold has concepts, else names\n"
    "      --min-confidence P   drop links less sure than P, 0 to 1\n"
    "      --links FILE     score these links instead of our own: JSON lines\n"
    "                       {\"id\", \"mentions\": [{\"span\", \"id\"}]}\n"
    "      --gold-spans     link the gold's spans: which entity, not which "
    "span\n"
    "      --ablate         F1 of 'same' without each feature of the ranking\n"
    "                       and without each group of them, the weights of "
    "the\n"
    "                       rest as they are ('train ranking --without' fits "
    "them\n"
    "                       again): SET, what is left out, F1, the change\n"
    "      --same-kb        only 'same' and 'honest'\n"
    "      --reliability    only the 'confidence' lines\n"
    "      --errors         first list every error: ARTICLE, class, span,\n"
    "                       sentence, what the gold has, what was answered,\n"
    "                       likeliest candidates (with --links: by the name "
    "alone)\n"
    "      --help           print this\n\n"
    "Lines: SET, MEASURE, precision, recall, F1, right, wrong, missed. "
    "'same'\n"
    "counts gold whose entity the base has, and 'type' is the same by its "
    "type\n"
    "(by the answer's, where the gold has nothing); 'honest' also counts "
    "answers\n"
    "on other gold as wrong; the rest are ELEVANT's (EMNLP 2022), answers "
    "that\n"
    "something is unknown ignored. Then each class of errors with its number;\n"
    "'unknown kept': of the gold's names of what is unknown, the share that\n"
    "something found unlinked overlaps, how many, of how many;\n"
    "'confidence B': links of confidence B to B + 0.1: its mean, the share "
    "that\n"
    "is right, how many; 'calibration error': the mean difference of both.\n";

/* A confidence bin: how many links, how many right, sum of confidences. */
typedef struct {
  uint64_t n, right;
  double sum;
} bin;

typedef struct {
  linking_job job;
  const char *links; /* file, or NULL */
  int mentions;      /* -1: as the gold has them */
  bool same_only, reliability, gold_spans, ablate;
  json_t *given; /* id -> mentions */
  score_counts same;
  score_counts kinds[SCORE_N];
  score_counts types[NG_N_TYPES];
  link_errors errors;
  bin bins[N_BINS];
} eval_job;

/* --- calibration ---------------------------------------------------------- */

static bool
is_right(const gold_article *a, ng_span span, uint32_t qid, bool *judged)
{
  ng_span g = gold_grow(a, span);
  *judged = span.begin >= a->evaluated.begin && span.end <= a->evaluated.end;
  for (size_t i = 0; i < a->n_labels; i++)
    if (g.begin == a->labels[i].grown.begin &&
        g.end == a->labels[i].grown.end) {
      *judged = *judged && !a->labels[i].optional && !a->labels[i].coref;
      return a->labels[i].qid == qid;
    }
  return false;
}

static void
calibrate(eval_job *e, const gold_article *a, const ng_doc *doc)
{
  ng_offsets offsets = {.doc = doc, .unit = NG_CODEPOINTS};
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    ng_ref ref = doc->entities.at[m->entity].ref;
    if (ng_ref_none(ref))
      continue;
    ng_span s = ng_span_in(&offsets, m->span);
    bool judged;
    bool right = is_right(a, s, ng_bases_entity(&e->job.context.bases, ref).qid,
                          &judged);
    uint32_t k = m->confidence * N_BINS / 1000u;
    bin *b = &e->bins[k < N_BINS ? k : N_BINS - 1];
    b->n += judged;
    b->right += judged && right;
    b->sum += judged ? m->confidence / 1000.0 : 0;
  }
}

/* --- one set -------------------------------------------------------------- */

/* Tell `doc` the gold's spans: the outermost, since they must not overlap. */
static bool
give_spans(const gold_article *a, ng_doc *doc)
{
  ng_wanted_span *spans = calloc(a->n_labels + 1, sizeof *spans);
  size_t n = 0;
  for (size_t i = 0; spans && i < a->n_labels; i++) {
    ng_span s = a->labels[i].span;
    bool wanted =
        a->labels[i].parent < 0 && s.begin < s.end && s.end <= a->n_chars;
    for (size_t k = 0; wanted && k < n; k++)
      wanted = s.end <= spans[k].begin || spans[k].end <= s.begin;
    if (wanted)
      spans[n++] = (ng_wanted_span){s.begin, s.end, false};
  }
  bool ok =
      spans && ng_doc_set_spans(doc, spans, n, NG_CODEPOINTS, NULL) == NG_OK;
  free(spans);
  return ok;
}

/* Our links of the article, or those given; the document in *out, spotted. */
static size_t
find_links(eval_job *e, const gold_article *a, found_link *room, ng_doc **out)
{
  ng_doc *doc = *out = linking_doc(&e->job, a);
  if (e->given) {
    if (doc)
      (void)ng_spot_names(&e->job.context, doc, NULL);
    return given_links(e->given, a, room, MAX_LINKS);
  }
  if (!doc || (e->gold_spans && !give_spans(a, doc)))
    return 0;
  size_t n = linking_run(&e->job.context, doc, room, MAX_LINKS);
  calibrate(e, a, doc);
  return n;
}

static unsigned
type_of(const void *bases, uint32_t qid)
{
  ng_ref ref = ng_bases_by_qid(bases, qid);
  return ng_ref_none(ref) ? NG_ENTITY : ng_bases_entity(bases, ref).type;
}

static void
score_article(eval_job *e, const gold_article *a, found_link *room)
{
  ng_doc *doc;
  const ng_bases *bases = &e->job.context.bases;
  found_links found = {room, find_links(e, a, room, &doc)};
  score_same_base(a, found, linking_in_base, bases, &e->same);
  if (!e->same_only && !e->ablate && doc) {
    score_by_type(a, found, linking_in_base, bases, type_of, e->types);
    (void)score_elevant(a, found, e->kinds);
    link_errors_add(&e->errors, a, doc, found);
    found.n = e->given
                  ? given_unlinked(e->given, a, room, MAX_LINKS)
                  : linking_unlinked(&e->job.context, doc, room, MAX_LINKS);
    link_errors_add_unlinked(&e->errors, a, doc, found);
  }
  if (!doc)
    e->job.status = 1;
  ng_doc_free(doc);
}

static void
print_row(ng_str set, const char *measure, const char *of,
          const score_counts *c)
{
  (void)printf("%.*s\t%s%s\t%.4f\t%.4f\t%.4f\t%llu\t%llu\t%llu\n", NG_ARG(set),
               measure, of, score_precision(c), score_recall(c), score_f1(c),
               (unsigned long long)c->tp, (unsigned long long)c->fp,
               (unsigned long long)c->fn);
}

static void
print_reliability(const eval_job *e, ng_str set)
{
  double n = 0, off = 0;
  for (int i = 0; i < N_BINS; i++) {
    const bin *b = &e->bins[i];
    if (!b->n)
      continue;
    n += (double)b->n;
    off += fabs(b->sum - (double)b->right);
    (void)printf("%.*s\tconfidence %.1f\t%.3f\t%.3f\t%llu\n", NG_ARG(set),
                 i / 10.0, b->sum / (double)b->n,
                 (double)b->right / (double)b->n, (unsigned long long)b->n);
  }
  if (n > 0)
    (void)printf("%.*s\tcalibration error\t%.3f\n", NG_ARG(set), off / n);
}

static void
print_set(const eval_job *e, ng_str set)
{
  static const char *const names[SCORE_N] = {"all",     "entity",  "named",
                                             "concept", "unknown", "coref"};
  score_counts honest = e->same;
  honest.fp += honest.outside;
  if (!e->reliability) {
    print_row(set, "same", "", &e->same);
    print_row(set, "honest", "", &honest);
  }
  if (e->same_only)
    return;
  for (int i = 0; i < SCORE_N && !e->reliability; i++)
    print_row(set, names[i], "", &e->kinds[i]);
  for (unsigned i = 0; i < NG_N_TYPES && !e->reliability; i++)
    if (e->types[i].tp + e->types[i].fp + e->types[i].fn)
      print_row(set, "type ", ng_type_name((ng_type)i), &e->types[i]);
  if (!e->reliability)
    link_errors_print(&e->errors, set);
  if (!e->given)
    print_reliability(e, set);
}

/* Link and score the set's articles. */
static bool
score_set(eval_job *e, const gold_set *set)
{
  found_link *room = calloc(MAX_LINKS, sizeof *room);
  if (!room)
    return false;
  memset(&e->same, 0, sizeof e->same);
  memset(e->kinds, 0, sizeof e->kinds);
  memset(e->types, 0, sizeof e->types);
  memset(e->errors.counts, 0, sizeof e->errors.counts);
  e->errors.n_unknown = 0;
  memset(e->bins, 0, sizeof e->bins);
  e->job.options.mentions = e->mentions >= 0 ? (ng_mention_choice)e->mentions
                            : set->concepts || e->gold_spans
                                ? NG_MENTIONS_ALL
                                : NG_MENTIONS_NAMES;
  for (uint32_t i = set->first; i < set->first + set->n; i++)
    score_article(e, &e->job.gold.articles.at[i], room);
  free(room);
  return true;
}

/* --- what features are worth ---------------------------------------------- */

static void
print_without(ng_str set, const char *what, double f1, double all)
{
  (void)printf("%.*s\t%s\t%.4f\t%+.4f\n", NG_ARG(set), what, f1, f1 - all);
}

/* F1 with some weights zero. */
static bool
score_without(eval_job *e, const gold_set *set, const bool *off, double *f1)
{
  ng_ranking *ranking = malloc(sizeof *ranking);
  if (!ranking)
    return false;
  *ranking = ng_ranking_builtin;
  for (size_t i = 0; i < NG_N_FEATURES; i++)
    if (off[i])
      ranking->weights[i] = (ng_weight){0, 0};
  e->job.context.ranking = ranking;
  bool ok = score_set(e, set);
  e->job.context.ranking = NULL;
  free(ranking);
  *f1 = score_f1(&e->same);
  return ok;
}

static bool
ablate_set(eval_job *e, const gold_set *set)
{
  ng_str name = linking_set_name(set->path);
  if (!score_set(e, set))
    return false;
  double all = score_f1(&e->same), f1 = 0;
  print_without(name, "nothing", all, all);
  bool *off = calloc(NG_N_FEATURES, sizeof *off);
  bool ok = off != NULL;
  for (size_t i = 0; ok && i < ablate_n(); i++) {
    memset(off, 0, NG_N_FEATURES * sizeof *off);
    ablate_mark(i, off);
    ok = score_without(e, set, off, &f1);
    if (ok)
      print_without(name, ablate_name(i), f1, all);
  }
  free(off);
  return ok;
}

/* --- the command ---------------------------------------------------------- */

static int
complain(const char *option, const char *value)
{
  (void)fprintf(stderr,
                "newsgraph: eval linking: --%s cannot be '%s'\nTry 'newsgraph "
                "eval linking --help'.\n",
                option, value);
  return 2;
}

/* -1, or an exit status. */
static int
set_mentions(eval_job *e, const char *word)
{
  static const char *const words[] = {"names", "concepts", "all"};
  e->mentions = -1;
  for (int i = 0; i < 3; i++)
    if (strcmp(word, words[i]) == 0)
      e->mentions = i;
  return e->mentions >= 0 || strcmp(word, "auto") == 0
             ? -1
             : complain("mentions", word);
}

static int
set_confidence(eval_job *e, const char *value)
{
  return cli_read_share(value, &e->job.options.min_confidence)
             ? -1
             : complain("min-confidence", value);
}

/* One option as getopt_long() found it: -1 to go on, or the exit status. */
static int
take(eval_job *e, int option)
{
  switch (option) {
  case 'k':
    return linking_open(&e->job, optarg) ? -1 : 1;
  case 'm':
    return set_mentions(e, optarg);
  case 'c':
    return set_confidence(e, optarg);
  case 'l':
    return e->links = optarg, -1;
  case 's':
    return e->same_only = true, -1;
  case 'r':
    return e->reliability = true, -1;
  case 'g':
    return e->gold_spans = true, -1;
  case 'a':
    return e->ablate = true, -1;
  case 'v':
    return e->errors.list = true, -1;
  case 'h':
    (void)fputs(usage, stdout);
    return 0;
  default:
    (void)fputs(usage, stderr);
    return 2;
  }
}

/* An exit status, or -1 to go on. */
static int
parse(eval_job *e, int argc, char **argv)
{
  static const struct option options[] = {
      {"kb", required_argument, NULL, 'k'},
      {"mentions", required_argument, NULL, 'm'},
      {"min-confidence", required_argument, NULL, 'c'},
      {"links", required_argument, NULL, 'l'},
      {"gold-spans", no_argument, NULL, 'g'},
      {"ablate", no_argument, NULL, 'a'},
      {"same-kb", no_argument, NULL, 's'},
      {"reliability", no_argument, NULL, 'r'},
      {"errors", no_argument, NULL, 'v'},
      {"verbose", no_argument, NULL, 'v'},
      {"help", no_argument, NULL, 'h'},
      {NULL, 0, NULL, 0}};
  optind = 1;
  for (int c; (c = getopt_long(argc, argv, "k:v", options, NULL)) != -1;) {
    int status = take(e, c);
    if (status >= 0)
      return status;
  }
  if (optind == argc) {
    (void)fputs(usage, stderr);
    return 2;
  }
  if (e->links && (e->ablate || e->gold_spans || e->reliability)) {
    (void)fputs("newsgraph: eval linking: --links are others' links: there is "
                "nothing of ours to ablate, to give spans to, or to trust\n",
                stderr);
    return 2;
  }
  for (; optind < argc; optind++)
    if (!linking_read(&e->job, argv[optind]))
      return 1;
  return linking_open_default(&e->job) ? -1 : 1;
}

static bool
run_set(eval_job *e, const gold_set *set)
{
  if (e->ablate)
    return ablate_set(e, set);
  if (!score_set(e, set))
    return false;
  print_set(e, linking_set_name(set->path));
  return true;
}

static int
run(eval_job *e)
{
  ng_error err = {0};
  e->errors.bases = &e->job.context.bases;
  e->errors.scored = !e->links;
  if (e->links) {
    e->given = json_object();
    if (!e->given || gold_each(e->links, given_take, e->given, &err) != NG_OK) {
      (void)fprintf(stderr, "newsgraph: %s\n", err.text);
      return 1;
    }
  }
  for (uint32_t i = 0; i < e->job.gold.sets.n; i++)
    if (!run_set(e, &e->job.gold.sets.at[i]))
      return 1;
  return e->job.status;
}

int
eval_linking(int argc, char **argv)
{
  eval_job *e = calloc(1, sizeof *e);
  if (!e)
    return 1;
  e->mentions = -1;
  linking_init(&e->job);
  int status = parse(e, argc, argv);
  if (status < 0)
    status = run(e);
  json_decref(e->given);
  linking_release(&e->job);
  free(e);
  return status;
}
