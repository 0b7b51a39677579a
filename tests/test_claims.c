#include "test.h"

#include "event_cases.h"

static void
states_the_facts_of_each_case(void **state)
{
  static const event_case cases[] = {
      /* what is tried is to join */
      {"Serbia's efforts on leaving the European Union were slow.",
       "!aspiresToJoin"},
      {"Serbia's hope of joining the European Union faded.",
       "aspiresToJoin agent=Serbia patient=European_Union"},
      /* a state is recognised, or what makes it one */
      {"He said that Serbia only recognizes Kosovar customs stamps and Kosovo "
       "facilitates the registration of firms.",
       "!recognizes"},
      {"Serbia recognizes the independence of Kosovo.",
       "recognizes agent=Serbia patient=Kosovo"},
      /* a suburb lies outside; a school's name says nothing of its teacher */
      {"He lived in Kramdorf, a suburb of Paris.", "!locatedIn patient=Paris"},
      {"They heard French University scientist Angela Merkel.",
       "!citizenOf agent=Angela_Merkel"},
      {"French historian Angela Merkel spoke.",
       "citizenOf agent=Angela_Merkel patient=France"},
      {"Serbia was not a member of NATO.",
       "memberOf agent=Serbia polarity=Negative"},
      {"Serbia never was a member of NATO.",
       "memberOf agent=Serbia polarity=Negative"},
      {"Serbia is no longer a member of NATO.",
       "memberOf agent=Serbia polarity=Positive"},
      {"Angela Merkel, a France economist at a bank, left.",
       "!citizenOf agent=Angela_Merkel"},
      {"Angela Merkel, a French economist at a bank, left.",
       "citizenOf agent=Angela_Merkel patient=France"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check_event_case(*state, &cases[i]);
}

static void
tells_who_is_meant_in_each_case(void **state)
{
  static const event_case cases[] = {
      /* an office that the base has as a name, too */
      {"Kosovo's Prime Minister Avdullah Hoti arrived. The prime minister "
       "condemned Russia.",
       "Condemnation agent=Avdullah_Hoti target=Russia"},
      {"Kosovo's Prime Minister Avdullah Hoti arrived. The Prime Minister "
       "condemned Russia.",
       "Condemnation agent=Avdullah_Hoti target=Russia"},
      {"Kosovo's Prime Minister Avdullah Hoti arrived. The PM condemned "
       "Russia.",
       "Condemnation agent=Avdullah_Hoti target=Russia"},
      {"The Chancellor of Germany condemned Russia.",
       "Condemnation agent=Angela_Merkel target=Russia"},
      {"The Prime Minister of Kosovo condemned Russia.",
       "Condemnation agent=Avdullah_Hoti target=Russia"},
      /* nobody is given the office, but one has it */
      {"Edi Rama came. The prime minister condemned Russia.",
       "Condemnation agent=Edi_Rama target=Russia"},
      {"Edi Rama came to France. France was cold and France was wet. The prime "
       "minister condemned Russia.",
       "!Condemnation agent=Edi_Rama"},
      /* who speaks is no name of what is said */
      {"After the vote the chief envoy, Aleksandar Vucic, said that Russia had "
       "isolated itself.",
       "Statement speaker=Aleksandar_Vucic"},
      /* who is prompted to say it means himself */
      {"The feud between Emmanuel Macron and Vladimir Putin prompted a donor "
       "to say he would refuse to meet Angela Merkel.",
       "!Rejection agent=Emmanuel_Macron"},
      /* somebody without a name is between */
      {"Emmanuel Macron met Angela Merkel. The businessman left. He condemned "
       "Russia.",
       "!Condemnation agent=Emmanuel_Macron"},
      /* whom others speak of in a quotation, "he" behind it does not mean */
      {"Emmanuel Macron said: \"Vladimir Putin is a liar. Vladimir Putin is "
       "weak.\" He condemned Russia.",
       "Condemnation agent=Emmanuel_Macron target=Russia"},
      /* a former president acts for nobody */
      {"The former Serbian president condemned Russia.",
       "!Condemnation agent=Serbia"},
      /* who has an office, or an age, or is "who", is a person */
      {"Krambo Dimsel, the president of Serbia, arrived. He condemned Russia.",
       "Condemnation agent=Krambo_Dimsel target=Russia"},
      {"Krambo Dimsel, who was late, arrived. He condemned Russia.",
       "Condemnation agent=Krambo_Dimsel target=Russia"},
      {"Krambo Dimsel, 54, arrived. He condemned Russia.",
       "Condemnation agent=Krambo_Dimsel target=Russia"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check_event_case(*state, &cases[i]);
}

static uint32_t
count_statements(const setting *s, const char *text)
{
  ng_doc *doc = annotated(s, (ng_str){text, strlen(text)});
  uint32_t n = 0;
  for (uint32_t i = 0; i < doc->events.n; i++)
    n += doc->events.at[i].class == NG_EVENT_Statement;
  ng_doc_free(doc);
  return n;
}

/* A paragraph that names the speaker anew is about something else. */
static void
a_new_paragraph_is_another_statement(void **state)
{
  assert_int_equal(count_statements(*state,
                                    "Emmanuel Macron said the talks failed. "
                                    "He explained that the plan was late."),
                   1);
  assert_int_equal(
      count_statements(*state,
                       "French President Emmanuel Macron said the talks "
                       "failed.\n\nThe president explained that the plan was "
                       "late."),
      2);
  assert_int_equal(count_statements(*state,
                                    "France said in a statement that it was "
                                    "over.\n\nThe statement said that the plan "
                                    "was late."),
                   1);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(states_the_facts_of_each_case),
      cmocka_unit_test(tells_who_is_meant_in_each_case),
      cmocka_unit_test(a_new_paragraph_is_another_statement),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
