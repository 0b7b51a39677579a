/* names.h - what names may mean, kept from article to article.
 *
 * What a name may mean, and what ranking makes of that before it knows where
 * the name stands, is the same in every article.  The same names come again and
 * again, so each worker keeps what it found of them, of one base and one
 * ranking model.  A name is forgotten with all others once there are too many:
 * nothing that is decided depends on what is remembered.
 */
#ifndef NG_LINK_NAMES_H
#define NG_LINK_NAMES_H

#include "doc.h"
#include "kb/kb.h"
#include "link/rank.h"

/* What features are told of a reading by its name alone, and what those weigh
 * that need no more in the first pass, if the article has no full name of its
 * entity. */
typedef struct {
  int32_t sum;
  uint8_t type, class, kind, popularity, prior, cases;
  uint8_t of_type, of_kind, of_prior; /* which of the ng_alike it is of */
} ng_known;

/* Readings that a place says the same of: those of a type, of a kind, of a
 * prior. The first reading of each, by types, kinds and priors. */
typedef struct {
  uint32_t sure; /* bit i: reading i has one half of the prior, or more */
  uint8_t n_types, n_kinds, n_priors;
  uint8_t first[NG_MAX_READINGS + 16 + 14 + 1]; /* and room for one more */
} ng_alike;

/* How the words are written, as far as it matters to what they may mean. */
typedef enum { NG_STYLE_ANY, NG_STYLE_SMALL, NG_STYLE_LOWER } ng_style;

/* A name of the base, so written: its readings, the likeliest by name first. */
typedef struct ng_known_name {
  uint32_t list; /* of the base's candidates */
  ng_style style;
  uint32_t n, n_rest;
  ng_choice *choices;
  ng_known *known;
  ng_alike alike;
  uint32_t *rest; /* entities that would be readings, were there room */
} ng_known_name;

/* What the base has of an entity. */
enum { NG_MOST_STATES = 4 };
typedef struct {
  ng_ref ref; /* NG_NO_REF: of none */
  ng_entity kb;
  ng_ties ties;                    /* none for hubs */
  uint32_t relations;              /* also of hubs */
  uint8_t sport;                   /* ng_sport */
  bool within;                     /* a state: part of another */
  uint8_t n_states;                /* past NG_MOST_STATES: ties tell */
  uint32_t states[NG_MOST_STATES]; /* that it is in or of, in order */
} ng_known_entity;

/* What one worker remembers; not to be shared. */
ng_names *ng_names_new(void);
void ng_names_free(ng_names *names);

/* An article begins: what was found before is good until the next one. */
void ng_names_begin(ng_names *names, const ng_context *context);

/* Memory for what the article needs only while a stage of this folder runs: the
 * worker's, where what was there before is gone, or else its own.  Once the
 * last stage ends, what is much is given back. */
ng_arena *ng_work_begin(ng_doc *doc);
void ng_work_end(const ng_doc *doc);

/* The name, or NULL. */
const ng_known_name *ng_names_find(const ng_names *names, uint32_t list,
                                   ng_style style);

/* Names of these lists will be looked for soon, and later. */
void ng_names_expect(const ng_names *names, uint32_t soon, uint32_t later);

/* Where what the base has of the entity may be: it is there if .ref is `ref`,
 * and else to be put there. */
ng_known_entity *ng_names_entity(ng_names *names, ng_ref ref);

/* Memory for a name that is to be kept, aligned for any type, or NULL; and keep
 * it. */
void *ng_names_room(ng_names *names, size_t size);
bool ng_names_full(const ng_names *names); /* there was none */
void ng_names_keep(ng_names *names, const ng_known_name *name);

/* What is known of choices[0 .. n), the readings of a name, and which of them
 * are alike. */
void ng_know_readings(const ng_ranking *ranking, const ng_choice *choices,
                      uint32_t n, ng_known *out, ng_alike *alike);

#endif /* NG_LINK_NAMES_H */
