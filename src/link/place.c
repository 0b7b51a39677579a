/* place.c - places and bodies of the state that the words around their name
 * tell. */
#include "core/str.h"
#include "link/found_name.h"
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

/* A body that each state may have: "Congress", "Supreme Court". */
static bool
is_body(const ng_referent *r)
{
  return r->kb.type == NG_GOVERNMENT || r->kb.type == NG_COURT ||
         r->kb.type == NG_MILITARY;
}

/* The same of a body; also "the Peruvian Congress". */
static const ng_referent *
state_before(const ng_linker *l, const ng_spot *spot)
{
  const ng_word_note *notes = l->doc->notes.at;
  uint32_t i = spot->word;
  if (i >= 2 && notes[i - 1].class == NG_WORD_GENITIVE)
    return state_at(l, i - 2);
  return i >= 1 && ng_gap_after(l->doc, i - 1) == NG_GAP_SPACE
             ? state_at(l, i - 1)
             : NULL;
}

static const ng_referent *
state_told(const ng_linker *l, const ng_spot *spot, const ng_referent *r)
{
  return is_body(r) ? state_before(l, spot) : state_around(l, spot);
}

static bool
is_somewhere(const ng_referent *r)
{
  return is_body(r) || (r->group == NG_GROUP_PLACE && r->kb.type != NG_COUNTRY);
}

static bool
tells_state(uint8_t code)
{
  return code == 2 * NG_REL_COUNTRY || code == 2 * NG_REL_JURISDICTION ||
         code == 2 * NG_REL_GOVERNMENT_OF;
}

typedef enum { ANYWHERE, THERE, ELSEWHERE } location;

/* Where a place or body is, as the base has it. */
static location
location_of(const ng_referent *r, const ng_referent *state)
{
  location found = ANYWHERE;
  if (!state || !is_somewhere(r))
    return ANYWHERE;
  for (uint32_t k = 0; k < r->ties.n; k++) {
    if (!tells_state(r->ties.codes[k]))
      continue;
    if (r->ties.entities[k] == state->ref.index)
      return THERE;
    found = ELSEWHERE;
  }
  return found;
}

/* "held in Cardiff" is in the town, not in its club. */
static uint32_t
place_of_team(const ng_linker *l, const ng_spot *spot, uint32_t best)
{
  enum { PERHAPS = 50 };
  uint32_t found = best;
  if (l->referents.at[l->rows[best].referent].group != NG_GROUP_TEAM ||
      spot->word == 0 || !ng_word_is(l->doc, spot->word - 1, "in") ||
      l->doc->notes.at[spot->word].gap != NG_GAP_SPACE)
    return best;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (l->referents.at[l->rows[k].referent].group == NG_GROUP_PLACE &&
        ng_probability(l->rows[k].second) >= PERHAPS &&
        (found == best || l->rows[k].second > l->rows[found].second))
      found = k;
  return found;
}

/* A reading of several that are of the state told, or `best`. */
static uint32_t
place_in_state(const ng_linker *l, const ng_spot *spot, uint32_t best)
{
  const ng_referent *r = &l->referents.at[l->rows[best].referent];
  const ng_referent *state = state_told(l, spot, r);
  uint32_t found = best;
  if (!state || !is_somewhere(r) || location_of(r, state) == THERE)
    return best;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (location_of(&l->referents.at[l->rows[k].referent], state) == THERE &&
        (found == best || l->rows[k].second > l->rows[found].second))
      found = k;
  return found;
}

/* "Islamic" is of Islam, whatever state is also called so. */
static uint32_t
whose_adjective(const ng_linker *l, const ng_spot *spot, uint32_t best)
{
  if (l->referents.at[l->rows[best].referent].kb.type != NG_COUNTRY ||
      l->doc->choices.at[best].kinds != NG_NAME_ALIAS ||
      (spot->flags & NG_SPOT_LOWER))
    return best;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (l->doc->choices.at[k].kinds & NG_NAME_DEMONYM)
      return k;
  return best;
}

uint32_t
ng_linker_place(const ng_linker *l, const ng_spot *spot, uint32_t best)
{
  best = whose_adjective(l, spot, best);
  return place_in_state(l, spot, place_of_team(l, spot, best));
}

/* "the Halifax" is the bank, "Waterloo station" not in Iowa: a city's name that
 * stands for something else. */
static bool
is_named_for_city(const ng_linker *l, const ng_spot *spot, const ng_referent *r)
{
  static const char built[] = "jail prison station";
  const ng_doc *doc = l->doc;
  uint32_t behind = spot->word + spot->n_words;
  if (r->kb.type != NG_CITY)
    return false;
  if (behind < doc->words.n && doc->notes.at[behind].gap == NG_GAP_SPACE &&
      ng_str_listed(ng_word_text(doc, behind), built))
    return true;
  bool ends = behind >= doc->words.n ||
              doc->notes.at[behind].gap != NG_GAP_SPACE ||
              doc->notes.at[behind].class == NG_WORD_AND ||
              doc->notes.at[behind].class == NG_WORD_BE;
  return spot->word > 0 && ends &&
         doc->notes.at[spot->word].gap == NG_GAP_SPACE &&
         doc->notes.at[behind - 1].gap != NG_GAP_HYPHEN &&
         (behind >= doc->words.n ||
          doc->notes.at[behind].gap != NG_GAP_HYPHEN) &&
         doc->notes.at[spot->word - 1].class == NG_WORD_THE;
}

/* "Turkey's Sabah newspaper": a paper called like a place. */
static bool
is_paper(const ng_linker *l, const ng_spot *spot, const ng_referent *r)
{
  const ng_doc *doc = l->doc;
  uint32_t i = spot->word, last = i + spot->n_words - 1;
  if (r->group != NG_GROUP_PLACE || i == 0 ||
      doc->notes.at[i - 1].class != NG_WORD_GENITIVE ||
      ng_gap_after(doc, last) != NG_GAP_SPACE)
    return false;
  return ng_word_listed(doc, last + 1, "newspaper daily magazine broadcaster");
}

/* Does the article name a country whose name ends with the word? */
static bool
has_country(const ng_linker *l, ng_str word)
{
  for (uint32_t i = 0; i < l->referents.n; i++) {
    ng_str label = l->referents.at[i].kb.label;
    if (l->referents.at[i].n_country && label.len >= word.len &&
        ng_str_equal(ng_str_slice(label, label.len - word.len, label.len),
                     word))
      return true;
  }
  return false;
}

/* "A Conservative spokesman": of a party of a state that the article does not
 * name, though it names others?  By the party's label: "Party of Canada". */
static bool
is_party_abroad(const ng_linker *l, const ng_spot *spot, const ng_referent *r)
{
  static const char of[] = "Party of ";
  ng_str label = r->kb.label;
  if (r->kb.type != NG_PARTY || spot->n_words != 1 || !l->n_countries)
    return false;
  const char *at = memmem(label.at, label.len, of, sizeof of - 1);
  if (!at)
    return false;
  size_t begin = (size_t)(at - label.at) + sizeof of - 1;
  ng_str state = ng_str_slice(label, begin, label.len);
  return state.len > 0 && !has_country(l, state);
}

/* "Cabinet": of a state that the article does not name, though it names others.
 */
static bool
is_body_abroad(const ng_linker *l, const ng_referent *r)
{
  bool told = false;
  if (!is_body(r) || !l->n_countries)
    return false;
  for (uint32_t k = 0; k < r->ties.n; k++) {
    if (!tells_state(r->ties.codes[k]))
      continue;
    uint32_t state =
        ng_linker_find(l, (ng_ref){r->ties.entities[k], r->ref.base});
    if (state != NG_NONE && l->referents.at[state].n_country)
      return false;
    told = true;
  }
  return told;
}

bool
ng_linker_is_elsewhere(const ng_linker *l, const ng_spot *spot,
                       const ng_verdict *verdict)
{
  enum { SURELY = 650, OWN = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ACRONYM };
  const ng_referent *r = &l->referents.at[l->rows[verdict->row].referent];
  if (is_paper(l, spot, r) || is_party_abroad(l, spot, r) ||
      (verdict->p < SURELY && is_named_for_city(l, spot, r)))
    return true;
  if (verdict->p < SURELY && spot->n_words == 1 &&
      !(l->doc->choices.at[verdict->row].kinds & OWN) &&
      ng_is_common_word(l, spot->word) && is_body_abroad(l, r))
    return true;
  return (is_body(r) || verdict->p < SURELY) &&
         location_of(r, state_told(l, spot, r)) == ELSEWHERE;
}

void
ng_linker_judge_shortened(const ng_linker *l, const ng_spot *spot,
                          ng_verdict *verdict)
{
  enum { SURELY = 600 };
  const ng_doc *doc = l->doc;
  uint32_t i = spot->word;
  if (spot->n_words != 1 || i == 0 || doc->notes.at[i].gap != NG_GAP_COMMA ||
      (doc->notes.at[i].flags & NG_WORD_INITIALS) ||
      spot->span.end == doc->words.at[i].end ||
      !(doc->notes.at[i - 1].flags & NG_WORD_CAPITAL))
    return;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (l->referents.at[l->rows[k].referent].kb.type == NG_REGION) {
      *verdict = (ng_verdict){
          k, verdict->row == k && verdict->p > SURELY ? verdict->p : SURELY};
      return;
    }
}
