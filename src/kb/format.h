/* format.h - the knowledge-base file, format 2.
 *
 * Little-endian, position-independent, mapped and read in place.  A page of its
 * own explains it to others: doc/knowledge-base-format.md.
 *
 *      0  ng_kb_header                     64 bytes
 *     64  ng_kb_section[n_sections]        24 bytes each: the directory
 *         sections, each at a multiple of 64 bytes
 *
 *   META  facts about the base: key NUL value NUL, again and again
 *   NAME  ng_bucket[]      hash table: key of a name -> list in CAND
 *   CAND  lists of candidates, each at a multiple of 4 bytes:
 *         u16 count | u16 check | ng_candidate[count]
 *   ENTY  ng_kb_entity_record[]  those of Wikidata by Q-number, then the others
 *                                by IRI, so that both are found by halving
 *   STRS  strings: length (LEB128) | bytes.  Offset 0 holds the empty string
 *   NMES  ng_kb_name_record[]    the names that the sources give, by entity
 *   RELS  relations of an entity, both ways, at a multiple of 4 bytes:
 *         u32 count | u8 code[count]: rel * 2 + inverse, filled up to a
 *         multiple of 4 | u32 entity[count], rising.  Offset 0 holds an
 *         entity without any
 *   HOLD  ng_holding[]           offices held, by person and start
 *   HOFF  u32[]                  indices into HOLD by office and start
 *   HJUR  u32[]                  indices into HOLD by jurisdiction and start
 *   VALI  ng_kb_validity_record[]  when names hold; index 0 is "always"
 *
 * A reader skips a section that it does not know, unless it is marked
 * NG_SECTION_REQUIRED; then the file is refused.  Only NAME, CAND, ENTY and
 * STRS must be there.  Every offset and index is checked where it is used, so
 * that a damaged file gives wrong answers at worst.
 */
#ifndef NG_KB_FORMAT_H
#define NG_KB_FORMAT_H

#include "kb/kb.h"

/* As in PNG: damage by a text-mode transfer shows. */
#define NG_KB_MAGIC "NGKB\r\n\x1a\n"

enum {
  NG_KB_VERSION = 2,
  NG_KB_BYTE_ORDER = 0x01020304,
  NG_KB_ALIGN = 64,
  NG_KB_MAX_SECTIONS = 64,
  NG_KB_MAX_PROBE = 4096
};

typedef struct {
  char magic[8];
  uint32_t version, byte_order;
  uint64_t size; /* of the file */
  uint32_t n_sections;
  uint32_t fold;      /* NG_FOLD_VERSION that made the keys */
  uint32_t max_words; /* longest name, 1 to NG_NAME_WORDS */
  uint32_t max_probe; /* most buckets after its own that hold a key */
  uint32_t n_qids;    /* ENTY: so many records are of Wikidata */
  uint32_t unused[3];
  uint64_t checksum; /* FNV-1a of header (this as 0) and directory */
} ng_kb_header;

enum { NG_SECTION_REQUIRED = 1 };

typedef struct {
  char tag[4];
  uint32_t flags;
  uint64_t offset, length; /* bytes */
} ng_kb_section;

/* The order in which the builder writes them. */
typedef enum {
  NG_SECTION_META,
  NG_SECTION_NAME,
  NG_SECTION_CAND,
  NG_SECTION_ENTY,
  NG_SECTION_STRS,
  NG_SECTION_NMES,
  NG_SECTION_RELS,
  NG_SECTION_HOLD,
  NG_SECTION_HOFF,
  NG_SECTION_HJUR,
  NG_SECTION_VALI,
  NG_N_SECTIONS
} ng_section;

typedef struct {
  uint32_t qid;
  uint32_t iri, label, words; /* in STRS; a Wikidata entity, whose IRI is its
                                 number, has its first of HOLD + 1 as `iri` */
  uint32_t names;             /* index in NMES */
  uint32_t relations;         /* in RELS, in units of 4 bytes */
  uint16_t type, popularity, flags, n_names;
} ng_kb_entity_record;

typedef struct {
  uint32_t text; /* in STRS */
  uint16_t kinds, validity;
} ng_kb_name_record;

typedef struct {
  ng_date from, until;
} ng_kb_validity_record;

_Static_assert(sizeof(ng_kb_header) == 64, "header");
_Static_assert(sizeof(ng_kb_section) == 24, "directory entry");
_Static_assert(sizeof(ng_kb_entity_record) == 32, "entity");
_Static_assert(sizeof(ng_kb_name_record) == 8, "name");
_Static_assert(sizeof(ng_candidate) == 16, "candidate");
_Static_assert(2 * NG_N_RELS <= 256, "a relation's code is a byte");
_Static_assert(sizeof(ng_holding) == 24, "holding");

/* A file that is open. */
struct ng_kb {
  const unsigned char *at;
  size_t size;
  bool mapped;
  void *owned; /* bytes to free: of a base compiled in memory */
  ng_kb_header header;
  ng_str section[NG_N_SECTIONS]; /* empty where the file has none */
};

/* The name and size of a record of each section, and whether it must be. */
typedef struct {
  char tag[5];
  bool required;
  uint32_t record;
} ng_section_kind;

extern const ng_section_kind ng_section_kinds[NG_N_SECTIONS];

/* The checksum of a header and its directory. */
uint64_t ng_kb_checksum(const ng_kb_header *header,
                        const ng_kb_section *sections);

/* Record `i` of a section of `kb`, or NULL past its end. */
const void *ng_kb_record(const ng_kb *kb, ng_section section, uint32_t i);

/* The string at `offset` of STRS; empty if there is none. */
ng_str ng_kb_string(const ng_kb *kb, uint32_t offset);

#endif /* NG_KB_FORMAT_H */
