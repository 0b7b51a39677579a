/* eval_segmenting.c - newsgraph eval segmenting. */
#include "cli/eval.h"

#include <stdio.h>

int
eval_segmenting(int argc, char **argv)
{
  (void)argc;
  (void)fprintf(stderr, "newsgraph: '%s' is not built yet\n", argv[0]);
  return 2;
}
