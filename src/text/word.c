/* word.c - how far a word goes, and what is split off it. */
#include "text/scan.h"

/* What a word turned out to be while it was scanned. */
typedef struct {
  uint32_t begin;
  uint8_t seen;    /* classes of its ASCII bytes; NG_CH_HIGH if others */
  uint8_t first;   /* class of its first character */
  bool hyphen;     /* has inner hyphens */
  bool link;       /* is an e-mail address or a host name */
  bool checked;    /* its first inner dot has been looked at */
  bool dotted;     /* has inner dots */
  uint32_t host;   /* end of the host name it starts with, or 0 */
  uint32_t joiner; /* where its last joiner was */
} word;

static const uint8_t *const class = ng_char_class;

/* Move on over letters and digits, from one that is not ASCII. */
static uint8_t
run_high(ng_scan *sc)
{
  uint8_t seen = 0;
  for (uint32_t len; class[sc->s[sc->i]] & (NG_CH_WORD | NG_CH_HIGH);
       sc->i += len) {
    uint8_t c = ng_char_at(sc->s + sc->i, &len);
    if (!(c & NG_CH_WORD))
      break;
    seen |= class[sc->s[sc->i]] & NG_CH_HIGH ? NG_CH_HIGH : c;
  }
  return seen;
}

uint8_t
ng_scan_run(ng_scan *sc)
{
  uint8_t seen = ng_run_ascii(sc->s, &sc->i);
  return class[sc->s[sc->i]] & NG_CH_HIGH ? seen | run_high(sc) : seen;
}

/* --- what holds a word together ------------------------------------------- */

/* Move on to the end of an address that starts somewhere before `i`: up to
 * white space or a quote, without the punctuation of the sentence around it. */
static void
run_address(ng_scan *sc)
{
  const uint8_t *s = sc->s;
  uint32_t i = sc->i, len, start = i;
  bool open = false;
  for (; i < sc->end; i += len) {
    if ((ng_char_at(s + i, &len) & NG_CH_SPACE) || s[i] == '<' || s[i] == '>' ||
        s[i] == '"' ||
        (s[i] == 0xE2 && s[i + 1] == 0x80 && s[i + 2] >= 0x98 &&
         s[i + 2] <= 0x9F))
      break;
    open |= s[i] == '(';
  }
  while (i > start && strchr(open ? ".,;:!?'" : ".,;:!?')]}", s[i - 1]))
    i--;
  sc->i = i;
}

/* The end of the dotted name around the dot at `i`, if its last label is a
 * host's or a file's, or it has three labels: "news.example.com", "report.pdf",
 * "alt.fan.tea"; else 0. */
static uint32_t
host_end(const ng_scan *sc, uint32_t i)
{
  uint32_t label = i + 1, end = i, labels = 1;
  while (sc->s[end] == '.' && end + 1 < sc->end &&
         (class[sc->s[end + 1]] & NG_CH_WORD)) {
    label = ++end;
    labels++;
    while (end < sc->end &&
           ((class[sc->s[end]] & NG_CH_WORD) || sc->s[end] == '-'))
      end++;
  }
  if (sc->s[end] == '@')
    return end;
  if (!(class[sc->s[label]] & NG_CH_LOWER) || end < label + 2)
    return 0;
  bool many = labels > 2 && i > 2 && ng_is_ascii_at(sc, i - 2) &&
              ng_is_ascii_at(sc, i + 2);
  return many || ng_host_suffix(ng_scan_slice(sc, label, end)) ? end : 0;
}

/* Does the dot at `i` belong inside the word? */
static bool
joins_dot(ng_scan *sc, word *w)
{
  uint32_t i = sc->i;
  uint8_t before = class[sc->s[i - 1]], after = class[sc->s[i + 1]];
  if (!(after & NG_CH_WORD) || i + 1 >= sc->end)
    return false;
  if (before & after & NG_CH_DIGIT)
    return true;
  if (!w->checked) {
    w->checked = true;
    w->host = host_end(sc, i);
    ng_str head = ng_scan_slice(sc, w->begin, i);
    w->link = w->link || (ng_str_equal(head, NG_LIT("www")) && w->host);
  }
  if (w->link || i < w->host) {
    w->link = true;
    return true;
  }
  if (!(before & NG_CH_LETTER) || !(after & NG_CH_LETTER))
    return false;
  uint32_t since = i - (w->joiner ? w->joiner + 1 : w->begin);
  bool single = !ng_is_word_at(sc, i + 2) || sc->s[i + 2] == '.';
  return since == 1 || (single && since <= 3); /* U.S, e.g, Ph.D */
}

/* Digits, hyphens and digits that are one: a telephone number (groups of three
 * and four) or 2020-07-12; otherwise a range or a score, which is three. */
static bool
joins_digits(const ng_scan *sc, const word *w)
{
  static const char *const shapes[] = {"999-9999",       "999-999-9999",
                                       "9-999-999-9999", "9999-99-99",
                                       "99-99-9999",     "99999-9999"};
  const uint8_t *s = sc->s;
  for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++) {
    uint32_t i = w->begin;
    const char *shape = shapes[k];
    while (*shape && (*shape == '-' ? s[i] == '-' : ng_is_digit_at(sc, i)))
      shape++, i++;
    if (!*shape && !ng_is_word_at(sc, i) && s[i] != '-')
      return true;
  }
  return false;
}

/* Does the hyphen of `len` bytes at `i` belong inside the word? */
static bool
joins_hyphen(const ng_scan *sc, word *w, uint32_t len)
{
  uint32_t i = sc->i;
  if (!ng_is_word_at(sc, i + len))
    return false;
  if (!(w->seen & ~NG_CH_DIGIT) && ng_is_digit_at(sc, i + len))
    return joins_digits(sc, w);
  w->hyphen = true;
  return true;
}

/* Is what follows the apostrophe at `i` (of `len` bytes) a clitic? Its length,
 * or 0: 's 'm 'd 're 've 'll, and n't. */
static uint32_t
clitic(const ng_scan *sc, uint32_t i, uint32_t len)
{
  const uint8_t *r = sc->s + i + len;
  uint8_t a = r[0] | 0x20, b = r[0] ? r[1] | 0x20 : 0;
  if ((a == 's' || a == 'm' || a == 'd') && !ng_is_word_at(sc, i + len + 1))
    return 1;
  if (a == 't' && (sc->s[i - 1] | 0x20) == 'n' &&
      !ng_is_word_at(sc, i + len + 1))
    return 1;
  bool two = (a == 'r' && b == 'e') || (a == 'v' && b == 'e') ||
             (a == 'l' && b == 'l');
  return two && !ng_is_word_at(sc, i + len + 2) ? 2 : 0;
}

/* "1990's" and "80's" are decades, "2019's" is a possessive. */
static bool
is_decade(const ng_scan *sc, const word *w)
{
  uint32_t n = sc->i - w->begin;
  return !(w->seen & ~NG_CH_DIGIT) && (n == 2 || n == 4) &&
         sc->s[sc->i - 1] == '0' && (n == 2 || sc->s[w->begin] <= '2');
}

/* Does the apostrophe of `len` bytes belong inside the word: O'Neil, Qa'ida,
 * 1990's? Not if a clitic follows. */
static bool
joins_apostrophe(const ng_scan *sc, const word *w, uint32_t len)
{
  uint32_t i = sc->i;
  if (!ng_is_word_at(sc, i + len))
    return false;
  if (clitic(sc, i, len))
    return sc->s[i + len] == 's' && is_decade(sc, w);
  return !ng_is_digit_at(sc, i - 1) && !ng_is_digit_at(sc, i + len);
}

static bool
joins_comma(const ng_scan *sc)
{
  return ng_is_digit_at(sc, sc->i - 1) && ng_is_digit_at(sc, sc->i + 1);
}

/* "9/11", "12/31/2019", "n/a"; but "and/or" is three. */
static bool
joins_slash(const ng_scan *sc, const word *w)
{
  uint32_t i = sc->i;
  if (ng_is_digit_at(sc, i - 1) && ng_is_digit_at(sc, i + 1))
    return !(w->seen & ~NG_CH_DIGIT);
  return i - w->begin == 1 && ng_is_ascii_at(sc, i - 1) &&
         ng_is_ascii_at(sc, i + 1) && !ng_is_word_at(sc, i + 2);
}

/* "AT&T", "R&D", "PG&E". */
static bool
joins_ampersand(const ng_scan *sc, const word *w)
{
  bool initials = !(w->seen & ~NG_CH_UPPER);
  return ng_is_ascii_at(sc, sc->i + 1) &&
         (sc->i - w->begin <= 2 ||
          (initials && class[sc->s[sc->i + 1]] & NG_CH_UPPER));
}

/* The bytes of what holds the word together at `i`, or 0. */
static uint32_t
joiner(ng_scan *sc, word *w)
{
  const uint8_t *s = sc->s + sc->i;
  uint32_t len;
  if (sc->i == w->begin)
    return 0;
  switch (*s) {
  case '.':
    return joins_dot(sc, w) ? 1 : 0;
  case ',':
  case ':':
    return joins_comma(sc) ? 1 : 0;
  case '&':
    return joins_ampersand(sc, w) ? 1 : 0;
  case '/':
    return joins_slash(sc, w) ? 1 : 0;
  case '_':
    return ng_is_word_at(sc, sc->i + 1) ? 1 : 0;
  case '@':
    w->link = w->link || ng_is_word_at(sc, sc->i + 1);
    return ng_is_word_at(sc, sc->i + 1) ? 1 : 0;
  default:
    if ((len = ng_apostrophe(s)))
      return joins_apostrophe(sc, w, len) ? len : 0;
    len = ng_hyphen(s);
    return len && joins_hyphen(sc, w, len) ? len : 0;
  }
}

/* Move on to the end of the word that starts at `i`. */
static void
run_word(ng_scan *sc, word *w)
{
  for (;;) {
    w->seen |= ng_scan_run(sc);
    if (!(class[sc->s[sc->i]] & (NG_CH_JOIN | NG_CH_HIGH)))
      break;
    uint32_t len = joiner(sc, w);
    if (!len)
      break;
    w->joiner = sc->i;
    w->dotted |= sc->s[sc->i] == '.';
    sc->i += len;
  }
  const uint8_t *s = sc->s + sc->i;
  if ((s[0] == ':' && s[1] == '/' && s[2] == '/') || (w->host && s[0] == '/')) {
    w->link = true;
    run_address(sc);
  }
}

/* --- words ---------------------------------------------------------------- */

/* Two letters or more, all upper case? Looks at every character. */
static bool
all_capitals(const ng_scan *sc, uint32_t begin, uint32_t end)
{
  uint32_t len, n = 0;
  for (uint32_t i = begin; i < end; i += len) {
    uint8_t c = ng_char_at(sc->s + i, &len);
    if (c & NG_CH_LOWER)
      return false;
    n += c & NG_CH_UPPER ? 1 : 0;
  }
  return n >= 2;
}

static unsigned
word_flags(const ng_scan *sc, const word *w, uint32_t end)
{
  unsigned flags = w->hyphen ? NG_TOKEN_HYPHENATED : 0;
  if (!(w->first & NG_CH_UPPER) && !(w->seen & NG_CH_UPPER))
    return flags;
  if (w->first & NG_CH_UPPER)
    flags |= NG_TOKEN_CAPITAL;
  if (!(w->seen & NG_CH_LOWER) && all_capitals(sc, w->begin, end))
    flags |= NG_TOKEN_ALL_CAPS;
  return flags;
}

static void
push_word(ng_scan *sc, const word *w, uint32_t end)
{
  unsigned kind = w->link                                ? NG_TOKEN_LINK
                  : w->first & NG_CH_DIGIT && !w->hyphen ? NG_TOKEN_NUMBER
                                                         : NG_TOKEN_WORD;
  ng_scan_push(sc, (ng_span){w->begin, end}, kind, word_flags(sc, w, end));
}

/* The word that starts at the first non-space at or behind `i`. */
static ng_str
next_word(const ng_scan *sc, uint32_t i)
{
  while (i < sc->end && sc->s[i] == ' ')
    i++;
  uint32_t end = i;
  while (end < sc->end && end < i + 16 && (class[sc->s[end]] & NG_CH_LETTER))
    end++;
  return ng_scan_slice(sc, i, end);
}

static bool
number_follows(const ng_scan *sc, uint32_t i)
{
  while (sc->s[i] == ' ')
    i++;
  return i < sc->end && ng_is_digit_at(sc, i);
}

/* A single capital before a full stop: an initial, unless the sentence plainly
 * ends with it ("plan B. The"). */
static bool
is_initial(const ng_scan *sc, const word *w)
{
  uint32_t n = sc->i - w->begin;
  if (!(w->first & NG_CH_UPPER) ||
      (n != 1 && !(n == 2 && w->seen & NG_CH_HIGH)))
    return false;
  if (sc->s[w->begin] == 'I' && ng_starts_sentence(next_word(sc, sc->i + 1)))
    return false;
  const ng_doc *doc = sc->doc;
  bool small = doc->tokens.n && sc->last != NG_NONE &&
               !(doc->tokens.at[doc->tokens.n - 1].flags & NG_TOKEN_CAPITAL) &&
               doc->tokens.at[doc->tokens.n - 1].kind == NG_TOKEN_WORD;
  return !(small && ng_starts_sentence(next_word(sc, sc->i + 1)));
}

/* The number of a list's item, "1.", at the start of a paragraph. */
static bool
is_item(const ng_scan *sc, const word *w)
{
  return sc->first && sc->i - w->begin <= 3 && !(w->seen & ~NG_CH_DIGIT) &&
         sc->s[sc->i + 1] == ' ';
}

/* Does the full stop at `i` belong to the word? If so, what may it end? */
static bool
takes_stop(const ng_scan *sc, const word *w, ng_stop *stop)
{
  *stop = NG_STOP_NONE;
  if (w->link || sc->s[sc->i + 1] == '.')
    return false;
  if (is_item(sc, w) || is_initial(sc, w))
    return true;
  ng_str text = ng_scan_slice(sc, w->begin, sc->i);
  if (w->dotted && !(w->first & NG_CH_DIGIT) && text.len <= 9) {
    *stop = NG_STOP_ABBREV; /* U.S, e.g, Ph.D */
    return true;
  }
  unsigned bits = ng_abbrev(text);
  if (!bits || (bits & NG_ABBREV_NUMBER && !number_follows(sc, sc->i + 1)))
    return false;
  *stop = bits & (NG_ABBREV_TITLE | NG_ABBREV_NUMBER) ? NG_STOP_NONE
                                                      : NG_STOP_ABBREV;
  return true;
}

/* Split [begin, i) at `at`: "can|not", "gon|na". */
static bool
push_contraction(ng_scan *sc, const word *w)
{
  static const struct {
    char text[8];
    uint8_t at;
  } table[] = {{"cannot", 3}, {"gonna", 3}, {"gotta", 3}, {"wanna", 3}};
  uint32_t n = sc->i - w->begin;
  const uint8_t *s = sc->s + w->begin;
  if (!ng_may_contract(s, n) || w->seen != (w->seen & NG_CH_LETTER))
    return false;
  for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
    uint32_t at = table[k].at;
    if (strlen(table[k].text) != n || (s[0] | 0x20) != table[k].text[0] ||
        memcmp(s + 1, table[k].text + 1, n - 1) != 0)
      continue;
    push_word(sc, w, w->begin + at);
    ng_scan_push(sc, (ng_span){w->begin + at, sc->i}, NG_TOKEN_WORD, 0);
    return true;
  }
  return false;
}

/* Split "10pm" and "5km" into number and unit. */
static bool
push_quantity(ng_scan *sc, const word *w)
{
  uint32_t at = sc->i;
  if (!(w->first & NG_CH_DIGIT) || !(w->seen & NG_CH_LETTER) || w->hyphen)
    return false;
  while (at > w->begin && ng_is_ascii_at(sc, at - 1))
    at--;
  if (at == w->begin || !ng_unit_suffix(ng_scan_slice(sc, at, sc->i)))
    return false;
  ng_scan_push(sc, (ng_span){w->begin, at}, NG_TOKEN_NUMBER, 0);
  ng_scan_push(sc, (ng_span){at, sc->i}, NG_TOKEN_WORD, 0);
  return true;
}

/* The word up to `i`, and the clitic that the apostrophe of `len` bytes at `i`
 * starts, if one does. */
static void
push_clitic(ng_scan *sc, const word *w, uint32_t len)
{
  uint32_t i = sc->i, more = clitic(sc, i, len), begin = i;
  bool plural = !more && (sc->s[i - 1] | 0x20) == 's' &&
                !ng_is_word_at(sc, i + len) && i - w->begin > 1;
  if (more && (sc->s[i + len] | 0x20) == 't' && i - w->begin > 1)
    begin = i - 1; /* n't */
  else if (more && (sc->s[i + len] | 0x20) == 't')
    more = 0;
  push_word(sc, w, begin);
  if (!more && !plural)
    return;
  sc->i = i + len + more;
  ng_scan_push(sc, (ng_span){begin, sc->i},
               more ? NG_TOKEN_WORD : NG_TOKEN_PUNCT, NG_TOKEN_CLITIC);
}

void
ng_scan_word(ng_scan *sc, uint8_t first)
{
  word w = {.begin = sc->i, .first = first};
  if (!(class[sc->s[sc->i]] & (NG_CH_WORD | NG_CH_HIGH)))
    sc->i++; /* a sign */
  run_word(sc, &w);
  const uint8_t *s = sc->s + sc->i;
  uint32_t len;
  if (*s == '.' && takes_stop(sc, &w, &sc->stop)) {
    sc->i++;
    push_word(sc, &w, sc->i);
  } else if ((len = ng_apostrophe(s))) {
    push_clitic(sc, &w, len);
  } else if (*s == '$' && w.seen == NG_CH_UPPER && sc->i - w.begin <= 3) {
    sc->i++; /* US$ */
    ng_scan_push(sc, (ng_span){w.begin, sc->i}, NG_TOKEN_SYMBOL, 0);
  } else if (!push_contraction(sc, &w) && !push_quantity(sc, &w)) {
    push_word(sc, &w, sc->i);
  }
}
