/* told.h - an article read with the built-in base and model, for the tests of
 * what is made of sentences. Both are looked for in $BUILDDIR. */
#ifndef TEST_TOLD_H
#define TEST_TOLD_H

#include "core/str.h"
#include "doc.h"
#include "kb/kb.h"
#include "text/model.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static ng_kb *kb;
static ng_model *model;
static ng_options options;
static ng_context context;
static ng_date told_date = 20200712; /* of the article */

static inline int
open_data(void **state)
{
  (void)state;
  const char *dir = getenv("BUILDDIR");
  char path[2][PATH_MAX];
  static const char *const files[] = {"newsgraph.kb", "fast.ngm"};
  for (int i = 0; i < 2; i++)
    (void)snprintf(path[i], sizeof path[i], "%s/%s", dir ? dir : ".", files[i]);
  ng_options_init(&options);
  ng_error err = {0};
  if (ng_kb_open(&kb, path[0], &err) != NG_OK ||
      ng_model_open(&model, path[1], &err) != NG_OK) {
    (void)fprintf(stderr, "%s\n", err.text);
    return -1;
  }
  context.options = &options;
  context.bases = (ng_bases){{kb}, 1};
  context.model = model;
  return 0;
}

static inline int
close_data(void **state)
{
  (void)state;
  ng_model_close(model);
  ng_kb_close(kb);
  return 0;
}

/* `text` after the stages up to who says what, in `budget` bytes. */
static inline ng_status
tell(ng_str text, size_t budget, ng_doc **doc)
{
  ng_stage *const stages[] = {ng_segment,    ng_spot_names,   ng_link, ng_roles,
                              ng_find_times, ng_merge,        ng_tag,  ng_parse,
                              ng_refer,      ng_find_speeches};
  ng_error err = {0};
  ng_status status = ng_doc_new(doc, text, budget, &err);
  if (status != NG_OK)
    return status;
  (*doc)->date = told_date;
  for (size_t i = 0; status == NG_OK && i < sizeof stages / sizeof *stages; i++)
    status = stages[i](&context, *doc, &err);
  return status;
}

/* The text appended to `out`, which has `room` bytes, cut there. */
static inline void
put(char *out, size_t room, ng_str text)
{
  size_t n = strlen(out);
  (void)snprintf(out + n, room - n, "%.*s", NG_ARG(text));
}

/* The labels of `n` entities from `at` in doc->members. */
static inline void
put_members(const ng_doc *doc, uint32_t at, uint32_t n, char *out, size_t room)
{
  for (uint32_t i = at; i < at + n; i++) {
    const ng_doc_entity *e = &doc->entities.at[doc->members.at[i]];
    put(out, room, i > at ? NG_LIT(", ") : NG_LIT(""));
    put(out, room,
        ng_ref_none(e->ref) ? ng_doc_text(doc, e->name)
                            : ng_bases_entity(&context.bases, e->ref).label);
  }
}

#endif /* TEST_TOLD_H */
