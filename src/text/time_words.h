/* time_words.h - the words of time expressions. */
#ifndef NG_TIME_WORDS_H
#define NG_TIME_WORDS_H

#include "text/time.h"

enum { NG_TIME_ROOM = 16 }; /* bytes of a word, zeros behind it */

typedef struct {
  char word[NG_TIME_ROOM]; /* lower case */
  int16_t value;
  uint8_t class; /* ng_time_class */
  uint8_t flags; /* NG_TW_... */
} ng_time_entry;

extern const ng_time_entry ng_time_words[];
extern const size_t ng_n_time_words;

/* The entry of `word` in any case, with or without a final full stop, or NULL.
 * NG_TIME_ROOM bytes can be read from its first on, as of a document's text. */
const ng_time_entry *ng_time_word_find(ng_str word);

#endif /* NG_TIME_WORDS_H */
