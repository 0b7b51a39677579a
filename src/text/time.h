/* time.h - dates and times: what the files of the time stage share.
 *
 *   time_lex.c      words to items: class and value, looked up
 *   time_rules.c    items to an expression: which words, what they say
 *   time_resolve.c  expression to TimeML value and bounds, by the article's
 * date time_cue.c      what the words around it say: tense, "since", "until"
 *   time.c          the stage: a window of items around each word that can be
 *                   the core of an expression
 *
 * Values follow TimeML's TIMEX3 (ISO 8601 with seasons, parts of the day and
 * references such as PRESENT_REF), as in TempEval-3.
 */
#ifndef NG_TIME_H
#define NG_TIME_H

#include "doc.h"

/* --- items ---------------------------------------------------------------- */

typedef enum {
  NG_TW_NONE,
  NG_TW_NUMBER,  /* value: the number; NG_TW_HALF adds to it */
  NG_TW_ORDINAL, /* value: 1 to 100 */
  NG_TW_MONTH,   /* 1 to 12 */
  NG_TW_WEEKDAY, /* 1 to 7, Monday first, as in ISO 8601 */
  NG_TW_UNIT,    /* ng_time_unit */
  NG_TW_DAYTIME, /* ng_daytime: morning ... */
  NG_TW_SEASON,  /* ng_season */
  NG_TW_DECADE,  /* 1990s: its first year; 90s: 90 */
  NG_TW_DEICTIC, /* -1, 0, 1: yesterday, today, tomorrow */
  NG_TW_REF,     /* ng_time_ref: now, recently */
  NG_TW_FREQ,    /* ng_time_unit: daily, weekly ... */
  NG_TW_HOLIDAY, /* ng_holiday */
  NG_TW_DATE,    /* a whole date in one token; value YYYYMMDD */
  NG_TW_CLOCK,   /* 10:30; value HHMM */
  NG_TW_AMPM,    /* 0 or 12 */
  NG_TW_ZONE,
  NG_TW_REL,    /* -1, 0, 1: last, this, next */
  NG_TW_MOD,    /* ng_time_mod: early, late, mid */
  NG_TW_EDGE,   /* ng_time_mod: end, beginning, middle, before "of" */
  NG_TW_APPROX, /* about, nearly, over */
  NG_TW_QUANT,  /* several, few, couple; value: number, 0 if vague */
  NG_TW_EVERY,  /* every, each, per */
  NG_TW_SHIFT,  /* -1 ago, earlier, before; 1 later, hence */
  NG_TW_ARTICLE,
  NG_TW_FISCAL,
  NG_TW_HALF,
  NG_TW_MORE, /* more, additional, straight, full: between number and unit */
  NG_TW_WORD, /* a word that rules ask for; value: ng_time_word */
} ng_time_class;

typedef enum {
  NG_UNIT_SECOND,
  NG_UNIT_MINUTE,
  NG_UNIT_HOUR,
  NG_UNIT_DAY,
  NG_UNIT_WEEKEND,
  NG_UNIT_WEEK,
  NG_UNIT_FORTNIGHT,
  NG_UNIT_MONTH,
  NG_UNIT_QUARTER,
  NG_UNIT_YEAR,
  NG_UNIT_DECADE,
  NG_UNIT_CENTURY,
  NG_UNIT_MILLENNIUM,
} ng_time_unit;

typedef enum {
  NG_DAYTIME_NONE,
  NG_DAYTIME_MORNING,
  NG_DAYTIME_AFTERNOON,
  NG_DAYTIME_EVENING,
  NG_DAYTIME_NIGHT,
  NG_DAYTIME_NOON,
  NG_DAYTIME_MIDNIGHT,
} ng_daytime;

typedef enum {
  NG_SEASON_NONE,
  NG_SPRING,
  NG_SUMMER,
  NG_AUTUMN,
  NG_WINTER
} ng_season;

typedef enum { NG_REF_PAST, NG_REF_PRESENT, NG_REF_FUTURE } ng_time_ref;

typedef enum {
  NG_CHRISTMAS,
  NG_CHRISTMAS_EVE,
  NG_NEW_YEAR,
  NG_NEW_YEAR_EVE,
  NG_THANKSGIVING,
  NG_EASTER,
  NG_HALLOWEEN,
} ng_holiday;

/* Words without a value of their own. */
typedef enum {
  NG_WORD_OF,
  NG_WORD_AND,
  NG_WORD_OR,
  NG_WORD_IN,
  NG_WORD_AT,
  NG_WORD_ON,
  NG_WORD_FOR,
  NG_WORD_TO,
  NG_WORD_FROM,
  NG_WORD_SINCE,
  NG_WORD_UNTIL,
  NG_WORD_BY,
  NG_WORD_BETWEEN,
  NG_WORD_AFTER,
  NG_WORD_DURING,
  NG_WORD_THAN,
  NG_WORD_THE,
  NG_WORD_A,
  NG_WORD_SAME,
  NG_WORD_THAT,
  NG_WORD_OTHER,
  NG_WORD_OLD,
  NG_WORD_PERIOD,
  NG_WORD_PAST,
  NG_WORD_LATEST,
  NG_WORD_COMMA,
  NG_WORD_EVE,
  NG_WORD_SO,
  NG_WORD_BEFORE,
  NG_WORD_NOW,
  NG_WORD_MOST,
  NG_WORD_LEAST,
  NG_WORD_CLITIC, /* 's */
  NG_WORD_DASH,   /* between digits, with no space: "12-13" */
  NG_WORD_PERCENT,
  NG_WORD_HUNDRED,
  NG_WORD_THOUSAND,
  NG_WORD_CLOCK,
  NG_WORD_TIME,
  NG_WORD_MONEY,
  NG_WORD_RECENT,
} ng_time_word;

enum {
  NG_TW_CORE = 1,   /* may be the core of an expression */
  NG_TW_PLURAL = 2, /* years, Fridays */
  NG_TW_DIGITS = 4, /* written in digits */
  NG_TW_JOINED = 8, /* a hyphen joins it to the item before */
  NG_TW_CAPITAL = 16,
  NG_TW_DECIMAL = 32, /* a number with a fraction: no day, no year */
  NG_TW_TENS = 64,    /* twenty ... ninety */
  /* One bit, said of different classes. */
  NG_TW_COMPARED = NG_TW_PLURAL, /* earlier, later; next, previous */
  NG_TW_NIGHT = NG_TW_PLURAL,    /* tonight */
};

typedef struct {
  ng_span span;
  uint32_t token;
  int32_t value;
  uint8_t class; /* ng_time_class */
  uint8_t flags;
} ng_time_item;

/* The items of token `index`, at most `cap`, into `out`; how many: one, or one
 * for each part of a hyphenated word. */
size_t ng_time_items(const ng_doc *doc, uint32_t index, ng_time_item *out,
                     size_t cap);

/* Could a token that is no mark, and not short but behind a number, be the core
 * of an expression? Quick. */
bool ng_time_core(const ng_doc *doc, uint32_t index);

/* --- expressions ---------------------------------------------------------- */

/* What an expression says, before the article's date is looked at. */
typedef enum {
  NG_SAYS_NOTHING,
  NG_SAYS_DATE,     /* year, month, day, weekday, quarter ...: what is set */
  NG_SAYS_UNIT,     /* last week: unit and rel */
  NG_SAYS_SHIFT,    /* n units ago or later: unit, n, rel */
  NG_SAYS_DURATION, /* n units */
  NG_SAYS_SET,      /* every n units, or every weekday */
  NG_SAYS_REF,
} ng_time_says;

enum { NG_REL_NONE = 9 }; /* neither last, this nor next */
enum { NG_N_VAGUE = -1 }; /* several, a few */

typedef struct {
  ng_time_says says;
  int32_t year; /* 0: not said; NG_TIME_DECADE's first year */
  uint8_t month, day, weekday, quarter, half, season, daytime;
  uint8_t unit;    /* ng_time_unit */
  int8_t rel;      /* -1, 0, 1 or NG_REL_NONE, of unit, weekday, month ... */
  int8_t year_rel; /* "of last year"; NG_REL_NONE */
  int16_t hour;    /* -1: not said */
  uint8_t minute;
  uint8_t minutes; /* minutes are said */
  int32_t n;       /* how many units; NG_N_VAGUE */
  uint8_t and_half;
  uint8_t mod;     /* ng_time_mod */
  uint8_t ref;     /* ng_time_ref */
  uint8_t holiday; /* ng_holiday + 1 */
  bool decade, century;
  bool chained; /* counts from the last date said: "a year earlier" */
  bool deictic; /* rel counts days: yesterday */
  bool period;  /* "the 1988 period": like the quarter last spoken of */
  bool latest;  /* "the latest quarter" */
  bool week;    /* the week of the date */
  uint8_t last_month, last_day; /* "July 12-13": where it ends; 0: a day */
  int32_t plus; /* "two days after July 3": so many days from it */
} ng_time_said;

typedef struct {
  const ng_time_item *at;
  uint32_t n;
} ng_time_window;

/* The longest expression that starts at item `from`: the item behind it, or
 * `from` if there is none. */
uint32_t ng_time_match(const ng_time_window *window, uint32_t from,
                       ng_time_said *said);

/* --- what the sentence adds ----------------------------------------------- */

typedef enum { NG_TENSE_NONE, NG_TENSE_PAST, NG_TENSE_FUTURE } ng_tense;

/* The tense that the words around tokens [begin, end) of `sentence` show. */
ng_tense ng_time_tense(const ng_doc *doc, const ng_sentence *sentence,
                       uint32_t begin, uint32_t end);

/* Is the expression that begins with the token the day on which something
 * "will" happen: "will meet on ..."?  Not that of what is spoken of: "will look
 * into the fire on ...". */
bool ng_time_promised(const ng_doc *doc, const ng_sentence *sentence,
                      uint32_t begin);

/* How the words before token `begin` bound the time. */
ng_time_relation ng_time_bound(const ng_doc *doc, const ng_sentence *sentence,
                               uint32_t begin);

/* --- values --------------------------------------------------------------- */

/* What values are resolved against. */
typedef struct {
  ng_date dct;  /* of the article, 0 if unknown */
  ng_date last; /* the last date said, to its grain */
  ng_time_grain last_grain;
  ng_date quarter; /* first month of the last quarter said, 0 if none */
  ng_tense tense;
  bool promised; /* "will meet on ...": it cannot be over */
} ng_time_anchor;

enum { NG_TIME_VALUE = 40 };

/* Write the value of `said` to `value`, and fill the type, grain, mod and
 * bounds of `out`.  False if it means no time after all. */
bool ng_time_resolve(const ng_time_said *said, const ng_time_anchor *anchor,
                     ng_time *out, char value[NG_TIME_VALUE]);

#endif /* NG_TIME_H */
