/* cmd_train.c - newsgraph train WHAT ...: make a model. */
#include "cli/choose.h"
#include "cli/cmd.h"
#include "cli/train.h"

static const cli_row rows[] = {
    {"ranking", train_ranking, "the ranking of links, on annotated articles"},
    {"fast", train_fast, "tagger, parser and lemmas, from CoNLL-U treebanks"},
    {"note", train_note, "what a model says of itself, such as its scores"},
};

int
cmd_train(int argc, char **argv)
{
  static const cli_table table = {"train", "[options] GOLD...", rows,
                                  sizeof rows / sizeof *rows};
  return cli_choose(&table, argc, argv);
}
