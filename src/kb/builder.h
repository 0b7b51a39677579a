/* builder.h - what the parts of the builder share: build.c, build_names.c,
 * build_facts.c. */
#ifndef NG_KB_BUILDER_H
#define NG_KB_BUILDER_H

#include "core/buf.h"
#include "kb/build.h"
#include "kb/table.h"

typedef struct {
  ng_draft *draft;
  ng_arena arena;
  uint32_t n;         /* entities that are kept */
  uint32_t n_qids;    /* of them, those of Wikidata */
  uint32_t *draft_of; /* index in the file -> in the draft */
  uint32_t *file_of;  /* and back; NG_NO_ENTITY: left out */
  uint32_t *degree;   /* relations of each, both ways */
  ng_kb_entity_record *records;
  ng_buf section[NG_N_SECTIONS];
  uint32_t *strings; /* hash table of offsets in STRS + 1 */
  uint32_t n_slots, n_strings;
  uint32_t max_words, max_probe;
  uint64_t n_names, n_keys, n_pairs; /* for META */
} ng_builder;

/* The offset of `text` in STRS, added if new.  Memory that runs out shows in
 * the section's `failed`. */
uint32_t ng_builder_string(ng_builder *b, ng_str text);

/* A hash of all sections but META, as hexadecimal digits. */
enum { NG_IDENTITY_DIGITS = 20 };
void ng_kb_identity(const ng_str section[NG_N_SECTIONS],
                    char out[NG_IDENTITY_DIGITS + 1]);

/* Append a LEB128 number. */
void ng_builder_number(ng_buf *out, uint64_t n);

/* One name of one entity, once cut into words. */
typedef struct {
  uint64_t key;
  uint32_t entity; /* in the file */
  uint16_t kinds, validity;
  uint8_t cases, flags;
  uint8_t banned; /* NG_CASE_... in which it never means the entity */
  uint8_t unused;
  uint32_t count; /* how often it was seen to mean the entity */
} ng_pair;

/* Kept on the heap and not in the arena: they grow large. */
typedef struct {
  ng_pair *at;
  size_t n, cap;
} ng_pairs;

typedef struct {
  ng_table_item *at;
  size_t n, cap;
} ng_items;

/* Room for one more of `size` bytes in an array on the heap; false if memory
 * runs out, and then nothing has changed. */
bool ng_grow(void **at, size_t *cap, size_t n, size_t size);

bool ng_put_item(ng_items *items, uint64_t key, uint32_t payload);

/* Sort the pairs, write a list for each key, and add an item that points to
 * it; false if memory runs out. */
bool ng_build_lists(ng_builder *b, ng_pairs *pairs, ng_items *items);

/* Put header, directory and sections one after the other. */
ng_status ng_builder_assemble(const ng_builder *b, ng_kb_image *out,
                              ng_error *err);

/* Each fills sections of its own. */
ng_status ng_build_relations(ng_builder *b, ng_error *err);
ng_status ng_build_holdings(ng_builder *b, ng_error *err);
ng_status ng_build_names(ng_builder *b, ng_error *err);

#endif /* NG_KB_BUILDER_H */
