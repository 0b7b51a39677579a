/* Diplomatic news: who meets, says, demands and supports what. */
#include "test.h"

#include "event_cases.h"

static const event_case cases[] = {
    /* what somebody calls something condemns it, unless it is not so */
    {"Vladimir Putin said that it was not a provocation.", "!Condemnation"},
    {"Vladimir Putin said that it would be a crime to wait.", "!Condemnation"},
    {"\"The blockade is unacceptable,\" Emmanuel Macron said.",
     "Condemnation agent=Emmanuel_Macron"},
    /* a demand in whatever words */
    {"Emmanuel Macron told Angela Merkel that Serbia should leave Kosovo.",
     "Demand agent=Emmanuel_Macron target=Serbia"},
    {"\"It is essential that Serbia withdraws,\" Emmanuel Macron said.",
     "Demand agent=Emmanuel_Macron target=Serbia"},
    /* what is wanted or offered has not happened */
    {"Putin's readiness for talks with Emmanuel Macron pleased Turkey.",
     "!Negotiation status=Occurred"},
    {"Emmanuel Macron stressed the importance of dialogue with Russia.",
     "Negotiation status=Desired"},
    {"Donald Trump announced the withdrawal of American troops from Syria.",
     "Withdrawal status=Scheduled"},
    {"Donald Trump announced a visit to Israel.", "Visit status=Scheduled"},
    {"Donald Trump announced an agreement with Iran.",
     "Agreement status=Occurred"},
    /* a short visit is one */
    {"Emmanuel Macron's visit to Algeria was short.",
     "Visit agent=Emmanuel_Macron polarity=Positive"},
    /* one event of two words for it */
    {"The Turkish statement called for a ceasefire in Syria.", "!Statement"},
    {"The Turkish statement called for a ceasefire in Syria.",
     "Demand agent=Turkey"},
    /* names joined by hyphens */
    {"The visit will bolster U.S.-China relations.",
     "Cooperation participant=United_States,China"},
    /* the leaders of two states, by whose counterpart one is */
    {"The leaders of Serbia and Ireland agreed to impose sanctions. Serbian "
     "President Aleksandar Vucic and his Irish counterpart Sean Duffy were "
     "in Paris.",
     "Agreement participant=Aleksandar_Vucic,Sean_Duffy"},
    /* what is met for; what is said in passing */
    {"Emmanuel Macron met Joe Biden in Paris to discuss trade with Russia.",
     "Meeting participant=Emmanuel_Macron,Joe_Biden"},
    {"Emmanuel Macron met Joe Biden to discuss the trade.", "!Negotiation"},
    {"Emmanuel Macron left the meeting, which he said was useful.",
     "!Statement"},
    {"Emmanuel Macron, who said that the talks had failed, left Serbia.",
     "Statement speaker=Emmanuel_Macron"},
    {"Japan and Turkey will boost their partnership by expanding their ties.",
     "Cooperation participant=Japan,Turkey"},
    /* whose cooperation it is, by who met */
    {"The talks between Japan and Turkey focused on ways to strengthen "
     "cooperation.",
     "Cooperation participant=Japan,Turkey status=Desired"},
    {"Ways to strengthen cooperation were few.", "!Cooperation"},
    {"Boris Johnson is due in court in London on Monday.", "!Visit"},
    {"Vladimir Putin shared his position with Emmanuel Macron.", "!Agreement"},
    {"Russia is ready for talks with Turkey.",
     "Negotiation participant=Russia,Turkey"},
    {"Russia is ready for talks with Turkey.", "!Negotiation status=Occurred"},
    {"Vladimir Putin warned that Russia would respond.",
     "Threat agent=Vladimir_Putin"},
    {"Vladimir Putin warned that Russia would respond.",
     "!Threat target=Russia"},
    {"Vladimir Putin warned that Serbia would lose.", "Threat target=Serbia"},
    /* the first phrase of two */
    {"Emmanuel Macron met on Tuesday with his Serbian counterpart Aleksandar "
     "Vucic on the sidelines of the summit in Paris.",
     "Meeting participant=Emmanuel_Macron,Aleksandar_Vucic"},
    {"Turkey has offered Serbia its mediation.", "!Mediation status=Occurred"},
    /* a range of days */
    {"Joe Biden visited Israel from July 3 to July 6.",
     "!Visit date=2020-07-06"},
    {"According to Russian officials, it rained in Serbia.", "!Statement"},
};

static void
finds_the_events_of_each_case(void **state)
{
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check_event_case(*state, &cases[i]);
}

/* How many events of the class are found in the text? */
static uint32_t
count(const setting *s, const char *text, ng_event_class class)
{
  uint32_t n = 0;
  ng_doc *doc = annotated(s, (ng_str){text, strlen(text)});
  for (uint32_t i = 0; i < doc->events.n; i++)
    n += doc->events.at[i].class == class;
  ng_doc_free(doc);
  return n;
}

static void
tells_each_once(void **state)
{
  assert_int_equal(count(*state,
                         "Turkey offered to mediate between Serbia and Kosovo.",
                         NG_EVENT_Mediation),
                   1);
  assert_int_equal(count(*state,
                         "According to a statement released by Serbia, Kosovo "
                         "rejected the plan.",
                         NG_EVENT_Statement),
                   1);
  assert_int_equal(count(*state,
                         "Angela Merkel attended the funeral in Paris. Merkel "
                         "attended the funeral as an envoy.",
                         NG_EVENT_Meeting),
                   1);
  assert_int_equal(count(*state,
                         "Japan and Turkey will boost their partnership by "
                         "expanding their ties.",
                         NG_EVENT_Cooperation),
                   1);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_events_of_each_case),
      cmocka_unit_test(tells_each_once),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
