#include "rdf/read.h"

#include "core/buf.h"
#include "core/fail.h"
#include "rdf/child.h"
#include "rdf/jsonld.h"
#include "rdf/parse.h"
#include "rdf/write.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

enum { CHUNK = 1 << 16 };

typedef struct {
  const char *name;
  int fd;
  const ng_format *format; /* NULL: guess */
} source;

static ng_str
first_line(ng_str s)
{
  const char *newline = s.len ? memchr(s.at, '\n', s.len) : NULL;
  return newline ? ng_str_slice(s, 0, (size_t)(newline - s.at)) : s;
}

static ng_str
skip_space(ng_str s)
{
  while (s.len && memchr(" \t\r\n", *s.at, 4))
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
  while (line.len && memchr(" \t\r", line.at[line.len - 1], 3))
    line.len--;
  return line.len && line.at[line.len - 1] == '.';
}

ng_format
ng_rdf_guess(ng_str head)
{
  if (starts(head, NG_LIT("\xef\xbb\xbf")))
    head = ng_str_slice(head, 3, head.len);
  ng_str s = skip_space(head);
  while (starts(s, NG_LIT("#"))) /* comments */
    s = skip_space(ng_str_slice(s, first_line(s).len, s.len));
  if (starts(s, NG_LIT("{\"")) || starts(s, NG_LIT("[")))
    return NG_JSONLD;
  if (starts(s, NG_LIT("<?xml")) || starts(s, NG_LIT("<!DOCTYPE")) ||
      starts(s, NG_LIT("<rdf:RDF")))
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

static ng_status
next_chunk(gzFile file, const char *name, char *to, int *n, ng_error *err)
{
  *n = gzread(file, to, CHUNK);
  if (*n >= 0)
    return NG_OK;
  int code;
  const char *text = gzerror(file, &code);
  return ng_fail(err, code == Z_ERRNO ? NG_ERR_IO : NG_ERR_CORRUPT, 0, "%s: %s",
                 name, code == Z_ERRNO ? strerror(errno) : text);
}

/* The whole of the file, of which `head` has been read. */
static ng_status
read_json(gzFile file, const source *from, ng_str head, ng_rdf_sink sink,
          ng_error *err)
{
  ng_buf text = {0};
  char bytes[CHUNK];
  ng_status st = NG_OK;
  ng_buf_str(&text, head);
  for (int n = 1; st == NG_OK && n;) {
    st = next_chunk(file, from->name, bytes, &n, err);
    ng_buf_put(&text, bytes, n > 0 ? (size_t)n : 0);
  }
  if (st == NG_OK && text.failed)
    st = ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", from->name);
  if (st == NG_OK)
    st = ng_jsonld_read((ng_str){text.at, text.len}, from->name, sink, err);
  ng_buf_release(&text);
  return st;
}

static ng_status
parse_file(gzFile file, const source *from, ng_rdf_sink sink, ng_error *err)
{
  char bytes[CHUNK];
  int n;
  NG_TRY(next_chunk(file, from->name, bytes, &n, err));
  ng_str head = {bytes, (size_t)n};
  ng_format format = format_of(from, head);
  if (format == NG_JSONLD)
    return read_json(file, from, head, sink, err);
  ng_rdf_parser *parser;
  NG_TRY(ng_rdf_parser_new(&parser, format, from->name, sink, err));
  ng_status st = NG_OK;
  for (bool end = false; st == NG_OK && !end;) {
    end = n == 0;
    st = ng_rdf_parser_feed(parser, (ng_str){bytes, (size_t)n}, end, err);
    if (st == NG_OK && !end)
      st = next_chunk(file, from->name, bytes, &n, err);
  }
  ng_rdf_parser_free(parser);
  return st;
}

static ng_status
read_source(void *with, ng_rdf_sink sink, ng_error *err)
{
  const source *from = with;
  gzFile file = gzdopen(dup(from->fd), "rb");
  if (!file)
    return ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", from->name);
  ng_status st = parse_file(file, from, sink, err);
  (void)gzclose(file);
  return st;
}

ng_status
ng_rdf_read_file(const char *path, const ng_format *format, ng_rdf_sink sink,
                 ng_error *err)
{
  bool standard = strcmp(path, "-") == 0;
  int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return ng_fail(err, NG_ERR_IO, 0, "cannot open '%s': %s", path,
                   strerror(errno));
  source from = {standard ? "stdin" : path, fd, format};
  ng_status st = ng_rdf_in_child(read_source, &from, from.name, sink, err);
  if (!standard)
    (void)close(fd);
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

static bool
copy_text(ng_arena *arena, ng_str *s)
{
  char *at = NG_NEW(arena, char, s->len + 1);
  if (at && s->len)
    memcpy(at, s->at, s->len);
  s->at = at;
  return at != NULL;
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
  return copy_text(arena, &term->value) &&
         (!term->type.len || copy_text(arena, &term->type));
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
      !NG_PUSH(graph->arena, &graph->quads, q))
    return ng_fail(err, NG_ERR_LIMIT, 0, "graph of %u triples is too large",
                   graph->quads.n);
  return NG_OK;
}
