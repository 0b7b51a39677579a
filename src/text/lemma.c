#include "text/lemma.h"

#include <stddef.h>

/* The bytes of a rule by which it is found. */
enum { KEY = offsetof(ng_lemma_rule, strip) };

ng_lemma_rule
ng_lemma_ending(ng_str form, unsigned xpos, size_t n)
{
  ng_lemma_rule key = {.xpos = (uint8_t)xpos, .n_suffix = (uint8_t)n};
  for (size_t i = 0; i < n; i++)
    key.suffix[i] = form.at[form.len - 1 - i];
  return key;
}

/* The key as a number: numbers are ordered as keys are. */
static uint64_t
number(const ng_lemma_rule *rule)
{
  unsigned char b[KEY]; /* not in a loop: one load and a swap */
  memcpy(b, rule, KEY);
  return (uint64_t)b[0] << 56 | (uint64_t)b[1] << 48 | (uint64_t)b[2] << 40 |
         (uint64_t)b[3] << 32 | (uint64_t)b[4] << 24 | (uint64_t)b[5] << 16 |
         (uint64_t)b[6] << 8 | b[7];
}

/* The first rule that is `key` or behind it; n if there is none. */
static uint32_t
find_key(const ng_lemma_rule *rules, uint32_t n, uint64_t key)
{
  uint32_t low = 0, high = n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (number(&rules[middle]) < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Rules are ordered by class, then by the length of what they end in: those of
 * a class are few, and the longest stand last. */
const ng_lemma_rule *
ng_lemma_rule_find(const ng_lemma_rule *rules, uint32_t n, ng_str form,
                   unsigned xpos)
{
  size_t longest = form.len < NG_RULE_SUFFIX ? form.len : NG_RULE_SUFFIX;
  ng_lemma_rule key = ng_lemma_ending(form, xpos, longest);
  uint64_t ending = number(&key) << 16;
  char end = key.suffix[0];
  if (n && rules[n - 1].xpos != xpos) {
    key = (ng_lemma_rule){.xpos = (uint8_t)xpos, .n_suffix = UINT8_MAX};
    n = find_key(rules, n, number(&key));
  }
  for (; n && rules[n - 1].xpos == xpos; n--) {
    unsigned k = rules[n - 1].n_suffix;
    if (k && rules[n - 1].suffix[0] != end)
      continue; /* most */
    uint64_t other = (number(&rules[n - 1]) << 16) ^ ending;
    if (k == 0 || (k <= longest && other >> (64 - 8 * k) == 0))
      return &rules[n - 1];
  }
  return NULL;
}

static int
compare_word(const ng_model *m, const ng_lemma_word *w, ng_str form)
{
  const char *at = m->sections[NG_MODEL_STRINGS].at + w->offset;
  size_t n = w->n_form < form.len ? w->n_form : form.len;
  if (n && at[0] != form.at[0]) /* most differ here */
    return (unsigned char)at[0] < (unsigned char)form.at[0] ? -1 : 1;
  int order = memcmp(at, form.at, n);
  if (order)
    return order;
  return w->n_form == form.len ? 0 : w->n_form < form.len ? -1 : 1;
}

static const ng_lemma_word *
find_exception(const ng_model *m, ng_str form, unsigned xpos)
{
  ng_model_range range = m->lemmas_of[xpos];
  unsigned bit = form.len ? ng_lemma_bit(form, xpos) : 0;
  if (!(m->lemma_bits[bit / 64] >> bit % 64 & 1))
    return NULL; /* most */
  uint32_t low = range.begin, high = range.end;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int order = compare_word(m, &m->lemmas[middle], form);
    if (order == 0)
      return &m->lemmas[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

/* The first rule of a class is the one for any ending, if it has one. */
static const ng_lemma_rule *
find_rule(const ng_model *m, ng_str form, unsigned xpos)
{
  ng_model_range range = m->rules_of[xpos];
  if (range.end == 0)
    return NULL;
  unsigned end = form.len ? form.at[form.len - 1] & 31 : 0;
  bool fits = m->rule_ends[xpos] >> end & 1;
  return ng_lemma_rule_find(m->rules, fits ? range.end : range.begin + 1, form,
                            xpos);
}

static bool
keeps_case(unsigned xpos)
{
  return xpos == NG_XPOS_NNP || xpos == NG_XPOS_NNPS;
}

/* Whether the last `strip` bytes begin inside a character: what a rule learnt
 * of other words does not fit this one. */
static bool
cuts_character(ng_str form, size_t strip)
{
  return strip && ((unsigned char)form.at[form.len - strip] & 0xC0) == 0x80;
}

static bool
is_vowel(char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Does a verb's stem lack its "e": "struggl", or of one syllable, "rul", where
 * a stem without one would have doubled its last letter? */
static bool
lacks_e(ng_str stem)
{
  if (stem.len < 3 || is_vowel(stem.at[stem.len - 1]) ||
      strchr("wxh", stem.at[stem.len - 1]))
    return false;
  char before = stem.at[stem.len - 2];
  if (stem.at[stem.len - 1] == 'l' && strchr("bcdfgkpstz", before))
    return true;
  if (!is_vowel(before) || is_vowel(stem.at[stem.len - 3]))
    return false;
  for (size_t i = 0; i + 2 < stem.len; i++)
    if (is_vowel(stem.at[i]))
      return false;
  return true;
}

static bool
is_inflected_verb(unsigned xpos)
{
  return xpos == NG_XPOS_VBD || xpos == NG_XPOS_VBN || xpos == NG_XPOS_VBG;
}

size_t
ng_lemma(const ng_model *m, ng_str form, unsigned xpos, char out[NG_LEMMA_ROOM])
{
  if (form.len + NG_RULE_APPEND > NG_LEMMA_ROOM)
    return 0;
  if (keeps_case(xpos)) {
    memcpy(out, form.at, form.len);
    return form.len;
  }
  memset(out, 0, NG_LEMMA_ROOM);
  memcpy(out, form.at, form.len);
  for (size_t i = 0; i < NG_LEMMA_ROOM; i++) /* all: many at a time */
    out[i] = (char)(out[i] + (out[i] >= 'A' && out[i] <= 'Z') * ('a' - 'A'));
  if (xpos >= NG_N_XPOS)
    return form.len;
  ng_str lower = {out, form.len};
  const ng_lemma_word *word = find_exception(m, lower, xpos);
  if (word && word->n_lemma <= NG_LEMMA_ROOM) {
    const char *strings = m->sections[NG_MODEL_STRINGS].at;
    memcpy(out, strings + word->offset + word->n_form, word->n_lemma);
    return word->n_lemma;
  }
  const ng_lemma_rule *rule = find_rule(m, lower, xpos);
  if (!rule || rule->strip >= form.len || cuts_character(lower, rule->strip))
    return form.len;
  memcpy(out + form.len - rule->strip, rule->append, rule->n_append);
  size_t n = form.len - rule->strip + rule->n_append;
  if (n == 2 && form.len == 4 && out[1] == 'y' && is_inflected_verb(xpos))
    return (out[1] = 'i', out[2] = 'e', 3); /* "lied", "tied" */
  if (n < form.len && is_vowel(form.at[n]) && is_inflected_verb(xpos) &&
      lacks_e((ng_str){out, n}))
    out[n++] = 'e';
  return n;
}
