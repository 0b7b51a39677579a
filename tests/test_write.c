#include "test.h"

#include "core/fail.h"
#include "rdf/escape.h"
#include "rdf/read.h"
#include "rdf/write.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define SPACE(prefix, iri)    \
  {                           \
    prefix,                   \
    {                         \
      "" iri, sizeof(iri) - 1 \
    }                         \
  }

enum { WHOLE, E, RDF, XSD, ODD, ID, N_SPACES };

static const ng_namespace spaces[N_SPACES] = {
    [WHOLE] = SPACE("", ""),
    [E] = SPACE("e", "http://e/"),
    [RDF] = SPACE("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    [XSD] = SPACE("xsd", "http://www.w3.org/2001/XMLSchema#"),
    [ODD] = SPACE("odd", "http://odd/x-"),
    [ID] = SPACE("id", "http://id/"),
};

static const ng_namespaces table = {spaces, N_SPACES};

#define IRI(space, s)                            \
  {                                              \
    NG_TERM_IRI, (space), {"" s, sizeof(s) - 1}, \
    {                                            \
      0                                          \
    }                                            \
  }
#define TEXT(s)                                \
  {                                            \
    NG_TERM_LITERAL, 0, {"" s, sizeof(s) - 1}, \
    {                                          \
      0                                        \
    }                                          \
  }
#define TYPED(s, space, t)                         \
  {                                                \
    NG_TERM_TYPED, (space), {"" s, sizeof(s) - 1}, \
    {                                              \
      "" t, sizeof(t) - 1                          \
    }                                              \
  }
#define LANG(s, t)                          \
  {                                         \
    NG_TERM_LANG, 0, {"" s, sizeof(s) - 1}, \
    {                                       \
      "" t, sizeof(t) - 1                   \
    }                                       \
  }

/* Objects, and how each is written in N-Triples. */
static const struct {
  ng_term term;
  const char *ntriples;
} terms[] = {
    {IRI(E, "o"), "<http://e/o>"},
    {IRI(WHOLE, "http://e/o#char=0,6"), "<http://e/o#char=0,6>"},
    {IRI(E, "a b<c>\"{d}|^`\\"),
     "<http://e/a%20b%3Cc%3E%22%7Bd%7D%7C%5E%60%5C>"},
    {IRI(E, "\x01\x7f\xff\xc3\xa9"), "<http://e/%01%7F%FF\xc3\xa9>"},
    {IRI(E, "a%20b"), "<http://e/a%20b>"},
    {IRI(E, "-x.y-"), "<http://e/-x.y->"},
    {IRI(E, ""), "<http://e/>"},
    {IRI(E, "//x"), "<http://e///x>"},
    {IRI(ODD, "1"), "<http://odd/x-1>"},
    {IRI(ID, "article/0f#char=0,6"), "<http://id/article/0f#char=0,6>"},
    {IRI(ID, "/x"), "<http://id//x>"},
    {IRI(ID, "a:b"), "<http://id/a:b>"},
    {IRI(ID, "#x"), "<http://id/#x>"},
    {IRI(ID, "?x"), "<http://id/?x>"},
    {IRI(ID, "a b"), "<http://id/a%20b>"},
    {TEXT(""), "\"\""},
    {TEXT("plain"), "\"plain\""},
    {TEXT("say \"hi\"\\\n\r\t\b\f"), "\"say \\\"hi\\\"\\\\\\n\\r\\t\\b\\f\""},
    {TEXT("\x01\x0b\x1f\x7f"), "\"\\u0001\\u000B\\u001F\\u007F\""},
    {TEXT("sixteen bytes ..\"seventeen ...\n....................\\"),
     "\"sixteen bytes ..\\\"seventeen ...\\n....................\\\\\""},
    {TEXT("Vu\xc4\x8di\xc4\x87 \xf0\x9f\x98\x80 \xe2\x80\x9c\xc2\x85"),
     "\"Vu\xc4\x8di\xc4\x87 \xf0\x9f\x98\x80 \xe2\x80\x9c\xc2\x85\""},
    {TEXT("a\xff"
          "b\xe2\x82"
          "c"),
     "\"a\xef\xbf\xbd"
     "b\xef\xbf\xbd"
     "c\""},
    {TEXT("]]> <b> &amp; ${x} @prefix"), "\"]]> <b> &amp; ${x} @prefix\""},
    {TYPED("s", XSD, "string"), "\"s\""},
    {TYPED("s", WHOLE, "http://www.w3.org/2001/XMLSchema#string"), "\"s\""},
    {TYPED("5", XSD, "decimal"),
     "\"5\"^^<http://www.w3.org/2001/XMLSchema#decimal>"},
    {TYPED("5.", XSD, "decimal"),
     "\"5.\"^^<http://www.w3.org/2001/XMLSchema#decimal>"},
    {TYPED("-0.980", XSD, "decimal"),
     "\"-0.980\"^^<http://www.w3.org/2001/XMLSchema#decimal>"},
    {TYPED("+012", XSD, "integer"),
     "\"+012\"^^<http://www.w3.org/2001/XMLSchema#integer>"},
    {TYPED("", XSD, "integer"),
     "\"\"^^<http://www.w3.org/2001/XMLSchema#integer>"},
    {TYPED("true", XSD, "boolean"),
     "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"},
    {TYPED("1", XSD, "boolean"),
     "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>"},
    {TYPED("INF", XSD, "double"),
     "\"INF\"^^<http://www.w3.org/2001/XMLSchema#double>"},
    {TYPED("2020-07", XSD, "gYearMonth"),
     "\"2020-07\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>"},
    {TYPED("x\ny", WHOLE, "http://e/a b"), "\"x\\ny\"^^<http://e/a%20b>"},
    {LANG("chat", "fr"), "\"chat\"@fr"},
    {LANG("x", "de-ch"), "\"x\"@de-ch"},
    {LANG("x", "bad tag"), "\"x\""},
};

enum { N_TERMS = sizeof terms / sizeof *terms };

/* Every term as object of a triple of its own, half of them in graphs. */
static void
fill(ng_graph *graph, ng_arena *arena)
{
  static const ng_term subject = IRI(E, "s"), type = IRI(RDF, "type");
  static const ng_term names[] = {IRI(E, "g1"), IRI(E, "g 2")};
  static const ng_term predicates[] = {IRI(E, "p"), IRI(E, "q")};
  ng_arena_init(arena, 1 << 20);
  ng_graph_init(graph, arena);
  for (size_t i = 0; i < N_TERMS; i++) {
    if (i >= N_TERMS / 2)
      graph->name = names[i % 2];
    assert_true(
        ng_graph_add(graph, subject, predicates[i % 3 == 0], terms[i].term));
  }
  static const ng_term class = IRI(E, "C"), other = IRI(E, "t");
  assert_true(ng_graph_add(graph, subject, type, class));
  assert_true(ng_graph_add(graph, other, type, class));
  assert_int_equal(ng_graph_arrange(graph, NULL), NG_OK);
}

/* `graph` as a whole document. */
static ng_str
write_all(const ng_graph *graph, ng_format format, ng_buf *out,
          size_t *replaced)
{
  ng_writer w;
  ng_error err = {0};
  out->len = 0;
  assert_int_equal(ng_writer_init(&w, format, table, &err), NG_OK);
  assert_int_equal(ng_write_begin(&w, out, &err), NG_OK);
  assert_int_equal(ng_write_graph(&w, graph, true, out, &err), NG_OK);
  assert_int_equal(ng_write_end(&w, out, &err), NG_OK);
  *replaced = w.replaced;
  ng_writer_release(&w);
  return (ng_str){out->at, out->len};
}

/* Lines of N-Quads, to be sorted. */
typedef struct {
  ng_writer writer;
  char *lines[200];
  size_t n;
  bool with_graph;
} collection;

static ng_status
collect(void *to, const ng_quad *quad, ng_error *err)
{
  collection *c = to;
  ng_buf line = {0};
  ng_quad one = *quad;
  if (!c->with_graph)
    one.graph = (ng_term){0};
  ng_graph graph = {.quads = {&one, 1, 1}};
  NG_TRY(ng_write_graph(&c->writer, &graph, true, &line, err));
  ng_buf_char(&line, '\0');
  assert_true(c->n < sizeof c->lines / sizeof *c->lines);
  c->lines[c->n++] = line.at;
  return NG_OK;
}

static int
by_bytes(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sort the lines and drop those that are there twice. */
static void
finish(collection *c)
{
  qsort(c->lines, c->n, sizeof *c->lines, by_bytes);
  size_t n = 0;
  for (size_t i = 0; i < c->n; i++)
    if (n && strcmp(c->lines[i], c->lines[n - 1]) == 0)
      free(c->lines[i]);
    else
      c->lines[n++] = c->lines[i];
  c->n = n;
}

static void
start(collection *c, bool with_graph)
{
  *c = (collection){.with_graph = with_graph};
  assert_int_equal(ng_writer_init(&c->writer, NG_NQUADS, table, NULL), NG_OK);
}

static void
drop(collection *c)
{
  for (size_t i = 0; i < c->n; i++)
    free(c->lines[i]);
}

static void
compare(collection *a, collection *b, const char *what)
{
  finish(a);
  finish(b);
  for (size_t i = 0; i < a->n || i < b->n; i++) {
    const char *left = i < a->n ? a->lines[i] : "nothing\n";
    const char *right = i < b->n ? b->lines[i] : "nothing\n";
    if (strcmp(left, right))
      fail_msg("%s: wrote %sread %s", what, left, right);
  }
  drop(a);
  drop(b);
}

static void
writes_each_term_canonically(void **state)
{
  (void)state;
  ng_writer w;
  assert_int_equal(ng_writer_init(&w, NG_NTRIPLES, table, NULL), NG_OK);
  for (size_t i = 0; i < N_TERMS; i++) {
    ng_quad quad = {IRI(E, "s"), IRI(E, "p"), terms[i].term, {0}};
    ng_graph graph = {.quads = {&quad, 1, 1}};
    ng_buf got = {0}, want = {0};
    assert_int_equal(ng_write_graph(&w, &graph, true, &got, NULL), NG_OK);
    ng_buf_printf(&want, "<http://e/s> <http://e/p> %s .\n", terms[i].ntriples);
    ng_buf_char(&got, '\0');
    ng_buf_char(&want, '\0');
    assert_string_equal(got.at, want.at);
    ng_buf_release(&got);
    ng_buf_release(&want);
  }
  assert_int_equal(w.replaced, 3); /* two sequences, one language tag */
}

/* Formats in which nothing is lost, and whether they keep graphs' names. */
static const struct {
  ng_format format;
  bool graphs;
} lossless[] = {
    {NG_NTRIPLES, false}, {NG_NQUADS, true}, {NG_TURTLE, false},
    {NG_TRIG, true},      {NG_JSONLD, true},
};

static void
survives_a_round_trip_in_each_format(void **state)
{
  (void)state;
  ng_arena arena;
  ng_graph graph;
  ng_buf out = {0};
  size_t replaced;
  fill(&graph, &arena);
  for (size_t i = 0; i < sizeof lossless / sizeof *lossless; i++) {
    ng_format format = lossless[i].format;
    ng_error err = {0};
    collection wrote, got;
    start(&wrote, lossless[i].graphs);
    start(&got, lossless[i].graphs);
    for (uint32_t q = 0; q < graph.quads.n; q++)
      assert_int_equal(collect(&wrote, &graph.quads.at[q], NULL), NG_OK);
    ng_str text = write_all(&graph, format, &out, &replaced);
    ng_status st = ng_rdf_read_memory(text, format, "x",
                                      (ng_rdf_sink){collect, &got}, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(st, NG_OK);
    compare(&wrote, &got, ng_format_name(format));
  }
  ng_buf_release(&out);
  ng_arena_release(&arena);
}

static void
writes_turtle_for_reading(void **state)
{
  (void)state;
  static const ng_quad quads[] = {
      {IRI(E, "s"), IRI(RDF, "type"), IRI(E, "C"), {0}},
      {IRI(E, "s"), IRI(RDF, "type"), IRI(E, "D"), {0}},
      {IRI(E, "s"), IRI(E, "p"), TYPED("0.98", XSD, "decimal"), {0}},
      {IRI(E, "s"), IRI(E, "q"), TYPED("2020", XSD, "gYear"), {0}},
      {IRI(E, "s"),
       IRI(E, "q"),
       TEXT("a string of fifty characters or so ...."),
       {0}},
      {IRI(E, "s"),
       IRI(E, "q"),
       TEXT("a string of fifty characters or so ..."),
       {0}},
      {IRI(E, "s"), IRI(E, "q"), LANG("x", "en"), {0}},
      {IRI(E, "t#char=0,6"), IRI(E, "p"), TYPED("1", XSD, "integer"), {0}},
      {IRI(E, "t#char=0,6"), IRI(E, "p"), IRI(ID, "article/0f#char=0,6"), {0}},
      {IRI(E, "t#char=0,6"), IRI(E, "p"), IRI(ID, "entities"), {0}},
  };
  static const char want[] =
      "@base <http://id/> .\n"
      "@prefix e: <http://e/> .\n"
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
      "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
      "@prefix odd: <http://odd/x-> .\n"
      "@prefix id: <http://id/> .\n"
      "\n"
      "e:s a e:C, e:D ;\n"
      "    e:p 0.98 ;\n"
      "    e:q \"2020\"^^xsd:gYear, "
      "\"a string of fifty characters or so ....\", "
      "\"a string of fifty characters or so ...\",\n"
      "        \"x\"@en .\n"
      "\n"
      "<http://e/t#char=0,6> e:p 1, <article/0f#char=0,6>, id:entities .\n"
      "\n";
  enum { N = sizeof quads / sizeof *quads };
  ng_quad copy[N];
  memcpy(copy, quads, sizeof quads);
  ng_graph graph = {.quads = {copy, N, N}};
  ng_buf out = {0};
  size_t replaced;
  (void)write_all(&graph, NG_TURTLE, &out, &replaced);
  ng_buf_char(&out, '\0');
  assert_string_equal(out.at, want);
  ng_buf_release(&out);
}

static void
writes_many_graphs_as_one_document(void **state)
{
  (void)state;
  static const ng_format formats[] = {NG_TURTLE, NG_NTRIPLES, NG_NQUADS,
                                      NG_TRIG,   NG_RDFXML,   NG_JSONLD};
  ng_arena arena;
  ng_graph graph, empty = {0};
  fill(&graph, &arena);
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    ng_writer w;
    ng_buf out = {0};
    ng_error err = {0};
    collection got;
    start(&got, false);
    assert_int_equal(ng_writer_init(&w, formats[i], table, NULL), NG_OK);
    assert_int_equal(ng_write_begin(&w, &out, NULL), NG_OK);
    for (size_t n = 0; n < 3; n++) {
      assert_int_equal(ng_write_graph(&w, &graph, n == 0, &out, NULL), NG_OK);
      assert_int_equal(ng_write_graph(&w, &empty, false, &out, NULL), NG_OK);
    }
    assert_int_equal(ng_write_end(&w, &out, NULL), NG_OK);
    (void)ng_rdf_read_memory((ng_str){out.at, out.len}, formats[i], "x",
                             (ng_rdf_sink){collect, &got}, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(got.n, 3 * graph.quads.n);
    drop(&got);
    ng_buf_release(&out);
    ng_writer_release(&w);
  }
  ng_arena_release(&arena);
}

/* What a literal becomes where XML cannot carry it. */
static const struct {
  ng_term object;
  const char *line; /* "": the triple is left out */
  size_t replaced;
} xml[] = {
    {TEXT("a & b <c> ]]> \"d\" 'e'\t\n\r."),
     "\"a & b <c> ]]> \\\"d\\\" 'e'\\t\\n\\r.\"", 0},
    {TEXT("\x01\x7f"
          "a\0b"),
     "\"\xef\xbf\xbd\xef\xbf\xbd"
     "a\xef\xbf\xbd"
     "b\"",
     3},
    {TEXT("\xef\xbf\xbf\xef\xbf\xbe"), "\"\xef\xbf\xbd\xef\xbf\xbd\"", 2},
    {TEXT("\xf0\x9f\x98\x80 \xc2\x85"), "\"\xf0\x9f\x98\x80 \xc2\x85\"", 0},
    {TEXT("  two  "), "\"  two  \"", 0},
    {TYPED("5", XSD, "decimal"),
     "\"5\"^^<http://www.w3.org/2001/XMLSchema#decimal>", 0},
    {LANG("chat", "fr"), "\"chat\"@fr", 0},
    {IRI(E, "a b&c='d'"), "<http://e/a%20b&c='d'>", 0},
};

static void
writes_what_xml_can_carry(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof xml / sizeof *xml; i++) {
    ng_quad quad = {IRI(E, "s"), IRI(E, "p"), xml[i].object, {0}};
    ng_graph graph = {.quads = {&quad, 1, 1}};
    ng_buf out = {0}, want = {0};
    ng_error err = {0};
    collection got;
    size_t replaced;
    start(&got, false);
    ng_str text = write_all(&graph, NG_RDFXML, &out, &replaced);
    (void)ng_rdf_read_memory(text, NG_RDFXML, "x", (ng_rdf_sink){collect, &got},
                             &err);
    assert_string_equal(err.text, "");
    assert_int_equal(got.n, 1);
    ng_buf_printf(&want, "<http://e/s> <http://e/p> %s .\n", xml[i].line);
    ng_buf_char(&want, '\0');
    assert_string_equal(got.lines[0], want.at);
    assert_int_equal(replaced, xml[i].replaced);
    drop(&got);
    ng_buf_release(&out);
    ng_buf_release(&want);
  }
}

static void
leaves_out_predicates_that_xml_cannot_name(void **state)
{
  (void)state;
  ng_quad quads[] = {{IRI(E, "s"), IRI(E, "12"), IRI(E, "o"), {0}},
                     {IRI(E, "s"), IRI(E, "x/y-1"), IRI(E, "o"), {0}}};
  ng_graph graph = {.quads = {quads, 2, 2}};
  ng_buf out = {0};
  size_t replaced;
  collection got;
  start(&got, false);
  ng_str text = write_all(&graph, NG_RDFXML, &out, &replaced);
  assert_int_equal(ng_rdf_read_memory(text, NG_RDFXML, "x",
                                      (ng_rdf_sink){collect, &got}, NULL),
                   NG_OK);
  assert_int_equal(replaced, 1);
  assert_int_equal(got.n, 1);
  assert_string_equal(got.lines[0],
                      "<http://e/s> <http://e/x/y-1> <http://e/o> .\n");
  drop(&got);
  ng_buf_release(&out);
}

typedef struct {
  ng_format format;
  ng_buf out;
} thread_job;

static void *
write_often(void *arg)
{
  thread_job *job = arg;
  ng_arena arena;
  ng_graph graph;
  size_t replaced;
  fill(&graph, &arena);
  for (size_t i = 0; i < 20; i++)
    (void)write_all(&graph, job->format, &job->out, &replaced);
  ng_arena_release(&arena);
  return NULL;
}

static void
writes_the_same_on_every_thread(void **state)
{
  (void)state;
  enum { THREADS = 4 };
  for (int f = NG_TURTLE; f <= NG_RDFXML; f++) {
    pthread_t threads[THREADS];
    thread_job jobs[THREADS] = {0};
    for (size_t i = 0; i < THREADS; i++) {
      jobs[i].format = (ng_format)f;
      assert_int_equal(pthread_create(&threads[i], NULL, write_often, &jobs[i]),
                       0);
    }
    for (size_t i = 0; i < THREADS; i++)
      assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (size_t i = 0; i < THREADS; i++) {
      assert_int_equal(jobs[i].out.len, jobs[0].out.len);
      assert_memory_equal(jobs[i].out.at, jobs[0].out.at, jobs[0].out.len);
    }
    for (size_t i = 0; i < THREADS; i++)
      ng_buf_release(&jobs[i].out);
  }
}

static const char hex[] = "0123456789ABCDEF";

/* `c` as an IRI has it, at `out`; how many bytes. */
static size_t
escaped_in_iri(int c, char *out)
{
  if (c > 0x20 && c != 0x7f && !strchr("<>\"{}|^`\\", c))
    return 1;
  out[0] = '%';
  out[1] = hex[c >> 4];
  out[2] = hex[c & 15];
  return 3;
}

/* The same of a literal. */
static size_t
escaped_in_text(int c, char *out)
{
  static const char named[] = "\bb\tt\nn\ff\rr\"\"\\\\";
  if (c >= 0x20 && c != 0x7f && c != '"' && c != '\\')
    return 1;
  out[0] = '\\';
  for (size_t i = 0; i < sizeof named - 1; i += 2)
    if (named[i] == c) {
      out[1] = named[i + 1];
      return 2;
    }
  memcpy(out + 1, "u00", 3);
  out[4] = hex[c >> 4];
  out[5] = hex[c & 15];
  return 6;
}

/* `c` at place `at` of an IRI of `n` bytes, or of a literal. */
static void
escapes_one(int c, size_t at, size_t n, bool iri)
{
  enum { LONGEST = 64 };
  char from[LONGEST], want[LONGEST];
  size_t replaced = 0, len;
  memset(from, '~', sizeof from);
  memset(want, '~', sizeof want);
  from[at] = want[at] = (char)c;
  if (iri)
    len = n - 1 + escaped_in_iri(c, want + at);
  else
    len = n - 1 + escaped_in_text(c, want + at);
  ng_buf out = {0};
  if (iri)
    ng_escape_iri(&out, (ng_str){from, n});
  else
    ng_escape_text(&out, (ng_str){from, n}, &replaced);
  assert_int_equal(out.len, len);
  assert_memory_equal(out.at, want, len);
  ng_buf_release(&out);
}

/* Each character wherever it stands in what is looked at at once, in strings of
 * every length. */
static void
escapes_what_must_be(void **state)
{
  (void)state;
  enum { LENGTHS = 37 };
  for (int c = 0; c < 0x80; c++)
    for (size_t n = 1; n <= LENGTHS; n++)
      for (size_t at = 0; at < n; at++) {
        escapes_one(c, at, n, true);
        escapes_one(c, at, n, false);
      }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(writes_each_term_canonically),
      cmocka_unit_test(escapes_what_must_be),
      cmocka_unit_test(survives_a_round_trip_in_each_format),
      cmocka_unit_test(writes_turtle_for_reading),
      cmocka_unit_test(writes_many_graphs_as_one_document),
      cmocka_unit_test(writes_what_xml_can_carry),
      cmocka_unit_test(leaves_out_predicates_that_xml_cannot_name),
      cmocka_unit_test(writes_the_same_on_every_thread),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
