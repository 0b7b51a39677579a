/* trees.h - treebanks and a model, for the commands that measure. */
#ifndef NG_CLI_TREES_H
#define NG_CLI_TREES_H

#include "core/buf.h"
#include "core/fail.h"
#include "text/annotate.h"

typedef struct {
  ng_model *model;
  bool merged; /* names, dates, amounts and hyphenated words as one word */
  bool spread; /* the model in large pages */
  int first;   /* index of the first file in argv */
} cli_trees;

/* Read `[--model M] [--merged] FILE...` and open the model.  0, or an exit
 * status after a message; `usage` is printed for --help and wrong usage. */
int cli_trees_open(cli_trees *trees, int argc, char **argv, const char *usage);

void cli_trees_close(cli_trees *trees);

/* Visit every sentence of a file, collapsed if asked for; false, with a message
 * on stderr, if part of the file cannot be read; the rest is visited. What the
 * visitor puts into `arena` lasts until it returns. */
typedef ng_status cli_tree_visitor(void *to, ng_tree *tree, ng_arena *arena,
                                   ng_error *err);
bool cli_trees_visit(const cli_trees *trees, const char *path,
                     cli_tree_visitor *visit, void *to);

/* Are there words to print figures of?  Of a file without any, which could be
 * read to its end, says so on stderr. */
bool cli_trees_any(const char *path, bool whole, uint64_t words);

/* The share of `part` in `whole`, in percent; 0 of nothing. */
static inline double
cli_percent(uint64_t part, uint64_t whole)
{
  return whole ? 100.0 * (double)part / (double)whole : 0;
}

#endif /* NG_CLI_TREES_H */
