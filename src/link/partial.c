/* partial.c - names that are part of a longer one, which no base knows: what is
 * linked by them would be another thing.
 */
#include "link/partial.h"
#include "core/str.h"
#include "link/features.h"
#include "link/found_name.h"
#include "link/name_words.h"

bool
ng_is_one_word(const ng_doc *doc, const ng_spot *spot)
{
  return spot->n_words == 1 ||
         (spot->n_words == 2 &&
          doc->notes.at[spot->word + 1].gap == NG_GAP_APOSTROPHE);
}

bool
ng_is_given_name(const ng_linker *l, uint32_t i)
{
  ng_word_note note = l->doc->notes.at[i];
  return note.class == NG_WORD_CAPITALISED &&
         ng_count_readings(l, i, NG_NAME_GIVEN) > 0 &&
         !(note.flags & (NG_WORD_UPPER | NG_WORD_HEADLINE)) &&
         ng_linker_others(l, i).lower == 0;
}

/* --- people --------------------------------------------------------------- */

/* "Gallego" behind "Christopher": the two are one name. */
static bool
goes_on_as_name(const ng_linker *l, const ng_spot *spot)
{
  uint32_t last = spot->word, run = l->run_of[last];
  return spot->n_words == 1 && l->runs.at[run].to > last + 1 &&
         ng_gap_after(l->doc, last) == NG_GAP_SPACE &&
         ng_is_given_name(l, last) &&
         ng_count_readings(l, last + 1, NG_NAME_SURNAME) > 0 &&
         l->doc->notes.at[last + 1].class == NG_WORD_CAPITALISED;
}

static bool
is_part_of_person(const ng_linker *l, const ng_spot *spot, uint32_t kinds)
{
  enum {
    FULL = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_SHORT | NG_NAME_DEMONYM |
           NG_NAME_ACRONYM | NG_NAME_TEAM
  };
  const ng_doc *doc = l->doc;
  uint32_t run = l->run_of[spot->word];
  if (goes_on_as_name(l, spot) ||
      ng_is_father_behind(doc, spot->word + spot->n_words))
    return true;
  if (spot->word == l->runs.at[run].from)
    return false;
  uint32_t before = spot->word - 1;
  if (ng_count_readings(l, before, NG_NAME_DEMONYM) > 0)
    return false;
  if (ng_is_one_word(doc, spot) && ng_is_given_name(l, before))
    return true;
  return !(kinds & (FULL | NG_NAME_ALIAS)) &&
         doc->notes.at[before].class == NG_WORD_CAPITALISED &&
         !(doc->notes.at[before].flags & NG_WORD_START);
}

/* "Goldman" behind "Al": no bank, but somebody of the name. */
static bool
is_surname(const ng_linker *l, const ng_spot *spot, uint32_t kinds)
{
  uint32_t i = spot->word;
  if (!ng_is_one_word(l->doc, spot) || i == l->runs.at[l->run_of[i]].from ||
      (l->doc->notes.at[i].flags & NG_WORD_UPPER) ||
      l->doc->notes.at[i].gap != NG_GAP_SPACE || !ng_is_given_name(l, i - 1) ||
      ng_count_readings(l, i - 1, NG_NAME_DEMONYM) > 0)
    return false;
  return ng_is_mostly_a_person(l, i - 1) &&
         (!(kinds & NG_NAME_DEMONYM) ||
          ng_count_readings(l, i, NG_NAME_SURNAME) > 0);
}

/* --- places and others ---------------------------------------------------- */

/* "General" of "Springfield General Bancorp" */
static bool
is_general_company(const ng_doc *doc, uint32_t i)
{
  return ng_word_is(doc, i, "general") && i + 1 < doc->words.n &&
         ng_name_word_type(doc, i + 1) == NG_COMPANY;
}

/* Of what the name is that begins with the spot and goes on, in capitals and
 * without a title, to a word like "Council"; NG_ENTITY if there is none. */
static ng_type
longer_type(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t last = spot->word + spot->n_words - 1, run = l->run_of[last];
  for (uint32_t i = last + 1; run != NG_NONE && i < doc->words.n; i++) {
    ng_word_note note = doc->notes.at[i];
    if (ng_is_form_behind_comma(doc, i))
      return NG_COMPANY;
    if (i >= l->runs.at[run].to)
      break;
    ng_type type = ng_name_word_type(doc, i);
    if (note.gap != NG_GAP_SPACE || (note.flags & NG_WORD_UPPER) ||
        (note.flags & (NG_WORD_SHOUTED | NG_WORD_HEADLINE)))
      break;
    if (type != NG_ENTITY)
      return type;
    if (note.class != NG_WORD_CAPITALISED && note.class != NG_WORD_HEADING &&
        !is_general_company(doc, i))
      break;
  }
  return NG_ENTITY;
}

/* Names of these begin with a state's without being the state's. */
static bool
is_private(ng_type type)
{
  return type == NG_COMPANY || type == NG_MEDIA || type == NG_SCHOOL ||
         type == NG_TEAM;
}

/* "Atlantic" in "Atlantic Council", "Cyprus" in "Cyprus Mail"; but "Iran" in
 * "Iran Foreign Ministry". */
static bool
is_start_of_body(const ng_linker *l, const ng_spot *spot, const ng_referent *r)
{
  ng_type longer = longer_type(l, spot);
  if (longer == NG_ENTITY)
    return false;
  if (r->kb.type == NG_COUNTRY)
    return is_private(longer);
  return r->group == NG_GROUP_PLACE || r->group == NG_GROUP_PERSON ||
         r->group == NG_GROUP_OTHER || r->group == NG_GROUP_TEAM ||
         ((r->kb.type == NG_MEDIA || r->kb.type == NG_WORK) &&
          longer != NG_MEDIA && longer != NG_COMPANY);
}

/* "Grand", "Royal": a word that is hardly a name by itself. */
static bool
is_weak(const ng_linker *l, uint32_t i)
{
  if (ng_is_common_word(l, i))
    return true;
  if (l->alone[i] == NG_NONE)
    return false;
  uint32_t first = l->doc->spots.at[l->alone[i]].choice;
  return l->doc->choices.at[first].flags & NG_CANDIDATE_WEAK;
}

/* "Ethiopian" in "the Grand Ethiopian Canal", "the Royal Moroccan Navy". */
static bool
is_inside_name(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t i = spot->word, behind = i + spot->n_words, run = l->run_of[i];
  enum { NO_NAME = NG_WORD_START | NG_WORD_UPPER | NG_WORD_HEADLINE };
  return i > l->runs.at[run].from && behind < l->runs.at[run].to &&
         doc->notes.at[i].gap == NG_GAP_SPACE &&
         doc->notes.at[behind].gap == NG_GAP_SPACE &&
         doc->notes.at[i - 1].class == NG_WORD_CAPITALISED &&
         !(doc->notes.at[i - 1].flags & NO_NAME) && is_weak(l, i - 1) &&
         (doc->notes.at[behind].class == NG_WORD_CAPITALISED ||
          ng_name_word_type(doc, behind) != NG_ENTITY);
}

/* "American" in "American Refining Group", "Swiss" in "Swiss Widgets Corp". */
static bool
is_start_of_company(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t behind = spot->word + spot->n_words, last = behind;
  uint32_t run = l->run_of[spot->word];
  enum { NO_NAME = NG_WORD_UPPER | NG_WORD_HEADLINE | NG_WORD_SHOUTED };
  while (last < l->runs.at[run].to && doc->notes.at[last].gap == NG_GAP_SPACE &&
         doc->notes.at[last].class == NG_WORD_CAPITALISED &&
         !(doc->notes.at[last].flags & NO_NAME) &&
         ng_name_word_type(doc, last) == NG_ENTITY)
    last++;
  if (last == behind || last >= doc->words.n)
    return false;
  return ng_is_form_behind_comma(doc, last) ||
         (last < l->runs.at[run].to &&
          doc->notes.at[last].gap == NG_GAP_SPACE &&
          (ng_name_word_type(doc, last) == NG_COMPANY ||
           ng_word_is(doc, last, "group")));
}

/* "Africa" in "the Horn of Africa"; but "Mr Horn of Kenya". */
static bool
is_end_of_place(const ng_linker *l, const ng_spot *spot, const ng_referent *r)
{
  const ng_doc *doc = l->doc;
  uint32_t i = spot->word;
  return i >= 3 && r->group == NG_GROUP_PLACE && r->kb.type != NG_COUNTRY &&
         ng_word_is(doc, i - 1, "of") && doc->notes.at[i].gap == NG_GAP_SPACE &&
         doc->notes.at[i - 1].gap == NG_GAP_SPACE &&
         ng_is_named_with_the(doc, i - 2);
}

/* Does "of" with a name follow word `i`? */
static bool
is_of_something(const ng_doc *doc, uint32_t i)
{
  const ng_word_note *notes = doc->notes.at;
  return i + 2 < doc->words.n && notes[i + 1].class == NG_WORD_OF &&
         notes[i + 1].gap == NG_GAP_SPACE &&
         (notes[i + 2].flags & NG_WORD_CAPITAL);
}

/* "VIII" in "Louis VIII" */
static bool
is_ordinal(const ng_doc *doc, uint32_t i)
{
  ng_str word = ng_word_text(doc, i);
  for (size_t k = 0; k < word.len; k++)
    if (!strchr("IVX", word.at[k]))
      return false;
  return word.len > 0;
}

/* "The Duchess", "Duchess" and "Cambridge" in "The Duchess of Cambridge";
 * "Louis VIII" in "Louis VIII of Hesse". */
static bool
is_part_of_title(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  const ng_word_note *notes = doc->notes.at;
  uint32_t i = spot->word, last = i + spot->n_words - 1;
  if (is_of_something(doc, last) &&
      (notes[i].class == NG_WORD_THE || ng_is_rank(doc, last) ||
       (spot->n_words > 1 && is_ordinal(doc, last))))
    return true;
  return ng_is_rank_of(doc, i) ||
         (spot->n_words == 1 && ng_begins_title(doc, i));
}

/* "American" in "Council on American Relations". */
static bool
is_inside_body(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t i = spot->word, behind = i + spot->n_words;
  uint32_t run = l->run_of[behind - 1];
  return i >= 2 && run != NG_NONE && behind < l->runs.at[run].to &&
         (ng_word_is(doc, i - 1, "on") || ng_word_is(doc, i - 1, "for")) &&
         doc->notes.at[i].gap == NG_GAP_SPACE &&
         doc->notes.at[i - 1].gap == NG_GAP_SPACE &&
         (doc->notes.at[i - 2].flags & NG_WORD_CAPITAL) &&
         !(doc->notes.at[i].flags & NG_WORD_HEADLINE) &&
         (ng_name_word_type(doc, i - 2) != NG_ENTITY ||
          ng_word_is(doc, i - 2, "center") || ng_word_is(doc, i - 2, "centre"));
}

/* Is word `i` a small word of another language, between two of a name? */
static bool
joins_foreign_words(const ng_doc *doc, uint32_t i, const char *list)
{
  const ng_word_note *notes = doc->notes.at;
  return i > 0 && i + 1 < doc->words.n && notes[i].gap == NG_GAP_SPACE &&
         notes[i + 1].gap == NG_GAP_SPACE &&
         (notes[i - 1].flags & NG_WORD_CAPITAL) &&
         (notes[i + 1].flags & NG_WORD_CAPITAL) &&
         !(notes[i].flags & NG_WORD_CAPITAL) &&
         ng_str_listed(ng_word_text(doc, i), list);
}

/* "RT" in "RT en Español", "Mexico" in "Banco de Mexico". */
static bool
is_part_of_foreign(const ng_doc *doc, const ng_spot *spot)
{
  uint32_t behind = spot->word + spot->n_words;
  if (behind + 1 < doc->words.n && doc->notes.at[behind].gap == NG_GAP_SPACE &&
      !(doc->notes.at[behind].flags & NG_WORD_CAPITAL) &&
      ng_is_behind_particle(doc, behind + 1))
    return true; /* "Tuna" in "Tuna el-Gebel" */
  return joins_foreign_words(doc, behind, "en") ||
         (spot->word > 0 && joins_foreign_words(doc, spot->word - 1,
                                                "en de del do du della des"));
}

/* Does the article name the word at `i` where no genitive follows? */
static bool
is_named_without_genitive(const ng_doc *doc, uint32_t i)
{
  for (uint32_t k = 0; k < doc->words.n; k++)
    if (doc->words.at[k].hash == doc->words.at[i].hash &&
        (k + 1 == doc->words.n ||
         doc->notes.at[k + 1].class != NG_WORD_GENITIVE))
      return true;
  return false;
}

/* "Bob's" in "Bob's car", of a Bob whom the article has: no restaurant. */
static bool
is_owner(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t i = spot->word;
  return spot->n_words == 2 && doc->notes.at[i + 1].class == NG_WORD_GENITIVE &&
         ng_is_given_name(l, i) && is_named_without_genitive(doc, i);
}

bool
ng_linker_is_part(const ng_linker *l, const ng_spot *spot,
                  const ng_verdict *verdict)
{
  const ng_referent *r = &l->referents.at[l->rows[verdict->row].referent];
  uint32_t kinds = l->doc->choices.at[verdict->row].kinds;
  if (l->run_of[spot->word] == NG_NONE || (spot->flags & NG_SPOT_LOWER))
    return false;
  if ((r->kb.type != NG_PERSON && !(kinds & NG_NAME_DEMONYM) &&
       is_part_of_foreign(l->doc, spot)) ||
      (spot->n_words == 1 && ng_is_behind_owners(l->doc, spot->word) &&
       ng_name_word_type(l->doc, spot->word) != NG_ENTITY) ||
      is_part_of_title(l, spot) || is_inside_body(l, spot) || is_owner(l, spot))
    return true;
  if (r->kb.type == NG_PERSON && is_part_of_person(l, spot, kinds))
    return true;
  if (r->kb.type != NG_PERSON && is_surname(l, spot, kinds))
    return true;
  if (kinds & NG_NAME_DEMONYM)
    return is_inside_name(l, spot) || is_start_of_company(l, spot);
  return is_start_of_body(l, spot, r) || is_end_of_place(l, spot, r) ||
         ng_linker_is_elsewhere(l, spot, verdict);
}
