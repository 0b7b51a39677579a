/* builder.h - what the parts of the builder share: build.c,
 * build_facts.c, build_names.c, build_lists.c, build_table.c, build_types.c. */
#ifndef NG_KB_BUILDER_H
#define NG_KB_BUILDER_H

#include "kb/build.h"
#include "kb/sort.h"
#include "kb/table.h"

typedef struct ng_cached_string ng_cached_string;

/* What candidates repeat of their entity. */
typedef struct {
  uint16_t popularity, flags;
  uint8_t type, facet;
} ng_entity_traits;

typedef struct {
  ng_draft *draft;
  ng_arena arena;
  uint32_t n;                /* entities that are kept */
  uint32_t n_qids;           /* of them, those of Wikidata */
  uint32_t *draft_of;        /* index in the file -> in the draft */
  uint32_t *file_of;         /* and back; NG_NO_ENTITY: left out */
  ng_entity_traits *traits;  /* of each in the file */
  uint32_t *first_held;      /* of each in the file: its first of HOLD + 1 */
  bool *family_first;        /* of each of the draft: family name first */
  bool *two_surnames;        /* of each of the draft: father's, mother's */
  uint32_t *jurisdiction_of; /* of each of the draft: index + 1 */
  ng_spool facts;            /* ng_entity_facts of each in the file */
  ng_spool section[NG_N_SECTIONS];
  ng_cached_string *strings; /* lately put into STRS, by hash */
  uint32_t n_slots;
  uint32_t max_words, max_probe;
  uint64_t n_names, n_keys, n_pairs; /* for META */
} ng_builder;

typedef struct {
  uint32_t relations, degree; /* where they are in RELS, and how many */
} ng_entity_facts;

/* The offset of `text` in STRS, where it may be already.  What fails shows in
 * the section. */
uint32_t ng_builder_string(ng_builder *b, ng_str text);

/* Digits of the hash of all sections but META. */
enum { NG_IDENTITY_DIGITS = 20 };

/* Append a LEB128 number. */
void ng_builder_number(ng_spool *out, uint64_t n);

/* One name of one entity, once cut into words; its key is that of the sorter.
 */
typedef struct {
  uint32_t entity; /* in the file */
  uint32_t count;  /* how often it was seen to mean the entity */
  uint16_t kinds, validity;
  uint8_t cases, flags;
  uint8_t banned; /* NG_CASE_... in which it never means the entity */
  uint8_t unused;
} ng_pair;

/* Room for one more of `size` bytes in an array on the heap; false if memory
 * runs out, and then nothing has changed. */
bool ng_grow(void **at, size_t *cap, size_t n, size_t size);

/* Add to `items`, which are sorted by hash. */
bool ng_put_item(ng_sorter *items, uint64_t key, uint32_t payload);

/* Write a list for each key of the pairs, and add an item that points to it;
 * false if that fails. */
bool ng_build_lists(ng_builder *b, ng_sorter *pairs, ng_sorter *items);

/* Make the table of the items; false if that fails. */
bool ng_build_table(ng_builder *b, ng_sorter *items);

/* Start with empty sections, which ng_builder_release() frees. */
void ng_builder_init(ng_builder *b, ng_draft *draft);
void ng_builder_release(ng_builder *b);

/* Put header, directory and sections one after the other. */
ng_status ng_builder_assemble(ng_builder *b, ng_kb_image *out, ng_error *err);

/* Header, directory, and the bytes before the first section. */
enum { NG_KB_HEAD = 384 };

/* Give every entity of the draft its type. */
ng_status ng_build_types(ng_builder *b, ng_error *err);

/* Each fills sections of its own. */
ng_status ng_build_relations(ng_builder *b, ng_error *err);
ng_status ng_build_holdings(ng_builder *b, ng_error *err);
ng_status ng_build_names(ng_builder *b, ng_error *err);

#endif /* NG_KB_BUILDER_H */
