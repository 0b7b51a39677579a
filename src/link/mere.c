/* mere.c - words that are spelled like names, and are none where they stand. */
#include "core/str.h"
#include "link/features.h"
#include "link/name_words.h"

#include <string.h>

/* "May 9", "Tuesday morning": they have their time, and are not spoken of. */
static bool
is_day(const ng_doc *doc, const ng_spot *spot)
{
  return spot->n_words == 2 &&
         (doc->notes.at[spot->word].class == NG_WORD_DAY ||
          ng_word_is(doc, spot->word, "may")) &&
         !(doc->notes.at[spot->word + 1].flags & NG_WORD_CAPITAL);
}

/* "Public trust" at a sentence's start is no Public Trust. */
static bool
is_written_small(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_doc *doc = l->doc;
  ng_str label = l->referents.at[l->rows[row].referent].kb.label;
  uint32_t last = spot->word + spot->n_words - 1;
  if (spot->n_words < 2 || !(doc->notes.at[spot->word].flags & NG_WORD_START))
    return false;
  for (uint32_t i = spot->word + 1; i <= last; i++)
    if (doc->notes.at[i].flags & (NG_WORD_CAPITAL | NG_WORD_DIGIT))
      return false;
  ng_str word = ng_word_text(doc, last);
  if (label.len <= word.len || word.at[0] < 'a' || word.at[0] > 'z' ||
      doc->notes.at[last].class == NG_WORD_GENITIVE)
    return false;
  const char *at = label.at + label.len - word.len;
  return at[0] == word.at[0] - ('a' - 'A') &&
         memcmp(at + 1, word.at + 1, word.len - 1) == 0;
}

/* "Bloc Party", with capitals where none need be, is more than a bloc party. */
static bool
is_written_large(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { CASED = NG_WORD_START | NG_WORD_HEADLINE | NG_WORD_SHOUTED };
  const ng_doc *doc = l->doc;
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  ng_str label = r->kb.label;
  if (spot->n_words < 2 || (spot->flags & NG_SPOT_LOWER) ||
      (r->group != NG_GROUP_BODY && r->group != NG_GROUP_TEAM &&
       r->group != NG_GROUP_WORK))
    return false;
  for (uint32_t i = spot->word; i < spot->word + spot->n_words; i++)
    if (!(doc->notes.at[i].flags & NG_WORD_CAPITAL) ||
        (doc->notes.at[i].flags & CASED))
      return false;
  for (size_t i = 0; i < label.len; i++)
    if ((label.at[i] & 0x80) || (label.at[i] >= 'A' && label.at[i] <= 'Z'))
      return false;
  return true;
}

/* "It is" at a sentence's start is no town in Zimbabwe, "A plan" no insurer,
 * "As if" no series. */
static bool
is_mere_start(const ng_doc *doc, const ng_spot *spot)
{
  ng_word_note first = doc->notes.at[spot->word];
  if (spot->n_words < 2 || !(first.flags & NG_WORD_START))
    return false;
  for (uint32_t i = spot->word + 1; i < spot->word + spot->n_words; i++)
    if (doc->notes.at[i].flags & NG_WORD_CAPITAL)
      return false;
  return ng_word_is(doc, spot->word, "a") ||
         ng_word_is(doc, spot->word, "an") ||
         ng_word_is(doc, spot->word, "as") || first.class == NG_WORD_PRONOUN ||
         first.class == NG_WORD_PLACE || first.class == NG_WORD_TO ||
         first.class == NG_WORD_WITH || first.class == NG_WORD_BE;
}

/* Does the base write what the reading means in lower case? */
static bool
is_of_small_label(const ng_linker *l, uint32_t row)
{
  ng_str label = l->referents.at[l->rows[row].referent].kb.label;
  return label.len && label.at[0] >= 'a' && label.at[0] <= 'z';
}

/* "Special effects" at a sentence's start is a concept, though it has a
 * capital: not asked for. */
static bool
is_concept_at_start(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_word_note *notes = l->doc->notes.at + spot->word;
  if (l->context->options->mentions != NG_MENTIONS_NAMES ||
      !(notes[0].flags & NG_WORD_START) ||
      (notes[0].flags & (NG_WORD_UPPER | NG_WORD_HEADLINE)) ||
      l->doc->choices.at[row].cases != NG_CASE_LOWER ||
      !is_of_small_label(l, row))
    return false;
  for (uint32_t i = 1; i < spot->n_words; i++)
    if (notes[i].flags & NG_WORD_CAPITAL)
      return false;
  return true;
}

/* "Today, I am leaving" is no TV series: of its words only "I" has a capital.
 */
static bool
is_i(const ng_doc *doc, const ng_spot *spot)
{
  bool found = false;
  if (spot->n_words < 2)
    return false;
  for (uint32_t i = spot->word; i < spot->word + spot->n_words; i++) {
    bool capital = doc->notes.at[i].flags & NG_WORD_CAPITAL;
    if (capital && ng_word_is(doc, i, "i")) /* not "will.i.am" */
      found = true;
    else if (doc->notes.at[i].flags & (NG_WORD_CAPITAL | NG_WORD_DIGIT))
      return false;
  }
  return found;
}

/* "Seventeen rockets" at a sentence's start is no band, "28 degrees Celsius" no
 * astronomer. */
static bool
is_count(const ng_doc *doc, const ng_spot *spot)
{
  static const char numbers[] =
      "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
      " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
      " hundreds thousand thousands dozen dozens million millions";
  if (spot->n_words != 1 || (spot->flags & NG_SPOT_LOWER))
    return false;
  ng_str word = ng_word_text(doc, spot->word);
  bool measured = spot->word > 0 &&
                  ((doc->notes.at[spot->word - 1].flags & NG_WORD_DIGIT) ||
                   ng_word_is(doc, spot->word - 1, "degrees"));
  return (measured && ng_str_listed(word, "celsius fahrenheit")) ||
         ((doc->notes.at[spot->word].flags & NG_WORD_START) &&
          ng_str_listed(word, numbers));
}

/* "Digital music sells", where the article writes of digital things, too. */
static bool
is_common_start(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  if (spot->n_words != 1 || (spot->flags & NG_SPOT_LOWER) ||
      !(l->doc->notes.at[spot->word].flags & NG_WORD_START) ||
      (r->group != NG_GROUP_BODY && r->group != NG_GROUP_TEAM &&
       r->group != NG_GROUP_WORK))
    return false;
  ng_word_count others = ng_linker_others(l, spot->word);
  return others.lower > 0 && others.capital == 0;
}

/* "MPs" is no bank of which the letters are MPS, and "GDP" no party. */
static bool
is_of_other_letters(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  static const char common[] = "ceo cfo dna dvd gdp gmt gnp gps hiv ipo pdf sms"
                               " tba usb usd utc vat vcr";
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  ng_str word = ng_word_text(l->doc, spot->word);
  if (spot->n_words != 1 || word.len < 3 || word.at[0] < 'A' ||
      word.at[0] > 'Z' ||
      (r->group != NG_GROUP_BODY && r->group != NG_GROUP_TEAM))
    return false;
  if (ng_str_listed(word, common))
    return true;
  bool plural = word.at[word.len - 1] == 's';
  for (size_t i = 1; plural && i + 1 < word.len; i++)
    plural = word.at[i] >= 'A' && word.at[i] <= 'Z';
  return plural && (l->doc->choices.at[row].kinds & NG_NAME_ACRONYM);
}

/* "COVID-19" is not that of one state of which the article does not write. */
static bool
is_of_another_place(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_doc *doc = l->doc;
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  ng_str label = r->kb.label;
  if (r->group != NG_GROUP_EVENT ||
      spot->span.end - spot->span.begin >= label.len)
    return false;
  const char *in = memmem(label.at, label.len, " in ", 4);
  if (!in)
    return false;
  ng_str last = ng_str_slice(label, (size_t)(in - label.at) + 4, label.len);
  size_t space = last.len;
  while (space > 0 && last.at[space - 1] != ' ')
    space--;
  last = ng_str_slice(last, space, last.len);
  for (uint32_t i = 0; i < doc->words.n; i++)
    if (ng_str_equal(ng_word_text(doc, i), last))
      return false;
  return true;
}

/* "Walder", of whom the base knows some, is no other name of a state, unless
 * the article makes it likely. */
static bool
is_odd_alias(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { LIKELY = 500 };
  return spot->n_words == 1 && !(spot->flags & NG_SPOT_LOWER) &&
         l->referents.at[l->rows[row].referent].kb.type == NG_COUNTRY &&
         l->doc->choices.at[row].kinds == NG_NAME_ALIAS &&
         ng_probability(l->rows[row].second) < LIKELY &&
         ng_count_readings(l, spot->word, NG_NAME_SURNAME) > 0;
}

/* "La" is not LA, though "Nato" is NATO. */
static bool
is_small_acronym(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  return spot->n_words == 1 &&
         l->doc->choices.at[row].kinds == NG_NAME_ACRONYM &&
         ng_is_no_acronym(l->doc, spot);
}

/* "face-to-face": small words by which a source has something, and nothing else
 * of it. */
static bool
is_empty_concept(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { HARDLY_KNOWN = 20 };
  const ng_entity *kb = &l->referents.at[l->rows[row].referent].kb;
  return (spot->flags & NG_SPOT_LOWER) && kb->type == NG_ENTITY &&
         kb->popularity < HARDLY_KNOWN;
}

/* "London on Monday" is not London, ON: no name ends with a small little word.
 */
static bool
ends_small(const ng_doc *doc, const ng_spot *spot)
{
  ng_word_note last = doc->notes.at[spot->word + spot->n_words - 1];
  if (spot->n_words < 2 || last.gap != NG_GAP_SPACE || /* "Moon Jae-in" */
      (last.flags & (NG_WORD_CAPITAL | NG_WORD_DIGIT)))
    return false;
  return (doc->notes.at[spot->word].flags & NG_WORD_CAPITAL) &&
         (last.class == NG_WORD_BE || ng_is_little_word(last));
}

/* "off Seal Island": a place, which no base has, not the film. */
static bool
is_place_of_work(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_doc *doc = l->doc;
  uint32_t last = spot->word + spot->n_words - 1;
  ng_word_class before = ng_word_class_at(doc, spot->word, -1);
  return spot->n_words > 1 &&
         l->referents.at[l->rows[row].referent].kb.type == NG_WORK &&
         doc->notes.at[last].class == NG_WORD_HEADING &&
         doc->notes.at[spot->word].gap != NG_GAP_QUOTE &&
         (before == NG_WORD_PLACE || before == NG_WORD_TO ||
          before == NG_WORD_OF);
}

/* "Labour Minister" is what the minister is for, not the party's. */
static bool
is_portfolio(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_doc *doc = l->doc;
  uint32_t next = spot->word + spot->n_words;
  if (spot->n_words > 1 || ng_gap_after(doc, spot->word) != NG_GAP_SPACE ||
      l->referents.at[l->rows[row].referent].kb.type != NG_PARTY ||
      !(doc->notes.at[next].flags & NG_WORD_CAPITAL))
    return false;
  return ng_word_listed(doc, next, "minister secretary ministry department");
}

/* "The Chancellor" is who holds an office, and no university that is so called
 * among other things. */
static bool
is_lone_title(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ACRONYM };
  return spot->n_words == 1 &&
         l->doc->notes.at[spot->word].class == NG_WORD_TITLE &&
         l->referents.at[l->rows[row].referent].group == NG_GROUP_BODY &&
         !(l->doc->choices.at[row].kinds & OWN);
}

/* "The Summit" is an event, and no town or computer that is so called, unless
 * the article makes it likely. */
static bool
is_lone_event(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { LIKELY = 500 };
  return spot->n_words == 1 && !(spot->flags & NG_SPOT_LOWER) &&
         ng_is_the_event(l->doc, spot->word) &&
         l->referents.at[l->rows[row].referent].group != NG_GROUP_EVENT &&
         ng_probability(l->rows[row].second) < LIKELY;
}

/* "Rumours spread that" at a sentence's start is no record, "Reports emerged"
 * no journal, unless the article makes it likely. */
static bool
is_lone_tale(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { LIKELY = 500 };
  static const char tales[] =
      "rumours rumors reports claims allegations suggestions speculation fears"
      " hopes doubts concerns questions calls signs tensions attack attacks"
      " injury injuries surprise";
  return spot->n_words == 1 && !(spot->flags & NG_SPOT_LOWER) &&
         (l->doc->notes.at[spot->word].flags & NG_WORD_START) &&
         ng_gap_after(l->doc, spot->word) == NG_GAP_SPACE &&
         ng_str_listed(ng_word_text(l->doc, spot->word), tales) &&
         ng_probability(l->rows[row].second) < LIKELY;
}

/* "The Government" is one, whichever, not what a government is. */
static bool
is_some_body(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { CASED = NG_WORD_START | NG_WORD_HEADLINE | NG_WORD_SHOUTED };
  ng_word_note note = l->doc->notes.at[spot->word];
  return spot->n_words == 1 && (note.flags & NG_WORD_CAPITAL) &&
         !(note.flags & CASED) && note.class == NG_WORD_BODY &&
         ng_name_word_type(l->doc, spot->word) != NG_ENTITY &&
         is_of_small_label(l, row);
}

bool
ng_linker_is_mere_words(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  return is_day(l->doc, spot) || is_mere_start(l->doc, spot) ||
         is_concept_at_start(l, spot, row) || is_i(l->doc, spot) ||
         is_count(l->doc, spot) || is_written_small(l, spot, row) ||
         is_written_large(l, spot, row) || is_common_start(l, spot, row) ||
         is_of_other_letters(l, spot, row) ||
         is_of_another_place(l, spot, row) || is_odd_alias(l, spot, row) ||
         is_small_acronym(l, spot, row) || is_empty_concept(l, spot, row) ||
         ends_small(l->doc, spot) || is_portfolio(l, spot, row) ||
         is_place_of_work(l, spot, row) || is_lone_title(l, spot, row) ||
         is_lone_event(l, spot, row) || is_lone_tale(l, spot, row) ||
         is_some_body(l, spot, row);
}
