/* Any bytes as an IRI and as a literal: the line of N-Quads is one line, of
 * valid UTF-8, without control characters, and its literal reads back as what
 * it was. */
#include "core/str.h"
#include "core/utf8.h"
#include "rdf/write.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool truth)
{
  if (!truth)
    abort();
}

static unsigned
hex_digit(char c)
{
  return (unsigned)(c <= '9' ? c - '0' : c - 'A' + 10);
}

/* Undo one escape at `s`, of which *used bytes are taken. */
static char
unescape(ng_str s, size_t *used)
{
  static const char from[] = "btnfr\"\\", to[] = "\b\t\n\f\r\"\\";
  *used = 2;
  for (size_t i = 0; i < sizeof from - 1; i++)
    if (s.at[1] == from[i])
      return to[i];
  require(s.len >= 6 && s.at[1] == 'u' && s.at[2] == '0' && s.at[3] == '0');
  *used = 6;
  return (char)(hex_digit(s.at[4]) << 4 | hex_digit(s.at[5]));
}

/* The literal that begins after the quote at `line` is `want`. */
static void
check_literal(ng_str line, ng_str want)
{
  size_t i = 0;
  while (line.at[0] != '"') {
    size_t used = 1;
    char c = line.at[0] == '\\' ? unescape(line, &used) : line.at[0];
    require(i < want.len && want.at[i++] == c);
    line = ng_str_slice(line, used, line.len);
  }
  require(i == want.len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const ng_namespace none = {"", {"", 0}};
  ng_str text = {(const char *)data, size};
  ng_quad quad = {ng_iri(0, text), ng_iri(0, text), ng_literal(text),
                  ng_iri(0, text)};
  ng_graph graph = {.quads = {&quad, 1, 1}};
  ng_writer w;
  ng_buf out = {0};
  require(ng_writer_init(&w, NG_NQUADS, (ng_namespaces){&none, 1}, NULL) ==
          NG_OK);
  require(ng_write_graph(&w, &graph, true, &out, NULL) == NG_OK);
  ng_str line = {out.at, out.len};
  require(ng_utf8_valid(line) == line.len);
  for (size_t i = 0; i + 1 < line.len; i++)
    require((unsigned char)line.at[i] >= 0x20 && line.at[i] != 0x7f);
  const char *quote = memchr(line.at, '"', line.len);
  require(quote != NULL);
  if (ng_utf8_valid(text) == text.len)
    check_literal(ng_str_slice(line, (size_t)(quote - line.at) + 1, line.len),
                  text);
  else
    require(w.replaced > 0);
  ng_buf_release(&out);
  return 0;
}
