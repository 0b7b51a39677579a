/* layers.c - the encoder: embeddings, attention, feed-forward layers. */
#include "text/encode/encoding.h"

#include <string.h>

/* What a piece is, where it stands, and its casing. */
static void
embed(ng_encoding *e, uint32_t row)
{
  const ng_encoder *m = e->encoder;
  size_t size = m->sizes.size, id = e->ids[row];
  const int8_t *piece = m->rows + id * size;
  const float *place = m->places + e->place[row] * size;
  const float *casing = m->casing + e->casing[row] * size;
  float scale = m->row_scales[id], *x = e->x.at + row * e->x.stride;
  for (size_t i = 0; i < size; i++) {
    float v = (float)piece[i] * scale;
    v = v + place[i];
    x[i] = v + casing[i];
  }
  m->kernels->normalise(x, NULL, m->norm, m->sizes.size);
}

static void
attend(ng_encoding *e)
{
  const ng_deep_sizes *s = &e->encoder->sizes;
  uint32_t width = s->size / s->heads;
  for (uint32_t k = 0; k < e->n_stretches; k++) {
    size_t row = e->stretches[k].row;
    for (uint32_t h = 0; h < s->heads; h++) {
      ng_rows in = {e->wide.at + row * e->wide.stride + (size_t)h * width,
                    e->wide.stride};
      ng_rows out = {e->narrow.at + row * e->narrow.stride + (size_t)h * width,
                     e->narrow.stride};
      e->encoder->kernels->attend(in, s->size, width, e->stretches[k].n_rows,
                                  out, e->free);
    }
  }
}

static void
add(ng_encoding *e, const ng_rows *what, const float *norm)
{
  for (uint32_t r = 0; r < e->n_rows; r++)
    e->encoder->kernels->normalise(e->x.at + r * e->x.stride,
                                   what->at + r * what->stride, norm,
                                   e->encoder->sizes.size);
}

/* Some rows at a time, so that what is between the two maps stays near. */
static void
feed_forward(ng_encoding *e, const ng_layer *l)
{
  const ng_kernels *k = e->encoder->kernels;
  for (uint32_t r = 0; r < e->n_rows; r += NG_FEED_ROWS) {
    uint32_t n = e->n_rows - r < NG_FEED_ROWS ? e->n_rows - r : NG_FEED_ROWS;
    ng_rows in = {e->x.at + r * e->x.stride, e->x.stride};
    ng_rows out = {e->narrow.at + r * e->narrow.stride, e->narrow.stride};
    k->multiply(&l->up, in, n, e->wide, e->quantised);
    for (uint32_t i = 0; i < n; i++)
      k->gelu(e->wide.at + i * e->wide.stride, e->encoder->sizes.inner);
    k->multiply(&l->down, e->wide, n, out, e->quantised);
  }
}

static void
move_row(const ng_rows *rows, size_t to, size_t from, uint32_t size)
{
  memmove(rows->at + to * rows->stride, rows->at + from * rows->stride,
          size * sizeof(float));
}

/* Keep the rows that words read, the first and the last piece of each: behind
 * the last attention no other is looked at. */
static void
keep_read(ng_encoding *e)
{
  uint16_t now[NG_BATCH_PIECES];
  uint32_t n = 0, size = e->encoder->sizes.size;
  for (uint32_t i = 0; i < e->n_words; i++) {
    ng_batch_word *w = &e->words[i];
    for (uint32_t row = w->first; row <= w->last; row++)
      if (row == w->first || row == w->last) {
        move_row(&e->x, n, row, size);
        move_row(&e->narrow, n, row, size);
        now[row] = (uint16_t)n++;
      }
    w->first = now[w->first];
    w->last = now[w->last];
  }
  e->n_rows = n;
}

static void
run_layer(ng_encoding *e, const ng_layer *l, bool last)
{
  const ng_kernels *k = e->encoder->kernels;
  ng_rows out = {e->wide.at, e->narrow.stride};
  k->multiply(&l->qkv, e->x, e->n_rows, e->wide, e->quantised);
  attend(e);
  if (last)
    keep_read(e);
  k->multiply(&l->out, e->narrow, e->n_rows, out, e->quantised);
  add(e, &out, l->norm1);
  feed_forward(e, l);
  add(e, &e->narrow, l->norm2);
}

void
ng_encoding_layers(ng_encoding *e)
{
  uint32_t n = e->encoder->sizes.layers;
  for (uint32_t r = 0; r < e->n_rows; r++)
    embed(e, r);
  for (uint32_t i = 0; i < n; i++)
    run_layer(e, &e->encoder->layers[i], i + 1 == n);
}
