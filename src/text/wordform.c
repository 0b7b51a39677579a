#include "text/wordform.h"
#include "core/utf8.h"

/* Longer words are read as their first 255 bytes: no feature tells more. */
enum { LONGEST = 255, SHAPE = 15 };

static uint32_t
finish(uint32_t h)
{
  h ^= h >> 15;
  h *= 0x85ebca6bU;
  h ^= h >> 13;
  return h ? h : 1;
}

/* FNV-1a, with a last mix: its low bits alone are weak. */
static uint32_t
hash(const char *at, size_t n)
{
  uint32_t h = 2166136261U;
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char)at[i]) * 16777619U;
  return finish(h);
}

uint32_t
ng_form_hash(ng_str text)
{
  return hash(text.at, text.len);
}

/* Upper case in the Latin, Greek and Cyrillic blocks that news in English
 * quotes; the alternating pairs of Latin Extended are upper on even numbers
 * but for two runs. */
static bool
is_upper(uint32_t c)
{
  if (c < 0x80)
    return c >= 'A' && c <= 'Z';
  if (c < 0x100)
    return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c < 0x180)
    return (c >= 0x139 && c <= 0x148) || c >= 0x179 ? c & 1 : !(c & 1);
  return (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F) ||
         (c >= 0x1E00 && c <= 0x1EFF && !(c & 1));
}

typedef struct {
  char lower[LONGEST];
  char shape[SHAPE];
  size_t n, n_shape, n_upper, n_chars;
} scan;

static void
add_class(scan *s, char class)
{
  if (s->n_shape < SHAPE &&
      (s->n_shape == 0 || s->shape[s->n_shape - 1] != class))
    s->shape[s->n_shape++] = class;
}

static char
ascii_class(scan *s, size_t i, char c, uint8_t *flags)
{
  if (c >= 'A' && c <= 'Z') {
    s->lower[i] = (char)(c + ('a' - 'A'));
    s->n_upper++;
    return 'X';
  }
  if (c >= 'a' && c <= 'z')
    return 'x';
  if (c >= '0' && c <= '9') {
    s->lower[i] = '0';
    *flags |= NG_FORM_DIGIT;
    return 'd';
  }
  if (c == '-')
    *flags |= NG_FORM_HYPHEN;
  return c;
}

/* Beyond ASCII bytes stay as they are, only their case counts. */
static size_t
wide_class(scan *s, ng_str rest)
{
  uint32_t c = 0;
  size_t n = ng_utf8_decode(rest, &c);
  bool upper = n && is_upper(c);
  s->n_upper += upper;
  add_class(s, upper ? 'X' : 'u');
  return n ? n : 1;
}

static uint8_t
scan_text(scan *s, ng_str text)
{
  uint8_t flags = 0;
  s->n = text.len < LONGEST ? text.len : LONGEST;
  memcpy(s->lower, text.at, s->n);
  for (size_t i = 0; i < s->n; s->n_chars++) {
    if ((unsigned char)text.at[i] < 0x80) {
      add_class(s, ascii_class(s, i, text.at[i], &flags));
      i++;
    } else {
      i += wide_class(s, ng_str_slice(text, i, s->n));
    }
    if (i && s->n_chars == 0 && s->n_upper)
      flags |= NG_FORM_CAPITAL;
  }
  if (s->n_upper)
    flags |= NG_FORM_UPPER;
  if (s->n_upper && s->n_upper == s->n_chars)
    flags |= NG_FORM_ALL_CAPS;
  return flags;
}

/* Up to four bytes as a number that also tells how many they are. */
static uint32_t
pack(const char *at, size_t n)
{
  uint32_t x = 0;
  for (size_t i = 0; i < n; i++)
    x = x << 8 | (unsigned char)at[i];
  return x;
}

static size_t
least(size_t a, size_t b)
{
  return a < b ? a : b;
}

/* The first and last bytes of a word in lower case. */
static void
read_ends(ng_form *out, const char *lower, size_t n)
{
  if (n >= 4) { /* most */
    const uint32_t last = pack(lower + n - 4, 4), first = pack(lower, 3);
    out->suffix[0] = last & 0xFF;
    out->suffix[1] = last & 0xFFFF;
    out->suffix[2] = last & 0xFFFFFF;
    out->suffix[3] = last;
    out->prefix[0] = first >> 8;
    out->prefix[1] = first;
    return;
  }
  for (size_t k = 0; k < 4; k++) {
    size_t m = least(k + 1, n);
    out->suffix[k] = pack(lower + n - m, m);
  }
  for (size_t k = 0; k < 2; k++)
    out->prefix[k] = pack(lower, least(k + 2, n));
}

/* Is it all lower-case ASCII, as most words are? */
static bool
is_plain(ng_str text)
{
  size_t i = 0;
  while (i < text.len && text.at[i] >= 'a' && text.at[i] <= 'z')
    i++;
  return i == text.len && i > 0 && i <= LONGEST;
}

void
ng_form_read(ng_form *out, ng_str text)
{
  *out = (ng_form){.tag = NG_NO_TAG};
  out->form = hash(text.at, text.len);
  if (is_plain(text)) {
    out->lower = out->word = out->form;
    out->shape = hash("x", 1);
    read_ends(out, text.at, text.len);
  } else {
    scan s;
    s.n = s.n_shape = s.n_upper = s.n_chars = 0;
    out->flags = scan_text(&s, text);
    out->lower = out->word = hash(s.lower, s.n);
    out->shape = hash(s.shape, s.n_shape);
    read_ends(out, s.lower, s.n);
  }
  out->ambiguity = 0x80000000U | out->flags;
}

void
ng_form_forget(ng_form *form)
{
  form->form = form->lower = NG_UNKNOWN_WORD;
  form->ambiguity = 0x80000000U | form->flags;
  form->tag = NG_NO_TAG;
}
