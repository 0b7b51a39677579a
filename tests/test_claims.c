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
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check_event_case(*state, &cases[i]);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(states_the_facts_of_each_case),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
