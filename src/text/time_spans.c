/* time_spans.c - the rules for units, durations, sets and references. */
#include "text/time_cursor.h"

/* --- units ---------------------------------------------------------------- */

/* "last week", "the end of next year", "later that day", "the year". */
bool
ng_rule_unit(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_UNIT;
  bool mod = ng_take_mod(c);
  bool rel = ng_take_rel(c);
  if (!rel && (!ng_is_the(c, 0) || !ng_take(c, NG_TW_ARTICLE)))
    return false;
  (void)(ng_take(c, NG_TW_FISCAL) || (!rel && ng_take(c, NG_TW_MORE)) ||
         (rel && ng_take(c, NG_TW_REL)));
  if (ng_is_flag(c, 0, NG_TW_PLURAL) || !ng_take_unit(c))
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
bool
ng_rule_end(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_UNIT;
  c->said.rel = 0;
  c->said.mod = NG_MOD_END;
  if (ng_is_flag(c, 0, NG_TW_PLURAL) || !ng_take_unit(c))
    return false;
  bool joined = ng_is_flag(c, 0, NG_TW_JOINED) || c->said.unit == NG_UNIT_YEAR;
  (void)ng_take_word(c, NG_WORD_CLITIC);
  return joined && c->said.unit >= NG_UNIT_MONTH && ng_take(c, NG_TW_EDGE) &&
         !ng_is_word(c, 0, NG_WORD_OF);
}

/* "two days", "about a year ago", "30-year", "a year and a half later". */
bool
ng_rule_duration(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  bool a = false;
  (void)ng_take_approx(c);
  if (ng_is(c, 0, NG_TW_ARTICLE) && !ng_is(c, 1, NG_TW_QUANT) &&
      !ng_is_word(c, 1, NG_WORD_HUNDRED) &&
      !ng_is_word(c, 1, NG_WORD_THOUSAND)) {
    if (ng_is_the(c, 0))
      return false;
    c->i++;
    a = true;
    c->said.n = 1;
    if (ng_is(c, 0, NG_TW_NUMBER))
      return false;
  } else if (!ng_take_quantity(c, &c->said.n)) {
    return false;
  }
  (void)(ng_take(c, NG_TW_MORE) || ng_take(c, NG_TW_FISCAL));
  bool one = c->said.n == 1 && !ng_is_flag(c, 0, NG_TW_JOINED);
  if (one && ng_is_flag(c, 0, NG_TW_PLURAL) && !c->said.and_half)
    return false;
  bool share = c->said.n <= 3 && ng_is_flag(c, 0, NG_TW_JOINED) &&
               ng_is_flag(c, 0, NG_TW_PLURAL); /* "three-quarters" */
  if (!ng_take_unit(c) || ng_is_word(c, 0, NG_WORD_OLD) ||
      (share && c->said.unit == NG_UNIT_QUARTER))
    return false;
  if (ng_is_word(c, 0, NG_WORD_AND) && ng_is(c, 1, NG_TW_ARTICLE) &&
      ng_is(c, 2, NG_TW_HALF)) {
    c->said.and_half = 1;
    c->i += 3;
  }
  if (ng_take_shift(c) || !a)
    return true;
  return c->said.unit != NG_UNIT_QUARTER && c->said.unit != NG_UNIT_DAY &&
         c->said.unit != NG_UNIT_WEEKEND;
}

/* "half an hour", "half a century". */
bool
ng_rule_half_unit(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  (void)ng_take_approx(c);
  bool a = ng_take(c, NG_TW_ARTICLE);
  if (!ng_take(c, NG_TW_HALF) || (!ng_take(c, NG_TW_ARTICLE) && !a))
    return false;
  c->said.n = 0;
  c->said.and_half = 1;
  if (ng_is_flag(c, 0, NG_TW_PLURAL) || !ng_take_unit(c))
    return false;
  (void)ng_take_shift(c);
  return true;
}

/* "the past two months", "the first nine months", "the next few days". */
bool
ng_rule_rel_duration(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  bool the = ng_is(c, 0, NG_TW_ARTICLE);
  if (!ng_take_rel(c)) {
    if (!ng_is_the(c, 0))
      return false;
    c->i++;
    if (ng_is(c, 0, NG_TW_ORDINAL))
      c->i++;
  }
  (void)ng_take_approx(c);
  if (!ng_take_quantity(c, &c->said.n))
    return false;
  (void)(ng_take(c, NG_TW_MORE) || ng_take(c, NG_TW_FISCAL));
  if (!the && c->said.rel == NG_REL_NONE)
    return false;
  bool whole = !ng_is_flag(c, 0, NG_TW_JOINED) &&
               (c->said.n == 1 || ng_is_flag(c, 0, NG_TW_PLURAL));
  return whole && ng_take_unit(c) && !ng_is_word(c, 0, NG_WORD_OLD);
}

/* "for years", "in weeks": `from` is at the unit; the word before it asks. */
bool
ng_rule_bare_units(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  c->said.n = NG_N_VAGUE;
  const ng_time_item *before = c->i ? &c->at[c->i - 1] : &ng_no_item;
  bool asked = before->class == NG_TW_WORD &&
               (before->value == NG_WORD_FOR || before->value == NG_WORD_IN ||
                before->value == NG_WORD_DURING);
  return ng_is_flag(c, 0, NG_TW_PLURAL) && ng_take_unit(c) &&
         !ng_is_flag(c, 0, NG_TW_JOINED) && (ng_take_shift(c) || asked);
}

/* "recent years", "coming months", "the past few weeks". */
bool
ng_rule_coming(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_DURATION;
  c->said.n = NG_N_VAGUE;
  if (ng_take_word(c, NG_WORD_RECENT))
    c->said.rel = -1;
  else if (!ng_take_rel(c) || !c->said.rel)
    return false;
  return ng_is_flag(c, 0, NG_TW_PLURAL) && ng_take_unit(c);
}

/* "year-earlier", "the year-ago quarter", "a year-earlier period". */
bool
ng_rule_year_earlier(ng_time_cursor *c)
{
  bool article = ng_take(c, NG_TW_ARTICLE);
  c->said.n = 1;
  if (ng_is_flag(c, 0, NG_TW_PLURAL) || !ng_take_unit(c) ||
      !ng_is_flag(c, 0, NG_TW_JOINED) || !ng_take_shift(c))
    return false;
  c->said.chained = true;
  uint32_t ordinal = ng_is(c, 0, NG_TW_ORDINAL) ? 1 : 0;
  bool noun = ng_is_unit(c, ordinal, NG_UNIT_QUARTER) ||
              ng_is_unit(c, ordinal, NG_UNIT_MONTH) ||
              ng_is_word(c, ordinal, NG_WORD_PERIOD);
  if (noun)
    c->i += ordinal + 1;
  return noun || !article;
}

/* "the latest quarter", "the latest period". */
bool
ng_rule_latest(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_UNIT;
  c->said.unit = NG_UNIT_QUARTER;
  c->said.rel = 0;
  c->said.chained = true;
  if (!ng_take(c, NG_TW_ARTICLE) || !ng_take_word(c, NG_WORD_LATEST))
    return false;
  c->said.period = ng_is_word(c, 0, NG_WORD_PERIOD);
  c->said.latest = true;
  bool ok = c->said.period || ng_is_unit(c, 0, NG_UNIT_QUARTER);
  c->i++;
  return ok;
}

/* --- sets, references, holidays ------------------------------------------- */

/* "every day", "each of the past three years" is none, "every Monday". */
bool
ng_rule_every(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_SET;
  c->said.n = 1;
  if (!ng_take(c, NG_TW_EVERY))
    return false;
  if (ng_take_word(c, NG_WORD_OTHER))
    c->said.n = 2;
  else
    (void)ng_take_number(c, &c->said.n);
  if (ng_take_weekday(c)) {
    ng_take_daytime(c);
    return true;
  }
  if (ng_is(c, 0, NG_TW_DAYTIME)) {
    c->said.unit = NG_UNIT_DAY;
    ng_take_daytime(c);
    return true;
  }
  return ng_take_unit(c);
}

/* "daily", "weekly". */
bool
ng_rule_frequency(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_SET;
  c->said.n = 1;
  c->said.unit = (uint8_t)ng_item_at(c, 0)->value;
  return ng_take(c, NG_TW_FREQ) && c->said.unit != NG_UNIT_QUARTER;
}

/* "Mondays", "Friday nights". */
bool
ng_rule_weekdays(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_SET;
  if (!ng_is(c, 0, NG_TW_WEEKDAY))
    return false;
  bool plural = ng_is_flag(c, 0, NG_TW_PLURAL);
  c->said.weekday = (uint8_t)ng_item_at(c, 0)->value;
  c->i++;
  if (ng_is(c, 0, NG_TW_DAYTIME)) {
    plural = plural || ng_is_flag(c, 0, NG_TW_PLURAL);
    c->said.daytime = (uint8_t)ng_item_at(c, 0)->value;
    c->i++;
  }
  return plural;
}

/* "now", "currently", "recently", "the future", "in the past". */
bool
ng_rule_reference(ng_time_cursor *c)
{
  c->said.says = NG_SAYS_REF;
  uint32_t start = c->i;
  bool the = ng_take(c, NG_TW_ARTICLE);
  const ng_time_item *before = start ? &c->at[start - 1] : &ng_no_item;
  c->said.ref = (uint8_t)ng_item_at(c, 0)->value;
  if (ng_take(c, NG_TW_REF))
    return c->said.ref == NG_REF_FUTURE ? the : !the;
  c->said.ref = NG_REF_PAST;
  return the && ng_take_word(c, NG_WORD_PAST) && before->class == NG_TW_WORD &&
         before->value == NG_WORD_IN && !ng_is(c, 0, NG_TW_UNIT) &&
         !ng_is(c, 0, NG_TW_NUMBER) && !ng_is(c, 0, NG_TW_QUANT);
}
