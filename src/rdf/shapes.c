#include "rdf/shapes.h"
#include "core/fail.h"
#include "rdf/shapes_check.h"

#include <stdlib.h>

#define SH "http://www.w3.org/ns/shacl#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define OWL "http://www.w3.org/2002/07/owl#"

static const struct {
  const char *name;
  ng_sh asks;
} predicates[] = {{"path", NG_SH_PATH},
                  {"inversePath", NG_SH_INVERSE},
                  {"message", NG_SH_MESSAGE},
                  {"name", NG_SH_SAID},
                  {"description", NG_SH_SAID},
                  {"order", NG_SH_SAID},
                  {"group", NG_SH_SAID},
                  {"severity", NG_SH_SAID},
                  {"targetClass", NG_SH_TARGET_CLASS},
                  {"targetSubjectsOf", NG_SH_TARGET_SUBJECTS},
                  {"targetObjectsOf", NG_SH_TARGET_OBJECTS},
                  {"minCount", NG_SH_MIN_COUNT},
                  {"maxCount", NG_SH_MAX_COUNT},
                  {"hasValue", NG_SH_HAS_VALUE},
                  {"lessThan", NG_SH_LESS},
                  {"lessThanOrEquals", NG_SH_LESS_EQUAL},
                  {"datatype", NG_SH_DATATYPE},
                  {"nodeKind", NG_SH_NODE_KIND},
                  {"class", NG_SH_CLASS},
                  {"in", NG_SH_IN},
                  {"pattern", NG_SH_PATTERN},
                  {"minLength", NG_SH_MIN_LENGTH},
                  {"maxLength", NG_SH_MAX_LENGTH},
                  {"minInclusive", NG_SH_MIN_INCLUSIVE},
                  {"maxInclusive", NG_SH_MAX_INCLUSIVE},
                  {"minExclusive", NG_SH_MIN_EXCLUSIVE},
                  {"maxExclusive", NG_SH_MAX_EXCLUSIVE},
                  {"node", NG_SH_NODE},
                  {"property", NG_SH_PROPERTY},
                  {"not", NG_SH_NOT},
                  {"and", NG_SH_AND},
                  {"or", NG_SH_OR}};

/* --- reading the shapes --------------------------------------------------- */

static bool
starts(ng_str s, const char *with)
{
  return s.len >= strlen(with) && memcmp(s.at, with, strlen(with)) == 0;
}

static ng_status
not_understood(ng_error *err, ng_str what)
{
  return ng_fail(
      err, NG_ERR_SYNTAX, 0,
      "shapes say <%.*s>, which is not understood here: take another "
      "validator, such as pySHACL",
      NG_ARG(what));
}

static ng_status
read_predicate(ng_checker *c, uint32_t node, ng_error *err)
{
  ng_str iri = c->shapes->nodes.at[node].term.value;
  if (!starts(iri, SH) || c->nodes[node].asks != NG_SH_NONE)
    return NG_OK;
  ng_str name = ng_str_slice(iri, sizeof SH - 1, iri.len);
  for (size_t i = 0; i < sizeof predicates / sizeof *predicates; i++)
    if (ng_str_equal(
            name, (ng_str){predicates[i].name, strlen(predicates[i].name)})) {
      c->nodes[node].asks = predicates[i].asks;
      return NG_OK;
    }
  return not_understood(err, iri);
}

/* A pattern of XPath as one of POSIX: what only XPath has is refused. */
static ng_status
read_pattern(ng_sh_node *node, const ng_term *term, ng_error *err)
{
  const char *text = term->value.at; /* ends with a zero */
  const char *escape = strchr(text, '\\');
  bool foreign = (escape && strchr("dDpPiIcCsSwWnrt", escape[1])) ||
                 strstr(text, "(?") || strlen(text) != term->value.len;
  if (foreign || node->pattern)
    return foreign ? not_understood(err, term->value) : NG_OK;
  node->pattern = calloc(1, sizeof *node->pattern);
  if (!node->pattern)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (regcomp(node->pattern, text, REG_EXTENDED | REG_NOSUB) == 0)
    return NG_OK;
  free(node->pattern);
  node->pattern = NULL;
  return ng_fail(err, NG_ERR_SYNTAX, 0, "shapes have a broken pattern '%s'",
                 text);
}

/* A count is digits alone, and not so many that it could overflow. */
static bool
is_count(const ng_term *term)
{
  enum { MOST_DIGITS = 18 };
  ng_str s = term->value;
  for (size_t i = 0; i < s.len; i++)
    if (s.at[i] < '0' || s.at[i] > '9')
      return false;
  return s.len && s.len <= MOST_DIGITS;
}

/* Is the object something that the predicate can be asked with? */
static ng_status
read_argument(ng_checker *c, const ng_triple *t, ng_error *err)
{
  const ng_term *object = &c->shapes->nodes.at[t->object].term;
  switch (c->nodes[t->predicate].asks) {
  case NG_SH_MIN_COUNT:
  case NG_SH_MAX_COUNT:
  case NG_SH_MIN_LENGTH:
  case NG_SH_MAX_LENGTH:
    return is_count(object)
               ? NG_OK
               : ng_fail(err, NG_ERR_SYNTAX, 0, "shapes count to '%.*s'",
                         NG_ARG(object->value));
  case NG_SH_PATTERN:
    return read_pattern(&c->nodes[t->object], object, err);
  case NG_SH_PATH: {
    /* a predicate, or a node that says sh:inversePath */
    const ng_triple *of = ng_triples_first(c->shapes, t->object);
    bool inverse = of && c->nodes[of->predicate].asks == NG_SH_INVERSE;
    return object->kind == NG_TERM_IRI || inverse
               ? NG_OK
               : not_understood(err, NG_LIT("a path of several steps"));
  }
  default:
    return NG_OK;
  }
}

static ng_status
read_shapes(ng_checker *c, ng_error *err)
{
  const ng_triples *s = c->shapes;
  uint32_t type = ng_triples_iri(s, RDF "type");
  uint32_t class = ng_triples_iri(s, RDFS "Class");
  uint32_t owl_class = ng_triples_iri(s, OWL "Class");
  uint32_t shape = ng_triples_iri(s, SH "NodeShape");
  bool any = false;
  for (uint32_t i = 1; i < s->triples.n; i++)
    NG_TRY(read_predicate(c, s->triples.at[i].predicate, err));
  for (uint32_t i = 1; i < s->triples.n; i++) {
    const ng_triple *t = &s->triples.at[i];
    NG_TRY(read_argument(c, t, err));
    any |= c->nodes[t->predicate].asks >= NG_SH_TARGET_CLASS;
    if (t->predicate == type && (t->object == class || t->object == owl_class))
      for (const ng_triple *of = ng_triples_first(s, t->subject); of;
           of = ng_triples_next(s, of))
        if (of->predicate == type && of->object == shape)
          return not_understood(err, NG_LIT("a class that is a shape"));
  }
  return any ? NG_OK : ng_fail(err, NG_ERR_SYNTAX, 0, "there are no shapes");
}

static ng_status
open_checker(ng_checker *c, ng_error *err)
{
  const ng_triples *s = c->shapes;
  c->nodes = calloc((size_t)s->nodes.n + 1, sizeof *c->nodes);
  if (!c->nodes)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  NG_TRY(read_shapes(c, err));
  for (uint32_t i = 1; i < s->nodes.n; i++)
    if (s->nodes.at[i].term.kind != NG_TERM_BLANK)
      c->nodes[i].in_data = ng_triples_find(c->data, &s->nodes.at[i].term);
  c->rdf_first = ng_triples_iri(s, RDF "first");
  c->rdf_rest = ng_triples_iri(s, RDF "rest");
  c->rdf_type = ng_triples_iri(c->data, RDF "type");
  c->rdfs_subclass = ng_triples_iri(c->data, RDFS "subClassOf");
  return NG_OK;
}

static void
close_checker(ng_checker *c)
{
  for (uint32_t i = 0; c->nodes && i < c->shapes->nodes.n; i++)
    if (c->nodes[i].pattern) {
      regfree(c->nodes[i].pattern);
      free(c->nodes[i].pattern);
    }
  free(c->nodes);
  free(c->values);
  ng_keys_release(&c->known);
}

/* --- targets -------------------------------------------------------------- */

static bool
is_target(const ng_checker *c, uint32_t shape, uint32_t node)
{
  const ng_triples *d = c->data;
  for (const ng_triple *t = ng_triples_first(c->shapes, shape); t;
       t = ng_triples_next(c->shapes, t)) {
    uint32_t of = c->nodes[t->object].in_data, at;
    switch (of ? c->nodes[t->predicate].asks : NG_SH_NONE) {
    case NG_SH_TARGET_CLASS:
      if (ng_checker_is_a(c, node, of))
        return true;
      break;
    case NG_SH_TARGET_SUBJECTS:
      if (ng_triples_object(d, node, of))
        return true;
      break;
    case NG_SH_TARGET_OBJECTS:
      for (at = d->nodes.at[node].first_in; at; at = d->triples.at[at].next_in)
        if (d->triples.at[at].predicate == of)
          return true;
      break;
    default:
      break;
    }
  }
  return false;
}

static bool
has_targets(const ng_checker *c, uint32_t shape)
{
  for (const ng_triple *t = ng_triples_first(c->shapes, shape); t;
       t = ng_triples_next(c->shapes, t)) {
    ng_sh asks = c->nodes[t->predicate].asks;
    if (asks >= NG_SH_TARGET_CLASS && asks <= NG_SH_TARGET_OBJECTS)
      return true;
  }
  return false;
}

ng_status
ng_shapes_check(const ng_triples *shapes, const ng_triples *data,
                ng_shapes_report *report, ng_error *err)
{
  ng_checker c = {.shapes = shapes, .data = data, .report = report, .err = err};
  c.status = open_checker(&c, err);
  for (uint32_t s = 1; c.status == NG_OK && s < shapes->nodes.n; s++) {
    if (!has_targets(&c, s))
      continue;
    for (uint32_t n = 1; c.status == NG_OK && n < data->nodes.n; n++)
      if (is_target(&c, s, n)) {
        ng_sh_job job = {s, s, n, true};
        report->nodes++;
        (void)ng_checker_conforms(&c, &job);
      }
  }
  close_checker(&c);
  return c.status;
}
