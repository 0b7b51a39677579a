#include "test.h"

#include "core/str.h"
#include "emit/emit.h"

static void
an_address_becomes_a_legal_iri(void **state)
{
  (void)state;
  static const struct {
    const char *url, *iri; /* NULL: it cannot be one */
  } rows[] = {
      {"http://e.org/a?b=c#d", "http://e.org/a?b=c#d"},
      {"http://e.org/caf\u00E9", "http://e.org/caf\u00E9"},
      {"urn:isbn:0451450523", "urn:isbn:0451450523"},
      {"http://u:p@[2001:db8::1]:80/x", "http://u:p@[2001:db8::1]:80/x"},
      {"http://e.org:8080", "http://e.org:8080"},
      {"http://e.org/a b", "http://e.org/a%20b"},
      {"http://e.org/\x01\x7F", "http://e.org/%01%7F"},
      {"http://e.org/<\"{}|^`\\>", "http://e.org/%3C%22%7B%7D%7C%5E%60%5C%3E"},
      {"http://e.org/?a[]=1", "http://e.org/?a%5B%5D=1"},
      {"http://e.org/50%", "http://e.org/50%25"},
      {"http://e.org/%zz%4", "http://e.org/%25zz%254"},
      {"http://e.org/%C3%a9", "http://e.org/%C3%a9"},
      {"http://e.org/a#b#c", "http://e.org/a#b%23c"},
      {"http://e.org/\uFFFD\uE000\xC2\x85",
       "http://e.org/%EF%BF%BD%EE%80%80%C2%85"},
      {"http://e.org/\xFF", "http://e.org/%FF"},
      {"http://e.org:x/", NULL},
      {"http://[::1/", NULL},
      {"http://[e.org]/", NULL},
      {"http://e[.org/", NULL},
      {"/a/b", NULL},
      {"www.example.org", NULL},
      {"C:\\a", NULL},
      {"http:", NULL},
      {"17", NULL},
      {"", NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_arena arena;
    ng_arena_init(&arena, 1 << 16);
    ng_str url = {rows[i].url, strlen(rows[i].url)};
    assert_int_equal(ng_is_iri(url), rows[i].iri != NULL);
    if (rows[i].iri) {
      ng_str iri = ng_url_iri(&arena, url);
      assert_int_equal(iri.len, strlen(rows[i].iri));
      assert_memory_equal(iri.at, rows[i].iri, iri.len);
    }
    ng_arena_release(&arena);
  }
}

static void
a_base_is_a_legal_iri_without_a_fragment(void **state)
{
  (void)state;
  assert_true(ng_is_base(NG_LIT("https://e.org/id/")));
  assert_true(ng_is_base(NG_LIT("urn:x:")));
  assert_false(ng_is_base(NG_LIT("https://e.org/id#")));
  assert_false(ng_is_base(NG_LIT("https://e.org/a b/")));
  assert_false(ng_is_base(NG_LIT("https://e.org/50%/")));
  assert_false(ng_is_base(NG_LIT("id/")));
}

static void
knows_the_form_of_a_language_tag(void **state)
{
  (void)state;
  assert_true(ng_is_language(NG_LIT("en")));
  assert_true(ng_is_language(NG_LIT("zh_Hans-CN")));
  assert_true(ng_is_language(NG_LIT("es-419")));
  assert_false(ng_is_language(NG_LIT("")));
  assert_false(ng_is_language(NG_LIT("en-")));
  assert_false(ng_is_language(NG_LIT("-en")));
  assert_false(ng_is_language(NG_LIT("en US")));
  assert_false(ng_is_language(NG_LIT("English language")));
  assert_false(ng_is_language(NG_LIT("portuguese")));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_address_becomes_a_legal_iri),
      cmocka_unit_test(a_base_is_a_legal_iri_without_a_fragment),
      cmocka_unit_test(knows_the_form_of_a_language_tag),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
