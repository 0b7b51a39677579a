#include "kb/name.h"
#include "core/str.h"
#include "kb/fold.h"

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

/* The first `n` of 8 bytes. */
static inline uint64_t
first_bytes(uint64_t word, size_t n)
{
  return n >= 8 ? word : word & ((1ULL << (n * 8)) - 1);
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

static bool
is_invisible(unsigned code)
{
  return code == 0xFEFF || code == 0x200B || code == 0x200C || code == 0x200D ||
         code == 0x2060 || (code >= 0xFE00 && code < 0xFE10);
}

static folded
fold_3_bytes(const unsigned char *p)
{
  unsigned code = (p[0] & 15U) << 12 | (p[1] & 63U) << 6 | (p[2] & 63U);
  if (code >= 0x1E00 && code < 0x1F00)
    return fold_entry(3, fold_1e[code - 0x1E00]);
  if (is_invisible(code))
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
  uint32_t begin = run.begin;
  bool inside = false;
  for (uint32_t i = run.begin; i <= run.end;) {
    folded f =
        i < run.end ? fold_char(b + i, run.end - i) : (folded){.bytes = 1};
    if (f.kind & FOLD_LETTER) {
      begin = inside ? begin : i;
      inside = true;
      case_put(&seen, f);
      for (unsigned k = 0; k < (f.kind & FOLD_LENGTH); k++)
        hasher_put(&h, f.out[k]);
    } else if (inside && !(f.kind & FOLD_DROPPED)) {
      ng_word word = {hasher_end(&h), begin, i, case_end(&seen)};
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

static bool
is_dotted_pair(ng_str text, const ng_word *a, const ng_word *b)
{
  return a->end - a->begin == 1 && b->end - b->begin == 1 &&
         b->begin == a->end + 1 && text.at[a->end] == '.' &&
         a->cases != NG_CASE_LOWER && b->cases != NG_CASE_LOWER;
}

/* Join dotted initials, among the words from `from`: U . S . -> us. */
static void
join_initials(ng_str text, ng_words *words, uint32_t from)
{
  uint32_t out = from;
  for (uint32_t i = from; i < words->n; i++) {
    ng_word word = words->at[i];
    uint32_t last = i;
    while (last + 1 < words->n &&
           is_dotted_pair(text, &words->at[last], &words->at[last + 1]))
      last++;
    if (last > i) {
      hasher h = {0};
      for (uint32_t k = i; k <= last; k++)
        hasher_put(&h, (unsigned char)text.at[words->at[k].begin] | 32);
      word.hash = hasher_end(&h);
      word.end = words->at[last].end;
      if (word.end < text.len && text.at[word.end] == '.')
        word.end++;
      word.cases = NG_CASE_UPPER;
      i = last;
    }
    words->at[out++] = word;
  }
  words->n = out;
}

bool
ng_words_find(ng_arena *arena, ng_str text, ng_span span, ng_words *words)
{
  const unsigned char *b = (const unsigned char *)text.at;
  uint32_t from = words->n, i = span.begin;
  while (i < span.end) {
    if (b[i] < 0x80 && !is_ascii_word(b[i])) {
      i++;
      continue;
    }
    uint32_t begin = i;
    unsigned high = 0;
    for (; i < span.end && (b[i] >= 0x80 || is_ascii_word(b[i])); i++)
      high |= b[i] & 0x80;
    if (high) {
      if (!split_run(arena, b, (ng_span){begin, i}, words))
        return false;
      continue;
    }
    ng_word word = {hash_ascii(b + begin, i - begin), begin, i,
                    ascii_case(b + begin, i - begin)};
    if (!NG_PUSH(arena, words, word))
      return false;
  }
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
