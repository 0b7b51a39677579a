/* name_base.h - a knowledge base of nothing but names, for measuring. */
#ifndef NG_NAME_BASE_H
#define NG_NAME_BASE_H

#include "kb/builder.h"

/* One of `n` names, some of them from `text`, in memory; prints how many, their
 * bytes each, and how long it took. */
bool make_base(size_t n, ng_str text, ng_kb_image *out);

#endif /* NG_NAME_BASE_H */
