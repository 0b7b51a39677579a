#include "test.h"

#include "told.h"

enum { ROOM = 1000 };

/* What each reference means: "sides=Kosovo, Serbia he=Aleksandar Vučić". */
static void
references_of(const ng_doc *doc, char out[ROOM])
{
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->references.n; i++) {
    const ng_reference *r = &doc->references.at[i];
    assert_true(i == 0 || doc->references.at[i - 1].unit < r->unit);
    put(out, ROOM, i ? NG_LIT("; ") : NG_LIT(""));
    put(out, ROOM, ng_doc_text(doc, doc->units.at[r->unit].span));
    put(out, ROOM, NG_LIT("="));
    put_members(doc, r->member, r->n, out, ROOM);
  }
}

static const struct {
  const char *text, *want;
} meant[] = {
    /* groups */
    {"Kosovo and Serbia met. The two sides agreed to talk.",
     "sides=Kosovo, Serbia"},
    {"Kosovo and Serbia met. Both countries want to join.",
     "countries=Kosovo, Serbia"},
    {"Serbia held talks with Kosovo. The two countries disagreed.",
     "countries=Serbia, Kosovo"},
    {"Emmanuel Macron and Angela Merkel met in Paris. The two leaders "
     "agreed.",
     "leaders=Emmanuel Macron, Angela Merkel"},
    {"Emmanuel Macron met Angela Merkel in Paris. The two agreed.",
     "two=Emmanuel Macron, Angela Merkel"},
    {"French President Emmanuel Macron and German Chancellor Angela Merkel "
     "spoke. Relations between the two countries are good.",
     "countries=France, Germany"},
    {"Serbian President Aleksandar Vucic and Kosovar Prime Minister Avdullah "
     "Hoti spoke. The Balkans leaders agreed.",
     "leaders=Aleksandar Vučić, Avdullah Hoti"},
    {"French President Emmanuel Macron and German Chancellor Angela Merkel "
     "invited the Balkans leaders.",
     ""},
    {"Kosovo, Serbia and Albania met. The two countries left.", ""},
    {"Paris fell. The two sides met.", ""},
    {"Two countries met.", ""},
    /* offices: by the article, then by the bases at its date */
    {"Serbian President Aleksandar Vucic came. The Serbian president "
     "spoke.",
     "president=Aleksandar Vučić"},
    {"President Aleksandar Vucic came. The president spoke.",
     "president=Aleksandar Vučić"},
    {"The Serbian president spoke.", "president=Aleksandar Vučić"},
    {"Kosovo's prime minister spoke.", "minister=Avdullah Hoti"},
    {"The president of France spoke.", "president=Emmanuel Macron"},
    {"The German chancellor spoke.", "chancellor=Angela Merkel"},
    {"A Serbian president spoke.", ""},
    {"The former Serbian president spoke.", ""},
    {"The next Serbian president will speak.", ""},
    {"The president spoke.", ""},
    {"Kosovar President Hashim Thaci met his Serbian counterpart.",
     "his=Hashim Thaçi; counterpart=Aleksandar Vučić"},
    /* by the bases, of those whom the article names */
    {"Iceland's finance minister spoke. In Paris, Bjarni Benediktsson met "
     "Angela Merkel.",
     "minister=Bjarni Benediktsson"},
    {"Iceland's trade minister spoke. In Paris, Bjarni Benediktsson met "
     "Angela Merkel.",
     ""},
    {"The French economy minister spoke. Emmanuel Macron met Angela Merkel.",
     ""},
    /* he and she */
    {"Emmanuel Macron came to Berlin. He spoke.", "He=Emmanuel Macron"},
    {"Angela Merkel came to Paris. She spoke.", "She=Angela Merkel"},
    {"Emmanuel Macron said Vladimir Putin lied. He added more.",
     "He=Emmanuel Macron"},
    /* by the clauses around: the subject, not the name that stands nearest */
    {"Emmanuel Macron met Vladimir Putin in Paris. He spoke.",
     "He=Emmanuel Macron"},
    {"Emmanuel Macron met Vladimir Putin on his visit to Moscow.",
     "his=Emmanuel Macron"},
    {"Aleksandar Vucic spoke. The Serbian president met Vladimir Putin on his "
     "visit to Moscow. He left for Berlin.",
     "president=Aleksandar Vučić; his=Aleksandar Vučić; He=Aleksandar Vučić"},
    {"Vladimir Putin lied. In his speech, Emmanuel Macron described a plan "
     "which he said would fail.",
     "his=Emmanuel Macron; he=Emmanuel Macron"},
    {"Emmanuel Macron called Vladimir Putin. The government was silent, Angela "
     "Merkel said. She left.",
     "She=Angela Merkel"},
    {"\"I am older than Vladimir Putin,\" he said.", ""},
    {"Emmanuel Macron came. Mrs Samovic spoke. If he left, it would end.", ""},
    {"Emmanuel Macron left. Macron was tired. Vladimir Putin stayed. The "
     "ruling is about the fields of Kosovo and it ended the dispute of Serbia. "
     "He was convicted.",
     ""},
    {"Emmanuel Macron was angry. A spokesman said he would leave.", ""},
    {"Vladimir Putin left. Emmanuel Macron said he should go.",
     "he=Emmanuel Macron"},
    /* not whom something is named by in passing */
    {"Emmanuel Macron left in 2010. The court, headed by Vladimir Putin, "
     "issued a warrant against him.",
     "him=Emmanuel Macron"},
    /* they */
    {"Emmanuel Macron and Angela Merkel came. They spoke.",
     "They=Emmanuel Macron, Angela Merkel"},
    {"Emmanuel Macron and Angela Merkel came. Protesters shouted. They "
     "spoke.",
     ""},
    {"Turkey and Libya drew a line. Turkey likes their line.", ""},
    {"Emmanuel Macron and Angela Merkel spoke. The talks were the first time "
     "since May for the leaders that they met.",
     ""},
    {"Kosovo and Serbia met. Both want to sign.", "Both=Kosovo, Serbia"},
    /* bodies */
    {"Serbia signed the treaty. The country has waited for long.",
     "country=Serbia"},
    {"Serbia and Kosovo signed. The country has waited for long.", ""},
    {"France and Germany said in a statement that it was over. The "
     "statement warned Serbia.",
     "statement=France, Germany"},
    {"Russia met Norway. The NATO member protested.", "member=Norway"},
    {"Spain met Norway. The NATO member protested.", ""},
    {"Russia met Serbia. The NATO member protested.", ""},
    {"Norway met Russia. The NATO member Turkey protested.", ""},
    /* it */
    {"France and Germany issued a joint statement. It said that it was over.",
     "It=France, Germany"},
    {"Kosovo was a province of Serbia. It declared independence.", "It=Kosovo"},
    {"Kosovo and Serbia met. It declared independence.", ""},
    {"NATO condemned Serbia. It urged Kosovo to wait.",
     "It=North Atlantic Treaty Organization"},
    {"NATO condemned Serbia. It warned NATO.", ""},
    {"Emmanuel Macron condemned Serbia. It urged Kosovo to wait.", ""},
    {"Serbia fell. It seems that it rained.", ""},
};

static void
knows_who_is_meant(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof meant / sizeof *meant; i++) {
    char got[ROOM];
    ng_doc *doc;
    ng_str text = {meant[i].text, strlen(meant[i].text)};
    assert_int_equal(tell(text, 1 << 24, &doc), NG_OK);
    references_of(doc, got);
    if (strcmp(got, meant[i].want) != 0)
      print_error("%s\n", meant[i].text);
    assert_string_equal(got, meant[i].want);
    ng_doc_free(doc);
  }
}

static void
bases_are_asked_at_the_date(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    const char *want;
  } cases[] = {
      {" date 2015-03-01 The Serbian president spoke.",
       "president=Tomislav Nikolić"},
      {" date 2018-03-01 The Serbian president spoke.",
       "president=Aleksandar Vučić"},
      {"The Serbian president spoke.", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char got[ROOM];
    ng_doc *doc;
    bool dated = cases[i].text[0] == ' ';
    const char *text = cases[i].text + (dated ? 17 : 0);
    told_date = 0;
    if (dated)
      (void)ng_date_parse((ng_str){cases[i].text + 6, 10}, &told_date);
    assert_int_equal(tell((ng_str){text, strlen(text)}, 1 << 24, &doc), NG_OK);
    told_date = 20200712;
    references_of(doc, got);
    assert_string_equal(got, cases[i].want);
    ng_doc_free(doc);
  }
}

static void
a_holder_not_named_is_an_entity(void **state)
{
  (void)state;
  ng_doc *doc;
  assert_int_equal(tell(NG_LIT("The Serbian president spoke."), 1 << 24, &doc),
                   NG_OK);
  assert_int_equal(doc->entities.n, 2);
  assert_int_equal(doc->entities.at[1].n_mentions, 0);
  assert_int_equal(doc->entities.at[1].type, NG_PERSON);
  ng_doc_free(doc);
}

static void
takes_any_text_in_bounded_time(void **state)
{
  (void)state;
  static const char *const parts[] = {
      "The Serbian president spoke. ",
      "Kosovo and Serbia met. They left. ",
      "the two sides and ",
      "the president of the president of ",
      "Serbia, Kosovo and ",
      "he ",
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    enum { TIMES = 3000 };
    size_t len = strlen(parts[i]);
    char *text = malloc(len * TIMES);
    ng_doc *doc;
    assert_non_null(text);
    for (size_t k = 0; k < TIMES; k++)
      memcpy(text + k * len, parts[i], len);
    assert_int_equal(tell((ng_str){text, len * TIMES}, (size_t)1 << 28, &doc),
                     NG_OK);
    ng_doc_free(doc);
    free(text);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_who_is_meant),
      cmocka_unit_test(bases_are_asked_at_the_date),
      cmocka_unit_test(a_holder_not_named_is_an_entity),
      cmocka_unit_test(takes_any_text_in_bounded_time),
  };
  return cmocka_run_group_tests(tests, open_data, close_data);
}
