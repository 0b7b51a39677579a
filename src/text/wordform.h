/* wordform.h - a word as the tagger and the parser see it: numbers to be
 * hashed.
 *
 * Positions, hashes and tables are the same in training and in use; a change
 * here changes every model, so it takes a new NG_MODEL_VERSION.
 */
#ifndef NG_WORDFORM_H
#define NG_WORDFORM_H

#include "core/str.h"

enum {
  NG_FORM_UPPER = 1,    /* holds an upper-case letter */
  NG_FORM_DIGIT = 2,    /* holds a digit */
  NG_FORM_HYPHEN = 4,   /* holds a hyphen */
  NG_FORM_ALL_CAPS = 8, /* upper-case letters only */
  NG_FORM_CAPITAL = 16  /* starts with an upper-case letter */
};

/* What stands at the place of a tag, a word or a list of tags that is not
 * there. */
enum { NG_NO_TAG = 255, NG_UNKNOWN_WORD = 11, NG_NO_AMBIGUITY = 7 };

typedef struct ng_form {
  uint32_t form;      /* hash of its bytes, never 0; or NG_UNKNOWN_WORD */
  uint32_t lower;     /* in lower case, digits as 0; or NG_UNKNOWN_WORD */
  uint32_t word;      /* the same, also of an unknown word: what parsers see */
  uint32_t suffix[4]; /* the last 1 to 4 bytes in lower case, as numbers */
  uint32_t prefix[2]; /* the first 2 and 3 */
  uint32_t shape;     /* hash of its runs of character classes: Xx-x, d,d */
  uint32_t ambiguity; /* the tags it takes, hashed; or its flags if unknown */
  uint16_t cluster;   /* path from the root of a tree of clusters, 0: none */
  uint8_t flags;      /* NG_FORM_... */
  uint8_t tag;        /* the one that it always takes, or NG_NO_TAG */
  uint8_t kind;       /* ng_unit_kind: a merged name, a date ... */
  bool known;         /* is in the model's dictionary */
  uint16_t count;     /* while training: how often, at most 65535 */
} ng_form;

/* The first `n` steps of a path of clusters: a path of 10 steps is
 * 1xxxxxxxxxx. */
static inline unsigned
ng_first_steps(unsigned cluster, int n)
{
  int beyond = 31 - n - __builtin_clz(cluster | 1);
  return beyond > 0 ? cluster >> beyond : cluster;
}

/* Fill all that the bytes alone tell; the rest is as for an unknown word. */
void ng_form_read(ng_form *out, ng_str text);

/* Leave nothing but what the letters tell, as of an unknown word.  Training
 * does it to rare known ones too ("word dropout"): worth two points. */
void ng_form_forget(ng_form *form);

/* The hash that is `form` above. */
uint32_t ng_form_hash(ng_str text);

#endif /* NG_WORDFORM_H */
