/* roles.h - what the files of the stage `roles` share.
 *
 *   roles.c         the stage: titles before and behind names
 *   title_words.c   which words a title has
 *   title_joined.c  titles beside others, names a title only seems to be of
 *   base.c          the base's office that a title words
 *   offices.c       all offices of an article, seen together
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
  ng_ref office;         /* of a base, or NG_NO_REF */
  ng_office_status status;
  bool unsure; /* a title only if the base knows that they held it */
  bool plural; /* "Presidents NAME and NAME" */
  bool stated; /* by a verb: "NAME is the president" */
} ng_title;

/* --- apposed.c -------------------------------------------------------------
 */

/* "the would-be president NAME", "not the president, NAME". */
bool ng_title_is_nobodys(const ng_role_finder *f, const ng_title *t);

/* "After meeting the president, NAME left", "the wife of the president, NAME":
 * may the title be another's than that of the name at word `name`, from which a
 * comma parts it?  Then a base must know. */
bool ng_title_may_be_anothers(const ng_role_finder *f, const ng_title *t,
                              uint32_t name);

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

/* --- title_joined.c -------------------------------------------------------
 */

/* Does a title that starts at `from` end there, though a word of titles is
 * before: "leader and", "chairman" before "Senator"?  The head of that other
 * title, or NG_NONE. */
bool ng_title_stops(const ng_role_finder *f, uint32_t from);
uint32_t ng_title_joined(const ng_role_finder *f, const ng_title *t);

/* Is another title joined to the one that ends before word `i`: "president and
 * chief executive"? */
bool ng_title_goes_on(const ng_role_finder *f, uint32_t i);

/* Take "of Serbia", "of the European Commission", "of intelligence", "to the
 * United Nations" behind the title; where it ends. */
uint32_t ng_title_take_behind(ng_role_finder *f, ng_title *t);

/* The mention at `word` behind "leader of" only owns or houses what it is of:
 * take that; where it ends, or NG_NONE if it does not. */
uint32_t ng_title_take_owned(const ng_role_finder *f, ng_title *t,
                             uint32_t word);

/* "the BBC's" in "BBC Wales director": the last word of the body right before
 * the place named at `word`, or NG_NONE. */
uint32_t ng_title_body_before(const ng_role_finder *f, uint32_t word);

/* Take a long title that must end at `limit`, where a name follows; false if it
 * does not. */
bool ng_title_take_up_to(const ng_role_finder *f, ng_title *t, uint32_t limit);
/* The first word of the body's name right behind the place at `word`, as in
 * "director of the US Health Institute", or `word`. */
uint32_t ng_title_body_behind(const ng_role_finder *f, uint32_t word);

void ng_title_take_chief(const ng_role_finder *f, ng_title *t);
void ng_title_take_of_behind(const ng_role_finder *f, uint32_t behind,
                             ng_title *t);
/* "affaires" in "chargé d'affaires": the title has two words before it. */
bool ng_title_is_charge(const ng_role_finder *f, uint32_t head);

/* "director NAME", "British writer-director NAME": of films, not of a body. */
bool ng_title_is_of_films(const ng_role_finder *f, const ng_title *t);

/* Is the name at word `i`, which nothing else tells to be a person's, between
 * commas behind a title whose state is told? */
bool ng_title_is_apposed(const ng_role_finder *f, uint32_t i,
                         const ng_title *t);
bool ng_title_is_vague(const ng_role_finder *f, const ng_title *t);

/* "presidents"; the one before a list of names in which the name at `first` is,
 * or NG_NONE. */
bool ng_title_is_plural(const ng_role_finder *f, uint32_t word);
uint32_t ng_title_of_several(const ng_role_finder *f, uint32_t first);

/* --- base.c --------------------------------------------------------------- */

/* Take the office, and whose it is, that the title's words are linked to. */
void ng_title_take_linked(ng_role_finder *f, ng_title *t);

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
