/* findings.h - what several articles agree on, where they contradict each
 * other, and how what they tell of went on. */
#ifndef NG_REPORT_FINDINGS_H
#define NG_REPORT_FINDINGS_H

#include "report/facts.h"

typedef enum {
  NG_FINDING_COPIES,        /* near-identical articles */
  NG_FINDING_AGREEMENT,     /* two independent sources or more say so */
  NG_FINDING_CONTRADICTION, /* they cannot all be right */
  NG_FINDING_COURSE,        /* they tell of one thing's changes, in order */
} ng_finding_kind;

/* One value that some articles give. */
typedef struct {
  ng_str value;
  ng_str date;      /* of the first article that gives it */
  uint32_t n;       /* articles that give it */
  uint32_t article; /* the first of them: index */
  ng_str node;      /* the event, claim or office that says so */
} ng_finding_value;

typedef struct {
  ng_finding_kind kind;
  const char *aspect; /* "date", "amount", "status", "role", "polarity",
                         "object", "holder", "all" */
  ng_str topic;       /* "Meeting: Hoti, Vučić" */
  uint32_t sources;   /* independent ones that say anything of it */
  NG_VEC(ng_finding_value) values;
} ng_finding;

typedef struct {
  NG_VEC(ng_finding) at;
} ng_findings;

/* Compare what is in the tables, whose copies and happenings are grouped. All
 * memory is the tables'. */
ng_status ng_findings_make(ng_findings *out, ng_facts *facts, ng_error *err);

/* "copies", "agreement", ... */
const char *ng_finding_kind_name(ng_finding_kind kind);

#endif /* NG_REPORT_FINDINGS_H */
