/* What is put aside and sorted with little memory comes back as with much. */
#include "test.h"

#include "kb/sort.h"

#include <stdio.h>
#include <stdlib.h>

static uint64_t
next_random(uint64_t *state)
{
  *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
  return *state >> 33;
}

static void
a_spool_gives_back_what_was_put(void **state)
{
  (void)state;
  static const size_t rooms[] = {0, 1, 100, 5000, 1 << 20};
  for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
    ng_spool s;
    ng_spool_init(&s, (ng_spool_place){".", rooms[i]});
    for (uint32_t k = 0; k < 2000; k++)
      assert_true(ng_spool_put(&s, &k, sizeof k));
    assert_int_equal(ng_spool_size(&s), 8000);
    assert_int_equal(s.file != 0, rooms[i] < 8000);
    for (unsigned pass = 0; pass < 2; pass++) {
      ng_spool_reader r;
      uint32_t k = 0, got;
      ng_spool_read_from(&r, &s, 0, 8000, 64);
      for (; ng_spool_take(&r, &got, sizeof got); k++)
        assert_int_equal(got, k);
      assert_int_equal(k, 2000);
      ng_spool_read_end(&r);
    }
    ng_spool_reader part;
    ng_spool_read_from(&part, &s, 4, 12, 64);
    assert_non_null(ng_spool_read(&part, 8));
    assert_null(ng_spool_read(&part, 1));
    ng_spool_read_end(&part);
    assert_int_equal(ng_spool_check(&s, NULL), NG_OK);
    ng_spool_release(&s);
  }
}

static void
a_spool_without_a_folder_says_so(void **state)
{
  (void)state;
  ng_spool s;
  ng_error err = {0};
  ng_spool_init(&s, (ng_spool_place){"/no/such/folder", 10});
  assert_false(ng_spool_put(&s, "more than ten bytes", 19));
  assert_false(ng_spool_put(&s, "x", 1));
  assert_int_equal(ng_spool_check(&s, &err), NG_ERR_IO);
  assert_string_equal(
      err.text,
      "temporary file in '/no/such/folder': No such file or directory");
  ng_spool_release(&s);
}

/* Records of random keys, lengths and bytes; each begins with its number. */
static void
put_records(ng_sorter *s, uint32_t n, uint64_t keys)
{
  uint64_t seed = 1;
  char bytes[64] = {0};
  for (uint32_t i = 0; i < n; i++) {
    memcpy(bytes, &i, sizeof i);
    uint32_t len = 4 + (uint32_t)(next_random(&seed) % 60);
    uint64_t key = next_random(&seed) % keys << (i % 3 == 0 ? 40 : 0);
    assert_true(ng_sorter_put(s, key, bytes, len));
  }
  assert_true(ng_sorter_start(s));
}

static void
records_come_by_key_and_then_as_they_were_put(void **state)
{
  (void)state;
  static const size_t rooms[] = {1000, 30000, 1 << 24};
  enum { N = 3000 };
  uint32_t *first = malloc(N * sizeof *first);
  assert_non_null(first);
  for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
    ng_sorter s;
    ng_sorter_init(&s, (ng_spool_place){".", rooms[i]});
    put_records(&s, N, 500);
    uint64_t key, last = 0;
    uint32_t n = 0, before = 0;
    for (ng_str record; ng_sorter_next(&s, &key, &record); n++) {
      uint32_t number;
      memcpy(&number, record.at, sizeof number);
      assert_true(!n || key > last || (key == last && number > before));
      last = key;
      before = number;
      if (!i)
        first[n] = number;
      assert_int_equal(number, first[n]);
    }
    assert_int_equal(n, N);
    assert_int_equal(ng_sorter_check(&s, NULL), NG_OK);
    ng_sorter_release(&s);
  }
  free(first);
}

static void
nothing_and_empty_records_are_sorted_too(void **state)
{
  (void)state;
  uint64_t key;
  ng_str record;
  ng_sorter s;
  ng_sorter_init(&s, (ng_spool_place){".", 100});
  assert_true(ng_sorter_start(&s));
  assert_false(ng_sorter_next(&s, &key, &record));
  ng_sorter_release(&s);
  ng_sorter_init(&s, (ng_spool_place){".", 100});
  for (uint64_t i = 0; i < 20; i++)
    assert_true(ng_sorter_put(&s, 20 - i, NULL, 0));
  assert_true(ng_sorter_start(&s));
  for (uint64_t i = 1; i <= 20; i++) {
    assert_true(ng_sorter_next(&s, &key, &record));
    assert_int_equal(key, i);
    assert_int_equal(record.len, 0);
  }
  assert_false(ng_sorter_next(&s, &key, &record));
  ng_sorter_release(&s);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_spool_gives_back_what_was_put),
      cmocka_unit_test(a_spool_without_a_folder_says_so),
      cmocka_unit_test(records_come_by_key_and_then_as_they_were_put),
      cmocka_unit_test(nothing_and_empty_records_are_sorted_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
