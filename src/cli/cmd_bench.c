/* cmd_bench.c - newsgraph bench WHAT [INPUT...]: how fast a stage is. */
#include "cli/bench.h"
#include "cli/choose.h"
#include "cli/cmd.h"

static const cli_row rows[] = {
    {"graph", bench_graph, "articles to their graph, and each stage"},
    {"dump", bench_dump, "Wikidata's JSON to a knowledge base"},
    {"names", bench_names, "names found, in a table of millions"},
    {"link", bench_link, "articles linked, to N-Triples"},
    {"tag", bench_tag, "words to word classes"},
    {"parse", bench_parse, "tagged words to dependency trees"},
    {"segment", bench_segment, "text to tokens and sentences"},
    {"time", bench_time, "dates and times found"},
    {"write", bench_write, "graphs to each RDF format"},
};

int
cmd_bench(int argc, char **argv)
{
  static const cli_table table = {"bench", "[options] INPUT...", rows,
                                  sizeof rows / sizeof *rows};
  return cli_choose(&table, argc, argv);
}
