/* read.c - stage 1: files to records. */
#include "text/read.h"
#include "core/fail.h"
#include "core/str.h"

#include <stdlib.h>

struct ng_reader {
  ng_input *input;
  const ng_options *options;
  char *path;

  ng_buf window;  /* read and not given out: [pos, window.len) */
  size_t pos;     /* where the next record starts */
  size_t scanned; /* window bytes before it hold no line end */
  uint64_t base;  /* offset in the input of window.at[0] */
  uint64_t line;  /* of the record at pos, from 1 */
  ng_input_form form;
  bool begun, at_end;
  ng_status failed; /* what ended the input, told once all before it is out */
  ng_error why;
};

ng_status
ng_reader_open(ng_reader **out, const char *path, const ng_options *options,
               ng_error *err)
{
  *out = NULL;
  ng_reader *reader = calloc(1, sizeof *reader);
  if (!reader || !(reader->path = strdup(path))) {
    free(reader);
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  }
  reader->options = options;
  reader->line = 1;
  ng_status st = ng_input_open(&reader->input, path, err);
  if (st != NG_OK) {
    ng_reader_close(reader);
    return st;
  }
  *out = reader;
  return NG_OK;
}

void
ng_reader_close(ng_reader *reader)
{
  if (!reader)
    return;
  ng_input_close(reader->input);
  ng_buf_release(&reader->window);
  free(reader->path);
  free(reader);
}

void
ng_reader_on_wait(ng_reader *reader, ng_input_wait *wait, void *to)
{
  ng_input_on_wait(reader->input, wait, to);
}

/* Read one more piece of the input.  Its failure ends it, but is told only when
 * what came before has been given out. */
static void
read_on(ng_reader *r)
{
  if (r->pos > 0 && r->pos >= r->window.len / 2) {
    memmove(r->window.at, r->window.at + r->pos, r->window.len - r->pos);
    r->window.len -= r->pos;
    r->scanned -= r->pos;
    r->base += r->pos;
    r->pos = 0;
  }
  ng_status st = ng_input_read(r->input, &r->window, &r->why);
  if (st == NG_OK)
    return;
  r->at_end = true;
  r->failed = st == NG_END ? NG_OK : st;
}

static ng_str
rest(const ng_reader *r)
{
  return (ng_str){r->window.at ? r->window.at + r->pos : "",
                  r->window.len - r->pos};
}

/* Give out nothing more. */
static void
stop(ng_reader *r)
{
  r->at_end = true;
  r->failed = NG_OK;
  r->base += r->window.len;
  r->window.len = r->pos = r->scanned = 0;
  r->form = NG_FORM_JSON_LINES; /* of which there is none left */
}

/* What the input is that is no article, or NULL: by its first bytes, else by
 * its name. */
static const char *
see_what(const ng_reader *r)
{
  const char *what = ng_not_text(rest(r));
  if (what || r->form != NG_FORM_TEXT)
    return what;
  if (ng_path_is(r->path, " html htm xhtml "))
    return ng_not_text(NG_LIT("<html"));
  if (ng_path_is(r->path, " csv tsv "))
    return "a table (csvjson --stream makes JSON lines of it)";
  return ng_not_characters(rest(r));
}

/* See what the input is. */
static ng_status
begin(ng_reader *r, ng_error *err)
{
  r->begun = true;
  read_on(r);
  ng_input_choice choice = r->options->input;
  r->form = choice == NG_INPUT_TEXT ? NG_FORM_TEXT : ng_form_of(rest(r));
  const char *what = choice == NG_INPUT_AUTO ? see_what(r) : NULL;
  if (r->form == NG_FORM_TEXT &&
      (choice == NG_INPUT_JSON ||
       (choice == NG_INPUT_AUTO && ng_path_is(r->path, " json jsonl ndjson "))))
    r->form = NG_FORM_JSON_LINES;
  if (!what && r->form == NG_FORM_JSON_ARRAY)
    what = "a JSON array, not an object a line (jq -c '.[]' makes one)";
  if (!what)
    return NG_OK;
  stop(r);
  return ng_fail(err, NG_ERR_SYNTAX, 0, "this is %s, which is not read%s", what,
                 strchr(what, '(') ? "" : " yet");
}

/* What ended the input early, once. */
static ng_status
ending(ng_reader *r, ng_error *err)
{
  ng_status st = r->failed;
  if (st == NG_OK)
    return NG_END;
  if (err)
    *err = r->why;
  stop(r);
  return st;
}

static ng_status
too_long(const ng_reader *r, const char *what, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, r->base + r->pos,
                 "%s of more than %zu bytes", what, r->options->budget);
}

/* All of the input, as one article. */
static ng_status
whole_record(ng_reader *r, ng_record *out, ng_error *err)
{
  while (!r->at_end && r->window.len <= r->options->budget)
    read_on(r);
  if (r->window.len > r->options->budget) {
    ng_status st = too_long(r, "an article", err);
    stop(r);
    return st;
  }
  if (r->failed != NG_OK) /* half an article is none */
    return ending(r, err);
  *out = (ng_record){.bytes = rest(r), .json = r->form != NG_FORM_TEXT};
  r->form = NG_FORM_JSON_LINES; /* of which there is none left */
  r->pos = r->scanned = r->window.len;
  return NG_OK;
}

/* Find the end of the line at `pos`: the offset behind it, or 0 if it is not in
 * the window. */
static size_t
line_end(ng_reader *r)
{
  size_t from = r->scanned > r->pos ? r->scanned : r->pos;
  const char *lf = from < r->window.len
                       ? memchr(r->window.at + from, '\n', r->window.len - from)
                       : NULL;
  r->scanned = lf ? (size_t)(lf - r->window.at) : r->window.len;
  return lf ? (size_t)(lf - r->window.at) + 1 : 0;
}

/* Read past a line that is too long, keeping none of it. */
static void
skip_line(ng_reader *r)
{
  size_t end = line_end(r);
  while (!end && !r->at_end) {
    r->pos = r->scanned = r->window.len;
    read_on(r);
    end = line_end(r);
  }
  r->pos = end ? end : r->window.len;
  r->scanned = r->pos;
  r->line++;
}

static bool
is_blank(ng_str s)
{
  for (size_t i = 0; i < s.len; i++)
    if (s.at[i] != ' ' && s.at[i] != '\t' && s.at[i] != '\r' && s.at[i] != '\n')
      return false;
  return true;
}

/* The next line that is not blank. */
static ng_status
line_record(ng_reader *r, ng_record *out, ng_error *err)
{
  for (;;) {
    size_t end = line_end(r);
    if (!end && !r->at_end && r->window.len - r->pos <= r->options->budget) {
      read_on(r);
      continue;
    }
    ng_str line =
        ng_str_slice(rest(r), 0, (end ? end : r->window.len) - r->pos);
    if (line.len > r->options->budget) {
      ng_status st = too_long(r, "a line", err);
      skip_line(r);
      return st;
    }
    if (!end && (!line.len || r->failed != NG_OK)) /* half a line is none */
      return ending(r, err);
    *out = (ng_record){.bytes = line,
                       .offset = r->base + r->pos,
                       .line = r->line++,
                       .json = true};
    r->pos += line.len;
    r->scanned = r->pos;
    if (!is_blank(line))
      return NG_OK;
  }
}

ng_status
ng_reader_record(ng_reader *r, ng_record *out, ng_error *err)
{
  if (!r->begun)
    NG_TRY(begin(r, err));
  NG_TRY(r->form == NG_FORM_JSON_LINES ? line_record(r, out, err)
                                       : whole_record(r, out, err));
  out->packed = ng_input_compression(r->input) != NULL;
  return NG_OK;
}

ng_status
ng_reader_next(ng_reader *reader, ng_doc **out, ng_error *err)
{
  *out = NULL;
  ng_record record;
  ng_reading reading;
  ng_record_source source = {reader->path, reader->options};
  NG_TRY(ng_reader_record(reader, &record, err));
  NG_TRY(ng_record_read(&reading, &record, &source, err));
  *out = reading.doc;
  return NG_OK;
}
