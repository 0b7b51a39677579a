/* readings.h - which entities a spot may mean. */
#ifndef NG_READINGS_H
#define NG_READINGS_H

#include "kb/kb.h"
#include "link/filter.h"
#include "link/names.h"
#include "link/rank.h"
#include "link/words.h"

/* The most candidates that are looked at of a name.  Of the readings kept
 * (NG_MAX_READINGS, 30) the right one is among them for 98 % of the names that
 * have it at all (AIDA, news). */
enum { NG_MAX_SEEN = 1024, NG_FULL_SLOTS = 2048, NG_LATELY = 128 };

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  uint32_t full[NG_FULL_SLOTS]; /* hash table: entities named in full */
  ng_ref_filter may_be_full;    /* the same: asked first */
  uint32_t n_full;
  const ng_known_name *lately[NG_LATELY]; /* where no worker remembers names */
} ng_readings;

/* Note the entities that `hit`, several capitalised words, is a full name of.
 * For all such hits before the first ng_readings_add(). */
void ng_readings_note(ng_readings *r, const ng_hit *hit);

/* The readings of the hit will be asked for soon: fetch them from memory. And
 * those of another later. */
void ng_readings_expect(const ng_readings *r, const ng_hit *hit,
                        const ng_hit *later);

/* Append the readings of `spot`, named by the hits [at, end), to
 * doc->choices: likeliest by name first, at most 30, of which those that the
 * article names in full are never left out.  Sets spot->n and spot->name.
 * False if the arena is spent. */
bool ng_readings_add(ng_readings *r, const ng_hit *at, const ng_hit *end,
                     ng_spot *spot);

/* --- for readings.c and readings_one.c ------------------------------------ */

/* The same of one hit of the only base, but for spot->n. */
bool ng_readings_add_one(ng_readings *r, const ng_hit *hit, ng_spot *spot);

static inline uint32_t
ng_full_key(ng_ref ref)
{
  return ref.index * NG_MAX_BASES + ref.base + 1;
}

/* The slot of an entity among those named in full, or the free one. */
static inline uint32_t
ng_full_slot(const ng_readings *r, ng_ref ref)
{
  uint32_t key = ng_full_key(ref);
  uint32_t at = key * 0x9E3779B1u >> 21; /* 11 bits */
  while (r->full[at] && r->full[at] != key)
    at = (at + 1) % NG_FULL_SLOTS;
  return at;
}

/* Does the article name the entity in full?  After very many, all are. */
static inline bool
ng_is_full(const ng_readings *r, ng_ref ref)
{
  return r->n_full >= NG_FULL_SLOTS / 2 ||
         (ng_ref_filter_may_have(&r->may_be_full, ref) &&
          r->full[ng_full_slot(r, ref)] != 0);
}

/* The kinds of a full name. */
enum {
  NG_FULL_KINDS = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS |
                  NG_NAME_SHORT | NG_NAME_PLURAL
};

/* The types of what a span may mean: bit i is type i.  Some are never written
 * without a capital. */
static inline uint64_t
ng_types_of(const ng_spot *spot)
{
  const uint64_t proper = 1ULL << NG_PERSON | 1ULL << NG_COUNTRY |
                          1ULL << NG_TEAM | 1ULL << NG_LEAGUE |
                          1ULL << NG_MEDIA | 1ULL << NG_COMPANY;
  uint64_t all = ~(1ULL << NG_NAME_ONLY);
  return spot->flags & NG_SPOT_LOWER ? all & ~proper : all;
}

/* What a candidate must have for words to be read as it, whatever entity it is.
 * Half of all candidates fall here, and looking an entity up costs more than
 * all that is asked. */
typedef struct {
  uint8_t cases;  /* one of these, if any are asked for */
  uint16_t kinds; /* one of these */
  ng_style style; /* which of the three there are */
} ng_demand;

static inline ng_demand
ng_demand_of(const ng_doc *doc, const ng_spot *spot)
{
  ng_word_note first = doc->notes.at[spot->word];
  if (spot->flags & NG_SPOT_LOWER)
    return (ng_demand){NG_CASE_LOWER, NG_FULL_KINDS, NG_STYLE_LOWER};
  bool several = spot->n_words > 1;
  bool joined = several && doc->notes.at[spot->word + 1].gap == NG_GAP_HYPHEN &&
                (doc->notes.at[spot->word + 1].flags & NG_WORD_CAPITAL);
  return (first.class == NG_WORD_THE && several) || joined || /* "al-Shabaab" */
                 (first.flags & (NG_WORD_CAPITAL | NG_WORD_DIGIT))
             ? (ng_demand){0, UINT16_MAX, NG_STYLE_ANY}
             : (ng_demand){NG_CASE_LOWER, UINT16_MAX, NG_STYLE_SMALL};
}

static inline bool
ng_may_be_read(ng_demand d, const ng_candidate *c)
{
  return !(c->flags & NG_CANDIDATE_NEVER) && c->kinds != NG_NAME_CODE &&
         (c->kinds & d.kinds) && (!d.cases || (c->cases & d.cases));
}

static inline bool
ng_starts_with_the(const ng_doc *doc, const ng_spot *spot)
{
  return spot->n_words > 1 && !(spot->flags & NG_SPOT_LOWER) &&
         doc->notes.at[spot->word].class == NG_WORD_THE;
}

/* And may they, its entity being this one? */
bool ng_may_mean(const ng_readings *r, const ng_spot *spot, ng_ref ref,
                 const ng_entity *entity);

/* May the name of `c` be said with "Inc." or "The", which it has not? */
bool ng_may_grow(const ng_candidate *c, const ng_entity *entity);

/* What speaks for keeping a reading, in units of popularity: a name of its own
 * weighs as much as being fifty times as popular, since towns have aliases
 * that belong to their state. */
static inline int32_t
ng_reading_worth(const ng_readings *r, const ng_candidate *c, ng_ref ref)
{
  enum {
    OWN = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_SHORT | NG_NAME_TEAM |
          NG_NAME_DEMONYM,
    BY_NAME = 190,
    BY_ALIAS = 95,
    IN_FULL = 2000
  };
  bool alias = (c->kinds & NG_NAME_ALIAS) && c->type != NG_CITY;
  return c->popularity +
         (c->kinds & OWN ? BY_NAME
          : alias        ? BY_ALIAS
                         : 0) +
         (ng_is_full(r, ref) ? IN_FULL : 0);
}

#endif /* NG_READINGS_H */
