#include "test.h"

#include "told.h"

enum { ROOM = 1000 };

/* The speeches of a text, a line each: "said by X to Y: words", with what else
 * is known of it before the colon, and in which other it is told. */
static void
speeches_of(const ng_doc *doc, char out[ROOM])
{
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->speeches.n; i++) {
    const ng_speech *s = &doc->speeches.at[i];
    put(out, ROOM, i ? NG_LIT("\n") : NG_LIT(""));
    put(out, ROOM,
        s->unit == NG_NONE ? NG_LIT("-")
                           : ng_doc_text(doc, doc->units.at[s->unit].span));
    put(out, ROOM, NG_LIT(" by "));
    put_members(doc, s->speaker, s->n, out, ROOM);
    if (s->n_addressees)
      put(out, ROOM, NG_LIT(" to "));
    put_members(doc, s->addressee, s->n_addressees, out, ROOM);
    put(out, ROOM, s->quoted ? NG_LIT(" quoted") : NG_LIT(""));
    put(out, ROOM, s->hearsay ? NG_LIT(" hearsay") : NG_LIT(""));
    put(out, ROOM, s->denied ? NG_LIT(" denied") : NG_LIT(""));
    put(out, ROOM, s->unsaid ? NG_LIT(" unsaid") : NG_LIT(""));
    if (s->outer != NG_NONE) {
      put(out, ROOM, NG_LIT(" in "));
      put(out, ROOM,
          ng_doc_text(doc,
                      doc->units.at[doc->speeches.at[s->outer].unit].span));
    }
    put(out, ROOM, NG_LIT(": "));
    put(out, ROOM, ng_doc_text(doc, s->content));
  }
}

static const struct {
  const char *text, *want;
} told[] = {
    /* the clause behind */
    {"Serbia said that Kosovo had broken its word.",
     "said by Serbia: that Kosovo had broken its word"},
    {"Serbia said Kosovo had broken its word.",
     "said by Serbia: Kosovo had broken its word"},
    {"Emmanuel Macron told Angela Merkel that the deal was dead.",
     "told by Emmanuel Macron to Angela Merkel: that the deal was dead"},
    {"France and Germany announced that they would sign the treaty.",
     "announced by France, Germany: that they would sign the treaty"},
    {"A joint statement by France and Germany said that Serbia agreed.",
     "said by France, Germany: that Serbia agreed"},
    {"A German government statement said that Macron praised Serbia.",
     "said by Government of Germany: that Macron praised Serbia"},
    /* before */
    {"Kosovo has broken its word, Serbia said on Monday.",
     "said by Serbia: Kosovo has broken its word"},
    {"Kosovo has broken its word, said Aleksandar Vucic.",
     "said by Aleksandar Vučić: Kosovo has broken its word"},
    {"The deal, France said, would help Serbia.",
     "said by France: The deal, France said, would help Serbia"},
    /* according to */
    {"According to Serbia, Kosovo broke its word.",
     "According by Serbia: Kosovo broke its word"},
    {"Kosovo broke its word, according to Serbia.",
     "according by Serbia: Kosovo broke its word"},
    /* quotations */
    {"\"We will never sign,\" Emmanuel Macron said.",
     "said by Emmanuel Macron quoted: We will never sign,"},
    {"\xE2\x80\x9CWe will never sign,\" said Emmanuel Macron.",
     "said by Emmanuel Macron quoted: We will never sign,"},
    {"\"We will never sign. We will leave,\" Emmanuel Macron said.",
     "said by Emmanuel Macron quoted: We will never sign. We will leave,"},
    {"\"We will never sign,\" Emmanuel Macron said. \"They attacked us.\"",
     "said by Emmanuel Macron quoted: We will never sign,\n"
     "said by Emmanuel Macron quoted: They attacked us."},
    {"'We will never sign', Emmanuel Macron said.",
     "said by Emmanuel Macron quoted: We will never sign"},
    {"Emmanuel Macron called the treaty \"a disaster\" on Monday.",
     "called by Emmanuel Macron quoted: a disaster"},
    {"The leaders' meeting with France's envoys was short.", ""},
    {"\"They attacked us in the night.\"",
     "- by  quoted: They attacked us in the night."},
    {"Serbia signed the \"final\" treaty with Kosovo.", ""},
    /* denied, asked, not said */
    {"Israel denied that it had bombed Syria.",
     "denied by Israel denied: that it had bombed Syria"},
    {"Israel did not say whether it had bombed Syria.",
     "say by Israel unsaid: whether it had bombed Syria"},
    /* urged, accused */
    {"The United States urged Iran to release the hostages.",
     "urged by United States to Iran: to release the hostages"},
    {"Iran accused Israel of attacking its troops.",
     "accused by Iran: of attacking its troops"},
    {"Vladimir Putin called for the withdrawal of Turkey.",
     "called by Vladimir Putin: for the withdrawal of Turkey"},
    /* hearsay */
    {"Iran reportedly attacked Israel.",
     "reportedly by  hearsay: Iran reportedly attacked Israel"},
    {"Vladimir Putin is said to have left Russia.",
     "said by  hearsay: to have left Russia"},
    {"Reports that Russia had left Syria surprised France.",
     "Reports by  hearsay: that Russia had left Syria"},
    /* two voices, and one in another */
    {"Iran said Israel had attacked it, but Israel denied this.",
     "said by Iran: Israel had attacked it, "},
    {"Serbia signed the treaty with Kosovo in Brussels.", ""},
};

static void
hears_who_says_what(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
    char got[ROOM];
    ng_doc *doc;
    ng_str text = {told[i].text, strlen(told[i].text)};
    assert_int_equal(tell(text, 1 << 24, &doc), NG_OK);
    speeches_of(doc, got);
    if (strcmp(got, told[i].want) != 0)
      print_error("%s\n", told[i].text);
    assert_string_equal(got, told[i].want);
    ng_doc_free(doc);
  }
}

/* The voice of the word `at` as a path of reporting words: "said<told". */
static void
voice_of(const ng_doc *doc, const char *word, char out[ROOM])
{
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->units.n; i++) {
    if (!ng_str_equal(ng_doc_text(doc, doc->units.at[i].span),
                      (ng_str){word, strlen(word)}))
      continue;
    for (uint32_t s = doc->voices.at[i]; s != NG_NONE;
         s = doc->speeches.at[s].outer) {
      put(out, ROOM, *out ? NG_LIT("<") : NG_LIT(""));
      put(out, ROOM,
          ng_doc_text(doc, doc->units.at[doc->speeches.at[s].unit].span));
    }
    return;
  }
}

static void
knows_whose_word_each_word_is(void **state)
{
  (void)state;
  static const struct {
    const char *text, *word, *want;
  } cases[] = {
      {"Serbia said Kosovo attacked.", "attacked", "said"},
      {"Serbia said Kosovo attacked.", "said", ""},
      {"Serbia said Kosovo attacked.", "Serbia", ""},
      {"Serbia met France and said Kosovo attacked.", "met", ""},
      {"France attacked, Serbia said, according to Russia.", "attacked",
       "said<according"},
      {"France said that Germany urged Serbia to sign the deal.", "sign",
       "urged<said"},
      {"France said that Germany urged Serbia to sign the deal.", "urged",
       "said"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char got[ROOM];
    ng_doc *doc;
    ng_str text = {cases[i].text, strlen(cases[i].text)};
    assert_int_equal(tell(text, 1 << 24, &doc), NG_OK);
    voice_of(doc, cases[i].word, got);
    if (strcmp(got, cases[i].want) != 0)
      print_error("%s\n", cases[i].text);
    assert_string_equal(got, cases[i].want);
    ng_doc_free(doc);
  }
}

/* `n` times `part`. */
static ng_str
repeat(const char *part, size_t n)
{
  size_t len = strlen(part);
  char *at = malloc(n * len + 1);
  assert_non_null(at);
  for (size_t i = 0; i < n * len; i++)
    at[i] = part[i % len];
  return (ng_str){at, n * len};
}

static void
takes_any_text_in_bounded_time(void **state)
{
  (void)state;
  static const struct {
    const char *part;
    size_t n;
  } cases[] = {
      {"\xE2\x80\x9C", 10000},
      {"\"", 100000},
      {"\" \"", 30000},
      {"\xE2\x80\x9Cwe said ", 10000},
      {"Serbia said that ", 5000},
      {"said and ", 20000},
      {", according to Serbia", 5000},
      {"\"Go.\" Serbia said.\n\n", 3000},
      {"the claim that ", 10000},
      {"and Serbia ", 20000},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_doc *doc;
    ng_str text = repeat(cases[i].part, cases[i].n);
    ng_status status = tell(text, (size_t)1 << 28, &doc);
    assert_int_equal(status, NG_OK);
    for (uint32_t k = 0; k < doc->speeches.n; k++) {
      const ng_speech *s = &doc->speeches.at[k];
      assert_true(s->content.begin < s->content.end &&
                  s->content.end <= doc->text.len);
      assert_true(s->speaker + s->n <= doc->members.n);
    }
    ng_doc_free(doc);
    free((void *)(uintptr_t)text.at);
  }
}

static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  static const char text[] =
      "\"We will go,\" France said. Serbia told Kosovo that reports of an "
      "attack, according to Russia, were false.";
  ng_status status = NG_ERR_LIMIT;
  for (size_t budget = 1000; status != NG_OK; budget += 97) {
    ng_doc *doc = NULL;
    status = tell((ng_str){text, sizeof text - 1}, budget, &doc);
    assert_true(status == NG_OK || status == NG_ERR_LIMIT);
    ng_doc_free(doc);
  }
}

static void
says_nothing_without_a_parse(void **state)
{
  (void)state;
  ng_doc *doc;
  context.model = NULL;
  ng_status status =
      tell(NG_LIT("Serbia said that Kosovo attacked."), 1 << 24, &doc);
  context.model = model;
  assert_int_equal(status, NG_OK);
  assert_int_equal(doc->speeches.n, 0);
  ng_doc_free(doc);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hears_who_says_what),
      cmocka_unit_test(knows_whose_word_each_word_is),
      cmocka_unit_test(takes_any_text_in_bounded_time),
      cmocka_unit_test(survives_every_allocation_failing),
      cmocka_unit_test(says_nothing_without_a_parse),
  };
  return cmocka_run_group_tests(tests, open_data, close_data);
}
