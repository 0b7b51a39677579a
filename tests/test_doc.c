#include "test.h"

#include "core/str.h"
#include "doc.h"

enum { BUDGET = 1 << 20 };

/* One row per case: a text, the date and where prose starts. */
static const struct {
  const char *text;
  ng_date date;
  uint32_t prose;
} dated[] = {
    {"", 0, 0},
    {"Plain.", 0, 0},
    {" \r\n Plain.", 0, 4},
    {" date 2020-07-12 Kosovo", 20200712, 17},
    {"date 2020-07-12\nKosovo", 20200712, 16},
    {"date 2020-07-12\r\n\r\nKosovo", 20200712, 19},
    {"date 2020-07-12", 20200712, 15},
    {"\xef\xbb\xbf date 2020-07-12 Kosovo", 20200712, 20},
    {"date 2020-07 is a month", 0, 0},
    {"date 2020-02-30 is no day", 0, 0},
    {"date 2020-07-12th", 0, 0},
    {"dated 2020-07-12 it was", 0, 0},
    {"date2020-07-12 it was", 0, 0},
    {"date", 0, 0},
    {"dat", 0, 0},
};

static void
takes_a_leading_date_out_of_the_prose(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof dated / sizeof *dated; i++) {
    ng_doc *doc;
    ng_str text = {dated[i].text, strlen(dated[i].text)};
    assert_int_equal(ng_doc_new(&doc, text, BUDGET, NULL), NG_OK);
    assert_int_equal(doc->date, dated[i].date);
    assert_int_equal(doc->parts.n, 1);
    assert_int_equal(doc->parts.at[0].prose, dated[i].prose);
    assert_int_equal(doc->parts.at[0].span.begin, 0);
    assert_int_equal(doc->parts.at[0].span.end, text.len);
    ng_doc_free(doc);
  }
}

/* A title, an emoji in each part, and a byte that is no UTF-8. */
static ng_doc *
two_parts(void)
{
  ng_doc *doc;
  ng_article article = {.title = NG_LIT("\xf0\x9f\x98\x80 Talks"),
                        .text = NG_LIT("\xf0\x9f\x98\x80 \xff Kosovo")};
  assert_int_equal(ng_doc_new_article(&doc, &article, BUDGET, NULL), NG_OK);
  return doc;
}

static void
counts_offsets_from_the_part_in_each_unit(void **state)
{
  (void)state;
  static const struct {
    uint32_t byte, bytes, codepoints, utf16;
  } rows[] = {
      {0, 0, 0, 0},  {5, 5, 2, 3},     {10, 10, 7, 8}, /* title */
      {12, 0, 0, 0}, {17, 5, 2, 3},    {20, 8, 3, 4},  /* body */
      {21, 9, 4, 5}, {27, 15, 10, 11},                 /* Kosovo */
      {5, 5, 2, 3},                                    /* back again */
  };
  ng_doc *doc = two_parts();
  assert_int_equal(doc->n_invalid, 1);
  assert_int_equal(doc->invalid_at, 5);
  ng_offsets b = {.doc = doc, .unit = NG_BYTES},
             c = {.doc = doc, .unit = NG_CODEPOINTS},
             u = {.doc = doc, .unit = NG_UTF16};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(ng_offset_in(&b, rows[i].byte), rows[i].bytes);
    assert_int_equal(ng_offset_in(&c, rows[i].byte), rows[i].codepoints);
    assert_int_equal(ng_offset_in(&u, rows[i].byte), rows[i].utf16);
  }
  ng_doc_free(doc);
}

static void
tells_title_from_body(void **state)
{
  (void)state;
  ng_doc *doc = two_parts();
  assert_int_equal(doc->parts.n, 2);
  assert_int_equal(doc->parts.at[0].kind, NG_PART_TITLE);
  assert_int_equal(doc->parts.at[1].kind, NG_PART_BODY);
  assert_int_equal(ng_doc_part(doc, 0), 0);
  assert_int_equal(ng_doc_part(doc, 11), 0);
  assert_int_equal(ng_doc_part(doc, 12), 1);
  assert_int_equal(ng_doc_part(doc, 27), 1);
  assert_int_equal(doc->title.len, 10);
  ng_doc_free(doc);
}

static void
takes_an_address_without_the_space_around_it(void **state)
{
  (void)state;
  static const struct {
    const char *given, *url;
  } rows[] = {
      {"\n  http://e.org/a b \r\n", "http://e.org/a b"}, {" \t", ""}, {"", ""}};
  ng_doc *doc;
  assert_int_equal(ng_doc_new(&doc, NG_LIT("Text."), BUDGET, NULL), NG_OK);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_str given = {rows[i].given, strlen(rows[i].given)};
    assert_int_equal(ng_doc_set_url(doc, given, NULL), NG_OK);
    assert_true(
        ng_str_equal(doc->url, (ng_str){rows[i].url, strlen(rows[i].url)}));
  }
  ng_doc_free(doc);
}

static void
gives_no_more_text_than_there_is(void **state)
{
  (void)state;
  static const struct {
    ng_span span;
    const char *text;
  } rows[] = {{{0, 2}, "Te"},
              {{3, 99}, "t."},
              {{5, 5}, ""},
              {{7, UINT32_MAX}, ""},
              {{4, 2}, ""}};
  ng_doc *doc;
  assert_int_equal(ng_doc_new(&doc, NG_LIT("Text."), BUDGET, NULL), NG_OK);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_true(ng_str_equal(ng_doc_text(doc, rows[i].span),
                             (ng_str){rows[i].text, strlen(rows[i].text)}));
  ng_doc_free(doc);
}

static void
overrules_the_date_of_the_text(void **state)
{
  (void)state;
  ng_doc *doc;
  ng_error err = {0};
  char date[NG_DATE_ROOM];
  ng_article article = {.text = NG_LIT(" date 2020-07-12 Text."),
                        .date = NG_LIT("2021-01-02T10:00:00Z")};
  assert_int_equal(ng_doc_new_article(&doc, &article, BUDGET, &err), NG_OK);
  assert_int_equal(ng_doc_date(doc, date), 10);
  assert_string_equal(date, "2021-01-02");
  assert_int_equal(ng_doc_set_date(doc, NG_LIT("July 2"), &err), NG_ERR_USAGE);
  assert_string_equal(err.text, "'July 2' is not a date (YYYY-MM-DD)");
  assert_int_equal(ng_doc_set_date(doc, NG_LIT(""), &err), NG_OK);
  assert_int_equal(ng_doc_date(doc, date), 0);
  ng_doc_free(doc);
}

static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  ng_article article = {.title = NG_LIT("T"),
                        .text = NG_LIT("Text."),
                        .id = NG_LIT("i\xff"),
                        .url = NG_LIT("http://e.org/")};
  ng_status st = NG_ERR_LIMIT;
  size_t budget = 0;
  for (; st != NG_OK && budget < 5000; budget++) {
    ng_error err = {0};
    ng_doc *doc;
    st = ng_doc_new_article(&doc, &article, budget, &err);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT);
    assert_int_equal(err.status, st);
    ng_doc_free(doc);
  }
  assert_int_equal(st, NG_OK);
  assert_true(budget > 64);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_a_leading_date_out_of_the_prose),
      cmocka_unit_test(counts_offsets_from_the_part_in_each_unit),
      cmocka_unit_test(tells_title_from_body),
      cmocka_unit_test(takes_an_address_without_the_space_around_it),
      cmocka_unit_test(gives_no_more_text_than_there_is),
      cmocka_unit_test(overrules_the_date_of_the_text),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
