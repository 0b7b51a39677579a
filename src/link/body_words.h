/* body_words.h - words that say what body of a state is meant: "security
 * forces", "foreign ministry", "prosecutor's office".
 *
 * Closed lists: what may be a verb, a company or people is none.
 */
#ifndef NG_BODY_WORDS_H
#define NG_BODY_WORDS_H

#include "doc.h"
#include "link/words.h"

/* Words [from, to), and what they say that it is. */
typedef struct {
  uint32_t from, to;
  ng_type type;
} ng_body_words;

/* The most words from `from` on that name a body, behind whose it is; `shared`:
 * of several states, "a Franco-German pact". False: they name none. */
bool ng_read_body(const ng_doc *doc, uint32_t from, bool shared,
                  ng_body_words *out);

/* The same of an office by whose it is: "prosecutor's office". */
bool ng_read_office(const ng_doc *doc, uint32_t from, ng_body_words *out);

/* Does word `i` follow another of its sentence, nothing but a space between? */
static inline bool
ng_word_follows(const ng_doc *doc, uint32_t i)
{
  return i > 0 && i < doc->words.n && doc->notes.at[i].gap == NG_GAP_SPACE;
}

#endif /* NG_BODY_WORDS_H */
