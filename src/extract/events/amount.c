/* amount.c - how much: "a 100-percent tax", "$5 million in aid". */
#include "extract/events/events.h"

enum { DIGITS = 24 };

/* A number being read: its digits without the point, and how many stand behind
 * that. */
typedef struct {
  char digits[DIGITS];
  size_t n, behind;
  bool point;
} number;

static size_t
read_number(ng_str text, size_t i, number *out)
{
  *out = (number){0};
  for (; i < text.len && out->n < DIGITS; i++) {
    char c = text.at[i];
    if (c >= '0' && c <= '9') {
      out->digits[out->n++] = c;
      out->behind += out->point;
    } else if (c == '.' && !out->point && out->n)
      out->point = true;
    else if (c != ',' || !out->n)
      break;
  }
  return i;
}

/* How many zeros a word like "million" stands for; 0: none. */
static size_t
zeros_of(ng_str word)
{
  static const struct {
    const char *word;
    size_t zeros;
  } scales[] = {{"thousand", 3},  {"million", 6}, {"billion", 9},
                {"trillion", 12}, {"m", 6},       {"bn", 9}};
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
    if (ng_str_equal(word, (ng_str){scales[i].word, strlen(scales[i].word)}))
      return scales[i].zeros;
  return 0;
}

/* As a decimal: "3.5" and 9 zeros is "3500000000". */
static ng_str
write_number(ng_arena *arena, const number *x, size_t zeros)
{
  char *at = NG_NEW(arena, char, DIGITS * 2 + 2);
  size_t n = 0, shift = zeros < x->behind ? zeros : x->behind;
  size_t whole = x->n - x->behind + shift;
  for (size_t i = 0; at && i < x->n; i++) {
    if (i == whole)
      at[n++] = '.';
    at[n++] = x->digits[i];
  }
  for (size_t i = shift; at && i < zeros; i++)
    at[n++] = '0';
  return (ng_str){at, at ? n : 0};
}

static ng_str
next_part(ng_str text, size_t *at)
{
  while (*at < text.len && (text.at[*at] == ' ' || text.at[*at] == '-'))
    ++*at;
  size_t begin = *at;
  while (*at < text.len && text.at[*at] != ' ' && text.at[*at] != '-')
    ++*at;
  return ng_str_slice(text, begin, *at);
}

bool
ng_is_money(ng_str text)
{
  static const char *const signs[] = {"$", "£", "€", "¥", "US$", NULL};
  if (!text.len || (ng_is_letter(text.at[0]) && text.at[0] != 'U'))
    return false; /* most */
  for (const char *const *sign = signs; *sign; sign++)
    if (text.len >= strlen(*sign) && memcmp(text.at, *sign, strlen(*sign)) == 0)
      return true;
  return false;
}

/* Read "100-percent", "$5 million", "27 percent"; false if it is no amount. */
static bool
read_amount(ng_arena *arena, ng_str text, ng_event *e)
{
  number x;
  bool dollars = text.len && text.at[0] == '$';
  size_t at = read_number(text, dollars, &x);
  if (!x.n)
    return false;
  size_t zeros = 0;
  ng_str unit = next_part(text, &at);
  if (unit.len && (zeros = zeros_of(unit)) != 0)
    unit = next_part(text, &at);
  bool percent =
      ng_str_equal(unit, NG_LIT("percent")) || ng_str_equal(unit, NG_LIT("%"));
  if (!dollars && !percent)
    return false;
  e->amount = write_number(arena, &x, zeros);
  e->amount_unit = dollars ? NG_LIT("USD") : NG_LIT("percent");
  return e->amount.len > 0;
}

void
ng_event_amount(ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  ng_event *e = &m->doc->events.at[m->doc->events.n - 1];
  uint32_t noun = match->theme != NG_NONE ? match->theme : match->trigger;
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_AMOD || r == NG_REL_NUMMOD || r == NG_REL_COMPOUND ||
         r == NG_REL_NMOD) &&
        read_amount(&m->doc->arena, ng_unit_text(s, c), e))
      return;
  }
}
