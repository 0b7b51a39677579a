/* people.c - nouns for people and for bodies of people, which texts tell of
 * without a name. */
#include "core/word_slots.h"
#include "extract/events/events.h"

enum { ROOM = 16, SLOT_MASK = 2047 };

typedef struct {
  char word[ROOM];
  uint8_t people; /* NG_PEOPLE_... */
} entry;

#define D NG_PEOPLE_DESCRIBED
#define P NG_PEOPLE_PLAIN

static const entry entries[] = {
#include "extract/events/people.inc"
};

#undef D
#undef P

static const uint16_t slots[SLOT_MASK + 1] = {
#include "people_index.inc"
};

static unsigned
look_up(ng_str word)
{
  char copy[NG_ENTRY_ROOM] = {0}; /* all of which can be read */
  if (word.len == 0 || word.len >= ROOM)
    return 0;
  memcpy(copy, word.at, word.len);
  ng_str own = {copy, word.len};
  unsigned at = ng_word_slot(own, SLOT_MASK);
  for (; slots[at]; at = (at + 1) & SLOT_MASK)
    if (ng_word_same(entries[slots[at] - 1].word, ROOM, own))
      return entries[slots[at] - 1].people;
  return 0;
}

unsigned
ng_people_look_up(const ng_syntax *s, uint32_t unit)
{
  ng_str lemma = ng_unit_at(s, unit)->lemma, text = ng_unit_text(s, unit);
  unsigned people = look_up(lemma);
  return lemma.at == text.at && lemma.len == text.len ? people
                                                      : people | look_up(text);
}
