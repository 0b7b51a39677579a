/* Overlays as linking sees them: names of several bases, bans, times. */
#include "test.h"

#include "doc.h"
#include "kb/kb.h"
#include "kb_file.h"

#include <stdio.h>

static const char base[] =
    "wd:Q403 ng:kind \"country\" ; rdfs:label \"Serbia\" .\n"
    "wd:Q30 ng:kind \"country\" ; rdfs:label \"United States\" ;\n"
    "  ng:acronym \"US\" ;\n"
    "  ng:named [ rdfs:label \"Thirteen Colonies\" ; "
    "ng:validUntil \"1776\" ] .\n"
    "wd:Q1 ng:kind \"person\" ; rdfs:label \"Ana Ivan\" .\n";

static const char overlay[] =
    "wd:Q403 ng:neverNamed \"Serbia\" ; schema:alternateName \"Srbija\" .\n"
    "wd:Q1 ng:noLink true .\n"
    "k:lab ng:kind \"school\" ; rdfs:label \"News Lab\" .\n";

/* The Q-number that each spot of `text` may mean first, "403 30 ". */
static void
spots_of(const char *text, const char *date, char out[200])
{
  ng_kb_image images[2] = {make_image(base, false), make_image(overlay, true)};
  ng_context context = {.bases = {.n = 2}};
  ng_kb *kbs[2];
  ng_doc *doc;
  for (unsigned i = 0; i < 2; i++) {
    assert_int_equal(
        ng_kb_open_memory(&kbs[i], images[i].at, images[i].size, NULL), NG_OK);
    context.bases.at[i] = kbs[i];
  }
  assert_int_equal(
      ng_doc_new(&doc, (ng_str){text, strlen(text)}, 1 << 24, NULL), NG_OK);
  assert_int_equal(ng_doc_set_date(doc, (ng_str){date, strlen(date)}, NULL),
                   NG_OK);
  assert_int_equal(ng_segment(&context, doc, NULL), NG_OK);
  assert_int_equal(ng_spot_names(&context, doc, NULL), NG_OK);
  size_t n = 0;
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    const ng_choice *c = &doc->choices.at[doc->spots.at[i].choice];
    ng_entity e = ng_bases_entity(&context.bases, c->entity);
    int len = snprintf(out + n, 200 - n, "%u ", e.qid);
    assert_true(len > 0);
    n += (size_t)len;
  }
  ng_doc_free(doc);
  for (unsigned i = 0; i < 2; i++) {
    ng_kb_close(kbs[i]);
    free(images[i].at);
  }
}

static void
an_overlay_adds_bans_and_forgets(void **state)
{
  (void)state;
  static const struct {
    const char *text, *date, *spots;
  } rows[] = {
      {"The US spoke.", "2020-07-12", "30 "},
      {"It was in Srbija then.", "2020-07-12", "403 "},
      {"It was in Serbia then.", "2020-07-12", ""},
      {"He met Ana Ivan there.", "2020-07-12", ""},
      {"The News Lab wrote it.", "2020-07-12", "0 "},
      {"In the Thirteen Colonies of old.", "2020-07-12", ""},
      {"In the Thirteen Colonies of old.", "1770-01-01", "30 "},
      {"In the Thirteen Colonies of old.", "", "30 "},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char spots[200];
    spots_of(rows[i].text, rows[i].date, spots);
    assert_string_equal(spots, rows[i].spots);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_overlay_adds_bans_and_forgets),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
