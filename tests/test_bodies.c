#include "test.h"

#include "linked.h"

/* The names that no base knows, with their types once the entity is new:
 * "Serbian police=government", "police" again. */
static void
names_of(const char *text, char out[400])
{
  ng_error err = {0};
  ng_doc *doc = linked(text);
  uint32_t named = 0;
  assert_int_equal(ng_name_bodies(&context, doc, &err), NG_OK);
  assert_int_equal(ng_name_bodies(&context, doc, &err), NG_OK);
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    const ng_doc_entity *e = &doc->entities.at[m->entity];
    if (!ng_ref_none(e->ref))
      continue;
    size_t n = strlen(out);
    bool first = e->name.begin == m->span.begin;
    (void)snprintf(out + n, 400 - n, "%s%.*s%s%s", n ? "; " : "",
                   NG_ARG(ng_doc_text(doc, m->span)), first ? "=" : "",
                   first ? ng_type_name(e->type) : "");
    named += first;
    assert_true(i == 0 || doc->mentions.at[i - 1].span.begin <= m->span.begin);
  }
  for (uint32_t i = 0; i < doc->entities.n; i++)
    named -= ng_ref_none(doc->entities.at[i].ref);
  assert_int_equal(named, 0);
  ng_doc_free(doc);
}

typedef struct {
  const char *text, *want;
} row;

static void
assert_names(const row *rows, size_t n)
{
  char got[400];
  for (size_t i = 0; i < n; i++) {
    names_of(rows[i].text, got);
    assert_string_equal(got, rows[i].want);
  }
}

static void
names_bodies_by_their_state(void **state)
{
  (void)state;
  static const row rows[] = {
      {"Serbian police have held two men.", "Serbian police=government"},
      {"Two Serbian police officers left.", "Serbian police=government"},
      {"Serbia's foreign ministry said so.",
       "Serbia's foreign ministry=government"},
      {"The Serbian judiciary, then split, sat.",
       "Serbian judiciary=government"},
      {"A Belgrade court heard him.", "Belgrade court=court"},
      {"They were met by Turkish troops.", "Turkish troops=military"},
      {"The Turkish air force flew.", "Turkish air force=military"},
      {"It was on Turkish state television.", "Turkish state television=media"},
      {"A Turkish news agency told them.", "Turkish news agency=media"},
      {"An Turkish media outlet reported it.", "Turkish media outlet=media"},
      {"Turkish forces operating there left.", "Turkish forces=military"},
      {"The Malaysia central bank said so.",
       "Malaysia central bank=organization"},
      {"The Serbian attorney general's office said so.",
       "Serbian attorney general's office=government"},
      {"He was at Turkey's embassy in Belgrade.",
       "Turkey's embassy=government"},
      {"The Serbian-Turkish task force met.",
       "Serbian-Turkish task force=organization"},
      {"A Serbia-EU trade agreement began.",
       "Serbia-EU trade agreement=treaty"},
  };
  assert_names(rows, sizeof rows / sizeof *rows);
}

static void
names_bodies_without_a_state(void **state)
{
  (void)state;
  static const row rows[] = {
      {"Western media reported it.", "Western media=media"},
      {"The prosecutor's office said so.", "prosecutor's office=government"},
      {"It was denied by the foreign ministry, and the foreign ministry said "
       "so to the country's defence ministry.",
       "foreign ministry=government; foreign ministry; "
       "defence ministry=government"},
      {"The ministry said so to the foreign ministry spokesman.", ""},
      {"He waited in the prosecutor's office.", ""},
      {"His mayor's office was shut.", ""},
      {"It was shown on state television channel 4.", "channel 4=media"},
      {"Their mission to the European Union wrote.",
       "mission to the European Union=government"},
      {"Their mission to Serbia began.", ""},
      {"The embassy in Belgrade is shut.", "embassy in Belgrade=government"},
  };
  assert_names(rows, sizeof rows / sizeof *rows);
}

static void
names_no_state_no_company_and_no_people(void **state)
{
  (void)state;
  static const row rows[] = {
      {"The Serbian government fell.", ""},
      {"Serbian authorities held him.", ""},
      {"Serbian officials held him.", ""},
      {"A Serbian company bought it.", ""},
      {"It is a Serbian military base.", ""},
      {"Anti-Serbian forces came.", ""},
      {"Serbia forces them to leave.", ""},
      {"Serbs police the border.", ""},
      {"A Serbian trade agreement began.", ""},
      {"The Serbian broadcaster left.", ""},
      {"Ruritania Today, the Serbian news agency, left.", ""},
      {"The Serbian news agency (Ruritania Today) left.", ""},
  };
  assert_names(rows, sizeof rows / sizeof *rows);
}

static void
a_body_named_again_is_the_same(void **state)
{
  (void)state;
  static const row rows[] = {
      {"Serbian police left. Serbian police came back.",
       "Serbian police=government; Serbian police"},
      {"Serbia's police left. Serbian police came back.",
       "Serbia's police=government; Serbian police"},
      {"Serbian security forces left. Its security forces came back.",
       "Serbian security forces=military; security forces"},
      {"Serbian and Turkish security forces left. The Serbian security forces "
       "came. The security forces met.",
       "Turkish security forces=military; Serbian security forces=military"},
      {"The security forces left Serbia.", ""},
  };
  assert_names(rows, sizeof rows / sizeof *rows);
}

static void
events_are_named_by_what_they_are(void **state)
{
  (void)state;
  static const row rows[] = {
      {"They met later in Serbia for the \"One Lake Summit\" on Monday.",
       "One Lake Summit=event"},
      {"They met later in Serbia at the Zembla Lakes Summit. All day the "
       "Summit went "
       "on.",
       "Zembla Lakes Summit=event; Summit"},
      {"It is said by our Constitution that Serbia is free.",
       "Constitution=treaty"},
      {"Members of a state Constitution party left Serbia.", ""},
  };
  assert_names(rows, sizeof rows / sizeof *rows);
}

/* Of more room each time, the least that the stage before can do with. */
static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  ng_status status = NG_ERR_LIMIT;
  for (size_t budget = 0; status != NG_OK; budget += 97) {
    ng_error err = {0};
    ng_doc *doc =
        linked_in("Serbian police left. Turkish police left. Western media "
                  "met the police forces of Serbia.",
                  budget, &status);
    if (status == NG_OK)
      status = ng_name_bodies(&context, doc, &err);
    assert_true(status == NG_OK || status == NG_ERR_LIMIT);
    assert_true(budget < 1 << 20);
    ng_doc_free(doc);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_bodies_by_their_state),
      cmocka_unit_test(names_bodies_without_a_state),
      cmocka_unit_test(names_no_state_no_company_and_no_people),
      cmocka_unit_test(a_body_named_again_is_the_same),
      cmocka_unit_test(events_are_named_by_what_they_are),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, open_base, close_base);
}
