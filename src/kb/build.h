/* build.h - a draft, laid out as a knowledge-base file. */
#ifndef NG_KB_BUILD_H
#define NG_KB_BUILD_H

#include "kb/draft.h"

/* The bytes of a knowledge-base file: aligned as ng_kb_open_memory() wants
 * them; end with free(). */
typedef struct {
  void *at;
  size_t size;
} ng_kb_image;

/* Lay `draft` out.  Entities without a label are left out, with the relations
 * and holdings that need them (counted in draft->n_no_entity).  The bytes
 * depend on the draft alone, not on the memory that it may use. */
ng_status ng_kb_build(ng_draft *draft, ng_kb_image *out, ng_error *err);

/* The same as a file, which is the old one until it is all there. */
ng_status ng_kb_build_file(ng_draft *draft, const char *path, ng_error *err);

/* Whether the content of a base is what its builder wrote: reads all of it. */
bool ng_kb_is_intact(const ng_kb *kb);

#endif /* NG_KB_BUILD_H */
