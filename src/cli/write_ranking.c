/* write_ranking.c - the text form of a ranking model. */
#include "cli/write_ranking.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* " 1,2,3": the numbers of the hidden units. */
static void
write_units(FILE *file, const ng_hidden_units *u)
{
  for (size_t k = 0; k < NG_N_UNITS; k++)
    (void)fprintf(file, "%c%d", k ? ',' : ' ', u->unit[k]);
}

static bool
has_units(const ng_hidden_units *u)
{
  for (size_t k = 0; k < NG_N_UNITS; k++)
    if (u->unit[k])
      return true;
  return false;
}

bool
write_ranking(const char *path, const ng_ranking *ranking)
{
  FILE *file = fopen(path, "w");
  if (!file) {
    (void)fprintf(stderr, "newsgraph: %s: %s\n", path, strerror(errno));
    return false;
  }
  (void)fprintf(
      file,
      "# newsgraph ranking model, version 2\n#\n"
      "# NAME VALUE FIRST SECOND UNITS: the weight of a value of a feature of\n"
      "# src/link/features.def in the first and in the second pass, and in "
      "the\n"
      "# hidden units of the second (src/link/rank.h), in thousandths of a\n"
      "# natural-log unit.  What is not here weighs nothing.\n"
      "# Made by `newsgraph train ranking`; it holds no text.\n");
  for (uint32_t i = 0; i < NG_N_FEATURES; i++) {
    const ng_feature *f = ng_feature_of(i);
    ng_weight w = ranking->weights[i];
    const ng_hidden_units *u =
        i >= NG_FIRST_DEEP ? &ranking->deep[i - NG_FIRST_DEEP] : NULL;
    bool deep = u && has_units(u);
    if (!w.first && !w.second && !deep && i != 0)
      continue;
    (void)fprintf(file, "%s %u %d %d", f->name, i - f->first, w.first,
                  w.second);
    if (deep)
      write_units(file, u);
    (void)fputc('\n', file);
  }
  (void)fputs("bias", file);
  write_units(file, &ranking->bias);
  (void)fputs("\nout", file);
  write_units(file, &ranking->out);
  (void)fputc('\n', file);
  if (fclose(file) == 0)
    return true;
  (void)fprintf(stderr, "newsgraph: %s: %s\n", path, strerror(errno));
  return false;
}
