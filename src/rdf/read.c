#include "rdf/read.h"

#include "core/buf.h"
#include "core/fail.h"
#include "core/input.h"
#include "core/str.h"
#include "rdf/child.h"
#include "rdf/jsonld.h"
#include "rdf/parse.h"
#include "rdf/write.h"

typedef struct {
  const char *name;
  ng_input *input;
  const ng_format *format; /* NULL: guess */
} source;

static ng_str
first_line(ng_str s)
{
  const char *newline = s.len ? memchr(s.at, '\n', s.len) : NULL;
  return newline ? ng_str_slice(s, 0, (size_t)(newline - s.at)) : s;
}

static bool
is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static ng_str
skip_space(ng_str s)
{
  while (s.len && is_space(*s.at))
    s = ng_str_slice(s, 1, s.len);
  return s;
}

static bool
starts(ng_str s, ng_str with)
{
  return s.len >= with.len && memcmp(s.at, with.at, with.len) == 0;
}

/* Whether `line` is a whole statement without prefixes: "<s> <p> o ." */
static bool
is_quad_line(ng_str line)
{
  if (!starts(line, NG_LIT("<")) && !starts(line, NG_LIT("_:")))
    return false;
  const char *space = memchr(line.at, ' ', line.len);
  if (!space || space + 1 == line.at + line.len || space[1] != '<')
    return false;
  while (line.len && is_space(line.at[line.len - 1]))
    line.len--;
  return line.len && line.at[line.len - 1] == '.';
}

ng_format
ng_rdf_guess(ng_str head)
{
  ng_str s = skip_space(ng_str_text(head));
  while (starts(s, NG_LIT("#"))) /* comments */
    s = skip_space(ng_str_slice(s, first_line(s).len, s.len));
  if (starts(s, NG_LIT("{\"")) || starts(s, NG_LIT("[")))
    return NG_JSONLD;
  if (starts(s, NG_LIT("<?xml")) || starts(s, NG_LIT("<!")) ||
      starts(s, NG_LIT("<rdf:RDF")) || starts(s, NG_LIT("<html")))
    return NG_RDFXML;
  return is_quad_line(first_line(s)) ? NG_NQUADS : NG_TRIG;
}

static ng_format
format_of(const source *from, ng_str head)
{
  ng_format format;
  if (from->format)
    return *from->format;
  ng_str path = {from->name, strlen(from->name)};
  return ng_format_of_file(path, &format) ? format : ng_rdf_guess(head);
}

/* Complete an error of the input's with its name. */
static ng_status
blame(const source *from, ng_status st, const ng_error *why, ng_error *err)
{
  return ng_fail(err, st, why->offset, "%s: %s", from->name, why->text);
}

/* The next bytes of the file in *chunk; none at its end. */
static ng_status
next_chunk(const source *from, ng_buf *chunk, ng_error *err)
{
  ng_error why = {0};
  chunk->len = 0;
  ng_status st = ng_input_read(from->input, chunk, &why);
  return st == NG_OK || st == NG_END ? NG_OK : blame(from, st, &why, err);
}

/* The whole of the file, of which `text` has been read. */
static ng_status
read_json(const source *from, ng_buf *text, ng_rdf_sink sink, ng_error *err)
{
  ng_error why = {0};
  ng_status st = NG_OK;
  while (st == NG_OK)
    st = ng_input_read(from->input, text, &why);
  if (st != NG_END)
    return blame(from, st, &why, err);
  return ng_jsonld_read((ng_str){text->at, text->len}, from->name, sink, err);
}

/* Raptor finds nothing in other XML, and says nothing: see whether RDF's
 * namespace is at the beginning, of which `chunk` is the first bytes. */
static ng_status
check_xml(const source *from, ng_buf *chunk, ng_error *err)
{
  enum { BEGINNING = 64 * 1024 };
  static const char rdf[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  ng_error why = {0};
  ng_status st = NG_OK;
  while (st == NG_OK && chunk->len < BEGINNING)
    st = ng_input_read(from->input, chunk, &why);
  if (st != NG_OK && st != NG_END)
    return blame(from, st, &why, err);
  if (memmem(chunk->at, chunk->len, rdf, sizeof rdf - 1))
    return NG_OK;
  return ng_fail(err, NG_ERR_SYNTAX, 0, "%s: XML or HTML, but no RDF",
                 from->name);
}

static ng_status
parse_chunks(const source *from, ng_buf *chunk, ng_rdf_sink sink, ng_error *err)
{
  NG_TRY(next_chunk(from, chunk, err));
  ng_format format = format_of(from, (ng_str){chunk->at, chunk->len});
  if (format == NG_JSONLD)
    return read_json(from, chunk, sink, err);
  if (format == NG_RDFXML)
    NG_TRY(check_xml(from, chunk, err));
  ng_rdf_parser *parser;
  NG_TRY(ng_rdf_parser_new(&parser, format, from->name, sink, err));
  ng_status st = NG_OK;
  for (bool end = false; st == NG_OK && !end;) {
    end = chunk->len == 0;
    st = ng_rdf_parser_feed(parser, (ng_str){chunk->at, chunk->len}, end, err);
    if (st == NG_OK && !end)
      st = next_chunk(from, chunk, err);
  }
  ng_rdf_parser_free(parser);
  return st;
}

static ng_status
read_source(void *with, ng_rdf_sink sink, ng_error *err)
{
  ng_buf chunk = {0};
  ng_status st = parse_chunks(with, &chunk, sink, err);
  ng_buf_release(&chunk);
  return st;
}

ng_status
ng_rdf_read_file(const char *path, const ng_format *format, ng_rdf_sink sink,
                 ng_error *err)
{
  ng_error why = {0};
  source from = {.name = strcmp(path, "-") == 0 ? "stdin" : path,
                 .format = format};
  ng_status st = ng_input_open(&from.input, path, &why);
  if (st != NG_OK)
    return blame(&from, st, &why, err);
  ng_input_text(from.input);
  st = ng_rdf_in_child(read_source, &from, from.name, sink, err);
  ng_input_close(from.input);
  return st;
}

ng_status
ng_rdf_read_memory(ng_str text, ng_format format, const char *name,
                   ng_rdf_sink sink, ng_error *err)
{
  if (format == NG_JSONLD)
    return ng_jsonld_read(text, name, sink, err);
  ng_rdf_parser *parser;
  NG_TRY(ng_rdf_parser_new(&parser, format, name, sink, err));
  ng_status st = ng_rdf_parser_feed(parser, text, true, err);
  ng_rdf_parser_free(parser);
  return st;
}

/* Copy `term`, or take `last` if they are the same, as they mostly are. */
static bool
copy_term(ng_arena *arena, ng_term *term, const ng_term *last)
{
  if (term->kind == NG_TERM_NONE)
    return true;
  if (last && ng_term_same(term, last)) {
    *term = *last;
    return true;
  }
  return ng_str_keep(arena, &term->value) &&
         (!term->type.len || ng_str_keep(arena, &term->type));
}

ng_status
ng_rdf_collect(void *to, const ng_quad *quad, ng_error *err)
{
  ng_graph *graph = to;
  const ng_quad *last =
      graph->quads.n ? &graph->quads.at[graph->quads.n - 1] : NULL;
  ng_quad q = *quad;
  if (!copy_term(graph->arena, &q.subject, last ? &last->subject : NULL) ||
      !copy_term(graph->arena, &q.predicate, last ? &last->predicate : NULL) ||
      !copy_term(graph->arena, &q.object, NULL) ||
      !copy_term(graph->arena, &q.graph, last ? &last->graph : NULL) ||
      /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): room was made */
      !NG_PUSH(graph->arena, &graph->quads, q))
    return ng_fail(err, NG_ERR_LIMIT, 0, "graph of %u triples is too large",
                   graph->quads.n);
  return NG_OK;
}
