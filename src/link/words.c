/* words.c - what surrounds each word. */
#include "link/words.h"
#include "core/fail.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/word_slots.h"

/* A word, zeros behind it. */
typedef struct {
  char word[NG_ENTRY_ROOM];
  uint8_t class;
} entry;

#define T NG_WORD_TITLE
#define P NG_WORD_PLACE
#define F NG_WORD_TO
#define D NG_WORD_DETERMINER
#define O NG_WORD_POSSESSIVE
#define W NG_WORD_WITH
#define S NG_WORD_SPEECH
#define B NG_WORD_BE
#define R NG_WORD_SPORT
#define G NG_WORD_BODY
#define M NG_WORD_DAY
#define X NG_WORD_FORMER
#define N NG_WORD_PRONOUN
#define E NG_WORD_PEOPLE
#define H NG_WORD_HEADING
#define Y NG_WORD_GAME

static const entry entries[] = {
#include "link/words.inc"
};

#undef T
#undef P
#undef F
#undef D
#undef O
#undef W
#undef S
#undef B
#undef R
#undef G
#undef M
#undef X
#undef N
#undef E
#undef H
#undef Y

bool
ng_word_ascii(ng_str word, char out[NG_WORD_ROOM])
{
  size_t n = 0;
  out[0] = '\0';
  for (size_t i = 0; i < word.len; i++) {
    char c = word.at[i];
    if (c == '.')
      continue;
    if ((unsigned char)c >= 0x80 || n + 1 >= NG_WORD_ROOM) {
      out[0] = '\0';
      return false;
    }
    out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  out[n] = '\0';
  return true;
}

bool
ng_label_has_word(ng_str label, const char *folded)
{
  char word[NG_WORD_ROOM];
  while (label.len) {
    ng_str next = ng_str_cut(&label, ' ');
    /* most differ here; full stops do not count */
    bool other = next.len && next.at[0] != '.' &&
                 (next.at[0] | 0x20) != (folded[0] | 0x20);
    if (!other && ng_word_ascii(next, word) && strcmp(word, folded) == 0)
      return true;
  }
  return false;
}

enum { SLOT_MASK = 4095 };
static const uint16_t slots[SLOT_MASK + 1] = {
#include "words_index.inc"
};

static ng_word_class
class_of(ng_str word)
{
  if (word.len == 0 || word.len >= NG_WORD_ROOM)
    return NG_WORD_OTHER;
  unsigned at = ng_word_slot(word, SLOT_MASK);
  for (;; at = (at + 1) & SLOT_MASK) {
    bool any = slots[at] != 0;
    const entry *e = &entries[slots[at] - any];
    bool same = any & ng_word_same(e->word, sizeof e->word, word);
    if (same | !any) /* which of both would be guessed wrong */
      return same ? (ng_word_class)e->class : NG_WORD_OTHER;
  }
}

ng_word_class
ng_word_class_of(const char *folded)
{
  char room[NG_ENTRY_ROOM] = {0};
  size_t len = strlen(folded);
  if (len >= NG_WORD_ROOM)
    return NG_WORD_OTHER;
  memcpy(room, folded, len + 1);
  return class_of((ng_str){room, len});
}

bool
ng_word_is_all(ng_str word, const char *ascii)
{
  for (size_t k = 0; k < word.len; k++) {
    char c = word.at[k];
    if (c == '.')
      continue;
    if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != *ascii || !*ascii)
      return false;
    ascii++;
  }
  return !*ascii;
}

bool
ng_initials_listed(ng_str word, ng_str list)
{
  char plain[NG_WORD_ROOM];
  return ng_word_ascii(word, plain) &&
         ng_str_among((ng_str){plain, strlen(plain)}, list);
}

ng_word_class
ng_word_class_at(const ng_doc *doc, uint32_t i, int by)
{
  int64_t at = (int64_t)i + by;
  if (at < 0 || at >= doc->notes.n ||
      doc->notes.at[at].sentence != doc->notes.at[i].sentence)
    return NG_WORD_EDGE;
  return (ng_word_class)doc->notes.at[at].class;
}

ng_gap
ng_gap_after(const ng_doc *doc, uint32_t i)
{
  return i + 1 < doc->notes.n ? (ng_gap)doc->notes.at[i + 1].gap : NG_GAP_BREAK;
}

/* --- gaps ----------------------------------------------------------------- */

/* What was seen between two words. */
enum {
  SEEN_SPACE = 1,
  SEEN_LINE = 2,
  SEEN_STOP = 4,
  SEEN_HYPHEN = 8,
  SEEN_APOSTROPHE = 16,
  SEEN_AMPERSAND = 32,
  SEEN_COMMA = 64,
  SEEN_SLASH = 128,
  SEEN_OPEN = 256,
  SEEN_CLOSE = 512,
  SEEN_QUOTE = 1024,
  SEEN_DASH = 2048,
  SEEN_COLON = 4096,
  SEEN_OTHER = 8192,
  SEEN_BLANK_LINE = 16384
};

static unsigned
see_ascii(char c)
{
  switch (c) {
  case ' ':
  case '\t':
  case '\r':
    return SEEN_SPACE;
  case '\n':
    return SEEN_LINE;
  case '.':
    return SEEN_STOP;
  case '-':
    return SEEN_HYPHEN;
  case '\'':
    return SEEN_APOSTROPHE;
  case '&':
    return SEEN_AMPERSAND;
  case ',':
    return SEEN_COMMA;
  case '/':
    return SEEN_SLASH;
  case '(':
  case '[':
    return SEEN_OPEN;
  case ')':
  case ']':
    return SEEN_CLOSE;
  case '"':
    return SEEN_QUOTE;
  case ':':
    return SEEN_COLON;
  default:
    return SEEN_OTHER;
  }
}

/* The punctuation of U+2010..U+201F, spaces of any width, and what is not seen.
 */
static unsigned
see_wide(ng_str rest, size_t *len)
{
  uint32_t c;
  *len = ng_utf8_decode(rest, &c);
  if (!*len) {
    *len = 1;
    return SEEN_OTHER;
  }
  if (c == 0x2010 || c == 0x2011)
    return SEEN_HYPHEN;
  if (c >= 0x2012 && c <= 0x2015)
    return SEEN_DASH;
  if (c == 0x2018 || c == 0x2019)
    return SEEN_APOSTROPHE;
  if (c >= 0x201A && c <= 0x201F)
    return SEEN_QUOTE;
  ng_look look = ng_utf8_look(c);
  return look == NG_LOOK_INK     ? SEEN_OTHER
         : look == NG_LOOK_SPACE ? SEEN_SPACE
                                 : 0;
}

static unsigned
see_gap(ng_str gap)
{
  unsigned seen = 0;
  for (size_t i = 0, len = 1; i < gap.len; i += len) {
    len = 1;
    unsigned one = (unsigned char)gap.at[i] < 0x80
                       ? see_ascii(gap.at[i])
                       : see_wide(ng_str_slice(gap, i, gap.len), &len);
    if (one == SEEN_LINE && (seen & SEEN_LINE))
      seen |= SEEN_BLANK_LINE;
    seen |= one;
  }
  return seen;
}

static ng_gap
gap_kind(unsigned seen)
{
  unsigned marks = seen & ~(unsigned)(SEEN_SPACE | SEEN_LINE);
  bool spaced = seen & (SEEN_SPACE | SEEN_LINE);
  if (seen & (SEEN_BLANK_LINE | SEEN_OTHER))
    return NG_GAP_BREAK;
  if (marks & SEEN_OPEN)
    return NG_GAP_OPEN;
  if (marks & SEEN_CLOSE)
    return NG_GAP_CLOSE;
  if (marks & SEEN_QUOTE)
    return NG_GAP_QUOTE;
  if (marks & SEEN_COLON)
    return NG_GAP_COLON;
  switch (marks) {
  case 0:
    return spaced ? NG_GAP_SPACE : NG_GAP_NONE;
  case SEEN_HYPHEN:
    return spaced ? NG_GAP_DASH : NG_GAP_HYPHEN;
  case SEEN_APOSTROPHE:
    return spaced ? NG_GAP_QUOTE : NG_GAP_APOSTROPHE;
  case SEEN_STOP:
    return NG_GAP_STOP;
  case SEEN_AMPERSAND:
    return NG_GAP_AMPERSAND;
  case SEEN_SLASH:
    return NG_GAP_SLASH;
  case SEEN_DASH:
    return NG_GAP_DASH;
  default:
    return marks & SEEN_COMMA ? NG_GAP_COMMA : NG_GAP_BREAK;
  }
}

/* --- notes ---------------------------------------------------------------- */

/* Abbreviations after which a stop ends no name. */
static bool
is_abbreviation(const ng_doc *doc, uint32_t i)
{
  static const char *const list[] = {"st", "mr",  "mrs", "ms",  "dr",
                                     "jr", "sr",  "mt",  "ft",  "gen",
                                     "lt", "col", "sen", "gov", "rep"};
  ng_str word = ng_word_text(doc, i);
  char folded[NG_WORD_ROOM];
  if (word.len > 3 || !ng_word_ascii(word, folded))
    return false;
  if (word.len == 1)
    return true;
  for (size_t k = 0; k < sizeof list / sizeof *list; k++)
    if (strcmp(folded, list[k]) == 0)
      return true;
  return false;
}

/* "Amazon.com": nothing but a stop before a small letter. */
static bool
is_dotted(const ng_doc *doc, uint32_t i)
{
  char c = doc->text.at[doc->words.at[i].begin];
  return c >= 'a' && c <= 'z' &&
         doc->words.at[i].begin == doc->words.at[i - 1].end + 1;
}

static bool
joins(const ng_doc *doc, uint32_t i, ng_gap gap)
{
  switch (gap) {
  case NG_GAP_NONE:
  case NG_GAP_SPACE:
  case NG_GAP_HYPHEN:
  case NG_GAP_APOSTROPHE:
  case NG_GAP_AMPERSAND:
  case NG_GAP_COMMA:
  case NG_GAP_SLASH:
  case NG_GAP_DASH:
    return true;
  case NG_GAP_STOP:
    return is_abbreviation(doc, i - 1) || is_dotted(doc, i);
  default:
    return false;
  }
}

/* The class of a word with dots in it. */
static ng_word_class
class_of_initials(ng_str word)
{
  char folded[NG_WORD_ROOM];
  return ng_word_ascii(word, folded) ? ng_word_class_of(folded) : NG_WORD_OTHER;
}

static ng_word_note
note_word(const ng_doc *doc, uint32_t i, uint32_t sentence)
{
  ng_str text = ng_word_text(doc, i);
  uint32_t cases = doc->words.at[i].cases;
  ng_word_note note = {.sentence = sentence};
  bool capital = cases & (NG_CASE_CAPITAL | NG_CASE_UPPER);
  if (text.at[0] >= '0' && text.at[0] <= '9') {
    note.flags = NG_WORD_DIGIT;
    note.class = NG_WORD_NUMBER;
    return note;
  }
  bool initials = text.len > 1 && text.at[1] == '.'; /* else it has no dot */
  note.flags = (uint16_t)((capital ? NG_WORD_CAPITAL : 0) |
                          (cases & NG_CASE_UPPER ? NG_WORD_UPPER : 0) |
                          (initials ? NG_WORD_INITIALS : 0));
  note.class = (uint8_t)(initials ? class_of_initials(text) : class_of(text));
  if (note.class == NG_WORD_OTHER && capital)
    note.class = NG_WORD_CAPITALISED;
  return note;
}

/* Words of one sentence: do most of its letters shout, is it a headline? */
static void
note_sentence(ng_doc *doc, uint32_t from, uint32_t to)
{
  uint32_t words = 0, upper = 0, longer = 0, capital = 0;
  for (uint32_t i = from; i < to; i++) {
    uint16_t f = doc->notes.at[i].flags;
    uint32_t len = doc->words.at[i].end - doc->words.at[i].begin;
    if (f & NG_WORD_DIGIT)
      continue;
    words++;
    upper += (f & NG_WORD_UPPER) || (len == 1 && (f & NG_WORD_CAPITAL));
    longer += len > 3;
    capital += len > 3 && (f & NG_WORD_CAPITAL);
  }
  uint16_t add =
      (uint16_t)((words >= 3 && upper * 10 >= words * 7 ? NG_WORD_SHOUTED : 0) |
                 (longer >= 4 && capital == longer ? NG_WORD_HEADLINE : 0));
  for (uint32_t i = from; add && i < to; i++)
    doc->notes.at[i].flags |= add;
}

/* Is there but one space between `begin` and word `i`?  Four gaps in five. */
static inline bool
is_space(const ng_doc *doc, uint32_t begin, uint32_t i)
{
  return doc->words.at[i].begin == begin + 1 && doc->text.at[begin] == ' ';
}

/* Gaps, starts and quotation marks, once all words are there. */
static void
note_gaps(ng_doc *doc)
{
  bool quoted = false;
  for (uint32_t i = 0; i < doc->words.n; i++) {
    ng_word_note *note = &doc->notes.at[i];
    uint32_t begin = i ? doc->words.at[i - 1].end : 0;
    if (i && note[-1].sentence == note->sentence && is_space(doc, begin, i)) {
      note->gap = NG_GAP_SPACE;
      note->flags |= NG_WORD_JOINS | (quoted ? NG_WORD_QUOTED : 0);
      continue;
    }
    unsigned seen =
        see_gap(ng_str_slice(doc->text, begin, doc->words.at[i].begin));
    bool first = i == 0 || note[-1].sentence != note->sentence;
    ng_gap gap = first ? NG_GAP_BREAK : gap_kind(seen);
    if (seen & SEEN_BLANK_LINE)
      quoted = false;
    else if (seen & SEEN_QUOTE)
      quoted = !quoted;
    note->gap = (uint8_t)gap;
    note->flags |=
        (uint16_t)((first || gap == NG_GAP_COLON || gap == NG_GAP_QUOTE ||
                            gap == NG_GAP_BREAK
                        ? NG_WORD_START
                        : 0) |
                   (quoted ? NG_WORD_QUOTED : 0) |
                   (!first && joins(doc, i, gap) ? NG_WORD_JOINS : 0));
  }
}

ng_status
ng_words_note(ng_doc *doc, ng_error *err)
{
  doc->words.n = doc->notes.n = 0;
  if (!NG_ROOM(&doc->arena, &doc->notes, doc->tokens.n) ||
      !NG_ROOM(&doc->arena, &doc->words, doc->tokens.n))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room for the article's words");
  for (uint32_t s = 0; s < doc->sentences.n; s++) {
    uint32_t from = doc->words.n;
    if (!ng_words_find(&doc->arena, doc->text, doc->sentences.at[s].span,
                       &doc->words))
      return ng_fail(err, NG_ERR_LIMIT, 0, "no room for the article's words");
    if (!NG_ROOM(&doc->arena, &doc->notes, doc->words.n - from))
      return ng_fail(err, NG_ERR_LIMIT, 0, "no room for the article's words");
    for (uint32_t i = from; i < doc->words.n; i++)
      doc->notes.at[doc->notes.n++] = note_word(doc, i, s);
    note_sentence(doc, from, doc->words.n);
  }
  note_gaps(doc);
  return NG_OK;
}
