#include "rdf/outer.h"

#include "core/fail.h"
#include "core/str.h"
#include "rdf/prefixes.h"
#include "rdf/store.h"
#include "rdf/syntax.h"

enum { MOST_PARTS = 8, MOST_FILTERS = 16, MOST_NAMES = 64 };

/* Names of variables, without '?'. */
typedef struct {
  ng_str at[MOST_NAMES];
  uint32_t n;
} names;

/* The parts of a pattern. */
typedef struct {
  const ng_sparql *s;
  ng_token_range main; /* the triples, with filters among them */
  ng_token_range optional[MOST_PARTS];  /* what is in the braces */
  ng_token_range filters[MOST_FILTERS]; /* of the whole group */
  bool late[MOST_FILTERS];              /* it looks at what is optional */
  uint32_t n_optional, n_filters;
  names certain; /* of the main triples */
} plan;

static ng_str
name_of(const ng_sparql_token *variable)
{
  return ng_str_slice(variable->text, 1, variable->text.len);
}

static uint32_t
find(const ng_str *list, uint32_t n, ng_str name)
{
  uint32_t i = 0;
  while (i < n && !ng_str_equal(list[i], name))
    i++;
  return i;
}

static bool
has(const names *list, ng_str name)
{
  return find(list->at, list->n, name) < list->n;
}

/* --- the plan ---------------------------------------------------------------
 */

/* The variables of the triples in the range, at `braces`; false if there is no
 * room for them. */
static bool
read_names(const ng_sparql *s, ng_token_range range, uint16_t braces,
           names *out)
{
  for (uint32_t i = range.begin; i < range.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind != NG_TOKEN_VARIABLE || t->parens || t->braces != braces ||
        has(out, name_of(t)))
      continue;
    if (out->n == MOST_NAMES)
      return false;
    out->at[out->n++] = name_of(t);
  }
  return true;
}

/* Are all variables of the range, in parentheses too, among `list`? */
static bool
knows_all(const ng_sparql *s, ng_token_range range, const names *list)
{
  for (uint32_t i = range.begin; i < range.end; i++)
    if (ng_sparql_at(s, i)->kind == NG_TOKEN_VARIABLE &&
        !has(list, name_of(ng_sparql_at(s, i))))
      return false;
  return true;
}

/* Behind the ")" that ends the filter at `i`. */
static uint32_t
filter_end(const ng_sparql *s, uint32_t i, uint32_t end)
{
  while (i < end && !ng_token_marks(ng_sparql_at(s, i), "("))
    i++;
  uint16_t depth = ng_sparql_at(s, i)->parens;
  while (i < end && !(ng_token_marks(ng_sparql_at(s, i), ")") &&
                      ng_sparql_at(s, i)->parens == depth))
    i++;
  return i < end ? i + 1 : end;
}

/* Behind the "}" of the OPTIONAL at `i`; 0 if it is no plain one. */
static uint32_t
take_optional(plan *p, uint32_t i, uint32_t end)
{
  uint32_t begin = i + 2;
  if (!ng_token_marks(ng_sparql_at(p->s, i + 1), "{") ||
      p->n_optional == MOST_PARTS)
    return 0;
  for (i = begin; i < end && ng_sparql_at(p->s, i)->braces > 1; i++) {
    const ng_sparql_token *t = ng_sparql_at(p->s, i);
    if (ng_token_marks(t, "}"))
      break;
    if (t->braces > 2 || ng_token_is(t, "bind"))
      return 0;
  }
  p->optional[p->n_optional++] = (ng_token_range){begin, i};
  return i + 1;
}

/* Cut the group into its parts; false if there are others. */
static bool
cut(plan *p)
{
  const ng_sparql *s = p->s;
  uint32_t end = s->pattern.end - 1;
  p->main = (ng_token_range){s->pattern.begin + 1, end};
  for (uint32_t i = p->main.begin; i < end;) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (ng_token_is(t, "optional")) {
      if (!p->n_optional)
        p->main.end = i;
      if (!(i = take_optional(p, i, end)))
        return false;
    } else if (ng_token_is(t, "filter")) {
      if (p->n_filters == MOST_FILTERS)
        return false;
      uint32_t next = filter_end(s, i, end);
      p->filters[p->n_filters++] = (ng_token_range){i, next};
      i = next;
    } else {
      bool other = t->braces != 1 || ng_token_is(t, "bind") ||
                   ng_token_is(t, "union") || ng_token_is(t, "minus");
      if (other || (p->n_optional && !ng_token_marks(t, ".")))
        return false;
      i++;
    }
  }
  return p->n_optional > 0 || s->group.begin != s->group.end;
}

/* Does each OPTIONAL share with what is before it only what is certain, and do
 * its filters look at nothing outside? */
static bool
are_apart(const plan *p)
{
  names before = {0};
  for (uint32_t k = 0; k < p->n_optional; k++) {
    names own = {0};
    if (!read_names(p->s, p->optional[k], 2, &own) ||
        !knows_all(p->s, p->optional[k], &own))
      return false;
    for (uint32_t i = 0; i < own.n; i++) {
      if (has(&p->certain, own.at[i]))
        continue;
      if (has(&before, own.at[i]) || before.n == MOST_NAMES)
        return false;
      before.at[before.n++] = own.at[i];
    }
  }
  return true;
}

/* Does SELECT compute only with what is certain? */
static bool
computes_certainly(const plan *p)
{
  const ng_sparql *s = p->s;
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    if (t->kind == NG_TOKEN_VARIABLE && t->parens &&
        !ng_token_is(ng_sparql_at(s, i - 1), "as") &&
        !has(&p->certain, name_of(t)))
      return false;
  }
  return s->sorted_by_us || s->order.begin == s->order.end;
}

static bool
make_plan(plan *p)
{
  if (p->s->form != NG_FORM_SELECT || !cut(p) ||
      !read_names(p->s, p->main, 1, &p->certain) || !p->certain.n ||
      !are_apart(p) || !computes_certainly(p))
    return false;
  for (uint32_t i = 0; i < p->n_filters; i++)
    p->late[i] = !knows_all(p->s, p->filters[i], &p->certain);
  return true;
}

/* --- one part ---------------------------------------------------------------
 */

/* Of no solution rasqal may make one that binds nothing. */
static void
drop_open(ng_answer *rows)
{
  uint32_t n = ng_row_count(rows), kept = 0;
  for (uint32_t r = 0; r < n; r++) {
    const ng_term *row = ng_row_of(rows, r);
    uint32_t i = 0;
    while (i < rows->n_names && row[i].kind != NG_TERM_NONE)
      i++;
    if (i == rows->n_names)
      memmove(rows->cells.at + (size_t)kept++ * i, row, i * sizeof *row);
  }
  rows->cells.n = kept * rows->n_names;
}

/* Ask for the variables `want` of the pattern in `text`. */
static ng_status
ask_part(ng_store *store, const plan *p, const names *want, ng_str pattern,
         ng_arena *arena, ng_answer *out, ng_error *err)
{
  ng_buf text = {0};
  ng_sparql_put_prologue(p->s, ng_well_known_prefixes(), &text);
  ng_buf_str(&text, NG_LIT(" SELECT"));
  for (uint32_t i = 0; i < want->n; i++)
    ng_buf_printf(&text, " ?%.*s", NG_ARG(want->at[i]));
  ng_buf_printf(&text, " WHERE { %.*s }", NG_ARG(pattern));
  ng_buf_char(&text, '\0');
  ng_status st = text.failed
                     ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                     : ng_store_execute(store, text.at, arena, out, err);
  ng_buf_release(&text);
  drop_open(out);
  return st;
}

static ng_str
written(const ng_buf *buf)
{
  return (ng_str){buf->at ? buf->at : "", buf->len};
}

/* The triples, and the filters that look at nothing else. */
static ng_status
ask_main(ng_store *store, const plan *p, ng_arena *arena, ng_answer *out,
         ng_error *err)
{
  ng_buf pattern = {0};
  uint32_t at = p->main.begin;
  for (uint32_t i = 0; i < p->n_filters; i++) {
    ng_token_range f = p->filters[i];
    if (f.begin < p->main.end) {
      ng_sparql_put(p->s, (ng_token_range){at, f.begin}, &pattern);
      at = f.end;
    }
    if (!p->late[i])
      ng_sparql_put(p->s, f, &pattern);
    else if (f.begin < p->main.end) /* it parts triples as well */
      ng_buf_str(&pattern, NG_LIT(" FILTER(true)"));
  }
  ng_sparql_put(p->s, (ng_token_range){at, p->main.end}, &pattern);
  ng_status st = pattern.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                                : ask_part(store, p, &p->certain,
                                           written(&pattern), arena, out, err);
  ng_buf_release(&pattern);
  return st;
}

/* --- the filters that look at what is optional ------------------------------
 */

/* Texts of filters with their terms put in, and what came of them. */
typedef struct {
  ng_store *store;
  const plan *p;
  ng_writer writer;
  ng_arena *arena;
  struct {
    ng_str text;
    bool truth;
  } known[256];
} sieve;

/* The filter with the row's terms for its variables; rasqal need not know what
 * is bound. */
static void
put_filter(sieve *v, ng_token_range f, const ng_answer *rows,
           const ng_term *row, ng_buf *out)
{
  const ng_sparql *s = v->p->s;
  for (uint32_t i = f.begin; i < f.end; i++) {
    const ng_sparql_token *t = ng_sparql_at(s, i);
    bool asks =
        ng_token_is(t, "bound") && ng_token_marks(ng_sparql_at(s, i + 1), "(");
    const ng_sparql_token *named = asks ? ng_sparql_at(s, i + 2) : t;
    uint32_t at = named->kind == NG_TOKEN_VARIABLE
                      ? ng_column_of(rows, name_of(named))
                      : rows->n_names;
    bool bound = at < rows->n_names && row[at].kind != NG_TERM_NONE;
    ng_buf_char(out, ' ');
    if (asks) {
      ng_buf_printf(out, "(%s)", bound ? "true" : "false");
      i += 3;
    } else if (bound && t->kind == NG_TOKEN_VARIABLE)
      ng_put_term(&v->writer, &row[at], out);
    else
      ng_sparql_put(s, (ng_token_range){i, i + 1}, out);
  }
}

static ng_status
sift(sieve *v, ng_str filter, bool *truth, ng_error *err)
{
  uint64_t hash = 0;
  ng_term key = ng_literal(filter);
  hash = ng_term_hash(hash, &key) % (sizeof v->known / sizeof *v->known);
  *truth = v->known[hash].truth;
  if (v->known[hash].text.len && ng_str_equal(v->known[hash].text, filter))
    return NG_OK;
  ng_buf text = {0};
  ng_answer answer = {0};
  ng_sparql_put_prologue(v->p->s, ng_well_known_prefixes(), &text);
  ng_buf_printf(&text, " ASK { %.*s }", NG_ARG(filter));
  ng_buf_char(&text, '\0');
  ng_status st =
      text.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                  : ng_store_execute(v->store, text.at, v->arena, &answer, err);
  ng_buf_release(&text);
  *truth = v->known[hash].truth = answer.truth;
  v->known[hash].text = filter;
  if (!ng_str_keep(v->arena, &v->known[hash].text))
    return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
  return st;
}

/* Keep the rows that the filter at `f` lets through. */
static ng_status
keep_rows(sieve *v, ng_token_range f, ng_answer *rows, ng_error *err)
{
  uint32_t n = ng_row_count(rows), kept = 0;
  for (uint32_t r = 0; r < n; r++) {
    ng_buf text = {0};
    bool truth = false;
    put_filter(v, f, rows, ng_row_of(rows, r), &text);
    ng_status st = text.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                               : sift(v, written(&text), &truth, err);
    ng_buf_release(&text);
    if (st != NG_OK)
      return st;
    if (truth)
      memmove(rows->cells.at + (size_t)kept++ * rows->n_names,
              ng_row_of(rows, r), rows->n_names * sizeof *rows->cells.at);
  }
  rows->cells.n = kept * rows->n_names;
  return NG_OK;
}

static ng_status
filter_rows(ng_store *store, const plan *p, ng_arena *arena, ng_answer *rows,
            ng_error *err)
{
  sieve v = {.store = store, .p = p, .arena = arena};
  NG_TRY(ng_writer_init(&v.writer, NG_NTRIPLES, ng_well_known_prefixes(), err));
  ng_status st = NG_OK;
  for (uint32_t i = 0; st == NG_OK && i < p->n_filters; i++)
    if (p->late[i])
      st = keep_rows(&v, p->filters[i], rows, err);
  ng_writer_release(&v.writer);
  return st;
}

ng_status
ng_outer_rows(ng_store *store, const ng_sparql *s, ng_arena *arena,
              ng_answer *out, ng_error *err)
{
  plan p = {.s = s};
  *out = (ng_answer){0};
  if (!make_plan(&p))
    return NG_END;
  NG_TRY(ask_main(store, &p, arena, out, err));
  for (uint32_t i = 0; i < p.n_optional; i++) {
    names own = {0};
    ng_buf pattern = {0};
    ng_answer right = {0}, joined;
    (void)read_names(s, p.optional[i], 2, &own);
    ng_sparql_put(s, p.optional[i], &pattern);
    ng_status st =
        pattern.failed
            ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
            : ask_part(store, &p, &own, written(&pattern), arena, &right, err);
    ng_buf_release(&pattern);
    if (st != NG_OK)
      return st;
    NG_TRY(ng_outer_join(out, &right, arena, &joined, err));
    *out = joined;
  }
  return filter_rows(store, &p, arena, out, err);
}
