/* eval_parsing.c - newsgraph eval parsing: dependency trees against a treebank.
 */
#include "cli/eval.h"
#include "cli/trees.h"

#include <stdio.h>

static const char usage[] =
    "Usage: newsgraph eval parsing [--model deep|fast|FILE] [--merged] "
    "GOLD...\n"
    "\n"
    "Tag and parse the words of treebanks (CoNLL-U, plain or gzipped) anew "
    "and\n"
    "compare: heads (UAS), heads and labels without subtypes (LAS, as the "
    "CoNLL\n"
    "2018 shared task has it) and with them (LAS-subtypes), of all words and "
    "of\n"
    "those that are no punctuation; then precision and recall by label.\n";

typedef struct {
  uint64_t gold, found, right;
} label_tally;

typedef struct {
  uint64_t words, heads, labels, subtypes;
} arc_tally;

typedef struct {
  const ng_model *model;
  arc_tally all, words; /* words: no punctuation */
  label_tally labels[NG_N_RELATIONS];
} tally;

static void
count_arc(arc_tally *t, const ng_tree_word *got, const ng_tree_word *gold)
{
  bool head = got->head == gold->head;
  t->words++;
  t->heads += head;
  t->labels +=
      head && ng_relation_base(got->label) == ng_relation_base(gold->label);
  t->subtypes += head && got->label == gold->label;
}

static void
count_label(tally *t, const ng_tree_word *got, const ng_tree_word *gold)
{
  t->labels[got->label].found++;
  t->labels[gold->label].gold++;
  if (got->head == gold->head && got->label == gold->label)
    t->labels[got->label].right++;
}

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
  NG_TRY(ng_tree_tag(&room, t->model, tree, arena, err));
  ng_tree_parse(&room, t->model, tree);
  for (uint32_t i = 0; i < n; i++) {
    const ng_tree_word *got = &tree->words.at[i];
    if (gold[i].label >= NG_N_RELATIONS)
      continue; /* no tree to compare with */
    count_arc(&t->all, got, &gold[i]);
    if (gold[i].upos != NG_PUNCT)
      count_arc(&t->words, got, &gold[i]);
    count_label(t, got, &gold[i]);
  }
  return NG_OK;
}

static void
print_arcs(const char *file, const char *of, const arc_tally *t)
{
  (void)printf("%s\tUAS%s\t%.2f\n", file, of, cli_percent(t->heads, t->words));
  (void)printf("%s\tLAS%s\t%.2f\n", file, of, cli_percent(t->labels, t->words));
  (void)printf("%s\tLAS-subtypes%s\t%.2f\n", file, of,
               cli_percent(t->subtypes, t->words));
}

static void
print(const char *file, const tally *t)
{
  (void)printf("%s\twords\t%llu\n", file, (unsigned long long)t->all.words);
  print_arcs(file, "", &t->all);
  print_arcs(file, "-nopunct", &t->words);
  for (unsigned i = 0; i < NG_N_RELATIONS; i++) {
    const label_tally *l = &t->labels[i];
    const char *name = ng_relation_name(i);
    if (l->gold + l->found == 0)
      continue;
    (void)printf("%s\tprecision %s\t%.1f\n", file, name,
                 cli_percent(l->right, l->found));
    (void)printf("%s\trecall %s\t%.1f\n", file, name,
                 cli_percent(l->right, l->gold));
  }
}

int
eval_parsing(int argc, char **argv)
{
  cli_trees trees;
  int status = cli_trees_open(&trees, argc, argv, usage);
  if (status)
    return status < 0 ? 0 : status;
  for (int i = trees.first; i < argc; i++) {
    tally t = {.model = trees.model};
    bool whole = cli_trees_visit(&trees, argv[i], visit, &t);
    status = whole && t.all.words ? status : 1;
    if (cli_trees_any(argv[i], whole, t.all.words))
      print(argv[i], &t);
  }
  cli_trees_close(&trees);
  return status;
}
