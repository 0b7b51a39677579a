/* linked.h - a text read with the base of link_base.h, for tests. */
#ifndef TEST_LINKED_H
#define TEST_LINKED_H

#include "core/str.h"
#include "doc.h"
#include "kb/kb.h"
#include "kb_file.h"
#include "link_base.h"

#include <stdio.h>

static ng_kb_image image;
static ng_kb *kb;
static ng_options options;
static ng_context context;

static inline int
open_base(void **state)
{
  (void)state;
  image = image_of(LINK_BASE);
  ng_options_init(&options);
  context.options = &options;
  if (ng_kb_open_memory(&kb, image.at, image.size, NULL) != NG_OK)
    return 1;
  context.bases = (ng_bases){{kb}, 1};
  return 0;
}

static inline int
close_base(void **state)
{
  (void)state;
  ng_kb_close(kb);
  free(image.at);
  return 0;
}

/* `text` after the stages up to offices, in an arena of `budget` bytes; NULL if
 * that is too little. */
static inline ng_doc *
linked_by(ng_names *names, const char *text, size_t budget, ng_status *status)
{
  ng_doc *doc;
  ng_error err = {0};
  *status = ng_doc_new(&doc, (ng_str){text, strlen(text)}, budget, &err);
  if (*status != NG_OK)
    return NULL;
  doc->date = 20200712;
  doc->names = names;
  ng_stage *const stages[] = {ng_segment, ng_spot_names, ng_link, ng_roles};
  for (size_t i = 0; i < 4 && *status == NG_OK; i++)
    *status = stages[i](&context, doc, &err);
  return doc;
}

static inline ng_doc *
linked_in(const char *text, size_t budget, ng_status *status)
{
  return linked_by(NULL, text, budget, status);
}

static inline ng_doc *
linked(const char *text)
{
  ng_status status;
  ng_doc *doc = linked_in(text, 1 << 22, &status);
  assert_int_equal(status, NG_OK);
  return doc;
}

/* The mentions of a text: "Serbia=Q403 Belgrade=Q3711* Smith=?", a metonym
 * marked by a star, an unknown name by a question mark. */
static inline void
links_of(const char *text, char out[400])
{
  ng_doc *doc = linked(text);
  out[0] = '\0';
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    ng_ref ref = doc->entities.at[m->entity].ref;
    uint32_t qid = ng_ref_none(ref) ? 0 : ng_kb_entity(kb, ref.index).qid;
    size_t n = strlen(out);
    (void)snprintf(out + n, 400 - n, "%s%.*s=%s", i ? " " : "",
                   NG_ARG(ng_doc_text(doc, m->span)),
                   ng_ref_none(ref) ? "?" : "Q");
    n = strlen(out);
    if (qid)
      (void)snprintf(out + n, 400 - n, "%u%s", qid,
                     m->kind == NG_KIND_METONYM ? "*" : "");
  }
  ng_doc_free(doc);
}

#endif /* TEST_LINKED_H */
