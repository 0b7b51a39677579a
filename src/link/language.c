/* language.c - "said in Spanish", "Arabic-speaking": the language, not the
 * state whose people are called so. */
#include "link/linker.h"

/* The reading of the word at `i`, alone, as a language, or NG_NONE. */
static uint32_t
language_at(const ng_linker *l, uint32_t i)
{
  const ng_doc *doc = l->doc;
  if (i >= doc->words.n || l->alone[i] == NG_NONE)
    return NG_NONE;
  const ng_spot *spot = &doc->spots.at[l->alone[i]];
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (doc->choices.at[k].type == NG_LANGUAGE &&
        (doc->choices.at[k].kinds & NG_NAME_LABEL))
      return k;
  return NG_NONE;
}

/* "in", "speaks" before it, or before another language and "and". */
static bool
is_spoken(const ng_linker *l, uint32_t i)
{
  const ng_doc *doc = l->doc;
  while (i >= 2 && doc->notes.at[i - 1].class == NG_WORD_AND &&
         language_at(l, i - 2) != NG_NONE)
    i -= 2;
  return i >= 1 && doc->notes.at[i].gap == NG_GAP_SPACE &&
         doc->notes.at[i].sentence == doc->notes.at[i - 1].sentence &&
         ng_word_listed(doc, i - 1,
                        "in into speak speaks spoke spoken speaking learned "
                        "learn fluent");
}

/* Nothing that the word tells more of comes behind it: "in French elections" is
 * not of the language. */
static bool
stands_alone(const ng_linker *l, uint32_t i)
{
  const ng_doc *doc = l->doc;
  uint32_t next = i + 1;
  if (ng_gap_after(doc, i) != NG_GAP_SPACE)
    return ng_gap_after(doc, i) != NG_GAP_HYPHEN;
  switch (doc->notes.at[next].class) {
  case NG_WORD_AND:
    return language_at(l, next + 1) == NG_NONE || stands_alone(l, next + 1);
  case NG_WORD_PLACE:
  case NG_WORD_TO:
  case NG_WORD_THE:
  case NG_WORD_DETERMINER:
  case NG_WORD_POSSESSIVE:
  case NG_WORD_WITH:
  case NG_WORD_PRONOUN:
  case NG_WORD_DAY:
    return true;
  default:
    return ng_word_listed(doc, next,
                          "that when as while so rather only language");
  }
}

/* "Arabic-speaking", "Spanish-language", "a Russian speaker". */
static bool
has_speakers(const ng_doc *doc, uint32_t i)
{
  ng_gap gap = ng_gap_after(doc, i);
  return (gap == NG_GAP_HYPHEN || gap == NG_GAP_SPACE) &&
         ng_word_listed(doc, i + 1, "speaking language speaker speakers");
}

/* The likeliest reading of the spot as a state by the name of its people, or
 * NG_NONE. */
static uint32_t
state_of(const ng_linker *l, const ng_spot *spot)
{
  uint32_t best = NG_NONE;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if ((l->doc->choices.at[k].kinds & NG_NAME_DEMONYM) &&
        (best == NG_NONE || l->rows[k].second > l->rows[best].second))
      best = k;
  return best;
}

uint32_t
ng_linker_language(const ng_linker *l, const ng_spot *spot, uint32_t best)
{
  const ng_choice *c = &l->doc->choices.at[best];
  if (spot->n_words != 1 ||
      (c->type != NG_LANGUAGE && !(c->kinds & NG_NAME_DEMONYM)))
    return best; /* neither the language nor the state */
  uint32_t language = language_at(l, spot->word), state = state_of(l, spot);
  if (language == NG_NONE || state == NG_NONE ||
      (best != language && best != state))
    return best;
  return has_speakers(l->doc, spot->word) ||
                 (is_spoken(l, spot->word) && stands_alone(l, spot->word))
             ? language
             : state;
}
