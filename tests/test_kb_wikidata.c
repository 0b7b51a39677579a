#include "test.h"

#include "kb/build.h"
#include "kb/import.h"

#include <stdio.h>
#include <stdlib.h>

/* --- the importer --------------------------------------------------------- */

#define ITEM(property, id)                                                 \
  "{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"" property "\","   \
  "\"datavalue\":{\"value\":{\"entity-type\":\"item\",\"id\":\"" id "\"}," \
  "\"type\":\"wikibase-entityid\"}},\"type\":\"statement\","
#define NORMAL "\"rank\":\"normal\"}"
#define TIME(property, time, precision)                                      \
  "\"" property "\":[{\"snaktype\":\"value\",\"property\":\"" property "\"," \
  "\"datavalue\":{\"value\":{\"time\":\"" time "\",\"precision\":" precision \
  "},\"type\":\"time\"}}]"

static const char dump[] =
    "[\n"
    "{\"type\":\"item\",\"id\":\"Q403\",\"labels\":{\"de\":{\"language\":"
    "\"de\",\"value\":\"Serbien\"},\"en\":{\"language\":\"en\",\"value\":"
    "\"Serbia\"}},\"aliases\":{\"en\":[{\"language\":\"en\",\"value\":"
    "\"Republic of Serbia\"}]},\"descriptions\":{\"en\":{\"language\":"
    "\"en\",\"value\":\"state\"}},\"claims\":{\"P31\":[" ITEM("P31", "Q6256")
        NORMAL "],\"P36\":[" ITEM("P36", "Q1") "\"rank\":\"deprecated\"}," ITEM(
            "P36", "Q3711") "\"rank\":\"preferred\"}," ITEM("P36", "Q2") NORMAL
    "],\"P1549\":[{\"mainsnak\":{\"snaktype\":\"value\",\"datavalue\":"
    "{\"value\":{\"text\":\"Serbian\",\"language\":\"en\"}}}," NORMAL
    ",{\"mainsnak\":{\"snaktype\":\"value\",\"datavalue\":"
    "{\"value\":{\"text\":\"serbe\",\"language\":\"fr\"}}}," NORMAL "],"
    "\"P297\":[{\"mainsnak\":{\"snaktype\":\"value\",\"datavalue\":"
    "{\"value\":\"RS\",\"type\":\"string\"}}," NORMAL "]},\"sitelinks\":"
    "{\"enwiki\":{\"title\":\"Serbia\"},\"dewiki\":{\"title\":\"x\"}}},\n"
    "{\"id\":\"Q222031\",\"labels\":{\"en\":{\"value\":\"Aleksandar "
    "Vu\\u010di\\u0107\"}},\"claims\":{\"P31\":[" ITEM("P31", "Q5") NORMAL
    "],\"P21\":[" ITEM("P21", "Q6581097") NORMAL
    "],\"P39\":[" ITEM("P39", "Q9") "\"qualifiers\":{" TIME(
        "P580", "+2017-05-31T00:00:00Z",
        "11") "," TIME("P582", "+2022-00-00T00:00:00Z",
                       "9") "}," NORMAL "]}},\n"
                            "{\"id\":\"Q9\",\"labels\":{\"en\":{\"value\":"
                            "\"president\"}},"
                            "\"claims\":{\"P1001\":[" ITEM("P1001", "Q403")
                                NORMAL
    "]}},\n"
    "{\"id\":\"Q3711\",\"labels\":{\"mul\":{\"value\":\"Belgrade\"}}},\n"
    "{\"id\":\"Q1\",\"labels\":{\"en\":{\"value\":\"one\"}}},\n"
    "{\"id\":\"Q2\",\"labels\":{\"en\":{\"value\":\"two\"}}},\n"
    "{\"id\":\"Q10\",\"labels\":{\"fr\":{\"value\":\"dix\"}}},\n"
    "{\"id\":\"Q11\",\"labels\":{\"en\":{\"value\":\"page\"}},\"claims\":{"
    "\"P31\":[" ITEM("P31", "Q4167410") NORMAL
    "]}},\n"
    "{\"id\":\"P31\",\"labels\":{\"en\":{\"value\":\"instance of\"}}},\n"
    "{\"id\":\"Q2\",\"labels\":{\"en\":{\"value\":\"again\"}}},\n"
    "{\"id\":\"Q12\",\"labels\":{\"en\":{\"value\":\"never ends\n"
    "{\"id\":\"Q99999999999\",\"labels\":{\"en\":{\"value\":\"huge\"}}},\n"
    "nonsense\n"
    "]\n";

typedef struct {
  char text[1000];
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

static ng_kb_image
image_of_dump(const char *langs, heard *h)
{
  ng_draft draft;
  ng_lines lines;
  ng_kb_image image;
  assert_int_equal(ng_draft_init(&draft, SIZE_MAX / 2, NULL), NG_OK);
  draft.langs = langs;
  draft.complain = hear;
  draft.complain_to = h;
  assert_int_equal(
      ng_lines_memory(&lines, (ng_str){dump, sizeof dump - 1}, "dump", NULL),
      NG_OK);
  assert_int_equal(ng_import_wikidata_lines(&draft, &lines, NULL), NG_OK);
  ng_lines_close(&lines);
  assert_int_equal(ng_kb_build(&draft, &image, NULL), NG_OK);
  ng_draft_release(&draft);
  return image;
}

static void
takes_what_news_needs_from_a_dump(void **state)
{
  (void)state;
  heard h = {{0}};
  ng_kb_image image = image_of_dump(NULL, &h);
  ng_kb *kb;
  assert_string_equal(h.text, "11 Q2 is there twice\n"
                              "12 malformed JSON\n"
                              "14 not an entity in JSON\n");
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  assert_int_equal(ng_kb_n_entities(kb), 6);
  ng_ref serbia = ng_bases_by_qid(&bases, 403);
  ng_entity e = ng_bases_entity(&bases, serbia);
  assert_int_equal(e.type, NG_COUNTRY);
  assert_memory_equal(e.words.at, "state", 5);
  static const struct {
    const char *text;
    uint16_t kinds;
  } names[] = {{"Serbia", NG_NAME_LABEL | NG_NAME_TITLE},
               {"Republic of Serbia", NG_NAME_ALIAS},
               {"Serbian", NG_NAME_DEMONYM},
               {"RS", NG_NAME_CODE}};
  ng_entity_name name;
  for (uint32_t i = 0; i < 4; i++) {
    assert_true(ng_kb_name(kb, serbia.index, i, &name));
    assert_memory_equal(name.text.at, names[i].text, name.text.len);
    assert_int_equal(name.kinds, names[i].kinds);
  }
  assert_false(ng_kb_name(kb, serbia.index, 4, &name));
  ng_kb_relation r[8];
  assert_int_equal(ng_kb_relations(kb, serbia.index, r, 8), 2);
  ng_ref capital = ng_bases_related(&bases, serbia, NG_REL_CAPITAL, false);
  assert_int_equal(ng_bases_entity(&bases, capital).qid, 3711);
  ng_ref person = ng_bases_by_qid(&bases, 222031);
  e = ng_bases_entity(&bases, person);
  assert_memory_equal(e.label.at, "Aleksandar Vučić", e.label.len);
  assert_int_equal(e.flags, NG_ENTITY_MAN);
  ng_holding held;
  assert_int_equal(ng_kb_holdings(kb, NG_BY_PERSON, person.index, &held, 1), 1);
  assert_int_equal(held.from, 20170531);
  assert_int_equal(held.until, 20220000);
  assert_int_equal(held.jurisdiction, serbia.index);
  ng_kb_close(kb);
  free(image.at);
}

static void
takes_names_in_the_languages_asked_for(void **state)
{
  (void)state;
  heard h = {{0}};
  ng_kb_image image = image_of_dump("fr,de", &h);
  ng_kb *kb;
  assert_int_equal(ng_kb_open_memory(&kb, image.at, image.size, NULL), NG_OK);
  ng_bases bases = {{kb}, 1};
  ng_entity e = ng_bases_entity(&bases, ng_bases_by_qid(&bases, 403));
  assert_memory_equal(e.label.at, "Serbien", e.label.len);
  e = ng_bases_entity(&bases, ng_bases_by_qid(&bases, 10));
  assert_memory_equal(e.label.at, "dix", e.label.len);
  assert_true(ng_ref_none(ng_bases_by_qid(&bases, 1)));
  ng_kb_close(kb);
  free(image.at);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_what_news_needs_from_a_dump),
      cmocka_unit_test(takes_names_in_the_languages_asked_for),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
