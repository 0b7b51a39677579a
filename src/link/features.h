/* features.h - what features are made of: the views of a span and of a
 * referent. */
#ifndef NG_LINK_FEATURES_H
#define NG_LINK_FEATURES_H

#include "core/str.h"
#include "link/linker.h"

/* How many of the rising bounds `n` reaches; all are looked at, since where to
 * stop would be guessed wrong. */
static inline __attribute__((always_inline)) uint32_t
bucket(uint32_t n, const uint32_t *bounds, uint32_t n_bounds)
{
  uint32_t reached = 0;
#pragma GCC unroll 16
  for (uint32_t i = 0; i < n_bounds; i++)
    reached += n >= bounds[i];
  return reached;
}

#define BUCKET(n, ...)                         \
  bucket((n), (const uint32_t[]){__VA_ARGS__}, \
         sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

static inline uint32_t
least(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

/* What the features of a span's readings are crossed with. Small, for an
 * article has many. */
typedef struct ng_span_view {
  const ng_spot *spot;
  const ng_run_key *runs; /* longer runs that end or begin with the span */
  uint32_t index;         /* of the spot */
  uint32_t sure;          /* bit i: reading i is in reach, whatever it scores */
  uint8_t shape;          /* 0 to 63 */
  uint8_t previous, next;
  uint8_t gap; /* behind */
  uint8_t run; /* 0 to 15 */
  uint8_t longer;
  uint8_t words; /* 0 to 4 */
  uint8_t sporty, numbers;
  uint8_t style;  /* how it is written: 0 lower, 1 capitals, 2 all capitals */
  uint8_t titled; /* the word before is a title */
  uint8_t inner;  /* 0 to 5: what stands between its words */
  uint8_t cases, ends; /* of one word; of the first and last word */
  uint8_t namesakes;   /* 0 to 3: how common a full name is */
} ng_span_view;

/* The view of spot `index`. */
ng_span_view ng_view_span(const ng_linker *l, uint32_t index);

/* Score the readings of a spot without what the base has of their entities,
 * which are NG_UNSEEN for the typical one; the best is the spot's, for now. */
enum { NG_UNSEEN = -1000 };
void ng_start_spot(ng_linker *l, ng_span_view *v);

/* How many readings the word at `i`, alone, has of any of `kinds`. */
uint32_t ng_count_readings(const ng_linker *l, uint32_t i, uint16_t kinds);

/* The referent of a reading; before it has one, as good as unnamed. */
static inline const ng_referent *
ng_referent_of(const ng_linker *l, uint32_t row)
{
  static const ng_referent unnamed = {.first_full = NG_NONE};
  uint32_t at = l->rows[row].referent;
  return at == NG_NONE ? &unnamed : &l->referents.at[at];
}

/* Set r->seen: what is the same under all names of a referent in the article.
 */
void ng_view_referent(const ng_linker *l, ng_referent *r);

/* What the title before the span says of a person: 0 no title; 1 not a person;
 * 2 no office known; 3 none at the time; 4 some office; 5 and 6 one of that
 * title, at another time and then. */
uint32_t ng_title_evidence(const ng_linker *l, const ng_span_view *v,
                           const ng_referent *r);

/* Is the name of a reading its label, and not an alias? */
static inline bool
ng_is_own_name(const ng_choice *c)
{
  return c->kinds & (NG_NAME_LABEL | NG_NAME_TITLE);
}

#endif /* NG_LINK_FEATURES_H */
