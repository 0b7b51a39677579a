/* eval_names.c - newsgraph eval names GOLD...: where names are, by the deep
 * model alone, against documents of tokens with typed names (Re-DocRED). */
#include "cli/eval.h"
#include "cli/gold.h"
#include "cli/models.h"
#include "core/fail.h"
#include "core/str.h"
#include "kb/demonym.h"
#include "text/encode.h"

#include <errno.h>
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static const char usage[] =
    "Usage: newsgraph eval names [options] GOLD...\n"
    "Find names by the deep model's head for them, without a knowledge base, "
    "in\n"
    "documents of tokens: Re-DocRED's JSON list, plain or gzipped, of "
    "documents\n"
    "with \"sents\" and \"vertexSet\" (\"sent_id\", \"pos\", \"type\" PER, "
    "LOC, "
    "ORG, MISC\n"
    "or EVENT). Of names that overlap the longest counts; demonyms "
    "(\"German\") "
    "are\n"
    "none.\n\n"
    "      --model MODEL    deep (the default) or a file\n"
    "      --last N         only the last N documents of each file: of\n"
    "                       Re-DocRED's dev part, the model has not seen 50\n"
    "      --errors         first list what was missed and made up\n"
    "      --help           print this\n\n"
    "A line a measure: FILE, 'boundaries', 'typed' or a type, precision, "
    "recall,\n"
    "F1, right, found, in the gold.\n";

/* A name in a sentence: tokens [begin, end). */
typedef struct {
  uint32_t begin, end;
  uint8_t type; /* ng_span_type */
  bool matched;
} name;

typedef struct {
  NG_VEC(name) at;
} sentence_names;

typedef struct {
  uint64_t right, found, gold;
} tally;

typedef struct {
  ng_model *model;
  ng_encoding *encoding;
  const char *path;
  uint32_t last;
  bool errors;
  int status;
  uint64_t documents;
  tally boundaries, typed, types[NG_N_SPANS];
} job;

static const char *const type_names[NG_N_SPANS] = {
    "person", "place", "organisation", "event", "other"};

/* --- a document ----------------------------------------------------------- */

typedef struct {
  ng_arena arena;
  const json_t *sentences;
  sentence_names *gold; /* of each sentence */
  size_t n;
} document;

static bool
type_of(const char *word, uint8_t *out)
{
  static const char *const words[] = {"PER", "LOC", "ORG", "EVENT", "MISC"};
  for (uint8_t i = 0; word && i < NG_N_SPANS; i++)
    if (strcmp(word, words[i]) == 0)
      return *out = i, true;
  return false; /* TIME, NUM */
}

/* Add the name unless a longer one is there: false if memory ran out. */
static bool
add_gold(document *d, size_t sentence, name n)
{
  sentence_names *s = &d->gold[sentence];
  return NG_PUSH(&d->arena, &s->at, n);
}

static bool
read_mention(document *d, const json_t *mention)
{
  const json_t *pos = json_object_get(mention, "pos");
  const char *text = json_string_value(json_object_get(mention, "name"));
  json_int_t s = json_integer_value(json_object_get(mention, "sent_id"));
  json_int_t b = json_integer_value(json_array_get(pos, 0));
  json_int_t e = json_integer_value(json_array_get(pos, 1));
  name n = {(uint32_t)b, (uint32_t)e, 0, false};
  if (s < 0 || (size_t)s >= d->n || b < 0 || e <= b ||
      (size_t)e > json_array_size(json_array_get(d->sentences, (size_t)s)) ||
      !type_of(json_string_value(json_object_get(mention, "type")), &n.type) ||
      (text && ng_is_demonym((ng_str){text, strlen(text)})))
    return true;
  return add_gold(d, (size_t)s, n);
}

/* The longest first, then by begin. */
static int
compare_names(const void *a, const void *b)
{
  const name *x = a, *y = b;
  uint32_t nx = x->end - x->begin, ny = y->end - y->begin;
  if (nx != ny)
    return nx > ny ? -1 : 1;
  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

/* Keep the longest of those that overlap. */
static void
keep_longest(sentence_names *s)
{
  uint32_t kept = 0;
  if (s->at.n)
    qsort(s->at.at, s->at.n, sizeof *s->at.at, compare_names);
  for (uint32_t i = 0; i < s->at.n; i++) {
    bool free = true;
    for (uint32_t k = 0; k < kept && free; k++)
      free = s->at.at[i].end <= s->at.at[k].begin ||
             s->at.at[k].end <= s->at.at[i].begin;
    if (free)
      s->at.at[kept++] = s->at.at[i];
  }
  s->at.n = kept;
}

static ng_status
read_gold(document *d, const json_t *json, ng_error *err)
{
  const json_t *entity, *mention;
  size_t i, k;
  d->sentences = json_object_get(json, "sents");
  d->n = json_array_size(d->sentences);
  const json_t *entities = json_object_get(json, "vertexSet");
  if (!d->n || !json_is_array(entities))
    return ng_fail(err, NG_ERR_SYNTAX, 0,
                   "a document without \"sents\" or \"vertexSet\"");
  d->gold = NG_NEW(&d->arena, sentence_names, d->n);
  bool ok = d->gold != NULL;
  json_array_foreach(entities, i, entity)
  {
    json_array_foreach(entity, k, mention)
    {
      ok = ok && read_mention(d, mention);
    }
  }
  for (i = 0; ok && i < d->n; i++)
    keep_longest(&d->gold[i]);
  return ok ? NG_OK : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

/* --- scoring -------------------------------------------------------------- */

static void
print_name(const job *j, const char *what, const json_t *tokens, const name *n)
{
  (void)printf("# %s\t%s\t", what, type_names[n->type]);
  for (uint32_t i = n->begin; i < n->end; i++)
    (void)printf("%s%s", i > n->begin ? " " : "",
                 json_string_value(json_array_get(tokens, i)));
  (void)printf("\t%s\n", j->path);
}

static void
score_found(job *j, const json_t *tokens, sentence_names *names, name n)
{
  name *same = NULL;
  for (uint32_t i = 0; i < names->at.n && !same; i++)
    if (names->at.at[i].begin == n.begin && names->at.at[i].end == n.end)
      same = &names->at.at[i];
  bool typed = same && same->type == n.type;
  j->boundaries.found++;
  j->typed.found++;
  j->types[n.type].found++;
  j->boundaries.right += same != NULL;
  j->typed.right += typed;
  j->types[n.type].right += typed;
  if (same)
    same->matched = true;
  else if (j->errors)
    print_name(j, "made up", tokens, &n);
}

static void
score_sentence(job *j, const json_t *tokens, sentence_names *names,
               const ng_encoded *found, uint32_t n)
{
  for (uint32_t i = 0, end; i < n; i = end) {
    end = i + 1;
    if (!found[i].name)
      continue;
    name it = {i, 0, (uint8_t)((found[i].name - 1) / 2), false};
    while (end < n && found[end].name == 2 + 2 * it.type)
      end++;
    it.end = end;
    score_found(j, tokens, names, it);
  }
  for (uint32_t i = 0; i < names->at.n; i++) {
    const name *g = &names->at.at[i];
    j->boundaries.gold++;
    j->typed.gold++;
    j->types[g->type].gold++;
    if (!g->matched && j->errors)
      print_name(j, "missed", tokens, g);
  }
}

/* The words of all sentences, one after the other, and what is found of them.
 */
static ng_status
encode(job *j, document *d, ng_encoded **out, ng_error *err)
{
  size_t total = 0, at = 0;
  for (size_t i = 0; i < d->n; i++)
    total += json_array_size(json_array_get(d->sentences, i));
  ng_str *words = NG_NEW(&d->arena, ng_str, total + 1);
  *out = NG_NEW(&d->arena, ng_encoded, total + 1);
  if (!words || !*out)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  for (size_t i = 0; i < d->n; i++) {
    const json_t *tokens = json_array_get(d->sentences, i), *token;
    size_t k;
    json_array_foreach(tokens, k, token)
    {
      const char *s = json_string_value(token);
      words[at + k] = (ng_str){s ? s : "", json_string_length(token)};
    }
    ng_encoding_add(j->encoding, words + at, (uint32_t)json_array_size(tokens),
                    *out + at);
    at += json_array_size(tokens);
  }
  ng_encoding_finish(j->encoding);
  return NG_OK;
}

static ng_status
score_document(job *j, const json_t *json, ng_error *err)
{
  document d = {.n = 0};
  ng_encoded *found = NULL;
  ng_arena_init(&d.arena, (size_t)1 << 30);
  ng_status st = read_gold(&d, json, err);
  if (st == NG_OK)
    st = encode(j, &d, &found, err);
  for (size_t i = 0, at = 0; st == NG_OK && i < d.n; i++) {
    const json_t *tokens = json_array_get(d.sentences, i);
    score_sentence(j, tokens, &d.gold[i], found + at,
                   (uint32_t)json_array_size(tokens));
    at += json_array_size(tokens);
  }
  j->documents += st == NG_OK;
  ng_arena_release(&d.arena);
  return st;
}

static bool
take(void *to, const void *json)
{
  job *j = to;
  ng_error err = {0};
  size_t n = json_array_size(json), i = 0;
  ng_status st = json_is_array((const json_t *)json)
                     ? NG_OK
                     : ng_fail(&err, NG_ERR_SYNTAX, 0,
                               "no list of documents with \"sents\"");
  if (j->last && n > j->last)
    i = n - j->last;
  for (; st == NG_OK && i < n; i++)
    st = score_document(j, json_array_get(json, i), &err);
  if (st != NG_OK) {
    (void)fprintf(stderr, "newsgraph: %s: %s\n", j->path, err.text);
    j->status = 1;
  }
  return true;
}

/* --- the command ---------------------------------------------------------- */

static void
print_row(const job *j, const char *what, const tally *t)
{
  double p = t->found ? (double)t->right / (double)t->found : 0;
  double r = t->gold ? (double)t->right / (double)t->gold : 0;
  (void)printf("%s\t%s\t%.4f\t%.4f\t%.4f\t%llu\t%llu\t%llu\n", j->path, what, p,
               r, p + r > 0 ? 2 * p * r / (p + r) : 0,
               (unsigned long long)t->right, (unsigned long long)t->found,
               (unsigned long long)t->gold);
}

static void
score_file(job *j)
{
  ng_error err = {0};
  j->documents = 0;
  j->boundaries = j->typed = (tally){0};
  memset(j->types, 0, sizeof j->types);
  if (gold_each(j->path, take, j, &err) != NG_OK) {
    (void)fprintf(stderr, "newsgraph: %s\n", err.text);
    j->status = 1;
  } else if (!j->documents && !j->status) {
    (void)fprintf(stderr, "newsgraph: %s: no document in it\n", j->path);
    j->status = 1;
  }
  if (!j->documents)
    return;
  print_row(j, "boundaries", &j->boundaries);
  print_row(j, "typed", &j->typed);
  for (int i = 0; i < NG_N_SPANS; i++)
    print_row(j, type_names[i], &j->types[i]);
}

/* -1 to go on, or the exit status. */
static int
parse(job *j, const char **model, int argc, char **argv)
{
  static const struct option options[] = {
      {"model", required_argument, NULL, 'm'},
      {"last", required_argument, NULL, 'l'},
      {"errors", no_argument, NULL, 'e'},
      {"help", no_argument, NULL, 'h'},
      {NULL, 0, NULL, 0}};
  char *end;
  optind = 1;
  for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    unsigned long n = c == 'l' ? strtoul(optarg, &end, 10) : 0;
    if (c == 'l' &&
        (end == optarg || *end || *optarg == '-' || !n || n > UINT32_MAX)) {
      (void)fprintf(stderr, "newsgraph: eval names: --last cannot be '%s'\n",
                    optarg);
      return 2;
    }
    if (c == 'h' || c == '?') {
      (void)fputs(usage, c == 'h' ? stdout : stderr);
      return c == 'h' ? 0 : 2;
    }
    j->last = c == 'l' ? (uint32_t)n : j->last;
    j->errors |= c == 'e';
    *model = c == 'm' ? optarg : *model;
  }
  if (optind < argc)
    return -1;
  (void)fputs(usage, stderr);
  return 2;
}

int
eval_names(int argc, char **argv)
{
  job j = {.status = 0};
  ng_error err = {0};
  const char *model = "deep";
  int status = parse(&j, &model, argc, argv);
  if (status >= 0)
    return status;
  j.model = cli_model_open(model);
  if (!j.model)
    return 1;
  if (!j.model->encoder) {
    (void)fputs("newsgraph: eval names: only a deep model finds names\n",
                stderr);
    j.status = 1;
  } else if (ng_encoding_new(&j.encoding, j.model->encoder, NULL, &err) !=
             NG_OK) {
    (void)fprintf(stderr, "newsgraph: %s\n", err.text);
    j.status = 1;
  }
  for (; j.encoding && optind < argc; optind++) {
    j.path = argv[optind];
    score_file(&j);
  }
  ng_encoding_free(j.encoding);
  ng_model_close(j.model);
  return j.status;
}
