/* event_cases.h - articles of a sentence or two read with the built-in base,
 * the fast model and the built-in patterns, and what must be found in them.
 * Base and model are looked for in $BUILDDIR. */
#ifndef TEST_EVENT_CASES_H
#define TEST_EVENT_CASES_H

#include "cli/expect.h"
#include "pipeline.h"

#include <stdio.h>
#include <stdlib.h>

/* The built-in base, model and patterns, as `make` leaves them. */
typedef struct {
  ng_kb *kb;
  ng_annotator *annotator;
  char model[4096];
} setting;

static inline int
set_up(void **state)
{
  const char *dir = getenv("BUILDDIR");
  char path[4096];
  ng_error err = {0};
  setting *s = calloc(1, sizeof *s);
  assert_non_null(s);
  (void)snprintf(path, sizeof path, "%s/newsgraph.kb", dir ? dir : ".");
  (void)snprintf(s->model, sizeof s->model, "%s/fast.ngm", dir ? dir : ".");
  assert_int_equal(ng_kb_open(&s->kb, path, &err), NG_OK);
  ng_options options;
  ng_options_init(&options);
  options.model = s->model;
  assert_int_equal(ng_annotator_new(&s->annotator, &s->kb, 1, &options, &err),
                   NG_OK);
  *state = s;
  return 0;
}

static inline int
tear_down(void **state)
{
  setting *s = *state;
  ng_annotator_free(s->annotator);
  ng_kb_close(s->kb);
  free(s);
  return 0;
}

static inline ng_doc *
annotated(const setting *s, ng_str text)
{
  ng_doc *doc;
  ng_error err = {0};
  ng_article article = {.text = text, .date = NG_LIT("2020-07-12")};
  assert_int_equal(ng_doc_new_article(&doc, &article, (size_t)1 << 30, &err),
                   NG_OK);
  assert_int_equal(ng_annotate(s->annotator, doc, &err), NG_OK);
  return doc;
}

/* A case: a text, and what must (or, with '!', must not) be found in it. */
typedef struct {
  const char *text, *want;
} event_case;

static inline void
check_event_case(const setting *s, const event_case *c)
{
  bool not = *c->want == '!';
  ng_str expected = {c->want + not, strlen(c->want + not )};
  ng_doc *doc = annotated(s, (ng_str){c->text, strlen(c->text)});
  if (cli_expect(&s->annotator->context, doc, expected) == not ) {
    ng_buf out = {0};
    cli_expect_print(&s->annotator->context, doc, "  ", &out);
    print_error("%s\nwanted %s, found\n%.*s", c->text, c->want, (int)out.len,
                out.at ? out.at : "");
    ng_buf_release(&out);
    fail();
  }
  ng_doc_free(doc);
}

/* Check the frame with `words` where `mark` is. */
static inline void
check_frame(const setting *s, const char *frame, const char *mark,
            const char *words, const char *want)
{
  char text[512];
  const char *at = strstr(frame, mark);
  assert_non_null(at);
  (void)snprintf(text, sizeof text, "%.*s%s%s", (int)(at - frame), frame, words,
                 at + 1);
  check_event_case(s, &(event_case){text, want});
}

#endif /* TEST_EVENT_CASES_H */
