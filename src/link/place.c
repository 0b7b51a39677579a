/* place.c - places of the state that the words around their name tell. */
#include "core/str.h"
#include "link/linker.h"

/* The state that the word at `i` names, or whose people, or NULL. */
static const ng_referent *
state_at(const ng_linker *l, uint32_t i)
{
  if (l->alone[i] == NG_NONE)
    return NULL;
  uint32_t first = l->doc->spots.at[l->alone[i]].choice;
  const ng_referent *r = &l->referents.at[l->rows[first].referent];
  return r->kb.type == NG_COUNTRY && !r->within ? r : NULL;
}

/* "France's Brest", "the French city Brest", "the French city of Brest",
 * "Brest, France"; else NULL. */
static const ng_referent *
state_around(const ng_linker *l, const ng_spot *spot)
{
  const ng_word_note *notes = l->doc->notes.at;
  uint32_t i = spot->word, behind = i + spot->n_words;
  if (i >= 2 && (notes[i - 1].class == NG_WORD_GENITIVE ||
                 notes[i - 1].class == NG_WORD_HEADING))
    return state_at(l, i - 2);
  if (i >= 3 && notes[i - 1].class == NG_WORD_OF &&
      notes[i - 2].class == NG_WORD_HEADING)
    return state_at(l, i - 3);
  if (behind < l->doc->words.n && notes[behind].gap == NG_GAP_COMMA &&
      ng_gap_after(l->doc, behind) != NG_GAP_SPACE)
    return state_at(l, behind);
  return NULL;
}

typedef enum { ANYWHERE, THERE, ELSEWHERE } location;

/* Where a place is, as the base has it. */
static location
location_of(const ng_referent *r, const ng_referent *state)
{
  location found = ANYWHERE;
  if (!state || r->group != NG_GROUP_PLACE || r->kb.type == NG_COUNTRY)
    return ANYWHERE;
  for (uint32_t k = 0; r->relations && k < r->n_relations; k++) {
    if (r->relations[k].rel != NG_REL_COUNTRY || r->relations[k].inverse)
      continue;
    if (r->relations[k].entity == state->ref.index)
      return THERE;
    found = ELSEWHERE;
  }
  return found;
}

uint32_t
ng_linker_place(const ng_linker *l, const ng_spot *spot, uint32_t best)
{
  const ng_referent *r = &l->referents.at[l->rows[best].referent];
  const ng_referent *state = state_around(l, spot);
  uint32_t found = best;
  if (!state || r->group != NG_GROUP_PLACE || r->kb.type == NG_COUNTRY ||
      location_of(r, state) == THERE)
    return best;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (location_of(&l->referents.at[l->rows[k].referent], state) == THERE &&
        (found == best || l->rows[k].second > l->rows[found].second))
      found = k;
  return found;
}

bool
ng_linker_is_elsewhere(const ng_linker *l, const ng_spot *spot,
                       const ng_verdict *verdict)
{
  enum { SURELY = 650 };
  const ng_referent *r = &l->referents.at[l->rows[verdict->row].referent];
  return verdict->p < SURELY &&
         location_of(r, state_around(l, spot)) == ELSEWHERE;
}
