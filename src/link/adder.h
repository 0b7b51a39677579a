/* adder.h - the features of a span and of its readings, added up.
 *
 * For features.c alone: most of linking's time goes by here, so that all of it
 * is inline.
 */
#ifndef NG_ADDER_H
#define NG_ADDER_H

#include "link/features.h"
#include "link/names.h"

/* What features are added up for: all readings for their scores in the first
 * pass; those that are left for what the second pass starts from; and where all
 * values are kept, both at once. */
typedef enum { SCORE, LIST, KEEP } purpose;

typedef struct {
  const ng_weight *weights;
  ng_linker *l;
  purpose purpose;
  int32_t first, second;
  uint16_t *values; /* room for what is listed or kept */
  uint32_t n;
} adder;

/* The most values of a span and a reading together. */
enum { MOST_VALUES = 128 };

/* Most of linking's time goes by here, so that each purpose gets its own copy
 * of the functions below, which keeps sums in registers.  For the same reason
 * an adder is set up field by field: where one is copied, what was just stored
 * in parts is loaded as a whole, which waits. */
#define INLINE static inline __attribute__((always_inline))

INLINE void
add(adder *a, uint32_t value)
{
  a->first += a->weights[value].first;
  if (a->purpose == SCORE)
    return;
  a->second += a->weights[value].second;
  a->values[a->n] = (uint16_t)value;
  a->n += a->purpose == KEEP || value >= NG_FIRST_DEEP;
}

/* --- the span ------------------------------------------------------------- */

INLINE void
add_span(adder *a, const ng_span_view *v, uint32_t index)
{
  const ng_linker *l = a->l;
  const ng_doc *doc = l->doc;
  const ng_spot *spot = v->spot;
  uint32_t chars = spot->span.end - spot->span.begin;
  add(a, NG_F_BIAS);
  add(a, NG_F_SHAPE + v->shape);
  add(a, NG_F_WORDS + v->words);
  if (spot->n_words == 1) {
    add(a, NG_F_LENGTH + BUCKET(chars, 3, 4, 5, 6, 7, 9, 12));
    add(a, NG_F_CASES + v->cases);
  }
  add(a, NG_F_PREVIOUS + v->previous);
  add(a, NG_F_PREVIOUS_2 +
             (v->previous ? ng_word_class_at(doc, spot->word, -2) : 0));
  add(a, NG_F_NEXT + v->next);
  add(a, NG_F_AROUND + (uint32_t)v->previous * NG_N_WORD_CLASSES + v->next);
  add(a,
      NG_F_GAPS + (uint32_t)doc->notes.at[spot->word].gap * NG_N_GAPS + v->gap);
  add(a, NG_F_RUN + v->run);
  add(a, NG_F_COVERED + (spot->flags & NG_SPOT_COVERED ? 1 : 0));
  add(a, NG_F_LONGER + v->longer);
  add(a, NG_F_READINGS + BUCKET(spot->n, 2, 3, 5, 8, 15, 30));
  add(a, NG_F_TIMES + BUCKET(l->times[l->same[index]], 2, 3, 4, 6));
  add(a, NG_F_NUMBERS + v->numbers);
  add(a, NG_F_POSITION + BUCKET(spot->sentence, 1, 2, 5));
  add(a,
      NG_F_QUOTED + (doc->notes.at[spot->word].flags & NG_WORD_QUOTED ? 1 : 0));
  add(a, NG_F_ENDS + v->ends);
  add(a, NG_F_SPORTY + v->sporty);
  add(a, NG_F_SIZE + BUCKET(doc->words.n, 30, 120, 300, 700));
  add(a, NG_F_INNER + v->inner);
}

/* --- the reading ---------------------------------------------------------- */

/* The likeliest kind: the one that crosses go by. */
INLINE uint32_t
main_kind(uint32_t kinds)
{
  static const uint8_t order[] = {0,  1,  9, 2, 7, 3, 12, 10,
                                  11, 13, 6, 4, 5, 8, 14, 15};
  if (kinds && !(kinds & (kinds - 1)))
    return (uint32_t)__builtin_ctz(kinds); /* most have one */
  for (uint32_t i = 0; i < sizeof order; i++)
    if (kinds & (1u << order[i]))
      return order[i];
  return 15;
}

INLINE bool
same_but_case(ng_str a, ng_str b)
{
  if (a.len != b.len)
    return false;
  for (size_t i = 0; i < a.len; i++)
    if ((a.at[i] ^ b.at[i]) & ~0x20)
      return false;
  return true;
}

/* Is a longer run with the span a full name of this referent? 0: no such run,
 * 1: no, 2: yes. */
INLINE uint32_t
same_run(const ng_span_view *v, const ng_referent *r)
{
  if (!v->longer)
    return 0;
  return r->n_full && v->spot->n_words <= 2 ? 2 : 1;
}

/* What is the same of a reading wherever the name stands. */
INLINE ng_known
view_reading(const ng_choice *c)
{
  return (ng_known){.type = c->type == NG_PERSON ? NG_PERSON : c->class,
                    .class = c->class,
                    .kind = (uint8_t)main_kind(c->kinds),
                    .popularity = (uint8_t)least(c->popularity / 40u, 25),
                    .prior = (uint8_t)BUCKET(c->prior, 66, 200, 655, 1311, 3277,
                                             6554, 13107, 22938, 32768, 45875,
                                             58982, 64880, 65535),
                    .cases = c->cases & 7u};
}

/* A name's readings as each sees the others. */
typedef struct {
  int32_t top;   /* popularity of the best reading */
  bool labelled; /* the words are the label of one */
} name_view;

INLINE name_view
view_name(const ng_choice *choices, uint32_t n)
{
  name_view v = {0};
  for (uint32_t i = 0; i < n; i++) {
    v.top = choices[i].popularity > v.top ? choices[i].popularity : v.top;
    v.labelled |= ng_is_own_name(&choices[i]);
  }
  return v;
}

/* What is known of a reading without looking its entity up: first, what is the
 * same wherever the article has the name.  `rank`: readings before it. */
INLINE void
add_name(adder *a, const name_view *v, const ng_known *w, const ng_choice *c,
         uint32_t rank)
{
  uint32_t behind = BUCKET((uint32_t)(v->top - c->popularity), 1, 20, 40, 70,
                           100, 140, 190, 250, 330, 450, 600);
  add(a, NG_F_TYPE + w->class);
  for (uint32_t kinds = c->kinds; kinds; kinds &= kinds - 1)
    add(a, NG_F_KIND + (uint32_t)__builtin_ctz(kinds));
  add(a, NG_F_POPULARITY + w->popularity);
  add(a, NG_F_BEHIND + behind);
  add(a, NG_F_RANK + BUCKET(rank, 1, 2, 3, 5, 9, 16));
  add(a, NG_F_PRIOR + w->prior);
  add(a, NG_F_WEAK + (c->flags & NG_CANDIDATE_WEAK ? 1 : 0));
  add(a, NG_F_OWN_NAME + (ng_is_own_name(c) ? 0 : v->labelled ? 1 : 2));
  add(a, NG_F_TYPE_KIND + w->type * 16u + w->kind);
  add(a, NG_F_TYPE_POPULARITY + w->class * 13u + w->popularity / 2u);
  add(a, NG_F_KIND_PRIOR + w->kind * 14u + w->prior);
  add(a, NG_F_KIND_BEHIND + w->kind * 12u + behind);
}

/* And of its other full names in the article, of a name of several words or of
 * one. */
INLINE void
add_full(adder *a, const ng_known *w, uint32_t n_full, bool several)
{
  uint32_t others = least(several && n_full ? n_full - 1 : n_full, 3);
  add(a, NG_F_FULL + others);
  add(a, NG_F_KIND_FULL + w->kind * 4u + others);
}

/* What the base has of its entity. */
INLINE void
add_entity(adder *a, const ng_span_view *v, uint32_t kind, uint32_t row)
{
  const ng_linker *l = a->l;
  const ng_choice *c = &l->doc->choices.at[row];
  const ng_referent *r = ng_referent_of(l, row);
  ng_str text = ng_doc_text(l->doc, v->spot->span);
  uint32_t sport = r->seen.sport;
  add(a, NG_F_EXACT + (ng_str_equal(text, r->kb.label)    ? 0
                       : same_but_case(text, r->kb.label) ? 1
                                                          : 2));
  add(a, NG_F_DEGREE + r->seen.degree);
  add(a, NG_F_COUNTRY + r->seen.country);
  add(a, NG_F_YEAR + r->seen.year);
  add(a, NG_F_TIED + r->seen.ties);
  add(a, NG_F_TITLED + ng_title_evidence(l, v, r));
  add(a, NG_F_SPORT + sport);
  add(a, NG_F_TYPE_SPORT + c->class * 4u + sport);
  add(a, NG_F_KIND_SPORT + kind * 4u + sport);
}

/* Crosses of the span with the type. */
INLINE void
add_type(adder *a, const ng_span_view *v, uint32_t type, uint32_t class)
{
  add(a, NG_F_TYPE_PREVIOUS + type * NG_N_WORD_CLASSES + v->previous);
  add(a, NG_F_TYPE_NEXT + type * NG_N_WORD_CLASSES + v->next);
  add(a, NG_F_TYPE_SHAPE + type * 32 + (v->shape & 31));
  add(a, NG_F_TYPE_RUN + type * 16 + v->run);
  add(a, NG_F_TYPE_GAP + type * NG_N_GAPS + v->gap);
  add(a, NG_F_TYPE_SPORTY + class * 4 + v->sporty);
  add(a, NG_F_TYPE_WORDS + type * 3 + least(v->words, 2));
  add(a, NG_F_TYPE_LONGER + type * 9 + v->longer);
  add(a, NG_F_TYPE_COVERED + type * 2 +
             (v->spot->flags & NG_SPOT_COVERED ? 1 : 0));
  add(a, NG_F_TYPE_NUMBERS + type * 5 + v->numbers);
  add(a, NG_F_TYPE_INNER + type * 6 + v->inner);
}

/* The same with the kind of name. */
INLINE void
add_kind(adder *a, const ng_span_view *v, uint32_t kind)
{
  add(a, NG_F_KIND_SHAPE + kind * 32 + (v->shape & 31));
  add(a, NG_F_KIND_LONGER + kind * 9 + v->longer);
  add(a, NG_F_KIND_RUN + kind * 16 + v->run);
}

/* The same with the prior. */
INLINE void
add_prior(adder *a, const ng_span_view *v, uint32_t prior)
{
  add(a, NG_F_PRIOR_WORDS + prior * 5 + v->words);
  add(a, NG_F_PRIOR_SHAPE + prior * 64 + v->shape);
}

/* What full names of the referent elsewhere in the article say of the span. */
INLINE void
add_elsewhere(adder *a, const ng_span_view *v, const ng_referent *r)
{
  add(a, NG_F_SAME_RUN + same_run(v, r));
  add(a, NG_F_EARLIER + (r->first_full < v->spot->word ? 1 : 0));
}

/* Second, what depends on where the span stands. */
INLINE void
add_place(adder *a, const ng_span_view *v, const ng_known *w, uint32_t row)
{
  add(a, NG_F_CASE + v->style * 8u + w->cases);
  add_elsewhere(a, v, ng_referent_of(a->l, row));
  add_type(a, v, w->type, w->class);
  add_kind(a, v, w->kind);
  add_prior(a, v, w->prior);
  add(a, NG_F_POPULARITY_SHAPE + w->popularity * 64u + v->shape);
}

#endif /* NG_ADDER_H */
