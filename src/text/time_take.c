/* time_take.c - what the rules of time expressions are made of. */
#include "text/time_cursor.h"

/* --- what leads in -------------------------------------------------------- */

/* "about", "more than", "at least", "no more than" (from "more"). */
bool
ng_take_approx(ng_time_cursor *c)
{
  uint32_t start = c->i;
  if ((ng_is(c, 0, NG_TW_MORE) && ng_is_word(c, 1, NG_WORD_THAN)) ||
      (ng_is(c, 0, NG_TW_APPROX) && ng_item_at(c, 0)->value == 1 &&
       ng_is_word(c, 1, NG_WORD_THAN)) ||
      (ng_is_word(c, 0, NG_WORD_AT) &&
       (ng_is_word(c, 1, NG_WORD_LEAST) || ng_is_word(c, 1, NG_WORD_MOST))) ||
      (ng_is(c, 0, NG_TW_APPROX) && ng_item_at(c, 0)->value == 2 &&
       ng_is_word(c, 1, NG_WORD_TO)))
    c->i += 2;
  else if (ng_is(c, 0, NG_TW_APPROX) && ng_item_at(c, 0)->value == 0)
    c->i++;
  if (c->i == start)
    return false;
  c->said.mod = NG_MOD_APPROX;
  return true;
}

/* "early", "late in", "the end of", "mid-". */
bool
ng_take_mod(ng_time_cursor *c)
{
  uint32_t the = ng_is(c, 0, NG_TW_ARTICLE) ? 1 : 0;
  if (ng_is(c, the, NG_TW_EDGE) && ng_is_word(c, the + 1, NG_WORD_OF)) {
    c->said.mod = (uint8_t)ng_item_at(c, the)->value;
    c->i += the + 2;
    return true;
  }
  if (!ng_is(c, 0, NG_TW_MOD))
    return false;
  c->said.mod = (uint8_t)ng_item_at(c, 0)->value;
  c->i++;
  (void)ng_take_word(c, NG_WORD_IN);
  return true;
}

/* --- numbers -------------------------------------------------------------- */

bool
ng_take_digits(ng_time_cursor *c, int32_t *n)
{
  if (!ng_is(c, 0, NG_TW_NUMBER) || !ng_is_flag(c, 0, NG_TW_DIGITS))
    return false;
  *n = ng_item_at(c, 0)->value;
  c->i++;
  return true;
}

/* May `v` follow `part` in a number: "twenty" and "one", "hundred" and "ten"?
 */
static bool
continues(int32_t part, int32_t v)
{
  return part == 0 || (part % 100 >= 20 && part % 10 == 0 && v < 10) ||
         (part % 100 == 0 && v < 100);
}

/* "twenty-one", "two hundred", "a hundred", "two thousand". */
bool
ng_take_spoken(ng_time_cursor *c, int32_t *n)
{
  uint32_t start = c->i;
  int32_t total = 0, part = 0;
  if (ng_is(c, 0, NG_TW_ARTICLE) &&
      (ng_is_word(c, 1, NG_WORD_HUNDRED) || ng_is_word(c, 1, NG_WORD_THOUSAND)))
    c->i++;
  for (;; c->i++) {
    int32_t v = ng_item_at(c, 0)->value;
    if (ng_is(c, 0, NG_TW_NUMBER) && !ng_is_flag(c, 0, NG_TW_DIGITS)) {
      if (!continues(part, v) || part > 100000)
        break;
      part += v;
    } else if (ng_is_word(c, 0, NG_WORD_HUNDRED) && part < 100) {
      part = (part ? part : 1) * 100;
    } else if (ng_is_word(c, 0, NG_WORD_THOUSAND) && total == 0 &&
               part < 1000) {
      total = (part ? part : 1) * 1000;
      part = 0;
    } else {
      break;
    }
  }
  if (c->i > start)
    *n = total + part;
  return c->i > start;
}

bool
ng_take_number(ng_time_cursor *c, int32_t *n)
{
  if (!ng_take_digits(c, n) && !ng_take_spoken(c, n))
    return false;
  if (ng_is_word(c, 0, NG_WORD_AND) && ng_is(c, 1, NG_TW_ARTICLE) &&
      ng_is(c, 2, NG_TW_HALF)) {
    c->said.and_half = 1;
    c->i += 3;
  }
  return true;
}

/* A number, or two: "two to three weeks" is no exact number of weeks. */
static bool
take_range(ng_time_cursor *c, int32_t *n)
{
  int32_t more;
  if (!ng_take_number(c, n))
    return false;
  ng_time_cursor try = *c;
  if ((ng_take_word(&try, NG_WORD_TO) || ng_take_word(&try, NG_WORD_OR)) &&
      ng_take_number(&try, &more)) {
    *c = try;
    *n = NG_N_VAGUE;
  }
  return true;
}

/* "several", "a few", "a couple of", "the next few". */
bool
ng_take_quantity(ng_time_cursor *c, int32_t *n)
{
  ng_time_cursor try = *c;
  (void)ng_take(&try, NG_TW_ARTICLE);
  if (!ng_is(&try, 0, NG_TW_QUANT))
    return take_range(c, n);
  int32_t value = ng_item_at(&try, 0)->value;
  try.i++;
  if (value)
    (void)ng_take_word(&try, NG_WORD_OF);
  *c = try;
  *n = value ? value : NG_N_VAGUE;
  return true;
}

/* A year in four digits, "'98", or spoken: "nineteen ninety-seven". */
bool
ng_take_year(ng_time_cursor *c, int32_t *year)
{
  ng_time_cursor try = *c;
  if (ng_is(c, 0, NG_TW_NUMBER) && ng_is_flag(c, 0, NG_TW_DIGITS)) {
    if (!ng_is_flag(c, 0, NG_TW_CORE))
      return false;
    *year = ng_item_at(c, 0)->value;
    c->i++;
    return true;
  }
  int32_t head = ng_item_at(c, 0)->value, tail;
  if (!ng_is(c, 0, NG_TW_NUMBER) || head < 10 || head > 20)
    return false;
  try.i++;
  if (!ng_is(&try, 0, NG_TW_NUMBER) || ng_is_flag(&try, 0, NG_TW_DIGITS) ||
      !ng_take_spoken(&try, &tail) || tail < 10 || tail > 99)
    return false;
  *c = try;
  *year = head * 100 + tail;
  return true;
}

/* "last year", "of this year", "of the year", "of 1998": which year. */
bool
ng_take_which_year(ng_time_cursor *c)
{
  ng_time_cursor try = *c;
  (void)(ng_take_word(&try, NG_WORD_OF) || ng_take_word(&try, NG_WORD_IN) ||
         ng_take_word(&try, NG_WORD_COMMA));
  bool the = ng_take(&try, NG_TW_ARTICLE);
  (void)ng_take(&try, NG_TW_FISCAL);
  if (!the && ng_take_year(&try, &try.said.year)) {
    *c = try;
    return true;
  }
  int32_t rel = ng_is(&try, 0, NG_TW_REL) ? ng_item_at(&try, 0)->value : 0;
  bool has = ng_take(&try, NG_TW_REL) || (the && try.i > c->i + 1);
  if (!has || !ng_is_unit(&try, 0, NG_UNIT_YEAR) ||
      ng_is_flag(&try, 0, NG_TW_PLURAL))
    return false;
  try.said.year_rel = (int8_t)rel;
  try.i++;
  *c = try;
  return true;
}

/* --- dates and units ------------------------------------------------------ */

/* A day of the month: 12, 12th, twelfth; not of "12 percent". */
static bool
take_day(ng_time_cursor *c)
{
  const ng_time_item *t = ng_item_at(c, 0);
  bool number = t->class == NG_TW_NUMBER && t->flags & NG_TW_DIGITS;
  if ((!number && t->class != NG_TW_ORDINAL) || t->flags & NG_TW_DECIMAL ||
      t->value < 1 || t->value > 31 || ng_is_word(c, 1, NG_WORD_PERCENT))
    return false;
  c->said.day = (uint8_t)t->value;
  c->i++;
  return true;
}

/* A second day behind a hyphen or dash. */
static bool
is_joined(ng_time_cursor *c)
{
  return ng_is_flag(c, 0, NG_TW_JOINED) || ng_take_word(c, NG_WORD_DASH);
}

/* More behind what looks like the second day: "12-13-2020", "3-5-2". */
static bool
goes_on(ng_time_cursor *c)
{
  return ng_is_flag(c, 0, NG_TW_JOINED) || ng_is_word(c, 0, NG_WORD_DASH);
}

/* "-13" behind "July 12", "-August 2" behind "July 30": the day that a range
 * ends on.  It must come later: "July 12-3" is no range. */
static void
take_last_day(ng_time_cursor *c)
{
  ng_time_cursor try = *c;
  if (!is_joined(&try))
    return;
  int32_t month = ng_is(&try, 0, NG_TW_MONTH) ? ng_item_at(&try, 0)->value : 0;
  try.i += month != 0;
  uint8_t first = try.said.day;
  bool day = take_day(&try), later = try.said.day > first;
  if (!day || goes_on(&try) || (month ? month == try.said.month : !later))
    return;
  try.said.last_day = try.said.day;
  try.said.last_month = month ? (uint8_t)month : try.said.month;
  try.said.day = first;
  *c = try;
}

/* A day, or two: "12-13 July". */
static bool
take_days(ng_time_cursor *c)
{
  if (!take_day(c))
    return false;
  ng_time_cursor try = *c;
  uint8_t first = try.said.day;
  if (is_joined(&try) && take_day(&try) && try.said.day > first &&
      !goes_on(&try)) {
    try.said.last_day = try.said.day;
    try.said.day = first;
    *c = try;
  }
  return true;
}

bool
ng_take_month(ng_time_cursor *c)
{
  if (!ng_is(c, 0, NG_TW_MONTH))
    return false;
  c->said.month = (uint8_t)ng_item_at(c, 0)->value;
  c->i++;
  return true;
}

bool
ng_take_weekday(ng_time_cursor *c)
{
  if (!ng_is(c, 0, NG_TW_WEEKDAY) || ng_is_flag(c, 0, NG_TW_PLURAL))
    return false;
  c->said.weekday = (uint8_t)ng_item_at(c, 0)->value;
  c->i++;
  return true;
}

/* "July 12, 2020", "the 12th of July", "Sunday, July 12". */
bool
ng_take_month_day(ng_time_cursor *c)
{
  ng_time_cursor try = *c;
  int32_t year;
  if (ng_take_weekday(&try))
    (void)ng_take_word(&try, NG_WORD_COMMA);
  ng_time_cursor other = try;
  if (ng_take_month(&try) && take_day(&try)) {
    take_last_day(&try);
  } else {
    if (ng_is_the(&other, 0) && ng_is(&other, 1, NG_TW_ORDINAL))
      other.i++;
    bool ordinal = ng_is(&other, 0, NG_TW_ORDINAL);
    try = other;
    if (!take_days(&try))
      return false;
    if (ordinal)
      (void)ng_take_word(&try, NG_WORD_OF);
    if (!ng_take_month(&try))
      return false;
    try.said.last_month = try.said.last_day ? try.said.month : 0;
  }
  ng_time_cursor more = try;
  (void)ng_take_word(&more, NG_WORD_COMMA);
  if (ng_take_year(&more, &year)) {
    try = more;
    try.said.year = year;
  }
  *c = try;
  return true;
}

/* "last", "this past", "the following": sets rel. */
bool
ng_take_rel(ng_time_cursor *c)
{
  ng_time_cursor try = *c;
  bool the = ng_take(&try, NG_TW_ARTICLE);
  if (ng_is_word(&try, 0, NG_WORD_PAST) || ng_is_word(&try, 0, NG_WORD_SAME) ||
      (!the && ng_is_word(&try, 0, NG_WORD_THAT))) {
    bool past = ng_is_word(&try, 0, NG_WORD_PAST);
    try.said.rel = past ? -1 : 0;
    try.said.chained = !past;
    try.i++;
    (void)ng_take_word(&try, NG_WORD_SAME);
  } else if (ng_is(&try, 0, NG_TW_REL)) {
    try.said.rel = (int8_t)ng_item_at(&try, 0)->value;
    try.said.chained = the && ng_is_flag(&try, 0, NG_TW_COMPARED);
    try.i++;
    if (try.said.rel == 0 && ng_is_word(&try, 0, NG_WORD_PAST))
      try.said.rel = -1, try.i++;
    else if (try.said.rel == 0 && ng_is(&try, 0, NG_TW_REL) &&
             ng_item_at(&try, 0)->value)
      try.said.rel = (int8_t)ng_item_at(&try, 0)->value, try.i++;
  } else {
    return false;
  }
  *c = try;
  return true;
}

void
ng_take_daytime(ng_time_cursor *c)
{
  if (!ng_is(c, 0, NG_TW_DAYTIME) || ng_is_flag(c, 0, NG_TW_PLURAL))
    return;
  c->said.daytime = (uint8_t)ng_item_at(c, 0)->value;
  c->i++;
}

bool
ng_take_unit(ng_time_cursor *c)
{
  if (!ng_is(c, 0, NG_TW_UNIT))
    return false;
  c->said.unit = (uint8_t)ng_item_at(c, 0)->value;
  c->i++;
  return true;
}

/* "ago", "earlier", "later", "from now": sets rel; what follows a duration. */
bool
ng_take_shift(ng_time_cursor *c)
{
  int32_t rel = 0;
  bool chained = false;
  if (ng_is(c, 0, NG_TW_SHIFT)) {
    rel = ng_item_at(c, 0)->value;
  } else if (ng_is(c, 0, NG_TW_MOD) && ng_item_at(c, 0)->value != NG_MOD_MID &&
             ng_is_flag(c, 0, NG_TW_COMPARED)) {
    rel = ng_item_at(c, 0)->value == NG_MOD_START ? -1 : 1;
    chained = true;
  } else if (ng_is_word(c, 0, NG_WORD_FROM) && ng_is(c, 1, NG_TW_REF)) {
    rel = 1;
    c->i++;
  }
  if (!rel)
    return false;
  c->i++;
  c->said.says = NG_SAYS_SHIFT;
  c->said.rel = (int8_t)rel;
  c->said.chained = chained;
  return true;
}
