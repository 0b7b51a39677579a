/* Which sentences can tell of nothing, and are neither tagged nor parsed. */
#include "test.h"

#include "core/str.h"
#include "extract/lexicon/lexicon.h"

/* A bare pattern, and those that want more than their trigger. */
static const char lexicon_text[] =
    "@prefix ng: <https://w3id.org/newsgraph/ns#> .\n"
    "@prefix lex: <https://w3id.org/newsgraph/lexicon#> .\n"
    "[] lex:evokes ng:Meeting ; lex:verb \"meet\" ;\n"
    "   lex:participant \"subj|obj\" .\n"
    "[] lex:evokes ng:Meeting ; lex:verb \"hold\" ; lex:theme \"talks\" ;\n"
    "   lex:participant \"subj\" .\n"
    "[] lex:evokes ng:Meeting ; lex:verb \"sit_down\" ;\n"
    "   lex:participant \"subj\" .\n"
    "[] lex:evokes ng:Meeting ; lex:verb \"team\" ; lex:particle \"up\" ;\n"
    "   lex:participant \"subj\" .\n"
    "[] lex:evokes ng:Visit ; lex:verb \"travel\" ; lex:agent \"subj\" ;\n"
    "   lex:place \"to:to\" ; lex:needs \"agent place\" .\n"
    "[] lex:evokes ng:memberOf ; lex:noun \"member\" ;\n"
    "   lex:agent \"is\" ; lex:patient \"poss\" .\n"
    "[] lex:evokes lex:Phase ; lex:verb \"indicate postpone\" ;\n"
    "   lex:event \"obj\" ; lex:status ng:Postponed .\n";

static void
mention(ng_doc *doc, const char *name)
{
  const char *at = strstr(doc->text.at, name);
  if (!at)
    return;
  uint32_t begin = (uint32_t)(at - doc->text.at);
  ng_mention m = {.span = {begin, begin + (uint32_t)strlen(name)},
                  .kind = NG_KIND_NAME,
                  .denotes = NG_NONE,
                  .spot = NG_NONE};
  assert_true(NG_PUSH(&doc->arena, &doc->mentions, m));
}

static bool
is_quiet(const ng_context *context, const char *text)
{
  ng_doc *doc;
  assert_int_equal(
      ng_doc_new(&doc, (ng_str){text, strlen(text)}, 1 << 24, NULL), NG_OK);
  assert_int_equal(ng_segment(NULL, doc, NULL), NG_OK);
  mention(doc, "Ann");
  mention(doc, "Bob");
  assert_int_equal(ng_mark_quiet(context, doc, NULL), NG_OK);
  assert_int_equal(doc->sentences.n, 1);
  bool quiet = doc->sentences.at[0].flags & NG_SENTENCE_QUIET;
  ng_doc_free(doc);
  return quiet;
}

static void
sentences_without_a_pattern_are_quiet(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool quiet;
  } rows[] = {
      {"Ann met the press.", false},
      {"They met the press.", false},
      {"The press met.", true},
      {"Ann walked home.", true},
      {"Ann held a cup.", true},
      {"Ann held talks.", false},
      {"Ann held her Talks.", false},
      {"Ann held out for pre-talks.", true},
      {"Ann sat there.", true},
      {"Ann sat down.", false},
      {"Ann teamed the horses.", true},
      {"Ann teamed them up.", false},
      /* who says what may hang on it */
      {"Ann held \"a cup\".", false},
      {"Ann held \xE2\x80\x9C"
       "a cup\xE2\x80\x9D.",
       false},
      {"Ann held a cup, according to them.", false},
      {"Ann walked \"home\".", true},
      /* one is in the other */
      {"It was held near Ann in Bob.", false},
      {"It was held near Ann, Bob.", false},
      {"It was held by Ann and Bob.", true},
      /* the preposition without which there is no place */
      {"Ann travelled by night.", true},
      {"Ann travelled TO them.", false},
      /* a predicate has two ends, a phase its event */
      {"Ann was a member.", true},
      {"Ann was its member.", false},
      {"Ann was a member with Bob.", false},
      {"Ann postponed dinner.", true},
      {"Ann postponed dinner and met Bob.", false},
      {"Ann indicated that all was well.", false}, /* she speaks */
  };
  ng_options options;
  ng_lexicon *lexicon;
  ng_error err = {0};
  ng_options_init(&options);
  assert_int_equal(ng_lexicon_new(&lexicon, &err), NG_OK);
  ng_status status =
      ng_lexicon_add(lexicon, NG_LIT("test"),
                     (ng_str){lexicon_text, sizeof lexicon_text - 1}, &err);
  if (status != NG_OK)
    fail_msg("%s", err.text);
  ng_context context = {.options = &options, .lexicon = lexicon};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (is_quiet(&context, rows[i].text) != rows[i].quiet)
      fail_msg("%s", rows[i].text);
  ng_lexicon_free(lexicon);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sentences_without_a_pattern_are_quiet),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
