/* time_cursor.h - reading items one by one: what the rules share.
 *
 * A `take` moves the cursor on over what it reads and says so, or leaves it and
 * returns false.  A rule may leave it anywhere when it fails.
 */
#ifndef NG_TIME_CURSOR_H
#define NG_TIME_CURSOR_H

#include "text/time.h"

typedef struct {
  const ng_time_item *at;
  uint32_t n, i;
  ng_time_said said;
} ng_time_cursor;

static const ng_time_item ng_no_item;

static inline const ng_time_item *
ng_item_at(const ng_time_cursor *c, uint32_t k)
{
  return c->i + k < c->n ? &c->at[c->i + k] : &ng_no_item;
}

static inline bool
ng_is(const ng_time_cursor *c, uint32_t k, ng_time_class class)
{
  return ng_item_at(c, k)->class == class;
}

static inline bool
ng_is_word(const ng_time_cursor *c, uint32_t k, ng_time_word word)
{
  return ng_is(c, k, NG_TW_WORD) && ng_item_at(c, k)->value == (int32_t)word;
}

static inline bool
ng_is_unit(const ng_time_cursor *c, uint32_t k, ng_time_unit unit)
{
  return ng_is(c, k, NG_TW_UNIT) && ng_item_at(c, k)->value == (int32_t)unit;
}

static inline bool
ng_is_flag(const ng_time_cursor *c, uint32_t k, unsigned flag)
{
  return ng_item_at(c, k)->flags & flag;
}

/* "the"; not "a". */
static inline bool
ng_is_the(const ng_time_cursor *c, uint32_t k)
{
  return ng_is(c, k, NG_TW_ARTICLE) && ng_item_at(c, k)->value;
}

static inline bool
ng_take(ng_time_cursor *c, ng_time_class class)
{
  if (!ng_is(c, 0, class))
    return false;
  c->i++;
  return true;
}

static inline bool
ng_take_word(ng_time_cursor *c, ng_time_word word)
{
  if (!ng_is_word(c, 0, word))
    return false;
  c->i++;
  return true;
}

/* --- time_take.c ---------------------------------------------------------- */

/* "about", "more than", "at least". */
bool ng_take_approx(ng_time_cursor *c);

/* "early", "late in", "the end of", "mid-". */
bool ng_take_mod(ng_time_cursor *c);

/* A number in digits; in words; either, with "and a half". */
bool ng_take_digits(ng_time_cursor *c, int32_t *n);
bool ng_take_spoken(ng_time_cursor *c, int32_t *n);
bool ng_take_number(ng_time_cursor *c, int32_t *n);

/* A number, a range, "several", "a couple of"; NG_N_VAGUE if inexact. */
bool ng_take_quantity(ng_time_cursor *c, int32_t *n);

/* "1998", "nineteen ninety-eight". */
bool ng_take_year(ng_time_cursor *c, int32_t *year);

/* "of 1998", "last year", "of the year": sets year or year_rel. */
bool ng_take_which_year(ng_time_cursor *c);

bool ng_take_month(ng_time_cursor *c);
bool ng_take_weekday(ng_time_cursor *c);

/* "July 12, 2020", "the 12th of July", "Sunday, July 12". */
bool ng_take_month_day(ng_time_cursor *c);

/* "last", "this past", "the following": sets rel. */
bool ng_take_rel(ng_time_cursor *c);

/* "morning"; nothing is fine. */
void ng_take_daytime(ng_time_cursor *c);

bool ng_take_unit(ng_time_cursor *c);

/* "ago", "earlier", "from now", behind a duration: makes it a shift. */
bool ng_take_shift(ng_time_cursor *c);

/* --- rules ---------------------------------------------------------------- */

typedef bool ng_time_rule(ng_time_cursor *c);

/* time_dates.c and time_spans.c */
ng_time_rule ng_rule_same_period, ng_rule_week_of, ng_rule_month_day,
    ng_rule_whole_date, ng_rule_month, ng_rule_weekday, ng_rule_deictic,
    ng_rule_daytime, ng_rule_quarter, ng_rule_unit, ng_rule_end,
    ng_rule_duration, ng_rule_half_unit, ng_rule_rel_duration,
    ng_rule_bare_units, ng_rule_coming, ng_rule_year_earlier, ng_rule_latest,
    ng_rule_season, ng_rule_year, ng_rule_decade, ng_rule_century,
    ng_rule_clock, ng_rule_noon, ng_rule_every, ng_rule_frequency,
    ng_rule_weekdays, ng_rule_reference, ng_rule_holiday, ng_rule_from_day;

#endif /* NG_TIME_CURSOR_H */
