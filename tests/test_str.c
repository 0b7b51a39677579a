#include "test.h"

#include "core/marks.h"

#include <stdlib.h>

/* 62 bytes */
#define LONG "one two three four five six seven eight nine ten eleven twelv "

static void
finds_words_of_a_list(void **state)
{
  (void)state;
  static const struct {
    const char *word, *list;
    bool want;
  } rows[] = {
      {"", "a b", false},
      {"a", "", false},
      {"say", "say", true},
      {"say", " say ", true},
      {"Say", "tell say", true},
      {"tell", "tell say", true},
      {"say", "says saying essay", false},
      {"says", "say", false},
      {"a", "b c d e f g h i j a", true},
      {"a", "ba ca da ea fa ga ha aa", false},
      {"agree", "accept acknowledge agreed agree", true},
      {"acknowledge", "accept acknowledge agreed agree", true},
      {"deny", "accept agree confirm deny", true},
      {"x", "aaaaaaa x aaaaaaa", true},
      {"x", "aaaaaa x aaaaaaaa", true},
      {"x", "aaaaaaaa x", true},
      {"n't", " not n't never ", true},
      {"caf\xC3\xA9", "bar caf\xC3\xA9", true},
      {"caf\xC3\x89", "bar caf\xC3\xA9", false},
      {" ", "a  b", false},
      /* lists longer than what is looked at at once, words across its end */
      {"x", LONG "x", true},
      {"x", LONG " x", true},
      {"x", LONG "  xx xa ax", false},
      {"edge", LONG "edge", true},
      {"edge", LONG LONG "hedge edges", false},
      {"edge", LONG LONG "ed ge edge", true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_str word = {rows[i].word, strlen(rows[i].word)};
    if (ng_str_listed(word, rows[i].list) != rows[i].want)
      fail_msg("'%s' in '%s'", rows[i].word, rows[i].list);
    ng_str list = {rows[i].list, strlen(rows[i].list)};
    if (ng_str_among_portable(word, list) != rows[i].want)
      fail_msg("'%s' in '%s', on any processor", rows[i].word, rows[i].list);
  }
  /* no byte of a word goes beyond the end of the list */
  assert_false(ng_str_listed((ng_str){"say\0say", 7}, "tell say"));
}

/* Where a list is a literal, most words are turned away by their first or last
 * letters alone: none that is in it. */
static void
finds_words_of_a_literal(void **state)
{
  (void)state;
  static const char *const words[] = {"say", "Tell", "A", "n't", "caf\xC3\xA9"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    ng_str word = {words[i], strlen(words[i])};
    assert_true(ng_str_listed(word, " say  tell n't caf\xC3\xA9 a"));
    assert_false(ng_str_listed(word, "essay tells ab not caf"));
    assert_false(ng_str_listed(word, ""));
  }
  assert_false(ng_str_listed((ng_str){"", 0}, "say  tell "));
  uint64_t starts = ng_list_starts(" say tell a", 11);
  assert_true(starts & ng_str_start(NG_LIT("SAID")));
  assert_false(starts & ng_str_start(NG_LIT("ask")));
  assert_false(starts & ng_str_start(NG_LIT("s")));
  ng_ends ends = ng_list_ends(" say  tell a", 12);
  assert_true(ng_ends_have(ends, ng_str_end(NG_LIT("MAY"))));
  assert_false(ng_ends_have(ends, ng_str_end(NG_LIT("sat"))));
  assert_false(ng_ends_have(ends, ng_str_end(NG_LIT("essay"))));
}

/* Every word of a list has the marks of the list, in either case. */
static void
marks_let_no_word_of_a_list_be_missed(void **state)
{
  (void)state;
  static const char *const words[] = {"a",    "I",        "n't", "caf\xC3\xA9",
                                      "TELL", "together", "up",  "\xC3\xA9"};
  static const char list[] = " up a  i n't caf\xC3\xA9 tell together \xC3\xA9";
  ng_mark_sets sets = ng_marks_of_list(list, sizeof list - 1);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    ng_str word = {words[i], strlen(words[i])};
    ng_mark mark = ng_mark_of(word), other = ng_mark_of(NG_LIT("zz"));
    assert_true(ng_mark_in(mark, sets));
    assert_true(ng_list_may_have(list, mark, other));
    assert_true(ng_list_may_have(list, other, mark));
    assert_true(ng_marked_among(word, mark, list));
  }
  assert_false(ng_marked_among(NG_LIT("te"), ng_mark_of(NG_LIT("te")), list));
  assert_false(
      ng_marked_among((ng_str){"", 0}, ng_mark_of((ng_str){"", 0}), list));
  sets = ng_marks_of_list("say tell", 8);
  assert_false(ng_mark_in(ng_mark_of(NG_LIT("meeting")), sets));
}

/* Words of every length, each letter in turn a capital, or another letter. */
static void
keys_forms_whatever_their_case(void **state)
{
  (void)state;
  char form[] = "abcdefghijklmnopqrstuvwxyz";
  for (size_t n = 1; n < sizeof form; n++) {
    uint32_t key = ng_form_key((ng_str){form, n});
    for (size_t i = 0; i < n; i++) {
      char own = form[i];
      form[i] = (char)(own - 'a' + 'A');
      assert_int_equal(ng_form_key((ng_str){form, n}), key);
      form[i] = '@'; /* beside A and Z, and what differs by the same bit */
      assert_int_not_equal(ng_form_key((ng_str){form, n}), key);
      form[i] = own == 'z' ? 'a' : (char)(own + 1);
      assert_int_not_equal(ng_form_key((ng_str){form, n}), key);
      form[i] = own;
    }
    assert_int_not_equal(ng_form_key((ng_str){form, n - 1}), key);
  }
  assert_int_not_equal(ng_form_key(NG_LIT("[")), ng_form_key(NG_LIT("{")));
  assert_int_not_equal(ng_form_key(NG_LIT("caf\xC3\xA9")),
                       ng_form_key(NG_LIT("caf\xC3\x89")));
}

static int
compare_keys(const void *a, const void *b)
{
  const uint32_t *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

/* Words of one to three letters, some of which decide what happened: no two
 * have the same key, whose length shows in few of their bytes. */
static void
tells_short_forms_apart(void **state)
{
  (void)state;
  static uint32_t keys[27 * 27 * 27];
  size_t n = 0;
  for (int i = 1; i < 27 * 27 * 27; i++) {
    char form[3];
    size_t len = 0;
    for (int rest = i; rest; rest /= 27)
      form[len++] = (char)('`' + rest % 27);
    if (!memchr(form, '`', len))
      keys[n++] = ng_form_key((ng_str){form, len});
  }
  assert_int_equal(n, 26 + 26 * 26 + 26 * 26 * 26);
  qsort(keys, n, sizeof *keys, compare_keys);
  for (size_t i = 1; i < n; i++)
    assert_int_not_equal(keys[i - 1], keys[i]);
  assert_int_not_equal(ng_form_key(NG_LIT("up")), ng_form_key(NG_LIT("TPP")));
  assert_int_not_equal(ng_form_key(NG_LIT("100000")),
                       ng_form_key(NG_LIT("20000")));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_words_of_a_list),
      cmocka_unit_test(finds_words_of_a_literal),
      cmocka_unit_test(marks_let_no_word_of_a_list_be_missed),
      cmocka_unit_test(keys_forms_whatever_their_case),
      cmocka_unit_test(tells_short_forms_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
