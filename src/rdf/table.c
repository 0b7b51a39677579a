#include "rdf/table.h"

#include "core/str.h"
#include "core/utf8.h"
#include "rdf/prefixes.h"

#include <stdlib.h>

enum { GAP = 2 };

static const char bold[] = "\033[1m", cyan[] = "\033[36m", plain[] = "\033[0m";

/* --- width ---------------------------------------------------------------- */

/* Blocks of characters that take two columns (Unicode 15, East Asian Width W
 * and F, roughly), and of combining marks, which take none. */
static const struct {
  uint32_t first, last;
  unsigned width;
} blocks[] = {
    {0x300, 0x36f, 0},     {0x1100, 0x115f, 2},   {0x200b, 0x200f, 0},
    {0x20d0, 0x20ff, 0},   {0x2e80, 0xa4cf, 2},   {0xac00, 0xd7a3, 2},
    {0xf900, 0xfaff, 2},   {0xfe00, 0xfe0f, 0},   {0xfe30, 0xfe6f, 2},
    {0xff00, 0xff60, 2},   {0xffe0, 0xffe6, 2},   {0x1f300, 0x1f64f, 2},
    {0x1f900, 0x1f9ff, 2}, {0x20000, 0x3fffd, 2},
};

static unsigned
width_of(uint32_t c)
{
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
    if (c >= blocks[i].first && c <= blocks[i].last)
      return blocks[i].width;
  return 1;
}

static size_t
columns(ng_str s)
{
  size_t n = 0;
  while (s.len) {
    uint32_t c = 0;
    size_t len = ng_utf8_decode(s, &c);
    n += width_of(c);
    s = ng_str_slice(s, len ? len : 1, s.len);
  }
  return n;
}

/* --- cells ---------------------------------------------------------------- */

static bool
is_control(uint32_t c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* Append text in which what would move the cursor is escaped. */
static void
put_text(ng_str s, ng_buf *out)
{
  while (s.len) {
    uint32_t c = 0xfffd;
    size_t len = ng_utf8_decode(s, &c);
    if (c == '\n')
      ng_buf_put(out, "\\n", 2);
    else if (c == '\t')
      ng_buf_put(out, "\\t", 2);
    else if (is_control(c))
      ng_buf_printf(out, "\\u%04X", (unsigned)c);
    else if (len)
      ng_buf_put(out, s.at, len);
    else
      ng_buf_put(out, "\xef\xbf\xbd", 3);
    s = ng_str_slice(s, len ? len : 1, s.len);
  }
}

static void
put_cell(const ng_term *t, ng_buf *out)
{
  ng_namespaces spaces = ng_well_known_prefixes();
  ng_term term = ng_term_shorten(spaces, *t);
  if (term.kind == NG_TERM_IRI && term.space)
    ng_buf_printf(out, "%s:", spaces.at[term.space].prefix);
  else if (term.kind == NG_TERM_IRI)
    ng_buf_char(out, '<');
  else if (term.kind == NG_TERM_BLANK)
    ng_buf_put(out, "_:", 2);
  put_text(term.value, out);
  if (term.kind == NG_TERM_IRI && !term.space)
    ng_buf_char(out, '>');
  if (term.kind == NG_TERM_LANG) {
    ng_buf_char(out, '@');
    put_text(term.type, out);
  }
}

/* --- the table ------------------------------------------------------------ */

typedef struct {
  const ng_answer *answer;
  size_t *widths;
  bool colour;
  ng_buf cell;
  ng_buf *out;
} table;

/* The cell of that row and column; row 0 is the names. */
static ng_str
cell_text(table *t, uint32_t row, uint32_t column)
{
  const ng_answer *a = t->answer;
  t->cell.len = 0;
  if (row)
    put_cell(&a->cells.at[(row - 1) * a->n_names + column], &t->cell);
  else
    put_text(a->names[column], &t->cell);
  return (ng_str){t->cell.at, t->cell.len};
}

static const char *
colour_of(const table *t, uint32_t row, uint32_t column)
{
  if (!t->colour)
    return NULL;
  if (!row)
    return bold;
  const ng_answer *a = t->answer;
  return a->cells.at[(row - 1) * a->n_names + column].kind == NG_TERM_IRI
             ? cyan
             : NULL;
}

static void
put_spaces(table *t, size_t n, char c)
{
  for (; n; n--)
    ng_buf_char(t->out, c);
}

static void
put_row(table *t, uint32_t row)
{
  size_t owed = 0; /* spaces, so that no line ends in them */
  for (uint32_t i = 0; i < t->answer->n_names; i++) {
    ng_str text = cell_text(t, row, i);
    const char *colour = text.len ? colour_of(t, row, i) : NULL;
    if (text.len) {
      put_spaces(t, owed, ' ');
      owed = 0;
    }
    if (colour)
      ng_buf_put(t->out, colour, strlen(colour));
    ng_buf_str(t->out, text);
    if (colour)
      ng_buf_put(t->out, plain, strlen(plain));
    owed += t->widths[i] - columns(text) + GAP;
  }
  ng_buf_char(t->out, '\n');
}

static void
put_line(table *t)
{
  for (uint32_t i = 0; i < t->answer->n_names; i++) {
    if (i)
      put_spaces(t, GAP, ' ');
    put_spaces(t, t->widths[i], '-');
  }
  ng_buf_char(t->out, '\n');
}

void
ng_table_write(const ng_answer *answer, bool colour, ng_buf *out)
{
  uint32_t n = answer->n_names ? answer->cells.n / answer->n_names : 0;
  table t = {.answer = answer, .colour = colour, .out = out};
  t.widths = calloc(answer->n_names + 1, sizeof *t.widths);
  if (!t.widths) {
    out->failed = true;
    return;
  }
  for (uint32_t row = 0; row <= n; row++)
    for (uint32_t i = 0; i < answer->n_names; i++) {
      size_t width = columns(cell_text(&t, row, i));
      if (width > t.widths[i])
        t.widths[i] = width;
    }
  put_row(&t, 0);
  put_line(&t);
  for (uint32_t row = 1; row <= n; row++)
    put_row(&t, row);
  if (!n)
    ng_buf_put(out, "(nothing)\n", 10);
  out->failed |= t.cell.failed;
  ng_buf_release(&t.cell);
  free(t.widths);
}
