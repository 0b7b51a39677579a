/* eval_tagging.c - newsgraph eval tagging: word classes against a treebank. */
#include "cli/eval.h"
#include "cli/trees.h"

#include <stdio.h>

static const char usage[] =
    "Usage: newsgraph eval tagging [--model deep|fast|FILE] [--merged] "
    "GOLD...\n"
    "\n"
    "Tag the words of treebanks (CoNLL-U, plain or gzipped) anew and count "
    "what\n"
    "is as it was: a line a file, in percent, and lemmas of verbs and nouns.\n";

typedef struct {
  const ng_model *model;
  uint64_t words, upos, xpos, both, known;
} tally;

static ng_status
visit(void *to, ng_tree *tree, ng_arena *arena, ng_error *err)
{
  tally *t = to;
  ng_annotation room = {0};
  uint32_t n = tree->words.n;
  ng_tree_word *gold = NG_NEW(arena, ng_tree_word, n + 1);
  if (!gold)
    return NG_ERR_LIMIT;
  memcpy(gold, tree->words.at, n * sizeof *gold);
  ng_status status = ng_tree_tag(&room, t->model, tree, arena, err);
  for (uint32_t i = 0; status == NG_OK && i < n; i++) {
    const ng_tree_word *word = &tree->words.at[i];
    bool upos = word->upos == gold[i].upos, xpos = word->xpos == gold[i].xpos;
    t->words++;
    t->upos += upos;
    t->xpos += xpos;
    t->both += upos && xpos;
    t->known += !room.forms || room.forms[i].known;
  }
  return status;
}

int
eval_tagging(int argc, char **argv)
{
  cli_trees trees;
  int status = cli_trees_open(&trees, argc, argv, usage);
  if (status)
    return status < 0 ? 0 : status;
  for (int i = trees.first; i < argc; i++) {
    tally t = {.model = trees.model};
    bool whole = cli_trees_visit(&trees, argv[i], visit, &t);
    status = whole && t.words ? status : 1;
    if (!cli_trees_any(argv[i], whole, t.words))
      continue;
    (void)printf("%s\twords\t%llu\n", argv[i], (unsigned long long)t.words);
    (void)printf("%s\tupos\t%.2f\n", argv[i], cli_percent(t.upos, t.words));
    (void)printf("%s\txpos\t%.2f\n", argv[i], cli_percent(t.xpos, t.words));
    (void)printf("%s\tboth\t%.2f\n", argv[i], cli_percent(t.both, t.words));
    (void)printf("%s\tknown\t%.2f\n", argv[i], cli_percent(t.known, t.words));
  }
  cli_trees_close(&trees);
  return status;
}
