/* record.c - stage 1, second half: a record to a document. */
#include "core/fail.h"
#include "core/str.h"
#include "core/utf8.h"
#include "doc.h"
#include "text/read.h"

#include <stdio.h>
#include <stdlib.h>

/* The file's name without its folder and, if it was compressed, without the
 * suffix that says so: the same article has the same id however it is stored.
 */
static ng_str
file_name(const char *path, bool packed)
{
  const char *slash = strrchr(path, '/');
  ng_str name = {slash ? slash + 1 : path, 0};
  name.len = strlen(name.at);
  for (size_t i = name.len; packed && i > 1; i--)
    if (name.at[i - 1] == '.') {
      name.len = i - 1;
      break;
    }
  return name;
}

/* The id of an article that has none: its URL, or its place in a file. */
static ng_status
set_default_id(ng_doc *doc, const ng_record *record, const char *path,
               ng_error *err)
{
  if (doc->id.len)
    return NG_OK;
  if (doc->url.len)
    return ng_doc_set_id(doc, doc->url, err);
  ng_str name = file_name(path, record->packed);
  if (!record->line)
    return ng_doc_set_id(doc, name, err);
  char id[300];
  int n = snprintf(id, sizeof id, "%.*s:%llu",
                   (int)(name.len < 256 ? name.len : 256), name.at,
                   (unsigned long long)record->line);
  return ng_doc_set_id(doc, (ng_str){id, (size_t)n}, err);
}

static ng_str
given(const char *s)
{
  return (ng_str){s ? s : "", s ? strlen(s) : 0};
}

/* What the options say overrules what the input says. */
static void
override(ng_article *article, const ng_options *options)
{
  if (options->date)
    article->date = given(options->date);
  if (options->url)
    article->url = given(options->url);
  if (options->lang)
    article->lang = given(options->lang);
}

static ng_status
make(ng_reading *out, ng_article *article, const ng_options *options,
     ng_error *err)
{
  const char *what =
      options->input == NG_INPUT_AUTO ? ng_not_text(article->text) : NULL;
  if (what)
    return ng_fail(err, NG_ERR_SYNTAX, 0, "this is %s, which is not read%s",
                   what, strchr(what, '(') ? "" : " yet");
  override(article, options);
  ng_date date;
  if (article->date.len && !ng_date_read_published(article->date, &date)) {
    (void)ng_fail(&out->note, NG_OK, 0, "no date (YYYY-MM-DD): '%.*s'",
                  (int)(article->date.len < 40 ? article->date.len : 40),
                  article->date.at);
    article->date.len = 0;
  }
  return ng_doc_new_article(&out->doc, article, options->budget, err);
}

static ng_status
text_doc(ng_reading *out, ng_str bytes, const ng_options *options,
         ng_error *err)
{
  ng_article article = {.text = bytes};
  return make(out, &article, options, err);
}

static ng_status
json_doc(ng_reading *out, ng_str bytes, const ng_options *options,
         ng_error *err)
{
  ng_json_article json;
  NG_TRY(ng_json_read(&json, bytes, options->budget, err));
  ng_status st = make(out, &json.article, options, err);
  ng_json_free(&json);
  return st;
}

/* JSON must be valid UTF-8 before it is parsed; offsets of what was replaced
 * are those of the line. */
static ng_status
repaired_json_doc(ng_reading *out, ng_str bytes, const ng_options *options,
                  ng_error *err)
{
  ng_utf8_plan plan = ng_utf8_measure(bytes);
  if (!plan.n_invalid)
    return json_doc(out, bytes, options, err);
  char *repaired = malloc(plan.len);
  if (!repaired)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_utf8_repair(bytes, repaired);
  ng_status st = json_doc(out, (ng_str){repaired, plan.len}, options, err);
  free(repaired);
  if (st != NG_OK)
    return st;
  out->doc->n_invalid = plan.n_invalid;
  out->doc->invalid_at = plan.first;
  return NG_OK;
}

/* Say where in the input it is. */
static ng_status
located(const ng_record *record, ng_status status, ng_error *err)
{
  if (!err)
    return status;
  char text[sizeof err->text];
  memcpy(text, err->text, sizeof text);
  err->offset += record->offset;
  if (record->line)
    (void)ng_fail(err, status, err->offset, "line %llu: %s",
                  (unsigned long long)record->line, text);
  return status;
}

ng_status
ng_record_read(ng_reading *out, const ng_record *record,
               const ng_record_source *source, ng_error *err)
{
  *out = (ng_reading){0};
  ng_str body = record->json ? ng_str_text(record->bytes) : record->bytes;
  ng_status st = (record->json ? repaired_json_doc
                               : text_doc)(out, body, source->options, err);
  if (st == NG_OK)
    st = set_default_id(out->doc, record, source->path, err);
  if (st != NG_OK) {
    ng_doc_free(out->doc);
    out->doc = NULL;
    return located(record, st, err);
  }
  ng_doc *doc = out->doc;
  doc->invalid_at += record->offset + (record->bytes.len - body.len);
  if (doc->n_invalid)
    (void)ng_fail(&out->note, NG_OK, doc->invalid_at,
                  "%zu invalid UTF-8 sequence(s) read as U+FFFD",
                  doc->n_invalid);
  else
    out->note.offset = record->offset;
  return NG_OK;
}
