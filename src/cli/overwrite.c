#include "cli/overwrite.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Is there a file at `output` already? */
static bool
is_file(const char *output, struct stat *out)
{
  return output && strcmp(output, "-") != 0 && stat(output, out) == 0 &&
         S_ISREG(out->st_mode);
}

static bool
is_input(const struct stat *out, const char *path)
{
  struct stat in;
  bool there = strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &in) == 0
                                      : stat(path, &in) == 0;
  return there && in.st_dev == out->st_dev && in.st_ino == out->st_ino;
}

const char *
cli_overwritten(const char *output, const char *const *inputs, size_t n)
{
  struct stat out;
  if (!is_file(output, &out))
    return NULL;
  for (size_t i = 0; i < n; i++)
    if (is_input(&out, inputs[i]))
      return inputs[i];
  return NULL;
}

/* --- of the commands that read articles ----------------------------------- */

/* What is read besides the articles. */
static const char *
beside(const cli_request *r, const struct stat *out)
{
  const char *const files[] = {r->spans, r->inputs.list, r->options.model};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (files[i] && is_input(out, files[i]))
      return files[i];
  for (size_t i = 0; i < r->n_kbs; i++)
    if (is_input(out, r->kbs[i]))
      return r->kbs[i];
  for (size_t i = 0; i < r->options.n_lexicons; i++)
    if (is_input(out, r->lexicons[i]))
      return r->lexicons[i];
  return NULL;
}

/* An article, into `name`: each is looked at, but not opened. */
static bool
is_article(const cli_request *r, const struct stat *out, char name[PATH_MAX])
{
  ng_walk_from from = r->inputs;
  struct stat list;
  if (from.list && (strcmp(from.list, "-") == 0 || stat(from.list, &list) ||
                    !S_ISREG(list.st_mode)))
    from.list = NULL;
  if (r->inputs.list && !from.list && !from.n_paths)
    return false; /* not even standard input */
  ng_walk *walk;
  if (ng_walk_new(&walk, &from, NULL) != NG_OK)
    return false;
  bool found = false;
  ng_status st = NG_OK;
  while (!found && st != NG_END) {
    const char *path = NULL;
    ng_error err = {0};
    st = ng_walk_next(walk, &path, &err);
    found = st == NG_OK && is_input(out, path);
    if (found)
      (void)snprintf(name, PATH_MAX, "%s",
                     strcmp(path, "-") == 0 ? "standard input" : path);
  }
  ng_walk_free(walk);
  return found;
}

static bool
overwrites(const cli_request *r, const char *output, char name[PATH_MAX])
{
  struct stat out;
  if (!is_file(output, &out))
    return false;
  const char *path = beside(r, &out);
  if (!path)
    return is_article(r, &out, name);
  (void)snprintf(name, PATH_MAX, "%s", path);
  return true;
}

bool
cli_request_overwrites(const cli_request *r, char name[PATH_MAX])
{
  if (r->output && r->void_path && strcmp(r->output, r->void_path) == 0) {
    (void)snprintf(name, PATH_MAX, "%s", r->output);
    return true;
  }
  return overwrites(r, r->output, name) || overwrites(r, r->void_path, name);
}
