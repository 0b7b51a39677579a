#include "rdf/jsonld.h"

#include "core/buf.h"
#include "core/fail.h"
#include "core/str.h"

#include <jansson.h>

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define XSD "http://www.w3.org/2001/XMLSchema#"

enum { MAX_DEPTH = 16 };

static const size_t NODE_BUDGET = (size_t)1 << 30; /* strings of a node */

typedef struct {
  const char *name;
  const json_t *context; /* or NULL */
  ng_rdf_sink sink;
  ng_error *err;
  uint64_t n_blank; /* nodes without "@id" so far */
} reader;

/* Where a node is. */
typedef struct {
  ng_arena *arena; /* for the strings of its terms */
  const ng_term *graph;
  unsigned depth;
} place;

static ng_status read_node(reader *r, const json_t *node, place at,
                           ng_term *out);

static ng_status
refuse(reader *r, const char *what, const char *name)
{
  return ng_fail(r->err, NG_ERR_SYNTAX, 0, "%s: JSON-LD: %s '%s'", r->name,
                 what, name);
}

static ng_str
text_of(const json_t *string)
{
  return (ng_str){json_string_value(string), json_string_length(string)};
}

/* "a" and "b" as one string. */
static ng_status
join(reader *r, ng_arena *arena, ng_str a, ng_str b, ng_str *out)
{
  char *at = NG_NEW(arena, char, a.len + b.len + 1);
  if (!at)
    return ng_fail(r->err, NG_ERR_LIMIT, 0, "%s: a node is too large", r->name);
  memcpy(at, a.at, a.len);
  memcpy(at + a.len, b.at, b.len);
  *out = (ng_str){at, a.len + b.len};
  return NG_OK;
}

/* --- the context ---------------------------------------------------------- */

/* Keys of JSON-LD that change what others mean; "@version" does not. */
static ng_status
check_context(reader *r, const json_t *context)
{
  const char *key;
  json_t *value;
  if (context && !json_is_object(context))
    return refuse(r, "unsupported context", "@context");
  json_object_foreach((json_t *)(uintptr_t)context, key, value)
  {
    if (strcmp(key, "@version") == 0)
      continue;
    if (*key == '@' ||
        (!json_is_string(value) &&
         !json_is_string(json_object_get(value, "@id"))) ||
        json_object_get(value, "@type") || json_object_get(value, "@container"))
      return refuse(r, "unsupported in the context:", key);
  }
  r->context = context;
  return NG_OK;
}

/* What a prefix or term stands for; empty if it is none. */
static ng_str
meaning(const reader *r, ng_str prefix)
{
  const json_t *value =
      r->context ? json_object_getn(r->context, prefix.at, prefix.len) : NULL;
  if (json_is_object(value))
    value = json_object_get(value, "@id");
  return value ? text_of(value) : (ng_str){"", 0};
}

/* --- terms ---------------------------------------------------------------- */

/* The node or predicate that `s`, a compact or whole IRI or a blank node's
 * label, names. */
static ng_status
expand(reader *r, ng_str s, ng_arena *arena, ng_term *out)
{
  const char *colon = s.len ? memchr(s.at, ':', s.len) : NULL;
  if (!colon) {
    *out = ng_iri(0, meaning(r, s));
    return out->value.len ? NG_OK : refuse(r, "no absolute IRI:", s.at);
  }
  ng_str prefix = ng_str_slice(s, 0, (size_t)(colon - s.at));
  ng_str rest = ng_str_slice(s, prefix.len + 1, s.len);
  if (ng_str_equal(prefix, NG_LIT("_"))) {
    *out = (ng_term){.kind = NG_TERM_BLANK, .value = rest};
    return NG_OK;
  }
  ng_str space = meaning(r, prefix);
  *out = ng_iri(0, s);
  if (!space.len || (rest.len > 1 && memcmp(rest.at, "//", 2) == 0))
    return NG_OK;
  return join(r, arena, space, rest, &out->value);
}

static ng_status
fresh_blank(reader *r, ng_arena *arena, ng_term *out)
{
  char label[32];
  int n = snprintf(label, sizeof label, "genid%llu",
                   (unsigned long long)r->n_blank++);
  *out = (ng_term){.kind = NG_TERM_BLANK};
  return join(r, arena, (ng_str){label, (size_t)n}, NG_LIT(""), &out->value);
}

/* {"@value": ..., "@type": ..., "@language": ...} */
static ng_status
read_value_object(reader *r, const json_t *v, ng_arena *arena, ng_term *out)
{
  const json_t *value = json_object_get(v, "@value");
  const json_t *type = json_object_get(v, "@type");
  const json_t *lang = json_object_get(v, "@language");
  if (!json_is_string(value))
    return refuse(r, "a value that is no string:", "@value");
  *out = ng_literal(text_of(value));
  if (json_is_string(lang)) {
    out->kind = NG_TERM_LANG;
    out->type = text_of(lang);
  } else if (json_is_string(type)) {
    ng_term iri;
    NG_TRY(expand(r, text_of(type), arena, &iri));
    *out = ng_typed(out->value, 0, iri.value);
  }
  return NG_OK;
}

static ng_status
read_number(reader *r, const json_t *v, ng_arena *arena, ng_term *out)
{
  char digits[32];
  int n =
      snprintf(digits, sizeof digits, "%lld", (long long)json_integer_value(v));
  *out = ng_typed((ng_str){0}, 0, NG_LIT(XSD "integer"));
  return join(r, arena, (ng_str){digits, (size_t)n}, NG_LIT(""), &out->value);
}

/* Any value of a property but an array. */
static ng_status
read_value(reader *r, const json_t *v, place at, ng_term *out)
{
  switch (json_typeof(v)) {
  case JSON_STRING:
    *out = ng_literal(text_of(v));
    return NG_OK;
  case JSON_INTEGER:
    return read_number(r, v, at.arena, out);
  case JSON_TRUE:
  case JSON_FALSE:
    *out = ng_typed(json_is_true(v) ? NG_LIT("true") : NG_LIT("false"), 0,
                    NG_LIT(XSD "boolean"));
    return NG_OK;
  case JSON_OBJECT:
    if (json_object_get(v, "@value"))
      return read_value_object(r, v, at.arena, out);
    at.depth++;
    return read_node(r, v, at, out);
  case JSON_ARRAY:
  case JSON_REAL:
  case JSON_NULL:
    break;
  }
  return refuse(r, "unsupported value:", "array, fraction or null");
}

/* --- nodes ---------------------------------------------------------------- */

static ng_status
give(reader *r, const ng_term *terms[3], const ng_term *graph)
{
  ng_quad quad = {*terms[0], *terms[1], *terms[2], *graph};
  return r->sink.take(r->sink.to, &quad, r->err);
}

static ng_status
read_one(reader *r, const ng_term *subject, const char *key, const json_t *v,
         place at)
{
  bool type = strcmp(key, "@type") == 0;
  ng_term predicate = ng_iri(0, NG_LIT(RDF_TYPE)), object;
  if (!type)
    NG_TRY(expand(r, (ng_str){key, strlen(key)}, at.arena, &predicate));
  if (type && !json_is_string(v))
    return refuse(r, "a type that is no string:", key);
  NG_TRY(type ? expand(r, text_of(v), at.arena, &object)
              : read_value(r, v, at, &object));
  return give(r, (const ng_term *[]){subject, &predicate, &object}, at.graph);
}

static ng_status read_nodes(reader *r, const json_t *nodes,
                            const ng_term *graph, unsigned depth);

static ng_status
read_property(reader *r, const ng_term *subject, const char *key,
              const json_t *value, place at)
{
  if (strcmp(key, "@id") == 0 || strcmp(key, "@context") == 0)
    return NG_OK;
  if (strcmp(key, "@graph") == 0)
    return read_nodes(r, value, subject, at.depth + 1);
  if (*key == '@' && strcmp(key, "@type") != 0)
    return refuse(r, "unsupported key", key);
  if (!json_is_array(value))
    return read_one(r, subject, key, value, at);
  size_t i;
  json_t *item;
  json_array_foreach(value, i, item)
      NG_TRY(read_one(r, subject, key, item, at));
  return NG_OK;
}

static ng_status
read_node(reader *r, const json_t *node, place at, ng_term *out)
{
  if (at.depth > MAX_DEPTH)
    return refuse(r, "nested too deeply:", "@graph");
  const json_t *id = json_object_get(node, "@id");
  NG_TRY(json_is_string(id) ? expand(r, text_of(id), at.arena, out)
                            : fresh_blank(r, at.arena, out));
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)(uintptr_t)node, key, value)
      NG_TRY(read_property(r, out, key, value, at));
  return NG_OK;
}

static ng_status
read_nodes(reader *r, const json_t *nodes, const ng_term *graph, unsigned depth)
{
  size_t n = json_is_array(nodes) ? json_array_size(nodes) : 1;
  for (size_t i = 0; i < n; i++) {
    const json_t *node =
        json_is_array(nodes) ? json_array_get(nodes, i) : nodes;
    if (!json_is_object(node))
      return refuse(r, "not a node:", "@graph");
    ng_arena arena;
    ng_term name;
    ng_arena_init(&arena, NODE_BUDGET);
    ng_status st = read_node(r, node, (place){&arena, graph, depth}, &name);
    ng_arena_release(&arena);
    NG_TRY(st);
  }
  return NG_OK;
}

static ng_status
read_document(reader *r, const json_t *root)
{
  static const ng_term none = {.kind = NG_TERM_NONE};
  const json_t *nodes = root;
  if (json_is_object(root)) {
    NG_TRY(check_context(r, json_object_get(root, "@context")));
    /* without an "@id" it is no named graph but the document */
    if (json_object_get(root, "@graph") && !json_object_get(root, "@id"))
      nodes = json_object_get(root, "@graph");
  } else if (!json_is_array(root))
    return refuse(r, "not a document:", "string");
  return read_nodes(r, nodes, &none, 0);
}

ng_status
ng_jsonld_read(ng_str text, const char *name, ng_rdf_sink sink, ng_error *err)
{
  json_error_t where;
  json_t *root = json_loadb(text.at, text.len,
                            JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &where);
  if (!root)
    return ng_fail(err, NG_ERR_SYNTAX, 0, "%s:%d: %s", name, where.line,
                   where.text);
  reader r = {.name = name, .sink = sink, .err = err};
  ng_status st = read_document(&r, root);
  json_decref(root);
  return st;
}
