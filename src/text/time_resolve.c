/* time_resolve.c - what an expression means, given when the article appeared.
 *
 * A value is as coarse as what was said: "last month" is a month.  What cannot
 * be known without a date of the article stays open: XXXX.
 */
#include "core/str.h"
#include "text/time.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct {
  const ng_time_said *said;
  const ng_time_anchor *anchor;
  ng_time *out;
  char *value;
} resolver;

__attribute__((format(printf, 2, 3))) static void
put(resolver *r, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(r->value, NG_TIME_VALUE, fmt, args);
  va_end(args);
}

static int32_t
year_of(ng_date d)
{
  return (int32_t)(d / 10000);
}

static int32_t
month_of(ng_date d)
{
  return (int32_t)(d / 100 % 100);
}

static ng_date
make(int32_t year, int32_t month, int32_t day)
{
  if (year < 1 || year > 9999)
    return 0;
  return (ng_date)(year * 10000 + month * 100 + day);
}

/* 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
static int32_t
weekday_of(int32_t days)
{
  int32_t w = (days + 3) % 7;
  return (w < 0 ? w + 7 : w) + 1;
}

/* --- periods: value and bounds -------------------------------------------- */

static void
set_bounds(resolver *r, ng_time_grain grain, ng_date first, ng_date last)
{
  r->out->grain = (uint8_t)grain;
  r->out->earliest = first;
  r->out->latest = last;
}

/* A date as fine as `date` is. */
static void
put_date(resolver *r, ng_date date)
{
  char text[NG_DATE_TEXT];
  (void)ng_date_text(date, text);
  put(r, "%s", text);
  ng_time_grain grain = date % 100         ? NG_GRAIN_DAY
                        : date / 100 % 100 ? NG_GRAIN_MONTH
                                           : NG_GRAIN_YEAR;
  set_bounds(r, grain, ng_date_first(date), ng_date_last(date));
}

/* The ISO 8601 week of a day, or its weekend. */
static void
put_week(resolver *r, int32_t days, bool weekend)
{
  int32_t monday = days - weekday_of(days) + 1;
  ng_date thursday = ng_date_from_days(monday + 3);
  int32_t year = year_of(thursday);
  int32_t week = (monday + 3 - ng_date_days(make(year, 1, 1))) / 7 + 1;
  put(r, "%04d-W%02d%s", (int)year, (int)week, weekend ? "-WE" : "");
  set_bounds(r, weekend ? NG_GRAIN_WEEKEND : NG_GRAIN_WEEK,
             ng_date_from_days(weekend ? monday + 5 : monday),
             ng_date_from_days(monday + 6));
}

/* `months` months from `first` on: a quarter, a season. */
static void
put_months(resolver *r, ng_time_grain grain, ng_date first, int32_t months)
{
  int32_t m = month_of(first) - 1 + months - 1;
  ng_date last = make(year_of(first) + m / 12, m % 12 + 1, 0);
  set_bounds(r, grain, ng_date_first(first), ng_date_last(last));
}

static void
put_quarter(resolver *r, int32_t year, int32_t quarter)
{
  put(r, "%04d-Q%d", (int)year, (int)quarter);
  put_months(r, NG_GRAIN_QUARTER, make(year, quarter * 3 - 2, 0), 3);
}

static void
put_half(resolver *r, int32_t year, int32_t half)
{
  put(r, "%04d-H%d", (int)year, (int)half);
  put_months(r, NG_GRAIN_HALF, make(year, half * 6 - 5, 0), 6);
}

/* The winter of 1998 is the one that begins in December 1998 or ended in its
 * spring: the text does not say which, so both are within the bounds. */
static void
put_season(resolver *r, int32_t year, int32_t season)
{
  static const char *const names[] = {"", "SP", "SU", "FA", "WI"};
  static const int8_t first[] = {0, 3, 6, 9, 1};
  put(r, "%04d-%s", (int)year, names[season]);
  if (season == NG_WINTER)
    set_bounds(r, NG_GRAIN_SEASON, make(year, 1, 1), make(year + 1, 3, 31));
  else
    put_months(r, NG_GRAIN_SEASON, make(year, first[season], 0), 3);
}

static void
put_years(resolver *r, ng_time_grain grain, int32_t year)
{
  bool decade = grain == NG_GRAIN_DECADE;
  put(r, decade ? "%03d" : "%02d", (int)(decade ? year / 10 : year / 100));
  set_bounds(r, grain, make(year, 1, 1),
             make(year + (decade ? 9 : 99), 12, 31));
}

/* --- shifting ------------------------------------------------------------- */

static ng_date
add_months(ng_date date, int32_t n)
{
  int32_t m = year_of(date) * 12 + month_of(date) - 1 + n;
  return m < 12 || m >= 9999 * 12 ? 0 : make(m / 12, m % 12 + 1, 0);
}

/* How many days are n units, roughly; for units of days and weeks exactly. */
static int32_t
unit_days(unsigned unit)
{
  return unit == NG_UNIT_FORTNIGHT ? 14 : unit >= NG_UNIT_WEEKEND ? 7 : 1;
}

/* The period of `unit` that lies `n` units from `from`. */
static bool
put_shifted(resolver *r, ng_date from, unsigned unit, int32_t n)
{
  if (n > 9999 || n < -9999)
    return false;
  int32_t days = ng_date_days(from), year = year_of(from);
  switch (unit) {
  case NG_UNIT_DAY:
    put_date(r, ng_date_from_days(days + n));
    return true;
  case NG_UNIT_WEEKEND:
  case NG_UNIT_WEEK:
  case NG_UNIT_FORTNIGHT:
    put_week(r, days + n * unit_days(unit), unit == NG_UNIT_WEEKEND);
    return true;
  case NG_UNIT_MONTH:
    put_date(r, add_months(ng_date_first(from), n));
    return true;
  case NG_UNIT_QUARTER: {
    ng_date at = add_months(ng_date_first(from), 3 * n);
    put_quarter(r, year_of(at), (month_of(at) + 2) / 3);
    return true;
  }
  case NG_UNIT_YEAR:
    put_date(r, make(year + n, 0, 0));
    return year + n > 0;
  case NG_UNIT_DECADE:
    put_years(r, NG_GRAIN_DECADE, (year / 10 + n) * 10);
    return year / 10 + n > 0;
  case NG_UNIT_CENTURY:
    put_years(r, NG_GRAIN_CENTURY, (year / 100 + n) * 100);
    return year / 100 + n > 0;
  default:
    return false;
  }
}

/* --- dates ---------------------------------------------------------------- */

enum { NEAR = 62 }; /* days */

/* The year of a month (and day) without one: the nearest by the tense, else
 * the one that makes it nearest to the article. */
static int32_t
guess_year(const resolver *r, int32_t month, int32_t day)
{
  ng_date dct = r->anchor->dct;
  int32_t year = year_of(dct), best = year;
  const ng_time_said *s = r->said;
  bool later = month > month_of(dct) ||
               (day && month == month_of(dct) && day > (int32_t)(dct % 100));
  bool earlier = month < month_of(dct) ||
                 (day && month == month_of(dct) && day < (int32_t)(dct % 100));
  if (s->rel == -1)
    return !later && (earlier || !day) && month != month_of(dct) ? year
           : later || month == month_of(dct)                     ? year - 1
                                                                 : year;
  if (s->rel == 1)
    return earlier || month == month_of(dct) ? year + 1 : year;
  if (s->rel == 0)
    return year;
  int32_t middle = ng_date_days(dct), least = INT32_MAX;
  for (int32_t y = year - 1; y <= year + 1; y++) {
    int32_t away = ng_date_days(make(y, month, day ? day : 15)) - middle;
    away = away < 0 ? -away : away;
    if (away < least)
      least = away, best = y;
  }
  /* A day within two months is meant whatever the tense: "the July 12 talks".
   */
  if (day && least <= NEAR)
    return best;
  if (r->anchor->tense == NG_TENSE_FUTURE)
    return earlier ? year + 1 : year;
  if (r->anchor->tense == NG_TENSE_PAST)
    return later ? year - 1 : year;
  return best;
}

/* The year that is said, or that "of last year" means; 0 if none. */
static int32_t
said_year(const resolver *r)
{
  if (r->said->year || r->said->year_rel == NG_REL_NONE || !r->anchor->dct)
    return r->said->year;
  return year_of(r->anchor->dct) + r->said->year_rel;
}

static void
put_month_day(resolver *r, int32_t year)
{
  const ng_time_said *s = r->said;
  if (!year && r->anchor->dct)
    year = guess_year(r, s->month, s->day);
  ng_date date = make(year, s->month, s->day);
  if (date && s->day && ng_date_last(make(year, s->month, 0)) < date)
    date = make(year, s->month, 0); /* 31 June: some time in June */
  if (date)
    put_date(r, date);
  else if (s->day)
    put(r, "XXXX-%02d-%02d", s->month, s->day);
  else
    put(r, "XXXX-%02d", s->month);
}

/* A weekday: the last up to the article's date, or the next by the tense. */
static void
put_weekday(resolver *r)
{
  const ng_time_said *s = r->said;
  if (!r->anchor->dct) {
    put(r, "XXXX-WXX-%d", s->weekday);
    r->out->grain = NG_GRAIN_DAY;
    return;
  }
  bool chained = s->chained && s->rel && r->anchor->last % 100;
  int32_t days = ng_date_days(chained ? r->anchor->last : r->anchor->dct);
  int32_t back = (weekday_of(days) - s->weekday + 7) % 7;
  int32_t ahead = (7 - back) % 7;
  if (s->rel == -1)
    days -= back ? back : 7;
  else if (s->rel == 1)
    days += ahead ? ahead : 7;
  else if (s->rel == 0)
    days += r->anchor->tense == NG_TENSE_PAST ? -back : ahead;
  else if (r->anchor->tense == NG_TENSE_FUTURE)
    days += ahead;
  else
    days -= back;
  put_date(r, ng_date_from_days(days));
}

/* Which year's quarter: the last that has begun, unless it is to come. */
static void
put_said_quarter(resolver *r, int32_t year)
{
  const ng_time_said *s = r->said;
  ng_date dct = r->anchor->dct;
  if (!year && dct) {
    bool begun = s->quarter * 3 - 2 <= month_of(dct);
    year =
        year_of(dct) - (begun || r->anchor->tense == NG_TENSE_FUTURE ? 0 : 1);
  }
  if (year)
    put_quarter(r, year, s->quarter);
  else
    put(r, "XXXX-Q%d", s->quarter);
}

static void
put_said_season(resolver *r, int32_t year)
{
  static const int8_t first[] = {0, 3, 6, 9, 12};
  const ng_time_said *s = r->said;
  ng_date dct = r->anchor->dct;
  if (!year && !dct) {
    put(r, "XXXX");
    return;
  }
  if (!year) {
    int32_t end = (first[s->season] + 2) % 12;
    year = year_of(dct);
    if (s->rel == -1 && (s->season == NG_WINTER || month_of(dct) <= end))
      year--;
    if (s->rel == 1 && month_of(dct) >= first[s->season])
      year++;
  }
  put_season(r, year, s->season);
}

/* Gregorian Easter, after the anonymous algorithm (Meeus/Jones/Butcher). */
static ng_date
easter(int32_t y)
{
  int32_t a = y % 19, b = y / 100, c = y % 100;
  int32_t g = (8 * b + 13) / 25;
  int32_t h = (19 * a + b - b / 4 - g + 15) % 30;
  int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int32_t m = (a + 11 * h + 22 * l) / 451;
  int32_t n = h + l - 7 * m + 114;
  return make(y, n / 31, n % 31 + 1);
}

static ng_date
holiday_in(unsigned holiday, int32_t year)
{
  switch (holiday) {
  case NG_CHRISTMAS:
    return make(year, 12, 25);
  case NG_CHRISTMAS_EVE:
    return make(year, 12, 24);
  case NG_NEW_YEAR:
    return make(year, 1, 1);
  case NG_NEW_YEAR_EVE:
    return make(year, 12, 31);
  case NG_EASTER:
    return easter(year);
  case NG_HALLOWEEN:
    return make(year, 10, 31);
  default: { /* the fourth Thursday of November */
    int32_t first = weekday_of(ng_date_days(make(year, 11, 1)));
    return make(year, 11, (4 - first + 7) % 7 + 22);
  }
  }
}

static bool
put_holiday(resolver *r, int32_t year)
{
  unsigned holiday = r->said->holiday - 1U;
  if (!year && !r->anchor->dct)
    return false;
  if (!year) {
    year = year_of(r->anchor->dct);
    ng_date day = holiday_in(holiday, year);
    if (r->said->rel == -1 && day >= r->anchor->dct)
      year--;
    else if (r->said->rel == 1 && day <= r->anchor->dct)
      year++;
    else if (r->anchor->tense == NG_TENSE_PAST && day > r->anchor->dct)
      year--;
  }
  put_date(r, holiday_in(holiday, year));
  return true;
}

/* Days from the article's date: yesterday; "that night" of the last date. */
static bool
put_day_shift(resolver *r)
{
  const ng_time_said *s = r->said;
  ng_date from =
      s->chained && r->anchor->last % 100 ? r->anchor->last : r->anchor->dct;
  if (!from)
    return false;
  put_date(r, ng_date_from_days(ng_date_days(from) + s->rel));
  return true;
}

/* The day alone, as a date. */
static bool
put_day(resolver *r)
{
  const ng_time_said *s = r->said;
  int32_t year = said_year(r);
  if (s->deictic)
    return put_day_shift(r);
  if (s->holiday)
    return put_holiday(r, year);
  if (s->period && r->anchor->quarter)
    put_quarter(r, year, (month_of(r->anchor->quarter) + 2) / 3);
  else if (s->decade || s->century)
    put_years(r, s->decade ? NG_GRAIN_DECADE : NG_GRAIN_CENTURY, year);
  else if (s->quarter)
    put_said_quarter(r, year);
  else if (s->half && year)
    put_half(r, year, s->half);
  else if (s->season)
    put_said_season(r, year);
  else if (s->month)
    put_month_day(r, year);
  else if (s->weekday)
    put_weekday(r);
  else if (year)
    put_date(r, make(year, 0, 0));
  else
    return false;
  return true;
}

/* Append a part of the day or a time to the day in `value`. */
static void
add_time(resolver *r)
{
  static const char *const names[] = {"",   "MO",    "AF",   "EV",
                                      "NI", "12:00", "24:00"};
  const ng_time_said *s = r->said;
  size_t len = strlen(r->value);
  char *end = r->value + len;
  size_t room = NG_TIME_VALUE - len;
  r->out->type = NG_TIME_TIME;
  r->out->grain = NG_GRAIN_TIME;
  if (s->hour >= 0)
    (void)snprintf(end, room, "T%02d:%02d", s->hour, s->minute);
  else
    (void)snprintf(end, room, "T%s", names[s->daytime]);
}

static bool
resolve_date(resolver *r)
{
  const ng_time_said *s = r->said;
  bool timed = s->hour >= 0 || s->daytime;
  r->out->type = NG_TIME_DATE;
  if (!put_day(r)) {
    ng_date day = r->anchor->last % 100 ? r->anchor->last : r->anchor->dct;
    if (!timed)
      return false;
    if (day)
      put_date(r, day);
    else
      put(r, "XXXX-XX-XX");
  }
  if (timed)
    add_time(r);
  else if (s->week && r->out->earliest)
    put_week(r, ng_date_days(r->out->earliest), false);
  return true;
}

/* --- how durations are written ---------------------------------------------
 */

/* How a unit is written: its letter, and how many of that it is. */
static const struct {
  char letters[3];
  bool time;
  int16_t times;
} units[] = {
    [NG_UNIT_SECOND] = {"S", true, 1},
    [NG_UNIT_MINUTE] = {"M", true, 1},
    [NG_UNIT_HOUR] = {"H", true, 1},
    [NG_UNIT_DAY] = {"D", false, 1},
    [NG_UNIT_WEEKEND] = {"WE", false, 1},
    [NG_UNIT_WEEK] = {"W", false, 1},
    [NG_UNIT_FORTNIGHT] = {"W", false, 2},
    [NG_UNIT_MONTH] = {"M", false, 1},
    [NG_UNIT_QUARTER] = {"Q", false, 1},
    [NG_UNIT_YEAR] = {"Y", false, 1},
    [NG_UNIT_DECADE] = {"Y", false, 10},
    [NG_UNIT_CENTURY] = {"Y", false, 100},
    [NG_UNIT_MILLENNIUM] = {"Y", false, 1000},
};

static void
put_duration(resolver *r)
{
  const ng_time_said *s = r->said;
  const char *t = units[s->unit].time ? "T" : "";
  int32_t n = s->n * units[s->unit].times;
  if (s->n == NG_N_VAGUE)
    put(r, "P%sX%s", t, units[s->unit].letters);
  else if (s->and_half && units[s->unit].times > 2)
    put(r, "P%dY", (int)(n + units[s->unit].times / 2));
  else if (s->and_half && s->unit == NG_UNIT_YEAR)
    put(r, "P%dY6M", (int)n);
  else if (s->and_half && s->unit == NG_UNIT_HOUR)
    put(r, "PT%dH30M", (int)n);
  else if (s->and_half)
    put(r, "P%s%d.5%s", t, (int)n, units[s->unit].letters);
  else
    put(r, "P%s%d%s", t, (int)n, units[s->unit].letters);
}

/* --- units, shifts -------------------------------------------------------- */

/* Is `date` known well enough to count units from it: days from a day? */
static bool
is_fine(ng_date date, unsigned unit)
{
  if (unit < NG_UNIT_MONTH)
    return date % 100 != 0;
  return date && (unit >= NG_UNIT_YEAR || date / 100 % 100 != 0);
}

static bool
resolve_unit(resolver *r)
{
  const ng_time_said *s = r->said;
  const ng_time_anchor *a = r->anchor;
  ng_date from = a->dct;
  r->out->type = NG_TIME_DATE;
  if (s->unit == NG_UNIT_QUARTER && s->chained && a->quarter)
    from = a->quarter;
  else if (s->chained && a->last)
    from = a->last;
  if (s->unit < NG_UNIT_DAY || !is_fine(from, s->unit))
    return false;
  if (s->latest && !a->quarter)
    return !s->period && put_shifted(r, from, s->unit, -1);
  bool ahead =
      a->tense == NG_TENSE_FUTURE || weekday_of(ng_date_days(from)) > 5;
  if (s->unit == NG_UNIT_WEEKEND && s->rel == 0 && !ahead)
    return put_shifted(r, from, s->unit, -1); /* "over the weekend" */
  return put_shifted(r, from, s->unit, s->rel);
}

/* "two years ago": as fine as the unit, but "a year earlier" than a quarter is
 * a quarter. */
static bool
resolve_shift(resolver *r)
{
  const ng_time_said *s = r->said;
  const ng_time_anchor *a = r->anchor;
  ng_date from = s->chained && a->last ? a->last : a->dct;
  r->out->type = NG_TIME_DATE;
  if (s->unit == NG_UNIT_YEAR && s->n == 1 && a->quarter) {
    put_quarter(r, year_of(a->quarter) + s->rel,
                (month_of(a->quarter) + 2) / 3);
    return true;
  }
  if (s->chained && (s->n == NG_N_VAGUE || !is_fine(from, s->unit))) {
    r->out->type = NG_TIME_DURATION; /* from a time that we do not know */
    put_duration(r);
    return s->n <= 100000;
  }
  if (s->n == NG_N_VAGUE || !from || s->unit < NG_UNIT_DAY || s->and_half) {
    put(r, s->rel < 0 ? "PAST_REF" : "FUTURE_REF");
    return true;
  }
  return put_shifted(r, from, s->unit, s->rel * s->n);
}

/* --- durations, sets ------------------------------------------------------ */

/* The days that "the past two months" and "the next week" span. */
static void
bound_duration(resolver *r)
{
  const ng_time_said *s = r->said;
  ng_date dct = r->anchor->dct;
  ng_time scratch = *r->out;
  char value[NG_TIME_VALUE];
  resolver other = {s, r->anchor, &scratch, value};
  if (!dct || s->n < 1 || s->chained || (s->rel != -1 && s->rel != 1) ||
      s->unit < NG_UNIT_DAY ||
      !put_shifted(&other, dct, s->unit, s->rel * s->n))
    return;
  r->out->earliest = s->rel < 0 ? scratch.earliest : dct;
  r->out->latest = s->rel < 0 ? dct : scratch.latest;
}

static bool
resolve_duration(resolver *r)
{
  const ng_time_said *s = r->said;
  r->out->type = NG_TIME_DURATION;
  put_duration(r);
  bound_duration(r);
  return s->n <= 100000;
}

static bool
resolve_set(resolver *r)
{
  const ng_time_said *s = r->said;
  static const char *const times[] = {"",    "TMO",    "TAF",   "TEV",
                                      "TNI", "T12:00", "T24:00"};
  r->out->type = NG_TIME_SET;
  if (s->weekday)
    put(r, "XXXX-WXX-%d%s", s->weekday, times[s->daytime]);
  else
    put_duration(r);
  return true;
}

static bool
resolve(resolver *r)
{
  static const char *const refs[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  switch (r->said->says) {
  case NG_SAYS_DATE:
    return resolve_date(r);
  case NG_SAYS_UNIT:
    return resolve_unit(r);
  case NG_SAYS_SHIFT:
    return resolve_shift(r);
  case NG_SAYS_DURATION:
    return resolve_duration(r);
  case NG_SAYS_SET:
    return resolve_set(r);
  case NG_SAYS_REF:
    r->out->type = NG_TIME_DATE;
    put(r, "%s", refs[r->said->ref]);
    return true;
  default:
    return false;
  }
}

bool
ng_time_resolve(const ng_time_said *said, const ng_time_anchor *anchor,
                ng_time *out, char value[NG_TIME_VALUE])
{
  enum { LAST_DAY = 99991231 };
  resolver r = {said, anchor, out, value};
  value[0] = '\0';
  out->mod = said->mod;
  /* "a thousand centuries ago" is outside our calendar: no time of ours */
  return resolve(&r) && value[0] && out->earliest <= LAST_DAY &&
         out->latest <= LAST_DAY && (!out->earliest == !out->latest);
}
