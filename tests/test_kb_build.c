#include "test.h"

#include "kb/class.h"
#include "kb/clean.h"
#include "kb/generate.h"
#include "kb/popularity.h"
#include "kb_file.h"

#include <stdio.h>

/* --- tables --------------------------------------------------------------- */

/* What was complained of, joined. */
typedef struct {
  char text[2000];
} heard;

static void
hear(void *to, const char *source, uint64_t line, const char *why)
{
  heard *h = to;
  (void)source;
  size_t n = strlen(h->text);
  (void)snprintf(h->text + n, sizeof h->text - n, "%u %s\n", (unsigned)line,
                 why);
}

/* Read `text` as a table into `draft`. */
static ng_status
read_table(ng_draft *draft, const char *text, ng_error *err)
{
  ng_lines lines;
  ng_str all = {text, strlen(text)};
  assert_int_equal(ng_lines_memory(&lines, all, "test.tsv", err), NG_OK);
  ng_status status = ng_import_tsv_lines(draft, &lines, err);
  ng_lines_close(&lines);
  return status;
}

#define ENTITIES \
  "qid\tlabel\taliases\tdescription\ttypes\tenwiki\tpopularity\tsources\n"
#define OFFICES "person\toffice\toffice_label\tcountry\tstart\tend\n"
#define TRIPLES "subject\tproperty\tobject\tsources\n"
#define JURISDICTIONS "subject\tproperty\tobject\n"

static void
reads_the_tables_and_skips_odd_rows(void **state)
{
  (void)state;
  ng_draft draft;
  heard h = {{0}};
  assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
  draft.complain = hear;
  draft.complain_to = &h;
  assert_int_equal(
      read_table(&draft,
                 ENTITIES
                 "Q5\thuman\t\t\t\t\t\tx\n"
                 "Q403\tSerbia\tSrbija|RS - Serbia|serbia|@serbia\tstate in "
                 "Europe\tQ6256\tSerbia\t{\"sitelinks\": 300}\tx|y\n"
                 "Q222031\tAleksandar Vu\\u010Di\\u0107\t\tSerbian politician\t"
                 "Q5\tAleksandar Vu\xC4\x8Di\xC4\x87 (politician)\t\tx\n"
                 "Q7\tpage\t\t\tQ4167410\t\t\tx\n"
                 "bad\tx\t\t\t\t\t\tx\n"
                 "Q9\t\t\t\t\t\t\tx\n"
                 "Q10\tx\n"
                 "Q11\tb\xFF\t\t\t\t\t\tx\n",
                 NULL),
      NG_OK);
  assert_string_equal(h.text, "6 not a Wikidata identifier: 'bad'\n"
                              "7 no label: 'Q9'\n"
                              "8 2 columns, not 8\n"
                              "9 invalid UTF-8\n");
  h.text[0] = '\0';
  assert_int_equal(read_table(&draft,
                              OFFICES
                              "Q222031\tQ1\tPresident of Serbia\tQ403\t2017-05-"
                              "31\t\n"
                              "Q222031\tQ1\tPresident of Serbia\tQ403\t201x\t\n"
                              "Q222031\t\t\t\t\t\n",
                              NULL),
                   NG_OK);
  assert_string_equal(h.text, "3 not a date: '201x'\n"
                              "4 not a Wikidata identifier: ''\n");
  assert_int_equal(read_table(&draft,
                              TRIPLES "Q222031\tP27\tQ403\tx\n"
                                      "Q222031\tP21\tQ6581097\tx\n"
                                      "Q222031\tP31\tQ5\tx\n",
                              NULL),
                   NG_OK);
  assert_int_equal(read_table(&draft, JURISDICTIONS "Q1\tP1001\tQ403\n", NULL),
                   NG_OK);
  ng_kb_image image;
  assert_int_equal(ng_kb_build(&draft, &image, NULL), NG_OK);
  ng_kb *kb;
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  ng_ref person = ng_bases_by_qid(&bases, 222031);
  ng_entity e = ng_bases_entity(&bases, person);
  assert_int_equal(e.type, NG_PERSON);
  assert_int_equal(e.flags, NG_ENTITY_MAN);
  assert_memory_equal(e.label.at, "Aleksandar Vučić", e.label.len);
  ng_holding held[4];
  assert_int_equal(ng_kb_holdings(kb, NG_BY_PERSON, person.index, held, 4), 2);
  assert_int_equal(held[1].from, 20170531);
  assert_int_equal(held[1].flags, 0); /* the office's own jurisdiction */
  ng_ref serbia = ng_bases_by_qid(&bases, 403);
  assert_int_equal(held[1].jurisdiction, serbia.index);
  ng_entity_name name;
  assert_true(ng_kb_name(kb, serbia.index, 1, &name));
  assert_memory_equal(name.text.at, "Srbija", 6);
  assert_true(ng_kb_name(kb, serbia.index, 2, &name)); /* of our own table */
  assert_int_equal(name.kinds, NG_NAME_DEMONYM);
  assert_true(ng_ref_none(ng_bases_by_qid(&bases, 7)));
  ng_kb_close(kb);
  free(image.at);
  ng_draft_release(&draft);
}

static void
counts_of_names_make_priors(void **state)
{
  (void)state;
  ng_draft draft;
  ng_kb_image image;
  ng_kb *kb;
  assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
  assert_int_equal(read_table(&draft,
                              ENTITIES "Q1\tParis\t\t\t\t\t\tx\n"
                                       "Q2\tParis\t\t\t\t\t\tx\n",
                              NULL),
                   NG_OK);
  assert_int_equal(read_table(&draft,
                              "name\tentity\tcount\n"
                              "Paris\tQ2\t90\nParis\tQ1\t5\nParis\tQ1\tx\n",
                              NULL),
                   NG_OK);
  assert_int_equal(draft.counts.skipped, 1);
  assert_int_equal(read_table(&draft, "entity\tviews\nQ1\t1000\n", NULL),
                   NG_OK);
  assert_int_equal(ng_kb_build(&draft, &image, NULL), NG_OK);
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  assert_true(ng_kb_entity(kb, 0).popularity > ng_kb_entity(kb, 1).popularity);
  ng_arena arena;
  ng_words words = {0};
  static const char paris[6 + NG_WORD_PAD] = "Paris";
  size_t n;
  ng_arena_init(&arena, 1 << 16);
  assert_true(
      ng_words_find(&arena, (ng_str){paris, 5}, (ng_span){0, 5}, &words));
  const ng_candidate *c = ng_kb_candidates(kb, words.at[0].hash, &n);
  assert_int_equal(n, 2);
  assert_int_equal(c[0].entity, 1);
  assert_in_range(c[0].prior, 65535 * 90 / 100, 65535 * 95 / 100);
  ng_arena_release(&arena);
  ng_kb_close(kb);
  free(image.at);
  ng_draft_release(&draft);
}

/* What sources and we add to a name's readings says less than the name itself:
 * letters that we made, and the state as another name of its parts. */
static void
those_called_so_come_first(void **state)
{
  (void)state;
  static const char cia[3 + NG_WORD_PAD] = "CIA",
                            states[13 + NG_WORD_PAD] = "United States";
  static const struct {
    ng_str name;
    uint32_t qid;
    size_t n;
    uint16_t least; /* prior */
  } rows[] = {{{cia, 3}, 1, 2, 58982}, {{states, 13}, 3, 1, 65000}};
  ng_draft draft;
  ng_kb_image image;
  ng_kb *kb;
  ng_arena arena;
  assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
  assert_int_equal(
      read_table(&draft,
                 ENTITIES
                 "Q1\tCentral Intelligence Agency\tCIA\tagency\t\t\t\tx\n"
                 "Q2\tCalifornia Institute of Arts\t\tuniversity\t\t\t\tx\n"
                 "Q3\tUnited States\t\tcountry\tQ6256\tUnited States\t\tx\n"
                 "Q4\tTexas\tUnited States\tstate\tQ35657\t\t\tx\n",
                 NULL),
      NG_OK);
  assert_int_equal(read_table(&draft, "entity\tviews\nQ2\t20\nQ3\t9\n", NULL),
                   NG_OK);
  assert_int_equal(ng_kb_build(&draft, &image, NULL), NG_OK);
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  ng_arena_init(&arena, 1 << 16);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t n;
    ng_words words = {0};
    assert_true(ng_words_find(&arena, rows[i].name,
                              (ng_span){0, (uint32_t)rows[i].name.len},
                              &words));
    const ng_candidate *c =
        ng_kb_candidates(kb, ng_words_key(words.at, words.n), &n);
    assert_int_equal(n, rows[i].n);
    assert_int_equal(c[0].entity, ng_bases_by_qid(&bases, rows[i].qid).index);
    assert_true(c[0].prior >= rows[i].least);
  }
  ng_arena_release(&arena);
  ng_kb_close(kb);
  free(image.at);
  ng_draft_release(&draft);
}

static void
refuses_a_table_it_does_not_know(void **state)
{
  (void)state;
  static const char *const rows[] = {"", "a\tb\n", "qid\tlabel\n", "\n"};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_draft draft;
    ng_error err = {0};
    assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
    assert_int_equal(read_table(&draft, rows[i], &err), NG_ERR_SYNTAX);
    assert_non_null(strstr(err.text, ":1: the header line"));
    ng_draft_release(&draft);
  }
}

static void
running_out_of_memory_is_an_error(void **state)
{
  (void)state;
  ng_status status = NG_ERR_LIMIT;
  for (size_t budget = 0; status != NG_OK && budget < 200000; budget += 256) {
    ng_draft draft;
    status = ng_draft_init(&draft, budget, NULL);
    if (status == NG_OK)
      status = ng_import_turtle(
          &draft,
          NG_LIT(KB_PREFIXES "wd:Q1 rdfs:label \"a\" ; ng:partOf k:x ;\n"
                             "ng:held [ ng:office k:y ] ."),
          "test", NULL);
    assert_true(status == NG_OK || status == NG_ERR_LIMIT);
    ng_draft_release(&draft);
  }
  assert_int_equal(status, NG_OK);
}

/* --- offices -------------------------------------------------------------- */

static void
open_terms_of_a_parliament_stay_open(void **state)
{
  (void)state;
  ng_kb_image image = image_of(
      "k:mp rdfs:label \"member\" .\n"
      "wd:Q1 rdfs:label \"a\" ; ng:held [ ng:office k:mp ;\n"
      "  ng:validFrom \"2001-01-01\" ; ng:validUntil \"2009-01-01\" ] .\n"
      "wd:Q2 rdfs:label \"b\" ; ng:held [ ng:office k:mp ;\n"
      "  ng:validFrom \"2002-01-01\" ] .\n"
      "wd:Q3 rdfs:label \"c\" ; ng:held [ ng:office k:mp ;\n"
      "  ng:validFrom \"2003-01-01\" ] .\n");
  ng_kb *kb;
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  ng_ref b = ng_bases_by_qid(&bases, 2);
  ng_holding h;
  assert_int_equal(ng_kb_holdings(kb, NG_BY_PERSON, b.index, &h, 1), 1);
  assert_int_equal(h.until, 0);
  ng_ref office =
      ng_bases_by_iri(&bases, NG_LIT("https://w3id.org/newsgraph/kb/mp"));
  size_t n;
  assert_true(ng_ref_none(ng_bases_holder(&bases, office, 20040101, &n)));
  assert_true(n > 1);
  ng_kb_close(kb);
  free(image.at);
}

static void
reads_truthy_triples_of_wikidata(void **state)
{
  (void)state;
  ng_kb_image image = image_of(
      "@prefix wdt: <http://www.wikidata.org/prop/direct/> .\n"
      "wd:Q403 rdfs:label \"Serbia\"@en , \"Serbien\"@de ;\n"
      "  wdt:P31 wd:Q6256 ; wdt:P36 wd:Q3711 ; wdt:P530 wd:Q1 ;\n"
      "  wdt:P18 <http://commons.wikimedia.org/x.jpg> ;\n"
      "  wdt:P1549 \"Serbian\"@en , \"serbe\"@fr ; wdt:P297 \"RS\" ;\n"
      "  <http://wikiba.se/ontology#sitelinks> 300 .\n"
      "wd:Q3711 rdfs:label \"Belgrade\"@en . wd:Q1 rdfs:label \"x\"@en .\n");
  ng_kb *kb;
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  ng_ref serbia = ng_bases_by_qid(&bases, 403);
  ng_entity e = ng_bases_entity(&bases, serbia);
  ng_kb_relation r[4];
  ng_entity_name name;
  assert_int_equal(ng_kb_n_entities(kb), 3);
  assert_int_equal(e.type, NG_COUNTRY);
  assert_true(e.popularity > 100);
  assert_int_equal(ng_kb_relations(kb, serbia.index, r, 4), 1);
  assert_int_equal(r[0].rel, NG_REL_CAPITAL);
  uint32_t n = 0;
  while (ng_kb_name(kb, serbia.index, n, &name))
    n++;
  assert_int_equal(n, 3);
  ng_kb_close(kb);
  free(image.at);
}

static void
a_finer_date_takes_the_place_of_a_coarse_one(void **state)
{
  (void)state;
  ng_kb_image image = image_of(
      "k:pm rdfs:label \"prime minister\" .\n"
      "wd:Q1 rdfs:label \"a\" ; ng:held [ ng:office k:pm ;\n"
      "  ng:validFrom \"2016-07-13\" ; ng:validUntil \"2019-07-24\" ] .\n"
      "wd:Q2 rdfs:label \"b\" ; ng:held [ ng:office k:pm ;\n"
      "  ng:validFrom \"2019\" ; ng:validUntil \"2022\" ] ,\n"
      "  [ ng:office k:pm ; ng:validFrom \"2019-07-24\" ] .\n");
  ng_kb *kb;
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  ng_holding h;
  size_t n;
  assert_int_equal(
      ng_kb_holdings(kb, NG_BY_PERSON, ng_bases_by_qid(&bases, 2).index, &h, 1),
      1);
  assert_int_equal(h.from, 20190724);
  assert_int_equal(h.until, 20220000);
  ng_ref pm =
      ng_bases_by_iri(&bases, NG_LIT("https://w3id.org/newsgraph/kb/pm"));
  ng_ref holder = ng_bases_holder(&bases, pm, 20190301, &n);
  assert_int_equal(n, 1);
  assert_int_equal(ng_bases_entity(&bases, holder).qid, 1);
  ng_kb_close(kb);
  free(image.at);
}

static void
holdings_may_be_statement_nodes_of_wikidata(void **state)
{
  (void)state;
  ng_kb_image image = image_of(
      "<http://www.wikidata.org/entity/statement/Q1-x> ng:office wd:Q9 ;\n"
      "  ng:validFrom \"2017-05-31T00:00:00Z\"^^xsd:dateTime .\n"
      "wd:Q1 rdfs:label \"a\"@en ; schema:gender \"\" ; ng:held\n"
      "  <http://www.wikidata.org/entity/statement/Q1-x> .\n"
      "wd:Q9 rdfs:label \"president\"@en ; ng:jurisdiction wd:Q3 .\n"
      "wd:Q3 rdfs:label \"C\"@en ; "
      "<http://www.wikidata.org/prop/direct/P31> wd:Q4 .\n"
      "wd:Q4 rdfs:label \"city of Serbia\"@en .\n");
  ng_kb *kb;
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  ng_holding h;
  assert_int_equal(
      ng_kb_holdings(kb, NG_BY_PERSON, ng_bases_by_qid(&bases, 1).index, &h, 1),
      1);
  assert_int_equal(h.from, 20170531);
  assert_int_equal(h.jurisdiction, ng_bases_by_qid(&bases, 3).index);
  assert_int_equal(ng_kb_entity(kb, h.jurisdiction).type, NG_CITY);
  ng_kb_close(kb);
  free(image.at);
}

/* --- generated names ------------------------------------------------------ */

static bool
collect(void *to, ng_str text, uint32_t kinds, uint32_t flags)
{
  ng_buf *out = to;
  (void)kinds;
  ng_buf_printf(out, "%s%.*s%s", out->len ? "|" : "", NG_ARG(text),
                flags & NG_CANDIDATE_WEAK ? "?" : "");
  return true;
}

static void
makes_the_names_that_news_uses(void **state)
{
  (void)state;
  static const struct {
    ng_type type;
    bool family_first;
    const char *name, *made;
  } rows[] = {
      {NG_PERSON, false, "Angela Merkel", "Merkel|Angela|A Merkel"},
      {NG_PERSON, false, "Ursula von der Leyen",
       "Leyen|von der Leyen|Ursula|U Leyen|Ursula Leyen"},
      {NG_PERSON, true, "Xi Jinping", "Xi|Jinping|Jinping"},
      {NG_PERSON, false, "Abdullah II of Jordan", "Abdullah II|Abdullah"},
      {NG_PERSON, false, "Pelé", ""},
      {NG_PERSON, false, "John Smith (bishop)",
       "John Smith|Smith|John|J Smith"},
      {NG_COMPANY, false, "Apple, Inc.", "Apple"},
      {NG_CITY, false, "Washington, D.C.", "Washington"},
      {NG_COUNTRY, false, "Republic of Moldova", "Moldova"},
      {NG_REGION, false, "Okinawa Prefecture", "Okinawa"},
      {NG_INTERNATIONAL, false, "World Health Organization", "WHO?"},
      {NG_INTERNATIONAL, false, "European Union", ""},
      {NG_TEAM, false, "Norway national football team", "Norway"},
      {NG_TEAM, false, "Boston Red Sox", "Boston Red|Sox|Red Sox|Boston"},
      {NG_TEAM, false, "England cricket team", "England"},
      {NG_TEAM, false, "Republic of Ireland national football team",
       "Republic of Ireland|Ireland"},
      {NG_GOVERNMENT, false, "Ministry of Foreign Affairs of Serbia",
       "Ministry of Foreign Affairs?|Foreign Ministry|MFAS?"},
      {NG_GOVERNMENT, false, "United Nations Security Council",
       "Security Council|UNSC?"},
      {NG_ORGANIZATION, false, "United Nations Council", "UNC?"},
      {NG_BUILDING, false, "Ellis Park Stadium", "Ellis Park?"},
      {NG_PRODUCT, false, "USS Enterprise", "Enterprise?"},
      {NG_EVENT, false, "1998 FIFA World Cup",
       "FIFA World Cup|World Cup?|1998 World Cup"},
      {NG_OCCUPATION, false, "policeman", "policemen"},
      {NG_CONCEPT, false, "human", "humans"},
      {NG_CONCEPT, false, "tax", "taxes"},
      {NG_CONCEPT, false, "party", "parties"},
      {NG_MEDIA, false, "The Times", "Times?"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_buf out = {0};
    ng_named named = {rows[i].type, rows[i].family_first, false};
    ng_str name = {rows[i].name, strlen(rows[i].name)};
    assert_true(ng_names_generate(&named, name, (ng_name_sink){collect, &out}));
    ng_buf_char(&out, '\0');
    assert_string_equal(out.at, rows[i].made);
    ng_buf_release(&out);
  }
}

static void
respells_umlauts_and_articles(void **state)
{
  (void)state;
  static const char *const rows[][2] = {{"Müller", "Mueller"},
                                        {"Gröning", "Groening"},
                                        {"el-Sisi", "al-Sisi"},
                                        {"Petrosian", "Petrosyan"},
                                        {"Merkel", ""}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_buf out = {0};
    assert_true(ng_names_respell((ng_str){rows[i][0], strlen(rows[i][0])},
                                 (ng_name_sink){collect, &out}));
    ng_buf_char(&out, '\0');
    assert_string_equal(out.at, rows[i][1]);
    ng_buf_release(&out);
  }
}

/* What makes the names of a person that are spelled otherwise, in order. */
static void
respells_people(void **state)
{
  (void)state;
  static const char *const rows[][2] = {
      {"Esmail Khatib", "Ismail Khatib|Esmaeil Khatib"},
      {"Ilham Aliyev", "Ilham Aliev|Aliev"},
      {"Nikol Pashinyan", "Nikol Pashinian|Pashinian"},
      {"Yuri Babayev", "Yuri Babaev|Babaev|Yury Babayev|Yury Babaev|"
                       "Yuriy Babayev|Yuriy Babaev"},
      {"Angela Merkel", ""},
      {"Alexey", ""},
      {"Mia Yan", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_buf out = {0};
    assert_true(
        ng_names_respell_person((ng_str){rows[i][0], strlen(rows[i][0])},
                                (ng_name_sink){collect, &out}));
    ng_buf_char(&out, '\0');
    assert_string_equal(out.at, rows[i][1]);
    ng_buf_release(&out);
  }
}

static void
names_the_people_of_parties(void **state)
{
  (void)state;
  static const char *const rows[][2] = {
      {"Liberal Democrats", "Liberal Democrat"},
      {"Tories", "Tory"},
      {"Lib Dems", "Lib Dem"},
      {"Conservatives", "Conservative"},
      {"Republicans", "Republican"},
      {"republicans", ""},
      {"Greens", ""},
      {"Labour Party", ""},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_buf out = {0};
    assert_true(ng_names_member((ng_str){rows[i][0], strlen(rows[i][0])},
                                (ng_name_sink){collect, &out}));
    ng_buf_char(&out, '\0');
    assert_string_equal(out.at, rows[i][1]);
    ng_buf_release(&out);
  }
}

static void
knows_the_first_of_two_surnames(void **state)
{
  (void)state;
  static const char *const rows[][2] = {
      {"Gabriel Boric Font", "Gabriel Boric|Boric"},
      {"Rodrigo Alberto Chaves Robles",
       "Rodrigo Chaves|Chaves|Rodrigo Chaves Robles"},
      {"Juan Manuel Santos", ""},
      {"Evo Morales", ""},
      {"Luis de la Cruz Gil", ""},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_buf out = {0};
    assert_true(ng_names_first_surname((ng_str){rows[i][0], strlen(rows[i][0])},
                                       (ng_name_sink){collect, &out}));
    ng_buf_char(&out, '\0');
    assert_string_equal(out.at, rows[i][1]);
    ng_buf_release(&out);
  }
}

static void
common_words_and_single_letters_are_weak(void **state)
{
  (void)state;
  static const char *const weak[] = {"a", "may", "post", "us", "zone"};
  static const char *const strong[] = {"serbia", "merkel", "eu", ""};
  for (size_t i = 0; i < sizeof weak / sizeof *weak; i++)
    assert_true(ng_name_is_weak((ng_str){weak[i], strlen(weak[i])}));
  for (size_t i = 0; i + 1 < sizeof strong / sizeof *strong; i++)
    assert_false(ng_name_is_weak((ng_str){strong[i], strlen(strong[i])}));
}

/* --- types, cleaning, popularity ------------------------------------------ */

static void
descriptions_show_types_by_their_head(void **state)
{
  (void)state;
  static const struct {
    const char *words;
    ng_type type;
  } rows[] = {
      {"Serbian politician", NG_PERSON},
      {"city in Okinawa prefecture, Japan", NG_CITY},
      {"1994 song by The Cranberries", NG_WORK},
      {"county of Georgia", NG_REGION},
      {"capital of Bhutan", NG_CITY},
      {"President of United States of America (2009-2017)", NG_PERSON},
      {"political party in Serbia", NG_PARTY},
      {"English rugby union club", NG_TEAM},
      {"chess club", NG_ORGANIZATION},
      {"nonprofit news agency", NG_MEDIA},
      {"talent agency", NG_COMPANY},
      {"intelligence agency", NG_GOVERNMENT},
      {"men's national association football team representing the Faroe "
       "Islands",
       NG_TEAM},
      {"something given to a person", NG_N_TYPES},
      {"one of the districts in Madrid", NG_REGION},
      {"surface-to-air missile", NG_PRODUCT},
      {"unit of mass", NG_N_TYPES},
      {"military unit", NG_MILITARY},
      {"news division", NG_MEDIA},
      {"armored division", NG_MILITARY},
      {"English football division", NG_LEAGUE},
      {"division of a company", NG_N_TYPES},
      {"natural satellite", NG_PLACE},
      {"operating system", NG_PRODUCT},
      {"political system", NG_CONCEPT},
      {"former colony", NG_REGION},
      {"media player and library software", NG_PRODUCT},
      {"legal process whereby a person dies", NG_CONCEPT},
      {"form of government", NG_CONCEPT},
      {"militant and political organization", NG_ORGANIZATION},
      {"terrorist and writer", NG_PERSON},
      {"", NG_N_TYPES},
      {"of in by", NG_N_TYPES},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(
        ng_description_type((ng_str){rows[i].words, strlen(rows[i].words)}),
        rows[i].type);
  assert_int_equal(ng_label_type(NG_LIT("Republic of Ireland national under-21 "
                                        "football team")),
                   NG_TEAM);
  assert_int_equal(ng_label_type(NG_LIT("Bank of the Danube")), NG_N_TYPES);
  assert_int_equal(ng_label_type(NG_LIT("Danube Stadium Novi")), NG_BUILDING);
  assert_int_equal(ng_label_type(NG_LIT("house arrest")), NG_N_TYPES);
  assert_int_equal(ng_label_type(NG_LIT("attempted coup d'\xC3\xA9tat")),
                   NG_CONFLICT);
  assert_int_equal(ng_class_label_type(NG_LIT("academic major")), NG_N_TYPES);
  assert_int_equal(ng_class_label_type(NG_LIT("type of unit")), NG_CONCEPT);
  assert_int_equal(ng_class_label_type(NG_LIT("river in Serbia")), NG_PLACE);
  assert_int_equal(ng_class_type(5), NG_PERSON);
  assert_int_equal(ng_class_type(6256), NG_COUNTRY);
  assert_int_equal(ng_class_type(1), NG_N_TYPES);
  assert_int_equal(ng_type_choose(NG_ORGANIZATION, NG_COUNTRY), NG_COUNTRY);
  assert_int_equal(ng_type_choose(NG_N_TYPES, NG_CITY), NG_CITY);
  assert_int_equal(ng_type_choose(NG_PRODUCT, NG_COMPANY), NG_COMPANY);
  assert_int_equal(ng_type_choose(NG_BUILDING, NG_SCHOOL), NG_SCHOOL);
  assert_int_equal(ng_type_choose(NG_BUILDING, NG_ORGANIZATION), NG_BUILDING);
}

/* Of a city that was a state once, and of a state that is no more; of a company
 * that has a website, and of a website; of a company of developers. */
static void
a_city_that_was_a_state_is_a_city(void **state)
{
  (void)state;
  ng_draft draft;
  ng_kb_image image;
  ng_kb *kb;
  assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
  assert_int_equal(read_table(&draft,
                              ENTITIES "Q2044\tFlorence\tFIOR|USAID\t\t"
                                       "Q515|Q3024240\t\t\tx\n"
                                       "Q3884\tAmazon\t\t\tQ35127|Q4830453"
                                       "\t\t\tx\n"
                                       "Q210167\tvideo game developer"
                                       "\t\t\t\t\t\tx\n"
                                       "Q739711\tEpic Games\t\t\t"
                                       "Q210167|Q4830453\t\t\tx\n"
                                       "Q355\tFacebook\t\t\tQ35127\t\t\tx\n"
                                       "Q38872\tPrussia\t\t\tQ3024240\t\t\tx\n",
                              NULL),
                   NG_OK);
  assert_int_equal(ng_kb_build(&draft, &image, NULL), NG_OK);
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  assert_int_equal(ng_bases_entity(&bases, ng_bases_by_qid(&bases, 2044)).type,
                   NG_CITY);
  assert_int_equal(ng_bases_entity(&bases, ng_bases_by_qid(&bases, 38872)).type,
                   NG_COUNTRY);
  assert_int_equal(ng_bases_entity(&bases, ng_bases_by_qid(&bases, 3884)).type,
                   NG_COMPANY);
  assert_int_equal(ng_bases_entity(&bases, ng_bases_by_qid(&bases, 355)).type,
                   NG_MEDIA);
  assert_int_equal(
      ng_bases_entity(&bases, ng_bases_by_qid(&bases, 739711)).type,
      NG_COMPANY);
  ng_entity_name name; /* USAID is no acronym of a town of other initials */
  for (uint32_t i = 1; i <= 2; i++) {
    assert_true(ng_kb_name(kb, ng_bases_by_qid(&bases, 2044).index, i, &name));
    assert_int_equal(name.kinds,
                     name.text.at[0] == 'F' ? NG_NAME_ACRONYM : NG_NAME_CODE);
  }
  ng_kb_close(kb);
  free(image.at);
  ng_draft_release(&draft);
}

static void
no_town_is_written_small(void **state)
{
  (void)state;
  static const struct {
    uint32_t qid;
    ng_type type;
  } rows[] = {{7272, NG_CONCEPT}, {7194, NG_CITY}, {2044, NG_CITY}};
  ng_draft draft;
  ng_kb_image image;
  ng_kb *kb;
  assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
  assert_int_equal(read_table(&draft,
                              ENTITIES "Q7272\tsocialism\t\t\tQ515\t\t\tx\n"
                                       "Q7194\tl'Escala\t\t\tQ515\t\t\tx\n"
                                       "Q2044\tFlorence\t\t\tQ515\t\t\tx\n",
                              NULL),
                   NG_OK);
  assert_int_equal(ng_kb_build(&draft, &image, NULL), NG_OK);
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(
        ng_bases_entity(&bases, ng_bases_by_qid(&bases, rows[i].qid)).type,
        rows[i].type);
  ng_kb_close(kb);
  free(image.at);
  ng_draft_release(&draft);
}

static void
keeps_names_and_drops_codes(void **state)
{
  (void)state;
  static const struct {
    const char *alias;
    bool good;
  } rows[] = {
      {"Srbija", true},     {"EU", true},          {"rs", false},
      {"@serbia", false},   {"x", false},          {"DE - Germany", false},
      {"Earth's", false},   {"family guy", false}, {"\xF0\x9F\x8C\x8E", false},
      {"Family Man", true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(
        ng_clean_alias((ng_str){rows[i].alias, strlen(rows[i].alias)},
                       NG_LIT("Family Guy")),
        rows[i].good);
}

static void
popularity_doubles_every_32(void **state)
{
  (void)state;
  assert_int_equal(ng_log_64(0, 0), 0);
  assert_int_equal(ng_log_64(1, 0), 64);
  assert_int_equal(ng_log_64(1023, 0), 640);
  assert_int_equal(ng_log_64(1024, 10), 64);
  assert_int_equal(ng_log_64(UINT64_MAX, 0), 64 * 64 - 1);
  for (uint32_t p = 0; p + 32 <= NG_POPULARITY_MAX; p++)
    assert_true(ng_popularity_weight(p + 32) == 2 * ng_popularity_weight(p));
  assert_true(ng_popularity_weight(UINT32_MAX) ==
              ng_popularity_weight(NG_POPULARITY_MAX));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_tables_and_skips_odd_rows),
      cmocka_unit_test(counts_of_names_make_priors),
      cmocka_unit_test(those_called_so_come_first),
      cmocka_unit_test(refuses_a_table_it_does_not_know),
      cmocka_unit_test(running_out_of_memory_is_an_error),
      cmocka_unit_test(open_terms_of_a_parliament_stay_open),
      cmocka_unit_test(reads_truthy_triples_of_wikidata),
      cmocka_unit_test(a_finer_date_takes_the_place_of_a_coarse_one),
      cmocka_unit_test(holdings_may_be_statement_nodes_of_wikidata),
      cmocka_unit_test(makes_the_names_that_news_uses),
      cmocka_unit_test(respells_umlauts_and_articles),
      cmocka_unit_test(respells_people),
      cmocka_unit_test(names_the_people_of_parties),
      cmocka_unit_test(knows_the_first_of_two_surnames),
      cmocka_unit_test(common_words_and_single_letters_are_weak),
      cmocka_unit_test(descriptions_show_types_by_their_head),
      cmocka_unit_test(a_city_that_was_a_state_is_a_city),
      cmocka_unit_test(no_town_is_written_small),
      cmocka_unit_test(keeps_names_and_drops_codes),
      cmocka_unit_test(popularity_doubles_every_32),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
