/* title.c - what the words of an office's title say. */
#include "core/str.h"
#include "extract/refer/refer.h"

/* Is `word` among the words of the title? */
bool
ng_title_has(ng_str title, ng_str word)
{
  for (size_t i = 0, end; i < title.len; i = end + 1) {
    for (end = i; end < title.len && title.at[end] != ' ';)
      end++;
    if (end - i != word.len)
      continue;
    size_t k = 0;
    while (k < word.len && (title.at[i + k] | 0x20) == (word.at[k] | 0x20))
      k++;
    if (k == word.len)
      return true;
  }
  return false;
}

bool
ng_title_is_below(ng_str title)
{
  return ng_title_has(title, NG_LIT("deputy")) ||
         ng_title_has(title, NG_LIT("vice")) ||
         ng_title_has(title, NG_LIT("assistant")) ||
         ng_title_has(title, NG_LIT("shadow"));
}

/* "The Serbian leader": who governs. */
bool
ng_title_leads(ng_str title)
{
  return !ng_title_is_below(title) &&
         (ng_title_has(title, NG_LIT("president")) ||
          ng_title_has(title, NG_LIT("chancellor")) ||
          ng_title_has(title, NG_LIT("premier")) ||
          ng_title_has(title, NG_LIT("king")) ||
          ng_title_has(title, NG_LIT("leader")) ||
          (ng_title_has(title, NG_LIT("prime")) &&
           ng_title_has(title, NG_LIT("minister"))));
}
