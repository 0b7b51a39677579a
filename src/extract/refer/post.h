/* post.h - an office that a text words, and who holds it by the bases. */
#ifndef NG_POST_H
#define NG_POST_H

#include "extract/refer/refer.h"

enum { NG_POST_WORDS = 6 };

/* An office as it is worded. */
typedef struct {
  uint32_t unit;
  ng_str word[NG_POST_WORDS]; /* lemmas, the head last */
  uint32_t n;
  uint32_t place; /* entity, or NG_NONE */
  bool owned;     /* somebody's: known or not */
  bool former;
} ng_post;

/* The entity of the one holder by the bases, added to the article's; or
 * NG_NONE. */
uint32_t ng_post_in_bases(ng_referrer *r, const ng_post *p);

/* The one person of the article who was that by the bases, and serves the state
 * still, "Spain's economy minister ...  NAME said"; or NG_NONE. */
uint32_t ng_post_elsewhere(const ng_referrer *r, const ng_post *p);

/* "The foreign secretary said", of nobody to whom the article gives the office:
 * the one person named before who has it by the bases, or, without a date, had
 * it; or NG_NONE. */
uint32_t ng_post_anywhere(const ng_referrer *r, const ng_post *p);

#endif /* NG_POST_H */
