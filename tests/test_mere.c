#include "test.h"

#include "linked.h"

typedef struct {
  const char *text, *want;
} row;

static void
assert_links(const row *rows, size_t n)
{
  char got[400];
  for (size_t i = 0; i < n; i++) {
    links_of(rows[i].text, got);
    assert_string_equal(got, rows[i].want);
  }
}

static void
words_that_are_no_names_where_they_stand(void **state)
{
  (void)state;
  static const row rows[] = {
      {"They left Serbia. Today, I am leaving it, too.", "Serbia=Q403"},
      {"Seventeen rockets struck a base in Serbia.", "Serbia=Q403"},
      {"They listened to Seventeen in Serbia.", "Seventeen=Q Serbia=Q403"},
      {"In Serbia it was 28 degrees Celsius.", "Serbia=Q403 Celsius=?"},
      {"They named it for Celsius in Serbia.", "Celsius=Q Serbia=Q403"},
      {"They bought a VCR in Serbia for it.", "VCR=? Serbia=Q403"},
      {"\"All day we were off Gull Island,\" she said in Serbia.",
       "Gull Island=? Serbia=Q403"},
      {"Most were told by the Government of it in Serbia.",
       "Government=? Serbia=Q403"},
      {"They sat later on the Committee on Ways and Means in Serbia.",
       "Committee on Ways=? Means=? Serbia=Q403"},
  };
  assert_links(rows, sizeof rows / sizeof *rows);
}

static void
a_body_is_of_a_state_that_the_article_names(void **state)
{
  (void)state;
  static const row rows[] = {
      {"They left Malaysia and told the Cabinet of it.",
       "Malaysia=Q Cabinet=Q"},
      {"They left Serbia and told the Cabinet of it.", "Serbia=Q403"},
      {"They left Serbia and told Majlis of it.", "Serbia=Q403 Majlis=Q"},
      {"They left Serbia and told Dewan of it.", "Serbia=Q403 Dewan=Q"},
  };
  assert_links(rows, sizeof rows / sizeof *rows);
}

static void
who_has_another_name_is_not_meant_by_it(void **state)
{
  (void)state;
  static const row rows[] = {
      {"They left Serbia with Omar Penfold, and he sang.",
       "Serbia=Q403 Omar Penfold=Q994"},
      {"They left Serbia with Hugo Marsh, and he sang.",
       "Serbia=Q403 Hugo Marsh=?"},
  };
  assert_links(rows, sizeof rows / sizeof *rows);
}

static void
letters_stand_for_the_name_that_has_them(void **state)
{
  (void)state;
  static const row rows[] = {
      {"They left it to the TUC in Serbia.", "TUC=Q Serbia=Q403"},
      {"It was the Troy Upland Commune that left Serbia, and the TUC said so.",
       "Troy Upland Commune=? Serbia=Q403 TUC=?"},
  };
  assert_links(rows, sizeof rows / sizeof *rows);
}

static void
a_company_by_its_old_name_is_not_who_has_it(void **state)
{
  (void)state;
  static const row rows[] = {
      {"They sold it to Transpond in Serbia.", "Transpond=Q Serbia=Q403"},
      {"They sold it to Overland in Serbia.", "Overland=? Serbia=Q403"},
  };
  assert_links(rows, sizeof rows / sizeof *rows);
}

static void
what_begins_a_sentence_is_no_record(void **state)
{
  (void)state;
  static const row rows[] = {
      {"Rumours spread that Serbia left.", "Serbia=Q403"},
      {"They sang from the record Rumours in Serbia.", "Rumours=Q Serbia=Q403"},
      {"As if Serbia left!", "Serbia=Q403"},
  };
  assert_links(rows, sizeof rows / sizeof *rows);
}

static void
a_concept_is_none_of_the_names(void **state)
{
  (void)state;
  char got[400];
  links_of("River tax reform was opposed by them.", got);
  assert_string_equal(got, "River tax reform=Q995");
  options.mentions = NG_MENTIONS_NAMES;
  links_of("River tax reform was opposed by them.", got);
  assert_string_equal(got, "");
  options.mentions = NG_MENTIONS_CONCEPTS;
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_that_are_no_names_where_they_stand),
      cmocka_unit_test(a_body_is_of_a_state_that_the_article_names),
      cmocka_unit_test(who_has_another_name_is_not_meant_by_it),
      cmocka_unit_test(letters_stand_for_the_name_that_has_them),
      cmocka_unit_test(a_company_by_its_old_name_is_not_who_has_it),
      cmocka_unit_test(what_begins_a_sentence_is_no_record),
      cmocka_unit_test(a_concept_is_none_of_the_names),
  };
  return cmocka_run_group_tests(tests, open_base, close_base);
}
