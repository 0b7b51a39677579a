#include "test.h"
#include "words_of.h"

#include "kb/facet.h"
#include "kb/kb.h"
#include "kb_file.h"

#include <unistd.h>

static const char balkans[] =
    "wd:Q403 ng:kind \"country\" ; rdfs:label \"Serbia\" ;\n"
    "  schema:alternateName \"Republic of Serbia\" ;\n"
    "  ng:demonym \"Serbian\", \"Serbs\" ; ng:isoCode \"RS\" ;\n"
    "  ng:capital wd:Q3711 ; ng:popularity 700 .\n"
    "wd:Q3711 a schema:City ; rdfs:label \"Belgrade\"@en, \"Beograd\"@sr .\n"
    "k:nowhere ng:kind \"place\" ; rdfs:label \"Nowhere\" ;\n"
    "  ng:noLink true ; ng:popularity 80 .\n"
    "wd:Q222031 ng:kind \"person\" ; rdfs:label \"Aleksandar Vučić\" ;\n"
    "  schema:description \"politician\" ;\n"
    "  schema:gender \"male\" ; ng:citizenOf wd:Q403 ; ng:memberOf wd:Q99 ;\n"
    "  ng:held [ ng:office k:president ; ng:jurisdiction wd:Q403 ;\n"
    "            ng:validFrom \"2017-05-31\"^^xsd:date ] .\n"
    "wd:Q57431 ng:kind \"person\" ; rdfs:label \"Tomislav Nikolić\" ;\n"
    "  ng:held [ ng:office k:president ; ng:jurisdiction wd:Q403 ;\n"
    "            ng:validFrom \"2012-05-31\"^^xsd:date ] .\n"
    "k:president ng:kind \"office\" ; rdfs:label \"President of Serbia\" ;\n"
    "  ng:jurisdiction wd:Q403 .\n"
    "wd:Q30 ng:kind \"country\" ; rdfs:label \"United States\" ;\n"
    "  ng:acronym \"US\", \"U.S.\" ; ng:neverNamed \"us\", \"Republic\" ;\n"
    "  ng:named [ rdfs:label \"Thirteen Colonies\" ; "
    "ng:validUntil \"1776\" ] .\n";

static ng_kb_image image;
static ng_kb *kb;

static int
open_balkans(void **state)
{
  (void)state;
  image = image_of(balkans);
  return ng_kb_open_memory(&kb, image.at, image.size, NULL) != NG_OK;
}

static int
close_balkans(void **state)
{
  (void)state;
  ng_kb_close(kb);
  free(image.at);
  return 0;
}

/* The first candidate of `name`, its label. */
static ng_candidate
first_candidate(const char *name, size_t *n)
{
  ng_arena arena;
  ng_arena_init(&arena, 1 << 16);
  ng_words w = words_of(&arena, name);
  const ng_candidate *c = ng_kb_candidates(kb, ng_words_key(w.at, w.n), n);
  ng_candidate first = c ? *c : (ng_candidate){0};
  ng_arena_release(&arena);
  return first;
}

static void
finds_every_form_of_a_name(void **state)
{
  (void)state;
  static const struct {
    const char *name, *label;
    uint32_t kinds;
  } rows[] = {
      {"Serbia", "Serbia", NG_NAME_LABEL},
      {"SERBIA", "Serbia", NG_NAME_LABEL},
      {"republic of serbia", "Serbia", NG_NAME_ALIAS},
      {"Serbs", "Serbia", NG_NAME_DEMONYM},
      {"Vucic", "Aleksandar Vučić", NG_NAME_SURNAME},
      {"Aleksandar", "Aleksandar Vučić", NG_NAME_GIVEN},
      {"A. Vučić", "Aleksandar Vučić", NG_NAME_INITIAL},
      {"US", "United States", NG_NAME_ACRONYM},
      {"Thirteen Colonies", "United States", NG_NAME_ALIAS},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t n;
    ng_candidate c = first_candidate(rows[i].name, &n);
    assert_int_equal(n, 1);
    ng_str label = ng_kb_entity(kb, c.entity).label;
    assert_int_equal(label.len, strlen(rows[i].label));
    assert_memory_equal(label.at, rows[i].label, label.len);
    assert_int_equal(c.kinds, rows[i].kinds);
    assert_true(c.prior > 65000);
  }
}

static void
does_not_find_codes_foreign_labels_and_strangers(void **state)
{
  (void)state;
  static const char *const rows[] = {"RS", "Beograd", "Q403", "of Serbia",
                                     "Nikolić Tomislav"};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t n;
    (void)first_candidate(rows[i], &n);
    assert_int_equal(n, 0);
  }
}

static void
a_ban_takes_the_name_or_only_its_case(void **state)
{
  (void)state;
  size_t n;
  ng_candidate c = first_candidate("us", &n);
  assert_int_equal(c.cases, NG_CASE_UPPER);
  assert_int_equal(c.flags, 0);
  c = first_candidate("Republic", &n);
  assert_int_equal(c.flags, NG_CANDIDATE_NEVER);
  assert_int_equal(c.prior, 0);
}

static void
spots_names_inside_sentences_only(void **state)
{
  (void)state;
  ng_arena arena;
  ng_arena_init(&arena, 1 << 20);
  ng_words w = words_of(
      &arena, "President of Serbia Vucic met the United. States of Serbia");
  uint32_t stops[] = {42};
  ng_hits hits = {0};
  assert_true(ng_kb_spot(kb, 3, &w, stops, 1, &arena, &hits));
  static const ng_hit expected[] = {{0, 3, 3, 0, false},
                                    {2, 1, 3, 0, false},
                                    {3, 1, 3, 0, false},
                                    {9, 1, 3, 0, false}};
  assert_int_equal(hits.n, 4);
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(hits.at[i].word, expected[i].word);
    assert_int_equal(hits.at[i].n, expected[i].n);
    assert_int_equal(hits.at[i].base, 3);
    size_t n;
    assert_non_null(ng_kb_list(kb, hits.at[i].list, &n));
    assert_int_equal(n, 1);
  }
  ng_arena_release(&arena);
}

static void
knows_entities_by_number_and_iri(void **state)
{
  (void)state;
  ng_bases bases = {{kb}, 1};
  ng_ref serbia = ng_bases_by_qid(&bases, 403);
  assert_false(ng_ref_none(serbia));
  ng_ref president = ng_bases_by_iri(
      &bases, NG_LIT("https://w3id.org/newsgraph/kb/president"));
  assert_false(ng_ref_none(president));
  assert_true(ng_ref_equal(
      serbia,
      ng_bases_by_iri(&bases, NG_LIT("http://www.wikidata.org/entity/Q403"))));
  assert_true(ng_ref_none(ng_bases_by_qid(&bases, 99)));
  assert_true(ng_ref_none(ng_bases_by_iri(&bases, NG_LIT("x:y"))));
  ng_entity e = ng_bases_entity(&bases, serbia);
  char room[NG_IRI_ROOM];
  assert_int_equal(e.type, NG_COUNTRY);
  assert_int_equal(e.popularity, 700);
  assert_int_equal(ng_entity_iri(&e, room).len,
                   strlen("http://www.wikidata.org/entity/Q403"));
  assert_int_equal(
      ng_bases_entity(&bases, ng_bases_by_qid(&bases, 222031)).flags,
      NG_ENTITY_MAN);
}

static void
relations_go_both_ways(void **state)
{
  (void)state;
  ng_bases bases = {{kb}, 1};
  ng_ref serbia = ng_bases_by_qid(&bases, 403);
  ng_ref belgrade = ng_bases_by_qid(&bases, 3711);
  assert_true(ng_ref_equal(
      belgrade, ng_bases_related(&bases, serbia, NG_REL_CAPITAL, false)));
  assert_true(ng_ref_equal(
      serbia, ng_bases_related(&bases, belgrade, NG_REL_CAPITAL, true)));
  assert_true(
      ng_ref_none(ng_bases_related(&bases, belgrade, NG_REL_CAPITAL, false)));
  ng_kb_relation r[8];
  /* capital; citizen; jurisdiction of the office */
  assert_int_equal(ng_kb_relations(kb, serbia.index, r, 8), 3);
}

static void
one_person_holds_the_office_on_a_day(void **state)
{
  (void)state;
  ng_bases bases = {{kb}, 1};
  ng_ref office = ng_bases_by_iri(
      &bases, NG_LIT("https://w3id.org/newsgraph/kb/president"));
  static const struct {
    ng_date date;
    uint32_t qid;
    size_t n;
  } rows[] = {{20200712, 222031, 1},
              {20170531, 222031, 1},
              {20170530, 57431, 1},
              {20140000, 57431, 1},
              {20170000, 0, 2},
              {20100101, 0, 0},
              {0, 0, 0}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t n;
    ng_ref ref = ng_bases_holder(&bases, office, rows[i].date, &n);
    assert_int_equal(n, rows[i].n);
    if (rows[i].qid)
      assert_int_equal(ng_bases_entity(&bases, ref).qid, rows[i].qid);
    else
      assert_true(ng_ref_none(ref));
  }
  ng_ref serbia = ng_bases_by_qid(&bases, 403);
  ng_holding h[4];
  assert_int_equal(ng_kb_holdings(kb, NG_BY_JURISDICTION, serbia.index, h, 4),
                   2);
  assert_int_equal(h[0].until, 20170531);
  assert_int_equal(h[0].flags, NG_HOLDING_ENDS_BY_SUCCESSOR);
  assert_int_equal(ng_kb_last_start(kb, NG_BY_JURISDICTION, serbia.index),
                   h[1].from);
  assert_true(h[1].from > h[0].from);
  assert_int_equal(ng_kb_last_start(kb, NG_BY_JURISDICTION,
                                    ng_bases_by_qid(&bases, 30).index),
                   0);
  assert_int_equal(ng_kb_last_start(kb, NG_BY_JURISDICTION, UINT32_MAX), 0);
}

static void
names_keep_their_kind_and_time(void **state)
{
  (void)state;
  ng_bases bases = {{kb}, 1};
  ng_ref us = ng_bases_by_qid(&bases, 30);
  ng_entity_name name;
  uint32_t n = 0;
  bool found = false;
  for (; ng_kb_name(kb, us.index, n, &name); n++)
    if (name.validity) {
      ng_date from, until;
      ng_kb_validity(kb, name.validity, &from, &until);
      assert_int_equal(from, 0);
      assert_int_equal(until, 17760000);
      found = true;
    }
  assert_true(found);
  assert_int_equal(n, 4); /* the bans are no names */
}

static void
same_sources_make_the_same_bytes(void **state)
{
  (void)state;
  ng_kb_image again = image_of(balkans);
  assert_int_equal(again.size, image.size);
  assert_memory_equal(again.at, image.at, image.size);
  free(again.at);
}

static void
candidates_repeat_what_their_entity_has(void **state)
{
  (void)state;
  static const struct {
    const char *name;
    ng_type type;
    ng_facet facet;
    bool no_link;
  } rows[] = {{"Serbs", NG_COUNTRY, NG_FACET_NONE, false},
              {"Vučić", NG_PERSON, NG_FACET_POLITICIAN, false},
              {"Belgrade", NG_CITY, NG_FACET_NONE, false},
              {"Nowhere", NG_PLACE, NG_FACET_NONE, true}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t n;
    ng_candidate c = first_candidate(rows[i].name, &n);
    ng_entity e = ng_kb_entity(kb, c.entity);
    assert_int_equal(n, 1);
    assert_int_equal(c.type, rows[i].type);
    assert_int_equal(c.facet, rows[i].facet);
    assert_int_equal(c.popularity, e.popularity);
    assert_int_equal((c.flags & NG_CANDIDATE_NO_LINK) != 0, rows[i].no_link);
    assert_int_equal((e.flags & NG_ENTITY_NO_LINK) != 0, rows[i].no_link);
  }
}

static void
ties_are_the_relations_where_they_lie(void **state)
{
  (void)state;
  ng_kb_relation r[8];
  uint32_t n_entities = ng_kb_n_entities(kb), seen = 0;
  for (uint32_t i = 0; i < n_entities; i++) {
    ng_ties ties = ng_kb_ties(kb, i);
    assert_int_equal(ties.n, ng_kb_relations(kb, i, r, 8));
    assert_true(ties.n <= 8);
    for (uint32_t k = 0; k < ties.n; k++, seen++) {
      assert_int_equal(ties.entities[k], r[k].entity);
      assert_int_equal(ties.codes[k], r[k].rel * 2 + r[k].inverse);
      assert_true(k == 0 || ties.entities[k] >= ties.entities[k - 1]);
    }
  }
  assert_int_equal(seen, 6); /* three, both ways */
  assert_int_equal(ng_kb_ties(kb, n_entities).n, 0);
}

static void
later_bases_overrule_and_add(void **state)
{
  (void)state;
  ng_kb *own;
  char path[] = "/tmp/ng-overlay-XXXXXX.ttl";
  int file = mkstemps(path, 4);
  static const char turtle[] =
      KB_PREFIXES "wd:Q403 rdfs:label \"My Serbia\" ; ng:capital wd:Q1 .\n"
                  "wd:Q1 rdfs:label \"X\" .\n"
                  "wd:Q222031 ng:noLink true ; schema:alternateName \"AV\" ;\n"
                  "  ng:memberOfParty k:party .\n";
  assert_int_equal(write(file, turtle, sizeof turtle - 1), sizeof turtle - 1);
  (void)close(file);
  assert_int_equal(ng_kb_open(&own, path, NULL), NG_OK);
  (void)unlink(path);
  ng_bases bases = {{kb, own}, 2};
  ng_ref serbia = ng_bases_by_qid(&bases, 403);
  assert_int_equal(serbia.base, 0);
  ng_entity e = ng_bases_entity(&bases, serbia);
  assert_int_equal(e.type, NG_COUNTRY);
  assert_memory_equal(e.label.at, "My Serbia", e.label.len);
  ng_ref capital = ng_bases_related(&bases, serbia, NG_REL_CAPITAL, false);
  assert_int_equal(ng_bases_entity(&bases, capital).qid, 1);
  /* what the overlay does not say, the base does */
  ng_ref citizen = ng_bases_related(&bases, serbia, NG_REL_CITIZEN, true);
  e = ng_bases_entity(&bases, citizen);
  assert_int_equal(e.qid, 222031);
  assert_true(e.flags & NG_ENTITY_NO_LINK);
  assert_int_equal(e.type, NG_PERSON);
  assert_memory_equal(e.label.at, "Aleksandar", 10);
  ng_kb_close(own);
}

static void
names_hold_at_their_time(void **state)
{
  (void)state;
  static const struct {
    ng_date date;
    bool holds;
  } rows[] = {{17500101, true},
              {17760704, true},
              {17760000, true},
              {17770101, false},
              {0, true}};
  size_t n;
  ng_candidate c = first_candidate("Thirteen Colonies", &n);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(ng_kb_holds(kb, c.validity, rows[i].date), rows[i].holds);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_every_form_of_a_name),
      cmocka_unit_test(does_not_find_codes_foreign_labels_and_strangers),
      cmocka_unit_test(a_ban_takes_the_name_or_only_its_case),
      cmocka_unit_test(spots_names_inside_sentences_only),
      cmocka_unit_test(knows_entities_by_number_and_iri),
      cmocka_unit_test(relations_go_both_ways),
      cmocka_unit_test(one_person_holds_the_office_on_a_day),
      cmocka_unit_test(names_keep_their_kind_and_time),
      cmocka_unit_test(same_sources_make_the_same_bytes),
      cmocka_unit_test(candidates_repeat_what_their_entity_has),
      cmocka_unit_test(ties_are_the_relations_where_they_lie),
      cmocka_unit_test(later_bases_overrule_and_add),
      cmocka_unit_test(names_hold_at_their_time),
  };
  return cmocka_run_group_tests(tests, open_balkans, close_balkans);
}
