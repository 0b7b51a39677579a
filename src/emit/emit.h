/* emit.h - an annotated article as triples.
 *
 * What is written comes from the document, the bases and the options alone: no
 * clock, no counter, no address.  Every triple also says which named graph it
 * is of, for N-Quads and TriG; the other formats leave that out:
 *
 *   the article's URL, or its IRI   what this article says
 *   base + "entities"               labels and types of linked entities
 *   base + "runs"                   the program, the bases, the options
 *
 * so that an article can be replaced or deleted without loss to others.
 */
#ifndef NG_EMIT_H
#define NG_EMIT_H

#include "doc.h"
#include "emit/vocabulary.h"
#include "rdf/graph.h"

/* Add to `graph` what `doc` says: the article, its entities, mentions and
 * offices with their evidence, as the options' profile wants.  The triples
 * borrow from `doc`, the bases, the options and the graph's arena; the caller
 * arranges them.  Fails with NG_ERR_LIMIT when that arena is spent. */
ng_status ng_emit_article(const ng_context *ctx, const ng_doc *doc,
                          ng_graph *graph, ng_error *err);

/* Add to `graph` the run that every article points to: the program's version,
 * the identity of each base, the options that change the output.  Once a run,
 * not once an article. */
ng_status ng_emit_run(const ng_context *context, ng_graph *graph,
                      ng_error *err);

/* What an article's IRI is made of.  `name` is its URL, or else its id. */
typedef struct {
  ng_str name;
  ng_date date; /* 0: unknown */
  ng_str text;  /* all of doc->text: a separate title is part of it */
} ng_article_key;

/* The article's IRI without the base: "article/" and a hash of its key, so
 * that two versions of a page, or one agency text in two papers, are two
 * articles.  {NULL, 0} if the arena is spent. */
ng_str ng_article_iri(ng_arena *arena, const ng_article_key *key);

/* The IRIs of doc->entities, whole, in the document's arena: the same as in its
 * graph. */
ng_status ng_entity_iris(const ng_context *context, ng_doc *doc, ng_str **out,
                         ng_error *err);

/* Does `s` look like an absolute IRI, so that it can name a page or a graph:
 * has it a scheme, and a host and port that can be? */
bool ng_is_iri(ng_str s);

/* Such an address with what no IRI may hold percent-encoded: "?a[]=50%" is
 * "?a%5B%5D=50%25".  {NULL, 0} if the arena is spent. */
ng_str ng_url_iri(ng_arena *arena, ng_str url);

/* Is `s` a language tag, such as "en", "pt-BR" or "zh_Hans"? */
bool ng_is_language(ng_str s);

/* Can minted IRIs start with `s`: is it an IRI as it stands, without a
 * fragment, which theirs have? */
bool ng_is_base(ng_str s);

#endif /* NG_EMIT_H */
