/* keys.h - sets of strings that are only compared: each is 128 bits of hash.
 *
 * A billion strings collide with a chance below 10^-20, so that two with one
 * key are one.  The same in every run.
 */
#ifndef NG_KEYS_H
#define NG_KEYS_H

#include "core/str.h"

#include <stdint.h>

typedef struct {
  uint64_t a, b;
} ng_key;

ng_key ng_key_of(ng_str s);

typedef struct {
  ng_key key; /* all zero: free */
  uint64_t value;
} ng_keys_slot;

/* Keys, and a number for each. */
typedef struct {
  ng_keys_slot *at;
  size_t n, cap; /* cap: a power of two, or 0 */
} ng_keys;

/* Where the value of `key` is, added with value 0 if it was not there, and
 * whether it was added; valid until the next call. NULL without memory. */
uint64_t *ng_keys_put(ng_keys *keys, ng_key key, bool *fresh);

/* Where the value of `key` is; NULL if it is not there. */
const uint64_t *ng_keys_find(const ng_keys *keys, ng_key key);

/* Forget all keys, and keep the memory; or free it. */
void ng_keys_clear(ng_keys *keys);
void ng_keys_release(ng_keys *keys);

#endif /* NG_KEYS_H */
