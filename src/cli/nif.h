/* nif.h - texts with marked spans from NIF 2, in any of our RDF formats.
 *
 *   context   nif:isString "Paris is ..."
 *     phrase  nif:referenceContext context, nif:beginIndex 0, nif:endIndex 5,
 *             itsrdf:taIdentRef wd:Q90
 *
 * What NIF calls sentences, paragraphs and titles is no phrase; a word is one
 * where it is linked.  Indices count Unicode code points.
 */
#ifndef NG_CLI_NIF_H
#define NG_CLI_NIF_H

#include "core/arena.h"
#include "core/vec.h"
#include "newsgraph.h"

typedef struct {
  ng_str iri;
  uint32_t begin, end;
  ng_str ident; /* IRI of its entity, Wikidata's of several; or empty */
  ng_str class; /* IRI of its class, or empty */
} nif_phrase;

typedef struct {
  ng_str iri;
  ng_str text; /* empty if the file does not say */
  bool has_text;
  uint32_t n_chars;  /* code points of the text */
  uint32_t first, n; /* its phrases: phrases[first .. first + n) */
} nif_context;

typedef struct {
  NG_VEC(nif_context) contexts; /* by IRI */
  NG_VEC(nif_phrase) phrases;   /* by context, then as they stand in the text */
} nif_file;

/* Is that the name of a file of RDF? */
bool nif_is_name(const char *path);

/* Read the file at `path` into *out, whose memory comes from `arena`.  A phrase
 * without a context or an index, one that ends beyond its text or is empty, is
 * NG_ERR_SYNTAX: err->text names file and phrase. */
ng_status nif_read(nif_file *out, const char *path, ng_arena *arena,
                   ng_error *err);

#endif /* NG_CLI_NIF_H */
