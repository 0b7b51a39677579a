/* draft.h - a knowledge base in the making: what the sources say, before it is
 * laid out as a file.
 *
 * Importers (turtle.c, tsv.c) add to a draft; build.c turns it into a file.
 * Entities are known by Q-number or IRI and numbered as they first occur, so
 * that the same sources in the same order make the same draft.
 *
 * Strings are copied.  A function that adds returns false (or NG_NO_ENTITY)
 * when memory is spent, or a temporary file cannot be written.
 */
#ifndef NG_KB_DRAFT_H
#define NG_KB_DRAFT_H

#include "kb/format.h"
#include "kb/keep.h"
#include "kb/spool.h"

#define NG_NO_ENTITY UINT32_MAX

/* How sure a source is of a type: the surest one stays. */
typedef enum {
  NG_TYPE_UNKNOWN,
  NG_TYPE_GUESSED, /* from words of the description */
  NG_TYPE_BY_CLASS,
  NG_TYPE_DECLARED
} ng_type_evidence;

typedef struct {
  uint32_t qid;
  uint32_t iri;        /* index in `iris` where there is no qid */
  uint32_t interest;   /* see popularity.h */
  uint32_t n_names;    /* that sources give it */
  uint32_t label_hash; /* tells a further label from the same again */
  uint16_t popularity; /* 0 to 1000 as a source gives it; else UINT16_MAX */
  uint16_t flags;      /* NG_ENTITY_... */
  uint8_t type, evidence;
  uint8_t
      label_type; /* of its instances, as its label shows; NG_N_TYPES: none */
  uint8_t words_type; /* of itself, as its label or description shows */
  uint8_t source;     /* last dump that has it, as draft->n_sources counts */
  uint8_t has;        /* NG_HAS_... */
} ng_draft_entity;

enum {
  NG_HAS_LABEL = 1,
  NG_HAS_SMALL_LABEL = 2, /* it begins with a lower-case letter */
  NG_HAS_WORDS = 4,       /* a description */
  NG_HAS_WORDS_TYPE = 8,  /* words_type is the description's */
  NG_HAS_PARTS = 16,      /* a source names its surname or given name */
  NG_HAS_NO_CAPITAL = 32  /* its label is lower-case words of ASCII */
};

typedef struct {
  ng_str text; /* copied by ng_draft_name_add() */
  uint32_t entity;
  uint16_t kinds;    /* NG_NAME_... */
  uint16_t validity; /* index into `validities` */
  uint8_t cases;     /* NG_CASE_..., 0: as written */
  uint8_t flags;     /* NG_CANDIDATE_..., NG_DRAFT_... */
  uint32_t count;    /* how often it was seen to mean the entity; 0: unknown */
} ng_draft_name;

enum {
  NG_DRAFT_FORCED = 0x80, /* weak whatever else says so: a source marks it */
  NG_DRAFT_WORDS = 0x20   /* no name but the description */
};

typedef struct {
  uint32_t subject, object, rel;
} ng_draft_relation;

/* What became of a source's rows. */
typedef struct {
  uint64_t rows, used, skipped;
} ng_draft_counts;

/* Hears of what is skipped: a person's sentence, with file and line. */
typedef void ng_complain_fn(void *to, const char *source, uint64_t line,
                            const char *why);

typedef struct {
  ng_arena arena;
  NG_VEC(ng_draft_entity) entities;         /* on the heap */
  NG_VEC(ng_str) iris;                      /* [0] is empty */
  NG_VEC(ng_holding) holdings;              /* on the heap */
  NG_VEC(ng_kb_validity_record) validities; /* [0] is "always" */
  uint32_t *slots; /* hash table of entities: index + 1, 0 empty; heap */
  uint32_t n_slots;

  /* What is only read in order, once all is there, and so may lie in a file. */
  ng_spool_place place; /* room: for each */
  ng_spool names;       /* ng_draft_name_next() */
  ng_spool relations;   /* of ng_draft_relation */
  ng_spool classes;     /* of ng_draft_relation: entity, class; for its type */
  ng_spool parents; /* of ng_draft_relation: class, the class it is part of */
  uint64_t n_names, n_relations;

  bool is_overlay;   /* keep entities without a label: another base has it */
  uint8_t n_sources; /* dumps read, modulo 256 */
  const char *langs; /* of names taken from Wikidata: "en,de"; NULL: "en" */
  ng_keep keep;      /* which entities of a dump are kept */

  /* Called now and then while a table or dump is read, with the bytes of the
   * file that are done; may be NULL. */
  void (*progress)(void *to, uint64_t bytes, uint64_t rows);
  void *progress_to;

  ng_complain_fn *complain; /* may be NULL */
  void *complain_to;
  ng_draft_counts counts; /* of all sources */
  uint64_t n_dropped;     /* entities that a dump has and nobody needs: as
                             draft->keep has counted, and these: */
  uint64_t n_no_item;     /* properties and the like */
  uint64_t n_no_label;    /* no label in a language asked for */
  uint64_t n_no_entity;   /* relations and holdings dropped by the builder:
                             an end is no known entity */
} ng_draft;

/* Start an empty draft that may use `budget` bytes. */
ng_status ng_draft_init(ng_draft *draft, size_t budget, ng_error *err);

/* Let the draft, which is still empty, and what builds from it use about
 * `memory` bytes: what is more goes to temporary files in `folder` (borrowed),
 * which have no name and vanish however the program ends. Only the entities
 * themselves, about 60 bytes each, and the offices held must fit. */
void ng_draft_spill(ng_draft *draft, const char *folder, size_t memory);

/* NG_OK, or what is wrong with the temporary files. */
ng_status ng_draft_check(const ng_draft *draft, ng_error *err);
void ng_draft_release(ng_draft *draft);

/* The entity of that Q-number or IRI, made if new. */
uint32_t ng_draft_qid(ng_draft *draft, uint32_t qid);
uint32_t ng_draft_iri(ng_draft *draft, ng_str iri);

/* Name an entity.  The first label stays; a further one is an alias.  `cases`
 * as in ng_draft_name. */
bool ng_draft_label(ng_draft *draft, uint32_t entity, ng_str text,
                    uint8_t cases);

/* Describe it; the last description stays. */
bool ng_draft_words(ng_draft *draft, uint32_t entity, ng_str text);
bool ng_draft_name_add(ng_draft *draft, ng_draft_name name);

/* The next name, label or description as it was added, its text valid until the
 * next call; false after the last. */
bool ng_draft_name_next(ng_spool_reader *r, ng_draft_name *out);

void ng_draft_type(ng_draft *draft, uint32_t entity, ng_type type,
                   ng_type_evidence evidence);

bool ng_draft_relate(ng_draft *draft, uint32_t subject, ng_rel rel,
                     uint32_t object);

/* Note that `entity` is an instance of `class`, another entity. */
bool ng_draft_class(ng_draft *draft, uint32_t entity, uint32_t class);

/* Note that `class` is a subclass of `parent`. */
bool ng_draft_parent(ng_draft *draft, uint32_t class, uint32_t parent);

/* Add a holding; office, jurisdiction may be NG_NO_ENTITY. */
bool ng_draft_hold(ng_draft *draft, ng_holding holding);

/* The index of that interval, made if new; 0, "always", when open on both
 * sides or when there are too many intervals. */
uint16_t ng_draft_validity(ng_draft *draft, ng_date from, ng_date until);

/* A copy of `text` in the draft; {NULL, 0} when memory is spent. */
ng_str ng_draft_copy(ng_draft *draft, ng_str text);

/* Count a row of a file of which `bytes` are read, and tell of progress. */
void ng_draft_row(ng_draft *draft, uint64_t bytes);

/* Count a row as skipped and say why. */
__attribute__((format(printf, 4, 5))) void ng_draft_skip(ng_draft *draft,
                                                         const char *source,
                                                         uint64_t line,
                                                         const char *why, ...);

#endif /* NG_KB_DRAFT_H */
