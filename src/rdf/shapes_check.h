/* shapes_check.h - one node against one shape; the inside of shapes.h. */
#ifndef NG_SHAPES_CHECK_H
#define NG_SHAPES_CHECK_H

#include "rdf/shapes.h"

#include <regex.h>

/* What a predicate of a shape asks for. */
typedef enum {
  NG_SH_NONE, /* not of SHACL */
  NG_SH_SAID, /* for people: changes nothing */
  NG_SH_PATH,
  NG_SH_INVERSE,
  NG_SH_MESSAGE,
  NG_SH_TARGET_CLASS,
  NG_SH_TARGET_SUBJECTS,
  NG_SH_TARGET_OBJECTS,
  /* of all values of a path together */
  NG_SH_MIN_COUNT,
  NG_SH_MAX_COUNT,
  NG_SH_HAS_VALUE,
  NG_SH_LESS,
  NG_SH_LESS_EQUAL,
  /* of each value */
  NG_SH_DATATYPE,
  NG_SH_NODE_KIND,
  NG_SH_CLASS,
  NG_SH_IN,
  NG_SH_PATTERN,
  NG_SH_MIN_LENGTH,
  NG_SH_MAX_LENGTH,
  NG_SH_MIN_INCLUSIVE,
  NG_SH_MAX_INCLUSIVE,
  NG_SH_MIN_EXCLUSIVE,
  NG_SH_MAX_EXCLUSIVE,
  NG_SH_NODE,
  NG_SH_PROPERTY,
  NG_SH_NOT,
  NG_SH_AND,
  NG_SH_OR
} ng_sh;

/* Of a node of the shapes. */
typedef struct {
  ng_sh asks;       /* as a predicate */
  uint32_t in_data; /* the same term's number there, or 0 */
  regex_t *pattern; /* compiled, of an object of sh:pattern; or NULL */
} ng_sh_node;

typedef struct {
  const ng_triples *shapes, *data;
  ng_sh_node *nodes;                /* of `shapes`, by number */
  uint32_t rdf_first, rdf_rest;     /* numbers in `shapes` */
  uint32_t rdf_type, rdfs_subclass; /* numbers in `data` */
  uint32_t *values;                 /* a stack of numbers in `data` */
  size_t n_values, cap_values;
  ng_keys known; /* (shape, node): 1 conforms, 2 does not */
  unsigned depth;
  ng_shapes_report *report;
  ng_status status; /* what went wrong with checking itself */
  ng_error *err;
} ng_checker;

/* A node to check. */
typedef struct {
  uint32_t shape; /* in shapes */
  uint32_t named; /* the nearest shape around it that has an IRI */
  uint32_t focus; /* in data */
  bool loud;      /* tell of violations; else stop at the first */
} ng_sh_job;

/* Does the node conform? True as well when checker->status is an error. */
bool ng_checker_conforms(ng_checker *checker, const ng_sh_job *job);

/* Whether `node` of the data is of the class `class` (a number there), by its
 * types and their super-classes. */
bool ng_checker_is_a(const ng_checker *checker, uint32_t node, uint32_t class);

#endif /* NG_SHAPES_CHECK_H */
