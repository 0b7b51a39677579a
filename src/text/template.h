/* template.h - features as data: which facts are looked at together.
 *
 * A state is first turned into atoms, one 64-bit hash a fact ("the word on top
 * of the stack"), each with the salt of its own slot.  A template is up to four
 * slots; the exclusive or of their atoms, cut to its first bits, is the row of
 * a table of weights (the "hash kernel": Bohnet, COLING 2010).  As slots have
 * salts, templates need none: {top, next} of (a, b) differs from (b, a).
 */
#ifndef NG_TEMPLATE_H
#define NG_TEMPLATE_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint8_t slot[4]; /* 0, the empty slot, fills up: its atom is 0 */
} ng_template;

/* `value` in `slot`, mixed so that every bit of it reaches the first ones. The
 * constants are those of splitmix64 (Steele, Lea, Flood, OOPSLA 2014). */
static inline uint64_t
ng_atom(unsigned slot, uint64_t value)
{
  uint64_t h = (value + slot * 0x9E3779B97F4A7C15U) * 0xBF58476D1CE4E5B9U;
  h ^= h >> 32;
  return h * 0x94D049BB133111EBU;
}

static inline void
ng_atom_set(uint64_t *atoms, unsigned slot, uint64_t value)
{
  atoms[slot] = ng_atom(slot, value);
}

typedef struct {
  const ng_template *at;
  uint32_t n;
} ng_templates;

/* A table of 2^bits rows of `size` bytes, each of which is asked for from
 * memory as soon as it is known: they are far apart, most on their way from the
 * third cache, and so more are at once than the processor sees by itself.  size
 * 0: none is asked for. */
typedef struct {
  const void *at;
  size_t size;
  unsigned bits;
} ng_table;

/* What a template puts together.  GCC, to which slots are constants, leaves out
 * the empty ones; others do not ask. */
static inline __attribute__((always_inline)) uint64_t
ng_template_hash(const uint8_t *s, const uint64_t *atoms)
{
#if defined __OPTIMIZE__ && defined __GNUC__ && !defined __clang__
  uint64_t h = atoms[s[0]];
  h = s[1] ? h ^ atoms[s[1]] : h;
  h = s[2] ? h ^ atoms[s[2]] : h;
  return s[3] ? h ^ atoms[s[3]] : h;
#else
  return atoms[s[0]] ^ atoms[s[1]] ^ atoms[s[2]] ^ atoms[s[3]];
#endif
}

/* The rows of every template; `salt` tells apart what shares a table. */
static inline __attribute__((always_inline)) void
ng_template_rows(ng_templates t, const uint64_t *atoms, uint64_t salt,
                 ng_table table, uint32_t *rows)
{
#if defined __GNUC__ && !defined __clang__
#pragma GCC unroll 128 /* the slots are constants: a third faster */
#endif
  for (uint32_t i = 0; i < t.n; i++) {
    uint64_t h = ng_template_hash(t.at[i].slot, atoms) ^ salt;
    rows[i] = (uint32_t)(h >> (64 - table.bits));
    if (table.size)
      __builtin_prefetch((const char *)table.at + rows[i] * table.size);
  }
}

#endif /* NG_TEMPLATE_H */
