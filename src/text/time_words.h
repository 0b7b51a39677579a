/* time_words.h - the words of time expressions. */
#ifndef NG_TIME_WORDS_H
#define NG_TIME_WORDS_H

#include "text/time.h"

enum { NG_TIME_LONGEST = 13 }; /* bytes of the longest word */

typedef struct {
  char word[NG_TIME_LONGEST + 1]; /* lower case */
  int16_t value;
  uint8_t class; /* ng_time_class */
  uint8_t flags; /* NG_TW_... */
} ng_time_entry;

/* Sorted by word. */
extern const ng_time_entry ng_time_words[];
extern const size_t ng_n_time_words;

/* The entry of `word` in any case, with or without a final full stop, or NULL.
 */
const ng_time_entry *ng_time_word_find(ng_str word);

/* May `word` be one with NG_TW_CORE?  Quick, by first letter and length: nine
 * words in ten of a text end here. */
bool ng_time_word_may_be_core(ng_str word);

#endif /* NG_TIME_WORDS_H */
