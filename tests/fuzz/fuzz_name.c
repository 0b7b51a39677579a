/* Any bytes: words are in order and inside the text, whatever is around them,
 * and a word found alone is the same word. */
#include "kb/name.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The words of `text`, copied so that only the padding can be read past it. */
static ng_words
words_of(ng_arena *arena, const uint8_t *text, size_t n)
{
  ng_words words = {0};
  char *copy = ng_arena_alloc(arena, 1, n + NG_WORD_PAD);
  if (!copy)
    abort();
  if (n)
    memcpy(copy, text, n);
  /* what lies behind the text must not matter */
  memset(copy + n, 'x', NG_WORD_PAD);
  if (!ng_words_find(arena, (ng_str){copy, n}, (ng_span){0, (uint32_t)n},
                     &words))
    abort();
  return words;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_arena arena;
  uint32_t last = 0;
  if (size > 4096)
    return 0;
  ng_arena_init(&arena, SIZE_MAX / 2);
  ng_words words = words_of(&arena, data, size);
  for (uint32_t i = 0; i < words.n; i++) {
    ng_word w = words.at[i];
    if (w.begin < last || w.end <= w.begin || w.end > size)
      abort();
    last = w.end;
    ng_words alone = words_of(&arena, data + w.begin, w.end - w.begin);
    if (alone.n != 1 || alone.at[0].hash != w.hash ||
        alone.at[0].cases != w.cases)
      abort();
  }
  ng_str folded = ng_name_fold(&arena, (ng_str){(const char *)data, size});
  if (!folded.at)
    abort();
  ng_arena_release(&arena);
  return 0;
}
