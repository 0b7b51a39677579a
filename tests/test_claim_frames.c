/* Whatever a sentence says of what somebody is but that it is so, it is not
 * told as a fact of the article's own. */
#include "test.h"

#include "event_cases.h"

#define FACT(predicate) "!" predicate " standing=Established"

/* "@" is somebody or something, "#" what it is. */
static const char *const claim_frames[] = {
    "Emmanuel Macron said @ is #.",
    "@ is #, Emmanuel Macron said.",
    "According to Emmanuel Macron, @ is #.",
    "Emmanuel Macron denied that @ is #.",
    "If @ is #, it will be late.",
    "@ wants to be #.",
    "@ would be #.",
    "@ could be # next year.",
    "@ should be #.",
    "@ will be # next year.",
    "@ may be #.",
    "@ is expected to be #.",
    "@ is not #.",
    "@ hopes to be #.",
    "@ dreams of being #.",
    "@ claims to be #.",
    "@ is said to be #.",
    "@ is believed to be #.",
    "It is not true that @ is #.",
    "It is unclear whether @ is #.",
    "Nobody says that @ is #.",
    "@ reportedly is #.",
    "@ might have been #.",
    "@ never was #.",
    "Is @ #?",
    "Imagine that @ is #.",
    "@ pretended to be #.",
    "Emmanuel Macron wants @ to be #.",
    "Emmanuel Macron thinks @ is #.",
    "Emmanuel Macron asked whether @ is #.",
    "\"@ is #,\" Emmanuel Macron said.",
    "@ failed to be #.",
    "@ has yet to be #.",
    "@ is about to be #.",
    "@ was accused of being #.",
    "Had @ been #, it would be late.",
    "In the film, @ is #.",
    "@ is likely to be #.",
    "@ was going to be #.",
    "@ is to be #.",
    "@ almost was #.",
    "@ cannot be #.",
    "@ must be #.",
    "Emmanuel Macron joked that @ is #.",
    "Emmanuel Macron was wrong to say that @ is #.",
    "The claim that @ is # is false.",
    "Some believe @ is #.",
    "@ is ready to be #.",
    "@ has no wish to be #.",
};

static const struct {
  const char *subject, *object, *wrong;
} what_they_are[] = {
    {"Serbia", "a member of NATO", FACT("memberOf")},
    {"Belgrade", "the capital of Kosovo", FACT("capital")},
    {"Boris Tadic", "the spokesman for Hezbollah", FACT("spokespersonFor")},
    {"Boris Tadic", "a French politician", FACT("citizenOf")},
    {"Boris Tadic", "married to Angela Merkel", FACT("spouse")},
    {"Boris Tadic", "the chief executive of Gazprom",
     "!holdsOffice agent=Boris_Tadic"},
    {"Boris Tadic", "the chief executive of Gazprom",
     "!holdsOffice agent=Emmanuel_Macron"},
};

static void
check_claim(const setting *s, const char *frame, const char *subject,
            const char *object, const char *want)
{
  char half[512];
  const char *at = strchr(frame, '#');
  assert_non_null(at);
  (void)snprintf(half, sizeof half, "%.*s%s%s", (int)(at - frame), frame,
                 object, at + 1);
  check_frame(s, half, "@", subject, want);
}

static void
no_frame_tells_what_somebody_is(void **state)
{
  size_t n = sizeof what_they_are / sizeof *what_they_are;
  for (size_t k = 0; k < n; k++)
    for (size_t i = 0; i < sizeof claim_frames / sizeof *claim_frames; i++)
      check_claim(*state, claim_frames[i], what_they_are[k].subject,
                  what_they_are[k].object, what_they_are[k].wrong);
  for (size_t k = 0; k + 1 < n; k++)
    check_claim(*state, "It rained, and @ is #.", what_they_are[k].subject,
                what_they_are[k].object, what_they_are[k].wrong + 1);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_frame_tells_what_somebody_is),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
