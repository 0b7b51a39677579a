#include "test.h"

#include "core/utf8.h"

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

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_first_invalid_byte),
      cmocka_unit_test(reads_back_every_code_point),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
