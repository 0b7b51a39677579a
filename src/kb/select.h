/* select.h - rows that a SPARQL service answers a SELECT with: its JSON, CSV or
 * TSV (SPARQL 1.1 Query Results), from a query service or its web page. */
#ifndef NG_KB_SELECT_H
#define NG_KB_SELECT_H

#include "newsgraph.h"

#include <stdbool.h>

typedef enum { NG_SELECT_JSON, NG_SELECT_CSV, NG_SELECT_TSV } ng_select_format;

/* A value; CSV does not tell IRIs from text, so there they are known by their
 * scheme.  Empty: unbound. */
typedef struct {
  ng_str value, lang;
  bool is_iri;
} ng_select_cell;

enum { NG_SELECT_COLUMNS = 64 };

/* What rows are given to: first their variables, then each, counted from 1;
 * borrowed until the call returns. */
typedef struct {
  ng_status (*head)(void *to, const ng_str *names, unsigned n, ng_error *err);
  ng_status (*row)(void *to, uint64_t number, const ng_select_cell *cells,
                   ng_error *err);
  void (*skip)(void *to, uint64_t number, const char *why);
  void *to;
} ng_select_sink;

/* Read `text`, behind which NG_SCAN_PAD bytes can be read.  What cannot be read
 * on is NG_ERR_SYNTAX; a row with another number of values is skipped. */
ng_status ng_select_read(ng_str text, ng_select_format format,
                         ng_select_sink sink, ng_error *err);

/* Whether a file that begins like this is the JSON of a SELECT. */
bool ng_select_is_json(ng_str beginning);

#endif /* NG_KB_SELECT_H */
