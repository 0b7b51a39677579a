/* flat_json.h - the members of a JSON object that has no array or object in it,
 * as most articles come, read without building a tree of them.
 *
 *   ng_flat f;
 *   if (ng_flat_begin(&f, bytes))
 *     while ((kind = ng_flat_next(&f, &key, &value)) > NG_FLAT_END) ...
 *   ng_flat_end(&f);
 *
 * Whatever is malformed, or only unusual, is NG_FLAT_CANNOT: a parser of all of
 * JSON must say what it is.  What is read here, that parser would read alike.
 */
#ifndef NG_FLAT_JSON_H
#define NG_FLAT_JSON_H

#include "core/str.h"

typedef enum {
  NG_FLAT_CANNOT,
  NG_FLAT_END,     /* of the object, and nothing is behind it */
  NG_FLAT_STRING,  /* value: decoded */
  NG_FLAT_INTEGER, /* value: as it is written; not negative */
  NG_FLAT_OTHER    /* another number, null, true, false */
} ng_flat_kind;

typedef struct {
  ng_str bytes;
  size_t i;        /* where reading is */
  bool any;        /* a member was read */
  char *room, *to; /* of strings with escapes; where the next goes */
} ng_flat;

/* Start with `bytes`, valid UTF-8 that must live as long as what is read; false
 * if no object begins there. */
bool ng_flat_begin(ng_flat *f, ng_str bytes);

/* The next member. Its strings are borrowed from `bytes` or from `f`. */
ng_flat_kind ng_flat_next(ng_flat *f, ng_str *key, ng_str *value);

/* Free what strings were decoded into. */
void ng_flat_end(ng_flat *f);

#endif /* NG_FLAT_JSON_H */
