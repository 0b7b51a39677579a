/* time_dates.c - the rules for points of the calendar and of the day. */
#include "text/time_cursor.h"

/* --- calendar dates ------------------------------------------------------- */

bool
ng_rule_month_day(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)ng_take_mod(c);
  if (ng_is(c, 0, NG_TW_REL) && ng_is(c, 1, NG_TW_MONTH))
    (void)ng_take_rel(c);
  return ng_take_month_day(c);
}

bool
ng_rule_whole_date(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  if (!ng_is(c, 0, NG_TW_DATE))
    return false;
  c->said.year = ng_item_at(c, 0)->value / 10000;
  c->said.month = (uint8_t)(ng_item_at(c, 0)->value / 100 % 100);
  c->said.day = (uint8_t)(ng_item_at(c, 0)->value % 100);
  c->i++;
  return true;
}

/* "July 2020", "last July", "early July", "July of last year". */
bool
ng_rule_month(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)ng_take_mod(c);
  if (ng_is(c, 0, NG_TW_REL)) {
    c->said.rel = (int8_t)ng_item_at(c, 0)->value;
    c->i++;
  }
  if (!ng_take_month(c))
    return false;
  (void)ng_take_which_year(c);
  return true;
}

/* "Friday", "last Friday", "late Friday night". */
bool
ng_rule_weekday(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)ng_take_mod(c);
  (void)ng_take_rel(c);
  if (!ng_take_weekday(c))
    return false;
  ng_take_daytime(c);
  return true;
}

/* "yesterday", "later today", "tomorrow morning", "the day before yesterday".
 */
bool
ng_rule_deictic(ng_time_cursor *c)
{
  int32_t shift = 0;
  c->said.says = NG_SAYS_DATE;
  c->said.deictic = true;
  uint32_t the = ng_is(c, 0, NG_TW_ARTICLE) ? 1 : 0;
  if (ng_is_unit(c, the, NG_UNIT_DAY) &&
      (ng_is_word(c, the + 1, NG_WORD_BEFORE) ||
       ng_is_word(c, the + 1, NG_WORD_AFTER))) {
    shift = ng_is_word(c, the + 1, NG_WORD_BEFORE) ? -1 : 1;
    c->i += the + 2;
  } else {
    (void)ng_take_mod(c);
  }
  if (!ng_is(c, 0, NG_TW_DEICTIC))
    return false;
  const ng_time_item *t = ng_item_at(c, 0);
  c->said.rel = (int8_t)(t->value + shift);
  c->said.daytime = t->flags & NG_TW_NIGHT ? NG_DAYTIME_NIGHT : 0;
  c->i++;
  ng_take_daytime(c);
  return true;
}

/* What a shift counts from: "July 3", "last Tuesday", "2020-07-03". */
static bool
take_day_said(ng_time_cursor *c)
{
  ng_time_cursor try = *c;
  if (ng_take_month_day(&try)) {
    *c = try;
    return !c->said.last_day;
  }
  if (ng_is(c, 0, NG_TW_DATE))
    return ng_rule_whole_date(c);
  (void)ng_take_rel(c);
  return ng_take_weekday(c);
}

/* "two days after July 3", "the day before last Tuesday". */
bool
ng_rule_from_day(ng_time_cursor *c)
{
  int32_t n = 1;
  c->said.says = NG_SAYS_DATE;
  if (ng_is(c, 0, NG_TW_ARTICLE) && ng_is(c, 1, NG_TW_UNIT))
    c->i++;
  else if (!ng_take_quantity(c, &n) || n < 1 || n > 1000)
    return false;
  int32_t unit = ng_item_at(c, 0)->value;
  if (!ng_is(c, 0, NG_TW_UNIT) ||
      (unit != NG_UNIT_DAY && unit != NG_UNIT_WEEK) ||
      (!ng_is_word(c, 1, NG_WORD_BEFORE) && !ng_is_word(c, 1, NG_WORD_AFTER)))
    return false;
  /* a week is as many days: it counts from a day to a day */
  int32_t days = n * (unit == NG_UNIT_WEEK ? 7 : 1);
  c->said.plus = ng_is_word(c, 1, NG_WORD_BEFORE) ? -days : days;
  c->i += 2;
  return take_day_said(c);
}

/* "this morning", "last night", "that evening". */
bool
ng_rule_daytime(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  c->said.deictic = true;
  (void)ng_take_mod(c);
  if (!ng_take_rel(c) || !ng_is(c, 0, NG_TW_DAYTIME))
    return false;
  ng_take_daytime(c);
  return c->said.daytime != NG_DAYTIME_NONE;
}

/* --- quarters, halves, seasons -------------------------------------------- */

/* The year before them: "the 1989", "this year's", "last year's". */
static void
take_year_before(ng_time_cursor *c)
{
  ng_time_cursor try = *c;
  bool the = ng_take(&try, NG_TW_ARTICLE);
  if (ng_take_year(&try, &try.said.year)) {
    *c = try;
    return;
  }
  try = *c;
  if (!the && ng_is(&try, 0, NG_TW_REL) && ng_is_unit(&try, 1, NG_UNIT_YEAR) &&
      ng_is_word(&try, 2, NG_WORD_CLITIC)) {
    try.said.year_rel = (int8_t)ng_item_at(&try, 0)->value;
    try.i += 3;
    *c = try;
  }
}

/* Which quarter or half: "third quarter", "fiscal second-quarter", "last half".
 */
static bool
take_quarter(ng_time_cursor *c)
{
  int32_t n = ng_item_at(c, 0)->value;
  bool last = ng_is(c, 0, NG_TW_REL) && n == -1 && ng_is(c, 1, NG_TW_HALF);
  if (!last && (!ng_is(c, 0, NG_TW_ORDINAL) || n > 4))
    return false;
  c->i++;
  (void)ng_take(c, NG_TW_FISCAL);
  if (ng_is_unit(c, 0, NG_UNIT_QUARTER) && !ng_is_flag(c, 0, NG_TW_PLURAL))
    c->said.quarter = (uint8_t)n;
  else if (ng_is(c, 0, NG_TW_HALF) && n <= 2)
    c->said.half = last ? 2 : (uint8_t)n;
  else
    return false;
  c->i++;
  return true;
}

/* "the third quarter", "this year's first half", "third-quarter": before a
 * hyphenated one stands the article of the noun behind. */
bool
ng_rule_quarter(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  uint32_t start = c->i;
  (void)ng_take_mod(c);
  take_year_before(c);
  if (ng_is_the(c, 0))
    c->i++;
  (void)ng_take(c, NG_TW_FISCAL);
  if (!take_quarter(c))
    return false;
  bool joined = c->at[c->i - 1].flags & NG_TW_JOINED;
  if (joined && c->at[start].class == NG_TW_ARTICLE)
    return false;
  if (!c->said.year)
    (void)ng_take_which_year(c);
  return c->said.quarter || c->said.year || c->said.year_rel != NG_REL_NONE;
}

/* "the 1988 quarter", "the 1988 period": the one spoken of, a year before. */
bool
ng_rule_same_period(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  c->said.period = true;
  if (!ng_take(c, NG_TW_ARTICLE) || !ng_take_year(c, &c->said.year))
    return false;
  if (!ng_is_unit(c, 0, NG_UNIT_QUARTER) && !ng_is_word(c, 0, NG_WORD_PERIOD))
    return false;
  c->i++;
  return true;
}

/* "the week of March 6". */
bool
ng_rule_week_of(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  c->said.week = true;
  (void)ng_take(c, NG_TW_ARTICLE);
  if (!ng_is_unit(c, 0, NG_UNIT_WEEK) || !ng_is_word(c, 1, NG_WORD_OF))
    return false;
  c->i += 2;
  return ng_take_month_day(c);
}

/* "last summer", "the winter of 1998", "spring 2020". */
bool
ng_rule_season(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)ng_take_mod(c);
  bool rel = ng_take_rel(c), the = false;
  if (!rel) {
    take_year_before(c);
    the = ng_is_the(c, 0);
    (void)ng_take(c, NG_TW_ARTICLE);
  }
  c->said.chained = false;
  if (!ng_is(c, 0, NG_TW_SEASON))
    return false;
  c->said.season = (uint8_t)ng_item_at(c, 0)->value;
  c->i++;
  bool summer = c->said.season == NG_SUMMER || c->said.season == NG_WINTER;
  return ng_take_which_year(c) || rel || c->said.year_rel != NG_REL_NONE ||
         (the && summer);
}

/* --- years, decades, centuries -------------------------------------------- */

/* Is the year a number of things: "2000 people", "$1998", "over 1500"? */
static bool
counts_things(const ng_time_cursor *c, uint32_t start, int32_t year)
{
  const ng_time_item *before = start ? &c->at[start - 1] : &ng_no_item;
  if (ng_is_word(c, 0, NG_WORD_PERCENT) || ng_is_flag(c, 0, NG_TW_JOINED))
    return true;
  if (before->class == NG_TW_WORD &&
      (before->value == NG_WORD_MONEY || before->value == NG_WORD_THAN))
    return true;
  bool asked = before->class == NG_TW_WORD || before->class == NG_TW_ARTICLE;
  return (year < 1800 || year > 2050) && !asked;
}

/* "1998", "late 1998", "fiscal 1998", "the year 2000". */
bool
ng_rule_year(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  uint32_t start = c->i;
  bool lead = ng_take_mod(c);
  ng_time_cursor try = *c;
  (void)ng_take(&try, NG_TW_ARTICLE);
  if (ng_take(&try, NG_TW_FISCAL) + ng_is_unit(&try, 0, NG_UNIT_YEAR)) {
    if (ng_is_unit(&try, 0, NG_UNIT_YEAR))
      try.i++;
    if (ng_take_year(&try, &try.said.year) ||
        (ng_take_spoken(&try, &try.said.year) && try.said.year > 1000)) {
      *c = try;
      return true;
    }
  }
  return ng_take_year(c, &c->said.year) &&
         (lead || !counts_things(c, start, c->said.year));
}

/* "the 1990s", "the late '90s", "the nineties". */
bool
ng_rule_decade(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  uint32_t start = c->i;
  (void)ng_take(c, NG_TW_ARTICLE);
  (void)ng_take_mod(c);
  (void)ng_take(c, NG_TW_ARTICLE);
  if (!ng_is(c, 0, NG_TW_DECADE))
    return false;
  int32_t value = ng_item_at(c, 0)->value;
  c->said.decade = true;
  c->said.year = value < 100 ? 1900 + value : value;
  c->i++;
  return value >= 100 || c->i > start + 1;
}

/* "the 19th century", "the early 20th century". */
bool
ng_rule_century(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)ng_take(c, NG_TW_ARTICLE);
  (void)ng_take_mod(c);
  if (!ng_is(c, 0, NG_TW_ORDINAL) || !ng_is_unit(c, 1, NG_UNIT_CENTURY) ||
      ng_item_at(c, 0)->value < 1 || ng_item_at(c, 0)->value > 21)
    return false;
  c->said.century = true;
  c->said.year = (ng_item_at(c, 0)->value - 1) * 100;
  c->i += 2;
  return true;
}

/* --- times of day --------------------------------------------------------- */

/* The day of a time: "Friday", "today", "on July 12". */
static void
take_date_behind(ng_time_cursor *c)
{
  ng_time_cursor try = *c;
  (void)ng_take_word(&try, NG_WORD_COMMA);
  (void)ng_take_word(&try, NG_WORD_ON);
  if (ng_is(&try, 0, NG_TW_DEICTIC)) {
    try.said.rel = (int8_t)ng_item_at(&try, 0)->value;
    try.said.deictic = true;
    try.i++;
  } else if (!ng_take_month_day(&try) && !ng_take_weekday(&try)) {
    return;
  }
  *c = try;
}

static bool
take_hour(ng_time_cursor *c)
{
  if (ng_is(c, 0, NG_TW_CLOCK)) {
    c->said.hour = (int16_t)(ng_item_at(c, 0)->value / 100);
    c->said.minute = (uint8_t)(ng_item_at(c, 0)->value % 100);
    c->said.minutes = 1;
    c->i++;
    return true;
  }
  int32_t n;
  if (!ng_take_digits(c, &n) || n > 24)
    return false;
  c->said.hour = (int16_t)n;
  return true;
}

/* "10 a.m.", "10:35 a.m. EST Friday", "0735 GMT", "6 o'clock", "15:00 GMT". */
bool
ng_rule_clock(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)ng_take_approx(c);
  int32_t v = ng_item_at(c, 0)->value;
  if (ng_is(c, 0, NG_TW_NUMBER) && ng_is(c, 1, NG_TW_ZONE) && v < 2400 &&
      ng_item_at(c, 0)->span.end - ng_item_at(c, 0)->span.begin == 4) {
    c->said.hour = (int16_t)(v / 100);
    c->said.minute = (uint8_t)(v % 100);
    c->said.minutes = 1;
    c->i += 2;
    take_date_behind(c);
    return v % 100 < 60;
  }
  if (!take_hour(c))
    return false;
  if (ng_is(c, 0, NG_TW_AMPM) && c->said.hour >= 1 && c->said.hour <= 12) {
    c->said.hour = (int16_t)(c->said.hour % 12 + ng_item_at(c, 0)->value);
    c->i++;
  } else if (!(c->said.minutes && ng_is(c, 0, NG_TW_ZONE)) &&
             !ng_take_word(c, NG_WORD_CLOCK)) {
    return false;
  }
  if (ng_take(c, NG_TW_ZONE))
    (void)ng_take_word(c, NG_WORD_TIME);
  take_date_behind(c);
  return true;
}

/* "noon", "midnight Friday". */
bool
ng_rule_noon(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  int32_t v = ng_item_at(c, 0)->value;
  if (!ng_is(c, 0, NG_TW_DAYTIME) ||
      (v != NG_DAYTIME_NOON && v != NG_DAYTIME_MIDNIGHT))
    return false;
  c->said.hour = v == NG_DAYTIME_NOON ? 12 : 0;
  c->i++;
  (void)ng_take(c, NG_TW_ZONE);
  take_date_behind(c);
  return true;
}

/* --- holidays ---------------------------------------------------------------
 */

/* "Christmas", "Thanksgiving Day", "last Easter", "Christmas Eve". */
bool
ng_rule_holiday(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)ng_take_rel(c);
  if (!ng_is(c, 0, NG_TW_HOLIDAY))
    return false;
  int32_t h = ng_item_at(c, 0)->value;
  c->i++;
  if (ng_take_word(c, NG_WORD_EVE))
    h = h == NG_CHRISTMAS ? NG_CHRISTMAS_EVE : h;
  else if (ng_is_unit(c, 0, NG_UNIT_DAY) && ng_is_flag(c, 0, NG_TW_CAPITAL))
    c->i++;
  c->said.holiday = (uint8_t)(h + 1);
  (void)ng_take_which_year(c);
  return true;
}
