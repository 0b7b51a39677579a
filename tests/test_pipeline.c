#include "test.h"

#include "core/crew.h"
#include "core/fail.h"
#include "pipeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { ARTICLES = 500 };

/* A file of JSON lines in memory: articles 0, 1, ...; every 50th is broken. */
static int
make_input(char path[64])
{
  int fd = memfd_create("input", MFD_CLOEXEC);
  for (int i = 0; i < ARTICLES; i++)
    (void)dprintf(fd,
                  i % 50 == 49 ? "{\"id\":%d\n"
                               : "{\"id\":%d,\"text\":\"Some text.\"}\n",
                  i);
  (void)snprintf(path, 64, "/proc/self/fd/%d", fd);
  return fd;
}

/* What a job has done. */
typedef struct {
  ng_buf out;
  size_t complaints, fail_at;
} record;

static ng_status
render(void *to, unsigned worker, ng_doc *doc, ng_buf *out, ng_error *err)
{
  (void)to;
  (void)worker;
  ng_str id = ng_doc_id(doc);
  if (id.len == 2 && id.at[0] == '1')
    return ng_fail(err, NG_ERR_LIMIT, 0, "no more memory");
  ng_buf_str(out, id);
  ng_buf_char(out, ' ');
  return NG_OK;
}

static ng_status
emit(void *to, ng_str bytes, bool flush, ng_error *err)
{
  record *r = to;
  (void)flush;
  if (r->out.len + bytes.len > r->fail_at)
    return ng_fail(err, NG_ERR_IO, 0, "disk full");
  ng_buf_str(&r->out, bytes);
  return NG_OK;
}

static void
complain(void *to, const char *input, const ng_error *err)
{
  record *r = to;
  assert_non_null(strstr(input, "/proc/self/fd"));
  assert_true(err->text[0]);
  r->complaints++;
}

static ng_status
run(unsigned threads, record *r, ng_job_result *result)
{
  char path[64];
  int fd = make_input(path);
  const char *paths[] = {path, path};
  ng_options options;
  ng_options_init(&options);
  options.threads = threads;
  ng_annotator *annotator;
  assert_int_equal(ng_annotator_new(&annotator, NULL, 0, &options, NULL),
                   NG_OK);
  ng_job job = {.annotator = annotator,
                .inputs = {.paths = paths},
                .to = r,
                .render = render,
                .emit = emit,
                .complain = complain};
  job.inputs.n_paths = 2;
  ng_error err = {0};
  ng_status st = ng_pipeline_run(&job, result, &err);
  assert_int_equal(st, err.status);
  ng_annotator_free(annotator);
  (void)close(fd);
  return st;
}

static void
keeps_the_order_on_any_number_of_threads(void **state)
{
  (void)state;
  static const unsigned threads[] = {1, 2, 8};
  ng_buf want = {0};
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < ARTICLES; i++)
      if (i % 50 != 49 && i / 10 != 1)
        ng_buf_printf(&want, "%d ", i);
  for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
    record r = {.fail_at = SIZE_MAX};
    ng_job_result result;
    assert_int_equal(run(threads[i], &r, &result), NG_OK);
    assert_int_equal(r.out.len, want.len);
    assert_memory_equal(r.out.at, want.at, want.len);
    assert_int_equal(result.failed, 40);
    assert_int_equal(r.complaints, 40);
    assert_int_equal(result.articles, 2 * ARTICLES - 40);
    ng_buf_release(&r.out);
  }
  ng_buf_release(&want);
}

static void
ends_when_the_output_fails(void **state)
{
  (void)state;
  for (unsigned threads = 1; threads < 4; threads++) {
    record r = {.fail_at = 300};
    ng_job_result result;
    assert_int_equal(run(threads, &r, &result), NG_ERR_IO);
    assert_true(r.out.len <= 300);
    ng_buf_release(&r.out);
  }
}

static void
refuses_options_out_of_range(void **state)
{
  (void)state;
  ng_annotator *annotator;
  ng_options rows[10];
  ng_options *o = rows;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    ng_options_init(&rows[i]);
  o++->min_confidence = 1.5;
  o++->date = "yesterday";
  o++->base = "no iri";
  o++->base = "http://e.org/x#";
  o++->lang = "no language";
  o++->profile = (ng_profile)99;
  o++->mentions = (ng_mention_choice)99;
  o++->offsets = (ng_offset_unit)99;
  o++->input = (ng_input_choice)99;
  o->types = "no type";
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(ng_annotator_new(&annotator, NULL, 0, &rows[i], NULL),
                     NG_ERR_USAGE);
  ng_options_init(o);
  assert_int_equal(
      ng_annotator_new(&annotator, NULL, NG_MAX_BASES + 1, o, NULL),
      NG_ERR_USAGE);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_the_order_on_any_number_of_threads),
      cmocka_unit_test(ends_when_the_output_fails),
      cmocka_unit_test(refuses_options_out_of_range),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
