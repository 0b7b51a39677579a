/* heads.c - from vectors to word classes, names and trees. */
#include "doc.h"
#include "text/encode/encoding.h"
#include "text/encode/tree.h"

#include <string.h>

static float *
row_of(const ng_rows *rows, size_t i)
{
  return rows->at + i * rows->stride;
}

static void
gather(ng_encoding *e, uint32_t i)
{
  const ng_encoder *m = e->encoder;
  size_t size = m->sizes.size, shape = m->sizes.shape;
  const ng_batch_word *w = &e->words[i];
  float *to = row_of(&e->features, i);
  memcpy(to, row_of(&e->x, w->first), size * sizeof *to);
  memcpy(to + size, row_of(&e->x, w->last), size * sizeof *to);
  memcpy(to + 2 * size, m->shapes + w->shape * shape, shape * sizeof *to);
}

/* A hidden layer, then the scores of each word. */
static void
score(ng_encoding *e, const ng_matrix *first, const ng_matrix *second)
{
  const ng_kernels *k = e->encoder->kernels;
  k->multiply(first, e->features, e->n_words, e->hidden, e->quantised);
  for (uint32_t i = 0; i < e->n_words; i++)
    k->gelu(row_of(&e->hidden, i), first->n_out);
  k->multiply(second, e->hidden, e->n_words, e->scores, e->quantised);
}

static unsigned
best_of(const float *scores, unsigned n)
{
  unsigned best = 0;
  for (unsigned i = 1; i < n; i++)
    best = scores[i] > scores[best] ? i : best;
  return best;
}

static ng_encoded *
word_of(const ng_stretch *s, uint32_t i)
{
  return s->out + s->first + (i - s->word);
}

static void
find_tags(ng_encoding *e)
{
  score(e, &e->encoder->tag1, &e->encoder->tag2);
  for (uint32_t k = 0; k < e->n_stretches; k++) {
    const ng_stretch *s = &e->stretches[k];
    for (uint32_t i = s->word; i < s->word + s->n_words; i++)
      word_of(s, i)->tag =
          (uint8_t)best_of(row_of(&e->scores, i), e->encoder->sizes.tags);
  }
}

/* May a name's mark follow that one? Inside goes on a name of its type. */
static bool
may_follow(unsigned mark, unsigned last)
{
  bool inside = mark && mark % 2 == 0;
  return !inside || (last && (last + 1) / 2 == mark / 2);
}

/* How far the best score is above the next, in sixteenths. */
static uint8_t
surety(const float *scores, unsigned best)
{
  float least = 255;
  for (unsigned m = 0; m < NG_NAME_MARKS; m++) {
    float over = (scores[best] - scores[m]) * 16;
    if (m != best && over < least)
      least = over;
  }
  return least > 0 ? (uint8_t)least : 0;
}

/* Viterbi's step: the best way to each mark of word `i`, by way of which mark
 * of the word before. */
static void
step(const float *scores, const float *before, float *way, uint8_t *by)
{
  for (unsigned m = 0; m < NG_NAME_MARKS; m++) {
    unsigned best = 0; /* any mark may follow `none`, but for inside */
    float most = m == 0 || m % 2 == 1 ? before[0] : -1e30F;
    for (unsigned k = 1; k < NG_NAME_MARKS; k++)
      if (may_follow(m, k) && before[k] > most) {
        most = before[k];
        best = k;
      }
    way[m] = most + scores[m];
    by[m] = (uint8_t)best;
  }
}

/* The marks of a stretch whose sum is best of those that can follow each other.
 */
static void
find_marks(ng_encoding *e, const ng_stretch *s)
{
  uint8_t by[NG_BATCH_PIECES][NG_NAME_MARKS];
  float ways[2][NG_NAME_MARKS] = {{0}};
  for (unsigned m = 1; m < NG_NAME_MARKS; m++)
    ways[0][m] = -1e30F; /* before the first word is none */
  for (uint32_t i = 0; i < s->n_words; i++)
    step(row_of(&e->scores, s->word + i), ways[i % 2], ways[(i + 1) % 2],
         by[i]);
  unsigned mark = best_of(ways[s->n_words % 2], NG_NAME_MARKS);
  for (uint32_t i = s->n_words; i-- > 0;) {
    ng_encoded *word = word_of(s, s->word + i);
    word->name = (uint8_t)mark;
    word->surety = surety(row_of(&e->scores, s->word + i), mark);
    mark = by[i][mark];
  }
}

static void
find_names(ng_encoding *e)
{
  score(e, &e->encoder->name1, &e->encoder->name2);
  for (uint32_t k = 0; k < e->n_stretches; k++)
    find_marks(e, &e->stretches[k]);
}

/* What every word is as a head and as a child, of arcs and of labels. */
static void
prepare_trees(ng_encoding *e)
{
  const ng_encoder *m = e->encoder;
  const ng_deep_sizes *s = &m->sizes;
  m->kernels->multiply(&m->tree, e->features, e->n_words, e->tree,
                       e->quantised);
  for (uint32_t i = 0; i < e->n_words; i++)
    m->kernels->gelu(row_of(&e->tree, i), m->tree.n_out);
  ng_rows child = {e->tree.at + s->arc, e->tree.stride};
  m->kernels->multiply(&m->arcs, child, e->n_words, e->child, e->quantised);
}

static void
score_arcs(ng_encoding *e, const ng_stretch *s)
{
  const ng_encoder *m = e->encoder;
  uint32_t n = s->n_words, arc = m->sizes.arc;
  for (uint32_t c = 1; c <= n; c++) {
    const float *child = row_of(&e->child, s->word + c - 1);
    float *row = e->arcs + (size_t)c * (n + 1);
    row[0] = m->kernels->dot(child, m->root, arc);
    for (uint32_t h = 1; h <= n; h++)
      row[h] = m->kernels->dot(child, row_of(&e->tree, s->word + h - 1), arc);
  }
}

/* The labels of the words from `from` on, NG_LABEL_WORDS at most. */
static void
label_some(ng_encoding *e, const ng_stretch *s, const uint32_t *heads,
           uint32_t from, uint32_t n)
{
  const ng_encoder *m = e->encoder;
  uint32_t size = m->sizes.label, width = ng_label_width(&m->sizes);
  size_t at = 2 * (size_t)m->sizes.arc;
  ng_rows head = {e->free, size};
  ng_rows out = {e->labels, ng_matrix_width(&m->labels)};
  for (uint32_t i = 0; i < n; i++) {
    uint32_t h = heads[from + i + 1];
    const float *v =
        h ? row_of(&e->tree, s->word + h - 1) + at : m->root + m->sizes.arc;
    memcpy(row_of(&head, i), v, size * sizeof *v);
  }
  m->kernels->multiply(&m->labels, head, n, out, e->quantised);
  for (uint32_t i = 0; i < n; i++) {
    const float *child = row_of(&e->tree, s->word + from + i) + at + size;
    float scores[NG_N_RELATIONS];
    for (uint32_t l = 0; l < m->sizes.labels; l++) {
      const float *v = row_of(&out, i) + (size_t)l * width;
      scores[l] = m->kernels->dot(v, child, size) + v[size];
    }
    ng_encoded *word = word_of(s, s->word + from + i);
    word->label = (uint8_t)best_of(scores, m->sizes.labels);
    if (heads[from + i + 1] == 0)
      word->label = 0;
    else if (word->label == 0) /* only the root's child is root */
      word->label = (uint8_t)(1 + best_of(scores + 1, m->sizes.labels - 1));
  }
}

/* The root of a later stretch depends on that of the first. */
static void
join_stretch(const ng_encoding *e, const ng_stretch *s, uint32_t root)
{
  uint32_t first = 0;
  if (s->first == 0)
    return;
  while (first < s->first && s->out[first].head != NG_NONE)
    first++;
  s->out[s->first + root].head = first;
  s->out[s->first + root].label = e->encoder->parataxis;
}

static void
find_tree(ng_encoding *e, const ng_stretch *s)
{
  uint32_t heads[NG_TREE_WORDS + 1], root = 0;
  score_arcs(e, s);
  ng_tree_find(e->arcs, s->n_words, heads, e->free);
  for (uint32_t i = 0; i < s->n_words; i++) {
    uint32_t h = heads[i + 1];
    s->out[s->first + i].head = h ? s->first + h - 1 : NG_NONE;
    root = h ? root : i;
  }
  for (uint32_t i = 0; i < s->n_words; i += NG_LABEL_WORDS) {
    uint32_t left = s->n_words - i;
    label_some(e, s, heads, i, left < NG_LABEL_WORDS ? left : NG_LABEL_WORDS);
  }
  join_stretch(e, s, root);
}

void
ng_encoding_heads(ng_encoding *e)
{
  for (uint32_t i = 0; i < e->n_words; i++)
    gather(e, i);
  find_tags(e);
  find_names(e);
  prepare_trees(e);
  for (uint32_t k = 0; k < e->n_stretches; k++)
    find_tree(e, &e->stretches[k]);
}
