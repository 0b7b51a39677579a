/* test_hidden.c - the hidden units of ranking's second pass. */
#include "test.h"

#include "link/hidden.h"

/* Values all over the table, and as many as a reading may have. */
static uint32_t
some_values(uint32_t seed, uint16_t *values)
{
  enum { MOST = 60 };
  uint32_t n = seed % (MOST + 1);
  for (uint32_t i = 0; i < n; i++) {
    seed = seed * 1664525u + 1013904223u;
    values[i] = (uint16_t)(NG_FIRST_DEEP + (seed >> 8) % NG_N_DEEP);
  }
  return n;
}

static void
all_ways_sum_alike(void **state)
{
  (void)state;
  const ng_ranking *r = &ng_ranking_builtin;
  const ng_hidden *first = ng_hidden_at(0);
  uint16_t values[64];
  int32_t scores = 0;
  for (uint32_t seed = 0; seed < 500; seed++) {
    uint32_t n = some_values(seed * 77777u, values);
    int32_t units[NG_N_UNITS], same[NG_N_UNITS];
    for (int k = 0; k < NG_N_UNITS; k++)
      units[k] = r->bias.unit[k];
    first->add(r, values, n / 2, units);
    int32_t score = first->score(r, units, values + n / 2, n - n / 2);
    scores |= score;
    for (unsigned i = 1; ng_hidden_at(i); i++) {
      for (int k = 0; k < NG_N_UNITS; k++)
        same[k] = r->bias.unit[k];
      ng_hidden_at(i)->add(r, values, n / 2, same);
      assert_memory_equal(units, same, sizeof units);
      assert_int_equal(
          score, ng_hidden_at(i)->score(r, same, values + n / 2, n - n / 2));
    }
  }
  assert_int_not_equal(scores, 0);
}

/* What is below 0 is off, and values add to what is there. */
static void
units_below_zero_say_nothing(void **state)
{
  (void)state;
  static ng_ranking r;
  int32_t units[NG_N_UNITS] = {0};
  uint16_t value = NG_FIRST_DEEP + 1;
  for (int k = 0; k < NG_N_UNITS; k++) {
    r.deep[1].unit[k] = (int16_t)(k % 2 ? 500 : -500);
    r.out.unit[k] = (int16_t)(k < 2 ? 1000 : 0);
  }
  for (unsigned i = 0; ng_hidden_at(i); i++)
    assert_int_equal(ng_hidden_at(i)->score(&r, units, &value, 1), 500);
  assert_ptr_not_equal(ng_hidden_best(), NULL);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_ways_sum_alike),
      cmocka_unit_test(units_below_zero_say_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
