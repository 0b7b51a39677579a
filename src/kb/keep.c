#include "kb/keep.h"
#include "core/str.h"
#include "kb/kb.h"

#include <stdlib.h>

void
ng_keep_init(ng_keep *keep)
{
  static const ng_keep_rule rules[] = {
      {4167410, NG_KEEP_NEVER, "Wikimedia disambiguation page", 0},
      {4167836, NG_KEEP_NEVER, "Wikimedia category", 0},
      {11266439, NG_KEEP_NEVER, "Wikimedia template", 0},
      {13406463, NG_KEEP_NEVER, "Wikimedia list article", 0},
      {14204246, NG_KEEP_NEVER, "Wikimedia project page", 0},
      {17633526, NG_KEEP_NEVER, "Wikinews article", 0},
      {13442814, NG_KEEP_NEVER, "scholarly article", 0},
      {7318358, NG_KEEP_NEVER, "review article", 0},
      {7187, NG_KEEP_NEVER, "gene", 0},
      {8054, NG_KEEP_NEVER, "protein", 0},
      {523, NG_KEEP_NEVER, "star", 0},
      {318, NG_KEEP_NEVER, "galaxy", 0},
      /* a few of these are in the news; dumps have millions */
      {16521, 10, "taxon", 0},
      {11173, 10, "chemical compound", 0},
      {3863, 10, "asteroid", 0},
  };
  keep->n = sizeof rules / sizeof *rules;
  memcpy(keep->rules, rules, sizeof rules);
}

ng_keep_rule *
ng_keep_find(ng_keep *keep, uint32_t class)
{
  for (unsigned i = 0; i < keep->n; i++)
    if (keep->rules[i].class == class)
      return &keep->rules[i];
  return NULL;
}

/* Change the rule for a class, or add one. */
static bool
set_rule(ng_keep *keep, uint32_t class, uint32_t least)
{
  ng_keep_rule *rule = ng_keep_find(keep, class);
  if (!rule && keep->n == NG_KEEP_RULES)
    return false;
  if (!rule) {
    rule = &keep->rules[keep->n++];
    *rule = (ng_keep_rule){class, 0, class ? NULL : "all", 0};
  }
  rule->least = least;
  return true;
}

/* One rule, "Q16521=20". */
static bool
take_rule(ng_keep *keep, ng_str rule)
{
  const char *equals = rule.len ? memchr(rule.at, '=', rule.len) : NULL;
  if (!equals)
    return false;
  ng_str what = {rule.at, (size_t)(equals - rule.at)};
  ng_str least = {equals + 1, rule.len - what.len - 1};
  uint32_t class = ng_qid_parse(what), n = 0;
  if (!class && !ng_str_equal(what, NG_LIT("all")))
    return false;
  if (ng_str_equal(least, NG_LIT("never")))
    return set_rule(keep, class, NG_KEEP_NEVER);
  for (size_t i = 0; i < least.len; i++) {
    if (least.at[i] < '0' || least.at[i] > '9' || i == 6)
      return false;
    n = n * 10 + (uint32_t)(least.at[i] - '0');
  }
  return least.len && set_rule(keep, class, n);
}

bool
ng_keep_add(ng_keep *keep, const char *text)
{
  for (;;) {
    size_t n = strcspn(text, ",");
    if (!take_rule(keep, (ng_str){text, n}))
      return false;
    if (!text[n])
      return true;
    text += n + 1;
  }
}
