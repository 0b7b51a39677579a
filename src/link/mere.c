/* mere.c - words that are spelled like names, and are none where they stand. */
#include "link/linker.h"

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

/* "It is" at a sentence's start is no town in Zimbabwe, "A plan" no insurer. */
static bool
is_mere_start(const ng_doc *doc, const ng_spot *spot)
{
  ng_word_note first = doc->notes.at[spot->word];
  if (spot->n_words != 2 || !(first.flags & NG_WORD_START) ||
      (doc->notes.at[spot->word + 1].flags & NG_WORD_CAPITAL))
    return false;
  return ng_word_is(doc, spot->word, "a") ||
         ng_word_is(doc, spot->word, "an") || first.class == NG_WORD_PRONOUN ||
         first.class == NG_WORD_PLACE || first.class == NG_WORD_TO ||
         first.class == NG_WORD_WITH || first.class == NG_WORD_BE;
}

bool
ng_linker_is_mere_words(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  return is_day(l->doc, spot) || is_mere_start(l->doc, spot) ||
         is_written_small(l, spot, row) || is_written_large(l, spot, row);
}
