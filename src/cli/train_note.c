/* train_note.c - newsgraph train note: what is known of a model only once it is
 * made, its scores, put into it. */
#include "cli/choose.h"
#include "cli/train.h"
#include "core/fail.h"
#include "core/replace.h"
#include "train/train.h"

#include <getopt.h>
#include <stdio.h>

static const char usage[] =
    "Usage: newsgraph train note MODEL [KEY=VALUE...]\n"
    "\n"
    "Write notes into a fast model, such as its scores, in the place of those "
    "of\n"
    "the same key; without one, print what the model says of itself.\n";

static bool
is_given(ng_str key, int n, char **notes)
{
  for (int i = 0; i < n; i++)
    if (strncmp(notes[i], key.at, key.len) == 0 && notes[i][key.len] == '=')
      return true;
  return false;
}

static void
put_pair(ng_buf *info, ng_str key, ng_str value)
{
  ng_buf_str(info, key);
  ng_buf_char(info, 0);
  ng_buf_str(info, value);
  ng_buf_char(info, 0);
}

/* What `model` says of itself, but for what the notes say anew. */
static ng_status
put_notes(const ng_model *model, int n, char **notes, ng_buf *info,
          ng_error *err)
{
  ng_str key, value;
  for (uint32_t i = 0; ng_model_info_at(model, i, &key, &value); i++)
    if (!is_given(key, n, notes))
      put_pair(info, key, value);
  for (int i = 0; i < n; i++) {
    const char *equals = strchr(notes[i], '=');
    if (!equals || equals == notes[i])
      return ng_fail(err, NG_ERR_USAGE, 0, "not KEY=VALUE: '%s'", notes[i]);
    put_pair(info, (ng_str){notes[i], (size_t)(equals - notes[i])},
             (ng_str){equals + 1, strlen(equals + 1)});
  }
  return info->failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory") : NG_OK;
}

static ng_status
write_notes(const char *path, int n, char **notes, ng_error *err)
{
  ng_model *model;
  ng_buf info = {0}, bytes = {0};
  NG_TRY(ng_model_open(&model, path, err));
  ng_status status = put_notes(model, n, notes, &info, err);
  if (status == NG_OK)
    status = ng_model_describe(model, (ng_str){info.at, info.len}, &bytes, err);
  ng_model_close(model);
  if (status == NG_OK)
    status = ng_replace_file(path, (ng_str){bytes.at, bytes.len}, err);
  ng_buf_release(&info);
  ng_buf_release(&bytes);
  return status;
}

static ng_status
print_notes(const char *path, ng_error *err)
{
  ng_model *model;
  ng_str key, value;
  NG_TRY(ng_model_open(&model, path, err));
  for (uint32_t i = 0; ng_model_info_at(model, i, &key, &value); i++)
    (void)printf("%.*s\t%.*s\n", (int)key.len, key.at, (int)value.len,
                 value.at);
  ng_model_close(model);
  return NG_OK;
}

int
train_note(int argc, char **argv)
{
  ng_error err = {0};
  int wrong = cli_only_files("train", usage, argc, argv);
  if (wrong >= 0)
    return wrong;
  const char *model = argv[optind];
  int n = argc - optind - 1;
  ng_status status = n == 0 ? print_notes(model, &err)
                            : write_notes(model, n, argv + optind + 1, &err);
  if (status == NG_OK)
    return 0;
  const char *in = strstr(err.text, model) ? "" : model;
  (void)fprintf(stderr, "newsgraph: %s%s%s\n", in, *in ? ": " : "", err.text);
  return status == NG_ERR_USAGE ? 2 : 1;
}
