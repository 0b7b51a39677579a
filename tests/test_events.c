#include "test.h"

#include "event_cases.h"

static const event_case cases[] = {
    {"Kosovo imposed a tax on Serbia.",
     "TariffImposition agent=Kosovo target=Serbia status=Occurred"},
    /* facts of names that stand beside each other */
    {"Emmanuel Macron met Angela Merkel at the White House in Washington.",
     "locatedIn agent=White_House patient=Washington"},
    {"Angela Merkel spoke to the Russian state news agency TASS.",
     "affiliation agent=TASS patient=Russia"},
    {"Envoys addressed the United Nations' Human Rights Council.",
     "partOf agent=Human_Rights_Council patient=United_Nations"},
    /* who attends, of what somebody is charged, why it failed */
    {"France postponed a summit in Paris, which Aleksandar Vucic had planned "
     "to attend.",
     "Meeting participant=Aleksandar_Vucic status=Postponed"},
    {"Prosecutors charged Hashim Thaci with war crimes.",
     "CriminalCharge patient=Hashim_Thaci theme=war_crime"},
    {"The chancellor, Gordon Brown, of the United Kingdom met Vladimir Putin.",
     "!headOfGovernment agent=United_Kingdom"},
    {"A tax was imposed on Serbia by Kosovo.",
     "TariffImposition agent=Kosovo target=Serbia status=Occurred"},
    {"Kosovo, which imposed a tax on Serbia, refused.",
     "TariffImposition agent=Kosovo target=Serbia status=Occurred"},
    {"Kosovo wants to impose a tax on Serbia.",
     "TariffImposition agent=Kosovo target=Serbia status=Desired "
     "standing=Planned"},
    {"Kosovo did not impose a tax on Serbia.",
     "TariffImposition agent=Kosovo polarity=Negative standing=Negated"},
    {"Kosovo refused to impose a tax on Serbia.",
     "TariffImposition agent=Kosovo polarity=Negative standing=Negated"},
    {"Kosovo might impose a tax on Serbia.",
     "TariffImposition agent=Kosovo status=Possible standing=Uncertain"},
    {"Will Kosovo impose a tax on Serbia?",
     "!TariffImposition standing=Established"},
    {"If Kosovo imposes a tax on Serbia, talks will end.",
     "!TariffImposition standing=Established"},
    {"Emmanuel Macron and Angela Merkel met in Paris.",
     "Meeting participant=Emmanuel_Macron,Angela_Merkel place=Paris"},
    {"Emmanuel Macron will meet Angela Merkel on July 20.",
     "Meeting status=Scheduled date=2020-07-20"},
    {"Emmanuel Macron met Angela Merkel on July 10.",
     "Meeting status=Occurred date=2020-07-10 standing=Established"},
    {"France and Germany are set to resume talks.",
     "!Negotiation standing=Established"},
    {"The summit between Serbia and Kosovo was postponed.",
     "Meeting participant=Serbia,Kosovo status=Postponed standing=Planned"},
    {"Five of the EU's 27 countries – Romania, Cyprus, Greece, Slovakia, and "
     "Spain – also don't recognize Kosovo's independence.",
     "DiplomaticRecognition agent=Romania,Cyprus,Greece,Slovakia,Spain "
     "patient=Kosovo polarity=Negative"},
    {"The summit will be hosted by France on July 20.",
     "!Hosting standing=Established"},
    {"Co-lead author Sam Wilson of the Center for Microbial Oceanography said "
     "that Serbia attacked Kosovo.",
     "Statement speaker=Sam_Wilson"},
    {"Angela Merkel commented on the future of Serbia.",
     "Statement speaker=Angela_Merkel status=Occurred"},
    {"Vladimir Putin and Emmanuel Macron discussed the future of Syria.",
     "Negotiation participant=Vladimir_Putin,Emmanuel_Macron status=Occurred"},
    {"Serbia and Kosovo agreed to a ceasefire brokered by Turkey.",
     "Mediation mediator=Turkey status=Occurred"},
    {"Hashim Thaci flew to Moscow for talks with Vladimir Putin.",
     "!Negotiation standing=Established"},
    {"Neither Serbia nor Kosovo attacked Turkey.",
     "Attack agent=Serbia,Kosovo polarity=Negative standing=Negated"},
    {"Serbia attacked neither Kosovo nor Turkey.",
     "!Attack standing=Established"},
    {"The United Nations warned that Serbia could face a famine.", "!Threat"},
    {"Instead of meeting Vladimir Putin, Emmanuel Macron flew to Serbia.",
     "!Meeting standing=Established"},
    {"Serbia almost attacked Kosovo.", "Attack polarity=Negative"},
    {"It is not true that Serbia attacked Kosovo.", "Attack polarity=Negative"},
    {"It is true that Serbia attacked Kosovo.",
     "Attack polarity=Positive standing=Established"},
    /* who is accused of it has done it */
    {"Serbia accused Turkey of attacking Kosovo.",
     "Attack agent=Turkey target=Kosovo standing=Uncertain voice=Serbia"},
    {"Serbia accused Turkey of attacking Kosovo.", "!Attack agent=Serbia"},
    {"Turkey was accused by Serbia of attacking Kosovo.",
     "Attack agent=Turkey target=Kosovo standing=Uncertain voice=Serbia"},
    /* who hosts it, and whether it has been */
    {"Talks resumed after a summit hosted by Emmanuel Macron.",
     "Meeting host=Emmanuel_Macron status=Occurred"},
    {"Serbia will attend a summit that Angela Merkel hosts next week.",
     "Meeting host=Angela_Merkel participant=Serbia status=Scheduled"},
    {"Kosovo agreed to resume talks after a summit hosted by Emmanuel Macron.",
     "Meeting host=Emmanuel_Macron standing=Established"},
    {"Kosovo will resume talks after a summit hosted by Emmanuel Macron.",
     "!Meeting standing=Established"},
    {"Kosovo plans to resume talks after a summit hosted by Emmanuel Macron.",
     "!Meeting standing=Established"},
    {"Russia denied the attack on Georgia.", "!Attack standing=Established"},
    /* an infinitive behind a verb that only carries is not done */
    {"France gave Russia until Monday to withdraw from Georgia.",
     "!Withdrawal standing=Established"},
    {"Germany issued a statement to condemn Russia.",
     "Condemnation agent=Germany target=Russia status=Occurred"},
    {"The Bundestag voted for the expulsion of the ambassador of Russia.",
     "!Expulsion standing=Established"},
    {"Emmanuel Macron did not resign and vowed to meet Angela Merkel.",
     "!Agreement polarity=Negative"},
    {"Russia would help Armenia by invading Georgia.",
     "!Attack standing=Established"},
    /* who does it tells what it is */
    {"Germany issued a travel warning to Spain.", "!Threat"},
    {"Israeli missiles hit Syria.", "Attack agent=Israel target=Syria"},
    {"Polish protesters surrounded the embassy of Russia.", "!Attack"},
    {"Emmanuel Macron attacked Angela Merkel over the plan.", "!Attack"},
    {"Emmanuel Macron called the election of Donald Trump a disgrace.",
     "!Election agent=Emmanuel_Macron"},
    {"Emmanuel Macron announced an agreement of the leaders of Serbia.",
     "!Agreement participant=Emmanuel_Macron"},
    /* so it is done, to nobody in particular */
    {"Ministers are removed from office after being convicted.", "!Conviction"},
    /* a time that is a noun's dates nothing else */
    {"Donald Trump was charged over breaches of the Act of 1867.",
     "!CriminalCharge date=1867"},
    {"Speaking in Paris on Friday, Emmanuel Macron said it was over.",
     "Statement speaker=Emmanuel_Macron date=2020-07-10"},
    {"\"Three months ago,\" Emmanuel Macron said, \"I met nobody.\"",
     "!Statement date=2020-04"},
    /* whom a pronoun does not mean */
    {"Emmanuel Macron met Angela Merkel. The minister left. He said it was "
     "over.",
     "!Statement speaker=Emmanuel_Macron"},
    {"Emmanuel Macron spoke. He said he trusted Emmanuel Macron.",
     "!Statement speaker=Emmanuel_Macron date=2020"},
    /* "I" is who speaks */
    {"\"I condemn Russia,\" Emmanuel Macron said.",
     "Condemnation agent=Emmanuel_Macron target=Russia standing=Reported"},
    /* headlines that tell in whose words they are */
    {"Donald Trump: Russia attacked Georgia\n\nIt was over.",
     "Attack agent=Russia target=Georgia standing=Reported "
     "voice=Donald_Trump"},
    {"Russia attacked Georgia - Donald Trump\n\nIt was over.",
     "Attack agent=Russia standing=Reported voice=Donald_Trump"},
    {"Russia attacked Georgia: report\n\nIt was over.",
     "!Attack standing=Established"},
    {"Iran: Russia attacked Georgia\n\nIt was over.",
     "!Attack standing=Established"},
    /* some of a people are not the people; the first read out of bounds */
    {"Several Russians are citizens of Serbia.", "!citizenOf"},
    {"Three Germans are members of Hamas.", "!memberOf"},
    {"Some Russians are members of Hamas.", "!memberOf"},
    /* headlines leave out "was", and tell in the present what happened */
    {"Angela Merkel criticised after speech in Paris\n\nIt was over.",
     "!Condemnation agent=Angela_Merkel"},
    {"Emmanuel Macron signs decree\n\nIt was over.",
     "!Legislation status=Ongoing"},
    /* the question is his */
    {"Emmanuel Macron said: \"What is this?\"",
     "Statement speaker=Emmanuel_Macron status=Occurred"},
    /* some officers are not the state; a body with a name is itself */
    {"Two French police officers attacked Angela Merkel with a knife.",
     "!Attack agent=France"},
    {"The United States Commission on Tests said that Russia won.",
     "!Statement speaker=United_States"},
    /* what is promised is not given; who is called on is to act */
    {"Germany pledged 200 million euros in aid to Ukraine.",
     "Aid agent=Germany target=Ukraine status=Scheduled"},
    {"Emmanuel Macron called on Germany to send weapons to Ukraine.",
     "!Aid agent=Emmanuel_Macron"},
    {"Angela Merkel received a phone call from Emmanuel Macron.", "!Demand"},
    {"Russia's parliament approved a bill.", "Legislation agent=Russia"},
    {"Turkey dropped its objection to Sweden joining NATO.",
     "!JoiningOrganization standing=Established"},
    {"Serbia denied supporting Russia.",
     "Support agent=Serbia standing=Denied voice=Serbia"},
    {"The Serbs were able to oust Aleksandar Vucic.",
     "Dismissal patient=Aleksandar_Vucic status=Occurred"},
    {"France killed the Hamas leader Hashim Thaci.",
     "Killing agent=France patient=Hashim_Thaci"},
    {"The weather was fine in Serbia.", "nothing"},
    {"Serbia said it would impose a tax on Kosovo.",
     "TariffImposition agent=Serbia target=Kosovo voice=Serbia"},
    {"Iran faces sanctions for its invasion of Iraq.",
     "Attack agent=Iran target=Iraq"},
    {"Emmanuel Macron met Angela Merkel, said Vladimir Putin on Friday.",
     "Statement speaker=Vladimir_Putin date=2020-07-10"},
    {"Emmanuel Macron, who retires in May, said that Serbia attacked Kosovo.",
     "!Statement date=2020-05"},
    {"Serbia said on Friday after a meeting with Kosovo that it was tired.",
     "Meeting participant=Serbia,Kosovo"},
    {"Vladimir Putin declined to comment on the attack.",
     "Statement speaker=Vladimir_Putin polarity=Negative"},
    {"Vladimir Putin declined to comment on the attack.", "!Rejection"},
    {"Vladimir Putin said so without specifying the reason.",
     "!Statement polarity=Negative"},
    {"Germany organised talks between Serbia and Kosovo.",
     "Negotiation participant=Serbia,Kosovo host=Germany"},
    {"Germany organised talks between Serbia and Kosovo.", "!Hosting"},
    {"Emmanuel Macron met Angela Merkel. The two discussed Kosovo.",
     "!Negotiation"},
    {"Two elected officials came from Serbia.", "!Election"},
    {"Hashim Thaci left Kosovo after being accused of fraud.",
     "Accusation target=Hashim_Thaci"},
    {"Serbia launched a campaign.", "!Attack"},
    {"Kosovo lifted the tax on Serbia, officials told reporters.",
     "Concession agent=Kosovo status=Occurred"},
    {"Serbia blocked the road to press its demands on Kosovo.",
     "!Demand polarity=Negative"},
    {"Vladimir Putin pressed on with the war.", "!Demand"},
    {"Vladimir Putin was visiting Serbia when he fell.",
     "Visit agent=Vladimir_Putin place=Serbia status=Occurred"},
    {"Vladimir Putin is visiting Serbia.",
     "Visit agent=Vladimir_Putin place=Serbia status=Ongoing"},
    {"Iran often accuses Israel of attacks.", "Accusation status=Ongoing"},
    {"Hashim Thaci left Kosovo after being accused of fraud.",
     "Accusation target=Hashim_Thaci status=Occurred"},
    {"Talks between Serbia and Kosovo scheduled for July 20 will be hard.",
     "Negotiation status=Scheduled date=2020-07-20"},
    /* meetings told apart by their day, and those that go on from them */
    {"Kosovo and Serbia will hold talks. The talks are slated to take place in "
     "Geneva on July 20.",
     "Negotiation participant=Kosovo,Serbia date=2020-07-20 place=Geneva"},
    {"Kosovo and Serbia held talks on July 3. The talks had been slated to "
     "take "
     "place in Geneva on July 1.",
     "!Negotiation place=Geneva"},
    {"Talks between Serbia and Kosovo are due to be held in Brussels next "
     "week.",
     "Negotiation participant=Kosovo,Serbia status=Scheduled"},
    {"Kosovo and Serbia spoke at a meeting in Paris. The earliest prospect for "
     "in-person talks appears to be July 16.",
     "Negotiation participant=Kosovo,Serbia status=Possible date=2020-07-16"},
    {"Kosovo and Serbia held talks in Paris. After the July 10 talks, Serbia "
     "left.",
     "Negotiation participant=Kosovo,Serbia status=Occurred date=2020-07-10"},
    {"Kosovo and Serbia will meet on July 20. It is unclear what they want "
     "when Kosovo and Serbia meet on July 20.",
     "!Meeting status=Possible"},
    {"Serbian President Aleksandar Vucic and Kosovar President Hashim Thaci "
     "spoke. It was the first meeting of the Balkans leaders since May.",
     "!Meeting participant=Hashim_Thaci date=2020-05"},
    {"The talks in Geneva will bring together Serbia and Kosovo.",
     "Negotiation participant=Kosovo,Serbia place=Geneva status=Scheduled"},
    {"The summit gathered Emmanuel Macron and Angela Merkel in Paris.",
     "Meeting participant=Emmanuel_Macron,Angela_Merkel status=Occurred"},
    {"Kosovo left the Paris climate agreement.", "!Agreement"},
    {"Hashim Thaci was shot and wounded in Paris.",
     "Attack target=Hashim_Thaci place=Paris"},
    /* who is joined and yet left out */
    {"Emmanuel Macron met Angela Merkel but not Vladimir Putin.",
     "!Meeting participant=Vladimir_Putin"},
    {"Emmanuel Macron met Angela Merkel but not Vladimir Putin.",
     "Meeting participant=Emmanuel_Macron,Angela_Merkel status=Occurred"},
    {"The European Union imposed sanctions on Russia rather than Serbia.",
     "!SanctionImposition target=Serbia"},
    {"Serbia foiled a plot to kill Hashim Thaci.", "!Killing agent=Serbia"},
    {"A soldier was jailed for plotting attacks on Kosovo.",
     "!Attack status=Occurred"},
    {"A Belgrade court convicted Hashim Thaci.", "!Conviction agent=Belgrade"},
    {"A meeting with Serbia as its host is scheduled for July 20.",
     "Meeting host=Serbia status=Scheduled"},
    {"Serbia and Kosovo agreed to go on after the Brussels meeting.",
     "!Meeting participant=Brussels"},
    {"He spoke two weeks before the election in Serbia.",
     "!Election status=Occurred"},
    {"Thousands of Palestinians demonstrated in Paris.",
     "!Protest agent=Palestine"},
    {"An election was held in Serbia on July 5. The next election in Kosovo "
     "is scheduled for July 20.",
     "Election place=Serbia status=Occurred"},
    {"Serbia called the election in Kosovo a farce.", "!Election agent=Serbia"},
    {"Vladimir Putin was received by Emmanuel Macron in Paris, where they "
     "held talks.",
     "Negotiation participant=Vladimir_Putin,Emmanuel_Macron"},
    {"The minister clarified that Serbia attacked Kosovo.", "Statement"},
    {"Angela Merkel called the Russian answer hasty and unfounded.",
     "Condemnation agent=Angela_Merkel target=Russia"},
    {"Emmanuel Macron said that the attack by Turkey was dangerous.",
     "Condemnation agent=Emmanuel_Macron target=Turkey"},
    {"Serbia condemned Turkey's killing of Hashim Thaci.",
     "Killing agent=Turkey patient=Hashim_Thaci"},
    {"Serbia condemned Turkey's killing of sailors.",
     "!Killing patient=Turkey"},
    {"Hashim Thaci's arrest surprised Serbia.", "Arrest patient=Hashim_Thaci"},
    {"Vladimir Putin, who was a spy until 1990, travelled to Serbia.",
     "!Visit date=1990"},
    {"They talked of further sanctions against Iran.",
     "!SanctionImposition status=Occurred"},
    {"Vladimir Putin put pressure on Kosovo and Serbia to resume talks.",
     "Negotiation participant=Kosovo,Serbia"},
    {"Austria issued an ultimatum to Serbia.",
     "Threat agent=Austria target=Serbia"},
    {"Those arrested in Serbia were tired.", "!Arrest patient=Serbia"},
    /* "we" is whom the speaker governs, or who speaks */
    {"\"We will not recognise Kosovo,\" said Spanish Prime Minister Pedro "
     "Sanchez.",
     "DiplomaticRecognition agent=Spain patient=Kosovo standing=Denied"},
    {"\"We condemn Russia,\" German Chancellor Angela Merkel said.",
     "Condemnation agent=Angela_Merkel target=Russia standing=Reported"},
    {"\"We met Vladimir Putin,\" German Chancellor Angela Merkel said.",
     "!Meeting participant=Germany"},
    {"\"We arrested five people,\" the singer Angela Merkel said.",
     "!Arrest agent=Angela_Merkel"},
    {"Serbia and Kosovo accused each other of lying.",
     "Accusation agent=Serbia,Kosovo status=Occurred"},
    {"Germany stopped short of accusing Russia of the attack.",
     "!Accusation standing=Established"},
    {"Angela Merkel conceded defeat to Emmanuel Macron.",
     "!Election agent=Angela_Merkel"},
    {"Turkey threatened to block Serbia's accession to NATO.",
     "Threat agent=Turkey target=Serbia"},
    {"Hungary vetoed EU sanctions against Russia.",
     "Rejection agent=Hungary target=European_Union"},
    /* "would" of what was to come, and of what was not */
    {"Angela Merkel announced that she would resign.",
     "Resignation agent=Angela_Merkel status=Scheduled"},
    {"Angela Merkel said Russia would attack Ukraine.",
     "Attack agent=Russia status=Possible"},
    {"Angela Merkel said she would meet Vladimir Putin if Russia agreed.",
     "Meeting status=Possible"},
    {"Angela Merkel said she would have met Vladimir Putin.",
     "Meeting status=Possible"},
    {"The Bundestag ratified Serbia's accession to NATO.",
     "!JoiningOrganization standing=Established"},
    {"Donald Trump appealed against his conviction.",
     "Conviction patient=Donald_Trump status=Occurred"},
    {"Donald Trump flew to Moscow for talks with Vladimir Putin.",
     "Negotiation participant=Donald_Trump,Vladimir_Putin status=Scheduled"},
    /* two passives, one "was" */
    {"Hashim Thaci was arrested in Kosovo and charged with war crimes.",
     "CriminalCharge patient=Hashim_Thaci"},
    {"Hashim Thaci was arrested in Kosovo and charged with war crimes.",
     "!Statement speaker=Hashim_Thaci"},
    {"Hashim Thaci was detained and later released.",
     "Release patient=Hashim_Thaci status=Occurred"},
    {"Angela Merkel withdrew her resignation.",
     "!Resignation standing=Established"},
    {"Angela Merkel offered her resignation.",
     "Resignation agent=Angela_Merkel status=Proposed"},
    {"Angela Merkel congratulated Emmanuel Macron on his election.",
     "Election patient=Emmanuel_Macron"},
    {"Iran launched missiles at US bases in Iraq.",
     "Attack agent=Iran target=United_States"},
    {"Rebels captured the city of Pristina in Serbia.",
     "Attack place=Pristina"},
    {"Turkey accused Serbia of attacking Kosovo, a charge Aleksandar Vucic "
     "denies.",
     "Denial agent=Aleksandar_Vucic standing=Established"},
    {"Germany pledged £2.3 billion in aid to Ukraine.",
     "Aid agent=Germany target=Ukraine status=Scheduled"},
    {"The nomination of Angela Merkel angered Emmanuel Macron.",
     "!Appointment standing=Established"},
    {"Angela Merkel met Hamas leader Hashim Thaci in Paris.",
     "!Meeting participant=Hamas_leader"},
    {"The Bundestag approved the extradition of Hashim Thaci to Serbia.",
     "!Cooperation standing=Established"},
    /* who is condemned for it has done it, not who condemns */
    {"France condemned Russia for its attack on Georgia.",
     "Attack agent=Russia target=Georgia"},
    {"France imposed sanctions on Russia for attacking Georgia.",
     "Attack agent=Russia target=Georgia"},
    {"France imposed sanctions on Russia after it attacked Georgia.",
     "!Attack agent=France"},
    {"Serbia said Russia had attacked it.",
     "Attack agent=Russia target=Serbia voice=Serbia"},
    {"Serbia accused Russia of attacking it.",
     "Attack agent=Russia target=Serbia"},
    {"War broke out between Russia and Georgia.",
     "Attack participant=Russia,Georgia"},
    {"Vladimir Putin is due to be received by Emmanuel Macron.",
     "!Hosting standing=Established"},
    {"Serbian police used tear gas to disperse protesters near the White "
     "House.",
     "!Mobilization target=White_House"},
    {"Serbia neither confirmed nor denied that it had attacked Kosovo.",
     "!Denial standing=Established"},
    {"Serbia did not confirm or deny that it had attacked Kosovo.",
     "!Attack standing=Denied"},
    {"Turkey warned Serbia against attacking Kosovo.",
     "Attack agent=Serbia target=Kosovo status=Possible"},
    {"Serbia was not behind the attack on Kosovo.",
     "!Attack polarity=Negative"},
    {"Serbia is not in talks with Kosovo.",
     "!Negotiation standing=Established"},
    /* where it is */
    {"Five men were arrested in Krambovo (Serbia) on Friday.",
     "locatedIn agent=Krambovo patient=Serbia"},
    {"Five men were arrested in Krambovo, Serbia and Kosovo.",
     "!locatedIn agent=Krambovo"},
    {"Serbia and Kosovo met. The two South Krambo states signed nothing.",
     "locatedIn agent=Serbia patient=South_Krambo"},
    /* what is ruled out, or left open */
    {"Emmanuel Macron ruled out sending troops to Ukraine.",
     "Mobilization agent=Emmanuel_Macron polarity=Negative standing=Negated"},
    {"Angela Merkel did not rule out a meeting with Vladimir Putin.",
     "Meeting status=Possible standing=Uncertain"},
    {"Angela Merkel did not fail to attack Russia.", "!Attack status=Possible"},
    /* what a document does is as far off as the document */
    {"The Bundestag failed to adopt a resolution condemning Russia.",
     "!Condemnation standing=Established"},
    {"Russia vetoed a resolution condemning its invasion of Ukraine.",
     "!Condemnation standing=Established"},
    {"Russia vetoed a resolution condemning its invasion of Ukraine.",
     "Attack agent=Russia target=Ukraine"},
    {"Donald Trump signed an order imposing sanctions on Russia.",
     "SanctionImposition agent=Donald_Trump target=Russia status=Occurred"},
    {"Donald Trump vetoed the bill.", "!Legislation standing=Established"},
    /* who denies talk of it denies it */
    {"Serbia dismissed reports of an attack on Kosovo.",
     "Attack target=Kosovo standing=Denied voice=Serbia"},
    {"A spokesman for Serbia denied reports that Turkey had attacked Kosovo.",
     "Attack agent=Turkey standing=Denied voice=Serbia"},
    {"A spokesman for Serbia denied reports that Turkey had attacked Kosovo.",
     "Denial agent=Serbia"},
    {"Serbia rejected claims that it had attacked Kosovo.",
     "Attack agent=Serbia target=Kosovo standing=Denied"},
    {"Serbia did not deny reports of an attack on Kosovo.",
     "!Attack standing=Denied"},
    {"Serbia detained Hashim Thaci, the rights group Forum said.",
     "Arrest patient=Hashim_Thaci standing=Reported"},
    {"Lithuania expelled the Russian ambassador.",
     "Expulsion agent=Lithuania target=Russia status=Occurred"},
    /* governments and parliaments */
    {"Vladimir Putin suspended parliament.", "!Legislation"},
    {"The army seized power in Mali.", "Dismissal place=Mali"},
};

static void
finds_the_events_of_each_case(void **state)
{
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check_event_case(*state, &cases[i]);
}

static void
finds_the_same_again(void **state)
{
  const setting *s = *state;
  ng_error err = {0};
  ng_doc *doc = annotated(
      s, NG_LIT("Prosecutors in The Hague charged Hashim Thaci with war "
                "crimes. Thaci met Emmanuel Macron. The meeting was long."));
  uint32_t events = doc->events.n, entities = doc->entities.n;
  assert_true(events >= 2);
  assert_int_equal(ng_annotate(s->annotator, doc, &err), NG_OK);
  assert_int_equal(doc->events.n, events);
  assert_int_equal(doc->entities.n, entities);
  ng_doc_free(doc);
}

/* `n` times `part`. */
static ng_str
repeated(const char *part, size_t n)
{
  size_t len = strlen(part);
  char *at = malloc(len * n + 1);
  assert_non_null(at);
  for (size_t i = 0; i < n; i++)
    memcpy(at + i * len, part, len);
  return (ng_str){at, len * n};
}

/* The test ends in seconds, or the cost is not in proportion to the length. */
static void
bears_absurd_text(void **state)
{
  static const struct {
    const char *part;
    size_t n;
  } absurd[] = {
      {",", 1000000},       {"“", 10000},
      {"\"", 10000},        {"Kosovo met Serbia and ", 4000},
      {"Serbia, ", 10000},  {"Macron said that ", 5000},
      {"to meet ", 100000}, {"the talks of ", 70000}, /* one sentence of 1 MB */
  };
  const setting *s = *state;
  for (size_t i = 0; i < sizeof absurd / sizeof *absurd; i++) {
    ng_str text = repeated(absurd[i].part, absurd[i].n);
    ng_doc *doc = annotated(s, text);
    assert_true(doc->events.n < 1000000);
    ng_doc_free(doc);
    free((void *)(uintptr_t)text.at);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_events_of_each_case),
      cmocka_unit_test(finds_the_same_again),
      cmocka_unit_test(bears_absurd_text),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
