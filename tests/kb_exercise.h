/* kb_exercise.h - every look-up of a knowledge base, for bases that may be
 * damaged.  Nothing is expected of the answers but that they can be read. */
#ifndef TEST_KB_EXERCISE_H
#define TEST_KB_EXERCISE_H

#include "kb/kb.h"

#include <stdlib.h>
#include <string.h>

/* Sums bytes, so that a sanitizer sees each of them read. */
static unsigned
touch(ng_str s)
{
  unsigned sum = 0;
  for (size_t i = 0; i < s.len; i++)
    sum += (unsigned char)s.at[i];
  return sum;
}

static unsigned
exercise_entity(const ng_kb *kb, uint32_t index)
{
  ng_entity e = ng_kb_entity(kb, index);
  char room[NG_IRI_ROOM];
  unsigned sum =
      touch(e.label) + touch(e.words) + touch(ng_entity_iri(&e, room));
  ng_entity_name name;
  for (uint32_t i = 0; i < 20 && ng_kb_name(kb, index, i, &name); i++) {
    ng_date from, until;
    ng_kb_validity(kb, name.validity, &from, &until);
    sum += touch(name.text) + from + until;
  }
  ng_kb_relation r[8];
  ng_holding h[8];
  sum += (unsigned)ng_kb_relations(kb, index, r, 8);
  for (unsigned by = NG_BY_PERSON; by <= NG_BY_JURISDICTION; by++)
    sum += (unsigned)ng_kb_holdings(kb, (ng_holding_key)by, index, h, 8);
  ng_bases bases = {{kb}, 1};
  ng_ref ref = {index, 0};
  size_t n;
  sum += ng_bases_holder(&bases, ref, 20200712, &n).index;
  sum += ng_bases_related(&bases, ref, NG_REL_CAPITAL, false).index;
  sum += ng_bases_by_qid(&bases, e.qid).index;
  sum += ng_bases_by_iri(&bases, e.iri).index;
  return sum;
}

static unsigned
exercise_list(const ng_candidate *c, size_t n)
{
  unsigned sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += c[i].entity + c[i].prior + c[i].kinds + c[i].validity;
  return sum;
}

/* Spot names in a text that has those of the test bases, and some more. */
static unsigned
exercise_names(const ng_kb *kb)
{
  static const char text[] =
      "President of Serbia Aleksandar Vucic met the US in Belgrade. Republic "
      "of Serbia, Tomislav Nikolic, Thirteen Colonies, a, of, the, Serbs";
  ng_arena arena;
  ng_arena_init(&arena, 1 << 20);
  char *padded = ng_arena_alloc(&arena, 1, sizeof text + NG_WORD_PAD);
  ng_words words = {0};
  ng_hits hits = {0};
  unsigned sum = 0;
  if (!padded)
    abort();
  memcpy(padded, text, sizeof text - 1);
  ng_str padded_text = {padded, sizeof text - 1};
  if (!ng_words_find(&arena, padded_text, (ng_span){0, sizeof text - 1},
                     &words))
    abort();
  if (!ng_kb_spot(kb, 0, &words, NULL, 0, &arena, &hits))
    abort();
  for (uint32_t i = 0; i < hits.n; i++) {
    ng_hit hit = hits.at[i];
    size_t n;
    if (hit.word + hit.n > words.n || hit.n < 1 || hit.n > NG_NAME_WORDS)
      abort();
    const ng_candidate *c = ng_kb_list(kb, hit.list, &n);
    sum += exercise_list(c, n);
  }
  for (uint32_t i = 0; i < words.n; i++) {
    size_t n;
    const ng_candidate *c = ng_kb_candidates(kb, words.at[i].hash, &n);
    sum += exercise_list(c, n);
  }
  ng_arena_release(&arena);
  return sum;
}

static unsigned
exercise(const ng_kb *kb)
{
  unsigned sum = exercise_names(kb);
  ng_str key, value;
  for (uint32_t i = 0; i < 100 && ng_kb_info(kb, i, &key, &value); i++)
    sum += touch(key) + touch(value);
  uint32_t n = ng_kb_n_entities(kb);
  for (uint32_t i = 0; i < n && i < 50; i++)
    sum += exercise_entity(kb, i);
  return sum + exercise_entity(kb, n) + exercise_entity(kb, UINT32_MAX);
}

#endif /* TEST_KB_EXERCISE_H */
