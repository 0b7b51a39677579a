/* keys.c - what is read of all words before patterns are tried: which words are
 * in a sentence at all, as mostly the other words of a pattern are not, and
 * which prepositions; and what is remembered while they are.
 */
#include "extract/events/starts.h"

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

/* Fetch the patterns that a unit may be the trigger of: not those that ask for
 * a theme, which mostly is not there. */
static void
ask_patterns(const ng_matcher *m, uint32_t unit, const ng_trigger *t)
{
  unsigned kinds = ng_trigger_kinds(ng_unit_at(&m->syntax, unit));
  for (; t; t = ng_lexicon_next(m->lexicon, t))
    if (!t->themes && ng_may_trigger(m, kinds, t, unit)) {
      const ng_pattern *p = &m->lexicon->patterns.at[t->pattern];
      __builtin_prefetch(p);
      __builtin_prefetch(&p->particle.len);
    }
}

/* Look all units up in the lexicon, step by step: what each step looks at is
 * fetched while the one before goes on. */
static void
find_starts(const ng_matcher *m, ng_starts *starts)
{
  const ng_lexicon *l = m->lexicon;
  ng_start *at = starts->at;
  uint32_t n = 0;
  for (uint32_t i = 0; i < m->doc->units.n; i++) {
    uint32_t key = ng_trigger_key(m, i);
    at[n] = (ng_start){i, key};
    n += ng_lexicon_may_find(l, key);
  }
  for (uint32_t i = 0; i < n; i++)
    ng_lexicon_ask(l, at[i].trigger);
  for (uint32_t i = 0; i < n; i++)
    ng_lexicon_fetch(l, at[i].trigger);
  for (uint32_t i = 0; i < n; i++) {
    const ng_trigger *t = ng_lexicon_find(l, at[i].trigger);
    if (!t)
      continue;
    at[starts->n++] = (ng_start){at[i].unit, (uint32_t)(t - l->triggers.at)};
    ask_patterns(m, at[i].unit, t);
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
    ng_starts *starts = NG_NEW(&doc->arena, ng_starts, 1);
    if (!kept->preposition || !keys || !starts)
      return false;
    starts->at =
        ng_arena_room(&doc->arena, doc->units.n + 1, sizeof *starts->at);
    if (!starts->at)
      return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
      read_sentence(m, &keys[i], kept->preposition, &doc->sentences.at[i]);
    m->keys = keys;
    find_starts(m, starts);
    kept->keys = keys;
    kept->starts = starts;
  }
  m->preposition = kept->preposition;
  m->keys = kept->keys;
  m->starts = kept->starts;
  return true;
}

bool
ng_matcher_read(ng_matcher *m)
{
  ng_arena *arena = &m->doc->arena;
  if (!ng_syntax_init(&m->syntax, m->doc) || !read_words(m))
    return false;
  m->looked_up = NG_NEW(arena, uint8_t, m->doc->units.n + 1);
  m->subjects = NG_NEW(arena, ng_asked, 1);
  m->objects = NG_NEW(arena, ng_asked, 1);
  m->themes = NG_NEW(arena, ng_themes, 2);
  if (!m->looked_up || !m->subjects || !m->objects || !m->themes)
    return false;
  m->subjects->verb = m->objects->verb = NG_NONE;
  m->themes[0].unit = m->themes[1].unit = NG_NONE;
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
