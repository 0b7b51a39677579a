#include "core/keys.h"
#include "load/chunk.h"
#include "load/store.h"
#include "test.h"

#include <stdio.h>

/* What would empty a store was tried on Fuseki, Oxigraph and RDF4J. */
static void
refuses_what_could_erase_a_store(void **state)
{
  (void)state;
  static const struct {
    const char *method, *url, *type, *body;
    bool fine;
  } rows[] = {
      {"PUT", "http://s/data", "application/n-quads", "", false},
      {"PUT", "http://s/data?graph=http%3A%2F%2Fe", "application/n-quads", "",
       false},
      {"PUT", "http://s/data", "application/n-triples", "", false},
      {"PUT", "http://s/data?default", "application/n-triples", "", false},
      {"PUT", "http://s/data?graph=", "application/n-triples", "", false},
      {"PUT", "http://s/data?graph=default", "application/n-triples", "",
       false},
      {"PUT", "http://s/data?graph=%3A", "application/n-triples", "", false},
      {"PUT", "http://s/data?graph=http%3A%2F%2Fe", "application/n-triples", "",
       true},
      {"PUT", "http://s/c?graph-uri=urn%3Ae", "application/n-triples", "",
       true},
      {"DELETE", "http://s/statements", NULL, "", false},
      {"DELETE", "http://s/data?default", NULL, "", false},
      {"DELETE", "http://s/data?graph=http%3A%2F%2Fe", NULL, "", true},
      {"POST", "http://s/data", "application/n-quads", "", true},
      {"POST", "http://s/store", "application/n-triples", "", false},
      {"POST", "http://s/update", "application/sparql-update", "CLEAR ALL",
       false},
      {"POST", "http://s/update", "application/sparql-update", "drop default",
       false},
      {"POST", "http://s/update", "application/sparql-update",
       "DROP SILENT GRAPH <http://e/all> ;\nINSERT DATA { GRAPH <http://e> {\n"
       "<http://e/ALL> <http://e/CLEAR> \"DROP \\\" ALL\" .\n} }",
       true},
      {"POST", "http://s/update", "application/sparql-update",
       "INSERT DATA { GRAPH <e> { <s> <p> \"x\" } } ; DROP ALL", false},
      {"POST", "http://s/update", "application/sparql-update",
       "INSERT DATA { GRAPH <e> { <s> <p> \"x } } ; DROP SILENT GRAPH <g>",
       false},
      {"PATCH", "http://s/data?graph=http%3A%2F%2Fe", NULL, "", false},
      {"GET", "http://s/data", NULL, "", true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_http_request request = {.method = rows[i].method,
                               .url = rows[i].url,
                               .type = rows[i].type,
                               .body = {rows[i].body, strlen(rows[i].body)}};
    if (ng_store_harmless(&request) != rows[i].fine)
      fail_msg("row %zu: %s %s %s", i, rows[i].method, rows[i].url,
               rows[i].body);
  }
}

static void
finds_each_store_by_whatever_address_its_users_type(void **state)
{
  (void)state;
  static const struct {
    const char *kind, *endpoint, *graph_url;
  } rows[] = {
      {"fuseki", "http://h:3030/ds", "http://h:3030/ds/data?graph=urn%3Ag"},
      {"fuseki", "http://h:3030/ds/data/",
       "http://h:3030/ds/data?graph=urn%3Ag"},
      {"fuseki", "http://h:3030/ds/update",
       "http://h:3030/ds/data?graph=urn%3Ag"},
      {"oxigraph", "http://h/", "http://h/store?graph=urn%3Ag"},
      {"oxigraph", "http://h/query", "http://h/store?graph=urn%3Ag"},
      {"rdf4j", "http://h/r/repositories/x/statements",
       "http://h/r/repositories/x/rdf-graphs/service?graph=urn%3Ag"},
      {"virtuoso", "http://h/sparql",
       "http://h/sparql-graph-crud-auth?graph-uri=urn%3Ag"},
      {"qlever", "http://h/", "http://h?graph=urn%3Ag"},
      {"graphstore", "http://h/any/store", "http://h/any/store?graph=urn%3Ag"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_store_site site;
    ng_buf url = {0};
    ng_error err = {0};
    const ng_store_kind *kind = ng_store_kind_find(rows[i].kind);
    assert_int_equal(ng_store_site_init(&site, kind, rows[i].endpoint, &err),
                     NG_OK);
    ng_store_graph_url(&site, NG_LIT("urn:g"), &url);
    assert_string_equal(url.at, rows[i].graph_url);
    ng_buf_release(&url);
    ng_store_site_release(&site);
  }
}

static void
tells_a_hundred_thousand_strings_apart(void **state)
{
  (void)state;
  enum { N = 100000 };
  ng_keys keys = {0};
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < N; i++) {
      char text[32];
      bool fresh;
      int n = snprintf(text, sizeof text, "<http://e/%d>", i);
      uint64_t *value =
          ng_keys_put(&keys, ng_key_of((ng_str){text, (size_t)n}), &fresh);
      assert_non_null(value);
      assert_int_equal(fresh, round == 0);
      if (fresh)
        *value = (uint64_t)i;
      assert_int_equal(*value, i);
    }
  assert_int_equal(keys.n, N);
  ng_keys_release(&keys);
}

static void
gathers_quads_by_graph_and_counts_what_differs(void **state)
{
  (void)state;
  ng_chunk chunk;
  ng_error err = {0};
  ng_key key;
  assert_int_equal(ng_chunk_init(&chunk, &err), NG_OK);
  static const char *const graphs[] = {"urn:a", "urn:b", "urn:a", "urn:a"};
  static const char *const objects[] = {"x", "x", "x\n\"", "x"};
  for (int i = 0; i < 4; i++) {
    ng_quad quad = {ng_iri(0, NG_LIT("urn:s")), ng_iri(0, NG_LIT("urn:p")),
                    ng_literal((ng_str){objects[i], strlen(objects[i])}),
                    ng_iri(0, (ng_str){graphs[i], strlen(graphs[i])})};
    assert_int_equal(ng_chunk_add(&chunk, &quad, &key, &err), NG_OK);
  }
  assert_int_equal(chunk.n, 2);
  assert_int_equal(chunk.graphs[0].n_lines, 3);
  assert_int_equal(chunk.graphs[0].n_distinct, 2);
  assert_int_equal(chunk.graphs[1].n_distinct, 1);
  ng_buf quads = {0};
  ng_chunk_quads(&chunk.graphs[0], &quads);
  ng_buf_char(&quads, '\0');
  assert_string_equal(quads.at, "<urn:s> <urn:p> \"x\" <urn:a> .\n"
                                "<urn:s> <urn:p> \"x\\n\\\"\" <urn:a> .\n"
                                "<urn:s> <urn:p> \"x\" <urn:a> .\n");
  ng_buf_release(&quads);
  ng_chunk_release(&chunk);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(refuses_what_could_erase_a_store),
      cmocka_unit_test(finds_each_store_by_whatever_address_its_users_type),
      cmocka_unit_test(tells_a_hundred_thousand_strings_apart),
      cmocka_unit_test(gathers_quads_by_graph_and_counts_what_differs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
