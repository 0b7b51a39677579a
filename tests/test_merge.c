/* What is parsed as one word: linked names, dates, amounts. */
#include "test.h"

#include "core/str.h"
#include "doc.h"

#include <stdio.h>

/* Add a mention of `words`, which the text has once. */
static void
mention(ng_doc *doc, const char *words, ng_mention_kind kind)
{
  const char *at = strstr(doc->text.at, words);
  assert_non_null(at);
  uint32_t begin = (uint32_t)(at - doc->text.at);
  ng_mention m = {.span = {begin, begin + (uint32_t)strlen(words)},
                  .kind = (uint8_t)kind,
                  .denotes = NG_NONE,
                  .spot = NG_NONE};
  assert_true(NG_PUSH(&doc->arena, &doc->mentions, m));
}

static ng_doc *
doc_of(const char *text)
{
  ng_doc *doc;
  assert_int_equal(
      ng_doc_new(&doc, (ng_str){text, strlen(text)}, 1 << 24, NULL), NG_OK);
  doc->date = 20200712;
  assert_int_equal(ng_segment(NULL, doc, NULL), NG_OK);
  assert_int_equal(ng_find_times(NULL, doc, NULL), NG_OK);
  return doc;
}

/* The units of several tokens and the hyphenated ones, "kind text|...". */
static void
list_units(const ng_doc *doc, char out[500])
{
  static const char kinds[] = "wndha";
  size_t n = 0;
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->units.n; i++) {
    const ng_unit *u = &doc->units.at[i];
    if (u->kind == NG_UNIT_WORD)
      continue;
    n += (size_t)snprintf(out + n, 500 - n, "%s%c %.*s", n ? "|" : "",
                          kinds[u->kind], (int)(u->span.end - u->span.begin),
                          doc->text.at + u->span.begin);
  }
}

static void
names_dates_and_amounts_are_one_word_each(void **state)
{
  (void)state;
  /* text, a mention that is in it or NULL, its kind, units */
  static const struct {
    const char *text, *words;
    ng_mention_kind kind;
    const char *want;
  } rows[] = {
      {"", NULL, 0, ""},
      {"They met.", NULL, 0, ""},
      {"Emmanuel Macron spoke.", "Emmanuel Macron", NG_KIND_NAME,
       "n Emmanuel Macron"},
      {"The White House spoke.", "White House", NG_KIND_METONYM,
       "n White House"},
      {"The French president spoke.", "French president", NG_KIND_NOMINAL, ""},
      {"The prime minister spoke.", "prime minister", NG_KIND_NAME, ""},
      {"They met on July 12, 2020.", NULL, 0, "d July 12, 2020"},
      {"They met on 12 July 2020.", NULL, 0, "d 12 July 2020"},
      {"They met last week.", NULL, 0, ""},
      {"They met in July.", NULL, 0, ""},
      {"It cost $5 million.", NULL, 0, "a $5 million"},
      {"It has 5 million people.", NULL, 0, "a 5 million"},
      {"It rose 27 percent.", NULL, 0, "a 27 percent"},
      {"It has 5 people.", NULL, 0, ""},
      {"A face-to-face talk.", NULL, 0, "h face-to-face"},
      {"The July 12 Movement marched.", "July 12 Movement", NG_KIND_NAME,
       "n July 12 Movement"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char got[500];
    ng_doc *doc = doc_of(rows[i].text);
    if (rows[i].words)
      mention(doc, rows[i].words, rows[i].kind);
    assert_int_equal(ng_merge(NULL, doc, NULL), NG_OK);
    list_units(doc, got);
    assert_string_equal(got, rows[i].want);
    ng_doc_free(doc);
  }
}

/* Of mentions that start together the longest counts. */
static void
the_longest_name_is_the_unit(void **state)
{
  (void)state;
  char got[500];
  ng_doc *doc = doc_of("Bank of America paid.");
  mention(doc, "Bank of America", NG_KIND_NAME);
  mention(doc, "Bank", NG_KIND_NAME);
  mention(doc, "America", NG_KIND_NAME);
  assert_int_equal(ng_merge(NULL, doc, NULL), NG_OK);
  list_units(doc, got);
  assert_string_equal(got, "n Bank of America");
  assert_int_equal(doc->units.at[0].mention, 0);
  assert_int_equal(doc->units.n, 3); /* the name, "paid", "." */
  ng_doc_free(doc);
}

/* Every token of a sentence is in one unit, in order; quiet sentences have
 * none. */
static void
units_cover_the_sentences_that_are_not_quiet(void **state)
{
  (void)state;
  ng_doc *doc = doc_of("Anna Lee met them. It cost $5 million on July 12. Go!");
  mention(doc, "Anna Lee", NG_KIND_NAME);
  assert_int_equal(doc->sentences.n, 3);
  doc->sentences.at[2].flags |= NG_SENTENCE_QUIET;
  assert_int_equal(ng_merge(NULL, doc, NULL), NG_OK);
  for (uint32_t s = 0; s < 3; s++) {
    const ng_sentence *sentence = &doc->sentences.at[s];
    uint32_t token = sentence->token;
    for (uint32_t u = sentence->unit; u < sentence->unit_end; u++) {
      assert_int_equal(doc->units.at[u].token, token);
      token = doc->units.at[u].end;
      assert_int_equal(doc->units.at[u].span.end,
                       doc->tokens.at[token - 1].end);
    }
    assert_int_equal(token, s < 2 ? sentence->end : sentence->token);
  }
  ng_doc_free(doc);
}

static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  ng_str text = NG_LIT("Anna Lee met them on July 12, 2020 for $5 million.");
  ng_status status = NG_ERR_LIMIT;
  for (size_t budget = 0; status && budget < 100000; budget += 64) {
    ng_doc *doc;
    ng_error err = {0};
    status = ng_doc_new(&doc, text, budget, &err);
    if (status == NG_OK)
      status = ng_segment(NULL, doc, &err);
    if (status == NG_OK)
      status = ng_find_times(NULL, doc, &err);
    if (status == NG_OK)
      status = ng_merge(NULL, doc, &err);
    assert_true(status == NG_OK || status == NG_ERR_LIMIT);
    ng_doc_free(doc);
  }
  assert_int_equal(status, NG_OK);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_dates_and_amounts_are_one_word_each),
      cmocka_unit_test(the_longest_name_is_the_unit),
      cmocka_unit_test(units_cover_the_sentences_that_are_not_quiet),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
