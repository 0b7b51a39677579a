/* word_slots.h - lists of words, found by a hash table made at build time.
 *
 *   static const entry entries[] = {{"able", 1}, ...};    char word[16 or 24]
 *   static const uint16_t slots[1024] = {
 *   #include "entries_index.inc" scripts/word-slots.awk
 *   };
 *
 *   for (unsigned at = ng_word_slot(word, 1023); slots[at]; at = (at + 1) &
 * 1023) if (ng_word_same(entries[slots[at] - 1].word, sizeof ..., word)) ...
 *
 * Neither takes a call, and hardly a branch that must be guessed: they are
 * asked of every word of a text.
 */
#ifndef NG_WORD_SLOTS_H
#define NG_WORD_SLOTS_H

#include "newsgraph.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Where to look for `word`, which is not empty, whatever its case (ASCII); the
 * table has `mask` + 1 slots. scripts/word-slots.awk counts alike. */
static inline unsigned
ng_word_slot(ng_str word, unsigned mask)
{
  size_t n = word.len, places[] = {0, n / 3, n / 2, n - 1};
  unsigned hash = (unsigned)n;
  for (size_t k = 0; k < sizeof places / sizeof *places; k++)
    hash = hash * 31 + (word.at[places[k]] & 31);
  return hash & mask;
}

enum { NG_ENTRY_ROOM = 24 }; /* the most that an entry's word takes */

/* Is `entry`, in lower case with zeros behind it, `word` in any case?  The word
 * is of letters, digits and apostrophes, shorter than `room` (8, 16 or 24); as
 * many bytes can be read at either. */
static inline bool
ng_word_same(const char *entry, size_t room, ng_str word)
{
  static const char low[8] = "        ",
                    ones[2 * NG_ENTRY_ROOM] =
                        "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
                        "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  uint64_t lower, want, have, mask, differs = 0;
  memcpy(&lower, low, sizeof lower);
  for (size_t i = 0; i < room; i += sizeof want) {
    memcpy(&want, entry + i, sizeof want);
    memcpy(&have, word.at + i, sizeof have);
    memcpy(&mask, ones + NG_ENTRY_ROOM - word.len + i, sizeof mask);
    differs |= ((have | lower) & mask) ^ want;
  }
  return !differs;
}

#endif /* NG_WORD_SLOTS_H */
