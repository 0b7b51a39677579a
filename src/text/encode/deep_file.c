/* deep_file.c - the sections of a deep model, checked. */
#include "core/fail.h"
#include "text/encode/deep.h"
#include "text/encode/tree.h"
#include "text/ud.h"

#include <stdlib.h>

static ng_status
corrupt(ng_error *err, const char *why)
{
  return ng_fail(err, NG_ERR_CORRUPT, 0, "not a usable model: %s", why);
}

/* From 1 to `most`, in steps of 16 if it is `wide`. */
static bool
fits(uint32_t x, uint32_t most, bool wide)
{
  return x > 0 && x <= most && (!wide || x % 16 == 0);
}

static ng_status
check_sizes(const ng_deep_sizes *s, ng_error *err)
{
  if (!fits(s->layers, NG_MOST_LAYERS, false) || !fits(s->size, 1024, true) ||
      !fits(s->inner, NG_MOST_INPUTS, true) || !fits(s->heads, 64, false) ||
      !fits(s->pieces, 65534, false) || !fits(s->tags, 254, false) ||
      !fits(s->labels, NG_N_RELATIONS, false) || !fits(s->arc, 512, true) ||
      !fits(s->label, 512, true) || !fits(s->hidden, 512, true) ||
      !fits(s->shape, 512, true))
    return corrupt(err, "a size is impossible");
  if (s->size % s->heads || !fits(s->size / s->heads, NG_MOST_WIDTH, true) ||
      s->start >= s->pieces || s->stop >= s->pieces ||
      s->unknown >= s->pieces || s->places < NG_MOST_PIECES || s->places > 4096)
    return corrupt(err, "its sizes do not agree");
  return NG_OK;
}

/* --- word pieces ---------------------------------------------------------- */

static ng_status
check_chars(ng_encoder *e, ng_str section, ng_error *err)
{
  e->chars = (const void *)section.at;
  e->n_chars = (uint32_t)(section.len / sizeof *e->chars);
  for (uint32_t i = 0; i < e->n_chars; i++) {
    const ng_deep_char *c = &e->chars[i];
    if (c->n > sizeof c->to || (i && c->code <= c[-1].code))
      return corrupt(err, "its characters are out of order");
  }
  return NG_OK;
}

static ng_status
check_pieces(ng_encoder *e, const ng_str *sections, ng_error *err)
{
  uint32_t n = e->sizes.pieces, last = 0;
  e->ends = (const void *)sections[NG_DEEP_ENDS].at;
  e->piece_bytes = sections[NG_DEEP_PIECES];
  if (sections[NG_DEEP_ENDS].len != n * sizeof *e->ends)
    return corrupt(err, "it has too few word pieces");
  for (uint32_t i = 0; i < n; i++) {
    if (e->ends[i] < last || e->ends[i] > e->piece_bytes.len)
      return corrupt(err, "a word piece is out of bounds");
    if (e->ends[i] - last > e->longest)
      e->longest = e->ends[i] - last;
    last = e->ends[i];
  }
  return NG_OK;
}

/* A look-up ends at an empty slot: there must be one. */
static ng_status
check_slots(ng_encoder *e, ng_str section, ng_error *err)
{
  size_t n = section.len / sizeof *e->slots, empty = 0;
  if (n < 2 || n > 1 << 20 || n & (n - 1))
    return corrupt(err, "its table of word pieces is of an impossible size");
  e->slots = (const void *)section.at;
  e->slot_mask = (uint32_t)n - 1;
  for (size_t i = 0; i < n; i++) {
    empty += e->slots[i] == 0;
    if (e->slots[i] > e->sizes.pieces)
      return corrupt(err, "its table of word pieces names one that is none");
  }
  return empty ? NG_OK : corrupt(err, "its table of word pieces is full");
}

/* --- weights -------------------------------------------------------------- */

/* What is left of the three sections of numbers; it never goes past their ends:
 * what does not fit is `short`. */
typedef struct {
  ng_str bytes, sums, floats;
  bool short_;
} numbers;

static const void *
take(numbers *n, ng_str *from, size_t count, size_t size)
{
  const void *at = from->at;
  if (n->short_ || count > from->len / size) {
    n->short_ = true;
    return NULL;
  }
  *from = ng_str_slice(*from, count * size, from->len);
  return at;
}

static const float *
take_floats(numbers *n, size_t count)
{
  return take(n, &n->floats, count, sizeof(float));
}

static ng_matrix
take_matrix(numbers *n, uint32_t n_in, uint32_t n_out)
{
  ng_matrix m = {.n_in = n_in, .n_out = n_out};
  size_t width = ng_matrix_width(&m);
  m.weights = take(n, &n->bytes, width * n_in, 1);
  m.sums = take(n, &n->sums, width, sizeof *m.sums);
  m.scales = take_floats(n, width);
  m.biases = take_floats(n, width);
  return m;
}

static void
take_layer(numbers *n, const ng_deep_sizes *s, ng_layer *layer)
{
  layer->qkv = take_matrix(n, s->size, 3 * s->size);
  layer->out = take_matrix(n, s->size, s->size);
  layer->norm1 = take_floats(n, 2 * (size_t)s->size);
  layer->up = take_matrix(n, s->size, s->inner);
  layer->down = take_matrix(n, s->inner, s->size);
  layer->norm2 = take_floats(n, 2 * (size_t)s->size);
}

static void
take_heads(numbers *n, ng_encoder *e)
{
  const ng_deep_sizes *s = &e->sizes;
  uint32_t word = 2 * s->size + s->shape;
  e->shapes = take_floats(n, NG_WORD_SHAPES * (size_t)s->shape);
  e->tag1 = take_matrix(n, word, s->hidden);
  e->tag2 = take_matrix(n, s->hidden, s->tags);
  e->name1 = take_matrix(n, word, s->hidden);
  e->name2 = take_matrix(n, s->hidden, NG_NAME_MARKS);
  e->tree = take_matrix(n, word, 2 * s->arc + 2 * s->label);
  e->arcs = take_matrix(n, s->arc, s->arc);
  e->labels = take_matrix(n, s->label, s->labels * ng_label_width(s));
  e->root = take_floats(n, (size_t)s->arc + s->label);
}

static ng_status
check_numbers(ng_encoder *e, const ng_str *sections, ng_error *err)
{
  const ng_deep_sizes *s = &e->sizes;
  numbers n = {sections[NG_DEEP_BYTES], sections[NG_DEEP_SUMS],
               sections[NG_DEEP_FLOATS], false};
  e->rows = take(&n, &n.bytes, (size_t)s->pieces * s->size, 1);
  e->row_scales = take_floats(&n, s->pieces);
  e->places = take_floats(&n, (size_t)s->places * s->size);
  e->casing = take_floats(&n, NG_PIECE_SHAPES * (size_t)s->size);
  e->norm = take_floats(&n, 2 * (size_t)s->size);
  for (uint32_t i = 0; i < s->layers; i++)
    take_layer(&n, s, &e->layers[i]);
  take_heads(&n, e);
  if (n.short_ || n.bytes.len || n.sums.len || n.floats.len)
    return corrupt(err, "its weights are too few or too many");
  return NG_OK;
}

static void
find_parataxis(ng_encoder *e, ng_str relations)
{
  for (size_t i = 0; i < relations.len; i++)
    if ((uint8_t)relations.at[i] == NG_REL_PARATAXIS)
      e->parataxis = (uint8_t)i;
}

static ng_status
load(ng_encoder *e, const ng_str *sections, ng_error *err)
{
  if (sections[NG_DEEP_SIZES].len != sizeof e->sizes)
    return corrupt(err, "it does not tell its sizes");
  memcpy(&e->sizes, sections[NG_DEEP_SIZES].at, sizeof e->sizes);
  NG_TRY(check_sizes(&e->sizes, err));
  if (sections[NG_DEEP_TAGS].len != 2 * (size_t)e->sizes.tags ||
      sections[NG_DEEP_RELATIONS].len != e->sizes.labels)
    return corrupt(err, "its tags or labels are too few or too many");
  NG_TRY(check_chars(e, sections[NG_DEEP_CHARS], err));
  NG_TRY(check_pieces(e, sections, err));
  NG_TRY(check_slots(e, sections[NG_DEEP_SLOTS], err));
  NG_TRY(check_numbers(e, sections, err));
  find_parataxis(e, sections[NG_DEEP_RELATIONS]);
  e->kernels = ng_kernels_choose();
  return NG_OK;
}

ng_status
ng_encoder_new(ng_encoder **out, const ng_str *sections, ng_error *err)
{
  *out = NULL;
  ng_encoder *e = calloc(1, sizeof *e);
  if (!e)
    return ng_fail(err, NG_ERR_IO, 0, "no memory for a model");
  ng_status status = load(e, sections, err);
  if (status == NG_OK)
    *out = e;
  else
    free(e);
  return status;
}

const char *
ng_encoder_kernels(const ng_encoder *e)
{
  return e->kernels->name;
}
