#include "core/bunzip.h"
#include "core/buf.h"
#include "core/crew.h"
#include "core/fail.h"

#include <bzlib.h>
#include <stdlib.h>

#define BLOCK_MARK 0x314159265359ULL
#define END_MARK 0x177245385090ULL
#define MARK_MASK 0xFFFFFFFFFFFFULL

enum {
  HEAD_BITS = 32, /* "BZh9" */
  MARK_BITS = 48,
  CRC_BITS = 32,
  READ_STEP = 1 << 18,
  LONGEST = 4 << 20, /* bytes of a block: of 900,000 bytes none is as long */
  MOST_JOINED = 3
};

typedef enum { BLOCK, STREAM_END } piece_kind;
typedef enum { FINE, DAMAGED, NO_MEMORY } piece_result;

/* A block, or the end of a stream. */
typedef struct {
  piece_kind kind;
  ng_buf bits; /* from its mark to the next, from the first bit of a byte */
  uint64_t n_bits;
  uint32_t crc;
  char level;
  ng_buf out;
  piece_result result;
} piece;

struct ng_bunzip {
  ng_bunzip_source *source;
  void *from;
  ng_crew *crew;
  piece *slots;
  size_t n_slots;

  ng_buf in;    /* compressed bytes */
  uint64_t pos; /* the bit of `in` that is looked at */
  bool at_end;  /* nothing more comes */
  bool in_stream, any_stream;
  char level;

  uint32_t crc; /* of the blocks that were taken */
  bool ended;   /* no more pieces: `status` tells why */
  ng_status status;
  ng_error why;
};

static uint32_t
bits_at(const char *at, uint64_t pos, unsigned n)
{
  uint64_t v = 0;
  const unsigned char *b = (const unsigned char *)at + pos / 8;
  for (unsigned i = 0; i < 5; i++)
    v = v << 8 | b[i];
  return (uint32_t)(v >> (40 - pos % 8 - n) & ((1ULL << n) - 1));
}

static uint64_t
mark_at(const char *at, uint64_t pos)
{
  return (uint64_t)bits_at(at, pos, 24) << 24 | bits_at(at, pos + 24, 24);
}

/* --- blocks, on any thread ------------------------------------------------ */

/* Append `n` bits of `from`, whose first is bit `pos`, to `out`, which has
 * *n_out bits. */
static void
put_bits(ng_buf *out, uint64_t *n_out, const char *from, uint64_t pos,
         uint64_t n)
{
  unsigned shift = (unsigned)(pos % 8);
  const unsigned char *b = (const unsigned char *)from + pos / 8;
  if (*n_out % 8 == 0) { /* the usual case: whole bytes */
    uint64_t whole = (n + 7) / 8;
    char *to = ng_buf_room(out, whole + 1); /* one is read past the end */
    if (!to)
      return;
    to[whole] = 0;
    for (uint64_t i = 0; i < whole; i++)
      to[i] = (char)((b[i] << shift | b[i + 1] >> (8 - shift)) & 255);
    out->len += whole;
    *n_out += n;
    if (n % 8)
      to[whole - 1] = (char)(to[whole - 1] & (0xFF00 >> n % 8));
    return;
  }
  for (uint64_t i = 0; i < n; i++) {
    unsigned bit = b[(shift + i) / 8] >> (7 - (shift + i) % 8) & 1;
    if (*n_out % 8 == 0)
      ng_buf_char(out, 0);
    if (!out->failed)
      out->at[out->len - 1] =
          (char)(out->at[out->len - 1] | (int)(bit << (7 - *n_out % 8)));
    (*n_out)++;
  }
}

/* Decompress a whole stream. */
static piece_result
run(bz_stream *z, ng_buf *out)
{
  enum { STEP = 1 << 20 };
  int r = BZ_OK;
  while (r == BZ_OK) {
    char *to = ng_buf_room(out, STEP);
    if (!to)
      return NO_MEMORY;
    unsigned before = z->avail_in;
    z->next_out = to;
    z->avail_out = STEP;
    r = BZ2_bzDecompress(z);
    out->len += STEP - z->avail_out;
    if (r == BZ_OK && z->avail_out == STEP && z->avail_in == before)
      return DAMAGED; /* it wants more */
  }
  return r == BZ_STREAM_END ? FINE : r == BZ_MEM_ERROR ? NO_MEMORY : DAMAGED;
}

/* Make the block a stream, by a head and an end, and decompress it. */
static void
decompress(piece *p)
{
  const unsigned char tail[] = {0x17,
                                0x72,
                                0x45,
                                0x38,
                                0x50,
                                0x90,
                                (unsigned char)(p->crc >> 24),
                                (unsigned char)(p->crc >> 16),
                                (unsigned char)(p->crc >> 8),
                                (unsigned char)p->crc,
                                0};
  ng_buf stream = {0};
  uint64_t n = HEAD_BITS + p->n_bits;
  bz_stream z = {0};
  p->out.len = 0;
  ng_buf_put(&stream, "BZh", 3);
  ng_buf_char(&stream, p->level);
  ng_buf_put(&stream, p->bits.at, p->bits.len);
  put_bits(&stream, &n, (const char *)tail, 0, MARK_BITS + CRC_BITS);
  p->result = NO_MEMORY;
  if (!stream.failed && BZ2_bzDecompressInit(&z, 0, 0) == BZ_OK) {
    z.next_in = stream.at;
    z.avail_in = (unsigned)stream.len;
    p->result = run(&z, &p->out);
    (void)BZ2_bzDecompressEnd(&z);
  }
  ng_buf_release(&stream);
}

static void
work(void *to, unsigned worker, size_t slot)
{
  (void)worker;
  ng_bunzip *b = to;
  if (b->slots[slot].kind == BLOCK)
    decompress(&b->slots[slot]);
}

/* --- finding them --------------------------------------------------------- */

/* Have `n` bits from b->pos, and some bytes behind; *enough tells whether they
 * are there. */
static ng_status
want(ng_bunzip *b, uint64_t n, bool *enough, ng_error *err)
{
  enum { PAD = 16 };
  while (!b->at_end && (uint64_t)b->in.len * 8 < b->pos + n) {
    size_t got = 0;
    char *to = ng_buf_room(&b->in, READ_STEP + PAD);
    if (!to)
      return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
    NG_TRY(b->source(b->from, to, READ_STEP, &got, err));
    b->in.len += got;
    memset(to + got, 0, PAD);
    b->at_end = got == 0;
  }
  *enough = (uint64_t)b->in.len * 8 >= b->pos + n;
  return NG_OK;
}

static ng_status
corrupt(const char *why, ng_error *err)
{
  return ng_fail(err, NG_ERR_CORRUPT, 0, "%s", why);
}

/* Forget the bytes before b->pos. */
static void
forget(ng_bunzip *b)
{
  size_t done = (size_t)(b->pos / 8);
  if (done < READ_STEP)
    return;
  memmove(b->in.at, b->in.at + done, b->in.len - done + 8);
  b->in.len -= done;
  b->pos %= 8;
}

/* Read the head of a stream; NG_END if there is none. */
static ng_status
start_stream(ng_bunzip *b, ng_error *err)
{
  bool enough = false;
  b->pos = (b->pos + 7) / 8 * 8;
  for (;;) { /* zeros between streams are padding */
    NG_TRY(want(b, 8, &enough, err));
    if (!enough)
      return NG_END;
    if (b->in.at[b->pos / 8])
      break;
    b->pos += 8;
    forget(b);
  }
  NG_TRY(want(b, HEAD_BITS, &enough, err));
  const char *head = b->in.at + b->pos / 8;
  if (!enough || memcmp(head, "BZh", 3) != 0 || head[3] < '1' || head[3] > '9')
    return corrupt(
        b->any_stream ? "is followed by something else" : "is damaged", err);
  b->level = head[3];
  b->pos += HEAD_BITS;
  b->in_stream = b->any_stream = true;
  return NG_OK;
}

/* The first mark that begins at bits [from, to) of `at`, or `to`.  Some bytes
 * behind are read. */
static uint64_t
scan(const char *at, uint64_t from, uint64_t to)
{
  for (uint64_t byte = from / 8; byte * 8 < to; byte++) {
    uint64_t v = 0;
    for (unsigned i = 0; i < 8; i++)
      v = v << 8 | (unsigned char)at[byte + i];
    for (unsigned shift = 0; shift < 8; shift++) {
      uint64_t mark = v >> (16 - shift) & MARK_MASK, bit = byte * 8 + shift;
      if ((mark == BLOCK_MARK || mark == END_MARK) && bit >= from && bit < to)
        return bit;
    }
  }
  return to;
}

/* How many bits there are from b->pos to the next mark behind its own. */
static ng_status
find_mark(ng_bunzip *b, uint64_t *n, ng_error *err)
{
  uint64_t ahead = MARK_BITS + CRC_BITS; /* counted from b->pos */
  for (;;) {
    bool enough = false;
    NG_TRY(want(b, ahead + MARK_BITS, &enough, err));
    if (!enough)
      return corrupt("ends too early", err);
    uint64_t to = (uint64_t)b->in.len * 8 - MARK_BITS + 1;
    uint64_t found = scan(b->in.at, b->pos + ahead, to);
    ahead = found - b->pos;
    if (found < to)
      break;
    if (ahead > (uint64_t)LONGEST * 8)
      return corrupt("is damaged", err);
  }
  *n = ahead;
  return NG_OK;
}

/* The next piece; NG_END after the last. */
static ng_status
next_piece(ng_bunzip *b, piece *p, ng_error *err)
{
  bool enough = false;
  forget(b);
  if (!b->in_stream)
    NG_TRY(start_stream(b, err));
  NG_TRY(want(b, MARK_BITS + CRC_BITS, &enough, err));
  if (!enough)
    return corrupt("ends too early", err);
  uint64_t mark = mark_at(b->in.at, b->pos);
  p->crc = bits_at(b->in.at, b->pos + MARK_BITS, 16) << 16 |
           bits_at(b->in.at, b->pos + MARK_BITS + 16, 16);
  p->level = b->level;
  p->bits.len = 0;
  p->n_bits = 0;
  p->kind = mark == END_MARK ? STREAM_END : BLOCK;
  uint64_t n = MARK_BITS + CRC_BITS;
  if (mark != BLOCK_MARK && mark != END_MARK)
    return corrupt("is damaged", err);
  if (mark == BLOCK_MARK)
    NG_TRY(find_mark(b, &n, err));
  put_bits(&p->bits, &p->n_bits, b->in.at, b->pos, n);
  b->in_stream = mark == BLOCK_MARK;
  b->pos += n;
  return p->bits.failed ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
                        : NG_OK;
}

/* --- in order ------------------------------------------------------------- */

/* Keep the crew busy. */
static void
fill(ng_bunzip *b)
{
  while (!b->ended && !ng_crew_full(b->crew)) {
    b->status = next_piece(b, &b->slots[ng_crew_next(b->crew)], &b->why);
    b->ended = b->status != NG_OK;
    if (!b->ended)
      ng_crew_submit(b->crew);
  }
}

/* A block that cannot be read: with the next one, if the mark between them is
 * none. */
static ng_status
join(ng_bunzip *b, piece *p, ng_error *err)
{
  for (unsigned i = 1; i < MOST_JOINED && p->result == DAMAGED; i++) {
    if (!ng_crew_pending(b->crew))
      break;
    const piece *next = &b->slots[ng_crew_take(b->crew)];
    put_bits(&p->bits, &p->n_bits, next->bits.at, 0, next->n_bits);
    if (next->kind != BLOCK || p->bits.failed)
      break;
    decompress(p);
  }
  return p->result == FINE ? NG_OK
         : p->result == NO_MEMORY
             ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory")
             : corrupt("is damaged", err);
}

/* Stay where an error was. */
static ng_status
stop(ng_bunzip *b, ng_status status, const ng_error *why, ng_error *err)
{
  b->ended = true;
  b->status = status;
  b->why = *why;
  while (ng_crew_pending(b->crew))
    (void)ng_crew_take(b->crew);
  if (err)
    *err = *why;
  return status;
}

ng_status
ng_bunzip_next(ng_bunzip *b, ng_str *out, ng_error *err)
{
  ng_error why = {0};
  for (;;) {
    fill(b);
    if (!ng_crew_pending(b->crew)) {
      if (err)
        *err = b->why;
      return b->status;
    }
    piece *p = &b->slots[ng_crew_take(b->crew)];
    if (p->kind == STREAM_END) {
      if (p->crc != b->crc)
        return stop(b, corrupt("is damaged", &why), &why, err);
      b->crc = 0;
      continue;
    }
    ng_status status = p->result == FINE ? NG_OK : join(b, p, &why);
    if (status)
      return stop(b, status, &why, err);
    b->crc = (b->crc << 1 | b->crc >> 31) ^ p->crc;
    *out = (ng_str){p->out.at, p->out.len};
    if (out->len)
      return NG_OK;
  }
}

ng_status
ng_bunzip_new(ng_bunzip **out, ng_bunzip_source *source, void *from,
              unsigned threads, ng_error *err)
{
  ng_bunzip *b = calloc(1, sizeof *b);
  *out = NULL;
  if (!b)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  b->source = source;
  b->from = from;
  b->n_slots = (size_t)threads * 2 + MOST_JOINED;
  b->slots = calloc(b->n_slots, sizeof *b->slots);
  ng_crew_plan plan = {threads, b->n_slots, work, b};
  ng_status status = b->slots ? ng_crew_new(&b->crew, &plan, err)
                              : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  if (status) {
    ng_bunzip_free(b);
    return status;
  }
  *out = b;
  return NG_OK;
}

void
ng_bunzip_free(ng_bunzip *b)
{
  if (!b)
    return;
  if (b->crew)
    ng_crew_free(b->crew);
  for (size_t i = 0; b->slots && i < b->n_slots; i++) {
    ng_buf_release(&b->slots[i].bits);
    ng_buf_release(&b->slots[i].out);
  }
  free(b->slots);
  ng_buf_release(&b->in);
  free(b);
}
