#include "cli/trees.h"
#include "cli/models.h"
#include "cli/slurp.h"
#include "train/collapse.h"

#include <stdio.h>

int
cli_trees_open(cli_trees *trees, int argc, char **argv, const char *usage)
{
  const char *model = "fast";
  *trees = (cli_trees){.first = 1};
  for (; trees->first < argc && argv[trees->first][0] == '-' &&
         argv[trees->first][1];
       trees->first++) {
    const char *name = argv[trees->first];
    if (strcmp(name, "--merged") == 0)
      trees->merged = true;
    else if (strcmp(name, "--model") == 0 && trees->first + 1 < argc)
      model = argv[++trees->first];
    else
      break;
  }
  bool help = trees->first < argc && strcmp(argv[trees->first], "--help") == 0;
  bool option = trees->first < argc && argv[trees->first][0] == '-' &&
                argv[trees->first][1];
  if (help || trees->first >= argc || option) {
    (void)fputs(usage, help ? stdout : stderr);
    return help ? -1 : 2;
  }
  trees->model = cli_model_open(model);
  return trees->model ? 0 : 1;
}

void
cli_trees_close(cli_trees *trees)
{
  ng_model_close(trees->model);
  trees->model = NULL;
}

static ng_status
visit_one(const cli_trees *trees, ng_conllu *in, cli_tree_visitor *visit,
          void *to, ng_error *err)
{
  enum { ROOM = 1 << 30 };
  ng_tree tree;
  ng_arena arena;
  ng_random random = {1};
  ng_arena_init(&arena, ROOM);
  ng_status status = ng_conllu_next(in, &arena, &tree, err);
  if (status == NG_OK && trees->merged &&
      !ng_collapse(&tree, 100, &random, &arena))
    status = NG_ERR_LIMIT;
  if (status == NG_OK)
    status = visit(to, &tree, &arena, err);
  ng_arena_release(&arena);
  return status;
}

bool
cli_trees_visit(const cli_trees *trees, const char *path,
                cli_tree_visitor *visit, void *to)
{
  ng_buf text = {0};
  bool ok = cli_slurp(path, &text);
  ng_conllu in = {.file = {text.at, text.len}};
  ng_status status = ok ? NG_OK : NG_END;
  while (status != NG_END) {
    ng_error err = {0};
    status = visit_one(trees, &in, visit, to, &err);
    if (status == NG_OK || status == NG_END)
      continue;
    (void)fprintf(stderr, "newsgraph: %s: %s\n", path, err.text);
    ok = false;
  }
  ng_buf_release(&text);
  return ok;
}

bool
cli_trees_any(const char *path, bool whole, uint64_t words)
{
  if (!words && whole)
    (void)fprintf(stderr, "newsgraph: %s: no word of a treebank in it\n", path);
  return words > 0;
}
