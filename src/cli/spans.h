/* spans.h - which spans to link, of which articles, from a file.
 *
 *   kosovo.txt<TAB>17<TAB>23            a line a span; "title" as a 4th field:
 *                                       it counts from the title's start
 *   {"id":"a1","mentions":[{"span":[17,23]},...]}    as `mentions` prints them
 *   NIF: see nif.h                      with the articles' texts
 */
#ifndef NG_CLI_SPANS_H
#define NG_CLI_SPANS_H

#include "cli/options.h"
#include "core/arena.h"
#include "core/buf.h"
#include "core/vec.h"

#include <stdatomic.h>

/* A span, and where the file says so. */
typedef struct {
  ng_wanted_span span;
  uint64_t line; /* 0: the file has no lines that matter */
} span_row;

/* The spans of an article. */
typedef struct {
  ng_str id;
  NG_VEC(span_row) rows;
  uint64_t line; /* that first names it */
} span_article;

typedef struct {
  const char *path;
  ng_offset_unit unit;
  ng_arena arena;
  NG_VEC(span_article) articles;
  atomic_bool *seen; /* of each: it came */
  uint32_t *slots;   /* hash table by id: index + 1 */
  uint32_t n_slots;
  ng_buf texts; /* the articles as JSON lines, where the file has their texts */
} spans_file;

/* Read the file that `request` names.  The caller ends it with
 * spans_release(), also after a failure. */
ng_status spans_read(spans_file *out, const cli_request *request,
                     ng_error *err);
void spans_release(spans_file *f);

/* Tell `doc` its spans, none if the file has no such article.  Any thread. */
ng_status spans_apply(spans_file *f, ng_doc *doc, ng_error *err);

/* Say on stderr which articles of the file did not come; how many. */
size_t spans_tell_missing(const spans_file *f);

#endif /* NG_CLI_SPANS_H */
