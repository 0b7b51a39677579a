/* apposed.c - is a title that stands before a name that of who has the name?
 *
 *   The president of Serbia, NAME, left           his
 *   After meeting the president of Serbia, NAME left    another's
 *   the wife of the president of Serbia, NAME,    another's
 *   the would-be president NAME                   nobody's
 */
#include "extract/roles/roles.h"

/* Is word `i` in the sentence of the word behind it, a space between? */
static bool
is_right_before(const ng_role_finder *f, uint32_t i)
{
  const ng_word_note *notes = f->doc->notes.at;
  return i + 1 < f->doc->notes.n &&
         notes[i].sentence == notes[i + 1].sentence &&
         notes[i + 1].gap == NG_GAP_SPACE;
}

/* The first word of the phrase: the title's, or "the" before it. */
static uint32_t
first_word(const ng_role_finder *f, const ng_title *t)
{
  bool the = t->begin > 0 && is_right_before(f, t->begin - 1) &&
             ng_role_class(f, t->begin - 1) == NG_WORD_THE;
  return the ? t->begin - 1 : t->begin;
}

/* Does the phrase that begins at word `first` begin its clause? */
static bool
begins_clause(const ng_role_finder *f, uint32_t first)
{
  return first == 0 || !is_right_before(f, first - 1) ||
         ng_role_class(f, first - 1) == NG_WORD_AND ||
         ng_role_is(f, first - 1,
                    "but while meanwhile however that new as said says");
}

/* "It is led by the president of Serbia, NAME said", "After meeting the
 * president of Serbia, NAME left": the comma ends a clause or what stands
 * before one, and nothing closes the name; where the title begins its clause, a
 * comma is missing. */
static bool
is_closed(const ng_role_finder *f, const ng_title *t, uint32_t behind)
{
  return behind >= f->doc->words.n || !is_right_before(f, behind - 1) ||
         begins_clause(f, first_word(f, t));
}

/* "the wife of the president of Serbia", "adviser to the president". */
static bool
is_of_associate(const ng_role_finder *f, uint32_t first)
{
  static const char associates[] =
      "wife husband widow widower son daughter brother sister father mother "
      "cousin nephew niece uncle aunt grandson granddaughter friend ally rival "
      "opponent critic supporter lawyer attorney adviser advisor aide "
      "assistant "
      "bodyguard driver doctor spokesman spokeswoman spokesperson predecessor "
      "successor colleague deputy secretary interpreter biographer envoy "
      "opponents enemy mistress partner girlfriend boyfriend";
  return first > 1 && is_right_before(f, first - 1) &&
         (ng_role_class(f, first - 1) == NG_WORD_OF ||
          ng_role_is(f, first - 1, "to for")) &&
         is_right_before(f, first - 2) && ng_role_is(f, first - 2, associates);
}

/* "would-be", "self-styled", "fictional", "next": not the holder. */
static bool
is_doubted(const ng_role_finder *f, uint32_t before)
{
  static const char doubts[] = "fictional fictitious alleged supposed putative "
                               "prospective potential possible aspiring "
                               "future next";
  return ng_role_is(f, before, doubts) ||
         (f->doc->notes.at[before].gap == NG_GAP_HYPHEN &&
          ng_role_is(f, before, "be styled proclaimed declared called"));
}

bool
ng_title_is_nobodys(const ng_role_finder *f, const ng_title *t)
{
  uint32_t first = first_word(f, t);
  if (t->begin > 0 && is_right_before(f, t->begin - 1) &&
      is_doubted(f, t->begin - 1))
    return true;
  return first > 0 && is_right_before(f, first - 1) &&
         ng_role_is(f, first - 1, "not never");
}

bool
ng_title_may_be_anothers(const ng_role_finder *f, const ng_title *t,
                         uint32_t name)
{
  if (!ng_role_is_comma(f, name))
    return false;
  while (!ng_role_mention(f, name) && ng_role_is_honorific(f, name))
    name++;
  return is_of_associate(f, first_word(f, t)) ||
         !is_closed(f, t, ng_role_word_behind(f, name));
}
