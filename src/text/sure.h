/* sure.h - labels that need no weighing.
 *
 * What an arc looks like at a glance, a word and a tag or a few tags, often
 * settles its label: a table tells which label nearly all of the many arcs of
 * the training text got that looked so.  Two of three labels are found there;
 * the others are weighed.
 *
 * An entry has the one place that its look's hash says, and is 24 bits of that
 * hash and a label, + 1.  0: no entry.
 */
#ifndef NG_SURE_H
#define NG_SURE_H

#include "text/parse.h"

/* Looks at an arc, the hash of each; the first one found in the table decides.
 */
enum { NG_LABEL_LOOKS = 4 };
void ng_label_looks(const ng_parser *parser, ng_arc arc,
                    uint64_t looks[NG_LABEL_LOOKS]);

/* The place of a look in a table of 2^bits, and its entry there. */
static inline uint32_t
ng_sure_place(uint64_t look, unsigned bits)
{
  return (uint32_t)(look >> (64 - bits));
}

static inline uint32_t
ng_sure_entry(uint64_t look, unsigned label)
{
  return ((uint32_t)(look >> 8) & ~255U) | (label + 1);
}

/* What the first look that the model's table has decides, or -1. */
int ng_sure_label(const ng_parser *parser, const ng_model *model, ng_arc arc);

#endif /* NG_SURE_H */
