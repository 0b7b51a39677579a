/* word_slots.h - lists of words, found by a hash table made at build time.
 *
 *   static const entry entries[] = {{"able", 1}, ...};    char word[16 or 24]
 *   static const uint16_t slots[1024] = {
 *   #include "entries_index.inc" scripts/word-slots.awk
 *   };
 *
 *   unsigned at = ng_word_slot(word, 1023);
 *   while (slots[at] &&
 *          !ng_word_same(entries[slots[at] - 1].word, sizeof ..., word))
 *     at = (at + 1) & 1023;
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
  const char *at = word.at;
  size_t n = word.len;
  unsigned hash = (unsigned)n * 31 + (at[0] & 31);
  hash = hash * 31 + (at[n / 3] & 31);
  hash = hash * 31 + (at[n / 2] & 31);
  return (hash * 31 + (at[n - 1] & 31)) & mask;
}

enum { NG_ENTRY_ROOM = 24 }; /* the most that an entry's word takes */

/* What differs between eight bytes of an entry, from `i` on, and of the word,
 * whatever its case. */
static inline uint64_t
ng_word_differs(const char *entry, ng_str word, size_t i)
{
  static const char ones[2 * NG_ENTRY_ROOM] =
      "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
      "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  const uint64_t lower = 0x2020202020202020U;
  uint64_t want, have, mask;
  memcpy(&want, entry + i, sizeof want);
  memcpy(&have, word.at + i, sizeof have);
  memcpy(&mask, ones + NG_ENTRY_ROOM - word.len + i, sizeof mask);
  return ((have | lower) & mask) ^ want;
}

/* Is `entry`, in lower case with zeros behind it, `word` in any case?  The word
 * is of letters, digits and apostrophes, shorter than `room` (16 or 24); as
 * many bytes can be read at either. */
static inline bool
ng_word_same(const char *entry, size_t room, ng_str word)
{
  uint64_t differs =
      ng_word_differs(entry, word, 0) | ng_word_differs(entry, word, 8);
  if (room > 16)
    differs |= ng_word_differs(entry, word, 16);
  return !differs;
}

#endif /* NG_WORD_SLOTS_H */
