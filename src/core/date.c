#include "core/date.h"

#include <stdint.h>
#include <stdio.h>
#include <strings.h>

static bool
is_leap(uint32_t year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static uint32_t
month_days(uint32_t year, uint32_t month)
{
  static const uint8_t days[] = {31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};
  /* % 12: a damaged file may say month 75; any answer will do */
  return days[(month - 1) % 12] + (month == 2 && is_leap(year) ? 1U : 0U);
}

/* The number that `n` digits at the start of `s` make, or 0. */
static uint32_t
digits(ng_str s, size_t from, size_t n)
{
  uint32_t value = 0;
  if (s.len < from + n)
    return 0;
  for (size_t i = from; i < from + n; i++) {
    if (s.at[i] < '0' || s.at[i] > '9')
      return 0;
    value = value * 10 + (uint32_t)(s.at[i] - '0');
  }
  return value;
}

size_t
ng_date_parse(ng_str s, ng_date *out)
{
  *out = 0;
  uint32_t year = digits(s, 0, 4);
  if (!year)
    return 0;
  *out = year * 10000;
  uint32_t month = s.len > 4 && s.at[4] == '-' ? digits(s, 5, 2) : 0;
  if (month < 1 || month > 12)
    return 4;
  *out += month * 100;
  uint32_t day = s.len > 7 && s.at[7] == '-' ? digits(s, 8, 2) : 0;
  if (day < 1 || day > month_days(year, month))
    return 7;
  *out += day;
  return 10;
}

bool
ng_date_read_day(ng_str s, ng_date *out)
{
  enum { DAY = 10 };
  while (s.len && (unsigned char)*s.at <= ' ')
    s = ng_str_slice(s, 1, s.len);
  if (ng_date_parse(s, out) != DAY)
    return false;
  return s.len == DAY || (unsigned char)s.at[DAY] <= ' ' ||
         strchr("TZ+-", s.at[DAY]) != NULL;
}

static bool
is_day(uint32_t year, uint32_t month, uint32_t day)
{
  return year && month >= 1 && month <= 12 && day >= 1 &&
         day <= month_days(year, month);
}

/* Does the date end at `i`: with the text, or a time behind it? */
static bool
ends_at(ng_str s, size_t i)
{
  return i == s.len || strchr("T ,", s.at[i]) != NULL;
}

/* "20200712" or "2020/07/12", and a time or nothing behind it. */
static bool
read_basic(ng_str s, ng_date *out)
{
  enum { DAY = 8, SLASHED = 10 };
  bool slashed = s.len >= SLASHED && s.at[4] == '/' && s.at[7] == '/';
  *out = slashed
             ? digits(s, 0, 4) * 10000 + digits(s, 5, 2) * 100 + digits(s, 8, 2)
             : digits(s, 0, DAY);
  return s.len >= DAY && ends_at(s, slashed ? SLASHED : DAY) &&
         is_day(*out / 10000, *out / 100 % 100, *out % 100);
}

static bool
is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* How many letters at `i` begin one of `names`, which stand between spaces, in
 * three letters at least; and which it is, from 1. */
static size_t
name_at(ng_str s, size_t i, const char *names, uint32_t *which)
{
  size_t n = 0;
  while (i + n < s.len && is_letter(s.at[i + n]))
    n++;
  *which = 0;
  for (const char *name = names + 1; n >= 3 && *name; name++) {
    size_t len = strcspn(name, " ");
    ++*which;
    if (n <= len && strncasecmp(s.at + i, name, n) == 0)
      return n;
    name += len;
  }
  return 0;
}

/* A day of one or two digits at `*i`, perhaps with "th" behind it; or 0. */
static uint32_t
day_at(ng_str s, size_t *i)
{
  static const char ends[] = "stndrdth";
  size_t n = 0;
  while (n < 2 && *i + n < s.len && s.at[*i + n] >= '0' && s.at[*i + n] <= '9')
    n++;
  uint32_t day = n ? digits(s, *i, n) : 0;
  *i += n;
  for (size_t k = 0; day && k < 8 && *i + 2 <= s.len; k += 2)
    if (strncasecmp(s.at + *i, ends + k, 2) == 0) {
      *i += 2;
      break;
    }
  return day;
}

static size_t
skip_marks(ng_str s, size_t i)
{
  while (i < s.len && strchr(" ,.-", s.at[i]) != NULL)
    i++;
  return i;
}

/* "Sun, 12 Jul 2020", "July 12, 2020", "12-Jul-2020"; with or without the day
 * of the week before it, a time behind it. */
static bool
read_named(ng_str s, ng_date *out)
{
  static const char days[] =
      " monday tuesday wednesday thursday friday saturday sunday ";
  static const char months[] = " january february march april may june july "
                               "august september october november december ";
  uint32_t month, which;
  size_t i = skip_marks(s, name_at(s, 0, days, &which));
  size_t n = name_at(s, i, months, &month);
  bool first = n > 0;
  i = skip_marks(s, i + n);
  uint32_t day = day_at(s, &i);
  i = skip_marks(s, i);
  if (!first) {
    n = name_at(s, i, months, &month);
    i = skip_marks(s, i + n);
  }
  uint32_t year = digits(s, i, 4);
  *out = year * 10000 + month * 100 + day;
  return n && is_day(year, month, day) && ends_at(s, i + 4);
}

bool
ng_date_read_published(ng_str s, ng_date *out)
{
  if (ng_date_read_day(s, out))
    return true;
  while (s.len && (unsigned char)*s.at <= ' ')
    s = ng_str_slice(s, 1, s.len);
  while (s.len && (unsigned char)s.at[s.len - 1] <= ' ')
    s.len--;
  return read_basic(s, out) || read_named(s, out);
}

size_t
ng_date_text(ng_date date, char out[NG_DATE_TEXT])
{
  unsigned year = date / 10000 % 10000, month = date / 100 % 100,
           day = date % 100;
  int n = 0;
  out[0] = '\0';
  if (date && !month)
    n = snprintf(out, NG_DATE_TEXT, "%04u", year);
  else if (date && !day)
    n = snprintf(out, NG_DATE_TEXT, "%04u-%02u", year, month);
  else if (date)
    n = snprintf(out, NG_DATE_TEXT, "%04u-%02u-%02u", year, month, day);
  return n > 0 ? (size_t)n : 0;
}

ng_date
ng_date_first(ng_date date)
{
  if (date && date / 100 % 100 == 0)
    date += 100;
  if (date && date % 100 == 0)
    date += 1;
  return date;
}

ng_date
ng_date_last(ng_date date)
{
  if (date && date / 100 % 100 == 0)
    date += 1200;
  if (date && date % 100 == 0)
    date += month_days(date / 10000, date / 100 % 100);
  return date;
}

/* Howard Hinnant, "chrono-compatible low-level date algorithms",
 * days_from_civil and civil_from_days. */
int32_t
ng_date_days(ng_date date)
{
  date = ng_date_first(date);
  int32_t m = (int32_t)(date / 100 % 100), d = (int32_t)(date % 100);
  int32_t y = (int32_t)(date / 10000) - (m <= 2);
  int32_t era = y / 400, of_era = y - era * 400;
  int32_t of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
         719468;
}

ng_date
ng_date_from_days(int32_t days)
{
  int32_t z = days + 719468;
  int32_t era = z / 146097, doe = z - era * 146097;
  int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int32_t mp = (5 * doy + 2) / 153;
  int32_t d = doy - (153 * mp + 2) / 5 + 1, m = mp < 10 ? mp + 3 : mp - 9;
  int32_t y = yoe + era * 400 + (m <= 2);
  return (ng_date)(y * 10000 + m * 100 + d);
}
