/* What is not told as a fact must not be taken for one, and what is, must. */
#include "test.h"

#include "event_cases.h"

/* An attack that these sentences do not say has happened. */
static const char *const hedged[] = {
    "It is unclear whether Russia attacked Georgia.",
    "There is no evidence that Russia attacked Georgia.",
    "There are fears of an attack on Georgia.",
    "Few believe that Russia attacked Georgia.",
    "Emmanuel Macron imagined that Russia attacked Georgia.",
    "Emmanuel Macron lied that Russia attacked Georgia.",
    "Emmanuel Macron doubts that Russia attacked Georgia.",
    "Emmanuel Macron was prevented from attacking Georgia.",
    "Emmanuel Macron was on the verge of attacking Georgia.",
    "Emmanuel Macron was about to attack Georgia.",
    "Emmanuel Macron is against attacking Georgia.",
    "Emmanuel Macron would have supported attacking Georgia.",
    "Emmanuel Macron pretended to attack Georgia.",
    "Emmanuel Macron has yet to attack Georgia.",
    "Emmanuel Macron falsely claimed that Russia attacked Georgia.",
    "Emmanuel Macron foiled an attack on Georgia.",
    "In case Russia attacks Georgia, Serbia will respond.",
    "As long as Russia attacks Georgia, Serbia will respond.",
    "Until Russia attacks Georgia, Serbia will not respond.",
    "Before Russia attacks Georgia, Serbia will respond.",
    "If only Russia had attacked Georgia.",
    "Suppose that Russia attacked Georgia.",
    "In the film, Russia attacked Georgia.",
    "In a simulation, Russia attacked Georgia.",
    "Russia all but attacked Georgia.",
    "Russia had been due to attack Georgia.",
    "Georgia is due to be attacked by Russia.",
    "Russia was to have attacked Georgia.",
    "Rather than attacking Georgia, Russia sent aid.",
    "Rumour has it that Russia attacked Georgia.",
    "Reports emerged that Russia attacked Georgia.",
    "It is a lie that Russia attacked Georgia, Serbia said.",
    "It was not Russia that attacked Georgia.",
    "Serbia neither confirmed nor denied that Russia attacked Georgia.",
    "Serbia condemned Russia's so-called attack on Georgia.",
    "Russia escaped being attacked by Georgia.",
    "Emmanuel Macron is convinced that Russia attacked Georgia.",
    "Emmanuel Macron was told that Russia attacked Georgia.",
    "The inquiry failed to prove that Russia attacked Georgia.",
    "A video appeared to show that Russia attacked Georgia.",
    "It was reported that Russia attacked Georgia.",
    "Russia attacked Georgia, it was reported.",
    "It is time to attack Georgia, Emmanuel Macron said.",
};

/* Nor do these say that there was none. */
static const char *const undecided[] = {
    "Russia did not confirm that it had attacked Georgia.",
    "Russia did not confirm the attack on Georgia.",
    "Russia did not say that it had attacked Georgia.",
    "Russia could not confirm the attack on Georgia.",
    "Russia did not confirm or deny that it had attacked Georgia.",
    "The inquiry did not prove that Russia attacked Georgia.",
    "Serbia did not rule out an attack on Georgia.",
    "Russia did not deny the attack on Georgia.",
    "Russia did not announce the attack on Georgia.",
    "Russia did not attack Georgia until Friday.",
};

static const char *const told[] = {
    "Russia was forced to attack Georgia.",
    "Russia managed to attack Georgia.",
    "Russia attacked Georgia before Serbia met Kosovo.",
    "Serbia met Kosovo because Russia attacked Georgia.",
    "Emmanuel Macron regretted that Russia attacked Georgia.",
    "It was Russia that attacked Georgia.",
    "In that case, Russia attacked Georgia.",
    "Russia not only attacked Georgia but also arrested Angela Merkel.",
    "Serbia was not told of the attack on Georgia.",
    "It was not the first attack on Georgia.",
    "It was not the first time that Russia attacked Georgia.",
    "Serbia did nothing to stop the attack on Georgia.",
};

/* In whose words it is told: Angela Merkel's. */
static const char *const voiced[] = {
    "Angela Merkel said in a statement that Russia attacked Georgia.",
    "Angela Merkel issued a statement saying that Russia attacked Georgia.",
    "Angela Merkel ruled that Russia attacked Georgia.",
    "Angela Merkel expressed concern that Russia attacked Georgia.",
    "In Angela Merkel's view, Russia attacked Georgia.",
    "Russia attacked Georgia, in the view of Angela Merkel.",
    "\"Russia attacked Georgia,\" wrote Angela Merkel.",
    "Angela Merkel, speaking in Paris, said that Russia attacked Georgia.",
};

static void
voices_are_named(void **state)
{
  for (size_t i = 0; i < sizeof voiced / sizeof *voiced; i++) {
    check_event_case(*state, &(event_case){voiced[i],
                                           "Attack agent=Russia target=Georgia "
                                           "voice=Angela_Merkel"});
    check_event_case(*state,
                     &(event_case){voiced[i], "!Attack standing=Established"});
  }
}

static void
hedges_are_heard(void **state)
{
  for (size_t i = 0; i < sizeof hedged / sizeof *hedged; i++)
    check_event_case(*state,
                     &(event_case){hedged[i], "!Attack standing=Established"});
  for (size_t i = 0; i < sizeof hedged / sizeof *hedged; i++)
    check_event_case(*state,
                     &(event_case){hedged[i], "!Attack standing=Reported"});
}

static void
what_is_left_open_is_no_denial(void **state)
{
  static const char *const wrong[] = {"!Attack standing=Established",
                                      "!Attack polarity=Negative"};
  for (size_t i = 0; i < sizeof undecided / sizeof *undecided; i++)
    for (size_t k = 0; k < 2; k++)
      check_event_case(*state, &(event_case){undecided[i], wrong[k]});
}

static void
facts_are_told(void **state)
{
  for (size_t i = 0; i < sizeof told / sizeof *told; i++)
    check_event_case(*state,
                     &(event_case){told[i], "Attack standing=Established"});
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hedges_are_heard),
      cmocka_unit_test(voices_are_named),
      cmocka_unit_test(what_is_left_open_is_no_denial),
      cmocka_unit_test(facts_are_told),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
