/* main.c - newsgraph <command> [options] [file...]
 *
 * Exit status: 0 done; 1 some input failed, the rest was done; 2 wrong usage.
 */
#include "cli/cmd.h"
#include "newsgraph.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#if defined __GLIBC__ /* said by the headers above */
#include <malloc.h>
#endif

typedef struct {
  const char *name;
  int (*run)(int argc, char **argv);
  const char *help;
} command;

static const command commands[] = {
    {"graph", cmd_graph, "read articles, write their graph as RDF"},
    {"mentions", cmd_mentions, "print what articles mention, as JSON lines"},
    {"parse", cmd_parse, "print word classes and trees as CoNLL-U"},
    {"kb", cmd_kb, "build, look into and compare knowledge bases"},
    {"lexicon", cmd_lexicon, "check the patterns that word events"},
    {"query", cmd_query, "ask RDF files a SPARQL question"},
    {"load", cmd_load, "put RDF files into a triple store"},
    {"report", cmd_report, "compare what articles say, or as tables"},
    {"curate", cmd_curate, "list unknown names, apply what was decided"},
    {"verify", cmd_verify, "check a graph's spans against the text"},
    {"explain", cmd_explain, "show why each mention was linked as it was"},
    {"eval", cmd_eval, "measure accuracy on annotated text"},
    {"train", cmd_train, "fit a model to annotated text"},
    {"bench", cmd_bench, "measure speed and memory"},
};

enum { N_COMMANDS = sizeof commands / sizeof *commands };

static void
print_usage(FILE *to)
{
  (void)fputs("Usage: newsgraph <command> [options] [file...]\n\n", to);
  for (size_t i = 0; i < N_COMMANDS; i++)
    (void)fprintf(to, "  %-10s %s\n", commands[i].name, commands[i].help);
}

static int
show(bool usage)
{
  if (usage)
    print_usage(stdout);
  else
    (void)printf("newsgraph %s\n", ng_version());
  return 0;
}

/* What was printed must have arrived: else the work is not done. */
static int
finish(int status)
{
  errno = 0;
  if (fflush(stdout) == 0 && !ferror(stdout))
    return status;
  if (status == 0)
    (void)fprintf(stderr, "newsgraph: cannot write to standard output%s%s\n",
                  errno ? ": " : "", errno ? strerror(errno) : "");
  return status ? status : 1;
}

/* Every article takes and frees about the same: memory that goes back to the
 * system at the end of one is fetched, and cleared, again for the next. */
static void
keep_memory(void)
{
#if defined M_TRIM_THRESHOLD && defined M_TOP_PAD
  (void)mallopt(M_TRIM_THRESHOLD, 64 << 20);
  (void)mallopt(M_MMAP_THRESHOLD, 32 << 20);
  (void)mallopt(M_TOP_PAD, 1 << 20);
#endif
}

int
main(int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : "";
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
    return finish(show(true));
  if (strcmp(name, "--version") == 0)
    return finish(show(false));
  static char help[] = "--help"; /* -h is short for it everywhere */
  if (argc > 2 && strcmp(argv[2], "-h") == 0)
    argv[2] = help;
  (void)signal(SIGPIPE, SIG_DFL); /* die quietly, whatever we inherited */
  (void)signal(SIGXFSZ, SIG_IGN); /* "File too large" is an error like others */
  keep_memory();
  for (size_t i = 0; i < N_COMMANDS; i++)
    if (strcmp(name, commands[i].name) == 0)
      return finish(commands[i].run(argc - 1, argv + 1));
  if (*name)
    (void)fprintf(stderr, "newsgraph: unknown command '%s'\n", name);
  print_usage(stderr);
  return 2;
}
