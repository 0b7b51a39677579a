/* unknown_extent.c - how far a name that no base knows goes on. */
#include "link/name_words.h"
#include "link/unknown.h"

/* May a name go on over word `i`, which is in the same sentence? */
static bool
goes_on(const ng_name_finder *f, uint32_t i)
{
  const ng_doc *doc = f->l->doc;
  ng_word_note note = ng_finder_note(f, i);
  return i < doc->words.n && !f->taken[i] && (note.flags & NG_WORD_JOINS) &&
         (note.gap == NG_GAP_SPACE || note.gap == NG_GAP_HYPHEN);
}

/* "Ministry" + "of Foreign Affairs"; "Ursula" + "von der Leyen" */
static void
extend(const ng_name_finder *f, ng_found_name *n)
{
  const ng_doc *doc = f->l->doc;
  bool body = false;
  for (uint32_t i = n->from; i < n->to; i++)
    body = body || ng_finder_note(f, i).class == NG_WORD_BODY ||
           ng_word_is(doc, i, "house") || ng_word_is(doc, i, "chamber") ||
           ng_word_is(doc, i, "chambers");
  bool the = ng_is_named_with_the(doc, n->to - 1); /* "the Horn of Africa" */
  /* "Ministry of", not "Shares of" */
  bool sure = body && ng_name_word_type(doc, n->to - 1) != NG_ENTITY;
  for (;;) {
    uint32_t i = n->to;
    while (
        i < doc->words.n && i < n->to + 2 && goes_on(f, i) &&
        (ng_is_particle(doc, i) || (the && ng_word_is(doc, i, "of")) ||
         (body && (ng_finder_note(f, i).class == NG_WORD_OF ||
                   (i > n->to && ng_finder_note(f, i).class == NG_WORD_THE))) ||
         (sure && (ng_word_is(doc, i, "on") || ng_word_is(doc, i, "for")))))
      i++;
    if (i == n->to || i >= doc->words.n || !goes_on(f, i) ||
        !(ng_finder_note(f, i).flags & NG_WORD_CAPITAL) ||
        ng_finder_note(f, i).class == NG_WORD_DAY ||
        !(sure || ng_is_name_word(f, i)))
      return;
    while (i < doc->words.n && goes_on(f, i) &&
           (ng_finder_note(f, i).flags & NG_WORD_CAPITAL) &&
           !(the && ng_finder_note(f, i).class == NG_WORD_TITLE))
      i++;
    n->to = i;
  }
}

/* "COVID" + "19" */
static void
extend_number(const ng_name_finder *f, ng_found_name *n)
{
  uint32_t i = n->to;
  if (i < f->l->doc->words.n && !f->taken[i] &&
      ng_finder_note(f, i).gap == NG_GAP_HYPHEN &&
      (ng_finder_note(f, i).flags & NG_WORD_DIGIT) &&
      (ng_finder_note(f, i - 1).flags & NG_WORD_UPPER))
    n->to++;
}

/* "Sidi M" + "hamed": one word to its readers. */
static void
extend_word(const ng_name_finder *f, ng_found_name *n)
{
  enum { SHORT = 2 };
  const ng_doc *doc = f->l->doc;
  uint32_t i = n->to;
  if (i < doc->words.n && !f->taken[i] &&
      ng_finder_note(f, i).gap == NG_GAP_APOSTROPHE &&
      ng_finder_note(f, i).class != NG_WORD_GENITIVE &&
      !(ng_finder_note(f, i).flags & NG_WORD_CAPITAL) &&
      doc->words.at[i].end - doc->words.at[i].begin > 1 &&
      doc->words.at[i - 1].end - doc->words.at[i - 1].begin <= SHORT)
    n->to++;
}

/* "Choo Kyu" + "ho", "Kyu" + "ho" */
static void
extend_given(const ng_name_finder *f, ng_found_name *n)
{
  enum { SHORT = 6 };
  const ng_doc *doc = f->l->doc;
  uint32_t i = n->to;
  bool full = i - n->from == 2 && ng_finder_note(f, i - 1).gap == NG_GAP_SPACE;
  if (i < doc->words.n && !f->taken[i] &&
      ng_finder_note(f, i).gap == NG_GAP_HYPHEN &&
      (full || (i - n->from == 1 && ng_is_given_half(doc, i - 1))) &&
      doc->words.at[i - 1].end - doc->words.at[i - 1].begin <= SHORT &&
      ng_gap_after(doc, i) != NG_GAP_HYPHEN && ng_is_given_half(doc, i))
    n->to++;
}

/* "Intelligence" + "ministry" */
static void
extend_ministry(const ng_name_finder *f, ng_found_name *n)
{
  uint32_t i = n->to;
  if (i < f->l->doc->words.n && !f->taken[i] &&
      ng_finder_note(f, i).gap == NG_GAP_SPACE &&
      ng_finder_note(f, i).sentence == ng_finder_note(f, n->from).sentence &&
      !(ng_finder_note(f, n->from).flags & NG_WORD_START) &&
      ng_finder_note(f, i - 1).class == NG_WORD_CAPITALISED &&
      (ng_word_is(f->l->doc, i, "ministry") ||
       ng_word_is(f->l->doc, i, "department")))
    n->to++;
}

/* "Workers" + "' Union", "Leaders" + "' Summit" */
static void
extend_owner(const ng_name_finder *f, ng_found_name *n)
{
  const ng_doc *doc = f->l->doc;
  uint32_t i = n->to;
  if (i >= doc->words.n || f->taken[i] ||
      ng_finder_note(f, i).sentence != ng_finder_note(f, i - 1).sentence ||
      !ng_is_behind_owners(doc, i) || ng_name_word_type(doc, i) == NG_ENTITY ||
      !(ng_finder_note(f, i).flags & NG_WORD_CAPITAL))
    return;
  n->to++;
}

/* "Public and" + "Commercial Services Union": what is no name by itself before
 * "and". */
static void
extend_and(const ng_name_finder *f, ng_found_name *n)
{
  const ng_doc *doc = f->l->doc;
  uint32_t i = n->from;
  if (i < 3 || n->to - i < 2 || n->titled || f->taken[i - 2] ||
      ng_name_word_type(doc, n->to - 1) == NG_ENTITY ||
      ng_name_word_type(doc, i - 2) != NG_ENTITY ||
      ng_finder_note(f, i).gap != NG_GAP_SPACE ||
      ng_finder_note(f, i - 1).class != NG_WORD_AND ||
      ng_finder_note(f, i - 1).gap != NG_GAP_SPACE ||
      ng_finder_note(f, i - 2).gap != NG_GAP_SPACE ||
      !(ng_finder_note(f, i - 2).flags & NG_WORD_CAPITAL) ||
      ng_finder_note(f, i - 3).class != NG_WORD_THE ||
      !ng_is_common_word(f->l, i - 2))
    return;
  n->from -= 2;
}

/* "Said bin" + "Taimur", whose first word looks like another. */
static void
extend_father(const ng_name_finder *f, ng_found_name *n)
{
  uint32_t i = n->from;
  if (i < 2 || f->taken[i - 1] || f->taken[i - 2] ||
      !ng_is_father_behind(f->l->doc, i - 1))
    return;
  n->from -= 2;
  n->titled = true;
}

/* "Acme Widgets" + ", Inc" */
static void
extend_form(const ng_name_finder *f, ng_found_name *n)
{
  uint32_t i = n->to;
  if (i < f->l->doc->words.n && !f->taken[i] && !n->titled &&
      ng_is_form_behind_comma(f->l->doc, i))
    n->to++;
}

/* "Duchess of" + "Ruritania" */
static void
extend_rank(const ng_name_finder *f, ng_found_name *n)
{
  uint32_t i = n->from;
  if (i < 2 || !ng_is_rank_of(f->l->doc, i) || f->taken[i - 1] ||
      f->taken[i - 2])
    return;
  n->from -= 2;
  n->titled = true;
}

bool
ng_extend_office(const ng_name_finder *f, ng_found_name *n)
{
  uint32_t i = n->to;
  if (ng_finder_note(f, i - 1).class != NG_WORD_TITLE ||
      i + 1 >= f->l->doc->words.n ||
      ng_finder_note(f, i).class != NG_WORD_GENITIVE || f->taken[i] ||
      f->taken[i + 1] || !ng_is_body_word(f, i + 1) ||
      ng_finder_note(f, i + 1).gap != NG_GAP_SPACE ||
      ng_finder_note(f, i + 1).sentence != ng_finder_note(f, n->from).sentence)
    return false;
  n->to += 2;
  return true;
}

void
ng_extend_name(const ng_name_finder *f, ng_found_name *n)
{
  extend_word(f, n);
  extend_given(f, n);
  extend_number(f, n);
  extend_owner(f, n);
  extend(f, n);
  extend_ministry(f, n);
  extend_and(f, n);
  extend_rank(f, n);
  extend_form(f, n);
  extend_father(f, n);
}
