/* Two persons and one who speaks: whose words it is told in. */
#include "test.h"

#include "event_cases.h"

/* "@" is what is said. */
static const struct {
  const char *frame, *voice;
} frames[] = {
    {"\"@,\" Emmanuel Macron said. \"It is late.\"", "Emmanuel_Macron"},
    {"Emmanuel Macron said it was late. Angela Merkel said @.",
     "Angela_Merkel"},
    {"Emmanuel Macron met Angela Merkel. \"@,\" she said.", "Angela_Merkel"},
    {"Emmanuel Macron met Angela Merkel. \"@,\" he said.", "Emmanuel_Macron"},
    {"Angela Merkel criticised Emmanuel Macron. \"@,\" she added.",
     "Angela_Merkel"},
    {"Emmanuel Macron told Angela Merkel: \"@.\"", "Emmanuel_Macron"},
    {"Emmanuel Macron told Angela Merkel that @.", "Emmanuel_Macron"},
    {"Asked by Angela Merkel, Emmanuel Macron said @.", "Emmanuel_Macron"},
    {"Emmanuel Macron said Angela Merkel had claimed that @.", "Angela_Merkel"},
    {"According to Angela Merkel, Emmanuel Macron said @.", "Emmanuel_Macron"},
    {"Angela Merkel was told by Emmanuel Macron that @.", "Emmanuel_Macron"},
    {"Angela Merkel quoted Emmanuel Macron as saying @.", "Emmanuel_Macron"},
    {"Emmanuel Macron, speaking to Angela Merkel in Paris, said @.",
     "Emmanuel_Macron"},
    {"\"@,\" said Emmanuel Macron, standing beside Angela Merkel.",
     "Emmanuel_Macron"},
    {"\"@,\" Emmanuel Macron said in a letter to Angela Merkel.",
     "Emmanuel_Macron"},
    {"In a statement, Emmanuel Macron said @.", "Emmanuel_Macron"},
    {"\"@,\" a statement by Emmanuel Macron said.", "Emmanuel_Macron"},
    {"\"@,\" said Angela Merkel. Emmanuel Macron disagreed.", "Angela_Merkel"},
    {"Emmanuel Macron disagreed with Angela Merkel. \"@,\" the French "
     "president said.",
     "Emmanuel_Macron"},
    {"Emmanuel Macron spoke to Angela Merkel. The German chancellor said @.",
     "Angela_Merkel"},
    {"Angela Merkel said it was late, while Emmanuel Macron said @.",
     "Emmanuel_Macron"},
    {"Angela Merkel said it was late, but according to Emmanuel Macron @.",
     "Emmanuel_Macron"},
    {"Emmanuel Macron said: \"@.\" Angela Merkel left.", "Emmanuel_Macron"},
    {"\"It is late,\" Angela Merkel said. \"@,\" Emmanuel Macron replied.",
     "Emmanuel_Macron"},
    {"Emmanuel Macron was in Paris on Monday with Angela Merkel. He said @.",
     "Emmanuel_Macron"},
    {"Emmanuel Macron was in Paris on Monday with Angela Merkel. She said @.",
     "Angela_Merkel"},
    {"Angela Merkel, whom Emmanuel Macron met, said @.", "Angela_Merkel"},
    {"Angela Merkel said, after meeting Emmanuel Macron, that @.",
     "Angela_Merkel"},
    {"After meeting Emmanuel Macron, Angela Merkel said @.", "Angela_Merkel"},
    {"\"@\" - Emmanuel Macron", "Emmanuel_Macron"},
    {"@, Emmanuel Macron told Angela Merkel.", "Emmanuel_Macron"},
    {"Emmanuel Macron wrote to Angela Merkel that @.", "Emmanuel_Macron"},
    {"Emmanuel Macron warned Angela Merkel that @.", "Emmanuel_Macron"},
    {"Emmanuel Macron reminded Angela Merkel that @.", "Emmanuel_Macron"},
    {"Emmanuel Macron accused Angela Merkel of lying and said @.",
     "Emmanuel_Macron"},
    {"Angela Merkel thanked Emmanuel Macron and said @.", "Angela_Merkel"},
    {"Emmanuel Macron issued a statement. \"@,\" it said.", "Emmanuel_Macron"},
    {"The meeting of Emmanuel Macron and Angela Merkel was short. Afterwards "
     "Angela Merkel said @.",
     "Angela_Merkel"},
};

static const struct {
  const char *said, *want;
} sayings[] = {
    {"Serbia attacked Kosovo", "Attack voice="},
    {"Serbia imposed sanctions on Russia", "SanctionImposition voice="},
    {"Serbia left NATO", "LeavingOrganization voice="},
};

static void
the_right_one_speaks(void **state)
{
  for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
    for (size_t k = 0; k < sizeof sayings / sizeof *sayings; k++) {
      char text[512], want[256];
      const char *at = strchr(frames[i].frame, '@');
      assert_non_null(at);
      (void)snprintf(text, sizeof text, "%.*s%s%s", (int)(at - frames[i].frame),
                     frames[i].frame, sayings[k].said, at + 1);
      (void)snprintf(want, sizeof want, "%s%s", sayings[k].want,
                     frames[i].voice);
      check_event_case(*state, &(event_case){text, want});
    }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_right_one_speaks),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
