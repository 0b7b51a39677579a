/* date.h - a calendar date that may be known only to the month or year. */
#ifndef NG_DATE_H
#define NG_DATE_H

#include "core/str.h"

/* YYYYMMDD as a number, so that dates compare as numbers; month or day 00 where
 * unknown (20180000: some time in 2018); 0: no date. Years 1 to 9999. */
typedef uint32_t ng_date;

/* Read "YYYY", "YYYY-MM" or "YYYY-MM-DD" at the start of `s`; how many bytes
 * were read, 0 if there is no valid date. */
size_t ng_date_parse(ng_str s, ng_date *out);

/* Read a day as articles give theirs: "YYYY-MM-DD", with white space around it
 * or a time behind it ("T10:00:00Z", " 10:00"); false if it is none. */
bool ng_date_read_day(ng_str s, ng_date *out);

/* The same, also as feeds and pages give it: "Sun, 12 Jul 2020 10:00:00 GMT"
 * (RFC 5322), "20200712T100000Z" (ISO 8601, basic format), "July 12, 2020",
 * "2020/07/12".  No order of day and month is guessed. */
bool ng_date_read_published(ng_str s, ng_date *out);

/* Write the date as "YYYY", "YYYY-MM" or "YYYY-MM-DD" with a final NUL; its
 * length.  No date writes nothing. */
enum { NG_DATE_TEXT = 11 };
size_t ng_date_text(ng_date date, char out[NG_DATE_TEXT]);

/* The first and the last day that `date` may mean: 20180000 gives 20180101 and
 * 20181231. */
ng_date ng_date_first(ng_date date);
ng_date ng_date_last(ng_date date);

/* Days from 1970-01-01 to the first day of `date`, and back. */
int32_t ng_date_days(ng_date date);
ng_date ng_date_from_days(int32_t days);

#endif /* NG_DATE_H */
