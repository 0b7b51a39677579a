#include "cli/choose.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static void
print_rows(const cli_table *table, FILE *to)
{
  (void)fprintf(to, "Usage: newsgraph %s WHAT %s\n\n", table->command,
                table->synopsis);
  for (size_t i = 0; i < table->n; i++)
    (void)fprintf(to, "  %-12s %s\n", table->rows[i].name, table->rows[i].help);
}

int
cli_choose(const cli_table *table, int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : "";
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
    print_rows(table, stdout);
    return 0;
  }
  for (size_t i = 0; i < table->n; i++)
    if (strcmp(name, table->rows[i].name) == 0)
      return table->rows[i].run(argc - 1, argv + 1);
  if (*name)
    (void)fprintf(stderr, "newsgraph: %s: nothing called '%s'\n",
                  table->command, name);
  else
    (void)fprintf(stderr, "newsgraph: %s: say what\n", table->command);
  print_rows(table, stderr);
  return 2;
}

int
cli_only_files(const char *what, const char *usage, int argc, char **argv)
{
  static const struct option names[] = {{"help", 0, NULL, 'h'},
                                        {NULL, 0, NULL, 0}};
  opterr = 0;
  optind = 0;
  int c = getopt_long(argc, argv, "h", names, NULL);
  if (c == 'h') {
    (void)fputs(usage, stdout);
    return 0;
  }
  if (c == -1 && optind < argc)
    return -1;
  if (c == -1)
    (void)fprintf(stderr, "newsgraph: %s %s: no file given\n%s", what, argv[0],
                  usage);
  else
    (void)fprintf(stderr, "newsgraph: %s %s: unknown option '%s'\n%s", what,
                  argv[0], argv[optind - 1], usage);
  return 2;
}
