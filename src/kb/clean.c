#include "kb/clean.h"
#include "core/utf8.h"

static int
hex(char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  c |= 32;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The code point that \uXXXX at `i` is, or 0. */
static uint32_t
escape_at(ng_str s, size_t i)
{
  uint32_t code = 0;
  if (i + 6 > s.len || s.at[i] != '\\' || s.at[i + 1] != 'u')
    return 0;
  for (size_t k = i + 2; k < i + 6; k++) {
    int digit = hex(s.at[k]);
    if (digit < 0)
      return 0;
    code = code * 16 + (uint32_t)digit;
  }
  return code >= 0xD800 && code < 0xE000 ? 0xFFFD : code;
}

ng_str
ng_clean_text(ng_str text, char *room)
{
  size_t n = 0;
  for (size_t i = 0; i < text.len;) {
    uint32_t code = escape_at(text, i);
    if (code) {
      n += ng_utf8_encode(code, room + n); /* six bytes become three at most */
      i += 6;
    } else {
      room[n++] = text.at[i++];
    }
  }
  size_t begin = 0;
  while (begin < n && (unsigned char)room[begin] <= ' ')
    begin++;
  while (n > begin && (unsigned char)room[n - 1] <= ' ')
    n--;
  return (ng_str){room + begin, n - begin};
}

static bool
is_lower(char c)
{
  return c >= 'a' && c <= 'z';
}

/* "DE - Germany" */
static bool
is_code_and_name(ng_str s)
{
  return s.len > 5 && ng_is_upper(s.at[0]) && ng_is_upper(s.at[1]) &&
         memcmp(s.at + 2, " - ", 3) == 0;
}

/* Four-byte characters in names are emoji and flags. */
static bool
has_emoji(ng_str s)
{
  for (size_t i = 0; i < s.len; i++)
    if ((unsigned char)s.at[i] >= 0xF0)
      return true;
  return false;
}

static bool
is_possessive(ng_str s)
{
  return s.len > 2 && s.at[s.len - 1] == 's' && s.at[s.len - 2] == '\'';
}

/* "family guy" beside "Family Guy". */
static bool
is_lower_copy(ng_str alias, ng_str label)
{
  bool differs = false;
  if (alias.len != label.len)
    return false;
  for (size_t i = 0; i < alias.len; i++) {
    if (alias.at[i] == label.at[i])
      continue;
    if (!ng_is_upper(label.at[i]) || alias.at[i] != (label.at[i] | 32))
      return false;
    differs = true;
  }
  return differs;
}

bool
ng_clean_alias(ng_str alias, ng_str label)
{
  if (alias.len < 2 || alias.len > 200 || alias.at[0] == '@' ||
      alias.at[0] == '#')
    return false;
  if (alias.len == 2 && is_lower(alias.at[0]) && is_lower(alias.at[1]))
    return false;
  return !is_code_and_name(alias) && !has_emoji(alias) &&
         !is_possessive(alias) && !is_lower_copy(alias, label);
}
