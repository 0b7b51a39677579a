/* link_errors.h - what kinds of errors links have, and each one with its
 * sentence and its candidates, for a person to read.
 *
 * The classes are those of Bast, Hertel and Prange (EMNLP 2022), with ours for
 * what they leave together.  Judged is gold whose entity the base has.
 */
#ifndef NG_CLI_LINK_ERRORS_H
#define NG_CLI_LINK_ERRORS_H

#include "cli/linking.h"

typedef enum {
  MISS_LOWER,    /* not found: in lower case */
  MISS_PART,     /* a part of it, or more around it, was found */
  MISS_OVERLAP,  /* what was found begins before or ends behind it */
  MISS_OTHER,    /* nothing was found */
  WRONG_DEMONYM, /* found, another entity: the name is a demonym */
  WRONG_METONYM, /* the place that it mostly names, which is not meant */
  WRONG_PART,    /* a part of the entity's label */
  WRONG_RARE,    /* the name's likeliest reading, which is not meant */
  WRONG_OTHER,
  FALSE_LOWER,   /* found where the gold has nothing: in lower case */
  FALSE_SPAN,    /* overlaps gold */
  FALSE_UNKNOWN, /* gold says that the name is of something unknown */
  FALSE_OTHER,
  LOST_UNKNOWN, /* of something unknown, and not found at all */
  N_LINK_ERRORS
} link_error;

typedef struct {
  const ng_bases *bases;
  bool list;   /* print each */
  bool scored; /* readings have been ranked: print probabilities, not priors */
  uint64_t counts[N_LINK_ERRORS];
  uint64_t n_unknown; /* names in the gold of what is unknown */
} link_errors;

/* Count, and print, the errors among `found` in the article, whose spotted
 * document is `doc`. */
void link_errors_add(link_errors *e, const gold_article *a, const ng_doc *doc,
                     found_links found);

/* The same of the gold's names of what is unknown; `unlinked`: the names that
 * were found and not linked. */
void link_errors_add_unlinked(link_errors *e, const gold_article *a,
                              const ng_doc *doc, found_links unlinked);

/* A line for each class: SET, its name, how many; and how many of the names of
 * what is unknown are kept. */
void link_errors_print(const link_errors *e, ng_str set);

#endif /* NG_CLI_LINK_ERRORS_H */
