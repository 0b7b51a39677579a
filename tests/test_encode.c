#include "test.h"

#include <math.h>

#include "text/encode/encoding.h"
#include "text/encode/pieces.h"
#include "text/encode/tree.h"
#include "tiny_deep.h"

/* --- a model in memory ---------------------------------------------------- */

typedef struct {
  ng_buf file;
  char *bytes; /* the file's, aligned */
  ng_model *model;
} tiny;

static void
tiny_open(tiny *t, uint64_t seed)
{
  *t = (tiny){0};
  assert_true(tiny_deep(&t->file, seed));
  t->bytes = aligned_alloc(64, (t->file.len + 63) / 64 * 64);
  assert_non_null(t->bytes);
  memcpy(t->bytes, t->file.at, t->file.len);
  ng_error err = {0};
  ng_status st =
      ng_model_open_memory(&t->model, (ng_str){t->bytes, t->file.len}, &err);
  if (st != NG_OK)
    fail_msg("%s", err.text);
}

static void
tiny_close(tiny *t)
{
  ng_model_close(t->model);
  ng_buf_release(&t->file);
  free(t->bytes);
}

static void
encode(const tiny *t, const ng_str *words, uint32_t n, ng_encoded *out)
{
  ng_encoding *e;
  assert_int_equal(ng_encoding_new(&e, t->model->encoder, NULL, NULL), NG_OK);
  ng_encoding_add(e, words, n, out);
  ng_encoding_finish(e);
  ng_encoding_free(e);
}

/* Words drawn by lot. */
static void
draw_words(ng_random *random, ng_str *words, uint32_t n)
{
  static const ng_str some[] = {
      {"the", 3},      {"Meeting", 7}, {",", 1},    {"meets", 5},
      {"The_Meet", 8}, {"zebra", 5},   {"20-2", 4}, {"\xF0\x9F\x98\x80", 4},
      {".", 1},        {"", 0}};
  for (uint32_t i = 0; i < n; i++)
    words[i] = some[ng_random_below(random, sizeof some / sizeof *some)];
}

/* --- kernels -------------------------------------------------------------- */

/* What a processor with VNNI does, but for its one instruction. */
#define KERNEL_TARGET
#define KERNEL_LANES 16
#define KERNEL_ROWS 6
#define KERNEL_NAME "as vnni"
#define KERNEL_TABLE as_vnni
#define KERNEL_DOT(sum, a, w) (lanes_dot(&(sum), &(a), &(w)), (sum))

static void lanes_dot(void *sum, const void *a, const void *w);

#pragma GCC diagnostic ignored "-Wpsabi"
extern const ng_kernels as_vnni;
#include "text/encode/kernel_vnni.inc"

static void
lanes_dot(void *sum, const void *a, const void *w)
{
  int32_t *s = sum;
  const uint8_t *x = a;
  const int8_t *y = w;
  for (int i = 0; i < 64; i++)
    s[i / 4] += x[i] * y[i];
}

#include "text/encode/kernel.inc"

/* Kernel `i` of those that can be tried here. */
static const ng_kernels *
kernel_at(unsigned i)
{
  return i == 0 ? &as_vnni : ng_kernels_at(i - 1);
}

static void
all_kernels_find_the_same_bytes(void **state)
{
  (void)state;
  enum { WORDS = 120 };
  ng_random random = {5};
  for (uint64_t seed = 1; seed < 6; seed++) {
    tiny t;
    tiny_open(&t, seed);
    ng_str words[WORDS];
    draw_words(&random, words, WORDS);
    ng_encoded want[WORDS], got[WORDS];
    memset(want, 0, sizeof want);
    encode(&t, words, WORDS, want);
    const ng_kernels *k;
    for (unsigned i = 0; (k = kernel_at(i)) != NULL; i++) {
      t.model->encoder->kernels = k;
      memset(got, 0, sizeof got);
      encode(&t, words, WORDS, got);
      assert_memory_equal(want, got, sizeof want);
    }
    tiny_close(&t);
  }
}

/* Some numbers, the same in every run, from -10 to 10. */
static void
draw_floats(float *at, size_t n)
{
  ng_random random = {2};
  for (size_t i = 0; i < n; i++)
    at[i] = (float)ng_random_below(&random, 20001) / 1000 - 10;
}

/* Each function of a kernel on the same numbers: the floats to the last bit;
 * for as many rows as leave each rest that a tile can have. */
static void
all_kernels_compute_the_same_floats(void **state)
{
  (void)state;
  enum { ROWS = 13, IN = 48, OUT = 64 };
  tiny t;
  tiny_open(&t, 9);
  static float in[ROWS * IN], want[ROWS + 1][ROWS * OUT], got[ROWS * OUT];
  draw_floats(in, sizeof in / sizeof *in);
  void *room = aligned_alloc(64, ng_multiply_room(64, IN) / 64 * 64 + 64);
  assert_non_null(room);
  const ng_kernels *k;
  for (unsigned i = 0; (k = kernel_at(i)) != NULL; i++)
    for (uint32_t rows = 1; rows <= ROWS; rows++) {
      float *out = i ? got : want[rows];
      memset(got, 0, sizeof got);
      k->multiply(&t.model->encoder->tree, (ng_rows){in, IN}, rows,
                  (ng_rows){out, OUT}, room);
      k->gelu(out, OUT);
      if (rows == ROWS) {
        k->normalise(out + OUT, in, in, 32);
        out[2 * OUT] = k->dot(in, in + IN, IN);
      }
      if (i)
        assert_memory_equal(want[rows], got, sizeof got);
    }
  free(room);
  tiny_close(&t);
}

/* Attention to the last bit, over sentences that fill no register, and by heads
 * of one, two and three registers; and not a row too much is written. */
static void
all_kernels_attend_to_the_same(void **state)
{
  (void)state;
  enum { N = 35, SIZE = 48 };
  static float in[N * 3 * SIZE], want[N * SIZE], got[N * SIZE];
  static float room[NG_ATTEND_ROOM];
  draw_floats(in, sizeof in / sizeof *in);
  const ng_kernels *k;
  for (uint32_t width = 16; width <= SIZE; width += 16)
    for (uint32_t n = 1; n <= N; n += n < 5 ? 1 : 6)
      for (unsigned i = 0; (k = kernel_at(i)) != NULL; i++) {
        float *out = i ? got : want;
        memset(out, 0, sizeof got);
        k->attend((ng_rows){in, 3 * SIZE}, SIZE, width, n, (ng_rows){out, SIZE},
                  room);
        assert_memory_equal(want, out, sizeof want);
        for (size_t d = 0; n < N && d < SIZE; d++)
          assert_true(out[n * SIZE + d] == 0);
      }
}

/* The products of the integers are what they should be. */
static void
multiplies(void **state)
{
  (void)state;
  enum { IN = 48 };
  tiny t;
  tiny_open(&t, 4);
  const ng_matrix *m = &t.model->encoder->tree;
  float in[IN], out[64];
  for (int i = 0; i < IN; i++)
    in[i] = (float)(i % 7) - 3;
  void *room = aligned_alloc(64, ng_multiply_room(64, IN) / 64 * 64 + 64);
  assert_non_null(room);
  t.model->encoder->kernels->multiply(m, (ng_rows){in, IN}, 1,
                                      (ng_rows){out, 64}, room);
  for (size_t o = 0; o < m->n_out; o++) {
    double want = (double)m->biases[o];
    for (size_t i = 0; i < IN; i++)
      want += (double)in[i] * (double)m->scales[o] *
              m->weights[o / 32 * 32 * IN + i / 4 * 128 + o % 32 * 4 + i % 4];
    assert_true(fabs(want - (double)out[o]) < 0.15);
  }
  free(room);
  tiny_close(&t);
}

static void
approximates_gelu(void **state)
{
  (void)state;
  for (float x = -12; x < 12; x += 0.37F) {
    float v[16] = {x};
    as_vnni.gelu(v, 16);
    double want = 0.5 * (double)x * (1 + erf((double)x / sqrt(2)));
    assert_true(fabs(want - (double)v[0]) < 1e-6 * (1 + fabs((double)x)));
  }
}

/* Attention over pieces that are all alike gives their value. */
static void
attends(void **state)
{
  (void)state;
  enum { N = 21, SIZE = 16 };
  static float in[N * 3 * SIZE], out[N * SIZE], room[NG_ATTEND_ROOM];
  for (size_t i = 0; i < N * 3 * SIZE; i++)
    in[i] = (float)(i % (3 * SIZE)) / 16;
  const ng_kernels *k;
  for (unsigned i = 0; (k = kernel_at(i)) != NULL; i++) {
    k->attend((ng_rows){in, 3 * SIZE}, SIZE, SIZE, N, (ng_rows){out, SIZE},
              room);
    for (size_t d = 0; d < N * SIZE; d++)
      assert_true(fabsf(out[d] - in[2 * SIZE + d % SIZE]) < 1e-5F);
  }
}

/* --- word pieces ---------------------------------------------------------- */

static void
cuts_words_as_in_training(void **state)
{
  (void)state;
  static const struct {
    const char *word, *pieces; /* a letter each: a is the first piece */
    unsigned parts, shape;
  } cases[] = {
      {"the", "d", 1, 0},
      {"The", "d", 1, 1},
      {"THE", "d", 1, 2},
      {"meetings", "hgn", 1, 0}, /* the longest first */
      {"meEt", "h", 1, 4},
      {"M", "j", 1, 3},
      {"m\xC3\x89\xC3\xA9t", "h", 1, 4}, /* accents */
      {"me\xCC\x81"
       "et",
       "h", 1, 0},          /* apart from their letters */
      {"zebra", "a", 1, 0}, /* cannot be covered */
      {"the-the", "drd", 1, 10},
      {"20", "pq", 1, 5},
      {"in_the", "od", 2, 0},
      {"In_the", "od", 2, 1},
      {" the ", "d", 1, 0},
      {"_", "a", 0, 0},
      {"", "a", 0, 0},
      {"the\xF0\x9F\x98\x80", "da", 1, 0}, /* what it does not know */
      {"\xFF", "a", 1, 0},                 /* nor is it UTF-8 */
      {"................,,,,", "kkkkkkkkkkkk,,,,", 1, 0},
  };
  tiny t;
  tiny_open(&t, 1);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_word_pieces p;
    ng_str word = {cases[i].word, strlen(cases[i].word)};
    ng_pieces_cut(t.model->encoder, word, &p);
    assert_int_equal(p.n, strlen(cases[i].pieces));
    for (size_t k = 0; k < p.n; k++)
      assert_int_equal(
          p.ids[k], cases[i].pieces[k] == ',' ? 11 : cases[i].pieces[k] - 'a');
    assert_int_equal(p.n_parts, cases[i].parts);
    assert_int_equal(p.shapes[0], cases[i].shape);
  }
  tiny_close(&t);
}

static void
cuts_a_word_of_a_megabyte(void **state)
{
  (void)state;
  enum { LONG = 1 << 20 };
  char *word = malloc(LONG);
  assert_non_null(word);
  memset(word, 'm', LONG);
  tiny t;
  tiny_open(&t, 1);
  ng_word_pieces p;
  ng_pieces_cut(t.model->encoder, (ng_str){word, LONG}, &p);
  assert_int_equal(p.n, 1);
  assert_int_equal(p.ids[0], 0);
  memset(word, '.', LONG);
  ng_pieces_cut(t.model->encoder, (ng_str){word, LONG}, &p);
  assert_int_equal(p.n, NG_WORD_PIECES);
  tiny_close(&t);
  free(word);
}

/* --- trees ---------------------------------------------------------------- */

/* Is it a projective tree with one root? Word i of n is 1 + i. */
static bool
is_tree(const uint32_t *heads, uint32_t n)
{
  uint32_t roots = 0;
  for (uint32_t i = 1; i <= n; i++) {
    uint32_t steps = 0, at = i;
    roots += heads[i] == 0;
    for (; at && steps <= n; steps++)
      at = heads[at];
    if (at)
      return false;
    for (uint32_t k = 1; k <= n; k++) {
      uint32_t a = i < heads[i] ? i : heads[i], b = i ^ heads[i] ^ a;
      uint32_t c = k < heads[k] ? k : heads[k], d = k ^ heads[k] ^ c;
      if (a < c && c < b && b < d)
        return false;
    }
  }
  return roots == 1;
}

static float
worth(const float *scores, const uint32_t *heads, uint32_t n)
{
  float sum = 0;
  for (uint32_t i = 1; i <= n; i++)
    sum += scores[i * (n + 1) + heads[i]];
  return sum;
}

/* Of all trees that there are, none is better; but where the root has several
 * children at first, only one of the trees with its best child is. */
static void
finds_the_best_tree(void **state)
{
  (void)state;
  enum { N = 4 };
  ng_random random = {11};
  float room[6 * (N + 1) * (N + 1)];
  for (int round = 0; round < 200; round++) {
    float scores[(N + 1) * (N + 1)];
    uint32_t got[N + 1], heads[N + 1] = {0};
    for (size_t i = 0; i < (N + 1) * (N + 1); i++) {
      bool root = i % (N + 1) == 0;
      scores[i] = (float)ng_random_below(&random, 1000) - (root ? 2000 : 0);
    }
    ng_tree_find(scores, N, got, room);
    assert_true(is_tree(got, N));
    for (uint32_t code = 0; code < 625; code++) {
      for (uint32_t i = 1, c = code; i <= N; i++, c /= 5)
        heads[i] = c % 5;
      if (is_tree(heads, N))
        assert_true(worth(scores, heads, N) <= worth(scores, got, N));
    }
  }
}

static void
finds_a_tree_whatever_the_scores(void **state)
{
  (void)state;
  static const float odd[] = {0, INFINITY, -INFINITY, NAN, 1e38F, -1e38F};
  static float scores[(NG_TREE_WORDS + 1) * (NG_TREE_WORDS + 1)];
  float *room = malloc(ng_tree_room(NG_TREE_WORDS) * sizeof *room);
  uint32_t heads[NG_TREE_WORDS + 1];
  ng_random random = {1};
  assert_non_null(room);
  for (uint32_t n = 1; n <= NG_TREE_WORDS; n += n < 8 ? 1 : 121) {
    for (uint32_t i = 0; i < (n + 1) * (n + 1); i++)
      scores[i] = odd[ng_random_below(&random, 6)];
    ng_tree_find(scores, n, heads, room);
    for (uint32_t i = 1; i <= n; i++)
      assert_true(heads[i] <= n && heads[i] != i);
  }
  free(room);
}

/* --- sentences ------------------------------------------------------------ */

static void
company_changes_nothing(void **state)
{
  (void)state;
  enum { N = 40, MOST = 30 };
  tiny t;
  tiny_open(&t, 3);
  ng_str words[N][MOST];
  ng_encoded alone[MOST], among[N][MOST];
  ng_random random = {8};
  ng_encoding *e;
  memset(among, 0, sizeof among);
  assert_int_equal(ng_encoding_new(&e, t.model->encoder, NULL, NULL), NG_OK);
  for (uint32_t i = 0; i < N; i++) {
    draw_words(&random, words[i], MOST);
    ng_encoding_add(e, words[i], i % MOST, among[i]);
  }
  ng_encoding_finish(e);
  for (uint32_t i = 0; i < N; i++) {
    memset(alone, 0, sizeof alone);
    encode(&t, words[i], i % MOST, alone);
    assert_memory_equal(alone, among[i], sizeof alone);
  }
  ng_encoding_free(e);
  tiny_close(&t);
}

static void
reads_a_sentence_of_any_length(void **state)
{
  (void)state;
  static const uint32_t lengths[] = {1, 2, 249, 250, 251, 600, 100000};
  enum { MOST = 100000 };
  tiny t;
  tiny_open(&t, 2);
  ng_str *words = calloc(MOST, sizeof *words);
  ng_encoded *out = calloc(MOST, sizeof *out);
  ng_random random = {4};
  assert_non_null(words);
  assert_non_null(out);
  draw_words(&random, words, MOST);
  for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++) {
    uint32_t n = lengths[k], roots = 0;
    encode(&t, words, n, out);
    for (uint32_t i = 0; i < n; i++) {
      uint32_t at = i, steps = 0;
      assert_true(out[i].tag < TINY_TAGS && out[i].label < TINY_LABELS &&
                  out[i].name < NG_NAME_MARKS);
      roots += out[i].head == NG_NONE;
      assert_int_equal(out[i].label == 0, out[i].head == NG_NONE);
      for (; out[at].head != NG_NONE && steps <= 500; steps++)
        at = out[at].head;
      assert_int_equal(out[at].head, NG_NONE);
    }
    assert_int_equal(roots, 1);
  }
  free(words);
  free(out);
  tiny_close(&t);
}

/* --- the file ------------------------------------------------------------- */

/* Every byte changed, and every length: refused, each time. */
static void
refuses_what_is_damaged(void **state)
{
  (void)state;
  tiny t;
  ng_model *m;
  tiny_open(&t, 1);
  for (size_t i = 0; i < t.file.len; i += i < 512 ? 1 : 97) {
    t.bytes[i] ^= 0x10;
    assert_int_equal(
        ng_model_open_memory(&m, (ng_str){t.bytes, t.file.len}, NULL),
        NG_ERR_CORRUPT);
    assert_null(m);
    t.bytes[i] ^= 0x10;
  }
  for (size_t n = 0; n < t.file.len; n += n < 512 ? 1 : 97)
    assert_int_equal(ng_model_open_memory(&m, (ng_str){t.bytes, n}, NULL),
                     NG_ERR_CORRUPT);
  tiny_close(&t);
}

/* The same with its checksum put right: refused, or harmless. */
static void
survives_any_size(void **state)
{
  (void)state;
  ng_str words[] = {NG_LIT("The"), NG_LIT("meeting"), NG_LIT(".")};
  tiny t;
  tiny_open(&t, 1);
  ng_deep_head head;
  memcpy(&head, t.bytes, sizeof head);
  size_t sizes = head.sections[NG_DEEP_SIZES].offset;
  unsigned refused = 0;
  for (size_t i = 0; i < sizeof(ng_deep_sizes); i++)
    for (int bit = 0; bit < 8; bit++) {
      tiny odd = t;
      t.bytes[sizes + i] ^= (char)(1 << bit);
      tiny_seal(t.bytes, t.file.len);
      ng_status st =
          ng_model_open_memory(&odd.model, (ng_str){t.bytes, t.file.len}, NULL);
      ng_encoded out[3];
      if (st == NG_OK)
        encode(&odd, words, 3, out);
      refused += st != NG_OK;
      ng_model_close(odd.model);
      t.bytes[sizes + i] ^= (char)(1 << bit);
    }
  assert_true(refused > 400); /* not the three numbers of pieces */
  tiny_close(&t);
}

static void
survives_every_budget(void **state)
{
  (void)state;
  tiny t;
  tiny_open(&t, 1);
  ng_status st = NG_ERR_LIMIT;
  for (size_t budget = 0; st != NG_OK && budget < 1 << 25; budget += 1 << 16) {
    ng_arena arena;
    ng_encoding *e;
    ng_arena_init(&arena, budget);
    st = ng_encoding_new(&e, t.model->encoder, &arena, NULL);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT);
    ng_arena_release(&arena);
  }
  assert_int_equal(st, NG_OK);
  tiny_close(&t);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_kernels_find_the_same_bytes),
      cmocka_unit_test(all_kernels_compute_the_same_floats),
      cmocka_unit_test(all_kernels_attend_to_the_same),
      cmocka_unit_test(multiplies),
      cmocka_unit_test(approximates_gelu),
      cmocka_unit_test(attends),
      cmocka_unit_test(cuts_words_as_in_training),
      cmocka_unit_test(cuts_a_word_of_a_megabyte),
      cmocka_unit_test(finds_the_best_tree),
      cmocka_unit_test(finds_a_tree_whatever_the_scores),
      cmocka_unit_test(company_changes_nothing),
      cmocka_unit_test(reads_a_sentence_of_any_length),
      cmocka_unit_test(refuses_what_is_damaged),
      cmocka_unit_test(survives_any_size),
      cmocka_unit_test(survives_every_budget),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
