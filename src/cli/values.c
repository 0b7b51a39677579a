/* values.c - what options can be. */
#include "cli/values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool
cli_read_choice(const char *value, const char *const *names, unsigned *out)
{
  for (unsigned i = 0; names[i]; i++)
    if (strcmp(value, names[i]) == 0) {
      *out = i;
      return true;
    }
  return false;
}

bool
cli_read_input(const char *value, ng_input_choice *out)
{
  static const char *const inputs[] = {"auto", "text", "jsonl", NULL};
  unsigned n;
  bool known = cli_read_choice(value, inputs, &n);
  if (known)
    *out = (ng_input_choice)n;
  return known;
}

bool
cli_read_bytes(const char *value, size_t *out)
{
  char *end;
  errno = 0;
  unsigned long long n = strtoull(value, &end, 10);
  static const char units[] = "KMG";
  const char *unit = *end ? strchr(units, *end & ~0x20) : NULL;
  unsigned shift = unit && *unit ? 10 * (unsigned)(unit - units + 1) : 0;
  bool tail = *end && (!shift || end[1]);
  if (errno || end == value || *value == '-' || tail || !n ||
      n > (SIZE_MAX >> 1) >> shift)
    return false;
  *out = (size_t)n << shift;
  return true;
}

bool
cli_read_threads(const char *value, unsigned *out)
{
  char *end;
  errno = 0;
  unsigned long n = strtoul(value, &end, 10);
  *out = (unsigned)n;
  return !errno && end != value && !*end && *value != '-' && n <= 1024;
}

bool
cli_read_offset(const char *value, int64_t *out)
{
  char *end;
  errno = 0;
  *out = strtoll(value, &end, 10);
  return !errno && end != value && !*end && *out >= 0;
}

cli_rows
cli_rows_named(const char *format)
{
  if (strcasecmp(format, "tsv") == 0 ||
      strcasecmp(format, "text/tab-separated-values") == 0)
    return CLI_TSV;
  if (strcasecmp(format, "csv") == 0 || strcasecmp(format, "text/csv") == 0)
    return CLI_CSV;
  return CLI_NO_ROWS;
}

bool
cli_suffix_of(const char *path, char out[CLI_SUFFIX_ROOM])
{
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  size_t end = strlen(name);
  for (const char *packing = ".gz\0.zst\0"; *packing;
       packing += strlen(packing) + 1)
    if (end > strlen(packing) &&
        strcmp(name + end - strlen(packing), packing) == 0)
      end -= strlen(packing);
  const char *dot = memrchr(name, '.', end);
  size_t n = dot ? end - (size_t)(dot + 1 - name) : 0;
  if (!n || n >= CLI_SUFFIX_ROOM)
    return false;
  memcpy(out, dot + 1, n);
  out[n] = '\0';
  return true;
}

cli_rows
cli_rows_of_file(const char *path)
{
  char suffix[CLI_SUFFIX_ROOM];
  return cli_suffix_of(path, suffix) ? cli_rows_named(suffix) : CLI_NO_ROWS;
}

bool
cli_read_share(const char *value, double *out)
{
  size_t n = strspn(value, "0123456789.");
  if (value[n] || !strpbrk(value, "0123456789"))
    return false;
  double scale = 1, whole = 0;
  bool behind = false;
  for (; *value; value++) {
    if (*value == '.' && behind)
      return false;
    behind |= *value == '.';
    if (*value == '.')
      continue;
    whole = whole * 10 + (*value - '0');
    scale *= behind ? 10 : 1;
  }
  *out = whole / scale;
  return *out <= 1;
}
