#include "text/encode/pieces.h"
#include "core/utf8.h"

/* A run of more characters is no word: it is one unknown piece. */
enum { MOST_RUN = 100, RUN_ROOM = 16 * MOST_RUN + 16 };

typedef struct {
  const ng_encoder *e;
  ng_word_pieces *out;
  uint8_t shape; /* of the part being cut */
  size_t n_run;  /* bytes in `run` */
  uint32_t n_chars;
  char run[RUN_ROOM]; /* folded characters of a word, not yet cut */
} cutter;

static const ng_deep_char no_char = {.flags = NG_CHAR_SINGLE};

/* What is known of a character; one that is unknown stands alone. */
static const ng_deep_char *
find_char(const ng_encoder *e, uint32_t code)
{
  uint32_t low = 0, high = e->n_chars;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (e->chars[middle].code < code)
      low = middle + 1;
    else
      high = middle;
  }
  return low < e->n_chars && e->chars[low].code == code ? &e->chars[low]
                                                        : &no_char;
}

/* Take the next character off `rest`; an invalid byte is one, and unknown. */
static const ng_deep_char *
next_char(const ng_encoder *e, ng_str *rest)
{
  uint32_t code = 0;
  size_t n = ng_utf8_decode(*rest, &code);
  *rest = ng_str_slice(*rest, n ? n : 1, rest->len);
  return n ? find_char(e, code) : &no_char;
}

static void
put(cutter *c, uint32_t piece)
{
  ng_word_pieces *out = c->out;
  if (out->n == NG_WORD_PIECES) {
    enum { KEPT = NG_WORD_PIECES - NG_WORD_FIRST - 1 };
    memmove(out->ids + NG_WORD_FIRST, out->ids + NG_WORD_FIRST + 1,
            KEPT * sizeof *out->ids);
    memmove(out->shapes + NG_WORD_FIRST, out->shapes + NG_WORD_FIRST + 1,
            KEPT * sizeof *out->shapes);
    out->n--;
  }
  out->ids[out->n] = (uint16_t)piece;
  out->shapes[out->n++] = c->shape;
}

/* FNV-1a. */
static uint32_t
hash_byte(uint32_t h, char byte)
{
  return (h ^ (unsigned char)byte) * 16777619U;
}

static uint32_t
look_up(const ng_encoder *e, uint32_t hash, ng_str bytes, bool inside)
{
  for (uint32_t i = hash;; i++) {
    uint32_t piece = e->slots[i & e->slot_mask];
    if (piece == 0)
      return 0;
    uint32_t begin = piece > 1 ? e->ends[piece - 2] : 0;
    ng_str have = ng_str_slice(e->piece_bytes, begin, e->ends[piece - 1]);
    size_t marks = inside ? 2 : 0;
    if (have.len == bytes.len + marks && memcmp(have.at, "##", marks) == 0 &&
        memcmp(have.at + marks, bytes.at, bytes.len) == 0)
      return piece;
  }
}

static uint32_t
start_hash(bool inside)
{
  uint32_t h = 2166136261U;
  return inside ? hash_byte(hash_byte(h, '#'), '#') : h;
}

uint32_t
ng_piece_find(const ng_encoder *e, ng_str bytes, bool inside)
{
  uint32_t h = start_hash(inside);
  for (size_t i = 0; i < bytes.len; i++)
    h = hash_byte(h, bytes.at[i]);
  return look_up(e, h, bytes, inside);
}

/* The longest piece that `run` starts with, and its length. */
static uint32_t
longest_piece(const ng_encoder *e, ng_str run, bool inside, size_t *len)
{
  uint32_t hashes[RUN_ROOM + 1];
  size_t most = run.len < e->longest ? run.len : e->longest;
  hashes[0] = start_hash(inside);
  for (size_t i = 0; i < most; i++)
    hashes[i + 1] = hash_byte(hashes[i], run.at[i]);
  for (*len = most; *len; --*len) {
    ng_str bytes = {run.at, *len};
    uint32_t piece = look_up(e, hashes[*len], bytes, inside);
    if (piece)
      return piece;
  }
  return 0;
}

/* Cover the run by pieces, or make it one unknown piece. */
static void
end_run(cutter *c)
{
  uint16_t ids[RUN_ROOM];
  size_t n = 0;
  ng_str rest = {c->run, c->n_run};
  bool known = c->n_chars <= MOST_RUN;
  while (known && rest.len) {
    size_t len;
    uint32_t piece = longest_piece(c->e, rest, rest.at != c->run, &len);
    known = piece != 0;
    if (known)
      ids[n++] = (uint16_t)(piece - 1);
    rest = ng_str_slice(rest, len, rest.len);
  }
  if (!known)
    put(c, c->e->sizes.unknown);
  for (size_t i = 0; known && i < n; i++)
    put(c, ids[i]);
  c->n_run = 0;
  c->n_chars = 0;
}

static uint32_t
count_chars(const ng_deep_char *ch)
{
  return (uint32_t)ng_utf8_count((ng_str){ch->to, ch->n});
}

static void
take_char(cutter *c, const ng_deep_char *ch)
{
  if ((ch->flags & NG_CHAR_CLASS) == NG_CHAR_WORD) {
    if (c->n_chars <= MOST_RUN) {
      memcpy(c->run + c->n_run, ch->to, ch->n);
      c->n_run += ch->n;
      c->n_chars += count_chars(ch);
    }
    return;
  }
  end_run(c);
  ng_str bytes = {ch->to, ch->n};
  uint32_t piece = ch->n ? ng_piece_find(c->e, bytes, false) : 0;
  put(c, piece ? piece - 1 : c->e->sizes.unknown);
}

/* The casing that an uncased encoder cannot see. */
static uint8_t
shape_of(const ng_encoder *e, ng_str part)
{
  unsigned n = 0, upper = 0, letters = 0, kind = 0;
  bool digit = false, hyphen = memchr(part.at, '-', part.len) != NULL;
  bool first = false;
  while (part.len) {
    unsigned flags = next_char(e, &part)->flags;
    upper += (flags & NG_CHAR_UPPER) != 0;
    digit |= (flags & NG_CHAR_DIGIT) != 0;
    letters += (flags & (NG_CHAR_CLASS | NG_CHAR_DIGIT)) == NG_CHAR_WORD;
    first |= n == 0 && flags & NG_CHAR_UPPER;
    n++;
  }
  if (upper && upper == letters)
    kind = n == 1 ? 3 : 2;
  else if (upper > (first ? 1U : 0U))
    kind = 4;
  else if (first)
    kind = 1;
  return (uint8_t)(kind + 5 * digit + 10 * hyphen);
}

/* The first part of `rest`, taken off it with what parts it from the next. */
static ng_str
next_part(const ng_encoder *e, ng_str *rest)
{
  ng_str part = {rest->at, 0};
  while (rest->len) {
    part.len = (size_t)(rest->at - part.at);
    if ((next_char(e, rest)->flags & NG_CHAR_CLASS) == NG_CHAR_SPACE)
      return part;
  }
  part.len = (size_t)(rest->at - part.at);
  return part;
}

void
ng_pieces_cut(const ng_encoder *e, ng_str word, ng_word_pieces *out)
{
  cutter c;
  c.e = e;
  c.out = out;
  c.n_run = c.n_chars = 0;
  out->n = out->n_parts = 0;
  while (word.len) {
    ng_str part = next_part(e, &word);
    if (part.len == 0)
      continue;
    c.shape = shape_of(e, part);
    out->n_parts++;
    while (part.len)
      take_char(&c, next_char(e, &part));
    end_run(&c);
  }
  c.shape = 0;
  if (out->n == 0)
    put(&c, e->sizes.unknown);
}
