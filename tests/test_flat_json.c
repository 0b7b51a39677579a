#include "test.h"

#include "text/read.h"

#include <stdio.h>

/* Whole objects as they come. */
static const char *const objects[] = {
    "{\"text\":\"a\"}",
    " { \"text\" : \"a\" , \"n\" : null } \r\n\t",
    "{\"text\":\"a\",\"title\":\"t\",\"url\":\"u\"}",
    "{\"text\":\"a\",\"lang\":\"en\",\"date\":\"2020-07-12\"}",
    "{\"id\":12,\"text\":\"a\",\"date\":20200712}",
    "{\"id\":0,\"text\":\"a\"}",
    "{\"id\":-0,\"text\":\"a\"}",
    "{\"id\":-12,\"text\":\"a\"}",
    "{\"id\":012,\"text\":\"a\"}",
    "{\"id\":1.50,\"text\":\"a\"}",
    "{\"id\":123456789012345678,\"text\":\"a\"}",
    "{\"n\":1.5,\"m\":-7,\"text\":\"a\"}",
    "{\"n\":1.,\"text\":\"a\"}",
    "{\"n\":.5,\"text\":\"a\"}",
    "{\"n\":1e3,\"text\":\"a\"}",
    "{\"n\":1e999,\"text\":\"a\"}",
    "{\"n\":+1,\"text\":\"a\"}",
    "{\"n\":-,\"text\":\"a\"}",
    "{\"n\":99999999999999999999,\"text\":\"a\"}",
    "{\"text\":7}",
    "{\"text\":null}",
    "{\"text\":true,\"body\":\"b\"}",
    "{\"text\":\"\",\"body\":\"b\"}",
    "{\"text\":\"\",\"title\":\"t\"}",
    "{\"text\":\"a\",\"text\":\"b\"}",
    "{\"text\":\"a\",\"text\":\"\"}",
    "{\"text\":\"a\",\"title\":\"t\",\"title\":null}",
    "{\"body\":\"b\",\"articleBody\":\"c\"}",
    "{\"title\":\"t\",\"headline\":\"h\",\"text\":\"a\"}",
    "{\"text\":\"a\",\"bodies\":[],\"tags\":[\"x\",{\"y\":1}]}",
    "{\"text\":\"a\",\"body_html\":\"<p>a\"}",
    "{\"title\":\"t\",\"body_html\":\"<p>a\"}",
    "{\"headlines\":\"h\",\"text\":\"a\"}",
    "{\"te\\u0078t\":\"a\"}",
    "{\"a\\u0000b\":\"a\",\"text\":\"b\"}",
    "{\"text\":\"a\",\"\":\"b\"}",
    "{}",
    "{,}",
    "{\"text\":\"a\",}",
    "{\"text\":\"a\"",
    "{\"text\":\"a\"}}",
    "{\"text\":\"a\"} {}",
    "{\"text\" \"a\"}",
    "{\"text\":\"a\" \"title\":\"t\"}",
    "{\"text\":\"a\",title:\"t\"}",
    "{\"text\":truex}",
    "{\"text\":\"a\",\"n\":tru}",
    "{\"text\":\"a\",\"n\":nulll}",
    "{\"text\":\"a\xc2\xa0\"}",
    "{\"text\":\"a\"}\xc2\xa0",
    "[\"text\"]",
    "\"text\"",
    "",
    "{",
    "{\"",
    "{\"text\":\"",
};

/* What may stand in a string, alone and among other bytes. */
static const char *const pieces[] = {"\\n",
                                     "\\\"",
                                     "\\\\",
                                     "\\/",
                                     "\\b\\f\\r\\t",
                                     "\\u0041",
                                     "\\u00e9\\u20AC",
                                     "\\u0000",
                                     "\\uFFFF",
                                     "\\ud83d\\ude00",
                                     "\\ud83d",
                                     "\\ude00",
                                     "\\udc00",
                                     "\\ud83d\\u0041",
                                     "\\ud83dx",
                                     "\\u12",
                                     "\\u12g4",
                                     "\\x",
                                     "\\",
                                     "\\'",
                                     "\n",
                                     "\x1f",
                                     "\x7f",
                                     "\xc4\x8d",
                                     "\xf0\x9f\x98\x80",
                                     "\\u005C\\u0022",
                                     "\\ud83d\\ude0",
                                     "\\uD83D\\uDE00\\n"};

static ng_str
fact(const ng_article *a, size_t i)
{
  const ng_str all[] = {a->text, a->title, a->id, a->url, a->date, a->lang};
  return i < sizeof all / sizeof *all ? all[i] : (ng_str){NULL, 0};
}

/* Does the quick way say what the tree says? */
static void
reads_as_a_tree(const char *json, size_t len)
{
  enum { FACTS = 6, BUDGET = 1 << 20 };
  ng_json_article flat, tree;
  ng_error why = {0}, want = {0};
  ng_str bytes = {json, len};
  ng_status st = ng_json_read(&flat, bytes, BUDGET, &why);
  if (st != ng_json_read_tree(&tree, bytes, BUDGET, &want))
    fail_msg("%.*s: status %d", (int)len, json, st);
  assert_string_equal(why.text, want.text);
  assert_int_equal(why.offset, want.offset);
  if (st != NG_OK)
    return;
  for (size_t i = 0; i < FACTS; i++) {
    ng_str a = fact(&flat.article, i), b = fact(&tree.article, i);
    if (!ng_str_equal(a, b))
      fail_msg("%.*s: '%.*s', not '%.*s'", (int)len, json, (int)a.len, a.at,
               (int)b.len, b.at);
  }
  ng_json_free(&flat);
  ng_json_free(&tree);
}

static void
reads_objects_as_a_tree_of_them(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
    for (size_t len = 0; len <= strlen(objects[i]); len++)
      reads_as_a_tree(objects[i], len);
}

/* Strings are looked at 16 bytes at a time: each piece at each place. */
static void
reads_strings_wherever_escapes_are(void **state)
{
  (void)state;
  enum { PLACES = 20 };
  char json[128];
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
    for (int before = 0; before < PLACES; before++)
      for (int behind = 0; behind < PLACES; behind++) {
        int n =
            snprintf(json, sizeof json,
                     "{\"id\":\"%s\",\"text\":\"%.*s%s%.*s\",\"url\":\"u\"}",
                     i % 2 ? "\\t" : "", before, "aaaaaaaaaaaaaaaaaaaaaaa",
                     pieces[i], behind, "bbbbbbbbbbbbbbbbbbbbbbb");
        reads_as_a_tree(json, (size_t)n);
      }
}

/* The quick way is taken at all. */
static void
makes_no_tree_of_a_flat_object(void **state)
{
  (void)state;
  ng_json_article a;
  ng_str bytes = NG_LIT("{\"id\":12,\"text\":\"a\\nb\",\"n\":null}");
  assert_int_equal(ng_json_read(&a, bytes, 1 << 20, NULL), NG_OK);
  assert_null(a.owner);
  assert_true(ng_str_equal(a.article.text, NG_LIT("a\nb")));
  assert_true(ng_str_equal(a.article.id, NG_LIT("12")));
  ng_json_free(&a);
  /* a tree of so many values would be beyond the budget */
  ng_error why = {0};
  ng_str many = NG_LIT("{\"a\":1,\"b\":2,\"c\":3,\"text\":\"a\"}");
  assert_int_equal(ng_json_read(&a, many, 256, &why), NG_ERR_LIMIT);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_objects_as_a_tree_of_them),
      cmocka_unit_test(reads_strings_wherever_escapes_are),
      cmocka_unit_test(makes_no_tree_of_a_flat_object),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
