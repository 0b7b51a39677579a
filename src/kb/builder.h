/* builder.h - what the parts of the builder share: build.c, build_names.c,
 * build_facts.c. */
#ifndef NG_KB_BUILDER_H
#define NG_KB_BUILDER_H

#include "core/buf.h"
#include "kb/build.h"

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

/* Append a LEB128 number. */
void ng_builder_number(ng_buf *out, uint64_t n);

/* Put header, directory and sections one after the other. */
ng_status ng_builder_assemble(const ng_builder *b, ng_kb_image *out,
                              ng_error *err);

/* Each fills sections of its own. */
ng_status ng_build_relations(ng_builder *b, ng_error *err);
ng_status ng_build_holdings(ng_builder *b, ng_error *err);
ng_status ng_build_names(ng_builder *b, ng_error *err);

#endif /* NG_KB_BUILDER_H */
