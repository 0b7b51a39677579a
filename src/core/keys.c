#include "core/keys.h"

#include <stdlib.h>

/* Two lanes of multiply and fold, as in wyhash (Wang Yi, public domain), with
 * different odd constants. */
static uint64_t
fold(uint64_t x, uint64_t y)
{
  __extension__ typedef unsigned __int128 wide;
  wide product = (wide)x * y;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

ng_key
ng_key_of(ng_str s)
{
  uint64_t a = 0xa0761d6478bd642fU ^ s.len, b = 0xe7037ed1a0b428dbU + s.len;
  for (size_t i = 0; i < s.len; i += sizeof(uint64_t)) {
    uint64_t word = 0;
    size_t left = s.len - i;
    memcpy(&word, s.at + i, left < sizeof word ? left : sizeof word);
    a = fold(a ^ word, 0x8ebc6af09c88c6e3U);
    b = fold(b + word, 0x589965cc75374cc3U) ^ word;
  }
  ng_key key = {fold(a, 0x1d8e4e27c47d124fU), fold(b, 0xeb44accab455d165U)};
  key.a |= !key.a && !key.b;
  return key;
}

static ng_keys_slot *
find(ng_keys_slot *at, size_t cap, ng_key key)
{
  for (size_t i = key.a & (cap - 1);; i = (i + 1) & (cap - 1)) {
    ng_keys_slot *slot = &at[i];
    bool is_free = !slot->key.a && !slot->key.b;
    if (is_free || (slot->key.a == key.a && slot->key.b == key.b))
      return slot;
  }
}

static bool
grow(ng_keys *keys)
{
  size_t cap = keys->cap ? keys->cap * 2 : 64;
  ng_keys_slot *at = calloc(cap, sizeof *at);
  if (!at)
    return false;
  for (size_t i = 0; i < keys->cap; i++)
    if (keys->at[i].key.a || keys->at[i].key.b)
      *find(at, cap, keys->at[i].key) = keys->at[i];
  free(keys->at);
  keys->at = at;
  keys->cap = cap;
  return true;
}

uint64_t *
ng_keys_put(ng_keys *keys, ng_key key, bool *fresh)
{
  if (keys->n * 4 >= keys->cap * 3 && !grow(keys))
    return NULL;
  ng_keys_slot *slot = find(keys->at, keys->cap, key);
  *fresh = !slot->key.a && !slot->key.b;
  slot->key = key;
  keys->n += *fresh;
  return &slot->value;
}

const uint64_t *
ng_keys_find(const ng_keys *keys, ng_key key)
{
  if (!keys->cap)
    return NULL;
  const ng_keys_slot *slot = find(keys->at, keys->cap, key);
  return slot->key.a || slot->key.b ? &slot->value : NULL;
}

void
ng_keys_clear(ng_keys *keys)
{
  if (keys->n)
    memset(keys->at, 0, keys->cap * sizeof *keys->at);
  keys->n = 0;
}

void
ng_keys_release(ng_keys *keys)
{
  free(keys->at);
  *keys = (ng_keys){0};
}
