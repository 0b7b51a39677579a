/* quoted.c - titles between quotation marks, which no base knows: what is
 * linked by a part of them would be another thing. */
#include "link/linker.h"
#include "link/name_words.h"

/* More words are no title. */
enum { LONGEST = 10 };

/* May the word stand in a title: with a capital, a number, or a little word? */
static bool
is_of_title(ng_word_note note)
{
  return (note.flags & (NG_WORD_CAPITAL | NG_WORD_DIGIT)) ||
         note.class == NG_WORD_GENITIVE || ng_is_little_word(note);
}

/* Its first word behind an opening mark, `i` being within; NG_NONE: there is
 * none, or what is between is no title. */
static uint32_t
title_begin(const ng_doc *doc, uint32_t i)
{
  for (uint32_t from = i; from + LONGEST > i; from--) {
    ng_word_note note = doc->notes.at[from];
    if (!(note.flags & NG_WORD_QUOTED) || !is_of_title(note))
      return NG_NONE;
    if (note.gap == NG_GAP_QUOTE)
      return from;
    if (!(note.flags & NG_WORD_JOINS) || from == 0)
      return NG_NONE;
  }
  return NG_NONE;
}

/* The same of the word behind its last. */
static uint32_t
title_end(const ng_doc *doc, uint32_t i)
{
  for (uint32_t last = i; last < i + LONGEST && last < doc->notes.n; last++) {
    if (!is_of_title(doc->notes.at[last]))
      return NG_NONE;
    if (ng_gap_after(doc, last) == NG_GAP_QUOTE)
      return last + 1;
    if (last + 1 == doc->notes.n ||
        !(doc->notes.at[last + 1].flags & NG_WORD_JOINS))
      return NG_NONE;
  }
  return NG_NONE;
}

bool
ng_linker_is_within_title(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t from = title_begin(doc, spot->word);
  if (from == NG_NONE)
    return false; /* most are not quoted */
  uint32_t to = title_end(doc, spot->word + spot->n_words - 1);
  return to != NG_NONE && to - from > spot->n_words;
}

bool
ng_is_quoted_event(const ng_doc *doc, uint32_t i, uint32_t *from, uint32_t *to)
{
  *from = title_begin(doc, i);
  if (*from == NG_NONE)
    return false;
  *to = title_end(doc, i);
  return *to != NG_NONE && *to - *from > 1 &&
         ng_name_word_type(doc, *to - 1) == NG_EVENT;
}

void
ng_linker_take_titles(const ng_linker *l, const ng_verdict *verdicts,
                      uint8_t *taken)
{
  const ng_doc *doc = l->doc;
  uint32_t from, to;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    const ng_spot *spot = &doc->spots.at[i];
    if (verdicts[i].row == NG_NONE && ng_linker_is_within_title(l, spot) &&
        !ng_is_quoted_event(doc, spot->word, &from, &to))
      memset(taken + spot->word, 1, spot->n_words);
  }
}
