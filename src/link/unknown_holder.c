/* unknown_holder.c - the body whose head is named: "Acme Widgets CEO NAME",
 * "the Free Rivers Foundation President, NAME".  What stands before the title
 * in the run of capitals is the body's name.
 */
#include "link/name_words.h"
#include "link/unknown.h"

/* Who has such a title heads a company or an association; states have none. */
static bool
is_of_body(const ng_doc *doc, uint32_t i)
{
  return ng_word_listed(doc, i,
                        "ceo cfo coo cto chairman chairwoman chairperson "
                        "founder cofounder co-founder");
}

/* Of others, only what a body's word ends: "Foundation President". */
static bool
is_of_named_body(const ng_doc *doc, uint32_t i)
{
  return ng_word_listed(doc, i,
                        "president director chair secretary treasurer "
                        "spokesman spokeswoman spokesperson manager leader "
                        "commissioner chief head");
}

/* "Executive Vice" of "Executive Vice President": of the title, too. */
static bool
is_before_title(const ng_doc *doc, uint32_t i)
{
  return ng_word_listed(doc, i,
                        "chief executive deputy vice managing acting interim "
                        "general former senior assistant associate co group "
                        "board outgoing incoming new then ex founding and");
}

/* The title's last word in [from, to), or `to`. */
static uint32_t
find_title(const ng_name_finder *f, uint32_t from, uint32_t to)
{
  const ng_doc *doc = f->l->doc;
  for (uint32_t i = from; i < to; i++)
    if (is_of_body(doc, i) || is_of_named_body(doc, i))
      return i;
  return to;
}

/* "Ways and Means Committee": the name begins before the "and". */
static bool
is_second_half(const ng_name_finder *f, uint32_t i)
{
  return i > 1 && ng_finder_note(f, i).gap == NG_GAP_SPACE &&
         ng_finder_note(f, i - 1).class == NG_WORD_AND &&
         ng_finder_note(f, i - 1).gap == NG_GAP_SPACE &&
         (ng_finder_note(f, i - 2).flags & NG_WORD_CAPITAL) && !f->taken[i - 2];
}

bool
ng_found_headed(const ng_name_finder *f, uint32_t from, uint32_t to,
                ng_found_name *body)
{
  const ng_doc *doc = f->l->doc;
  uint32_t title = find_title(f, from, to), end = title;
  if (title == to || title == from ||
      ng_finder_note(f, title).gap != NG_GAP_SPACE)
    return false;
  while (end > from && is_before_title(doc, end - 1))
    end--;
  while (from < end && (is_before_title(doc, from) || f->taken[from]))
    from++;
  for (uint32_t i = from; i < end; i++)
    if (f->taken[i] || ng_ends_title(doc, i) ||
        (i > from && ng_finder_note(f, i).gap != NG_GAP_SPACE &&
         ng_finder_note(f, i).gap != NG_GAP_HYPHEN))
      return false;
  bool ends = from < end && ng_name_word_type(doc, end - 1) != NG_ENTITY;
  if (from >= end || is_second_half(f, from) ||
      (!ends && !is_of_body(doc, title)) ||
      (end - from == 1 && (ends || ng_is_common_word(f->l, from))))
    return false;
  *body = (ng_found_name){.from = from, .to = end, .heads = true};
  return true;
}
