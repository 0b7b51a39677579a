/* answer.h - a query's answer, for people and for programs. */
#ifndef NG_ANSWER_H
#define NG_ANSWER_H

#include "core/buf.h"
#include "rdf/query.h"

typedef enum {
  NG_ROWS_TABLE, /* aligned, with short names; for people */
  NG_ROWS_TSV,   /* SPARQL 1.1 Query Results TSV */
  NG_ROWS_CSV,   /* SPARQL 1.1 Query Results CSV */
  NG_ROWS_JSON,  /* SPARQL 1.1 Query Results JSON */
} ng_rows_format;

typedef struct {
  ng_rows_format rows; /* of SELECT and ASK */
  ng_format graph;     /* of CONSTRUCT */
  bool colour;         /* of a table: on a terminal */
  size_t *replaced;    /* counts what a graph's format cannot carry; or NULL */
} ng_answer_style;

/* Append the answer to `out`.  In a table, control characters are escaped, so
 * that no data can command the terminal. */
ng_status ng_answer_write(const ng_answer *answer, const ng_answer_style *style,
                          ng_buf *out, ng_error *err);

/* The format "table", "tsv", "csv", "json" or a media type, any case; false if
 * it is none of rows. */
bool ng_rows_format_find(ng_str name, ng_rows_format *out);

#endif /* NG_ANSWER_H */
