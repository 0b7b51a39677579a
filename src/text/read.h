/* read.h - stage 1: bytes of a file to articles.
 *
 * Reading is cut in two, so that threads can share it: ng_reader_record() finds
 * where the next article's bytes are, in order, on one thread;
 * ng_record_read() makes a document of them, on any thread.
 *
 *   file --decompress--> bytes --cut--> record --parse, repair--> ng_doc
 */
#ifndef NG_READ_H
#define NG_READ_H

#include "core/input.h"
#include "newsgraph.h"
#include "text/flat_json.h"

/* The bytes of one article. */
typedef struct {
  ng_str bytes;    /* borrowed from the reader until its next record */
  uint64_t offset; /* of the first in the input, decompressed */
  uint64_t line;   /* of a file of JSON lines, from 1; 0: plain text or the
                      file's one JSON object */
  bool json;
  bool packed; /* the file was compressed */
} ng_record;

/* The next record; NG_END after the last.  Errors as ng_reader_next(). */
ng_status ng_reader_record(ng_reader *reader, ng_record *out, ng_error *err);

/* See ng_input_on_wait(). */
void ng_reader_on_wait(ng_reader *reader, ng_input_wait *wait, void *to);

/* What a record is read with. */
typedef struct {
  const char *path; /* of its file: its name is the article's id if it has none
                       of its own */
  const ng_options *options;
} ng_record_source;

/* What becomes of a record.  The caller owns `doc`. */
typedef struct {
  ng_doc *doc;
  ng_error note; /* what is odd but no failure (invalid UTF-8, a date that is
                    none); status NG_OK; its text is empty if nothing is */
} ng_reading;

/* Make a document of a record. */
ng_status ng_record_read(ng_reading *out, const ng_record *record,
                         const ng_record_source *source, ng_error *err);

/* --- inside the reader ---------------------------------------------------- */

/* Does `s` begin like something that is no article? What it is ("an HTML
 * page"), or NULL. */
const char *ng_not_text(ng_str s);

/* Is `s`, the beginning of a file, made of other things than characters of
 * UTF-8 or Latin-1?  What it is ("UTF-16 text"), or NULL. */
const char *ng_not_characters(ng_str s);

/* Is the last suffix of the file's name, before that of a compressed one, among
 * `suffixes`, which stand between spaces? */
bool ng_path_is(const char *path, const char *suffixes);

/* The kind of input that starts with `s`, white space skipped. */
typedef enum {
  NG_FORM_TEXT,
  NG_FORM_JSON_LINES,
  NG_FORM_JSON_WHOLE, /* one object over several lines */
  NG_FORM_JSON_ARRAY,
} ng_input_form;

ng_input_form ng_form_of(ng_str s);

/* The fields of a JSON object that make an article, also as ninjs and
 * schema.org name them. Strings are borrowed from `owner`, which the caller
 * ends with ng_json_free(). */
typedef struct {
  ng_article article;
  void *owner;  /* jansson's, or NULL */
  ng_flat flat; /* else */
} ng_json_article;

ng_status ng_json_read(ng_json_article *out, ng_str bytes, size_t budget,
                       ng_error *err);
void ng_json_free(ng_json_article *json);

/* The same by a tree of all that is in the object: what ng_json_read() does
 * where the object is not flat. */
ng_status ng_json_read_tree(ng_json_article *out, ng_str bytes, size_t budget,
                            ng_error *err);

#endif /* NG_READ_H */
