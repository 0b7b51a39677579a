/* encode.c - sentences into batches of word pieces. */
#include "text/encode.h"
#include "core/fail.h"
#include "text/encode/encoding.h"
#include "text/encode/pieces.h"
#include "text/encode/tree.h"

#include <stdlib.h>

/* --- room ----------------------------------------------------------------- */

static uint32_t
larger(uint32_t a, uint32_t b)
{
  return a > b ? a : b;
}

/* Give out bytes at multiples of 64: count first, then give. */
typedef struct {
  char *at; /* NULL: count only */
  size_t n;
} giver;

static void *
give(giver *g, size_t bytes)
{
  void *at = g->at ? g->at + g->n : NULL;
  g->n += (bytes + 63) / 64 * 64;
  return at;
}

static ng_rows
give_rows(giver *g, uint32_t width)
{
  width = (width + 31) / 32 * 32; /* as wide as a matrix's last block */
  width += 16; /* or rows of 2^n bytes would meet in the same cache lines */
  size_t bytes = NG_BATCH_PIECES * (size_t)width * sizeof(float);
  return (ng_rows){give(g, bytes), width};
}

static void
give_all(giver *g, ng_encoding *e)
{
  const ng_deep_sizes *s = &e->encoder->sizes;
  uint32_t word = 2 * s->size + s->shape;
  uint32_t widest = larger(larger(s->inner, word), larger(s->arc, s->hidden));
  size_t arcs = (NG_TREE_WORDS + 1) * (size_t)(NG_TREE_WORDS + 1);
  size_t labels = (size_t)ng_matrix_width(&e->encoder->labels);
  size_t chart = ng_tree_room(NG_TREE_WORDS);
  size_t free = chart > NG_ATTEND_ROOM ? chart : NG_ATTEND_ROOM;
  e->x = give_rows(g, s->size);
  e->wide = give_rows(g, larger(3 * s->size, s->inner));
  e->narrow = give_rows(g, s->size);
  e->features = give_rows(g, word);
  e->hidden = give_rows(g, s->hidden);
  e->scores = give_rows(g, larger(s->tags, NG_NAME_MARKS));
  e->tree = give_rows(g, 2 * s->arc + 2 * s->label);
  e->child = give_rows(g, s->arc);
  e->arcs = give(g, arcs * sizeof(float));
  e->labels = give(g, NG_LABEL_WORDS * labels * sizeof(float));
  e->free = give(g, free * sizeof(float));
  e->quantised =
      give(g, ng_multiply_room(NG_BATCH_PIECES, larger(widest, s->label)));
}

static ng_status
no_room(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to encode sentences");
}

/* 64 bytes at a time, so that rows do not share cache lines. */
static char *
room_of(size_t bytes, ng_arena *arena)
{
  enum { LINE = 64 };
  if (!arena)
    return aligned_alloc(LINE, bytes);
  char *at = ng_arena_alloc(arena, bytes + LINE, 1);
  return at ? at + (LINE - (uintptr_t)at % LINE) % LINE : NULL;
}

ng_status
ng_encoding_new(ng_encoding **out, const ng_encoder *encoder, ng_arena *arena,
                ng_error *err)
{
  giver counted = {0}, given = {0};
  *out = NULL;
  ng_encoding *e = arena ? NG_NEW(arena, ng_encoding, 1) : calloc(1, sizeof *e);
  if (!e)
    return no_room(err);
  e->encoder = encoder;
  e->owned = !arena;
  give_all(&counted, e);
  given.at = e->room = room_of(counted.n, arena);
  if (!e->room) {
    ng_encoding_free(e);
    return no_room(err);
  }
  give_all(&given, e);
  *out = e;
  return NG_OK;
}

void
ng_encoding_free(ng_encoding *e)
{
  if (!e || !e->owned)
    return;
  free(e->room);
  free(e);
}

/* --- batches -------------------------------------------------------------- */

void
ng_encoding_finish(ng_encoding *e)
{
  if (e->n_rows) {
    ng_encoding_layers(e);
    ng_encoding_heads(e);
  }
  e->n_rows = e->n_words = e->n_stretches = 0;
}

static void
put_row(ng_encoding *e, const ng_stretch *s, uint32_t id, unsigned casing)
{
  e->place[e->n_rows] = (uint16_t)(e->n_rows - s->row);
  e->ids[e->n_rows] = (uint16_t)id;
  e->casing[e->n_rows++] = (uint8_t)casing;
}

static void
put_word(ng_encoding *e, const ng_stretch *s, const ng_word_pieces *p,
         bool first)
{
  ng_batch_word *w = &e->words[e->n_words++];
  w->first = (uint16_t)e->n_rows;
  for (uint32_t i = 0; i < p->n; i++)
    put_row(e, s, p->ids[i], 1U + p->shapes[i] + (first ? 20 : 0));
  w->last = (uint16_t)(e->n_rows - 1);
  w->shape =
      (uint8_t)(p->shapes[0] + (first ? 20 : 0) + (p->n_parts > 1 ? 40 : 0));
}

/* May a long sentence be cut behind this word? */
static bool
parts_here(ng_str word)
{
  return word.len == 1 && strchr(",;:.!?)-\"", word.at[0]) != NULL;
}

/* How many of the words from `words` on are one stretch: all, or those to the
 * last comma in the later half of what fits, or what fits. */
static uint32_t
stretch_words(const ng_encoder *e, const ng_str *words, uint32_t n,
              uint32_t *n_pieces)
{
  uint32_t pieces = 0, comma = 0, comma_pieces = 0, i = 0;
  ng_word_pieces p;
  for (; i < n && i < NG_TREE_WORDS; i++) {
    ng_pieces_cut(e, words[i], &p);
    if (pieces + p.n > NG_STRETCH_PIECES)
      break;
    pieces += p.n;
    if (parts_here(words[i])) {
      comma = i + 1;
      comma_pieces = pieces;
    }
  }
  bool cut = i < n && comma > i / 2;
  *n_pieces = cut ? comma_pieces : pieces;
  return cut ? comma : i;
}

void
ng_encoding_add(ng_encoding *e, const ng_str *words, uint32_t n,
                ng_encoded *out)
{
  const ng_deep_sizes *sizes = &e->encoder->sizes;
  ng_word_pieces p;
  for (uint32_t first = 0, pieces; first < n;) {
    uint32_t m = stretch_words(e->encoder, words + first, n - first, &pieces);
    if (e->n_rows + pieces + 2 > NG_BATCH_PIECES)
      ng_encoding_finish(e);
    ng_stretch *s = &e->stretches[e->n_stretches++];
    *s = (ng_stretch){e->n_rows, pieces + 2, e->n_words, m, out, first};
    put_row(e, s, sizes->start, 0);
    for (uint32_t i = 0; i < m; i++) {
      ng_pieces_cut(e->encoder, words[first + i], &p);
      put_word(e, s, &p, first + i == 0);
    }
    put_row(e, s, sizes->stop, 0);
    first += m;
  }
}
