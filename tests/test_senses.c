/* What agency prose tells that is no event of the kind that its words seem to
 * say, or one of another time. */
#include "test.h"

#include "event_cases.h"

static const event_case other_kinds[] = {
    /* who speaks of it alone negotiates with nobody */
    {"Aleksandar Vucic discussed the crisis in Kosovo.",
     "Statement speaker=Aleksandar_Vucic"},
    {"Aleksandar Vucic discussed the crisis in Kosovo.", "!Negotiation"},
    {"Emmanuel Macron and Angela Merkel discussed the crisis in Kosovo.",
     "Negotiation participant=Emmanuel_Macron,Angela_Merkel"},
    {"Emmanuel Macron met Angela Merkel. Angela Merkel discussed the crisis in "
     "Kosovo.",
     "!Statement"},
    {"Aleksandar Vucic vowed to leave Kosovo.",
     "Statement speaker=Aleksandar_Vucic"},
    {"Aleksandar Vucic vowed to leave Kosovo.", "!Agreement"},
    {"Serbia and Turkey pledged to boost trade.",
     "Agreement participant=Serbia,Turkey"},
    {"Serbia promised Turkey to withdraw its troops.",
     "Agreement participant=Serbia addressee=Turkey"},
    {"Angela Merkel condemned the attack on Serbia and called on all states to "
     "cooperate with authorities.",
     "Demand agent=Angela_Merkel"},
    {"Aleksandar Vucic elected party leader",
     "Appointment patient=Aleksandar_Vucic"},
    {"Angela Merkel called on Friday to thank Emmanuel Macron.", "!Demand"},
    {"The Serbian oil demand fell.", "!Demand"},
    /* what kills is the attack, and not those whom it was aimed at */
    {"Attacks by gunmen on Serbian soldiers that killed 24 people went on.",
     "Killing patient=24_people"},
    {"Attacks by gunmen on Serbian soldiers that killed 24 people went on.",
     "!Killing agent=Serbia"},
    /* done to no ones in particular */
    {"Serbia spoke of a pattern of murdered women.", "!Killing"},
    {"Serbia spoke of the murdered women.", "Killing patient=murdered_women"},
    {"It is the council that elects the leader of Serbia.", "!Appointment"},
    {"The Serbian leader is elected indirectly.", "!Election"},
    {"The Serbian leader is appointed by Elizabeth II.", "!Appointment"},
    {"The Prime Ministers attend the ceremonies in Kosovo.", "!Meeting"},
    /* where it was, and not who did it */
    {"Serbia held two suspects in the Kenya bombing.", "!Attack agent=Kenya"},
    {"Serbia condemned the Russian bombing.", "Attack agent=Russia"},
    {"Donald Trump granted Albin Kurti a full pardon.",
     "Concession agent=Donald_Trump patient=Albin_Kurti"},
    {"The bill was opposed by three Democrats.",
     "!Rejection agent=Democratic_Party"},
    {"Serbia expelled Albin Kurti for criticizing Turkey.",
     "Condemnation agent=Albin_Kurti target=Turkey"},
    {"Serbian troops launched cruise missile strikes against bases in Kosovo.",
     "Attack agent=Serbia"},
    {"Serbian troops launched cruise missile strikes against bases in Kosovo.",
     "!Protest"},
    {"Teachers in Serbia launched a strike against the government.",
     "Protest target=government"},
    {"Turkish unions called a general strike for Friday.",
     "Protest agent=Turkish_unions status=Scheduled"},
    {"Turkish unions called the strike a success.",
     "!Protest agent=Turkish_unions"},
    {"A statement issued by Serbia's Paris embassy said that it was late.",
     "!Statement speaker=Paris"},
    {"Serbia's Paris embassy said that it was late.",
     "Statement speaker=Serbia"},
    /* words that only name a kind of event */
    {"The Serbian investigation department closed.", "!Investigation"},
    {"Kurt Volker, the envoy for Ukraine negotiations, left.", "!Negotiation"},
    {"The president praised the talk by Angela Merkel.", "!Negotiation"},
    {"Summits of the European Union usually end late.", "!Meeting"},
    {"Serbia was rarely attacked by Turkey.", "!Attack"},
    {"Police in Serbia shot four suspected militants.", "!Accusation"},
    {"Albin Kurti has alleged ties to Serbia.", "!Accusation"},
    {"Polls showed support for Albin Kurti at ten percent.", "!Support"},
    {"Reforms in Serbia have been derailed.", "!Disaster"},
    {"A train derailed in Serbia.", "Disaster place=Serbia"},
    {"Angela Merkel reassured Emmanuel Macron that it would leave.",
     "!Support"},
    {"Serbia warned its residents of the storm.", "!Threat"},
    {"Angela Merkel calls Emmanuel Macron, a butcher.", "!PhoneCall"},
    {"The press asked Donald Trump about Serbia.", "!Demand"},
    {"The Senate issued a subpoena to Donald Trump.", "!CriminalCharge"},
    {"Albin Kurti announced his ministry appointments.",
     "!Appointment patient=Albin_Kurti"},
    {"Emmanuel Macron committed to leave Serbia.", "!Agreement"},
    {"Serbia issued a cease and desist order.", "!Legislation"},
    {"Aleksandar Vucic discusses his plans.", "!Negotiation"},
    {"Serbs marched in Paris to protest the killings of Albanians by Serbia.",
     "!Condemnation"},
    {"Polish protesters gathered around the police complex of Belgrade.",
     "Protest agent=Polish_protesters"},
    {"Analysts came. They said that Russia attacked Georgia.", "!Statement"},
    {"NEW DELHI _ Five soldiers were arrested.",
     "Arrest patient=Five_soldiers"},
    {"BELGRADE, Serbia _ A Turkish soldier was killed.",
     "Killing patient=Turkish_soldier"},
    {"The bomb blast in Kenya was heard.", "Attack place=Kenya"},
    {"They spoke of a call from Donald Trump to Albin Kurti.",
     "PhoneCall participant=Donald_Trump"},
    {"Thousands of people took to the streets of Belgrade.",
     "Protest place=Belgrade"},
    {"Gunmen abducted 30 schoolchildren in Serbia.",
     "Attack agent=Gunmen place=Serbia"},
    {"Albin Kurti was ousted in a coup in Kosovo.", "!Dismissal place=Kosovo"},
    {"Russia launched a military operation in Georgia.",
     "Attack agent=Russia place=Georgia"},
    {"Emmanuel Macron called off a trip.",
     "!Statement speaker=Emmanuel_Macron"},
    {"Only Albin Kurti has the right to speak for Kosovo, Serbia ruled.",
     "!Statement speaker=Albin_Kurti"},
    {"Kosovo is fighting Serbia for the title.", "!Attack"},
    {"Serbia must have written the letter, Angela Merkel said.", "!Demand"},
    {"Angela Merkel told reporters that it was late. \"On the contrary, I "
     "think all of us are late.\"",
     "!Statement standing=Reported"},
    {"While condemning Turkey, Albin Kurti will meet Emmanuel Macron.",
     "Condemnation agent=Albin_Kurti standing=Established"},
    {"While condemning Turkey, Albin Kurti will meet Emmanuel Macron.",
     "Meeting participant=Albin_Kurti,Emmanuel_Macron status=Scheduled"},
    {"Serbia voted to leave the European Union.", "!Legislation"},
    {"Serbia's parliament voted to leave the European Union.", "Legislation"},
    {"Serbia is ready to attack Kosovo.", "!Agreement"},
    {"Serbia is ready to sign the deal.", "Agreement participant=Serbia"},
    {"\"I always thought that it was late,\" Albin Kurti said.",
     "!Statement standing=Reported"},
    {"\"I can confirm that it is late,\" Angela Merkel said.",
     "!Statement status=Possible"},
    {"Three individuals were arrested in Serbia.",
     "Arrest patient=Three_individuals"},
    {"Tens of thousands of students staged demonstrations to demand reforms "
     "by Serbia.",
     "Protest status=Occurred"},
    {"Polish farmers marched in Warsaw to demand aid by Serbia.",
     "Demand status=Occurred"},
    {"Serbia held joint military exercises with Turkey.",
     "!Mobilization target=Turkey"},
    {"Serbia appealed to world opinion to help its people.",
     "Demand agent=Serbia"},
    {"Guerrillas attacked bases in Serbia.",
     "Attack agent=Guerrillas place=Serbia"},
    {"Gunmen killed a Serbian prosecutor.", "!Killing patient=Serbia"},
    {"Gunmen killed a Serbian prosecutor.",
     "Killing patient=Serbian_prosecutor"},
    {"Donald Trump named William Burns as director of the CIA.",
     "Appointment agent=Donald_Trump patient=William_Burns"},
    {"The US launched strikes on Serbian targets.",
     "Attack agent=United_States target=Serbia"},
    {"Argentina's lower house approved the bill.",
     "Legislation agent=Argentina"},
    {"India summoned the Canadian high commissioner.",
     "Condemnation agent=India target=Canada"},
    {"Albin Kurti agreed that the figures were good.", "!Agreement"},
    {"Albin Kurti agreed that Serbia would leave.",
     "Agreement participant=Albin_Kurti"},
    /* sanctions by the sum of money, and by their instances */
    {"Donald Trump lifted 51 million dollars of the sanctions.",
     "Concession agent=Donald_Trump"},
    {"Donald Trump imposed 300 million dollars in sanctions on Serbia.",
     "SanctionImposition agent=Donald_Trump target=Serbia"},
    {"The blast toppled the Ufundi House.", "!Dismissal"},
    {"Angela Merkel set targets for increased trade between Serbia and "
     "Kosovo.",
     "!Cooperation"},
    {"Economic exchanges between Serbia and Turkey grew.", "!Negotiation"},
    /* what is said by the words themselves, or not in words */
    {"\"I would like to thank Serbia for its help,\" Emmanuel Macron said.",
     "!Statement status=Possible"},
    {"Angela Merkel did not believe that Russia attacked Georgia.",
     "!Statement speaker=Angela_Merkel"},
    {"Russia responded by bombing Georgia.", "!Statement speaker=Russia"},
    {"Angela Merkel spoke of the Serbian soldiers who killed 24 people.",
     "Killing agent=Serbia"},
};

static const event_case other_times[] = {
    /* as far off as the clause that it is told with */
    {"Boris Johnson is to resign, with Theresa May succeeding him as leader.",
     "!Appointment standing=Established"},
    {"Boris Johnson resigned, with Theresa May succeeding him as leader.",
     "Appointment patient=Theresa_May standing=Established"},
    {"Boris Johnson was the first leader to visit Kosovo.",
     "Visit agent=Boris_Johnson status=Occurred standing=Established"},
    {"Boris Johnson would be the first leader to visit Kosovo.",
     "!Visit standing=Established"},
    {"Serbia was not successful in attacking Kosovo.",
     "!Attack standing=Established"},
    {"Serbia was successful in attacking Kosovo.",
     "Attack agent=Serbia target=Kosovo standing=Established"},
    {"Boris Johnson met his opposite number, the US Secretary of State John "
     "Kerry, in Kosovo.",
     "Meeting participant=Boris_Johnson,John_Kerry"},
    {"Albin Kurti is to run in the Serbian elections.",
     "!Election standing=Established"},
    {"Albin Kurti was brought to Serbia for trial.",
     "!Trial standing=Established"},
    {"Albin Kurti replaces Hashim Thaci as chairman.",
     "!Appointment status=Ongoing"},
    {"A man opens fire in Serbia, officials say.", "!Attack status=Ongoing"},
    {"The plan will be explained when Albin Kurti visits Serbia.",
     "!Visit status=Ongoing"},
    {"Angela Merkel waits when Albin Kurti visits Serbia.",
     "Visit status=Ongoing"},
    {"Albin Kurti is serving a prison sentence in Serbia.",
     "Conviction patient=Albin_Kurti status=Occurred"},
    {"Serbia praised an accord with Turkey that took effect in 2019.",
     "Agreement participant=Turkey date=2019"},
    {"Hundreds of farmers protested in Warsaw against Ukraine.",
     "Protest status=Occurred"},
    {"The conviction of Albin Kurti was thrown out in 1996.",
     "!Conviction date=1996"},
    {"Donald Trump abandoned his plan to issue a proclamation slapping tariffs "
     "on Serbia.",
     "!TariffImposition standing=Established"},
    {"The attack on Serbia preceded a meeting on May 5.",
     "!Attack date=2020-05-05"},
    {"Serbs decried the pending exit of Kosovo from the European Union.",
     "!LeavingOrganization standing=Established"},
    {"The Security Council voted to impose sanctions on Serbia.",
     "SanctionImposition target=Serbia status=Occurred"},
    {"The Russian raid on Georgia is not linked to the inquiry into the July 7 "
     "bombings in Paris.",
     "!Attack agent=Russia date=2020-07-07"},
    {"Investigators are looking into four attacks on Serbia.",
     "Attack target=Serbia status=Occurred"},
    /* said in the same breath, and not in his own words */
    {"Angela Merkel said it was late; she urged Serbia to leave.",
     "Demand agent=Angela_Merkel standing=Established"},
    {"Two Turkish pilots left and asked for asylum, saying that it was late.",
     "!Demand standing=Reported"},
    {"Angela Merkel admitted that she urged Serbia to leave.",
     "Demand agent=Angela_Merkel standing=Reported"},
    {"Serbia offered a reward for information leading to the arrest and "
     "conviction of the bombers.",
     "!Arrest standing=Established"},
    {"Serbia offered a reward for information leading to the arrest and "
     "conviction of the bombers.",
     "!Conviction standing=Established"},
    {"The trial came after an allegation he attacked Serbia.",
     "!Attack standing=Established"},
    {"Albin Kurti left Serbia on May 2 and is to return on August 4. Turkey "
     "attacked Kosovo on the same day.",
     "Attack agent=Turkey status=Occurred"},
    {"Serbia recalled Angela Merkel's letter criticising Turkey.",
     "!Condemnation agent=Serbia"},
    /* what is said of an attack does not undo it */
    {"Russian attacks on Georgia were not linked to the talks.",
     "Attack agent=Russia polarity=Positive"},
    /* days of something else */
    {"The Russian attack was in retaliation for last Friday's hit of a tanker.",
     "!Attack agent=Russia date=2020-07-10"},
};

static void
tells_what_kind_it_is(void **state)
{
  for (size_t i = 0; i < sizeof other_kinds / sizeof *other_kinds; i++)
    check_event_case(*state, &other_kinds[i]);
}

static void
tells_whether_and_when_it_was(void **state)
{
  for (size_t i = 0; i < sizeof other_times / sizeof *other_times; i++)
    check_event_case(*state, &other_times[i]);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tells_what_kind_it_is),
      cmocka_unit_test(tells_whether_and_when_it_was),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
