/* render.h - an annotated article as bytes of RDF: emit, arrange, write. */
#ifndef NG_RENDER_H
#define NG_RENDER_H

#include "pipeline.h"
#include "rdf/write.h"

typedef struct {
  ng_namespace *spaces; /* owned */
  ng_writer writer;
  const ng_annotator *annotator;
} ng_renderer;

/* Where raptor is used, one renderer a thread; end it with
 * ng_renderer_release(). */
ng_status ng_renderer_init(ng_renderer *renderer, const ng_annotator *annotator,
                           ng_format format, ng_error *err);
void ng_renderer_release(ng_renderer *renderer);

/* What comes first: prefixes, and the run that every article points to. */
ng_status ng_render_begin(ng_renderer *renderer, ng_buf *out, ng_error *err);
ng_status ng_render_article(ng_renderer *renderer, ng_doc *doc, ng_buf *out,
                            ng_error *err);
ng_status ng_render_end(ng_renderer *renderer, ng_buf *out, ng_error *err);

#endif /* NG_RENDER_H */
