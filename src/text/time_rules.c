/* time_rules.c - which words are a time expression: the rule that reads
 * furthest wins, the earlier of two that read as far. */
#include "text/time_cursor.h"

#define OF(class) ((uint32_t)1 << NG_TW_##class)

/* What "the end of", "last" and "at least" begin with. */
enum {
  EDGE = OF(ARTICLE) | OF(EDGE) | OF(MOD),
  WHICH = OF(ARTICLE) | OF(REL) | OF(WORD),
  ABOUT = OF(MORE) | OF(APPROX) | OF(WORD),
  COUNT = OF(ARTICLE) | OF(QUANT) | OF(NUMBER) | OF(WORD),
  DAY = OF(ARTICLE) | OF(WEEKDAY) | OF(MONTH) | OF(ORDINAL) | OF(NUMBER),
};

_Static_assert(NG_TW_WORD < 32, "a class is a bit of 32");

/* Each with the classes of the items that it may begin with: others need not
 * try. */
static const struct {
  ng_time_rule *rule;
  uint32_t begins;
} rules[] = {
    {ng_rule_same_period, OF(ARTICLE)},
    {ng_rule_week_of, OF(ARTICLE) | OF(UNIT)},
    {ng_rule_month_day, EDGE | OF(REL) | DAY},
    {ng_rule_whole_date, OF(DATE)},
    {ng_rule_month, EDGE | OF(REL) | OF(MONTH)},
    {ng_rule_weekday, EDGE | WHICH | OF(WEEKDAY)},
    {ng_rule_deictic, EDGE | OF(UNIT) | OF(DEICTIC)},
    {ng_rule_daytime, EDGE | WHICH},
    {ng_rule_quarter, EDGE | OF(REL) | OF(NUMBER) | OF(FISCAL) | OF(ORDINAL)},
    {ng_rule_unit, EDGE | WHICH},
    {ng_rule_end, OF(UNIT)},
    {ng_rule_duration, ABOUT | COUNT},
    {ng_rule_half_unit, ABOUT | OF(ARTICLE) | OF(HALF)},
    {ng_rule_rel_duration, WHICH},
    {ng_rule_bare_units, OF(UNIT)},
    {ng_rule_coming, WHICH},
    {ng_rule_year_earlier, OF(ARTICLE) | OF(UNIT)},
    {ng_rule_latest, OF(ARTICLE)},
    {ng_rule_season, EDGE | WHICH | OF(NUMBER) | OF(SEASON)},
    {ng_rule_year, EDGE | OF(FISCAL) | OF(UNIT) | OF(NUMBER)},
    {ng_rule_decade, EDGE | OF(DECADE)},
    {ng_rule_century, EDGE | OF(ORDINAL)},
    {ng_rule_clock, ABOUT | OF(NUMBER) | OF(CLOCK)},
    {ng_rule_noon, OF(DAYTIME)},
    {ng_rule_every, OF(EVERY)},
    {ng_rule_frequency, OF(FREQ)},
    {ng_rule_weekdays, OF(WEEKDAY)},
    {ng_rule_reference, OF(ARTICLE) | OF(REF)},
    {ng_rule_holiday, WHICH | OF(HOLIDAY)},
    {ng_rule_from_day, COUNT},
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
  uint32_t best = from, class = (uint32_t)1 << window->at[from].class;
  if (!may_begin(&window->at[from]))
    return from;
  for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
    if (!(rules[k].begins & class))
      continue;
    ng_time_cursor c = {
        window->at,
        window->n,
        from,
        {.rel = NG_REL_NONE, .year_rel = NG_REL_NONE, .hour = -1}};
    if (!rules[k].rule(&c) || c.i <= best)
      continue;
    if (c.i < c.n && (c.at[c.i].flags & NG_TW_JOINED) &&
        c.said.says != NG_SAYS_DATE)
      continue; /* half of "year-round" */
    best = c.i;
    *said = c.said;
  }
  return best;
}
