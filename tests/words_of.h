/* words_of.h - the words of a text, for tests of names. */
#ifndef WORDS_OF_H
#define WORDS_OF_H

#include "test.h"

#include "core/str.h"
#include "kb/name.h"

/* The words of `text`, in `arena`. */
static inline ng_words
words_of(ng_arena *arena, const char *text)
{
  ng_words words = {0};
  size_t n = strlen(text);
  char *copy = ng_arena_alloc(arena, 1, n + NG_WORD_PAD);
  assert_non_null(copy);
  memcpy(copy, text, n);
  assert_true(ng_words_find(arena, (ng_str){copy, n}, (ng_span){0, (uint32_t)n},
                            &words));
  return words;
}

#endif /* WORDS_OF_H */
