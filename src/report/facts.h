/* facts.h - what graphs say, as tables: articles, events, claims, offices.
 *
 *   files -> quads -> nodes by subject -> rows
 *
 * Rows are in the order of their nodes' IRIs, so that the order of the files
 * changes nothing.  Strings live in the tables' arena; an absent one is empty.
 */
#ifndef NG_REPORT_FACTS_H
#define NG_REPORT_FACTS_H

#include "core/keys.h"
#include "rdf/read.h"

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
  ng_str iri, class, label, status, standing, polarity, identity;
  ng_str date, earliest, latest; /* "2020-07-12"; bounds: inclusive */
  ng_str place, mode, amount, unit;
  ng_str evidence, quote; /* words of the text */
  NG_VEC(ng_fact_actor) actors;
  uint32_t article;   /* index, or NG_FACT_NONE */
  uint32_t happening; /* the first event that tells of the same: index */
} ng_fact_event;

typedef struct {
  ng_str iri, subject, predicate, object; /* the predicate without namespace */
  ng_str polarity, standing, date, evidence;
  uint32_t article;
} ng_fact_claim;

typedef struct {
  ng_str iri, person, title, office, jurisdiction;
  ng_str status, standing, date, evidence;
  uint32_t article;
} ng_fact_office;

#define NG_FACT_NONE UINT32_MAX

/* A node of the graph: its triples. */
typedef struct {
  ng_str iri;
  uint32_t first; /* quad, 1-based; 0: it is only an object */
} ng_fact_node;

typedef struct {
  ng_arena arena;
  ng_graph graph;
  ng_keys index; /* of a node's IRI: its place in nodes, 1-based */
  NG_VEC(ng_fact_node) nodes;
  NG_VEC(uint32_t) next; /* of a quad: the next one of its node, 1-based */
  NG_VEC(ng_fact_article) articles;
  NG_VEC(ng_fact_event) events;
  NG_VEC(ng_fact_claim) claims;
  NG_VEC(ng_fact_office) offices;
} ng_facts;

void ng_facts_init(ng_facts *facts);
void ng_facts_release(ng_facts *facts);

/* Where quads go, from any number of files. */
ng_rdf_sink ng_facts_sink(ng_facts *facts);

/* When all are there: fill the tables. */
ng_status ng_facts_fill(ng_facts *facts, ng_error *err);

/* The label of an entity; without one, what follows the last '/' or '#'. */
ng_str ng_facts_label(ng_facts *facts, ng_str iri);

/* An article's name for people: its title, else its address, else its IRI. */
ng_str ng_facts_article_name(const ng_facts *facts, uint32_t article);

/* The first object of `predicate` (an IRI) of the node `iri`; or empty. */
ng_str ng_facts_object(ng_facts *facts, ng_str iri, const char *predicate);

#endif /* NG_REPORT_FACTS_H */
