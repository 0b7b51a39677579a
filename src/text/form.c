/* form.c - what an input is, by its first bytes. */
#include "core/str.h"
#include "text/read.h"

#include <strings.h>

static size_t
skip_space(ng_str s, size_t i)
{
  while (i < s.len && (s.at[i] == ' ' || s.at[i] == '\n' || s.at[i] == '\t' ||
                       s.at[i] == '\r'))
    i++;
  return i;
}

static size_t
skip_mark(ng_str s)
{
  return s.len >= 3 && memcmp(s.at, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static int
lower(char c)
{
  return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

/* NULs count like all else: UTF-32 begins with some. */
static bool
starts(ng_str s, size_t i, ng_str want)
{
  if (s.len - i < want.len)
    return false;
  for (size_t k = 0; k < want.len; k++)
    if (lower(s.at[i + k]) != lower(want.at[k]))
      return false;
  return true;
}

static const char page[] = "an HTML page (html2text makes text of it)";

/* What people feed a reader of text by mistake, or in hope. */
static const struct {
  ng_str start;
  const char *what;
} foreign[] = {
    {{"<!doctype html", 14}, page},
    {{"<html", 5}, page},
    {{"<head>", 6}, page},
    {{"<body", 5}, page},
    {{"<div", 4}, page},
    {{"<p>", 3}, page},
    {{"<?xml", 5}, "XML"},
    {{"<rss", 4}, "an RSS feed"},
    {{"<feed", 5}, "an Atom feed"},
    {{"WARC/1.", 7}, "a WARC file"},
    {{"%PDF-", 5}, "a PDF file"},
    {{"{\\rtf", 5}, "an RTF file"},
    {{"PK\3\4", 4}, "a ZIP file"},
    {{"\4\"M\x18", 4}, "lz4 data"},
    {{"\x1f\x9d", 2}, "data packed by compress"},
    {{"7z\xbc\xaf", 4}, "a 7-Zip archive"},
    {{"Rar!\x1a", 5}, "a RAR archive"},
    {{"PAR1", 4}, "a Parquet file"},
    {{"\xd0\xcf\x11\xe0", 4}, "a Microsoft Office file"},
    {{"\x7f"
      "ELF",
      4},
     "a program"},
    {{"\x89PNG", 4}, "an image"},
    {{"\xff\xd8\xff", 3}, "an image"},
    {{"GIF8", 4}, "an image"},
    {{"SQLite format 3", 15}, "a SQLite database"},
    {{"NGKB", 4}, "a knowledge base"},
    {{"NGMODEL\n", 8}, "a language model"},
    {{"NGDEEP\n", 7}, "a language model"},
    {{"<http://", 8}, "RDF"},
    {{"<https://", 9}, "RDF"},
    {{"@prefix ", 8}, "RDF"},
    {{"\xff\xfe\0\0", 4}, "UTF-32 text"},
    {{"\0\0\xfe\xff", 4}, "UTF-32 text"},
    {{"\xff\xfe", 2}, "UTF-16 text"},
    {{"\xfe\xff", 2}, "UTF-16 text"},
};

/* Behind comments: pages often begin with one. */
static size_t
skip_comments(ng_str s, size_t i)
{
  while (starts(s, i, NG_LIT("<!--"))) {
    const char *end = memmem(s.at + i + 4, s.len - i - 4, "-->", 3);
    if (!end)
      return i;
    i = skip_space(s, (size_t)(end - s.at) + 3);
  }
  return i;
}

/* A tape archive has its mark behind its first file's name and dates. */
static bool
is_archive(ng_str s)
{
  enum { MARK = 257 };
  return s.len > MARK && starts(s, MARK, NG_LIT("ustar"));
}

/* Behind what XHTML begins with. */
static size_t
skip_declaration(ng_str s, size_t i)
{
  const char *end = starts(s, i, NG_LIT("<?xml"))
                        ? memmem(s.at + i, s.len - i, "?>", 2)
                        : NULL;
  if (!end)
    return i;
  size_t next = skip_comments(s, skip_space(s, (size_t)(end - s.at) + 2));
  bool html = starts(s, next, NG_LIT("<!doctype html")) ||
              starts(s, next, NG_LIT("<html"));
  return html ? next : i;
}

const char *
ng_not_text(ng_str s)
{
  if (is_archive(s))
    return "a tar archive";
  size_t i = skip_comments(s, skip_space(s, skip_mark(s)));
  i = skip_declaration(s, i);
  for (size_t f = 0; f < sizeof foreign / sizeof *foreign; f++)
    if (starts(s, i, foreign[f].start))
      return foreign[f].what;
  return NULL;
}

/* What no character of a text is, and a page of bytes has in plenty. */
static bool
is_control(char c)
{
  return (unsigned char)c < ' ' && (c < '\t' || c > '\r') && c != '\x1b';
}

/* UTF-16 without a byte-order mark has a NUL beside every Latin letter. */
const char *
ng_not_characters(ng_str s)
{
  enum { WIDE = 16, BINARY = 64, LOOKED_AT = 512 };
  size_t n = s.len < LOOKED_AT ? s.len : LOOKED_AT, nul[2] = {0, 0};
  size_t controls = 0;
  for (size_t i = 0; i < n; i++) {
    nul[i % 2] += s.at[i] == '\0';
    controls += is_control(s.at[i]);
  }
  size_t most = nul[0] > nul[1] ? nul[0] : nul[1],
         least = nul[0] + nul[1] - most;
  if (n >= WIDE && most > n / 4 && least <= n / 16)
    return "UTF-16 text";
  return n >= BINARY && controls > n / 16 ? "binary data (of no known kind)"
                                          : NULL;
}

/* Is what stands behind the dot among `list`? */
static bool
is_suffix(ng_str dotted, const char *list)
{
  for (const char *at = list + 1; *at; at += strcspn(at, " ") + 1)
    if (strcspn(at, " ") == dotted.len - 1 &&
        strncasecmp(at, dotted.at + 1, dotted.len - 1) == 0)
      return true;
  return false;
}

bool
ng_path_is(const char *path, const char *suffixes)
{
  const char *slash = strrchr(path, '/');
  ng_str name = {slash ? slash + 1 : path, 0};
  name.len = strlen(name.at);
  for (size_t i = name.len; i-- > 0;) {
    if (name.at[i] != '.')
      continue;
    ng_str dotted = ng_str_slice(name, i, name.len);
    if (!is_suffix(dotted, " gz bgz zst bz2 xz "))
      return is_suffix(dotted, suffixes);
    name.len = i;
  }
  return false;
}

ng_input_form
ng_form_of(ng_str s)
{
  size_t i = skip_space(s, skip_mark(s));
  bool array = i < s.len && s.at[i] == '[';
  if (array)
    i = skip_space(s, i + 1);
  if (i == s.len || s.at[i] != '{')
    return NG_FORM_TEXT;
  size_t next = skip_space(s, i + 1);
  if (next < s.len && s.at[next] != '"' && s.at[next] != '}')
    return NG_FORM_TEXT;
  if (array)
    return NG_FORM_JSON_ARRAY;
  /* an object printed over several lines has its brace on a line of its own */
  bool whole = memchr(s.at + i, '\n', next - i) != NULL;
  return whole ? NG_FORM_JSON_WHOLE : NG_FORM_JSON_LINES;
}
