/* cmd_eval.c - newsgraph eval WHAT GOLD...: how right a stage is. */
#include "cli/choose.h"
#include "cli/cmd.h"
#include "cli/eval.h"

static const cli_row rows[] = {
    {"time", eval_time, "dates and times, against TimeML's values"},
    {"events", eval_events, "events, claims and offices, against articles"},
    {"relations", eval_relations, "binary facts, against spans or articles"},
    {"linking", eval_linking, "links, against annotated articles"},
    {"names", eval_names, "the deep model's names, against documents"},
    {"tagging", eval_tagging, "word classes, against CoNLL-U"},
    {"parsing", eval_parsing, "dependency trees, against CoNLL-U"},
    {"segmenting", eval_segmenting, "tokens and sentences, against CoNLL-U"},
};

int
cmd_eval(int argc, char **argv)
{
  static const cli_table table = {"eval", "[options] GOLD...", rows,
                                  sizeof rows / sizeof *rows};
  return cli_choose(&table, argc, argv);
}
