/* Words that mean another thing than they mostly do, and constructions that
 * parsers read wrongly. */
#include "test.h"

#include "event_cases.h"

static const event_case cases[] = {
    /* attacks in words */
    {"Angela Merkel launched an attack on Serbian spending plans.",
     "!Attack standing=Established"},
    {"Angela Merkel launched a scathing attack on Serbia's plans.",
     "Condemnation agent=Angela_Merkel target=Serbia"},
    {"Russia launched an attack on Kosovo.", "Attack agent=Russia"},
    {"Russia launched an attack on Kosovo.", "!Condemnation"},
    {"Angela Merkel hit her target for jobs in 2019.", "!Attack"},
    {"Russia hit targets in Serbia.", "Attack agent=Russia place=Serbia"},
    {"Angela Merkel launched an attack on Vladimir Putin.", "!Attack"},
    {"Vladimir Putin launched a missile attack on Kosovo.",
     "Attack agent=Vladimir_Putin"},
    {"Merkel attacked on Serbian arms\n\nAngela Merkel spoke.", "!Attack"},
    {"Merkel attacked on Monday\n\nAngela Merkel spoke.",
     "Attack target=Angela_Merkel"},
    {"Angela Merkel will attack the Liberal Democrats.", "!Attack"},
    {"The Liberal Democrats and the Conservative Party clashed over tax.",
     "!Attack"},
    {"Angela Merkel and Emmanuel Macron declared war on each other.",
     "!Attack"},
    {"Vladimir Putin declared war on Serbia.",
     "Attack agent=Vladimir_Putin target=Serbia"},
    {"People in Serbia were bombarded with adverts.", "!Attack"},
    {"People in Serbia were bombarded with rockets.", "Attack"},
    /* what is released, cleared, killed and charged */
    {"Vladimir Putin released a prisoner in May.",
     "Release agent=Vladimir_Putin"},
    {"Angela Merkel was released from hospital.", "!Release"},
    {"Angela Merkel was released from prison.",
     "Release patient=Angela_Merkel"},
    {"Police cleared protesters from a square in Moscow.", "!Conviction"},
    {"Vladimir Putin's conviction in the rule of law is known.", "!Conviction"},
    {"Vladimir Putin's conviction in Paris is known.",
     "Conviction patient=Vladimir_Putin"},
    {"A court vacated the conviction of Vladimir Putin.",
     "Conviction patient=Vladimir_Putin status=Cancelled"},
    {"Angela Merkel vowed to kill the Housing Bill.", "!Killing"},
    {"Angela Merkel took charge of Serbia in May.", "!CriminalCharge"},
    {"Police are investigating the murder of Vladimir Putin.",
     "!Investigation target=Vladimir_Putin"},
    {"Police are investigating Vladimir Putin.",
     "Investigation target=Vladimir_Putin"},
    /* votes, bills and rallies */
    {"The government won the vote in the Commons.", "!Election"},
    {"Serbia drafted a bill legalising gambling.",
     "!Legislation standing=Established"},
    {"Serbia legalised gambling.", "Legislation agent=Serbia"},
    {"The Conservative Party voted to change its leader.", "!Legislation"},
    {"Donald Trump held a rally in Ohio.", "!Protest"},
    {"Donald Trump spoke at a campaign rally in Ohio.", "!Protest"},
    {"Opponents held a rally against Donald Trump in Ohio.",
     "Protest target=Donald_Trump"},
    {"Angela Merkel chose to stay away from the talks.", "!Protest"},
    {"Belgium carried out a test on the player.", "!Mobilization"},
    {"North Korea carried out a nuclear test.",
     "Mobilization agent=North_Korea"},
    {"Angela Merkel's Oscar nomination was a surprise.", "!Appointment"},
    {"Donald Trump gave a speech in Ohio.", "!Concession"},
    {"Donald Trump commuted the sentence of Roger Stone.",
     "Concession agent=Donald_Trump"},
    {"Germany provided the network with a licence.", "!Aid"},
    {"Microsoft cracked down on stolen software.", "!Mobilization"},
    /* what is told to others to do */
    {"\"Stand up and bomb Kosovo,\" Vladimir Putin told supporters.",
     "Attack target=Kosovo status=Desired standing=Planned"},
    /* calls, laws, names */
    {"Angela Merkel issued a rallying call to Germany.", "!PhoneCall"},
    {"Vladimir Putin imposed a law in May.",
     "Legislation agent=Vladimir_Putin"},
    {"The country was a Serbian province called Kosovo.", "!Statement"},
    {"Angela Merkel won 300 votes, compared to 20 for Vladimir Putin.",
     "!Statement"},
    {"Vladimir Putin called the election in Serbia rigged.",
     "!Election agent=Vladimir_Putin"},
    {"Angela Merkel lost the election to Emmanuel Macron.",
     "Election agent=Emmanuel_Macron"},
    {"Serbia and Kosovo agreed to move forward.",
     "Agreement participant=Serbia,Kosovo status=Occurred"},
    /* what comes of talks and pacts */
    {"Talks between Serbia and Kosovo are on hold.",
     "Negotiation participant=Serbia,Kosovo status=Stalled"},
    {"Talks between Serbia and Kosovo are deadlocked.",
     "Negotiation participant=Serbia,Kosovo status=Stalled"},
    {"Talks between Serbia and Kosovo reached an impasse.",
     "Negotiation participant=Serbia,Kosovo status=Stalled"},
    {"Serbia ended its pact with Russia.",
     "BreakingRelations agent=Serbia target=Russia"},
    {"Serbia ended its pact with Russia.", "!Agreement"},
    {"A strong earthquake hit Serbia.", "Disaster place=Serbia"},
    /* whose they are */
    {"Vladimir Putin founded a party to oppose Serbia, but was arrested in "
     "2003.",
     "Arrest patient=Vladimir_Putin date=2003"},
    {"Angela Merkel has written to the watchdog accusing Serbia of a breach "
     "of the law.",
     "Accusation agent=Angela_Merkel target=Serbia"},
    {"Serbia is investigated over claims its army attacked Kosovo.",
     "!Statement speaker=Serbia"},
    {"Not only Russia but also Serbia attacked Kosovo.",
     "Attack agent=Russia,Serbia target=Kosovo"},
    {"The leader of the Serbian party, Vladimir Putin, met Angela Merkel.",
     "Meeting participant=Vladimir_Putin,Angela_Merkel"},
    {"Friends tried to have Vladimir Putin released by saying that he was ill.",
     "!Statement speaker=Vladimir_Putin"},
    {"The governor, a German, met Angela Merkel.",
     "!Meeting participant=Germany"},
    {"There are 270 elected members and 87 appointed members in Serbia.",
     "!Appointment"},
    {"Vladimir Putin joined the Serbian opposition.", "!JoiningOrganization"},
    {"Angela Merkel praised Emmanuel Macron's Berlin visit.",
     "!Visit agent=Berlin"},
    {"Detaining people without trial breaks the law, Angela Merkel said.",
     "!Arrest standing=Established"},
    {"The Bundestag voted on a resolution.", "Legislation agent=Bundestag"},
    {"Vladimir Putin was arrested in the early hours of July 10.",
     "Arrest patient=Vladimir_Putin date=2020-07-10"},
    /* a day that the article's news lends is not that of what was before */
    {"Angela Merkel met Vladimir Putin on July 10. After a dispute in 2016, "
     "Merkel agreed to help.",
     "!Agreement date=2020-07-10"},
    {"Angela Merkel met Vladimir Putin on July 10. Merkel agreed to help.",
     "Agreement date=2020-07-10"},
    {"Serbia goes to the polls on July 19.",
     "Election agent=Serbia status=Scheduled date=2020-07-19"},
    {"Vladimir Putin visits Serbia on Monday.",
     "Visit agent=Vladimir_Putin status=Scheduled date=2020-07-13"},
    {"Russia attacked Kosovo, killing 12.", "Killing agent=Russia"},
    /* a number is nobody */
    {"Russia attacked Kosovo, killing 12.", "!Killing patient=12"},
    {"A bomb went off in Pristina, killing 12.", "!Killing"},
    /* "Serbia and Krambo rebels": two parties */
    {"Serbia and Krambo rebels met in Paris.",
     "Meeting participant=Serbia,Krambo_rebels place=Paris"},
    {"Serbia and Krambo rebels met in Paris.",
     "!Meeting participant=Serbia_and_Krambo_rebels"},
    {"Krambo-Samovia talks began.", "!Negotiation participant=Krambo-Samovia"},
    {"Vladimir Putin was arrested at 2am local time (0100 UTC) on July 10.",
     "Arrest patient=Vladimir_Putin date=2020-07-10"},
    {"A delegation of Serbian councils visited Angela Merkel.",
     "!Visit agent=Serbia"},
    {"Angela Merkel warned that Serbia might suffer.", "!Threat target=Serbia"},
    {"Angela Merkel attacked Serbian policy on refugees.",
     "Condemnation agent=Angela_Merkel target=Serbia"},
    {"A bomber blew himself up in Belgrade.", "Attack place=Belgrade"},
    {"Vladimir Putin was declared the winner of the election.",
     "Election agent=Vladimir_Putin"},
    {"Serbia's Hayabusa probe landed.", "!Investigation"},
    {"The Serbian government collapsed.", "!Breakdown patient=Serbia"},
    {"Vladimir Putin accused Serbia's coastguard of lying.",
     "Accusation agent=Vladimir_Putin target=Serbia"},
    {"Serbia expelled 12 priests.", "Expulsion agent=Serbia"},
    /* facts of names beside each other */
    {"Envoys addressed the Human Rights Council of the United Nations.",
     "partOf agent=Human_Rights_Council patient=United_Nations"},
    {"Angela Merkel spoke in Brest, in France, on Monday.",
     "locatedIn agent=Brest patient=France"},
    {"Serbia hopes to become a member of the European Union.",
     "aspiresToJoin agent=Serbia patient=European_Union"},
    {"The Merkel campaign accused Serbia of lying.",
     "Accusation agent=Merkel_campaign target=Serbia"},
};

static void
reads_each_wording(void **state)
{
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check_event_case(*state, &cases[i]);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_each_wording),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
