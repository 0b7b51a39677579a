#include "test.h"
#include "words_of.h"

#include "core/str.h"
#include "kb/name.h"

static void
folds_case_marks_and_punctuation(void **state)
{
  (void)state;
  static const struct {
    const char *name, *folded;
  } rows[] = {
      {"Serbia", "serbia"},
      {"Aleksandar Vučić", "aleksandar vucic"},
      {"EU's", "eu s"},
      {"EU\xE2\x80\x99s", "eu s"},
      {"Franco-German", "franco german"},
      {"Gro\xC3\x9F", "gross"},
      {"U.S.", "us"},
      {"U.S.A.", "usa"},
      {"J.K. Rowling", "jk rowling"},
      {"J. K. Rowling", "j k rowling"},
      {"a.m.", "a m"},
      {"Đuro Đaković", "duro dakovic"},
      {"cafe\xCC\x81", "cafe"},
      {"ЁЛКА", "елка"},
      {"G7", "g7"},
      {"  ", ""},
      {"", ""},
      {"\xF0\x9F\x8C\x8E", ""},
      {"Bel\u00ADgrade", "belgrade"},
      {"Bel\u200Bgrade", "belgrade"},
      {"\uFEFFNi\u200D\u00ADš\u00AD", "nis"},
      {"a very long word: internationalisation",
       "a very long word internationalisation"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_arena arena;
    ng_arena_init(&arena, 1 << 20);
    ng_str folded =
        ng_name_fold(&arena, (ng_str){rows[i].name, strlen(rows[i].name)});
    assert_int_equal(folded.len, strlen(rows[i].folded));
    assert_memory_equal(folded.at, rows[i].folded, folded.len);
    ng_arena_release(&arena);
  }
}

static void
names_that_fold_alike_have_the_same_key(void **state)
{
  (void)state;
  static const char *const rows[][2] = {
      {"Vučić", "VUCIC"},
      {"U.S.", "US"},
      {"Saint-Étienne", "saint etienne"},
      {"Internationalization", "ÌNTERNATIONALIZATION"},
      {"abcdefghijklmnop", "ábcdefghijklmnop"}, /* 16 letters: two words */
      {"abcdefgh", "äbcdefgh"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_arena arena;
    ng_arena_init(&arena, 1 << 20);
    ng_words a = words_of(&arena, rows[i][0]);
    ng_words b = words_of(&arena, rows[i][1]);
    assert_int_equal(a.n, b.n);
    assert_true(ng_words_key(a.at, a.n) == ng_words_key(b.at, b.n));
    ng_arena_release(&arena);
  }
}

static void
tells_how_a_name_is_written(void **state)
{
  (void)state;
  static const struct {
    const char *name;
    uint32_t cases;
  } rows[] = {
      {"us", NG_CASE_LOWER},
      {"US", NG_CASE_UPPER},
      {"U.S.", NG_CASE_UPPER},
      {"Us", NG_CASE_CAPITAL},
      {"iPhone", NG_CASE_LOWER},
      {"European Union", NG_CASE_CAPITAL},
      {"prime minister", NG_CASE_LOWER},
      {"House of Commons", NG_CASE_CAPITAL},
      {"ÖVP", NG_CASE_UPPER},
      {"österreich", NG_CASE_LOWER},
      {"Österreich", NG_CASE_CAPITAL},
      {"2008", NG_CASE_LOWER},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_arena arena;
    ng_arena_init(&arena, 1 << 20);
    ng_words w = words_of(&arena, rows[i].name);
    assert_int_equal(ng_words_case(w.at, w.n), rows[i].cases);
    ng_arena_release(&arena);
  }
}

static void
words_are_where_they_stand_in_the_text(void **state)
{
  (void)state;
  ng_arena arena;
  ng_arena_init(&arena, 1 << 20);
  ng_words w = words_of(&arena, "The U.S. and Vučić's EU-backed plan");
  static const ng_span spans[] = {{0, 3},   {4, 8},   {9, 12},  {13, 20},
                                  {21, 22}, {23, 25}, {26, 32}, {33, 37}};
  assert_int_equal(w.n, sizeof spans / sizeof *spans);
  for (size_t i = 0; i < w.n; i++) {
    assert_int_equal(w.at[i].begin, spans[i].begin);
    assert_int_equal(w.at[i].end, spans[i].end);
  }
  ng_arena_release(&arena);
}

/* Text is looked at in blocks of 64 bytes; where they begin must not show. */
static void
words_do_not_depend_on_where_the_text_begins(void **state)
{
  (void)state;
  static const char text[] =
      "The U.S. met Vučić and U.N.C.T.A.D. on "
      "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtenge"
      "sellschaft, "
      "Llanfairýpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochllanf"
      "airé “quoted” F-16s 3.5";
  ng_arena arena;
  ng_arena_init(&arena, 1 << 22);
  ng_words first = words_of(&arena, text);
  assert_int_equal(first.n, 14);
  char shifted[512];
  for (uint32_t shift = 1; shift < 130; shift++) {
    memset(shifted, ' ', shift);
    memcpy(shifted + shift, text, sizeof text);
    ng_words w = words_of(&arena, shifted);
    assert_int_equal(w.n, first.n);
    for (uint32_t i = 0; i < w.n; i++) {
      assert_true(w.at[i].hash == first.at[i].hash);
      assert_int_equal(w.at[i].begin, first.at[i].begin + shift);
      assert_int_equal(w.at[i].end, first.at[i].end + shift);
      assert_int_equal(w.at[i].cases, first.at[i].cases);
    }
  }
  ng_arena_release(&arena);
}

static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  static char text[1000 + NG_WORD_PAD];
  for (size_t i = 0; i < 1000; i++)
    text[i] = i % 3 ? 'a' : ' ';
  bool done = false;
  for (size_t budget = 0; !done && budget < 100000; budget += 64) {
    ng_arena arena;
    ng_words words = {0};
    ng_arena_init(&arena, budget);
    done =
        ng_words_find(&arena, (ng_str){text, 1000}, (ng_span){0, 1000}, &words);
    ng_arena_release(&arena);
  }
  assert_true(done);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(folds_case_marks_and_punctuation),
      cmocka_unit_test(names_that_fold_alike_have_the_same_key),
      cmocka_unit_test(tells_how_a_name_is_written),
      cmocka_unit_test(words_are_where_they_stand_in_the_text),
      cmocka_unit_test(words_do_not_depend_on_where_the_text_begins),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
