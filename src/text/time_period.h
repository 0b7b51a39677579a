/* time_period.h - periods of the calendar: how they are written as TimeML has
 * them, and their first and last day. */
#ifndef NG_TIME_PERIOD_H
#define NG_TIME_PERIOD_H

#include "text/time.h"

typedef struct {
  const ng_time_said *said;
  const ng_time_anchor *anchor;
  ng_time *out;
  char *value;
} ng_time_resolver;

static inline int32_t
ng_year_of(ng_date d)
{
  return (int32_t)(d / 10000);
}

static inline int32_t
ng_month_of(ng_date d)
{
  return (int32_t)(d / 100 % 100);
}

static inline ng_date
ng_date_make(int32_t year, int32_t month, int32_t day)
{
  if (year < 1 || year > 9999)
    return 0;
  return (ng_date)(year * 10000 + month * 100 + day);
}

/* 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
static inline int32_t
ng_weekday_of(int32_t days)
{
  int32_t w = (days + 3) % 7;
  return (w < 0 ? w + 7 : w) + 1;
}

/* Write a value. */
__attribute__((format(printf, 2, 3))) void ng_put_value(ng_time_resolver *r,
                                                        const char *fmt, ...);

/* Write a period's value, and set grain and bounds. */
void ng_put_date(ng_time_resolver *r, ng_date date); /* as fine as `date` */
void ng_put_week(ng_time_resolver *r, int32_t days, bool weekend);
void ng_put_quarter(ng_time_resolver *r, int32_t year, int32_t quarter);
void ng_put_half(ng_time_resolver *r, int32_t year, int32_t half);
void ng_put_season(ng_time_resolver *r, int32_t year, int32_t season);
void ng_put_years(ng_time_resolver *r, ng_time_grain grain, int32_t year);

/* The period of `unit` that lies `n` units from `from`; false if there is none.
 */
bool ng_put_shifted(ng_time_resolver *r, ng_date from, unsigned unit,
                    int32_t n);

/* Write the duration that r->said says: "P2M", "PT2H", "PXW". */
void ng_put_duration(ng_time_resolver *r);

/* The day of a holiday (ng_holiday) in a year. */
ng_date ng_holiday_in(unsigned holiday, int32_t year);

#endif /* NG_TIME_PERIOD_H */
