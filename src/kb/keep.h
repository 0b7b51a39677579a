/* keep.h - which entities of a dump are worth keeping: rules by class. */
#ifndef NG_KB_KEEP_H
#define NG_KB_KEEP_H

#include "newsgraph.h"

#include <stdbool.h>

/* Of the instances of `class` (0: of all) those are kept of which so many
 * Wikipedias write. */
typedef struct {
  uint32_t class, least; /* NG_KEEP_NEVER: none is */
  const char *name;      /* of the class, for people; NULL: not known */
  uint64_t n_dropped;    /* by it */
} ng_keep_rule;

#define NG_KEEP_NEVER UINT32_MAX

enum { NG_KEEP_RULES = 128 };

typedef struct {
  ng_keep_rule rules[NG_KEEP_RULES];
  unsigned n;
} ng_keep;

/* The rules that hold unless others are given: what news never names. */
void ng_keep_init(ng_keep *keep);

/* Take rules from "Q16521=20,Q523=never,all=2", which come before those there
 * are; false if they are malformed or too many. */
bool ng_keep_add(ng_keep *keep, const char *text);

/* The rule for instances of `class`, or for all (0); NULL if there is none. */
ng_keep_rule *ng_keep_find(ng_keep *keep, uint32_t class);

#endif /* NG_KB_KEEP_H */
