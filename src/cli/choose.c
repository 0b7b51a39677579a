#include "cli/choose.h"

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
