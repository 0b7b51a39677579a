/* spans.c - which spans to link, of which articles, from a file. */
#include "cli/spans.h"
#include "cli/nif.h"
#include "cli/slurp.h"
#include "core/fail.h"
#include "core/str.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* --- articles by id ------------------------------------------------------- */

static uint32_t
hash(ng_str s)
{
  uint32_t h = 2166136261u; /* FNV-1a */
  for (size_t i = 0; i < s.len; i++)
    h = (h ^ (unsigned char)s.at[i]) * 16777619u;
  return h;
}

/* The slot of the id: its article's, or the free one for it. */
static uint32_t *
slot_of(const spans_file *f, ng_str id)
{
  uint32_t i = hash(id) & (f->n_slots - 1);
  while (f->slots[i] && !ng_str_equal(f->articles.at[f->slots[i] - 1].id, id))
    i = (i + 1) & (f->n_slots - 1);
  return &f->slots[i];
}

static bool
grow(spans_file *f)
{
  if (f->articles.n * 2 < f->n_slots)
    return true;
  uint32_t n = f->n_slots ? f->n_slots * 2 : 64;
  uint32_t *slots = NG_NEW(&f->arena, uint32_t, n);
  if (!slots)
    return false;
  f->slots = slots;
  f->n_slots = n;
  for (uint32_t i = 0; i < f->articles.n; i++)
    *slot_of(f, f->articles.at[i].id) = i + 1;
  return true;
}

/* The article of that id, added if it is not there; NULL if memory ran out. */
static span_article *
article_of(spans_file *f, ng_str id, uint64_t line)
{
  if (!grow(f))
    return NULL;
  uint32_t *slot = slot_of(f, id);
  if (!*slot) {
    char *copy = NG_NEW(&f->arena, char, id.len + 1);
    if (!copy)
      return NULL;
    memcpy(copy, id.at, id.len);
    span_article a = {.id = {copy, id.len}, .line = line};
    if (!NG_PUSH(&f->arena, &f->articles, a))
      return NULL;
    *slot = f->articles.n;
  }
  return &f->articles.at[*slot - 1];
}

static ng_status
wrong(const spans_file *f, uint64_t line, const char *what, ng_error *err)
{
  return ng_fail(err, NG_ERR_SYNTAX, 0, "%s: line %llu: %s", f->path,
                 (unsigned long long)line, what);
}

static ng_status
spent(const spans_file *f, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", f->path);
}

static ng_status
add_span(spans_file *f, span_article *a, span_row row, ng_error *err)
{
  if (row.span.begin >= row.span.end)
    return wrong(f, row.line, "a span that ends where it begins, or before",
                 err);
  return NG_PUSH(&f->arena, &a->rows, row) ? NG_OK : spent(f, err);
}

/* --- lines with tabs ------------------------------------------------------ */

static bool
read_offset(ng_str digits, uint32_t *out)
{
  uint64_t n = 0;
  for (size_t i = 0; i < digits.len; i++) {
    if (digits.at[i] < '0' || digits.at[i] > '9' || n >= UINT32_MAX / 10)
      return false;
    n = n * 10 + (uint64_t)(digits.at[i] - '0');
  }
  *out = (uint32_t)n;
  return digits.len > 0;
}

static ng_status
take_fields(spans_file *f, ng_str text, uint64_t line, ng_error *err)
{
  span_row row = {.line = line};
  if (!text.len || text.at[0] == '#')
    return NG_OK;
  ng_str id = ng_str_cut(&text, '\t'), begin = ng_str_cut(&text, '\t'),
         end = ng_str_cut(&text, '\t');
  ng_str part = ng_str_cut(&text, '\t');
  row.span.in_title = ng_str_equal(part, NG_LIT("title"));
  if (!id.len || !read_offset(begin, &row.span.begin) ||
      !read_offset(end, &row.span.end))
    return wrong(f, line, "not ARTICLE, BEGIN and END with tabs between", err);
  if ((part.len && !row.span.in_title) || text.len)
    return wrong(f, line, "only 'title' may stand behind END", err);
  span_article *a = article_of(f, id, line);
  return a ? add_span(f, a, row, err) : spent(f, err);
}

/* --- JSON lines ----------------------------------------------------------- */

static bool
json_span(const json_t *mention, span_row *row)
{
  const json_t *span = json_object_get(mention, "span");
  const char *in = json_string_value(json_object_get(mention, "in"));
  const json_t *begin = json_array_get(span, 0), *end = json_array_get(span, 1);
  row->span.in_title = in && strcmp(in, "title") == 0;
  row->span.begin = (uint32_t)json_integer_value(begin);
  row->span.end = (uint32_t)json_integer_value(end);
  return json_is_integer(begin) && json_is_integer(end) &&
         json_integer_value(begin) >= 0 && json_integer_value(end) >= 0 &&
         json_integer_value(begin) < UINT32_MAX &&
         json_integer_value(end) < UINT32_MAX;
}

static ng_status
take_object(spans_file *f, const json_t *object, uint64_t line, ng_error *err)
{
  char digits[24];
  const json_t *id = json_object_get(object, "id"), *mention;
  const json_t *list = json_object_get(object, "mentions");
  (void)snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(id));
  const char *name = json_is_integer(id) ? digits : json_string_value(id);
  if (!name || !json_is_array(list))
    return wrong(f, line, "no \"id\" or no list of \"mentions\"", err);
  span_article *a = article_of(f, (ng_str){name, strlen(name)}, line);
  size_t i;
  json_array_foreach(list, i, mention)
  {
    span_row row = {.line = line};
    if (!a)
      break;
    if (!json_span(mention, &row))
      return wrong(f, line, "a mention's \"span\" is not [BEGIN,END]", err);
    NG_TRY(add_span(f, a, row, err));
  }
  return a ? NG_OK : spent(f, err);
}

static ng_status
take_json(spans_file *f, ng_str text, uint64_t line, ng_error *err)
{
  json_error_t why;
  if (text.len == strspn(text.at, " \t\r"))
    return NG_OK;
  json_t *object = json_loadb(text.at, text.len, 0, &why);
  if (!object)
    return wrong(f, line, why.text, err);
  ng_status st = take_object(f, object, line, err);
  json_decref(object);
  return st;
}

/* --- NIF ------------------------------------------------------------------ */

static ng_status
take_nif(spans_file *f, ng_error *err)
{
  nif_file nif;
  NG_TRY(nif_read(&nif, f->path, &f->arena, err));
  for (uint32_t i = 0; i < nif.contexts.n; i++) {
    const nif_context *c = &nif.contexts.at[i];
    span_article *a = article_of(f, c->iri, 0);
    if (!a)
      return spent(f, err);
    if (!c->has_text)
      return ng_fail(err, NG_ERR_SYNTAX, 0,
                     "%s: <%.*s>: a context without nif:isString", f->path,
                     (int)(c->iri.len < 90 ? c->iri.len : 90), c->iri.at);
    ng_buf_put(&f->texts, "{\"id\":", 6);
    ng_buf_json(&f->texts, c->iri);
    ng_buf_put(&f->texts, ",\"text\":", 8);
    ng_buf_json(&f->texts, c->text);
    ng_buf_put(&f->texts, "}\n", 2);
    for (uint32_t k = c->first; k < c->first + c->n; k++) {
      const nif_phrase *p = &nif.phrases.at[k];
      span_row row = {.span = {p->begin, p->end, false}};
      /* a word and the phrase that it is are one span */
      if (k > c->first && p[-1].begin == p->begin && p[-1].end == p->end)
        continue;
      NG_TRY(add_span(f, a, row, err));
    }
  }
  return f->texts.failed ? spent(f, err) : NG_OK;
}

/* --- the file ------------------------------------------------------------- */

static ng_status
slurp(const char *path, ng_buf *out, ng_error *err)
{
  ng_error why = {0};
  ng_status st = cli_read_text(path, out, &why);
  ng_buf_char(out, '\0');
  if (st == NG_OK && out->failed)
    st = ng_fail(&why, NG_ERR_LIMIT, 0, "out of memory");
  return st ? ng_fail(err, st, 0, "%s: %s", path, why.text) : NG_OK;
}

static ng_status
take_lines(spans_file *f, ng_str all, ng_error *err)
{
  bool json = all.at[strspn(all.at, " \t\r\n")] == '{';
  uint64_t line = 0;
  for (size_t from = 0, to; from < all.len; from = to + 1) {
    const char *lf = memchr(all.at + from, '\n', all.len - from);
    to = lf ? (size_t)(lf - all.at) : all.len;
    ng_str text = ng_str_slice(all, from, to);
    if (text.len && text.at[text.len - 1] == '\r')
      text.len--;
    line++;
    NG_TRY((json ? take_json : take_fields)(f, text, line, err));
  }
  return NG_OK;
}

ng_status
spans_read(spans_file *out, const cli_request *request, ng_error *err)
{
  *out = (spans_file){.path = request->spans, .unit = request->options.offsets};
  ng_arena_init(&out->arena, (size_t)1 << 34);
  if (nif_is_name(out->path)) {
    out->unit = NG_CODEPOINTS;
    NG_TRY(take_nif(out, err));
  } else {
    ng_buf all = {0};
    ng_status st = slurp(out->path, &all, err);
    if (st == NG_OK)
      st = take_lines(out, (ng_str){all.at, all.len - 1}, err);
    ng_buf_release(&all);
    if (st != NG_OK)
      return st;
  }
  out->seen = calloc(out->articles.n + 1, sizeof *out->seen);
  return out->seen ? NG_OK : spent(out, err);
}

void
spans_release(spans_file *f)
{
  ng_buf_release(&f->texts);
  ng_arena_release(&f->arena);
  free(f->seen);
}

/* --- an article ----------------------------------------------------------- */

/* Say which line it is. */
static ng_status
blame(const spans_file *f, const span_row *row, ng_status st, ng_error *err)
{
  char text[sizeof err->text];
  if (!err)
    return st;
  memcpy(text, err->text, sizeof text);
  if (row->line)
    return ng_fail(err, st, 0, "%s: line %llu: %s", f->path,
                   (unsigned long long)row->line, text);
  return ng_fail(err, st, 0, "%s: %s", f->path, text);
}

ng_status
spans_apply(spans_file *f, ng_doc *doc, ng_error *err)
{
  uint32_t slot = f->n_slots ? *slot_of(f, ng_doc_id(doc)) : 0;
  if (!slot)
    return ng_doc_set_spans(doc, NULL, 0, f->unit, err);
  const span_article *a = &f->articles.at[slot - 1];
  atomic_store(&f->seen[slot - 1], true);
  ng_wanted_span *spans = calloc(a->rows.n + 1, sizeof *spans);
  if (!spans)
    return spent(f, err);
  for (uint32_t i = 0; i < a->rows.n; i++)
    spans[i] = a->rows.at[i].span;
  ng_error why = {0};
  ng_status st = ng_doc_set_spans(doc, spans, a->rows.n, f->unit, &why);
  free(spans);
  if (st == NG_OK)
    return NG_OK;
  if (err)
    *err = why;
  return st == NG_ERR_USAGE && why.offset < a->rows.n
             ? blame(f, &a->rows.at[why.offset], NG_ERR_SYNTAX, err)
             : st;
}

size_t
spans_tell_missing(const spans_file *f)
{
  size_t n = 0;
  for (uint32_t i = 0; i < f->articles.n; i++) {
    const span_article *a = &f->articles.at[i];
    if (atomic_load(&f->seen[i]))
      continue;
    n++;
    (void)fprintf(stderr, "newsgraph: %s: line %llu: no article '%.*s'\n",
                  f->path, (unsigned long long)a->line, NG_ARG(a->id));
  }
  return n;
}
