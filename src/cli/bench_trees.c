/* bench_trees.c - newsgraph bench tag, bench parse: words a second on one core.
 *
 * The words are read before the clock starts; reading a word's letters and
 * looking it up is part of tagging, since every use of it pays that.
 */
#include "cli/bench.h"
#include "cli/trees.h"
#include "text/tag.h"

#include <stdio.h>

static const char usage[] =
    "Usage: newsgraph bench tag|parse [--model deep|fast|FILE] [--merged] "
    "FILE...\n"
    "\n"
    "Tag, or parse, the words of CoNLL-U files over and over for about three\n"
    "seconds on one core; print words and sentences a second, and the bytes "
    "of\n"
    "the model. A deep model tags and parses at once.\n";

enum { SECONDS = 3 };

typedef struct {
  const ng_model *model;
  ng_arena arena;
  NG_VEC(ng_tree) trees;
  ng_annotation room;
  uint64_t words;
  ng_str *forms; /* of all words, and what a deep model finds of them */
  ng_encoded *found;
} load;

/* The words are kept beyond the visit: forms too are copied. */
static ng_status
keep(void *to, ng_tree *tree, ng_arena *arena, ng_error *err)
{
  load *l = to;
  (void)arena;
  ng_tree copy = {.line = tree->line};
  copy.words.at = NG_NEW(&l->arena, ng_tree_word, tree->words.n + 1);
  for (; copy.words.n < tree->words.n; copy.words.n++) {
    ng_tree_word w = tree->words.at[copy.words.n];
    char *at = ng_arena_alloc(&l->arena, w.form.len + 1, 1);
    if (!at || !copy.words.at)
      return ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory");
    memcpy(at, w.form.at, w.form.len);
    w.form.at = at;
    copy.words.at[copy.words.n] = w;
  }
  l->words += copy.words.n;
  return NG_PUSH(&l->arena, &l->trees, copy)
             ? NG_OK
             : ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory");
}

/* All sentences once by a deep model, which tags and parses at once and reads
 * sentences together: what it takes in is kept in `l`. */
static bool
prepare_deep(load *l)
{
  uint64_t n = 0;
  l->forms = NG_NEW(&l->arena, ng_str, l->words + 1);
  l->found = NG_NEW(&l->arena, ng_encoded, l->words + 1);
  for (uint32_t i = 0; l->forms && i < l->trees.n; i++)
    for (uint32_t k = 0; k < l->trees.at[i].words.n; k++)
      l->forms[n++] = l->trees.at[i].words.at[k].form;
  return l->forms && l->found &&
         ng_encoding_new(&l->room.encoding, l->model->encoder, &l->arena,
                         NULL) == NG_OK;
}

static void
run_deep(load *l)
{
  uint64_t at = 0;
  for (uint32_t i = 0; i < l->trees.n; i++) {
    uint32_t n = l->trees.at[i].words.n;
    ng_encoding_add(l->room.encoding, l->forms + at, n, l->found + at);
    at += n;
  }
  ng_encoding_finish(l->room.encoding);
}

/* Tag all sentences once, or tag and parse them; the clock is read for each
 * sentence that is parsed, never for one that is only tagged. */
static void
run_once(load *l, double *tagging, double *parsing, bool parse)
{
  double begin = bench_seconds();
  if (l->model->encoder) {
    run_deep(l);
    *parsing += bench_seconds() - begin;
    return;
  }
  for (uint32_t i = 0; i < l->trees.n; i++) {
    ng_tree *tree = &l->trees.at[i];
    double start = parse ? bench_seconds() : 0;
    (void)ng_tree_tag(&l->room, l->model, tree, &l->arena, NULL);
    if (!parse)
      continue;
    double tagged = bench_seconds();
    ng_tree_parse(&l->room, l->model, tree);
    *parsing += bench_seconds() - tagged;
    *tagging += tagged - start;
  }
}

static void
measure(load *l, bool parse)
{
  double tagging = 0, parsing = 0;
  uint64_t rounds = 0;
  if (l->model->encoder && !prepare_deep(l))
    return;
  for (double start = bench_seconds();
       bench_seconds() - start < SECONDS && l->words; rounds++) {
    double begin = bench_seconds();
    run_once(l, &tagging, &parsing, parse);
    if (!parse)
      tagging += bench_seconds() - begin;
  }
  double words = (double)(l->words * rounds);
  double sentences = (double)((uint64_t)l->trees.n * rounds);
  double seconds = parse ? parsing : tagging;
  (void)printf("words/s\t%.0f\n", seconds > 0 ? words / seconds : 0);
  (void)printf("sentences/s\t%.0f\n", seconds > 0 ? sentences / seconds : 0);
  (void)printf("model bytes\t%zu\n", l->model->bytes.len);
  if (l->model->encoder)
    (void)printf("kernels\t%s\n", ng_encoder_kernels(l->model->encoder));
}

static int
bench(int argc, char **argv, bool parse)
{
  cli_trees trees;
  int status = cli_trees_open(&trees, argc, argv, usage);
  if (status)
    return status < 0 ? 0 : status;
  ng_model_spread(trees.model);
  load l = {.model = trees.model};
  ng_arena_init(&l.arena, SIZE_MAX / 2);
  for (int i = trees.first; i < argc; i++)
    if (!cli_trees_visit(&trees, argv[i], keep, &l))
      status = 1;
  measure(&l, parse);
  ng_arena_release(&l.arena);
  cli_trees_close(&trees);
  return status;
}

int
bench_tag(int argc, char **argv)
{
  return bench(argc, argv, false);
}

int
bench_parse(int argc, char **argv)
{
  return bench(argc, argv, true);
}
