/* What literals are worth, sets of triples, and graphs against shapes. */
#include "test.h"

#include "rdf/literal.h"
#include "rdf/shapes.h"

#include <stdio.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ng_term
typed(const char *text, const char *type)
{
  return ng_typed((ng_str){text, strlen(text)}, 0,
                  (ng_str){type, strlen(type)});
}

static void
knows_what_fits_a_datatype(void **state)
{
  static const struct {
    const char *text, *type;
    bool fits;
  } rows[] = {{"2020-02-29", XSD "date", true},
              {"2019-02-29", XSD "date", false},
              {"2020-02", XSD "date", false},
              {"2020-02-29Z", XSD "date", false},
              {"2020-02", XSD "gYearMonth", true},
              {"2020", XSD "gYear", true},
              {"20", XSD "gYear", false},
              {"-1.50", XSD "decimal", true},
              {".5", XSD "decimal", true},
              {".", XSD "decimal", false},
              {"", XSD "decimal", false},
              {"1e3", XSD "decimal", false},
              {"1.0", XSD "integer", false},
              {"+7", XSD "int", true},
              {"-1", XSD "nonNegativeInteger", false},
              {"yes", XSD "boolean", false},
              {"1", XSD "boolean", true},
              {"anything", "http://e/type", true}};
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_term t = typed(rows[i].text, rows[i].type);
    if (ng_literal_fits(&t) != rows[i].fits)
      fail_msg("'%s' of %s", rows[i].text, rows[i].type);
  }
}

static void
orders_numbers_and_dates(void **state)
{
  static const struct {
    const char *a, *a_type, *b, *b_type;
    int order; /* 2: none */
  } rows[] = {{"9", XSD "integer", "10", XSD "integer", -1},
              {"010", XSD "integer", "10.000", XSD "decimal", 0},
              {"-9", XSD "integer", "-10", XSD "integer", 1},
              {"-0", XSD "decimal", "0.0", XSD "decimal", 0},
              {"0.25", XSD "decimal", "0.3", XSD "decimal", -1},
              {"1.5", XSD "decimal", "1", XSD "nonNegativeInteger", 1},
              {"2020-07-12", XSD "date", "2020-07-13", XSD "date", -1},
              {"2020-07-12", XSD "date", "2020", XSD "gYear", 2},
              {"2020-07-32", XSD "date", "2020-07-13", XSD "date", 2},
              {"a", XSD "string", "b", XSD "string", 2},
              {"1", XSD "integer", "x", XSD "integer", 2}};
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_term a = typed(rows[i].a, rows[i].a_type);
    ng_term b = typed(rows[i].b, rows[i].b_type);
    int order;
    order = ng_literal_order(&a, &b, &order) ? (order > 0) - (order < 0) : 2;
    if (order != rows[i].order)
      fail_msg("'%s' and '%s': %d", rows[i].a, rows[i].b, order);
  }
}

static ng_status
read(ng_triples *t, const char *text, ng_error *err)
{
  return ng_rdf_read_memory((ng_str){text, strlen(text)}, NG_TRIG, "test",
                            ng_triples_sink(t), err);
}

static void
holds_each_triple_once(void **state)
{
  ng_triples t;
  ng_error err = {0};
  (void)state;
  ng_triples_init(&t, 1 << 20);
  assert_int_equal(read(&t,
                        "@prefix e: <http://e/> . @prefix x: <" XSD "> .\n"
                        "e:a e:p e:b , \"b\" , \"b\"^^x:string , \"b\"@en .\n"
                        "e:g { e:a e:p e:b . e:b e:p e:a }",
                        &err),
                   NG_OK);
  assert_int_equal(t.triples.n - 1, 4);
  uint32_t a = ng_triples_iri(&t, "http://e/a");
  uint32_t p = ng_triples_iri(&t, "http://e/p");
  assert_int_equal(ng_triples_object(&t, a, p),
                   ng_triples_iri(&t, "http://e/b"));
  assert_int_equal(ng_triples_iri(&t, "http://e/none"), 0);
  assert_int_equal(ng_triples_object(&t, a, 0), 0);
  ng_triples_release(&t);
}

/* Give the set one more block each time, until it succeeds. */
static void
survives_every_allocation_failing(void **state)
{
  static const char text[] = "@prefix e: <http://e/> . e:a e:p e:b , 1 .";
  ng_status st = NG_ERR_LIMIT;
  (void)state;
  for (size_t budget = 0; st != NG_OK && budget < 100000; budget += 16) {
    ng_triples t;
    ng_error err = {0};
    ng_triples_init(&t, budget);
    st = read(&t, text, &err);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT);
    ng_triples_release(&t);
  }
  assert_int_equal(st, NG_OK);
}

#define SHAPES                                        \
  "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"     \
  "@prefix x: <" XSD "> . @prefix e: <http://e/> .\n" \
  "e:S a sh:NodeShape ; sh:targetClass e:C ; "

static void
checks_each_constraint(void **state)
{
  /* what a shape of class e:C asks; what is said of e:a, which is one; how many
   * violations that makes */
  static const struct {
    const char *shape, *data;
    unsigned violations;
  } rows[] = {
      {"sh:property [ sh:path e:p ; sh:minCount 2 ]", "e:p 1", 1},
      {"sh:property [ sh:path e:p ; sh:maxCount 2 ]", "e:p 1, 2", 0},
      {"sh:property [ sh:path e:p ; sh:hasValue 2 ]", "e:p 1, 2", 0},
      {"sh:property [ sh:path e:p ; sh:hasValue 2 ]", "e:p 1", 1},
      {"sh:property [ sh:path e:p ; sh:lessThan e:q ]", "e:p 1 ; e:q 1", 1},
      {"sh:property [ sh:path e:p ; sh:lessThanOrEquals e:q ]",
       "e:p 1 ; e:q 1, 2", 0},
      {"sh:property [ sh:path e:p ; sh:datatype x:integer ]", "e:p 1, 1.5", 1},
      {"sh:property [ sh:path e:p ; sh:nodeKind sh:Literal ]", "e:p e:b, 1", 1},
      {"sh:property [ sh:path e:p ; sh:nodeKind sh:BlankNodeOrIRI ]",
       "e:p e:b, []", 0},
      {"sh:property [ sh:path e:p ; sh:class e:D ]", "e:p e:a", 1},
      {"sh:property [ sh:path e:p ; sh:in ( 1 e:b \"x\"@en ) ]",
       "e:p 1, e:b, \"x\"@en, \"x\"", 1},
      {"sh:property [ sh:path e:p ; sh:pattern \"^a+$\" ]",
       "e:p \"aa\", \"ab\", []", 2},
      {"sh:property [ sh:path e:p ; sh:minLength 2 ]", "e:p \"\u00e9\"", 1},
      {"sh:property [ sh:path e:p ; sh:maxLength 2 ]", "e:p \"\u00e9\u00e9\"",
       0},
      {"sh:property [ sh:path e:p ; sh:minInclusive 1 ]", "e:p 1, 0.5", 1},
      {"sh:property [ sh:path e:p ; sh:maxInclusive 1 ]", "e:p 1, 1.5", 1},
      {"sh:property [ sh:path e:p ; sh:minExclusive 1 ]", "e:p 1", 1},
      {"sh:property [ sh:path e:p ; sh:maxExclusive 1 ]", "e:p 1, \"a\"", 2},
      {"sh:property [ sh:path [ sh:inversePath e:p ] ; sh:minCount 1 ]",
       "e:q 1", 1},
      {"sh:property [ sh:path [ sh:inversePath e:p ] ; sh:minCount 1 ]",
       "e:p e:a", 0},
      {"sh:nodeKind sh:Literal", "e:p 1", 1},
      {"sh:not [ sh:property [ sh:path e:p ; sh:minCount 1 ] ]", "e:p 1", 1},
      {"sh:or ( [ sh:nodeKind sh:Literal ] [ sh:nodeKind sh:IRI ] )", "e:p 1",
       0},
      {"sh:and ( [ sh:nodeKind sh:Literal ] [ sh:nodeKind sh:IRI ] )", "e:p 1",
       1},
      {"sh:property [ sh:path e:p ; sh:node [ sh:property [ sh:path e:q ; "
       "sh:minCount 1 ] ] ]",
       "e:p e:b, e:a ; e:q 1", 1},
      {"sh:targetSubjectsOf e:p ; sh:targetObjectsOf e:p ; sh:nodeKind sh:IRI",
       "e:p e:b, 7", 1}};
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char text[500];
    ng_triples shapes, data;
    ng_error err = {0};
    ng_shapes_report report = {0};
    ng_triples_init(&shapes, 1 << 20);
    ng_triples_init(&data, 1 << 20);
    (void)snprintf(text, sizeof text, SHAPES "%s .", rows[i].shape);
    assert_int_equal(read(&shapes, text, &err), NG_OK);
    (void)snprintf(text, sizeof text,
                   "@prefix e: <http://e/> . e:a a e:C ; %s .", rows[i].data);
    assert_int_equal(read(&data, text, &err), NG_OK);
    if (ng_shapes_check(&shapes, &data, &report, &err) != NG_OK ||
        report.violations != rows[i].violations)
      fail_msg("%s of %s: %d, %s", rows[i].shape, rows[i].data,
               (int)report.violations, err.text);
    ng_triples_release(&shapes);
    ng_triples_release(&data);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_what_fits_a_datatype),
      cmocka_unit_test(orders_numbers_and_dates),
      cmocka_unit_test(holds_each_triple_once),
      cmocka_unit_test(survives_every_allocation_failing),
      cmocka_unit_test(checks_each_constraint)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
