/* keys.c - which words are in a sentence at all: mostly the other words of a
 * pattern are not, and nothing need be looked for in the parse. */
#include "extract/events/events.h"

uint32_t
ng_hyphenated_key(const ng_matcher *m, uint32_t unit)
{
  ng_str text = ng_unit_text(&m->syntax, unit);
  size_t i = text.len;
  while (i > 0 && text.at[i - 1] != '-')
    i--;
  return ng_form_key(ng_str_slice(text, i, text.len));
}

bool
ng_keys_read(ng_matcher *m)
{
  const ng_doc *doc = m->doc;
  m->keys = NG_NEW(&m->doc->arena, ng_keyset, doc->sentences.n + 1);
  if (!m->keys)
    return false;
  for (uint32_t i = 0; i < doc->units.n; i++) {
    const ng_unit *u = &doc->units.at[i];
    m->keys[u->sentence].bits[u->key / 64 % 4] |= (uint64_t)1 << u->key % 64;
  }
  return true;
}

bool
ng_any_key_near(const ng_matcher *m, uint32_t unit, ng_wordlist words)
{
  const ng_doc *doc = m->doc;
  const ng_sentence *s = &doc->sentences.at[doc->units.at[unit].sentence];
  const uint32_t *keys = m->lexicon->themes.at + words.at;
  uint32_t money = ng_form_key(NG_LIT("$"));
  for (uint32_t i = 0; i < words.n; i++) {
    if (keys[i] == money)
      return true;
    if (!ng_key_near(m, unit, keys[i]))
      continue;
    for (uint32_t u = s->unit; u < s->unit_end; u++)
      if (doc->units.at[u].key == keys[i])
        return true;
  }
  return false;
}
