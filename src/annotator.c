/* annotator.c - what every article is read with: bases, model, lexicon. */
#include "core/fail.h"
#include "core/str.h"
#include "emit/emit.h"
#include "extract/lexicon/lexicon.h"
#include "pipeline.h"
#include "text/model.h"

#include <stdlib.h>
#include <unistd.h>

static ng_status
check_options(const ng_options *o, ng_error *err)
{
  ng_date date;
  if (o->mentions > NG_MENTIONS_ALL || o->input > NG_INPUT_JSON ||
      o->offsets > NG_UTF16 || o->profile > NG_PROFILE_FISE)
    return ng_fail(err, NG_ERR_USAGE, 0, "an option is none of its choices");
  if (o->lang && !ng_is_language((ng_str){o->lang, strlen(o->lang)}))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "'%s' is not a language tag (en, pt-BR)", o->lang);
  if (!(o->min_confidence >= 0 && o->min_confidence <= 1))
    return ng_fail(err, NG_ERR_USAGE, 0, "a confidence is from 0 to 1");
  if (o->date && !ng_date_read_day((ng_str){o->date, strlen(o->date)}, &date))
    return ng_fail(err, NG_ERR_USAGE, 0, "'%s' is not a date (YYYY-MM-DD)",
                   o->date);
  if (!o->base || !ng_is_base((ng_str){o->base, strlen(o->base)}))
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "'%s' is not an absolute IRI without a fragment",
                   o->base ? o->base : "");
  return NG_OK;
}

/* The types that `list`, an option's value, names. */
static ng_status
read_types(const char *list, uint64_t *out, ng_error *err)
{
  ng_str unknown;
  if (ng_types_read((ng_str){list, strlen(list)}, out, &unknown))
    return NG_OK;
  return ng_fail(err, NG_ERR_USAGE, 0,
                 "no type '%.*s'; there are person, place, organization, event "
                 "and more: see 'newsgraph mentions --help'",
                 (int)(unknown.len < 40 ? unknown.len : 40), unknown.at);
}

/* Which types' mentions are not shown. */
static ng_status
hide_types(const ng_options *o, uint64_t *hidden, ng_error *err)
{
  uint64_t named;
  *hidden = 0;
  if (o->types) {
    NG_TRY(read_types(o->types, &named, err));
    *hidden = ~named;
  }
  if (o->not_types) {
    NG_TRY(read_types(o->not_types, &named, err));
    *hidden |= named;
  }
  return NG_OK;
}

/* Say which file it is, where the library could not know. */
static ng_status
name_file(const char *path, ng_status status, ng_error *err)
{
  char text[sizeof err->text];
  if (!err || strstr(err->text, path))
    return status;
  memcpy(text, err->text, sizeof text);
  return ng_fail(err, status, 0, "%s: %s", path, text);
}

static ng_status
open_lexicon(ng_annotator *annotator, ng_error *err)
{
  const ng_options *o = &annotator->options;
  NG_TRY(ng_lexicon_new(&annotator->lexicon, err));
  NG_TRY(ng_lexicon_add_builtin(annotator->lexicon, err));
  for (size_t i = 0; i < o->n_lexicons; i++)
    NG_TRY(ng_lexicon_add_file(annotator->lexicon, o->lexicons[i], err));
  ng_lexicon_pack(annotator->lexicon);
  return NG_OK;
}

/* What events need: a model and patterns. */
static ng_status
open_extraction(ng_annotator *annotator, ng_error *err)
{
  const char *name = annotator->options.model;
  if (name && strcmp(name, "none") == 0)
    return NG_OK;
  NG_TRY(open_lexicon(annotator, err));
  const char *path = ng_model_path(name ? name : ng_model_default());
  if (name || access(path, R_OK) == 0) {
    ng_status st = ng_model_open(&annotator->model, path, err);
    if (st != NG_OK)
      return name_file(path, st, err);
  }
  annotator->context.model = annotator->model;
  annotator->context.lexicon = annotator->lexicon;
  return NG_OK;
}

ng_status
ng_annotator_new(ng_annotator **out, ng_kb *const *kbs, size_t n_kbs,
                 const ng_options *options, ng_error *err)
{
  *out = NULL;
  NG_TRY(check_options(options, err));
  if (n_kbs > NG_MAX_BASES)
    return ng_fail(err, NG_ERR_USAGE, 0, "more than %d knowledge bases",
                   NG_MAX_BASES);
  ng_annotator *annotator = calloc(1, sizeof *annotator);
  if (!annotator)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  annotator->options = *options;
  annotator->context.options = &annotator->options;
  ng_status st = hide_types(options, &annotator->context.hidden, err);
  for (size_t i = 0; i < n_kbs; i++)
    annotator->context.bases.at[annotator->context.bases.n++] = kbs[i];
  if (st == NG_OK)
    st = open_extraction(annotator, err);
  if (st != NG_OK) {
    ng_annotator_free(annotator);
    return st;
  }
  *out = annotator;
  return NG_OK;
}

void
ng_annotator_free(ng_annotator *annotator)
{
  if (!annotator)
    return;
  ng_model_close(annotator->model);
  ng_lexicon_free(annotator->lexicon);
  free(annotator);
}
