/* bench_trees.c - newsgraph bench tag, bench parse: words a second on one core.
 *
 * The words are read before the clock starts; reading a word's letters and
 * looking it up is part of tagging, since every use of it pays that.
 */
#include "cli/bench.h"
#include "cli/trees.h"
#include "text/tag.h"

#include <stdio.h>
#include <time.h>

static const char usage[] =
    "Usage: newsgraph bench tag|parse [--model fast|FILE] [--merged] FILE...\n"
    "\n"
    "Tag, or parse, the words of CoNLL-U files over and over for about three\n"
    "seconds on one core; print words and sentences a second, and the bytes "
    "of\n"
    "the model.\n";

enum { SECONDS = 3 };

typedef struct {
  const ng_model *model;
  ng_arena arena;
  NG_VEC(ng_tree) trees;
  ng_annotation room;
  uint64_t words;
} load;

static double
now(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* The words are kept beyond the visit: forms too are copied. */
static ng_status
keep(void *to, ng_tree *tree, ng_arena *arena, ng_error *err)
{
  load *l = to;
  (void)arena;
  ng_tree copy = {.line = tree->line};
  for (uint32_t i = 0; i < tree->words.n; i++) {
    ng_tree_word w = tree->words.at[i];
    char *at = ng_arena_alloc(&l->arena, w.form.len + 1, 1);
    if (!at)
      return ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory");
    memcpy(at, w.form.at, w.form.len);
    w.form.at = at;
    if (!NG_PUSH(&l->arena, &copy.words, w))
      return ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory");
  }
  l->words += copy.words.n;
  return NG_PUSH(&l->arena, &l->trees, copy)
             ? NG_OK
             : ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory");
}

/* Tag all sentences once, or tag and parse them; the clock is read for each
 * sentence that is parsed, never for one that is only tagged. */
static void
run_once(load *l, double *tagging, double *parsing, bool parse)
{
  for (uint32_t i = 0; i < l->trees.n; i++) {
    ng_tree *tree = &l->trees.at[i];
    double start = parse ? now() : 0;
    (void)ng_tree_tag(&l->room, l->model, tree, &l->arena, NULL);
    if (!parse)
      continue;
    double tagged = now();
    ng_tree_parse(&l->room, l->model, tree);
    *parsing += now() - tagged;
    *tagging += tagged - start;
  }
}

static void
measure(load *l, bool parse)
{
  double tagging = 0, parsing = 0;
  uint64_t rounds = 0;
  for (double start = now(); now() - start < SECONDS && l->words; rounds++) {
    double begin = now();
    run_once(l, &tagging, &parsing, parse);
    if (!parse)
      tagging += now() - begin;
  }
  double words = (double)(l->words * rounds);
  double sentences = (double)((uint64_t)l->trees.n * rounds);
  double seconds = parse ? parsing : tagging;
  (void)printf("words/s\t%.0f\n", seconds > 0 ? words / seconds : 0);
  (void)printf("sentences/s\t%.0f\n", seconds > 0 ? sentences / seconds : 0);
  (void)printf("model bytes\t%zu\n", l->model->bytes.len);
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
  return fflush(stdout) == 0 ? status : 1;
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
