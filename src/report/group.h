/* group.h - which articles are one text, and which events one happening. */
#ifndef NG_REPORT_GROUP_H
#define NG_REPORT_GROUP_H

#include "report/facts.h"

/* Set each article's `source` to the first of its near-identical copies: those
 * that share four fifths of their evidence, word for word. */
void ng_group_copies(ng_facts *facts);

/* Set each event's `happening` to the first one that tells of the same: by
 * ng:identity; else of one class, with the same two or more linked actors in
 * whatever roles, at dates within ten days of each other. */
ng_status ng_group_happenings(ng_facts *facts, ng_error *err);

/* The days from 1970-01-01 of "2020-07-12", "2020-07" or "2020"; false if it is
 * none of these. */
bool ng_report_days(ng_str date, bool last, int32_t *days);

/* An event's first and last possible day; false if neither is known. */
typedef struct {
  int32_t first, last;
} ng_report_range;

bool ng_report_range_of(const ng_fact_event *event, ng_report_range *out);

/* Is it an entity of a knowledge base, the same in all articles? */
bool ng_report_is_linked(ng_str iri);

#endif /* NG_REPORT_GROUP_H */
