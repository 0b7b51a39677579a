/* lexicon.c - patterns, and finding them by their trigger's form. */
#include "extract/lexicon/lexicon.h"
#include "core/fail.h"
#include "core/map.h"

#include <stdlib.h>

/* More than any sensible lexicon: a megabyte of patterns takes ten. */
enum { BUDGET = 256 << 20 };

ng_status
ng_lexicon_new(ng_lexicon **out, ng_error *err)
{
  enum { SLOTS = 1 << 16 };
  *out = NULL;
  ng_lexicon *l = calloc(1, sizeof *l);
  if (!l)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  ng_arena_init(&l->arena, BUDGET);
  l->heads = NG_NEW(&l->arena, uint32_t, SLOTS);
  l->mask = SLOTS - 1;
  l->seen = NG_NEW(&l->arena, uint64_t, (1 << NG_SEEN_BITS) / 64);
  l->seen_of_claims = NG_NEW(&l->arena, uint64_t, (1 << NG_CLAIMS_BITS) / 64);
  if (!l->heads || !l->seen || !l->seen_of_claims || !ng_governors_init(l)) {
    ng_lexicon_free(l);
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  }
  *out = l;
  return NG_OK;
}

void
ng_lexicon_free(ng_lexicon *lexicon)
{
  if (!lexicon)
    return;
  ng_arena_release(&lexicon->arena);
  free(lexicon);
}

const ng_trigger *
ng_lexicon_find(const ng_lexicon *lexicon, uint32_t hash)
{
  return ng_lexicon_may_find(lexicon, hash)
             ? ng_lexicon_follow(lexicon, lexicon->heads[hash & lexicon->mask],
                                 hash)
             : NULL;
}

ng_str
ng_lexicon_predicate(const ng_lexicon *lexicon, ng_predicate predicate)
{
  ng_str ours = {0};
  return predicate < NG_N_PREDICATES
             ? ours
             : lexicon->own.at[predicate - NG_N_PREDICATES];
}

ng_str
ng_lexicon_class(const ng_lexicon *lexicon, uint8_t own)
{
  ng_str none = {0};
  return own ? lexicon->own.at[own - 1] : none;
}

uint64_t
ng_lexicon_preposition(const ng_lexicon *lexicon, ng_str word)
{
  for (uint32_t i = 0; i < lexicon->prepositions.n; i++)
    if (ng_str_equal(lexicon->prepositions.at[i], word))
      return (uint64_t)1 << i;
  return 0;
}

uint8_t
ng_lexicon_preposition_of(const ng_lexicon *lexicon, uint32_t hash)
{
  for (uint32_t i = 0; i < lexicon->prepositions.n; i++)
    if (lexicon->preposition_keys[i] == hash)
      return (uint8_t)(i + 1);
  return 0;
}

/* Sixteen at a time. */
bool
ng_wordlist_has(const ng_lexicon *lexicon, ng_wordlist words, uint32_t key)
{
  enum { STEP = 16 };
  const uint32_t *at = lexicon->themes.at + words.at;
  uint32_t i = 0;
  for (; i + STEP <= words.n; i += STEP) {
    uint32_t found = 0;
    for (uint32_t k = 0; k < STEP; k++)
      found |= at[i + k] == key;
    if (found)
      return true;
  }
  for (; i < words.n; i++)
    if (at[i] == key)
      return true;
  return false;
}

ng_status
ng_lexicon_add_file(ng_lexicon *lexicon, const char *path, ng_error *err)
{
  ng_str map;
  NG_TRY(ng_map_open(&map, path, err));
  char *copy = NG_NEW(&lexicon->arena, char, map.len + 1);
  size_t n_name = strlen(path);
  char *name = NG_NEW(&lexicon->arena, char, n_name + 1);
  if (copy && name) {
    if (map.len)
      memcpy(copy, map.at, map.len);
    memcpy(name, path, n_name + 1);
  }
  ng_str text = {copy, map.len};
  ng_map_close(map);
  if (!copy || !name)
    return ng_fail(err, NG_ERR_LIMIT, 0, "%s: larger than any lexicon", path);
  return ng_lexicon_add(lexicon, (ng_str){name, n_name}, ng_str_text(text),
                        err);
}

/* The files of ontology/lexicon, as scripts/embed.sh writes them. */
typedef struct {
  const char *name;
  const unsigned char *at;
  size_t len;
} embedded;

#include "lexicon.inc"

ng_status
ng_lexicon_add_builtin(ng_lexicon *lexicon, ng_error *err)
{
  for (const embedded *f = embedded_files; f->name; f++) {
    ng_str name = {f->name, strlen(f->name)};
    ng_str text = {(const char *)f->at, f->len};
    NG_TRY(ng_lexicon_add(lexicon, name, text, err));
  }
  lexicon->n_builtin = lexicon->patterns.n;
  return NG_OK;
}
