#include "test.h"

#include "core/json_scan.h"
#include "core/json_skip.h"

#include <stdio.h>
#include <string.h>

/* `text` with the bytes that may be read behind it. */
static ng_str
padded(const char *text, char room[1024])
{
  size_t n = strlen(text);
  assert_true(n + NG_SCAN_PAD <= 1024);
  memset(room, '}', 1024); /* what lies behind must not matter */
  memcpy(room, text, n);
  return (ng_str){room, n};
}

static void
finds_members_and_skips_the_rest(void **state)
{
  (void)state;
  static const struct {
    const char *json, *key, *value;
  } rows[] = {
      {"{\"a\":1,\"b\":\"x\"}", "b", "\"x\""},
      {"{ \"a\" : [1, {\"b\":2}] , \"b\" : true }", "b", "true "},
      {"{\"a\":\"}\\\"\",\"b\":{\"c\":[]}}", "b", "{\"c\":[]}"},
      {"{\"a\":\"\\\\\",\"b\":2}", "b", "2"},
      {"{\"a\":{\"x\":\"]}\\\\\\\"}\"},\"b\":-1.5e3}", "b", "-1.5e3"},
      {"{}", "b", ""},
      {"[1]", "b", ""},
      {"{\"a\":1", "b", ""},
      {"{\"a\":{\"b\":1}", "b", ""},
      {"{\"a\"", "b", ""},
      {"{\"b\":\"never ends", "b", ""},
      {"{\"a\":,\"b\":1}", "b", ""},
      {"{\"a\":1,,\"b\":1}", "b", ""},
      {"{a:1}", "a", ""},
      {"", "b", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char room[1024];
    ng_str value = ng_scan_member(padded(rows[i].json, room), rows[i].key);
    assert_int_equal(value.len, strlen(rows[i].value));
    if (value.len)
      assert_memory_equal(value.at, rows[i].value, value.len);
  }
}

/* Strings and escapes fall anywhere in the blocks of 64 bytes. */
static void
skips_containers_wherever_blocks_end(void **state)
{
  (void)state;
  for (unsigned shift = 0; shift < 140; shift++) {
    char json[512], room[1024];
    int n = snprintf(json, sizeof json,
                     "{\"a\":[\"%*s\\\\\\\"]\",{\"x\":[]}],"
                     "\"b\":7}",
                     (int)shift, "");
    assert_true(n > 0 && (size_t)n < sizeof json);
    ng_str value = ng_scan_member(padded(json, room), "b");
    assert_int_equal(value.len, 1);
    assert_int_equal(*value.at, '7');
  }
}

static void
decodes_escapes(void **state)
{
  (void)state;
  static const char *const rows[][2] = {
      {"plain", "plain"},
      {"a\\\"b\\\\c\\/", "a\"b\\c/"},
      {"\\n\\t", "\n\t"},
      {"\\u00e9\\u4e2d", "\xC3\xA9\xE4\xB8\xAD"},
      {"\\ud83c\\udf0e", "\xF0\x9F\x8C\x8E"},
      {"\\ud83c", "\xEF\xBF\xBD"},
      {"\\udf0e!", "\xEF\xBF\xBD!"},
      {"\\u12", "?12"},
      {"\\x", "?"},
      {"\\", "\\"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char room[64];
    ng_str text =
        ng_scan_decode((ng_str){rows[i][0], strlen(rows[i][0])}, room);
    assert_int_equal(text.len, strlen(rows[i][1]));
    assert_memory_equal(text.at, rows[i][1], text.len);
  }
}

/* Where the object or array in `text` ends, a byte at a time; a byte behind it
 * may be read. */
static size_t
plain_end(const char *text, size_t n)
{
  const char open = *text, close = open == '{' ? '}' : ']';
  size_t depth = 0;
  bool inside = false;
  for (size_t i = 0; i < n; i++) {
    if (text[i] == '\\')
      i += text[i + 1] == '"' || text[i + 1] == '\\';
    else if (text[i] == '"')
      inside = !inside;
    else if (!inside && text[i] == open)
      depth++;
    else if (!inside && text[i] == close && --depth == 0)
      return i + 1;
  }
  return 0;
}

static void
skips_alike_with_and_without_wide_registers(void **state)
{
  (void)state;
  static const char letters[] = "{}[]\"\\\"\\ ab";
  enum { ROUNDS = 20000, MOST = 400 };
  char room[MOST + NG_SCAN_PAD];
  uint32_t dice = 1;
  size_t closed = 0;
  for (int round = 0; round < ROUNDS; round++) {
    size_t n = 1 + (size_t)(round % MOST);
    for (size_t i = 0; i < sizeof room; i++) {
      dice = dice * 1664525U + 1013904223U;
      room[i] = letters[(dice >> 16) % (sizeof letters - 1)];
    }
    room[0] = round & 1 ? '{' : '[';
    size_t end = plain_end(room, n);
    const char *wanted = end ? room + end : NULL;
    assert_ptr_equal(ng_json_skip(room, room + n, true), wanted);
    assert_ptr_equal(ng_json_skip(room, room + n, false), wanted);
    closed += end > 64;
  }
  assert_true(closed > 100); /* not only the first block was looked at */
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_members_and_skips_the_rest),
      cmocka_unit_test(skips_containers_wherever_blocks_end),
      cmocka_unit_test(decodes_escapes),
      cmocka_unit_test(skips_alike_with_and_without_wide_registers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
