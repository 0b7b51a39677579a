#include "test.h"

#include <stdlib.h>

#include "core/str.h"
#include "text/lemma.h"
#include "tiny_model.h"

static void
same_seed_makes_the_same_bytes(void **state)
{
  (void)state;
  ng_buf a = {0}, b = {0};
  assert_int_equal(tiny_model(&a, 7, 85, NULL), NG_OK);
  assert_int_equal(tiny_model(&b, 7, 85, NULL), NG_OK);
  assert_int_equal(a.len, b.len);
  assert_memory_equal(a.at, b.at, a.len);
  ng_buf_release(&a);
  ng_buf_release(&b);
}

static void
tells_how_it_was_made(void **state)
{
  (void)state;
  ng_buf file = {0};
  ng_model *model;
  assert_int_equal(tiny_model(&file, 1, 0, NULL), NG_OK);
  void *bytes = tiny_aligned(file.at, file.len);
  assert_int_equal(
      ng_model_open_memory(&model, (ng_str){bytes, file.len}, NULL), NG_OK);
  assert_true(ng_str_equal(ng_model_info(model, "name"), NG_LIT("tiny")));
  assert_int_equal(ng_model_info(model, "nothing").len, 0);
  ng_model_close(model);
  free(bytes);
  ng_buf_release(&file);
}

/* Every byte changed, and every length: refused, each time. */
static void
refuses_what_is_damaged(void **state)
{
  (void)state;
  ng_buf file = {0};
  ng_model *model;
  assert_int_equal(tiny_model(&file, 1, 0, NULL), NG_OK);
  char *bytes = tiny_aligned(file.at, file.len);
  for (size_t i = 0; i < file.len; i += i < 256 ? 1 : 997) {
    bytes[i] ^= 0x10;
    assert_int_equal(
        ng_model_open_memory(&model, (ng_str){bytes, file.len}, NULL),
        NG_ERR_CORRUPT);
    assert_null(model);
    bytes[i] ^= 0x10;
  }
  for (size_t n = 0; n < file.len; n += n < 256 ? 1 : 997)
    assert_int_equal(ng_model_open_memory(&model, (ng_str){bytes, n}, NULL),
                     NG_ERR_CORRUPT);
  free(bytes);
  ng_buf_release(&file);
}

static void
learns_lemmas(void **state)
{
  (void)state;
  static const struct {
    const char *form;
    ng_xpos xpos;
    const char *want;
  } cases[] = {
      {"met", NG_XPOS_VBD, "meet"},          {"Walked", NG_XPOS_VBD, "walk"},
      {"countries", NG_XPOS_NNS, "country"}, {"treaty", NG_XPOS_NN, "treaty"},
      {"Mary", NG_XPOS_NNP, "Mary"},         {"zzz", NG_XPOS_UH, "zzz"},
  };
  ng_buf file = {0};
  ng_model *model;
  assert_int_equal(tiny_model(&file, 1, 0, NULL), NG_OK);
  void *bytes = tiny_aligned(file.at, file.len);
  assert_int_equal(
      ng_model_open_memory(&model, (ng_str){bytes, file.len}, NULL), NG_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char lemma[NG_LEMMA_ROOM];
    ng_str form = {cases[i].form, strlen(cases[i].form)};
    size_t n = ng_lemma(model, form, cases[i].xpos, lemma);
    assert_int_equal(n, strlen(cases[i].want));
    assert_memory_equal(lemma, cases[i].want, n);
  }
  ng_model_close(model);
  free(bytes);
  ng_buf_release(&file);
}

/* What each processor sums is what the plainest code sums. */
static void
sums_alike_on_any_processor(void **state)
{
  (void)state;
  enum { ROWS = 64 };
  static ng_wide_row table[ROWS];
  uint32_t rows[NG_MOST_ROWS];
  ng_random random = {3};
  for (size_t i = 0; i < ROWS; i++)
    for (size_t k = 0; k < NG_WIDE; k++)
      table[i][k] = (int8_t)((int)ng_random_below(&random, 256) - 128);
  for (uint32_t n = 0; n <= NG_MOST_ROWS; n++) {
    int16_t a[NG_WIDE], b[NG_WIDE];
    for (uint32_t i = 0; i < n; i++)
      rows[i] = ng_random_below(&random, ROWS);
    ng_wide_sum_choose()(table, rows, n, a);
    ng_wide_sum_portable(table, rows, n, b);
    assert_memory_equal(a, b, sizeof a);
  }
}

static void
sums_pairs_alike_on_any_processor(void **state)
{
  (void)state;
  enum { ROWS = 64 };
  ng_pair_row table[ROWS];
  uint32_t rows[NG_MOST_ROWS];
  ng_random random = {4};
  for (size_t i = 0; i < ROWS; i++)
    for (size_t k = 0; k < 2; k++)
      table[i][k] = (int8_t)(i < 2 ? (i ? INT8_MIN : INT8_MAX)
                                   : (int)ng_random_below(&random, 256) - 128);
  for (uint32_t n = 0; n <= NG_MOST_ROWS; n++)
    for (uint32_t most = 1; most <= ROWS; most *= 4) {
      int32_t a[2], b[2];
      for (uint32_t i = 0; i < n; i++)
        rows[i] = ng_random_below(&random, most);
      ng_pair_sum(table, rows, n, a);
      ng_pair_sum_portable(table, rows, n, b);
      assert_memory_equal(a, b, sizeof a);
    }
}

/* Few values, so that the largest is there more than once. */
static void
finds_the_same_best_on_any_processor(void **state)
{
  (void)state;
  static const int16_t values[] = {INT16_MIN, -30, -29, 0, 3, INT16_MAX};
  ng_random random = {5};
  for (unsigned round = 0; round < 50; round++)
    for (unsigned n = 1; n <= NG_WIDE; n++) {
      int16_t sums[NG_WIDE];
      for (unsigned k = 0; k < NG_WIDE; k++)
        sums[k] = values[k < n ? ng_random_below(&random, 5) : 5];
      assert_int_equal(ng_wide_best(sums, n), ng_wide_best_portable(sums, n));
    }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_seed_makes_the_same_bytes),
      cmocka_unit_test(tells_how_it_was_made),
      cmocka_unit_test(refuses_what_is_damaged),
      cmocka_unit_test(learns_lemmas),
      cmocka_unit_test(sums_alike_on_any_processor),
      cmocka_unit_test(sums_pairs_alike_on_any_processor),
      cmocka_unit_test(finds_the_same_best_on_any_processor),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
