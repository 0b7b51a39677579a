/* census.h - what a graph holds, counted while it is written: VoID and DCAT.
 *
 * It reads N-Quads and N-Triples of ours, a line a statement.  What is said of
 * an entity again with every article is counted once.
 */
#ifndef NG_CENSUS_H
#define NG_CENSUS_H

#include "core/buf.h"
#include "core/keys.h"

/* A class or a predicate, and how many triples have it. */
typedef struct {
  ng_buf iri;
  uint64_t n;
} ng_census_part;

typedef struct {
  ng_keys shared; /* triples that several articles repeat */
  ng_keys index;  /* of the IRIs of parts, classes and predicates apart */
  ng_census_part *parts;
  size_t n_parts, cap_parts;
  uint64_t triples, articles;
  bool failed; /* memory ran out */
} ng_census;

/* A file that the triples went to. */
typedef struct {
  const char *path;
  const char *media; /* "application/n-quads" */
  uint64_t size;     /* bytes; 0: unknown */
} ng_census_file;

/* Count the statements of whole lines. */
void ng_census_take(ng_census *census, ng_str lines);

/* Append the description as Turtle.  `date`: YYYY-MM-DD, or NULL. */
void ng_census_write(const ng_census *census, const ng_census_file *files,
                     size_t n_files, const char *date, ng_buf *out);

void ng_census_release(ng_census *census);

#endif /* NG_CENSUS_H */
