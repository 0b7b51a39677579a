#include "kb/name.h"
#include "core/str.h"
#include "kb/fold.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* The hash of a word: its folded bytes as little-endian 64-bit words, the last
 * filled with zeros, at least two of them, each mixed in.  At least two, so
 * that a word of up to 16 ASCII letters takes no branch. */
static inline uint64_t
mix(uint64_t hash, uint64_t bytes)
{
  hash = (hash ^ bytes) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

static inline uint64_t
load_8(const unsigned char *p)
{
  uint64_t word;
  memcpy(&word, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/* The first `n` of 8 bytes; all if n is more. */
static inline uint64_t
first_bytes(uint64_t word, size_t n)
{
  static const uint64_t masks[9] = {0,
                                    0xFF,
                                    0xFFFF,
                                    0xFFFFFF,
                                    0xFFFFFFFF,
                                    0xFFFFFFFFFF,
                                    0xFFFFFFFFFFFF,
                                    0xFFFFFFFFFFFFFF,
                                    0xFFFFFFFFFFFFFFFF};
  return word & masks[n < 8 ? n : 8];
}

/* Hash of `n` ASCII letters and digits, reading 16 bytes at least.  Setting
 * bit 5 lowers a letter and leaves a digit as it is. */
static inline uint64_t
hash_ascii(const unsigned char *p, size_t n)
{
  const uint64_t low = 0x2020202020202020ULL;
  uint64_t hash = mix(0, first_bytes(load_8(p) | low, n));
  hash = mix(hash, first_bytes(load_8(p + 8) | low, n > 8 ? n - 8 : 0));
  for (size_t i = 16; i < n; i += 8)
    hash = mix(hash, first_bytes(load_8(p + i) | low, n - i));
  return hash;
}

/* The same, over folded bytes that come one at a time. */
typedef struct {
  uint64_t hash, bytes;
  uint32_t n, words;
} hasher;

static inline void
hasher_put(hasher *h, unsigned char byte)
{
  if (h->n == 8) {
    *h = (hasher){.hash = mix(h->hash, h->bytes), .words = h->words + 1};
  }
  h->bytes |= (uint64_t)byte << (8 * h->n++);
}

static inline uint64_t
hasher_end(const hasher *h)
{
  uint64_t hash = mix(h->hash, h->bytes);
  return h->words ? hash : mix(hash, 0);
}

/* A bit of `kind` that the table has not: dropped, and never the end of a word.
 */
enum { FOLD_HIDDEN = 128 };

/* One character: what it folds to. */
typedef struct {
  uint8_t bytes; /* it takes in the text */
  uint8_t kind;  /* FOLD_... bits | length of `out` */
  uint8_t low;   /* a lower-case letter */
  uint8_t out[3];
} folded;

static bool
is_ascii_word(unsigned char c)
{
  return (unsigned)(c - '0') < 10 || (unsigned)((c | 32) - 'a') < 26;
}

static folded
fold_ascii(unsigned char c)
{
  folded f = {.bytes = 1, .out = {c}};
  if (!is_ascii_word(c))
    return f;
  f.kind = FOLD_LETTER | 1;
  if (c >= 'a')
    f.low = 1;
  else if (c >= 'A') {
    f.kind |= FOLD_UPPER;
    f.out[0] = c | 32;
  }
  return f;
}

static folded
fold_entry(uint8_t bytes, const unsigned char entry[4])
{
  return (folded){bytes,
                  entry[0],
                  (entry[0] & (FOLD_LETTER | FOLD_UPPER)) == FOLD_LETTER,
                  {entry[1], entry[2], entry[3]}};
}

/* Punctuation and symbols of three bytes, and what is not there at all. */
static bool
is_separator(unsigned code)
{
  return (code >= 0x2000 && code < 0x2C00) ||
         (code >= 0x3000 && code < 0x3040) ||
         (code >= 0xFE10 && code < 0xFE70) ||
         (code >= 0xFF00 && code < 0xFF10) || code == 0xFFFD;
}

/* Of no width: word joiners, byte-order marks, zero-width spaces and the like.
 * They part no word, and end none. */
static bool
is_invisible(unsigned code)
{
  return code == 0xFEFF || code == 0x200B || code == 0x200C || code == 0x200D ||
         code == 0x2060;
}

static bool
is_variation(unsigned code)
{
  return code >= 0xFE00 && code < 0xFE10;
}

static folded
fold_3_bytes(const unsigned char *p)
{
  unsigned code = (p[0] & 15U) << 12 | (p[1] & 63U) << 6 | (p[2] & 63U);
  if (code >= 0x1E00 && code < 0x1F00)
    return fold_entry(3, fold_1e[code - 0x1E00]);
  if (is_invisible(code))
    return (folded){.bytes = 3, .kind = FOLD_DROPPED | FOLD_HIDDEN};
  if (is_variation(code))
    return (folded){.bytes = 3, .kind = FOLD_DROPPED};
  if (is_separator(code))
    return (folded){.bytes = 3};
  return (folded){3, FOLD_LETTER | 3, 0, {p[0], p[1], p[2]}};
}

/* The character at p, `left` bytes before the end; bytes that are no UTF-8
 * separate. */
static folded
fold_char(const unsigned char *p, size_t left)
{
  if (p[0] < 0x80)
    return fold_ascii(p[0]);
  if (p[0] == 0xC2 && left >= 2 && p[1] == 0xAD) /* a soft hyphen */
    return (folded){.bytes = 2, .kind = FOLD_DROPPED | FOLD_HIDDEN};
  if (p[0] >= 0xC2 && p[0] < 0xE0 && left >= 2)
    return fold_entry(2, fold_2[((p[0] & 31U) << 6 | (p[1] & 63U)) - 0x80]);
  if (p[0] >= 0xE0 && p[0] < 0xF0 && left >= 3)
    return fold_3_bytes(p);
  if (p[0] >= 0xF0 && p[0] < 0xF5 && left >= 4) {
    /* 1F000 to 1FAFF: emoji and the like */
    if (p[0] == 0xF0 && p[1] == 0x9F)
      return (folded){.bytes = 4};
    return (folded){4, FOLD_LETTER | 3, 0, {p[1], p[2], p[3]}};
  }
  return (folded){.bytes = 1};
}

/* How a word is written, seen one letter at a time. */
typedef struct {
  uint32_t n_upper, n_low;
  bool first_upper, any;
} case_seen;

static inline void
case_put(case_seen *seen, folded f)
{
  bool upper = (f.kind & FOLD_UPPER) != 0;
  if (!seen->any && (upper || f.low)) {
    seen->first_upper = upper;
    seen->any = true;
  }
  seen->n_upper += upper;
  seen->n_low += f.low;
}

static uint32_t
case_end(const case_seen *seen)
{
  if (!seen->first_upper)
    return NG_CASE_LOWER;
  return seen->n_upper > 1 && !seen->n_low ? NG_CASE_UPPER : NG_CASE_CAPITAL;
}

static uint32_t
ascii_case(const unsigned char *p, size_t n)
{
  size_t i = 0, upper = 0;
  while (i < n && p[i] < 'A')
    i++; /* digits */
  if (i == n || p[i] >= 'a')
    return NG_CASE_LOWER;
  for (; i < n && p[i] < 'a'; i++)
    upper += p[i] >= 'A';
  return i == n && upper > 1 ? NG_CASE_UPPER : NG_CASE_CAPITAL;
}

/* The words of b[begin, end), a run of ASCII letters and digits and of bytes
 * beyond ASCII, some of which may still separate. */
static bool
split_run(ng_arena *arena, const unsigned char *b, ng_span run, ng_words *words)
{
  hasher h = {0};
  case_seen seen = {0};
  uint32_t begin = run.begin, end = 0; /* set by the first letter */
  bool inside = false;
  for (uint32_t i = run.begin; i <= run.end;) {
    folded f =
        i < run.end ? fold_char(b + i, run.end - i) : (folded){.bytes = 1};
    if (f.kind && !(f.kind & FOLD_HIDDEN))
      end = i + f.bytes;
    if (f.kind & FOLD_LETTER) {
      begin = inside ? begin : i;
      inside = true;
      case_put(&seen, f);
      for (unsigned k = 0; k < (f.kind & FOLD_LENGTH); k++)
        hasher_put(&h, f.out[k]);
    } else if (inside && !(f.kind & FOLD_DROPPED)) {
      ng_word word = {hasher_end(&h), begin, end, case_end(&seen)};
      if (!NG_PUSH(arena, words, word))
        return false;
      h = (hasher){0};
      seen = (case_seen){0};
      inside = false;
    }
    i += f.bytes;
  }
  return true;
}

/* --- initials ------------------------------------------------------------- */

static inline bool
is_letter_dot(ng_str text, const ng_word *word)
{
  return word->end - word->begin == 1 && word->end < text.len &&
         text.at[word->end] == '.' && word->cases != NG_CASE_LOWER;
}

/* The last of the initials that begin at words->at[i], or i. */
static uint32_t
last_initial(ng_str text, const ng_words *words, uint32_t i)
{
  while (i + 1 < words->n && is_letter_dot(text, &words->at[i]) &&
         words->at[i + 1].begin == words->at[i].end + 1 &&
         words->at[i + 1].end - words->at[i + 1].begin == 1 &&
         words->at[i + 1].cases != NG_CASE_LOWER)
    i++;
  return i;
}

/* Words first to last, which are initials, as one. */
static ng_word
join(ng_str text, const ng_words *words, uint32_t first, uint32_t last)
{
  hasher h = {0};
  for (uint32_t i = first; i <= last; i++)
    hasher_put(&h, (unsigned char)text.at[words->at[i].begin] | 32);
  ng_word word = {hasher_end(&h), words->at[first].begin, words->at[last].end,
                  NG_CASE_UPPER};
  if (word.end < text.len && text.at[word.end] == '.')
    word.end++;
  return word;
}

/* Join dotted initials, among the words from `from`: U . S . -> us. */
static void
join_initials(ng_str text, ng_words *words, uint32_t from)
{
  uint32_t i = from;
  while (i < words->n && (words->at[i].end - words->at[i].begin > 1 ||
                          last_initial(text, words, i) == i))
    i++; /* most texts have few: nothing to move before the first */
  uint32_t out = i;
  while (i < words->n) {
    uint32_t last = last_initial(text, words, i);
    words->at[out++] = last > i ? join(text, words, i, last) : words->at[i];
    i = last + 1;
  }
  words->n = out;
}

/* --- runs of letters and digits ------------------------------------------- */

/* Bit i of `word`: byte i is a letter or digit or beyond ASCII; of `high`:
 * beyond ASCII. */
typedef struct {
  uint64_t word, high;
} masks;

static inline masks
masks_of(const unsigned char *p)
{
  masks m = {0, 0};
#if defined(__SSE2__)
  for (size_t k = 0; k < 4; k++) {
    __m128i v = _mm_loadu_si128((const __m128i *)(p + 16 * k));
    __m128i low = _mm_or_si128(v, _mm_set1_epi8(32));
    /* signed compares: the range is moved to begin at -128 */
    __m128i alpha =
        _mm_cmplt_epi8(_mm_add_epi8(low, _mm_set1_epi8((char)(128 - 'a'))),
                       _mm_set1_epi8(-128 + 26));
    __m128i digit =
        _mm_cmplt_epi8(_mm_add_epi8(v, _mm_set1_epi8((char)(128 - '0'))),
                       _mm_set1_epi8(-128 + 10));
    uint64_t high = (uint32_t)_mm_movemask_epi8(v);
    uint64_t word = (uint32_t)_mm_movemask_epi8(_mm_or_si128(alpha, digit));
    m.high |= high << (16 * k);
    m.word |= (word | high) << (16 * k);
  }
#else
  for (unsigned i = 0; i < 64; i++) {
    m.high |= (uint64_t)(p[i] >> 7) << i;
    m.word |= (uint64_t)(p[i] >> 7 || is_ascii_word(p[i])) << i;
  }
#endif
  return m;
}

/* What is being cut: the run that is open, if any, goes on from block to
 * block. */
typedef struct {
  ng_arena *arena;
  const unsigned char *text;
  ng_words *words;
  uint32_t begin; /* of the open run */
  bool open, high;
} cutter;

/* Room for all words that 64 bytes may end. */
static bool
reserve(cutter *c)
{
  enum { MOST = 40 };
  ng_words *w = c->words;
  if (w->cap - w->n >= MOST)
    return true;
  uint32_t cap = w->cap < 64 ? 128 : w->cap * 2;
  ng_word *at = cap > w->cap ? ng_arena_room(c->arena, cap, sizeof *at) : NULL;
  if (!at)
    return false;
  if (w->n)
    memcpy(at, w->at, w->n * sizeof *at);
  w->at = at;
  w->cap = cap;
  return true;
}

static inline bool
end_run(cutter *c, uint32_t end)
{
  if (__builtin_expect(c->high, 0))
    return split_run(c->arena, c->text, (ng_span){c->begin, end}, c->words) &&
           reserve(c);
  const unsigned char *p = c->text + c->begin;
  size_t n = end - c->begin;
  c->words->at[c->words->n++] =
      (ng_word){hash_ascii(p, n), c->begin, end, ascii_case(p, n)};
  return true;
}

/* Bits [from, 64), and those [0, to). */
static inline uint64_t
bits_from(unsigned from)
{
  return ~0ULL << from;
}

static bool
cut_block(cutter *c, uint32_t at, uint32_t n)
{
  masks m = masks_of(c->text + at);
  if (n < 64) {
    m.word &= (1ULL << n) - 1;
    m.high &= (1ULL << n) - 1;
  }
  uint64_t edges = m.word ^ (m.word << 1 | c->open);
  unsigned from = 0; /* where the open run begins in this block */
  for (; edges; edges &= edges - 1) {
    unsigned bit = (unsigned)__builtin_ctzll(edges);
    if (c->open) {
      c->high |= (m.high & bits_from(from) & ~bits_from(bit)) != 0;
      if (!end_run(c, at + bit))
        return false;
    } else {
      c->begin = at + bit;
      c->high = false;
      from = bit;
    }
    c->open = !c->open;
  }
  if (c->open)
    c->high |= (m.high & bits_from(from)) != 0;
  return true;
}

bool
ng_words_find(ng_arena *arena, ng_str text, ng_span span, ng_words *words)
{
  cutter c = {
      .arena = arena, .text = (const unsigned char *)text.at, .words = words};
  uint32_t from = words->n;
  for (uint32_t i = span.begin; i < span.end; i += 64) {
    uint32_t n = span.end - i < 64 ? span.end - i : 64;
    if (!reserve(&c) || !cut_block(&c, i, n))
      return false;
    if (span.end - i <= 64)
      break;
  }
  if (c.open && (!reserve(&c) || !end_run(&c, span.end)))
    return false;
  join_initials(text, words, from);
  return true;
}

uint32_t
ng_words_case(const ng_word *words, size_t n)
{
  uint32_t seen = 0;
  for (size_t i = 0; i < n; i++)
    seen |= words[i].cases;
  if (seen & NG_CASE_CAPITAL || seen == (NG_CASE_UPPER | NG_CASE_LOWER))
    return NG_CASE_CAPITAL;
  return seen & NG_CASE_UPPER ? NG_CASE_UPPER : NG_CASE_LOWER;
}

uint64_t
ng_words_key(const ng_word *words, size_t n)
{
  uint64_t key = ng_key_first(&words[0]);
  for (size_t i = 1; i < n; i++)
    key = ng_key_next(key, &words[i]);
  return key;
}

ng_str
ng_name_fold(ng_arena *arena, ng_str name)
{
  char *padded = ng_arena_alloc(arena, 1, name.len + NG_WORD_PAD);
  /* no character folds to more than one byte more than it takes, and every
   * word but the first costs a space instead of a separator */
  char *out = ng_arena_alloc(arena, 2, name.len + 1);
  ng_words words = {0};
  if (!padded || !out || name.len >= UINT32_MAX)
    return (ng_str){NULL, 0};
  if (name.len)
    memcpy(padded, name.at, name.len);
  ng_str text = {padded, name.len};
  if (!ng_words_find(arena, text, (ng_span){0, (uint32_t)name.len}, &words))
    return (ng_str){NULL, 0};
  size_t n = 0;
  for (uint32_t w = 0; w < words.n; w++) {
    if (w)
      out[n++] = ' ';
    for (uint32_t i = words.at[w].begin; i < words.at[w].end;) {
      folded f =
          fold_char((const unsigned char *)padded + i, words.at[w].end - i);
      for (unsigned k = 0; k < (f.kind & FOLD_LENGTH); k++)
        out[n++] = (char)f.out[k];
      i += f.bytes;
    }
  }
  return (ng_str){out, n};
}
