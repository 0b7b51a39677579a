/* sure.h - decisions of the parser that need no weighing.
 *
 * What a state looks like at a glance, a few tags or a word and a tag, often
 * settles what is done in it: a table tells what was done in all (or all but
 * one in a thousand) of the many states of the training text that looked so.
 * A quarter of the actions and four of ten labels are found there; the others
 * are weighed.
 *
 * An entry has the one place that its look's hash says, and is 24 bits of that
 * hash and a decision: an action or a label, + 1.  0: no entry.
 */
#ifndef NG_SURE_H
#define NG_SURE_H

#include "text/parse.h"

/* Looks at a state and at an arc, the hash of each; the first one found in the
 * table decides. */
enum { NG_ACTION_LOOKS = 3, NG_LABEL_LOOKS = 2 };
void ng_action_looks(const ng_parser *parser, uint64_t looks[NG_ACTION_LOOKS]);
void ng_label_looks(const ng_parser *parser, ng_arc arc,
                    uint64_t looks[NG_LABEL_LOOKS]);

/* The place of a look in a table of 2^bits, and its entry there. */
static inline uint32_t
ng_sure_place(uint64_t look, unsigned bits)
{
  return (uint32_t)(look >> (64 - bits));
}

static inline uint32_t
ng_sure_entry(uint64_t look, unsigned decision)
{
  return ((uint32_t)(look >> 8) & ~255U) | (decision + 1);
}

/* What the first look that the model's table has decides, or -1. */
int ng_sure_action(const ng_parser *parser, const ng_model *model);
int ng_sure_label(const ng_parser *parser, const ng_model *model, ng_arc arc);

#endif /* NG_SURE_H */
