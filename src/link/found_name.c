/* found_name.c - see the header. */
#include "link/found_name.h"
#include "link/features.h"
#include "link/given.h"
#include "link/name_words.h"

const ng_spot *
ng_spot_of_words(const ng_linker *l, uint32_t from, uint32_t to)
{
  const ng_spot *spots = l->doc->spots.at;
  uint32_t low = 0, high = l->doc->spots.n;
  while (low < high) { /* by first word, the longest first */
    uint32_t middle = low + (high - low) / 2;
    if (spots[middle].word < from ||
        (spots[middle].word == from && spots[middle].n_words > to - from))
      low = middle + 1;
    else
      high = middle;
  }
  return low < l->doc->spots.n && spots[low].word == from &&
                 spots[low].n_words == to - from
             ? &spots[low]
             : NULL;
}

/* How many readings of `spot` are also written in lower case. */
static uint32_t
count_lower(const ng_doc *doc, const ng_spot *spot)
{
  uint32_t n = 0;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    n += (doc->choices.at[k].cases & NG_CASE_LOWER) != 0;
  return n;
}

bool
ng_is_term(const ng_doc *doc, const ng_spot *spot)
{
  return 2 * count_lower(doc, spot) >= spot->n;
}

bool
ng_is_common_word(const ng_linker *l, uint32_t i)
{
  return ng_linker_others(l, i).lower > 0 ||
         (l->alone[i] != NG_NONE &&
          count_lower(l->doc, &l->doc->spots.at[l->alone[i]]) > 0);
}

/* --- people --------------------------------------------------------------- */

bool
ng_is_mostly_a_person(const ng_linker *l, uint32_t i)
{
  if (l->alone[i] == NG_NONE)
    return false;
  const ng_spot *spot = &l->doc->spots.at[l->alone[i]];
  return l->doc->choices.at[spot->choice].type == NG_PERSON;
}

/* From so many bearers in the base on, a name is a common one. */
enum { COMMON = 8 };

/* May the word at `i`, no well known given name, be one all the same? */
static bool
may_be_given(const ng_linker *l, uint32_t i)
{
  return ng_count_readings(l, i, NG_NAME_GIVEN) > 0 &&
         !ng_is_common_word(l, i) &&
         ng_count_readings(l, i, NG_NAME_DEMONYM) == 0 &&
         (ng_is_mostly_a_person(l, i) ||
          ng_count_readings(l, i, NG_NAME_GIVEN) >= COMMON);
}

/* "Federation of Widget Industries": no company. */
static bool
has_of(const ng_doc *doc, const ng_found_name *n)
{
  for (uint32_t i = n->from; i < n->to; i++)
    if (doc->notes.at[i].class == NG_WORD_OF)
      return true;
  return false;
}

/* "Eliud Kipchoge", "Marshall Hill"; but not "World Cup", "Marshall Plan",
 * "Line of Control". */
static bool
is_person(const ng_linker *l, const ng_found_name *n)
{
  const ng_doc *doc = l->doc;
  uint32_t words = n->to - n->from, last = n->to - 1;
  if (words < 2 || words > 4 || (doc->notes.at[n->from].flags & NG_WORD_UPPER))
    return false;
  if (words == 2 && doc->notes.at[last].gap == NG_GAP_HYPHEN)
    return false; /* "Kimberly-Clark" */
  if (has_of(doc, n))
    return false;
  ng_str text = {doc->text.at + doc->words.at[n->from].begin,
                 doc->words.at[last].end - doc->words.at[n->from].begin};
  bool known = ng_given_gender(text) != 0;
  return (known || may_be_given(l, n->from)) &&
         (!ng_is_common_word(l, last) ||
          (words == 2 && ng_count_readings(l, last, NG_NAME_SURNAME) >=
                             (known ? 1 : COMMON)));
}

/* "NAME, 33,", "NAME, who": what is behind a comma is said of somebody. */
static bool
is_told_as_person(const ng_doc *doc, const ng_found_name *n)
{
  enum { DIGITS = 2 };
  uint32_t last = n->to - 1, i = n->to;
  if (i >= doc->words.n || doc->notes.at[i].gap != NG_GAP_COMMA ||
      doc->notes.at[i].sentence != doc->notes.at[last].sentence)
    return false;
  if (ng_word_is(doc, i, "who")) /* not "members of the League, who" */
    return ng_word_class_at(doc, n->from, -1) != NG_WORD_OF &&
           ng_word_class_at(doc, n->from, -1) != NG_WORD_THE;
  ng_str age = ng_word_text(doc, i);
  return age.len == DIGITS && ng_is_digit(age.at[0]) && age.at[0] != '0' &&
         ng_is_digit(age.at[1]) && ng_gap_after(doc, i) == NG_GAP_COMMA;
}

ng_type
ng_found_type(const ng_linker *l, const ng_found_name *n)
{
  ng_type last = ng_name_word_type(l->doc, n->to - 1);
  if (last != NG_ENTITY && !(last == NG_COMPANY && has_of(l->doc, n)))
    return last;
  if (n->heads)
    return NG_ORGANIZATION;
  ng_type first = ng_name_word_type(l->doc, n->from);
  if (first != NG_ENTITY && n->to - n->from > 1)
    return first;
  return n->titled || is_person(l, n) || is_told_as_person(l->doc, n)
             ? NG_PERSON
             : NG_ENTITY;
}

bool
ng_found_event(const ng_doc *doc, const uint8_t *taken, ng_found_name *n)
{
  uint32_t from, to;
  if (!ng_is_quoted_event(doc, n->from, &from, &to) ||
      memchr(taken + from, 1, to - from))
    return false;
  *n = (ng_found_name){.from = from, .to = to};
  return true;
}

bool
ng_is_plural_acronym(const ng_doc *doc, uint32_t word)
{
  ng_str text = ng_word_text(doc, word);
  if (text.len < 3 || text.at[text.len - 1] != 's')
    return false;
  for (size_t i = 0; i + 1 < text.len; i++)
    if (!ng_is_upper(text.at[i]))
      return false;
  return true;
}
