/* Whatever a sentence says of a happening but that it happened, it is not told
 * as a fact of the article's own: all frames with all happenings. */
#include "test.h"

#include "event_cases.h"

/* A happening: what Serbia did, has done; does; doing. */
typedef struct {
  const char *past, *base, *gerund;
  const char *wrong; /* it is told as a fact */
} happening;

#define FACT(class) "!" class " standing=Established"

static const happening happenings[] = {
    {"attacked Kosovo", "attack Kosovo", "attacking Kosovo", FACT("Attack")},
    {"arrested Boris Tadic", "arrest Boris Tadic", "arresting Boris Tadic",
     FACT("Arrest")},
    {"met Angela Merkel", "meet Angela Merkel", "meeting Angela Merkel",
     FACT("Meeting")},
    {"imposed sanctions on Russia", "impose sanctions on Russia",
     "imposing sanctions on Russia", FACT("SanctionImposition")},
    {"expelled the Russian ambassador", "expel the Russian ambassador",
     "expelling the Russian ambassador", FACT("Expulsion")},
    {"released Boris Tadic", "release Boris Tadic", "releasing Boris Tadic",
     FACT("Release")},
    {"appointed Boris Tadic as minister", "appoint Boris Tadic as minister",
     "appointing Boris Tadic as minister", FACT("Appointment")},
    {"condemned Russia", "condemn Russia", "condemning Russia",
     FACT("Condemnation")},
};

/* "@" is what Serbia did. */
static const char *const past_frames[] = {
    "Emmanuel Macron said that Serbia @.",
    "The ministry said in a statement that Serbia @.",
    "Serbia @, Emmanuel Macron said.",
    "A spokesman said Serbia @.",
    "Officials say Serbia @.",
    "Serbia @, officials said on Monday.",
    "According to Emmanuel Macron, Serbia @.",
    "Serbia @, according to reports.",
    "It was reported that Serbia @.",
    "Emmanuel Macron claimed Serbia @.",
    "Emmanuel Macron denied that Serbia @.",
    "Emmanuel Macron believes that Serbia @.",
    "Sources told the BBC that Serbia @.",
    "There were rumours that Serbia @.",
    "There is no evidence that Serbia @.",
    "It is not true that Serbia @.",
    "Emmanuel Macron wondered whether Serbia @.",
    "If Serbia @, it would be a mistake.",
    "Unless Serbia @, there would be no peace.",
    "Serbia reportedly @.",
    "Serbia allegedly @.",
    "Serbia never @.",
    "Serbia nearly @.",
    "Serbia almost @.",
    "Emmanuel Macron dismissed claims that Serbia @.",
    "Emmanuel Macron imagined that Serbia @.",
    "The film tells how Serbia @.",
    "Nobody in Serbia @.",
    "Critics alleged that Serbia @.",
    "Emmanuel Macron wishes that Serbia @.",
    "\"Serbia @,\" a witness said.",
    "\"Serbia @,\" Emmanuel Macron told reporters.",
    "Emmanuel Macron: Serbia @.",
    "It is unclear whether Serbia @.",
    "Police are investigating whether Serbia @.",
    "Emmanuel Macron pretended that Serbia @.",
    "Had Serbia @, there would be a war.",
    "What would happen if Serbia @?",
    "Has Serbia @?",
    "Analysts think that Serbia @.",
    "The report suggests that Serbia @.",
    "The newspaper wrote that Serbia @.",
    "Emmanuel Macron was told that Serbia @.",
    "\"It is bad,\" Emmanuel Macron said. \"Serbia @.\"",
    "Emmanuel Macron spoke on Monday. \"Serbia @,\" he said.",
    "Emmanuel Macron was angry: \"Serbia @.\"",
    "Emmanuel Macron made a claim on Monday. \"Serbia @. It was a mistake.\"",
    "Emmanuel Macron said on Monday that it was late and that Serbia @.",
    "Emmanuel Macron said it was late, that Serbia @, and that it rained.",
    "Emmanuel Macron, who said Serbia @, left.",
    "Emmanuel Macron left, saying Serbia @.",
    "Speaking in Paris, Emmanuel Macron said Serbia @.",
    "In a statement, the ministry said Serbia @.",
    "A statement by the ministry said Serbia @.",
    "The BBC, citing officials, said Serbia @.",
    "The BBC reported, citing officials, that Serbia @.",
    "Reuters quoted Emmanuel Macron as saying Serbia @.",
    "Emmanuel Macron was quoted as saying Serbia @.",
    "Emmanuel Macron told the BBC: \"Serbia @.\"",
    "Emmanuel Macron tweeted that Serbia @.",
    "Emmanuel Macron wrote on Twitter: \"Serbia @.\"",
    "Emmanuel Macron alleges that Serbia @.",
    "Emmanuel Macron, according to whom Serbia @, left.",
    "Witnesses described how Serbia @.",
    "Emmanuel Macron repeated his claim that Serbia @.",
    "Emmanuel Macron insists Serbia @.",
    "Emmanuel Macron is convinced that Serbia @.",
    "Emmanuel Macron is sure Serbia @.",
    "Emmanuel Macron fears that Serbia @.",
    "Emmanuel Macron suspects Serbia @.",
    "Emmanuel Macron hinted that Serbia @.",
    "Emmanuel Macron joked that Serbia @.",
    "Emmanuel Macron lied when he said Serbia @.",
    "Emmanuel Macron was wrong to say that Serbia @.",
    "Many people think Serbia @.",
    "Some believe Serbia @.",
    "It is thought that Serbia @.",
    "It has been suggested that Serbia @.",
    "It is possible that Serbia @.",
    "It is likely that Serbia @.",
    "Perhaps Serbia @.",
    "Maybe Serbia @.",
    "Serbia probably @.",
    "Serbia possibly @.",
    "Serbia apparently @.",
    "Serbia supposedly @.",
    "Suppose Serbia @.",
    "Imagine that Serbia @.",
    "As if Serbia @!",
    "Rumours spread that Serbia @.",
    "Whether Serbia @ is unclear.",
    "That Serbia @ is a lie.",
    "The idea that Serbia @ is wrong.",
    "The allegation that Serbia @ is false.",
    "Emmanuel Macron rejected the suggestion that Serbia @.",
    "Emmanuel Macron dreamed that Serbia @.",
    "Emmanuel Macron would be happy if Serbia @.",
    "Even if Serbia @, it would be late.",
    "Provided that Serbia @, it would be over.",
    "Once Serbia has @, it will be over.",
    "Until Serbia has @, it will not be over.",
    "When Serbia has @, it will be over.",
    "By next year Serbia will have @.",
    "Serbia might have @.",
    "Serbia may have @.",
    "Serbia could have @.",
    "Serbia should have @.",
    "Serbia would have @.",
    "Serbia must have @.",
    "Serbia has not @.",
    "Serbia has never @.",
    "Serbia had not @.",
    "Serbia is believed to have @.",
    "Serbia is alleged to have @.",
    "Serbia is accused of having @.",
    "Serbia denies having @.",
    "Serbia was said to have @.",
    "Serbia claims to have @.",
    "Serbia seems to have @.",
    "Serbia appears to have @.",
    "Neither Serbia nor Turkey @.",
    "No country @ but Serbia said it would.",
    "Little suggests that Serbia @.",
    "Nothing shows that Serbia @.",
    "Emmanuel Macron disputed that Serbia @.",
    "Emmanuel Macron questioned whether Serbia @.",
    "Emmanuel Macron refused to say whether Serbia @.",
    "Emmanuel Macron did not say that Serbia @.",
    "Emmanuel Macron never said that Serbia @.",
    "Emmanuel Macron did not know if Serbia @.",
    "The court must decide whether Serbia @.",
    "The trial will show whether Serbia @.",
    "Prosecutors say Serbia @.",
    "The indictment says that Serbia @.",
    "According to the indictment, Serbia @.",
    "In his book, Emmanuel Macron writes that Serbia @.",
    "The novel says Serbia @.",
    "In the game, Serbia @.",
    "In his dream, Serbia @.",
};

/* "~" is what it does. */
static const char *const base_frames[] = {
    "Serbia may ~.",
    "Serbia could ~ next week.",
    "Serbia should ~.",
    "Serbia would ~.",
    "Serbia will ~.",
    "Serbia plans to ~.",
    "Serbia is expected to ~.",
    "Serbia is likely to ~.",
    "Serbia wants to ~.",
    "Serbia refused to ~.",
    "Serbia failed to ~.",
    "Serbia tried to ~.",
    "Serbia has yet to ~.",
    "Serbia did not ~.",
    "Serbia vowed to ~.",
    "Serbia threatened to ~.",
    "Emmanuel Macron urged Serbia to ~.",
    "Emmanuel Macron asked Serbia to ~.",
    "Emmanuel Macron told Serbia to ~.",
    "Emmanuel Macron ordered Serbia to ~.",
    "Emmanuel Macron called on Serbia to ~.",
    "Serbia is preparing to ~.",
    "Serbia was about to ~.",
    "Serbia decided not to ~.",
    "Serbia is ready to ~.",
    "Serbia is unwilling to ~.",
    "Serbia is unable to ~.",
    "It would be wrong for Serbia to ~.",
    "There is a plan for Serbia to ~.",
    "Serbia hopes to ~.",
    "Serbia agreed to ~.",
    "Serbia has no plans to ~.",
    "Serbia must ~.",
    "Will Serbia ~?",
    "Let Serbia ~.",
    "Serbia can ~.",
    "Serbia cannot ~.",
    "Serbia has to ~.",
    "Serbia is set to ~.",
    "Serbia was supposed to ~.",
    "Serbia offered to ~.",
    "Serbia is said to ~.",
    "Emmanuel Macron wants Serbia to ~.",
    "Emmanuel Macron expects Serbia to ~.",
    "Parliament voted to let Serbia ~.",
    "Serbia has the right to ~.",
    "Serbia promised to ~.",
    "Serbia needs to ~.",
    "Serbia has an opportunity to ~.",
    "Serbia is under pressure to ~.",
    "In order to ~, Serbia needs money.",
    "Serbia lacks the money to ~.",
    "It is too early to ~, Serbia said.",
    "Serbia was reluctant to ~.",
    "Serbia stands ready to ~.",
    "Serbia is considering whether to ~.",
    "Serbia intended to ~.",
    "Serbia is due to ~ on Friday.",
    "Serbia was asked to ~.",
    "Serbia was told to ~.",
    "Emmanuel Macron insisted that Serbia ~.",
};

/* "^" is doing it. */
static const char *const gerund_frames[] = {
    "Serbia considered ^.",
    "Serbia ruled out ^.",
    "Serbia stopped short of ^.",
    "Emmanuel Macron accused Serbia of ^.",
    "Serbia is suspected of ^.",
    "Serbia was prevented from ^.",
    "Serbia denied ^.",
    "Emmanuel Macron warned Serbia against ^.",
    "Serbia is thinking of ^.",
    "Serbia is not ^.",
    "Serbia avoided ^.",
    "Serbia is capable of ^.",
    "Instead of ^, Serbia left.",
    "Without ^, Serbia left.",
    "Serbia risks ^.",
    "Serbia proposed ^.",
    "Serbia opposed ^.",
    "Emmanuel Macron suggested ^.",
    "Serbia is on the verge of ^.",
    "Serbia was close to ^.",
};

/* "@" is "the arrest of NAME", or "An attack", where it begins the sentence. */
static const char *const noun_frames[] = {
    "There were fears of @.",
    "Angela Merkel warned of @.",
    "Angela Merkel called for @.",
    "Angela Merkel ruled out @.",
    "@ is possible.",
    "@ would be a mistake.",
    "@ may take place.",
    "@ was averted.",
    "@ was called off.",
    "@ has been postponed.",
    "@ is expected.",
    "Turkey has plans for @.",
    "Turkey lives under the threat of @.",
    "Angela Merkel proposed @.",
    "In the event of @, Turkey will act.",
    "@ did not take place.",
    "Turkey left without @.",
    "There is talk of @.",
    "There were calls for @.",
    "Angela Merkel demanded @.",
    "There are hopes of @.",
    "Angela Merkel spoke of the prospect of @.",
    "Should there be @, Turkey will act.",
    "If there is @, Turkey will act.",
    "To prevent @, Turkey acted.",
    "Turkey wants @.",
    "Turkey is preparing for @.",
    "@ is unlikely.",
    "@ is unthinkable.",
    "@ was foiled.",
    "@ is due on Friday.",
    "@ will take place on Friday.",
    "Turkey is seeking @.",
    "Turkey discussed @.",
    "Turkey is pushing for @.",
    "There were reports of @.",
    "There were claims of @.",
    "@ is out of the question.",
    "@ never came.",
    "@ failed to materialise.",
    "@ could be next.",
    "Turkey offered @.",
    "Turkey considered @.",
    "Turkey threatened @.",
    "Turkey expects @.",
    "Turkey is against @.",
    "Turkey hopes for @.",
    "Turkey is working towards @.",
    "Turkey is close to @.",
    "Turkey failed to secure @.",
    "Angela Merkel said @ would be a mistake.",
    "Angela Merkel said there had been @.",
    "Angela Merkel said @ was possible.",
    "Rumours of @ spread.",
    "@ remains a possibility.",
    "The chances of @ are small.",
    "Nobody expects @.",
    "A draft of @ was written.",
    "Turkey lacks the money for @.",
    "@ is being considered.",
    "@ is being prepared.",
    "@ is being planned.",
    "@ has been cancelled.",
    "@ has been ruled out.",
    "The idea of @ is wrong.",
    "The suggestion of @ is wrong.",
    "A vote on @ is due on Friday.",
    "Parliament will debate @.",
    "Turkey is negotiating @.",
};

/* "#" is the same without an article. */
static const char *const bare_frames[] = {
    "A possible # is being discussed.",
    "An alleged # is being discussed.",
    "The planned # is late.",
    "There was no #.",
    "No # took place.",
};

/* What a noun names. */
typedef struct {
  const char *inside, *first, *bare;
  const char *wrong;
} named_happening;

#define NAMED(article, capital, noun, class)              \
  {                                                       \
    article " " noun, capital " " noun, noun, FACT(class) \
  }

static const named_happening named_happenings[] = {
    NAMED("an", "An", "attack by Serbia on Kosovo", "Attack"),
    NAMED("a", "A", "meeting between Serbia and Russia", "Meeting"),
    NAMED("a", "A", "visit by Emmanuel Macron to Berlin", "Visit"),
    NAMED("a", "A", "deal between Serbia and Russia", "Agreement"),
    NAMED("the", "The", "release of Boris Tadic by Serbia", "Release"),
    NAMED("the", "The", "arrest of Boris Tadic by Serbia", "Arrest"),
    NAMED("the", "The", "resignation of Boris Tadic", "Resignation"),
};

/* The same of plain sentences: the test would see a fact. */
static const char *const plain_frames[] = {
    "Serbia @.",
    "On Monday, Serbia @.",
    "Serbia, which is in Europe, @.",
};

enum { HAPPENINGS = sizeof happenings / sizeof *happenings };

static void
no_frame_tells_a_fact(void **state)
{
  for (size_t k = 0; k < HAPPENINGS; k++) {
    const happening *h = &happenings[k];
    for (size_t i = 0; i < sizeof past_frames / sizeof *past_frames; i++)
      check_frame(*state, past_frames[i], "@", h->past, h->wrong);
    for (size_t i = 0; i < sizeof base_frames / sizeof *base_frames; i++)
      check_frame(*state, base_frames[i], "~", h->base, h->wrong);
    for (size_t i = 0; i < sizeof gerund_frames / sizeof *gerund_frames; i++)
      check_frame(*state, gerund_frames[i], "^", h->gerund, h->wrong);
  }
}

static void
no_frame_tells_a_fact_by_a_noun(void **state)
{
  size_t n = sizeof named_happenings / sizeof *named_happenings;
  for (size_t k = 0; k < n; k++) {
    const named_happening *h = &named_happenings[k];
    for (size_t i = 0; i < sizeof noun_frames / sizeof *noun_frames; i++)
      check_frame(*state, noun_frames[i], "@",
                  *noun_frames[i] == '@' ? h->first : h->inside, h->wrong);
    for (size_t i = 0; i < sizeof bare_frames / sizeof *bare_frames; i++)
      check_frame(*state, bare_frames[i], "#", h->bare, h->wrong);
  }
}

static void
plain_sentences_do(void **state)
{
  for (size_t k = 0; k < HAPPENINGS; k++)
    for (size_t i = 0; i < sizeof plain_frames / sizeof *plain_frames; i++)
      check_frame(*state, plain_frames[i], "@", happenings[k].past,
                  happenings[k].wrong + 1);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_frame_tells_a_fact),
      cmocka_unit_test(no_frame_tells_a_fact_by_a_noun),
      cmocka_unit_test(plain_sentences_do),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
