#include "rdf/answer.h"

#include "core/fail.h"
#include "core/str.h"
#include "rdf/escape.h"
#include "rdf/prefixes.h"
#include "rdf/syntax.h"
#include "rdf/table.h"
#include "rdf/write.h"

#include <strings.h>

bool
ng_rows_format_find(ng_str name, ng_rows_format *out)
{
  static const struct {
    const char *name;
    ng_rows_format format;
  } names[] = {
      {"table", NG_ROWS_TABLE},
      {"text", NG_ROWS_TABLE},
      {"tsv", NG_ROWS_TSV},
      {"text/tab-separated-values", NG_ROWS_TSV},
      {"csv", NG_ROWS_CSV},
      {"text/csv", NG_ROWS_CSV},
      {"json", NG_ROWS_JSON},
      {"application/sparql-results+json", NG_ROWS_JSON},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strlen(names[i].name) == name.len &&
        strncasecmp(names[i].name, name.at, name.len) == 0) {
      *out = names[i].format;
      return true;
    }
  return false;
}

/* --- TSV and CSV ---------------------------------------------------------- */

static void
put_tsv(const ng_answer *a, ng_writer *w, ng_buf *out)
{
  for (uint32_t i = 0; i < a->n_names; i++)
    ng_buf_printf(out, "%s?%.*s", i ? "\t" : "", NG_ARG(a->names[i]));
  ng_buf_char(out, '\n');
  for (uint32_t i = 0; a->n_names && i < a->cells.n; i++) {
    ng_put_term(w, &a->cells.at[i], out);
    ng_buf_char(out, (i + 1) % a->n_names ? '\t' : '\n');
  }
}

static void
put_csv_text(ng_str s, ng_buf *out)
{
  bool plain = true;
  for (size_t i = 0; i < s.len; i++)
    plain &= s.at[i] == '\0' || !strchr(",\"\r\n", s.at[i]);
  if (plain) {
    ng_buf_str(out, s);
    return;
  }
  ng_buf_char(out, '"');
  for (size_t i = 0; i < s.len; i++) {
    if (s.at[i] == '"')
      ng_buf_char(out, '"');
    ng_buf_char(out, s.at[i]);
  }
  ng_buf_char(out, '"');
}

static void
put_csv(const ng_answer *a, ng_buf *out)
{
  for (uint32_t i = 0; i < a->n_names; i++) {
    if (i)
      ng_buf_char(out, ',');
    put_csv_text(a->names[i], out);
  }
  ng_buf_put(out, "\r\n", 2);
  for (uint32_t i = 0; a->n_names && i < a->cells.n; i++) {
    if (a->cells.at[i].kind == NG_TERM_BLANK)
      ng_put_blank(a->cells.at[i].value, out);
    else
      put_csv_text(a->cells.at[i].value, out);
    ng_buf_str(out, (i + 1) % a->n_names ? NG_LIT(",") : NG_LIT("\r\n"));
  }
}

/* --- JSON ----------------------------------------------------------------- */

static void
put_string(ng_str s, ng_buf *out)
{
  size_t replaced = 0;
  ng_buf_char(out, '"');
  ng_escape_text(out, s, &replaced);
  ng_buf_char(out, '"');
}

static void
put_json_term(const ng_term *t, ng_buf *out)
{
  const char *kind = t->kind == NG_TERM_IRI     ? "uri"
                     : t->kind == NG_TERM_BLANK ? "bnode"
                                                : "literal";
  ng_buf_printf(out, "{\"type\":\"%s\",\"value\":", kind);
  put_string(t->value, out);
  if (t->type.len) {
    ng_buf_str(out, t->kind == NG_TERM_LANG ? NG_LIT(",\"xml:lang\":")
                                            : NG_LIT(",\"datatype\":"));
    put_string(t->type, out);
  }
  ng_buf_char(out, '}');
}

static void
put_json_row(const ng_answer *a, const ng_term *cells, ng_buf *out)
{
  bool first = true;
  ng_buf_char(out, '{');
  for (uint32_t i = 0; i < a->n_names; i++) {
    if (cells[i].kind == NG_TERM_NONE)
      continue;
    if (!first)
      ng_buf_char(out, ',');
    first = false;
    put_string(a->names[i], out);
    ng_buf_char(out, ':');
    put_json_term(&cells[i], out);
  }
  ng_buf_char(out, '}');
}

static void
put_json(const ng_answer *a, ng_buf *out)
{
  ng_buf_str(out, NG_LIT("{\"head\":{\"vars\":["));
  for (uint32_t i = 0; i < a->n_names; i++) {
    if (i)
      ng_buf_char(out, ',');
    put_string(a->names[i], out);
  }
  ng_buf_str(out, NG_LIT("]},\n\"results\":{\"bindings\":["));
  for (uint32_t i = 0; a->n_names && i < a->cells.n; i += a->n_names) {
    ng_buf_str(out, i ? NG_LIT(",\n") : NG_LIT("\n"));
    put_json_row(a, a->cells.at + i, out);
  }
  ng_buf_str(out, NG_LIT("]}}\n"));
}

/* --- graphs --------------------------------------------------------------- */

enum { MAX_SPACES = 64 };

/* Declare only the prefixes that a graph uses. */
typedef struct {
  ng_namespaces all;
  ng_namespace used[MAX_SPACES];
  uint8_t index[MAX_SPACES]; /* into `used`, 0: not used yet */
  size_t n;
} prefix_choice;

static ng_term
choose(prefix_choice *c, ng_term term)
{
  term = ng_term_shorten(c->all, term);
  if (term.space && !c->index[term.space]) {
    c->used[c->n] = c->all.at[term.space];
    c->index[term.space] = (uint8_t)c->n++;
  }
  term.space = c->index[term.space];
  return term;
}

static ng_status
put_graph(const ng_answer *a, const ng_answer_style *style, ng_buf *out,
          ng_error *err)
{
  prefix_choice c = {.all = ng_well_known_prefixes(), .n = 1};
  c.used[0] = c.all.at[0];
  for (uint32_t i = 0; i < a->graph.quads.n; i++) {
    ng_quad *q = &a->graph.quads.at[i];
    q->subject = choose(&c, q->subject);
    q->predicate = choose(&c, q->predicate);
    q->object = choose(&c, q->object);
  }
  ng_writer w;
  NG_TRY(ng_writer_init(&w, style->graph, (ng_namespaces){c.used, c.n}, err));
  ng_status st = ng_write_begin(&w, out, err);
  if (st == NG_OK)
    st = ng_write_graph(&w, &a->graph, true, out, err);
  if (st == NG_OK)
    st = ng_write_end(&w, out, err);
  if (style->replaced)
    *style->replaced += w.replaced;
  ng_writer_release(&w);
  return st;
}

/* -------------------------------------------------------------------------- */

static void
put_truth(const ng_answer *a, const ng_answer_style *style, ng_buf *out)
{
  const char *truth = a->truth ? "true" : "false";
  ng_buf_printf(out,
                style->rows == NG_ROWS_JSON ? "{\"head\":{},\"boolean\":%s}\n"
                                            : "%s\n",
                truth);
}

static ng_status
put_rows(const ng_answer *a, const ng_answer_style *style, ng_buf *out,
         ng_error *err)
{
  ng_writer w;
  NG_TRY(ng_writer_init(&w, NG_NTRIPLES, ng_well_known_prefixes(), err));
  switch (style->rows) {
  case NG_ROWS_TABLE:
    ng_table_write(a, style->colour, out);
    break;
  case NG_ROWS_TSV:
    put_tsv(a, &w, out);
    break;
  case NG_ROWS_CSV:
    put_csv(a, out);
    break;
  case NG_ROWS_JSON:
    put_json(a, out);
    break;
  }
  ng_writer_release(&w);
  return NG_OK;
}

ng_status
ng_answer_write(const ng_answer *answer, const ng_answer_style *style,
                ng_buf *out, ng_error *err)
{
  if (answer->kind == NG_ANSWER_GRAPH)
    return put_graph(answer, style, out, err);
  if (answer->kind == NG_ANSWER_TRUTH)
    put_truth(answer, style, out);
  else
    NG_TRY(put_rows(answer, style, out, err));
  return out->failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory") : NG_OK;
}
