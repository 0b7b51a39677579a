/* cmd_bench.c - newsgraph bench. */
#include "cli/cmd.h"

#include <stdio.h>

int
cmd_bench(int argc, char **argv)
{
  (void)argc;
  (void)fprintf(stderr, "newsgraph: '%s' is not built yet\n", argv[0]);
  return 2;
}
