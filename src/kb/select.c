#include "kb/select.h"
#include "core/buf.h"
#include "core/fail.h"
#include "core/json_scan.h"

typedef struct {
  ng_select_sink sink;
  ng_error *err;
  ng_buf room[NG_SELECT_COLUMNS]; /* for values without their escapes */
  ng_select_cell cells[NG_SELECT_COLUMNS];
  ng_str names[NG_SELECT_COLUMNS];
  unsigned n_names;
  uint64_t row;
} reader;

static ng_status
syntax(const reader *r, const char *why)
{
  return ng_fail(r->err, NG_ERR_SYNTAX, 0, "row %llu: %s",
                 (unsigned long long)r->row, why);
}

static ng_status
no_memory(const reader *r)
{
  return ng_fail(r->err, NG_ERR_LIMIT, 0, "no memory for row %llu",
                 (unsigned long long)r->row);
}

static ng_status
give_head(reader *r)
{
  if (!r->n_names)
    return syntax(r, "no variables");
  return r->sink.head(r->sink.to, r->names, r->n_names, r->err);
}

static ng_status
give_row(reader *r, unsigned n)
{
  r->row++;
  if (n == r->n_names)
    return r->sink.row(r->sink.to, r->row, r->cells, r->err);
  r->sink.skip(r->sink.to, r->row, "not as many values as variables");
  return NG_OK;
}

/* --- JSON ----------------------------------------------------------------- */

static ng_status
read_vars(reader *r, ng_str head)
{
  ng_str list = ng_scan_member(head, "vars");
  ng_scan s = ng_scan_of(list);
  if (!list.len || !ng_scan_enter(&s, '['))
    return syntax(r, "no list of variables in 'head'");
  while (ng_scan_more(&s)) {
    ng_str name;
    if (!ng_scan_string(&s, &name) || r->n_names == NG_SELECT_COLUMNS)
      return syntax(r, "not a list of variables, 64 at the most");
    r->names[r->n_names++] = name;
  }
  return give_head(r);
}

static bool
read_binding(reader *r, unsigned i, ng_str binding)
{
  ng_str value = ng_scan_member_text(binding, "value");
  r->room[i].len = 0;
  char *room = ng_buf_room(&r->room[i], value.len + 1);
  if (!room)
    return false;
  r->cells[i] = (ng_select_cell){
      .value = ng_scan_decode(value, room),
      .lang = ng_scan_member_text(binding, "xml:lang"),
      .is_iri =
          ng_str_equal(ng_scan_member_text(binding, "type"), NG_LIT("uri"))};
  return true;
}

static ng_status
read_bindings(reader *r, ng_str row)
{
  ng_scan s = ng_scan_of(row);
  memset(r->cells, 0, sizeof r->cells);
  if (!ng_scan_enter(&s, '{'))
    return syntax(r, "not an object");
  for (ng_str key; ng_scan_key(&s, &key);) {
    ng_str binding = ng_scan_skip(&s);
    for (unsigned i = 0; i < r->n_names; i++)
      if (ng_str_equal(key, r->names[i]) && !read_binding(r, i, binding))
        return no_memory(r);
  }
  return s.bad ? syntax(r, "malformed JSON") : give_row(r, r->n_names);
}

static ng_status
read_json(reader *r, ng_str text)
{
  NG_TRY(read_vars(r, ng_scan_member(text, "head")));
  ng_str list = ng_scan_member(ng_scan_member(text, "results"), "bindings");
  ng_scan s = ng_scan_of(list);
  if (!list.len || !ng_scan_enter(&s, '['))
    return syntax(r, "no list 'bindings' in 'results', or it breaks off");
  while (ng_scan_more(&s))
    NG_TRY(read_bindings(r, ng_scan_skip(&s)));
  return s.bad ? syntax(r, "malformed JSON") : NG_OK;
}

bool
ng_select_is_json(ng_str beginning)
{
  ng_scan s = ng_scan_of(beginning);
  ng_str key;
  return ng_scan_enter(&s, '{') && ng_scan_key(&s, &key) &&
         ng_str_equal(key, NG_LIT("head"));
}

/* --- CSV and TSV ---------------------------------------------------------- */

static bool
has_scheme(ng_str value)
{
  return (value.len > 7 && memcmp(value.at, "http://", 7) == 0) ||
         (value.len > 8 && memcmp(value.at, "https://", 8) == 0);
}

/* The value in quotes at text.at[*at], in which "" is a quote; false if it does
 * not end. */
static bool
read_quoted(ng_str text, size_t *at, ng_buf *out)
{
  for (size_t i = *at + 1; i < text.len; i++) {
    if (text.at[i] == '"' && (i + 1 == text.len || text.at[i + 1] != '"')) {
      *at = i + 1;
      return true;
    }
    i += text.at[i] == '"';
    ng_buf_char(out, text.at[i]);
  }
  return false;
}

static void
read_bare(ng_str text, size_t *at, ng_buf *out)
{
  size_t i = *at;
  while (i < text.len && text.at[i] != ',' && text.at[i] != '\n')
    i++;
  size_t end = i > *at && text.at[i - 1] == '\r' ? i - 1 : i;
  ng_buf_put(out, text.at + *at, end - *at);
  *at = i;
}

/* Read the values of one record into rooms; how many there are is *n, those
 * past the last room being dropped. */
static ng_status
read_csv_record(reader *r, ng_str text, size_t *at, unsigned *n)
{
  for (*n = 0;; (*at)++) {
    ng_buf spare = {0};
    ng_buf *out = *n < NG_SELECT_COLUMNS ? &r->room[*n] : &spare;
    out->len = 0;
    bool ends = true;
    if (*at < text.len && text.at[*at] == '"')
      ends = read_quoted(text, at, out);
    if (ends) /* behind quotes there is nothing, or what belongs to it */
      read_bare(text, at, out);
    bool failed = out->failed;
    ng_buf_release(&spare);
    if (!ends)
      return syntax(r, "a quoted value does not end");
    if (failed)
      return no_memory(r);
    (*n)++;
    if (*at >= text.len || text.at[*at] == '\n')
      break;
  }
  *at += *at < text.len;
  return NG_OK;
}

static ng_str
room_text(const reader *r, unsigned i)
{
  return (ng_str){r->room[i].len ? r->room[i].at : "", r->room[i].len};
}

/* The names of variables stay where `text` has them: a name has no quotes. */
static ng_status
read_names(reader *r, ng_str line, char between)
{
  if (line.len && line.at[line.len - 1] == '\r')
    line.len--;
  for (size_t at = 0; at <= line.len;) {
    const char *end =
        at < line.len ? memchr(line.at + at, between, line.len - at) : NULL;
    size_t stop = end ? (size_t)(end - line.at) : line.len;
    ng_str name = ng_str_slice(line, at, stop);
    if (name.len && (*name.at == '?' || *name.at == '$'))
      name = ng_str_slice(name, 1, name.len);
    if (name.len > 1 && *name.at == '"' && name.at[name.len - 1] == '"')
      name = ng_str_slice(name, 1, name.len - 1);
    if (r->n_names == NG_SELECT_COLUMNS)
      return syntax(r, "more than 64 variables");
    r->names[r->n_names++] = name;
    at = stop + 1;
  }
  return give_head(r);
}

/* The line at `at`, without its end, and where the next one begins. */
static ng_str
line_at(ng_str text, size_t at, size_t *next)
{
  const char *end =
      at < text.len ? memchr(text.at + at, '\n', text.len - at) : NULL;
  size_t stop = end ? (size_t)(end - text.at) : text.len;
  *next = stop + 1;
  return ng_str_slice(text, at, stop);
}

static ng_status
read_csv(reader *r, ng_str text)
{
  size_t at;
  ng_str head = line_at(text, 0, &at);
  NG_TRY(read_names(r, head, ','));
  while (at < text.len) {
    unsigned n;
    NG_TRY(read_csv_record(r, text, &at, &n));
    for (unsigned i = 0; i < n && i < NG_SELECT_COLUMNS; i++) {
      ng_str value = room_text(r, i);
      r->cells[i] = (ng_select_cell){value, {NULL, 0}, has_scheme(value)};
    }
    NG_TRY(give_row(r, n));
  }
  return NG_OK;
}

/* A literal in quotes, with escapes; where its closing quote is, or 0. */
static size_t
unescape(ng_str term, ng_buf *out)
{
  static const char from[] = "tnrbf\"'\\", to[] = "\t\n\r\b\f\"'\\";
  for (size_t i = 1; i < term.len; i++) {
    if (term.at[i] == *term.at)
      return i;
    const char *escaped =
        term.at[i] == '\\' && i + 1 < term.len && term.at[i + 1]
            ? strchr(from, term.at[i + 1])
            : NULL;
    char c = term.at[i];
    if (escaped)
      c = to[escaped - from];
    i += escaped != NULL;
    ng_buf_char(out, c);
  }
  return 0;
}

/* A term as Turtle writes it; what is none is taken for text. */
static bool
read_term(ng_str term, ng_buf *room, ng_select_cell *cell)
{
  *cell = (ng_select_cell){term, {NULL, 0}, has_scheme(term)};
  if (term.len > 1 && *term.at == '<' && term.at[term.len - 1] == '>') {
    cell->value = ng_str_slice(term, 1, term.len - 1);
    cell->is_iri = true;
  } else if (term.len > 1 && (*term.at == '"' || *term.at == '\'')) {
    room->len = 0;
    size_t end = unescape(term, room);
    if (!end || room->failed)
      return !room->failed;
    cell->value = (ng_str){room->len ? room->at : "", room->len};
    if (end + 1 < term.len && term.at[end + 1] == '@')
      cell->lang = ng_str_slice(term, end + 2, term.len);
  }
  return true;
}

static ng_status
read_tsv(reader *r, ng_str text)
{
  size_t next;
  ng_str line = line_at(text, 0, &next);
  NG_TRY(read_names(r, line, '\t'));
  while (next < text.len) {
    line = line_at(text, next, &next);
    if (line.len && line.at[line.len - 1] == '\r')
      line.len--;
    unsigned n = 0;
    for (size_t at = 0; at <= line.len; n++) {
      const char *tab =
          at < line.len ? memchr(line.at + at, '\t', line.len - at) : NULL;
      size_t stop = tab ? (size_t)(tab - line.at) : line.len;
      if (n < NG_SELECT_COLUMNS &&
          !read_term(ng_str_slice(line, at, stop), &r->room[n], &r->cells[n]))
        return no_memory(r);
      at = stop + 1;
    }
    NG_TRY(give_row(r, n));
  }
  return NG_OK;
}

ng_status
ng_select_read(ng_str text, ng_select_format format, ng_select_sink sink,
               ng_error *err)
{
  static ng_status (*const readers[])(reader *,
                                      ng_str) = {[NG_SELECT_JSON] = read_json,
                                                 [NG_SELECT_CSV] = read_csv,
                                                 [NG_SELECT_TSV] = read_tsv};
  reader r = {.sink = sink, .err = err};
  static const unsigned char mark[] = {0xEF, 0xBB, 0xBF};
  if (text.len >= sizeof mark && memcmp(text.at, mark, sizeof mark) == 0)
    text = ng_str_slice(text, sizeof mark, text.len);
  ng_status status = readers[format](&r, text);
  for (unsigned i = 0; i < NG_SELECT_COLUMNS; i++)
    ng_buf_release(&r.room[i]);
  return status;
}
