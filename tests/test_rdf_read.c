#include "test.h"

#include "core/buf.h"
#include "core/fail.h"
#include "rdf/child.h"
#include "rdf/parse.h"
#include "rdf/write.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define TEXT(s)      \
  {                  \
    s, sizeof(s) - 1 \
  }
#define LINES "<http://e/s> <http://e/p> \"o\" .\n"

static void
show_term(ng_buf *to, const ng_term *t)
{
  static const char kinds[] = "-IPTLB";
  ng_buf_printf(to, "%c(%.*s", kinds[t->kind], NG_ARG(t->value));
  if (t->type.len)
    ng_buf_printf(to, " %.*s", NG_ARG(t->type));
  ng_buf_printf(to, ")");
}

/* A sink that writes each quad as a line of text. */
static ng_status
show(void *to, const ng_quad *q, ng_error *err)
{
  (void)err;
  show_term(to, &q->subject);
  show_term(to, &q->predicate);
  show_term(to, &q->object);
  if (q->graph.kind != NG_TERM_NONE)
    show_term(to, &q->graph);
  ng_buf_char(to, '\n');
  return NG_OK;
}

/* Each text in its format, and its quads. */
static const struct {
  ng_format format;
  const char *text, *quads;
} cases[] = {
    {NG_TURTLE, "", ""},
    {NG_TURTLE, "@prefix e: <http://e/> . e:s a e:C ; e:p \"x\"@en , 5 .",
     "I(http://e/s)I(http://www.w3.org/1999/02/22-rdf-syntax-ns#type)"
     "I(http://e/C)\n"
     "I(http://e/s)I(http://e/p)L(x en)\n"
     "I(http://e/s)I(http://e/p)T(5 http://www.w3.org/2001/XMLSchema#integer)"
     "\n"},
    {NG_TURTLE, "<#a> <p> _:x .", "I(file:///x#a)I(file:///p)B(x)\n"},
    {NG_NTRIPLES, "<http://e/s> <http://e/p> \"\\u010D\\n\\\\\" .\n",
     "I(http://e/s)I(http://e/p)P(\xc4\x8d\n\\)\n"},
    {NG_NQUADS, "<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n" LINES,
     "I(http://e/s)I(http://e/p)I(http://e/o)I(http://e/g)\n"
     "I(http://e/s)I(http://e/p)P(o)\n"},
    {NG_NQUADS,
     " # a comment\r\n\n\t<http://e/s>\t<http://e/p>_:b-1.x.# end\r\n"
     "_:0 <http://e/p> \"\\t\\\"\\'\\U0001F600\\u00e9\"@EN-gb "
     "<http://e/\\u00E9> .",
     "I(http://e/s)I(http://e/p)B(b-1.x)\n"
     "B(0)I(http://e/p)L(\t\"'\xf0\x9f\x98\x80\xc3\xa9 en-gb)"
     "I(http://e/\xc3\xa9)\n"},
    {NG_TRIG, "@prefix e: <http://e/> . e:g { e:s e:p e:o } ",
     "I(http://e/s)I(http://e/p)I(http://e/o)I(http://e/g)\n"},
    {NG_RDFXML,
     "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
     "xmlns:e='http://e/'><rdf:Description rdf:about='http://e/s'>"
     "<e:p>a &amp; b</e:p></rdf:Description></rdf:RDF>",
     "I(http://e/s)I(http://e/p)P(a & b)\n"},
    {NG_JSONLD,
     "{\"@context\":{\"e\":\"http://e/\",\"f\":{\"@prefix\":true,"
     "\"@id\":\"http://f-\"}},\"@graph\":[{\"@id\":\"e:s\",\"@type\":"
     "[\"e:C\",\"f:D\"],\"e:p\":[\"x\",5,true,{\"@value\":\"y\",\"@type\":"
     "\"e:t\"},{\"@value\":\"z\",\"@language\":\"en\"},{\"@id\":\"_:b\"}]},"
     "{\"@id\":\"http://g\",\"@graph\":[{\"@id\":\"e://s\",\"e:p\":\"\"}]}]}",
     "I(http://e/s)I(http://www.w3.org/1999/02/22-rdf-syntax-ns#type)"
     "I(http://e/C)\n"
     "I(http://e/s)I(http://www.w3.org/1999/02/22-rdf-syntax-ns#type)"
     "I(http://f-D)\n"
     "I(http://e/s)I(http://e/p)P(x)\n"
     "I(http://e/s)I(http://e/p)T(5 http://www.w3.org/2001/XMLSchema#integer)"
     "\n"
     "I(http://e/s)I(http://e/p)T(true "
     "http://www.w3.org/2001/XMLSchema#boolean)\n"
     "I(http://e/s)I(http://e/p)T(y http://e/t)\n"
     "I(http://e/s)I(http://e/p)L(z en)\n"
     "I(http://e/s)I(http://e/p)B(b)\n"
     "I(e://s)I(http://e/p)P()I(http://g)\n"},
    {NG_JSONLD, "[]", ""},
    {NG_JSONLD, "{\"@id\":\"http://s\",\"http://p\":{\"http://q\":\"x\"}}",
     "B(genid0)I(http://q)P(x)\nI(http://s)I(http://p)B(genid0)\n"},
};

static void
reads_each_format(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_buf got = {0};
    ng_error err = {0};
    ng_str text = {cases[i].text, strlen(cases[i].text)};
    ng_status st = ng_rdf_read_memory(text, cases[i].format, "x",
                                      (ng_rdf_sink){show, &got}, &err);
    ng_buf_char(&got, '\0');
    assert_string_equal(err.text, "");
    assert_int_equal(st, NG_OK);
    assert_string_equal(got.at, cases[i].quads);
    ng_buf_release(&got);
  }
}

/* Each malformed text, and the start of what is said of it. */
static const struct {
  ng_format format;
  ng_str text;
  const char *says;
} broken[] = {
    {NG_TURTLE, TEXT(LINES "nonsense"), "bad:2: "},
    {NG_NTRIPLES, TEXT(LINES LINES "<a> <b> .\n"), "bad:3: "},
    {NG_TURTLE, TEXT(LINES "<a> <b> \"\xff\" ."), "bad:2: invalid UTF-8"},
    {NG_NTRIPLES, TEXT(LINES "\xc4"), "bad:2: invalid UTF-8"},
    {NG_NTRIPLES, TEXT(LINES "#\0#\n"), "bad:2: NUL byte"},
    {NG_NTRIPLES, TEXT("<http://e/a b> <http://e/p> \"\" .\n"), "bad:1: "},
    {NG_NTRIPLES, TEXT(LINES "<http://e/s> <http://e/p> <o> ."), "bad:2: "},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> <e:o> <e:g> .\n"), "bad:1: "},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> \"o .\n"), "bad:1: a literal"},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> \"\\x\" .\n"), "bad:1: an unknown"},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> \"\\uD800\" .\n"), "bad:1: an escape"},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> \"\\u12\" .\n"), "bad:1: a bad"},
    {NG_NTRIPLES, TEXT("<e:s\\u0020x> <e:p> \"\" .\n"), "bad:1: an escape"},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> \"\"@ .\n"), "bad:1: a language"},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> \"\"^<e:t> .\n"), "bad:1: a datatype"},
    {NG_NTRIPLES, TEXT("\"s\" <e:p> <e:o> .\n"), "bad:1: a literal"},
    {NG_NTRIPLES, TEXT("<e:s> _:p <e:o> .\n"), "bad:1: only an IRI"},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> <e:o>"), "bad:1: no '.'"},
    {NG_NTRIPLES, TEXT("<e:s> <e:p> <e:o> . <e:s>"), "bad:1: more"},
    {NG_NQUADS, TEXT("<e:s> <e:p> <e:o> \"g\" ."), "bad:1: a literal"},
    {NG_RDFXML, TEXT("<rdf:RDF"), "bad:1: "},
    {NG_JSONLD, TEXT("{\n\"@id\" 1}"), "bad:2: "},
    {NG_JSONLD, TEXT("{\"@context\":\"http://schema.org\"}"), "bad: JSON-LD: "},
    {NG_JSONLD, TEXT("{\"@id\":\"s:s\",\"p\":1}"), "bad: JSON-LD: "},
    {NG_JSONLD, TEXT("{\"@id\":\"s:s\",\"p:p\":{\"@list\":[]}}"),
     "bad: JSON-LD"},
    {NG_JSONLD, TEXT("{\"@id\":\"s:s\",\"p:p\":[[1]]}"), "bad: JSON-LD"},
    {NG_JSONLD, TEXT("{\"@id\":\"s:s\",\"p:p\":null}"), "bad: JSON-LD"},
    {NG_JSONLD, TEXT("\"\xff\""), "bad:1: "},
};

static void
says_where_it_is_malformed(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    ng_buf got = {0};
    ng_error err = {0};
    ng_status st = ng_rdf_read_memory(broken[i].text, broken[i].format, "bad",
                                      (ng_rdf_sink){show, &got}, &err);
    if (st != NG_ERR_SYNTAX ||
        strncmp(err.text, broken[i].says, strlen(broken[i].says)))
      fail_msg("case %zu says '%s'", i, err.text);
    ng_buf_release(&got);
  }
}

static void
guesses_the_format(void **state)
{
  (void)state;
  static const struct {
    const char *head;
    ng_format format;
  } heads[] = {
      {LINES, NG_NQUADS},
      {"# a comment\n\n" LINES, NG_NQUADS},
      {"<http://e/s> <http://e/p>\n  1 .", NG_TRIG},
      {"<http://e/s> a <http://e/o> .", NG_TRIG},
      {"@prefix a: <b> .", NG_TRIG},
      {"<?xml version='1.0'?>", NG_RDFXML},
      {"<rdf:RDF xmlns", NG_RDFXML},
      {"{\"@context\"", NG_JSONLD},
      {"\xef\xbb\xbf"
       "{\"@context\"",
       NG_JSONLD},
      {"", NG_TRIG},
  };
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    assert_int_equal(
        ng_rdf_guess((ng_str){heads[i].head, strlen(heads[i].head)}),
        heads[i].format);
}

/* A file with `bytes` in it; its name is in `path`. */
static void
make_file(char path[64], ng_str bytes)
{
  (void)snprintf(path, 64, "%s", "/tmp/newsgraph-test-XXXXXX");
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, bytes.at, bytes.len), bytes.len);
  (void)close(fd);
}

static ng_status
count(void *to, const ng_quad *quad, ng_error *err)
{
  (void)quad;
  (void)err;
  ++*(size_t *)to;
  return NG_OK;
}

static void
reads_a_file_whose_characters_straddle_chunks(void **state)
{
  (void)state;
  ng_buf text = {0};
  char path[64];
  size_t n = 0;
  for (size_t i = 0; i < 20000; i++)
    ng_buf_printf(&text, "<http://e/%zu> <http://e/p> \"%.*s\" .\n", i,
                  (int)(i % 3 + 1) * 3, "\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac");
  make_file(path, (ng_str){text.at, text.len});
  ng_error err = {0};
  ng_status st = ng_rdf_read_file(path, NULL, (ng_rdf_sink){count, &n}, &err);
  (void)unlink(path);
  ng_buf_release(&text);
  assert_string_equal(err.text, "");
  assert_int_equal(st, NG_OK);
  assert_int_equal(n, 20000);
}

/* Raptor would end the literal there. */
static void
reads_behind_an_escaped_nul_however_it_is_cut(void **state)
{
  (void)state;
  static const char text[] =
      "<e:s> <e:p> \"a\\u0000b\\\\u0000\\U00000000\\U0000000A\\u000Ac\" .";
  for (size_t cut = 0; cut < sizeof text; cut++) {
    ng_buf got = {0};
    ng_error err = {0};
    ng_rdf_parser *p;
    ng_rdf_sink sink = {show, &got};
    assert_int_equal(ng_rdf_parser_new(&p, NG_TURTLE, "x", sink, &err), NG_OK);
    assert_int_equal(ng_rdf_parser_feed(p, (ng_str){text, cut}, false, &err),
                     NG_OK);
    ng_str rest = {text + cut, sizeof text - 1 - cut};
    assert_int_equal(ng_rdf_parser_feed(p, rest, true, &err), NG_OK);
    ng_rdf_parser_free(p);
    ng_buf_char(&got, '\0');
    assert_non_null(strstr(got.at, "a\xef\xbf\xbd"
                                   "b\\u0000\xef\xbf\xbd\n\nc"));
    ng_buf_release(&got);
  }
}

static void
says_why_a_file_cannot_be_read(void **state)
{
  (void)state;
  ng_error err = {0};
  size_t n = 0;
  assert_int_equal(ng_rdf_read_file("/nonexistent.ttl", NULL,
                                    (ng_rdf_sink){count, &n}, &err),
                   NG_ERR_IO);
  assert_non_null(strstr(err.text, "/nonexistent.ttl"));
  assert_int_equal(ng_rdf_read_file("/", NULL, (ng_rdf_sink){count, &n}, &err),
                   NG_ERR_IO);
}

/* A parser as it may be: `with` says what becomes of it. */
static ng_status
misbehave(void *with, ng_rdf_sink sink, ng_error *err)
{
  ng_quad quad = {ng_iri(0, NG_LIT("s")),
                  ng_iri(0, NG_LIT("p")),
                  ng_iri(0, NG_LIT("o")),
                  {0}};
  NG_TRY(sink.take(sink.to, &quad, err));
  if (strcmp(with, "crash") == 0) {
    (void)signal(SIGSEGV, SIG_DFL);
    (void)raise(SIGSEGV);
  }
  if (strcmp(with, "exit") == 0)
    _exit(0);
  while (strcmp(with, "run on") == 0)
    NG_TRY(sink.take(sink.to, &quad, err));
  return ng_fail(err, NG_ERR_SYNTAX, 7, "wrong");
}

static ng_status
refuse(void *to, const ng_quad *quad, ng_error *err)
{
  (void)count(to, quad, err);
  return ng_fail(err, NG_ERR_LIMIT, 0, "enough");
}

static void
survives_a_parser_that_misbehaves(void **state)
{
  (void)state;
  static const struct {
    const char *how, *says;
    ng_rdf_fn *take;
    ng_status want;
  } ways[] = {
      {"crash", "f: the RDF parser crashed", count, NG_ERR_SYNTAX},
      {"exit", "f: the RDF parser crashed", count, NG_ERR_SYNTAX},
      {"fail", "wrong", count, NG_ERR_SYNTAX},
      {"run on", "enough", refuse, NG_ERR_LIMIT},
  };
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    ng_error err = {0};
    size_t n = 0;
    assert_int_equal(ng_rdf_in_child(misbehave, (void *)(uintptr_t)ways[i].how,
                                     "f", (ng_rdf_sink){ways[i].take, &n},
                                     &err),
                     ways[i].want);
    assert_ptr_equal(strstr(err.text, ways[i].says), err.text);
  }
}

static void
knows_formats_by_any_usual_name(void **state)
{
  (void)state;
  static const struct {
    const char *name;
    int format; /* -1: none */
  } names[] = {
      {"turtle", NG_TURTLE},
      {"TTL", NG_TURTLE},
      {"Text/Turtle; charset=utf-8", NG_TURTLE},
      {"nt", NG_NTRIPLES},
      {"N-Triples", NG_NTRIPLES},
      {"application/n-quads", NG_NQUADS},
      {"trig", NG_TRIG},
      {"jsonld", NG_JSONLD},
      {"application/ld+json", NG_JSONLD},
      {"rdfxml", NG_RDFXML},
      {"", -1},
      {"n3logic", -1},
  };
  static const struct {
    const char *path;
    int format;
  } paths[] = {
      {"out.nt", NG_NTRIPLES},
      {"a.b/out.nq.gz", NG_NQUADS},
      {"x.TTL.zst", NG_TURTLE},
      {"x.jsonld", NG_JSONLD},
      {"x.json.gz", NG_JSONLD},
      {"x.rdf", NG_RDFXML},
      {"x.ttl/y", -1},
      {"x.gz", -1},
      {"", -1},
      {"ttl", -1},
      {"x.nt.gz.gz", -1},
  };
  ng_format f;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    ng_str name = {names[i].name, strlen(names[i].name)};
    assert_int_equal(ng_format_find(name, &f) ? (int)f : -1, names[i].format);
  }
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
    ng_str path = {paths[i].path, strlen(paths[i].path)};
    assert_int_equal(ng_format_of_file(path, &f) ? (int)f : -1,
                     paths[i].format);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_each_format),
      cmocka_unit_test(says_where_it_is_malformed),
      cmocka_unit_test(guesses_the_format),
      cmocka_unit_test(reads_a_file_whose_characters_straddle_chunks),
      cmocka_unit_test(reads_behind_an_escaped_nul_however_it_is_cut),
      cmocka_unit_test(says_why_a_file_cannot_be_read),
      cmocka_unit_test(survives_a_parser_that_misbehaves),
      cmocka_unit_test(knows_formats_by_any_usual_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
