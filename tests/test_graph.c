#include "test.h"

#include "core/str.h"
#include "rdf/graph.h"

/* Quads as four letters, graph first ('-': none): "gspo". 't' as predicate is
 * rdf:type. */
static ng_term
letter(char c)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
  if (c == '-')
    return (ng_term){.kind = NG_TERM_NONE};
  if (c == 't')
    return ng_iri(3, NG_LIT("type"));
  return ng_iri(1, (ng_str){letters + (c - 'a'), 1});
}

static bool
add(ng_graph *graph, const char *quad)
{
  graph->name = letter(quad[0]);
  return ng_graph_add(graph, letter(quad[1]), letter(quad[2]), letter(quad[3]));
}

static char
name_of(const ng_term *t)
{
  return t->kind == NG_TERM_NONE ? '-' : *t->value.at;
}

static void
show(const ng_graph *graph, char *to)
{
  for (uint32_t i = 0; i < graph->quads.n; i++) {
    const ng_quad *q = &graph->quads.at[i];
    *to++ = name_of(&q->graph);
    *to++ = name_of(&q->subject);
    *to++ = name_of(&q->predicate);
    *to++ = name_of(&q->object);
    *to++ = ' ';
  }
  *to = '\0';
}

/* What is added, and how it is arranged. */
static const struct {
  const char *quads, *want;
} cases[] = {
    {"", ""},
    {"-apo ", "-apo "},
    {"-apo -apo ", "-apo "},
    {"-bpo -apo -bqo ", "-bpo -bqo -apo "},
    {"-apo -aqo -apn ", "-apo -apn -aqo "},
    {"-apo -ato -atn ", "-ato -atn -apo "},
    {"xapo yapo xbpo -apo xapo ", "xapo xbpo yapo -apo "},
    {"-apo -bpo -apo -bpo -cpo -apo ", "-apo -bpo -cpo "},
};

static void
arranges_each_case(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_arena arena;
    ng_graph graph;
    char got[200];
    ng_arena_init(&arena, 1 << 20);
    ng_graph_init(&graph, &arena);
    for (const char *q = cases[i].quads; *q; q += 5)
      assert_true(add(&graph, q));
    assert_int_equal(ng_graph_arrange(&graph, NULL), NG_OK);
    show(&graph, got);
    assert_string_equal(got, cases[i].want);
    assert_int_equal(ng_graph_arrange(&graph, NULL), NG_OK);
    show(&graph, got);
    assert_string_equal(got, cases[i].want);
    ng_arena_release(&arena);
  }
}

static void
tells_terms_apart_that_share_their_text(void **state)
{
  (void)state;
  ng_arena arena;
  ng_graph graph;
  ng_arena_init(&arena, 1 << 20);
  ng_graph_init(&graph, &arena);
  const ng_term s = ng_iri(1, NG_LIT("s")), p = ng_iri(1, NG_LIT("p"));
  const ng_term objects[] = {
      ng_iri(0, NG_LIT("x")),
      ng_iri(1, NG_LIT("x")),
      ng_literal(NG_LIT("x")),
      ng_typed(NG_LIT("x"), 2, NG_LIT("date")),
      ng_typed(NG_LIT("x"), 2, NG_LIT("gYear")),
      {NG_TERM_LANG, 0, NG_LIT("x"), NG_LIT("en")},
      {.kind = NG_TERM_BLANK, .value = NG_LIT("x")},
      ng_literal(NG_LIT("")),
  };
  enum { N = sizeof objects / sizeof *objects };
  for (size_t i = 0; i < 2 * (size_t)N; i++)
    assert_true(ng_graph_add(&graph, s, p, objects[i % N]));
  assert_int_equal(ng_graph_arrange(&graph, NULL), NG_OK);
  assert_int_equal(graph.quads.n, N);
  ng_arena_release(&arena);
}

/* Fill a graph and arrange it within `budget`. */
static ng_status
try_within(size_t budget, ng_error *err)
{
  ng_arena arena;
  ng_graph graph;
  ng_status st = NG_OK;
  ng_arena_init(&arena, budget);
  ng_graph_init(&graph, &arena);
  for (size_t i = 0; st == NG_OK && i < 40; i++) {
    char quad[] = {'-', (char)('a' + i % 3), 'p', (char)('a' + i % 19), 0};
    if (!add(&graph, quad))
      st = NG_ERR_LIMIT;
  }
  if (st == NG_OK)
    st = ng_graph_arrange(&graph, err);
  ng_arena_release(&arena);
  return st;
}

static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  ng_status st = NG_ERR_LIMIT;
  for (size_t budget = 0; st != NG_OK; budget += 64) {
    ng_error err = {0};
    st = try_within(budget, &err);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT);
    assert_true(budget < 1 << 20);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arranges_each_case),
      cmocka_unit_test(tells_terms_apart_that_share_their_text),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
