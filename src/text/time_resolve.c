/* time_resolve.c - what an expression means, given when the article appeared.
 *
 * A value is as coarse as what was said: "last month" is a month.  What cannot
 * be known without a date of the article stays open: XXXX.
 */
#include "core/str.h"
#include "text/time_period.h"

#include <stdio.h>

/* --- dates ---------------------------------------------------------------- */

enum { NEAR = 62, STALE = 7 }; /* days */

/* The year in which a month (and day) lies nearest to the article, and how many
 * days away in *away. */
static int32_t
nearest_year(ng_date dct, int32_t month, int32_t day, int32_t *away)
{
  int32_t best = 0, middle = ng_date_days(dct);
  *away = INT32_MAX;
  for (int32_t y = ng_year_of(dct) - 1; y <= ng_year_of(dct) + 1; y++) {
    int32_t n = ng_date_days(ng_date_make(y, month, day ? day : 15)) - middle;
    n = n < 0 ? -n : n;
    if (n < *away) {
      *away = n;
      best = y;
    }
  }
  return best;
}

/* "Friday, June 5": is that the day? */
static bool
is_weekday(const ng_time_said *s, ng_date date)
{
  return s->weekday && ng_weekday_of(ng_date_days(date)) == s->weekday;
}

/* The year of a month (and day) without one: by "last" or "next", by the tense,
 * else the nearest.  A day within two months is meant whatever the tense: "the
 * July 12 talks"; but what "will" happen "on January 5" has not yet. */
static int32_t
guess_year(const ng_time_resolver *r, int32_t month, int32_t day)
{
  const ng_time_said *s = r->said;
  ng_date dct = r->anchor->dct;
  int32_t year = ng_year_of(dct), today = (int32_t)(dct % 10000), away;
  int32_t said = month * 100 + (day ? day : today % 100);
  int32_t nearest = nearest_year(dct, month, day, &away);
  if (s->rel == -1)
    return said < today ? year : year - 1;
  if (s->rel == 1)
    return said > today ? year : year + 1;
  if (s->rel == 0)
    return year;
  if (r->anchor->promised && day && said < today && away > STALE &&
      !is_weekday(s, ng_date_make(year, month, day)))
    return year + 1;
  if ((day && away <= NEAR) || r->anchor->tense == NG_TENSE_NONE)
    return nearest;
  if (r->anchor->tense == NG_TENSE_FUTURE)
    return said < today ? year + 1 : year;
  return said > today ? year - 1 : year;
}

/* The year that is said, or that "of last year" means; 0 if none. */
static int32_t
said_year(const ng_time_resolver *r)
{
  if (r->said->year || r->said->year_rel == NG_REL_NONE || !r->anchor->dct)
    return r->said->year;
  return ng_year_of(r->anchor->dct) + r->said->year_rel;
}

static void
put_month_day(ng_time_resolver *r, int32_t year)
{
  const ng_time_said *s = r->said;
  if (!year && r->anchor->dct)
    year = guess_year(r, s->month, s->day);
  ng_date date = ng_date_make(year, s->month, s->day);
  if (date && s->day && ng_date_last(ng_date_make(year, s->month, 0)) < date)
    date = ng_date_make(year, s->month, 0); /* 31 June: some time in June */
  if (date)
    ng_put_date(r, date);
  else if (s->day)
    ng_put_value(r, "XXXX-%02d-%02d", s->month, s->day);
  else
    ng_put_value(r, "XXXX-%02d", s->month);
}

/* A weekday: the last up to the article's date, or the next by the tense. */
static void
put_weekday(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  if (!r->anchor->dct) {
    ng_put_value(r, "XXXX-WXX-%d", s->weekday);
    r->out->grain = NG_GRAIN_DAY;
    return;
  }
  bool chained = s->chained && s->rel && r->anchor->last % 100;
  int32_t days = ng_date_days(chained ? r->anchor->last : r->anchor->dct);
  int32_t back = (ng_weekday_of(days) - s->weekday + 7) % 7;
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
  ng_put_date(r, ng_date_from_days(days));
}

/* Which year's quarter: the last that has begun, unless it is to come. */
static void
put_said_quarter(ng_time_resolver *r, int32_t year)
{
  const ng_time_said *s = r->said;
  ng_date dct = r->anchor->dct;
  if (!year && dct) {
    bool begun = s->quarter * 3 - 2 <= ng_month_of(dct);
    year = ng_year_of(dct) -
           (begun || r->anchor->tense == NG_TENSE_FUTURE ? 0 : 1);
  }
  if (year)
    ng_put_quarter(r, year, s->quarter);
  else
    ng_put_value(r, "XXXX-Q%d", s->quarter);
}

static void
put_said_season(ng_time_resolver *r, int32_t year)
{
  static const int8_t first[] = {0, 3, 6, 9, 12};
  const ng_time_said *s = r->said;
  ng_date dct = r->anchor->dct;
  if (!year && !dct) {
    ng_put_value(r, "XXXX");
    return;
  }
  if (!year) {
    int32_t end = (first[s->season] + 2) % 12;
    year = ng_year_of(dct);
    if (s->rel == -1 && (s->season == NG_WINTER || ng_month_of(dct) <= end))
      year--;
    if (s->rel == 1 && ng_month_of(dct) >= first[s->season])
      year++;
  }
  ng_put_season(r, year, s->season);
}

static bool
put_holiday(ng_time_resolver *r, int32_t year)
{
  unsigned holiday = r->said->holiday - 1U;
  if (!year && !r->anchor->dct)
    return false;
  if (!year) {
    year = ng_year_of(r->anchor->dct);
    ng_date day = ng_holiday_in(holiday, year);
    bool past = r->said->rel == -1 || r->anchor->tense == NG_TENSE_PAST;
    if (r->said->rel == 1)
      year += day <= r->anchor->dct;
    else if (past && day > r->anchor->dct)
      year--;
  }
  ng_put_date(r, ng_holiday_in(holiday, year));
  return true;
}

/* Days from the article's date: yesterday; "that night" of the last date. */
static bool
put_day_shift(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  ng_date from =
      s->chained && r->anchor->last % 100 ? r->anchor->last : r->anchor->dct;
  if (!from)
    return false;
  ng_put_date(r, ng_date_from_days(ng_date_days(from) + s->rel));
  return true;
}

/* The day alone, as a date. */
static bool
put_day(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  int32_t year = said_year(r);
  if (s->deictic)
    return put_day_shift(r);
  if (s->holiday)
    return put_holiday(r, year);
  if (s->period && r->anchor->quarter)
    ng_put_quarter(r, year, (ng_month_of(r->anchor->quarter) + 2) / 3);
  else if (s->decade || s->century)
    ng_put_years(r, s->decade ? NG_GRAIN_DECADE : NG_GRAIN_CENTURY, year);
  else if (s->quarter)
    put_said_quarter(r, year);
  else if (s->half && year)
    ng_put_half(r, year, s->half);
  else if (s->season)
    put_said_season(r, year);
  else if (s->month)
    put_month_day(r, year);
  else if (s->weekday)
    put_weekday(r);
  else if (year)
    ng_put_date(r, ng_date_make(year, 0, 0));
  else
    return false;
  return true;
}

/* Append a part of the day or a time to the day in `value`. */
static void
add_time(ng_time_resolver *r)
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

/* The day that a range ends on; it begins on the day in `out`. */
static void
add_last_day(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  ng_date first = r->out->earliest;
  if (r->out->grain != NG_GRAIN_DAY || !first)
    return;
  int32_t year = ng_year_of(first) + (s->last_month < ng_month_of(first));
  ng_date last = ng_date_make(year, s->last_month, s->last_day);
  ng_date end = ng_date_last(ng_date_make(year, s->last_month, 0));
  if (last <= first || last > end)
    return; /* "June 30-31": but its first day is sure */
  r->out->latest = last;
  size_t len = strlen(r->value);
  (void)snprintf(r->value + len, NG_TIME_VALUE - len, "/%04d-%02d-%02d", year,
                 s->last_month, s->last_day);
}

/* So many days from the day in `out`; false if that is none. */
static bool
shift_day(ng_time_resolver *r)
{
  if (r->out->grain != NG_GRAIN_DAY || !r->out->earliest)
    return false;
  int32_t days = ng_date_days(r->out->earliest) + r->said->plus;
  ng_put_date(r, ng_date_from_days(days));
  return true;
}

static bool
resolve_date(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  bool timed = s->hour >= 0 || s->daytime;
  r->out->type = NG_TIME_DATE;
  if (!put_day(r)) {
    ng_date day = r->anchor->last % 100 ? r->anchor->last : r->anchor->dct;
    if (!timed)
      return false;
    if (day)
      ng_put_date(r, day);
    else
      ng_put_value(r, "XXXX-XX-XX");
  }
  if (s->plus)
    return shift_day(r);
  if (s->last_day && !timed)
    add_last_day(r);
  if (timed)
    add_time(r);
  else if (s->week && r->out->earliest)
    ng_put_week(r, ng_date_days(r->out->earliest), false);
  return true;
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
resolve_unit(ng_time_resolver *r)
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
    return !s->period && ng_put_shifted(r, from, s->unit, -1);
  bool ahead =
      a->tense == NG_TENSE_FUTURE || ng_weekday_of(ng_date_days(from)) > 5;
  if (s->unit == NG_UNIT_WEEKEND && s->rel == 0 && !ahead)
    return ng_put_shifted(r, from, s->unit, -1); /* "over the weekend" */
  return ng_put_shifted(r, from, s->unit, s->rel);
}

/* "two years ago": as fine as the unit, but "a year earlier" than a quarter is
 * a quarter. */
static bool
resolve_shift(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  const ng_time_anchor *a = r->anchor;
  ng_date from = s->chained && a->last ? a->last : a->dct;
  r->out->type = NG_TIME_DATE;
  if (s->unit == NG_UNIT_YEAR && s->n == 1 && a->quarter) {
    ng_put_quarter(r, ng_year_of(a->quarter) + s->rel,
                   (ng_month_of(a->quarter) + 2) / 3);
    return true;
  }
  if (s->chained && (s->n == NG_N_VAGUE || !is_fine(from, s->unit))) {
    r->out->type = NG_TIME_DURATION; /* from a time that we do not know */
    ng_put_duration(r);
    return s->n <= 100000;
  }
  if (s->n == NG_N_VAGUE || !from || s->unit < NG_UNIT_DAY || s->and_half) {
    ng_put_value(r, s->rel < 0 ? "PAST_REF" : "FUTURE_REF");
    return true;
  }
  return ng_put_shifted(r, from, s->unit, s->rel * s->n);
}

/* --- durations, sets ------------------------------------------------------ */

/* The days that "the past two months" and "the next week" span. */
static void
bound_duration(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  ng_date dct = r->anchor->dct;
  ng_time scratch = *r->out;
  char value[NG_TIME_VALUE];
  ng_time_resolver other = {s, r->anchor, &scratch, value};
  if (!dct || s->n < 1 || s->chained || (s->rel != -1 && s->rel != 1) ||
      s->unit < NG_UNIT_DAY ||
      !ng_put_shifted(&other, dct, s->unit, s->rel * s->n))
    return;
  r->out->earliest = s->rel < 0 ? scratch.earliest : dct;
  r->out->latest = s->rel < 0 ? dct : scratch.latest;
}

static bool
resolve_duration(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  r->out->type = NG_TIME_DURATION;
  ng_put_duration(r);
  bound_duration(r);
  return s->n <= 100000;
}

static bool
resolve_set(ng_time_resolver *r)
{
  const ng_time_said *s = r->said;
  static const char *const times[] = {"",    "TMO",    "TAF",   "TEV",
                                      "TNI", "T12:00", "T24:00"};
  r->out->type = NG_TIME_SET;
  if (s->weekday)
    ng_put_value(r, "XXXX-WXX-%d%s", s->weekday, times[s->daytime]);
  else
    ng_put_duration(r);
  return true;
}

static bool
resolve(ng_time_resolver *r)
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
    ng_put_value(r, "%s", refs[r->said->ref]);
    return true;
  default:
    return false;
  }
}

bool
ng_time_resolve(const ng_time_said *said, const ng_time_anchor *anchor,
                ng_time *out, char value[NG_TIME_VALUE])
{
  enum { FIRST_DAY = 10101, LAST_DAY = 99991231 };
  ng_time_resolver r = {said, anchor, out, value};
  value[0] = '\0';
  out->mod = said->mod;
  /* "a thousand centuries ago" is outside our calendar: no time of ours */
  return resolve(&r) && value[0] && out->earliest <= LAST_DAY &&
         out->latest <= LAST_DAY &&
         (!out->earliest || out->earliest >= FIRST_DAY) &&
         (!out->earliest == !out->latest);
}
