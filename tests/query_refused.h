/* query_refused.h - what `newsgraph query` refuses; for test_query.c alone. */
#ifndef NG_TEST_QUERY_REFUSED_H
#define NG_TEST_QUERY_REFUSED_H

#include <stddef.h>

/* Queries that are refused, and what is blamed; and queries that only look like
 * it. */
static const struct {
  const char *query, *blamed; /* NULL: fine */
} guarded[] = {
    {"SELECT ?s { ?s e:knows/e:knows ?o }", "property path"},
    {"SELECT ?s { ?s e:knows+ ?o }", "property path"},
    {"SELECT ?s { ?s e:knows* ?o }", "property path"},
    {"SELECT ?s { ?s e:knows? ?o }", "property path"},
    {"SELECT ?s { ?s ^e:knows ?o }", "property path"},
    {"SELECT ?s { ?s e:knows|e:age ?o }", "property path"},
    {"SELECT ?s { ?s (e:knows|e:age) ?o }", "property path"},
    {"SELECT ?s { ?s !e:knows ?o }", "property path"},
    {"SELECT ?s { ?s a/e:sub ?o }", "property path"},
    {"SELECT ?s { ?s a e:P FILTER EXISTS { ?s e:age ?a } }", "EXISTS"},
    {"SELECT ?s { ?s a e:P filter not exists { ?s e:age ?a } }", "exists"},
    {"SELECT ?s { ?s a e:P MINUS { ?s e:age 7 } }", "MINUS"},
    {"SELECT ?s { VALUES ?s { e:a } ?s a e:P }", "VALUES"},
    {"SELECT ?s { ?s a e:P } VALUES ?s { e:a }", "VALUES"},
    {"SELECT ?s { { SELECT ?s { ?s a e:P } } }", "a SELECT inside"},
    {"SELECT ?t (COUNT(?s) AS ?n) { ?s a ?t } GROUP BY ?t HAVING(?n > 1)",
     "HAVING"},
    {"SELECT (CONCAT(\"a\") AS ?x) {}", "CONCAT"},
    {"SELECT ?s FROM <http://g> { ?s a e:P }", "FROM"},
    {"SELECT ?s { GRAPH ?g { ?s a e:P } }", "GRAPH"},
    {"SELECT ?s { SERVICE <http://x> { ?s a e:P } }", "SERVICE"},
    {"DESCRIBE e:a", "DESCRIBE"},
    {"SELEC ?s { ?s a e:P }", "'SELEC' is no word of SPARQL"},
    {"SELECT ?s { ?s isa e:P }", "'isa' is no word"},
    {"INSERT DATA { e:a e:b e:c }", "INSERT"},
    {"SELECT ?t { ?s a ?t } GROUP BY ?t", "GROUP BY without"},
    {"SELECT (SUM(?a) AS ?n) { ?s a e:P OPTIONAL { ?s e:age ?a } }",
     "an aggregate of"},
    {"SELECT (COUNT(STR(?a)) AS ?n) { ?s a e:P OPTIONAL { ?s e:age ?a } }",
     "an aggregate of"},
    {"SELECT ?s { { ?s a e:P ; e:age ?a } UNION { ?s e:year ?a } ?s e:knows ?k "
     "}",
     "put the triples first"},
    {"SELECT ?s { ?s a e:P OPTIONAL { ?s e:knows ?k . ?k e:age ?a } OPTIONAL "
     "{ ?k e:year ?y } }",
     "put the triples first"},
    {"SELECT (COUNT(DISTINCT *) AS ?n) { ?s a e:P }", "in an aggregate"},
    {"SELECT ?x (MIN(?p) + 1 AS ?n) { ?x e:paid ?p } GROUP BY ?x",
     "MIN or MAX of an expression"},
    {"SELECT ?x (MAX(?p * 2) AS ?n) { ?x e:paid ?p } GROUP BY ?x",
     "MIN or MAX of an expression"},
    {"SELECT (COUNT(*) AS ?n) (?n + SUM(?p) AS ?m) { ?x e:paid ?p }",
     "computed with an aggregate"},
    {"SELECT (SUM(DISTINCT ?a) AS ?n) { ?s e:age ?a }", "in an aggregate"},
    {"SELECT (COUNT(DISTINCT STR(?a)) AS ?n) { ?s e:age ?a }",
     "in an aggregate"},
    {"SELECT ?t (MIN(?s) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY "
     "STRLEN(STR(?t))",
     "name it in SELECT"},
    {"SELECT ?t (COUNT(DISTINCT ?s) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY "
     "STRLEN(STR(?t))",
     "name it in SELECT"},
    {"SELECT ?t (COUNT(?s) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY COUNT(?s)",
     "an aggregate outside"},
    {"SELECT ?s { ?s rdfs:label ?l FILTER(regex(?l, \"\\\\d\")) }", "\\d"},
    {"SELECT ?s { ?s rdfs:label ?l FILTER(regex(?l, \"a\", \"x\")) }",
     "a flag"},
    {"SELECT ?s { ?s e:year ?y FILTER(?y > \"2000\"^^xsd:gYear) }", "a year"},
    {"SELECT ?s { ?s e:age ?a FILTER(e:f(?a)) }", "a function named"},
    {"SELECT ?s { ?s a e:P . FILTER (YEAR(?d) > 1) }", "YEAR"},
    {"SELECT ?s { ?s a e:P . { ?s e:age ?a } OPTIONAL { ?k e:knows ?s } }",
     "take these braces away"},
    {"SELECT ?s { { ?s a e:P } }", "take these braces away"},
    {"SELECT ?s { ?s a e:P { ?s e:age ?a OPTIONAL { ?s e:born ?d FILTER(?a > "
     "9) "
     "} } UNION { ?s e:year ?y } }",
     "own braces do not bind"},
    {"SELECT ?s { ?s e:age ?a { ?s e:born ?d FILTER(?a > 9) } UNION { ?s "
     "e:year "
     "?d } }",
     "own braces do not bind"},
    {"SELECT ?s { ?s a ?t OPTIONAL { ?k e:age ?a OPTIONAL { ?k e:knows ?s } } "
     "}",
     "a variable from outside"},
    {"SELECT ?t ?s (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t",
     "line 1: ?s is neither in GROUP BY"},
    {"SELECT ?t (COUNT(*) AS ?n) { ?s a ?t }", "?t is neither"},
    {"SELECT ?t (STRLEN(STR(?t)) + COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t",
     "computed with an aggregate"},
    {"SELECT (STR(?s) AS ?x) (MAX(?t) AS ?n) { ?s a ?t } GROUP BY ?t",
     "?s is neither"},
    {"SELECT (1 - ?p AS ?x) { e:x e:paid ?p }", "below 0"},
    {"SELECT ?s { ?s e:age ?a FILTER(?a IN (7, \"x\")) }", "several kinds"},
    {"SELECT ?s { ?s e:age ?a FILTER(?a NOT IN (\"x\", e:a)) }",
     "several kinds"},
    {"SELECT ?s { ?s e:year ?y FILTER(?y IN (\"1999\"^^xsd:gYear, "
     "\"1999-01-01\"^^xsd:date)) }",
     "several kinds"},
    {"SELECT ?s { ?s e:age ?a FILTER(xsd:integer(?a) < 9) }", "FLOOR()"},
    {"SELECT ?s { ?s e:age ?a FILTER(xsd:boolean(?a)) }", "compare"},
    {"SELECT ?s COUNT { ?s a e:P }", "line 1: no '(' after COUNT"},
    {"SELECT ?s { ?s a e:P", "not closed"},
    {"SELECT ?s { ?s a e:P } }", "closes nothing"},
    {"SELECT ?s { ?s rdfs:label \"x }", "no end"},
    {"SELECT ?s", "no { ... }"},
    {"", "SELECT, ASK or CONSTRUCT"},
    {"SELECT ?s { ?s ?p }", "query, line 1"},
    {"SELECT ?s { ?s rdfs:label \"MINUS { EXISTS } a/b\" }", NULL},
    {"SELECT ?s { ?s rdfs:label '''it's\nVALUES''' }", NULL},
    {"SELECT ?s { ?s a <http://e/MINUS#EXISTS> } # HAVING", NULL},
    {"SELECT ?s { ?s a e:exists , e:minus } ", NULL},
    {"SELECT ?minus { ?minus e:values ?exists }", NULL},
    {"SELECT ?s { ?s e:age ?a FILTER(?a / 2 > 3 || !(?a * 2 + 1 = 3)) }", NULL},
    {"SELECT ?s { ?s e:age +5 , -5 , 1.5e+3 }", NULL},
    {"SELECT * { ?s e:age ?a }", NULL},
    {"SELECT ?t (STR(?t) AS ?x) (COUNT(?s) AS ?n) (?n + 1 AS ?m) { ?s a ?t } "
     "GROUP BY ?t",
     NULL},
    {"SELECT (COUNT(*) AS ?n) { ?s e:age ?a }", NULL},
    {"SELECT ?s { ?s e:age ?a FILTER(?a NOT IN (7, 8)) }", NULL},
    {"SELECT ?s { ?s e:age ?a FILTER(?a IN (7, 8.5, 1e0) || ?s IN (e:a, e:b, "
     "<http://e/c>)) }",
     NULL},
    {"SELECT ?s { ?s e:year ?y FILTER(?y IN (\"1999\"^^xsd:gYear, "
     "\"2001\"^^xsd:gYear, ?z)) }",
     NULL},
    {"SELECT ?s { ?s a ?t OPTIONAL { ?s e:knows ?k OPTIONAL { ?k e:age ?a ; "
     "e:born ?d } } }",
     NULL},
    {"SELECT ?s { ?s e:age ?a FILTER(xsd:decimal(?a) < 9) }", NULL},
    {"SELECT (1 + ?p AS ?x) (1 - ?a AS ?y) { e:x e:paid ?p . e:a e:age ?a }",
     NULL},
    {"SELECT ?s { ?s e:age ?a OPTIONAL { ?s e:born ?d FILTER(?a > 9) } }",
     NULL},
    {"SELECT ?s { { ?s e:age ?a FILTER(?a > 9) } UNION { ?s e:born ?d "
     "FILTER(?d "
     "!= ?s) } }",
     NULL},
    {"CONSTRUCT { ?s a e:X } WHERE { ?s e:age ?a }", NULL},
    {"CONSTRUCT WHERE { ?s e:age ?a }", NULL},
};

#endif /* NG_TEST_QUERY_REFUSED_H */
