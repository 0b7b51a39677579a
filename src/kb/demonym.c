/* demonym.c - demonyms of states, regions and creeds. */
#include "kb/demonym.h"
#include "core/str.h"

/* Wikidata item, its demonyms and adjectives; by number. */
static const struct {
  uint32_t qid;
  const char *names;
} table[] = {
#include "kb/demonyms.inc"
};

static bool
add_names(ng_draft *draft, uint32_t entity, const char *names)
{
  for (const char *at = names; *at;) {
    size_t n = strcspn(at, "|");
    ng_draft_name name = {
        .text = {at, n}, .entity = entity, .kinds = NG_NAME_DEMONYM};
    if (!ng_draft_name_add(draft, name))
      return false;
    at += n + (at[n] == '|');
  }
  return true;
}

bool
ng_demonyms_add(ng_draft *draft, uint32_t entity, uint32_t qid)
{
  size_t low = 0, high = sizeof table / sizeof *table;
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (table[mid].qid == qid)
      return add_names(draft, entity, table[mid].names);
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
