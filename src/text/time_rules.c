/* time_rules.c - which words are a time expression, and what they say.
 *
 * Each rule reads items from a cursor and says what it found; the rule that
 * reads furthest wins, the earlier of two that read as far.
 */
#include "core/str.h"
#include "text/time.h"

typedef struct {
  const ng_time_item *at;
  uint32_t n, i;
  ng_time_said said;
} cursor;

static const ng_time_item nothing;

static const ng_time_item *
peek(const cursor *c, uint32_t k)
{
  return c->i + k < c->n ? &c->at[c->i + k] : &nothing;
}

static bool
is(const cursor *c, uint32_t k, ng_time_class class)
{
  return peek(c, k)->class == class;
}

static bool
is_word(const cursor *c, uint32_t k, ng_time_word word)
{
  return is(c, k, NG_TW_WORD) && peek(c, k)->value == (int32_t)word;
}

static bool
is_unit(const cursor *c, uint32_t k, ng_time_unit unit)
{
  return is(c, k, NG_TW_UNIT) && peek(c, k)->value == (int32_t)unit;
}

static bool
is_flag(const cursor *c, uint32_t k, unsigned flag)
{
  return peek(c, k)->flags & flag;
}

/* "the"; not "a". */
static bool
is_the(const cursor *c, uint32_t k)
{
  return is(c, k, NG_TW_ARTICLE) && peek(c, k)->value;
}

static bool
take(cursor *c, ng_time_class class)
{
  if (!is(c, 0, class))
    return false;
  c->i++;
  return true;
}

static bool
take_word(cursor *c, ng_time_word word)
{
  if (!is_word(c, 0, word))
    return false;
  c->i++;
  return true;
}

/* --- what leads in -------------------------------------------------------- */

/* "about", "more than", "at least", "no more than" (from "more"). */
static bool
take_approx(cursor *c)
{
  uint32_t start = c->i;
  if ((is(c, 0, NG_TW_MORE) && is_word(c, 1, NG_WORD_THAN)) ||
      (is(c, 0, NG_TW_APPROX) && peek(c, 0)->value == 1 &&
       is_word(c, 1, NG_WORD_THAN)) ||
      (is_word(c, 0, NG_WORD_AT) &&
       (is_word(c, 1, NG_WORD_LEAST) || is_word(c, 1, NG_WORD_MOST))) ||
      (is(c, 0, NG_TW_APPROX) && peek(c, 0)->value == 2 &&
       is_word(c, 1, NG_WORD_TO)))
    c->i += 2;
  else if (is(c, 0, NG_TW_APPROX) && peek(c, 0)->value == 0)
    c->i++;
  if (c->i == start)
    return false;
  c->said.mod = NG_MOD_APPROX;
  return true;
}

/* "early", "late in", "the end of", "mid-". */
static bool
take_mod(cursor *c)
{
  uint32_t the = is(c, 0, NG_TW_ARTICLE) ? 1 : 0;
  if (is(c, the, NG_TW_EDGE) && is_word(c, the + 1, NG_WORD_OF)) {
    c->said.mod = (uint8_t)peek(c, the)->value;
    c->i += the + 2;
    return true;
  }
  if (!is(c, 0, NG_TW_MOD))
    return false;
  c->said.mod = (uint8_t)peek(c, 0)->value;
  c->i++;
  (void)take_word(c, NG_WORD_IN);
  return true;
}

/* --- numbers -------------------------------------------------------------- */

static bool
take_digits(cursor *c, int32_t *n)
{
  if (!is(c, 0, NG_TW_NUMBER) || !is_flag(c, 0, NG_TW_DIGITS))
    return false;
  *n = peek(c, 0)->value;
  c->i++;
  return true;
}

/* "twenty-one", "two hundred", "a hundred", "two thousand". */
static bool
take_spoken(cursor *c, int32_t *n)
{
  uint32_t start = c->i;
  int32_t total = 0, part = 0;
  if (is(c, 0, NG_TW_ARTICLE) &&
      (is_word(c, 1, NG_WORD_HUNDRED) || is_word(c, 1, NG_WORD_THOUSAND)))
    c->i++;
  for (;; c->i++) {
    int32_t v = peek(c, 0)->value;
    if (is(c, 0, NG_TW_NUMBER) && !is_flag(c, 0, NG_TW_DIGITS)) {
      bool fits = part == 0 || (part % 100 >= 20 && part % 10 == 0 && v < 10) ||
                  (part % 100 == 0 && v < 100);
      if (!fits || part > 100000)
        break;
      part += v;
    } else if (is_word(c, 0, NG_WORD_HUNDRED) && part < 100) {
      part = (part ? part : 1) * 100;
    } else if (is_word(c, 0, NG_WORD_THOUSAND) && total == 0 && part < 1000) {
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

static bool
take_number(cursor *c, int32_t *n)
{
  if (!take_digits(c, n) && !take_spoken(c, n))
    return false;
  if (is_word(c, 0, NG_WORD_AND) && is(c, 1, NG_TW_ARTICLE) &&
      is(c, 2, NG_TW_HALF)) {
    c->said.and_half = 1;
    c->i += 3;
  }
  return true;
}

/* A number, or two: "two to three weeks" is no exact number of weeks. */
static bool
take_range(cursor *c, int32_t *n)
{
  int32_t more;
  if (!take_number(c, n))
    return false;
  cursor try = *c;
  if ((take_word(&try, NG_WORD_TO) || take_word(&try, NG_WORD_OR)) &&
      take_number(&try, &more)) {
    *c = try;
    *n = NG_N_VAGUE;
  }
  return true;
}

/* "several", "a few", "a couple of", "the next few". */
static bool
take_quantity(cursor *c, int32_t *n)
{
  cursor try = *c;
  (void)take(&try, NG_TW_ARTICLE);
  if (!is(&try, 0, NG_TW_QUANT))
    return take_range(c, n);
  int32_t value = peek(&try, 0)->value;
  try.i++;
  if (value)
    (void)take_word(&try, NG_WORD_OF);
  *c = try;
  *n = value ? value : NG_N_VAGUE;
  return true;
}

/* A year in four digits, "'98", or spoken: "nineteen ninety-seven". */
static bool
take_year(cursor *c, int32_t *year)
{
  cursor try = *c;
  if (is(c, 0, NG_TW_NUMBER) && is_flag(c, 0, NG_TW_DIGITS)) {
    if (!is_flag(c, 0, NG_TW_CORE))
      return false;
    *year = peek(c, 0)->value;
    c->i++;
    return true;
  }
  int32_t head = peek(c, 0)->value, tail;
  if (!is(c, 0, NG_TW_NUMBER) || head < 10 || head > 20)
    return false;
  try.i++;
  if (!is(&try, 0, NG_TW_NUMBER) || is_flag(&try, 0, NG_TW_DIGITS) ||
      !take_spoken(&try, &tail) || tail < 10 || tail > 99)
    return false;
  *c = try;
  *year = head * 100 + tail;
  return true;
}

/* "last year", "of this year", "of the year", "of 1998": which year. */
static bool
take_which_year(cursor *c)
{
  cursor try = *c;
  (void)(take_word(&try, NG_WORD_OF) || take_word(&try, NG_WORD_IN) ||
         take_word(&try, NG_WORD_COMMA));
  bool the = take(&try, NG_TW_ARTICLE);
  (void)take(&try, NG_TW_FISCAL);
  if (!the && take_year(&try, &try.said.year)) {
    *c = try;
    return true;
  }
  int32_t rel = is(&try, 0, NG_TW_REL) ? peek(&try, 0)->value : 0;
  bool has = take(&try, NG_TW_REL) || (the && try.i > c->i + 1);
  if (!has || !is_unit(&try, 0, NG_UNIT_YEAR) || is_flag(&try, 0, NG_TW_PLURAL))
    return false;
  try.said.year_rel = (int8_t)rel;
  try.i++;
  *c = try;
  return true;
}

/* --- calendar dates ------------------------------------------------------- */

/* A day of the month: 12, 12th, twelfth; not of "12 percent". */
static bool
take_day(cursor *c)
{
  const ng_time_item *t = peek(c, 0);
  bool number = t->class == NG_TW_NUMBER && t->flags & NG_TW_DIGITS;
  if ((!number && t->class != NG_TW_ORDINAL) || t->flags & NG_TW_DECIMAL ||
      t->value < 1 || t->value > 31 || is_word(c, 1, NG_WORD_PERCENT))
    return false;
  c->said.day = (uint8_t)t->value;
  c->i++;
  return true;
}

static bool
take_month(cursor *c)
{
  if (!is(c, 0, NG_TW_MONTH))
    return false;
  c->said.month = (uint8_t)peek(c, 0)->value;
  c->i++;
  return true;
}

static bool
take_weekday(cursor *c)
{
  if (!is(c, 0, NG_TW_WEEKDAY) || is_flag(c, 0, NG_TW_PLURAL))
    return false;
  c->said.weekday = (uint8_t)peek(c, 0)->value;
  c->i++;
  return true;
}

/* "July 12, 2020", "the 12th of July", "Sunday, July 12". */
static bool
take_month_day(cursor *c)
{
  cursor try = *c;
  int32_t year;
  if (take_weekday(&try))
    (void)take_word(&try, NG_WORD_COMMA);
  cursor other = try;
  if (!take_month(&try) || !take_day(&try)) {
    (void)take(&other, NG_TW_ARTICLE);
    bool ordinal = is(&other, 0, NG_TW_ORDINAL);
    try = other;
    if (!take_day(&try))
      return false;
    if (ordinal)
      (void)take_word(&try, NG_WORD_OF);
    if (!take_month(&try))
      return false;
  }
  cursor more = try;
  (void)take_word(&more, NG_WORD_COMMA);
  if (take_year(&more, &year)) {
    try = more;
    try.said.year = year;
  }
  *c = try;
  return true;
}

/* "last", "this past", "the following": sets rel. */
static bool
take_rel(cursor *c)
{
  cursor try = *c;
  bool the = take(&try, NG_TW_ARTICLE);
  if (is_word(&try, 0, NG_WORD_PAST) || is_word(&try, 0, NG_WORD_SAME) ||
      (!the && is_word(&try, 0, NG_WORD_THAT))) {
    bool past = is_word(&try, 0, NG_WORD_PAST);
    try.said.rel = past ? -1 : 0;
    try.said.chained = !past;
    try.i++;
    (void)take_word(&try, NG_WORD_SAME);
  } else if (is(&try, 0, NG_TW_REL)) {
    try.said.rel = (int8_t)peek(&try, 0)->value;
    try.said.chained = the && is_flag(&try, 0, NG_TW_COMPARED);
    try.i++;
    if (try.said.rel == 0 && is_word(&try, 0, NG_WORD_PAST))
      try.said.rel = -1, try.i++;
    else if (try.said.rel == 0 && is(&try, 0, NG_TW_REL) &&
             peek(&try, 0)->value)
      try.said.rel = (int8_t)peek(&try, 0)->value, try.i++;
  } else {
    return false;
  }
  *c = try;
  return true;
}

static bool
rule_month_day(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)take_mod(c);
  if (is(c, 0, NG_TW_REL) && is(c, 1, NG_TW_MONTH))
    (void)take_rel(c);
  return take_month_day(c);
}

static bool
rule_whole_date(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  if (!is(c, 0, NG_TW_DATE))
    return false;
  c->said.year = peek(c, 0)->value / 10000;
  c->said.month = (uint8_t)(peek(c, 0)->value / 100 % 100);
  c->said.day = (uint8_t)(peek(c, 0)->value % 100);
  c->i++;
  return true;
}

/* "July 2020", "last July", "early July", "July of last year". */
static bool
rule_month(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)take_mod(c);
  if (is(c, 0, NG_TW_REL)) {
    c->said.rel = (int8_t)peek(c, 0)->value;
    c->i++;
  }
  if (!take_month(c))
    return false;
  (void)take_which_year(c);
  return true;
}

static void
take_daytime(cursor *c)
{
  if (!is(c, 0, NG_TW_DAYTIME) || is_flag(c, 0, NG_TW_PLURAL))
    return;
  c->said.daytime = (uint8_t)peek(c, 0)->value;
  c->i++;
}

/* "Friday", "last Friday", "late Friday night". */
static bool
rule_weekday(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)take_mod(c);
  (void)take_rel(c);
  if (!take_weekday(c))
    return false;
  take_daytime(c);
  return true;
}

/* "yesterday", "later today", "tomorrow morning", "the day before yesterday".
 */
static bool
rule_deictic(cursor *c)
{
  int32_t shift = 0;
  c->said.says = NG_SAYS_DATE;
  c->said.deictic = true;
  uint32_t the = is(c, 0, NG_TW_ARTICLE) ? 1 : 0;
  if (is_unit(c, the, NG_UNIT_DAY) && (is_word(c, the + 1, NG_WORD_BEFORE) ||
                                       is_word(c, the + 1, NG_WORD_AFTER))) {
    shift = is_word(c, the + 1, NG_WORD_BEFORE) ? -1 : 1;
    c->i += the + 2;
  } else {
    (void)take_mod(c);
  }
  if (!is(c, 0, NG_TW_DEICTIC))
    return false;
  const ng_time_item *t = peek(c, 0);
  c->said.rel = (int8_t)(t->value + shift);
  c->said.daytime = t->flags & NG_TW_NIGHT ? NG_DAYTIME_NIGHT : 0;
  c->i++;
  take_daytime(c);
  return true;
}

/* "this morning", "last night", "that evening". */
static bool
rule_daytime(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  c->said.deictic = true;
  (void)take_mod(c);
  if (!take_rel(c) || !is(c, 0, NG_TW_DAYTIME))
    return false;
  take_daytime(c);
  return c->said.daytime != NG_DAYTIME_NONE;
}

/* --- units ---------------------------------------------------------------- */

static bool
take_unit(cursor *c)
{
  if (!is(c, 0, NG_TW_UNIT))
    return false;
  c->said.unit = (uint8_t)peek(c, 0)->value;
  c->i++;
  return true;
}

/* "last week", "the end of next year", "later that day", "the year". */
static bool
rule_unit(cursor *c)
{
  c->said.says = NG_SAYS_UNIT;
  bool mod = take_mod(c);
  bool rel = take_rel(c);
  if (!rel && (!is_the(c, 0) || !take(c, NG_TW_ARTICLE)))
    return false;
  (void)(take(c, NG_TW_FISCAL) || (!rel && take(c, NG_TW_MORE)) ||
         (rel && take(c, NG_TW_REL)));
  if (is_flag(c, 0, NG_TW_PLURAL) || !take_unit(c))
    return false;
  unsigned u = c->said.unit;
  if (rel)
    return true;
  c->said.rel = 0;
  c->said.chained = u == NG_UNIT_QUARTER;
  return u == NG_UNIT_QUARTER || u == NG_UNIT_YEAR || u == NG_UNIT_WEEKEND ||
         u == NG_UNIT_WEEK || (mod && u > NG_UNIT_DAY);
}

/* "year-end", "month's end". */
static bool
rule_end(cursor *c)
{
  c->said.says = NG_SAYS_UNIT;
  c->said.rel = 0;
  c->said.mod = NG_MOD_END;
  if (is_flag(c, 0, NG_TW_PLURAL) || !take_unit(c))
    return false;
  bool joined = is_flag(c, 0, NG_TW_JOINED) || c->said.unit == NG_UNIT_YEAR;
  (void)take_word(c, NG_WORD_CLITIC);
  return joined && c->said.unit >= NG_UNIT_MONTH && take(c, NG_TW_EDGE) &&
         !is_word(c, 0, NG_WORD_OF);
}

/* "ago", "earlier", "later", "from now": sets rel; what follows a duration. */
static bool
take_shift(cursor *c)
{
  int32_t rel = 0;
  bool chained = false;
  if (is(c, 0, NG_TW_SHIFT)) {
    rel = peek(c, 0)->value;
  } else if (is(c, 0, NG_TW_MOD) && peek(c, 0)->value != NG_MOD_MID &&
             is_flag(c, 0, NG_TW_COMPARED)) {
    rel = peek(c, 0)->value == NG_MOD_START ? -1 : 1;
    chained = true;
  } else if (is_word(c, 0, NG_WORD_FROM) && is(c, 1, NG_TW_REF)) {
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

/* "two days", "about a year ago", "30-year", "a year and a half later". */
static bool
rule_duration(cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  bool a = false;
  (void)take_approx(c);
  if (is(c, 0, NG_TW_ARTICLE) && !is(c, 1, NG_TW_QUANT) &&
      !is_word(c, 1, NG_WORD_HUNDRED) && !is_word(c, 1, NG_WORD_THOUSAND)) {
    if (is_the(c, 0))
      return false;
    c->i++;
    a = true;
    c->said.n = 1;
    if (is(c, 0, NG_TW_NUMBER))
      return false;
  } else if (!take_quantity(c, &c->said.n)) {
    return false;
  }
  (void)(take(c, NG_TW_MORE) || take(c, NG_TW_FISCAL));
  bool one = c->said.n == 1 && !is_flag(c, 0, NG_TW_JOINED);
  if (one && is_flag(c, 0, NG_TW_PLURAL) && !c->said.and_half)
    return false;
  bool share = c->said.n <= 3 && is_flag(c, 0, NG_TW_JOINED) &&
               is_flag(c, 0, NG_TW_PLURAL); /* "three-quarters" */
  if (!take_unit(c) || is_word(c, 0, NG_WORD_OLD) ||
      (share && c->said.unit == NG_UNIT_QUARTER))
    return false;
  if (is_word(c, 0, NG_WORD_AND) && is(c, 1, NG_TW_ARTICLE) &&
      is(c, 2, NG_TW_HALF)) {
    c->said.and_half = 1;
    c->i += 3;
  }
  if (take_shift(c) || !a)
    return true;
  return c->said.unit != NG_UNIT_QUARTER && c->said.unit != NG_UNIT_DAY &&
         c->said.unit != NG_UNIT_WEEKEND;
}

/* "half an hour", "half a century". */
static bool
rule_half_unit(cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  (void)take_approx(c);
  bool a = take(c, NG_TW_ARTICLE);
  if (!take(c, NG_TW_HALF) || (!take(c, NG_TW_ARTICLE) && !a))
    return false;
  c->said.n = 0;
  c->said.and_half = 1;
  if (is_flag(c, 0, NG_TW_PLURAL) || !take_unit(c))
    return false;
  (void)take_shift(c);
  return true;
}

/* "the past two months", "the first nine months", "the next few days". */
static bool
rule_rel_duration(cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  bool the = is(c, 0, NG_TW_ARTICLE);
  if (!take_rel(c)) {
    if (!is_the(c, 0))
      return false;
    c->i++;
    if (is(c, 0, NG_TW_ORDINAL))
      c->i++;
  }
  (void)take_approx(c);
  if (!take_quantity(c, &c->said.n))
    return false;
  (void)(take(c, NG_TW_MORE) || take(c, NG_TW_FISCAL));
  if (!the && c->said.rel == NG_REL_NONE)
    return false;
  bool whole = !is_flag(c, 0, NG_TW_JOINED) &&
               (c->said.n == 1 || is_flag(c, 0, NG_TW_PLURAL));
  return whole && take_unit(c) && !is_word(c, 0, NG_WORD_OLD);
}

/* "for years", "in weeks": `from` is at the unit; the word before it asks. */
static bool
rule_bare_units(cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  c->said.n = NG_N_VAGUE;
  const ng_time_item *before = c->i ? &c->at[c->i - 1] : &nothing;
  bool asked = before->class == NG_TW_WORD &&
               (before->value == NG_WORD_FOR || before->value == NG_WORD_IN ||
                before->value == NG_WORD_DURING);
  return is_flag(c, 0, NG_TW_PLURAL) && take_unit(c) &&
         !is_flag(c, 0, NG_TW_JOINED) && (take_shift(c) || asked);
}

/* "recent years", "coming months", "the past few weeks". */
static bool
rule_coming(cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  c->said.n = NG_N_VAGUE;
  if (take_word(c, NG_WORD_RECENT))
    c->said.rel = -1;
  else if (!take_rel(c) || !c->said.rel)
    return false;
  return is_flag(c, 0, NG_TW_PLURAL) && take_unit(c);
}

/* "year-earlier", "the year-ago quarter", "a year-earlier period". */
static bool
rule_year_earlier(cursor *c)
{
  bool article = take(c, NG_TW_ARTICLE);
  c->said.n = 1;
  if (is_flag(c, 0, NG_TW_PLURAL) || !take_unit(c) ||
      !is_flag(c, 0, NG_TW_JOINED) || !take_shift(c))
    return false;
  c->said.chained = true;
  uint32_t ordinal = is(c, 0, NG_TW_ORDINAL) ? 1 : 0;
  bool noun = is_unit(c, ordinal, NG_UNIT_QUARTER) ||
              is_unit(c, ordinal, NG_UNIT_MONTH) ||
              is_word(c, ordinal, NG_WORD_PERIOD);
  if (noun)
    c->i += ordinal + 1;
  return noun || !article;
}

/* --- quarters, halves, seasons -------------------------------------------- */

/* The year before them: "the 1989", "this year's", "last year's". */
static void
take_year_before(cursor *c)
{
  cursor try = *c;
  bool the = take(&try, NG_TW_ARTICLE);
  if (take_year(&try, &try.said.year)) {
    *c = try;
    return;
  }
  try = *c;
  if (!the && is(&try, 0, NG_TW_REL) && is_unit(&try, 1, NG_UNIT_YEAR) &&
      is_word(&try, 2, NG_WORD_CLITIC)) {
    try.said.year_rel = (int8_t)peek(&try, 0)->value;
    try.i += 3;
    *c = try;
  }
}

/* Which quarter or half: "third quarter", "fiscal second-quarter", "last half".
 */
static bool
take_quarter(cursor *c)
{
  int32_t n = peek(c, 0)->value;
  bool last = is(c, 0, NG_TW_REL) && n == -1 && is(c, 1, NG_TW_HALF);
  if (!last && (!is(c, 0, NG_TW_ORDINAL) || n > 4))
    return false;
  c->i++;
  (void)take(c, NG_TW_FISCAL);
  if (is_unit(c, 0, NG_UNIT_QUARTER) && !is_flag(c, 0, NG_TW_PLURAL))
    c->said.quarter = (uint8_t)n;
  else if (is(c, 0, NG_TW_HALF) && n <= 2)
    c->said.half = last ? 2 : (uint8_t)n;
  else
    return false;
  c->i++;
  return true;
}

/* "the third quarter", "this year's first half", "third-quarter": before a
 * hyphenated one stands the article of the noun behind. */
static bool
rule_quarter(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  uint32_t start = c->i;
  (void)take_mod(c);
  take_year_before(c);
  if (is_the(c, 0))
    c->i++;
  (void)take(c, NG_TW_FISCAL);
  if (!take_quarter(c))
    return false;
  bool joined = c->at[c->i - 1].flags & NG_TW_JOINED;
  if (joined && c->at[start].class == NG_TW_ARTICLE)
    return false;
  if (!c->said.year)
    (void)take_which_year(c);
  return c->said.quarter || c->said.year || c->said.year_rel != NG_REL_NONE;
}

/* "the 1988 quarter", "the 1988 period": the one spoken of, a year before. */
static bool
rule_same_period(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  c->said.period = true;
  if (!take(c, NG_TW_ARTICLE) || !take_year(c, &c->said.year))
    return false;
  if (!is_unit(c, 0, NG_UNIT_QUARTER) && !is_word(c, 0, NG_WORD_PERIOD))
    return false;
  c->i++;
  return true;
}

/* "the week of March 6". */
static bool
rule_week_of(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  c->said.week = true;
  (void)take(c, NG_TW_ARTICLE);
  if (!is_unit(c, 0, NG_UNIT_WEEK) || !is_word(c, 1, NG_WORD_OF))
    return false;
  c->i += 2;
  return take_month_day(c);
}

/* "the latest quarter", "the latest period". */
static bool
rule_latest(cursor *c)
{
  c->said.says = NG_SAYS_UNIT;
  c->said.unit = NG_UNIT_QUARTER;
  c->said.rel = 0;
  c->said.chained = true;
  if (!take(c, NG_TW_ARTICLE) || !take_word(c, NG_WORD_LATEST))
    return false;
  c->said.period = is_word(c, 0, NG_WORD_PERIOD);
  c->said.latest = true;
  bool ok = c->said.period || is_unit(c, 0, NG_UNIT_QUARTER);
  c->i++;
  return ok;
}

/* "last summer", "the winter of 1998", "spring 2020". */
static bool
rule_season(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)take_mod(c);
  bool rel = take_rel(c), the = false;
  if (!rel) {
    take_year_before(c);
    the = is_the(c, 0);
    (void)take(c, NG_TW_ARTICLE);
  }
  c->said.chained = false;
  if (!is(c, 0, NG_TW_SEASON))
    return false;
  c->said.season = (uint8_t)peek(c, 0)->value;
  c->i++;
  bool summer = c->said.season == NG_SUMMER || c->said.season == NG_WINTER;
  return take_which_year(c) || rel || c->said.year_rel != NG_REL_NONE ||
         (the && summer);
}

/* --- years, decades, centuries -------------------------------------------- */

/* Is the year a number of things: "2000 people", "$1998", "over 1500"? */
static bool
counts_things(const cursor *c, uint32_t start, int32_t year)
{
  const ng_time_item *before = start ? &c->at[start - 1] : &nothing;
  if (is_word(c, 0, NG_WORD_PERCENT) || is_flag(c, 0, NG_TW_JOINED))
    return true;
  if (before->class == NG_TW_WORD &&
      (before->value == NG_WORD_MONEY || before->value == NG_WORD_THAN))
    return true;
  bool asked = before->class == NG_TW_WORD || before->class == NG_TW_ARTICLE;
  return (year < 1800 || year > 2050) && !asked;
}

/* "1998", "late 1998", "fiscal 1998", "the year 2000". */
static bool
rule_year(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  uint32_t start = c->i;
  bool lead = take_mod(c);
  cursor try = *c;
  (void)take(&try, NG_TW_ARTICLE);
  if (take(&try, NG_TW_FISCAL) + is_unit(&try, 0, NG_UNIT_YEAR)) {
    if (is_unit(&try, 0, NG_UNIT_YEAR))
      try.i++;
    if (take_year(&try, &try.said.year) ||
        (take_spoken(&try, &try.said.year) && try.said.year > 1000)) {
      *c = try;
      return true;
    }
  }
  return take_year(c, &c->said.year) &&
         (lead || !counts_things(c, start, c->said.year));
}

/* "the 1990s", "the late '90s", "the nineties". */
static bool
rule_decade(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  uint32_t start = c->i;
  (void)take(c, NG_TW_ARTICLE);
  (void)take_mod(c);
  (void)take(c, NG_TW_ARTICLE);
  if (!is(c, 0, NG_TW_DECADE))
    return false;
  int32_t value = peek(c, 0)->value;
  c->said.decade = true;
  c->said.year = value < 100 ? 1900 + value : value;
  c->i++;
  return value >= 100 || c->i > start + 1;
}

/* "the 19th century", "the early 20th century". */
static bool
rule_century(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)take(c, NG_TW_ARTICLE);
  (void)take_mod(c);
  if (!is(c, 0, NG_TW_ORDINAL) || !is_unit(c, 1, NG_UNIT_CENTURY) ||
      peek(c, 0)->value < 1 || peek(c, 0)->value > 21)
    return false;
  c->said.century = true;
  c->said.year = (peek(c, 0)->value - 1) * 100;
  c->i += 2;
  return true;
}

/* --- times of day --------------------------------------------------------- */

/* The day of a time: "Friday", "today", "on July 12". */
static void
take_date_behind(cursor *c)
{
  cursor try = *c;
  (void)take_word(&try, NG_WORD_COMMA);
  (void)take_word(&try, NG_WORD_ON);
  if (is(&try, 0, NG_TW_DEICTIC)) {
    try.said.rel = (int8_t)peek(&try, 0)->value;
    try.said.deictic = true;
    try.i++;
  } else if (!take_month_day(&try) && !take_weekday(&try)) {
    return;
  }
  *c = try;
}

static bool
take_hour(cursor *c)
{
  if (is(c, 0, NG_TW_CLOCK)) {
    c->said.hour = (int16_t)(peek(c, 0)->value / 100);
    c->said.minute = (uint8_t)(peek(c, 0)->value % 100);
    c->said.minutes = 1;
    c->i++;
    return true;
  }
  int32_t n;
  if (!take_digits(c, &n) || n > 24)
    return false;
  c->said.hour = (int16_t)n;
  return true;
}

/* "10 a.m.", "10:35 a.m. EST Friday", "0735 GMT", "6 o'clock", "15:00 GMT". */
static bool
rule_clock(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)take_approx(c);
  int32_t v = peek(c, 0)->value;
  if (is(c, 0, NG_TW_NUMBER) && is(c, 1, NG_TW_ZONE) && v < 2400 &&
      peek(c, 0)->span.end - peek(c, 0)->span.begin == 4) {
    c->said.hour = (int16_t)(v / 100);
    c->said.minute = (uint8_t)(v % 100);
    c->said.minutes = 1;
    c->i += 2;
    take_date_behind(c);
    return v % 100 < 60;
  }
  if (!take_hour(c))
    return false;
  if (is(c, 0, NG_TW_AMPM) && c->said.hour >= 1 && c->said.hour <= 12) {
    c->said.hour = (int16_t)(c->said.hour % 12 + peek(c, 0)->value);
    c->i++;
  } else if (!(c->said.minutes && is(c, 0, NG_TW_ZONE)) &&
             !take_word(c, NG_WORD_CLOCK)) {
    return false;
  }
  if (take(c, NG_TW_ZONE))
    (void)take_word(c, NG_WORD_TIME);
  take_date_behind(c);
  return true;
}

/* "noon", "midnight Friday". */
static bool
rule_noon(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  int32_t v = peek(c, 0)->value;
  if (!is(c, 0, NG_TW_DAYTIME) ||
      (v != NG_DAYTIME_NOON && v != NG_DAYTIME_MIDNIGHT))
    return false;
  c->said.hour = v == NG_DAYTIME_NOON ? 12 : 0;
  c->i++;
  (void)take(c, NG_TW_ZONE);
  take_date_behind(c);
  return true;
}

/* --- sets, references, holidays ------------------------------------------- */

/* "every day", "each of the past three years" is none, "every Monday". */
static bool
rule_every(cursor *c)
{
  c->said.says = NG_SAYS_SET;
  c->said.n = 1;
  if (!take(c, NG_TW_EVERY))
    return false;
  if (take_word(c, NG_WORD_OTHER))
    c->said.n = 2;
  else
    (void)take_number(c, &c->said.n);
  if (take_weekday(c)) {
    take_daytime(c);
    return true;
  }
  if (is(c, 0, NG_TW_DAYTIME)) {
    c->said.unit = NG_UNIT_DAY;
    take_daytime(c);
    return true;
  }
  return take_unit(c);
}

/* "daily", "weekly". */
static bool
rule_frequency(cursor *c)
{
  c->said.says = NG_SAYS_SET;
  c->said.n = 1;
  c->said.unit = (uint8_t)peek(c, 0)->value;
  return take(c, NG_TW_FREQ) && c->said.unit != NG_UNIT_QUARTER;
}

/* "Mondays", "Friday nights". */
static bool
rule_weekdays(cursor *c)
{
  c->said.says = NG_SAYS_SET;
  if (!is(c, 0, NG_TW_WEEKDAY))
    return false;
  bool plural = is_flag(c, 0, NG_TW_PLURAL);
  c->said.weekday = (uint8_t)peek(c, 0)->value;
  c->i++;
  if (is(c, 0, NG_TW_DAYTIME)) {
    plural = plural || is_flag(c, 0, NG_TW_PLURAL);
    c->said.daytime = (uint8_t)peek(c, 0)->value;
    c->i++;
  }
  return plural;
}

/* "now", "currently", "recently", "the future", "in the past". */
static bool
rule_reference(cursor *c)
{
  c->said.says = NG_SAYS_REF;
  uint32_t start = c->i;
  bool the = take(c, NG_TW_ARTICLE);
  const ng_time_item *before = start ? &c->at[start - 1] : &nothing;
  c->said.ref = (uint8_t)peek(c, 0)->value;
  if (take(c, NG_TW_REF))
    return c->said.ref == NG_REF_FUTURE ? the : !the;
  c->said.ref = NG_REF_PAST;
  return the && take_word(c, NG_WORD_PAST) && before->class == NG_TW_WORD &&
         before->value == NG_WORD_IN && !is(c, 0, NG_TW_UNIT) &&
         !is(c, 0, NG_TW_NUMBER) && !is(c, 0, NG_TW_QUANT);
}

/* "Christmas", "Thanksgiving Day", "last Easter", "Christmas Eve". */
static bool
rule_holiday(cursor *c)
{
  c->said.says = NG_SAYS_DATE;
  (void)take_rel(c);
  if (!is(c, 0, NG_TW_HOLIDAY))
    return false;
  int32_t h = peek(c, 0)->value;
  c->i++;
  if (take_word(c, NG_WORD_EVE))
    h = h == NG_CHRISTMAS ? NG_CHRISTMAS_EVE : h;
  else if (is_unit(c, 0, NG_UNIT_DAY) && is_flag(c, 0, NG_TW_CAPITAL))
    c->i++;
  c->said.holiday = (uint8_t)(h + 1);
  (void)take_which_year(c);
  return true;
}

/* --- all of them ---------------------------------------------------------- */

typedef bool rule(cursor *c);

static rule *const rules[] = {
    rule_same_period,  rule_week_of,      rule_month_day,  rule_whole_date,
    rule_month,        rule_weekday,      rule_deictic,    rule_daytime,
    rule_quarter,      rule_unit,         rule_end,        rule_duration,
    rule_half_unit,    rule_rel_duration, rule_bare_units, rule_coming,
    rule_year_earlier, rule_latest,       rule_season,     rule_year,
    rule_decade,       rule_century,      rule_clock,      rule_noon,
    rule_every,        rule_frequency,    rule_weekdays,   rule_reference,
    rule_holiday,
};

uint32_t
ng_time_match(const ng_time_window *window, uint32_t from, ng_time_said *said)
{
  uint32_t best = from;
  for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
    cursor c = {window->at,
                window->n,
                from,
                {.rel = NG_REL_NONE, .year_rel = NG_REL_NONE, .hour = -1}};
    if (!rules[k](&c) || c.i <= best)
      continue;
    if (c.i < c.n && (c.at[c.i].flags & NG_TW_JOINED) &&
        c.said.says != NG_SAYS_DATE)
      continue; /* half of "year-round" */
    best = c.i;
    *said = c.said;
  }
  return best;
}
