#include "test.h"

#include "core/date.h"

/* Each text, how many bytes are a date, and what it means. */
static const struct {
  const char *text;
  size_t read;
  ng_date want;
} cases[] = {
    {"2020-07-12", 10, 20200712},
    {"2020-07-12T10:00", 10, 20200712},
    {"2020-02-30", 7, 20200200},
    {"2020-13", 4, 20200000},
    {"2018", 4, 20180000},
    {"0000-01-01", 0, 0},
    {"12 July", 0, 0},
    {"", 0, 0},
    {"2000-02-29", 10, 20000229},
    {"1900-02-29", 7, 19000200},
};

static void
reads_each_case(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_date date;
    ng_str text = {cases[i].text, strlen(cases[i].text)};
    assert_int_equal(ng_date_parse(text, &date), cases[i].read);
    assert_int_equal(date, cases[i].want);
  }
}

static void
reads_the_day_of_an_article(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool is;
  } rows[] = {
      {"2020-07-12", true},
      {" 2020-07-12\n", true},
      {"2020-07-12T10:00Z", true},
      {"2020-07-12 10:00", true},
      {"2020-07-12+02:00", true},
      {"2020-07-12Z", true},
      {"2020-07-12garbage", false},
      {"2020-07-123", false},
      {"2020-07", false},
      {"2020-02-30", false},
      {"", false},
      {"on 2020-07-12", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_date date;
    ng_str text = {rows[i].text, strlen(rows[i].text)};
    assert_int_equal(ng_date_read_day(text, &date), rows[i].is);
    assert_true(!rows[i].is || date == 20200712);
  }
}

static void
writes_what_it_read(void **state)
{
  (void)state;
  static const char *const texts[] = {"2020-07-12", "2020-07", "2020", "0033"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    ng_date date;
    char out[NG_DATE_TEXT];
    ng_date_parse((ng_str){texts[i], strlen(texts[i])}, &date);
    assert_int_equal(ng_date_text(date, out), strlen(texts[i]));
    assert_string_equal(out, texts[i]);
  }
}

static void
counts_days_both_ways(void **state)
{
  (void)state;
  assert_int_equal(ng_date_days(19700101), 0);
  assert_int_equal(ng_date_days(20000301), 11017);
  for (int32_t day = -200000; day < 200000; day += 13)
    assert_int_equal(ng_date_days(ng_date_from_days(day)), day);
}

static void
knows_the_bounds_of_a_vague_date(void **state)
{
  (void)state;
  assert_int_equal(ng_date_first(20180000), 20180101);
  assert_int_equal(ng_date_last(20180000), 20181231);
  assert_int_equal(ng_date_last(20200200), 20200229);
  assert_int_equal(ng_date_last(20200712), 20200712);
  assert_int_equal(ng_date_last(0), 0);
}

static void
reads_the_day_as_feeds_give_it(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    ng_date date; /* 0: none */
  } rows[] = {
      {"2020-07-12T10:00:00Z", 20200712},
      {"Sun, 12 Jul 2020 10:00:00 GMT", 20200712},
      {"Thu, 2 jul 2020 10:00:00 +0200", 20200702},
      {" 12 Jul 2020\n", 20200712},
      {"20200712", 20200712},
      {"20200712T100000Z", 20200712},
      {"2020/07/12", 20200712},
      {"2020/07/12 10:00", 20200712},
      {"12 July 2020", 20200712},
      {"12th July, 2020", 20200712},
      {"12-Jul-2020", 20200712},
      {"July 12, 2020", 20200712},
      {"July 12th 2020", 20200712},
      {"Sept. 2, 2020, 10:00 AM", 20200902},
      {"Sunday, July 12, 2020", 20200712},
      {"Sunday 12 July 2020", 20200712},
      {"12 Jul 20", 0},
      {"31 Jun 2020", 0},
      {"12 Juli 2020", 0},
      {"202007121", 0},
      {"20201301", 0},
      {"Sun, ", 0},
      {"12/07/2020", 0},
      {"2020/13/01", 0},
      {"2020/07/123", 0},
      {"July 2020", 0},
      {"July 12", 0},
      {"July 12, 202", 0},
      {"July 12, 20201", 0},
      {"12 Ju 2020", 0},
      {"12 Sunday 2020", 0},
      {"Jul 32, 2020", 0},
      {"1594548000", 0},
      {"", 0},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_date date = 0;
    bool is = ng_date_read_published(
        (ng_str){rows[i].text, strlen(rows[i].text)}, &date);
    assert_int_equal(is, rows[i].date != 0);
    assert_true(!is || date == rows[i].date);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_day_as_feeds_give_it),
      cmocka_unit_test(reads_each_case),
      cmocka_unit_test(reads_the_day_of_an_article),
      cmocka_unit_test(writes_what_it_read),
      cmocka_unit_test(counts_days_both_ways),
      cmocka_unit_test(knows_the_bounds_of_a_vague_date),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
