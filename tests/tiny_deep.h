/* tiny_deep.h - a deep model of a few kilobytes, with weights drawn by lot. */
#ifndef NG_TINY_DEEP_H
#define NG_TINY_DEEP_H

#include <stdlib.h>

#include "core/buf.h"
#include "text/encode/deep.h"
#include "text/model.h"
#include "train/random.h"

enum { TINY_HEADS = 1, TINY_SIZE = 16, TINY_INNER = 32, TINY_PLACES = 256 };
enum { TINY_LABELS = 4, TINY_TAGS = 3 };

static const char *const tiny_pieces[] = {
    "[UNK]", "[CLS]", "[SEP]", "the", "mee", "##t", "##ing", "meet", "e",
    "m",     ".",     ",",     "\"",  "##s", "in",  "2",     "##0",  "-"};

enum { TINY_PIECES = sizeof tiny_pieces / sizeof *tiny_pieces };

typedef struct {
  ng_random random;
  ng_buf bytes, sums, floats;
} tiny_numbers;

static void
tiny_floats(tiny_numbers *n, uint32_t count, float least, float most)
{
  for (uint32_t i = 0; i < count; i++) {
    float share = (float)ng_random_below(&n->random, 1000) / 1000;
    float v = least + share * (most - least);
    ng_buf_put(&n->floats, &v, sizeof v);
  }
}

static void
tiny_bytes(tiny_numbers *n, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    ng_buf_char(&n->bytes, (char)((int)ng_random_below(&n->random, 255) - 127));
}

/* A matrix and the right sums of its outputs. */
static void
tiny_matrix(tiny_numbers *n, uint32_t n_in, uint32_t n_out)
{
  uint32_t width = (n_out + 31) / 32 * 32;
  size_t from = n->bytes.len;
  tiny_bytes(n, width * n_in);
  for (uint32_t o = 0; o < width; o++) {
    const int8_t *w = (const int8_t *)n->bytes.at + from +
                      (size_t)(o / 32) * 32 * n_in + (size_t)(o % 32) * 4;
    int32_t sum = 0;
    for (uint32_t i = 0; i < n_in; i++)
      sum += w[(size_t)(i / 4) * 128 + i % 4];
    ng_buf_put(&n->sums, &sum, sizeof sum);
  }
  tiny_floats(n, width, 0.001F, 0.004F);
  tiny_floats(n, width, -0.5F, 0.5F);
}

static void
tiny_network(tiny_numbers *n)
{
  tiny_bytes(n, TINY_PIECES * TINY_SIZE);
  tiny_floats(n, TINY_PIECES, 0.001F, 0.01F);
  tiny_floats(n, (TINY_PLACES + NG_PIECE_SHAPES + 2) * TINY_SIZE, -1, 1);
  tiny_matrix(n, TINY_SIZE, 3 * TINY_SIZE);
  tiny_matrix(n, TINY_SIZE, TINY_SIZE);
  tiny_floats(n, 2 * TINY_SIZE, 0.5F, 1.5F);
  tiny_matrix(n, TINY_SIZE, TINY_INNER);
  tiny_matrix(n, TINY_INNER, TINY_SIZE);
  tiny_floats(n, 2 * TINY_SIZE, 0.5F, 1.5F);
  tiny_floats(n, NG_WORD_SHAPES * 16, -1, 1);
  tiny_matrix(n, 48, 16);
  tiny_matrix(n, 16, TINY_TAGS);
  tiny_matrix(n, 48, 16);
  tiny_matrix(n, 16, NG_NAME_MARKS);
  tiny_matrix(n, 48, 64);
  tiny_matrix(n, 16, 16);
  tiny_matrix(n, 16, TINY_LABELS * 32);
  tiny_floats(n, 32, -1, 1);
}

static void
tiny_char(ng_buf *chars, uint32_t code, unsigned flags, const char *to)
{
  ng_deep_char c = {.code = code, .flags = (uint8_t)flags};
  c.n = (uint8_t)strlen(to);
  memcpy(c.to, to, c.n);
  ng_buf_put(chars, &c, sizeof c);
}

static void
tiny_chars(ng_buf *out)
{
  char letter[2] = "";
  tiny_char(out, ' ', NG_CHAR_SPACE, "");
  tiny_char(out, '"', NG_CHAR_SINGLE, "\"");
  for (unsigned c = ','; c <= '.'; c++) {
    letter[0] = (char)c;
    tiny_char(out, c, NG_CHAR_SINGLE, letter);
  }
  tiny_char(out, '0', NG_CHAR_DIGIT, "0");
  tiny_char(out, '2', NG_CHAR_DIGIT, "2");
  for (unsigned c = 'A'; c <= 'Z'; c++) {
    letter[0] = (char)(c + 32);
    tiny_char(out, c, NG_CHAR_UPPER, letter);
  }
  tiny_char(out, '_', NG_CHAR_SPACE, "");
  for (unsigned c = 'a'; c <= 'z'; c++) {
    letter[0] = (char)c;
    tiny_char(out, c, 0, letter);
  }
  tiny_char(out, 0xC9, NG_CHAR_UPPER, "e");
  tiny_char(out, 0xE9, 0, "e");
  tiny_char(out, 0x301, 0, "");
}

static void
tiny_vocabulary(ng_buf *slots, ng_buf *ends, ng_buf *text)
{
  uint16_t table[64] = {0};
  for (uint32_t i = 0; i < TINY_PIECES; i++) {
    uint32_t h = 2166136261U;
    for (const char *p = tiny_pieces[i]; *p; p++)
      h = (h ^ (unsigned char)*p) * 16777619U;
    while (table[h % 64])
      h++;
    table[h % 64] = (uint16_t)(i + 1);
    ng_buf_put(text, tiny_pieces[i], strlen(tiny_pieces[i]));
    uint32_t end = (uint32_t)text->len;
    ng_buf_put(ends, &end, sizeof end);
  }
  ng_buf_put(slots, table, sizeof table);
}

/* Put the size and the checksum of a file of sections right. */
static void
tiny_seal(char *at, size_t len)
{
  ng_deep_head head;
  memcpy(&head, at, sizeof head);
  head.size = len;
  memcpy(at, &head, sizeof head);
  head.checksum = ng_model_checksum((ng_str){at, len});
  memcpy(at, &head, sizeof head);
}

static void
tiny_join(ng_buf *out, const ng_buf *sections)
{
  ng_deep_head head = {
      .magic = "NGDEEP\n", .version = NG_DEEP_VERSION, .order = NG_MODEL_ORDER};
  ng_buf_put(out, &head, sizeof head);
  for (int i = 0; i < NG_DEEP_SECTIONS; i++) {
    while (out->len % 64)
      ng_buf_char(out, 0);
    head.sections[i].offset = out->len;
    head.sections[i].length = sections[i].len;
    ng_buf_put(out, sections[i].at, sections[i].len);
  }
  memcpy(out->at, &head, sizeof head);
  tiny_seal(out->at, out->len);
}

/* Write the model of this seed to `out`; false without memory. */
static bool
tiny_deep(ng_buf *out, uint64_t seed)
{
  static const ng_deep_sizes sizes = {.layers = 1,
                                      .size = TINY_SIZE,
                                      .inner = TINY_INNER,
                                      .heads = TINY_HEADS,
                                      .pieces = TINY_PIECES,
                                      .places = TINY_PLACES,
                                      .tags = TINY_TAGS,
                                      .labels = TINY_LABELS,
                                      .arc = 16,
                                      .label = 16,
                                      .hidden = 16,
                                      .shape = 16,
                                      .start = 1,
                                      .stop = 2,
                                      .unknown = 0};
  static const ng_tag_pair tags[TINY_TAGS] = {
      {NG_NOUN, NG_XPOS_NN}, {NG_VERB, NG_XPOS_VB}, {NG_PROPN, NG_XPOS_NNP}};
  static const uint8_t labels[TINY_LABELS] = {NG_REL_ROOT, NG_REL_NSUBJ,
                                              NG_REL_PARATAXIS, NG_REL_OBJ};
  ng_buf s[NG_DEEP_SECTIONS] = {{0}};
  tiny_numbers n = {.random = {seed}};
  bool ok = true;
  tiny_network(&n);
  ng_buf_put(&s[NG_DEEP_INFO], "name\0tiny", 10);
  ng_buf_put(&s[NG_DEEP_SIZES], &sizes, sizeof sizes);
  tiny_chars(&s[NG_DEEP_CHARS]);
  tiny_vocabulary(&s[NG_DEEP_SLOTS], &s[NG_DEEP_ENDS], &s[NG_DEEP_PIECES]);
  ng_buf_put(&s[NG_DEEP_TAGS], tags, sizeof tags);
  ng_buf_put(&s[NG_DEEP_RELATIONS], labels, sizeof labels);
  s[NG_DEEP_BYTES] = n.bytes;
  s[NG_DEEP_SUMS] = n.sums;
  s[NG_DEEP_FLOATS] = n.floats;
  tiny_join(out, s);
  for (int i = 0; i < NG_DEEP_SECTIONS; i++) {
    ok = ok && !s[i].failed;
    ng_buf_release(&s[i]);
  }
  return ok && !out->failed;
}

#endif /* NG_TINY_DEEP_H */
