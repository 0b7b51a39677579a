/* keys.c - what is read of all words before patterns are tried: which words are
 * in a sentence at all, as mostly the other words of a pattern are not, and
 * which prepositions; and what is remembered while they are.
 */
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

/* The words of one sentence. */
static void
read_sentence(const ng_matcher *m, ng_keyset *set, uint8_t *preposition,
              const ng_sentence *s)
{
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    const ng_unit *u = &m->doc->units.at[i];
    set->bits[u->key / 64 % 4] |= (uint64_t)1 << u->key % 64;
    if (u->label == NG_REL_CASE || u->label == NG_REL_MARK)
      preposition[i] = ng_lexicon_preposition_of(m->lexicon, u->key);
  }
}

/* Once an article: the stage of claims takes what that of events read. */
static bool
read_words(ng_matcher *m)
{
  ng_doc *doc = m->doc;
  ng_syntax *kept = doc->syntax;
  if (!kept->keys) {
    kept->preposition = NG_NEW(&doc->arena, uint8_t, doc->units.n + 1);
    ng_keyset *keys = NG_NEW(&doc->arena, ng_keyset, doc->sentences.n + 1);
    if (!kept->preposition || !keys)
      return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
      read_sentence(m, &keys[i], kept->preposition, &doc->sentences.at[i]);
    kept->keys = keys;
  }
  m->preposition = kept->preposition;
  m->keys = kept->keys;
  return true;
}

bool
ng_matcher_read(ng_matcher *m)
{
  ng_arena *arena = &m->doc->arena;
  if (!ng_syntax_init(&m->syntax, m->doc) || !read_words(m))
    return false;
  m->looked_up = NG_NEW(arena, uint8_t, m->doc->units.n + 1);
  m->sport = NG_NEW(arena, uint8_t, 1);
  m->subjects = NG_NEW(arena, ng_asked, 1);
  m->objects = NG_NEW(arena, ng_asked, 1);
  m->themes = NG_NEW(arena, ng_themes, 1);
  if (!m->looked_up || !m->sport || !m->subjects || !m->objects || !m->themes)
    return false;
  m->subjects->verb = m->objects->verb = m->themes->verb = NG_NONE;
  return true;
}

bool
ng_triggers_fetch(ng_matcher *m)
{
  uint32_t n = m->doc->units.n;
  m->fetched = NG_NEW(&m->doc->arena, uint32_t, n + 1);
  if (!m->fetched)
    return false;
  for (uint32_t i = 0; i < n; i++)
    m->fetched[i] = ng_lexicon_may_find(m->lexicon, ng_trigger_key(m, i));
  for (uint32_t i = 0; i < n; i++)
    if (m->fetched[i])
      ng_lexicon_ask(m->lexicon, ng_trigger_key(m, i));
  for (uint32_t i = 0; i < n; i++)
    if (m->fetched[i])
      m->fetched[i] = ng_lexicon_fetch(m->lexicon, ng_trigger_key(m, i));
  return true;
}

/* --- remembered ----------------------------------------------------------- */

typedef void finder(const ng_syntax *s, uint32_t verb, ng_units *out);

/* What a list has already may stop a walk, so that it is then done anew. */
static void
ask(const ng_syntax *s, ng_asked *asked, finder *find, uint32_t verb,
    ng_units *out)
{
  if (out->n) {
    find(s, verb, out);
    return;
  }
  if (asked->verb != verb) {
    asked->verb = verb;
    ng_units_clear(&asked->found);
    find(s, verb, &asked->found);
  }
  out->n = asked->found.n;
  memcpy(out->at, asked->found.at, out->n * sizeof *out->at);
}

void
ng_asked_subjects(const ng_matcher *m, uint32_t verb, ng_units *out)
{
  ask(&m->syntax, m->subjects, ng_deep_subjects, verb, out);
}

void
ng_asked_objects(const ng_matcher *m, uint32_t verb, ng_units *out)
{
  ask(&m->syntax, m->objects, ng_deep_objects, verb, out);
}
