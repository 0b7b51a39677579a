/* emitter.h - what the functions that write one kind of node each share.
 *
 *   article.c  the article            entity.c  entities, linked and not
 *   span.c     mentions, evidence     office.c  who holds which office
 *   run.c      the run
 *
 * A new kind of node is one more file with one function, called by
 * ng_emit_article().  Nothing here fails: a spent arena is remembered in
 * `spent`, and what follows is lost.
 */
#ifndef NG_EMITTER_H
#define NG_EMITTER_H

#include "emit/emit.h"

typedef struct {
  const ng_context *context;
  const ng_doc *doc; /* NULL while a run is written */
  ng_graph *graph;
  ng_namespace room[NG_N_NS];
  ng_namespaces spaces;
  ng_term article; /* IRI; all that the article says hangs on it */
  ng_term own;     /* the graph of what the article says */
  ng_term shared;  /* the graph of what is said of linked entities */
  ng_term *iris;   /* of doc->entities */
  ng_offsets at;   /* where the last span began, in code points */
  bool title_seen; /* the title's context is written */
  bool spent;
} ng_emitter;

/* Set up an emitter that writes into the default graph. */
void ng_emitter_init(ng_emitter *e, const ng_context *context, ng_graph *graph);

void ng_emit_triple(ng_emitter *e, ng_term subject, ng_term predicate,
                    ng_term object);

/* The terms that need memory: in the arena, empty if it is spent. */
ng_term ng_emit_count(ng_emitter *e, uint64_t n);  /* xsd:nonNegativeInteger */
ng_term ng_emit_date(ng_emitter *e, ng_date date); /* with its true grain */
ng_term ng_emit_minted(ng_emitter *e, ng_str local); /* base + local */
ng_term ng_emit_ref(ng_emitter *e, ng_ref ref);      /* an entity's IRI */

/* The article's IRI. */
ng_term ng_emit_article_iri(ng_emitter *e);

/* The run's IRI: base + "run/" + hash of all that changes the output. */
ng_term ng_emit_run_iri(ng_emitter *e);

/* Write what the base says of an entity: its label and class, in the shared
 * graph. Its IRI. */
ng_term ng_emit_described(ng_emitter *e, ng_ref ref);

/* Write every entity; fill e->iris. */
void ng_emit_entities(ng_emitter *e);

/* The class that graphs give a type; false if nothing is known of it. */
bool ng_emit_class(ng_type type, ng_term *out);

/* Write a span of evidence. Its IRI. */
ng_term ng_emit_evidence(ng_emitter *e, ng_span span);

void ng_emit_mentions(ng_emitter *e);
void ng_emit_offices(ng_emitter *e);

#endif /* NG_EMITTER_H */
