/* eval_linking.c - newsgraph eval linking GOLD...: links against gold. */
#include "cli/eval.h"
#include "cli/linking.h"
#include "core/str.h"
#include "kb/kb.h"

#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_LINKS = 20000, N_BINS = 10 };

static const char usage[] =
    "Usage: newsgraph eval linking [options] GOLD...\n"
    "Link annotated articles (ELEVANT JSON lines or our annotated articles) "
    "and\n"
    "print precision, recall and F1 for each file.\n\n"
    "  -k, --kb FILE        knowledge base (several: the last overrules)\n"
    "      --mentions WHAT  names, concepts, all, or auto (default): all "
    "where\n"
    "                       the gold has concepts, else names\n"
    "      --min-confidence P   drop links below\n"
    "      --links FILE     score these links instead of our own: JSON lines\n"
    "                       {\"id\", \"mentions\": [{\"span\", \"id\"}]}\n"
    "      --same-kb        only the measure over the base's entities\n"
    "  -v, --verbose        list every error with its sentence\n"
    "      --help           print this\n\n"
    "Lines: SET, MEASURE, precision, recall, F1, right, wrong, missed. 'same'\n"
    "counts gold whose entity the base has; 'honest' also counts answers on\n"
    "other gold as wrong; the rest are ELEVANT's.\n";

/* What kinds of errors there are. */
typedef enum {
  MISS_LOWER,   /* not found: in lower case */
  MISS_PARTIAL, /* a part of it, or more than it, was found */
  MISS_OTHER,
  WRONG_DEMONYM, /* found, another entity: the name is a demonym */
  WRONG_PART,    /* one word of a longer label */
  WRONG_OTHER,
  FALSE_LOWER,   /* found where the gold has nothing */
  FALSE_SPAN,    /* overlaps gold */
  FALSE_UNKNOWN, /* gold says that the name is of something unknown */
  FALSE_OTHER,
  N_ERRORS
} error_class;

static const char *const error_names[N_ERRORS] = {"missed, lower case",
                                                  "missed, other span found",
                                                  "missed",
                                                  "wrong, demonym",
                                                  "wrong, partial name",
                                                  "wrong",
                                                  "false, lower case",
                                                  "false, other span",
                                                  "false, unknown",
                                                  "false"};

/* A confidence bin: how many links, how many right, sum of confidences. */
typedef struct {
  uint64_t n, right;
  double sum;
} bin;

typedef struct {
  linking_job job;
  const char *links; /* file, or NULL */
  int mentions;      /* -1: as the gold has them */
  bool same_only, verbose;
  json_t *given; /* id -> mentions */
  score_counts same;
  score_counts kinds[SCORE_N];
  uint64_t errors[N_ERRORS];
  bin bins[N_BINS];
} eval_job;

/* --- links from a file ---------------------------------------------------- */

static bool
take_links(void *to, const void *json)
{
  eval_job *e = to;
  json_t *id = json_object_get(json, "id");
  json_t *list = json_object_get(json, "mentions");
  char key[32];
  (void)snprintf(key, sizeof key, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(id));
  if (!list)
    list = json_object_get(json, "entity_mentions");
  return json_object_set(e->given,
                         json_is_string(id) ? json_string_value(id) : key,
                         list ? list : json_null()) == 0;
}

static size_t
given_links(const eval_job *e, const gold_article *a, found_link *out)
{
  char key[64];
  (void)snprintf(key, sizeof key, "%.*s", NG_ARG(a->id));
  const json_t *list = json_object_get(e->given, key), *one;
  size_t n = 0, i;
  json_array_foreach(list, i, one)
  {
    const json_t *span = json_object_get(one, "span");
    const char *id = json_string_value(json_object_get(one, "id"));
    bool unknown =
        id && (strcmp(id, "<NIL>") == 0 || strcmp(id, "<NO_MAPPING>") == 0);
    if (id && (id[0] == 'Q' || unknown) && n < MAX_LINKS)
      out[n++] =
          (found_link){{(uint32_t)json_integer_value(json_array_get(span, 0)),
                        (uint32_t)json_integer_value(json_array_get(span, 1))},
                       unknown ? 0 : (uint32_t)strtoul(id + 1, NULL, 10)};
  }
  return n;
}

/* --- errors --------------------------------------------------------------- */

static bool
overlap(ng_span a, ng_span b)
{
  return a.begin < b.end && b.begin < a.end;
}

static bool
equal(ng_span a, ng_span b)
{
  return a.begin == b.begin && a.end == b.end;
}

static bool
is_lower(const gold_article *a, ng_span s)
{
  return s.begin < a->n_chars && a->chars[s.begin] >= 'a' &&
         a->chars[s.begin] <= 'z';
}

/* The bytes of code points [span) of the article. */
static ng_str
slice(const gold_article *a, ng_span span)
{
  size_t begin = a->text.len, end = a->text.len;
  uint32_t k = 0;
  for (size_t i = 0; i < a->text.len; i++) {
    if (((unsigned char)a->text.at[i] & 0xC0) == 0x80)
      continue;
    if (k == span.begin)
      begin = i;
    if (k++ == span.end) {
      end = i;
      break;
    }
  }
  return ng_str_slice(a->text, begin < end ? begin : end, end);
}

static ng_str
label_of(const eval_job *e, uint32_t qid)
{
  ng_ref ref = ng_bases_by_qid(&e->job.context.bases, qid);
  return ng_ref_none(ref) ? NG_LIT("(not in the base)")
                          : ng_bases_entity(&e->job.context.bases, ref).label;
}

static void
report(eval_job *e, const gold_article *a, error_class class, ng_span span,
       const uint32_t qids[2])
{
  e->errors[class]++;
  if (!e->verbose)
    return;
  ng_span before = {span.begin > 60 ? span.begin - 60 : 0, span.begin};
  ng_span behind = {span.end,
                    span.end + 60 < a->n_chars ? span.end + 60 : a->n_chars};
  ng_str parts[] = {slice(a, before), slice(a, span), slice(a, behind)};
  (void)printf("%.*s\t%s\t[%u,%u)\t", NG_ARG(a->id), error_names[class],
               span.begin, span.end);
  for (int i = 0; i < 3; i++) {
    (void)fputs(i == 1 ? "[[" : i == 2 ? "]]" : "", stdout);
    for (size_t k = 0; k < parts[i].len; k++)
      (void)putchar(
          parts[i].at[k] < ' ' && parts[i].at[k] > 0 ? ' ' : parts[i].at[k]);
  }
  (void)printf("\tgold %s%u %.*s\tgot %s%u %.*s\n", qids[0] ? "Q" : "", qids[0],
               NG_ARG(qids[0] ? label_of(e, qids[0]) : NG_LIT("-")),
               qids[1] ? "Q" : "", qids[1],
               NG_ARG(qids[1] ? label_of(e, qids[1]) : NG_LIT("-")));
}

static void
report_label(eval_job *e, const gold_article *a, const gold_label *l,
             found_links found)
{
  if (l->coref || l->optional || !l->qid || l->parent >= 0 ||
      !linking_in_base(&e->job.context.bases, l->qid) ||
      l->span.begin < a->evaluated.begin || l->span.end > a->evaluated.end)
    return;
  bool partial = false;
  for (size_t i = 0; i < found.n; i++) {
    ng_span g = gold_grow(a, found.at[i].span);
    if (equal(g, l->grown)) {
      if (found.at[i].qid == l->qid)
        return;
      ng_ref ref = ng_bases_by_qid(&e->job.context.bases, l->qid);
      ng_entity entity = ng_bases_entity(&e->job.context.bases, ref);
      bool part = entity.label.len > slice(a, l->span).len;
      report(e, a,
             entity.type == NG_COUNTRY && !part ? WRONG_DEMONYM
             : part                             ? WRONG_PART
                                                : WRONG_OTHER,
             l->span, (const uint32_t[]){l->qid, found.at[i].qid});
      return;
    }
    partial = partial || overlap(g, l->grown);
  }
  report(e, a,
         partial                ? MISS_PARTIAL
         : is_lower(a, l->span) ? MISS_LOWER
                                : MISS_OTHER,
         l->span, (const uint32_t[]){l->qid, 0});
}

static void
report_extra(eval_job *e, const gold_article *a, const found_link *f)
{
  ng_span g = gold_grow(a, f->span);
  bool partial = false;
  for (size_t i = 0; i < a->n_labels; i++) {
    const gold_label *l = &a->labels[i];
    if (equal(g, l->grown)) {
      if (l->unknown && !l->optional)
        report(e, a, FALSE_UNKNOWN, f->span, (const uint32_t[]){0, f->qid});
      return;
    }
    partial = partial || overlap(g, l->grown);
  }
  if (f->span.begin >= a->evaluated.begin && f->span.end <= a->evaluated.end)
    report(e, a,
           partial                ? FALSE_SPAN
           : is_lower(a, f->span) ? FALSE_LOWER
                                  : FALSE_OTHER,
           f->span, (const uint32_t[]){0, f->qid});
}

/* --- calibration ---------------------------------------------------------- */

static bool
is_right(const gold_article *a, ng_span span, uint32_t qid, bool *judged)
{
  ng_span g = gold_grow(a, span);
  *judged = span.begin >= a->evaluated.begin && span.end <= a->evaluated.end;
  for (size_t i = 0; i < a->n_labels; i++)
    if (equal(g, a->labels[i].grown)) {
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
    ng_span s = {ng_offset_in(&offsets, m->span.begin), 0};
    s.end = ng_offset_in(&offsets, m->span.end);
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

static void
score_article(eval_job *e, const gold_article *a, found_link *room)
{
  ng_doc *doc = NULL;
  size_t n;
  if (e->given) {
    n = given_links(e, a, room);
  } else {
    doc = linking_doc(&e->job, a);
    n = doc ? linking_run(&e->job.context, doc, room, MAX_LINKS) : 0;
    if (doc)
      calibrate(e, a, doc);
  }
  found_links found = {room, n};
  score_same_base(a, found, linking_in_base, &e->job.context.bases, &e->same);
  (void)score_elevant(a, found, e->kinds);
  for (size_t i = 0; i < a->n_labels; i++)
    report_label(e, a, &a->labels[i], found);
  for (size_t i = 0; i < n; i++)
    report_extra(e, a, &room[i]);
  ng_doc_free(doc);
}

static void
print_row(ng_str set, const char *measure, const score_counts *c)
{
  (void)printf("%.*s\t%s\t%.4f\t%.4f\t%.4f\t%llu\t%llu\t%llu\n", NG_ARG(set),
               measure, score_precision(c), score_recall(c), score_f1(c),
               (unsigned long long)c->tp, (unsigned long long)c->fp,
               (unsigned long long)c->fn);
}

static void
print_set(const eval_job *e, ng_str set)
{
  static const char *const names[SCORE_N] = {"all",     "entity",  "named",
                                             "concept", "unknown", "coref"};
  score_counts honest = e->same;
  honest.fp += honest.outside;
  print_row(set, "same", &e->same);
  print_row(set, "honest", &honest);
  if (e->same_only)
    return;
  for (int i = 0; i < SCORE_N; i++)
    print_row(set, names[i], &e->kinds[i]);
  for (int i = 0; i < N_ERRORS; i++)
    (void)printf("%.*s\t%s\t%llu\n", NG_ARG(set), error_names[i],
                 (unsigned long long)e->errors[i]);
  for (int i = 0; i < N_BINS && !e->given; i++)
    if (e->bins[i].n)
      (void)printf("%.*s\tconfidence %.1f\t%.3f\t%.3f\t%llu\n", NG_ARG(set),
                   i / 10.0, e->bins[i].sum / (double)e->bins[i].n,
                   (double)e->bins[i].right / (double)e->bins[i].n,
                   (unsigned long long)e->bins[i].n);
}

static bool
run_set(eval_job *e, const gold_set *set)
{
  found_link *room = calloc(MAX_LINKS, sizeof *room);
  if (!room)
    return false;
  memset(&e->same, 0, sizeof e->same);
  memset(e->kinds, 0, sizeof e->kinds);
  memset(e->errors, 0, sizeof e->errors);
  memset(e->bins, 0, sizeof e->bins);
  e->job.options.mentions = e->mentions >= 0 ? (ng_mention_choice)e->mentions
                            : set->concepts  ? NG_MENTIONS_ALL
                                             : NG_MENTIONS_NAMES;
  for (uint32_t i = set->first; i < set->first + set->n; i++)
    score_article(e, &e->job.gold.articles.at[i], room);
  print_set(e, linking_set_name(set->path));
  free(room);
  return true;
}

/* --- the command ---------------------------------------------------------- */

static int
mentions_option(const char *word)
{
  static const char *const words[] = {"names", "concepts", "all"};
  for (int i = 0; i < 3; i++)
    if (strcmp(word, words[i]) == 0)
      return i;
  return -1;
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
      {"same-kb", no_argument, NULL, 's'},
      {"verbose", no_argument, NULL, 'v'},
      {"help", no_argument, NULL, 'h'},
      {NULL, 0, NULL, 0}};
  optind = 1;
  for (int c; (c = getopt_long(argc, argv, "k:v", options, NULL)) != -1;) {
    switch (c) {
    case 'k':
      if (!linking_open(&e->job, optarg))
        return 1;
      break;
    case 'm':
      e->mentions = mentions_option(optarg);
      break;
    case 'c':
      e->job.options.min_confidence = strtod(optarg, NULL);
      break;
    case 'l':
      e->links = optarg;
      break;
    case 's':
      e->same_only = true;
      break;
    case 'v':
      e->verbose = true;
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
    if (!linking_read(&e->job, argv[optind]))
      return 1;
  return linking_open_default(&e->job) ? -1 : 1;
}

static int
run(eval_job *e)
{
  ng_error err = {0};
  if (e->links) {
    e->given = json_object();
    if (!e->given || gold_each(e->links, take_links, e, &err) != NG_OK) {
      (void)fprintf(stderr, "newsgraph: %s\n", err.text);
      return 1;
    }
  }
  for (uint32_t i = 0; i < e->job.gold.sets.n; i++)
    if (!run_set(e, &e->job.gold.sets.at[i]))
      return 1;
  return fflush(stdout) ? 1 : e->job.status;
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
