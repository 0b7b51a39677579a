/* bzip2 on several threads gives what the library gives. */
#include "test.h"

#include <stdlib.h>

#include "core/buf.h"
#include "core/bunzip.h"
#include "core/str.h"

#include <bzlib.h>

/* Compressed bytes, given a few at a time. */
typedef struct {
  ng_str left;
  size_t step;
} bytes;

static ng_status
give(void *from, char *at, size_t cap, size_t *n, ng_error *err)
{
  bytes *b = from;
  (void)err;
  *n = b->left.len < b->step ? b->left.len : b->step;
  *n = *n < cap ? *n : cap;
  if (*n)
    memcpy(at, b->left.at, *n);
  b->left = ng_str_slice(b->left, *n, b->left.len);
  return NG_OK;
}

/* Text that has no long repetitions. */
static void
put_text(ng_buf *out, size_t len)
{
  uint64_t seed = 1;
  for (size_t i = 0; i < len; i++) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    ng_buf_char(out, (char)('a' + (seed >> 60)));
  }
}

/* Append `text` as a stream of blocks of 100 kB. */
static void
compress(ng_str text, ng_buf *out)
{
  unsigned len = (unsigned)(text.len + text.len / 50 + 1000);
  char *to = ng_buf_room(out, len), *from = malloc(text.len + 1);
  assert_non_null(to);
  assert_non_null(from);
  memcpy(from, text.at, text.len);
  assert_int_equal(
      BZ2_bzBuffToBuffCompress(to, &len, from, (unsigned)text.len, 1, 0, 0),
      BZ_OK);
  out->len += len;
  free(from);
}

/* What comes out, and how it ends. */
static ng_status
unzip(ng_str in, unsigned threads, size_t step, ng_buf *out, ng_error *err)
{
  ng_bunzip *b;
  bytes source = {in, step};
  ng_str piece;
  ng_status status;
  assert_int_equal(ng_bunzip_new(&b, give, &source, threads, NULL), NG_OK);
  while ((status = ng_bunzip_next(b, &piece, err)) == NG_OK)
    ng_buf_str(out, piece);
  assert_int_equal(ng_bunzip_next(b, &piece, NULL), status);
  ng_bunzip_free(b);
  return status;
}

static void
gives_what_was_compressed(void **state)
{
  (void)state;
  static const size_t sizes[] = {0, 1, 1000, 99900, 100000, 750000};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
    for (unsigned threads = 1; threads < 5; threads += 3) {
      ng_buf text = {0}, zipped = {0}, got = {0};
      put_text(&text, sizes[i]);
      compress((ng_str){text.len ? text.at : "", text.len}, &zipped);
      assert_int_equal(
          unzip((ng_str){zipped.at, zipped.len}, threads, 777, &got, NULL),
          NG_END);
      assert_int_equal(got.len, text.len);
      if (text.len)
        assert_memory_equal(got.at, text.at, text.len);
      ng_buf_release(&text);
      ng_buf_release(&zipped);
      ng_buf_release(&got);
    }
}

/* Streams one after the other, with zeros between; then what is none. */
static void
reads_streams_and_refuses_what_follows(void **state)
{
  (void)state;
  ng_buf text = {0}, zipped = {0}, got = {0};
  ng_error err = {0};
  put_text(&text, 250000);
  compress((ng_str){text.at, text.len}, &zipped);
  ng_buf_put(&zipped, "\0\0\0", 3);
  compress(NG_LIT(""), &zipped);
  compress((ng_str){text.at, 1000}, &zipped);
  ng_buf_put(&zipped, "\0", 1);
  size_t len = zipped.len;
  assert_int_equal(unzip((ng_str){zipped.at, len}, 2, 4096, &got, NULL),
                   NG_END);
  assert_int_equal(got.len, 251000);
  assert_memory_equal(got.at + 250000, text.at, 1000);
  ng_buf_put(&zipped, "more", 4);
  got.len = 0;
  assert_int_equal(unzip((ng_str){zipped.at, zipped.len}, 2, 4096, &got, &err),
                   NG_ERR_CORRUPT);
  assert_string_equal(err.text, "is followed by something else");
  assert_int_equal(got.len, 251000);
  ng_buf_release(&text);
  ng_buf_release(&zipped);
  ng_buf_release(&got);
}

/* Cut anywhere, or with one bit wrong anywhere: never a byte that was not
 * there, and never the end without an error. */
static void
tells_of_damage(void **state)
{
  (void)state;
  ng_buf text = {0}, zipped = {0}, got = {0};
  ng_error err = {0};
  put_text(&text, 220000);
  compress((ng_str){text.at, text.len}, &zipped);
  for (size_t at = 0; at < zipped.len; at += zipped.len / 23 + 1) {
    got.len = 0;
    if (at) {
      assert_int_equal(unzip((ng_str){zipped.at, at}, 2, 4096, &got, &err),
                       NG_ERR_CORRUPT);
      assert_string_equal(err.text, "ends too early");
    }
    got.len = 0;
    zipped.at[at] = (char)(zipped.at[at] ^ 4);
    assert_int_equal(
        unzip((ng_str){zipped.at, zipped.len}, 2, 4096, &got, &err),
        NG_ERR_CORRUPT);
    zipped.at[at] = (char)(zipped.at[at] ^ 4);
    assert_true(got.len <= text.len);
    if (got.len)
      assert_memory_equal(got.at, text.at, got.len);
  }
  ng_buf_release(&text);
  ng_buf_release(&zipped);
  ng_buf_release(&got);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(gives_what_was_compressed),
      cmocka_unit_test(reads_streams_and_refuses_what_follows),
      cmocka_unit_test(tells_of_damage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
