#include "doc.h"
#include "core/fail.h"
#include "core/utf8.h"

#include <stdlib.h>

/* What follows the text, so that a reader of 64 bytes needs no bound. */
enum { PADDING = 64 };

/* Between a separate title and the body: a paragraph break. */
enum { BREAK = 2 }; /* newlines */

static ng_status
too_big(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "article exceeds its memory budget");
}

/* Copy `s` into the document, zero-terminated for C callers. */
static bool
copy(ng_doc *doc, ng_str s, ng_str *out)
{
  char *at = NG_NEW(&doc->arena, char, s.len + 1);
  if (!at)
    return false;
  if (s.len)
    memcpy(at, s.at, s.len);
  *out = (ng_str){at, s.len};
  return true;
}

/* The same for a string that is not checked yet. */
static bool
copy_repaired(ng_doc *doc, ng_str s, ng_str *out)
{
  ng_utf8_plan plan = ng_utf8_measure(s);
  if (!plan.n_invalid)
    return copy(doc, s, out);
  char *at = NG_NEW(&doc->arena, char, plan.len + 1);
  if (!at)
    return false;
  ng_utf8_repair(s, at);
  *out = (ng_str){at, plan.len};
  return true;
}

static bool
is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static size_t
skip_space(ng_str s, size_t i)
{
  while (i < s.len && is_space(s.at[i]))
    i++;
  return i;
}

/* Where prose starts in `s`: behind a byte-order mark, white space, and a
 * leading `date YYYY-MM-DD`, which goes to *date. */
static size_t
prose_start(ng_str s, ng_date *date)
{
  ng_str mark = NG_LIT("\xef\xbb\xbf"), word = NG_LIT("date");
  bool marked = s.len >= mark.len && !memcmp(s.at, mark.at, mark.len);
  size_t start = skip_space(s, marked ? mark.len : 0);
  size_t i = skip_space(s, start + word.len);
  if (s.len - start < word.len ||
      memcmp(s.at + start, word.at, word.len) != 0 || i == start + word.len)
    return start;
  ng_date found;
  size_t n = ng_date_parse(ng_str_slice(s, i, s.len), &found);
  if (n != 10 || (i + n < s.len && !is_space(s.at[i + n])))
    return start;
  *date = found;
  return skip_space(s, i + n);
}

/* Lay out title and body: see the drawing in doc.h. */
static ng_status
set_text(ng_doc *doc, ng_str title, ng_str text, ng_error *err)
{
  ng_utf8_plan head = ng_utf8_measure(title), body = ng_utf8_measure(text);
  size_t gap = head.len ? BREAK : 0, start = head.len + gap;
  if (start + body.len >= UINT32_MAX - PADDING)
    return too_big(err);
  char *at = NG_NEW(&doc->arena, char, start + body.len + PADDING);
  if (!at)
    return too_big(err);
  ng_utf8_repair(title, at);
  memset(at + head.len, '\n', gap);
  ng_utf8_repair(text, at + start);
  doc->text = (ng_str){at, start + body.len};
  doc->title = (ng_str){at, head.len};
  doc->n_invalid = head.n_invalid + body.n_invalid;
  doc->invalid_at = body.n_invalid ? body.first : head.first;

  ng_part parts[] = {{{0, (uint32_t)head.len}, 0, NG_PART_TITLE},
                     {{(uint32_t)start, (uint32_t)(start + body.len)},
                      (uint32_t)start,
                      NG_PART_BODY}};
  parts[1].prose += (uint32_t)prose_start(
      ng_str_slice(doc->text, start, doc->text.len), &doc->date);
  for (size_t i = head.len ? 0 : 1; i < 2; i++)
    if (!NG_PUSH(&doc->arena, &doc->parts, parts[i]))
      return too_big(err);
  return NG_OK;
}

static ng_status
set_facts(ng_doc *doc, const ng_article *article, ng_error *err)
{
  NG_TRY(ng_doc_set_id(doc, article->id, err));
  NG_TRY(ng_doc_set_url(doc, article->url, err));
  if (!copy_repaired(doc, article->lang, &doc->lang))
    return too_big(err);
  return article->date.len ? ng_doc_set_date(doc, article->date, err) : NG_OK;
}

ng_status
ng_doc_new_article(ng_doc **out, const ng_article *article, size_t budget,
                   ng_error *err)
{
  *out = NULL;
  ng_doc *doc = calloc(1, sizeof *doc);
  if (!doc)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_arena_init(&doc->arena, budget);
  ng_status st = set_text(doc, article->title, article->text, err);
  if (st == NG_OK)
    st = set_facts(doc, article, err);
  if (st != NG_OK) {
    ng_doc_free(doc);
    return st;
  }
  *out = doc;
  return NG_OK;
}

ng_status
ng_doc_new(ng_doc **out, ng_str text, size_t budget, ng_error *err)
{
  return ng_doc_new_article(out, &(ng_article){.text = text}, budget, err);
}

void
ng_doc_free(ng_doc *doc)
{
  if (doc)
    ng_arena_release(&doc->arena);
  free(doc);
}

ng_status
ng_doc_set_id(ng_doc *doc, ng_str id, ng_error *err)
{
  return copy_repaired(doc, id, &doc->id) ? NG_OK : too_big(err);
}

ng_status
ng_doc_set_url(ng_doc *doc, ng_str url, ng_error *err)
{
  static const char space[] = " \t\r\n"; /* feeds break lines around it */
  while (url.len && memchr(space, url.at[0], sizeof space - 1))
    url = ng_str_slice(url, 1, url.len);
  while (url.len && memchr(space, url.at[url.len - 1], sizeof space - 1))
    url.len--;
  return copy_repaired(doc, url, &doc->url) ? NG_OK : too_big(err);
}

ng_status
ng_doc_set_date(ng_doc *doc, ng_str date, ng_error *err)
{
  ng_date parsed = 0;
  if (date.len && !ng_date_read_published(date, &parsed))
    return ng_fail(err, NG_ERR_USAGE, 0, "'%.*s' is not a date (YYYY-MM-DD)",
                   (int)(date.len < 40 ? date.len : 40), date.at);
  doc->date = parsed;
  return NG_OK;
}

ng_str
ng_doc_id(const ng_doc *doc)
{
  return doc->id;
}

size_t
ng_doc_date(const ng_doc *doc, char out[NG_DATE_ROOM])
{
  return ng_date_text(doc->date, out);
}

ng_str
ng_doc_text(const ng_doc *doc, ng_span span)
{
  size_t end = span.end < doc->text.len ? span.end : doc->text.len;
  size_t begin = span.begin < end ? span.begin : end;
  return ng_str_slice(doc->text, begin, end);
}

size_t
ng_doc_invalid(const ng_doc *doc, uint64_t *first)
{
  if (doc->n_invalid)
    *first = doc->invalid_at;
  return doc->n_invalid;
}

uint32_t
ng_doc_part(const ng_doc *doc, uint32_t offset)
{
  uint32_t i = doc->parts.n - 1;
  while (i > 0 && doc->parts.at[i].span.begin > offset)
    i--;
  return i;
}

static size_t
units(ng_str s, ng_offset_unit unit)
{
  switch (unit) {
  case NG_CODEPOINTS:
    return ng_utf8_count(s);
  case NG_UTF16:
    return ng_utf16_count(s);
  case NG_BYTES:
    break;
  }
  return s.len;
}

uint32_t
ng_offset_in(ng_offsets *offsets, uint32_t offset)
{
  const ng_doc *doc = offsets->doc;
  uint32_t part = ng_doc_part(doc, offset);
  if (offsets->part != part + 1 || offset < offsets->byte) {
    offsets->part = part + 1;
    offsets->byte = doc->parts.at[part].span.begin;
    offsets->count = 0;
  }
  ng_str between = ng_str_slice(doc->text, offsets->byte, offset);
  offsets->count += (uint32_t)units(between, offsets->unit);
  offsets->byte = offset;
  return offsets->count;
}

ng_span
ng_span_in(ng_offsets *offsets, ng_span span)
{
  uint32_t begin = ng_offset_in(offsets, span.begin);
  return (ng_span){begin, ng_offset_in(offsets, span.end)};
}
