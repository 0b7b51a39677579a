/* emitter.h - what the functions that write one kind of node each share.
 *
 *   article.c  the article            entity.c  entities, linked and not
 *   span.c     mentions, evidence     office.c  who holds which office
 *   event.c    what happens           claim.c   facts and propositions
 *   voice.c    who says so            run.c     the run
 *
 * A new kind of node is one more file with one function, called by
 * ng_emit_article().  Nothing here fails: a spent arena is remembered in
 * `spent`, and what follows is lost.
 */
#ifndef NG_EMITTER_H
#define NG_EMITTER_H

#include "emit/emit.h"
#include "emit/iri.h"
#include "kb/kb.h"

typedef struct {
  const ng_context *context;
  const ng_doc *doc; /* NULL while a run is written */
  ng_graph *graph;
  ng_namespace room[NG_N_NS];
  ng_namespaces spaces;
  ng_term article;  /* IRI; all that the article says hangs on it */
  ng_term own;      /* the graph of what the article says */
  ng_term shared;   /* the graph of what is said of linked entities */
  ng_term *iris;    /* of doc->entities */
  ng_str *names;    /* of doc->entities: see ng_emit_name() */
  ng_term *events;  /* IRIs of doc->events, once ng_emit_events() began */
  ng_span evidence; /* the last one written, and its node: often the next's */
  ng_term evidence_node;
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
ng_term ng_emit_known(ng_emitter *e, const ng_entity *entity); /* the same */

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

/* The label of an entity: the base's, or its name in the text as it looks. */
ng_str ng_emit_name(ng_emitter *e, const ng_doc_entity *entity);

/* Write a span of evidence. Its IRI. */
ng_term ng_emit_evidence(ng_emitter *e, ng_span span);

/* `span` in code points from the start of its part. */
ng_span ng_emit_offsets(ng_emitter *e, ng_span span);

/* Describe `iri` as a text that spans refer to: a part of the document. */
void ng_emit_context(ng_emitter *e, ng_term iri, ng_span part);

/* What the offsets of a separate title count from; its text is the headline,
 * which is written anyway. */
ng_term ng_emit_title_context(ng_emitter *e);

/* Thousandths as xsd:decimal. */
ng_term ng_emit_confidence(ng_emitter *e, uint16_t thousandths);

/* Is the mention of a type that is shown (--types)? */
static inline bool
ng_emit_shows(const ng_emitter *e, const ng_mention *m)
{
  return ng_context_shows(e->context, e->doc->entities.at[m->entity].type);
}

void ng_emit_mentions(ng_emitter *e);
void ng_emit_web_annotations(ng_emitter *e);
void ng_emit_enhancements(ng_emitter *e);
void ng_emit_offices(ng_emitter *e);
void ng_emit_events(ng_emitter *e);
void ng_emit_claims(ng_emitter *e); /* and propositions; after events */

/* Write who says so, of the node `iri` told in doc->speeches.at[speech]:
 * ng:attributedTo the event that reports it, ng:voice each speaker on the way
 * out.  Nothing for NG_NONE: the article's own voice. */
void ng_emit_voice(ng_emitter *e, ng_term iri, uint32_t speech);

/* The speakers' part of such a node's hash: one part, empty for the article. */
void ng_hash_voice(const ng_emitter *e, ng_hash *hash, uint32_t speech);

#endif /* NG_EMITTER_H */
