/* facts.h - events, claims and offices of a graph, as a scorer reads them:
 * from the triples, so that what is scored is what a user gets. */
#ifndef NG_FACTS_H
#define NG_FACTS_H

#include "emit/vocabulary.h"

/* An entity. */
typedef struct {
  ng_term term;
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
  fact_thing person, jurisdiction; /* no term: none */
} fact_office;

typedef struct {
  NG_VEC(fact_event) events; /* all in the graph's order */
  NG_VEC(fact_claim) claims;
  NG_VEC(fact_office) offices;
} facts;

/* Read what `graph`, arranged, says into *out, which borrows from it. */
ng_status facts_read(facts *out, ng_graph *graph, ng_error *err);

/* `s` without marks, in lower case, every run of what is neither a letter nor a
 * digit of ASCII as one space, none at the ends: Python's
 * re.sub('[^a-z0-9]+', ' ', nfkd(s).lower()).strip(), for Latin letters. A new
 * string in `arena`, or {NULL, 0}. */
ng_str facts_fold(ng_arena *arena, ng_str s);

#endif /* NG_FACTS_H */
