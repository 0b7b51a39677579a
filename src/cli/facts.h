/* facts.h - events, claims and offices of a graph, as a scorer wants them: read
 * from the triples by what `report` reads with, so that what is scored is what
 * a user gets; and with names folded for comparing. */
#ifndef NG_FACTS_H
#define NG_FACTS_H

#include "emit/vocabulary.h"
#include "report/facts.h"

/* An entity. */
typedef struct {
  ng_str id;     /* "Q403", or a local name of ng:; else empty */
  ng_str folded; /* its label, folded by facts_fold(); or empty */
} fact_thing;

typedef struct {
  ng_str role; /* "agent", "place" */
  fact_thing thing;
} fact_filler;

/* What every statement has. Spans are in code points of the text, without those
 * of a separate title. */
typedef struct {
  const ng_span *spans;
  size_t n_spans;
  ng_str polarity, standing; /* "Positive", "Planned"; empty: none */
  bool attributed;
} fact_basis;

typedef struct {
  fact_basis basis;
  ng_str class;        /* the first class in ng: */
  ng_str status, date; /* "Occurred", "2020-07"; empty: none */
  const fact_filler *fillers;
  size_t n_fillers;
} fact_event;

typedef struct {
  fact_basis basis;
  ng_str predicate; /* "memberOf" */
  fact_thing subject, object;
} fact_claim;

typedef struct {
  fact_basis basis;
  ng_str title;
  fact_thing person, jurisdiction;
} fact_office;

typedef struct {
  ng_facts rows;             /* what the rest is made of and borrows from */
  NG_VEC(fact_event) events; /* all in the graph's order */
  NG_VEC(fact_claim) claims;
  NG_VEC(fact_office) offices;
} facts;

/* Read what `graph`, arranged, says into *out, which owns it; release it even
 * on failure. The namespaces are those under `options`. */
ng_status facts_read(facts *out, const ng_graph *graph,
                     const ng_options *options, ng_error *err);
void facts_release(facts *facts);

/* `s` without marks, in lower case, every run of what is neither a letter nor a
 * digit of ASCII as one space, none at the ends: Python's
 * re.sub('[^a-z0-9]+', ' ', nfkd(s).lower()).strip(), for Latin letters. A new
 * string in `arena`, or {NULL, 0}. */
ng_str facts_fold(ng_arena *arena, ng_str s);

#endif /* NG_FACTS_H */
