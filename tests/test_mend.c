/* Parses put right, built by hand: no parser makes the same mistake for long.
 */
#include "test.h"

#include "core/str.h"
#include "text/mend.h"

/* A word of a sentence: what it is, and what it hangs on. */
typedef struct {
  const char *text;
  uint8_t upos, label;
  uint32_t head;
  ng_type name; /* NG_N_TYPES: no name */
} word;

static ng_doc *
parsed(const word *words, uint32_t n)
{
  ng_doc *doc;
  ng_error err = {0};
  char text[200] = "";
  for (uint32_t i = 0; i < n; i++)
    (void)strcat(strcat(text, words[i].text), " ");
  ng_article article = {.text = {text, strlen(text)}};
  assert_int_equal(ng_doc_new_article(&doc, &article, (size_t)1 << 20, &err),
                   NG_OK);
  for (uint32_t i = 0, at = 0; i < n; i++) {
    uint32_t end = at + (uint32_t)strlen(words[i].text);
    ng_unit u = {.span = {at, end},
                 .mention = NG_NONE,
                 .head = words[i].head,
                 .upos = words[i].upos,
                 .label = words[i].label,
                 .xpos = NG_N_XPOS};
    if (words[i].name != NG_N_TYPES) {
      ng_doc_entity e = {.type = words[i].name};
      ng_mention m = {.span = u.span, .entity = doc->entities.n};
      u.mention = doc->mentions.n;
      u.kind = NG_UNIT_NAME;
      assert_true(NG_PUSH(&doc->arena, &doc->entities, e));
      assert_true(NG_PUSH(&doc->arena, &doc->mentions, m));
    }
    assert_true(NG_PUSH(&doc->arena, &doc->units, u));
    at = end + 1;
  }
  ng_sentence s = {.span = {0, (uint32_t)strlen(text)}, .unit_end = n};
  ng_mend_sentence(doc, &s);
  return doc;
}

/* "WHO Director-General Adhanom praised": one subject. */
static void
whose_office_it_is_is_no_subject(void **state)
{
  const word words[] = {
      {"WHO", NG_PROPN, NG_REL_NSUBJ, 3, NG_INTERNATIONAL},
      {"Director-General", NG_PROPN, NG_REL_NMOD_DESC, 2, NG_N_TYPES},
      {"Adhanom", NG_PROPN, NG_REL_NSUBJ, 3, NG_PERSON},
      {"praised", NG_VERB, NG_REL_ROOT, NG_NONE, NG_N_TYPES},
  };
  (void)state;
  ng_doc *doc = parsed(words, 4);
  assert_int_equal(doc->units.at[0].head, 1);
  assert_int_equal(doc->units.at[0].label, NG_REL_COMPOUND);
  assert_int_equal(doc->units.at[2].head, 3);
  assert_int_equal(doc->units.at[2].label, NG_REL_NSUBJ);
  ng_doc_free(doc);
}

/* "Serbia, Adhanom said, left": two subjects, with a comma between. */
static void
what_stands_apart_is_left_alone(void **state)
{
  const word words[] = {
      {"Serbia", NG_PROPN, NG_REL_NSUBJ, 3, NG_COUNTRY},
      {",", NG_PUNCT, NG_REL_PUNCT, 3, NG_N_TYPES},
      {"Adhanom", NG_PROPN, NG_REL_NSUBJ, 3, NG_PERSON},
      {"left", NG_VERB, NG_REL_ROOT, NG_NONE, NG_N_TYPES},
  };
  (void)state;
  ng_doc *doc = parsed(words, 4);
  assert_int_equal(doc->units.at[0].head, 3);
  assert_int_equal(doc->units.at[0].label, NG_REL_NSUBJ);
  ng_doc_free(doc);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whose_office_it_is_is_no_subject),
      cmocka_unit_test(what_stands_apart_is_left_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
