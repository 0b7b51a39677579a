#include "test.h"

#include "core/str.h"
#include "doc.h"
#include "text/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* A reader over `bytes`, and what it is read with. */
typedef struct {
  ng_options options;
  ng_reader *reader;
  int file;
} fixture;

static void
open_bytes(fixture *f, ng_str bytes, size_t budget)
{
  char path[64];
  ng_options_init(&f->options);
  f->options.budget = budget;
  f->file = memfd_create("input", MFD_CLOEXEC);
  assert_int_equal(write(f->file, bytes.at, bytes.len), bytes.len);
  (void)snprintf(path, sizeof path, "/proc/self/fd/%d", f->file);
  assert_int_equal(ng_reader_open(&f->reader, path, &f->options, NULL), NG_OK);
}

static void
close_bytes(fixture *f)
{
  ng_reader_close(f->reader);
  (void)close(f->file);
}

/* What the reader gives, one item after the other: an article as title|text, a
 * failure as !status@offset. */
static void
describe(fixture *f, char *out, size_t cap)
{
  size_t n = 0;
  ng_status st = NG_OK;
  for (out[0] = '\0'; st != NG_END && n < cap;) {
    ng_doc *doc;
    ng_error err = {0};
    st = ng_reader_next(f->reader, &doc, &err);
    const char *space = n ? " " : "";
    if (st == NG_OK) {
      ng_span body = doc->parts.at[doc->parts.n - 1].span;
      ng_str text = ng_doc_text(doc, body);
      n += (size_t)snprintf(out + n, cap - n, "%s%.*s|%.*s", space,
                            NG_ARG(doc->title), NG_ARG(text));
    } else if (st != NG_END) {
      n += (size_t)snprintf(out + n, cap - n, "%s!%d@%d", space, st,
                            (int)err.offset);
    }
    ng_doc_free(doc);
  }
}

static const struct {
  ng_str bytes;
  const char *want;
} cases[] = {
    {{"", 0}, "|"},
    {{"Plain.", 6}, "|Plain."},
    {{"{ is no JSON", 12}, "|{ is no JSON"},
    {{"{\"text\":\"a\"}", 12}, "|a"},
    {{"{\"text\":\"a\"}\r\n\n{\"text\":\"b\"}\n", 28}, "|a |b"},
    {{"\xef\xbb\xbf{\"text\":\"a\"}\n", 16}, "|a"},
    {{"{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"c\"}", 34}, "|a !4@21 |c"},
    {{"{\"text\":\"\"}", 11}, "|"},
    {{"{\"title\":\"t\"}", 13}, "t|"},
    {{"{\"headline\":\"h\",\"title\":\"t\",\"articleBody\":\"b\"}", 46}, "h|b"},
    {{"{}\n{\"text\":[]}", 14}, "!4@0 !4@3"},
    {{"{\n\"text\":\n\"a\"}\n", 15}, "|a"},
    {{"[{\"text\":\"a\"}]", 14}, "!4@0"},
    {{"<html>", 6}, "!4@0"},
    {{"<p>a</p>", 8}, "!4@0"},
    {{"<?xml version=\"1.0\"?>\n<!DOCTYPE html>", 37}, "!4@0"},
    {{"{\"headline\":\"h\",\"body_html\":\"<p>a\"}", 35}, "!4@0"},
    {{"{\"headline\":\"h\",\"body_html\":\"<p>a\",\"body_text\":\"a\"}", 51},
     "h|a"},
    {{"{\"headlines\":[{\"value\":\"h\"}],\"bodies\":[{\"contenttype\":\"text/"
      "html\",\"value\":\"<p>\"},{\"contenttype\":\"text/"
      "plain\",\"value\":\"a\"}]}",
      123},
     "h|a"},
    {{"{\"headlines\":7,\"bodies\":[{\"value\":7},7,[]]}", 43}, "!4@0"},
    {{"{\"text\":\"<html>\"}", 17}, "!4@0"},
    {{"{\"n\":99999999999999999999,\"text\":\"a\"}", 37}, "|a"},
    {{"<https://example.com/a> <https://example.com/b> \"c\" .", 53}, "!4@0"},
    {{"NGDEEP\n\1", 8}, "!4@0"},
    {{"{\"text\":\"\\ud83d\"}", 17}, "|\xef\xbf\xbd"},
    {{"{\"text\":\"\\ud83d\\ude00\"}", 23}, "|\xf0\x9f\x98\x80"},
    {{"{\"text\":\"\\\\ud83d\"}", 18}, "|\\ud83d"},
    {{"{\"text\":\"x\xffy\"}", 14}, "|x\xef\xbf\xbdy"},
};

static void
reads_each_form(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f;
    char got[300];
    open_bytes(&f, cases[i].bytes, 1 << 20);
    describe(&f, got, sizeof got);
    assert_string_equal(got, cases[i].want);
    close_bytes(&f);
  }
}

static void
loses_only_the_line_over_the_budget(void **state)
{
  (void)state;
  /* the middle line is longer than a piece that is read at once */
  enum { LONG = 300 * 1024, BUDGET = 64 * 1024 };
  char *bytes = malloc(LONG + 100);
  assert_non_null(bytes);
  size_t n = (size_t)sprintf(bytes, "{\"text\":\"a\"}\n{\"text\":\"");
  memset(bytes + n, 'x', LONG);
  n += LONG;
  n += (size_t)sprintf(bytes + n, "\"}\n{\"text\":\"c\"}\n");
  fixture f;
  char got[300];
  open_bytes(&f, (ng_str){bytes, n}, BUDGET);
  describe(&f, got, sizeof got);
  assert_string_equal(got, "|a !6@13 |c");
  close_bytes(&f);
  free(bytes);
}

static void
refuses_a_tree_of_too_many_values(void **state)
{
  (void)state;
  enum { N = 10000 };
  char bytes[2 * N + 32];
  size_t n = (size_t)sprintf(bytes, "{\"text\":\"a\",\"x\":[");
  for (size_t i = 0; i < N; i++)
    n += (size_t)sprintf(bytes + n, "0,");
  n += (size_t)sprintf(bytes + n, "0]}");
  fixture f;
  char got[300];
  open_bytes(&f, (ng_str){bytes, n}, 64 * 1024);
  describe(&f, got, sizeof got);
  assert_string_equal(got, "!6@0");
  close_bytes(&f);
}

static void
names_and_dates_an_article(void **state)
{
  (void)state;
  fixture f;
  ng_doc *doc;
  open_bytes(&f,
             NG_LIT("{\"id\":7,\"url\":\"http://e.org/\",\"text\":\"a\xff\","
                    "\"datePublished\":\"2020-07-12T10:00:00+02:00\","
                    "\"inLanguage\":\"en-GB\"}\n"),
             1 << 20);
  assert_int_equal(ng_reader_next(f.reader, &doc, NULL), NG_OK);
  assert_true(ng_str_equal(ng_doc_id(doc), NG_LIT("7")));
  assert_true(ng_str_equal(doc->url, NG_LIT("http://e.org/")));
  assert_true(ng_str_equal(doc->lang, NG_LIT("en-GB")));
  assert_int_equal(doc->date, 20200712);
  uint64_t first = 0;
  assert_int_equal(ng_doc_invalid(doc, &first), 1);
  assert_int_equal(first, 39);
  ng_doc_free(doc);
  close_bytes(&f);
}

static void
lets_the_options_overrule_the_input(void **state)
{
  (void)state;
  fixture f;
  ng_doc *doc;
  open_bytes(&f, NG_LIT(" date 2020-07-12 Text."), 1 << 20);
  f.options.date = "2021-01-02";
  f.options.url = "http://e.org/x";
  f.options.lang = "fr";
  assert_int_equal(ng_reader_next(f.reader, &doc, NULL), NG_OK);
  assert_int_equal(doc->date, 20210102);
  assert_int_equal(doc->parts.at[0].prose, 17);
  assert_true(ng_str_equal(doc->url, NG_LIT("http://e.org/x")));
  assert_true(ng_str_equal(doc->lang, NG_LIT("fr")));
  ng_doc_free(doc);
  close_bytes(&f);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_each_form),
      cmocka_unit_test(loses_only_the_line_over_the_budget),
      cmocka_unit_test(refuses_a_tree_of_too_many_values),
      cmocka_unit_test(names_and_dates_an_article),
      cmocka_unit_test(lets_the_options_overrule_the_input),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
