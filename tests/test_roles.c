#include "test.h"

#include "linked.h"

/* The offices of a text: "Park Jin, foreign minister, -, current;" */
static void
offices_of(const char *text, char out[400])
{
  static const char *const statuses[] = {"current", "former", "elect",
                                         "acting"};
  ng_doc *doc = linked(text);
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->offices.n; i++) {
    const ng_office *o = &doc->offices.at[i];
    ng_str where = NG_LIT("-");
    size_t n = strlen(out);
    if (o->jurisdiction != NG_NONE)
      where = ng_doc_text(doc, doc->entities.at[o->jurisdiction].name);
    (void)snprintf(out + n, 400 - n, "%.*s, %.*s, %.*s, %s;",
                   NG_ARG(ng_doc_text(doc, doc->entities.at[o->person].name)),
                   NG_ARG(ng_doc_text(doc, o->title)), NG_ARG(where),
                   statuses[o->status]);
  }
  ng_doc_free(doc);
}

static void
finds_the_offices_of_each_case(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"They met Serbian President Aleksandar Vucic in Belgrade.",
       "Aleksandar Vucic, President, Serbian, current;"},
      {"They met Serbian central bank governor Aleksandar Vucic on Monday.",
       "Aleksandar Vucic, central bank governor, Serbian, current;"},
      {"They met grandson Prince Aleksandar Vucic there on Monday.", ""},
      {"They met NATO tight-head Aleksandar Vucic there on Monday.", ""},
      {"They met Aleksandar Vucic, the president of Serbia, on Monday.",
       "Aleksandar Vucic, president, Serbia, current;"},
      {"They met former Serbian President Tomislav Nikolic.",
       "Tomislav Nikolic, President, Serbian, former;"},
      {"They met Serbia's acting foreign minister Goran Petrovich today.",
       "Goran Petrovich, foreign minister, Serbia, acting;"},
      {"They met President-elect Goran Petrovich of the opposition.",
       "Goran Petrovich, President-elect, -, elect;"},
      {"They met Goran Petrovich, the Serbian minister for Europe, today.",
       "Goran Petrovich, minister for Europe, Serbian, current;"},
      {"He served under President Goran Petrovich.",
       "Goran Petrovich, President, -, current;"},
      {"They met the Serbian envoy to the EU Ambassador Goran Petrovich.",
       "Goran Petrovich, envoy to the EU, Serbian, current;"
       "Goran Petrovich, Ambassador, Serbian, current;"},
      {"They met Secretary of State Tomislav Nikolic.",
       "Tomislav Nikolic, Secretary of State, -, current;"},
      {"Goran Petrovich, who has been president of Serbia since May, spoke.",
       "Goran Petrovich, president, Serbia, current;"},
      {"Goran Petrovich, then a director, spoke.", ""},
      {"There minister Goran Petrovich spoke. They met the Serbian minister "
       "Goran Petrovich.",
       "Goran Petrovich, minister, Serbian, current;"},
      {"They met Forward Party Senator Goran Petrovich today.",
       "Goran Petrovich, Senator, -, current;"},
      {"They asked the Queen to ask Goran Petrovich.", ""},
      {"The government of Chancellor Goran Petrovich fell.",
       "Goran Petrovich, Chancellor, -, current;"},
      {"They met a director of the human rights group Redress today.", ""},
      {"They met the president of the Serbian Chamber today.", ""},
      {"They met Forward Party leader and Prime Minister Goran Petrovich.",
       "Goran Petrovich, leader, Forward Party, current;"
       "Goran Petrovich, Prime Minister, -, current;"},
      {"They met Serbian deputy prime minister and foreign minister "
       "Goran Petrovich.",
       "Goran Petrovich, deputy prime minister, Serbian, current;"
       "Goran Petrovich, foreign minister, Serbian, current;"},
      {"They met EU committee chairman Senator Goran Petrovich.",
       "Goran Petrovich, committee chairman, EU, current;"
       "Goran Petrovich, Senator, EU, current;"},
      {"They met Serbian presidential candidate Senator Goran Petrovich.",
       "Goran Petrovich, Senator, -, current;"},
      {"Goran Petrovich, the leader of Serbia's biggest bank Goldman Sachs, "
       "spoke.",
       "Goran Petrovich, leader, Goldman Sachs, current;"},
      {"Goran Petrovich, director of Belgrade-based Goldman Sachs, spoke.",
       "Goran Petrovich, director, Goldman Sachs, current;"},
      {"They met the head of Serbia's atomic energy agency Sara Petrovich.",
       "Sara Petrovich, head of Serbia's atomic energy agency, Serbia, "
       "current;"},
      {"They met Director Goran Petrovich of the European Union today.",
       "Goran Petrovich, Director, European Union, current;"},
      {"The Minority Leader, Sara Petrovich, spoke.",
       "Sara Petrovich, Minority Leader, -, current;"},
      {"They met Assembly President Goran Petrovich today.",
       "Goran Petrovich, Assembly President, -, current;"},
      {"He served first under President Goran Petrovich.",
       "Goran Petrovich, President, -, current;"},
      {"Presidents Aleksandar Vucic and Goran Petrovich of Turkey met again "
       "yesterday.",
       "Aleksandar Vucic, President, -, current;"
       "Goran Petrovich, President, Turkey, current;"},
      {"They met EU Serbia chairman Goran Petrovich.",
       "Goran Petrovich, chairman, EU, current;"},
      {"A film by director Goran Petrovich.", ""},
      {"They met PM Goran Petrovich today.",
       "Goran Petrovich, PM, -, current;"},
      {"They met EU Security Adviser Goran Petrovich today.",
       "Goran Petrovich, Security Adviser, EU, current;"},
      {"They met the EU charg\xc3\xa9 d'affaires Goran Petrovich today.",
       "Goran Petrovich, charg\xc3\xa9 d'affaires, EU, current;"},
      {"They met EU CEO Goran Petrovich today.",
       "Goran Petrovich, CEO, EU, current;"},
      {"They met the chief executive officer of the EU, Ana Vucic.",
       "Ana Vucic, chief executive officer, EU, current;"},
      {"They met EU director-general Milan Dubrow today.",
       "Milan Dubrow, director-general, EU, current;"},
      {"Sara Petrovich, chairman of Holme Works, spoke.",
       "Sara Petrovich, chairman, Holme Works, current;"},
      {"Sara Petrovich, president and chief executive of the EU, spoke.",
       "Sara Petrovich, president, EU, current;"
       "Sara Petrovich, chief executive, EU, current;"},
      {"Both the prime minister and Chancellor Goran Petrovich spoke.",
       "Goran Petrovich, Chancellor, -, current;"},
      {"They asked how good a president Goran Petrovich would make.", ""},
      {"Goran Petrovich, then the chairman of the EU, spoke.",
       "Goran Petrovich, chairman, EU, former;"},
      {"They met the Serbian director Goran Petrovich.", ""},
      {"They met Secretary of Commerce Sara Petrovich yesterday.",
       "Sara Petrovich, Secretary of Commerce, -, current;"},
      {"They met Emergencies Minister Goran Petrovich yesterday.",
       "Goran Petrovich, Emergencies Minister, -, current;"},
      {"They met Serbian Prime Minister Basil Larsen yesterday.",
       "Basil Larsen, Prime Minister, Serbian, current;"},
      {"The rain fell all day on the hills and the river rose above the lower "
       "road, so that nobody came to the market and the shops were shut. In "
       "the evening the wind turned and it grew cold. "
       "A note from Turkish Prime Minister Goran Petrovich was read there.",
       "Goran Petrovich, Prime Minister, Turkish, current;"},
      {"Goran Petrovich, the Goldman Sachs chief economist, spoke.",
       "Goran Petrovich, chief economist, Goldman Sachs, current;"},
      {"Goran Petrovich, the head chef of Goldman Sachs, spoke.", ""},
      {"Goran Petrovich, the Forward Party majority leader, spoke.",
       "Goran Petrovich, majority leader, -, current;"},
      {"Goran Petrovich, the director of the Turkish Associated Press, spoke.",
       "Goran Petrovich, director, Associated Press, current;"},
      {"They heard White House Secretary Goran Petrovich yesterday.",
       "Goran Petrovich, Secretary, -, current;"},
      {"They met the prime minister and Chancellor Goran Petrovich today.",
       "Goran Petrovich, Chancellor, -, current;"},
      {"The Serbian minister, Goran Petrovich, spoke yesterday.",
       "Goran Petrovich, minister, Serbian, current;"},
      {"The Turkish Prime Minister, Aleksandar Vucic, spoke yesterday.",
       "Aleksandar Vucic, Prime Minister, Turkish, current;"},
      {"She is the former governor of Serbia as well as a one of Sara "
       "Petrovich's rivals there.",
       ""},
      {"The president and chief executive officer of Turkey-based Petrovich "
       "Kralj spoke to them.",
       ""},
      {"The head of Serbian diplomacy for Turkey, Sara Petrovich, spoke.",
       "Sara Petrovich, head of Serbian diplomacy for Turkey, Serbian, "
       "current;"},
      {"Goran Petrovich, the leader of the Serbian accident agency, spoke.",
       "Goran Petrovich, leader of the Serbian accident agency, Serbian, "
       "current;"},
      {"In a note to Goran Petrovich, a Goldman Sachs spokesman said so.", ""},
      {"They met Mr Goran Petrovich.", ""},
      {"Nobody holds an office here.", ""},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    offices_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

/* A comma after a title does not make it that of the name behind: where
 * something else ends there, or the title is another's, the base must know. */
static void
leaves_a_title_to_whom_it_is(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"The minister of Serbia, Sara Petrovich, left yesterday.",
       "Sara Petrovich, minister, Serbia, current;"},
      {"Yesterday the minister of Serbia, Sara Petrovich, left.",
       "Sara Petrovich, minister, Serbia, current;"},
      {"After meeting the minister of Serbia, Sara Petrovich left.", ""},
      {"They met the minister of Serbia and Sara Petrovich yesterday.", ""},
      {"The wife of the minister of Serbia, Sara Petrovich, left.", ""},
      {"An adviser to the minister of Serbia, Sara Petrovich, left.", ""},
      {"They met the would-be minister of Serbia, Sara Petrovich, there.", ""},
      {"It was not the minister of Serbia, Sara Petrovich, who left.", ""},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    offices_of(cases[i].text, got);
    if (strcmp(got, cases[i].want) != 0)
      fail_msg("%s: %s", cases[i].text, got);
  }
}

static void
knows_the_bases_office_at_the_date(void **state)
{
  (void)state;
  ng_doc *doc = linked("Serbian President Aleksandar Vucic spoke.");
  assert_int_equal(doc->offices.n, 1);
  ng_ref office = doc->offices.at[0].office;
  assert_false(ng_ref_none(office));
  ng_str label = ng_kb_entity(kb, office.index).label;
  assert_true(ng_str_equal(label, NG_LIT("President of Serbia")));
  ng_doc_free(doc);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_offices_of_each_case),
      cmocka_unit_test(leaves_a_title_to_whom_it_is),
      cmocka_unit_test(knows_the_bases_office_at_the_date),
  };
  return cmocka_run_group_tests(tests, open_base, close_base);
}
