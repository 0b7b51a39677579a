#include "test.h"

#include "core/str.h"
#include "doc.h"

/* One row per case: the text, then its sentences joined with '|'. */
static const struct {
  const char *text, *want;
} cases[] = {
    {"", ""},
    {"  \n ", ""},
    {"One.", "One."},
    {"One. Two!", "One.|Two!"},
    {"It rose 3.5 percent. Good?", "It rose 3.5 percent.|Good?"},
    {"no stop", "no stop"},
};

static void
splits_each_case(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_str text = {cases[i].text, strlen(cases[i].text)};
    char got[200] = "";
    ng_doc *doc;
    assert_int_equal(ng_doc_new(&doc, text, 1 << 20, NULL), NG_OK);
    assert_int_equal(ng_segment(NULL, doc, NULL), NG_OK);
    for (size_t j = 0; j < doc->sentences.n; j++) {
      ng_str t = ng_doc_text(doc, doc->sentences.at[j].span);
      if (j)
        strcat(got, "|");
      strncat(got, t.at, t.len);
    }
    assert_string_equal(got, cases[i].want);
    ng_doc_free(doc);
  }
}

/* Give the document one more byte each time, until it succeeds: every
 * allocation it makes has then been seen to fail, cleanly. */
static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  ng_str text = NG_LIT("One. Two. Three.");
  ng_status st = NG_ERR_LIMIT;
  size_t budget = 0;
  for (; st != NG_OK && budget < 10000; budget++) {
    ng_error err = {0};
    ng_doc *doc;
    st = ng_doc_new(&doc, text, budget, &err);
    if (st == NG_OK)
      st = ng_segment(NULL, doc, &err);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT);
    assert_int_equal(err.status, st);
    ng_doc_free(doc);
  }
  assert_int_equal(st, NG_OK);
  assert_true(budget > 1);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(splits_each_case),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
