/* time_lex.c - tokens to items: words looked up, numbers read. */
#include "core/str.h"
#include "text/chars.h"
#include "text/time_words.h"
#include "text/token.h"

/* --- numbers -------------------------------------------------------------- */

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Read digits at *at, at most `most` of them; how many. */
static size_t
digits(ng_str s, size_t *at, size_t most, int32_t *value)
{
  size_t begin = *at;
  *value = 0;
  while (*at < s.len && *at - begin < most && is_digit(s.at[*at]))
    *value = *value * 10 + (s.at[(*at)++] - '0');
  return *at - begin;
}

static bool
is_date(int32_t year, int32_t month, int32_t day)
{
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* 2020-07-12, 7/12/2020, 12/31/99; two digits of a year are 1931 to 2030. The
 * month comes first, as in the United States, unless it cannot be one. */
static bool
read_date(ng_str s, ng_time_item *out)
{
  int32_t a, b, c;
  size_t at = 0, n = digits(s, &at, 4, &a);
  if (!n || at >= s.len || (s.at[at] != '-' && s.at[at] != '/'))
    return false;
  char mark = s.at[at++];
  if (!digits(s, &at, 2, &b) || at >= s.len || s.at[at++] != mark)
    return false;
  size_t m = digits(s, &at, 4, &c);
  if (!m || at != s.len)
    return false;
  int32_t year = a, month = b, day = c;
  if (n < 4) {
    year = c, month = a, day = b;
    if (m == 2)
      year += c > 30 ? 1900 : 2000;
    if (month > 12)
      month = b, day = a;
  }
  if (!is_date(year, month, day) || (n < 4 && m == 1) || (n < 4 && m == 3))
    return false;
  out->class = NG_TW_DATE;
  out->value = year * 10000 + month * 100 + day;
  out->flags |= NG_TW_CORE;
  return true;
}

/* 10:30, 23:05:10. */
static bool
read_clock(ng_str s, ng_time_item *out)
{
  int32_t hour, minute, second;
  size_t at = 0;
  if (!digits(s, &at, 2, &hour) || at >= s.len || s.at[at++] != ':' ||
      digits(s, &at, 2, &minute) != 2 || hour > 24 || minute > 59)
    return false;
  if (at < s.len && (s.at[at++] != ':' || digits(s, &at, 2, &second) != 2))
    return false;
  out->class = NG_TW_CLOCK;
  out->value = hour * 100 + minute;
  out->flags |= NG_TW_CORE;
  return at == s.len;
}

/* What follows the digits: 3rd, 1990s; sets the class. */
static bool
read_suffix(ng_str s, ng_time_item *out)
{
  if (s.len && s.at[0] == '\'')
    s = ng_str_slice(s, 1, s.len);
  if (s.len == 1 && s.at[0] == 's' && out->value % 10 == 0 &&
      ((out->value >= 1000 && out->value < 2100) ||
       (out->value >= 20 && out->value <= 90))) {
    out->class = NG_TW_DECADE;
    out->flags |= NG_TW_CORE;
    return true;
  }
  out->class = NG_TW_ORDINAL;
  return s.len == 2 && (!memcmp(s.at, "st", 2) || !memcmp(s.at, "nd", 2) ||
                        !memcmp(s.at, "rd", 2) || !memcmp(s.at, "th", 2));
}

/* 27, 1,000, 3.5, 3rd, 1990s, '90s, 1998. */
static bool
read_number(ng_str s, ng_time_item *out)
{
  size_t at = 0;
  int32_t value;
  bool elided = s.at[0] == '\'';
  if (elided || (s.len > 3 && s.at[0] == '\xE2'))
    s = ng_str_slice(s, elided ? 1 : 3, s.len);
  size_t n = digits(s, &at, 6, &value);
  if (!n)
    return false;
  while (at + 3 < s.len && s.at[at] == ',' && is_digit(s.at[at + 1])) {
    int32_t more;
    at++;
    if (digits(s, &at, 3, &more) != 3 || value > 99999)
      return false;
    value = value * 1000 + more;
    out->flags |= NG_TW_DECIMAL;
  }
  out->value = value;
  out->flags |= NG_TW_DIGITS;
  out->class = NG_TW_NUMBER;
  if (at < s.len && s.at[at] == '.') {
    out->flags |= NG_TW_DECIMAL;
    return at + 1 < s.len && is_digit(s.at[at + 1]);
  }
  if (at == s.len && n == 4 && value >= 1000 && value < 2100 &&
      !(out->flags & NG_TW_DECIMAL))
    out->flags |= NG_TW_CORE; /* a year */
  return at == s.len || read_suffix(ng_str_slice(s, at, s.len), out);
}

/* --- items ---------------------------------------------------------------- */

static void
read_word(ng_str s, ng_time_item *out)
{
  const ng_time_entry *e = ng_time_word_find(s);
  if (!e)
    return;
  bool name = e->class == NG_TW_MONTH || e->class == NG_TW_WEEKDAY ||
              e->class == NG_TW_HOLIDAY;
  if (name && !(out->flags & NG_TW_CAPITAL))
    return;
  if (name && s.len <= 4 && e->class == NG_TW_WEEKDAY && s.at[s.len - 1] != '.')
    return; /* "Sat", "Sun", "Wed" are also words and names */
  if (e->class == NG_TW_ZONE && !(out->flags & NG_TW_CAPITAL) && e->flags)
    return;
  out->class = e->class;
  out->value = e->value;
  out->flags |= e->flags;
}

/* A hyphen or dash that ties two numbers: "12-13", also "12–13". */
static bool
is_dash(const ng_doc *doc, ng_str s, const ng_token *t)
{
  bool hyphen = s.len == 1 && s.at[0] == '-';
  bool dash = s.len == 3 && (memcmp(s.at, "\xE2\x80\x93", 3) == 0 ||
                             memcmp(s.at, "\xE2\x80\x91", 3) == 0);
  return (hyphen || dash) && t->begin > 0 && t->end < doc->text.len &&
         is_digit(doc->text.at[t->begin - 1]) && is_digit(doc->text.at[t->end]);
}

/* "a.m.", "p.m.", "o'clock", commas, clitics: what the table has not. */
static void
read_other(const ng_doc *doc, ng_str s, const ng_token *t, ng_time_item *out)
{
  if ((s.at[0] | 0x20) == 'a' || (s.at[0] | 0x20) == 'p') {
    bool half = s.len >= 3 && s.at[1] == '.' && (s.at[2] | 0x20) == 'm';
    if (half && s.len <= 4) {
      out->class = NG_TW_AMPM;
      out->flags |= NG_TW_CORE;
      out->value = (s.at[0] | 0x20) == 'p' ? 12 : 0;
    }
    return;
  }
  out->class = NG_TW_WORD;
  if (s.at[0] == ',')
    out->value = NG_WORD_COMMA;
  else if (t->flags & NG_TOKEN_CLITIC)
    out->value = NG_WORD_CLITIC;
  else if (s.at[0] == '%')
    out->value = NG_WORD_PERCENT;
  else if (is_dash(doc, s, t))
    out->value = NG_WORD_DASH;
  else if (t->kind == NG_TOKEN_SYMBOL)
    out->value = NG_WORD_MONEY;
  else
    out->class = NG_TW_NONE;
}

static void
read_item(const ng_doc *doc, const ng_token *t, ng_time_item *out)
{
  ng_str s = ng_doc_text(doc, out->span);
  uint32_t len;
  if (ng_char_at((const uint8_t *)s.at, &len) & NG_CH_UPPER)
    out->flags |= NG_TW_CAPITAL;
  if (is_digit(s.at[0]) || (t->kind == NG_TOKEN_NUMBER && s.len > 2)) {
    if (!read_date(s, out) && !read_clock(s, out) && !read_number(s, out))
      out->class = NG_TW_NONE;
    return;
  }
  read_word(s, out);
  if (out->class == NG_TW_NONE)
    read_other(doc, s, t, out);
}

size_t
ng_time_items(const ng_doc *doc, uint32_t index, ng_time_item *out, size_t cap)
{
  enum { PARTS = 8 };
  const ng_token *t = &doc->tokens.at[index];
  ng_span parts[PARTS];
  size_t n = ng_token_parts(doc, t, parts, PARTS);
  if (n > PARTS)
    n = 0;
  for (size_t k = 0; k < n && k < cap; k++) {
    out[k] = (ng_time_item){.span = parts[k], .token = index};
    if (k)
      out[k].flags |= NG_TW_JOINED;
    read_item(doc, t, &out[k]);
  }
  return n < cap ? n : cap;
}

bool
ng_time_core(const ng_doc *doc, uint32_t index)
{
  enum { PARTS = 8 };
  const ng_token *t = &doc->tokens.at[index];
  ng_time_item items[PARTS];
  ng_str s = ng_str_slice(doc->text, t->begin, t->end);
  bool plain = t->kind == NG_TOKEN_WORD && !(t->flags & NG_TOKEN_HYPHENATED);
  if (plain && s.at[1] != '.') { /* "a.m." is not in the table */
    const ng_time_entry *e = ng_time_word_find(s);
    if (!e || !(e->flags & NG_TW_CORE))
      return false;
  }
  size_t n = ng_time_items(doc, index, items, PARTS);
  for (size_t k = 0; k < n; k++)
    if (items[k].flags & NG_TW_CORE)
      return true;
  return false;
}
