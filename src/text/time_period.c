#include "text/time_period.h"
#include "core/str.h"

#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 2, 3))) void
ng_put_value(ng_time_resolver *r, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(r->value, NG_TIME_VALUE, fmt, args);
  va_end(args);
}

/* --- periods: value and bounds -------------------------------------------- */

static void
set_bounds(ng_time_resolver *r, ng_time_grain grain, ng_date first,
           ng_date last)
{
  r->out->grain = (uint8_t)grain;
  r->out->earliest = first;
  r->out->latest = last;
}

/* A date as fine as `date` is. */
void
ng_put_date(ng_time_resolver *r, ng_date date)
{
  char text[NG_DATE_TEXT];
  (void)ng_date_text(date, text);
  ng_put_value(r, "%s", text);
  ng_time_grain grain = date % 100         ? NG_GRAIN_DAY
                        : date / 100 % 100 ? NG_GRAIN_MONTH
                                           : NG_GRAIN_YEAR;
  set_bounds(r, grain, ng_date_first(date), ng_date_last(date));
}

/* The ISO 8601 week of a day, or its weekend. */
void
ng_put_week(ng_time_resolver *r, int32_t days, bool weekend)
{
  int32_t monday = days - ng_weekday_of(days) + 1;
  ng_date thursday = ng_date_from_days(monday + 3);
  int32_t year = ng_year_of(thursday);
  int32_t week = (monday + 3 - ng_date_days(ng_date_make(year, 1, 1))) / 7 + 1;
  ng_put_value(r, "%04d-W%02d%s", (int)year, (int)week, weekend ? "-WE" : "");
  set_bounds(r, weekend ? NG_GRAIN_WEEKEND : NG_GRAIN_WEEK,
             ng_date_from_days(weekend ? monday + 5 : monday),
             ng_date_from_days(monday + 6));
}

/* `months` months from `first` on: a quarter, a season. */
static void
put_months(ng_time_resolver *r, ng_time_grain grain, ng_date first,
           int32_t months)
{
  int32_t m = ng_month_of(first) - 1 + months - 1;
  ng_date last = ng_date_make(ng_year_of(first) + m / 12, m % 12 + 1, 0);
  set_bounds(r, grain, ng_date_first(first), ng_date_last(last));
}

void
ng_put_quarter(ng_time_resolver *r, int32_t year, int32_t quarter)
{
  ng_put_value(r, "%04d-Q%d", (int)year, (int)quarter);
  put_months(r, NG_GRAIN_QUARTER, ng_date_make(year, quarter * 3 - 2, 0), 3);
}

void
ng_put_half(ng_time_resolver *r, int32_t year, int32_t half)
{
  ng_put_value(r, "%04d-H%d", (int)year, (int)half);
  put_months(r, NG_GRAIN_HALF, ng_date_make(year, half * 6 - 5, 0), 6);
}

/* The winter of 1998 is the one that begins in December 1998 or ended in its
 * spring: the text does not say which, so both are within the bounds. */
void
ng_put_season(ng_time_resolver *r, int32_t year, int32_t season)
{
  static const char *const names[] = {"", "SP", "SU", "FA", "WI"};
  static const int8_t first[] = {0, 3, 6, 9, 1};
  ng_put_value(r, "%04d-%s", (int)year, names[season]);
  if (season == NG_WINTER)
    set_bounds(r, NG_GRAIN_SEASON, ng_date_make(year, 1, 1),
               ng_date_make(year + 1, 3, 31));
  else
    put_months(r, NG_GRAIN_SEASON, ng_date_make(year, first[season], 0), 3);
}

void
ng_put_years(ng_time_resolver *r, ng_time_grain grain, int32_t year)
{
  bool decade = grain == NG_GRAIN_DECADE;
  ng_put_value(r, decade ? "%03d" : "%02d",
               (int)(decade ? year / 10 : year / 100));
  set_bounds(r, grain, ng_date_make(year, 1, 1),
             ng_date_make(year + (decade ? 9 : 99), 12, 31));
}

/* --- shifting ------------------------------------------------------------- */

static ng_date
add_months(ng_date date, int32_t n)
{
  int32_t m = ng_year_of(date) * 12 + ng_month_of(date) - 1 + n;
  return m < 12 || m >= 9999 * 12 ? 0 : ng_date_make(m / 12, m % 12 + 1, 0);
}

/* How many days are n units, roughly; for units of days and weeks exactly. */
static int32_t
unit_days(unsigned unit)
{
  return unit == NG_UNIT_FORTNIGHT ? 14 : unit >= NG_UNIT_WEEKEND ? 7 : 1;
}

/* The period of `unit` that lies `n` units from `from`. */
bool
ng_put_shifted(ng_time_resolver *r, ng_date from, unsigned unit, int32_t n)
{
  if (n > 9999 || n < -9999)
    return false;
  int32_t days = ng_date_days(from), year = ng_year_of(from);
  switch (unit) {
  case NG_UNIT_DAY:
    ng_put_date(r, ng_date_from_days(days + n));
    return true;
  case NG_UNIT_WEEKEND:
  case NG_UNIT_WEEK:
  case NG_UNIT_FORTNIGHT:
    ng_put_week(r, days + n * unit_days(unit), unit == NG_UNIT_WEEKEND);
    return true;
  case NG_UNIT_MONTH:
    ng_put_date(r, add_months(ng_date_first(from), n));
    return true;
  case NG_UNIT_QUARTER: {
    ng_date at = add_months(ng_date_first(from), 3 * n);
    ng_put_quarter(r, ng_year_of(at), (ng_month_of(at) + 2) / 3);
    return true;
  }
  case NG_UNIT_YEAR:
    ng_put_date(r, ng_date_make(year + n, 0, 0));
    return year + n > 0;
  case NG_UNIT_DECADE:
    ng_put_years(r, NG_GRAIN_DECADE, (year / 10 + n) * 10);
    return year / 10 + n > 0;
  case NG_UNIT_CENTURY:
    ng_put_years(r, NG_GRAIN_CENTURY, (year / 100 + n) * 100);
    return year / 100 + n > 0;
  default:
    return false;
  }
}

/* --- holidays ---------------------------------------------------------------
 */

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
  return ng_date_make(y, n / 31, n % 31 + 1);
}

ng_date
ng_holiday_in(unsigned holiday, int32_t year)
{
  switch (holiday) {
  case NG_CHRISTMAS:
    return ng_date_make(year, 12, 25);
  case NG_CHRISTMAS_EVE:
    return ng_date_make(year, 12, 24);
  case NG_NEW_YEAR:
    return ng_date_make(year, 1, 1);
  case NG_NEW_YEAR_EVE:
    return ng_date_make(year, 12, 31);
  case NG_EASTER:
    return easter(year);
  case NG_HALLOWEEN:
    return ng_date_make(year, 10, 31);
  default: { /* the fourth Thursday of November */
    int32_t first = ng_weekday_of(ng_date_days(ng_date_make(year, 11, 1)));
    return ng_date_make(year, 11, (4 - first + 7) % 7 + 22);
  }
  }
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

void
ng_put_duration(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  const char *t = units[s->unit].time ? "T" : "";
  int32_t n = s->n * units[s->unit].times;
  if (s->n == NG_N_VAGUE)
    ng_put_value(r, "P%sX%s", t, units[s->unit].letters);
  else if (s->and_half && units[s->unit].times > 2)
    ng_put_value(r, "P%dY", (int)(n + units[s->unit].times / 2));
  else if (s->and_half && s->unit == NG_UNIT_YEAR)
    ng_put_value(r, "P%dY6M", (int)n);
  else if (s->and_half && s->unit == NG_UNIT_HOUR)
    ng_put_value(r, "PT%dH30M", (int)n);
  else if (s->and_half)
    ng_put_value(r, "P%s%d.5%s", t, (int)n, units[s->unit].letters);
  else
    ng_put_value(r, "P%s%d%s", t, (int)n, units[s->unit].letters);
}
