/* unknown.h - what the files that find names no base knows share.
 *
 *   unknown.c         the runs of capitals, what of them is a name and is kept
 *   unknown_extent.c  how far a name goes on over other words
 *   unknown_holder.c  bodies before the titles of those who head them
 */
#ifndef NG_UNKNOWN_H
#define NG_UNKNOWN_H

#include "link/cluster.h"
#include "link/found_name.h"
#include "link/linker.h"

typedef struct {
  ng_linker *l;
  uint8_t *taken; /* of each word: it is part of a mention */
  ng_clusters clusters;
} ng_name_finder;

static inline ng_word_note
ng_finder_note(const ng_name_finder *f, uint32_t i)
{
  return f->l->doc->notes.at[i];
}

/* Is it a word that makes a name: capitalised, and no title or the like? */
bool ng_is_name_word(const ng_name_finder *f, uint32_t i);

/* "Ministry", "Office" with a capital: a word that names of bodies end with. */
bool ng_is_body_word(const ng_name_finder *f, uint32_t i);

/* --- unknown_holder.c: whom a title is of ----------------------------------
 */

/* The body that words [from, to), a run of capitals, name before a title:
 * "Acme Widgets" of "Acme Widgets CEO NAME". */
bool ng_found_headed(const ng_name_finder *f, uint32_t from, uint32_t to,
                     ng_found_name *body);

/* --- unknown_extent.c: let the name go on ----------------------------------
 */

/* "Prime Minister" + "'s Office": the office, not who holds it. */
bool ng_extend_office(const ng_name_finder *f, ng_found_name *n);

/* All other ways: "Ministry" + "of Foreign Affairs", "Ursula" + "von der
 * Leyen". */
void ng_extend_name(const ng_name_finder *f, ng_found_name *n);

#endif /* NG_UNKNOWN_H */
