#include "cli/parts.h"
#include "core/date.h"
#include "core/fail.h"
#include "core/replace.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The name of part `n`: its number before the first dot of the file's name. */
static char *
part_name(const cli_parts *p, unsigned n)
{
  const char *slash = strrchr(p->path, '/');
  const char *dot = strchr(slash ? slash : p->path, '.');
  size_t head = dot ? (size_t)(dot - p->path) : strlen(p->path);
  size_t room = strlen(p->path) + 16;
  char *name = malloc(room);
  if (name && p->split)
    (void)snprintf(name, room, "%.*s-%06u%s", (int)head, p->path, n,
                   p->path + head);
  else if (name)
    (void)snprintf(name, room, "%s", p->path);
  return name;
}

static ng_status
open_part(cli_parts *p, ng_error *err)
{
  char *name = p->path ? part_name(p, ++p->n) : NULL;
  if (p->path && !name)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  p->written = 0;
  ng_status st = ng_output_open(&p->output, name, err);
  free(name);
  return st;
}

/* SOURCE_DATE_EPOCH, in seconds; -1 without it, so that a build can be had
 * again byte by byte; false if it is no day of a year of four figures. */
static bool
read_epoch(long long *seconds)
{
  const char *epoch = getenv("SOURCE_DATE_EPOCH");
  const long long last = 253402300799; /* 9999-12-31 */
  *seconds = -1;
  if (!epoch || !*epoch)
    return true;
  char *end;
  *seconds = strtoll(epoch, &end, 10);
  return ng_is_digit(*epoch) && !*end && *seconds <= last;
}

ng_status
cli_parts_open(cli_parts *parts, ng_error *err)
{
  if (parts->split && (!parts->path || strcmp(parts->path, "-") == 0))
    return ng_fail(err, NG_ERR_USAGE, 0, "--split needs -o FILE");
  long long seconds;
  if (parts->void_path && !read_epoch(&seconds))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "SOURCE_DATE_EPOCH is not a number of seconds: '%.40s'",
                   getenv("SOURCE_DATE_EPOCH"));
  return open_part(parts, err);
}

ng_status
cli_parts_write(cli_parts *p, ng_str bytes, ng_error *err)
{
  if (p->split && p->written && p->written + bytes.len > p->split) {
    ng_output *full = p->output;
    p->output = NULL;
    NG_TRY(ng_output_close(full, true, err));
    NG_TRY(open_part(p, err));
  }
  p->written += bytes.len;
  if (p->void_path)
    ng_census_take(&p->census, bytes);
  return ng_output_write(p->output, bytes, err);
}

ng_status
cli_parts_flush(cli_parts *parts, ng_error *err)
{
  return ng_output_flush(parts->output, err);
}

static const char *
build_date(char text[NG_DATE_TEXT])
{
  long long seconds;
  if (!read_epoch(&seconds) || seconds < 0)
    return NULL;
  (void)ng_date_text(ng_date_from_days((int32_t)(seconds / 86400)), text);
  return text;
}

static ng_status
describe(cli_parts *p, ng_error *err)
{
  char date[NG_DATE_TEXT];
  ng_buf out = {0};
  ng_census_file *files = calloc(p->n + 1, sizeof *files);
  char **names = calloc(p->n + 1, sizeof(char *));
  bool fine = files && names;
  for (unsigned i = 0; fine && p->path && i < p->n; i++) {
    struct stat st;
    names[i] = part_name(p, i + 1);
    fine = names[i] != NULL;
    uint64_t size = fine && stat(names[i], &st) == 0 ? (uint64_t)st.st_size : 0;
    files[i] = (ng_census_file){names[i], p->media, size};
  }
  if (fine)
    ng_census_write(&p->census, files, p->n, build_date(date), &out);
  fine = fine && !out.failed && !p->census.failed;
  ng_status st =
      fine ? ng_replace_file(p->void_path, (ng_str){out.at, out.len}, err)
           : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  for (unsigned i = 0; names && i < p->n; i++)
    free(names[i]);
  free(names);
  free(files);
  ng_buf_release(&out);
  return st;
}

/* A part that an earlier build left behind the last of this one would be loaded
 * with them. */
static void
tell_of_older(const cli_parts *p)
{
  char *name = part_name(p, p->n + 1);
  if (name && access(name, F_OK) == 0)
    (void)fprintf(stderr,
                  "newsgraph: '%s' and what follows it are of an earlier "
                  "run: remove them before you load the parts\n",
                  name);
  free(name);
}

ng_status
cli_parts_close(cli_parts *parts, bool keep, ng_error *err)
{
  ng_status st = ng_output_close(parts->output, keep, err);
  parts->output = NULL;
  if (st == NG_OK && keep && parts->split)
    tell_of_older(parts);
  if (st == NG_OK && keep && parts->void_path)
    st = describe(parts, err);
  ng_census_release(&parts->census);
  return st;
}
