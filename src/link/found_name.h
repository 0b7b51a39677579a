/* found_name.h - what the base and the words say of a name that no base has. */
#ifndef NG_FOUND_NAME_H
#define NG_FOUND_NAME_H

#include "link/linker.h"

/* A name as it is being cut out of a run: words [from, to). */
typedef struct {
  uint32_t from, to;
  bool titled; /* a title stands before it */
  bool heads;  /* a title of who heads it stands behind it: a body */
} ng_found_name;

/* The spot of words [from, to), or NULL. */
const ng_spot *ng_spot_of_words(const ng_linker *l, uint32_t from, uint32_t to);

/* Are most readings of `spot` also written in lower case: "Human Rights"? */
bool ng_is_term(const ng_doc *doc, const ng_spot *spot);

/* A word that the base, or the article, also writes in lower case. */
bool ng_is_common_word(const ng_linker *l, uint32_t i);

/* Is the likeliest reading of the word a person? */
bool ng_is_mostly_a_person(const ng_linker *l, uint32_t i);

/* What it is a name of, on evidence only, else NG_ENTITY. */
ng_type ng_found_type(const ng_linker *l, const ng_found_name *n);

/* Make `n` all of the event's title, between quotation marks, that it is in, if
 * no word of it is taken: "One Ocean Summit". */
bool ng_found_event(const ng_doc *doc, const uint8_t *taken, ng_found_name *n);

/* "MPs", "DVDs": several of what the capitals say, and no name. */
bool ng_is_plural_acronym(const ng_doc *doc, uint32_t word);

#endif /* NG_FOUND_NAME_H */
