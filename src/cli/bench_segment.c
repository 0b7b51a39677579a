/* bench_segment.c - newsgraph bench segment. */
#include "cli/bench.h"

#include <stdio.h>

int
bench_segment(int argc, char **argv)
{
  (void)argc;
  (void)fprintf(stderr, "newsgraph: '%s' is not built yet\n", argv[0]);
  return 2;
}
