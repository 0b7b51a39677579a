#include "test.h"

#include "link/names.h"
#include "linked.h"

/* The spots of a text, joined with '|'. */
static void
spots_of(const char *text, char out[200])
{
  ng_doc *doc = linked(text);
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    ng_str s = ng_doc_text(doc, doc->spots.at[i].span);
    if (i)
      strcat(out, "|");
    strncat(out, s.at, s.len);
  }
  ng_doc_free(doc);
}

static void
finds_the_names_of_each_case(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"", ""},
      {"Talks with Serbia failed.", "Serbia"},
      {"The European Union, the EU, met.", "European Union|EU"},
      {"An EU-backed plan.", "EU"},
      {"It is the EU's plan.", "EU"},
      {"He met Vucic and Vučić.", "Vucic|Vučić"},
      {"They were in The Hague.", "The Hague|Hague"},
      {"serbia in small letters", ""},
      {"A new tariff was set.", "tariff"},
      {"They left the European. Union flags flew.", ""},
  };
  char got[200];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    spots_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

static void
concepts_are_left_out_where_only_names_are_wanted(void **state)
{
  (void)state;
  char got[200];
  options.mentions = NG_MENTIONS_NAMES;
  spots_of("A tariff on Serbia.", got);
  assert_string_equal(got, "Serbia");
  spots_of("She left her eTablet in Serbia.", got);
  options.mentions = NG_MENTIONS_CONCEPTS;
  assert_string_equal(got, "eTablet|Serbia");
  spots_of("The singer you.and.me works for Bookshop.com now.", got);
  assert_string_equal(got, "you.and.me|Bookshop.com");
  spots_of("It is between you and me, and Bookshop. Com is a suffix.", got);
  assert_string_equal(got, "");
}

/* "2 1 2 ": how many readings each spot of the text has. */
static void
readings_of(const char *text, char out[200])
{
  ng_doc *doc = linked(text);
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->spots.n; i++)
    (void)snprintf(out + strlen(out), 20, "%u ", doc->spots.at[i].n);
  ng_doc_free(doc);
}

static void
a_name_said_again_has_its_readings_again(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"He met Norlandic, and Norlandic paid.", "2 2 "},
      {"He met a Norlandic, and Norlandic paid Norlandic.", "1 2 2 "},
      {"Norlandic paid a Norlandic and Norlandic.", "2 1 2 "},
      {"Saltation is saltation, saltation and Saltation.", "1 1 1 1 "},
      {"Shop at The Bazaar, says The Bazaar.", "1 1 1 1 "},
      {"Norlandic Inc. paid Norlandic, Norlandic Inc. said.", "1 2 2 1 2 "},
  };
  ng_kb_image own =
      image_of("k:norland ng:kind \"country\" ; rdfs:label \"Norland\" ;\n"
               "  ng:demonym \"Norlandic\" .\n"
               "k:airline ng:kind \"company\" ; rdfs:label \"Norlandic\" .\n"
               "k:saltation ng:kind \"concept\" ; rdfs:label \"saltation\" .\n"
               "k:bazaar ng:kind \"company\" ; rdfs:label \"The Bazaar\" .\n");
  ng_bases before = context.bases;
  ng_kb *other;
  char got[200];
  assert_int_equal(ng_kb_open_memory(&other, own.at, own.size, NULL), NG_OK);
  context.bases = (ng_bases){{other}, 1};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    readings_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
  context.bases = before;
  ng_kb_close(other);
  free(own.at);
}

/* Forty namesakes of a family, the last the least known. */
static ng_kb_image
family(void)
{
  static char turtle[8000];
  size_t n = 0;
  for (int i = 0; i < 40; i++)
    n += (size_t)snprintf(
        turtle + n, sizeof turtle - n,
        "k:p%d ng:kind \"person\" ; rdfs:label \"%c%cor Dunmarrow\" ;\n"
        "  ng:surname \"Dunmarrow\" ; ng:popularity %d .\n",
        i, 'A' + i % 8, "aeiou"[i / 8], 900 - 20 * i);
  return image_of(turtle);
}

/* The readings of the last spot of `text`, and the popularity of the least. */
static void
last_of(const char *text, ng_names *names, uint32_t *n, uint32_t *least)
{
  ng_doc *doc = linked(text);
  doc->names = names;
  assert_int_equal(ng_spot_names(&context, doc, NULL), NG_OK);
  const ng_spot *spot = &doc->spots.at[doc->spots.n - 1];
  *n = spot->n;
  *least = UINT32_MAX;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    if (doc->choices.at[i].popularity < *least)
      *least = doc->choices.at[i].popularity;
  ng_doc_free(doc);
}

/* Of forty readings the thirty best known are kept, but for who is named in
 * full; what a worker remembers makes no difference, nor what it forgets. */
static void
what_is_remembered_changes_nothing(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    uint32_t n, least;
  } cases[] = {
      {"Today Dunmarrow came.", 30, 320},
      {"Today Door Dunmarrow came. Later came Dunmarrow.", 30, 320},
      {"Today Huor Dunmarrow came. Later came Dunmarrow.", 30, 120},
      {"Today Hoor Dunmarrow came. Later came Dunmarrow.", 30, 280},
  };
  ng_kb_image own = family();
  ng_bases before = context.bases;
  ng_kb *other;
  ng_names *names = ng_names_new();
  assert_int_equal(ng_kb_open_memory(&other, own.at, own.size, NULL), NG_OK);
  context.bases = (ng_bases){{other}, 1};
  for (size_t i = 0; i < 4 * (sizeof cases / sizeof *cases); i++) {
    uint32_t n, least, at = (uint32_t)(i % (sizeof cases / sizeof *cases));
    last_of(cases[at].text, i % 3 ? names : NULL, &n, &least);
    assert_int_equal(n, cases[at].n);
    assert_int_equal(least, cases[at].least);
    while (i == 7 && ng_names_room(names, 1 << 16)) { /* until it is full */
    }
  }
  context.bases = before;
  ng_names_free(names);
  ng_kb_close(other);
  free(own.at);
}

/* What finding the text's names takes of its budget. */
static size_t
cost_of(const char *text, ng_names *names)
{
  ng_doc *doc = linked(text);
  doc->names = names;
  size_t before = doc->arena.left;
  assert_int_equal(ng_spot_names(&context, doc, NULL), NG_OK);
  size_t cost = before - doc->arena.left;
  ng_doc_free(doc);
  return cost;
}

/* An article fits its budget or not whatever the worker has read before. */
static void
costs_the_same_where_no_more_is_remembered(void **state)
{
  (void)state;
  enum { ROOM = 64 };
  const char *text = "Belgrade met Serbia. Serbia met Belgrade and the EU.";
  size_t n = 0;
  ng_names *names = ng_names_new();
  ng_names_begin(names, &context);
  while (ng_names_room(names, ROOM))
    n++;
  ng_names_begin(names, &context); /* all is forgotten */
  while (n-- > 0)
    assert_non_null(ng_names_room(names, ROOM));
  size_t without_room = cost_of(text, names);
  assert_true(ng_names_full(names));
  assert_int_equal(without_room, cost_of(text, names));
  assert_false(ng_names_full(names));
  ng_names_free(names);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_names_of_each_case),
      cmocka_unit_test(concepts_are_left_out_where_only_names_are_wanted),
      cmocka_unit_test(a_name_said_again_has_its_readings_again),
      cmocka_unit_test(what_is_remembered_changes_nothing),
      cmocka_unit_test(costs_the_same_where_no_more_is_remembered),
  };
  return cmocka_run_group_tests(tests, open_base, close_base);
}
