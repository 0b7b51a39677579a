/* time_rules.c - which words are a time expression: the rule that reads
 * furthest wins, the earlier of two that read as far. */
#include "text/time_cursor.h"

static ng_time_rule *const rules[] = {
    ng_rule_same_period, ng_rule_week_of,      ng_rule_month_day,
    ng_rule_whole_date,  ng_rule_month,        ng_rule_weekday,
    ng_rule_deictic,     ng_rule_daytime,      ng_rule_quarter,
    ng_rule_unit,        ng_rule_end,          ng_rule_duration,
    ng_rule_half_unit,   ng_rule_rel_duration, ng_rule_bare_units,
    ng_rule_coming,      ng_rule_year_earlier, ng_rule_latest,
    ng_rule_season,      ng_rule_year,         ng_rule_decade,
    ng_rule_century,     ng_rule_clock,        ng_rule_noon,
    ng_rule_every,       ng_rule_frequency,    ng_rule_weekdays,
    ng_rule_reference,   ng_rule_holiday,      ng_rule_from_day,
};

/* May an expression begin with the item?  With few of the words that have no
 * value of their own: "at least", "a hundred", "that day"; most stand before
 * one, as "in" and "of". */
static bool
may_begin(const ng_time_item *item)
{
  if (item->class != NG_TW_WORD)
    return true;
  switch (item->value) {
  case NG_WORD_AT:
  case NG_WORD_HUNDRED:
  case NG_WORD_PAST:
  case NG_WORD_RECENT:
  case NG_WORD_SAME:
  case NG_WORD_THAT:
  case NG_WORD_THOUSAND:
    return true;
  default:
    return false;
  }
}

uint32_t
ng_time_match(const ng_time_window *window, uint32_t from, ng_time_said *said)
{
  uint32_t best = from;
  if (!may_begin(&window->at[from]))
    return from;
  for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
    ng_time_cursor c = {
        window->at,
        window->n,
        from,
        {.rel = NG_REL_NONE, .year_rel = NG_REL_NONE, .hour = -1}};
    if (!rules[k](&c) || c.i <= best)
      continue;
    if (c.i < c.n && (c.at[c.i].flags & NG_TW_JOINED) &&
        c.said.says != NG_SAYS_DATE)
      continue; /* half of "year-round" */
    best = c.i;
    *said = c.said;
  }
  return best;
}
