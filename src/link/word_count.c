/* word_count.c - how often each word of the article is written in lower case,
 * and capitalised where it need not be; counted once an article. */
#include "link/linker.h"

/* Half of a word's hash picks the slot, the other half tells words apart. */
static ng_word_count *
slot_of(const ng_linker *l, uint64_t hash)
{
  uint32_t at = (uint32_t)hash & (l->n_counts - 1);
  uint32_t key = (uint32_t)(hash >> 32) | 1;
  /* the product, not one and the other: which ends the search would be guessed
   * wrong */
  while ((uint64_t)l->counts[at].key * (l->counts[at].key ^ key) != 0)
    at = (at + 1) & (l->n_counts - 1);
  l->counts[at].key = key;
  return &l->counts[at];
}

/* The count that word `i` is in; NULL if its capital says nothing. */
static uint16_t *
count_of(const ng_doc *doc, uint32_t i, ng_word_count *count)
{
  uint16_t f = doc->notes.at[i].flags;
  if (!(f & NG_WORD_CAPITAL))
    return &count->lower;
  return f & (NG_WORD_START | NG_WORD_SHOUTED | NG_WORD_HEADLINE)
             ? NULL
             : &count->capital;
}

bool
ng_linker_count_words(ng_linker *l)
{
  const ng_doc *doc = l->doc;
  l->n_counts = 16;
  while (l->n_counts < 2 * doc->words.n)
    l->n_counts *= 2;
  l->counts = NG_NEW(l->work, ng_word_count, l->n_counts);
  if (!l->counts)
    return false;
  for (uint32_t i = 0; i < doc->words.n; i++) {
    uint16_t *n = count_of(doc, i, slot_of(l, doc->words.at[i].hash));
    if (n && *n < UINT16_MAX)
      ++*n;
  }
  return true;
}

ng_word_count
ng_linker_others(const ng_linker *l, uint32_t word)
{
  ng_word_count count = *slot_of(l, l->doc->words.at[word].hash);
  uint16_t *own = count_of(l->doc, word, &count);
  if (own)
    --*own;
  return count;
}
