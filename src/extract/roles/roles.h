/* roles.h - what the files of the stage `roles` share.
 *
 *   roles.c        the stage: titles before and behind names
 *   title_words.c  which words a title has
 *   base.c   the base's office that a title words
 *   offices.c      all offices of an article, seen together
 */
#ifndef NG_ROLES_H
#define NG_ROLES_H

#include "extract/refer/actor.h"
#include "link/words.h"

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  uint32_t *mention_at; /* of each word: the mention it is in, or NG_NONE */
  bool spent;           /* the arena is */
} ng_role_finder;

/* A title as found: words [from, to), and what it needs to be an office. */
typedef struct {
  uint32_t from, to;
  uint32_t begin;        /* first word of the evidence */
  uint32_t end;          /* behind its last word */
  uint32_t jurisdiction; /* entity, or NG_NONE */
  ng_office_status status;
  bool unsure; /* a title only if the base knows that they held it */
} ng_title;

/* --- title_words.c: by index into doc->words ------------------------------ */

ng_word_class ng_role_class(const ng_role_finder *f, uint32_t word);

/* Is it one of the words of `list`, whatever its case? */
static inline __attribute__((always_inline)) bool
ng_role_is(const ng_role_finder *f, uint32_t word, const char *list)
{
  return ng_word_listed(f->doc, word, list);
}

/* The last word of an office's title; a word that goes before it. */
bool ng_role_is_head(const ng_role_finder *f, uint32_t word);
bool ng_role_is_modifier(const ng_role_finder *f, uint32_t word);
bool ng_role_is_honorific(const ng_role_finder *f, uint32_t word);

/* Do the word before and this stand beside each other, with a space or a
 * hyphen; with a comma? */
bool ng_role_is_beside(const ng_role_finder *f, uint32_t word);
bool ng_role_is_comma(const ng_role_finder *f, uint32_t word);

/* Fill mention_at; false if the arena is spent. */
bool ng_role_map_words(ng_role_finder *f);

/* The mention that the word is in, or NULL; its first word, the one behind. */
const ng_mention *ng_role_mention(const ng_role_finder *f, uint32_t word);
uint32_t ng_role_first_word(const ng_role_finder *f, uint32_t word);
uint32_t ng_role_word_behind(const ng_role_finder *f, uint32_t word);

/* Can the entity have offices: a state, a region, a city, a body? */
bool ng_role_has_offices(const ng_doc *doc, uint32_t entity);
bool ng_role_is_person(const ng_doc *doc, const ng_mention *m);

/* --- base.c --------------------------------------------------------- */

/* Find the office that the person of `office` holds, or held, under that title;
 * likewise that of its jurisdiction, whoever holds it. */
void ng_title_find_held(ng_role_finder *f, const ng_title *t,
                        ng_office *office);
void ng_title_find_office(ng_role_finder *f, const ng_title *t,
                          ng_office *office);

/* --- offices.c ------------------------------------------------------------ */

/* Leave out those that say less than another of the same person, and bring them
 * into the order of their evidence. */
void ng_offices_settle(ng_doc *doc);

#endif /* NG_ROLES_H */
