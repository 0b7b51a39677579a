#include "rdf/shapes_check.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "rdf/literal.h"

#include <stdio.h>
#include <stdlib.h>

/* A shape within a shape within ...: deeper than that, it is a circle. */
enum { DEEPEST = 24 };

/* A constraint on the values of a path. */
typedef struct {
  ng_sh_job job;
  ng_sh asks;
  uint32_t argument; /* in shapes */
  uint32_t path;     /* in shapes; 0: of the node itself */
  size_t begin, end; /* the values, on the stack */
} constraint;

static const ng_term *
shape_term(const ng_checker *c, uint32_t node)
{
  return &c->shapes->nodes.at[node].term;
}

static const ng_term *
data_term(const ng_checker *c, uint32_t node)
{
  return &c->data->nodes.at[node].term;
}

static void
give_up(ng_checker *c, ng_status status, const char *why)
{
  if (c->status == NG_OK)
    c->status = ng_fail(c->err, status, 0, "%s", why);
}

/* The first object of a predicate that asks for that; 0: none. */
static uint32_t
asked(const ng_checker *c, uint32_t shape, ng_sh what)
{
  const ng_triple *t = ng_triples_first(c->shapes, shape);
  while (t && c->nodes[t->predicate].asks != what)
    t = ng_triples_next(c->shapes, t);
  return t ? t->object : 0;
}

/* --- values --------------------------------------------------------------- */

static void
push(ng_checker *c, uint32_t node)
{
  if (c->n_values == c->cap_values) {
    size_t cap = c->cap_values ? 2 * c->cap_values : 64;
    uint32_t *at = realloc(c->values, cap * sizeof *at);
    if (!at) {
      give_up(c, NG_ERR_LIMIT, "out of memory");
      return;
    }
    c->values = at;
    c->cap_values = cap;
  }
  c->values[c->n_values++] = node;
}

static void
push_path(ng_checker *c, uint32_t path, uint32_t focus)
{
  uint32_t inverse = asked(c, path, NG_SH_INVERSE);
  uint32_t predicate = c->nodes[inverse ? inverse : path].in_data;
  const ng_triples_node *node = &c->data->nodes.at[focus];
  uint32_t at = inverse ? node->first_in : node->first;
  while (at && predicate) {
    const ng_triple *t = &c->data->triples.at[at];
    if (t->predicate == predicate)
      push(c, inverse ? t->subject : t->object);
    at = inverse ? t->next_in : t->next;
  }
}

bool
ng_checker_is_a(const ng_checker *c, uint32_t node, uint32_t class)
{
  enum { MOST = 64 }; /* classes above a node; further ones are not looked at */
  uint32_t queue[MOST];
  size_t n = 0;
  const ng_triples *d = c->data;
  for (const ng_triple *t = ng_triples_first(d, node); t && n < MOST;
       t = ng_triples_next(d, t))
    if (t->predicate == c->rdf_type)
      queue[n++] = t->object;
  for (size_t i = 0; i < n; i++) {
    if (queue[i] == class)
      return true;
    for (const ng_triple *t = ng_triples_first(d, queue[i]);
         c->rdfs_subclass && t && n < MOST; t = ng_triples_next(d, t))
      if (t->predicate == c->rdfs_subclass)
        queue[n++] = t->object;
  }
  return false;
}

/* --- of one value --------------------------------------------------------- */

static bool
is_kind(const ng_term *value, ng_str kind)
{
  bool iri = value->kind == NG_TERM_IRI, blank = value->kind == NG_TERM_BLANK;
  const char *name = iri ? "IRI" : blank ? "BlankNode" : "Literal";
  return memmem(kind.at, kind.len, name, strlen(name)) != NULL;
}

static bool
is_long(const constraint *k, const ng_checker *c, const ng_term *value)
{
  ng_term length = {.kind = NG_TERM_TYPED,
                    .type = NG_LIT("http://www.w3.org/2001/XMLSchema#integer")};
  char text[24];
  int n = snprintf(text, sizeof text, "%zu", ng_utf8_count(value->value)),
      order;
  length.value = (ng_str){text, (size_t)n};
  return value->kind != NG_TERM_BLANK &&
         ng_literal_order(&length, shape_term(c, k->argument), &order) &&
         (k->asks == NG_SH_MIN_LENGTH ? order >= 0 : order <= 0);
}

static bool
is_between(const constraint *k, const ng_checker *c, const ng_term *value)
{
  int order;
  if (!ng_literal_order(value, shape_term(c, k->argument), &order))
    return false;
  switch (k->asks) {
  case NG_SH_MIN_INCLUSIVE:
    return order >= 0;
  case NG_SH_MAX_INCLUSIVE:
    return order <= 0;
  case NG_SH_MIN_EXCLUSIVE:
    return order > 0;
  default:
    return order < 0;
  }
}

static bool
matches(ng_checker *c, const regex_t *pattern, const ng_term *value)
{
  if (value->kind == NG_TERM_BLANK)
    return false;
  char *text = strndup(value->value.at, value->value.len);
  if (!text)
    give_up(c, NG_ERR_LIMIT, "out of memory");
  bool found = !text || regexec(pattern, text, 0, NULL, 0) == 0;
  free(text);
  return found;
}

/* Walk over a list: *at begins with its node; the member, or 0. */
static uint32_t
next_member(const ng_checker *c, uint32_t *at)
{
  uint32_t member = ng_triples_object(c->shapes, *at, c->rdf_first);
  *at = ng_triples_object(c->shapes, *at, c->rdf_rest);
  return member;
}

static bool
is_in(const ng_checker *c, uint32_t list, uint32_t value)
{
  for (uint32_t member; (member = next_member(c, &list));)
    if (c->nodes[member].in_data == value)
      return true;
  return false;
}

/* Does the value conform to the shape? Remembered: many nodes point to one. */
static bool
conforms_to(ng_checker *c, const constraint *k, uint32_t shape, uint32_t value)
{
  bool fresh;
  uint32_t both[] = {shape, value};
  ng_key key = ng_key_of((ng_str){(const char *)both, sizeof both});
  const uint64_t *seen = ng_keys_find(&c->known, key);
  if (seen)
    return *seen == 1;
  ng_sh_job job = {shape, k->job.named, value, false};
  bool ok = ng_checker_conforms(c, &job);
  uint64_t *place = ng_keys_put(&c->known, key, &fresh);
  if (!place)
    give_up(c, NG_ERR_LIMIT, "out of memory");
  else
    *place = ok ? 1 : 2;
  return ok;
}

static bool
conforms_to_list(ng_checker *c, const constraint *k, uint32_t value)
{
  bool all = k->asks == NG_SH_AND;
  uint32_t list = k->argument;
  for (uint32_t shape; (shape = next_member(c, &list));)
    if (conforms_to(c, k, shape, value) != all)
      return !all;
  return all;
}

static bool
holds_of(ng_checker *c, const constraint *k, uint32_t value)
{
  const ng_term *term = data_term(c, value);
  switch (k->asks) {
  case NG_SH_DATATYPE:
    return ng_str_equal(ng_literal_type(term),
                        shape_term(c, k->argument)->value) &&
           ng_literal_fits(term);
  case NG_SH_NODE_KIND:
    return is_kind(term, shape_term(c, k->argument)->value);
  case NG_SH_CLASS:
    return ng_checker_is_a(c, value, c->nodes[k->argument].in_data);
  case NG_SH_IN:
    return is_in(c, k->argument, value);
  case NG_SH_PATTERN:
    return matches(c, c->nodes[k->argument].pattern, term);
  case NG_SH_MIN_LENGTH:
  case NG_SH_MAX_LENGTH:
    return is_long(k, c, term);
  case NG_SH_NODE:
    return conforms_to(c, k, k->argument, value);
  case NG_SH_NOT:
    return !conforms_to(c, k, k->argument, value);
  case NG_SH_AND:
  case NG_SH_OR:
    return conforms_to_list(c, k, value);
  default:
    return is_between(k, c, term);
  }
}

/* --- of all values together ----------------------------------------------- */

static bool
has_count(const ng_checker *c, const constraint *k)
{
  const ng_term *wanted = shape_term(c, k->argument);
  uint64_t n = 0, found = k->end - k->begin;
  for (size_t i = 0; i < wanted->value.len; i++)
    n = n * 10 + (uint64_t)(wanted->value.at[i] - '0');
  return k->asks == NG_SH_MIN_COUNT ? found >= n : found <= n;
}

static bool
has_value(const ng_checker *c, const constraint *k)
{
  uint32_t wanted = c->nodes[k->argument].in_data;
  for (size_t i = k->begin; i < k->end; i++)
    if (c->values[i] == wanted)
      return true;
  return false;
}

/* --- a shape -------------------------------------------------------------- */

static const char *
name_of(const ng_checker *c, uint32_t predicate)
{
  const char *iri = shape_term(c, predicate)->value.at; /* ends with a zero */
  const char *hash = strrchr(iri, '#');
  return hash ? hash + 1 : iri;
}

static void
tell(ng_checker *c, const constraint *k, const ng_triple *asks, uint32_t value)
{
  uint32_t message = asked(c, k->job.shape, NG_SH_MESSAGE);
  uint32_t inverse = k->path ? asked(c, k->path, NG_SH_INVERSE) : 0;
  ng_violation v = {.focus = *data_term(c, k->job.focus),
                    .shape = *shape_term(c, k->job.named),
                    .inverse = inverse != 0,
                    .constraint = name_of(c, asks->predicate),
                    .argument = *shape_term(c, asks->object)};
  if (k->path)
    v.path = *shape_term(c, inverse ? inverse : k->path);
  if (value)
    v.value = *data_term(c, value);
  if (message)
    v.message = shape_term(c, message)->value;
  c->report->violations++;
  if (c->report->tell)
    c->report->tell(c->report->to, &v);
}

/* Is every value below every value of the other path? */
static bool
holds_below(ng_checker *c, const constraint *k, const ng_triple *asks)
{
  bool ok = true;
  push_path(c, k->argument, k->job.focus);
  for (size_t i = k->begin; i < k->end; i++)
    for (size_t other = k->end; other < c->n_values; other++) {
      int order;
      if (ng_literal_order(data_term(c, c->values[i]),
                           data_term(c, c->values[other]), &order) &&
          (order < 0 || (order == 0 && k->asks == NG_SH_LESS_EQUAL)))
        continue;
      ok = false;
      if (k->job.loud)
        tell(c, k, asks, c->values[i]);
    }
  c->n_values = k->end;
  return ok;
}

/* sh:property: a shape of its own for each value, which tells for itself. */
static bool
holds_property(ng_checker *c, const constraint *k)
{
  bool ok = true;
  for (size_t i = k->begin; i < k->end && (ok || k->job.loud); i++) {
    bool named = shape_term(c, k->argument)->kind == NG_TERM_IRI;
    ng_sh_job job = {k->argument, named ? k->argument : k->job.named,
                     c->values[i], k->job.loud};
    ok &= ng_checker_conforms(c, &job);
  }
  return ok;
}

static bool
holds_each(ng_checker *c, const constraint *k, const ng_triple *asks)
{
  bool ok = true;
  for (size_t i = k->begin; i < k->end && (ok || k->job.loud); i++) {
    uint32_t value = c->values[i];
    if (holds_of(c, k, value))
      continue;
    ok = false;
    if (k->job.loud && c->status == NG_OK)
      tell(c, k, asks, k->path ? value : 0);
  }
  return ok;
}

static bool
holds(ng_checker *c, const constraint *k, const ng_triple *asks)
{
  bool ok;
  switch (k->asks) {
  case NG_SH_MIN_COUNT:
  case NG_SH_MAX_COUNT:
    ok = has_count(c, k);
    break;
  case NG_SH_HAS_VALUE:
    ok = has_value(c, k);
    break;
  case NG_SH_LESS:
  case NG_SH_LESS_EQUAL:
    return holds_below(c, k, asks);
  case NG_SH_PROPERTY:
    return holds_property(c, k);
  default:
    return holds_each(c, k, asks);
  }
  if (!ok && k->job.loud && c->status == NG_OK)
    tell(c, k, asks, 0);
  return ok;
}

bool
ng_checker_conforms(ng_checker *c, const ng_sh_job *job)
{
  if (c->depth == DEEPEST)
    give_up(c, NG_ERR_SYNTAX, "shapes refer to each other in a circle");
  if (c->status != NG_OK)
    return true;
  c->depth++;
  constraint k = {.job = *job,
                  .path = asked(c, job->shape, NG_SH_PATH),
                  .begin = c->n_values};
  if (k.path)
    push_path(c, k.path, job->focus);
  else
    push(c, job->focus);
  k.end = c->n_values;
  bool ok = true;
  for (const ng_triple *t = ng_triples_first(c->shapes, job->shape);
       t && (ok || job->loud); t = ng_triples_next(c->shapes, t)) {
    k.asks = c->nodes[t->predicate].asks;
    k.argument = t->object;
    if (k.asks >= NG_SH_MIN_COUNT)
      ok &= holds(c, &k, t);
  }
  c->n_values = k.begin;
  c->depth--;
  return ok;
}
