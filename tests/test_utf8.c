#include "test.h"

#include "core/utf8.h"

#include <stdlib.h>

#define TEXT(s)      \
  {                  \
    s, sizeof(s) - 1 \
  }

/* Each text, how many of its bytes are valid, and how many the first invalid
 * sequence takes (what Python replaces by one U+FFFD). */
static const struct {
  ng_str text;
  size_t valid, bad;
} cases[] = {
    {TEXT(""), 0, 0},
    {TEXT("plain text, longer than a word"), 30, 0},
    {TEXT("Vu\xc4\x8di\xc4\x87 \xe2\x82\xac \xf0\x9f\x98\x80"), 16, 0},
    {TEXT("12345678\xc3\xa9"), 10, 0},
    {TEXT("12345678\xc3"), 8, 1},
    {TEXT("a\xff"), 1, 1},
    {TEXT("\x80"), 0, 1},
    {TEXT("\xc0\xaf"), 0, 1},                     /* overlong */
    {TEXT("\xe0\x80\xaf"), 0, 1},                 /* overlong */
    {TEXT("\xed\xa0\x80"), 0, 1},                 /* surrogate */
    {TEXT("\xf4\x90\x80\x80"), 0, 1},             /* above U+10FFFF */
    {TEXT("\xe2\x82"), 0, 2},                     /* cut short */
    {TEXT("\xe2\x82z"), 0, 2},                    /* cut short */
    {TEXT("\xf0\x9f\x98"), 0, 3},                 /* cut short */
    {TEXT("\xef\xbf\xbf\xf4\x8f\xbf\xbf"), 7, 0}, /* the highest of each */
};

static void
finds_the_first_invalid_byte(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_str s = cases[i].text;
    size_t valid = ng_utf8_valid(s);
    uint32_t c;
    assert_int_equal(valid, cases[i].valid);
    if (!cases[i].bad)
      continue;
    ng_str rest = ng_str_slice(s, valid, s.len);
    assert_int_equal(ng_utf8_decode(rest, &c), 0);
    assert_int_equal(ng_utf8_bad(rest), cases[i].bad);
  }
}

static void
reads_back_every_code_point(void **state)
{
  (void)state;
  for (uint32_t c = 0; c <= 0x10ffff; c++) {
    if (c >= 0xd800 && c < 0xe000)
      continue;
    char bytes[4];
    uint32_t back = ~c;
    size_t n = ng_utf8_encode(c, bytes);
    if (ng_utf8_decode((ng_str){bytes, n}, &back) != n || back != c ||
        ng_utf8_valid((ng_str){bytes, n}) != n)
      fail_msg("U+%04X", (unsigned)c);
  }
}

/* One row per case: bytes, and what Python's decode("utf-8", "replace") makes
 * of them, with every U+FFFD written as '?'. */
static const struct {
  const char *bytes, *want;
  size_t n_invalid, first;
} repairs[] = {
    {"", "", 0, 0},
    {"plain", "plain", 0, 5},
    {"Vu\xc4\x8di\xc4\x87", "Vu\xc4\x8di\xc4\x87", 0, 7},
    {"a\x80z", "a?z", 1, 1},
    {"\xc0\xaf", "??", 2, 0},
    {"\xc1\xbf.", "??.", 2, 0},
    {"\xc3", "?", 1, 0},
    {"\xc3(", "?(", 1, 0},
    {"\xe0\x80\x80", "???", 3, 0},
    {"\xe0\xa0", "?", 1, 0},
    {"\xe2\x82x", "?x", 1, 0},
    {"\xe2\x82\xac", "\xe2\x82\xac", 0, 3},
    {"\xed\xa0\x80", "???", 3, 0},
    {"\xed\x9f\xbf", "\xed\x9f\xbf", 0, 3},
    {"\xf0\x80\x80\x80", "????", 4, 0},
    {"\xf0\x9f\x98", "?", 1, 0},
    {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80", 0, 4},
    {"\xf0\x9f\x98.\xf0\x9f\x98\x80", "?.\xf0\x9f\x98\x80", 1, 0},
    {"\xf1\x80\x80\xf1\x80\x80\x80", "?\xf1\x80\x80\x80", 1, 0},
    {"\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf", 0, 4},
    {"\xf4\x90\x80\x80", "????", 4, 0},
    {"\xf5z\xff\xfe", "?z??", 3, 0},
    {"\xc3\xc3\xa9", "?\xc3\xa9", 1, 0},
};

/* `at` repaired, with '?' for U+FFFD, as a new string; checks the plan. */
static char *
repaired(ng_str s)
{
  ng_utf8_plan plan = ng_utf8_measure(s);
  char *out = malloc(plan.len + 1), *to = out;
  assert_non_null(out);
  ng_utf8_repair(s, out);
  assert_int_equal(ng_utf8_valid((ng_str){out, plan.len}), plan.len);
  for (size_t i = 0; i < plan.len;) {
    bool mark = plan.len - i >= 3 && !memcmp(out + i, "\xef\xbf\xbd", 3);
    *to++ = mark ? '?' : out[i];
    i += mark ? 3 : 1;
  }
  *to = '\0';
  return out;
}

static void
repairs_as_python_does(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++) {
    ng_str s = {repairs[i].bytes, strlen(repairs[i].bytes)};
    ng_utf8_plan plan = ng_utf8_measure(s);
    assert_int_equal(plan.n_invalid, repairs[i].n_invalid);
    assert_int_equal(plan.first, repairs[i].first);
    assert_int_equal(ng_utf8_valid(s), repairs[i].first);
    char *got = repaired(s);
    assert_string_equal(got, repairs[i].want);
    free(got);
  }
}

/* The same cases at every distance from the start: blocks of ASCII are skipped
 * whole, and what follows them must not be. */
static void
repairs_at_any_offset(void **state)
{
  (void)state;
  for (size_t shift = 0; shift < 70; shift++)
    for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++) {
      char bytes[200], want[200];
      memset(bytes, 'x', shift);
      memset(want, 'x', shift);
      (void)strcpy(bytes + shift, repairs[i].bytes);
      (void)strcpy(want + shift, repairs[i].want);
      strcat(bytes, "............................................");
      strcat(want, "............................................");
      /* a sequence cut short is cut by the dots as well */
      char *got = repaired((ng_str){bytes, strlen(bytes)});
      assert_string_equal(got, want);
      free(got);
    }
}

static void
keeps_nul_bytes(void **state)
{
  (void)state;
  ng_str s = NG_LIT("a\0b");
  assert_int_equal(ng_utf8_measure(s).len, 3);
  assert_int_equal(ng_utf8_measure(s).n_invalid, 0);
  assert_int_equal(ng_utf8_count(s), 3);
}

static void
counts_characters_in_each_unit(void **state)
{
  (void)state;
  ng_str s = NG_LIT("Vu\xc4\x8di\xc4\x87 \xe2\x82\xac \xf0\x9f\x98\x80");
  assert_int_equal(ng_utf8_count(s), 9);
  assert_int_equal(ng_utf16_count(s), 10);
}

static void
counts_characters_of_every_length(void **state)
{
  (void)state;
  static const char *const one[] = {"a", "\xc4\x8d", "\xe2\x82\xac",
                                    "\xf0\x9f\x98\x80"};
  char text[128];
  for (size_t kind = 0; kind < sizeof one / sizeof *one; kind++) {
    size_t len = strlen(one[kind]), n = 0;
    for (size_t at = 0; at + len <= sizeof text; at += len, n++) {
      assert_int_equal(ng_utf8_count((ng_str){text, at}), n);
      assert_int_equal(ng_utf8_valid((ng_str){text, at}), at);
      memcpy(text + at, one[kind], len);
    }
  }
}

static void
knows_what_is_seen_of_a_character(void **state)
{
  (void)state;
  static const struct {
    uint32_t c;
    ng_look look;
  } rows[] = {
      {0, NG_LOOK_INK},          {'\n', NG_LOOK_SPACE},
      {' ', NG_LOOK_SPACE},      {'!', NG_LOOK_INK},
      {0xA0, NG_LOOK_SPACE},     {0xAC, NG_LOOK_INK},
      {0xAD, NG_LOOK_NOTHING},   {0x200A, NG_LOOK_SPACE},
      {0x200B, NG_LOOK_NOTHING}, {0x2010, NG_LOOK_INK},
      {0x202F, NG_LOOK_SPACE},   {0x2066, NG_LOOK_NOTHING},
      {0x3000, NG_LOOK_SPACE},   {0xFEFF, NG_LOOK_NOTHING},
      {0xFFFD, NG_LOOK_INK},     {0x1F600, NG_LOOK_INK},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(ng_utf8_look(rows[i].c), rows[i].look);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_first_invalid_byte),
      cmocka_unit_test(reads_back_every_code_point),
      cmocka_unit_test(repairs_as_python_does),
      cmocka_unit_test(repairs_at_any_offset),
      cmocka_unit_test(keeps_nul_bytes),
      cmocka_unit_test(counts_characters_in_each_unit),
      cmocka_unit_test(counts_characters_of_every_length),
      cmocka_unit_test(knows_what_is_seen_of_a_character),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
