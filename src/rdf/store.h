/* store.h - what rasqal is asked as it is. */
#ifndef NG_STORE_H
#define NG_STORE_H

#include "rdf/query.h"

/* Have rasqal answer `text`, which ends in NUL and declares its prefixes. */
ng_status ng_store_execute(ng_store *store, const char *text, ng_arena *arena,
                           ng_answer *out, ng_error *err);

#endif /* NG_STORE_H */
