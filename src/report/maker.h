/* maker.h - findings as they are being made: what the files that make them
 * share.
 *
 *   findings.c             copies; and all the others in turn
 *   findings_events.c      of events
 *   findings_statements.c  of claims and offices
 */
#ifndef NG_REPORT_MAKER_H
#define NG_REPORT_MAKER_H

#include "core/buf.h"
#include "report/findings.h"

/* Days between two articles within which an office is not thought to have
 * changed hands, nor a plan to have moved. */
enum { NG_SAME_TIME = 1 };

typedef struct {
  ng_facts *facts;
  ng_findings *out;
  bool spent; /* there was no memory */
} ng_maker;

/* A finding at the end of the list; NULL if there is no memory. */
ng_finding *ng_maker_begin(ng_maker *m, ng_finding_kind kind,
                           const char *aspect, ng_str topic);

/* Count one more article that gives the value. */
void ng_maker_add(ng_maker *m, ng_finding *finding, ng_str value,
                  uint32_t article, ng_str node);

/* Take the last finding back. */
void ng_maker_drop(ng_maker *m);

/* The date of an article, and the text that it has its own: itself, or what it
 * copies. */
ng_str ng_maker_date(const ng_maker *m, uint32_t article);
uint32_t ng_maker_source(const ng_maker *m, uint32_t article);

/* A copy of the text, which is released. */
ng_str ng_maker_keep(ng_maker *m, ng_buf *text);

/* From one date to another; 0 where one is unknown. */
int32_t ng_maker_days(ng_str a, ng_str b);

static inline bool
ng_maker_is(ng_str s, const char *word)
{
  return ng_str_equal(s, (ng_str){word, strlen(word)});
}

/* What there is to say of events; of claims and offices. */
void ng_maker_events(ng_maker *m);
void ng_maker_statements(ng_maker *m);

#endif /* NG_REPORT_MAKER_H */
