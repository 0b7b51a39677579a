/* literal.h - what a literal is worth: its datatype, its order. */
#ifndef NG_LITERAL_H
#define NG_LITERAL_H

#include "rdf/graph.h"

/* The datatype's IRI; empty for what is no literal. */
ng_str ng_literal_type(const ng_term *term);

/* Does the literal's text fit its datatype? Known are the date, year, month,
 * decimal, integer and boolean types of XML Schema, years 1 to 9999 without a
 * time zone; other types take any
 * text. */
bool ng_literal_fits(const ng_term *term);

/* Put two numbers (of xsd:decimal and below), or two dates of one type without
 * a time zone, in order: *order is below, at or above 0. False for anything
 * else, which has no order. */
bool ng_literal_order(const ng_term *a, const ng_term *b, int *order);

#endif /* NG_LITERAL_H */
