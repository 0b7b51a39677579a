/* facts.h - what graphs say, as tables: articles, events, claims, offices.
 *
 *   files, or a graph in memory -> triples -> rows
 *
 * Rows are in the order of their nodes' IRIs, so that the order of the files
 * changes nothing; or, of one article, in its own.  Strings live in the
 * triples' arena; an absent one is empty.
 */
#ifndef NG_REPORT_FACTS_H
#define NG_REPORT_FACTS_H

#include "rdf/triples.h"

/* A thing in a role: "agent", "host", ... */
typedef struct {
  ng_str role; /* without its namespace */
  ng_str iri;
} ng_fact_actor;

typedef struct {
  ng_str iri, title, url, date;
  NG_VEC(ng_str) words; /* evidence and mentions as worded, sorted */
  uint32_t source;      /* its first near-identical copy: index, or its own */
} ng_fact_article;

typedef struct {
  uint32_t node; /* among the triples */
  ng_str iri, class, label, status, standing, polarity, identity;
  ng_str date, earliest, latest; /* "2020-07-12"; bounds: inclusive */
  ng_str place, mode, amount, unit;
  ng_str evidence, quote; /* words of the text */
  NG_VEC(ng_fact_actor) actors;
  uint32_t article;   /* index, or NG_FACT_NONE */
  uint32_t happening; /* the first event that tells of the same: index */
} ng_fact_event;

typedef struct {
  uint32_t node;
  ng_str iri, subject, predicate, object; /* the predicate without namespace */
  ng_str polarity, standing, date, until, evidence;
  uint32_t article;
} ng_fact_claim;

typedef struct {
  uint32_t node;
  ng_str iri, person, title, office, jurisdiction;
  ng_str status, standing, date, evidence;
  uint32_t article;
} ng_fact_office;

#define NG_FACT_NONE UINT32_MAX

typedef struct {
  ng_arena arena; /* of the rows */
  ng_triples triples;
  bool as_met; /* rows in the order of the triples, not by IRI */
  NG_VEC(ng_fact_article) articles; /* always by IRI */
  NG_VEC(ng_fact_event) events;
  NG_VEC(ng_fact_claim) claims;
  NG_VEC(ng_fact_office) offices;
} ng_facts;

void ng_facts_init(ng_facts *facts);
void ng_facts_release(ng_facts *facts);

/* Where quads go, from any number of files. */
ng_rdf_sink ng_facts_sink(ng_facts *facts);

/* When all are there, in facts->triples: fill the tables. */
ng_status ng_facts_fill(ng_facts *facts, ng_error *err);

/* The label of an entity; without one, what follows the last '/' or '#'. */
ng_str ng_facts_label(const ng_facts *facts, ng_str iri);

/* An article's name for people: its title, else its address, else its IRI. */
ng_str ng_facts_article_name(const ng_facts *facts, uint32_t article);

/* Of the objects of `predicate` (an IRI) that the node `iri` has, the first by
 * its bytes; or empty. */
ng_str ng_facts_object(const ng_facts *facts, ng_str iri,
                       const char *predicate);

/* Walk over the objects of `predicate` of a node, in the order in which they
 * were met; *at begins with NULL. NULL at the end. */
const ng_term *ng_facts_each(const ng_facts *facts, uint32_t node,
                             const char *predicate, const ng_triple **at);

#endif /* NG_REPORT_FACTS_H */
