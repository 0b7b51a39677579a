/* demonym.c - demonyms of states, regions and creeds; and common names. */
#include "kb/demonym.h"
#include "core/str.h"

/* Wikidata item, its demonyms and adjectives; by number. */
static const struct {
  uint32_t qid;
  const char *names;
} table[] = {
#include "kb/demonyms.inc"
};

/* What news calls them, and tables of aliases forget; by number. */
static const struct {
  uint32_t qid;
  const char *names;
} common[] = {
    {145, "Britain"},     /* United Kingdom */
    {40469, "AP"},        /* Associated Press */
    {160381, "the West"}, /* Western world */
};

static bool
add_names(ng_draft *draft, uint32_t entity, const char *names, uint16_t kinds)
{
  for (const char *at = names; *at;) {
    size_t n = strcspn(at, "|");
    ng_draft_name name = {.text = {at, n}, .entity = entity, .kinds = kinds};
    if (!ng_draft_name_add(draft, name))
      return false;
    at += n + (at[n] == '|');
  }
  return true;
}

bool
ng_demonyms_add(ng_draft *draft, uint32_t entity, uint32_t qid)
{
  for (size_t i = 0; i < sizeof common / sizeof *common; i++)
    if (common[i].qid == qid &&
        !add_names(draft, entity, common[i].names, NG_NAME_ALIAS))
      return false;
  size_t low = 0, high = sizeof table / sizeof *table;
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (table[mid].qid == qid)
      return add_names(draft, entity, table[mid].names, NG_NAME_DEMONYM);
    if (table[mid].qid < qid)
      low = mid + 1;
    else
      high = mid;
  }
  return true;
}

bool
ng_is_demonym(ng_str name)
{
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    for (const char *at = table[i].names; *at;) {
      size_t n = strcspn(at, "|");
      if (n == name.len && memcmp(at, name.at, n) == 0)
        return true;
      at += n + (at[n] == '|');
    }
  return false;
}
