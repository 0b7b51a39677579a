/* names.c - a worker's memory of names: a hash table, and one block that what
 * is kept lies in. */
#include "link/names.h"

#include <stdalign.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { SLOTS = 32768, MOST_NAMES = SLOTS / 2, BLOCK = 6 << 20 };

/* Where a name lies in the block. */
typedef struct {
  uint32_t key; /* of list and style */
  uint32_t at;  /* 1 + where, in units of ALIGN; 0: the slot is free */
} name_slot;

enum { ENTITY_BITS = 14, ENTITIES = 1 << ENTITY_BITS };

enum { ALIGN = alignof(max_align_t) };

/* What is remembered is looked for all over its memory: with small pages, the
 * processor looks for these, too. */
enum { HUGE_PAGE = 2 << 20 };

struct ng_names {
  const ng_context *context;
  name_slot slots[SLOTS];
  ng_known_entity entities[ENTITIES];
  uint64_t is_there[ENTITIES / 64]; /* bit i: entity i is one */
  uint32_t n;
  size_t used;
  bool full;
  ng_arena work;
  alignas(max_align_t) unsigned char block[BLOCK];
};

ng_names *
ng_names_new(void)
{
  size_t size = (sizeof(ng_names) + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  ng_names *names = aligned_alloc(HUGE_PAGE, size);
  if (!names)
    return NULL;
#ifdef MADV_HUGEPAGE
  (void)madvise(names, size, MADV_HUGEPAGE); /* as well without */
#endif
  names->context = NULL;
  names->full = true;
  ng_arena_init(&names->work, 0);
  return names;
}

void
ng_names_free(ng_names *names)
{
  if (names)
    ng_arena_release(&names->work);
  free(names);
}

void
ng_names_begin(ng_names *names, const ng_context *context)
{
  if (!names->full && names->context == context)
    return;
  if (names->context != context)
    memset(names->is_there, 0, sizeof names->is_there);
  memset(names->slots, 0, sizeof names->slots);
  names->n = 0;
  names->used = 0;
  names->full = false;
  names->context = context;
}

ng_arena *
ng_work_begin(ng_doc *doc)
{
  if (!doc->names)
    return &doc->arena;
  ng_arena_reuse(&doc->names->work, doc->arena.left);
  return &doc->names->work;
}

void
ng_work_end(const ng_doc *doc)
{
  if (doc->names)
    ng_arena_reuse(&doc->names->work, 0);
}

static const ng_known_name *
name_at(const ng_names *names, uint32_t at)
{
  return (const void *)(names->block + (size_t)(at - 1) * ALIGN);
}

/* Lists have 30 bits: kb/format.h. */
static inline uint32_t
key_of(uint32_t list, ng_style style)
{
  return list | (uint32_t)style << 30;
}

/* Where names of the list begin to be looked for, in any style. */
static inline uint32_t
first_slot(uint32_t list)
{
  return list * 0x9E3779B1u >> 17; /* 15 bits */
}

/* The slot of the name, or the free one where it belongs. */
static uint32_t
slot_of(const ng_names *names, uint32_t list, ng_style style)
{
  uint32_t at = first_slot(list), key = key_of(list, style);
  while ((names->slots[at].at != 0) & (names->slots[at].key != key))
    at = (at + 1) & (SLOTS - 1);
  return at;
}

const ng_known_name *
ng_names_find(const ng_names *names, uint32_t list, ng_style style)
{
  uint32_t at = names->slots[slot_of(names, list, style)].at;
  return at ? name_at(names, at) : NULL;
}

void
ng_names_expect(const ng_names *names, uint32_t soon, uint32_t later)
{
  const name_slot *slot = &names->slots[first_slot(soon)];
  const char *at = (const char *)name_at(names, slot->at + !slot->at);
  __builtin_prefetch(at);
  __builtin_prefetch(at + 64);
  __builtin_prefetch(&names->slots[first_slot(later)]);
}

ng_known_entity *
ng_names_entity(ng_names *names, ng_ref ref)
{
  uint32_t i = (ref.index + ref.base) * 0x9E3779B1u >> (32 - ENTITY_BITS);
  if (__builtin_expect(!(names->is_there[i / 64] >> (i % 64) & 1), 0)) {
    names->entities[i].ref = NG_NO_REF;
    names->is_there[i / 64] |= 1ULL << (i % 64);
  }
  return &names->entities[i];
}

void *
ng_names_room(ng_names *names, size_t size)
{
  size = (size + ALIGN - 1) / ALIGN * ALIGN;
  if (names->full || names->n >= MOST_NAMES || size > BLOCK - names->used) {
    names->full = true;
    return NULL;
  }
  names->used += size;
  return names->block + names->used - size;
}

bool
ng_names_full(const ng_names *names)
{
  return names->full;
}

void
ng_names_keep(ng_names *names, const ng_known_name *name)
{
  size_t at = (size_t)((const unsigned char *)name - names->block);
  names->slots[slot_of(names, name->list, name->style)] =
      (name_slot){key_of(name->list, name->style), (uint32_t)(at / ALIGN) + 1};
  names->n++;
}
