/* pack.c - a lexicon in less memory: triggers of one form side by side, and
 * what many patterns word alike, "subj", "to:in,at", kept once.
 *
 * An article meets a hundred patterns, and between two articles the models push
 * all of them out of the caches: what patterns share is then fetched once.
 */
#include "core/keys.h"
#include "extract/lexicon/lexicon.h"

static uint32_t
theme_bits(const ng_lexicon *l, ng_wordlist words)
{
  uint32_t bits = 0;
  for (uint32_t i = 0; i < words.n; i++)
    bits |= ng_theme_bit(l->themes.at[words.at + i]);
  return bits;
}

/* Side by side in the order of their chains, and with what tells of most that
 * they do not fit before their pattern is looked at. */
static void
pack_triggers(ng_lexicon *l)
{
  uint32_t n = 0;
  ng_trigger *to = NG_NEW(&l->arena, ng_trigger, l->triggers.n + 1);
  if (!to)
    return; /* as they are, then */
  for (uint32_t b = 0; b <= l->mask; b++) {
    uint32_t at = l->heads[b];
    l->heads[b] = at ? n + 1 : 0;
    for (; at; at = l->triggers.at[at - 1].next) {
      to[n] = l->triggers.at[at - 1];
      to[n].next = to[n].next ? n + 2 : 0;
      to[n].themes = theme_bits(l, l->patterns.at[to[n].pattern].theme);
      n++;
    }
  }
  l->triggers.at = to;
  l->triggers.cap = n;
}

/* --- what patterns share -------------------------------------------------- */

/* More steps a path, paths a slot or slots a pattern are left alone. */
enum { MOST = 32 };

/* What is kept so far, and where the same has been before. */
typedef struct {
  ng_lexicon *l;
  NG_VEC(ng_slot) slots;
  NG_VEC(ng_path) paths;
  NG_VEC(ng_step) steps;
  ng_keys slots_seen, paths_seen, steps_seen;
  bool failed;
} packer;

/* Where what has these bytes is; `next` if it is new, and *fresh tells. */
static uint32_t
place_of(packer *k, ng_keys *seen, ng_str bytes, uint32_t next, bool *fresh)
{
  uint64_t *at = ng_keys_put(seen, ng_key_of(bytes), fresh);
  if (!at) {
    *fresh = false;
    k->failed = true;
    return 0;
  }
  if (*fresh)
    *at = next;
  return (uint32_t)*at;
}

/* The copies are zeroed before they are filled: bytes between fields count. */
static uint32_t
put_steps(packer *k, const ng_path *path)
{
  ng_step own[MOST];
  bool fresh;
  memset(own, 0, sizeof own);
  for (uint32_t i = 0; i < path->n && i < MOST; i++) {
    const ng_step *step = &k->l->steps.at[path->step + i];
    own[i].prepositions = step->prepositions;
    own[i].kind = step->kind;
  }
  k->failed |= path->n > MOST;
  ng_str bytes = {(const char *)own, path->n % (MOST + 1) * sizeof *own};
  uint32_t at = place_of(k, &k->steps_seen, bytes, k->steps.n, &fresh);
  for (uint32_t i = 0; fresh && !k->failed && i < path->n; i++)
    k->failed |= !NG_PUSH(&k->l->arena, &k->steps, own[i]);
  return at;
}

static uint32_t
put_paths(packer *k, const ng_slot *slot)
{
  ng_path own[MOST];
  bool fresh;
  memset(own, 0, sizeof own);
  for (uint32_t i = 0; i < slot->n && i < MOST; i++) {
    const ng_path *path = &k->l->paths.at[slot->path + i];
    own[i].step = put_steps(k, path);
    own[i].n = path->n;
    own[i].more = path->more;
  }
  k->failed |= slot->n > MOST;
  ng_str bytes = {(const char *)own, slot->n % (MOST + 1) * sizeof *own};
  uint32_t at = place_of(k, &k->paths_seen, bytes, k->paths.n, &fresh);
  for (uint32_t i = 0; fresh && !k->failed && i < slot->n; i++)
    k->failed |= !NG_PUSH(&k->l->arena, &k->paths, own[i]);
  return at;
}

static uint32_t
put_slots(packer *k, const ng_pattern *p)
{
  ng_slot own[MOST];
  bool fresh;
  memset(own, 0, sizeof own);
  for (uint32_t i = 0; i < p->n_slots && i < MOST; i++) {
    own[i] = k->l->slots.at[p->slot + i];
    own[i].path = put_paths(k, &own[i]);
  }
  k->failed |= p->n_slots > MOST;
  ng_str bytes = {(const char *)own, p->n_slots % (MOST + 1) * sizeof *own};
  uint32_t at = place_of(k, &k->slots_seen, bytes, k->slots.n, &fresh);
  for (uint32_t i = 0; fresh && !k->failed && i < p->n_slots; i++)
    k->failed |= !NG_PUSH(&k->l->arena, &k->slots, own[i]);
  return at;
}

_Static_assert(sizeof(ng_slot) == 8, "no bytes between the fields of a slot");

static void
pack_slots(ng_lexicon *l)
{
  packer k = {.l = l};
  uint32_t n = l->patterns.n;
  uint32_t *slot = NG_NEW(&l->arena, uint32_t, n + 1);
  for (uint32_t i = 0; slot && !k.failed && i < n; i++)
    slot[i] = put_slots(&k, &l->patterns.at[i]);
  ng_keys_release(&k.slots_seen);
  ng_keys_release(&k.paths_seen);
  ng_keys_release(&k.steps_seen);
  if (!slot || k.failed)
    return; /* likewise */
  for (uint32_t i = 0; i < n; i++)
    l->patterns.at[i].slot = slot[i];
  memcpy(&l->slots, &k.slots, sizeof l->slots);
  memcpy(&l->paths, &k.paths, sizeof l->paths);
  memcpy(&l->steps, &k.steps, sizeof l->steps);
}

void
ng_lexicon_pack(ng_lexicon *l)
{
  pack_triggers(l);
  pack_slots(l);
}
