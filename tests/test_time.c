#include "test.h"

#include "core/str.h"
#include "doc.h"
#include "text/time_words.h"
#include "text/times.h"

#include <stdio.h>
#include <stdlib.h>

static ng_doc *
find(ng_str text, ng_date date)
{
  ng_doc *doc;
  assert_int_equal(ng_doc_new(&doc, text, 512 << 20, NULL), NG_OK);
  doc->date = date;
  assert_int_equal(ng_segment(NULL, doc, NULL), NG_OK);
  assert_int_equal(ng_find_times(NULL, doc, NULL), NG_OK);
  return doc;
}

/* Every article of these is of Sunday, 12 July 2020. Text, then what is found:
 * "words=value", joined by '|'. */
static const struct {
  const char *text, *want;
} cases[] = {
    /* nothing */
    {"", ""},
    {"They may march on. May I? Theresa May left.", ""},
    {"It cost $1999 and 2020 people came.", ""},
    {"A 42-year-old won three-quarters of it.", ""},
    /* calendar */
    {"Talks on July 9, 2019 failed.", "July 9, 2019=2019-07-09"},
    {"It was signed on 9 July 2019.", "9 July 2019=2019-07-09"},
    {"It came on the 9th of July.", "the 9th of July=2020-07-09"},
    {"Since the 9 July 2019 attacks it fell.", "9 July 2019=2019-07-09"},
    {"On Thursday, July 9 they met.", "Thursday, July 9=2020-07-09"},
    {"It dates from Sept. 2018.", "Sept. 2018=2018-09"},
    {"On 2019-12-31 it closed.", "2019-12-31=2019-12-31"},
    {"On 12/31/2019 it closed.", "12/31/2019=2019-12-31"},
    {"In late 2018 they left.", "late 2018=2018"},
    {"It fell in the 1990s.", "the 1990s=199"},
    {"It rose in the late 19th century.", "the late 19th century=18"},
    {"It rose in the 19th century.", "the 19th century=18"},
    {"In nineteen ninety-seven it fell.", "nineteen ninety-seven=1997"},
    {"It closed on June 31.", "June 31=2020-06"},
    /* which year: by tense */
    {"They will meet on January 5.", "January 5=2021-01-05"},
    {"They met on January 5.", "January 5=2020-01-05"},
    {"They met on December 5.", "December 5=2019-12-05"},
    {"They will host her in Ruritania on June 5.", "June 5=2021-06-05"},
    {"It will be held on Saturday, June 5.", "Saturday, June 5=2021-06-05"},
    {"It will be held on Friday, June 5.", "Friday, June 5=2020-06-05"},
    {"They will discuss the fire on June 5.", "June 5=2020-06-05"},
    {"They will help victims of the fire on June 5.", "June 5=2020-06-05"},
    {"They will meet on July 9.", "July 9=2020-07-09"},
    {"They would meet on June 5.", "June 5=2020-06-05"},
    {"They are set to meet in December.", "December=2020-12"},
    {"They met in December.", "December=2019-12"},
    {"It happened last July.", "last July=2019-07"},
    {"It fell in March of last year.", "March of last year=2019-03"},
    /* weekdays */
    {"They met on Friday.", "Friday=2020-07-10"},
    {"They will meet on Friday.", "Friday=2020-07-17"},
    {"They met on Sunday.", "Sunday=2020-07-12"},
    {"Talks are scheduled for Friday.", "Friday=2020-07-17"},
    {"It will be held on Friday.", "Friday=2020-07-17"},
    {"It must be paid by Friday.", "Friday=2020-07-17"},
    {"It began last Friday night.", "last Friday night=2020-07-10TNI"},
    {"He works Mondays.", "Mondays=XXXX-WXX-1"},
    /* days, weeks, months from the article's date */
    {"They met yesterday.", "yesterday=2020-07-11"},
    {"They left the day before yesterday.",
     "the day before yesterday=2020-07-10"},
    {"They meet tomorrow morning.", "tomorrow morning=2020-07-13TMO"},
    {"It rained last night.", "last night=2020-07-11TNI"},
    {"They met last week.", "last week=2020-W27"},
    {"They vote next month.", "next month=2020-08"},
    {"It ends by the end of the year.", "the end of the year=2020"},
    {"He left two years ago.", "two years ago=2018"},
    {"He left about ten days ago.", "about ten days ago=2020-07-02"},
    {"He left several years ago.", "several years ago=PAST_REF"},
    /* counted from what was said before */
    {"On May 3, 2019 they met. Two days later they left.",
     "May 3, 2019=2019-05-03|Two days later=2019-05-05"},
    {"It fell in the third quarter of 2019 from a year earlier.",
     "the third quarter of 2019=2019-Q3|a year earlier=2018-Q3"},
    /* durations, sets, references */
    {"It took two and a half years.", "two and a half years=P2Y6M"},
    {"A 30-day truce held for twenty-one hours.",
     "30-day=P30D|twenty-one hours=PT21H"},
    {"In the past two months it rose.", "the past two months=P2M"},
    {"It takes two to three weeks.", "two to three weeks=PXW"},
    {"It lasted half a century.", "half a century=P50Y"},
    {"It flies daily and every two weeks.", "daily=P1D|every two weeks=P2W"},
    {"He is now in Rome; the future is open.",
     "now=PRESENT_REF|the future=FUTURE_REF"},
    /* times */
    {"It began at 10:30 a.m. GMT on Friday.",
     "10:30 a.m. GMT on Friday=2020-07-10T10:30"},
    {"They met at 3 pm.", "3 pm=2020-07-12T15:00"},
    {"It came at 0735 GMT.", "0735 GMT=2020-07-12T07:35"},
    /* others */
    {"It opened last summer.", "last summer=2019-SU"},
    {"They met over the weekend.", "the weekend=2020-W28-WE"},
    {"They met at Christmas.", "Christmas=2019-12-25"},
    {"They rested at Easter 2019.", "Easter 2019=2019-04-21"},
    {"It shut in the week of July 20.", "the week of July 20=2020-W30"},
    /* ranges of days */
    {"They meet on July 14-15.", "July 14-15=2020-07-14/2020-07-15"},
    {"They met on July 3\xE2\x80\x93"
     "5, 2019.",
     "July 3\xE2\x80\x93"
     "5, 2019=2019-07-03/2019-07-05"},
    {"They met on 3-5 July.", "3-5 July=2020-07-03/2020-07-05"},
    {"They met on June 29-July 2.", "June 29-July 2=2020-06-29/2020-07-02"},
    {"It won on July 4-3.", "July 4=2020-07-04"},
    {"They meet on July 9-11-12.", "July 9=2020-07-09"},
    {"They met on June 30-31.", "June 30-31=2020-06-30"},
    /* counted from a day that is said */
    {"They left two days after July 3.", "two days after July 3=2020-07-05"},
    {"It fell the day before last Tuesday's vote.",
     "the day before last Tuesday=2020-07-06"},
    {"They left a week before 9 July 2019.",
     "a week before 9 July 2019=2019-07-02"},
    {"They left two days after the talks.", "two days=P2D"},
    /* tense that cues mislead on */
    {"They had filed reports by Friday.", "Friday=2020-07-10"},
    {"They had to file reports by Friday.", "Friday=2020-07-17"},
    {"They said they would fight Friday's ruling.", "Friday=2020-07-10"},
    {"He could not be reached on Friday.", "Friday=2020-07-10"},
    {"The ministers meet Friday in Oslo.", "Friday=2020-07-17"},
    {"The ministers did not meet Friday.", "Friday=2020-07-10"},
    {"He could be found nowhere on Friday.", "Friday=2020-07-10"},
    {"On Friday, the great and good of the whole land will meet.",
     "Friday=2020-07-17"},
};

static void
list(const ng_doc *doc, char *out, size_t size)
{
  size_t n = 0;
  for (uint32_t i = 0; i < doc->times.n && n < size; i++) {
    const ng_time *t = &doc->times.at[i];
    n += (size_t)snprintf(out + n, size - n, "%s%.*s=%.*s", i ? "|" : "",
                          NG_ARG(ng_doc_text(doc, t->span)), NG_ARG(t->value));
  }
}

static void
finds_and_resolves_each_case(void **state)
{
  (void)state;
  unsigned wrong = 0;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char got[400] = "";
    ng_doc *doc =
        find((ng_str){cases[i].text, strlen(cases[i].text)}, 20200712);
    list(doc, got, sizeof got);
    if (strcmp(got, cases[i].want) != 0) {
      print_error("%s: %s, not %s\n", cases[i].text, got, cases[i].want);
      wrong++;
    }
    ng_doc_free(doc);
  }
  assert_int_equal(wrong, 0);
}

/* The first time's bounds: days, 0 where open. */
static const struct {
  const char *text;
  ng_date earliest, latest;
  ng_time_relation relation;
} bounds[] = {
    {"in 2008", 20080101, 20081231, NG_TIME_AT},
    {"in February 2020", 20200201, 20200229, NG_TIME_AT},
    {"last week", 20200629, 20200705, NG_TIME_AT},
    {"since November 2018", 20181101, 0, NG_TIME_SINCE},
    {"after July 16", 20200717, 0, NG_TIME_AFTER},
    {"by the end of the year", 0, 20201231, NG_TIME_UNTIL},
    {"before July 16", 0, 20200715, NG_TIME_BEFORE},
    {"not before July 16", 20200716, 0, NG_TIME_SINCE},
    {"no later than July 16", 0, 20200716, NG_TIME_UNTIL},
    {"on July 14-15", 20200714, 20200715, NG_TIME_AT},
    {"until July 14-15", 0, 20200715, NG_TIME_UNTIL},
    {"the past two weeks", 20200622, 20200712, NG_TIME_AT},
    {"recently", 0, 0, NG_TIME_AT},
};

static void
bounds_each_time_by_days(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
    ng_doc *doc =
        find((ng_str){bounds[i].text, strlen(bounds[i].text)}, 20200712);
    assert_int_equal(doc->times.n, 1);
    assert_int_equal(doc->times.at[0].earliest, bounds[i].earliest);
    assert_int_equal(doc->times.at[0].latest, bounds[i].latest);
    assert_int_equal(doc->times.at[0].relation, bounds[i].relation);
    ng_doc_free(doc);
  }
}

/* Without the article's date nothing is guessed. */
static void
leaves_open_what_the_date_would_tell(void **state)
{
  (void)state;
  char got[200] = "";
  ng_doc *doc = find(NG_LIT("On Friday, July 3, in May 2019, in June, and on "
                            "Monday it rained."),
                     0);
  list(doc, got, sizeof got);
  assert_string_equal(got, "Friday, July 3=XXXX-07-03|May 2019=2019-05|"
                           "June=XXXX-06|Monday=XXXX-WXX-1");
  assert_int_equal(doc->times.at[0].earliest, 0);
  ng_doc_free(doc);
}

static void
leaves_the_calendar_on_no_side(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    ng_date published;
  } rows[] = {{"They met yesterday.", 10101},
              {"They met a day before January 1, 0001.", 10101},
              {"They meet tomorrow.", 99991231},
              {"They meet after December 31, 9999.", 20200712},
              {"They met before January 1, 0001.", 20200712}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_doc *doc =
        find((ng_str){rows[i].text, strlen(rows[i].text)}, rows[i].published);
    for (uint32_t k = 0; k < doc->times.n; k++) {
      const ng_time *t = &doc->times.at[k];
      assert_true(!t->earliest || t->earliest >= 10101);
      assert_true(t->earliest <= 99991231 && t->latest <= 99991231);
      assert_true(!t->latest || t->latest >= 10101);
    }
    ng_doc_free(doc);
  }
}

static void
does_not_take_names_for_times(void **state)
{
  (void)state;
  ng_doc *doc;
  ng_str text = NG_LIT("The Sunday Herald said on Sunday.");
  assert_int_equal(ng_doc_new(&doc, text, 1 << 20, NULL), NG_OK);
  assert_int_equal(ng_segment(NULL, doc, NULL), NG_OK);
  ng_mention m = {.span = {4, 17}, .kind = NG_KIND_NAME};
  assert_true(NG_PUSH(&doc->arena, &doc->mentions, m));
  assert_int_equal(ng_find_times(NULL, doc, NULL), NG_OK);
  assert_int_equal(doc->times.n, 1);
  assert_int_equal(doc->times.at[0].span.begin, 26);
  ng_doc_free(doc);
}

static void
looks_up_every_word(void **state)
{
  (void)state;
  for (size_t i = 0; i < ng_n_time_words; i++) {
    const ng_time_entry *e = &ng_time_words[i];
    ng_str word = {e->word, strlen(e->word)};
    assert_ptr_equal(ng_time_word_find(word), e);
  }
  static const char others[][NG_TIME_ROOM] = {
      "kosovo", "mondayish", "monda", "x", "yes", "zeros", "decembe"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    assert_null(ng_time_word_find((ng_str){others[i], strlen(others[i])}));
}

static void
writes_json(void **state)
{
  (void)state;
  ng_buf out = {0};
  ng_doc *doc = find(NG_LIT("Élan met on July 12."), 20200712);
  ng_times_json(doc, NG_CODEPOINTS, &out);
  ng_buf_char(&out, '\0');
  assert_string_equal(out.at, "[{\"span\":[12,19],\"text\":\"July 12\","
                              "\"type\":\"DATE\",\"value\":\"2020-07-12\"}]");
  ng_buf_release(&out);
  ng_doc_free(doc);
}

/* One unit over and over: it must be quick. */
static void
takes_hostile_texts_in_its_stride(void **state)
{
  (void)state;
  static const char *const units[] = {
      "May ",        "the ",     "twenty ",      "99999999999 ",     "year-",
      "hundred ",    "Friday, ", "two to ",      "July 4 ",          "1,000,",
      "9999-99-99 ", "last ",    "century ago ", "999999 years ago "};
  enum { SIZE = 1 << 19 };
  char *text = malloc(SIZE);
  assert_non_null(text);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t len = strlen(units[i]);
    for (size_t k = 0; k < SIZE; k++)
      text[k] = units[i][k % len];
    ng_doc_free(find((ng_str){text, SIZE}, 20200712));
  }
  free(text);
}

static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  ng_str text = NG_LIT("On Friday, July 3. In May 2019. Yesterday.");
  ng_status st = NG_ERR_LIMIT;
  for (size_t budget = 0; st != NG_OK && budget < 20000; budget += 7) {
    ng_error err = {0};
    ng_doc *doc;
    st = ng_doc_new(&doc, text, budget, &err);
    if (st == NG_OK)
      st = ng_segment(NULL, doc, &err);
    if (st == NG_OK)
      st = ng_find_times(NULL, doc, &err);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT);
    assert_int_equal(err.status, st);
    ng_doc_free(doc);
  }
  assert_int_equal(st, NG_OK);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_and_resolves_each_case),
      cmocka_unit_test(bounds_each_time_by_days),
      cmocka_unit_test(leaves_open_what_the_date_would_tell),
      cmocka_unit_test(leaves_the_calendar_on_no_side),
      cmocka_unit_test(does_not_take_names_for_times),
      cmocka_unit_test(looks_up_every_word),
      cmocka_unit_test(writes_json),
      cmocka_unit_test(takes_hostile_texts_in_its_stride),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
